"""Numbering instances of their own for lists that begin anew."""

from __future__ import annotations

import pytest
from lxml import etree

from posdoc.word.numbering import Lists, first_free_number, with_lists
from tests.word.samples import NUMBERING, W

ADDED = (
    '<w:num w:numId="{}"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ("", 1),
        (f"<w:numbering {W}/>", 1),
        (NUMBERING, 4),
        (NUMBERING.replace('w:numId="3"', 'w:numId="3" w16cid:durableId="99"'), 4),
        (NUMBERING.replace('w:numId="3"', 'w16cid:durableId="99" w:numId="12"'), 13),
    ],
)
def test_the_first_free_number(numbering: str, expected: int) -> None:
    assert first_free_number(numbering) == expected


def test_a_list_is_current_until_the_next_begins() -> None:
    lists = Lists(4)
    assert lists.current(3) == 3
    assert lists.begin(3) == ""
    assert (lists.current(3), lists.current(8)) == (4, 8)
    lists.begin(8)
    lists.begin(3)
    assert (lists.current(3), lists.current(8)) == (6, 5)
    assert lists.made == [(4, 3), (5, 8), (6, 3)]


def test_new_instances_follow_those_there_are() -> None:
    lists = Lists(4)
    lists.begin(3)
    lists.begin(3)
    made = with_lists(NUMBERING, lists)
    assert made == NUMBERING.replace("</w:numbering>", ADDED.format(4) + ADDED.format(5) + "</w:numbering>")


def test_what_word_puts_behind_the_instances_stays_behind_them() -> None:
    lists = Lists(4)
    lists.begin(3)
    last = '<w:numIdMacAtCleanup w:val="1"/></w:numbering>'
    made = with_lists(NUMBERING.replace("</w:numbering>", last), lists)
    assert made.endswith(ADDED.format(4) + last)
    etree.fromstring(made)


def test_a_list_like_none_there_is_is_left_out() -> None:
    lists = Lists(4)
    lists.begin(99)
    assert with_lists(NUMBERING, lists) == NUMBERING
