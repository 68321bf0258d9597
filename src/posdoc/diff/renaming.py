"""An organization in which ids are those of another: so that a name that changed is told once, and not by all who use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from posdoc.diff.changes import identity_of
from posdoc.model import Organization, PartialDate, Position, Record, Ref, Unit

R = TypeVar("R", bound=Record)


def renamed_references(old: Organization, new: Organization, renamed: Mapping[str, str]) -> Organization:
    """The old organization with references to renamed positions and units by their new ids; these keep their own.

    A field that is the same in the new organization stays as it is: it still uses the old id.
    """

    def all_of(before: Sequence[Record], after: Sequence[Record]) -> tuple[Any, ...]:
        by_id = {identity_of(one): one for one in after}
        return tuple(
            _with_new_ids(one, by_id.get(renamed.get(identity_of(one), identity_of(one))), renamed) for one in before
        )

    return replace(
        old,
        workspace=_with_new_ids(old.workspace, new.workspace, renamed),
        positions=all_of(old.positions, new.positions),
        units=all_of(old.units, new.units),
        people=all_of(old.people, new.people),
    )


def known_by_both_ids(old: Organization, renamed: Mapping[str, str]) -> Organization:
    """The old organization in which a renamed position or unit has its title under its new id, too: references to it have
    the one or the other.
    """

    def also(records: Sequence[Position | Unit]) -> tuple[Any, ...]:
        new = (type(one).build({**one.__dict__, "id": renamed[one.id]}) for one in records if one.id in renamed)
        return (*records, *new)

    return replace(old, positions=also(old.positions), units=also(old.units)) if renamed else old


def _with_new_ids(old: R, new: Record | None, renamed: Mapping[str, str]) -> R:
    same = {name for name, part in old.__dict__.items() if new is not None and new.__dict__.get(name) == part}
    made = {
        name: part if name in same or name in _KEPT else _renamed(part, renamed) for name, part in old.__dict__.items()
    }
    return type(old).build(made)


_KEPT = ("origins", "former_ids", "id", "unit", "parent", "path")


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(value, Ref):
        return Ref(renamed[value], value.origin) if value in renamed else value
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        found = tuple(_renamed(item, renamed) for item in value)
        return value if all(one is other for one, other in zip(found, value, strict=True)) else found
    if not isinstance(value, Record):
        return value
    made = {
        name: _renamed(part, renamed) for name, part in value.__dict__.items() if name not in ("origins", "former_ids")
    }
    if all(part is value.__dict__[name] for name, part in made.items()):
        return value
    return type(value).build({**value.__dict__, **made}, value.origins)
