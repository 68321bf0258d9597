"""What is drawn in a Word file: text boxes, pictures, SmartArt and objects of other programs, new drawings and old (VML)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from posdoc.foreign.kinds import PICTURE_NOT_READ
from posdoc.importers.characters import as_seen
from posdoc.importers.pieces import Diagram, DiagramKind
from posdoc.importers.word.diagrams import smart_art
from posdoc.importers.word.markup import (
    CHART,
    CHART_EX,
    DGM,
    MC,
    PIC,
    WP,
    Element,
    O,
    R,
    V,
    W,
    chosen,
    fallback,
)
from posdoc.importers.word.reading import Reading
from posdoc.phrases import Phrase

BOX: Final = W + "txbxContent"
_OBJECTS = frozenset({O + "OLEObject", W + "control", W + "objectEmbed", W + "objectLink"})
_PICTURES = frozenset({PIC + "pic", V + "imagedata"})
_CHARTS = frozenset({CHART + "chart", CHART_EX + "chart"})
_PROPERTIES = (WP + "docPr", PIC + "cNvPr")


class Sort(Enum):
    """What a drawing can hold, with the words for what cannot be read."""

    BOX = Phrase("文本框", "a text box")
    WORDS = Phrase("艺术字", "a text as a shape")
    SMART_ART = Phrase("SmartArt 图形", "a SmartArt diagram")
    PICTURE = Phrase("图片", "a picture")
    CHART = Phrase("图表", "a chart")
    OBJECT = Phrase("嵌入对象", "an embedded object")


class Drawn(NamedTuple):
    """One thing in a drawing: the element that holds it, and what is said of it (its description, its text)."""

    sort: Sort
    element: Element
    words: str = ""


def drawn(element: Element, alternative: Element | None = None) -> list[Drawn]:
    """All that a drawing holds, in its order; what ``alternative`` holds where it holds nothing that is known here."""
    found = list(_inside(element, _description(element)))
    return found or ([] if alternative is None else list(_inside(alternative, "")))


def _inside(element: Element, words: str) -> Iterator[Drawn]:
    if element.tag == W + "object":
        yield _object(element)
        return
    for child in element:
        tag = child.tag
        if tag == BOX:
            yield Drawn(Sort.BOX, child)
        elif tag in _PICTURES:
            yield Drawn(Sort.PICTURE, child, _description(child) or words)
        elif tag in _CHARTS:
            yield Drawn(Sort.CHART, child, words)
        elif tag == DGM + "relIds":
            yield Drawn(Sort.SMART_ART, child, words)
        elif tag == V + "textpath":
            yield Drawn(Sort.WORDS, child, child.get("string", ""))
        elif tag == MC + "AlternateContent":
            yield from _alternatives(child, words)
        else:
            yield from _inside(child, child.get("alt") or words)


def _alternatives(element: Element, words: str) -> Iterator[Drawn]:
    for choice in (chosen(element), fallback(element)):
        found = [] if choice is None else list(_inside(choice, words))
        if found:
            yield from found
            return


def _object(element: Element) -> Drawn:
    """An object of another program, with the name of the program and the description of its picture."""
    shape = next((each for each in element.iter(V + "shape") if each.get("alt")), None)
    inner = next(element.iter(*_OBJECTS), None)
    return Drawn(Sort.OBJECT, element if inner is None else inner, "" if shape is None else shape.get("alt", ""))


def _description(element: Element) -> str:
    """The alternative text of a drawing, or its title where it has none."""
    for properties in element.iter(*_PROPERTIES):
        words = as_seen(properties.get("descr") or properties.get("title") or "")
        if words.strip():
            return words.strip()
    return ""


def picture(reading: Reading, thing: Drawn) -> Diagram:
    """A picture, a chart or an object, of which only the description can be read; that it is there is a finding."""
    words = thing.words.strip()
    program = thing.element.get("ProgID") or thing.element.get(W + "name") or thing.element.get(W + "progId") or ""
    sort = thing.sort.value
    kind = Phrase(f"{sort.zh}（{program}）", f"{sort.en} ({program})") if program else sort
    told = Phrase(f"“{words[:60]}”", f" '{words[:60]}'") if words else Phrase("", "")
    reading.find(
        PICTURE_NOT_READ,
        Phrase(f"{kind.zh}{told.zh}中的文字无法读取", f"the text in {kind.en}{told.en} cannot be read"),
        Phrase("其中如有内容，请手工录入", "if it says anything, write it down by hand"),
    )
    return Diagram(DiagramKind.PICTURE, (words,) if words else (), (), reading.figure())


def diagram(reading: Reading, thing: Drawn) -> Diagram:
    """A SmartArt diagram with its boxes and lines; a picture where the part that says them is missing."""
    relation = reading.parts.relations(reading.source).get(thing.element.get(R + "dm", ""))
    root = None if relation is None or relation.is_external else reading.parts.root(relation.target)
    if root is None:
        return picture(reading, thing)
    boxes, lines = smart_art(root)
    return Diagram(DiagramKind.SMART_ART, boxes, lines, reading.figure())
