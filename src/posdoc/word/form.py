"""A form: a Word file with tags, compiled once and rendered many times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Template, TemplateError, UndefinedError
from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.word.environment import TURNS, Drawing, DrawingInText, FormEnvironment, Turns, not_printable
from posdoc.word.grammar import refused
from posdoc.word.numbering import Lists, first_free_number, with_lists
from posdoc.word.package import read_package, write_package
from posdoc.word.patch import LISTS, template_source, with_calls
from posdoc.word.properties import DOCUMENT_RELATIONS, PACKAGE_RELATIONS, TYPES, Metadata, property_parts

__all__ = ["Form", "Metadata"]

NUMBERING = "word/numbering.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ADDED_TO = (TYPES, PACKAGE_RELATIONS, DOCUMENT_RELATIONS, NUMBERING)
MOST_CHARACTERS = 50_000_000
_EMPTY_CELL = re.compile(r"(<w:tc>|</w:tcPr>|<w:tcPr/>|</w:tbl>)</w:tc>")
"""A cell must end with a paragraph, even if every paragraph in it was conditional."""
_TAGGED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")


class Form:
    """A compiled form. ``name`` is the one that the user knows it by."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._parts = read_package(data, name)
        try:
            texts = {part: _text_of(self._parts[part]) for part in _ADDED_TO if part in self._parts}
            sources = {part: template_source(self._parts[part]) for part in self._parts if self._has_tags(part)}
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DefinitionError(
                Phrase(f"表单“{name}”已损坏", f"the form '{name}' is broken"),
                Phrase("在 Word 中打开后另存", "open it in Word and save it again"),
            ) from error
        self._numbering = texts.get(NUMBERING, "")
        self._first_list = first_free_number(self._numbering)
        environment = FormEnvironment()
        self._templates = {
            part: environment.compiled(source, with_calls(source), name) for part, source in sources.items()
        }

    def _has_tags(self, part: str) -> bool:
        return _TAGGED.fullmatch(part) is not None and b"{" in self._parts[part]

    def render(self, view: Mapping[str, Any], metadata: Metadata, drawings: Mapping[str, str] | None = None) -> bytes:
        """The document for ``view``. ``drawings`` are runs of OOXML by the name that the form prints them with."""
        lists = Lists(self._first_list)
        values = {**view, **{name: Drawing(run) for name, run in (drawings or {}).items()}}
        values |= {LISTS: lists, TURNS: Turns(self.name)}
        parts = dict(self._parts)
        for part, template in self._templates.items():
            parts[part] = self._rendered(template, values)
        if lists.made:
            parts[NUMBERING] = with_lists(self._numbering, lists).encode()
        parts.update(property_parts(metadata, parts))
        return write_package(parts)

    def _rendered(self, template: Template, values: Mapping[str, Any]) -> bytes:
        try:
            text = self._limited(template, values)
        except UndefinedError as error:
            raise DefinitionError(
                Phrase(
                    f"表单“{self.name}”用了不存在的字段“{error.message}”",
                    f"the form '{self.name}' uses a field that is not there: '{error.message}'",
                ),
                Phrase("检查标签中字段名的拼写", "check the spelling of the field in the tag"),
            ) from error
        except DrawingInText as error:
            raise refused(
                self.name,
                Phrase("图要写成 {{r 名称 }}，不能写成 {{ 名称 }}", "a chart is written {{r name }}, not {{ name }}"),
            ) from error
        except (TemplateError, TypeError, AttributeError) as error:
            raise not_printable(self.name) from error
        text = _EMPTY_CELL.sub(r"\1<w:p/></w:tc>", text)
        return (HEAD + text).encode("utf-8")

    def _limited(self, template: Template, values: Mapping[str, Any]) -> str:
        """What the template gives, while it is not more than a document can be."""
        pieces, length = [], 0
        for piece in template.generate(values):
            pieces.append(piece)
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise refused(self.name, Phrase("生成的内容过多", "it makes too much"))
        return "".join(pieces)


def _text_of(part: bytes) -> str:
    """A part that posdoc adds to as text, whatever its encoding."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return HEAD + etree.tostring(etree.fromstring(part, parser), encoding="unicode")
