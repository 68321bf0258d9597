"""Numbers of lists: gaps, repeats, jumps, and lines of other lists among them."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.numbering import Numbering, whole_number
from tests.importers.posts.texts import bit


def counted(*texts: str) -> tuple[list[str], list[str]]:
    """What is reported of items, and those that are given up as shuffled."""
    draft = Draft()
    numbering = Numbering(draft)
    for text in texts:
        numbering.count(item_of(bit(text)), text)
    reported = [finding.message.en for finding in draft.findings]
    return reported, [str(entry) for entry in numbering.shuffled()]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 3", []),
        ("1 2 3 1 2", []),
        ("1 2 2 3", ["number 2 is followed by 2"]),
        ("1 2 4 5", ["number 2 is followed by 4"]),
        ("1 2 3 4 5 3 4", ["number 5 is followed by 3"]),
        ("1 2 4 3 5", ["number 2 is followed by 4", "number 4 is followed by 3", "number 3 is followed by 5"]),
        ("3 4 5", ["the numbers begin with 3"]),
    ],
)
def test_numbers(numbers: str, expected: list[str]) -> None:
    assert counted(*(f"{number}、巡检" for number in numbers.split())) == (expected, [])


def test_dotted_numbers() -> None:
    assert counted("1.1巡检", "1.2巡检", "1.4巡检", "2.1巡检") == (["number 1.2 is followed by 1.4"], [])
    assert counted("1.9巡检", "1.10巡检") == (["the numbers begin with 1.9"], [])


def test_items_that_are_not_counted() -> None:
    assert counted("(3)巡检", "-巡检", "一、巡检", "巡检") == ([], [])


def test_lists_that_jump_back_and_break_again_are_shuffled() -> None:
    reported, shuffled = counted(*(f"{number}、巡检" for number in (1, 2, 3, 3, 4, 2, 6)))
    assert shuffled == ["3、巡检", "4、巡检", "2、巡检", "6、巡检"]
    assert len(reported) == 3


def test_a_new_list_begins_anew() -> None:
    draft = Draft()
    numbering = Numbering(draft)
    numbering.count(item_of(bit("1、巡检")))
    numbering.restart()
    numbering.count(item_of(bit("1、巡检")))
    assert (draft.findings, numbering.begins_with_one()) == ([], True)


def test_lists_that_do_not_begin_with_one() -> None:
    draft = Draft({"title": "财务统计"})
    numbering = Numbering(draft)
    numbering.count(item_of(bit("3、核对")))
    assert not numbering.begins_with_one()
    assert [finding.kind.name for finding in draft.findings] == ["numbering-of-source", "row-out-of-place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6", 6), ("12", 12), ("六", 6), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("", None),
        ("二三", None), ("甲", None),
    ],
)  # fmt: skip
def test_whole_numbers(text: str, expected: int | None) -> None:
    assert whole_number(text) == expected
