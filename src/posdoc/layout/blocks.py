"""Rectangular blocks and how they are set side by side, in rows and in columns below a trunk.

A block is the room of one sub-tree, with its own origin at the top left. Blocks are never pushed into one another,
so a frame around a block holds nothing foreign. Everything here is linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import ceil
from typing import Literal, NamedTuple

from posdoc.layout.nest import Node
from posdoc.layout.placed import Point, Rect, Side

WIRE_WIDTH = 8.0


class Options(NamedTuple):
    """One way to arrange a chart.

    From how many reports in a row on a column is used, how long it may become, and how wide a row of blocks may be
    before it is folded.
    """

    stack_at: int = 3
    column_max: int = 8
    row_limit: float = float("inf")


class Spacing(NamedTuple):
    """Distances in points. A chart whose dotted lines carry labels gets more room between its rows."""

    trunk: float = 12.0
    drop: float = 14.0
    sibling: float = 14.0
    stack: float = 8.0
    spine: float = 12.0
    channel: float = 20.0
    frame: float = 10.0
    tree: float = 28.0
    track: float = 8.0


ROOMY = Spacing(trunk=18.0, drop=22.0, sibling=22.0, stack=10.0, spine=16.0, frame=12.0)


@dataclass(slots=True, eq=False)
class Part:
    """A block inside another one: where it stands, and the way that the line to it takes from the trunk."""

    block: Block
    x: float
    y: float
    via: tuple[Point, ...] = ()
    side: Side = "top"


@dataclass(slots=True, eq=False)
class Block:
    """The room of one sub-tree. ``inlet`` is where a line from above arrives, ``root`` its box if it has one.

    ``wires`` are the lines that leave the block through its bottom, each with its x.
    """

    kind: Literal["box", "frame", "wire", "tail", "column", "group"]
    width: float
    height: float
    inlet: Point
    node: Node | None = None
    root: Rect | None = None
    parts: Sequence[Part] = ()
    wires: Sequence[tuple[Node, float]] = ()
    rect: Rect | None = None
    title: tuple[str, ...] = ()


class Arrangement(NamedTuple):
    """Blocks below a trunk that comes down at ``trunk`` (x) from y = 0."""

    width: float
    height: float
    trunk: float
    parts: list[Part]
    wires: list[tuple[Node, float]]


def arrange(blocks: Sequence[Block], options: Options, spacing: Spacing, connected: bool = True) -> Arrangement:
    """Sets the blocks of one superior below its trunk. Unconnected ones (several roots) stand at y = 0."""
    if not connected:
        spacing = spacing._replace(trunk=0.0, drop=0.0, spine=0.0)
    cells = _with_columns(blocks, options, spacing)
    if not cells:
        return Arrangement(0.0, 0.0, 0.0, [], [])
    gap = _gaps(cells, spacing) if connected else spacing
    rows = [cells] if any(cell.wires for cell in cells) else _rows(cells, options.row_limit, gap)
    ends = [row is rows[-1] or not connected for row in rows]
    extents = [_extent(row, end, gap) for row, end in zip(rows, ends, strict=True)]
    trunk = max(left for left, _ in extents)
    parts: list[Part] = []
    y = 0.0
    for row, end, (left, _) in zip(rows, ends, extents, strict=True):
        bus = y + gap.trunk if connected or not parts else y + gap.sibling
        y = _set_row(row, trunk - left, trunk, (bus, bus + gap.drop), end, gap, parts)
    width = trunk + max(right for _, right in extents)
    return Arrangement(width, y, trunk, parts, _leaving(parts))


def _gaps(cells: Sequence[Block], spacing: Spacing) -> Spacing:
    if all(cell.kind == "wire" for cell in cells):
        return spacing._replace(trunk=2.0, drop=0.0)
    return _closer(spacing) if _lone_column(cells) else spacing


@cache
def _closer(spacing: Spacing) -> Spacing:
    """The distances above a lone column."""
    return spacing._replace(trunk=spacing.trunk - 3.0, drop=spacing.drop - 6.0)


def _lone_column(cells: Sequence[Block]) -> bool:
    """A column that stands below its superior, with the spine a little to the left of both."""
    return len(cells) == 1 and cells[0].kind == "column"


def stacked_runs(children: Sequence[Node], options: Options) -> list[tuple[int, int]]:
    """The stretches (start, end) of reports without reports of their own that are set as columns."""
    runs: list[tuple[int, int]] = []
    start = 0
    for index in range(len(children) + 1):
        if index == len(children) or not children[index].is_leaf:
            if index - start >= options.stack_at:
                runs.append((start, index))
            start = index + 1
    return runs


def _with_columns(blocks: Sequence[Block], options: Options, spacing: Spacing) -> list[Block]:
    nodes = [block.node for block in blocks if block.node is not None]
    cells: list[Block] = []
    done = 0
    for start, end in stacked_runs(nodes, options):
        cells.extend(blocks[done:start])
        cells.extend(_column(part, spacing) for part in _even_parts(blocks[start:end], options.column_max))
        done = end
    return [*cells, *blocks[done:]]


def _even_parts(blocks: Sequence[Block], longest: int) -> Iterable[Sequence[Block]]:
    count = ceil(len(blocks) / longest)
    size = ceil(len(blocks) / count)
    return (blocks[start : start + size] for start in range(0, len(blocks), size))


def _column(blocks: Sequence[Block], spacing: Spacing) -> Block:
    """Boxes one below the other, hanging on a spine at their left."""
    parts: list[Part] = []
    y = 0.0
    for block in blocks:
        middle = y + block.height / 2
        via = (Point(0.0, middle), Point(spacing.spine, middle))
        parts.append(Part(block, spacing.spine, y, via, "left"))
        y += block.height + spacing.stack
    width = spacing.spine + max(block.width for block in blocks)
    return Block("column", width, y - spacing.stack, Point(0.0, 0.0), parts=parts)


def _rows(cells: list[Block], limit: float, spacing: Spacing) -> list[list[Block]]:
    """Folds a row that is too wide into rows of about the same width."""
    ends = list(accumulate(cell.width + spacing.sibling for cell in cells))
    if ends[-1] <= limit:
        return [cells]
    count = max(1, min(len(cells), ceil(ends[-1] / limit)))
    rows: list[list[Block]] = [[] for _ in range(count)]
    for cell, end in zip(cells, ends, strict=True):
        middle = end - (cell.width + spacing.sibling) / 2
        rows[min(count - 1, int(middle / ends[-1] * count))].append(cell)
    return [row for row in rows if row]


def _row_width(row: Sequence[Block], spacing: Spacing) -> float:
    return sum(cell.width for cell in row) + spacing.sibling * (len(row) - 1)


def _split(row: list[Block]) -> int:
    """How many blocks of a row that is not the last stand left of the trunk that passes through it."""
    total = sum(cell.width for cell in row)
    ends = list(accumulate(cell.width for cell in row))
    return min(range(len(row)), key=lambda index: abs(ends[index] - total / 2)) + 1


def _extent(row: list[Block], last: bool, gap: Spacing) -> tuple[float, float]:
    """How far the row reaches to the left and to the right of the trunk."""
    width = _row_width(row, gap)
    if last and _lone_column(row):
        return width / 2, width / 2
    if last:
        before = _row_width(row[:-1], gap) + gap.sibling if len(row) > 1 else 0.0
        trunk = float(round((row[0].inlet.x + before + row[-1].inlet.x) / 2))
        return trunk, width - trunk
    split = _split(row)
    left = _row_width(row[:split], gap) + gap.channel / 2
    right = _row_width(row[split:], gap) + gap.channel / 2 if row[split:] else gap.channel / 2
    return left, right


def _set_row(
    row: list[Block], x: float, trunk: float, at: tuple[float, float], last: bool, gap: Spacing, parts: list[Part]
) -> float:
    """Adds the blocks of one row to ``parts``; their roots stand at one height. Returns the row's bottom."""
    bus, top = at
    lead = max(cell.inlet.y for cell in row)
    bottom = top
    split = len(row) if last else _split(row)
    for index, cell in enumerate(row):
        if index == split:
            x += gap.channel - gap.sibling
        inlet = Point(x + cell.inlet.x, top + lead)
        y = top + lead - cell.inlet.y
        parts.append(Part(cell, x, y, (Point(trunk, bus), Point(inlet.x, bus), inlet)))
        bottom = max(bottom, y + cell.height)
        x += cell.width + gap.sibling
    return bottom


def _leaving(parts: Iterable[Part]) -> list[tuple[Node, float]]:
    return [(wire, part.x + x) for part in parts for wire, x in part.block.wires]


def _shifted(points: Iterable[Point], by_x: float, by_y: float) -> tuple[Point, ...]:
    """The points moved by ``by_x`` and ``by_y``."""
    return tuple([Point(x + by_x, y + by_y) for x, y in points])


def moved(parts: Iterable[Part], x: float, y: float) -> list[Part]:
    """The parts moved by ``x`` and ``y``, with the ways that lead to them."""
    return [Part(p.block, p.x + x, p.y + y, _shifted(p.via, x, y), p.side) for p in parts]
