"""Two organizations as one: everything that is there, with everything that is gone in the place where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from posdoc.charts.graph import State
from posdoc.diff.changes import Difference
from posdoc.model import Organization, Position, PositionStatus, Record, Ref, Unit

R = TypeVar("R", bound=Record)
FACTS = ("headcount", "grade", "status")
"""The fields of a position that the boxes of an organization chart may state, beside its title."""


@dataclass(frozen=True)
class Union:
    """The union of both sides of a difference. Positions and units are found by their new ids, or by those they had.

    A position that a side calls abolished is not there on that side.
    """

    difference: Difference
    before: Mapping[str, Position]
    after: Mapping[str, Position]
    units_before: Mapping[str, Unit]
    units_after: Mapping[str, Unit]

    @classmethod
    def of(cls, difference: Difference) -> Union:
        """The union of what was compared."""
        old, new, renamed = difference.old, difference.new, difference.renamed
        return cls(
            difference,
            {renamed.get(position.id, position.id): position for position in _established(old)},
            {position.id: position for position in _established(new)},
            {renamed.get(unit.id, unit.id): unit for unit in old.units},
            {unit.id: unit for unit in new.units},
        )

    @cached_property
    def organization(self) -> Organization:
        """Everything as one organization, with the dotted lines of both sides; without people and other posts."""
        settings = self.difference.new.workspace
        outside = {str(one.id): one for one in self.difference.old.workspace.outside_positions}
        outside |= {str(one.id): one for one in settings.outside_positions}
        return replace(
            self.difference.new,
            workspace=_with(settings, outside_positions=tuple(outside.values())),
            positions=tuple(self._position(name) for name in _merged(list(self.before), list(self.after))),
            units=tuple(self._unit(name) for name in _merged(list(self.units_before), list(self.units_after))),
            people=(),
        )

    def state(self, name: str) -> State:
        """What became of a position."""
        before, after = self.before.get(name), self.after.get(name)
        if before is None or after is None:
            return "added" if before is None else "removed"
        if self.has_other_superior(name) or self.now(before.unit) != after.unit:
            return "moved"
        same = before.title == after.title and not list(self.facts(name))
        return "kept" if same else "changed"

    def facts(self, name: str) -> Iterator[str]:
        """The names of the fields, beside the title, that a position has other values of."""
        before, after = self.before[name], self.after[name]
        return (fact for fact in FACTS if value_of(before, fact) != value_of(after, fact))

    def unit_state(self, name: str) -> State:
        """What became of a unit."""
        before, after = self.units_before.get(name), self.units_after.get(name)
        if before is None or after is None:
            return "added" if before is None else "removed"
        if self.now(before.parent) != after.parent:
            return "moved"
        return "kept" if before.title == after.title else "changed"

    def now(self, name: str | None) -> str:
        """By which id something is known now that had an id on the old side."""
        return self.difference.renamed.get(str(name or ""), str(name or ""))

    def superior(self, name: str) -> str:
        """The superior of a position now, or of one that is gone the one that it had."""
        after = self.after.get(name)
        return self.now(after.reports_to) if after is not None else self.superior_before(name)

    def superior_before(self, name: str) -> str:
        """The superior that a position had, by its id now; empty where there was none."""
        before = self.before.get(name)
        return self.now(before.reports_to) if before is not None else ""

    def has_other_superior(self, name: str) -> bool:
        """Whether the superior of a position that is on both sides is another now."""
        return self.superior_before(name) != self.superior(name)

    @cached_property
    def dotted(self) -> Mapping[tuple[str, str], State]:
        """What became of the dotted lines, each by the position and its functional superior."""
        old = {(name, target) for name, position in self.before.items() for target in self._targets(position)}
        new = {(name, target) for name, position in self.after.items() for target in self._targets(position)}
        return {
            line: "kept" if line in old and line in new else "added" if line in new else "removed"
            for line in sorted(old | new)
        }

    def _targets(self, position: Position) -> list[str]:
        return [self.now(each) for each in (*position.co_managed_by, *(line.position for line in position.dotted_to))]

    def _position(self, name: str) -> Position:
        """A position as it is, or where it is gone as it was, with the dotted lines that it had as well."""
        before, after = self.before.get(name), self.after.get(name)
        position = after or before
        assert position is not None
        known = set(self._targets(after)) if after is not None else set()
        gone = [before] if before is not None else []
        dotted = [_with(line, position=Ref(self.now(line.position))) for each in gone for line in each.dotted_to]
        shared = [Ref(self.now(target)) for each in gone for target in each.co_managed_by]
        return _with(
            position,
            id=name,
            unit=position.unit if after is not None else self.now(position.unit),
            reports_to=Ref(self.superior(name)),
            dotted_to=(*(after.dotted_to if after else ()), *(line for line in dotted if line.position not in known)),
            co_managed_by=(*(after.co_managed_by if after else ()), *(each for each in shared if each not in known)),
        )

    def _unit(self, name: str) -> Unit:
        unit = self.units_after.get(name)
        if unit is not None:
            return _with(unit, posts=())
        gone = self.units_before[name]
        return _with(gone, id=name, parent=self.now(gone.parent), posts=())


def value_of(position: Position, fact: str) -> object:
    """A fact of a position; one whose status is not stated is in use."""
    value = getattr(position, fact)
    return PositionStatus.ACTIVE if fact == "status" and value is None else value


def _established(organization: Organization) -> Iterator[Position]:
    return (position for position in organization.positions if position.status is not PositionStatus.ABOLISHED)


def _with(record: R, **values: object) -> R:
    return type(record).build({**record.__dict__, **values}, record.origins)


def _merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new names in their order, and each old one that is gone behind the one that it came after."""
    there = set(new)
    following: dict[str, list[str]] = {}
    last = ""
    for name in old:
        if name in there:
            last = name
        else:
            following.setdefault(last, []).append(name)
    return [*following.get("", ()), *(each for name in new for each in (name, *following.get(name, ())))]
