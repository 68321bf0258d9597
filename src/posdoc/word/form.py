"""A form: a Word file with tags, compiled once and rendered many times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from jinja2 import Template, TemplateError, UndefinedError
from lxml import etree

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.word.contents import MARKER, heading_levels, with_contents
from posdoc.word.environment import TURNS, DrawingInText, FormEnvironment, Turns, check_hint, not_printable
from posdoc.word.external import refuse_external, without_template
from posdoc.word.grammar import at, refused
from posdoc.word.insertion import DOCUMENT, NUMBERING, STYLES, TAG, with_insertion
from posdoc.word.kind import kind_of
from posdoc.word.numbering import Lists, first_free_number, with_lists
from posdoc.word.package import Packed, pack, read_package, write_package
from posdoc.word.patch import LISTS, MARK, numbered, template_source, with_calls
from posdoc.word.patch import TAG as TAGS
from posdoc.word.pictures import Pictures
from posdoc.word.printed import printed_texts
from posdoc.word.properties import (
    DOCUMENT_RELATIONS,
    NOTHING_PRINTED,
    PACKAGE_RELATIONS,
    QUICK,
    TYPES,
    Metadata,
    Properties,
)
from posdoc.word.sites import Sites

__all__ = ["Form", "Metadata"]

MARKER_TAG = "contents"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ADDED_TO = (TYPES, PACKAGE_RELATIONS, DOCUMENT_RELATIONS, NUMBERING)
MOST_CHARACTERS, MOST_FOR_POSITION = 50_000_000, 1_000_000
"""How much a form may make for one document, and how much more for each position that it describes."""
AT_ONCE = 256
"""How many pieces of it are taken before they are counted."""
_POSITION_FIELD = re.compile(r"\bposition\b(?:\s*\.\s*(\w+))?")
"""A use of ``position`` in a tag, and the field of it that is meant."""
_EMPTY_CELLS = tuple(f"{before}</w:tc>" for before in ("<w:tc>", "</w:tcPr>", "<w:tcPr/>", "</w:tbl>"))
"""How cells end without a paragraph, which they must have, even if every paragraph in it was conditional."""
TAGGED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")


class Form:
    """A compiled form. ``name`` is the one that the user knows it by, ``kind`` what it is about."""

    def __init__(self, data: bytes, name: str, inner: tuple[bytes, str] | None = None) -> None:
        """``inner`` is the form of the job descriptions in a handbook: its bytes and its name."""
        self.name = name
        parts = read_package(data, name)
        try:
            refuse_external(parts, name)
            parts = without_template(parts)
            sources = {part: template_source(parts[part]) for part in parts if _has_tags(part, parts[part])}
            originals, inserted = parts, b""
            if TAG in sources.get(DOCUMENT, ""):
                of_jobs = _inner_parts(inner, name)
                sources[DOCUMENT], parts = with_insertion(parts, of_jobs, sources[DOCUMENT])
                inserted = of_jobs[DOCUMENT]
            sources = {part: numbered(source) for part, source in sources.items()}
            texts = {part: _text_of(parts[part]) for part in _ADDED_TO if part in parts}
            self.kind = kind_of(parts)
            self._properties = Properties(parts)
            self._headings = heading_levels(parts[STYLES]) if MARKER_TAG in sources.get(DOCUMENT, "") else {}
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DefinitionError(
                Phrase(f"表单“{name}”已损坏", f"the form '{name}' is broken"),
                Phrase("在 Word 中打开后另存", "open it in Word and save it again"),
            ) from error
        self._numbering = texts.get(NUMBERING, "")
        self._first_list = first_free_number(self._numbering)
        self._source = "".join(sources.values())
        self._has_marks = f"|{MARK}" in sources.get(DOCUMENT, "")
        environment = FormEnvironment()
        self._sites = {part: Sites(source, part, originals[part], inserted) for part, source in sources.items()}
        self._templates = {
            part: environment.compiled(source, with_calls(source), name, self._sites[part].place)
            for part, source in sources.items()
        }
        fixed = {**parts, **self._properties.fixed}
        self._packed = {part: pack(fixed[part]) for part in fixed if part not in self._templates}

    def mentions(self, name: str) -> bool:
        """Whether a tag may print something of this name; one that is only alike counts as well."""
        return name in self._source

    @cached_property
    def position_fields(self) -> frozenset[str] | None:
        """The fields of a position that tags name, as ``position.title`` does; None where they may print any of them."""
        found = {field for tag in TAGS.findall(self._source) for field in _POSITION_FIELD.findall(tag)}
        return None if "" in found else frozenset(found)

    @property
    def has_contents(self) -> bool:
        """Whether it has a table of contents, which wants to know the pages."""
        return bool(self._headings)

    def render(
        self,
        view: Mapping[str, Any],
        metadata: Metadata,
        pictures: Pictures | None = None,
        pages: Sequence[tuple[str, int]] | None = None,
        positions: int = 0,
    ) -> bytes:
        """The document for ``view``, whose drawings are :class:`Drawing` values.

        ``pictures`` are those in it; ``pages`` the headings with their pages, for a table of contents; ``positions`` how
        many it describes beside one, each of which may make it longer.
        """
        lists = Lists(self._first_list)
        values = {**view, LISTS: lists, TURNS: Turns(self.name, positions)}
        most = MOST_CHARACTERS + positions * MOST_FOR_POSITION
        parts: dict[str, bytes | Packed] = dict(self._packed)
        printed = NOTHING_PRINTED
        for part, template in self._templates.items():
            text = self._rendered(template, values, self._sites[part], most)
            if part == DOCUMENT and MARKER in text:
                text = with_contents(text, self._headings, pages)
            if part == DOCUMENT and self._has_marks:
                printed = printed_texts(text)
            parts[part] = pack((HEAD + text).encode("utf-8"), QUICK)
        if lists.made:
            parts[NUMBERING] = pack(with_lists(self._numbering, lists).encode(), QUICK)
        parts.update(self._properties.of(metadata, printed))
        if pictures is not None:
            parts.update(pictures.parts(self._properties.fixed))
        return write_package(parts)

    def _rendered(self, template: Template, values: Mapping[str, Any], sites: Sites, most: int) -> str:
        try:
            text = self._limited(template, values, most)
        except UndefinedError as error:
            message = Phrase(
                f"表单“{self.name}”用了不存在的字段“{error.message}”",
                f"the form '{self.name}' uses a field that is not there: '{error.message}'",
            )
            hint = check_hint(self.name)
            raise DefinitionError(
                at(message, sites.place_of_error(error)),
                Phrase(
                    f"检查标签中字段名的拼写，或{hint.zh}", f"check the spelling of the field in the tag, or {hint.en}"
                ),
            ) from error
        except DrawingInText as error:
            why = Phrase("图要写成 {{r 名称 }}，不能写成 {{ 名称 }}", "a chart is written {{r name }}, not {{ name }}")
            raise refused(self.name, why, sites.place_of_error(error)) from error
        except (TemplateError, TypeError, AttributeError, KeyError) as error:
            raise not_printable(self.name, sites.place_of_error(error)) from error
        for end in _EMPTY_CELLS:
            text = text.replace(end, f"{end.removesuffix('</w:tc>')}<w:p/></w:tc>")
        return text

    def _limited(self, template: Template, values: Mapping[str, Any], most: int) -> str:
        """What the template gives, while it is not more than ``most`` characters."""
        pieces, length = [], 0
        made = template.generate(values)
        while some := list(islice(made, AT_ONCE)):
            pieces.append("".join(some))
            length += len(pieces[-1])
            if length > most:
                raise refused(self.name, Phrase("生成的内容过多", "it makes too much"))
        return "".join(pieces)


def inserts_jobs(data: bytes, name: str) -> bool:
    """Whether a form has a place for the job descriptions of all positions."""
    document = read_package(data, name)[DOCUMENT]
    return b"job_descriptions" in document and TAG in template_source(document)


def _inner_parts(inner: tuple[bytes, str] | None, name: str) -> dict[str, bytes]:
    if inner is None:
        raise DefinitionError(
            Phrase(
                f"表单“{name}”要写明岗位说明书所用的表单", f"the form '{name}' needs a form for its job descriptions"
            ),
            Phrase("在 posdoc.yaml 的 outputs 中写 job_form", "name it as job_form under outputs in posdoc.yaml"),
        )
    parts = read_package(*inner)
    refuse_external(parts, inner[1])
    return parts


def _has_tags(name: str, part: bytes) -> bool:
    return TAGGED.fullmatch(name) is not None and b"{" in part


def _text_of(part: bytes) -> str:
    """A part that posdoc adds to as text, whatever its encoding."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return HEAD + etree.tostring(etree.fromstring(part, parser), encoding="unicode")
