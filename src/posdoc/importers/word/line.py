"""The text of one paragraph: its runs in order, without what is deleted, hidden or an instruction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from posdoc.importers.pieces import Part
from posdoc.importers.word.controls import opened
from posdoc.importers.word.fields import KIND, MARK, PAGES, Field, name_of, seen_of
from posdoc.importers.word.formulas import FORMULA, formula
from posdoc.importers.word.markup import MC, VAL, Element, W, chosen, fallback, is_on
from posdoc.importers.word.properties import NO_PROPERTIES, PROPERTIES, properties_of
from posdoc.importers.word.reading import Reading
from posdoc.importers.word.symbols import is_symbol_font, sign, signs_in

RUN: Final = W + "r"
TEXT: Final = W + "t"
_PROPERTIES = W + "rPr"
_DELETED_TEXT = W + "delText"
_STYLE, _BOLD, _HIDDEN, _FONTS = W + "rStyle", W + "b", W + "vanish", W + "rFonts"
_ASCII, _ANSI = W + "ascii", W + "hAnsi"
_SYMBOL_CHARACTER = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_PAGE_BEGIN, _PAGE_END, _NEW_PAGE = "\x02", "\x03", "\f"
"""Signs that no XML can hold: around the number of a page, and where a page or column ends within a paragraph."""


class Line:
    """A paragraph while it is read; ``drawings`` are the drawings in it, each with what stands for it if it is empty."""

    __slots__ = (
        "_alternative",
        "_last_outside",
        "_plain",
        "_reading",
        "drawings",
        "is_bold",
        "own",
        "parts",
        "starts_in_contents",
    )

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = reading.styles.plain
        self._alternative: Element | None = None
        self._last_outside: int | None = None
        self.own = NO_PROPERTIES
        self.parts: list[str] = []
        self.drawings: list[tuple[Element, Element | None]] = []
        self.is_bold = True
        self.starts_in_contents = reading.contents > 0

    def read(self, parent: Element) -> None:
        """Read what stands in a paragraph, a run or anything else within a paragraph."""
        for child in parent[:]:
            tag = child.tag
            if tag == RUN:
                self._read_run(child)
            elif (act := _ACTS.get(tag)) is not None:
                act(self, child)
            elif tag not in _PASSED:
                self.read(child)

    @property
    def text(self) -> str:
        """The text; a page that ends within it ends a line."""
        text = "".join(self.parts)
        if _NEW_PAGE in text:
            text = text.strip(_NEW_PAGE).replace(_NEW_PAGE, "\n")
        return text

    @property
    def is_contents(self) -> bool:
        """Whether all of it belongs to a table of contents that is a field."""
        if self._last_outside is None:
            return self.starts_in_contents
        return self.starts_in_contents and not "".join(self.parts[self._last_outside :]).strip()

    def _read_run(self, run: Element) -> None:
        reading = self._reading
        bold, hidden = self._plain
        font = ""
        for child in run[:]:
            tag = child.tag
            if tag == TEXT:
                text = child.text
                if not text:
                    continue
                if hidden:
                    reading.hidden.add(len(text), reading.number + 1)
                    continue
                if font:
                    text = signs_in(text, font)
                if not bold and self.is_bold and not text.isspace():
                    self.is_bold = False
                if reading.muted:
                    self._add(text)
                else:
                    self.parts.append(text)
            elif tag == _PROPERTIES:
                bold, hidden, font = self._look(child)
            elif hidden and tag != MARK:
                continue
            elif (act := _ACTS.get(tag)) is not None:
                act(self, child)
            elif tag not in _PASSED:
                self.read(child)

    def _look(self, properties: Element) -> tuple[bool, bool, str]:
        """Whether a run with these properties is bold, whether it is hidden, and its font if it is one of symbols."""
        bold: bool | None = None
        hidden: bool | None = None
        style = font = ""
        for child in properties[:]:
            tag = child.tag
            if tag == _BOLD:
                bold = is_on(child)
            elif tag == _HIDDEN:
                hidden = is_on(child)
            elif tag == _STYLE:
                style = child.get(VAL, "")
            elif tag == _FONTS:
                font = _symbol_font(child)
        by_style = self._reading.styles.runs(self.own.style, style) if style else self._plain
        return by_style[0] if bold is None else bold, by_style[1] if hidden is None else hidden, font

    def _properties(self, element: Element) -> None:
        """What the paragraph says of itself, which stands before its runs."""
        self.own = properties_of(element)
        if self.own.style:
            self._plain = self._reading.styles.runs(self.own.style, "")

    def _add(self, text: str) -> None:
        """A text is seen, or it is part of the instruction of a field."""
        if self._reading.muted:
            inner = next(field for field in reversed(self._reading.fields) if not field.is_result)
            inner.instruction.append(text)
        else:
            self.parts.append(text)

    def _add_text(self, element: Element) -> None:
        if element.text:
            self._add(element.text)

    def _add_instruction(self, element: Element) -> None:
        if self._reading.muted and element.text:
            self._add(element.text)

    def _add_sign(self, element: Element) -> None:
        code = element.get(W + "char", "")
        try:
            self._add(sign(int(code, 16), element.get(W + "font", "")))
        except ValueError:
            self._add("•")

    def _add_wide_sign(self, element: Element) -> None:
        """A character outside of the fonts' first plane (an emoji), given by its code."""
        code = next((value for name, value in element.items() if name.endswith("}char")), "")
        try:
            self._add(chr(int(code, 16)))
        except (ValueError, OverflowError):
            self._add("•")

    def _break(self, element: Element) -> None:
        self._add("\n" if element.get(W + "type", "textWrapping") == "textWrapping" else _NEW_PAGE)

    def _tab(self, _: Element) -> None:
        self._add("\t")

    def _new_line(self, _: Element) -> None:
        self._add("\n")

    def _hyphen(self, _: Element) -> None:
        self._add("-")

    def _guided(self, element: Element) -> None:
        """A text with its pronunciation above it: that stands in brackets behind it."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "(", ")")):
            inner = next(element.iterchildren(W + name), None)
            if inner is not None and any(text.text for text in inner.iter(TEXT)):
                self._add(before)
                self.read(inner)
                self._add(after)

    def _formula(self, element: Element) -> None:
        self._add(formula(element))

    def _deleted(self, element: Element) -> None:
        reading = self._reading
        length = sum(len(text.text or "") for text in element.iter(TEXT, _DELETED_TEXT))
        reading.deleted.add(length, reading.number + 1)

    def _deleted_text(self, element: Element) -> None:
        self._reading.deleted.add(len(element.text or ""), self._reading.number + 1)

    def _control(self, element: Element) -> None:
        content, prompts = opened(element, self._reading.styles)
        self._reading.prompts += [(prompt, self._reading.number + 1) for prompt in prompts]
        if content is not None:
            self.read(content)

    def _drawing(self, element: Element) -> None:
        self.drawings.append((element, self._alternative))

    def _alternatives(self, element: Element) -> None:
        """The first choice; the fallback where the choice holds nothing that can be read."""
        choice, other = chosen(element), fallback(element)
        before = len(self.parts), len(self.drawings), len(self._reading.fields)
        self._alternative, outer = other, self._alternative
        if choice is not None:
            self.read(choice)
        self._alternative = outer
        after = len(self.parts), len(self.drawings), len(self._reading.fields)
        if before == after and other is not None and other is not choice:
            self.read(other)

    def _simple_field(self, element: Element) -> None:
        field = Field()
        field.instruction.append(element.get(W + "instr", ""))
        self._reading.fields.append(field)
        self._reading.muted += 1
        self._begin_result(field)
        self.read(element)
        self._end_field(field)

    def _field_mark(self, element: Element) -> None:
        reading = self._reading
        if element in reading.unpaired:
            return
        kind = element.get(KIND)
        if kind == "begin":
            reading.fields.append(Field(element))
            reading.muted += 1
        elif reading.fields and kind == "separate":
            if not reading.fields[-1].is_result:
                self._begin_result(reading.fields[-1])
        elif reading.fields and kind == "end":
            self._end_field(reading.fields[-1])

    def _begin_result(self, field: Field) -> None:
        reading = self._reading
        reading.muted -= 1
        field.is_result = True
        field.name = name_of("".join(field.instruction))
        if field.name == "TOC":
            if not "".join(self.parts).strip():
                self.starts_in_contents = True
            reading.contents += 1
        if field.name in PAGES and reading.part is not Part.BODY:
            self._add(_PAGE_BEGIN)
        field.line, field.mark = self, len(self.parts)

    def _end_field(self, field: Field) -> None:
        reading = self._reading
        reading.fields.remove(field)
        if not field.is_result:
            reading.muted -= 1
            self._add(field.shown or seen_of("".join(field.instruction)))
            return
        if field.name == "TOC":
            reading.contents -= 1
            self._last_outside = len(self.parts)
        if field.name in PAGES and reading.part is not Part.BODY:
            self._add(_PAGE_END)
        is_empty = field.line is self and not "".join(self.parts[field.mark :]).strip(" \u2002")
        if field.shown and is_empty:
            self._add(field.shown)


def page_numbers_apart(text: str) -> tuple[str, str | None]:
    """A text as it is seen, and without the numbers of pages in it; None where it has none."""
    if _PAGE_BEGIN not in text and _PAGE_END not in text:
        return text, None
    kept = "".join(
        piece.partition(_PAGE_END)[2] if place else piece for place, piece in enumerate(text.split(_PAGE_BEGIN))
    )
    return text.replace(_PAGE_BEGIN, "").replace(_PAGE_END, ""), kept.replace(_PAGE_END, "")


def _symbol_font(fonts: Element) -> str:
    font: str = fonts.get(_ASCII) or fonts.get(_ANSI) or ""
    return font if is_symbol_font(font) else ""


_ACTS: dict[str, Callable[[Line, Element], None]] = {
    PROPERTIES: Line._properties,
    TEXT: Line._add_text,
    W + "instrText": Line._add_instruction,
    W + "tab": Line._tab,
    W + "ptab": Line._tab,
    W + "br": Line._break,
    W + "cr": Line._new_line,
    W + "noBreakHyphen": Line._hyphen,
    W + "sym": Line._add_sign,
    _SYMBOL_CHARACTER: Line._add_wide_sign,
    W + "ruby": Line._guided,
    W + "del": Line._deleted,
    W + "moveFrom": Line._deleted,
    _DELETED_TEXT: Line._deleted_text,
    W + "sdt": Line._control,
    W + "fldSimple": Line._simple_field,
    MARK: Line._field_mark,
    W + "drawing": Line._drawing,
    W + "pict": Line._drawing,
    W + "object": Line._drawing,
    MC + "AlternateContent": Line._alternatives,
    FORMULA: Line._formula,
}
_PASSED = frozenset(
    W + name
    for name in (
        "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart",
        "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "annotationRef", "delInstrText", "softHyphen", "permStart", "permEnd", "fldData", "sdtPr", "sdtEndPr", "smartTagPr",
        "customXmlPr", "pgNum", "separator", "continuationSeparator",
    )
)  # fmt: skip
"""What holds no text of its own, and no text that is seen."""
