"""A copy of a document for LibreOffice to set, without what makes it lose text.

LibreOffice 7.4 drops all rows of a table but its heads where the first row below them may not break, and fits on the
page by less than the line below it (half a point). Without that line the row is whole or moves on; the row after
it has a line above, so the table looks the same unless a page ends between the two. A cell of that row that goes on in
the rows below has the line of the last of them: its text stays in the row, and the rest of it begins a row later,
without a line between the two.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from posdoc.word.package import read_own_package, write_package
from posdoc.word.patch import W

DOCUMENT = "word/document.xml"
_BEFORE = tuple(f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge"))


def for_libreoffice(document: bytes) -> bytes:
    """The document as LibreOffice is to have it; for nothing but conversion."""
    parts = read_own_package(document)
    root = etree.fromstring(parts[DOCUMENT], etree.XMLParser(huge_tree=True))
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        first = next((row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None), None)
        if first is not None and first is not rows[-1]:
            _open_below(first, rows[rows.index(first) + 1])
    return write_package(
        {**parts, DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    )


def _open_below(row: Any, following: Any) -> None:
    """Take the line below a row away, and end the cells that go on in the one that follows."""
    below = _by_column(following)
    for column, cell in _by_column(row).items():
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None:
            merge.getparent().remove(merge)
            _begin_again(below.get(column))
        _without_line(cell, "bottom")


def _by_column(row: Any) -> dict[int, Any]:
    """The cells of a row, by the column of the grid in which each begins."""
    cells, column = {}, 0
    for cell in row.findall(f"{W}tc"):
        cells[column] = cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += int(span.get(f"{W}val")) if span is not None else 1
    return cells


def _begin_again(cell: Any) -> None:
    merge = cell.find(f"{W}tcPr/{W}vMerge") if cell is not None else None
    if merge is not None and merge.get(f"{W}val") != "restart":
        merge.set(f"{W}val", "restart")
        _without_line(cell, "top")


def _without_line(cell: Any, side: str) -> None:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    borders = properties.find(f"{W}tcBorders")
    if borders is None:
        borders = etree.Element(f"{W}tcBorders")
        place = sum(1 for child in properties if child.tag in _BEFORE)
        properties.insert(place, borders)
    for line in borders.findall(f"{W}{side}"):
        borders.remove(line)
    line = etree.Element(f"{W}{side}", {f"{W}val": "nil"})
    borders.insert(0, line) if side == "top" else borders.append(line)
