"""Which part of the organization a chart shows, and under which box each of its positions then hangs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from posdoc.charts.colours import level_of
from posdoc.model import ChartOutput, Organization, Position, PositionStatus, Unit


@dataclass(frozen=True)
class Below:
    """What a box stands for beside itself: so many positions, with so many planned heads."""

    positions: int = 0
    heads: int = 0


@dataclass(frozen=True)
class Part:
    """The positions that are drawn, in reading order, and how they hang together.

    ``parents`` names for each of them the id of the nearest superior that is drawn, or of one outside the part.
    ``below`` says what is only counted, by the id of the position that stands for it. ``units`` are drawn as one box
    each, by the id of the unit; their parents stand under ``parents`` too. ``box_of`` gives the id of the position or
    unit in whose box another one is counted.
    """

    positions: tuple[Position, ...]
    parents: Mapping[str, str]
    below: Mapping[str, Below] = field(default_factory=dict)
    units: Mapping[str, Below] = field(default_factory=dict)
    box_of: Mapping[str, str] = field(default_factory=dict)


def part_of(organization: Organization, wish: ChartOutput) -> Part:
    """The part that the wish asks for: all that is not abolished where it asks for none."""
    selecting = _Selecting(organization, wish)
    selecting.choose()
    selecting.collapse()
    selecting.cut()
    return selecting.part()


def is_below(organization: Organization, unit: Unit | None, top: str) -> bool:
    """Whether a unit is ``top`` or lies in it."""
    return unit is not None and any(above.id == top for above in organization.line_of(unit))


def line_to_the_top(organization: Organization, position: Position) -> Iterator[str]:
    """The superiors of a position, nearest first, those outside the department as well; a cycle ends where it closes."""
    seen = {position.id}
    current = str(position.reports_to or "")
    while current and current not in seen:
        yield current
        seen.add(current)
        above = organization.by_id.get(current) or organization.outside_by_id.get(current)
        current = str(above.reports_to or "") if above is not None else ""


class _Selecting:
    """The state while positions are chosen, collapsed into others, and cut off below the last row."""

    def __init__(self, organization: Organization, wish: ChartOutput) -> None:
        self.organization = organization
        self.wish = wish
        self.there = {p.id: p for p in organization.positions if p.status is not PositionStatus.ABOLISHED}
        self.shown = dict(self.there)
        self.box_of: dict[str, str] = {}
        self.units: dict[str, list[Position]] = {}

    def choose(self) -> None:
        """Leave what lies in the unit, under the root, on the levels, and on the line of the focus."""
        wish = self.wish
        if wish.unit:
            self._keep(p.id for p in self.shown.values() if is_below(self.organization, self._unit(p), wish.unit))
        if wish.root:
            self._keep([str(wish.root), *self._all_below(str(wish.root))])
        if wish.levels:
            self._keep(p.id for p in self.shown.values() if level_of(self.organization, p) in wish.levels)
        if wish.focus and wish.focus in self.there:
            above = line_to_the_top(self.organization, self.there[wish.focus])
            self._keep([*above, str(wish.focus), *self._all_below(str(wish.focus))])

    def collapse(self) -> None:
        """Count what lies in a collapsed unit, or below a collapsed position, in its box; outer units come first."""
        wanted = [str(name) for name in self.wish.collapse]
        units = [self.organization.units_by_id[name] for name in wanted if name in self.organization.units_by_id]
        for unit in sorted(units, key=lambda unit: len(list(self.organization.line_of(unit)))):
            inside = [p for p in self.shown.values() if is_below(self.organization, self._unit(p), unit.id)]
            if inside:
                self.units[unit.id] = inside
                self._put_into(unit.id, [p.id for p in inside])
        for name in wanted:
            if name in self.shown:
                self._put_into(name, self._all_below(name))

    def cut(self) -> None:
        """Count what lies below the last row in the boxes of that row."""
        depth = self.wish.depth if self.wish.depth is not None or not self.wish.focus else 2
        if depth is None:
            return
        below: dict[str, list[str]] = {}
        for name, parent in self._parents().items():
            below.setdefault(parent if parent in self.shown or parent in self.units else "", []).append(name)
        row = [str(self.wish.focus)] if self.wish.focus else below.get("", [])
        for _ in range(depth - 1):
            row = [name for above in row for name in below.get(above, ())]
        for name in row:
            if name in self.shown:
                self._put_into(name, self._all_below(name))

    def part(self) -> Part:
        """What has come of it."""
        counted: dict[str, list[str]] = {}
        for name in self.box_of:
            counted.setdefault(self._box(name), []).append(name)
        return Part(
            tuple(self.shown.values()),
            self._parents(),
            {box: self._count(names) for box, names in counted.items() if box in self.shown},
            {unit: self._count(p.id for p in inside) for unit, inside in self.units.items()},
            {name: self._box(name) for name in self.box_of},
        )

    def _count(self, names: Iterable[str]) -> Below:
        counts = [self.there[name].headcount for name in names if name in self.there]
        return Below(len(counts), sum(count.low or 0 for count in counts if count is not None))

    def _keep(self, names: Iterable[str]) -> None:
        kept = set(names)
        self.shown = {name: position for name, position in self.shown.items() if name in kept}

    def _put_into(self, box: str, names: Iterable[str]) -> None:
        for name in names:
            if name != box and name in self.shown:
                del self.shown[name]
                self.box_of[name] = str(box)

    def _all_below(self, name: str) -> list[str]:
        """Everything below a position, at any depth; a cycle ends where it closes."""
        found: dict[str, None] = {}
        queue = [name]
        for above in queue:
            for report in self.organization.reports.get(above, ()):
                if report.id not in found and report.id != name:
                    found[report.id] = None
                    queue.append(report.id)
        return list(found)

    def _parents(self) -> dict[str, str]:
        parents = {name: self._drawn_above(position) for name, position in self.shown.items()}
        for unit, inside in self.units.items():
            tops = [self._drawn_above(p) for p in self._heads_first(unit, inside)]
            parents[unit] = next((top for top in tops if top and top != unit), "")
        if self.wish.root in parents:
            parents[str(self.wish.root)] = ""
        return parents

    def _heads_first(self, unit: str, inside: list[Position]) -> list[Position]:
        head = self.organization.units_by_id[unit].head
        return sorted(inside, key=lambda position: position.id != head)

    def _drawn_above(self, position: Position) -> str:
        """The nearest superior that has a box; else the one outside the department or, of a unit, outside it."""
        for above in line_to_the_top(self.organization, position):
            box = self._box(above)
            if box in self.shown or box in self.units or box in self.organization.outside_by_id:
                return box
            if self.wish.unit and above in self.there:
                return above
        return ""

    def _box(self, name: str) -> str:
        seen = set()
        while name in self.box_of and name not in seen:
            seen.add(name)
            name = self.box_of[name]
        return name

    def _unit(self, position: Position) -> Unit | None:
        return self.organization.units_by_id.get(position.unit)
