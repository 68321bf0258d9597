"""The cells of one sheet of an Excel file, with their texts as Excel shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from posdoc.importers.characters import as_seen
from posdoc.importers.number_formats import number_shown, text_shown
from posdoc.importers.pieces import CHECKED, UNCHECKED
from posdoc.importers.sheet_book import Book, Format, SheetPart, Shown, in_font, string_of
from posdoc.importers.sheet_xml import each, local, out_of_bounds
from posdoc.importers.word.markup import Element, whole
from posdoc.patterns import pattern

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_CELLS: Final = 100_000
"""How many cells with a content a file may have: a list of five thousand people with twenty columns."""
MOST_BYTES: Final = 128 * 1024 * 1024
"""How long all sheets of a file may be together."""
MOST_CHARACTERS: Final = 10_000_000
"""How much text all cells of a sheet may show together."""
MOST_MERGES: Final = 100_000
_EMPTY = pattern(rb"<(?:\w+:)?(?:c|row)\s[^<>]*\br=[^<>]*/>")
_EMPTIED_ROW = pattern(rb"<(?:\w+:)?row\s[^<>]*\br=[^<>]*></(?:\w+:)?row>")
"""Cells and rows that have a format and nothing else; they may be millions."""
_CELL = pattern(rb"<(?:\w+:)?c[\s>]")
_REFERENCE = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_SIDES_OF_PAGE = pattern("&[LCRlcr]")
_CODES_OF_PAGE = pattern(r'&(?:&|"[^"]*"|K[0-9A-F]{6}|\d+|[PNDTFAZGBIUESXYOH]|\+|-)', re.IGNORECASE)
_SAYS_SOMETHING = pattern(r"[^\W_]")
_PICTURE = pattern(r"=?(?:_xlfn\.)?DISPIMG\(")
_PLAIN = Format()


class Area(NamedTuple):
    """A rectangle of cells: first row and column, last row and column, all from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def reference(self) -> str:
        """The area as Excel names it, such as ``A1:H30`` or ``C5``."""
        first, last = reference(self.top, self.left), reference(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


@dataclass(slots=True)
class Grid:
    """The cells of a sheet by row and column from 0; empty ones are missing."""

    size: int = 0
    """How many bytes its part has."""
    cells: dict[tuple[int, int], Shown] = field(default_factory=dict)
    merged: dict[tuple[int, int], Area] = field(default_factory=dict)
    """The merged areas by their first cell."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    without_value: list[str] = field(default_factory=list)
    """The cells whose formula nobody has calculated."""
    pictures: list[str] = field(default_factory=list)
    """The cells that show a picture."""
    page_texts: list[tuple[str, str]] = field(default_factory=list)
    """What is printed above and below every page, by ``oddHeader``, ``oddFooter`` …"""


def reference(row: int, column: int) -> str:
    """A cell as Excel names it."""
    return f"{get_column_letter(column + 1)}{row + 1}"


def read_grid(book: Book, sheet: SheetPart) -> Grid:
    """The cells of a sheet. Raises Refused where it is damaged or holds more than is read."""
    data = book.package.part(sheet.part)
    name = book.package.name
    grid = Grid(len(data or b""))
    if data is None:
        return grid
    if b"<![CDATA[" not in data:
        data = _EMPTIED_ROW.sub(b"", _EMPTY.sub(b"", data))
    if sum(1 for _ in _CELL.finditer(data)) > MOST_CELLS or data.count(b"mergeCell ") > MOST_MERGES:
        raise out_of_bounds(name, sheet.part)
    row = shown = 0
    for element in each(data, name, sheet.part, "row", "col", "mergeCell", *_PAGE_TEXTS):
        tag = local(element)
        if tag == "row":
            row = whole(element.get("r"), row + 1)
            for column, text in _cells_of(element, row - 1, book, grid):
                grid.cells[row - 1, column] = text
                shown += len(text.text)
            if shown > MOST_CHARACTERS:
                raise out_of_bounds(name, sheet.part)
        else:
            _READERS.get(tag, _read_page_text)(element, grid)
    return grid


def _cells_of(row: Element, number: int, book: Book, grid: Grid) -> Iterator[tuple[int, Shown]]:
    if row.get("hidden", "0") not in ("0", "false") or row.get("ht") == "0":
        grid.hidden_rows.add(number)
    column = -1
    for cell in row:
        if local(cell) != "c":
            continue
        column = _column(cell.get("r"), column + 1)
        text = _text_of(cell, book)
        if text is None:
            missing = grid.without_value if cell.get("t", "n") == "n" else grid.pictures
            missing.append(reference(number, column))
        elif text.text.strip() and number < MOST_ROWS and column < MOST_COLUMNS:
            yield column, text


@lru_cache(maxsize=MOST_COLUMNS)
def _column_of_letters(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _column(name: str | None, otherwise: int) -> int:
    match = _REFERENCE.fullmatch(name) if name else None
    return _column_of_letters(match[1]) if match else otherwise


def area_of(name: str) -> Area | None:
    """The area that ``A1:C3`` or ``B2`` names; None for what names none."""
    ends = [_REFERENCE.fullmatch(end) for end in name.split(":")]
    if not ends or len(ends) > 2 or None in ends:
        return None
    rows = sorted(int(end[2]) - 1 for end in ends if end)
    columns = sorted(_column_of_letters(end[1]) for end in ends if end)
    return Area(rows[0], columns[0], rows[-1], columns[-1])


# --- what a cell shows --------------------------------------------------------------------------------------


def _text_of(cell: Element, book: Book) -> Shown | None:
    """What a cell shows; None for a formula without a value, and for a picture."""
    kind, style, written, is_formula, inline = cell.get("t", "n"), whole(cell.get("s")), "", False, None
    for part in cell:
        tag = local(part)
        if tag == "v":
            written = part.text or ""
        elif tag == "f":
            is_formula = True
        elif tag == "is":
            inline = part
    form = book.formats[style] if 0 <= style < len(book.formats) else _PLAIN
    if inline is not None:
        return _as_text(string_of(inline), form)
    if (not written and is_formula and kind != "str") or _is_picture(cell, kind, written):
        return None
    return _valued(kind, written, form, book)


def _valued(kind: str, written: str, form: Format, book: Book) -> Shown:
    """What a cell shows by the type of its value (18.18.11)."""
    if kind == "s":
        place = whole(written, -1)
        return _as_text(book.strings[place], form) if 0 <= place < len(book.strings) else Shown("")
    if kind == "str":
        return _as_text(Shown(as_seen(unescape(written))), form)
    if kind == "b":
        is_true = written not in ("0", "false", "")
        words = (UNCHECKED, CHECKED) if form.is_box else ("FALSE", "TRUE")
        return Shown(words[is_true], form.bold)
    if kind == "n" and written:
        return Shown(number_shown(written, form.code, since_1904=book.since_1904), form.bold)
    return Shown(as_seen(written), form.bold)


def _is_picture(cell: Element, kind: str, written: str) -> bool:
    """Whether a cell shows a picture: in WPS by a formula, in Excel by rich data in place of an error."""
    return bool(kind == "str" and _PICTURE.match(written)) or (kind == "e" and cell.get("vm") is not None)


def _as_text(text: Shown, form: Format) -> Shown:
    return Shown(text_shown(in_font(text.text, form.font), form.code), form.bold if text.bold is None else text.bold)


# --- what else a sheet says ---------------------------------------------------------------------------------


def _read_column(element: Element, grid: Grid) -> None:
    if element.get("hidden", "0") not in ("0", "false") or element.get("width") == "0":
        grid.hidden_columns.append(range(whole(element.get("min"), 1) - 1, whole(element.get("max"), 1)))


def _read_merged(element: Element, grid: Grid) -> None:
    area = area_of(element.get("ref", ""))
    if area is not None:
        grid.merged[area.top, area.left] = area


def _read_page_text(element: Element, grid: Grid) -> None:
    for written in _SIDES_OF_PAGE.split(as_seen(element.text or "")):
        text = _CODES_OF_PAGE.sub(lambda code: "&" if code[0] == "&&" else "", written).strip()
        if _SAYS_SOMETHING.search(text):
            grid.page_texts.append((local(element), text))


_PAGE_TEXTS: Final = ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")
_READERS = {"col": _read_column, "mergeCell": _read_merged}
