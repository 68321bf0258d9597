"""Rotations between positions, and whether they are moves between equals."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.model import Organization, Position, Ref
from posdoc.rules._careers import line_between, rise


def rotations(organization: Organization) -> Iterator[tuple[Position, Ref]]:
    """Every rotation of a position that exists to another that does, inside or outside the department."""
    for position in organization.positions:
        if position.rotates_to and position.is_current:
            for rotation in position.rotates_to:
                ref = rotation.position
                if ref is not None and _exists(organization, ref):
                    yield position, ref


def _exists(organization: Organization, name: str) -> bool:
    found = organization.by_id.get(name)
    return found.is_current if found is not None else name in organization.outside_by_id


def suits(organization: Organization, position: Position, target: str) -> bool:
    """Whether rotation to ``target`` is a move between equals, as far as lines and grades are known."""
    return line_between(organization, position.id, target) is None and not rise(organization, position.id, target)
