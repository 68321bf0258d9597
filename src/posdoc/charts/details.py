"""What a reader of a chart on the screen can ask of a box, and the names by which a search finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posdoc.charts.boxes import holder_name
from posdoc.charts.graph import Box, Detail, Graph
from posdoc.locales.words import Words
from posdoc.model import Duty, Organization, Position, Text

SEPARATOR = "#"
"""Where several boxes are made of one position, their ids begin with its id and this; no id holds it."""


def with_details(graph: Graph, organization: Organization, words: Words, *, names: bool = True) -> Graph:
    """The chart with details and keywords in the boxes of positions; ``names`` says whether people are among them."""
    return replace(graph, boxes=tuple(_box(box, organization, words, names) for box in graph.boxes))


def _box(box: Box, organization: Organization, words: Words, names: bool) -> Box:
    position = organization.by_id.get(box.id.partition(SEPARATOR)[0])
    if position is None:
        outside = organization.outside_by_id.get(box.id)
        return replace(box, keywords=tuple(_texts(outside.title, *outside.aliases))) if outside else box
    details = tuple(detail for detail in _details(position, organization, words, names) if any(detail.values))
    names_of_all = names and not box.keywords
    keywords = dict.fromkeys((*box.keywords, *_keywords(position, organization, names_of_all)))
    return replace(box, details=details, keywords=tuple(keywords))


def _details(position: Position, organization: Organization, words: Words, names: bool) -> Iterator[Detail]:
    settings = organization.workspace
    yield Detail(words.label(Position, "code"), (position.code or "",))
    yield Detail(words.phrase("unit"), (words.name(position.unit) if position.unit else "",))
    grade = organization.grade_title(settings.grades, str(position.grade or ""))
    yield Detail(words.label(Position, "grade"), (words.text(grade),))
    yield Detail(
        words.label(Position, "headcount"), (words.headcount(position.headcount) if position.headcount else "",)
    )
    if names:
        holders = organization.incumbents.get(position.id, ())
        people = tuple(holder_name(words, person, post) for person, post in holders)
        yield Detail(words.phrase("chart_incumbents"), people)
    yield Detail(words.label(Position, "purpose"), (words.text(position.purpose),))
    yield Detail(words.section("duties"), tuple(_duty(duty, words) for duty in position.duties))


def _duty(duty: Duty, words: Words) -> str:
    area, text = words.text(duty.area), words.text(duty.text)
    said = words.labelled(area, text) if area and text else area or text
    return words.bracketed(said, words.percent(duty.time)) if duty.time else said


def _keywords(position: Position, organization: Organization, names: bool) -> Iterator[str]:
    yield position.id
    yield position.code or ""
    yield from _texts(position.title, *position.aliases)
    if names:
        for person, _ in organization.incumbents.get(position.id, ()):
            yield from _texts(person.name)


def _texts(*texts: Text | None) -> Iterator[str]:
    for text in texts:
        yield from text.languages.values() if text else ()
