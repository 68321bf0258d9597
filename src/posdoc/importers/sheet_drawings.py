"""What lies on the cells of a sheet: text boxes, pictures, charts, boxes to tick, and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from lxml import etree

from posdoc.importers.characters import as_seen
from posdoc.importers.package import Package
from posdoc.importers.pieces import CHECKED, UNCHECKED
from posdoc.importers.sheet_book import string_of
from posdoc.importers.sheet_grid import reference
from posdoc.importers.sheet_xml import child, descendants, local
from posdoc.importers.word.diagrams import drawn_text, smart_art
from posdoc.importers.word.markup import Element, chosen, whole
from posdoc.importers.word.parts import Parts
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

MOST_VML = 8 * 1024 * 1024
_LINE_END = pattern(rb"<br\s*>", re.IGNORECASE)
"""What Excel writes into old drawings although XML has no such thing."""
_BOXES_TO_TICK = ("checkbox", "radio")
_THREADED = "[Threaded comment]"
"""How a comment begins that only tells old programs of the talk in another part."""


class Sort(Enum):
    """What lies on a sheet, with its name."""

    TEXT = Phrase("文本框", "text box")
    PICTURE = Phrase("图片", "picture")
    CHART = Phrase("图表", "chart")
    SMART_ART = Phrase("SmartArt 图形", "SmartArt diagram")
    COMMENT = Phrase("批注", "comment")


class Thing(NamedTuple):
    """One thing on a sheet: at which cell it is, its text or its boxes, and the lines between the boxes."""

    sort: Sort
    cell: str
    texts: tuple[str, ...]
    lines: tuple[tuple[int, int], ...] = ()


class Drawing(NamedTuple):
    """All that lies on a sheet, in the order of the file; ``connectors`` counts the lines between text boxes."""

    things: list[Thing]
    connectors: int
    links: list[str]
    """Pictures that lie outside of the file."""


def read_drawing(parts: Parts, package: Package, sheet: str) -> Drawing:
    """What lies on the sheet in the part ``sheet``."""
    found = Drawing([], 0, [])
    for relation in parts.relations(sheet).values():
        if relation.is_external:
            continue
        if relation.kind == "drawing":
            found = _with_drawing(found, parts, relation.target)
        elif relation.kind == "vmlDrawing":
            found.things.extend(_of_vml(package.part(relation.target) or b""))
    found.things.extend(_comments(parts, sheet))
    return found


def _with_drawing(found: Drawing, parts: Parts, part: str) -> Drawing:
    root = parts.root(part)
    if root is None:
        return found
    links = [relation.target for relation in parts.relations(part).values() if relation.is_external]
    things = [thing for anchor in _anchors(root) for thing in _things(anchor, _cell_of(anchor), parts, part)]
    connectors = sum(1 for _ in descendants(root, "cxnSp"))
    return Drawing([*found.things, *things], found.connectors + connectors, [*found.links, *links])


def _anchors(root: Element) -> Iterator[Element]:
    for element in root:
        if local(element) == "AlternateContent":
            choice = chosen(element)
            yield from () if choice is None else choice
        else:
            yield element


def _cell_of(anchor: Element) -> str:
    """The cell where a thing begins; empty for one that lies on the page."""
    start = child(anchor, "from")
    if start is None:
        return ""
    row, column = child(start, "row"), child(start, "col")
    return reference(whole(None if row is None else row.text), whole(None if column is None else column.text))


def _things(element: Element, cell: str, parts: Parts, part: str) -> Iterator[Thing]:
    for each in element:
        tag = local(each)
        if tag == "sp":
            texts = () if _is_hidden(each) else tuple(_texts(each))
            yield from [Thing(Sort.TEXT, cell, texts)] if texts else []
        elif tag == "pic":
            yield Thing(Sort.PICTURE, cell, _description(each))
        elif tag == "graphicFrame":
            yield _frame(each, cell, parts, part)
        elif tag == "AlternateContent":
            choice = chosen(each)
            yield from () if choice is None else _things(choice, cell, parts, part)
        elif tag == "grpSp":
            yield from _things(each, cell, parts, part)


def _frame(frame: Element, cell: str, parts: Parts, part: str) -> Thing:
    """A chart, with its title, or SmartArt, with its boxes and lines."""
    relations = parts.relations(part)
    keys = {local_name: value for each in frame.iter() for local_name, value in _relations_of(each)}
    if "dm" in keys and keys["dm"] in relations:
        root = parts.root(relations[keys["dm"]].target)
        boxes, lines = ((), ()) if root is None else smart_art(root)
        return Thing(Sort.SMART_ART, cell, boxes, lines)
    relation = relations.get(keys.get("id", ""))
    root = None if relation is None or relation.is_external else parts.root(relation.target)
    title = "" if root is None else " ".join(text for each in descendants(root, "title") for text in _texts(each))
    return Thing(Sort.CHART, cell, (title,) if title else _description(frame))


def _relations_of(element: Element) -> Iterator[tuple[str, str]]:
    if local(element) in ("chart", "relIds"):
        yield from ((name.rpartition("}")[2], value) for name, value in element.items())


def _texts(shape: Element) -> Iterator[str]:
    yield from (as_seen(text) for each in descendants(shape, "p") if (text := drawn_text(each)))


def _is_hidden(shape: Element) -> bool:
    return any(each.get("hidden") in ("1", "true") for each in descendants(shape, "cNvPr"))


def _description(shape: Element) -> tuple[str, ...]:
    words = next((each.get("descr") or each.get("title") or "" for each in descendants(shape, "cNvPr")), "")
    return (as_seen(words),) if words.strip() else ()


# --- the old drawings, in which boxes to tick still are -----------------------------------------------------


def _of_vml(data: bytes) -> Iterator[Thing]:
    """Boxes to tick and texts of old drawings; Excel writes them as XML that is not always well formed."""
    if not data or len(data) > MOST_VML:
        return
    data = _LINE_END.sub(b"<br/>", data)
    options: dict[str, Any] = {"recover": True, "resolve_entities": False, "no_network": True, "load_dtd": False}
    root: Any = etree.fromstring(data, etree.XMLParser(**options))
    for shape in () if root is None else descendants(root, "shape"):
        client = child(shape, "ClientData")
        sort = "" if client is None else client.get("ObjectType", "").lower()
        box = child(shape, "textbox")
        text = as_seen(" ".join("".join(box.itertext()).split())) if box is not None else ""
        if sort in _BOXES_TO_TICK:
            checked = child(client, "Checked")
            is_ticked = checked is not None and (checked.text or "").strip() == "1"
            yield Thing(Sort.TEXT, _cell_of_vml(client), (f"{CHECKED if is_ticked else UNCHECKED} {text}".rstrip(),))
        elif text and sort != "note":
            yield Thing(Sort.TEXT, "" if client is None else _cell_of_vml(client), (text,))


def _cell_of_vml(client: Element) -> str:
    anchor = child(client, "Anchor")
    numbers = [whole(part.strip(), -1) for part in ((anchor.text if anchor is not None else "") or "").split(",")]
    return reference(numbers[2], numbers[0]) if len(numbers) == 8 and min(numbers[0], numbers[2]) >= 0 else ""


# --- comments -----------------------------------------------------------------------------------------------


def _comments(parts: Parts, sheet: str) -> Iterator[Thing]:
    threaded = [thing for root in _related(parts, sheet, "threadedComment") for thing in _talks(root)]
    yield from threaded
    cells = {thing.cell for thing in threaded}
    for root in _related(parts, sheet, "comments"):
        for comment in descendants(root, "comment"):
            cell, text = comment.get("ref", ""), child(comment, "text")
            shown = "" if text is None else string_of(text).text.strip()
            if shown and not (cell in cells or shown.startswith(_THREADED)):
                yield Thing(Sort.COMMENT, cell, (shown,))


def _talks(root: Element) -> Iterator[Thing]:
    for comment in descendants(root, "threadedComment"):
        text = child(comment, "text")
        if text is not None and (text.text or "").strip():
            yield Thing(Sort.COMMENT, comment.get("ref", ""), (as_seen(text.text).strip(),))


def _related(parts: Parts, sheet: str, kind: str) -> Iterator[Element]:
    for relation in parts.relations(sheet).values():
        if relation.kind == kind and not relation.is_external:
            root = parts.root(relation.target)
            if root is not None:
                yield root
