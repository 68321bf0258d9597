"""Tables as aligned text, for a terminal: a wide (Chinese) character takes two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import category

from posdoc.tables.sheet import Book, Kind, Row, Sheet, broken, cells, shown
from posdoc.views.rounding import half_up

GAP = "  "
INDENT = "  "
TITLE_WIDTH = 14
"""How wide a title may be, however short the values below it are."""
UNKNOWN = "–"
"""What stands where there is no number."""


def write_text(book: Book) -> str:
    """The tables of the book below one another, each under its title."""
    head = _plain(book.title) + (f"{GAP}{_plain(book.subtitle)}" if book.subtitle else "")
    return "\n\n".join([head, *(_sheet(sheet) for sheet in book.sheets)]) + "\n"


def _sheet(sheet: Sheet) -> str:
    lines = [_plain(sheet.title)]
    if sheet.rows:
        lines += _table(sheet)
    else:
        lines.append(INDENT + _plain(sheet.nothing))
    return "\n".join(lines + [_plain(note) for note in sheet.notes])


def _table(sheet: Sheet) -> Iterator[str]:
    rows = [_written(row, sheet) for row in (*sheet.rows, *sheet.totals)]
    titles, widths = _head([column.title for column in sheet.columns], rows)
    right = [column.kind is not Kind.TEXT for column in sheet.columns]
    rule = INDENT + GAP.join("-" * width for width in widths)
    yield from (_line(line, widths, right) for line in titles)
    yield rule
    yield from (_line(row, widths, right) for row in rows[: len(sheet.rows)])
    if sheet.totals:
        yield rule
        yield from (_line(row, widths, right) for row in rows[len(sheet.rows) :])


def _head(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[list[str]], list[int]]:
    """The titles in lines, and the widths of the columns: long titles over short values are broken."""
    stacked, widths = [], []
    for place, title in enumerate(titles):
        content = max((cells(row[place]) for row in rows), default=0)
        stacked.append(broken(_plain(title), max(content, TITLE_WIDTH)))
        widths.append(max(content, *(cells(line) for line in stacked[-1])))
    height = max(len(lines) for lines in stacked)
    padded = [[""] * (height - len(lines)) + lines for lines in stacked]
    return [list(line) for line in zip(*padded, strict=True)], widths


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for text, width, is_right in zip(row, widths, right, strict=True):
        room = " " * (width - cells(text))
        padded.append(room + text if is_right else text + room)
    return (INDENT + GAP.join(padded)).rstrip()


def _written(row: Row, sheet: Sheet) -> list[str]:
    written = []
    for place, (value, column) in enumerate(zip(row.cells, sheet.columns, strict=True)):
        kind = row.kind(place, sheet.columns)
        indent = INDENT * row.indent if place == 0 else ""
        written.append(indent + _cut(written_value(shown(value), kind), column.widest))
    return written


def written_value(value: str | int | float | date | None, kind: Kind) -> str:
    """A value as people read it."""
    if value is None:
        return "" if kind is Kind.TEXT else UNKNOWN
    if isinstance(value, (str, date)):
        return _plain(str(value))
    if kind is Kind.PERCENT:
        return f"{half_up(value * 100, 0)}%"
    if kind in (Kind.MEAN, Kind.RATIO):
        return f"{'1 : ' if kind is Kind.RATIO else ''}{half_up(value, 1)}"
    return f"{value:,}"


def _plain(text: str) -> str:
    """The text in one line, without what a terminal would take for a command."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join(text.split())


def _cut(text: str, widest: int) -> str:
    """The text, cut where it is wider than there is room for."""
    if cells(text) <= widest:
        return text
    while cells(text) > widest - 1:
        text = text[:-1]
    return text.rstrip() + "…"
