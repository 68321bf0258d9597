"""A flow whose steps stand in lanes, one lane for each role: which way every line takes, and at which side of its boxes.

The steps stand in rows, one below the other in their order, so beside a box its row is free. A line runs level in the row
of its source, upright between the lanes or down the middle of a lane that no box is in its way, and level in the row of
its target. Nothing here knows coordinates: boxes are numbered from the top, lanes from the left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from posdoc.charts.graph import Link
from posdoc.layout.flow_lines import Exit, Slot, label_height
from posdoc.layout.labels import label_lines
from posdoc.layout.placed import Side

LABEL_MAX = 60.0
_PLAIN, _ABOVE_LINE = 5.0, 2.0


class Goal(NamedTuple):
    """Where lines arrive together: at a side of box ``target``, coming along one lane from above or from below."""

    target: int
    side: Side
    lane: int
    from_above: bool


class Drop(NamedTuple):
    """A line that leaves box ``exit.source`` at a side and comes down the middle of its target's lane, to its top."""

    exit: Exit
    target: int


class Ways:
    """The ways of all links between boxes, each of which stands in one of the lanes."""

    def __init__(self, links: Iterable[Link], names: Sequence[str], lanes: Sequence[int]) -> None:
        self.lanes = lanes
        self.straight: dict[int, Link] = {}
        """The link that leads from a box to the one right below it."""
        self.drops: list[Drop] = []
        self.arounds: list[tuple[Exit, Goal]] = []
        places = {name: number for number, name in enumerate(names)}
        for link in links:
            self._sort_in(link, places[link.source], places[link.target])
        self.tracks = _tracks(self.arounds)
        self._known: dict[tuple[int, Side], list[Slot | Goal]] = {}

    def _sort_in(self, link: Link, source: int, target: int) -> None:
        label = label_lines(link.label, LABEL_MAX)
        here, there = self.lanes[source], self.lanes[target]
        side: Side = "right" if here < there or (here == there and target > source) else "left"
        if target == source + 1 and here == there:
            self.straight[source] = link
        elif target > source and here != there and there not in self.lanes[source + 1 : target]:
            self.drops.append(Drop(Exit(link, source, target, side, label), target))
        else:
            arriving: Side = side if here == there else "left" if here < there else "right"
            goal = Goal(target, arriving, there, source < target)
            self.arounds.append((Exit(link, source, target, side, label), goal))

    def exits(self) -> list[Exit]:
        """The lines that leave their boxes at a side."""
        return [*(drop.exit for drop in self.drops), *(each for each, _ in self.arounds)]

    def slots(self, box: int, side: Side) -> list[Slot | Goal]:
        """What meets one side of a box from top to bottom, so that lines of one box do not cross each other.

        First what comes from above or leads up, the nearest first; then what leads down or comes from below, the nearest
        last. A line back to the box itself leaves right above where it arrives.
        """
        if (box, side) not in self._known:
            self._known[box, side] = self._slots(box, side)
        return self._known[box, side]

    def _slots(self, box: int, side: Side) -> list[Slot | Goal]:
        here = (box, side)
        ends: list[tuple[tuple[int, int], Slot | Goal]] = [
            ((1, -1000 * abs(self.lanes[drop.target] - self.lanes[box])), slot_of(drop.exit))
            for drop in self.drops
            if (drop.exit.source, drop.exit.side) == here
        ]
        ends += [
            (self._order(each.target == box, goal.target < box, goal, box), slot_of(each))
            for each, goal in self.arounds
            if (each.source, each.side) == here
        ]
        for goal in dict.fromkeys(goal for _, goal in self.arounds if (goal.target, goal.side) == here):
            own = any(each.source == box for each, found in self.arounds if found == goal)
            ends.append(((3, 0) if own else self._order(False, goal.from_above, goal, box), goal))
        return [end for _, end in sorted(ends, key=lambda one: one[0])]

    def _order(self, own: bool, upwards: bool, goal: Goal, box: int) -> tuple[int, int]:
        away = 100 * abs(goal.lane - self.lanes[box]) + self.tracks[goal]
        return (2, 0) if own else (0, away) if upwards else (1, -away)


def slot_of(exit: Exit) -> Slot:
    """The room of a line that leaves a box, with its label above it."""
    height = label_height(exit.label)
    return Slot(height + _ABOVE_LINE if height else _PLAIN, _PLAIN, exit)


def arriving_slot() -> Slot:
    """The room of lines that arrive together."""
    return Slot(_PLAIN, _PLAIN)


def _tracks(arounds: Sequence[tuple[Exit, Goal]]) -> dict[Goal, int]:
    """The track of the lines to each goal beside its lane, counted from the boxes outwards. Short ways are the inner ones."""
    spans: dict[Goal, tuple[int, int]] = {}
    for each, goal in arounds:
        low, high = spans.get(goal, (goal.target, goal.target))
        spans[goal] = min(low, each.source), max(high, each.source)
    taken: dict[tuple[int, Side, int], list[tuple[int, int]]] = {}
    tracks: dict[Goal, int] = {}
    for goal, (low, high) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0])):
        for track in count():
            spans_there = taken.setdefault((goal.lane, goal.side, track), [])
            if all(high < other_low or other_high < low for other_low, other_high in spans_there):
                spans_there.append((low, high))
                tracks[goal] = track
                break
    return tracks
