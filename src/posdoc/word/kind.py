"""What a form is about: it says so itself, in custom properties that Word and LibreOffice keep when they save it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.word.package import read_package

PART = "docProps/custom.xml"
_SUBJECT, _KIND = "posdoc.subject", "posdoc.form"
SUBJECTS = ("position", "unit", "department", "changes")
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class Kind(NamedTuple):
    """``subject`` is what a document of the form is about; ``form`` the form of posdoc's that it came from."""

    subject: str = "position"
    form: str = ""


def kind_of(parts: Mapping[str, bytes]) -> Kind:
    """What the form says of itself; one that says nothing is about a position."""
    if PART not in parts:
        return Kind()
    root = etree.fromstring(parts[PART], etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    said = {entry.get("name", ""): str(etree.tostring(entry, method="text", encoding="unicode")) for entry in root}
    subject = said.get(_SUBJECT, "")
    return Kind(subject if subject in SUBJECTS else "position", said.get(_KIND, ""))


def kind_part(kind: Kind) -> str:
    """The custom properties that say ``kind``."""
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(((_SUBJECT, kind.subject), (_KIND, kind.form)), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}">{entries}</Properties>'
    )


def subject_of_form(data: bytes, name: str) -> str:
    """What a form is about. Raises DefinitionError where it cannot be read."""
    try:
        return kind_of(read_package(data, name)).subject
    except etree.XMLSyntaxError as error:
        raise DefinitionError(Phrase(f"表单“{name}”已损坏", f"the form '{name}' is broken")) from error
