"""Reporting lines as rules look at them: on through positions outside the department, and where to point."""

from __future__ import annotations

from posdoc.diagnostics import Related, Span
from posdoc.model import Organization, OutsidePosition, Position, PositionStatus, ReportingLines, kept
from posdoc.phrases import Phrase


@kept
def whole_lines(organization: Organization) -> ReportingLines:
    """The solid lines of all positions that are not abolished, and of those outside the department."""
    superiors = {name: outside.reports_to for name, outside in organization.outside_by_id.items()}
    inside = {p.id: p.reports_to for p in organization.positions if p.status is not PositionStatus.ABOLISHED}
    return ReportingLines({**superiors, **inside})


def anyone(organization: Organization, name: str) -> Position | OutsidePosition | None:
    """The position called ``name``, in the department or outside it."""
    return organization.by_id.get(name) or organization.outside_by_id.get(name)


def is_abolished(organization: Organization, name: str) -> bool:
    """Whether ``name`` is a position of the department that is no more."""
    found = organization.by_id.get(name)
    return found is not None and found.status is PositionStatus.ABOLISHED


def is_own(position: Position, place: Span) -> bool:
    """Whether a place lies in the position's own file, and not in one that it takes over from."""
    return place.path == position.path


def nearest_place(position: Position, *places: Span) -> Span:
    """The first of ``places`` in the position's own file; the first of all where everything is taken over.

    What a position takes over whole is a finding of where it stands; what goes wrong only together with something
    of its own is a finding of that.
    """
    return next((place for place in places if is_own(position, place)), places[0])


def take_out(field: str, value: Span, place: Span) -> Phrase:
    """The way out for an item of a list that does not belong there, found at ``place``."""
    if place == value:
        return Phrase(f"从 {field} 中删去", f"take it out of {field}")
    return Phrase(f"在此岗位文件中另写 {field}", f"restate {field} in the file of this position")


def taken_over(value: Span, place: Span) -> tuple[Related, ...]:
    """The value itself, where the finding points at another place."""
    return () if place == value else (Related(value, Phrase("所沿用的内容在此", "it is taken over from here")),)


def superior_is_unclear(organization: Organization, position: Position) -> bool:
    """Whether its file or its superior could not be read, or the superior is nobody: the cause has been reported."""
    if position.reports_to is not None:
        return organization.superior(position) is None
    nothing_read = not any(position.origins)
    return nothing_read or position.states("reports_to")
