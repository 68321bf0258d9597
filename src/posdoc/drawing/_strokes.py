"""Lines as the strokes that are drawn: those that never lie on one another, and dotted ones that meet their boxes.

The solid lines from one superior to its reports share their trunk. Drawn several times, its softened edges would add up
and it would look thicker than the rest; so each line is drawn only from where it leaves those drawn before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.charts.graph import HEADS
from posdoc.layout.placed import Connector, PlacedLegend, PlacedLink, Point

_Span = tuple[float, float]


class Stroke(NamedTuple):
    """A piece of a line, with or without an arrow head at its first and at its last point."""

    points: tuple[Point, ...]
    at_start: bool = False
    at_end: bool = False


def strokes(connectors: Sequence[Connector]) -> list[tuple[Point, ...]]:
    """For each connector, in order, its points from the place where it is on its own."""
    drawn: dict[str, dict[tuple[bool, float], list[_Span]]] = {}
    found: dict[int, tuple[Point, ...]] = {}
    for index in sorted(range(len(connectors)), key=lambda index: -_length(connectors[index].points)):
        connector = connectors[index]
        lanes = drawn.setdefault(connector.source, {})
        found[index] = _own_part(connector.points, lanes)
        for start, end in zip(found[index], found[index][1:], strict=False):
            lane, span = _lane(start, end)
            lanes.setdefault(lane, []).append(span)
    return [found[index] for index in range(len(connectors))]


def link_strokes(links: Sequence[PlacedLink]) -> list[tuple[Stroke, ...]]:
    """For each link, in order, its strokes: a dotted one in two halves, any other where it is on its own.

    Of several links of one style that leave or reach a box at one place, the longest is drawn whole; the others begin
    where they leave it, or end, without an arrow head, where they join it.
    """
    drawn: dict[tuple[str, str, str], dict[tuple[bool, float], list[_Span]]] = {}
    found: dict[int, tuple[Stroke, ...]] = {}
    for index in sorted(range(len(links)), key=lambda index: -_length(links[index].points)):
        link = links[index]
        if link.style == "dotted":
            found[index] = tuple(Stroke(half) for half in halves(link.points))
            continue
        leaving = drawn.setdefault((link.style, "from", link.source), {})
        joining = drawn.setdefault((link.style, "to", link.target), {})
        own = _own_part(link.points, leaving)
        own = _own_part(own[::-1], joining)[::-1]
        heads = HEADS[link.style]
        found[index] = (Stroke(own, heads[0] and own[0] == link.points[0], heads[1] and own[-1] == link.points[-1]),)
        for start, end in zip(own, own[1:], strict=False):
            lane, span = _lane(start, end)
            for lanes in (leaving, joining):
                lanes.setdefault(lane, []).append(span)
    return [found[index] for index in range(len(links))]


def sample_stroke(entry: PlacedLegend) -> Stroke:
    """The line that an entry of a legend shows, with the arrow heads of the links that it stands for."""
    ends = entry.rect.middle("left"), entry.rect.middle("right")
    return Stroke(ends, *HEADS[entry.link_style]) if entry.link_style else Stroke(ends)


def shortened(stroke: Stroke, length: float) -> tuple[Point, ...]:
    """The points of a stroke that ends ``length`` before its arrow heads' points."""
    points = list(stroke.points)
    if stroke.at_start:
        points[0] = _towards(points[0], points[1], length)
    if stroke.at_end:
        points[-1] = _towards(points[-1], points[-2], length)
    return tuple(points)


def arrow(tip: Point, before: Point, length: float, width: float) -> tuple[Point, Point, Point]:
    """The corners of an arrow head whose point is ``tip``, at the end of a level or upright line from ``before``."""
    base = _towards(tip, before, length)
    half = width / 2
    if tip.x == before.x:
        return Point(base.x - half, base.y), tip, Point(base.x + half, base.y)
    return Point(base.x, base.y - half), tip, Point(base.x, base.y + half)


def _towards(start: Point, end: Point, length: float) -> Point:
    """The place on the way from ``start`` to ``end`` that is ``length`` away, at most half of the way."""
    whole = abs(end.x - start.x) + abs(end.y - start.y)
    share = min(length / whole, 0.5) if whole else 0.0
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def halves(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """A dotted line as two strokes, each from its box to the middle of the longest piece.

    A pattern of dots begins with a dot, so the line is seen to touch both boxes.
    """
    index = max(range(len(points) - 1), key=lambda index: _length(points[index : index + 2]))
    a, b = points[index], points[index + 1]
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    return (*points[: index + 1], middle), (*reversed(points[index + 1 :]), middle)


def _own_part(points: tuple[Point, ...], lanes: dict[tuple[bool, float], list[_Span]]) -> tuple[Point, ...]:
    if not lanes:
        return points
    for index in range(len(points) - 1):
        start, end = points[index], points[index + 1]
        reached = _reached(start, end, lanes)
        if reached != end:
            return (reached, *points[index + 1 :])
    return points[-2:]


def _reached(start: Point, end: Point, lanes: dict[tuple[bool, float], list[_Span]]) -> Point:
    """How far from ``start`` towards ``end`` something is drawn already."""
    upright = start.x == end.x
    spans = lanes.get((upright, start.x if upright else start.y))
    if not spans:
        return start
    at, goal = (start.y, end.y) if upright else (start.x, end.x)
    for low, high in spans:
        if low <= at <= high:
            at = min(high, goal) if goal > at else max(low, goal)
    if at == goal:
        return end
    return Point(start.x, at) if upright else Point(at, start.y)


def _lane(start: Point, end: Point) -> tuple[tuple[bool, float], _Span]:
    if start.x == end.x:
        return (True, start.x), (min(start.y, end.y), max(start.y, end.y))
    return (False, start.y), (min(start.x, end.x), max(start.x, end.x))


def _length(points: Sequence[Point]) -> float:
    length = 0.0
    x, y = points[0]
    for next_x, next_y in points[1:]:
        length += abs(next_x - x) + abs(next_y - y)
        x, y = next_x, next_y
    return length
