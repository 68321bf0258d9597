"""On which step of a ladder each position stands, counted from the lowest: the columns of the chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from posdoc.charts.graph import Box, Link

_Edge = tuple[str, str]
_PASSES = 2


def steps_of(boxes: Sequence[Box], links: Sequence[Link]) -> dict[str, int]:
    """The step of every box by its id.

    The ranks of the boxes where all have one and every promotion leads up; the steps of promotion otherwise, a position
    standing as near to the next one as it can. A circle of promotions is cut where it closes.
    """
    promotions = [(link.source, link.target) for link in links if link.style == "promotion"]
    ranks = {box.id: box.rank for box in boxes if box.rank is not None}
    if len(ranks) == len(boxes) and all(ranks[low] < ranks[high] for low, high in promotions):
        return _without_gaps(ranks)
    demotions = [(link.target, link.source) for link in links if link.style == "demotion"]
    upwards = _acyclic([box.id for box in boxes], [*promotions, *demotions])
    steps = _longest_paths([box.id for box in boxes], upwards)
    rotations = [(link.source, link.target) for link in links if link.style == "rotation"]
    return _without_gaps(_beside(steps, upwards, rotations))


def _without_gaps(steps: Mapping[str, int]) -> dict[str, int]:
    used = {step: number for number, step in enumerate(sorted(set(steps.values())))}
    return {name: used[step] for name, step in steps.items()}


def _acyclic(names: Sequence[str], edges: Iterable[_Edge]) -> list[_Edge]:
    """The edges without those that close a circle, as a walk from the first names on finds them."""
    onward: dict[str, list[str]] = defaultdict(list)
    for low, high in dict.fromkeys(edges):
        if low != high:
            onward[low].append(high)
    kept: list[_Edge] = []
    is_done: dict[str, bool] = {}
    for name in names:
        if name not in is_done:
            kept += _walked(name, onward, is_done)
    return kept


def _walked(start: str, onward: Mapping[str, Sequence[str]], is_done: dict[str, bool]) -> list[_Edge]:
    """The edges of a walk from ``start`` that lead to nothing from which the walk has come."""
    kept: list[_Edge] = []
    is_done[start] = False
    walk = [(start, iter(onward.get(start, ())))]
    while walk:
        low, rest = walk[-1]
        high = next(rest, None)
        if high is None:
            is_done[low] = True
            walk.pop()
        elif is_done.get(high) is not False:
            kept.append((low, high))
            if high not in is_done:
                is_done[high] = False
                walk.append((high, iter(onward.get(high, ()))))
    return kept


def _longest_paths(names: Sequence[str], edges: Sequence[_Edge]) -> dict[str, int]:
    """Every end of an edge further than its beginning; as near to it as can be, where that makes the edges shorter."""
    above, below = _neighbours(edges), _neighbours((high, low) for low, high in edges)
    order = _in_order(names, above, below)
    steps = dict.fromkeys(names, 0)
    for name in order:
        steps[name] = max((steps[low] + 1 for low in below[name]), default=0)
    for _ in range(_PASSES):
        for name in reversed(order):
            if above[name] and len(below[name]) <= len(above[name]):
                steps[name] = min(steps[high] for high in above[name]) - 1
    return steps


def _in_order(
    names: Sequence[str], above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]
) -> list[str]:
    """Every name after all that lead to it."""
    open_edges = {name: len(below[name]) for name in names}
    order = [name for name in names if not open_edges[name]]
    for name in order:
        for high in above[name]:
            open_edges[high] -= 1
            if not open_edges[high]:
                order.append(high)
    return order


def _neighbours(edges: Iterable[_Edge]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        found[one].append(other)
    return found


def _beside(steps: dict[str, int], edges: Sequence[_Edge], rotations: Sequence[_Edge]) -> dict[str, int]:
    """Positions that no promotion leads to or from stand on the step of one that they rotate with."""
    placed = {name for edge in edges for name in edge}
    for one, other in (*rotations, *((other, one) for one, other in rotations)):
        if one not in placed and other in placed:
            steps[one] = steps[other]
            placed.add(one)
    return steps
