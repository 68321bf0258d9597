"""What the colour of a box stands for: the unit, level, grade or job family of its position."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from posdoc.charts.graph import LegendEntry
from posdoc.locales.words import Words
from posdoc.model import ColourBy, Grade, Organization, Position, Unit


class Colouring:
    """Gives the positions of one chart their colours, in the order in which what they stand for is defined."""

    def __init__(
        self, organization: Organization, words: Words, by: ColourBy | None, positions: Iterable[Position]
    ) -> None:
        self.organization = organization
        self.words = words
        self.by = by or ColourBy.NOTHING
        values: dict[ColourBy, Callable[[Position], str]] = {
            ColourBy.UNIT: self._branch,
            ColourBy.LEVEL: lambda position: level_of(organization, position),
            ColourBy.GRADE: lambda position: str(position.grade or ""),
            ColourBy.FAMILY: lambda position: str(position.family or ""),
        }
        self._value = values.get(self.by, _nothing)
        used = {self._value(position) for position in positions}
        self._names = [name for name in dict.fromkeys([*self._defined(), *sorted(used)]) if name and name in used]
        self._numbers = {name: number for number, name in enumerate(self._names)}

    def of(self, position: Position) -> int | None:
        """The colour of a position; None where it has nothing of the kind."""
        return self._numbers.get(self._value(position))

    def legend(self) -> tuple[LegendEntry, ...]:
        """What each colour stands for."""
        return tuple(LegendEntry("colour", self._title(name), number) for number, name in enumerate(self._names))

    def _defined(self) -> list[str]:
        if self.by is ColourBy.UNIT:
            return [unit.id for unit in self.organization.units]
        return [str(entry.id) for entry in self._entries()]

    def _entries(self) -> tuple[Grade, ...]:
        settings = self.organization.workspace
        entries = {ColourBy.LEVEL: settings.levels, ColourBy.GRADE: settings.grades, ColourBy.FAMILY: settings.families}
        return entries.get(self.by, ())

    def _branch(self, position: Position) -> str:
        """The unit directly below the topmost one in which the position lies, or that one itself."""
        unit = self.organization.units_by_id.get(position.unit)
        line = [above.id for above in self.organization.line_of(unit)] if unit else []
        return line[-2] if len(line) > 1 else line[0] if line else ""

    def _title(self, name: str) -> str:
        title = self.organization.grade_title(self._entries(), name)
        return self.words.text(title) if title is not None else self.words.name(name)


def level_of(organization: Organization, position: Position) -> str:
    """The level of a position: its own, or that of the nearest unit that has one; empty where there is none."""
    if position.level:
        return str(position.level)
    unit: Unit | None = organization.units_by_id.get(position.unit)
    line = organization.line_of(unit) if unit else ()
    return next((str(above.level) for above in line if above.level), "")


def _nothing(_: Position) -> str:
    return ""
