"""A table as a page: one row each, with columns as wide as their content, heads that stay, and a filter."""

from __future__ import annotations

import re

from posdoc.tables.page import LINE, PADDING, Look, Page, PagedBook
from posdoc.tables.sheet import Book, Column, Kind, Row, Sheet, broken, cells, letter, sheet_name, shown
from posdoc.tables.text import written_value

NARROWEST, MARGIN, FILTER_BUTTON, LONGEST_PART = 5, 2, 2, 14


def paged(book: Book) -> PagedBook:
    """The tables of a book as pages."""
    pages = tuple(list_page(sheet, book.title, book.subtitle) for sheet in book.sheets)
    return PagedBook(book.title, book.language, pages, book.company, book.page_of)


def list_page(sheet: Sheet, title: str, subtitle: str = "") -> Page:
    """The page of one table; the title of the workbook and a subtitle stand at the head of each printed page."""
    widths = [_width(sheet, place, column) for place, column in enumerate(sheet.columns)]
    page = Page(sheet_name(sheet.title), widths, header=(f"{title} · {sheet.title}", subtitle))
    page.hidden = frozenset(place for place, column in enumerate(sheet.columns) if column.is_hidden)
    _head(page, sheet)
    for number, row in enumerate((*sheet.rows, *sheet.totals), 2):
        _row(page, sheet, number, row, is_total=number > len(sheet.rows) + 1)
    _below(page, sheet)
    _view(page, sheet)
    return page


def _head(page: Page, sheet: Sheet) -> None:
    lines = 1
    for place, column in enumerate(sheet.columns):
        title = "\n".join(broken(column.title, int(page.widths[place]) - FILTER_BUTTON))
        side = column.side or ("left" if column.kind is Kind.TEXT else "center")
        page.put(1, place, title, Look(_head_role(column), side))
        lines = max(lines, title.count("\n") + 1)
    page.heights[1] = LINE * lines + 2 * PADDING


def _head_role(column: Column) -> str:
    return "head" if column.is_open is None else "open head" if column.is_open else "closed head"


def _row(page: Page, sheet: Sheet, number: int, row: Row, *, is_total: bool) -> None:
    page.grow(number, LINE + PADDING)
    for place, (value, column) in enumerate(zip(row.cells, sheet.columns, strict=True)):
        kind = row.kind(place, sheet.columns)
        role = "total" if is_total else "closed" if column.is_open is False else "cell"
        if column.kind is Kind.TEXT:
            look = Look(role, column.side or "left", _format(kind), 0 if place else row.indent)
        elif column.side:
            look = Look(role, column.side, kind.value)
        else:  # numbers have their distance from the edge in their format, words do not
            look = Look(role, "right", _format(kind), int(isinstance(value, str)))
        page.put(number, place, value, look)


def _below(page: Page, sheet: Sheet) -> None:
    """What is said where there are no rows, and the notes."""
    said = [sheet.nothing] if not sheet.rows and sheet.nothing else []
    first = len(sheet.rows) + len(sheet.totals) + 2
    for number, text in enumerate((*said, *sheet.notes), first):
        page.put(number, 0, text, Look("note"))
        del page.heights[number]


def _view(page: Page, sheet: Sheet) -> None:
    page.frozen = f"{letter(sheet.fixed)}2" if len(sheet.columns) > 3 else "A2"
    page.repeated = "1:1"
    if sheet.rows:
        page.filtered = f"A1:{page.last_column}{len(sheet.rows) + 1}"


def _width(sheet: Sheet, place: int, column: Column) -> float:
    """Wide enough for the content, and for the title in a few lines beside the button of the filter."""
    rows = (*sheet.rows, *sheet.totals)
    texts = [2 * row.indent * (not place) + _room(row, place, sheet) for row in rows]
    title = cells(column.title) if column.kind is Kind.TEXT else _title_room(column.title)
    title = min(title, column.widest)
    return float(max(NARROWEST, title + FILTER_BUTTON, min(max(texts, default=0), column.widest)) + MARGIN)


def _title_room(title: str) -> int:
    """How wide a title of numbers has to be to stand in two or three lines, with its brackets in one."""
    if title.isascii():
        return max(-(-len(title) // 2), *(len(word) for word in title.split()))
    parts = [cells(part) for part in re.split("(?=（)", title)]
    return max(part if part <= LONGEST_PART else -(-part // 2) for part in parts)


def _format(kind: Kind) -> str:
    """The number format; numbers stand a little away from the edge."""
    return kind.value if kind is Kind.TEXT else f"{kind.value}_-"


def _room(row: Row, place: int, sheet: Sheet) -> int:
    text = written_value(shown(row.cells[place]), row.kind(place, sheet.columns))
    return cells(text)
