"""The org chart: every current position under its superior, in the frames of the units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from posdoc.charts._listed import listed_boxes
from posdoc.charts._titles import title_of
from posdoc.charts._unit_part import in_level_bands
from posdoc.charts.boxes import BoxMaker, grey_entry, legend, outside_box
from posdoc.charts.graph import Box, Graph, Group, LegendEntry, LegendStyle, Line, Link
from posdoc.charts.part import Part, is_below, part_of
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization, PositionStatus

WHOLE = ChartOutput(kind="org")


def draw(organization: Organization, words: Words, wish: ChartOutput = WHOLE) -> Graph:
    """The part of the department that the wish asks for, or the whole; with the superiors of the top positions."""
    return in_level_bands(_Drawing(organization, words, wish).graph(), organization, words)


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, organization: Organization, words: Words, wish: ChartOutput) -> None:
        self.organization = organization
        self.words = words
        self.wish = wish
        self.part: Part = part_of(organization, wish)
        self.maker = BoxMaker(organization, words, wish, self.part.positions)

    def graph(self) -> Graph:
        boxes = [*self._superiors(), *self._positions(), *self._units(), *self._listed()]
        links = self._links()
        drawn = {box.id for box in boxes}
        functional = dict.fromkeys(link.target for link in links if link.target not in drawn)
        boxes += [box for target in functional if (box := self._superior_box(target, "")) is not None]
        return Graph(
            title=self._title(),
            language=self.words.language,
            boxes=tuple(boxes),
            groups=groups_of(self.organization, self.words, (box.group for box in boxes)),
            links=tuple(links),
            legend=tuple(self._legend(boxes, links)),
            theme=self.wish.theme or "standard",
        )

    def _superiors(self) -> list[Box]:
        """The boxes above the part, grey; with a focus, its whole line to the top."""
        part, found = self.part, {}
        drawn = {p.id for p in part.positions} | part.units.keys()
        wanted = list(dict.fromkeys(parent for parent in part.parents.values() if parent and parent not in drawn))
        for superior in wanted:
            above = str(getattr(self.organization.outside_by_id.get(superior), "reports_to", "") or "")
            box = self._superior_box(superior, above if self.wish.focus else "")
            if box is not None:
                found[superior] = box
                if box.parent and box.parent not in drawn and box.parent not in wanted:
                    wanted.append(box.parent)
        return list(reversed(found.values())) if self.wish.focus else list(found.values())

    def _superior_box(self, superior: str, above: str) -> Box | None:
        outside = self.organization.outside_by_id.get(superior)
        if outside is not None:
            return outside_box(self.words, outside, parent=above or None)
        position = self.organization.by_id.get(superior)
        if position is None or position.status is PositionStatus.ABOLISHED:
            return None
        return Box(superior, (Line(self.words.text(position.title)),), style="outside")

    def _positions(self) -> list[Box]:
        """Assistants first, so that they stand nearest to their superior; else in reading order."""
        part = self.part
        return [
            self.maker.box(
                position,
                parent=part.parents[position.id] or None,
                group=position.unit or None,
                focus=position.id == self.wish.focus,
                below=part.below.get(position.id),
            )
            for position in sorted(part.positions, key=lambda position: not position.assistant)
        ]

    def _units(self) -> list[Box]:
        """Units that are drawn as one box, in the frame of the unit around them."""
        found = []
        for name, below in self.part.units.items():
            unit = self.organization.units_by_id[name]
            lines = (Line(self.words.text(unit.title), "title"), Line(self.maker.below(below), "muted"))
            home = unit.parent if unit.parent in self.organization.units_by_id else None
            found.append(Box(name, lines, parent=self.part.parents[name] or None, group=home, shape="rounded"))
        return found

    def _listed(self) -> list[Box]:
        """Posts that only a unit's list names: where the whole of the unit is drawn."""
        wish = self.wish
        if wish.root or wish.focus or wish.levels or wish.depth is not None:
            return []
        units = [
            unit
            for unit in self.organization.units
            if (not wish.unit or is_below(self.organization, unit, str(wish.unit)))
            and not any(is_below(self.organization, unit, top) for top in self.part.units)
        ]
        return list(listed_boxes(self.organization, self.words, units))

    def _links(self) -> list[Link]:
        """The dotted lines of the positions that are drawn, wherever they lead."""
        part = self.part
        drawn = {p.id for p in part.positions} | part.units.keys()
        there = {p.id for p in self.organization.positions if p.status is not PositionStatus.ABOLISHED}
        known = drawn | self.organization.outside_by_id.keys() | there
        found: dict[Link, None] = {}
        for position in part.positions:
            for superior in position.co_managed_by:
                target = part.box_of.get(superior, str(superior))
                if target in known and target != position.id:
                    found[Link(position.id, target, self.words.phrase("chart_co_managed"))] = None
            for line in position.dotted_to:
                target = part.box_of.get(str(line.position), str(line.position))
                if target in known and target != position.id:
                    found[Link(position.id, target, self.words.text(line.for_))] = None
        return list(found)

    def _title(self) -> str:
        if self.wish.focus:
            return self.words.phrase("focus_chart", title=self.words.name(str(self.wish.focus)))
        return title_of(self.organization, self.words, self.wish, self.words.phrase("org_chart"))

    def _legend(self, boxes: Sequence[Box], links: Sequence[Link]) -> Iterator[LegendEntry]:
        """What the colours and styles mean."""
        yield from self.maker.colouring.legend()
        used = {box.style for box in boxes}
        styles: tuple[LegendStyle, ...] = ("vacant", "planned")
        yield from legend(self.words, *(style for style in styles if style in used))
        if "outside" in used:
            yield grey_entry(self.organization, self.words, boxes)
        yield from legend(self.words, "dotted") if links else ()


def groups_of(organization: Organization, words: Words, homes: Iterable[str | None]) -> tuple[Group, ...]:
    """The frames of the units in which boxes stand, and of the units around them."""
    used: set[str] = set()
    for home in dict.fromkeys(homes):
        unit = organization.units_by_id.get(home or "")
        used.update(above.id for above in (organization.line_of(unit) if unit else ()))
    return tuple(
        Group(unit.id, words.text(unit.title), unit.parent or None) for unit in organization.units if unit.id in used
    )
