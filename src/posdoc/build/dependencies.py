"""What of an organization each kind of document depends on, as one digest.

A document about a position shows its own definition whole, and of others only what stands on their *cards*: names,
reporting lines, head counts, grades. So a reworded duty concerns one position, a new title its neighbours as well.
Better too much than too little: what is not excluded in :mod:`posdoc.build.content` counts.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from posdoc.build.content import Kept, digest, digest_of_value
from posdoc.model import Organization, Position, Record, Unit

_LOOKED_AT_APART = frozenset(("workspace", "positions", "units", "people"))
_NOT_SHOWN = frozenset(("duplicates", "as_of", "reviews"))


class Dependencies:
    """Digests over one organization; those of single records come from ``kept``, which may know them already."""

    def __init__(self, organization: Organization, kept: Kept | None = None) -> None:
        self.organization = organization
        self.kept = kept or Kept()
        self._rows: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._below: dict[str, str] = {}

    @cached_property
    def settings(self) -> str:
        """The settings, without what is asked of each document."""
        return self.kept.card(self.organization.workspace)

    def of_position(self, position: Position) -> str:
        """What documents about a position depend on."""
        above = self.organization.superior(position)
        referring = self._referring.get(position.id, ())
        return digest(
            self.settings,
            self.kept.whole(position),
            *(self.kept.card(unit) for unit in self._units_above(position.unit)),
            self._holders(position),
            self._line(position.reports_to or "") if above else "",
            self._row(position.reports_to or ""),
            self._row(position.id),
            self._subtree(position.id),
            *(self._named(name) for name in self._referred(position)),
            *(self._named(name) for name in referring),
        )

    def of_unit(self, unit: Unit) -> str:
        """What documents about a unit depend on: the positions below it, whole, and the cards of all."""
        units = self.organization.units
        around = {one.id for one in units if any(above.id == unit.id for above in self.organization.line_of(one))}
        below = (position for position in self.organization.positions if position.unit in around)
        return digest(self.cards, unit.id, *(self.kept.whole(position) for position in below))

    @cached_property
    def cards(self) -> str:
        """The settings, the units and people, and the cards of all positions, in their order."""
        organization = self.organization
        return digest(
            self.settings,
            *(self.kept.whole(unit) for unit in organization.units),
            *(self.kept.whole(person) for person in organization.people),
            *(self.kept.card(position) for position in organization.positions),
            *self._further(),
        )

    @cached_property
    def everything(self) -> str:
        """What documents about the department depend on."""
        return digest(self.cards, *(self.kept.whole(position) for position in self.organization.positions))

    def _further(self) -> Iterator[str]:
        """Whatever else an organization holds."""
        for field in dataclasses.fields(self.organization):
            if field.name not in _LOOKED_AT_APART | _NOT_SHOWN:
                yield digest(field.name, digest_of_value(getattr(self.organization, field.name)))

    def _units_above(self, unit: str) -> Iterable[Unit]:
        found = self.organization.units_by_id.get(unit)
        return self.organization.line_of(found) if found is not None else ()

    def _holders(self, position: Position) -> str:
        """Who holds a position, and whether it is known of any."""
        holders = self.organization.incumbents.get(position.id, ())
        each = (part for person, post in holders for part in (self.kept.whole(person), self.kept.whole(post)))
        return digest(str(bool(self.organization.people)), *each)

    def _row(self, superior: str) -> str:
        """The cards of those who report to a superior, in their order."""
        if superior not in self._rows:
            reports = self.organization.reports.get(superior, ())
            self._rows[superior] = digest(*(self.kept.card(report) for report in reports))
        return self._rows[superior]

    def _line(self, reference: str) -> str:
        """What a reference names, and the line from there to the top."""
        line: list[str] = []
        while reference and reference not in self._lines and reference not in line:
            line.append(reference)
            found = self.organization.by_id.get(reference) or self.organization.outside_by_id.get(reference)
            reference = str((found.reports_to if found is not None else "") or "")
        for name in reversed(line):
            self._lines[name] = digest(self._named(name), self._lines.get(reference, reference))
            reference = name
        return self._lines.get(reference, "")

    def _subtree(self, top: str) -> str:
        """The cards of all below a position, at any depth and in the way they hang together; no line is too long."""
        waiting, opened = [top], set[str]()
        while waiting:
            name = waiting[-1]
            reports = self.organization.reports.get(name, ())
            missing = [r.id for r in reports if r.id not in self._below and r.id not in opened]
            if name not in opened and missing:
                opened.add(name)
                waiting += missing
                continue
            waiting.pop()
            parts = (part for r in reports for part in (self.kept.card(r), self._below.get(r.id, r.id)))
            self._below[name] = digest(*parts)
        return self._below[top]

    def _named(self, reference: str) -> str:
        """What documents show of whatever an id names; positions outside and parties stand in the settings."""
        organization = self.organization
        found: Record | None = organization.by_id.get(reference) or organization.units_by_id.get(reference)
        return self.kept.card(found) if found is not None else reference

    def _referred(self, position: Position) -> Iterator[str]:
        """The ids that a position refers to, also by the indicators that it shares with others."""
        yield from self.kept.references(position)
        for kpi_set in position.kpi_sets:
            for kpi in kpi_set.kpis:
                shared = self.organization.shared_kpis.get(str(kpi.use)) if kpi.use else None
                if shared is not None:
                    yield from self.kept.references(shared)

    @cached_property
    def _referring(self) -> Mapping[str, tuple[str, ...]]:
        """The positions that refer to each id."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for position in self.organization.positions:
            for target in self.kept.references(position):
                found[target][position.id] = None
        return {target: tuple(holders) for target, holders in found.items()}
