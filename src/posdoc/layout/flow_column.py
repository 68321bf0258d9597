"""One column of a flow: which lines go where, and how much room they and the boxes need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from posdoc.charts.graph import Box, Line, Link
from posdoc.layout.flow_lines import Exit, Slot, height_for, label_height, lanes_of, slots_of
from posdoc.layout.labels import label_lines
from posdoc.layout.metrics import BOX_PAD_X, TYPE_SIZES, text_width
from posdoc.layout.placed import Side
from posdoc.layout.sizes import SetLine, even, height_of, line_width, set_lines

BOX_MIN, BOX_MAX = 112.0, 248.0
GAP = 18.0
LANE, STUB = 10.0, 16.0
BESIDE = 4.0
"""Between a box and the label of a line that leaves it."""
ARROW = 8.0
"""The least length of a line with an arrow head."""
_TERMINAL_MIN, _TERMINAL_HEIGHT = 72.0, 24.0
_MARK_MIN = 20.0
_DOT = " · "
_SIDES: tuple[Side, Side] = ("left", "right")


class Column:
    """Consecutive boxes of a flow and those of its links that begin in one of them.

    ``shorts`` names every box of the flow for the marks that stand for boxes of another column; a label is broken at
    ``label_max`` points.
    """

    def __init__(
        self, boxes: Sequence[Box], links: Sequence[Link], shorts: Mapping[str, str], label_max: float
    ) -> None:
        self.boxes = boxes
        self.shorts = shorts
        self.label_max = label_max
        self.place = {box.id: number for number, box in enumerate(boxes)}
        self.following: dict[int, Link] = {}
        """The link that leads from a box to the one right below it."""
        self.exits: list[Exit] = []
        for link in links:
            if link.source in self.place:
                self._sort_in(link)
        self.lanes = lanes_of(self.exits)
        self._lines: dict[tuple[str, float], tuple[SetLine, ...]] = {}
        self._slots: dict[tuple[int, Side], list[Slot]] = {}

    def _sort_in(self, link: Link) -> None:
        source, target = self.place[link.source], self.place.get(link.target)
        if target == source + 1 and source not in self.following:
            self.following[source] = link
            return
        side: Side = "left" if target is not None and target <= source else "right"
        self.exits.append(Exit(link, source, target, side, label_lines(link.label, self.label_max)))

    def lines(self, box: Box, width: float) -> tuple[SetLine, ...]:
        """The text of a box in a column whose boxes are so wide."""
        if (box.id, width) not in self._lines:
            inner = width - 2 * BOX_PAD_X
            parts = tuple(part for line in box.lines for part in _in_parts(line, inner))
            self._lines[box.id, width] = set_lines(replace(box, lines=parts), inner)
        return self._lines[box.id, width]

    def box_width(self, room: float) -> float:
        """How wide the boxes should be where the whole column may take ``room``."""
        lines = [line for box in self.boxes for line in self.lines(box, BOX_MAX)]
        wanted = even(max((line_width(line) for line in lines), default=0.0) + 2 * BOX_PAD_X)
        free = room - self.reach("left") - self.reach("right")
        return max(BOX_MIN, min(wanted, free // 2 * 2))

    def own_width(self, box: Box, width: float) -> float:
        """How wide one box is: a start or an end is no wider than its word needs."""
        if box.shape != "rounded":
            return width
        widest = max((line_width(line) for line in self.lines(box, width)), default=0.0)
        return min(width, max(_TERMINAL_MIN, even(widest + 4 * BOX_PAD_X)))

    def own_height(self, number: int, width: float) -> float:
        """How high a box is for its text and for the lines at its sides."""
        box = self.boxes[number]
        lines = self.lines(box, width)
        text = even(_TERMINAL_HEIGHT + 13.0 * (len(lines) - 1)) if box.shape == "rounded" else height_of(lines)
        return max(text, *(even(height_for(self.slots(number, side))) for side in _SIDES))

    def slots(self, number: int, side: Side) -> list[Slot]:
        """The lines at one side of a box, from top to bottom."""
        if (number, side) not in self._slots:
            self._slots[number, side] = slots_of(number, side, self.exits, self.lanes)
        return self._slots[number, side]

    def below(self, number: int, width: float) -> float:
        """The distance from a box to the next."""
        height = label_height(self.straight_label(number, width))
        return max(GAP, height + ARROW) if height else GAP

    def straight_label(self, number: int, width: float) -> tuple[str, ...]:
        """The label of the line down to the next box, to stand at its right."""
        link = self.following.get(number)
        return label_lines(link.label, width / 2 - 2 * BESIDE) if link else ()

    def reach(self, side: Side) -> float:
        """How far lines, labels and marks stand out at a side."""
        lanes = [lane for (at, _), lane in self.lanes.items() if at == side]
        return self.lane_offset(side, max(lanes)) if lanes else self._inner(side)

    def lane_offset(self, side: Side, lane: int) -> float:
        """How far a lane is away from the boxes."""
        return self._inner(side) + STUB + LANE * lane

    def _inner(self, side: Side) -> float:
        marks = [self.mark_width(each) for each in self.exits if each.side == side and each.target is None]
        return self.label_room(side) + (max(marks) + ARROW + BESIDE if marks else 0.0)

    def label_room(self, side: Side) -> float:
        """The room for labels between the boxes and all else at a side."""
        widths = [label_width(each.label) for each in self.exits if each.side == side and each.label]
        return float(round(max(widths) + BESIDE)) if widths else 0.0

    def mark_width(self, exit: Exit) -> float:
        """How wide the mark at the end of a line to another column is."""
        size = TYPE_SIZES["subtitle"]
        return max(_MARK_MIN, even(text_width(self.shorts[exit.link.target], size.size, size.bold) + BOX_PAD_X))


def _in_parts(line: Line, width: float) -> list[Line]:
    """A line that is too wide in the parts between its middle dots, each to be a line of its own."""
    size = TYPE_SIZES[line.role]
    if text_width(line.text, size.size, size.bold) <= width:
        return [line]
    return [Line(part, line.role) for part in line.text.split(_DOT)]


def label_width(lines: Sequence[str]) -> float:
    """How wide the room for a label has to be."""
    size = TYPE_SIZES["label"]
    return max((text_width(line, size.size, size.bold) for line in lines), default=0.0) + 4.0
