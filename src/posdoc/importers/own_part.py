"""The part of a Word file in which posdoc says of a document what it is."""

from __future__ import annotations

import re

from posdoc.importers.package import Package
from posdoc.importers.word.markup import Element, parsed
from posdoc.patterns import pattern
from posdoc.word.properties import NAMESPACE

_ITEM = pattern(r"customxml/item\d+\.xml", re.IGNORECASE)


def own_part(package: Package) -> Element | None:
    """The root of posdoc's own part; None in a file that posdoc did not make. Raises Refused for a damaged part."""
    for part in package.names:
        data = package.part(part) if _ITEM.fullmatch(part) else None
        if data is not None and NAMESPACE.encode() in data:
            root = parsed(data, package.name, part)
            if root.tag == f"{{{NAMESPACE}}}document":
                return root
    return None
