"""Findings as text, exactly: the caret under what is meant, on any line and in both languages."""

from __future__ import annotations

import pytest

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.phrases import Phrase
from posdoc.reporters import formats, reporter
from posdoc.reporters.text import place, report, summary
from tests.reporters.findings import EMPTY, FINDINGS, NOTE, SOURCE, TIME, Lines, finding

ENGLISH = """\
positions/甲.yaml:2:1 error POS301 duty-time-not-100: the time of all duties must add up to 100%; it is 45%
  2 | duties:
    | ^^^^^^
  hint: 55% more is needed
  related: positions/甲.yaml:3:11 45%

positions/甲.yaml:1:13 warning POS106 empty-value: '售后主管' will not do
  1 | title: {zh: 售后主管, en: Head}
    |             ^^^^^^^^

Found 1 error, 1 warning.
"""
CHINESE = """\
positions/甲.yaml:2:1 错误 POS301 duty-time-not-100: 各项职责的时间应合计 100%，现为 45%
  2 | duties:
    | ^^^^^^
  建议: 还差 55%
  相关: positions/甲.yaml:3:11 45%

positions/甲.yaml:1:13 警告 POS106 empty-value: “售后主管”不妥
  1 | title: {zh: 售后主管, en: Head}
    |             ^^^^^^^^

共发现 1 个错误，1 个警告。
"""


def test_english() -> None:
    assert report(FINDINGS, SOURCE, "en", False) == ENGLISH


def test_chinese() -> None:
    assert report(FINDINGS, SOURCE, "zh-CN", False) == CHINESE


@pytest.mark.parametrize(
    ("language", "output"), [("en", "No problems found.\n"), ("zh", "没有发现问题。\n")], ids=["en", "zh"]
)
def test_no_findings(language: str, output: str) -> None:
    assert report((), SOURCE, language, False) == output


def quote(line: str, column: int, end_column: int, end_line: int = 0) -> str:
    """The two lines that quote a source line and mark a span in it."""
    lines = report([finding(1, column, end_column, end_line)], Lines(line), "en", False).splitlines()
    return "\n".join(line for line in lines if " | " in line[:8])


QUOTED = {
    "before Chinese": (
        ("reports_to: 经理 # 上级", 1, 11), """\
  1 | reports_to: 经理 # 上级
    | ^^^^^^^^^^"""),
    "Chinese": (
        ("reports_to: 经理 # 上级", 13, 15), """\
  1 | reports_to: 经理 # 上级
    |             ^^^^"""),
    "after Chinese": (
        ("reports_to: 经理 # 上级", 16, 17), """\
  1 | reports_to: 经理 # 上级
    |                  ^"""),
    "full-width signs": (
        ("time：３０％ x", 10, 11), """\
  1 | time：３０％ x
    |              ^"""),
    "after a tab": (
        ("time:\t30%", 7, 10), """\
  1 | time:\t30%
    |      \t^^^"""),
    "an empty span": (
        ("title: 甲", 8, 8), """\
  1 | title: 甲
    |        ^^"""),
    "the end of a line": (
        ("title:", 7, 7), """\
  1 | title:
    |       ^"""),
    "several lines": (
        ("duties: [甲,", 9, 4, 3), """\
  1 | duties: [甲,
    |         ^^^^"""),
    "letters with a mark of their own": (
        ("e\u0301e\u0301: x", 6, 7), """\
  1 | e\u0301e\u0301: x
    |    ^"""),
    "a control sign": (
        ("a\x1b[31m: x\x07", 8, 9), """\
  1 | a␛[31m: x␇
    |        ^"""),
    "a sign that turns the writing round": (
        ("a\u202e: x", 4, 5), """\
  1 | a�: x
    |    ^"""),
    "a long line": (
        ("a" * 300 + "甲" + "b" * 300, 301, 302), """\
  1 | …""" + "a" * 60 + "甲" + "b" * 179 + """…
    |  """ + " " * 60 + "^^"),
    "the beginning of a long line": (
        ("a" * 400, 1, 3), """\
  1 | """ + "a" * 240 + """…
    | ^^"""),
    "all of a long line": (
        ("a" * 400, 1, 401), """\
  1 | """ + "a" * 240 + """…
    | """ + "^" * 240),
    "the end of a long line": (
        ("a" * 400, 400, 401), """\
  1 | …""" + "a" * 61 + """
    |  """ + " " * 60 + "^"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "quoted"), QUOTED.values(), ids=QUOTED)
