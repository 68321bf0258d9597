"""Reading as a whole: types stay text, and no content whatever makes it raise or hang."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posdoc.diagnostics import Diagnostic
from posdoc.source import ListNode, MapNode, Node, ScalarNode, SourceFile, read_file, read_text

UNUSABLE = {
    "syntax error": "a: x: y",
    "empty": "",
    "too deep": "[" * 65,
    "all colons full-width": "标题：甲\n部门：乙",
}


def test_scalars_stay_text() -> None:
    root, findings = read_text("[no, on, 12:30, 0012, 1e3, 2024-01-01, ~, null, .nan, 30%, ]", "p.yaml")
    assert findings == []
    assert isinstance(root, ListNode)
    texts = [item.text for item in root.items if isinstance(item, ScalarNode)]
    assert texts == ["no", "on", "12:30", "0012", "1e3", "2024-01-01", "~", "null", ".nan", "30%"]


@pytest.mark.parametrize("text", UNUSABLE.values(), ids=UNUSABLE)
def test_nothing_usable_is_no_node(text: str) -> None:
    root, findings = read_text(text, "p.yaml")
    assert root is None
    assert len(findings) == 1


def test_what_could_be_read_is_there_beside_the_findings() -> None:
    root, findings = read_text("a: 1\n<<: *x\na: 2\nb: *y\n\ufeffc: x\x07y\nd: \u202e甲\n---\ne: 1", "p.yaml")
    assert [finding.code for finding in findings] == [
        "POS004", "POS005", "POS004", "POS007", "POS011", "POS012", "POS014",
    ]  # fmt: skip
    assert isinstance(root, MapNode)
    values = {key.text: value.text for key, value in root.entries if isinstance(value, ScalarNode)}
    assert values == {"a": "1", "b": "*y", "c": "x\N{REPLACEMENT CHARACTER}y", "d": "甲"}


def test_a_file_is_read_like_its_text(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "乙.yaml").write_bytes("\ufeff标题: 甲\r\n标题: 乙\r\n".encode())
    root, (finding,) = read_file(tmp_path, "甲/乙.yaml")
    assert root is not None
    assert root.file.path == "甲/乙.yaml"
    assert finding.span == ("甲/乙.yaml", 2, 1, 2, 3)


def assert_inside(findings: list[Diagnostic], text: str) -> None:
    """Every span, also of a related place, lies inside the text and does not end before it begins."""
    file = SourceFile("p.yaml", text.removeprefix("\ufeff"))
    spans = [finding.span for finding in findings] + [place.span for f in findings for place in f.related]
    for span in spans:
        assert span.path == "p.yaml"
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        for line, column in (span[1:3], span[3:5]):
            assert 1 <= line <= len(file.lines)
            assert 1 <= column <= len(file.line(line)) + 1


def assert_nodes_inside(node: Node, text: str) -> None:
    """Every node's span lies inside the text and inside its parent's."""
    file = SourceFile("p.yaml", text.removeprefix("\ufeff"))
    pending = [(node, ((1, 1), file.position(len(file.text))))]
    while pending:
        current, (start, end) = pending.pop()
        own = current.span[1:3], current.span[3:5]
        assert start <= own[0] <= own[1] <= end
        if isinstance(current, ListNode):
            pending.extend((item, own) for item in current.items)
        elif isinstance(current, MapNode):
            pending.extend((part, own) for entry in current.entries for part in entry)


def check(text: str) -> None:
    root, findings = read_text(text, "p.yaml")
    assert_inside(findings, text)
    assert root is not None or findings
    if root is not None:
        assert_nodes_inside(root, text)
    assert findings == sorted(findings, key=lambda finding: finding.span)


PIECES = [
    "a", "b: ", "key:", "- ", "? ", ": ", "：", "text：", "－ ", "＃ ", "# c", " ", "  ", "    ", "\t", "　", "\u00a0",
    "\n", "\r\n", "\r", "\n  ", "\x85", "\u2028", "|", ">", "|2-", "\n---\n", "\n...\n", "'", '"', "\\", "\\x07", "\\ud800",
    "\\\n", "[", "]", "{", "}", ",", "&x", "*x", "<<: ", "!t ", "!!str ", "!<", "%", "@", "`", "\ufeff", "\x00", "\x07",
    "\u202e", "\ud800", "\uffff", "\ue000", "中", "文，", "中 文", "𠮷", "é", "%YAML 1.1", "%TAG ! x",
]  # fmt: skip


@settings(max_examples=1500, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_scraps_of_yaml_never_raise(text: str) -> None:
    check(text)


@settings(max_examples=500, deadline=None, database=None)
@given(st.text(st.characters(), max_size=60))
def test_arbitrary_text_never_raises(text: str) -> None:
    check(text)


@settings(max_examples=500, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=15).map(lambda p: "".join(p).encode("utf-16-le", "surrogatepass"))
)
def test_arbitrary_bytes_never_raise(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p.yaml").write_bytes(data)
    root, findings = read_file(tmp_path, "p.yaml")
    assert root is not None or findings
    assert_inside(findings, data.decode("utf-8", "replace"))


SAMPLE = """\
# 样例
title: {zh: 售后主管, en: "Supervisor"}
duties:
  - area: 投诉
    text: |
      　　受理：投诉
      area：x
    tasks: ['甲', "乙\\t"]
  - area: >-
      第一行
      第二行
"""


@settings(max_examples=1000, deadline=None, database=None)
@given(st.integers(0, len(SAMPLE)), st.integers(0, 3), st.sampled_from(["", *PIECES]))
def test_a_slip_in_a_good_file_never_raises(place: int, dropped: int, typed: str) -> None:
    check(SAMPLE[:place] + typed + SAMPLE[place + dropped :])


def test_the_sample_is_good() -> None:
    assert read_text(SAMPLE, "p.yaml")[1] == []
