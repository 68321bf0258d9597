"""The documents of positions, units and regulations, and what is written in them about versions and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from posdoc.model import Document, DocumentStatus, Organization, PartialDate, Position, PositionStatus, Text, Unit


class Described(NamedTuple):
    """A document, and what it describes: the names of that, and the position where it is one."""

    document: Document
    names: tuple[Text, ...]
    position: Position | None = None


def documents(organization: Organization) -> Iterator[Described]:
    """Every document that is of use still: not withdrawn, and not that of an abolished position."""
    for described in _all_documents(organization):
        if described.document.status is not DocumentStatus.WITHDRAWN:
            yield described


def _all_documents(organization: Organization) -> Iterator[Described]:
    for unit in organization.units:
        yield from _of_unit(unit)
    for position in organization.positions:
        if position.document is not None and position.status is not PositionStatus.ABOLISHED:
            yield Described(position.document, _names(position), position)


def _of_unit(unit: Unit) -> Iterator[Described]:
    if unit.document is not None:
        yield Described(unit.document, _names(unit))
    for regulation in unit.regulations:
        if regulation.document is not None:
            yield Described(regulation.document, (regulation.title,) if regulation.title else ())


def _names(named: Position | Unit) -> tuple[Text, ...]:
    return (named.title, *named.aliases) if named.title else named.aliases


def is_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether ``first`` certainly lies before ``second``, as far as both are known: 2026-03 is not before 2026-03-01."""
    for one, other in zip(first, second, strict=True):
        if not one or not other or one != other:
            return 0 < one < other
    return False


_AROUND = re.compile(r"^(?:version|ver|v|第)\.?(?=[0-9a-z一二三])|(?:版|稿)$")
_ZEROS = re.compile(r"(?<=[0-9])(?:\.0)+$")


@lru_cache(maxsize=4096)
def same_version(version: str) -> str:
    """A version in one spelling, so that 1.0, V1.0, 1 and ``第1版`` are the same."""
    plain = "".join(normalize("NFKC", version).casefold().split())
    while (shorter := _AROUND.sub("", plain)) != plain:
        plain = shorter
    return _ZEROS.sub("", plain)
