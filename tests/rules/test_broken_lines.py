"""Texts with one character a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import broken_lines
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, hint_of, one, purpose

FOUND = {
    "forms 3.26 vertical": "«客\n户\n服\n务\n部»",
    "three": "«财\n务\n组»",
    "four of five": "«客\n户\n服\n务\n经理»",
    "empty lines between": "«客\n\n户\n\n服»",
}
SILENT = {
    "two": "财\n务",
    "three of four": "客\n户\n服\n务部",
    "lines": "解决问题\n带好队伍\n无",
    "letters": "A\nB\nC",
    "one line": "客户服务部",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    check_marks(broken_lines, tmp_path, purpose(text))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(broken_lines, tmp_path, purpose(text)) == []


def test_items_and_lines_that_yaml_joins_are_no_lines(tmp_path: Path) -> None:
    example = HEAD + "tools: [锤, 钳, 尺, 锯]\npurpose: >\n  客\n  户\n  服\n  务\n"
    assert check_marks(broken_lines, tmp_path, example) == []


def test_several_texts(tmp_path: Path) -> None:
    example = purpose("«财\n务\n组»") + "background: |-\n  «客\n  服\n  组»\noverview: |-\n  第一行\n  第二行\n"
    assert len(check_marks(broken_lines, tmp_path, example)) == 2


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(broken_lines, tmp_path, purpose("«客\n服\n组»")))
    assert finding.message == ("“客服组”一字一行", "'客服组' stands with one character on each line")
    assert hint_of(finding) == "write it in one line"
    assert finding.severity is Severity.WARNING
