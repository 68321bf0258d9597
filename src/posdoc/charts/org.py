"""The org chart: every current position under its superior, in the frames of the units."""

from __future__ import annotations

from posdoc.charts._listed import listed_boxes
from posdoc.charts.boxes import legend, outside_box, position_box
from posdoc.charts.graph import Box, Graph, Group, LegendStyle, Line, Link
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, PositionStatus, Unit


def draw(organization: Organization, words: Words, focus: str = "", *, names: bool = True) -> Graph:
    """The whole department, or the unit ``focus`` with the units below it; with the superiors of the top positions.

    ``names`` says whether incumbents are named in the boxes; without them a chart prints larger.
    """
    positions = [p for p in organization.positions if p.status is not PositionStatus.ABOLISHED]
    if focus:
        positions = [p for p in positions if _is_in(organization, p, focus)]
    boxes = [*_outside_superiors(organization, words, positions)]
    boxes += [
        position_box(organization, words, p, parent=p.reports_to, group=p.unit or None, names=names)
        for p in _by_branch(positions)
    ]
    units = [unit for unit in organization.units if not focus or _is_below(organization, unit, focus)]
    boxes += listed_boxes(organization, words, units)
    links = _links(organization, words, positions)
    drawn = {box.id for box in boxes}
    functional = dict.fromkeys(link.target for link in links if link.target not in drawn)
    boxes += [outside_box(words, organization.outside_by_id[target]) for target in functional]
    return Graph(
        title=_title(organization, words, focus),
        language=words.language,
        boxes=tuple(boxes),
        groups=_groups(organization, words, {box.group for box in boxes}),
        links=tuple(links),
        legend=legend(words, *_styles(boxes, links)),
    )


def _is_in(organization: Organization, position: Position, unit: str) -> bool:
    home = organization.units_by_id.get(position.unit)
    return home is not None and _is_below(organization, home, unit)


def _is_below(organization: Organization, unit: Unit, top: str) -> bool:
    return any(above.id == top for above in organization.line_of(unit))


def _title(organization: Organization, words: Words, unit: str) -> str:
    company = organization.workspace.organization
    name = words.name(unit) if unit else words.text(company.department) if company else ""
    gap = "" if words.language.startswith("zh") else " "
    return f"{name}{gap}{words.phrase('org_chart')}"


def _outside_superiors(organization: Organization, words: Words, positions: list[Position]) -> list[Box]:
    drawn = {p.id for p in positions}
    wanted = dict.fromkeys(str(p.reports_to) for p in positions if p.reports_to and p.reports_to not in drawn)
    return [box for superior in wanted if (box := _superior_box(organization, words, superior)) is not None]


def _superior_box(organization: Organization, words: Words, superior: str) -> Box | None:
    if superior in organization.outside_by_id:
        return outside_box(words, organization.outside_by_id[superior])
    position = organization.by_id.get(superior)
    if position is None or position.status is PositionStatus.ABOLISHED:
        return None
    return Box(superior, (Line(words.text(position.title)),), style="outside")


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


def _groups(organization: Organization, words: Words, homes: set[str | None]) -> tuple[Group, ...]:
    used: set[str] = set()
    for home in homes:
        unit = organization.units_by_id.get(home or "")
        used.update(above.id for above in (organization.line_of(unit) if unit else ()))
    return tuple(
        Group(unit.id, words.text(unit.title), unit.parent or None) for unit in organization.units if unit.id in used
    )


def _styles(boxes: list[Box], links: list[Link]) -> list[LegendStyle]:
    used = {box.style for box in boxes}
    styles: list[LegendStyle] = [style for style in ("vacant", "planned", "outside") if style in used]
    return [*styles, "dotted"] if links else styles
