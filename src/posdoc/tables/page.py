"""A sheet of a workbook laid out cell by cell: what :mod:`posdoc.tables.excel` writes, whoever laid it out.

Rows count from 1, as Excel counts them; columns are places from 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from posdoc.tables.sheet import Formula, Value, broken, cells, letter, shown

LINE, PADDING = 14.0, 3.0
"""The height of a line of text and what a row has beside its lines, in points."""
LATIN = 1.15
"""How many Latin characters take the room of one digit, which is what the width of a column counts in."""
GENERAL = "General"
"""The number format of a cell that takes whatever is typed."""


class Look(NamedTuple):
    """One look of cells."""

    role: str = "cell"
    """What the cell is: one of :data:`posdoc.tables.looks.ROLES`."""
    side: str = "left"
    """Where its content stands: left, center or right."""
    format: str = "@"
    """The number format."""
    indent: int = 0
    quoted: bool = False
    """Whether it is a text that would be a formula if somebody typed it."""


class Put(NamedTuple):
    """What a cell holds, its look, and the cell of the workbook that it leads to (``'Sheet'!A1``), if any."""

    value: Value
    look: Look
    link: str = ""


class Allowed(NamedTuple):
    """What may be typed into the cells of an ``area``: one of a ``source`` of values, or a number ``low`` to ``high``."""

    area: str
    """Ranges of cells, with spaces between them."""
    message: str
    """What Excel says where something else is typed."""
    source: str = ""
    """A range of cells that hold the choices; without one it is a number."""
    low: float = 0
    high: float = 0
    is_strict: bool = True
    """Whether anything else is refused; else Excel asks once more."""


@dataclass(slots=True)
class Page:
    """One sheet. ``title`` is its name, as :func:`~posdoc.tables.sheet.sheet_name` makes it."""

    title: str
    widths: Sequence[float]
    cells: dict[tuple[int, int], Put] = field(default_factory=dict)
    """By row and place."""
    heights: dict[int, float] = field(default_factory=dict)
    """In points; other rows have the usual height."""
    merged: list[str] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()
    """The places of columns that are not shown."""
    outline: dict[int, int] = field(default_factory=dict)
    """How deep a row lies in groups that can be folded; the row above a group sums it up."""
    allowed: list[Allowed] = field(default_factory=list)
    gaps: str = ""
    """An area whose empty cells are coloured."""
    frozen: str = ""
    """The first cell that moves when one scrolls."""
    filtered: str = ""
    """The area that can be filtered and sorted, its heads included."""
    repeated: str = ""
    """The rows that are printed on every page."""
    repeated_columns: str = ""
    """The columns that are printed on every page, where a sheet is more than one page wide."""
    pages_wide: int = 1
    breaks: list[int] = field(default_factory=list)
    """The rows after which a new page begins."""
    printed: str = ""
    """The area that is printed; everything, without one."""
    is_landscape: bool = True
    header: tuple[str, str] = ("", "")
    """What stands at the head of a page, on the left and on the right."""

    @property
    def last_row(self) -> int:
        """The number of the last row that holds something."""
        return max((row for row, _ in self.cells), default=1)

    @property
    def last_column(self) -> str:
        """The letter of the last column."""
        return letter(len(self.widths) - 1)

    def put(self, row: int, place: int, value: Value, look: Look, *, to: int = -1, link: str = "") -> None:
        """Fill a cell, or one that goes on to the place ``to``; the row becomes as high as its texts need."""
        last = max(place, to)
        for one in range(place, last + 1):
            self.cells[row, one] = Put(value if one == place else None, look, link if one == place else "")
        if last > place:
            self.merged.append(f"{letter(place)}{row}:{letter(last)}{row}")
        text = shown(value)
        if isinstance(text, str) and place not in self.hidden:
            width = sum(self.widths[place : last + 1])
            self.grow(row, LINE * lines_of(text, width - 2 * look.indent) + PADDING)

    def grow(self, row: int, height: float) -> None:
        """See that a row is at least so high, in points."""
        self.heights[row] = max(self.heights.get(row, 0), height)

    def formulas(self) -> dict[str, Formula]:
        """The formulas by the name of their cell."""
        return {
            f"{letter(place)}{row}": put.value
            for (row, place), put in self.cells.items()
            if isinstance(put.value, Formula)
        }


@dataclass(frozen=True, slots=True)
class PagedBook:
    """Sheets that make a workbook, and what is said of all."""

    title: str
    language: str
    pages: tuple[Page, ...]
    company: str = ""
    page_of: str = "{page} / {pages}"
    """What stands at the foot of a printed page."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of cells or of values, which people do not see and Excel keeps up to date when columns are moved."""


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width, in digits."""
    room = int(width * (LATIN if text.isascii() else 1))
    if cells(text) <= room and "\n" not in text:
        return 1
    return sum(max(1, -(-cells(line) // room)) for line in broken(text, room))
