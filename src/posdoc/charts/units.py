"""The units: who heads each and how many heads it has, in the bands of the levels of management where there are levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from posdoc.charts._titles import title_of
from posdoc.charts._unit_heads import UnitHeads, all_heads, own_heads
from posdoc.charts._unit_part import UnitPart, bands_of, head_of, unit_level, unit_part_of
from posdoc.charts.boxes import holder_name
from posdoc.charts.colours import Colouring
from posdoc.charts.graph import Box, Detail, Graph, LegendEntry, Line, Link
from posdoc.locales.words import Words
from posdoc.model import BoxContent, ChartOutput, Organization, Position, Text, Unit

USUAL = (BoxContent.TITLE, BoxContent.INCUMBENTS, BoxContent.HEADCOUNT, BoxContent.VACANCY)
"""What the boxes show where the wish says nothing; the incumbents are the head of the unit."""
COUNTED = "units"
WHOLE = ChartOutput(kind="units")


def draw(organization: Organization, words: Words, wish: ChartOutput = WHOLE) -> Graph:
    """The units that the wish asks for, each under the unit in which it lies."""
    return _Drawing(organization, words, wish).graph()


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, organization: Organization, words: Words, wish: ChartOutput) -> None:
        self.organization = organization
        self.words = words
        self.wish = wish
        self.part: UnitPart = unit_part_of(organization, wish)
        self.own = own_heads(organization)
        self.all = all_heads(organization, self.own)
        self.bands, self.band_of = bands_of(organization, words, self.part.units)
        self.stand_ins = {unit.id: self._stand_in(unit) for unit in self.part.units}
        self.colouring = Colouring(organization, words, wish.colour_by, self.stand_ins.values())
        self.maker = _LineMaker(organization, words, wish, self.all)
        self.box_of = {unit.id: unit.id for unit in self.part.units}
        for box, units in self.part.hidden.items():
            self.box_of |= dict.fromkeys((unit.id for unit in units), box)

    def graph(self) -> Graph:
        boxes = [self._box(unit) for unit in self.part.units]
        links, partners = self._co_located()
        return Graph(
            title=title_of(self.organization, self.words, self.wish, self.words.phrase("chart_units")),
            language=self.words.language,
            boxes=(*boxes, *partners),
            groups=self.bands,
            links=tuple(links),
            legend=(*self.colouring.legend(), *self._legend([*boxes, *partners], links)),
            arrangement="bands" if self.bands else "tree",
            theme=self.wish.theme or "standard",
        )

    def _stand_in(self, unit: Unit) -> Position:
        """A position that has the colours of the unit: its head, in the unit and on its level."""
        head = head_of(self.organization, unit) or Position()
        level = unit_level(self.organization, unit)
        return replace(head, unit=unit.id, level=level or None)  # type: ignore[arg-type]

    def _box(self, unit: Unit) -> Box:
        hidden = self.part.hidden.get(unit.id, ())
        lines = list(self.maker.lines(unit))
        if hidden:
            lines.append(Line(self.words.counted("chart_units_below", len(hidden)), "muted"))
        vacant = any(self.own[each.id].vacant for each in (unit, *hidden)) and self.maker.knows_people
        return Box(
            unit.id,
            tuple(lines),
            style="vacant" if vacant else "normal",
            parent=self.part.parents[unit.id] or None,
            group=self.band_of.get(unit.id),
            tooltip=" ".join(part for part in (unit.code, self.words.text(unit.title)) if part),
            colour=self.colouring.of(self.stand_ins[unit.id]),
            details=tuple(detail for detail in self._details(unit) if any(detail.values)),
            keywords=tuple(dict.fromkeys(self._keywords(unit))),
        )

    def _details(self, unit: Unit) -> Iterator[Detail]:
        words = self.words
        yield Detail(words.label(Unit, "code"), (unit.code or "",))
        yield Detail(words.label(Unit, "location"), (words.text(unit.location),))
        yield Detail(words.label(Unit, "value_proposition"), (words.text(unit.value_proposition),))
        functions = (words.text(function.title) or words.text(function.text) for function in unit.functions)
        yield Detail(words.label(Unit, "functions"), tuple(functions))

    def _keywords(self, unit: Unit) -> Iterator[str]:
        yield unit.id
        yield from (unit.code,) if unit.code else ()
        for text in (unit.title, *unit.aliases, self.organization.title_of(str(unit.head or ""))):
            yield from _languages(text)
        if self.wish.names is not False:
            for person, _ in self.organization.incumbents.get(str(unit.head or ""), ()):
                yield from _languages(person.name)

    def _co_located(self) -> tuple[list[Link], list[Box]]:
        """Dotted lines between units that share premises and staff, and boxes for those outside the department."""
        links: dict[frozenset[str], Link] = {}
        partners: dict[str, Box] = {}
        for unit in (each for each in self.organization.units if each.id in self.box_of):
            for reference in unit.co_located_with:
                source, target = self.box_of[unit.id], self.box_of.get(reference, "")
                if not target and reference in self.organization.parties_by_id:
                    target = f"party:{reference}"
                    title = Line(self.words.name(reference), "title")
                    partners.setdefault(target, Box(target, (title,), "outside", group=self.band_of.get(source)))
                if target and target != source:
                    links.setdefault(frozenset((source, target)), Link(source, target))
        return list(links.values()), list(partners.values())

    def _legend(self, boxes: list[Box], links: list[Link]) -> Iterator[LegendEntry]:
        styles = {box.style for box in boxes}
        if "vacant" in styles:
            yield LegendEntry("vacant", self.words.phrase("chart_legend_vacant_unit"))
        if "outside" in styles:
            yield LegendEntry("outside", self.words.phrase("chart_legend_outside_unit"))
        if links:
            yield LegendEntry("dotted", self.words.phrase("chart_legend_co_located"))


class _LineMaker:
    """Makes the lines in the boxes of units: what the wish shows, in its order."""

    def __init__(
        self, organization: Organization, words: Words, wish: ChartOutput, heads: Mapping[str, UnitHeads]
    ) -> None:
        self.organization = organization
        self.words = words
        self.heads = heads
        self.names = wish.names is not False
        self.show = wish.show or USUAL
        self.knows_people = bool(organization.people)
        others = [tag for tag in organization.languages if tag != words.language]
        self._second = Words(organization, others[0]) if others else None
        self._contents: dict[BoxContent, Callable[[Unit], Iterator[Line]]] = {
            BoxContent.TITLE: lambda unit: iter([Line(words.text(unit.title), "title")]),
            BoxContent.SECOND_LANGUAGE: self._second_title,
            BoxContent.ID: lambda unit: iter([Line(unit.id, "muted")]),
            BoxContent.CODE: lambda unit: iter([Line(unit.code or "", "muted")]),
            BoxContent.LEVEL: self._level,
            BoxContent.HEADCOUNT: self._headcount,
            BoxContent.VACANCY: self._vacancy,
            BoxContent.INCUMBENTS: self._head,
        }

    def lines(self, unit: Unit) -> Iterator[Line]:
        """The lines of one unit; what a unit does not have is left out."""
        for content in self.show:
            if content in self._contents:
                yield from (line for line in self._contents[content](unit) if line.text)

    def _second_title(self, unit: Unit) -> Iterator[Line]:
        title = self._second.text(unit.title) if self._second else ""
        if title != self.words.text(unit.title):
            yield Line(title, "subtitle")

    def _level(self, unit: Unit) -> Iterator[Line]:
        levels = self.organization.workspace.levels
        title = self.organization.grade_title(levels, unit_level(self.organization, unit))
        yield Line(self.words.text(title), "muted")

    def _head(self, unit: Unit) -> Iterator[Line]:
        """The head's position, and who holds it."""
        if not unit.head:
            return
        yield Line(self.words.name(str(unit.head)), "subtitle")
        holders = self.organization.incumbents.get(str(unit.head), ())
        position = head_of(self.organization, unit)
        if holders and self.names:
            yield Line(self.words.join(holder_name(self.words, person, post) for person, post in holders), "detail")
        elif not holders and position and self.knows_people and self.organization.vacancies(position):
            yield Line(self.words.phrase("chart_vacant"), "detail")

    def _headcount(self, unit: Unit) -> Iterator[Line]:
        heads = self.heads[unit.id]
        planned = heads.planned()
        if not planned:
            return
        if not self.knows_people:
            yield Line(self.words.phrase("people", count=planned), "subtitle")
            return
        filled = self.words.phrase("filled", filled=heads.filled, planned=planned)
        vacant = self._vacant(unit) if BoxContent.VACANCY in self.show else ""
        yield Line(f"{filled} · {vacant}" if vacant else filled, "subtitle")

    def _vacancy(self, unit: Unit) -> Iterator[Line]:
        """Vacancies on a line of their own where there is none that says the head count."""
        if BoxContent.HEADCOUNT not in self.show:
            yield Line(self._vacant(unit), "subtitle")

    def _vacant(self, unit: Unit) -> str:
        vacant = self.heads[unit.id].vacant if self.knows_people else 0
        return self.words.phrase("vacancies", count=vacant) if vacant else ""


def _languages(text: Text | None) -> Iterator[str]:
    yield from text.languages.values() if text else ()
