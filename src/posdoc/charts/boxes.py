"""What stands in the box of a position, whatever chart it is in."""

from __future__ import annotations

from posdoc.charts.graph import Box, BoxStyle, LegendEntry, LegendStyle, Line
from posdoc.locales.words import Words
from posdoc.model import Organization, OutsidePosition, Person, Position, PositionStatus, Post

MOST_NAMES, SOME_NAMES = 4, 2


def position_box(
    organization: Organization,
    words: Words,
    position: Position,
    *,
    parent: str | None = None,
    group: str | None = None,
    focus: bool = False,
    names: bool = True,
) -> Box:
    """Title, head count filled and planned, and incumbents or vacancy."""
    style: BoxStyle = "normal"
    if position.status is PositionStatus.PLANNED:
        style = "planned"
    elif organization.people and organization.vacancies(position):
        style = "vacant"
    return Box(
        position.id,
        tuple(_lines(organization, words, position, names)),
        style="focus" if focus else style,
        parent=parent,
        group=group,
        assistant=bool(position.assistant),
        tooltip=" ".join(part for part in (position.code, words.text(position.title)) if part),
    )


def outside_box(words: Words, outside: OutsidePosition, *, parent: str | None = None) -> Box:
    """A position outside the department."""
    lines = [Line(words.text(outside.title), "title")]
    if outside.department:
        lines.append(Line(words.text(outside.department), "muted"))
    return Box(str(outside.id), tuple(lines), style="outside", parent=parent)


def legend(words: Words, *styles: LegendStyle) -> tuple[LegendEntry, ...]:
    """The entries for the styles that a chart uses."""
    return tuple(LegendEntry(style, words.phrase(f"legend_{style}")) for style in styles)


def _lines(organization: Organization, words: Words, position: Position, names: bool) -> list[Line]:
    lines = [Line(words.text(position.title), "title")]
    count = _count(organization, words, position)
    if count:
        lines.append(Line(count, "subtitle"))
    if names:
        lines += [Line(text, "detail") for text in _holders(organization, words, position)]
    return lines


def _count(organization: Organization, words: Words, position: Position) -> str:
    planned = position.headcount
    if planned is None:
        return ""
    if planned.low is None or not organization.people or not position.is_current:
        return words.headcount(planned)
    filled = words.phrase("filled", filled=organization.filled(position), planned=str(planned).replace("-", "–"))
    vacant = organization.vacancies(position)
    return f"{filled} · {words.phrase('vacancies', count=vacant)}" if vacant else filled


def _holders(organization: Organization, words: Words, position: Position) -> list[str]:
    """The incumbents in a row; of many, the first few and how many there are besides."""
    holders = organization.incumbents.get(position.id, ())
    if not holders:
        return []
    named = holders if len(holders) <= MOST_NAMES else holders[:SOME_NAMES]
    names = words.join(_holder(words, person, post) for person, post in named)
    if len(named) < len(holders):
        names = words.phrase("and_others", names=names, count=len(holders))
    return [names]


def _holder(words: Words, person: Person, post: Post) -> str:
    name = words.text(person.name)
    return words.bracketed(name, words.phrase("acting")) if post.acting else name
