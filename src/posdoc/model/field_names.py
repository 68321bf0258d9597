"""The names under which a section of a document may ask for the fields of a position."""

from __future__ import annotations

from functools import cache
from typing import get_args

from posdoc.model.document import Document
from posdoc.model.position import Position
from posdoc.model.record import Option, Record, fields_of, types_of
from posdoc.model.relations import Authority, Contact
from posdoc.model.requirements import Qualification, Training, WorkConditions

UNIT = "unit"
"""The unit of a position, which is no field of it but the folder that it lies in."""
INCUMBENTS, SINCE = "incumbents", "since"
"""Who holds the position and since when, from ``people.yaml``; printed only where they are asked for."""
PARTS: dict[str, type[Record]] = {"training": Training, "conditions": WorkConditions, "document": Document}
"""Fields that are records: each of their own fields can be asked for, as ``conditions.hours``."""
KINDS: dict[str, tuple[type[Record], str]] = {
    "authority": (Authority, "kind"),
    "contacts": (Contact, "scope"),
    "qualifications": (Qualification, "item"),
}
"""Lists whose entries are of a kind: those of one kind can be asked for, as ``contacts.internal``."""


@cache
def position_field_names() -> frozenset[str]:
    """Every name that ``fields`` of a section may use."""
    names = {UNIT, INCUMBENTS, SINCE} | {info.name for info in fields_of(Position) if info.printed}
    for name, cls in PARTS.items():
        names |= {f"{name}.{info.name}" for info in fields_of(cls) if info.printed}
    for name, (cls, attribute) in KINDS.items():
        names |= {f"{name}.{choice.value}" for choice in kind_of(cls, attribute)}
    return frozenset(names)


def kind_of(cls: type[Record], attribute: str) -> type[Option]:
    """The choice that a field declared as ``Choice | None`` holds."""
    parts: list[type] = [part for part in get_args(types_of(cls)[attribute]) if part is not type(None)]
    assert issubclass(parts[0], Option)
    return parts[0]
