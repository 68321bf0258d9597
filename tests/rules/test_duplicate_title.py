"""Titles that two positions print, in any language, unless one is based on the other."""

from __future__ import annotations

import pytest

from posdoc.model import Organization, Position, Ref, Text, Workspace
from posdoc.rules.duplicate_title import check


def position(name: str, zh: str, en: str = "", based_on: str = "") -> Position:
    languages = {"zh": zh, "en": en} if en else {"zh": zh}
    return Position(id=name, title=Text(languages), based_on=Ref(based_on) if based_on else None)


CASES = {
    "different": ([position("a", "甲"), position("b", "乙")], []),
    "the same": ([position("a", "甲"), position("b", "甲")], ["the title '甲' is used twice"]),
    "the same in English only": (
        [position("a", "甲", "A"), position("b", "乙", "A")], ["the title 'A' is used twice"],
    ),
    "the same in both languages is one finding": (
        [position("a", "甲", "A"), position("b", "甲", "A")], ["the title '甲' is used twice"],
    ),
    "one word in two languages": ([position("a", "KPI"), position("b", "乙", "KPI")], []),
    "based on it": ([position("a", "甲"), position("b", "甲", based_on="a")], []),
    "both based on a third": (
        [position("a", "甲", based_on="c"), position("b", "甲", based_on="c"), position("c", "丙")], [],
    ),
    "based on it by way of another": (
        [position("a", "甲"), position("b", "乙", based_on="a"), position("c", "甲", based_on="b")], [],
    ),
    "based on a stranger": (
        [position("a", "甲"), position("b", "甲", based_on="c"), position("c", "丙")], ["the title '甲' is used twice"],
    ),
    "based on one another": ([position("a", "甲", based_on="b"), position("b", "甲", based_on="a")], []),
    "three of one title": ([position(name, "甲") for name in "abc"], ["the title '甲' is used twice"] * 2),
    "without titles": ([Position(id="a"), Position(id="b")], []),
}  # fmt: skip


@pytest.mark.parametrize(("positions", "messages"), CASES.values(), ids=CASES)
def test_titles(positions: list[Position], messages: list[str]) -> None:
    organization = Organization(Workspace(), positions=tuple(positions))
    assert [finding.message.en for finding in check(organization)] == messages
