"""Gives the boxes, lines and frames of a flow in lanes their coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdoc.charts.graph import Box, Graph, Link
from posdoc.layout.body import Body, SetBox, extent_of
from posdoc.layout.flow_column import ARROW, BESIDE, GAP, label_width
from posdoc.layout.flow_lines import Exit, Slot, height_for, label_height, ports
from posdoc.layout.flow_setting import labelled
from posdoc.layout.labels import label_lines
from posdoc.layout.metrics import BOX_PAD_X, TYPE_SIZES
from posdoc.layout.placed import Frame, PlacedLink, Point, Rect, Side
from posdoc.layout.sizes import SetLine, even, height_of, line_width, lines_at, set_lines
from posdoc.layout.swimlanes import Goal, Ways, arriving_slot
from posdoc.layout.tree import straightened
from posdoc.layout.wrap import wrap

PAD, TRACK, STUB = 10.0, 8.0, 14.0
"""Between a box and the edge of its lane, between two lines beside a lane, and between a box or label and the first one."""
_INSET, _TITLE_TOP, _TITLE_BELOW = 6.0, 5.0, 9.0
_TERMINAL_MIN, _TERMINAL_HEIGHT = 60.0, 24.0
_SIDES: tuple[Side, Side] = ("left", "right")


class Setting:
    """A flow in lanes whose boxes are ``width`` wide."""

    def __init__(self, graph: Graph, boxes: Sequence[Box], ways: Ways, width: float) -> None:
        self.graph = graph
        self.boxes = boxes
        self.ways = ways
        self.width = width
        self.titles = [self._title(group.title) for group in graph.groups]
        self.edges = self._edges()
        self.head = _TITLE_TOP + _TITLE_BELOW + max(map(len, self.titles)) * TYPE_SIZES["frame"].leading
        self.rects = self._rects()
        self.ends = self._ends()

    def _title(self, text: str) -> tuple[str, ...]:
        size = TYPE_SIZES["frame"]
        return wrap(text, self.width + 2 * (PAD - _INSET), size.size, size.bold)

    def room(self, lane: int, side: Side) -> float:
        """The room beside the boxes of a lane: for labels, then for lines, then a little more."""
        tracks = [track for goal, track in self.ways.tracks.items() if (goal.lane, goal.side) == (lane, side)]
        labels = self.label_room(lane, side)
        if not tracks:
            return max(PAD, labels)
        return labels + STUB + TRACK * max(tracks) + PAD - 2.0

    def label_room(self, lane: int, side: Side) -> float:
        """How wide the labels of lines that leave boxes of a lane at a side are."""
        widths = [
            label_width(each.label)
            for each in self.ways.exits()
            if each.side == side and each.label and self.ways.lanes[each.source] == lane
        ]
        return float(round(max(widths) + BESIDE)) if widths else 0.0

    def _edges(self) -> list[tuple[float, float]]:
        """The left edge of each lane, and that of the boxes in it."""
        found, x = [], 0.0
        for lane in range(len(self.graph.groups)):
            boxes = x + self.room(lane, "left")
            found.append((x, boxes))
            x = boxes + self.width + self.room(lane, "right")
        return [*found, (x, x)]

    def lines(self, box: Box) -> tuple[SetLine, ...]:
        """The text of a box."""
        return set_lines(box, self.width - 2 * BOX_PAD_X)

    def _rects(self) -> list[Rect]:
        found, y = [], self.head
        for number, box in enumerate(self.boxes):
            own, height = self._size(number, box)
            x = self.edges[self.ways.lanes[number]][1]
            found.append(Rect(x + (self.width - own) / 2, y, own, height))
            label = label_height(self._straight_label(number))
            y += height + (max(GAP, label + ARROW) if label else GAP)
        return found

    def _size(self, number: int, box: Box) -> tuple[float, float]:
        lines = self.lines(box)
        sides = max(even(height_for(self._slots(number, side))) for side in _SIDES)
        if box.shape != "rounded":
            return self.width, max(height_of(lines), sides)
        widest = max((line_width(line) for line in lines), default=0.0)
        height = even(_TERMINAL_HEIGHT + 13.0 * (len(lines) - 1))
        return min(self.width, max(_TERMINAL_MIN, even(widest + 4 * BOX_PAD_X))), max(height, sides)

    def _slots(self, number: int, side: Side) -> list[Slot]:
        return [arriving_slot() if isinstance(end, Goal) else end for end in self.ways.slots(number, side)]

    def _straight_label(self, number: int) -> tuple[str, ...]:
        link = self.ways.straight.get(number)
        return label_lines(link.label, self.width / 2 - 2 * BESIDE) if link else ()

    def _ends(self) -> dict[Exit | Goal, Point]:
        """Where every line meets a side of a box."""
        found: dict[Exit | Goal, Point] = {}
        for number, rect in enumerate(self.rects):
            for side in _SIDES:
                ends = self.ways.slots(number, side)
                for end, y in zip(ends, ports(self._slots(number, side), rect.height), strict=True):
                    key = end if isinstance(end, Goal) else end.exit
                    assert key is not None
                    found[key] = Point(rect.middle(side).x, rect.y + y)
        return found

    def body(self) -> Body:
        """The whole flow."""
        boxes, links, frames = tuple(self._boxes()), tuple(self._links()), tuple(self._frames())
        return Body(extent_of([frame.rect for frame in frames], links), boxes, links, frames)

    def _boxes(self) -> Iterator[SetBox]:
        for number, box in enumerate(self.boxes):
            yield SetBox(box, self.rects[number], self.lines(box), self.ways.lanes[number])

    def _frames(self) -> Iterator[Frame]:
        bottom = self.rects[-1].bottom + PAD
        for number, group in enumerate(self.graph.groups):
            left, right = self.edges[number][0], self.edges[number + 1][0]
            rect = Rect(left, 0.0, right - left, bottom)
            x = self.edges[number][1] - PAD + _INSET
            yield Frame(group.id, rect, 0, lines_at(self.titles[number], "frame", x, _TITLE_TOP, self.width + _INSET))

    def _links(self) -> Iterator[PlacedLink]:
        for number, link in self.ways.straight.items():
            yield self._straight(number, link)
        for drop in self.ways.drops:
            start, end = self.ends[drop.exit], self.rects[drop.target].middle("top")
            placed = _placed(drop.exit.link, drop.exit.side, "top", (start, Point(end.x, start.y), end))
            yield self._labelled(placed, drop.exit, start)
        for exit, goal in self.ways.arounds:
            start, end = self.ends[exit], self.ends[goal]
            x = self._track(goal)
            placed = _placed(exit.link, exit.side, goal.side, (start, Point(x, start.y), Point(x, end.y), end))
            yield self._labelled(placed, exit, start)

    def _straight(self, number: int, link: Link) -> PlacedLink:
        start, end = self.rects[number].middle("bottom"), self.rects[number + 1].middle("top")
        placed = _placed(link, "bottom", "top", (start, end))
        return labelled(placed, self._straight_label(number), Point(start.x + BESIDE, start.y + 1.0))

    def _track(self, goal: Goal) -> float:
        """The x of the upright piece of the lines to a goal."""
        away = self.label_room(goal.lane, goal.side) + STUB + TRACK * self.ways.tracks[goal]
        left = self.edges[goal.lane][1]
        return left - away if goal.side == "left" else left + self.width + away

    def _labelled(self, link: PlacedLink, exit: Exit, start: Point) -> PlacedLink:
        """The label above the line where it leaves its box."""
        edge = self.edges[self.ways.lanes[exit.source]][1]
        if exit.side == "right":
            left = max(start.x, edge + self.width) + BESIDE - 2
        else:
            left = min(start.x, edge) - BESIDE + 2 - label_width(exit.label)
        return labelled(link, exit.label, Point(left, start.y - label_height(exit.label) - 1.0))


def _placed(link: Link, source_side: Side, target_side: Side, points: tuple[Point, ...]) -> PlacedLink:
    return PlacedLink(link.source, link.target, source_side, target_side, straightened(points), link.style)
