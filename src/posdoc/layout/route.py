"""Finds the ways of the dotted lines: level and upright pieces around the boxes, with few bends and crossings.

A* over the grid of :mod:`posdoc.layout.lanes`. The work is bounded: on a huge chart, or where no way is found, the
line becomes a plain elbow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from posdoc.charts.graph import Link
from posdoc.layout.lanes import CLEAR, Lanes, distinct
from posdoc.layout.placed import Connector, Point, Rect, Side
from posdoc.layout.tree import straightened

_BEND = 30.0
_TAKEN = 150.0
_SHARED = 20.0
_AVOIDED = 600.0
_MANY_BOXES = 2000
_MANY_LANES = 400
_MANY_STEPS = 60_000
_SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")
_OUT: dict[Side, tuple[float, float]] = {
    "left": (-CLEAR, 0.0), "right": (CLEAR, 0.0), "top": (0.0, -CLEAR), "bottom": (0.0, CLEAR),
}  # fmt: skip


class Route(NamedTuple):
    """The way of one link, from the middle of a side of its source to one of its target."""

    source_side: Side
    target_side: Side
    points: tuple[Point, ...]


# A side of a box, by the box's id.
End = tuple[str, Side]


class _Stub(NamedTuple):
    """The place just outside a side of a box, as indices of the grid, and what it costs to use it."""

    x: int
    y: int
    side: Side
    cost: float


class Router:
    """Routes the links of one chart, one after the other; each keeps clear of those before it."""

    def __init__(
        self,
        boxes: Mapping[str, Rect],
        frames: Sequence[Rect],
        connectors: Sequence[Connector],
        texts: Sequence[Rect],
        links: Sequence[Link],
    ) -> None:
        self.boxes = boxes
        ends = {name for link in links for name in (link.source, link.target) if name in boxes}
        self.lanes: Lanes | None = None
        if len(boxes) <= _MANY_BOXES:
            self.lanes = _lanes([*boxes.values(), *frames], [boxes[name] for name in sorted(ends)])
            self.lanes.add([connector.points for connector in connectors], [*boxes.values(), *texts])
        self.used: dict[End, float] = {}
        for connector in connectors:
            self.used[connector.source, connector.source_side] = _TAKEN
            self.used[connector.target, connector.target_side] = _TAKEN

    def route(self, link: Link, avoided: Sequence[End] = ()) -> Route | None:
        """A way for the link, if possible by other ends than those in ``avoided``.

        None when its ends are not two boxes of the chart.
        """
        if link.source == link.target or link.source not in self.boxes or link.target not in self.boxes:
            return None
        found = self._search(self.lanes, link, avoided) if self.lanes else None
        return found or _elbow(self.boxes[link.source], self.boxes[link.target])

    def keep(self, link: Link, route: Route, label: Rect | None) -> None:
        """Draws the route: later ones keep clear of it and of its label."""
        if self.lanes:
            self.lanes.add([route.points], [label] if label else [])
        for end in ((link.source, route.source_side), (link.target, route.target_side)):
            self.used[end] = self.used.get(end, 0.0) + _SHARED

    def _search(self, lanes: Lanes, link: Link, avoided: Sequence[End]) -> Route | None:
        source, target = self.boxes[link.source], self.boxes[link.target]
        prices = dict.fromkeys(avoided, _AVOIDED)
        for end in ((name, side) for name in (link.source, link.target) for side in _SIDES):
            prices[end] = prices.get(end, 0.0) + self.used.get(end, 0.0)
        starts = _stubs(source, link.source, lanes, prices)
        ends = _stubs(target, link.target, lanes, prices)
        path = _shortest(lanes, starts, ends, target)
        if path is None:
            return None
        start, steps, goal = path
        inner = (Point(lanes.xs[x], lanes.ys[y]) for x, y in steps)
        points = (source.middle(start.side), *inner, target.middle(goal.side))
        return Route(start.side, goal.side, straightened(points))


def _lanes(around: Sequence[Rect], ends: Sequence[Rect]) -> Lanes:
    """Lanes beside everything in ``around``, and through the places beside the ``ends``."""
    stubs = [point for rect in ends for point in _stub_points(rect)]
    xs = [x for rect in around for x in (rect.x - CLEAR, rect.right + CLEAR)]
    ys = [y for rect in around for y in (rect.y - CLEAR, rect.bottom + CLEAR)]
    xs += [min(xs) - CLEAR, max(xs) + CLEAR]
    ys += [min(ys) - CLEAR, max(ys) + CLEAR]
    return Lanes(
        distinct(_thinned(xs), [point.x for point in stubs]),
        distinct(_thinned(ys), [point.y for point in stubs]),
    )


def _elbow(source: Rect, target: Rect) -> Route:
    """From the right side of one box to the right side of the other, around whatever is further right."""
    start, end = source.middle("right"), target.middle("right")
    x = max(start.x, end.x) + CLEAR
    return Route("right", "right", straightened((start, Point(x, start.y), Point(x, end.y), end)))


def _stub_points(rect: Rect) -> list[Point]:
    return [Point(rect.middle(s).x + _OUT[s][0], rect.middle(s).y + _OUT[s][1]) for s in _SIDES]


def _thinned(values: Sequence[float]) -> list[float]:
    """At most about ``_MANY_LANES`` of the values, the outermost among them."""
    ordered = sorted(set(values))
    step = -(-len(ordered) // _MANY_LANES)
    return ordered if step == 1 else [*ordered[::step], ordered[-1]]


def _stubs(rect: Rect, name: str, lanes: Lanes, used: Mapping[End, float]) -> list[_Stub]:
    found = []
    for side, point in zip(_SIDES, _stub_points(rect), strict=True):
        x, y = bisect_left(lanes.xs, point.x), bisect_left(lanes.ys, point.y)
        found.append(_Stub(x, y, side, used.get((name, side), 0.0) + CLEAR))
    return found


_State = tuple[int, int, bool]


def _shortest(
    lanes: Lanes, starts: list[_Stub], ends: list[_Stub], target: Rect
) -> tuple[_Stub, list[tuple[int, int]], _Stub] | None:
    """The cheapest way from one of ``starts`` to one of ``ends``; None if there is none within bounds."""
    goals = {(end.x, end.y): end for end in ends}
    best: dict[_State, float] = {}
    came: dict[_State, _State | _Stub] = {}
    queue: list[tuple[float, float, _State, bool]] = []
    for start in starts:
        state = (start.x, start.y, start.side in ("left", "right"))
        best[state], came[state] = start.cost, start
        heappush(queue, (start.cost + _rest(lanes, state, target), start.cost, state, False))
    for _ in range(_MANY_STEPS):
        if not queue:
            return None
        _, cost, state, done = heappop(queue)
        goal = goals.get(state[:2])
        if done and goal:
            return _traced(came, state, goal)
        if cost > best[state]:
            continue
        if goal:
            turn = 0.0 if state[2] == (goal.side in ("left", "right")) else _BEND
            heappush(queue, (cost + goal.cost + turn, cost + goal.cost + turn, state, True))
        for following, price in _moves(lanes, state):
            total = cost + price
            if total < best.get(following, inf):
                best[following], came[following] = total, state
                heappush(queue, (total + _rest(lanes, following, target), total, following, False))
    return None


def _moves(lanes: Lanes, state: _State) -> list[tuple[_State, float]]:
    """The places that one step leads to, each with its price: ahead and back on this lane, or on the crossing one."""
    x, y, level = state
    moves: list[tuple[_State, float]] = []
    for along in (True, False):
        costs = lanes.step_costs(along, y if along else x)
        at = x if along else y
        bend = 0.0 if along == level else _BEND
        for place, following in ((at, at + 1), (at - 1, at - 1)):
            if 0 <= place < len(costs) and costs[place] < inf:
                moves.append(((following, y, True) if along else (x, following, False), costs[place] + bend))
    return moves


def _rest(lanes: Lanes, state: _State, target: Rect) -> float:
    """At least so far to the target box."""
    x, y = lanes.xs[state[0]], lanes.ys[state[1]]
    beside = max(target.x - x, x - target.right, 0.0)
    above = max(target.y - y, y - target.bottom, 0.0)
    return beside + above


def _traced(
    came: Mapping[_State, _State | _Stub], state: _State, goal: _Stub
) -> tuple[_Stub, list[tuple[int, int]], _Stub]:
    steps: list[tuple[int, int]] = []
    at: _State | _Stub = state
    while not isinstance(at, _Stub):
        steps.append(at[:2])
        at = came[at]
    return at, steps[::-1], goal
