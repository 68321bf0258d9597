"""Places the dotted lines of a tree: a way for each, and room for its label that hits nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from posdoc.charts.graph import Graph, Link
from posdoc.layout.blocks import ROOMY, Spacing
from posdoc.layout.body import Body, SetBox, extent_of
from posdoc.layout.clutter import Clutter
from posdoc.layout.labels import Spot, best_spot, label_lines, label_texts, line_rects
from posdoc.layout.metrics import text_width
from posdoc.layout.placed import Connector, Frame, PlacedLink, Point, Rect, Text
from posdoc.layout.route import Route, Router
from posdoc.layout.sizes import BoxSizes, measure_boxes
from posdoc.layout.tree import Tree, place_tree


def tree_body(graph: Graph) -> Body:
    """Boxes under their superiors in the frames of their units, with the dotted lines between them."""
    sizes = measure_boxes(graph)
    return placed_body(graph, sizes, place_tree(graph, sizes, spacing_of(graph)))


def spacing_of(graph: Graph) -> Spacing:
    """The distances of a chart by superiors: more where its dotted lines carry labels."""
    return ROOMY if any(link.label for link in graph.links) else Spacing()


def placed_body(graph: Graph, sizes: BoxSizes, tree: Tree) -> Body:
    """The boxes of a tree with their texts, and the dotted lines between them."""
    links = place_links(graph.links, tree)
    boxes = {box.id: box for box in graph.boxes}.values()
    return Body(
        extent_of([Rect(0.0, 0.0, tree.width, tree.height)], links),
        tuple(SetBox(box, tree.boxes[box.id], sizes.lines[box.id], tree.frame_of[box.id]) for box in boxes),
        tuple(links),
        *_with_states(graph, tree),
    )


def _with_states(graph: Graph, tree: Tree) -> tuple[tuple[Frame, ...], tuple[Connector, ...]]:
    """The frames and the lines to superiors, each with what became of it."""
    groups = {group.id: group.state for group in graph.groups if group.state}
    lines = {box.id: box.line for box in graph.boxes if box.line}
    frames = tree.frames if not groups else [replace(frame, state=groups.get(frame.id)) for frame in tree.frames]
    connectors = (
        tree.connectors if not lines else [each._replace(state=lines.get(each.target)) for each in tree.connectors]
    )
    return tuple(frames), tuple(connectors)


def place_links(links: Sequence[Link], tree: Tree) -> list[PlacedLink]:
    """The dotted lines and their labels, in the tree's coordinates. A link without two boxes is left out."""
    if not links:
        return []
    placing = _Placing(links, tree)
    return [placed for link in links if (placed := placing.place(link)) is not None]


class _Placing:
    """What is on the page while one link after the other is placed."""

    def __init__(self, links: Sequence[Link], tree: Tree) -> None:
        titles = [_text_rect(text) for frame in tree.frames for text in frame.texts]
        frames = [frame.rect for frame in tree.frames]
        self.router = Router(tree.boxes, frames, tree.connectors, titles, links)
        self.solid = Clutter([*tree.boxes.values(), *titles])
        lines = [connector.points for connector in tree.connectors]
        self.drawn = Clutter(line_rects([*lines, *(_outline(rect) for rect in frames)]))

    def place(self, link: Link) -> PlacedLink | None:
        """The link's way; other sides of its boxes are tried as long as there is no clear room for the label."""
        plainest = self.router.route(link)
        if plainest is None:
            return None
        lines = label_lines(link.label)
        if not lines:
            return self._keep(link, plainest, None)
        ends = (link.target, plainest.target_side), (link.source, plainest.source_side)
        tried: list[tuple[Spot, Route]] = []
        for avoided in ((), ends[:1], ends[1:], ends):
            route = (self.router.route(link, avoided) if avoided else None) or plainest
            tried.append((best_spot(lines, route.points, self.solid, self.drawn), route))
            if tried[-1][0].clear:
                break
        spot, route = min(tried, key=lambda one: one[0].cost)
        texts = label_texts(lines, spot.room)
        return replace(self._keep(link, route, spot.room), label=texts, label_rect=spot.room)

    def _keep(self, link: Link, route: Route, label: Rect | None) -> PlacedLink:
        self.router.keep(link, route, label)
        self.drawn.add(line_rects([route.points]))
        self.solid.add([label] if label else [])
        sides = route.source_side, route.target_side
        return PlacedLink(link.source, link.target, *sides, route.points, link.style, state=link.state)


def _text_rect(text: Text) -> Rect:
    width = text_width(text.text, text.size, text.bold)
    return Rect(text.x, text.y - text.size, width, text.size * 1.2)


def _outline(rect: Rect) -> tuple[Point, ...]:
    right, bottom = rect.right, rect.bottom
    corners = (Point(rect.x, rect.y), Point(right, rect.y), Point(right, bottom), Point(rect.x, bottom))
    return (*corners, corners[0])
