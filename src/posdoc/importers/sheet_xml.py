"""The large parts of an Excel file, read element by element, so that memory stays small whatever they hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from posdoc.foreign.kinds import FILE_DAMAGED, FILE_OUT_OF_BOUNDS
from posdoc.importers.refusal import Refused, refused
from posdoc.importers.word.markup import Element
from posdoc.phrases import Phrase

_TOO_LARGE = 114
"""libxml2's number for what is out of its bounds: depth, length of a text."""
_SAVE = Phrase("请在 Excel 中打开后另存一份", "open it in Excel and save it under a new name")
_SPLIT: Final = Phrase("请把内容分成几个文件", "divide it into several files")


def each(data: bytes, name: str, part: str, *tags: str) -> Iterator[Element]:
    """The elements of a part that have one of the local names ``tags``, each when it ends; after its use it is emptied.

    ``name`` is the file's. Raises Refused for what is no XML, has a DOCTYPE, or is out of libxml2's bounds.
    """
    options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    wanted = [f"{{*}}{tag}" for tag in tags]
    context: Any = etree.iterparse(io.BytesIO(data), events=("end",), tag=wanted, **options)
    is_checked = False
    try:
        for _, element in context:
            if not is_checked:
                _check_doctype(element, name, part)
                is_checked = True
            yield element
            _empty(element)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == _TOO_LARGE:
            raise out_of_bounds(name, part) from error
        why = Phrase(f"其中的“{part[:80]}”已损坏", f"its part '{part[:80]}' is damaged")
        raise refused(FILE_DAMAGED, name, why, _SAVE) from error


def local(element: Element) -> str:
    """The name of an element without its namespace, which is another in strict files; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of this local name."""
    return next((found for found in element if local(found) == name), None)


def descendants(element: Element, name: str) -> Iterator[Element]:
    """All elements within ``element`` of this local name."""
    yield from element.iter(f"{{*}}{name}")


def out_of_bounds(name: str, part: str) -> Refused:
    """The error for a part of the file ``name`` that holds more than is read."""
    why = Phrase(f"其中的“{part[:80]}”内容过多", f"its part '{part[:80]}' holds more than what is read")
    return refused(FILE_OUT_OF_BOUNDS, name, why, _SPLIT)


def _check_doctype(element: Element, name: str, part: str) -> None:
    if element.getroottree().docinfo.doctype:
        why = Phrase(f"其中的“{part[:80]}”带有 DOCTYPE", f"its part '{part[:80]}' has a DOCTYPE")
        raise refused(FILE_DAMAGED, name, why, _SAVE)


def _empty(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]
