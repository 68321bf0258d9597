"""Reads tables: pairs of label and value, sections in merged rows, and grids under a row of heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, takewhile

from posdoc.importers.pieces import Cell, Paragraph, Piece, Table
from posdoc.importers.posts.duties import MARKER
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.grids import Grid
from posdoc.importers.posts.headless import Headless, begins_entry
from posdoc.importers.posts.heads import UNKNOWN, heads_of
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.side_by_side import unfolded
from posdoc.importers.posts.signatures import Signatures, signer_heads
from posdoc.importers.posts.titles import document_title
from posdoc.importers.posts.values import has_boxes
from posdoc.patterns import pattern

_LONGEST_TITLE = 60
_COLON = pattern("[:：]")
Walk = Callable[[Sequence[Piece]], None]


class Tables:
    """Walks the rows of tables and tells a filler what they say; ``walk`` reads the pieces of a cell as text."""

    def __init__(self, labels: Labels, lines: Mapping[int, Line], walk: Walk) -> None:
        self._labels = labels
        self._lines = lines
        self._walk = walk

    def is_about_document(self, table: Table) -> bool:
        """Whether all that a table says is about the document, as that on the cover of a handbook."""
        paths = [path for cell in table.cells if (path := self._labels.find(_text(cell)))]
        return bool(paths) and all(path.startswith(("document.", "ignore.")) for path in paths)

    def begins_post(self, table: Table) -> bool:
        """Whether a table names a position in its first rows."""
        if table.rows and signer_heads(table.rows[0], self._labels):
            return False
        rows = [row for row in table.rows[:4] if heads_of(row, self._labels, "", _text) is None]
        pairs = [pair for row in rows for pair in zip(row, row[1:], strict=False)]
        return any(self._labels.find(one.text) == "title" and not self._labels.find(two.text) for one, two in pairs)

    def read(self, table: Table, filler: Filler) -> None:
        """Read a table row by row."""
        grid: Grid | None = None
        aside: dict[int, Cell] = {}
        headless = Headless(self._bits)
        signatures: Signatures | None = None
        rows = unfolded(table.rows, lambda row: heads_of(row, self._labels, "", _text) is not None)
        for number, row in enumerate(rows):
            if aside:
                aside = {column: cell for column, cell in aside.items() if number < cell.row + cell.rows}
            cells = [cell for cell in row if cell.pieces]
            filled = [cell for cell in cells if cell.text.strip() or _has_table(cell)]
            if not filled:
                continue
            filler.new_row()
            if signatures is not None and signatures.takes(cells, self._bits):
                continue
            signatures = self._signatures(cells, filler)
            if signatures is not None:
                continue
            below = _next_with_cells(rows, number)
            heads = heads_of(cells, self._labels, filler.scope, _text)
            if grid is not None and self._is_signed(cells):
                grid = None
            if grid is not None and grid.is_under_heads(number):
                grid.add_heads(filled, self._bits)
            elif heads is not None:
                grid = Grid(heads, cells, filler) if grid is None or not grid.extends(heads) else grid.with_more(heads)
                self._label([cell for cell in cells if heads.get(cell.column) != UNKNOWN])
            elif grid is not None and grid.takes(row, filled, table.columns, self._is_section(filled, filler), aside):
                grid.row(row, aside, self._bits)
            elif grid is None or len(filled) > 1 or not grid.full_row(self._bits(filled[0]), below):
                grid = None
                if len(filled) > 1 or not self._is_above(filled[0], below, filler):
                    self._row(row, filled, table, filler, headless)
            aside |= {cell.column: cell for cell in row if cell.rows > 1}

    def _is_signed(self, cells: Sequence[Cell]) -> bool:
        """Whether a row has several labels of those who sign, or of the dates on which they do."""
        return self._names_signer(cells[0]) and sum(map(self._names_signer, cells[:: 2 if len(cells) > 3 else 1])) > 1

    def _names_signer(self, cell: Cell) -> bool:
        path = self._labels.find(_text(cell)) or ""
        return path.startswith(("document.signers.", "ignore.date")) or path == "headcount"

    def _signatures(self, cells: Sequence[Cell], filler: Filler) -> Signatures | None:
        roles = signer_heads(cells, self._labels)
        if roles is None:
            return None
        self._label(cells)
        return Signatures(roles, filler.draft, self._labels)

    def _row(
        self, row: Sequence[Cell], filled: Sequence[Cell], table: Table, filler: Filler, headless: Headless
    ) -> None:
        """A row that is no row of a grid: a section, a text, a row of a list without heads, or pairs."""
        if headless.read(row, filler):
            return
        if len(filled) == 1 and (
            len(row) == 1 or filled[0].columns >= table.columns - 1 or not self._path(filled[0], filler)
        ):
            bits, path = self._bits(filled[0]), self._path(filled[0], filler)
            if path and len(bits) > 1 and not _has_table(filled[0]):
                filler.heading(path, bits[0])
                self._label(filled)
            else:
                if filler.is_past_value and len(bits) == 1 and not path:
                    filler.close()
                self._walk(filled[0].pieces)
            return
        cells = list(row)
        is_beside = len(cells) == 3 and filler.is_in("contacts")
        if len(cells) > 1 and (cells[0].rows > 1 or is_beside):
            path = self._path(cells[0], filler)
            if path and (len(cells) > 2 or not self._is_pair(cells)):
                filler.heading(path, self._bits(cells[0])[0])
                cells = cells[1:]
                if headless.read(cells, filler):
                    return
        self._pairs(cells, filler)

    def _is_above(self, cell: Cell, below: Sequence[Sequence[Cell]], filler: Filler) -> bool:
        """Read the title of indicators whose heads stand in the row below, or the category of a duty; returns whether
        the cell holds that.
        """
        bits = self._bits(cell)
        if not below or len(bits) != 1 or len(bits[0].text) > _LONGEST_TITLE or self._path(cell, filler):
            return False
        is_block = filler.scope == "duties" and begins_entry(_text(below[0][0]))
        if is_block and not re.search("[:：]|[。；;.]$", bits[0].text) and not MARKER.match(bits[0].text):
            filler.duties.group(bits[0])
            return True
        names_post = filler.scope != "kpis" and document_title(bits[0], self._labels) is not None
        if names_post or not self._has_indicators(below[0]):
            return False
        filler.indicators.begin(bits[0])
        return True

    def titles(self, line: Line, table: Table) -> Bit | None:
        """The title of the indicators in a table, where the line before it is that."""
        bit = item_of(line.whole()).body
        if not bit or len(bit.text) > _LONGEST_TITLE or self._labels.find(line.text.strip()) or not table.rows:
            return None
        return bit if self._has_indicators(table.rows[0]) else None

    def _has_indicators(self, row: Sequence[Cell]) -> bool:
        """Whether a row has the heads of indicators."""
        heads = heads_of(row, self._labels, "kpis", _text)
        return heads is not None and "kpis.name" in heads.values()

    def _is_pair(self, cells: Sequence[Cell]) -> bool:
        return len(cells) == 2

    def _pairs(self, cells: Sequence[Cell], filler: Filler) -> None:
        at = 0
        while at < len(cells):
            path = self._path(cells[at], filler)
            if path is None and len(cells) == 2 and at == 0 and self._is_titled(cells, filler):
                return
            if path is None:
                if filler.is_past_value and len(cells) > 1:
                    filler.close()
                self._walk(cells[at].pieces)
                at += 1
                continue
            value = cells[at + 1] if at + 1 < len(cells) and not self._path(cells[at + 1], filler) else None
            label = self._bits(cells[at])
            if value is None:
                filler.pair(path, label[0], [])
                at += 1
                continue
            options = self._options(cells[at + 2 :]) if self._is_option(value) else []
            is_asked = path.startswith("training") and filler.asks_for_qualifications
            self._value("qualifications.training" if is_asked else path, label, [value, *options], filler)
            at += 2 + len(options)

    def _is_titled(self, cells: Sequence[Cell], filler: Filler) -> bool:
        """Read a title with its text and points beside it; returns whether it was that."""
        title, bits = self._bits(cells[0]), self._bits(cells[1])
        if len(title) != 1 or _has_table(cells[1]) or self._path(cells[1], filler):
            return False
        return filler.titled(title[0], bits)

    def _is_option(self, cell: Cell) -> bool:
        return has_boxes(_text(cell)) and len(self._bits(cell)) == 1

    def _options(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells up to the first that is no option with its box."""
        return list(takewhile(self._is_option, cells))

    def _value(self, path: str, label: Sequence[Bit], cells: Sequence[Cell], filler: Filler) -> None:
        for bit in label[1:]:
            bit.label()
        value = cells[0]
        if _has_table(value) or self._has_labels(value, filler):
            filler.heading(path, label[0])
            self._walk(value.pieces)
        else:
            filler.pair(path, label[0], [bit for cell in cells for bit in self._bits(cell)])

    def _has_labels(self, value: Cell, filler: Filler) -> bool:
        """Whether the lines of a cell have labels of their own, so that they are read one by one."""
        texts = [bit.text for bit in self._bits(value)]
        if len(texts) < 2:
            return False
        labelled = (self._labels.find(_COLON.split(text)[0], filler.scope) for text in texts if _COLON.search(text))
        return any(path and not path.startswith(("ignore.", "authority.act.")) for path in labelled)

    def _is_section(self, filled: Sequence[Cell], filler: Filler) -> bool:
        return len(filled) == 1 and self._path(filled[0], filler) is not None

    def _path(self, cell: Cell, filler: Filler) -> str | None:
        return self._labels.find(_text(cell).replace("\n", " "), filler.scope)

    def _bits(self, cell: Cell) -> list[Bit]:
        lines = self._lines
        bits = [lines[id(piece)].whole() for piece in cell.pieces if isinstance(piece, Paragraph)]
        return [bit for bit in bits if bit.end > bit.start]

    def _label(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            for bit in self._bits(cell):
                bit.label()


def _text(cell: Cell) -> str:
    return cell.text.strip()


def _next_with_cells(rows: Sequence[Sequence[Cell]], number: int) -> list[Sequence[Cell]]:
    """The next row in which a cell begins, where there is one: in some all cells come from above."""
    return list(islice((rows[at] for at in range(number + 1, len(rows)) if rows[at]), 1))


def _has_table(cell: Cell) -> bool:
    return any(isinstance(piece, Table) for piece in cell.pieces)
