"""One position in its organization: its superior, itself, its peers and its reports; drawn by itself, its contacts too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posdoc.charts.boxes import BoxMaker, legend, outside_box
from posdoc.charts.graph import Box, BoxStyle, Graph, Group, Line, Link
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    Contact,
    ContactScope,
    Organization,
    OutsidePosition,
    PartyScope,
    Position,
    PositionStatus,
)

USUAL = (BoxContent.TITLE, BoxContent.HEADCOUNT)
MOST_PEERS = 8
MOST_REPORTS = 9
STRIP = 1.8
"""A position's chart is meant for a strip across an upright page."""

MOST_CONTACTS = 10
INSIDE, OUTSIDE = SIDES = ("inside", "outside")
"""At the left stand the contacts inside the company, at the right those outside it."""

SUBJECT = "position"


def draw(organization: Organization, words: Words, wish: ChartOutput) -> Graph:
    """The chart of the position that the wish names, with its functional superiors and its contacts, under a title."""
    position = organization.by_id[wish.position or ""]
    graph = _as_wished(draw_position(organization, words, position), organization, words, wish)
    above, dotted = _functional(organization, words, position, {box.id for box in graph.boxes})
    drawn = {box.id for box in (*graph.boxes, *above)}
    contacts = list(_contacts(organization, words, position, drawn))
    links = (*dotted, *(Link(position.id, box.id, style="contact") for box in contacts))
    return replace(
        graph,
        title=words.phrase("position_chart", title=words.text(position.title)),
        boxes=(*graph.boxes, *above, *contacts),
        groups=tuple(Group(side, words.phrase(f"chart_contacts_{side}")) for side in SIDES) if contacts else (),
        links=links,
        legend=(*graph.legend, *(legend(words, "dotted") if dotted else ())),
        arrangement="around",
        theme=wish.theme or "standard",
    )


def draw_position(organization: Organization, words: Words, position: Position) -> Graph:
    """The chart of a position, without a title; people are left out, so that a hire changes no description."""
    superior = organization.superior(position)
    parent = str(superior.id) if superior else None
    boxes = [_superior_box(words, superior)] if superior else []
    around = _around(organization, position)
    boxes += [_box(words, peer, parent, focus=peer is position) for peer in around]
    boxes += _more(words, parent, len(organization.peers(position)) + 1 - len(around), "peers")
    reports = organization.direct_reports(position)
    boxes += [_box(words, report, position.id) for report in reports[:MOST_REPORTS]]
    boxes += _more(words, position.id, len(reports) - MOST_REPORTS, "reports")
    return Graph(title="", language=words.language, boxes=tuple(boxes), ratio=STRIP)


def _as_wished(graph: Graph, organization: Organization, words: Words, wish: ChartOutput) -> Graph:
    """The chart with the contents and the colours of boxes that the wish asks for, if it does."""
    shown = [organization.by_id[box.id] for box in graph.boxes if box.id in organization.by_id]
    maker = BoxMaker(organization, words, wish, shown, USUAL)
    made = {position.id: maker.box(position) for position in shown}
    boxes = (
        replace(box, lines=made[box.id].lines if wish.show else box.lines, colour=made[box.id].colour)
        if box.id in made
        else box
        for box in graph.boxes
    )
    return replace(graph, boxes=tuple(boxes), legend=maker.colouring.legend())


def _functional(
    organization: Organization, words: Words, position: Position, drawn: set[str]
) -> tuple[list[Box], list[Link]]:
    """The functional superiors and co-managers, those not drawn yet as boxes of their own, and the lines to them."""
    lines = {str(each): words.phrase("chart_co_managed") for each in position.co_managed_by}
    lines |= {str(line.position): words.text(line.for_) for line in position.dotted_to if line.position}
    boxes: list[Box] = []
    links: list[Link] = []
    for reference, label in lines.items():
        found = organization.by_id.get(reference) or organization.outside_by_id.get(reference)
        if found is None or reference == position.id:
            continue
        if reference not in drawn:
            boxes.append(_superior_box(words, found))
        links.append(Link(position.id, reference, label))
    return boxes, links


def _contacts(organization: Organization, words: Words, position: Position, drawn: set[str]) -> Iterator[Box]:
    """The contacts that are not drawn already: those inside the company, and those outside it."""
    sides: dict[str, list[str]] = {side: [] for side in SIDES}
    for contact in position.contacts:
        reference = str(contact.party or "")
        side = _side(organization, contact)
        if reference and reference not in drawn and reference not in sides[side]:
            sides[side].append(reference)
    for side, references in sides.items():
        for reference in references[:MOST_CONTACTS]:
            yield Box(f"contact:{side}:{reference}", (Line(words.name(reference), "title"),), "outside", group=side)
        more = len(references) - MOST_CONTACTS
        if more > 0:
            line = Line(words.phrase("chart_more_contacts", count=more), "muted")
            yield Box(f"more:{side}", (line,), "outside", group=side)


def _side(organization: Organization, contact: Contact) -> str:
    """Whether a contact is inside the company: as it says itself, or as the party is declared."""
    if contact.scope is not None:
        return OUTSIDE if contact.scope is ContactScope.EXTERNAL else INSIDE
    party = organization.parties_by_id.get(str(contact.party or ""))
    return OUTSIDE if party is not None and party.scope is PartyScope.EXTERNAL else INSIDE


def describe(organization: Organization, words: Words, position: Position) -> str:
    """What the chart shows, in a sentence: the text for those who cannot see it."""
    reports = [report.id for report in organization.direct_reports(position)]
    return words.phrase(
        "position_chart_alt",
        title=words.text(position.title),
        superior=words.name(position.reports_to) if position.reports_to else words.phrase("none"),
        reports=words.names(reports) if reports else words.phrase("none"),
    )


def _around(organization: Organization, position: Position) -> list[Position]:
    """The position among its peers in reading order, at most so many on the page."""
    if position.reports_to is None:
        return [position]
    row = list(organization.reports.get(position.reports_to, (position,)))
    place = next((place for place, each in enumerate(row) if each.id == position.id), None)
    if place is None:
        return [position]
    start = max(0, min(place - MOST_PEERS // 2, len(row) - MOST_PEERS - 1))
    return row[start : start + MOST_PEERS + 1]


def _superior_box(words: Words, superior: Position | OutsidePosition) -> Box:
    if isinstance(superior, OutsidePosition):
        return outside_box(words, superior)
    return _box(words, superior, None)


def _box(words: Words, position: Position, parent: str | None, *, focus: bool = False) -> Box:
    lines = [Line(words.text(position.title), "title")]
    if position.headcount:
        lines.append(Line(words.headcount(position.headcount), "subtitle"))
    assistant = bool(position.assistant)
    style: BoxStyle = "planned" if position.status is PositionStatus.PLANNED else "normal"
    return Box(position.id, tuple(lines), "focus" if focus else style, parent=parent, assistant=assistant)


def _more(words: Words, parent: str | None, count: int, row: str) -> list[Box]:
    """One box that stands for the positions that there is no room for."""
    if count <= 0:
        return []
    return [Box(f"more:{row}", (Line(words.phrase("and_more", count=count), "muted"),), "outside", parent=parent)]
