"""How far to the right the boxes of a chart in bands stand: every sub-tree has its own stretch of the page.

So no line to a box, however many rows further down it stands, meets anything foreign on its way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from posdoc.layout.blocks import Options, Spacing, stacked_runs
from posdoc.layout.nest import Node


class Stacking(NamedTuple):
    """From how many reports without reports of their own on they stand in columns, and how long a column may become."""

    at: int
    longest: int


@dataclass(slots=True)
class BandBlock:
    """The left edges of all boxes, who is whose superior, and the columns in which boxes stand, by each of them."""

    width: float = 0.0
    lefts: dict[str, float] = field(default_factory=dict)
    superiors: dict[str, str] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)


class _Cell(NamedTuple):
    """A sub-tree, a column of boxes, or single boxes in several rows; ``inlet`` is where the line from above arrives."""

    nodes: tuple[Node, ...]
    width: float
    inlet: float
    is_column: bool = False


class _Row(NamedTuple):
    """The cells below one box: where each begins, how wide they are together, and where the line to them comes down."""

    cells: tuple[tuple[_Cell, float], ...]
    width: float
    trunk: float


def block_of(
    top: Sequence[Node],
    order: Sequence[Node],
    rows: Mapping[str, tuple[int, int]],
    stacking: Stacking,
    width: float,
    spacing: Spacing,
) -> BandBlock:
    """The whole chart, its boxes all ``width`` wide."""
    widths = _Widths(rows, stacking, width, spacing)
    for node in reversed(order):
        widths.measure(node)
    apart = spacing._replace(sibling=spacing.tree)
    whole = widths.row(top, apart, None)
    block = BandBlock(whole.width)
    pending = [(cell, x, "") for cell, x in reversed(whole.cells)]
    while pending:
        cell, x, superior = pending.pop()
        for node in cell.nodes:
            if superior:
                block.superiors[node.name] = superior
            if cell.is_column:
                block.lefts[node.name] = x + spacing.spine
                block.columns[node.name] = tuple(each.name for each in cell.nodes)
                continue
            block.lefts[node.name] = x + cell.inlet - width / 2
            below = widths.below[id(node)]
            left = x + cell.inlet - below.trunk
            pending.extend((each, left + at, node.name) for each, at in reversed(below.cells))
    return block


class _Widths:
    """How wide the sub-trees are, measured from the bottom upwards."""

    def __init__(self, rows: Mapping[str, tuple[int, int]], stacking: Stacking, width: float, spacing: Spacing) -> None:
        self.rows = rows
        self.stacking = stacking
        self.width = width
        self.spacing = spacing
        self.below: dict[int, _Row] = {}
        self.cells: dict[int, _Cell] = {}

    def measure(self, node: Node) -> None:
        """The room of a box and all below it."""
        below = self.row((*node.assistants, *node.children), self.spacing, self.stacking)
        self.below[id(node)] = below
        left = max(self.width / 2, below.trunk)
        right = max(self.width / 2, below.width - below.trunk)
        self.cells[id(node)] = _Cell((node,), left + right, left)

    def row(self, nodes: Sequence[Node], spacing: Spacing, stacking: Stacking | None) -> _Row:
        """Sub-trees and columns side by side; without ``stacking`` those that hang nowhere."""
        placed: list[tuple[_Cell, float]] = []
        x = 0.0
        for cell in self._with_columns(nodes, stacking) if stacking else self._with_piles(nodes):
            placed.append((cell, x))
            x += cell.width + spacing.sibling
        if not placed:
            return _Row((), 0.0, 0.0)
        width = x - spacing.sibling
        (first, start), (last, end) = placed[0], placed[-1]
        lone = len(placed) == 1 and first.is_column
        trunk = width / 2 if lone else float(round((start + first.inlet + end + last.inlet) / 2))
        return _Row(tuple(placed), width, trunk)

    def _with_columns(self, nodes: Sequence[Node], stacking: Stacking) -> list[_Cell]:
        cells: list[_Cell] = []
        done = 0
        for start, end in self._runs(nodes, stacking):
            cells.extend(self.cells[id(node)] for node in nodes[done:start])
            width = self.spacing.spine + self.width
            parts = _even_parts(nodes[start:end], stacking.longest)
            cells.extend(_Cell(tuple(part), width, 0.0, is_column=True) for part in parts)
            done = end
        return [*cells, *(self.cells[id(node)] for node in nodes[done:])]

    def _with_piles(self, nodes: Sequence[Node]) -> list[_Cell]:
        """Single boxes that stand in different rows have one stretch of the page together."""
        cells: list[_Cell] = []
        piles: list[list[Node]] = []
        for node in nodes:
            if not node.is_leaf:
                cells.append(self.cells[id(node)])
                continue
            row = self.rows[node.name]
            pile = next((each for each in piles if all(self.rows[other.name] != row for other in each)), None)
            if pile is None:
                piles.append([node])
            else:
                pile.append(node)
        return [*cells, *(_Cell(tuple(pile), self.width, self.width / 2) for pile in piles)]

    def _runs(self, nodes: Sequence[Node], stacking: Stacking) -> list[tuple[int, int]]:
        """Reports without reports of their own that stand in one row, next to each other."""
        found: list[tuple[int, int]] = []
        for start, end in stacked_runs(nodes, Options(1)):
            at = start
            for index in range(start, end + 1):
                if index == end or self.rows[nodes[index].name] != self.rows[nodes[at].name]:
                    found += [(at, index)] if index - at >= stacking.at else []
                    at = index
        return found


def _even_parts(nodes: Sequence[Node], longest: int) -> list[Sequence[Node]]:
    """As many columns as are needed, of about the same length."""
    size = ceil(len(nodes) / ceil(len(nodes) / longest))
    return [nodes[start : start + size] for start in range(0, len(nodes), size)]
