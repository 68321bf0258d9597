"""Reading one changed definition into an organization that is known, where nothing else can have changed by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from posdoc.load.convert import read_fields, require
from posdoc.load.inherit import apply_defaults, default_layers
from posdoc.load.reading import Reading
from posdoc.model import Organization, Position
from posdoc.source import read_file

_PLACING = ("code", "order", "reports_to", "based_on", "status")
"""Fields on which the place of a position among others depends, or what others take over from it."""


def reread(organization: Organization, root: Path, path: str) -> tuple[Organization, Position] | None:
    """The organization with the definition in ``path`` read anew, and that position.

    None where the whole workspace has to be read: the file is no position that is known, it has a fault of its own,
    others build upon it or it upon them, or its place among the others may be another.
    """
    known = next((position for position in organization.positions if position.path == path), None)
    if known is None or organization.duplicates or _is_inherited(organization, known):
        return None
    position = _read(organization, root, known)
    if position is None or any(getattr(position, name) != getattr(known, name) for name in _PLACING):
        return None
    positions = tuple(position if each is known else each for each in organization.positions)
    return replace(organization, positions=positions), position


def _is_inherited(organization: Organization, position: Position) -> bool:
    return position.based_on is not None or any(each.based_on == position.id for each in organization.positions)


def _read(organization: Organization, root: Path, known: Position) -> Position | None:
    """The position as its file now says; None where there is anything wrong with it."""
    node, findings = read_file(root, known.path)
    reading = Reading(organization.languages)
    own = read_fields(Position, node, reading, partial=True) if node is not None else None
    if node is None or own is None or findings or reading.findings:
        return None
    fields = apply_defaults(own, default_layers(known.unit, organization.units_by_id, organization.workspace))
    require(Position, fields.origins, node, reading)
    if reading.findings:
        return None
    return Position.build({**fields.values, "id": known.id, "unit": known.unit, "path": known.path}, fields.origins)
