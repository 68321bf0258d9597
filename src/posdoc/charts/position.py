"""One position in its organization: its superior, itself, its peers and its reports."""

from __future__ import annotations

from posdoc.charts.boxes import outside_box
from posdoc.charts.graph import Box, BoxStyle, Graph, Line
from posdoc.locales.words import Words
from posdoc.model import Organization, OutsidePosition, Position, PositionStatus

MOST_PEERS = 8
MOST_REPORTS = 9
STRIP = 1.8
"""A position's chart is meant for a strip across an upright page."""


def draw(organization: Organization, words: Words, focus: str = "") -> Graph:
    """The chart of the position ``focus``; people are left out, so that a hire changes no description."""
    position = organization.by_id[focus]
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


def describe(organization: Organization, words: Words, focus: str) -> str:
    """What the chart shows, in a sentence: the text for those who cannot see it."""
    position = organization.by_id[focus]
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
    if position not in row:
        return [position]
    place = row.index(position)
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
