"""The XML of a Word file: parsed without entities, its names the same whether the file is strict or transitional."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from posdoc.foreign.kinds import FILE_DAMAGED, FILE_OUT_OF_BOUNDS
from posdoc.importers.refusal import refused
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

Element = Any
"""An element of lxml, whose stubs know neither the keyword arguments nor the tags that are used here."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART_EX: Final = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
VAL: Final = W + "val"

MOST_MARKS: Final = 2_000_000
"""How many ``<`` a part may have: each element in memory takes a hundred bytes and more."""
_TOO_LARGE = 114
"""libxml2's number for what is out of its bounds: depth, length of a text, growth by entities."""
_DOCTYPE = pattern(
    rb"(?>\xef\xbb\xbf)?(?>\s+|<\?(?>(?:(?!\?>).)*+\?>)|<!--(?>(?:(?!-->).)*+-->))*+<!DOCTYPE", re.DOTALL
)
"""A DOCTYPE before the root element. Nothing is tried twice, so that it takes no longer than the part is long."""
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    ("officeDocument/relationships", R[1:-1]),
    ("officeDocument/math", M[1:-1]),
    ("wordprocessingml/main", W[1:-1]),
    ("drawingml/main", A[1:-1]),
    ("drawingml/wordprocessingDrawing", WP[1:-1]),
    ("drawingml/picture", PIC[1:-1]),
    ("drawingml/chart", CHART[1:-1]),
    ("drawingml/diagram", DGM[1:-1]),
)
_TO_TRANSITIONAL = {_STRICT + strict: transitional for strict, transitional in _TRANSITIONAL}
NAMESPACES_OF_WORD: Final = (W[1:-1], _STRICT + "wordprocessingml/main")
_OFF = frozenset({"0", "false", "off", "none"})
_SAVE = Phrase("请在 Word 中打开后另存一份", "open it in Word and save it under a new name")
_SPLIT = Phrase("请把内容分成几个文件", "divide it into several files")


def parsed(data: bytes, name: str, part: str) -> Element:
    """The root of a part of the file ``name``. Raises Refused where it is none that Word writes, or is out of bounds."""
    if data.count(b"<") > MOST_MARKS:
        raise _out_of_bounds(name, part)
    if _has_doctype(data):
        why = Phrase(f"其中的“{part[:80]}”带有 DOCTYPE", f"its part '{part[:80]}' has a DOCTYPE")
        raise refused(FILE_DAMAGED, name, why, _SAVE)
    parser: Any = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == _TOO_LARGE or "HUGE" in str(error):
            raise _out_of_bounds(name, part) from error
        why = Phrase(f"其中的“{part[:80]}”已损坏", f"its part '{part[:80]}' is damaged")
        raise refused(FILE_DAMAGED, name, why, _SAVE) from error
    if root.tag.startswith("{" + _STRICT):
        _make_transitional(root)
    return root


def _out_of_bounds(name: str, part: str) -> Exception:
    why = Phrase(
        f"其中的“{part[:80]}”超出了可读取的大小或层数", f"its part '{part[:80]}' is longer or deeper than what is read"
    )
    return refused(FILE_OUT_OF_BOUNDS, name, why, _SPLIT)


def _has_doctype(data: bytes) -> bool:
    if b"\0" in data[:4]:  # UTF-16, which Word reads but no longer writes
        return any("<!DOCTYPE".encode(encoding) in data for encoding in ("utf-16-le", "utf-16-be"))
    return _DOCTYPE.match(data) is not None


def _make_transitional(root: Element) -> None:
    """Give the elements and attributes of a strict file the names that all other files have."""
    for element in root.iter():
        element.tag = _renamed(element.tag)
        for name, value in element.items():
            if name.startswith("{" + _STRICT):
                del element.attrib[name]
                element.set(_renamed(name), value)


def _renamed(name: str) -> str:
    namespace, brace, local = name[1:].partition("}")
    return f"{{{_TO_TRANSITIONAL.get(namespace, namespace)}}}{local}" if brace else name


def is_on(element: Element) -> bool:
    """Whether a property that is switched on or off is on; there without a value, it is."""
    return element.get(VAL, "1") not in _OFF


def value_of(parent: Element, tag: str, otherwise: str = "") -> str:
    """The ``w:val`` of a child element of ``parent``; ``otherwise`` where there is none."""
    child = next(parent.iterchildren(tag), None)
    return otherwise if child is None else child.get(VAL, otherwise)


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number that stands in an attribute; ``otherwise`` where there is none."""
    try:
        return int(text) if text is not None and len(text) < 12 else otherwise
    except ValueError:
        return otherwise


def chosen(alternatives: Element) -> Element | None:
    """The one alternative of an ``mc:AlternateContent`` that is read: the first choice, not the fallback."""
    choice = next(alternatives.iterchildren(MC + "Choice"), None)
    return fallback(alternatives) if choice is None else choice


def fallback(alternatives: Element) -> Element | None:
    """The fallback of an ``mc:AlternateContent``, which is read where its choice holds nothing that can be."""
    return next(alternatives.iterchildren(MC + "Fallback"), None)
