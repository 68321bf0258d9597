"""Places the dotted lines: a way for each, and room for its label that hits nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from posdoc.charts.graph import Link
from posdoc.layout.labels import Spot, best_spot, label_lines, label_texts, line_rects
from posdoc.layout.metrics import text_width
from posdoc.layout.placed import PlacedLink, Point, Rect, Text
from posdoc.layout.route import Route, Router
from posdoc.layout.tree import Tree


def place_links(links: Sequence[Link], tree: Tree) -> list[PlacedLink]:
    """The dotted lines and their labels, in the tree's coordinates. A link without two boxes is left out."""
    if not links:
        return []
    titles = [_text_rect(text) for frame in tree.frames for text in frame.texts]
    outlines = line_rects([_outline(frame.rect) for frame in tree.frames])
    router = Router(tree.boxes, [frame.rect for frame in tree.frames], tree.connectors, titles)
    found: list[PlacedLink] = []
    for link in links:
        placed = _place(link, router, outlines)
        if placed is not None:
            found.append(placed)
    return found


def _place(link: Link, router: Router, outlines: Sequence[Rect]) -> PlacedLink | None:
    """Tries other sides of the two boxes as long as there is no clear room for the label."""
    lines = label_lines(link.label)
    plainest = router.route(link)
    if plainest is None:
        return None
    if not lines:
        router.keep(link, plainest, None)
        return _placed(link, plainest)
    ends = (link.target, plainest.target_side), (link.source, plainest.source_side)
    tried: list[tuple[Spot, Route]] = []
    for avoided in ((), ends[:1], ends[1:], ends):
        route = router.route(link, avoided) or plainest
        tried.append((_label_spot(lines, route, router, outlines), route))
        if tried[-1][0].clear:
            break
    spot, route = min(tried, key=lambda one: one[0].cost)
    router.keep(link, route, spot.room)
    return replace(_placed(link, route), label=label_texts(lines, spot.room), label_rect=spot.room)


def _label_spot(lines: Sequence[str], route: Route, router: Router, outlines: Sequence[Rect]) -> Spot:
    solid = [*router.boxes.values(), *router.texts]
    return best_spot(lines, route.points, solid, [*line_rects([*router.ways, route.points]), *outlines])


def _placed(link: Link, route: Route) -> PlacedLink:
    return PlacedLink(link.source, link.target, route.source_side, route.target_side, route.points, link.style)


def _text_rect(text: Text) -> Rect:
    width = text_width(text.text, text.size, text.bold)
    return Rect(text.x, text.y - text.size, width, text.size * 1.2)


def _outline(rect: Rect) -> tuple[Point, ...]:
    right, bottom = rect.right, rect.bottom
    corners = (Point(rect.x, rect.y), Point(right, rect.y), Point(right, bottom), Point(rect.x, bottom))
    return (*corners, corners[0])
