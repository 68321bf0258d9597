"""Tables as an Excel workbook: one sheet each, ready to be filtered and to be printed.

The same tables give the same bytes. A text is never a formula, whatever it begins with; a formula carries the value
that it comes to, so that previews and Excel's protected view, which do not calculate, show it too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from posdoc.tables.looks import Look, Looks
from posdoc.tables.package import SHEETS, Parts, finish, write_package
from posdoc.tables.sheet import Book, Column, Formula, Kind, Row, Sheet, Value, broken, cells, letter, sheet_name, shown
from posdoc.tables.text import written_value

if TYPE_CHECKING:
    from openpyxl.cell import Cell

NARROWEST, MARGIN, FILTER_BUTTON, LONGEST_PART = 5, 2, 2, 14
LINE, PADDING = 14.0, 3.0
LATIN = 1.15
"""How many Latin characters take the room of one digit, which is what the width of a column counts in."""
LONGEST_TEXT = 32_767
LONGEST_LEFT, LONGEST_RIGHT = 150, 60
"""How long the two parts of a header or footer may be: together they may have 255 characters."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""The beginning of what Excel reads as an escaped character."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_FIXED = datetime(1980, 1, 1)


def write_excel(book: Book) -> bytes:
    """The workbook. Formulas refer to other sheets by :func:`~posdoc.tables.sheet.column_range`."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties = DocumentProperties(
        creator=_clean(book.company) or "posdoc",
        title=_clean(book.title),
        language=book.language,
        created=_FIXED,
        modified=_FIXED,
    )
    workbook.calculation.fullCalcOnLoad = False
    values: dict[str, dict[str, bytes | int | float]] = {}
    looks = Looks(book.language)
    for place, sheet in enumerate(book.sheets, 1):
        worksheet = workbook.create_sheet(sheet_name(sheet.title))
        _Page(worksheet, sheet, book, looks).fill()
        values[f"{SHEETS}sheet{place}.xml"] = _formula_values(sheet)
    return _saved(workbook, values)


class _Page:
    """One worksheet and what it is filled from."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, book: Book, looks: Looks) -> None:
        self.worksheet = worksheet
        self.sheet = sheet
        self.book = book
        self.looks = looks
        self.widths = [self.width(place, column) for place, column in enumerate(sheet.columns)]

    def fill(self) -> None:
        for place, width in enumerate(self.widths):
            self.worksheet.column_dimensions[letter(place)].width = width
        self.head()
        for number, row in enumerate((*self.sheet.rows, *self.sheet.totals), 2):
            self.row(number, row, is_total=number > len(self.sheet.rows) + 1)
        self.below()
        self.view()
        self.print_set_up()

    def head(self) -> None:
        lines = 1
        for place, column in enumerate(self.sheet.columns):
            title = "\n".join(broken(column.title, int(self.widths[place]) - FILTER_BUTTON))
            self.put(1, place, title, Look("head", "left" if column.kind is Kind.TEXT else "center"))
            lines = max(lines, title.count("\n") + 1)
        self.worksheet.row_dimensions[1].height = LINE * lines + 2 * PADDING

    def row(self, number: int, row: Row, *, is_total: bool) -> None:
        role = "total" if is_total else "cell"
        for place, (value, column) in enumerate(zip(row.cells, self.sheet.columns, strict=True)):
            kind = row.kind(place, self.sheet.columns)
            if column.kind is Kind.TEXT:
                look = Look(role, "left", _format(kind), 0 if place else row.indent)
            else:  # numbers have their distance from the edge in their format, words do not
                look = Look(role, "right", _format(kind), int(isinstance(value, str)))
            self.put(number, place, value, look)
        texts = [value if isinstance(value, str) else "" for value in row.cells]
        self.worksheet.row_dimensions[number].height = self.height(texts) + PADDING

    def height(self, texts: Sequence[str]) -> float:
        """How high a row has to be for its texts, in points; not every program finds that out when it opens a file."""
        lines = 1
        for text, width in zip(texts, self.widths, strict=True):
            room = int(width * (LATIN if text.isascii() else 1))
            if cells(text) > room or "\n" in text:
                lines = max(lines, len(broken(text, room)))
        return LINE * lines

    def below(self) -> None:
        """What is said where there are no rows, and the notes."""
        said = [self.sheet.nothing] if not self.sheet.rows and self.sheet.nothing else []
        first = len(self.sheet.rows) + len(self.sheet.totals) + 2
        for number, text in enumerate((*said, *self.sheet.notes), first):
            self.put(number, 0, text, Look("note"))

    def put(self, number: int, place: int, value: Value, look: Look) -> None:
        """Fill a cell: a text is a text, with the sign that keeps it so when somebody edits it."""
        cell = cast("Cell", self.worksheet.cell(number, place + 1))
        if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
            look = look._replace(quoted=True)
        self.looks.give(cell, look)
        if isinstance(value, Formula):
            cell.value = f"={value.text}"
        elif isinstance(value, str):
            text = _clean(value)[:LONGEST_TEXT]
            cell.value = _ESCAPE.sub("_x005F_", text)
            cell.data_type = "s"
        else:
            cell.value = value

    def width(self, place: int, column: Column) -> float:
        """Wide enough for the content, and for the title in a few lines beside the button of the filter."""
        rows = (*self.sheet.rows, *self.sheet.totals)
        texts = [2 * row.indent * (not place) + _room(row, place, self.sheet) for row in rows]
        title = cells(column.title) if column.kind is Kind.TEXT else _title_room(column.title)
        return float(max(NARROWEST, title + FILTER_BUTTON, min(max(texts, default=0), column.widest)) + MARGIN)

    def view(self) -> None:
        last = letter(len(self.sheet.columns) - 1)
        self.worksheet.freeze_panes = "B2" if len(self.sheet.columns) > 3 else "A2"
        self.worksheet.sheet_view.showGridLines = False
        self.worksheet.sheet_view.tabSelected = self.sheet is self.book.sheets[0]
        if self.sheet.rows:
            self.worksheet.auto_filter.ref = f"A1:{last}{len(self.sheet.rows) + 1}"

    def print_set_up(self) -> None:
        worksheet, last = self.worksheet, letter(len(self.sheet.columns) - 1)
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.paperSize = 9  # A4
        worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        worksheet.print_options.horizontalCentered = True
        worksheet.print_title_rows = "1:1"
        worksheet.print_area = f"A1:{last}{max(2, worksheet.max_row)}"
        margins = worksheet.page_margins
        margins.left = margins.right = 0.5
        margins.top = margins.bottom = 0.8
        margins.header = margins.footer = 0.4
        head, foot = cast(Any, worksheet.oddHeader), cast(Any, worksheet.oddFooter)
        worksheet.HeaderFooter.scaleWithDoc = False
        head.left.text = _in_header(f"{self.book.title} · {self.sheet.title}", LONGEST_LEFT)
        head.right.text = _in_header(self.book.subtitle, LONGEST_RIGHT)
        foot.left.text = _in_header(self.book.company, LONGEST_LEFT)
        foot.right.text = self.book.page_of.format(page="&P", pages="&N")


