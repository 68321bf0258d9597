"""Excel files for tests, out of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

MAIN = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STRICT = (
    'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" '
    'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES_OF_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def workbook(
    *sheets: str,
    names: Sequence[str] = (),
    states: Mapping[int, str] | None = None,
    strings: str = "",
    styles: str = "",
    properties: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    namespace: str = MAIN,
) -> bytes:
    """A workbook with the XML of its sheets; ``parts`` are further ones by name, relationships among them."""
    types = _TYPES_OF_STRICT if namespace == STRICT else _TYPES
    listed, related, written = "", "", {}
    for number, sheet in enumerate(sheets, 1):
        name = names[number - 1] if names else f"Sheet{number}"
        state = (states or {}).get(number, "visible")
        listed += f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="s{number}"/>'
        related += relation(f"s{number}", "worksheet", f"worksheets/sheet{number}.xml", types)
        written[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {namespace}>{sheet}</worksheet>"
    for key, xml, part in (("t", strings, "sharedStrings"), ("f", styles, "styles")):
        if xml:
            related += relation(key, part, f"{part}.xml", types)
            written[f"xl/{part}.xml"] = xml
    written["xl/workbook.xml"] = f"<workbook {namespace}>{properties}<sheets>{listed}</sheets></workbook>"
    written["xl/_rels/workbook.xml.rels"] = relationships(related)
    written["_rels/.rels"] = relationships(relation("w", "officeDocument", "xl/workbook.xml", types))
    written["[Content_Types].xml"] = f'<Types xmlns="{_PACKAGE}content-types"/>'
    return zipped({**written, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def relation(key: str, kind: str, target: str, types: str = _TYPES, *, outside: bool = False) -> str:
    """One relationship of a part."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{key}" Type="{types}{kind}" Target="{target}"{mode}/>'


def relationships(inside: str) -> str:
    """The part that holds relationships."""
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inside}</Relationships>'


def data(*rows: str, before: str = "", after: str = "") -> str:
    """The cells of a sheet, with what stands before and after them."""
    return f"{before}<sheetData>{''.join(rows)}</sheetData>{after}"


def row(number: int, *cells: str, more: str = "") -> str:
    """A row; its number counts from 1."""
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def text(reference: str, content: str, style: int = 0) -> str:
    """A cell with a text of its own."""
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


def value(reference: str, written: str, kind: str = "n", style: int = 0, formula: str = "") -> str:
    """A cell with a value, and the formula that gave it."""
    inside = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{reference}" s="{style}" t="{kind}">{inside}<v>{written}</v></c>'
