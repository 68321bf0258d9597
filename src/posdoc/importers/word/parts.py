"""The parts of a Word file and how they refer to one another (OPC relationships)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from posdoc.importers.package import Package
from posdoc.importers.word.looks import without_looks, without_table_styles
from posdoc.importers.word.markup import RELATIONSHIP, Element, parsed


class Relation(NamedTuple):
    """What a part refers to: ``kind`` is the last word of the type, ``target`` a part's name or an outside address."""

    kind: str
    target: str
    is_external: bool


class Parts:
    """The parts of one file, parsed when they are asked for; ``name`` is the file's."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations: dict[str, dict[str, Relation]] = {}
        self.name = package.name

    def root(self, part: str) -> Element | None:
        """The root element of a part; None where there is no such part. Raises Refused where it is damaged."""
        data = self._package.part(part)
        return None if data is None else parsed(data, self.name, part)

    def text(self, part: str) -> Element | None:
        """The root element of a part that holds paragraphs, without what says only how they look."""
        data = self._package.part(part)
        return None if data is None else parsed(without_looks(data), self.name, part)

    def styles(self, part: str) -> Element | None:
        """The root element of the part with the styles, those of tables left out."""
        data = self._package.part(part)
        return None if data is None else parsed(without_table_styles(data), self.name, part)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the ids that stand in it; those of the file itself for the part ``""``."""
        if part not in self._relations:
            folder, stem = posixpath.split(part)
            root = self.root(posixpath.join(folder, "_rels", stem + ".rels"))
            self._relations[part] = {} if root is None else dict(_relations(root, folder))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part of this kind that ``part`` refers to."""
        targets = (rel.target for rel in self.relations(part).values() if rel.kind == kind and not rel.is_external)
        return next(targets, None)


def _relations(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root.iterchildren(RELATIONSHIP):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield element.get("Id", ""), Relation(kind, target, is_external)
