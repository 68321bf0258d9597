"""Lines of slides as connectors that every program draws alike.

PowerPoint draws a connector with several bends as it is stored. LibreOffice before version 24 does not read where the
bends are, and runs it through other boxes. A connector that is straight or has one bend leaves no choice; so a line with
more bends is made of such pieces, which meet at joints: dots as small as the line is thin, to which they are tied as to boxes.
When a box is moved, the piece at its end follows; the rest of the line, which others may share, stays where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from posdoc.drawing._strokes import in_turn
from posdoc.layout.placed import Connector, PlacedLink, Point, Side
from posdoc.layout.sites import Site


class Joint(NamedTuple):
    """A dot where pieces of a line meet. ``number`` tells joints at one place apart."""

    point: Point
    number: int


class End(NamedTuple):
    """Where a piece is tied: to a box (by id) or to a joint, and at which place of it."""

    shape: str | Joint
    site: Site


class Piece(NamedTuple):
    """A connector with at most one bend, ``points`` from place to place. ``line`` numbers the whole that it is a part of."""

    line: int
    points: tuple[Point, ...]
    start: End
    end: End


def tree_pieces(connectors: Sequence[Connector]) -> list[Piece]:
    """The solid lines. Those of one superior share the joints at their corners, and what leads to these is drawn once."""
    found: dict[tuple[End, End], Piece] = {}
    numbers: dict[str, int] = {}
    for line in in_turn(range(len(connectors)), connectors):
        connector = connectors[line]
        number = numbers.setdefault(connector.source, len(numbers))
        stops = connector.points[1:-2]
        for piece in _pieces(line, connector, [Joint(point, number) for point in stops]):
            found.setdefault((piece.start, piece.end), piece)
    return list(found.values())


def link_pieces(links: Sequence[PlacedLink], first: int, sites: Mapping[str, Sequence[Site]]) -> list[Piece]:
    """All other lines, numbered on from ``first``; each has joints of its own, in the middle of its inner parts.

    ``sites`` are the places where boxes are met besides the middles of their sides. From these a line runs straight to
    a joint at its corner: LibreOffice takes a bend for a choice there too.
    """
    found = []
    for line, link in enumerate(links, first):
        points = link.points
        stops = [Point((a.x + b.x) / 2, (a.y + b.y) / 2) for a, b in zip(points[1:-1], points[2:-1], strict=False)]
        corners = points[1:-1]
        if corners and Site(points[0], link.source_side) in sites[link.source]:
            stops.insert(0, corners[0])
        if corners and Site(points[-1], link.target_side) in sites[link.target] and corners[-1] not in stops:
            stops.append(corners[-1])
        found += _pieces(line, link, [Joint(point, line) for point in stops])
    return found


def joints(pieces: Iterable[Piece]) -> dict[Joint, Piece]:
    """The joints of pieces, in the order in which lines come to them, each with the first piece that does."""
    found: dict[Joint, Piece] = {}
    for piece in pieces:
        for end in (piece.start, piece.end):
            if isinstance(end.shape, Joint):
                found.setdefault(end.shape, piece)
    return found


def _pieces(line: int, whole: Connector | PlacedLink, stops: Sequence[Joint]) -> list[Piece]:
    """A line cut at its joints."""
    ways = _cut(whole.points, [joint.point for joint in stops])
    starts = [End(joint, Site(joint.point, _side(*way[:2]))) for joint, way in zip(stops, ways[1:], strict=True)]
    ends = [End(joint, Site(joint.point, _side(way[-1], way[-2]))) for joint, way in zip(stops, ways[:-1], strict=True)]
    first = End(whole.source, Site(whole.points[0], whole.source_side))
    last = End(whole.target, Site(whole.points[-1], whole.target_side))
    return [
        Piece(line, tuple(way), start, end)
        for way, start, end in zip(ways, [first, *starts], [*ends, last], strict=True)
    ]


def _cut(points: Sequence[Point], stops: Sequence[Point]) -> list[list[Point]]:
    """A line in pieces; each of the stops lies on another part of it, in order."""
    ways, left = [[points[0]]], list(stops)
    for before, after in zip(points, points[1:], strict=False):
        while left and _lies_between(left[0], before, after):
            ways[-1].append(left[0])
            ways.append([left.pop(0)])
        if after != ways[-1][-1]:
            ways[-1].append(after)
    return ways


def _lies_between(point: Point, before: Point, after: Point) -> bool:
    across = min(before.x, after.x) <= point.x <= max(before.x, after.x)
    return across and min(before.y, after.y) <= point.y <= max(before.y, after.y) and point != before


def _side(before: Point, after: Point) -> Side:
    """The side of a dot at which a line lies that goes from the dot to another point."""
    if before.x == after.x:
        return "bottom" if after.y > before.y else "top"
    return "right" if after.x > before.x else "left"
