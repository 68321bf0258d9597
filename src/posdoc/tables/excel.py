"""Tables and laid-out pages as an Excel workbook, ready to be filtered, filled in and printed.

The same pages give the same bytes. A text is never a formula, whatever it begins with; a formula carries the value
that it comes to, so that previews and Excel's protected view, which do not calculate, show it too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from posdoc.tables.listing import paged
from posdoc.tables.looks import Looks, gap_style
from posdoc.tables.package import SHEETS, Parts, finish, write_package
from posdoc.tables.page import Allowed, Page, PagedBook, Put
from posdoc.tables.sheet import Book, Formula, letter

if TYPE_CHECKING:
    from openpyxl.cell import Cell

LONGEST_TEXT = 32_767
LONGEST_LEFT, LONGEST_RIGHT = 150, 60
"""How long the two parts of a header or footer may be: together they may have 255 characters."""
LONGEST_MESSAGE = 225
"""How long the message of a cell that refuses a value may be."""
DEEPEST = 7
"""How deep groups of rows may lie in one another."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""The beginning of what Excel reads as an escaped character."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_FIXED = datetime(1980, 1, 1)


def write_excel(book: Book) -> bytes:
    """The workbook of some tables. Formulas refer to other sheets by :func:`~posdoc.tables.sheet.column_range`."""
    return write_pages(paged(book))


def write_pages(book: PagedBook) -> bytes:
    """The workbook of some pages."""
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
    for number, page in enumerate(book.pages, 1):
        worksheet = workbook.create_sheet(page.title)
        _Writer(worksheet, page, book, looks).write()
        worksheet.sheet_view.tabSelected = number == 1
        values[f"{SHEETS}sheet{number}.xml"] = _formula_values(page)
    for name, text in book.names.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=text, hidden=True)
    return _saved(workbook, values)


class _Writer:
    """One worksheet and the page that it is filled from."""

    def __init__(self, worksheet: Worksheet, page: Page, book: PagedBook, looks: Looks) -> None:
        self.worksheet = worksheet
        self.page = page
        self.book = book
        self.looks = looks

    def write(self) -> None:
        page, worksheet = self.page, self.worksheet
        for (row, place), put in page.cells.items():
            self.put(row, place, put)
        for place, width in enumerate(page.widths):
            worksheet.column_dimensions[letter(place)].width = width
            worksheet.column_dimensions[letter(place)].hidden = place in page.hidden
        for row, height in page.heights.items():
            worksheet.row_dimensions[row].height = height
        for row, depth in page.outline.items():
            worksheet.row_dimensions[row].outlineLevel = min(depth, DEEPEST)
        for area in page.merged:
            worksheet.merged_cells.add(area)
        for allowed in page.allowed:
            worksheet.add_data_validation(_validation(allowed))
        if page.gaps:
            rule = Rule(type="containsBlanks", dxf=gap_style(), formula=[f"LEN(TRIM({page.gaps.partition(':')[0]}))=0"])
            worksheet.conditional_formatting.add(page.gaps, rule)
        self.view()
        self.print_set_up()

    def put(self, row: int, place: int, put: Put) -> None:
        """Fill a cell: a text is a text, with the sign that keeps it so when somebody edits it."""
        cell, look, value = cast("Cell", self.worksheet.cell(row, place + 1)), put.look, put.value
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
        if put.link:
            cast(Any, cell)._hyperlink = Hyperlink(ref=cell.coordinate, location=put.link)

    def view(self) -> None:
        if self.page.frozen:
            self.worksheet.freeze_panes = self.page.frozen
        self.worksheet.sheet_view.showGridLines = False
        if self.page.filtered:
            self.worksheet.auto_filter.ref = self.page.filtered

    def print_set_up(self) -> None:
        worksheet, page = self.worksheet, self.page
        worksheet.page_setup.orientation = "landscape" if page.is_landscape else "portrait"
        worksheet.page_setup.paperSize = 9  # A4
        worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = page.pages_wide, 0
        outline = Outline(summaryBelow=False) if page.outline else None
        worksheet.sheet_properties.outlinePr = outline or worksheet.sheet_properties.outlinePr
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        worksheet.print_options.horizontalCentered = True
        if page.repeated:
            worksheet.print_title_rows = page.repeated
        if page.repeated_columns:
            worksheet.print_title_cols = page.repeated_columns
        for row in page.breaks:
            worksheet.row_breaks.append(Break(id=row))
        worksheet.print_area = page.printed or f"A1:{page.last_column}{max(2, page.last_row)}"
        margins = worksheet.page_margins
        margins.left = margins.right = 0.5
        margins.top = margins.bottom = 0.8
        margins.header = margins.footer = 0.4
        head, foot = cast(Any, worksheet.oddHeader), cast(Any, worksheet.oddFooter)
        worksheet.HeaderFooter.scaleWithDoc = False
        head.left.text = _in_header(page.header[0], LONGEST_LEFT)
        head.right.text = _in_header(page.header[1], LONGEST_RIGHT)
        foot.left.text = _in_header(self.book.company, LONGEST_LEFT)
        foot.right.text = self.book.page_of.format(page="&P", pages="&N")


def _validation(allowed: Allowed) -> DataValidation:
    made = (
        DataValidation(type="list", formula1=allowed.source)
        if allowed.source
        else DataValidation(
            type="decimal", operator="between", formula1=f"{allowed.low:g}", formula2=f"{allowed.high:g}"
        )
    )
    made.allowBlank = made.showErrorMessage = True
    made.errorStyle = "stop" if allowed.is_strict else "warning"
    made.error = _clean(allowed.message)[:LONGEST_MESSAGE]
    for area in allowed.area.split():
        made.add(area)
    return made


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _in_header(text: str, longest: int) -> str:
    """A text in a header or footer, where & begins a command."""
    return " ".join(_clean(text).split())[:longest].replace("&", "&&")


# --- saving ---------------------------------------------------------------------------------------------------------


def _formula_values(page: Page) -> dict[str, bytes | int | float]:
    """What the formulas of a page come to, by the name of their cell."""
    values = {cell: formula.value for cell, formula in page.formulas().items()}
    return {
        cell: _as_xml(value) if isinstance(value, str) else value for cell, value in values.items() if value is not None
    }


def _as_xml(text: str) -> bytes:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")


def _saved(workbook: Workbook, values: Mapping[str, Mapping[str, bytes | int | float]]) -> bytes:
    parts = Parts()
    ExcelWriter(workbook, cast(Any, parts)).save()
    return write_package(finish(parts.contents, values))
