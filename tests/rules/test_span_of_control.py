"""How many positions and people a superior leads, against the limits for all and for single levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.phrases import Phrase
from posdoc.rules import span_of_control
from tests.rules.departments import department
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
levels: [leadership, management]
"""
SET = "rules: {options: {span-of-control: {%s}}}\n"
MANAGER = "## positions/manager.yaml\ntitle: %s\n"
REPORT = "## positions/%s.yaml\ntitle: 下级%s\nreports_to: manager\n"


def team(options: str, title: str, *reports: str) -> str:
    """A manager and one report for each of ``reports``, which says more of it."""
    members = "".join(REPORT % (f"r{i}", i) + f"{more}\n" * bool(more) for i, more in enumerate(reports))
    settings = SET % options if options else ""
    return HEAD + settings + MANAGER % title + members


CASES = {
    "twelve are the most": team("", "经理", *[""] * 12),
    "thirteen are too many": team("", "«经理»", *[""] * 13),
    "at the maximum": team("maximum: 2", "经理", "", ""),
    "over the maximum": team("maximum: 2", "«经理»", "", "", ""),
    "assistants do not count": team("maximum: 2", "经理", "", "", "assistant: true"),
    "planned ones do not count": team("maximum: 2", "经理", "", "", "status: planned"),
    "abolished ones do not count": team("maximum: 2", "经理", "", "", "status: abolished"),
    "frozen ones count": team("maximum: 2", "«经理»", "", "", "status: frozen"),
    "a planned superior": team("maximum: 1", "经理\nstatus: planned", "", ""),
    "people at the maximum": team("people_maximum: 9", "经理", "headcount: 4", "headcount: 5-9"),
    "people over the maximum": team("people_maximum: 8", "«经理»", "headcount: 4", "headcount: 5-9"),
    "people unknown": team("people_maximum: 3", "经理", "headcount: 3", "headcount: 数名", ""),
    "people of an assistant": team("people_maximum: 3", "经理", "headcount: 3", "headcount: 1\nassistant: true"),
    "no limit for people": team("", "经理", "headcount: 500"),
    "at the minimum": team("minimum: 2", "经理", "", ""),
    "under the minimum": team("minimum: 3", "«经理»", "", ""),
    "nobody is no superior": team("minimum: 3", "经理", "assistant: true"),
    "no minimum": team("", "经理", ""),
    "a level with a higher maximum": team(
        "maximum: 1, by_level: [{level: management, maximum: 2}]", "经理\nlevel: management", "", ""
    ),
    "a level with a lower maximum": team(
        "by_level: [{level: management, maximum: 1}]", "«经理»\nlevel: management", "", ""
    ),
    "another level": team("by_level: [{level: management, maximum: 1}]", "经理\nlevel: leadership", "", ""),
    "what a level leaves out is as for all": team(
        "maximum: 2, by_level: [{level: management, people_maximum: 9}]", "«经理»\nlevel: management", "", "", ""
    ),
    "minimum as for all": team(
        "minimum: 2, by_level: [{level: management, maximum: 9}]", "«经理»\nlevel: management", ""
    ),
    "people as for all": team(
        "people_maximum: 2, by_level: [{level: management, maximum: 9}]", "«经理»\nlevel: management", "headcount: 3"
    ),
    "zero switches the minimum off": team(
        "minimum: 3, by_level: [{level: management, minimum: 0}]", "经理\nlevel: management", ""
    ),
    "an unknown level": team("by_level: [{level: «manager», maximum: 1}]", "经理", "", ""),
    "too many of a superior outside": "## posdoc.yaml\norganization: 公司\n"
    "outside_positions: [{id: boss, title: 总经理}]\nrules: {options: {span-of-control: {maximum: 1}}}\n"
    "## positions/a.yaml\ntitle: 甲\nreports_to: boss\n## positions/b.yaml\ntitle: 乙\nreports_to: boss\n",
    "a title taken over": team("maximum: 1", "经理", "", "").replace("reports_to: manager", "reports_to: second")
    + "## positions/second.yaml\nbased_on: «manager»\n",
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_spans(tmp_path: Path, example: str) -> None:
    check_marks(span_of_control, tmp_path, example)


MESSAGES = {
    "positions": (
        "maximum: 1",
        Phrase("“manager”直接管理 2 个岗位，超过 1 个", "'manager' has 2 direct reports, more than 1"),
        "put a supervisor in charge of some of them, or raise the limits of span-of-control in posdoc.yaml",
    ),
    "positions before people": (
        "maximum: 1, people_maximum: 1, minimum: 9",
        Phrase("“manager”直接管理 2 个岗位，超过 1 个", "'manager' has 2 direct reports, more than 1"),
        "put a supervisor in charge of some of them, or raise the limits of span-of-control in posdoc.yaml",
    ),
    "people": (
        "people_maximum: 6",
        Phrase("“manager”直接管理 7 人，超过 6 人", "'manager' leads 7 people directly, more than 6"),
        "put a supervisor in charge of some of them, or raise the limits of span-of-control in posdoc.yaml",
    ),
    "too few": (
        "minimum: 3",
        Phrase("“manager”只直接管理 2 个岗位，少于 3 个", "'manager' has only 2 direct reports, fewer than 3"),
        "see whether this level is needed, or lower the minimum of span-of-control in posdoc.yaml",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("options", "message", "hint"), MESSAGES.values(), ids=MESSAGES)
def test_messages(tmp_path: Path, options: str, message: Phrase, hint: str) -> None:
    (finding,) = check_marks(span_of_control, tmp_path, team(options, "«经理»", "headcount: 3", "headcount: 4"))
    assert finding.message == message
    assert finding.hint
    assert finding.hint.en == hint


def test_one_report_is_one(tmp_path: Path) -> None:
    (finding,) = check_marks(span_of_control, tmp_path, team("minimum: 2", "«经理»", ""))
    assert finding.message.en == "'manager' has only 1 direct report, fewer than 2"


@pytest.mark.parametrize(
    ("levels", "hint"),
    [
        ("[leadership, management]", "levels: leadership, management"),
        ("[]", "list the levels of management under levels first"),
    ],
)
def test_an_unknown_level_says_which_there_are(tmp_path: Path, levels: str, hint: str) -> None:
    example = team("by_level: [{level: «top»}]", "经理").replace("[leadership, management]", levels)
    (finding,) = check_marks(span_of_control, tmp_path, example)
    assert finding.message.en == "there is no level with the id 'top'"
    assert finding.hint
    assert finding.hint.en == hint


def test_an_unknown_superior_is_nobody() -> None:
    options = span_of_control.SpanOptions(maximum=0)
    found = list(span_of_control.check(department({"a": "nobody", "b": None, "c": "b"}), options))
    assert [finding.message.en for finding in found] == ["'b' has 1 direct report, more than 0"]
