"""The lines that a dotted link may run on, and what a step along each of them costs.

The candidates run beside the edges of boxes and frames, so they keep clear of them. A step is impossible where it
would pass through a box or a text, costs its length, and more where it crosses a line or runs along one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from posdoc.layout.placed import Point, Rect

CLEAR = 6.0
_HALO = 3.0
_CROSSING = 36.0
_ALONG = 5.0
_NEAR = 2.5
_BESIDE = 1.0
_CLOSE = 11.0
_SAME = 2.0


class Segment(NamedTuple):
    """A level or upright piece of a line: at ``at``, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


def segments(lines: Iterable[Sequence[Point]]) -> tuple[list[Segment], list[Segment]]:
    """The level and the upright pieces of the lines."""
    level: list[Segment] = []
    upright: list[Segment] = []
    for line in lines:
        for a, b in zip(line, line[1:], strict=False):
            if a.y == b.y:
                level.append(Segment(a.y, min(a.x, b.x), max(a.x, b.x)))
            else:
                upright.append(Segment(a.x, min(a.y, b.y), max(a.y, b.y)))
    return level, upright


def distinct(values: Iterable[float], needed: Iterable[float]) -> list[float]:
    """The values in order, without those that lie next to another one; ``needed`` ones are all there."""
    wanted = sorted(set(needed))
    kept: list[float] = []
    for value in sorted(set(values)):
        index = bisect_left(wanted, value - _SAME)
        beside_wanted = index < len(wanted) and wanted[index] <= value + _SAME
        if not beside_wanted and (not kept or value - kept[-1] > _SAME):
            kept.append(value)
    return sorted([*kept, *wanted])


class Lanes:
    """The grid of one chart. ``step_costs(level, index)`` is the price of each step along one lane."""

    def __init__(self, xs: list[float], ys: list[float]) -> None:
        self.xs = xs
        self.ys = ys
        self._blocks: dict[bool, list[tuple[float, float, float, float]]] = {True: [], False: []}
        self._drawn: dict[bool, list[Segment]] = {True: [], False: []}
        self._costs: dict[tuple[bool, int], list[float]] = {}

    def add(self, ways: Iterable[Sequence[Point]], obstacles: Iterable[Rect]) -> None:
        """Puts lines and obstacles on the page; lanes that are priced already are priced anew from here on."""
        level, upright = segments(ways)
        halos = [Rect(r.x - _HALO, r.y - _HALO, r.width + 2 * _HALO, r.height + 2 * _HALO) for r in obstacles]
        blocks = {
            True: [(r.y, r.bottom, r.x, r.right) for r in halos],
            False: [(r.x, r.right, r.y, r.bottom) for r in halos],
        }
        drawn = {True: level, False: upright}
        for (is_level, index), costs in self._costs.items():
            self._charge(costs, is_level, index, drawn, blocks)
        for axis in (True, False):
            self._blocks[axis] += blocks[axis]
            self._drawn[axis] += drawn[axis]

    def step_costs(self, level: bool, index: int) -> list[float]:
        """Along the level lane at ``ys[index]`` (or the upright one at ``xs[index]``): cost of step i to i + 1."""
        known = self._costs.get((level, index))
        if known is None:
            along = self.xs if level else self.ys
            known = [b - a for a, b in zip(along, along[1:], strict=False)]
            self._charge(known, level, index, self._drawn, self._blocks)
            self._costs[level, index] = known
        return known

    def _charge(
        self,
        costs: list[float],
        level: bool,
        index: int,
        drawn: Mapping[bool, list[Segment]],
        blocks: Mapping[bool, list[tuple[float, float, float, float]]],
    ) -> None:
        along, at = (self.xs, self.ys[index]) if level else (self.ys, self.xs[index])
        for segment in drawn[not level]:
            if segment.start - _NEAR <= at <= segment.end + _NEAR:
                place = bisect_left(along, segment.at) - 1
                if 0 <= place < len(costs):
                    costs[place] += _CROSSING
        for segment in drawn[level]:
            if abs(segment.at - at) <= _CLOSE:
                _raise_costs(costs, along, segment, _ALONG if abs(segment.at - at) <= _NEAR else _BESIDE)
        for low, high, start, end in blocks[level]:
            if low < at < high:
                first = max(0, bisect_right(along, start) - 1)
                for place in range(first, min(len(costs), bisect_left(along, end))):
                    costs[place] = inf


def _raise_costs(costs: list[float], along: list[float], segment: Segment, factor: float) -> None:
    """Running along a drawn line, or close beside it, costs a multiple of the length."""
    first = max(0, bisect_right(along, segment.start) - 1)
    for place in range(first, min(len(costs), bisect_left(along, segment.end))):
        costs[place] += factor * (along[place + 1] - along[place])
