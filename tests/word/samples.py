"""Small forms, made in the test that needs them: the least Word file with a body."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from posdoc.word import Form, Metadata
from posdoc.word.package import write_package

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f'xmlns:w="{NAMESPACE}"'
METADATA = Metadata(identity="p", title="T")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}"/>',
}
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*texts: str) -> str:
    """A paragraph with a run for each text."""
    return f"<w:p>{''.join(map(run, texts))}</w:p>"


def part(body: str) -> bytes:
    """The main part of a document."""
    return f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()


def package(body: str | bytes, more: Mapping[str, str] | None = None) -> bytes:
    """The Word file with this body, or with these bytes as its main part."""
    texts = {name: text.encode() for name, text in {**PARTS, **(more or {})}.items()}
    return write_package({**texts, "word/document.xml": part(body) if isinstance(body, str) else body})


def made_from(body: str, view: Mapping[str, Any], more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The parts of the document that a form with this body makes of a view."""
    return parts_of(Form(package(body, more), "small").render(view, METADATA))


def parts_of(document: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def body_of(body: str, **view: Any) -> str:
    """The inside of the body that a form with this body makes of a view."""
    main = made_from(body, view)["word/document.xml"]
    return main.partition("<w:body>")[2].rpartition("</w:body>")[0]


def text_of(body: str, **view: Any) -> str:
    """The text that stands in the document, a line for each paragraph."""
    root = etree.fromstring(part(body_of(body, **view)))
    return "\n".join(_line(node) for node in root.iter(f"{{{NAMESPACE}}}p"))


def _line(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{{{NAMESPACE}}}t"))
