"""What changed of a position only by what others say: those that it is based on, defaults, and shared indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from posdoc.diff.changes import Subject, SubjectKind
from posdoc.diff.plain import plain, stated
from posdoc.model import Kpi, Organization, Position, PositionDefaults
from posdoc.workspace_files import SETTINGS_FILE

Sides = tuple[Any, Any]
"""A value before and after."""


def handed_down(subjects: Sequence[Subject], old: Organization, new: Organization) -> Iterator[Subject]:
    """Positions with the changes that they have only because others do: the one they are based on, or the defaults of a
    unit or of the workspace, nearest first.
    """
    by_id = {subject.id: subject for subject in subjects if subject.old is not None and subject.new is not None}
    defaults = _changed_defaults(old, new)
    for subject in subjects:
        if not isinstance(subject.new, Position) or not subject.changes:
            yield subject
            continue
        above = by_id.get(str(subject.new.based_on or ""))
        sources = {above.id: {one.field.name: (one.before, one.after) for one in above.changes}} if above else {}
        sources |= {name: defaults[name] for name in _line(new, subject.new) if name in defaults}
        yield replace(subject, taken_over=_taken_over(subject, sources))


def _taken_over(subject: Subject, sources: Mapping[str, Mapping[str, Sides]]) -> dict[str, tuple[str, ...]]:
    """The names of the fields that changed as they did in a source, by the first source of each."""
    found: dict[str, list[str]] = {}
    for change in sorted(subject.changes, key=lambda one: one.field.name):
        sides, name = (change.before, change.after), change.field.name
        source = next((source for source, fields in sources.items() if fields.get(name) == sides), None)
        if source is not None:
            found.setdefault(source, []).append(name)
    return {source: tuple(names) for source, names in found.items()}


def _line(organization: Organization, position: Position) -> Iterator[str]:
    """The units that a position is in, nearest first, and the settings."""
    unit = organization.units_by_id.get(position.unit)
    yield from (above.id for above in organization.line_of(unit)) if unit is not None else ()
    yield SETTINGS_FILE


def _changed_defaults(old: Organization, new: Organization) -> dict[str, dict[str, Sides]]:
    """The defaults that differ, by the id of the unit that has them, or of the settings."""
    pairs = {unit.id: (old.units_by_id[unit.id].defaults if unit.id in old.units_by_id else None, unit.defaults)
             for unit in new.units}  # fmt: skip
    pairs[SETTINGS_FILE] = (old.workspace.defaults, new.workspace.defaults)
    found = {name: _other_fields(*defaults) for name, defaults in pairs.items()}
    return {name: fields for name, fields in found.items() if fields}


def _other_fields(old: PositionDefaults | None, new: PositionDefaults | None) -> dict[str, Sides]:
    before, after = ({info.name: value for info, value in stated(one)} if one else {} for one in (old, new))
    names = {**before, **after}
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


# --- shared indicators ------------------------------------------------------------------------------------------


def with_shared(
    subjects: Iterable[Subject], old: Organization, new: Organization, renamed: Mapping[str, str]
) -> Iterator[Subject]:
    """Positions with the shared indicators that they used and use and that say something else now, those among them
    that have not changed otherwise.
    """
    changed = {name for name in {**old.shared_kpis, **new.shared_kpis} if _says(old, name) != _says(new, name)}
    by_id = {subject.id: subject for subject in subjects}
    was = {name: former for former, name in renamed.items()}
    for position in new.positions if changed else ():
        before = old.by_id.get(was.get(position.id, position.id))
        if before is not None:
            shared = tuple(name for name in _used(position) if name in changed and name in _used(before))
            subject = by_id.get(position.id) or Subject(SubjectKind.POSITION, before, position)
            by_id |= {position.id: replace(subject, shared=shared)} if shared else {}
    order = {position.id: place for place, position in enumerate(new.positions)}
    yield from sorted(by_id.values(), key=lambda one: order.get(one.id, len(order)) if one.new else len(order))


def _says(organization: Organization, name: str) -> Any:
    kpi = organization.shared_kpis.get(name)
    return plain(kpi) if kpi is not None else None


def _used(position: Position) -> dict[str, None]:
    """The shared indicators that a position uses, in order."""
    return dict.fromkeys(name for sheet in position.kpi_sets for kpi in sheet.kpis for name in _uses(kpi))


def _uses(kpi: Kpi) -> Iterator[str]:
    if kpi.use:
        yield str(kpi.use)
    for part in kpi.parts:
        yield from _uses(part)
