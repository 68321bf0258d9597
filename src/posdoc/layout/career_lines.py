"""The lines between the boxes of a position's careers: solid ones to promotions, dashed ones to other moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from posdoc.charts.graph import Link, LinkStyle
from posdoc.layout.flow_column import label_width
from posdoc.layout.flow_setting import labelled
from posdoc.layout.labels import label_lines
from posdoc.layout.placed import PlacedLink, Point, Rect, Side
from posdoc.layout.tree import straightened

INDENT = 20.0
"""How far boxes stand right of the line at their left that leads to several of them."""
APART = 8.0
"""Between the lines to and from one box where both meet the same side."""
_SPINE = 8.0
_ARRIVING, _LEAVING = 19.0, 9.0
"""How far left of the focus the lines of promotions and of demotions run."""
_LABEL_MAX = 60.0


def left_gap(links: Sequence[Link]) -> float:
    """The distance between the focus and what stands left of it."""
    labels = [label_width(label_lines(link.label, _LABEL_MAX)) for link in links if link.style == "demotion"]
    return max([28.0, *(round(width) + _LEAVING + 8.0 for width in labels)])


class Lines:
    """Draws the links between the boxes that are placed; ``following`` is what each promotion leads on to."""

    def __init__(self, rects: Mapping[str, Rect], focus: str, following: Mapping[str, Sequence[str]]) -> None:
        self.rects = rects
        self.focus = rects[focus]
        self.name = focus
        self.following = following
        self.arriving: set[str] = set()

    def draw(self, links: Sequence[Link]) -> Iterator[PlacedLink]:
        """One line for each link of a kind between the same boxes. A label is printed once for each kind of move."""
        kept = list(
            {self._key(link): link for link in links if {link.source, link.target} <= self.rects.keys()}.values()
        )
        self.arriving = {link.source for link in kept if link.style == "promotion" and link.target == self.name}
        ordered = sorted(kept, key=lambda link: self.rects[link.target].y)
        lowest = {link.style: link for link in ordered if link.label and link.source == self.name}
        for link in kept:
            label = label_lines(link.label, _LABEL_MAX) if lowest.get(link.style) is link else ()
            placed = self._line(link, label)
            if placed is not None:
                yield placed

    def _key(self, link: Link) -> tuple[str, str, LinkStyle]:
        return link.source, link.target, link.style

    def _line(self, link: Link, label: Sequence[str]) -> PlacedLink | None:
        if link.source == link.target:
            return None
        if link.style == "promotion":
            if link.target == self.name:
                return self._arriving(link)
            return self._onward(link) if link.target in self.following.get(link.source, ()) else None
        if link.source != self.name:
            return None
        return self._rotation(link, label) if link.style == "rotation" else self._demotion(link, label)

    def _onward(self, link: Link) -> PlacedLink:
        start, end = self.rects[link.source].middle("right"), self.rects[link.target].middle("left")
        x = float(round((start.x + end.x) / 2)) - 2.0
        return _placed(link, "right", "left", (start, Point(x, start.y), Point(x, end.y), end))

    def _arriving(self, link: Link) -> PlacedLink:
        start, end = self.rects[link.source].middle("right"), self.focus.middle("left")
        x = self.focus.x - _ARRIVING
        return _placed(link, "right", "left", (start, Point(x, start.y), Point(x, end.y), end))

    def _rotation(self, link: Link, label: Sequence[str]) -> PlacedLink:
        rect = self.rects[link.target]
        if rect.x == self.focus.x:
            start, end = self.focus.middle("bottom"), rect.middle("top")
            placed = _placed(link, "bottom", "top", (start, end))
        else:
            start, end = Point(self.focus.x + _SPINE, self.focus.bottom), rect.middle("left")
            placed = _placed(link, "bottom", "left", (start, Point(start.x, end.y), end))
        return labelled(placed, label, Point(start.x + 4.0, start.y + 10.0))

    def _demotion(self, link: Link, label: Sequence[str]) -> PlacedLink:
        rect = self.rects[link.target]
        down = APART if link.target in self.arriving else 0.0
        middle = rect.middle("right")
        start = Point(self.focus.x, self.focus.middle("left").y + APART)
        end = Point(middle.x, middle.y + down)
        x = self.focus.x - _LEAVING
        placed = _placed(link, "left", "right", (start, Point(x, start.y), Point(x, end.y), end))
        return labelled(placed, label, Point(end.x + 3.0, end.y + 2.0))


def _placed(link: Link, source_side: Side, target_side: Side, points: tuple[Point, ...]) -> PlacedLink:
    return PlacedLink(link.source, link.target, source_side, target_side, straightened(points), link.style)
