"""A copy of a document for LibreOffice to set, without what makes it lose text.

LibreOffice 7.4 drops all rows of a table but its heads where the first row below them may not break, and fits on the
page by less than the line below it (half a point). Without that line the row is whole or moves on; the row after
it has a line above, so the table looks the same unless a page ends between the two.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from posdoc.word.package import read_package, write_package
from posdoc.word.patch import W

DOCUMENT = "word/document.xml"
_BEFORE = tuple(f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge"))


def for_libreoffice(document: bytes) -> bytes:
    """The document as LibreOffice is to have it; for nothing but conversion."""
    parts = read_package(document, "document")
    root = etree.fromstring(parts[DOCUMENT])
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        first = next((row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None), None)
        if first is not None and first is not rows[-1]:
            for cell in first.findall(f"{W}tc"):
                _open_below(cell)
    return write_package(
        {**parts, DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    )


def _open_below(cell: Any) -> None:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    borders = properties.find(f"{W}tcBorders")
    if borders is None:
        borders = etree.Element(f"{W}tcBorders")
        place = sum(1 for child in properties if child.tag in _BEFORE)
        properties.insert(place, borders)
    for bottom in borders.findall(f"{W}bottom"):
        borders.remove(bottom)
    etree.SubElement(borders, f"{W}bottom", {f"{W}val": "nil"})
