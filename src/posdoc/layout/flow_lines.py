"""The lines of a flow that do not simply go on to the next box: sides, lanes and ports.

A line that skips boxes runs on the right, one that goes back on the left of its column. Lines that lead to one box share
the lane and the place where they arrive; all others keep apart. Nothing here knows coordinates: boxes are numbered from
the top of their column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple

from posdoc.charts.graph import Link
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.placed import Side

MARK = 18.0
"""The height of the mark that stands for a box in another column."""
_PLAIN = 5.0
_ABOVE_LINE = 2.0
_PROUD = 8.0
"""How far the label of a box's only line may reach above the box."""
_INSET = 3.0

Goal = tuple[Side, int]
"""The box (by its number) that lines lead to, and the side on which they do."""


class Exit(NamedTuple):
    """A line that leaves box ``source`` at its side, for box ``target`` or, if that is None, for another column."""

    link: Link
    source: int
    target: int | None
    side: Side
    label: tuple[str, ...]

    @property
    def goal(self) -> Goal | None:
        """The lines with which it shares its lane."""
        return None if self.target is None else (self.side, self.target)


class Slot(NamedTuple):
    """The room of one line at the side of a box, ``above`` and ``below`` it. Without ``exit``, lines arrive there."""

    above: float
    below: float
    exit: Exit | None = None


def lanes_of(exits: Sequence[Exit]) -> dict[Goal, int]:
    """The lane of the lines to each box, counted from the column outwards. Short ways are the inner ones."""
    spans: dict[Goal, tuple[int, int]] = {}
    for each in exits:
        if each.goal is not None and each.target is not None:
            low, high = spans.get(each.goal, (each.target, each.target))
            spans[each.goal] = (min(low, each.source), max(high, each.source))
    taken: dict[tuple[Side, int], list[tuple[int, int]]] = {}
    lanes: dict[Goal, int] = {}
    for goal, span in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0])):
        lane = next(number for number in count() if _free(taken.get((goal[0], number), ()), span))
        taken.setdefault((goal[0], lane), []).append(span)
        lanes[goal] = lane
    return lanes


def _free(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    return all(span[1] <= low or high <= span[0] for low, high in spans)


def slots_of(box: int, side: Side, exits: Sequence[Exit], lanes: Mapping[Goal, int]) -> list[Slot]:
    """The lines at one side of a box from top to bottom, so that those of the box itself do not cross.

    At the right lines arrive from above and leave downwards, the outermost first; at the left it is the other way round,
    and a line back to the box itself leaves last, right above where it arrives.
    """
    own = [each for each in exits if each.source == box and each.side == side]
    own.sort(key=lambda each: lanes[each.goal] if each.goal else -1, reverse=side == "right")
    own.sort(key=lambda each: each.target == box)
    slots = [_slot(each) for each in own]
    if (side, box) in lanes:
        slots.insert(0 if side == "right" else len(slots), Slot(_PLAIN, _PLAIN))
    return slots


def _slot(exit: Exit) -> Slot:
    label = label_height(exit.label)
    above = label + _ABOVE_LINE if label else _PLAIN
    if exit.target is None:
        return Slot(max(above, MARK / 2), MARK / 2, exit)
    return Slot(above, _PLAIN, exit)


def label_height(lines: Sequence[str]) -> float:
    """How high the lines of a label are."""
    return len(lines) * TYPE_SIZES["label"].leading


def height_for(slots: Sequence[Slot]) -> float:
    """How high a box has to be for the lines at one of its sides."""
    if len(slots) == 1:
        return 2 * max(slots[0].above - _PROUD, slots[0].below)
    return sum(slot.above + slot.below for slot in slots) + 2 * _INSET if slots else 0.0


def ports(slots: Sequence[Slot], height: float) -> list[float]:
    """How far below the top of a box of this height each line meets its side; a single one in the middle."""
    if len(slots) == 1:
        return [height / 2]
    at = float(round((height - sum(slot.above + slot.below for slot in slots)) / 2))
    found: list[float] = []
    for slot in slots:
        found.append(at + slot.above)
        at += slot.above + slot.below
    return found
