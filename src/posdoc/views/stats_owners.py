"""Work that nobody answers for: duties of vacant positions, functions of units without a head, steps without a role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from posdoc.model import Duty, Flow, Organization, Position, Ref, Text, Unit, UnitFunction, UnitKind

KINDS = ("duty", "function", "step")


class Unowned(NamedTuple):
    """A piece of work without an owner, where it is written, and why it has none."""

    kind: str
    """One of :data:`KINDS`."""
    unit: str
    position: str
    """The id of the position whose definition states it; empty where that of the unit does."""
    reason: str
    """``nobody_holds``, ``no_head``, ``nobody_heads`` or ``no_role``."""
    heading: Text | None
    """The area of a duty, the title of a function with a text, the title of a flow."""
    text: Text | None
    substitutes: tuple[str, ...] = ()
    """Who stands in for the position that nobody holds, by id; only those that somebody holds, or outside."""


def find_unowned(organization: Organization) -> Iterator[Unowned]:
    """All of it, in reading order: that of a unit itself before that of its positions."""
    for unit in organization.units:
        reason = _lack_of_head(organization, unit)
        if reason:
            for function in _lowest(unit.functions):
                heading, text = (function.title, function.text) if function.text else (None, function.title)
                yield Unowned("function", unit.id, "", reason, heading, text)
        yield from _steps(unit.flows, unit.id, "")
    for position in organization.positions:
        if position.is_current:
            if _nobody_holds(organization, position):
                substitutes = tuple(_substitutes(organization, position.substitute))
                yield from (_duty(duty, position, substitutes) for duty in position.duties)
            yield from _steps(position.flows, position.unit, position.id)


def _nobody_holds(organization: Organization, position: Position) -> bool:
    """Whether it is certain that nobody does: without a list of people nothing is."""
    return bool(organization.people) and not organization.filled(position)


def _duty(duty: Duty, position: Position, substitutes: tuple[str, ...]) -> Unowned:
    text = duty.text or next(iter(duty.tasks), None)
    heading, text = (duty.area, text) if text else (None, duty.area)
    return Unowned("duty", position.unit, position.id, "nobody_holds", heading, text, substitutes)


def _substitutes(organization: Organization, references: Iterable[Ref]) -> Iterator[str]:
    for reference in references:
        position = organization.by_id.get(reference)
        if reference in organization.outside_by_id or (position and not _nobody_holds(organization, position)):
            yield str(reference)


def _lack_of_head(organization: Organization, unit: Unit) -> str:
    """Why nobody answers for the functions of the unit; nothing where somebody does.

    A unit of one position needs no head: that position answers. A mere level has none, so whoever heads the unit
    above it does.
    """
    for above in organization.line_of(unit):
        if above.head in organization.outside_by_id:
            return ""
        head = organization.by_id.get(above.head or "") or _only_position(organization, above)
        if head is not None and head.is_current:
            return "nobody_heads" if _nobody_holds(organization, head) else ""
        if above.kind is not UnitKind.LEVEL:
            break
    return "no_head"


def _only_position(organization: Organization, unit: Unit) -> Position | None:
    current = [position for position in organization.positions_in.get(unit.id, ()) if position.is_current]
    return current[0] if len(current) == 1 else None


def _lowest(functions: Iterable[UnitFunction]) -> Iterator[UnitFunction]:
    """The functions that have none below them: what is to be done, without its headings."""
    for function in functions:
        if function.functions:
            yield from _lowest(function.functions)
        elif function.title or function.text:
            yield function


def _steps(flows: Iterable[Flow], unit: str, position: str) -> Iterator[Unowned]:
    """The steps that name no role where others of the flow name one; a flow without any role is its owner's."""
    for flow in flows:
        if any(step.role for step in flow.steps):
            for step in flow.steps:
                if not step.role:
                    yield Unowned("step", unit, position, "no_role", flow.title, step.text)
