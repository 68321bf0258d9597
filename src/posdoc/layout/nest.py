"""The shape of a chart before it has coordinates: which box hangs under which, inside which frames.

The tree of nodes follows the solid lines. Reports of one unit are kept together inside a frame node. A report that
belongs to no frame its superior stands in must be drawn outside those frames: its superior then gets a *wire*, a
node that stands for the line leading out, and the reports at its end hang below the frames it leaves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from posdoc.charts.graph import Box, Graph

MAX_FRAME_DEPTH = 40


@dataclass(slots=True, eq=False)
class Node:
    """A box, a frame or a wire. ``level`` is the number of frames around it; a wire leads out to ``level``.

    ``leaves`` says that a wire leads out of the node's subtree. Filled by :func:`nest`, only read afterwards.
    """

    kind: Literal["box", "frame", "wire"]
    name: str
    level: int
    depth: int = 0
    children: list[Node] = field(default_factory=list)
    assistants: list[Node] = field(default_factory=list)
    leaves: bool = False

    @property
    def is_leaf(self) -> bool:
        """A box under which nothing hangs."""
        return self.kind == "box" and not self.children and not self.assistants


Path = tuple[str, ...]


def nest(graph: Graph) -> tuple[list[Node], list[Node]]:
    """The outermost nodes, and all nodes in an order in which each comes after the one it hangs from."""
    return _Nesting(graph).run()


class _Nesting:
    """The state of one run: what is still to be hung, without recursion (a chain may be thousands deep)."""

    def __init__(self, graph: Graph) -> None:
        self.paths = group_paths(graph)
        self.reports, self.roots = _reports(graph)
        self.order: list[Node] = []
        self.pending: list[tuple[Node, Box, Path]] = []

    def run(self) -> tuple[list[Node], list[Node]]:
        top = self._arrange(self.roots, 0, 0, None)
        while self.pending:
            node, box, path = self.pending.pop()
            self._hang_reports(node, box, path)
        order = list(_preorder(top))
        _mark_leaving(order)
        return top, order

    def _path(self, box: Box) -> Path:
        return self.paths.get(box.group or "", ())

    def _hang_reports(self, node: Node, box: Box, path: Path) -> None:
        inside: list[Box] = []
        outside: dict[int, list[Box]] = {}
        for report in self.reports[box.id]:
            own = self._path(report)
            (inside if own[: len(path)] == path else outside.setdefault(_common(path, own), [])).append(report)
        node.children = self._arrange(inside, len(path), node.depth + 1, node.assistants)
        for level in sorted(outside, reverse=True):
            wire = Node("wire", box.id, level, node.depth + 1)
            wire.children = self._arrange(outside[level], level, node.depth + 1, None)
            node.children.append(wire)

    def _arrange(self, boxes: Iterable[Box], level: int, depth: int, assistants: list[Node] | None) -> list[Node]:
        """Nodes for boxes that stand inside the same ``level`` frames; those of one further frame together."""
        nodes: list[Node] = []
        frames: dict[str, tuple[Node, list[Box]]] = {}
        for box in boxes:
            path = self._path(box)
            if len(path) > level:
                if path[level] not in frames:
                    frames[path[level]] = (Node("frame", path[level], level, depth), [])
                    nodes.append(frames[path[level]][0])
                frames[path[level]][1].append(box)
                continue
            node = Node("box", box.id, level, depth)
            if box.id in self.reports:
                self.pending.append((node, box, path))
            (assistants if box.assistant and assistants is not None else nodes).append(node)
        for frame, members in frames.values():
            frame.children = self._arrange(members, level + 1, depth, None)
            if assistants is not None and len(members) == 1 and members[0].assistant:
                nodes.remove(frame)
                assistants.append(frame)
        return nodes


def group_paths(graph: Graph) -> dict[str, Path]:
    """For each group the groups around it, outermost first, itself last. A circle of groups is cut."""
    parents = {group.id: group.parent for group in graph.groups}
    paths: dict[str, Path] = {}
    for group in parents:
        chain: list[str] = []
        at: str | None = group
        while at is not None and at in parents and at not in chain and len(chain) < MAX_FRAME_DEPTH:
            chain.append(at)
            at = parents[at]
        paths[group] = tuple(reversed(chain))
    return paths


def _reports(graph: Graph) -> tuple[dict[str, list[Box]], list[Box]]:
    """Each box's reports, and the boxes on top. A circle of superiors is cut at its first box."""
    by_id = {box.id: box for box in graph.boxes}
    reports: dict[str, list[Box]] = {}
    roots: list[Box] = []
    for box in by_id.values():
        if box.parent is None or box.parent not in by_id:
            roots.append(box)
        else:
            reports.setdefault(box.parent, []).append(box)
    reached = _reached(roots, reports, set())
    for box in by_id.values():
        if box.id not in reached:
            reports[box.parent or ""].remove(box)
            roots.append(box)
            _reached([box], reports, reached)
    return reports, roots


def _reached(start: list[Box], reports: dict[str, list[Box]], seen: set[str]) -> set[str]:
    """``seen`` with everything that hangs below ``start`` added."""
    pending = list(start)
    while pending:
        box = pending.pop()
        if box.id not in seen:
            seen.add(box.id)
            pending.extend(reports.get(box.id, ()))
    return seen


def _common(one: Path, other: Path) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _preorder(top: list[Node]) -> Iterable[Node]:
    pending = list(reversed(top))
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(node.children))
        pending.extend(reversed(node.assistants))


def _mark_leaving(order: list[Node]) -> None:
    """Marks the nodes out of which a wire leads; their assistants with such wires become plain reports."""
    if all(node.kind != "wire" for node in order):
        return
    reach: dict[int, int] = {}
    for node in reversed(order):
        below = [reach[id(child)] for child in (*node.children, *node.assistants)]
        outermost = min([node.level, *below]) if node.kind == "wire" else min(below, default=node.level)
        reach[id(node)] = min(outermost, node.level)
        node.leaves = outermost < node.level or node.kind == "wire"
        for assistant in [one for one in node.assistants if one.leaves]:
            node.assistants.remove(assistant)
            node.children.append(assistant)
