"""How many heads a unit has, planned and filled: its own, and with the units below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from posdoc.charts._listed import is_described
from posdoc.model import HeadCount, Organization, Unit


class UnitHeads(NamedTuple):
    """Planned heads, at least ``low`` and at most ``high``; how many posts state no number; filled and vacant heads."""

    low: int = 0
    high: int = 0
    unknown: int = 0
    filled: int = 0
    vacant: int = 0

    def __add__(self, other: object) -> UnitHeads:
        assert isinstance(other, UnitHeads)
        return UnitHeads(*(a + b for a, b in zip(self, other, strict=True)))

    def planned(self) -> str:
        """The planned heads in figures: a number, a range, or a number that is not all; nothing where none is known."""
        if self.unknown or not self.high:
            return f"{self.low}+" if self.low else ""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def own_heads(organization: Organization) -> Mapping[str, UnitHeads]:
    """The heads of each unit without the units below it, by its id.

    Counted are current positions and the posts that only the unit's own list names. A unit that has neither counts as it
    says itself.
    """
    return {unit.id: _own(organization, unit) for unit in organization.units}


def all_heads(organization: Organization, own: Mapping[str, UnitHeads]) -> Mapping[str, UnitHeads]:
    """The heads of each unit and of all units below it, by its id."""
    found: dict[str, UnitHeads] = {}
    below = _below_first(organization.units)
    for unit in below:
        found[unit.id] = found.get(unit.id, UnitHeads()) + own[unit.id]
        if unit.parent:
            found[unit.parent] = found.get(unit.parent, UnitHeads()) + found[unit.id]
    return {unit.id: _stated(unit, found[unit.id]) for unit in organization.units}


def _own(organization: Organization, unit: Unit) -> UnitHeads:
    total = UnitHeads()
    for position in organization.positions_in.get(unit.id, ()):
        if position.is_current:
            filled, vacant = organization.filled(position), organization.vacancies(position)
            total += _planned(position.headcount)._replace(filled=filled, vacant=vacant)
    for post in unit.posts:
        if not is_described(organization, unit, post):
            total += _planned(post.headcount)
    return total


def _planned(count: HeadCount | None) -> UnitHeads:
    if count is None or count.low is None:
        return UnitHeads(unknown=1)
    return UnitHeads(count.low, count.low if count.high is None else count.high)


def _stated(unit: Unit, heads: UnitHeads) -> UnitHeads:
    """What the unit says itself, where nothing in it or below it is counted."""
    return _planned(unit.headcount) if heads == UnitHeads() and unit.headcount is not None else heads


def _below_first(units: Iterable[Unit]) -> list[Unit]:
    """Every unit after all units below it."""
    units = list(units)
    parents = {unit.id: unit.parent for unit in units}

    def depth(name: str) -> int:
        found = 0
        while name in parents:
            name, found = parents[name], found + 1
        return found

    return sorted(units, key=lambda unit: -depth(unit.id))
