"""Where positions are at home, and who leads there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from posdoc.model import Organization, Position
from posdoc.rules._lines import whole_lines


class Homes:
    """What rules ask about the units of positions; worked out once for each unit."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self.lines = whole_lines(organization)

    @cached_property
    def heads(self) -> Mapping[str, Position]:
        """The current head of each unit that lies in the unit itself."""
        found: dict[str, Position] = {}
        for unit in self.organization.units:
            head = self.organization.by_id.get(unit.head or "")
            if head is not None and head.is_current and head.unit == unit.id:
                found[unit.id] = head
        return found

    def passed_over(self, position: Position) -> Position | None:
        """The head of the position's unit where the solid line leads past it to somebody above; else None."""
        head = self.heads.get(position.unit)
        superior = position.reports_to
        if head is None or superior is None or head is position:
            return None
        superior_here = self.organization.by_id.get(superior)
        if superior_here is not None and superior_here.unit == position.unit:
            return None
        is_above_head = self.lines.is_above(superior, head.id) and not self.lines.is_above(position.id, head.id)
        return head if is_above_head else None
