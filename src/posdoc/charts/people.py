"""The people: everybody under the person to whom their position reports, with the heads that nobody holds.

Nothing says to which of several holders of a post a report belongs. So a position below which others hang is one box,
with all of its holders; only where there is a single one do the reports hang below a person. Positions below which
nothing hangs have a box for each holder, up to :data:`MOST_BOXES` of them; beyond that their names stand below one another
in one box, as a row of thirty boxes that say the same would hide the lines of all others. Job sharers are one box,
for they fill one place. Dotted lines are drawn for positions that are one box: a line for each of eight engineers would
say no more than the org chart does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from posdoc.charts import org
from posdoc.charts._titles import title_of
from posdoc.charts.boxes import BoxMaker, holder_name
from posdoc.charts.details import SEPARATOR
from posdoc.charts.graph import Box, BoxStyle, Graph, Group, LegendEntry, Line, Link
from posdoc.locales.words import Words
from posdoc.model import BoxContent, ChartOutput, Organization, Person, Position, PositionStatus, Post, Text

NAMES = True
"""A chart of people cannot leave out their names."""
COUNTED = "boxes"
MOST_BOXES = 12
WHOLE = ChartOutput(kind="people")
USUAL = (BoxContent.INCUMBENTS, BoxContent.TITLE)
_OWN = (BoxContent.INCUMBENTS, BoxContent.ID, BoxContent.HEADCOUNT, BoxContent.VACANCY)
"""What is said of people, and so is not taken from the box of their position."""

Holder = tuple[Person, Post]


def draw(organization: Organization, words: Words, wish: ChartOutput = WHOLE) -> Graph:
    """The people in the part of the department that the wish asks for, as an org chart has their positions."""
    return _Drawing(organization, words, wish).graph()


class _Drawing:
    """One chart while it is put together: an org chart whose boxes of positions are replaced by those of their holders."""

    def __init__(self, organization: Organization, words: Words, wish: ChartOutput) -> None:
        self.organization = organization
        self.words = words
        self.wish = wish
        self.show = wish.show or USUAL
        self.names = wish.names is not False
        self.positions = org.draw(organization, words, replace(wish, show=(BoxContent.TITLE,)))
        about = tuple(content for content in self.show if content not in _OWN)
        self.maker = BoxMaker(organization, words, replace(wish, show=about or (BoxContent.TITLE,)), usual=about)
        self.about = bool(about)
        others = [tag for tag in organization.languages if tag != words.language]
        wanted = others and BoxContent.SECOND_LANGUAGE in self.show
        self.second = Words(organization, others[0]) if wanted else words
        self.superiors = {box.parent for box in self.positions.boxes}
        self.alone: set[str] = set()

    def graph(self) -> Graph:
        boxes = [box for drawn in self.positions.boxes for box in self._boxes(drawn)]
        ids = {box.id for box in boxes}
        links = tuple(link for link in self.positions.links if self._is_drawn(link, ids))
        ends = {end for link in links for end in (link.source, link.target)} | {box.parent for box in boxes}
        kept = tuple(box for box in boxes if box.style != "outside" or box.id in ends)
        title = title_of(self.organization, self.words, self.wish, self.words.phrase("chart_people"))
        return replace(
            self.positions,
            title=self.positions.title if self.wish.focus else title,
            boxes=kept,
            groups=self._groups(kept),
            links=links,
            legend=tuple(self._legend(kept, links)),
        )

    def _boxes(self, drawn: Box) -> Iterator[Box]:
        """The boxes that stand in place of one of the org chart; those of positions are made anew."""
        position = self.organization.by_id.get(drawn.id)
        if drawn.id.startswith("post:"):
            return
        if position is None:
            yield drawn
            return
        if drawn.style == "outside":
            yield self._above(position, drawn)
            return
        made = [replace(box, id=_name(drawn.id, place)) for place, box in enumerate(self._of_position(position, drawn))]
        if len(made) == 1:
            self.alone.add(drawn.id)
        yield from made

    def _above(self, position: Position, drawn: Box) -> Box:
        """The superior of the part that is drawn: who that is, in grey."""
        holders = self.organization.incumbents.get(position.id, ()) if self.names else ()
        names = [Line(holder_name(self.words, person, post), "title") for person, post in holders]
        titles = (line._replace(role="subtitle") for line in drawn.lines) if names else drawn.lines
        return replace(drawn, lines=(*names, *titles))

    def _of_position(self, position: Position, drawn: Box) -> Iterator[Box]:
        """The first box is the one below which others hang; what is only counted below it is said there."""
        below = drawn.lines[1:]
        holders = self.organization.incumbents.get(position.id, ())
        vacant = self.organization.vacancies(position)
        if position.status is PositionStatus.PLANNED and not holders:
            yield self._vacancy(position, drawn, below)
        elif drawn.id in self.superiors or below or len(holders) > MOST_BOXES:
            joint = self._joint(position, drawn, holders, below) if holders else self._vacancy(position, drawn, below)
            yield joint
        else:
            yield from (self._person(position, drawn, place) for place in _places(holders))
            if vacant:
                yield self._vacancy(position, drawn)

    def _person(self, position: Position, drawn: Box, place: Sequence[Holder]) -> Box:
        """One person, or those who share one place."""
        names = [line for person, post in place for line in self._named(person, post)] if self.names else []
        numbers = [person.number or "" for person, _ in place] if self.names and BoxContent.ID in self.show else []
        shared = [Line(self._shared(place), "muted")] if len(place) > 1 else []
        share = place[0][1].share if len(place) == 1 else None
        lines = [
            *names,
            *(Line(number, "muted") for number in numbers if number),
            *shared,
            *self._about(position, self.words.percent(share) if share else ""),
            *(Line(self._others(person, position), "muted") for person, _ in place if self.names),
        ]
        return self._box(drawn, lines, "normal", place)

    def _joint(self, position: Position, drawn: Box, holders: Sequence[Holder], below: Sequence[Line]) -> Box:
        """All holders of a position; what else a single one holds is said as in a box of one's own."""
        vacant = self.organization.vacancies(position)
        if len(_places(holders)) == 1 and not vacant:
            box = self._person(position, drawn, holders)
            return replace(box, lines=(*box.lines, *below))
        names = [Line(self._told(person, post, position), "title") for person, post in holders if self.names]
        if len(holders) > MOST_BOXES:
            names = [line._replace(role="detail") for line in names]
        missing = [Line(self.words.phrase("chart_vacancies", count=vacant), "subtitle")] if vacant else []
        lines = [*names, *missing, *self._about(position), *below]
        return self._box(drawn, lines, "vacant" if vacant else "normal", holders)

    def _vacancy(self, position: Position, drawn: Box, below: Sequence[Line] = ()) -> Box:
        """The heads that nobody holds; of a position that is only planned, all of them."""
        style: BoxStyle = "vacant"
        vacant = self.organization.vacancies(position)
        said = self.words.phrase("chart_vacancies", count=vacant) if vacant else ""
        if position.status is PositionStatus.PLANNED:
            style = "planned"
            count = self.words.headcount(position.headcount) if position.headcount else ""
            said = self.words.bracketed(self.words.option(PositionStatus.PLANNED), count)
        elif not vacant:
            style = "normal"
        first = [Line(said, "title")] if said else []
        return self._box(drawn, [*first, *self._about(position), *below], style, ())

    def _box(self, drawn: Box, lines: Iterable[Line], style: BoxStyle, holders: Sequence[Holder]) -> Box:
        keywords = (text for person, _ in holders for text in _keywords(person) if self.names)
        focus = drawn.style == "focus"
        return replace(
            drawn,
            lines=tuple(line for line in lines if line.text),
            style="focus" if focus else style,
            keywords=tuple(dict.fromkeys(keywords)),
        )

    def _about(self, position: Position, share: str = "") -> list[Line]:
        """What is said of the position below the name, the title smaller than the name."""
        if not self.about:
            return []
        found = []
        for line in self.maker.box(position).lines:
            is_title = line.role == "title"
            text = self.words.bracketed(line.text, share) if is_title else line.text
            found.append(Line(text, "subtitle" if is_title else line.role))
        return found

    def _named(self, person: Person, post: Post) -> Iterator[Line]:
        """The name of a holder, and below it the one in the second language where that is shown."""
        yield Line(holder_name(self.words, person, post), "title")
        name = self.second.text(person.name)
        if name != self.words.text(person.name):
            yield Line(name, "subtitle")

    def _told(self, person: Person, post: Post, position: Position) -> str:
        """The name with all that is to be said of one holder among several."""
        number = person.number or "" if BoxContent.ID in self.show else ""
        said = self.words.join((number, self._others(person, position)))
        return self.words.bracketed(holder_name(self.words, person, post), said)

    def _shared(self, place: Sequence[Holder]) -> str:
        shares = [self.words.percent(post.share) for _, post in place if post.share]
        return self.words.bracketed(self.words.phrase("chart_job_share"), " + ".join(shares))

    def _others(self, person: Person, position: Position) -> str:
        """The other posts that a person holds."""
        others = dict.fromkeys(str(post.position) for post in person.posts if post.position not in (None, position.id))
        return self.words.phrase("chart_also", posts=self.words.names(others)) if others else ""

    def _is_drawn(self, link: Link, ids: set[str]) -> bool:
        ends = (link.source, link.target)
        return all(end in ids and (end in self.alone or end not in self.organization.by_id) for end in ends)

    def _groups(self, boxes: Iterable[Box]) -> tuple[Group, ...]:
        if self.positions.arrangement != "tree":
            return self.positions.groups
        return org.groups_of(self.organization, self.words, (box.group for box in boxes))

    def _legend(self, boxes: Sequence[Box], links: Sequence[Link]) -> Iterator[LegendEntry]:
        """As the org chart has it, but for what is not drawn, and for what a dashed box means here."""
        used = {box.style for box in boxes} | ({"dotted"} if links else set())
        for entry in self.positions.legend:
            if entry.style == "colour" or (entry.style in used and entry.style != "vacant"):
                yield entry
        if "vacant" in used:
            yield LegendEntry("vacant", self.words.phrase("chart_legend_vacancy"))


def _name(position: str, place: int) -> str:
    """The id of a box: that of the position for its first one, as its reports name it."""
    return f"{position}{SEPARATOR}{place + 1}" if place else position


def _places(holders: Sequence[Holder]) -> list[list[Holder]]:
    """The holders of a position by the places that they fill: job sharers together until one is full."""
    found: list[list[Holder]] = []
    sharing: list[Holder] = []
    share = Decimal(0)
    for person, post in holders:
        if not post.job_share:
            found.append([(person, post)])
            continue
        if not sharing:
            found.append(sharing)
        sharing.append((person, post))
        share += post.share.low if post.share else Decimal(100)
        if share >= 100:
            sharing, share = [], Decimal(0)
    return found


def _keywords(person: Person) -> Iterator[str]:
    yield from (person.number,) if person.number else ()
    name: Text | None = person.name
    yield from name.languages.values() if name else ()
