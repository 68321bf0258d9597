"""How high the places in the columns of a ladder stand: near to what they are joined with, and clear of one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from posdoc.layout.ladder_ways import Columns, Place

_SWEEPS = 8
_GAP, _PASSING_GAP, _MOVE_GAP = 11.0, 9.0, 23.0
"""Between boxes, around a line that passes, and between boxes with a line from one straight to the other."""
_NOTHING = 0.01
_WEIGHT = 4.0
"""A passing line is kept straight rather than a box moved near to its neighbours."""


def set_rows(columns: Columns, lanes: int) -> list[float]:
    """Orders the places of each column and gives each its height. Returns the height of each lane; all begin at 0."""
    _Ordering(columns, lanes).run()
    return [_align(columns, lane) for lane in range(lanes)]


class _Ordering:
    """Puts places near to what they are joined with, in sweeps to and fro; the best order that comes up is kept."""

    def __init__(self, columns: Columns, lanes: int) -> None:
        self.columns = columns
        self.rooms = [0.0] * lanes
        for places in columns.places:
            for lane in range(lanes):
                part = [place for place in places if place.lane == lane]
                self.rooms[lane] = max(self.rooms[lane], _stack(part))
        self.starts = list(accumulate((room + 2 * _GAP for room in self.rooms), initial=0.0))

    def run(self) -> None:
        columns = self.columns
        for places in columns.places:
            self._set(places)
        best, length = [list(places) for places in columns.places], self._length()
        for sweep in range(_SWEEPS):
            for places in columns.places if sweep % 2 == 0 else reversed(columns.places):
                wanted = {id(place): self._wanted(place) for place in places}
                places.sort(key=lambda place: (place.lane, wanted[id(place)], place.y))  # noqa: B023
                self._set(places)
            if (found := self._length()) < length:
                best, length = [list(places) for places in columns.places], found
        columns.places[:] = best
        for places in best:
            self._set(places)
        for _ in range(_SWEEPS):
            swapped = [self._swapped(places) for places in columns.places]
            if not any(swapped):
                break

    def _set(self, places: Sequence[Place]) -> None:
        """The places of a column below one another, in the middle of each lane."""
        for lane, part in groupby(places, key=lambda place: place.lane):
            members = list(part)
            shift = self.starts[lane] + (self.rooms[lane] - _stack(members)) / 2
            for place in members:
                place.y += shift

    def _swapped(self, places: list[Place]) -> bool:
        """Swaps neighbours where that brings what is joined nearer together; says whether it has."""
        swapped = False
        for at in range(len(places) - 1):
            one, other = places[at], places[at + 1]
            if one.lane != other.lane:
                continue
            before, heights = self._pull(one) + self._pull(other), (one.y, other.y)
            one.y, other.y = other.bottom - one.height / 2, one.top + other.height / 2
            if self._pull(one) + self._pull(other) < before - _NOTHING:
                places[at], places[at + 1] = other, one
                swapped = True
            else:
                one.y, other.y = heights
        return swapped

    def _pull(self, place: Place) -> float:
        return sum(abs(place.y - other.y) for other in self.columns.beside.get(id(place), ()))

    def _wanted(self, place: Place) -> float:
        joined = self.columns.beside.get(id(place), ())
        return sum(other.y for other in joined) / len(joined) if joined else place.y

    def _length(self) -> float:
        """How far apart are places that are joined."""
        pairs = (pair for way in self.columns.ways for pair in zip(way.places, way.places[1:], strict=False))
        return sum(abs(one.y - other.y) for one, other in pairs)


def _stack(places: Sequence[Place]) -> float:
    """Sets the places below one another from 0 on; returns where they end."""
    above: Place | None = None
    for place in places:
        place.y = above.y + _apart(above, place) if above else place.height / 2
        above = place
    return above.bottom if above else 0.0


def _apart(one: Place, other: Place) -> float:
    """How far the middles of two places that follow one another have to be apart."""
    gap = _GAP if one.box and other.box else _PASSING_GAP
    return (one.height + other.height) / 2 + gap


def _align(columns: Columns, lane: int) -> float:
    """Gives the places of one lane their heights, from 0 on. Returns how high the lane is."""
    parts = [[place for place in places if place.lane == lane] for places in columns.places]
    gaps = {id(one): _gap(columns, one, other) for part in parts for one, other in zip(part, part[1:], strict=False)}
    for sweep in range(_SWEEPS):
        side = 1 if sweep % 2 else -1
        for part in parts if side < 0 else parts[::-1]:
            _settle(part, gaps, [_near(columns, place, lane, None if sweep < _SWEEPS - 2 else side) for place in part])
    placed = [place for part in parts for place in part]
    top = min((place.top for place in placed), default=0.0)
    for place in placed:
        place.y = float(round(place.y - top))
    return max((place.bottom for place in placed), default=0.0)


def _gap(columns: Columns, one: Place, other: Place) -> float:
    joined = any(each is other for each in columns.beside.get(id(one), ()))
    return _apart(one, other) + (_MOVE_GAP - _GAP if joined else 0.0)


def _near(columns: Columns, place: Place, lane: int, side: int | None) -> float:
    """The height that would make the lines straight: those on both sides, or the first one on one side."""
    joined = [each for each in columns.beside.get(id(place), ()) if each.lane == lane and each.column != place.column]
    if side is None:
        return sum(each.y for each in joined) / len(joined) if joined else place.y
    beside = [each.y for each in joined if (each.column - place.column) * side > 0]
    return min(beside, key=lambda y: abs(y - place.y)) if beside else place.y


def _settle(places: Sequence[Place], gaps: dict[int, float], wanted: Sequence[float]) -> None:
    """Each place as near to where it is wanted as the others allow: the least sum of squares of the distances."""
    blocks: list[tuple[float, float, int]] = []
    offsets: list[float] = []
    offset = 0.0
    for number, (place, want) in enumerate(zip(places, wanted, strict=True)):
        offset += gaps[id(places[number - 1])] if number else 0.0
        offsets.append(offset)
        weight = 1.0 if place.box else _WEIGHT
        total, count = weight * (want - offset), 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / weight:
            above = blocks.pop()
            total, weight, count = total + above[0], weight + above[1], count + above[2]
        blocks.append((total, weight, count))
    number = 0
    for total, weight, count in blocks:
        for _ in range(count):
            places[number].y = total / weight + offsets[number]
            number += 1
