"""A Word file as a whole: its body, then page headers and footers, notes and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Final

from posdoc.collector import collector_off
from posdoc.foreign.kinds import FILE_DAMAGED, LINK_NOT_FOLLOWED, WRONG_ENDING
from posdoc.importers.package import open_package
from posdoc.importers.pieces import Diagram, Foreign, Part, Piece, Table
from posdoc.importers.refusal import refused
from posdoc.importers.word.blocks import Blocks
from posdoc.importers.word.fields import unpaired_marks
from posdoc.importers.word.markup import Element, R, W, is_on, value_of
from posdoc.importers.word.numbering import Counters, Numbering
from posdoc.importers.word.numerals import numeral
from posdoc.importers.word.parts import Parts
from posdoc.importers.word.reading import Reading
from posdoc.importers.word.styles import Styles
from posdoc.phrases import Phrase

_HEADER, _FOOTER = W + "headerReference", W + "footerReference"
_OTHER_MAIN: Final = {
    "workbook": Phrase("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "presentation": Phrase("PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation (.pptx)"),
}
_RENAME = Phrase("请改正文件的扩展名", "give the file the ending that it should have")
_SAVE_AGAIN = Phrase("请在 Word 中打开后另存一份", "open it in Word and save it under a new name")
_NOTES = (
    ("footnotes", "footnote", "decimal", Phrase("脚注", "footnote")),
    ("endnotes", "endnote", "lowerRoman", Phrase("尾注", "endnote")),
)


def read_word(data: bytes, name: str) -> Foreign:
    """Read the bytes of a Word file; ``name`` is for places and messages.

    Raises Refused for what is no Word file, is damaged, encrypted or out of bounds.
    """
    with collector_off():
        return _read(Parts(open_package(data, name)))


def _read(parts: Parts) -> Foreign:
    name = parts.name
    main = parts.related("", "officeDocument") or "word/document.xml"
    root = parts.text(main)
    if root is None or root.tag != W + "document":
        raise _no_document(root, name)
    style_part = parts.related(main, "styles")
    styles = Styles(None if style_part is None else parts.styles(style_part))
    reading = Reading(parts, main, styles, Numbering(_part(parts, main, "numbering"), styles))
    blocks = Blocks(reading)
    reading.unpaired = unpaired_marks(root)
    pieces = blocks.story(root.iterchildren(W + "body"))
    _note_links(reading)
    settings = _part(parts, main, "settings")
    for element, words, part in ((_HEADER, _PAGE_HEADER, Part.HEADER), (_FOOTER, _PAGE_FOOTER, Part.FOOTER)):
        pieces += _page_edges(reading, blocks, _edges(reading, element, settings), (words, part))
    for kind, element, form, words in _NOTES:
        pieces += _notes(reading, blocks, (kind, element, _form(reading, settings, element, form)), words)
    pieces += _comments(reading, blocks)
    reading.report()
    return Foreign(name, PurePath(name).suffix[1:].lower() or "docx", tuple(pieces), tuple(reading.findings))


_PAGE_HEADER = Phrase("页眉", "page header")
_PAGE_FOOTER = Phrase("页脚", "page footer")


def _no_document(root: Element | None, name: str) -> Exception:
    what = _OTHER_MAIN.get("" if root is None else root.tag.rpartition("}")[2])
    if what is None:
        why = Phrase("其中没有 Word 文档的正文", "there is no text of a Word document in it")
        return refused(FILE_DAMAGED, name, why, _SAVE_AGAIN)
    return refused(WRONG_ENDING, name, Phrase(f"它其实是{what.zh}", f"it is really {what.en}"), _RENAME)


def _part(parts: Parts, main: str, kind: str) -> Element | None:
    name = parts.related(main, kind)
    return None if name is None else parts.root(name)


def _note_links(reading: Reading) -> None:
    """Report what the part that is read takes from outside. Addresses that a reader may follow are no part of the text."""
    for relation in reading.parts.relations(reading.source).values():
        if relation.is_external and relation.kind != "hyperlink":
            target = relation.target[:120]
            message = Phrase(f"外部内容“{target}”未读取", f"content outside of the file is not read: '{target}'")
            hint = Phrase(
                "如有需要，请在 Word 中断开链接后再导入", "if it is wanted, break the link in Word and import again"
            )
            reading.find(LINK_NOT_FOLLOWED, message, hint, line=1)


def _edges(reading: Reading, element: str, settings: Element | None) -> list[str]:
    """The names of the parts with page headers (or footers) that are printed, each once, in the order of sections."""
    even = None if settings is None else next(settings.iterchildren(W + "evenAndOddHeaders"), None)
    titles = (next(section.iterchildren(W + "titlePg"), None) for section in reading.sections)
    printed = {
        "default": True,
        "even": even is not None and is_on(even),
        "first": any(title is not None and is_on(title) for title in titles),
    }
    relations = reading.parts.relations(reading.source)
    names = (
        relations[reference.get(R + "id", "")].target
        for section in reading.sections
        for reference in section.iterchildren(element)
        if printed.get(reference.get(W + "type", "default")) and reference.get(R + "id", "") in relations
    )
    return list(dict.fromkeys(names))


def _page_edges(reading: Reading, blocks: Blocks, names: list[str], what: tuple[Phrase, Part]) -> list[Piece]:
    """What stands in page headers or footers: each text once, and those that differ only in the number of the page."""
    pieces: list[Piece] = []
    seen: set[tuple[str, ...]] = set()
    for root in _roots(reading, names):
        with reading.inside(*what, Counters()):
            for child in root:
                kept = reading.number, reading.tables, reading.figures, reading.boxes, len(reading.findings)
                found = blocks.story([child])
                texts = tuple(_texts(found, reading.without_pages))
                if texts in seen:
                    reading.number, reading.tables, reading.figures, reading.boxes, findings = kept
                    del reading.findings[findings:]
                else:
                    pieces += found
                    seen.add(texts)
    return pieces


def _roots(reading: Reading, names: Iterable[str]) -> Iterator[Element]:
    """The roots of parts that exist, each while the reading stands in it."""
    main = reading.source
    for name in names:
        root = reading.parts.text(name)
        if root is not None:
            reading.source = name
            reading.unpaired = unpaired_marks(root)
            _note_links(reading)
            yield root
    reading.source = main


def _texts(pieces: Iterable[Piece], without_pages: dict[int, str]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Diagram):
            yield from (piece.kind.value, *piece.boxes)
        elif isinstance(piece, Table):
            for cell in piece.cells:
                yield from _texts(cell.pieces, without_pages)
        else:
            yield without_pages.get(piece.place.number, piece.text)


def _notes(reading: Reading, blocks: Blocks, what: tuple[str, str, str], words: Phrase) -> list[Piece]:
    """Footnotes or endnotes, each with its number."""
    kind, element, form = what
    part = reading.parts.related(reading.source, kind)
    pieces: list[Piece] = []
    count = 0
    for root in _roots(reading, [part] if part else []):
        for note in root.iterchildren(W + element):
            if note.get(W + "type", "normal") != "normal":
                continue
            is_numbered = next(note.iter(W + element + "Ref"), None) is not None
            count += is_numbered
            number = numeral(count, form) if is_numbered else ""
            with reading.inside(Phrase(f"{words.zh} {number}".strip(), f"{words.en} {number}".strip()), Part.NOTE):
                reading.lead = number
                pieces += blocks.story(note)
    return pieces


def _form(reading: Reading, settings: Element | None, element: str, otherwise: str) -> str:
    """The format of the numbers of notes: that of the last section that says one, else that of the document."""
    for holder in (*reversed(reading.sections), *(() if settings is None else (settings,))):
        properties = next(holder.iterchildren(W + element + "Pr"), None)
        form = "" if properties is None else value_of(properties, W + "numFmt")
        if form:
            return form
    return otherwise


def _comments(reading: Reading, blocks: Blocks) -> list[Piece]:
    part = reading.parts.related(reading.source, "comments")
    pieces: list[Piece] = []
    for root in _roots(reading, [part] if part else []):
        for place, comment in enumerate(root.iterchildren(W + "comment"), 1):
            author = comment.get(W + "author", "")[:60]
            by = Phrase(f"（{author}）", f" by {author}") if author else Phrase("", "")
            with reading.inside(Phrase(f"批注 {place}{by.zh}", f"comment {place}{by.en}"), Part.COMMENT, Counters()):
                pieces += blocks.story(comment)
    return pieces
