"""The grid of a table: where each cell begins, and how many rows and columns it covers, merged cells once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from posdoc.importers.pieces import Cell, Piece
from posdoc.importers.word.markup import VAL, Element, W, is_on, whole

ROW: Final = W + "tr"
CELL: Final = W + "tc"
MOST_COLUMNS: Final = 1000
"""How many columns a cell may cover: Word has no more than 63."""


class RowShape(NamedTuple):
    """How many columns of the grid are left free before the first cell, and whether the row is not seen."""

    before: int = 0
    is_deleted: bool = False
    is_hidden: bool = False


class CellShape(NamedTuple):
    """How many columns a cell covers. ``down`` and ``across`` are ``restart``, ``continue`` or nothing (merged cells)."""

    columns: int = 1
    down: str = ""
    across: str = ""
    is_deleted: bool = False


_ROW_PROPERTIES = W + "trPr"
_BEFORE, _ROW_DELETED, _HIDDEN = W + "gridBefore", W + "del", W + "hidden"


def row_shape(row: Iterable[Element]) -> RowShape:
    """What a row says of itself, by the elements in it."""
    properties = next((child for child in row if child.tag == _ROW_PROPERTIES), None)
    if properties is None:
        return _SEEN
    before, deleted, hidden = 0, False, False
    for child in properties[:]:
        tag = child.tag
        if tag == _BEFORE:
            before = min(max(whole(child.get(VAL)), 0), MOST_COLUMNS)
        elif tag == _ROW_DELETED:
            deleted = True
        elif tag == _HIDDEN:
            hidden = is_on(child)
    return RowShape(before, deleted, hidden)


_SEEN = RowShape()
_CELL_PROPERTIES = W + "tcPr"
_SPAN, _DOWN, _ACROSS, _DELETED = W + "gridSpan", W + "vMerge", W + "hMerge", W + "cellDel"


def cell_shape(cell: Sequence[Element]) -> CellShape:
    """What a cell says of itself, by the elements in it."""
    if not cell or cell[0].tag != _CELL_PROPERTIES:
        return _SINGLE
    columns, down, across, deleted = 1, "", "", False
    for child in cell[0][:]:
        tag = child.tag
        if tag == _SPAN:
            columns = min(max(whole(child.get(VAL), 1), 1), MOST_COLUMNS)
        elif tag == _DOWN:
            down = child.get(VAL, "continue")
        elif tag == _ACROSS:
            across = child.get(VAL, "continue")
        elif tag == _DELETED:
            deleted = True
    return CellShape(columns, down, across, deleted)


_SINGLE = CellShape()


class _Open:
    """A cell that may still grow."""

    __slots__ = ("column", "columns", "pieces", "row", "rows")

    def __init__(self, row: int, column: int, columns: int) -> None:
        self.row, self.column, self.columns, self.rows = row, column, columns, 1
        self.pieces: list[Piece] = []


class Grid:
    """A table while it is read, row by row and cell by cell."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.rows = 0
        self.place_in_row = 0
        """Which cell of its row the last one is, from 1; one that goes on from above is counted as it is seen."""
        self._cells: list[_Open] = []
        self._column = 0
        self._above: dict[int, _Open] = {}
        self._growing: dict[int, _Open] = {}

    def begin_row(self, shape: RowShape) -> None:
        """The next row begins."""
        self.rows += 1
        self.place_in_row = 0
        self._column = shape.before
        self._above, self._growing = self._growing, {}

    def add(self, shape: CellShape) -> list[Piece] | None:
        """Where the pieces of the next cell go; None for one that is merged into another, and is not seen."""
        columns, down, across, _ = shape
        column = self._column
        self._column += columns
        if self._column > self.columns:
            self.columns = self._column
        if across == "continue" and self._merged_across(column, columns):
            return None
        self.place_in_row += 1
        above = self._above.get(column) if down == "continue" else None
        if above is not None:
            above.rows = self.rows - above.row
            self._growing[column] = above
            return None
        cell = _Open(self.rows - 1, column, columns)
        self._cells.append(cell)
        if down:
            self._growing[column] = cell
        return cell.pieces

    def _merged_across(self, column: int, columns: int) -> bool:
        last = self._cells[-1] if self._cells else None
        if last is None or last.row != self.rows - 1 or last.column + last.columns != column:
            return False
        last.columns += columns
        return True

    def cells(self) -> tuple[Cell, ...]:
        """The cells in reading order."""
        return tuple([Cell(cell.row, cell.column, tuple(cell.pieces), cell.rows, cell.columns) for cell in self._cells])