def test_the_caret_stands_under_what_is_meant(arguments: tuple[str, int, int], quoted: str) -> None:
    assert quote(*arguments) == quoted


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_nothing_is_quoted_where_there_is_nothing(line: str) -> None:
    assert quote(line, 1, 1) == ""


def test_a_file_that_cannot_be_quoted() -> None:
    assert report([finding(9, 1, 1)], SOURCE, "en", False) == (
        "positions/甲.yaml:9:1 error POS301 duty-time-not-100: the sum is wrong\n\nFound 1 error.\n"
    )


def test_line_numbers_of_several_digits_keep_the_caret_in_place() -> None:
    lines = report([finding(1000, 1, 3)], Lines(*[""] * 999, "ab"), "en", False).splitlines()
    assert lines[1:3] == ["  1000 | ab", "       | ^^"]


def test_at_most_twelve_related_places() -> None:
    many = Diagnostic(TIME, Span("a.yaml"), Phrase("甲", "a"), None, tuple(
        Related(Span("a.yaml", line), Phrase("此", "here")) for line in range(1, 15)))  # fmt: skip
    lines = report([many], Lines(), "en", False).splitlines()
    assert lines[1:15] == [*(f"  related: a.yaml:{line}:1 here" for line in range(1, 13)), "  …", ""]


def test_messages_cannot_disturb_a_terminal() -> None:
    bad = Diagnostic(TIME, Span("a\x1b.yaml"), Phrase("x", "it's \x1b[2J\n"), Phrase("x", "\x9b"),
                     (Related(Span("b.yaml"), Phrase("x", "\u2066")),))  # fmt: skip
    assert report([bad], Lines(), "en", False).splitlines()[:3] == [
        "a␛.yaml:1:1 error POS301 duty-time-not-100: it's ␛[2J␊", "  hint: �", "  related: b.yaml:1:1 �",
    ]  # fmt: skip


def test_colour() -> None:
    colours = [report([finding(1, 1, 3, kind=kind)], Lines("ab"), "en", True) for kind in (TIME, EMPTY, NOTE)]
    assert colours == [
        f"positions/甲.yaml:1:1 \x1b[{code}m{kind.severity.label.en}\x1b[0m {kind.code} {kind.name}: the sum is wrong\n"
        f"  1 | ab\n    | \x1b[{code}m^^\x1b[0m\n\n{summary([finding(1, 1, 3, kind=kind)]).en}\n"
        for code, kind in ((31, TIME), (33, EMPTY), (36, NOTE))
    ]


COUNTS = [
    ([], "没有发现问题。", "No problems found."),
    ([3], "共发现 1 个错误。", "Found 1 error."),
    ([3, 3], "共发现 2 个错误。", "Found 2 errors."),
    ([2, 3, 2], "共发现 1 个错误，2 个警告。", "Found 1 error, 2 warnings."),
    ([1, 1, 2], "共发现 1 个警告，2 个提示。", "Found 1 warning, 2 info."),
]


@pytest.mark.parametrize(("severities", "zh", "en"), COUNTS, ids=[en for _, _, en in COUNTS])
def test_summary(severities: list[int], zh: str, en: str) -> None:
    found = [finding(1, 1, 1, kind=Kind("POS999", "x", Severity(severity))) for severity in severities]
    assert summary(found) == Phrase(zh, en)


def test_place() -> None:
    assert place(Span("positions/甲.yaml", 3, 7, 3, 9)) == "positions/甲.yaml:3:7"


def test_formats_are_found() -> None:
    assert {"text", "json"} <= set(formats())
    assert all(callable(reporter(name).report) for name in formats())
