"""What lies in a unit and below it."""

from __future__ import annotations

from posdoc.model import Organization, Position, Unit


def units_within(organization: Organization, unit: Unit | None) -> tuple[Unit, ...]:
    """``unit`` and the units below it, in reading order; all where there is none."""
    if unit is None:
        return organization.units
    return tuple(one for one in organization.units if any(above.id == unit.id for above in organization.line_of(one)))


def positions_within(organization: Organization, unit: Unit | None) -> tuple[Position, ...]:
    """The positions of ``unit`` and of the units below it, in reading order; all where there is none."""
    if unit is None:
        return organization.positions
    homes = {one.id for one in units_within(organization, unit)}
    return tuple(position for position in organization.positions if position.unit in homes)
