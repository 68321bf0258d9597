"""Lines as the strokes that are drawn: those that never lie on one another, and dotted ones that meet their boxes.

The solid lines from one superior to its reports share their trunk. Drawn several times, its softened edges would add up
and it would look thicker than the rest; so each line is drawn only from where it leaves those drawn before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from posdoc.charts.graph import HEADS
from posdoc.layout.placed import Connector, PlacedLegend, PlacedLink, Point

_TURNS = {"kept": 0, "added": 1, "removed": 2}
_Span = tuple[float, float]
_Lanes = dict[tuple[bool, float], list[_Span]]
"""What is drawn already: the spans on each upright (True) and level line."""


class Stroke(NamedTuple):
    """A piece of a line, with or without an arrow head at its first and at its last point."""

    points: tuple[Point, ...]
    at_start: bool = False
    at_end: bool = False


def strokes(connectors: Sequence[Connector]) -> list[tuple[Point, ...]]:
    """For each connector, in order, its points from the place where it is on its own."""
    found = [connector.points for connector in connectors]
    families: dict[str, list[int]] = {}
    for index, connector in enumerate(connectors):
        families.setdefault(connector.source, []).append(index)
    for family in families.values():
        lanes: _Lanes = {}
        for index in in_turn(_longest_first(family, found), connectors):
            found[index] = own = _own_part(found[index], lanes)
            _draw(own, lanes)
    return found


def link_strokes(links: Sequence[PlacedLink]) -> list[tuple[Stroke, ...]]:
    """For each link, in order, its strokes: a dotted one in two halves, any other where it is on its own.

    Of several links of one style that leave or reach a box at one place, the longest is drawn whole; the others begin
    where they leave it, or end, without an arrow head, where they join it.
    """
    drawn: dict[tuple[object, ...], _Lanes] = {}
    found: dict[int, tuple[Stroke, ...]] = {}
    for index in _longest_first(range(len(links)), [link.points for link in links]):
        link = links[index]
        if link.style == "dotted":
            found[index] = tuple(Stroke(half) for half in halves(link.points))
            continue
        leaving = drawn.setdefault((link.style, link.state, "from", link.source), {})
        joining = drawn.setdefault((link.style, link.state, "to", link.target), {})
        own = _own_part(link.points, leaving)
        own = _own_part(own[::-1], joining)[::-1]
        heads = HEADS[link.style]
        found[index] = (Stroke(own, heads[0] and own[0] == link.points[0], heads[1] and own[-1] == link.points[-1]),)
        _draw(own, leaving)
        _draw(own, joining)
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


def in_turn(places: Iterable[int], connectors: Sequence[Connector]) -> list[int]:
    """The places of lines in their order, but those that stay first: a shared trunk looks as they do."""
    return sorted(places, key=lambda place: _TURNS.get(connectors[place].state or "kept", 0))


def _longest_first(places: Iterable[int], lines: Sequence[tuple[Point, ...]]) -> list[int]:
    """The places of lines in the order of their lengths."""
    return sorted(places, key=lambda place: -_length(lines[place]))


def _own_part(points: tuple[Point, ...], lanes: _Lanes) -> tuple[Point, ...]:
    if not lanes:
        return points
    x, y = points[0]
    for index, (next_x, next_y) in enumerate(points[1:], 1):
        upright = x == next_x
        at, goal = (y, next_y) if upright else (x, next_x)
        reached = _reached(at, goal, lanes.get((upright, x if upright else y), ()))
        if reached != goal:
            return (Point(x, reached) if upright else Point(reached, y), *points[index:])
        x, y = next_x, next_y
    return points[-2:]


def _reached(at: float, goal: float, spans: Iterable[_Span]) -> float:
    """How far from ``at`` towards ``goal`` something is drawn already."""
    for low, high in spans:
        if low <= at <= high:
            if low <= goal <= high:
                return goal
            at = high if goal > high else low
    return at


def _draw(points: tuple[Point, ...], lanes: _Lanes) -> None:
    """Adds the pieces of a line to what is drawn."""
    x, y = points[0]
    for next_x, next_y in points[1:]:
        if x == next_x:
            lanes.setdefault((True, x), []).append((y, next_y) if y < next_y else (next_y, y))
        else:
            lanes.setdefault((False, y), []).append((x, next_x) if x < next_x else (next_x, x))
        x, y = next_x, next_y


def _length(points: Sequence[Point]) -> float:
    length = 0.0
    x, y = points[0]
    for next_x, next_y in points[1:]:
        length += abs(next_x - x) + abs(next_y - y)
        x, y = next_x, next_y
    return length
