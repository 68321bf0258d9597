"""A long document in portions, each of which begins a page: for finding out on which pages its headings stand.

LibreOffice takes more than three times as long for a document of twice the length: for the handbook of 1,000 positions
ten times as long as for its portions. The pages of portions that begin at the top of one add up to those of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from posdoc.word.package import Packed, pack, read_own_package, write_package
from posdoc.word.patch import W
from posdoc.word.pictures import MEDIA
from posdoc.word.properties import DOCUMENT_RELATIONS, NAMESPACE

NEW_PAGES = 20
"""How many times a portion asks for a new page: more make LibreOffice slow, fewer make it read styles over and over."""
DOCUMENT, NUMBERING, SETTINGS = "word/document.xml", "word/numbering.xml", "word/settings.xml"
_BY_SIDE = (b"<w:evenAndOddHeaders", b"<w:mirrorMargins")
_LIST_USED = re.compile(rb'<w:numId w:val="([^"]*)"')
_LIST = re.compile(rb'<w:num [^>]*?w:numId="([^"]*)".*?</w:num>', re.DOTALL)
_PICTURE_USED = re.compile(rb' r:(?:embed|id|link|pict)="([^"]*)"')
_OPENS = {"begin": 1, "end": -1}


def in_portions(document: bytes, new_pages: int = NEW_PAGES) -> list[bytes]:
    """A document that posdoc has just made, in portions whose pages, one after the other, are those of the whole.

    It stays whole where it asks for few new pages, and where pages on the left differ from those on the right.
    """
    parts = read_own_package(document)
    body: Any = etree.fromstring(parts[DOCUMENT], etree.XMLParser(huge_tree=True)).find(f"{W}body")
    *content, last = body
    cuts = [] if _differ_by_side(parts, body) else _cuts(content)[new_pages - 1 :: new_pages]
    if not cuts or last.tag != f"{W}sectPr":
        return [document]
    package = _Package(parts)
    return [package.with_document(portion) for portion in _portions(body, content, last, cuts)]


def _differ_by_side(parts: Mapping[str, bytes], body: Any) -> bool:
    """Whether pages on the left are set in another way than those on the right, with which every portion begins."""
    kinds = {kind.get(f"{W}val") for kind in body.iter(f"{W}type")}
    return bool(kinds & {"oddPage", "evenPage"}) or any(mark in parts.get(SETTINGS, b"") for mark in _BY_SIDE)


def _cuts(content: Sequence[Any]) -> list[int]:
    """The places in the body where a new page begins that is one of the same section, outside of every field."""
    cuts, fields = [], 0
    for place, element in enumerate(content):
        begins = place and (_is_new_page(content[place - 1]) or _begins_page(element))
        if begins and not fields and not _ends_section(content[place - 1]):
            cuts.append(place)
        fields += sum(_OPENS.get(char.get(f"{W}fldCharType", ""), 0) for char in element.iter(f"{W}fldChar"))
    return cuts


def _begins_page(element: Any) -> bool:
    setting = element.find(f"{W}pPr/{W}pageBreakBefore") if element.tag == f"{W}p" else None
    return setting is not None and setting.get(f"{W}val", "1") not in ("0", "false", "off")


def _is_new_page(element: Any) -> bool:
    """Whether an element is a paragraph with a page break and nothing else."""
    if element.tag != f"{W}p":
        return False
    inside = [child for child in element if child.tag != f"{W}pPr"]
    shown = [child for run in inside for child in run if child.tag != f"{W}rPr"]
    return len(inside) == len(shown) == 1 and shown[0].tag == f"{W}br" and shown[0].get(f"{W}type") == "page"


def _ends_section(element: Any) -> bool:
    return element.find(f"{W}pPr/{W}sectPr") is not None


def _portions(body: Any, content: Sequence[Any], last: Any, cuts: Sequence[int]) -> Iterator[Any]:
    """The document with nothing but one portion in its body, on the pages of the section that it is in."""
    sections = [
        (place, element.find(f"{W}pPr/{W}sectPr")) for place, element in enumerate(content) if _ends_section(element)
    ]
    for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True):
        section = next((section for place, section in sections if place >= end), last)
        body[:] = [*content[start:end], deepcopy(section)]
        if start:
            first = next(body.iter(f"{W}sectPr"))
            first[:] = [setting for setting in first if setting.tag != f"{W}titlePg"]
        if end < len(content) and _is_new_page(content[end - 1]):
            paragraph = content[end - 1]
            paragraph[:] = paragraph.findall(f"{W}pPr")
        yield body.getparent()


class _Package:
    """What each portion has beside its text: lists and charts no more than it shows, and nothing for posdoc itself."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._relations = parts[DOCUMENT_RELATIONS]
        self._lists = parts.get(NUMBERING, b"")
        others = {name: data for name, data in parts.items() if name not in (DOCUMENT, DOCUMENT_RELATIONS, NUMBERING)}
        self._charts = {name: others.pop(name) for name in list(others) if name.startswith(f"word/{MEDIA}")}
        self._lists_used = set(_LIST_USED.findall(b"".join(others.values())))
        self._own = {f"../{name}" for name, data in others.items() if NAMESPACE.encode() in data}
        self._others = {name: pack(data) for name, data in others.items() if f"../{name}" not in self._own}

    def with_document(self, root: Any) -> bytes:
        """A Word file with this document in it."""
        document = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts: dict[str, bytes | Packed] = {**self._others, DOCUMENT: document}
        used = self._lists_used | set(_LIST_USED.findall(document))
        if self._lists:
            parts[NUMBERING] = _LIST.sub(lambda found: found[0] if found[1] in used else b"", self._lists)
        relations = etree.fromstring(self._relations)
        pictures = {identity.decode() for identity in _PICTURE_USED.findall(document)}
        for relation in list(relations):
            target = relation.get("Target", "")
            if target in self._own or (target.startswith(MEDIA) and relation.get("Id") not in pictures):
                relations.remove(relation)
            elif target.startswith(MEDIA):
                parts[f"word/{target}"] = self._charts[f"word/{target}"]
        parts[DOCUMENT_RELATIONS] = etree.tostring(relations)
        return write_package(parts)
