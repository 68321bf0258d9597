"""Digests of what definitions say: whole, or only what documents of others show of them.

Equal digests mean equal values, down to the order of languages. Where a value was read from does not count.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from hashlib import blake2b
from typing import Any, TypeVar

from posdoc.model import Position, Record, Text, Unit, Workspace
from posdoc.model.walk import references

T = TypeVar("T")
_SIZE = 16
_ORIGINS = frozenset(("origin", "origins", "path"))
OWN = frozenset((
    "former_ids", "based_on", "direct_reports", "indirect_reports", "supervises", "relation_notes",
    "overview", "background", "purpose", "objectives", "duties", "authority", "contacts", "supervision_received",
    "peer_communication", "supervision_given", "qualifications", "training", "conditions", "tools", "records", "kpi_sets",
    "competences", "flows", "development", "compensation", "benefits", "application", "sections", "document",
))  # fmt: skip
"""What no document of another position shows. Any other field counts, so that a new one is safe from the first day."""
OWN_OF_UNIT = frozenset((
    "background", "value_proposition", "functions", "posts", "staffing_principles", "resources", "flows", "regulations",
    "sections", "glossary", "attachments", "notes", "document", "defaults",
))  # fmt: skip
"""What no document of a position shows of the units that it is in; their defaults have become its own values."""
NOT_PRINTED = frozenset(("outputs", "rules", "import_labels"))
"""Settings that no document shows: what is asked of a document is looked at by itself."""


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, told from those that are cut differently."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


def digest_of_value(value: Any, without: frozenset[str] = frozenset()) -> str:
    """A digest of any value of the model, without some of its fields."""
    plain = _plain_fields(value, without) if without else _plain(value)
    return digest(json.dumps(plain, ensure_ascii=False, check_circular=False, separators=(",", ":")))


def _plain(value: Any) -> Any:
    """A value as plain data. This is a hot path."""
    kind = type(value)
    if kind is str or value is None:
        return value
    if kind is Text:
        return [[*value.languages], [*value.languages.values()]]
    if kind is tuple or kind is list:
        return [_plain(item) for item in value]
    make = _MAKERS.get(kind)
    if make is None:
        make = _MAKERS[kind] = _maker(kind)
    return make(value)


_MAKERS: dict[type, Callable[[Any], Any]] = {}


def _maker(kind: type) -> Callable[[Any], Any]:
    """What makes plain data of the less common kinds."""
    if issubclass(kind, Enum):
        return lambda value: [str(value.value)]
    if issubclass(kind, str | bool | int):
        return lambda value: value
    if issubclass(kind, tuple):
        return lambda value: [_plain(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: [[_plain(key), _plain(item)] for key, item in value.items()]
    return _plain_fields if dataclasses.is_dataclass(kind) else lambda value: [str(value)]


def _plain_fields(value: Any, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The fields that hold something, by name."""
    names = _names_of(type(value))
    held = value.__dict__ if isinstance(value, Record) else {name: getattr(value, name) for name in names}
    return {
        name: _plain(part)
        for name in names
        if (part := held.get(name)) is not None and (part.__class__ is not tuple or part) and name not in without
    }


_NAMES: dict[type, tuple[str, ...]] = {}


def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a value that say something, in the order of declaration."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(each.name for each in dataclasses.fields(kind) if each.name not in _ORIGINS)
    return _NAMES[kind]


class Kept:
    """What is known of records, worked out once; the record is kept with it, so that no other can have its id."""

    def __init__(self) -> None:
        self._whole: dict[int, tuple[Record, str]] = {}
        self._card: dict[int, tuple[Record, str]] = {}
        self._references: dict[int, tuple[Record, tuple[str, ...]]] = {}

    def whole(self, record: Record) -> str:
        """A digest of all that it says."""
        return _kept(self._whole, record, digest_of_value)

    def card(self, record: Record) -> str:
        """A digest of what documents of others show of it."""
        return _kept(self._card, record, _digest_of_card)

    def references(self, record: Record) -> tuple[str, ...]:
        """Every id that it refers to, once, in the order of declaration."""
        return _kept(self._references, record, _references_of)

    def forget_all_but(self, records: Iterable[Record]) -> None:
        """Let go of what is no longer in use."""
        ids = {id(record) for record in records}
        for known in (self._whole, self._card, self._references):
            for gone in known.keys() - ids:
                del known[gone]


def _kept(known: dict[int, tuple[Record, T]], record: Record, make: Callable[[Any], T]) -> T:
    found = known.get(id(record))
    if found is None:
        found = known[id(record)] = record, make(record)
    return found[1]


def _references_of(record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(reference.target) for reference in references(record)))


def _digest_of_card(record: Record) -> str:
    without = {Position: OWN, Unit: OWN_OF_UNIT, Workspace: NOT_PRINTED}.get(type(record), frozenset())
    return digest_of_value(record, without)
