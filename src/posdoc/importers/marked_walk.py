"""Walks through the body of a Word document for its marked content controls and the paragraphs between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from posdoc.importers.word.markup import MC, Element, W, is_on, value_of

_PARAGRAPH, _TABLE, _ROW, _CELL, _CONTROL = (W + name for name in ("p", "tbl", "tr", "tc", "sdt"))
_UNSEEN: Final = frozenset({
    *(W + name for name in ("del", "moveFrom", "drawing", "pict", "object", "instrText", "delText", "rPr", "pPr")),
    MC + "AlternateContent",
})  # fmt: skip
"""What is not seen, or is no text of a control: deleted text, drawings, instructions of fields."""
_SIGNS: Final = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(eq=False, slots=True)
class Control:
    """A content control: its path, its paragraphs, where it stands, and what stands beside it in its paragraph."""

    path: str
    row: int
    paragraph: int
    texts: list[str] = field(default_factory=list)
    before: str = ""
    behind: str = ""
    is_prompt: bool = False
    is_gone: bool = False
    """Whether all of it is deleted, but the deletion is still tracked."""

    @property
    def text(self) -> str:
        """Its paragraphs, one below the other."""
        return "\n".join(self.texts)

    def add(self, text: str) -> None:
        """Add to the last paragraph of it."""
        if not self.is_prompt:
            self.texts[-1] += text


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph: how it looks (style and list), and its texts and controls in order."""

    number: int
    row: int
    look: tuple[str, str]
    pieces: list[str | Control] = field(default_factory=list)

    @property
    def controls(self) -> list[Control]:
        """The controls in it, or around it."""
        return [piece for piece in self.pieces if isinstance(piece, Control)]

    @property
    def text(self) -> str:
        """What stands in it outside of controls."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str)).strip()


@dataclass(eq=False, slots=True)
class Loose:
    """A paragraph without a control that looks like one beside it which has one."""

    text: str
    after: str
    ahead: str
    row: int
    paragraph: int


@dataclass(eq=False, slots=True)
class Found:
    """All that was found, in the order of the document."""

    controls: list[Control] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)


def walked(body: Element, is_own: Callable[[str], bool]) -> Found:
    """The marked controls in a body, and the paragraphs without a control that belong to them."""
    walk = _Walk(is_own)
    walk.container(body)
    walk.found.loose.sort(key=lambda one: one.paragraph)
    return walk.found


class _Walk:
    """The state of a walk: the rows and paragraphs counted so far, and what is open."""

    def __init__(self, is_own: Callable[[str], bool]) -> None:
        self.found = Found()
        self._is_own = is_own
        self._paragraphs = self._rows = self._row = 0
        self._open: list[Control] = []
        self._paragraph: Paragraph | None = None
        self._here: list[Paragraph | None] = []
        """The paragraphs of the body or cell that the walk is in; None where a table stands between them."""

    def container(self, element: Element) -> list[Paragraph | None]:
        """The body, or a cell: what stands in it one below the other."""
        outer, self._here = self._here, []
        self._blocks(element)
        made, self._here = self._here, outer
        self.found.loose += _loose(made)
        return made

    def _blocks(self, element: Element) -> None:
        for child in element.iterchildren():
            tag = child.tag
            if tag == _PARAGRAPH:
                self._read_paragraph(child)
            elif tag == _TABLE:
                self._here.append(None)
                self._table(child)
            elif tag == _CONTROL:
                self._control(child, self._blocks)
            elif tag not in _UNSEEN:
                self._blocks(child)

    # --- tables -------------------------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        rows: list[Row] = []
        self._rows_of(element, rows)
        self.found.loose += _loose_rows(rows)

    def _rows_of(self, element: Element, rows: list[Row]) -> None:
        for child in element.iterchildren():
            if child.tag == _ROW:
                if child.find(f"{W}trPr/{W}del") is None:
                    rows.append(self._read_row(child))
            elif child.tag == _CONTROL:
                self._control(child, lambda inside: self._rows_of(inside, rows))
            elif child.tag not in _UNSEEN:
                self._rows_of(child, rows)

    def _read_row(self, element: Element) -> Row:
        outer, self._rows = self._row, self._rows + 1
        self._row = self._rows
        row = Row()
        self._cells(element, row)
        self._row = outer
        return row

    def _cells(self, element: Element, row: Row) -> None:
        for child in element.iterchildren():
            if child.tag == _CELL:
                properties = child.find(f"{W}tcPr")
                row.spans.append("1" if properties is None else value_of(properties, W + "gridSpan", "1"))
                row.cells.append([one for one in self.container(child) if one is not None])
            elif child.tag == _CONTROL:
                self._control(child, lambda inside: self._cells(inside, row))
            elif child.tag not in _UNSEEN:
                self._cells(child, row)

    # --- controls and paragraphs --------------------------------------------------------------------------------

    def _control(self, element: Element, walk: Callable[[Element], None]) -> None:
        """A content control around paragraphs, rows, cells or runs, which ``walk`` reads."""
        properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        if content is None:
            return
        tag = "" if properties is None else value_of(properties, W + "tag")
        if not self._is_own(tag):
            walk(content)
            return
        prompt = None if properties is None else properties.find(f"{W}showingPlcHdr")
        control = Control(tag, self._row, self._paragraphs + (self._paragraph is None))
        control.is_prompt = prompt is not None and is_on(prompt)
        if self._paragraph is not None:
            control.texts.append("")
            self._paragraph.pieces.append(control)
        self.found.controls.append(control)
        self._open.append(control)
        walk(content)
        self._open.pop()
        control.texts = control.texts or [""]

    def _read_paragraph(self, element: Element) -> None:
        self._paragraphs += 1
        properties = element.find(f"{W}pPr")
        paragraph = Paragraph(self._paragraphs, self._row, _look(properties), list(self._open))
        outer, self._paragraph = self._paragraph, paragraph
        for control in self._open:
            control.texts.append("")
        self._runs(element)
        self._paragraph = outer
        self._here.append(paragraph)
        is_deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        for control, before, behind in _beside(paragraph):
            control.before, control.behind = before, behind
            control.is_gone = is_deleted and not control.text and not paragraph.text

    def _runs(self, element: Element) -> None:
        for child in element.iterchildren():
            tag = child.tag
            if tag == W + "t":
                self._add(child.text or "")
            elif tag == W + "br":
                self._add("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
            elif tag in _SIGNS:
                self._add(_SIGNS[tag])
            elif tag == _CONTROL:
                self._control(child, self._runs)
            elif tag not in _UNSEEN:
                self._runs(child)

    def _add(self, text: str) -> None:
        for control in self._open:
            control.add(text)
        if not self._open and self._paragraph is not None:
            self._paragraph.pieces.append(text)


@dataclass(eq=False, slots=True)
class Row:
    """A row of a table: the widths of its cells in columns, and their paragraphs."""

    spans: list[str] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths of all controls in it."""
        return [control.path for cell in self.cells for paragraph in cell for control in paragraph.controls]

    @property
    def shape(self) -> list[tuple[str, tuple[str, str]]]:
        """How its cells look."""
        return [(span, cell[0].look if cell else ("", "")) for span, cell in zip(self.spans, self.cells, strict=True)]


