"""Tables as text: .csv and .tsv in whatever encoding and with whatever between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from posdoc.foreign.kinds import FILE_OUT_OF_BOUNDS
from posdoc.importers.characters import as_seen
from posdoc.importers.pieces import Cell, Foreign, Paragraph, Place, Table
from posdoc.importers.plain import decode, ending_of, line_place
from posdoc.importers.refusal import Refused, refused
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

DELIMITERS = (",", "\t", ";", "|", "，", "；")
"""What stands between cells, the likeliest first."""
MOST_CELLS = 100_000
"""How many cells with a content a file may have."""
MOST_FILLED = 500_000
"""In a table with more cells than this, empty ones are left out."""
_LOOKED_AT = 50
"""How many rows tell what stands between the cells."""
_SEPARATOR_LINE = pattern(r"sep=(.)[ \t,;]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_KEPT_AS_TEXT = pattern(r'="(.*)"', re.DOTALL)
"""How a table keeps Excel from taking ``0012`` for a number."""

Row = tuple[int, list[str]]
"""The line that a row begins in, and its cells."""


def read_delimited(data: bytes, name: str) -> Foreign:
    """The one table of a .csv or .tsv file. Raises Refused for what is no text or is out of bounds."""
    text, findings = decode(data, name)
    declared = _SEPARATOR_LINE.match(text)
    delimiter = declared[1] if declared else _likeliest(text, ending_of(name))
    skipped = 1 if declared else 0
    try:
        rows = _rows(text[declared.end() :] if declared else text, delimiter)
    except csv.Error as error:
        raise _too_much(name) from error
    filled = [(line + skipped, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    table = _table(filled, name)
    return Foreign(name, ending_of(name), (table,) if table.cells else (), tuple(findings))


def _likeliest(text: str, ending: str) -> str:
    """The delimiter that gives the most rows the same number of cells, above one."""
    if ending in ("tsv", "tab") and "\t" in text:
        return "\t"
    best, score = ",", 0
    for delimiter in DELIMITERS:
        try:
            rows = list(islice(_parsed(text, delimiter, strict=False), _LOOKED_AT))
        except csv.Error:
            continue
        widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
        if widths and widths.most_common(1)[0][1] > score:
            best, score = delimiter, widths.most_common(1)[0][1]
    return best


def _rows(text: str, delimiter: str) -> list[Row]:
    """All rows. A quote that is never closed is no quote: else all that follows would be one cell."""
    try:
        return list(_parsed(text, delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return list(_parsed(text, delimiter, strict=False))
    return list(_parsed(text, delimiter, strict=True, quoting=csv.QUOTE_NONE))


def _parsed(text: str, delimiter: str, *, strict: bool, quoting: int = csv.QUOTE_MINIMAL) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict, quoting=quoting)  # type: ignore[arg-type]
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1


def _table(rows: Sequence[Row], name: str) -> Table:
    columns = max((place + 1 for _, cells in rows for place, cell in enumerate(cells) if cell.strip()), default=0)
    is_full = len(rows) * columns <= MOST_FILLED
    cells: list[Cell] = []
    for row, (line, texts) in enumerate(rows):
        for column in range(columns if is_full else len(texts)):
            pieces = _paragraphs(texts[column], line, column) if column < len(texts) else ()
            if pieces or is_full:
                cells.append(Cell(row, column, pieces))
        if len(cells) > MOST_FILLED or (not is_full and len(cells) > MOST_CELLS):
            raise _too_much(name)
    return Table(tuple(cells), columns, line_place(rows[0][0] if rows else 1))


def _paragraphs(text: str, line: int, column: int) -> tuple[Paragraph, ...]:
    """A paragraph for each line of a cell; the places of its further lines are those of the file."""
    kept = _KEPT_AS_TEXT.fullmatch(text.strip())
    lines = enumerate(as_seen(kept[1] if kept else text).split("\n"), line)
    return tuple(Paragraph(seen, _place(number, column)) for number, part in lines if (seen := part.strip()))


def _place(line: int, column: int) -> Place:
    return Place(line, Phrase(f"第 {line} 行第 {column + 1} 列", f"line {line}, column {column + 1}"))


def _too_much(name: str) -> Refused:
    why = Phrase("表中的单元格过多或过长", "its cells are too many or too long")
    return refused(FILE_OUT_OF_BOUNDS, name, why, Phrase("请把它分成几个文件", "split it into several files"))
