"""Places one position among others, with its contacts in frames at both sides.

The box in focus and everything by superiors stand as in any tree. The boxes of the first group stand in a column at the
left, those of the second at the right, about as high as the focus. One line leads from the focus to each column, around
all boxes, and on to each box of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from posdoc.charts.graph import Box, Graph, Group, Link
from posdoc.layout.body import Body, SetBox, extent_of
from posdoc.layout.clutter import Clutter
from posdoc.layout.labels import line_rects
from posdoc.layout.links import place_links, spacing_of
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.placed import Connector, Frame, PlacedLink, Point, Rect, Side
from posdoc.layout.route import Route, Router
from posdoc.layout.sizes import BoxSizes, lines_at, measure_boxes
from posdoc.layout.tree import Tree, place_tree, straightened
from posdoc.layout.wrap import wrap

_APART = 26.0
_PAD, _SPINE, _BETWEEN = 10.0, 12.0, 8.0
_INSET, _TITLE_TOP, _TITLE_BELOW = 8.0, 4.0, 6.0
_LOWER = 8.0
"""How far below the middle of the focus the lines to its contacts leave it."""
_OPPOSITE: dict[Side, Side] = {"left": "right", "right": "left"}


def around_body(graph: Graph) -> Body:
    """The tree of all boxes without a group, and up to two columns of those with one."""
    sides: dict[str, Side] = dict(zip((group.id for group in graph.groups), ("left", "right"), strict=False))
    core = tuple(box for box in graph.boxes if box.group not in sides)
    sizes = measure_boxes(graph)
    tree = place_tree(replace(graph, boxes=core, groups=()), sizes, spacing_of(graph))
    focus = next((box.id for box in core if box.style == "focus"), None)
    columns = [
        _Column(graph, group, sides[group.id], sizes, tree, tree.boxes[focus] if focus else None)
        for group in graph.groups
        if group.id in sides
    ]
    columns = [column for column in columns if column.boxes]
    contacts = tuple(_contact_links(graph, tree, columns))
    dotted = _dotted(graph, tree, columns, contacts)
    frames = {column.group.id: number for number, column in enumerate(columns)}
    rects = {**tree.boxes, **{name: rect for column in columns for name, rect in column.rects.items()}}
    boxes = tuple(
        SetBox(box, rects[box.id], sizes.lines[box.id], frames.get(box.group or ""))
        for box in {box.id: box for box in graph.boxes}.values()
    )
    links = (*contacts, *dotted)
    extent = extent_of([*rects.values(), *(column.frame.rect for column in columns)], links)
    return Body(extent, boxes, links, tuple(column.frame for column in columns), tuple(tree.connectors))


@dataclass(init=False, slots=True)
class _Column:
    """The boxes of one group below one another in their frame, beside the tree."""

    group: Group
    side: Side
    boxes: list[Box]
    rects: dict[str, Rect]
    frame: Frame

    def __init__(self, graph: Graph, group: Group, side: Side, sizes: BoxSizes, tree: Tree, focus: Rect | None) -> None:
        self.group = group
        self.side = side
        self.boxes = [box for box in graph.boxes if box.group == group.id]
        width = sizes.width + 2 * _PAD + _SPINE
        size = TYPE_SIZES["frame"]
        title = wrap(group.title, width - 2 * _INSET, size.size, size.bold)
        head = _TITLE_TOP + len(title) * size.leading + _TITLE_BELOW
        heights = [sizes.heights[box.id] for box in self.boxes]
        height = head + sum(heights) + _BETWEEN * (len(heights) - 1) + _PAD
        middle = focus.y + focus.height / 2 if focus else tree.height / 2
        x = -_APART - width if side == "left" else tree.width + _APART
        rect = Rect(x, float(round(middle - height / 2)), width, height)
        self.frame = Frame(group.id, rect, 0, lines_at(title, "frame", x + _INSET, rect.y + _TITLE_TOP, width))
        self.rects = {}
        left = x + _PAD if side == "left" else x + _PAD + _SPINE
        y = rect.y + head
        for box, own in zip(self.boxes, heights, strict=True):
            self.rects[box.id] = Rect(left, y, sizes.width, own)
            y += own + _BETWEEN

    @property
    def inner(self) -> Side:
        """The side that faces the tree."""
        return _OPPOSITE[self.side]

    @property
    def spine(self) -> float:
        """Where the line to the boxes comes down beside them."""
        first = next(iter(self.rects.values()))
        return first.right + _SPINE if self.side == "left" else first.x - _SPINE


def _contact_links(graph: Graph, tree: Tree, columns: Sequence[_Column]) -> Iterator[PlacedLink]:
    """The lines to the contacts: those to one column share their way from the focus to its frame."""
    homes = {name: column for column in columns for name in column.rects}
    wanted = [link for link in graph.links if link.source in tree.boxes and link.target in homes]
    routes = _trunks(tree, columns, [Link(link.source, homes[link.target].group.id) for link in wanted])
    for link in wanted:
        column = homes[link.target]
        route = routes[link.source, column.group.id]
        turn, end = route.points[-1], column.rects[link.target].middle(column.inner)
        points = (*route.points, Point(column.spine, turn.y), Point(column.spine, end.y), end)
        yield PlacedLink(link.source, link.target, route.source_side, column.inner, straightened(points), link.style)


def _trunks(tree: Tree, columns: Sequence[_Column], ends: Sequence[Link]) -> dict[tuple[str, str], Route]:
    """A way from each source to the side of each frame that faces the tree."""
    frames = {column.group.id: column.frame.rect for column in columns}
    sides = {column.group.id: column.side for column in columns}
    router = Router({**tree.boxes, **frames}, [], tree.connectors, [], ends)
    solid = Clutter(tree.boxes.values())
    routes: dict[tuple[str, str], Route] = {}
    for end in dict.fromkeys(ends):
        side = sides[end.target]
        unwanted: list[tuple[str, Side]] = [(end.target, each) for each in ("top", "bottom", side)]
        unwanted += [(end.source, each) for each in ("top", "bottom", _OPPOSITE[side])]
        route = router.route(end, unwanted)
        assert route is not None
        route = _lowered(route, solid)
        router.keep(end, route, None)
        routes[end.source, end.target] = route
    return routes


def _lowered(route: Route, solid: Clutter) -> Route:
    """The way with its first level piece a little lower, where nothing stands: the middle is for dotted lines."""
    middle = route.points[0].y
    level = next((at for at, point in enumerate(route.points) if point.y != middle), len(route.points))
    if level < 2:
        return route
    points = tuple(Point(point.x, point.y + _LOWER) if at < level else point for at, point in enumerate(route.points))
    touched = sum(solid.hits(rect) for rect in line_rects([points[1 : level + 1], points[:2]]))
    return route._replace(points=points) if touched <= 1 else route


def _dotted(graph: Graph, tree: Tree, columns: Sequence[_Column], contacts: Sequence[PlacedLink]) -> list[PlacedLink]:
    """The dotted lines, which keep clear of all that is drawn already."""
    links = [link for link in graph.links if link.style == "dotted"]
    boxes = {**tree.boxes, **{name: rect for column in columns for name, rect in column.rects.items()}}
    drawn = [Connector(link.source, link.target, link.source_side, link.target_side, link.points) for link in contacts]
    frames = [column.frame for column in columns]
    return place_links(links, Tree(tree.width, tree.height, boxes, {}, frames, [*tree.connectors, *drawn]))