def _look(properties: Element | None) -> tuple[str, str]:
    if properties is None:
        return "", ""
    numbers = properties.find(f"{W}numPr")
    return value_of(properties, W + "pStyle"), "" if numbers is None else "list"


def _beside(paragraph: Paragraph) -> Iterator[tuple[Control, str, str]]:
    """Each control that begins in a paragraph, with the text before it and behind it, up to the next one."""
    pieces = paragraph.pieces
    places = [place for place, piece in enumerate(pieces) if isinstance(piece, Control)]
    for number, place in enumerate(places):
        begin = places[number - 1] + 1 if number else 0
        end = places[number + 1] if number + 1 < len(places) else len(pieces)
        control = pieces[place]
        if isinstance(control, Control) and control.paragraph == paragraph.number:
            before, behind = pieces[begin:place], pieces[place + 1 : end]
            yield control, "".join(map(str, before)), "".join(map(str, behind))


def _loose(paragraphs: list[Paragraph | None]) -> Iterator[Loose]:
    """The paragraphs without a control that follow one which looks like them, or are followed by one."""
    above: Paragraph | None = None
    waiting: list[Paragraph] = []
    for one in paragraphs:
        if one is None or not (one.controls or one.text):
            above, waiting = (None, []) if one is None else (above, waiting)
        elif one.controls:
            path = one.controls[0].path
            yield from (Loose(new.text, "", path, new.row, new.number) for new in waiting if new.look == one.look)
            above, waiting = one, []
        elif above is not None and above.look == one.look:
            yield Loose(one.text, above.controls[-1].path, "", one.row, one.number)
        else:
            waiting = [*waiting, one] if above is None else [one]
            above = None


def _loose_rows(rows: list[Row]) -> Iterator[Loose]:
    """The paragraphs of rows without a control that follow a row which looks like them."""
    above: Row | None = None
    for row in rows:
        if row.paths:
            above = row
        elif above is not None and row.shape == above.shape:
            for cell, model in zip(row.cells, above.cells, strict=True):
                yield from (
                    Loose(one.text, _path_like(one, model, above), "", one.row, one.number) for one in cell if one.text
                )
        else:
            above = None


def _path_like(paragraph: Paragraph, cell: list[Paragraph], row: Row) -> str:
    """The path in the cell above of what looks like a new paragraph, or of anything there, or in the row."""
    controlled = [one for one in cell if one.controls]
    like = next((one for one in controlled if one.look == paragraph.look), None)
    found = like or next(iter(controlled), None)
    return found.controls[-1].path if found is not None else row.paths[0]
