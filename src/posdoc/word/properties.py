"""What a document says of itself beside its text: core properties and posdoc's own custom XML part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

NAMESPACE = "urn:posdoc:document:1"
ITEM = "customXml/item1.xml"
ITEM_PROPERTIES = "customXml/itemProps1.xml"
CORE = "docProps/core.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM_ID = "{8A0F6F0E-5B0C-4B57-9E43-7C1E5D3A9B11}"


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


def property_parts(metadata: Metadata, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that carry ``metadata``, with the relationships and content types that they need."""
    document_relations = parts["word/_rels/document.xml.rels"].decode()
    relation = (
        f'<Relationship Id="rIdPosdoc" Type="{_OFFICE}/relationships/customXml" Target="../{ITEM}"/></Relationships>'
    )
    types = parts["[Content_Types].xml"].decode()
    override = (
        f'<Override PartName="/{ITEM_PROPERTIES}" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'
    )
    return {
        CORE: _core(metadata).encode(),
        ITEM: _item(metadata).encode(),
        ITEM_PROPERTIES: _item_properties().encode(),
        "customXml/_rels/item1.xml.rels": _item_relations().encode(),
        "word/_rels/document.xml.rels": document_relations.replace("</Relationships>", relation).encode(),
        "[Content_Types].xml": types.replace("</Types>", override).encode(),
    }


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


def _item(metadata: Metadata) -> str:
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
    return f'{_HEAD}<document xmlns="{NAMESPACE}"{attributes}/>'


def _item_properties() -> str:
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _item_relations() -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
