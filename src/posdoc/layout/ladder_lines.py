"""The lines of a ladder: out of a box at its right, through the room between columns, into a box at its left.

Between two columns every line that has to change its height does so on a track of its own, but for lines that leave one
place together. Lines that lead to one box join where they arrive. No two others lie on one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from posdoc.charts.graph import Link
from posdoc.layout.ladder_ports import Ports
from posdoc.layout.ladder_tracks import TRACK, Net, set_tracks
from posdoc.layout.ladder_ways import Columns, Place, Way, kind_of
from posdoc.layout.placed import PlacedLink, Point, Rect, Side
from posdoc.layout.tree import straightened

MARGIN, LEAST = 14.0, 30.0
"""Beside the tracks between two columns, and the least distance of columns."""


class Lines:
    """The lines between columns whose places have their heights; the boxes are all ``width`` wide."""

    def __init__(self, columns: Columns, width: float) -> None:
        self.columns = columns
        self.width = width
        self.ports = Ports(columns)
        self.nets = [self._nets(column) for column in range(len(columns.places))]

    def _nets(self, column: int) -> dict[object, Net]:
        nets: dict[object, Net] = defaultdict(Net)
        for way, one, other in self.ports.segments[column]:
            net = nets[id(one), kind_of(way)]
            net.left.add(self.ports.y(one, "right", kind_of(way)))
            net.right.add(self.ports.y(other, "left", kind_of(way)))
        for way in self.ports.levels[column]:
            nets[_level_net(way)].left.update(self.ports.y(place, "right", kind_of(way)) for place in way.places)
        set_tracks(nets.values())
        return nets

    def room(self, column: int) -> float:
        """How much room is needed at the right of a column; none at the right of the last one without lines there."""
        tracks = [net.track for net in self.nets[column].values() if net.turns]
        is_last = column == len(self.nets) - 1
        if not tracks:
            return 0.0 if is_last else LEAST
        return max(LEAST, MARGIN * (1 if is_last else 2) + TRACK * max(tracks))

    def draw(self, lefts: Sequence[float]) -> Iterator[PlacedLink]:
        """The placed links, in columns that begin at ``lefts``."""
        for way in self.columns.ways:
            sides: tuple[Side, Side]
            if self.ports.is_straight(way):
                points, sides = self._down(way, lefts), ("bottom", "top")
                turned = way.from_top()[0] is not way.source
            else:
                points, sides = self._along(way, lefts), ("right", "right" if way.is_level else "left")
                turned = not way.leads_up
            yield _placed(way.link, points[::-1] if turned else points, sides[::-1] if turned else sides)

    def _down(self, way: Way, lefts: Sequence[float]) -> tuple[Point, ...]:
        upper, lower = way.from_top()
        x = lefts[upper.column] + self.width / 2
        return Point(x, upper.bottom), Point(x, lower.top)

    def _along(self, way: Way, lefts: Sequence[float]) -> tuple[Point, ...]:
        kind, ports = kind_of(way), self.ports
        first, last = way.places[0], way.places[-1]
        start = Point(lefts[first.column] + self.width, ports.y(first, "right", kind))
        if way.is_level:
            x, end = self._x(first.column, _level_net(way), lefts), ports.y(last, "right", kind)
            return straightened((start, Point(x, start.y), Point(x, end), Point(start.x, end)))
        points = [start]
        for one, other in zip(way.places, way.places[1:], strict=False):
            x = self._x(one.column, (id(one), kind), lefts)
            points += [Point(x, ports.y(one, "right", kind)), Point(x, ports.y(other, "left", kind))]
        return straightened((*points, Point(lefts[last.column], ports.y(last, "left", kind))))

    def _x(self, column: int, net: object, lefts: Sequence[float]) -> float:
        return lefts[column] + self.width + MARGIN + TRACK * self.nets[column][net].track


def _level_net(way: Way) -> object:
    """Lines between boxes of one column share a track where they begin at the same upper box."""
    return "level", id(way.from_top()[0]), kind_of(way)


def _placed(link: Link, points: tuple[Point, ...], sides: tuple[Side, Side]) -> PlacedLink:
    return PlacedLink(link.source, link.target, *sides, points, link.style)


def rect_of(place: Place, lefts: Sequence[float], width: float) -> Rect:
    """The room of a box in its column."""
    return Rect(lefts[place.column], place.top, width, place.height)
