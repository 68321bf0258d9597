"""Gives the boxes and lines of a flow's column their coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from posdoc.charts.graph import Box, Link
from posdoc.layout.body import SetBox
from posdoc.layout.flow_column import ARROW, BESIDE, Column, label_width
from posdoc.layout.flow_lines import MARK, Exit, label_height, ports
from posdoc.layout.placed import PlacedLink, Point, Rect, Side
from posdoc.layout.sizes import SetLine, lines_at
from posdoc.layout.tree import straightened

Ports = dict[tuple[int, Side, Exit | None], float]
"""The y at which a line meets a side of a box: one that leaves, or (None) those that arrive."""


class Setting:
    """A column whose boxes are ``width`` wide, the left edge at ``x`` and the top at ``y``."""

    def __init__(self, column: Column, width: float, x: float, y: float) -> None:
        self.column = column
        self.width = width
        self.x = x
        self.rects: list[Rect] = []
        for number, box in enumerate(column.boxes):
            own, height = column.own_width(box, width), column.own_height(number, width)
            self.rects.append(Rect(x + (width - own) / 2, y, own, height))
            y += height + column.below(number, width)
        self.ports = self._ports()

    def _ports(self) -> Ports:
        found: Ports = {}
        sides: tuple[Side, Side] = ("left", "right")
        for number, rect in enumerate(self.rects):
            for side in sides:
                slots = self.column.slots(number, side)
                for slot, y in zip(slots, ports(slots, rect.height), strict=True):
                    found[number, side, slot.exit] = rect.y + y
        return found

    def boxes(self) -> Iterator[SetBox]:
        """The boxes of the column, then the marks."""
        for box, rect in zip(self.column.boxes, self.rects, strict=True):
            yield SetBox(box, rect, self.column.lines(box, self.width))
        for exit in self.column.exits:
            if exit.target is None:
                text = self.column.shorts[exit.link.target]
                mark = Box(_mark_id(exit.link), (), shape="rounded")
                yield SetBox(mark, self._mark(exit), [SetLine(text, "subtitle")])

    def links(self) -> Iterator[PlacedLink]:
        """The lines that leave boxes of the column, those to the next box first."""
        for number, link in self.column.following.items():
            yield self._straight(number, link)
        for exit in self.column.exits:
            yield self._away(exit) if exit.target is None else self._around(exit, exit.target)

    def _straight(self, number: int, link: Link) -> PlacedLink:
        start, end = self.rects[number].middle("bottom"), self.rects[number + 1].middle("top")
        lines = self.column.straight_label(number, self.width)
        return labelled(_placed(link, "bottom", "top", (start, end)), lines, Point(start.x + BESIDE, start.y + 1.0))

    def _around(self, exit: Exit, target: int) -> PlacedLink:
        start, end = self._end(exit.source, exit.side, exit), self._end(target, exit.side, None)
        offset = self.column.lane_offset(exit.side, self.column.lanes[exit.side, target])
        x = self.x - offset if exit.side == "left" else self.x + self.width + offset
        points = straightened((start, Point(x, start.y), Point(x, end.y), end))
        return self._labelled(_placed(exit.link, exit.side, exit.side, points), exit, start)

    def _away(self, exit: Exit) -> PlacedLink:
        start, mark = self._end(exit.source, exit.side, exit), self._mark(exit)
        link = Link(exit.link.source, _mark_id(exit.link), style=exit.link.style)
        return self._labelled(_placed(link, exit.side, "left", (start, mark.middle("left"))), exit, start)

    def _end(self, number: int, side: Side, exit: Exit | None) -> Point:
        return Point(self.rects[number].middle(side).x, self.ports[number, side, exit])

    def _mark(self, exit: Exit) -> Rect:
        y = self.ports[exit.source, exit.side, exit]
        x = self.x + self.width + self.column.label_room(exit.side) + ARROW
        return Rect(x, y - MARK / 2, self.column.mark_width(exit), MARK)

    def _labelled(self, link: PlacedLink, exit: Exit, start: Point) -> PlacedLink:
        """The label above the line where it leaves its box."""
        height = label_height(exit.label)
        left = start.x + BESIDE - 2 if exit.side == "right" else start.x - BESIDE + 2 - label_width(exit.label)
        return labelled(link, exit.label, Point(left, start.y - height - 1.0))


def bridge(link: Link, above: Setting, below: Setting, lines: Sequence[str]) -> PlacedLink:
    """The line from the foot of one column to the head of the next, up through the gap between them."""
    start, end = above.rects[-1].middle("bottom"), below.rects[0].middle("top")
    low = start.y + 12.0 + label_height(lines)
    x = above.x + above.width + above.column.reach("right") + 12.0
    high = end.y - 14.0
    points = (start, Point(start.x, low), Point(x, low), Point(x, high), Point(end.x, high), end)
    return labelled(_placed(link, "bottom", "top", points), lines, Point(start.x + BESIDE, start.y + 4.0))


def labelled(link: PlacedLink, lines: Sequence[str], corner: Point) -> PlacedLink:
    """The link with its label, whose top left corner is given; without lines it has none."""
    if not lines:
        return link
    room = Rect(*corner, label_width(lines), label_height(lines))
    return replace(link, label=lines_at(lines, "label", room.x + 2.0, room.y, room.width - 4.0), label_rect=room)


def _placed(link: Link, source_side: Side, target_side: Side, points: tuple[Point, ...]) -> PlacedLink:
    return PlacedLink(link.source, link.target, source_side, target_side, points, link.style)


def _mark_id(link: Link) -> str:
    return f"{link.source}>{link.target}"
