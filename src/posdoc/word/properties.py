"""What a document says of itself beside its text: core properties and posdoc's own custom XML part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from posdoc.word.markup import escape as _escape
from posdoc.word.markup import quoteattr
from posdoc.word.package import Packed, pack
from posdoc.word.printed import Printed, lines_of_printed

NAMESPACE = "urn:posdoc:document:1"
PRINTED = "printed"
"""The element that holds what is printed under each mark."""
NOTHING_PRINTED: Printed = MappingProxyType({})
QUICK = 3
"""How hard the parts that differ from document to document are deflated: half the time of 6, a tenth larger."""
CORE = "docProps/core.xml"
DOCUMENT_RELATIONS, PACKAGE_RELATIONS, TYPES = "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM_ID = "{8A0F6F0E-5B0C-4B57-9E43-7C1E5D3A9B11}"
_CORE_KIND = f"{_RELATIONSHIPS}/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


@dataclass(frozen=True)
class Metadata:
    """What is known of a document. ``date`` is ``YYYY-MM-DD``; ``digest`` that of the definition it was made from."""

    identity: str
    title: str
    subject: str = ""
    company: str = ""
    keywords: str = ""
    version: str = ""
    status: str = ""
    language: str = ""
    form: str = ""
    digest: str = ""
    date: str = ""


class Properties:
    """The parts of a form in which its documents say of themselves what they are.

    A form may have been made from a finished document: posdoc's own part of it is replaced, not doubled.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        number = _item_number(parts)
        self._item = f"customXml/item{number}.xml"
        properties = f"customXml/itemProps{number}.xml"
        custom = f"{_OFFICE}/relationships/customXml"
        types = _typed(_typed(parts[TYPES], f"/{properties}", _ITEM_TYPE), f"/{CORE}", _CORE_TYPE)
        document = parts.get(DOCUMENT_RELATIONS, b"")
        self.fixed: Mapping[str, bytes] = {
            properties: _item_properties().encode(),
            f"customXml/_rels/item{number}.xml.rels": _item_relations(number).encode(),
            DOCUMENT_RELATIONS: related(document, custom, ("rIdPosdoc", f"../{self._item}")),
            PACKAGE_RELATIONS: related(parts.get(PACKAGE_RELATIONS, b""), _CORE_KIND, ("rIdPosdocCore", CORE)),
            TYPES: types,
        }
        """The same for every document of a form: relationships and content types."""

    def of(self, metadata: Metadata, printed: Printed = NOTHING_PRINTED) -> dict[str, bytes | Packed]:
        """The parts that hold ``metadata``, and the digests of what is ``printed`` in content controls."""
        return {CORE: _core(metadata).encode(), self._item: pack(_item(metadata, printed).encode(), QUICK)}


def _item_number(parts: Mapping[str, bytes]) -> int:
    """The number of posdoc's own custom part, else the first that is free."""
    number = 1
    while NAMESPACE.encode() not in parts.get(f"customXml/item{number}.xml", NAMESPACE.encode()):
        number += 1
    return number


def _parsed(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _written(root: etree._Element) -> bytes:
    return (_HEAD + etree.tostring(root, encoding="unicode")).encode()


def related(part: bytes, kind: str, *entries: tuple[str, str]) -> bytes:
    """A part of relationships with more of a kind: each an id and a target, unless there is one to the same target."""
    root = _parsed(part or f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    known = {entry.get("Target", "").lstrip("/") for entry in root}
    for identity, target in entries:
        if target not in known:
            attributes = {"Id": identity, "Type": kind, "Target": target}
            etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return _written(root)


def with_default(types: bytes, extension: str, content_type: str) -> bytes:
    """The content types with that of all parts whose names end so, unless they have it."""
    root = _parsed(types)
    if all(entry.get("Extension", "").lower() != extension for entry in root):
        root.insert(
            0, etree.Element(f"{{{_CONTENT_TYPES}}}Default", {"Extension": extension, "ContentType": content_type})
        )
    return _written(root)


def _typed(part: bytes, name: str, content_type: str) -> bytes:
    """The content types with that of one more part, unless it has one."""
    root = _parsed(part)
    if all(entry.get("PartName") != name for entry in root):
        attributes = {"PartName": name, "ContentType": content_type}
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", attributes)
    return _written(root)


def _core(metadata: Metadata) -> str:
    fields = [
        ("dc:identifier", metadata.identity),
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subject),
        ("dc:creator", metadata.company),
        ("cp:keywords", metadata.keywords),
        ("dc:language", metadata.language),
        ("cp:version", metadata.version),
        ("cp:contentStatus", metadata.status),
    ]
    inside = "".join(f"<{name}>{_escape(value)}</{name}>" for name, value in fields if value)
    for name in ("created", "modified"):
        if metadata.date:
            inside += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{metadata.date}T00:00:00Z</dcterms:{name}>'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inside}</cp:coreProperties>'
    )


def _item(metadata: Metadata, printed: Printed) -> str:
    attributes = "".join(
        f" {name}={quoteattr(value)}"
        for name, value in (
            ("id", metadata.identity),
            ("form", metadata.form),
            ("language", metadata.language),
            ("version", metadata.version),
            ("digest", metadata.digest),
        )
    )
    marks = f"<{PRINTED}>{lines_of_printed(printed)}</{PRINTED}>" if printed else ""
    return f'{_HEAD}<document xmlns="{NAMESPACE}"{attributes}>{marks}</document>'


def _item_properties() -> str:
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _item_relations(number: int) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps{number}.xml"/></Relationships>'
    )
