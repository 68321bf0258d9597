"""What stands in the box of a position, whatever chart it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from posdoc.charts.colours import Colouring
from posdoc.charts.graph import Box, BoxStyle, LegendEntry, LegendStyle, Line
from posdoc.charts.part import Below
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    Organization,
    OutsidePosition,
    Person,
    Position,
    PositionStatus,
    Post,
)

MOST_NAMES, SOME_NAMES = 4, 2
USUAL = (BoxContent.TITLE, BoxContent.HEADCOUNT, BoxContent.VACANCY, BoxContent.INCUMBENTS)
"""What the boxes of an org chart show where the wish says nothing."""


class BoxMaker:
    """Makes the boxes of one chart: what the wish shows, in its order, in the colours that it asks for.

    ``usual`` is what the kind of chart shows where the wish says nothing.
    """

    def __init__(
        self,
        organization: Organization,
        words: Words,
        wish: ChartOutput,
        positions: Iterable[Position] = (),
        usual: tuple[BoxContent, ...] = USUAL,
    ) -> None:
        self.organization = organization
        self.words = words
        self.names = wish.names is not False
        self.show = wish.show or usual
        self.colouring = Colouring(organization, words, wish.colour_by, positions)
        others = [tag for tag in organization.languages if tag != words.language]
        self._second = Words(organization, others[0]) if others else None
        self._contents: dict[BoxContent, Callable[[Position], Line | None]] = {
            BoxContent.TITLE: lambda p: Line(words.text(p.title), "title"),
            BoxContent.SECOND_LANGUAGE: self._second_title,
            BoxContent.ID: lambda p: Line(p.id, "muted"),
            BoxContent.CODE: lambda p: Line(p.code or "", "muted"),
            BoxContent.GRADE: lambda p: Line(self._grade(p), "muted"),
            BoxContent.LEVEL: lambda p: Line(self._level(p), "muted"),
            BoxContent.UNIT: lambda p: Line(words.name(p.unit) if p.unit else "", "muted"),
            BoxContent.HEADCOUNT: self._headcount,
            BoxContent.VACANCY: self._vacancy,
            BoxContent.INCUMBENTS: self._incumbents,
            BoxContent.SPAN: self._span,
        }

    def box(
        self,
        position: Position,
        *,
        parent: str | None = None,
        group: str | None = None,
        focus: bool = False,
        below: Below | None = None,
    ) -> Box:
        """The box of a position, with what is only counted ``below`` it."""
        lines = [line for content in self.show if (line := self._contents[content](position)) and line.text]
        if below is not None and below.positions:
            lines.append(Line(self.below(below), "muted"))
        return Box(
            position.id,
            tuple(lines),
            style="focus" if focus else self._style(position),
            parent=parent,
            group=group,
            assistant=bool(position.assistant),
            tooltip=" ".join(part for part in (position.code, self.words.text(position.title)) if part),
            colour=self.colouring.of(position),
        )

    def below(self, below: Below) -> str:
        """So many positions, and so many people where it is known."""
        posts = self.words.counted("posts", below.positions)
        heads = self.words.counted("persons", below.heads) if below.heads else ""
        counts = self.words.phrase("posts_and_persons", posts=posts, persons=heads) if heads else posts
        return self.words.phrase("chart_below", counts=counts)

    def _style(self, position: Position) -> BoxStyle:
        if position.status is PositionStatus.PLANNED:
            return "planned"
        return "vacant" if self.organization.people and self.organization.vacancies(position) else "normal"

    def _second_title(self, position: Position) -> Line | None:
        title = self._second.text(position.title) if self._second else ""
        return Line(title, "subtitle") if title != self.words.text(position.title) else None

    def _grade(self, position: Position) -> str:
        title = self.organization.grade_title(self.organization.workspace.grades, str(position.grade or ""))
        return self.words.text(title)

    def _level(self, position: Position) -> str:
        title = self.organization.grade_title(self.organization.workspace.levels, str(position.level or ""))
        return self.words.text(title)

    def _headcount(self, position: Position) -> Line | None:
        planned = position.headcount
        if planned is None:
            return None
        vacant = self._vacant(position) if BoxContent.VACANCY in self.show else ""
        if planned.low is None or not self.organization.people or not position.is_current:
            return Line(self.words.headcount(planned), "subtitle")
        count = str(planned).replace("-", "–")
        filled = self.words.phrase("filled", filled=self.organization.filled(position), planned=count)
        return Line(f"{filled} · {vacant}" if vacant else filled, "subtitle")

    def _vacancy(self, position: Position) -> Line | None:
        """Vacancies on a line of their own where there is none that says the head count."""
        return None if BoxContent.HEADCOUNT in self.show else Line(self._vacant(position), "subtitle")

    def _vacant(self, position: Position) -> str:
        vacant = self.organization.vacancies(position) if self.organization.people else 0
        return self.words.phrase("vacancies", count=vacant) if vacant else ""

    def _incumbents(self, position: Position) -> Line | None:
        """The incumbents in a row; of many, the first few and how many there are besides."""
        holders = self.organization.incumbents.get(position.id, ())
        if not holders or not self.names:
            return None
        named = holders if len(holders) <= MOST_NAMES else holders[:SOME_NAMES]
        names = self.words.join(holder_name(self.words, person, post) for person, post in named)
        if len(named) < len(holders):
            names = self.words.phrase("and_others", names=names, count=len(holders))
        return Line(names, "detail")

    def _span(self, position: Position) -> Line | None:
        reports = [report for report in self.organization.direct_reports(position) if not report.assistant]
        if not reports:
            return None
        heads = sum((Decimal(r.headcount.low or 0) for r in reports if r.headcount), Decimal(0))
        posts = self.words.counted("posts", len(reports))
        persons = self.words.counted("persons", heads) if heads else ""
        counts = self.words.phrase("posts_and_persons", posts=posts, persons=persons) if persons else posts
        return Line(self.words.phrase("chart_span", counts=counts), "muted")


def outside_box(words: Words, outside: OutsidePosition, *, parent: str | None = None) -> Box:
    """A position outside the department."""
    lines = [Line(words.text(outside.title), "title")]
    if outside.department:
        lines.append(Line(words.text(outside.department), "muted"))
    return Box(str(outside.id), tuple(lines), style="outside", parent=parent)


def legend(words: Words, *styles: LegendStyle) -> tuple[LegendEntry, ...]:
    """The entries for the styles that a chart uses."""
    return tuple(LegendEntry(style, words.phrase(f"legend_{style}")) for style in styles)


def grey_entry(organization: Organization, words: Words, boxes: Iterable[Box]) -> LegendEntry:
    """What grey boxes mean: positions of other departments, or positions of this one, too, that lie outside the part."""
    elsewhere = any(box.style == "outside" and box.id in organization.by_id for box in boxes)
    return LegendEntry("outside", words.phrase("chart_legend_elsewhere" if elsewhere else "legend_outside"))


def holder_name(words: Words, person: Person, post: Post) -> str:
    """The name of somebody who holds a post, and whether as acting."""
    name = words.text(person.name)
    return words.bracketed(name, words.phrase("acting")) if post.acting else name
