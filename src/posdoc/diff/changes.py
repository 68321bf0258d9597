"""What differs between two organizations, as values: subjects, their fields, and the entries of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from posdoc.model import FieldInfo, Organization, Person, Position, Record, Unit

R = TypeVar("R", bound=Record)
INTERNAL = frozenset({"id", "former_ids", "order"})
"""The fields that only posdoc reads; that an id changed is told beside the title."""


class SubjectKind(Enum):
    """What a subject is; the values are the keys in the JSON form, in the order in which they are shown."""

    SETTINGS = "settings"
    UNIT = "units"
    POSITION = "positions"
    PERSON = "people"


@dataclass(frozen=True)
class Entry:
    """One entry of a list: its places before and after, None where it is not there. ``changes`` are within it."""

    old: int | None
    new: int | None
    before: Any
    after: Any
    changes: tuple[Change, ...] = ()
    is_moved: bool = False
    """Whether it passed others; not so where only those around it came or went, or where order says nothing."""

    @property
    def is_same(self) -> bool:
        """Whether it stayed as it was, where it was."""
        return self.old is not None and self.new is not None and not self.changes and not self.is_moved


@dataclass(frozen=True)
class Change:
    """One field with another value. ``before`` and ``after`` are None where it was not or is not stated.

    What two records differ in is in ``changes``; what two lists differ in is in ``entries``: those of the new list in
    order, then those that are gone. Of anything else the values say it all.
    """

    field: FieldInfo
    before: Any
    after: Any
    changes: tuple[Change, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Subject:
    """A position, a unit, a person, or the settings, as it was and as it is; None where it was not or is not there."""

    kind: SubjectKind
    old: Record | None
    new: Record | None
    changes: tuple[Change, ...] = ()
    taken_over: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which fields changed only because they are taken over: by the id of the position or unit that hands them down, or
    ``posdoc.yaml``.
    """
    shared: tuple[str, ...] = ()
    """The shared indicators that a position uses, by id, which say something else now."""
    key: str = ""
    """By what a person is known among others of the same name; empty for everything else."""
    units: tuple[str, str] = ("", "")
    """The unit that it was and is in, where that is another; one that only has another id now is the same."""

    @property
    def id(self) -> str:
        """Its id as it is, or as it was where it is gone; a person's number or name, nothing for the settings."""
        return self.key or identity_of(self.new if self.new is not None else self.old)

    @property
    def old_id(self) -> str:
        """The id that it had, where it has another now; else empty."""
        if self.old is None or self.new is None:
            return ""
        was = identity_of(self.old)
        return was if was != identity_of(self.new) else ""

    @property
    def printed_changes(self) -> tuple[Change, ...]:
        """The changes of what documents say."""
        return tuple(change for change in self.changes if change.field.name not in INTERNAL)

    @property
    def own_changes(self) -> tuple[Change, ...]:
        """The changes that are not taken over."""
        handed = {name for names in self.taken_over.values() for name in names}
        return tuple(change for change in self.changes if change.field.name not in handed)


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two organizations; subjects in reading order, those that are gone last."""

    old: Organization
    new: Organization
    subjects: tuple[Subject, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New ids of positions and units by their old ones."""

    def of(self, kind: SubjectKind) -> Iterator[Subject]:
        """The subjects of one kind."""
        return (subject for subject in self.subjects if subject.kind is kind)


def identity_of(record: Record | None) -> str:
    """By what a subject is known: its id, a person's number or name."""
    if isinstance(record, Position | Unit):
        return record.id
    if isinstance(record, Person):
        return record.number or (record.name.in_() if record.name else "")
    return ""


def keyed(records: Iterable[R]) -> dict[str, R]:
    """Subjects by what they are known by; the second person of one name and without a number is ``王芳 (2)``."""
    found: dict[str, R] = {}
    for record in records:
        name, number = identity_of(record), 1
        key = name
        while key in found:
            number += 1
            key = f"{name} ({number})"
        found[key] = record
    return found
