"""Excel workbooks (.xlsx, .xlsm): every sheet with its tables, then what lies on it and its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.foreign import kinds
from posdoc.importers.package import open_package
from posdoc.importers.pieces import Cell, Diagram, DiagramKind, Foreign, Paragraph, Part, Piece, Place, Table
from posdoc.importers.sheet_blocks import Block, blocks_of
from posdoc.importers.sheet_book import Book, SheetPart, Shown, read_book
from posdoc.importers.sheet_drawings import Drawing, Sort, Thing, read_drawing
from posdoc.importers.sheet_grid import MOST_BYTES, MOST_CELLS, Grid, read_grid, reference
from posdoc.importers.sheet_xml import out_of_bounds
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

MOST_SHEETS = 500
MOST_FILLED = 500_000
"""In a block with more cells than this, empty ones are left out."""
_NAMES_THAT_SAY_NOTHING = pattern(r"(?:sheet|工作表|表|页|work ?sheet|tabelle|feuil)\s*\d*", re.IGNORECASE)
_SHOWN = 5
"""How many cells or rows a finding names."""


def read_workbook(data: bytes, name: str) -> Foreign:
    """Read the bytes of an Excel file; ``name`` is for places and messages.

    Hidden rows, columns and sheets are read as well, with a finding. Raises Refused for what is no Excel file, is
    damaged, encrypted or out of bounds.
    """
    book = read_book(open_package(data, name))
    sheets = [sheet for sheet in book.sheets if sheet.kind in ("worksheet", "chartsheet")]
    if len(sheets) > MOST_SHEETS:
        raise out_of_bounds(name, book.main)
    reading = _Reading(name)
    reading.note_links(book)
    found = list(_sheets(book, sheets))
    is_one_of_several = sum(bool(grid.cells or drawing.things) for _, grid, drawing in found) > 1
    for sheet, grid, drawing in found:
        if grid.cells or drawing.things or grid.page_texts or grid.without_value:
            says_something = not _NAMES_THAT_SAY_NOTHING.fullmatch(sheet.name.strip())
            reading.add_sheet(sheet, grid, drawing, is_one_of_several or says_something)
    ending = PurePath(name).suffix[1:].lower() or "xlsx"
    return Foreign(name, ending, tuple(reading.pieces), tuple(reading.findings))


def _sheets(book: Book, sheets: Sequence[SheetPart]) -> Iterator[tuple[SheetPart, Grid, Drawing]]:
    """Every sheet with its cells and what lies on it; bounds are for all sheets together."""
    parts_read: set[str] = set()
    cells = size = 0
    for sheet in sheets:
        if sheet.part in parts_read:
            continue
        parts_read.add(sheet.part)
        grid = read_grid(book, sheet)
        cells += len(grid.cells)
        size += grid.size
        if cells > MOST_CELLS or size > MOST_BYTES:
            raise out_of_bounds(book.package.name, sheet.part)
        yield sheet, grid, read_drawing(book.parts, book.package, sheet.part)


class _Reading:
    """The pieces and findings of one file; ``number`` is that of the last paragraph."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0
        self.pieces: list[Piece] = []
        self.findings: list[Diagnostic] = []

    def place(self, words: Phrase) -> Place:
        """The place of the next paragraph, which is counted."""
        self.number += 1
        return Place(self.number, words)

    def find(self, kind: Kind, message: Phrase, hint: Phrase | None = None, line: int = 0) -> None:
        """Note a finding at a paragraph, the last one made unless it is said."""
        line = line or max(1, self.number)
        self.findings.append(Diagnostic(kind, Span(self.name, line, 1, line, 1), message, hint))

    def add_sheet(self, sheet: SheetPart, grid: Grid, drawing: Drawing, with_heading: bool) -> None:
        """Add all that a sheet holds."""
        start = self.number + 1
        where = Phrase(f"工作表“{sheet.name}”", f"sheet '{sheet.name}'")
        if with_heading:
            self.pieces.append(Paragraph(sheet.name, self.place(where), heading=1))
        for block in blocks_of(grid):
            self.add_block(block, grid, where)
        for thing in drawing.things:
            self.add_thing(thing, where)
        for kind, text in grid.page_texts:
            is_header = kind.endswith("Header")
            words = Phrase(f"{where.zh}的{'页眉' if is_header else '页脚'}", f"{where.en}, page {kind[-6:].lower()}")
            self.add_texts([Shown(text)], words, Part.HEADER if is_header else Part.FOOTER)
        for message in _hidden(sheet, grid, where):
            self.find(kinds.HIDDEN_CONTENT, message, line=start)
        self.note_what_is_missing(grid, drawing, where, start)

    # --- cells

    def add_block(self, block: Block, grid: Grid, where: Phrase) -> None:
        """Add a block: a table, or paragraphs where it has one column only."""
        if block.area.left == block.area.right or len(block.cells) == 1:
            for cell in block.cells:
                words = _at(where, reference(cell.top, cell.left))
                self.pieces += self.paragraphs(grid.cells[cell.top, cell.left], words)
            return
        place = Place(self.number + 1, _at(where, block.area.reference))
        cells = []
        filled = {(cell.top, cell.left): cell for cell in block.cells}
        for row, column in sorted([*filled, *_empty(block)]):
            area = filled.get((row, column))
            pieces = self.paragraphs(grid.cells[row, column], _at(where, reference(row, column))) if area else ()
            height, width = (area.bottom - row + 1, area.right - column + 1) if area else (1, 1)
            cells.append(Cell(row - block.area.top, column - block.area.left, tuple(pieces), height, width))
        self.pieces.append(Table(tuple(cells), block.area.right - block.area.left + 1, place))

    def paragraphs(self, shown: Shown, words: Phrase, part: Part = Part.BODY) -> list[Paragraph]:
        """A paragraph for each line of a text."""
        lines = (line.rstrip() for line in shown.text.split("\n"))
        return [Paragraph(line, self.place(words), bold=bool(shown.bold), part=part) for line in lines if line.strip()]

    def add_texts(self, texts: Sequence[Shown], words: Phrase, part: Part) -> None:
        """Add texts that stand beside the cells."""
        for text in texts:
            self.pieces += self.paragraphs(text, words, part)

    # --- what lies on them

    def add_thing(self, thing: Thing, where: Phrase) -> None:
        """Add a text box, a comment or a drawing."""
        at = _at(where, thing.cell) if thing.cell else where
        words = Phrase(f"{at.zh}的{thing.sort.value.zh}", f"{at.en}, {thing.sort.value.en}")
        if thing.sort in (Sort.TEXT, Sort.COMMENT):
            part = Part.TEXT_BOX if thing.sort is Sort.TEXT else Part.COMMENT
            self.add_texts([Shown(text) for text in thing.texts], words, part)
        elif thing.sort is Sort.SMART_ART and thing.texts:
            self.pieces.append(Diagram(DiagramKind.SMART_ART, thing.texts, thing.lines, self.place(words)))
        else:
            self.pieces.append(Diagram(DiagramKind.PICTURE, thing.texts, (), self.place(words)))
            self.find(kinds.PICTURE_NOT_READ, Phrase(f"{words.zh}没有读取", f"not read: {words.en}"), _BY_HAND)

    # --- what is passed over

    def note_links(self, book: Book) -> None:
        """Report the other files that formulas of the workbook look into."""
        for relation in book.parts.relations(book.main).values():
            if relation.kind == "externalLink" and not relation.is_external:
                for other in book.parts.relations(relation.target).values():
                    self.note_link(other.target)

    def note_link(self, target: str) -> None:
        """Report a link that is not followed."""
        short = target[:120]
        message = Phrase(f"外部链接“{short}”没有读取，只读文件中保存的值", f"the link to '{short}' is not followed")
        self.find(kinds.LINK_NOT_FOLLOWED, message, line=1)

    def note_what_is_missing(self, grid: Grid, drawing: Drawing, where: Phrase, start: int) -> None:
        """Report formulas without a value, pictures in cells, linked pictures, and lines between text boxes."""
        for target in drawing.links:
            self.note_link(target)
        if grid.without_value:
            zh, en, count = _some(grid.without_value)
            message = Phrase(
                f"{where.zh}中有公式没有计算结果（{count} 处）：{zh}",
                f"formulas without a value in {where.en} ({count}): {en}",
            )
            self.find(kinds.VALUE_NOT_CALCULATED, message, _CALCULATE, start)
        if grid.pictures:
            zh, en, count = _some(grid.pictures)
            message = Phrase(
                f"{where.zh}单元格中的图片没有读取（{count} 张）：{zh}",
                f"pictures in cells are not read in {where.en} ({count}): {en}",
            )
            self.find(kinds.PICTURE_NOT_READ, message, _BY_HAND, start)
        boxes = sum(thing.sort is Sort.TEXT for thing in drawing.things)
        if boxes > 1 and drawing.connectors:
            message = Phrase(
                f"{where.zh}上有 {boxes} 个文本框，框之间的连线无法读取",
                f"{where.en} has {boxes} text boxes; the lines between them cannot be read",
            )
            self.find(kinds.DRAWING_WITHOUT_LINES, message, _SEE_YOURSELF, start)


