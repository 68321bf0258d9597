"""A form: a Word file with tags, compiled once and rendered many times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateError
from lxml import etree
from markupsafe import Markup

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.word.environment import FormEnvironment
from posdoc.word.numbering import Lists, first_free_number, with_lists
from posdoc.word.package import read_package, write_package
from posdoc.word.patch import list_calls, template_source
from posdoc.word.properties import Metadata, property_parts

__all__ = ["Form", "Metadata"]

NUMBERING = "word/numbering.xml"
_TAGGED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")


class Form:
    """A compiled form. ``name`` is the one that the user knows it by."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._parts = read_package(data, name)
        environment = FormEnvironment()
        self._templates = {
            part: self._compiled(environment, content)
            for part, content in self._parts.items()
            if _TAGGED.fullmatch(part) and b"{" in content
        }
        self._numbering = self._parts.get(NUMBERING, b"").decode("utf-8")
        self._first_list = first_free_number(self._numbering)

    def _compiled(self, environment: FormEnvironment, part: bytes) -> Any:
        try:
            source = template_source(part)
        except etree.XMLSyntaxError as error:
            raise DefinitionError(
                Phrase(f"表单“{self.name}”已损坏", f"the form '{self.name}' is broken: {error}"),
                Phrase("在 Word 中打开后另存", "open it in Word and save it again"),
            ) from error
        return environment.compiled(source, list_calls(source), self.name)

    def render(self, view: Mapping[str, Any], metadata: Metadata, drawings: Mapping[str, str] | None = None) -> bytes:
        """The document for ``view``. ``drawings`` are runs of OOXML by the name that the form prints them with."""
        lists = Lists(self._first_list)
        values = {**view, **{name: Markup(run) for name, run in (drawings or {}).items()}, "lists": lists}
        parts = dict(self._parts)
        for part, template in self._templates.items():
            parts[part] = self._rendered(template, values)
        if lists.made:
            parts[NUMBERING] = with_lists(self._numbering, lists).encode()
        parts.update(property_parts(metadata, parts))
        return write_package(parts)

    def _rendered(self, template: Any, values: Mapping[str, Any]) -> bytes:
        try:
            text: str = template.render(values)
        except TemplateError as error:
            raise DefinitionError(
                Phrase(
                    f"表单“{self.name}”用了不存在的字段：{error}",
                    f"the form '{self.name}' uses a field that is not there: {error}",
                ),
            ) from error
        # A cell must not be without a paragraph, even if every paragraph in it was conditional.
        text = text.replace("</w:tcPr></w:tc>", "</w:tcPr><w:p/></w:tc>")
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode("utf-8")
