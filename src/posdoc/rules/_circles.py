"""Circles in a graph, found without recursion and in linear time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[str, Collection[str]]
"""Where each member leads."""


def circles(graph: Graph) -> Iterator[list[str]]:
    """A shortest circle through the first member of each group whose members all lead to one another.

    Groups come in the order of their first members in ``graph``. A member that leads to itself is no circle.
    """
    groups = {member: group for group in _groups(graph) if len(group) > 1 for member in group}
    seen: set[int] = set()
    for first in graph:
        group = groups.get(first)
        if group is not None and id(group) not in seen:
            seen.add(id(group))
            yield _circle(graph, first, group)


def _groups(graph: Graph) -> list[frozenset[str]]:
    """The strongly connected components (Tarjan's algorithm with a stack of its own)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_members: dict[str, None] = {}
    found: list[frozenset[str]] = []
    for root in graph:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        open_members[root] = None
        path = [(root, iter(graph[root]))]
        while path:
            member, ends = path[-1]
            end = next((end for end in ends if end not in index or end in open_members), None)
            if end is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[member])
                if low[member] == index[member]:
                    found.append(_closed(open_members, member))
            elif end in index:
                low[member] = min(low[member], index[end])
            else:
                index[end] = low[end] = len(index)
                open_members[end] = None
                path.append((end, iter(graph.get(end, ()))))
    return found


def _closed(open_members: dict[str, None], first: str) -> frozenset[str]:
    group = []
    while True:
        member, _ = open_members.popitem()
        group.append(member)
        if member == first:
            return frozenset(group)


def _circle(graph: Graph, first: str, group: frozenset[str]) -> list[str]:
    before: dict[str, str] = {}
    queue = [first]
    for member in queue:
        for end in graph[member]:
            if end == first:
                return _line_to(member, before)
            if end in group and end not in before:
                before[end] = member
                queue.append(end)
    return queue  # pragma: no cover - every member of a group lies on a circle


def _line_to(member: str, before: Mapping[str, str]) -> list[str]:
    line = [member]
    while line[-1] in before:
        line.append(before[line[-1]])
    return line[::-1]
