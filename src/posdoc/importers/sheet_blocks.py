"""Where the tables of a sheet begin and end: blocks of cells with something empty between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from posdoc.importers.sheet_grid import Area, Grid

DEEPEST = 20
"""How often blocks are divided again."""


class Block(NamedTuple):
    """Cells that belong together, in reading order; ``area`` is what they cover."""

    area: Area
    cells: tuple[Area, ...]


def blocks_of(grid: Grid) -> list[Block]:
    """The blocks of a sheet in reading order.

    Two empty rows or columns divide. One empty row divides as well, unless what follows goes on with the same table:
    it is no title, does not begin with the same words as the block before, and goes no further to the side. One empty
    column divides, unless the cells on both its sides are in the same rows, as in a form with a gap in the middle.
    """
    if not grid.cells:
        return []
    last_row, last_column = max(row for row, _ in grid.cells), max(column for _, column in grid.cells)
    cells = []
    for row, column in sorted(grid.cells):
        area = grid.merged.get((row, column), Area(row, column, row, column))
        cells.append(area._replace(bottom=min(area.bottom, last_row), right=min(area.right, last_column)))
    return [Block(part.area, tuple(sorted(part.cells))) for part in _divided(cells, grid, DEEPEST)]


class _Part:
    """Cells on one side of a gap: the first of them, and what they cover."""

    def __init__(self, cells: list[Area]) -> None:
        self.cells = cells
        self.first = min(cells)
        tops, lefts, bottoms, rights = zip(*cells, strict=True)
        self.area = Area(min(tops), min(lefts), max(bottoms), max(rights))

    def add(self, other: _Part) -> None:
        """Take in the cells of the next part."""
        self.cells += other.cells
        self.first = min(self.first, other.first)
        (top, left, bottom, right), more = self.area, other.area
        self.area = Area(min(top, more.top), min(left, more.left), max(bottom, more.bottom), max(right, more.right))


def _divided(cells: list[Area], grid: Grid, depth: int) -> list[_Part]:
    def goes_on(above: _Part, below: _Part) -> bool:
        return _goes_on(above, below, grid)

    found: list[_Part] = []
    for band in _cut(cells, lambda cell: cell.top, lambda cell: cell.bottom, goes_on):
        sides = _cut(band.cells, lambda cell: cell.left, lambda cell: cell.right, _is_beside)
        if len(sides) == 1 or not depth:
            found.append(band)
        else:
            for side in sides:
                found += _divided(side.cells, grid, depth - 1)
    return found


def _cut(
    cells: list[Area],
    start: Callable[[Area], int],
    end: Callable[[Area], int],
    belongs: Callable[[_Part, _Part], bool],
) -> list[_Part]:
    """Cut where nothing stands; what has one empty row or column between is kept together where it ``belongs``."""
    runs: list[list[Area]] = []
    gaps: list[int] = []
    reached = -1
    for cell in sorted(cells, key=start):
        first, last = start(cell), end(cell)
        if not runs or first > reached + 1:
            gaps.append(first - reached - 1)
            runs.append([cell])
        else:
            runs[-1].append(cell)
        if last > reached:
            reached = last
    joined: list[_Part] = []
    for gap, part in zip(gaps, map(_Part, runs), strict=True):
        if joined and gap == 1 and belongs(joined[-1], part):
            joined[-1].add(part)
        else:
            joined.append(part)
    return joined


def _goes_on(above: _Part, below: _Part, grid: Grid) -> bool:
    """Whether the rows below one empty row go on with the table above it."""
    if sum(cell.top == below.first.top for cell in below.cells) == 1 or above.area.top == above.area.bottom:
        return False
    one, other = (grid.cells[part.first.top, part.first.left].text for part in (above, below))
    return one != other and above.area.left <= below.area.left and below.area.right <= above.area.right


def _is_beside(left: _Part, right: _Part) -> bool:
    """Whether the cells on both sides of one empty column are one table."""
    return left.area.top == right.area.top and abs(left.area.bottom - right.area.bottom) <= 1
