"""Headings with the name of a unit or of a post before their label: 一、售后部组织架构图及部门职能, 售后岗位技能要求."""

from __future__ import annotations

import re
from typing import NamedTuple

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.labels import Labels, number_length
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.titles import same_title
from posdoc.patterns import pattern

_OF_UNIT = pattern(r"[\u3400-\u9fff]{2,12}?(?:部|中心|组|处|科)")
_BEHIND_NUMBER = frozenset("、.．:：分章节条)） ")
"""What parts a number from the heading behind it; 一般工作环境 has none."""


class Prefixed(NamedTuple):
    """What the label of a heading means, and the name that stands before it."""

    path: str
    name: Bit


def prefixed(bit: Bit, labels: Labels) -> Prefixed | None:
    """Such a heading; None where it is none."""
    text = bit.text.rstrip(":： ")
    skip = number_length(text)
    unit = _OF_UNIT.match(text, skip) if any(sign in text for sign in "部心组处科") else None
    path = labels.find(text[unit.end() :]) if unit and bit == bit.line.whole() else None
    if unit and path == "group.chart":
        path = "unit.chart"
    if unit and path and path.startswith("unit."):
        return Prefixed(path, bit.part(skip, unit.end()))
    if not skip or text[skip - 1] not in _BEHIND_NUMBER or re.search(r"^.?\d|.{30}|[，,。；;：:]", text):
        return None
    ends = labels.ends(text[skip:])
    if unit and ends and ends.startswith("unit."):
        return Prefixed(ends, bit.part(skip, unit.end()))
    label = next((at for at in range(skip, len(text)) if labels.find(text[at:]) == ends), skip)
    return Prefixed(ends, bit.part(skip, label)) if ends else None


class Names:
    """The names that stand before labels, with the drafts that they stand in."""

    def __init__(self) -> None:
        self._found: list[tuple[Draft, Bit]] = []

    def note(self, owner: Draft, name: Bit, path: str) -> None:
        """Note a name, which may be that of the unit."""
        if path.startswith("unit.") and not owner.unit:
            owner.unit = name.text
            owner.trace("unit", [name], Confidence.LIKELY)
        else:
            self._found.append((owner, name))

    def give_up(self) -> None:
        """Count as unread the names that are neither that of the unit nor that of the post."""
        for owner, name in self._found:
            if not any(held and same_title(name.text, held) for held in (owner.title, owner.unit)):
                name.line.unmark(name.start, name.end)
