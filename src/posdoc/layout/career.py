"""Places the careers of a position from left to right: whoever is promoted to it, itself, and where it leads.

The box in focus stands in the middle. Links of the style ``promotion`` say what stands left and right of it, those of
``rotation`` what hangs below it, those of ``demotion`` what stands left below. The chart is made for the width of
the text on an upright page.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdoc.charts.graph import Graph, LinkStyle
from posdoc.layout.body import Body, SetBox, extent_of
from posdoc.layout.career_lines import APART, INDENT, Lines, left_gap
from posdoc.layout.placed import Rect
from posdoc.layout.sizes import SetLine, even, height_of, line_width, set_lines

PAGE_WIDTH = 462.0
BOX_MAX, BOX_LEAST = 124.0, 58.0
GAP = 28.0
_PAD = 5.0
_BETWEEN, _BELOW = 10.0, 30.0


def place_career(graph: Graph) -> Body:
    """The boxes of a position's careers and the links between them. What no link ties to the focus is left out."""
    return _Career(graph).place()


class _Career:
    """The state of one run."""

    def __init__(self, graph: Graph) -> None:
        self.by_id = {box.id: box for box in graph.boxes}
        self.links = [link for link in graph.links if {link.source, link.target} <= self.by_id.keys()]
        self.focus = next((box.id for box in graph.boxes if box.style == "focus"), "")
        self.columns = self._columns()
        left, demoted = self._others("promotion", arriving=True), self._others("demotion")
        right = {name for column in self.columns[1:] for name in column}
        # Next to the posts to be sent back to stand those who may be sent back to where they came from.
        self.left = sorted((name for name in left if name not in right), key=lambda name: name in demoted)
        self.demoted = [name for name in demoted if name not in right and name not in self.left]
        seen = right.union(self.left, self.demoted)
        self.rotations = [name for name in self._others("rotation") if name not in seen]
        self.gap = left_gap(self.links) if self.left or self.demoted else 0.0
        self.width = self._width()
        self.rects: dict[str, Rect] = {}

    def _others(self, style: LinkStyle, *, arriving: bool = False) -> list[str]:
        """The boxes at the other ends of the links of a style that leave the focus, or arrive at it."""
        links = [link for link in self.links if link.style == style]
        if arriving:
            found = [link.source for link in links if link.target == self.focus]
        else:
            found = [link.target for link in links if link.source == self.focus]
        return [name for name in dict.fromkeys(found) if name != self.focus]

    def _columns(self) -> list[list[str]]:
        """The focus, then what one step leads to, two steps … ; each box once."""
        columns = [[self.focus]] if self.focus else []
        self.next: dict[str, list[str]] = {}
        seen = {self.focus}
        while columns and columns[-1]:
            columns.append([])
            for name in columns[-2]:
                self.next[name] = [each for each in self._led_to(name) if each not in seen]
                seen.update(self.next[name])
                columns[-1].extend(self.next[name])
        return columns[:-1]

    def _led_to(self, name: str) -> list[str]:
        return list(dict.fromkeys(e.target for e in self.links if e.style == "promotion" and e.source == name))

    def _width(self) -> float:
        """All boxes are equally wide: as the widest text needs, as far as the page allows."""
        count = len(self.columns) + (1 if self.gap else 0)
        gaps = GAP * (len(self.columns) - 1) + self.gap
        lines = [line for box in self.by_id.values() for line in set_lines(box, BOX_MAX - 2 * _PAD)]
        wanted = even(max((line_width(line) for line in lines), default=0.0) + 2 * _PAD + 2.0)
        return max(BOX_LEAST, min(wanted, (PAGE_WIDTH - gaps) / max(count, 1) // 2 * 2))

    def place(self) -> Body:
        """Boxes from the right to the left, then the lines."""
        if not self.focus:
            return Body(extent_of([], []), (), ())
        self._set_right()
        self._set_left()
        self._set_below()
        links = tuple(Lines(self.rects, self.focus, self.next).draw(self.links))
        boxes = tuple(
            SetBox(box, self.rects[box.id], self._lines(box.id, self.rects[box.id].width))
            for box in self.by_id.values()
            if box.id in self.rects
        )
        return Body(extent_of(self.rects.values(), links), boxes, links)

    def _lines(self, name: str, width: float) -> tuple[SetLine, ...]:
        return set_lines(self.by_id[name], width - 2 * _PAD)

    def _height(self, name: str, width: float) -> float:
        return height_of(self._lines(name, width))

    def _set_right(self) -> None:
        """The tree of promotions; every box stands in the middle of what it leads to."""
        rooms: dict[str, float] = {}
        for name in (name for column in reversed(self.columns) for name in column):
            rooms[name] = max(self._height(name, self.width), _total(rooms[each] for each in self.next.get(name, ())))
        tops = {self.focus: 0.0}
        for number, column in enumerate(self.columns):
            for name in column:
                height = self._height(name, self.width)
                y = tops[name] + (rooms[name] - height) / 2
                self.rects[name] = Rect(number * (self.width + GAP), y, self.width, height)
                below = self.next.get(name, [])
                at = tops[name] + (rooms[name] - _total(rooms[each] for each in below)) / 2
                for each in below:
                    tops[each] = at
                    at += rooms[each] + _BETWEEN

    def _set_left(self) -> None:
        focus = self.rects[self.focus]
        x = focus.x - self.gap - self.width
        heights = [self._height(name, self.width) for name in self.left]
        y = focus.y + focus.height / 2 - _total(heights) / 2
        for name, height in zip(self.left, heights, strict=True):
            self.rects[name] = Rect(x, y, self.width, height)
            y += height + _BETWEEN
        y = max(y, focus.y + focus.height / 2 + APART) + _BETWEEN
        for name in self.demoted:
            self.rects[name] = Rect(x, y, self.width, self._height(name, self.width))
            y += self.rects[name].height + _BETWEEN

    def _set_below(self) -> None:
        """A single rotation straight below the focus; several on a line at their left."""
        focus = self.rects[self.focus]
        indent = INDENT if len(self.rotations) > 1 else 0.0
        y = focus.bottom + _BELOW
        for name in self.rotations:
            width = self.width - indent
            self.rects[name] = Rect(focus.x + indent, y, width, self._height(name, width))
            y += self.rects[name].height + _BETWEEN


def _total(heights: Iterable[float]) -> float:
    """The height of boxes below one another."""
    found = list(heights)
    return sum(found) + _BETWEEN * max(0, len(found) - 1)
