"""The careers of a position: who is promoted to it, where it leads, and the posts to change to at the same level.

Without a position, the ladders of promotion of the whole department or of a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from posdoc.charts._ladder import draw_ladders
from posdoc.charts.graph import Box, BoxStyle, Graph, Line, Link
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization, Position

SUBJECT = "position"
OPTIONAL = True
"""Without a position the chart is of the department."""


def draw(organization: Organization, words: Words, wish: ChartOutput) -> Graph:
    """The careers of the position that the wish names, or all ladders of promotion where it names none."""
    if not wish.position:
        return draw_ladders(organization, words, wish)
    position = organization.by_id[wish.position]
    title = words.phrase("career_chart", title=words.text(position.title))
    return replace(draw_career(organization, words, position), title=title, theme=wish.theme or "standard")


def has_career(position: Position) -> bool:
    """Whether there is anything to draw."""
    return bool(position.promotes_from or any(position.promotes_to) or _rotations(position) or position.demotes_to)


def draw_career(organization: Organization, words: Words, position: Position) -> Graph:
    """The chart of a position's careers, without a title: where it stands in a document it has a heading."""
    drawing = _Drawing(organization, words, position)
    drawing.promotions_to_it()
    drawing.chains()
    drawing.other_moves()
    return Graph(
        title="",
        language=words.language,
        boxes=tuple(drawing.boxes.values()),
        links=tuple(drawing.links),
        arrangement="career",
    )


def describe(words: Words, position: Position) -> str:
    """What the chart shows, in a sentence: the text for those who cannot see it."""
    chains = [words.chain(_others(position, chain)) for chain in position.promotes_to]
    parts = {
        "career_from": words.names(_others(position, position.promotes_from)),
        "career_to": words.sequence(chains),
        "career_rotation_to": words.names(_others(position, _rotations(position))),
        "career_demotion_to": words.names(_others(position, position.demotes_to)),
    }
    moves = words.sequence(words.phrase(name, positions=value) for name, value in parts.items() if value)
    return words.phrase("career_chart_alt", title=words.text(position.title), moves=moves or words.phrase("none"))


def _rotations(position: Position) -> list[str]:
    return [str(rotation.position) for rotation in position.rotates_to if rotation.position]


def _others(position: Position, references: Iterable[str]) -> list[str]:
    """Each post once, and not the position itself."""
    return [each for each in dict.fromkeys(references) if each != position.id]


class _Drawing:
    """Boxes and links while they are collected; a post that stands in several places has a box in each."""

    def __init__(self, organization: Organization, words: Words, position: Position) -> None:
        self.organization = organization
        self.words = words
        self.position = position
        self.boxes: dict[str, Box] = {}
        self.links: list[Link] = []
        self._add(position.id, position.id, "focus")

    def _add(self, name: str, reference: str, style: BoxStyle = "normal") -> str:
        if style == "normal" and reference not in self.organization.by_id:
            style = "outside"
        line = Line(self.words.name(reference), "title" if style == "focus" else "step")
        self.boxes.setdefault(name, Box(name, (line,), style))
        return name

    def promotions_to_it(self) -> None:
        """The posts from which one is promoted to it."""
        for reference in _others(self.position, self.position.promotes_from):
            self.links.append(Link(self._add(f"from:{reference}", reference), self.position.id, style="promotion"))

    def chains(self) -> None:
        """The chains, drawn once as far as they begin alike."""
        drawn: set[str] = set()
        for chain in self.position.promotes_to:
            before, name = self.position.id, "to:"
            for reference in _others(self.position, chain):
                name = f"{name}/{reference}"
                if name not in drawn:
                    drawn.add(name)
                    self.links.append(Link(before, self._add(name, reference), style="promotion"))
                before = name

    def other_moves(self) -> None:
        """Rotation, and the way back down."""
        for reference in _others(self.position, _rotations(self.position)):
            name = self._add(f"rotation:{reference}", reference)
            self.links.append(Link(self.position.id, name, self.words.phrase("career_rotation"), "rotation"))
        for reference in _others(self.position, self.position.demotes_to):
            name = f"from:{reference}" if f"from:{reference}" in self.boxes else f"demotion:{reference}"
            self._add(name, reference)
            self.links.append(Link(self.position.id, name, self.words.phrase("career_demotion"), "demotion"))
