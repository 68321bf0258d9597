"""Where the lines of a ladder meet its boxes, and at which heights they pass through columns.

Where a line leaves a column at the height at which a stranger enters the next one, the two could lie on one another; so the
stranger is moved a little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from posdoc.layout.ladder_ways import Columns, Kind, Place, Way, kind_of, offsets
from posdoc.layout.placed import Side

_CLEAR, _APART = 3.0, 4.5
"""Between lines of strangers, and between lines that meet one side of a box."""
_INSET, _AWAY = 4.0, 9.0
"""Between a line and the corner of its box or the box beside it; how far one at the edge of a column may be moved."""
_SHIFTS = (0.0, 3.0, -3.0, 4.0, -4.0, 5.0, -5.0, 6.0, -6.0, 8.0, -8.0, 10.0, -10.0, 12.0, -12.0)

End = tuple[int, Kind]
"""A place (by its identity) as an end of lines of one kind."""
Segment = tuple[Way, Place, Place]
"""The part of a way that leads from a place to one in the next column."""


class Ports:
    """The heights at which lines leave and reach the places of the columns.

    ``channelled`` are the ways that run between columns; the others lead straight from a box to the next one below.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._straight = _straight_down(columns)
        self.channelled = [way for way in columns.ways if id(way) not in self._straight]
        self.levels: dict[int, list[Way]] = defaultdict(list)
        """The ways between boxes of one column, by its number."""
        self.segments: dict[int, list[Segment]] = defaultdict(list)
        """What leads out of each column to the next, by its number."""
        self._offsets: dict[tuple[int, Side], dict[Kind, float]] = defaultdict(dict)
        self._numbers = {id(place): number for places in columns.places for number, place in enumerate(places)}
        for way in self.channelled:
            self._sort_in(way)
        for used in self._offsets.values():
            used.update(offsets(used))
        for column in range(len(columns.places)):
            self._make_distinct(column)

    def is_straight(self, way: Way) -> bool:
        """Whether a way leads straight from a box to the next one below."""
        return id(way) in self._straight

    def y(self, place: Place, side: Side, kind: Kind) -> float:
        """The height at which lines of a kind meet a side of a place."""
        return place.y + self._offsets.get((id(place), side), {}).get(kind, 0.0)

    def _sort_in(self, way: Way) -> None:
        first, last = way.places[0], way.places[-1]
        self._offsets[id(first), "right"][kind_of(way)] = 0.0
        self._offsets[id(last), "right" if way.is_level else "left"][kind_of(way)] = 0.0
        if way.is_level:
            self.levels[first.column].append(way)
        for one, other in zip(way.places, way.places[1:], strict=False) if not way.is_level else ():
            self.segments[one.column].append((way, one, other))

    def _make_distinct(self, column: int) -> None:
        """Moves what enters the next column away from the heights at which others leave this one."""
        onward: dict[End, set[object]] = defaultdict(set)
        joined: dict[End, set[End]] = defaultdict(set)
        entered: dict[End, Place] = {}
        left: dict[End, float] = {}
        for way, one, other in self.segments[column]:
            kind = kind_of(way)
            onward[id(one), kind].add(id(other))
            joined[id(other), kind].add((id(one), kind))
            entered[id(other), kind] = other
            left[id(one), kind] = self.y(one, "right", kind)
        for way in self.levels[column]:
            for place in way.places:
                onward[id(place), kind_of(way)].add(way)
                left[id(place), kind_of(way)] = self.y(place, "right", kind_of(way))
        leaving = _Leaving(left)
        for end, place in entered.items():
            # A straight line may be joined by others at one of its ends, not at both: who leads where would be unclear.
            allowed = {other for other in joined[end] if len(joined[end]) == 1 or len(onward[other]) == 1}
            self._move(place, end[1], leaving, allowed)

    def _move(self, place: Place, kind: Kind, leaving: _Leaving, allowed: Collection[End]) -> None:
        if place.box is None:
            above, below = self._room(place)
            free = [place.y + by for by in _SHIFTS if above <= place.y + by <= below]
            place.y = leaving.clearest(free or [place.y], allowed)
            return
        used = self._offsets[id(place), "left"]
        others = [place.y + offset for each, offset in used.items() if each != kind]
        reach = place.height / 2 - _INSET
        wanted = [place.y + used[kind] + by for by in _SHIFTS if abs(used[kind] + by) <= reach]
        free = [y for y in wanted if all(abs(y - other) >= _APART for other in others)]
        used[kind] = leaving.clearest(free or [place.y + used[kind]], allowed) - place.y

    def _room(self, place: Place) -> tuple[float, float]:
        """Between which heights a line that passes through its column may be moved."""
        places = self.columns.places[place.column]
        at = self._numbers[id(place)]
        above = places[at - 1].bottom + _INSET if at else place.y - _AWAY
        below = places[at + 1].top - _INSET if at + 1 < len(places) else place.y + _AWAY
        return above, below


class _Leaving:
    """The heights at which lines leave a column."""

    def __init__(self, left: Mapping[End, float]) -> None:
        ordered = sorted(left.items(), key=lambda item: item[1])
        self._heights = [y for _, y in ordered]
        self._ends = [end for end, _ in ordered]

    def clearest(self, wanted: Sequence[float], allowed: Collection[End]) -> float:
        """The first of the heights that is clear of all lines but the allowed ones, or else the one furthest from them."""
        distances = [min(self._near(y, allowed), default=_CLEAR) for y in wanted]
        clear = (y for y, distance in zip(wanted, distances, strict=True) if distance >= _CLEAR)
        return next(clear, wanted[distances.index(max(distances))])

    def _near(self, y: float, allowed: Collection[End]) -> Iterator[float]:
        for at in range(bisect_left(self._heights, y - _CLEAR), bisect_right(self._heights, y + _CLEAR)):
            if self._ends[at] not in allowed:
                yield abs(self._heights[at] - y)


def _straight_down(columns: Columns) -> set[int]:
    """The ways, by their identity, that lead straight from a box to the next one below it in its column and lane."""
    found: set[int] = set()
    below: dict[int, Place] = {}
    for places in columns.places:
        boxes = [place for place in places if place.box]
        below.update((id(one), other) for one, other in zip(boxes, boxes[1:], strict=False) if one.lane == other.lane)
    taken: set[int] = set()
    for way in columns.ways:
        upper, lower = way.from_top()
        if way.is_level and below.get(id(upper)) is lower and id(upper) not in taken:
            taken.add(id(upper))
            found.add(id(way))
    return found
