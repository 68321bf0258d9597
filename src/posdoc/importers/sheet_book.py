"""What the sheets of an Excel file share: their names and order, the formats of cells, the texts that cells name.

openpyxl is not asked to load the file: it refuses many that Excel opens (styles of other programs, strict files), tells
a formula without a value from an empty cell only by reading twice, and makes an object of every empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils.escape import unescape

from posdoc.foreign.kinds import FILE_DAMAGED
from posdoc.importers.characters import as_seen
from posdoc.importers.number_formats import BUILT_IN, GENERAL
from posdoc.importers.package import Package
from posdoc.importers.refusal import refused
from posdoc.importers.sheet_xml import child, descendants, each, local, out_of_bounds
from posdoc.importers.word.markup import Element, whole
from posdoc.importers.word.parts import Parts
from posdoc.importers.word.symbols import is_symbol_font, signs_in
from posdoc.phrases import Phrase

MOST_STRINGS = 1_000_000
_OFF = ("0", "false")


class Format(NamedTuple):
    """How the cells of a style show what they hold; ``is_box`` shows TRUE and FALSE as a box to tick."""

    code: str = GENERAL
    font: str = ""
    bold: bool = False
    is_box: bool = False


class Shown(NamedTuple):
    """A text as it is seen. ``bold`` is None where the format of the cell decides."""

    text: str
    bold: bool | None = None


class SheetPart(NamedTuple):
    """A sheet: its name, the part that holds it, and the kind of that part (``worksheet``, ``chartsheet``)."""

    name: str
    part: str
    kind: str
    is_hidden: bool


class Book(NamedTuple):
    """What all sheets of a file share."""

    parts: Parts
    package: Package
    main: str
    sheets: tuple[SheetPart, ...]
    formats: tuple[Format, ...]
    strings: tuple[Shown, ...]
    since_1904: bool


def read_book(package: Package) -> Book:
    """What the sheets of an Excel file share. Raises Refused where it is none."""
    parts = Parts(package)
    main = parts.related("", "officeDocument") or ""
    root = parts.root(main) if main else None
    if root is None or local(root) != "workbook":
        why = Phrase("其中没有 Excel 工作簿", "there is no Excel workbook in it")
        hint = Phrase("请在 Excel 中打开后另存为 .xlsx", "open it in Excel and save it as .xlsx")
        raise refused(FILE_DAMAGED, package.name, why, hint)
    properties = child(root, "workbookPr")
    since_1904 = properties is not None and properties.get("date1904", "0") not in _OFF
    sheets = tuple(_sheets(root, parts, main))
    formats = tuple(_formats(parts, parts.related(main, "styles")))
    return Book(parts, package, main, sheets, formats, tuple(_strings(package, parts, main)), since_1904)


def _sheets(root: Element, parts: Parts, main: str) -> Iterator[SheetPart]:
    relations = parts.relations(main)
    for sheet in descendants(root, "sheet"):
        key = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        relation = relations.get(key)
        if relation is not None and not relation.is_external:
            is_hidden = sheet.get("state", "visible") != "visible"
            yield SheetPart(as_seen(sheet.get("name", "")), relation.target, relation.kind, is_hidden)


def _formats(parts: Parts, part: str | None) -> Iterator[Format]:
    root = parts.root(part) if part else None
    if root is None:
        return
    codes = {whole(one.get("numFmtId"), -1): one.get("formatCode", GENERAL) for one in descendants(root, "numFmt")}
    fonts = [_font(one) for holder in root if local(holder) == "fonts" for one in holder]
    for style in (one for holder in root if local(holder) == "cellXfs" for one in holder):
        number, font = whole(style.get("numFmtId")), whole(style.get("fontId"))
        name, bold = fonts[font] if 0 <= font < len(fonts) else ("", False)
        is_box = any(True for _ in descendants(style, "xfComplement"))
        yield Format(codes.get(number) or BUILT_IN.get(number, GENERAL), name, bold, is_box)


def _font(font: Element) -> tuple[str, bool]:
    name, bold = child(font, "name"), child(font, "b")
    name = child(font, "rFont") if name is None else name
    return "" if name is None else name.get("val", ""), bold is not None and bold.get("val", "1") not in _OFF


def _strings(package: Package, parts: Parts, main: str) -> Iterator[Shown]:
    part = parts.related(main, "sharedStrings")
    data = package.part(part) if part else None
    if part is None or data is None:
        return
    if data.count(b"<si") + data.count(b":si") > MOST_STRINGS:
        raise out_of_bounds(package.name, part)
    for element in each(data, package.name, part, "si"):
        yield string_of(element)


def in_font(text: str, font: str) -> str:
    """A text as its font shows it: the letters of symbol fonts are boxes, arrows and the like."""
    return "\n".join(signs_in(line, font) for line in text.split("\n")) if is_symbol_font(font) else text


def string_of(element: Element) -> Shown:
    """The text of an element with plain or rich text; how Japanese is spoken is left out."""
    texts, bold = [], []
    for part in element:
        name = local(part)
        if name == "t":
            texts.append(part.text or "")
        elif name == "r":
            text = "".join(t.text or "" for t in part if local(t) == "t")
            properties = child(part, "rPr")
            font, is_bold = ("", False) if properties is None else _font(properties)
            texts.append(in_font(text, font))
            if text.strip():
                bold.append(is_bold if properties is not None else None)
    joined = as_seen(unescape("".join(texts)))
    return Shown(joined, all(bold) if bold and None not in bold else None)
