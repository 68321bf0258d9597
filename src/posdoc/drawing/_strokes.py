"""Lines as the strokes that are drawn: solid ones that never lie on one another, dotted ones that meet their boxes.

The solid lines from one superior to its reports share their trunk. Drawn several times, its softened edges would add up
and it would look thicker than the rest; so each line is drawn only from where it leaves those drawn before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.layout.placed import Connector, Point

_Span = tuple[float, float]


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


def halves(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """A dotted line as two strokes, each from its box to the middle of the longest piece.

    A pattern of dots begins with a dot, so the line is seen to touch both boxes.
    """
    index = max(range(len(points) - 1), key=lambda index: _length(points[index : index + 2]))
    a, b = points[index], points[index + 1]
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    return (*points[: index + 1], middle), (*reversed(points[index + 1 :]), middle)


def _own_part(points: tuple[Point, ...], lanes: dict[tuple[bool, float], list[_Span]]) -> tuple[Point, ...]:
    for index in range(len(points) - 1):
        start, end = points[index], points[index + 1]
        reached = _reached(start, end, lanes)
        if reached != end:
            return (reached, *points[index + 1 :])
    return points[-2:]


def _reached(start: Point, end: Point, lanes: dict[tuple[bool, float], list[_Span]]) -> Point:
    """How far from ``start`` towards ``end`` something is drawn already."""
    lane, _ = _lane(start, end)
    upright = lane[0]
    at, goal = (start.y, end.y) if upright else (start.x, end.x)
    for low, high in lanes.get(lane, ()):
        if low <= at <= high:
            at = min(high, goal) if goal > at else max(low, goal)
    return Point(start.x, at) if upright else Point(at, start.y)


def _lane(start: Point, end: Point) -> tuple[tuple[bool, float], _Span]:
    if start.x == end.x:
        return (True, start.x), (min(start.y, end.y), max(start.y, end.y))
    return (False, start.y), (min(start.x, end.x), max(start.x, end.x))


def _length(points: Sequence[Point]) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in zip(points, points[1:], strict=False))
