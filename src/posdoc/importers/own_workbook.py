"""Workbooks that posdoc has made, read back by the hidden names that say which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from posdoc.importers.package import open_package
from posdoc.importers.sheet_book import Book, read_book
from posdoc.importers.sheet_grid import read_grid
from posdoc.importers.sheet_xml import descendants
from posdoc.patterns import pattern
from posdoc.tables.workbooks._names import COLUMN, FORMAT, KIND, LANGUAGE, VERSION, column_name

_CELL = pattern(r"'?(?P<sheet>(?:[^']|'')+?)'?!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)")


@dataclass(frozen=True)
class OwnRow:
    """A row: its number in the sheet from 1, and what its cells show by the path of their column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class OwnWorkbook:
    """The table of a workbook of posdoc: what it is, in which language, its sheet, its columns and rows."""

    kind: str
    language: str
    sheet: str
    columns: frozenset[str]
    """The names of the columns that are still there."""
    rows: tuple[OwnRow, ...]

    def has(self, path: str) -> bool:
        """Whether the column of a path is still there."""
        return column_name(path) in self.columns


def read_own(data: bytes, name: str, paths: Iterable[str] = ()) -> OwnWorkbook | None:
    """The table of a workbook that posdoc made, None for any other. ``paths`` are those of the columns that are wanted,
    all if there are none. Raises Refused for what is no Excel file.
    """
    book = read_book(open_package(data, name))
    names = _names(book)
    kind = names.get(KIND, "").strip('"')
    if not kind or names.get(FORMAT) != str(VERSION):
        return None
    places = {key.removeprefix(COLUMN): match for key, text in names.items()
              if key.startswith(COLUMN) and (match := _CELL.fullmatch(text))}  # fmt: skip
    if not places:
        return None
    sheet = next(iter(places.values()))["sheet"].replace("''", "'")
    columns = {key: _column(match["column"]) for key, match in places.items()}
    wanted = {column_name(path).removeprefix(COLUMN): path for path in paths}
    head = int(next(iter(places.values()))["row"]) - 1
    kept = {wanted.get(key, key): column for key, column in columns.items()}
    rows = _rows(book, sheet, kept, head)
    return OwnWorkbook(
        kind, names.get(LANGUAGE, "").strip('"'), sheet, frozenset(f"{COLUMN}{key}" for key in columns), rows
    )


def _names(book: Book) -> dict[str, str]:
    root = book.parts.root(book.main)
    found = descendants(root, "definedName") if root is not None else ()
    return {one.get("name", ""): (one.text or "").strip() for one in found}


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _rows(book: Book, sheet: str, columns: Mapping[str, int], head: int) -> tuple[OwnRow, ...]:
    part = next((one for one in book.sheets if one.name == sheet), None)
    if part is None:
        return ()
    grid = read_grid(book, part)
    numbers = sorted({row for row, _ in grid.cells if row > head})
    made = []
    for number in numbers:
        shown = {path: grid.cells.get((number, column)) for path, column in columns.items()}
        cells = {path: cell.text.strip() if cell else "" for path, cell in shown.items()}
        if any(cells.values()):
            made.append(OwnRow(number + 1, cells))
    return tuple(made)