_BY_HAND = Phrase("其中如有内容，请手工录入", "if it says anything, write it down by hand")
_CALCULATE = Phrase(
    "请在 Excel 中打开并保存，公式就有了结果", "open it in Excel and save it: then the formulas have values"
)
_SEE_YOURSELF = Phrase("请人工核对框与框之间的关系", "see for yourself how the boxes belong together")


def _at(where: Phrase, cell: str) -> Phrase:
    return Phrase(f"{where.zh}{cell}", f"{where.en}, {cell}")


def _empty(block: Block) -> Iterator[tuple[int, int]]:
    """The empty cells of a block, in columns in which something stands; none in a block that is too large."""
    top, left, bottom, right = block.area
    covered_cells = sum((cell.bottom - cell.top + 1) * (cell.right - cell.left + 1) for cell in block.cells)
    columns = sorted(
        {column for cell in block.cells for column in range(cell.left, min(cell.right, cell.left + 200) + 1)}
    )
    if (bottom - top + 1) * len(columns) > MOST_FILLED or covered_cells > 2 * MOST_FILLED:
        return
    covered = {
        (row, column)
        for cell in block.cells
        for row in range(cell.top, cell.bottom + 1)
        for column in range(cell.left, cell.right + 1)
    }
    yield from ((row, column) for row in range(top, bottom + 1) for column in columns if (row, column) not in covered)


