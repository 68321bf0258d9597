"""Drawings and pictures of the old document in the new one: their parts, and numbers that nothing else has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from posdoc.word.properties import TYPES, with_default
from posdoc.word.redline.sources import REFERENCE, Source, Target, parsed, relations_of, written

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_OWNERS, _REFERRING = ("docPr", "cNvPr"), ("stCxn", "endCxn")
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
          "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp", "tiff": "image/tiff"}  # fmt: skip


class Numbers:
    """The numbers of shapes in a document, of which no two may be alike."""

    def __init__(self, roots: Iterable[Any]) -> None:
        numbers = [node.get("id", "") for root in roots for node in _named(root, _OWNERS)]
        self._next = max((int(number) for number in numbers if number.isdigit()), default=0) + 1

    def renew(self, element: Any) -> None:
        """Give the shapes in an element new numbers; those that stood twice for one shape still do."""
        given: dict[str, str] = {}
        for node in _named(element, _OWNERS):
            identity = node.get("id", "")
            if identity not in given:
                given[identity], self._next = str(self._next), self._next + 1
            node.set("id", given[identity])
        for node in _named(element, _REFERRING):
            node.set("id", given.get(node.get("id", ""), node.get("id", "")))
        for node in element.iter(f"{_VML}shape", f"{_VML}rect", f"{_VML}group", f"{_VML}line"):
            if node.attrib.pop(f"{_OFFICE}spid", None) or "id" in node.attrib:
                node.set("id", f"Deleted{self._next}")
                self._next += 1


def _named(root: Any, names: tuple[str, ...]) -> list[Any]:
    return [node for node in root.iter(etree.Element) if etree.QName(node).localname in names]


class Media:
    """Brings the pictures that one old part shows into the package of the new one."""

    def __init__(self, old: Source, new: dict[str, bytes], name: str, numbers: Numbers) -> None:
        self._old = old
        self._new = new
        self._name = name
        self._numbers = numbers
        self._brought: dict[str, str] = {}

    def bring(self, run: Any) -> bool:
        """Make a copy of an old run refer to what the new package has; False where that cannot be."""
        used = [(node, name) for node in run.iter(etree.Element) for name in node.attrib if name.startswith(REFERENCE)]
        targets = [self._old.targets.get(node.get(name)) for node, name in used]
        if not all(target is not None and self._may_come(target) for target in targets):
            return False
        for (node, name), target in zip(used, targets, strict=True):
            if target is not None:
                node.set(name, self._relation(target))
        self._numbers.renew(run)
        return True

    def _may_come(self, target: Target) -> bool:
        """A picture may. A chart has parts of its own, and whatever runs is better left."""
        ending = target.name.rpartition(".")[2].lower()
        return target.kind == _IMAGE and (target.external or (target.name in self._old.parts and ending in _TYPES))

    def _relation(self, target: Target) -> str:
        if target.name not in self._brought:
            self._brought[target.name] = self._related(target, target.name if target.external else self._part(target))
        return self._brought[target.name]

    def _part(self, target: Target) -> str:
        """The name, from the folder of documents, of a part with the picture: one that has it already, or a copy."""
        data, ending = self._old.parts[target.name], target.name.rpartition(".")[2].lower()
        number = 1
        while self._new.get(name := f"word/media/deleted{number}.{ending}", data) != data:
            number += 1
        self._new[name] = data
        self._new[TYPES] = with_default(self._new[TYPES], ending, _TYPES[ending])
        return name.removeprefix("word/")

    def _related(self, target: Target, name: str) -> str:
        part = relations_of(self._name)
        root = parsed(self._new.get(part) or _EMPTY)
        known = {entry.get("Id") for entry in root}
        number = 1
        while (identity := f"rIdDeleted{number}") in known:
            number += 1
        mode = {"TargetMode": "External"} if target.external else {}
        etree.SubElement(root, _RELATIONSHIP, {"Id": identity, "Type": target.kind, "Target": name, **mode})
        self._new[part] = written(root)
        return identity


_EMPTY = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
