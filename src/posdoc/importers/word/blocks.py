"""Paragraphs and tables in reading order, with what is drawn behind the paragraph on which it hangs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from posdoc.foreign.kinds import LINK_NOT_FOLLOWED
from posdoc.importers.characters import as_seen
from posdoc.importers.pieces import Diagram, Paragraph, Part, Piece, Place, Table
from posdoc.importers.word.controls import is_contents, opened
from posdoc.importers.word.drawings import Drawn, Sort, diagram, drawn, picture
from posdoc.importers.word.formulas import FORMULA
from posdoc.importers.word.line import RUN, TEXT, Line, page_numbers_apart
from posdoc.importers.word.markup import MC, Element, M, R, W, chosen, fallback
from posdoc.importers.word.properties import Properties
from posdoc.importers.word.reading import Reading
from posdoc.importers.word.styles import Look, heading_of
from posdoc.importers.word.tables import CELL, ROW, Grid, cell_shape, row_shape
from posdoc.phrases import Phrase

PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
CONTROL: Final = W + "sdt"
_DELETED = frozenset({W + "del", W + "moveFrom"})
_SECTION = W + "sectPr"
_GRID, _COLUMN = W + "tblGrid", W + "gridCol"
_ALTERNATIVES = MC + "AlternateContent"
_LOOSE = frozenset({RUN, W + "hyperlink", W + "fldSimple", FORMULA, M + "oMathPara"})
"""What stands in paragraphs: where a faulty file has it between them, it is one."""
_PASSED = frozenset(
    W + name
    for name in (
        "tcPr", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "tblPr", "tblGrid",
        "commentRangeStart", "commentRangeEnd", "customXmlPr",
    )
)  # fmt: skip


class Blocks:
    """Reads what stands one below the other: in the body, a cell, a text box, a note."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._carried = ""
        self._acts = {
            PARAGRAPH: self._paragraph,
            TABLE: self._table,
            CONTROL: self._control,
            _SECTION: self._section,
            W + "altChunk": self._chunk,
            _ALTERNATIVES: self._alternatives,
            **dict.fromkeys(_DELETED, self._deleted),
            **dict.fromkeys(_LOOSE, self._paragraph),
        }

    def read(self, elements: Iterable[Element], pieces: list[Piece]) -> None:
        """Add to ``pieces`` what the elements hold."""
        acts = self._acts
        for element in elements:
            tag = element.tag
            act = acts.get(tag)
            if act is not None:
                act(element, pieces)
            elif tag not in _PASSED:
                self.read(element[:], pieces)

    def story(self, elements: Iterable[Element]) -> list[Piece]:
        """A text of its own, or the whole of a cell."""
        carried, self._carried = self._carried, ""
        pieces: list[Piece] = []
        self._fill(elements, pieces)
        self._carried = carried
        return pieces

    def _fill(self, elements: Iterable[Element], pieces: list[Piece]) -> None:
        """Add what a text of its own holds; what its last paragraph, the end of which is deleted, carries on ends here."""
        self.read(elements, pieces)
        if self._carried:
            if self._carried.strip():
                pieces.append(Paragraph(as_seen(self._carried), self._reading.place(), part=self._reading.part))
            self._carried = ""

    def _paragraph(self, element: Element, pieces: list[Piece]) -> None:
        reading = self._reading
        reading.seen += 1
        line = Line(reading)
        line.read(element)
        text, own = line.text, line.own
        if self._carried:
            text, self._carried = self._carried + text, ""
        if own.section is not None:
            reading.sections.append(own.section)
        if own.is_deleted:
            self._carried = text
        else:
            self._emit(text, line, pieces)
        for drawing, alternative in line.drawings:
            for thing in drawn(drawing, alternative):
                self._drawn(thing, pieces)

    def _emit(self, text: str, line: Line, pieces: list[Piece]) -> None:
        """Add a paragraph, unless nothing of it is seen."""
        reading = self._reading
        own, look = line.own, reading.styles.paragraph(line.own.style)
        is_seen = bool(text) and not text.isspace()
        number, depth = "", 0
        if (own.numbered is not None or look.numbered is not None) and (is_seen or not own.is_hidden):
            number, depth = self._number(own, look)
        if reading.lead:
            number, reading.lead = reading.lead, ""
        if not is_seen and not number:
            return
        place = reading.place()
        part = reading.part
        if part is not Part.BODY:
            text, without = page_numbers_apart(text)
            if without is not None:
                reading.without_pages[place.number] = as_seen(without)
        elif reading.contents or look.is_contents or line.starts_in_contents:
            part = Part.CONTENTS if look.is_contents or line.is_contents else part
        heading = look.heading if own.outline is None else heading_of(own.outline)
        pieces.append(Paragraph(as_seen(text), place, heading, is_seen and line.is_bold, number, depth, part))

    def _number(self, own: Properties, look: Look) -> tuple[str, int]:
        found = self._reading.numbering.place(own.numbered, look, own.style)
        if found is None:
            return "", 0
        return self._reading.counters.next(*found), found[1]

    def _table(self, element: Element, pieces: list[Piece]) -> None:
        reading = self._reading
        reading.tables += 1
        number = reading.tables
        where = reading.where
        place = Place(reading.number + 1, reading.here(Phrase(f"表 {number}", f"table {number}")))
        widths = next(element.iterchildren(_GRID), None)
        grid = Grid(0 if widths is None else sum(1 for _ in widths.iterchildren(_COLUMN)))
        for row in self._within(element[:], ROW):
            inside = row[:]
            shape = row_shape(inside)
            if shape.is_deleted:
                self._deleted(row, pieces)
            elif shape.is_hidden:
                self._hide(row)
            else:
                grid.begin_row(shape)
                self._row(inside, grid, number)
        reading.where = where
        cells = grid.cells()
        if cells:
            pieces.append(Table(cells, grid.columns, place))

    def _row(self, row: Sequence[Element], grid: Grid, table: int) -> None:
        reading = self._reading
        zh, en = f"表 {table} 第 {grid.rows} 行第 ", f"table {table}, row {grid.rows}, cell "
        has_prefix = bool(reading.prefix.zh)
        for cell in self._within(row, CELL):
            inside = cell[:]
            shape = cell_shape(inside)
            if shape.is_deleted:
                self._deleted(cell, [])
                continue
            pieces = grid.add(shape)
            if pieces is None:
                self._hide(cell)
                continue
            place = grid.place_in_row
            where = Phrase(f"{zh}{place} 格", f"{en}{place}")
            reading.where = reading.here(where) if has_prefix else where
            if self._carried:
                pieces += self.story(inside)
            else:
                self._fill(inside, pieces)

    def _within(self, children: Iterable[Element], wanted: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, those within content controls and other wrappers included."""
        for child in children:
            tag = child.tag
            if tag == wanted:
                yield child
            elif tag in _DELETED:
                self._deleted(child, [])
            elif tag == CONTROL:
                content = self._opened(child)
                if content is not None:
                    yield from self._within(content, wanted)
            elif tag == _ALTERNATIVES:
                choice = chosen(child)
                yield from () if choice is None else self._within(choice, wanted)
            elif tag not in _PASSED:
                yield from self._within(child, wanted)

    def _control(self, element: Element, pieces: list[Piece]) -> None:
        content = self._opened(element)
        if content is None:
            return
        contents = is_contents(element)
        self._reading.contents += contents
        self.read(content, pieces)
        self._reading.contents -= contents

    def _opened(self, element: Element) -> Element | None:
        content, prompts = opened(element, self._reading.styles)
        self._reading.prompts += [(prompt, self._reading.number + 1) for prompt in prompts]
        return content

    def _section(self, element: Element, _: list[Piece]) -> None:
        self._reading.sections.append(element)

    def _chunk(self, element: Element, _: list[Piece]) -> None:
        relation = self._reading.parts.relations(self._reading.source).get(element.get(R + "id", ""))
        target = "" if relation is None else relation.target[:80]
        self._reading.find(
            LINK_NOT_FOLLOWED,
            Phrase(f"嵌入的另一个文件“{target}”未读入", f"another file that is inserted here is not read: '{target}'"),
            Phrase("请在 Word 中打开后另存，再导入", "open the file in Word, save it and import it again"),
        )

    def _alternatives(self, element: Element, pieces: list[Piece]) -> None:
        before = len(pieces)
        for choice in (chosen(element), fallback(element)):
            if choice is not None and len(pieces) == before:
                self.read(choice, pieces)

    def _deleted(self, element: Element, _: list[Piece]) -> None:
        texts = element.iter(TEXT, W + "delText")
        self._reading.deleted.add(sum(len(text.text or "") for text in texts), self._reading.number + 1)

    def _hide(self, element: Element) -> None:
        length = sum(len(text.text or "") for text in element.iter(TEXT))
        self._reading.hidden.add(length, self._reading.number + 1)

    def _drawn(self, thing: Drawn, pieces: list[Piece]) -> None:
        reading = self._reading
        if thing.sort is Sort.BOX:
            self._box(thing.element, pieces)
        elif thing.sort is Sort.WORDS:
            if thing.words.strip():
                pieces.append(Paragraph(as_seen(thing.words), reading.place(), part=self._part_of_box()))
        elif thing.sort is Sort.SMART_ART:
            found: Diagram = diagram(reading, thing)
            pieces.append(found)
        else:
            pieces.append(picture(reading, thing))

    def _box(self, element: Element, pieces: list[Piece]) -> None:
        """A text box. One without a text is not counted; in a page header it belongs to the header."""
        reading = self._reading
        anchor, seen = reading.number, reading.seen
        where = reading.here(Phrase(f"文本框 {reading.boxes + 1}", f"text box {reading.boxes + 1}"))
        counters = reading.box_counters if reading.part in (Part.BODY, Part.TEXT_BOX) else None
        with reading.inside(where, self._part_of_box(), counters):
            found = self.story(element[:])
        reading.seen = seen
        if found:
            reading.boxes += 1
            reading.anchor(anchor)
            pieces += found

    def _part_of_box(self) -> Part:
        return Part.TEXT_BOX if self._reading.part is Part.BODY else self._reading.part