def _some(references: Sequence[str]) -> tuple[str, str, int]:
    """The first of some cells in both languages, and how many they are."""
    shown, count = references[:_SHOWN], len(references)
    more = count - len(shown)
    return "、".join(shown) + (" 等" if more else ""), ", ".join(shown) + (" …" if more else ""), count


def _hidden(sheet: SheetPart, grid: Grid, where: Phrase) -> Iterator[Phrase]:
    """What is said of cells that nobody sees."""
    if sheet.is_hidden:
        yield Phrase(f"{where.zh}是隐藏的，已一并读入", f"{where.en} is hidden; it was read all the same")
    rows = sorted(grid.hidden_rows & {row for row, _ in grid.cells})
    used = {column for _, column in grid.cells}
    columns = sorted(column for column in used if any(column in span for span in grid.hidden_columns))
    for numbers, zh, en in (
        ([str(row + 1) for row in rows], "行", "rows"),
        ([reference(0, column)[:-1] for column in columns], "列", "columns"),
    ):
        if numbers:
            some_zh, some_en, count = _some(numbers)
            yield Phrase(
                f"{where.zh}中隐藏的{zh}已一并读入（{count} {zh}）：{some_zh}",
                f"hidden {en} in {where.en} were read all the same ({count}): {some_en}",
            )
