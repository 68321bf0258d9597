"""The org chart: every current position under its superior, in the frames of the units."""

from __future__ import annotations

from posdoc.charts.boxes import legend, outside_box, position_box
from posdoc.charts.graph import Box, Graph, Group, LegendStyle, Link
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, PositionStatus


def draw(organization: Organization, words: Words, focus: str = "") -> Graph:  # noqa: ARG001
    """The whole department, with the outside superiors of its top positions."""
    positions = [p for p in organization.positions if p.status is not PositionStatus.ABOLISHED]
    boxes = [*_outside_superiors(organization, words, positions)]
    boxes += [
        position_box(organization, words, p, parent=p.reports_to, group=p.unit or None) for p in _by_branch(positions)
    ]
    links = _links(organization, words, positions)
    drawn = {box.id for box in boxes}
    functional = dict.fromkeys(link.target for link in links if link.target not in drawn)
    boxes += [outside_box(words, organization.outside_by_id[target]) for target in functional]
    return Graph(
        title=_title(organization, words),
        language=words.language,
        boxes=tuple(boxes),
        groups=_groups(organization, words, positions),
        links=tuple(links),
        legend=legend(words, *_styles(boxes, links)),
    )


def _title(organization: Organization, words: Words) -> str:
    company = organization.workspace.organization
    department = words.text(company.department) if company else ""
    gap = "" if words.language.startswith("zh") else " "
    return f"{department}{gap}{words.phrase('org_chart')}"


def _outside_superiors(organization: Organization, words: Words, positions: list[Position]) -> list[Box]:
    wanted = dict.fromkeys(p.reports_to for p in positions if p.reports_to in organization.outside_by_id)
    return [outside_box(words, organization.outside_by_id[str(superior)]) for superior in wanted]


def _by_branch(positions: list[Position]) -> list[Position]:
    """Assistants first, so that they stand nearest to their superior; else in reading order."""
    return sorted(positions, key=lambda position: not position.assistant)


def _links(organization: Organization, words: Words, positions: list[Position]) -> list[Link]:
    known = {p.id for p in positions} | organization.outside_by_id.keys()
    return [
        Link(position.id, str(line.position), words.text(line.for_))
        for position in positions
        for line in position.dotted_to
        if line.position in known
    ]


def _groups(organization: Organization, words: Words, positions: list[Position]) -> tuple[Group, ...]:
    used: set[str] = set()
    for position in positions:
        unit = organization.units_by_id.get(position.unit)
        used.update(above.id for above in (organization.line_of(unit) if unit else ()))
    return tuple(
        Group(unit.id, words.text(unit.title), unit.parent or None) for unit in organization.units if unit.id in used
    )


def _styles(boxes: list[Box], links: list[Link]) -> list[LegendStyle]:
    used = {box.style for box in boxes}
    styles: list[LegendStyle] = [style for style in ("vacant", "planned", "outside") if style in used]
    return [*styles, "dotted"] if links else styles