def _title_room(title: str) -> int:
    """How wide a title of numbers has to be to stand in two or three lines, with its brackets in one."""
    if title.isascii():
        return max(-(-len(title) // 2), *(len(word) for word in title.split()))
    parts = [cells(part) for part in re.split("(?=（)", title)]
    return max(part if part <= LONGEST_PART else -(-part // 2) for part in parts)


def _format(kind: Kind) -> str:
    """The number format; numbers stand a little away from the edge."""
    return kind.value if kind is Kind.TEXT else f"{kind.value}_-"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _room(row: Row, place: int, sheet: Sheet) -> int:
    text = written_value(shown(row.cells[place]), row.kind(place, sheet.columns))
    return cells(text)


def _in_header(text: str, longest: int) -> str:
    """A text in a header or footer, where & begins a command."""
    return " ".join(_clean(text).split())[:longest].replace("&", "&&")


# --- saving ---------------------------------------------------------------------------------------------------------


def _formula_values(sheet: Sheet) -> dict[str, bytes | int | float]:
    """What the formulas of a sheet come to, by the name of their cell."""
    found: dict[str, bytes | int | float] = {}
    for number, row in enumerate((*sheet.rows, *sheet.totals), 2):
        for place, value in enumerate(row.cells):
            if isinstance(value, Formula) and value.value is not None:
                found[f"{letter(place)}{number}"] = (
                    _as_xml(value.value) if isinstance(value.value, str) else value.value
                )
    return found


def _as_xml(text: str) -> bytes:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")


def _saved(workbook: Workbook, values: Mapping[str, Mapping[str, bytes | int | float]]) -> bytes:
    parts = Parts()
    ExcelWriter(workbook, cast(Any, parts)).save()
    return write_package(finish(parts.contents, values))
