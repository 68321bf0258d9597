"""A table as a value: typed columns, rows, and totals below them. Every form of a table is made of this."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple
from unicodedata import category, combining, east_asian_width


class Kind(Enum):
    """What a column holds; its value is the number format of Excel."""

    TEXT = "@"
    COUNT = "#,##0"
    MEAN = "0.0"
    RATIO = '"1 : "0.0'
    PERCENT = "0%"
    DATE = "yyyy-mm-dd"
    SCORE = "0.00"


class Formula(NamedTuple):
    """A live formula of Excel (without ``=``), and the value that it has, which every other form shows."""

    text: str
    value: int | float | str | None


Value = str | int | float | date | Formula | None
"""What a cell may hold. A text is a text, whatever it begins with; only a Formula is one."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A text that is longer than ``widest`` half-width characters is broken into lines, or cut."""

    title: str
    kind: Kind = Kind.TEXT
    widest: int = 40
    is_open: bool | None = None
    """Whether people may change it, where that makes a difference between columns."""
    is_hidden: bool = False
    """Whether it is there for programs only."""
    side: str = ""
    """Where its content stands, if not where its kind has it: left, center or right."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``indent`` sets its first cell in, where rows make a tree; ``kinds`` replace those of the columns."""

    cells: tuple[Value, ...]
    indent: int = 0
    kinds: tuple[Kind, ...] = ()

    def kind(self, place: int, columns: tuple[Column, ...]) -> Kind:
        """What its cell at ``place`` holds."""
        return self.kinds[place] if place < len(self.kinds) else columns[place].kind


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``name`` is its id, for file names and options."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    nothing: str = ""
    """What to say where there are no rows."""
    notes: tuple[str, ...] = ()
    """Sentences below the table, for people; CSV has none."""
    fixed: int = 1
    """How many columns stay in sight when one scrolls to the right."""


@dataclass(frozen=True, slots=True)
class Book:
    """Several tables that belong together."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    subtitle: str = ""
    company: str = ""
    page_of: str = "{page} / {pages}"
    """What stands at the foot of a page."""


def shown(value: Value) -> str | int | float | date | None:
    """The value itself: of a formula, what it comes to."""
    return value.value if isinstance(value, Formula) else value


def letter(place: int) -> str:
    """The name that Excel gives the column at ``place``, counted from 0: A, …, Z, AA, …"""
    name, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


LONGEST_NAME = 31
_KEPT = "history"
"""The name that Excel keeps for itself."""
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def sheet_name(sheet_title: str) -> str:
    """The name of a sheet in a workbook: its title as far as Excel allows. The titles of a book have to differ in it."""
    return _FORBIDDEN_IN_NAME.sub(" ", sheet_title).strip(" '")[:LONGEST_NAME].rstrip(" '") or "-"


def distinct_names(titles: Iterable[str]) -> list[str]:
    """The names of sheets with these titles: none like another, also in small letters, and none that Excel keeps."""
    taken = {_KEPT}
    found = []
    for title in titles:
        name, number = sheet_name(title), 1
        while name.casefold() in taken:
            number += 1
            ending = f" ({number})"
            name = sheet_name(title)[: LONGEST_NAME - len(ending)].rstrip(" '") + ending
        taken.add(name.casefold())
        found.append(name)
    return found


def column_range(sheet_title: str, place: int, rows: int) -> str:
    """The data cells of a column, for a formula on another sheet; there has to be at least one row."""
    name = sheet_name(sheet_title).replace("'", "''")
    return f"'{name}'!${letter(place)}$2:${letter(place)}${rows + 1}"


_PIECES = re.compile(r"（[^）]{1,12}）|[\x21-\x7e]+ *|.")
"""Where a line may be broken: between words, between Chinese characters, but not within short brackets."""


def broken(text: str, width: int) -> list[str]:
    """A text in lines of at most ``width`` half-width characters; a word that is longer has its own."""
    lines = []
    for paragraph in text.split("\n"):
        lines.append("")
        for piece in _PIECES.findall(paragraph):
            if lines[-1] and cells(lines[-1] + piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
    return [line.strip() for line in lines]


def cells(text: str) -> int:
    """How many half-width characters of room a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """The widths of characters; each is found out once."""

    def __missing__(self, character: str) -> int:
        is_seen = not combining(character) and category(character) not in ("Mn", "Me", "Cf")
        width = self[character] = (2 if east_asian_width(character) in "WF" else 1) * is_seen
        return width


_WIDTHS = _Widths()
