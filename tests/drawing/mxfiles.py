"""draw.io's rules for its files, and what stands in one, with places on the page instead of in frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree

Element = ElementTree.Element
_STYLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(=[^;=<>\"]*)?")
_LINK = re.compile(r"data:page/id,(.+)")


class Cell(NamedTuple):
    """One cell with the object around it, if it has one."""

    id: str
    element: Element
    wrapper: Element | None

    @property
    def label(self) -> str:
        """The label: HTML."""
        return str((self.wrapper.get("label") if self.wrapper is not None else self.element.get("value")) or "")

    @property
    def parent(self) -> str:
        """The id of the cell around it."""
        return str(self.element.get("parent") or "")

    @property
    def style(self) -> dict[str, str]:
        """The style by its keys; a name of a style is a key without a value."""
        parts = (part.partition("=") for part in str(self.element.get("style") or "").split(";") if part)
        return {key: value for key, _, value in parts}


def diagrams(data: bytes) -> list[Element]:
    return ElementTree.fromstring(data).findall("diagram")


def cells(diagram: Element) -> dict[str, Cell]:
    """The cells of one page by their ids, in the order of the file."""
    found = {}
    for child in diagram.findall("mxGraphModel/root/*"):
        inner = child.find("mxCell")
        cell = Cell(str(child.get("id")), child if inner is None else inner, None if inner is None else child)
        found[cell.id] = cell
    return found


def broken_rules(data: bytes) -> list[str]:
    """Everything in a file that draw.io would not read, or not as it is meant."""
    root = ElementTree.fromstring(data)
    pages = [str(page.get("id")) for page in root.findall("diagram")]
    ids = [
        str(child.get("id")) for child in root.iter() if child.tag in ("mxCell", "UserObject") and "id" in child.attrib
    ]
    found = [] if root.tag == "mxfile" and pages else ["no mxfile with a diagram"]
    found += [f"two pages called {page}" for page in pages if pages.count(page) > 1]
    found += [f"two cells called {each}" for each in set(ids) - {"0", "1"} if ids.count(each) > 1]
    for page in root.findall("diagram"):
        found += [] if page.get("name") else ["a page without a name"]
        found += [] if page.find("mxGraphModel/root") is not None else ["a page that is empty or packed"]
        found += _faults_of_cells(page, set(pages))
    return found


def _faults_of_cells(page: Element, pages: set[str]) -> Iterator[str]:
    raw = page.findall("mxGraphModel/root/*")
    if [(each.tag, each.attrib) for each in raw[:2]] != [
        ("mxCell", {"id": "0"}),
        ("mxCell", {"id": "1", "parent": "0"}),
    ]:
        yield "the first cells are not the root and the layer"
    known = cells(page)
    seen: set[str] = {"0", "1"}
    for each in raw[2:]:
        cell = known.get(str(each.get("id")))
        if each.tag not in ("mxCell", "UserObject") or cell is None or cell.element.tag != "mxCell":
            yield f"a {each.tag} that is no cell"
            continue
        if cell.parent not in seen:
            yield f"{cell.id} comes before its parent {cell.parent}"
        seen.add(cell.id)
        yield from _faults_of_cell(cell, known, pages)


def _faults_of_cell(cell: Cell, known: dict[str, Cell], pages: set[str]) -> Iterator[str]:
    vertex, edge = cell.element.get("vertex") == "1", cell.element.get("edge") == "1"
    if vertex == edge:
        yield f"{cell.id} is not one of vertex and edge"
    if not all(_STYLE.fullmatch(part) for part in str(cell.element.get("style")).split(";")):
        yield f"{cell.id} has a style that falls apart"
    geometry = cell.element.find("mxGeometry")
    if geometry is None or geometry.get("as") != "geometry" or len(cell.element) != 1:
        yield f"{cell.id} has not one geometry"
        return
    if vertex and not all(re.fullmatch(r"-?[\d.]+", geometry.get(key) or "") for key in ("x", "y", "width", "height")):
        yield f"{cell.id} has no place or no size"
    if edge:
        yield from _faults_of_edge(cell, geometry, known)
    if cell.wrapper is not None:
        yield from _faults_of_object(cell, cell.wrapper, pages)


def _faults_of_edge(cell: Cell, geometry: Element, known: dict[str, Cell]) -> Iterator[str]:
    if geometry.get("relative") != "1":
        yield f"{cell.id} is an edge with a geometry that is not relative"
    loose = {point.get("as") for point in geometry.findall("mxPoint")} >= {"sourcePoint", "targetPoint"}
    for end in ("source", "target"):
        other = known.get(str(cell.element.get(end)))
        if not loose and (other is None or other.element.get("vertex") != "1"):
            yield f"{cell.id} has no {end}"
    for child in geometry:
        if child.tag == "Array" and (child.get("as") != "points" or any(each.tag != "mxPoint" for each in child)):
            yield f"{cell.id} has corners that are none"


def _faults_of_object(cell: Cell, wrapper: Element, pages: set[str]) -> Iterator[str]:
    if "id" in cell.element.attrib or "value" in cell.element.attrib or len(wrapper) != 1:
        yield f"{cell.id} says twice what it is"
    link = wrapper.get("link")
    if link is not None and (not (match := _LINK.fullmatch(link)) or match[1] not in pages):
        yield f"{cell.id} leads nowhere"


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.lines.append("")
        assert {name for name, _ in attrs} <= {"style"}

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data


def label_lines(label: str) -> list[str]:
    """The lines of a label, read as a browser reads HTML; there is no other markup in it than lines."""
    parser = _Lines()
    parser.feed(label)
    parser.close()
    assert parser.tags <= {"div"}
    return parser.lines


def place_of(cell: Cell, known: dict[str, Cell]) -> tuple[float, float]:
    """Where the top left corner of a cell lies on the page; of an edge, where its corners are counted from."""
    geometry = cell.element.find("mxGeometry")
    x, y = (0.0, 0.0) if geometry is None else (float(geometry.get("x") or 0), float(geometry.get("y") or 0))
    if cell.element.get("edge") == "1":
        x, y = 0.0, 0.0
    if cell.parent in ("", "0", "1"):
        return x, y
    left, top = place_of(known[cell.parent], known)
    return left + x, top + y


def size_of(cell: Cell) -> tuple[float, float]:
    geometry = cell.element.find("mxGeometry")
    assert geometry is not None
    return float(geometry.get("width") or 0), float(geometry.get("height") or 0)
