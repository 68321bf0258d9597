"""The parts of a package that an old and a new document are read from, and what they refer to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from copy import deepcopy
from posixpath import dirname, join, normpath, split
from typing import Any, NamedTuple

from lxml import etree

REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NUMBERED = ("docPr", "cNvPr", "stCxn", "endCxn")
"""Elements of a drawing whose ``id`` says nothing of how it looks, nor does the name of the first two."""


def parsed(part: bytes) -> Any:
    """The root of a part that is XML."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def written(root: Any) -> bytes:
    """A part with this root."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def relations_of(name: str) -> str:
    """The name of the part that holds the relationships of a part."""
    folder, base = split(name)
    return f"{folder}/_rels/{base}.rels"


class Target(NamedTuple):
    """What a relationship leads to: a part by its full name, or an address outside the package."""

    kind: str
    name: str
    external: bool


class Source:
    """One part of a document with all that it refers to."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self.parts = parts
        self.name = name
        relations = parts.get(relations_of(name))
        entries = parsed(relations) if relations else ()
        self.targets = {entry.get("Id", ""): self._target(entry) for entry in entries}

    def _target(self, entry: Any) -> Target:
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        if not external:
            target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(self.name), target))
        return Target(entry.get("Type", ""), target, external)

    def key(self, element: Any) -> str:
        """The same for two objects that look the same: numbers and names inside a drawing do not count."""
        copy = deepcopy(element)
        copy.tail = None
        for node in copy.iter(etree.Element):
            self._plain(node)
        return hashlib.sha256(etree.tostring(copy, method="c14n", exclusive=True)).hexdigest()[:16]

    def _plain(self, node: Any) -> None:
        for name in list(node.attrib):
            if name.startswith(REFERENCE):
                node.set(name, self._content(node.get(name)))
            elif name.startswith(_WORD_2010):
                del node.attrib[name]
        if etree.QName(node).localname in _NUMBERED:
            for name in ("id", "name"):
                node.attrib.pop(name, None)

    def _content(self, identity: str) -> str:
        target = self.targets.get(identity)
        if target is None or target.external:
            return target.name if target else ""
        return hashlib.sha256(self.parts.get(target.name, b"")).hexdigest()[:16]
