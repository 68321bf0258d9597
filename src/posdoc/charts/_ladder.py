"""The ladders of promotion of a whole department: every position that one can be promoted from or to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from posdoc.charts._titles import title_of
from posdoc.charts.boxes import BoxMaker, grey_entry, outside_box
from posdoc.charts.graph import Box, Graph, Group, LegendEntry, LegendStyle, Line, Link, LinkStyle
from posdoc.charts.part import part_of
from posdoc.locales.words import Words
from posdoc.model import BoxContent, ChartOutput, Organization, Position

USUAL = (BoxContent.TITLE, BoxContent.GRADE)
MOST_NAMED = 12
"""How many of the positions without a career are named below the chart."""


def draw_ladders(organization: Organization, words: Words, wish: ChartOutput) -> Graph:
    """The moves from and to the positions in the part of the department that the wish asks for."""
    return _Drawing(organization, words, wish).graph()


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, organization: Organization, words: Words, wish: ChartOutput) -> None:
        self.organization = organization
        self.words = words
        self.wish = wish
        self.positions = part_of(organization, wish).positions
        self.maker = BoxMaker(organization, words, wish, self.positions, USUAL)

    def graph(self) -> Graph:
        links = list(_moves(self.organization, self.positions))
        ends = dict.fromkeys(end for link in links for end in (link.source, link.target))
        inside = [position for position in self.positions if position.id in ends]
        drawn = {position.id for position in inside}
        boxes = [*map(self._box, inside), *(self._outside(end) for end in ends if end not in drawn)]
        boxes = _in_bands(boxes, links)
        without = [position.id for position in self.positions if position.id not in ends]
        return Graph(
            title=title_of(self.organization, self.words, self.wish, self.words.phrase("chart_ladders")),
            language=self.words.language,
            boxes=tuple(boxes),
            groups=self._families(boxes),
            links=tuple(links),
            legend=(*self.maker.colouring.legend(), *self._legend(boxes, links)),
            note=self._note(without),
            arrangement="ladder",
            theme=self.wish.theme or "standard",
        )

    def _box(self, position: Position) -> Box:
        box = self.maker.box(position, group=_group(position.family))
        style = "normal" if box.style == "vacant" else box.style
        return replace(box, style=style, rank=self.organization.rank_of(position.id))

    def _outside(self, reference: str) -> Box:
        """A position outside the part that is drawn, or outside the department."""
        rank = self.organization.rank_of(reference)
        outside = self.organization.outside_by_id.get(reference)
        if outside is not None:
            return replace(outside_box(self.words, outside), rank=rank)
        position = self.organization.by_id.get(reference)
        if position is None:
            return Box(reference, (Line(reference, "title"),), "outside", rank=rank)
        return replace(self.maker.box(position, group=_group(position.family)), style="outside", colour=None, rank=rank)

    def _families(self, boxes: Iterable[Box]) -> tuple[Group, ...]:
        """A band for each job family, in the order in which they are declared."""
        used = {box.group for box in boxes if box.group}
        families = [family for family in self.organization.workspace.families if _group(family.id) in used]
        if len(families) < 2:
            return ()
        return tuple(
            Group(_group(family.id) or "", self.words.text(family.title) or str(family.id)) for family in families
        )

    def _legend(self, boxes: Iterable[Box], links: Iterable[Link]) -> Iterator[LegendEntry]:
        words = self.words
        styles: set[str] = {box.style for box in boxes} | {link.style for link in links}
        meanings: dict[LegendStyle, str] = {
            "planned": words.phrase("legend_planned"),
            "outside": grey_entry(self.organization, words, boxes).text,
            "promotion": words.phrase("chart_promotion"),
            "rotation": words.phrase("career_rotation"),
            "demotion": words.phrase("career_demotion"),
        }
        yield from (LegendEntry(style, meaning) for style, meaning in meanings.items() if style in styles)

    def _note(self, without: list[str]) -> str:
        """The positions from and to which nothing leads."""
        if not without:
            return ""
        names = [self.words.name(position) for position in without[:MOST_NAMED]]
        if len(without) > MOST_NAMED:
            names.append(self.words.phrase("and_more", count=len(without) - MOST_NAMED))
        return self.words.phrase("chart_no_moves", positions=self.words.join(names))


def _moves(organization: Organization, positions: Iterable[Position]) -> Iterator[Link]:
    """Every move that a position of the part states, once: each step of a chain, rotation both ways."""
    found: dict[tuple[LinkStyle, str, str], None] = {}
    for position in positions:
        for low, high in _promotions(position):
            found["promotion", low, high] = None
        for rotation in position.rotates_to:
            other = str(rotation.position or "")
            if other and ("rotation", other, position.id) not in found:
                found["rotation", position.id, other] = None
        for other in position.demotes_to:
            found["demotion", position.id, str(other)] = None
    for style, source, target in found:
        if source != target and organization.title_of(source) and organization.title_of(target):
            yield Link(source, target, style=style)


def _promotions(position: Position) -> Iterator[tuple[str, str]]:
    for chain in position.promotes_to:
        steps = [position.id, *map(str, chain)]
        yield from zip(steps, steps[1:], strict=False)
    for low in position.promotes_from:
        yield str(low), position.id


def _in_bands(boxes: list[Box], links: Iterable[Link]) -> list[Box]:
    """Outside positions, which have no family, stand in the band of a position from which one moves to them."""
    bands = {box.id: box.group for box in boxes}
    outside = {box.id for box in boxes if box.style == "outside" and not box.group}
    joined = [(link.source, link.target) for link in links]
    for _ in range(len(outside)):
        missing = [(one, other) for one, other in joined if other in outside and not bands[other] and bands[one]]
        if not missing:
            break
        bands |= {other: bands[one] for one, other in reversed(missing)}
    return [replace(box, group=bands[box.id]) for box in boxes]


def _group(family: str | None) -> str | None:
    return f"family:{family}" if family else None
