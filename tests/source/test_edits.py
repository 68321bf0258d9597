"""Edits of YAML text by spans."""

from __future__ import annotations

import pytest

from posdoc.diagnostics import Edit, Span
from posdoc.source import SourceFile, read_text
from posdoc.source.edits import apply_changes, same_content, scalars_in

TEXT = "title: 经理  # 注释\nduties:\n  - {text: 管理, time: 45%}\n"


def edit(start: int, end: int, text: str, source: str = TEXT) -> Edit:
    return Edit(SourceFile("a.yaml", source).span(start, end), text)


def at(words: str, new: str) -> Edit:
    start = TEXT.index(words)
    return edit(start, start + len(words), new)


CHANGES = {
    "none": ([], TEXT, 0),
    "one": ([(at("经理", "主管"),)], TEXT.replace("经理", "主管"), 1),
    "two of one change, in any order": (
        [(at("45%", "100%"), at("经理", "主管"))], TEXT.replace("经理", "主管").replace("45%", "100%"), 1,
    ),
    "two changes": (
        [(at("45%", "100%"),), (at("经理", "主管"),)], TEXT.replace("经理", "主管").replace("45%", "100%"), 2,
    ),
    "an insertion": ([(edit(9, 9, "人"),)], TEXT.replace("经理", "经理人"), 1),
    "overlapping: the first is made": ([(at("经理", "主管"),), (at("理  #", "x"),)], TEXT.replace("经理", "主管"), 1),
    "a change of two of which one overlaps is left whole": (
        [(at("经理", "主管"),), (at("45%", "100%"), at("经", "总"))], TEXT.replace("经理", "主管"), 1,
    ),
    "touching ones do not overlap": ([(at("经", "总"),), (at("理", "监"),)], TEXT.replace("经理", "总监"), 2),
    "two insertions at one place": ([(edit(9, 9, "甲"),), (edit(9, 9, "乙"),)], TEXT.replace("经理", "经理甲"), 1),
    "what breaks the file is left out": (
        [(at("经理", "[主管"),), (at("45%", "100%"),)], TEXT.replace("45%", "100%"), 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "text", "made"), CHANGES.values(), ids=CHANGES)
def test_changes(changes: list[tuple[Edit, ...]], text: str, made: int) -> None:
    assert apply_changes(SourceFile("a.yaml", TEXT), changes) == (text, made)


def test_a_file_that_could_not_be_read_before_may_be_edited() -> None:
    broken = "title: [经理\ncode: A\n"
    change = (Edit(Span("a.yaml", 1, 8, 1, 9), ""),)
    assert apply_changes(SourceFile("a.yaml", broken), [change]) == ("title: 经理\ncode: A\n", 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a: 1", "a:   '1'  # x", True),
        ("a: [1, 2]", "a:\n- 1\n- 2\n", True),
        ("a: 1\nb: 2", "b: 2\na: 1", False),
        ("a: 1", "a: 2", False),
        ("a: 1", "b: 1", False),
        ("a: [1]", "a: [1, 2]", False),
        ("a: [1, 2]", "a: [1]", False),
        ("a: {b: 1}", "a: {b: 1, c: 2}", False),
        ("a: {b: 1, c: 2}", "a: {b: 1}", False),
        ("a: 1", "a: [1]", False),
        ("a: {b: 1}", "a: [b]", False),
    ],
)
def test_same_content(one: str, other: str, same: bool) -> None:
    assert same_content(read_text(one, "a")[0], read_text(other, "b")[0]) is same


def test_nothing_is_the_same_as_nothing() -> None:
    assert same_content(None, None)
    assert not same_content(read_text("a: 1", "a")[0], None)


def test_scalars_in_the_order_of_the_file() -> None:
    node, _ = read_text("a: 1\nb: [x, {c: y}]\nd: |\n  z\n", "a")
    assert [scalar.text for scalar in scalars_in(node)] == ["a", "1", "b", "x", "c", "y", "d", "z\n"]
    assert scalars_in(None) == []
