"""Which units a chart of units shows, under which of them each hangs, and in which band it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from posdoc.charts.graph import Graph, Group
from posdoc.charts.part import is_below
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization, Position, Unit, UnitKind


@dataclass(frozen=True)
class UnitPart:
    """The units that are drawn, in reading order.

    ``parents`` names the unit above each, if that is drawn. ``hidden`` says which units are only counted, by the id of the
    unit that stands for them.
    """

    units: tuple[Unit, ...]
    parents: Mapping[str, str]
    hidden: Mapping[str, tuple[Unit, ...]]


def unit_part_of(organization: Organization, wish: ChartOutput) -> UnitPart:
    """The units that the wish asks for. A unit that is only a level of management is a band and no box.

    A position that the wish names stands for the unit that it heads, or in which it lies.
    """
    real = [unit for unit in organization.units if unit.kind is not UnitKind.LEVEL]
    shown = {unit.id: unit for unit in _chosen(organization, wish, real)}
    stands_for = _folded(organization, wish, shown)
    hidden: dict[str, list[Unit]] = {}
    for name, box in stands_for.items():
        hidden.setdefault(box, []).append(shown.pop(name))
    parents = {unit.id: _drawn_above(organization, unit, shown) for unit in shown.values()}
    return UnitPart(tuple(shown.values()), parents, {box: tuple(units) for box, units in hidden.items()})


def unit_of(organization: Organization, position: str | None) -> Unit | None:
    """The unit that a position heads, else the one in which it lies."""
    if not position:
        return None
    headed = next((unit for unit in organization.units if unit.head == position), None)
    found = organization.by_id.get(position)
    return headed or (organization.units_by_id.get(found.unit) if found else None)


def head_of(organization: Organization, unit: Unit) -> Position | None:
    """The position in the department that heads a unit."""
    return organization.by_id.get(str(unit.head or ""))


def unit_level(organization: Organization, unit: Unit) -> str:
    """The level of management of a unit: its own, or that of its head; empty where neither says."""
    head = head_of(organization, unit)
    return str(unit.level or (head.level if head else None) or "")


def bands_of(
    organization: Organization, words: Words, units: Iterable[Unit]
) -> tuple[tuple[Group, ...], dict[str, str]]:
    """The bands in which the units stand, from high to low, and the band of each unit by its id.

    Bands are the declared levels that units or their heads name, and units that are only a level of management. Where all
    stand in one, there are none.
    """
    levels = {str(level.id): level for level in organization.workspace.levels}
    layers = {unit.id: unit for unit in organization.units if unit.kind is UnitKind.LEVEL}
    band_of: dict[str, str] = {}
    for unit in units:
        around = next((above.id for above in organization.line_of(unit) if above.id in layers), "")
        level = unit_level(organization, unit)
        if around or level in levels:
            band_of[unit.id] = around or f"level:{level}"
    titles = {name: words.text(layer.title) for name, layer in layers.items()}
    titles = {f"level:{name}": words.text(level.title) or name for name, level in levels.items()} | titles
    used = [Group(name, title) for name, title in titles.items() if name in set(band_of.values())]
    return (tuple(used), band_of) if len(used) > 1 else ((), {})


def in_level_bands(graph: Graph, organization: Organization, words: Words) -> Graph:
    """A chart of positions in the bands of the units that are only levels of management, where it has several of one unit.

    Units that lie in a level are no frames then. Any other chart stays as it is.
    """
    layers = [unit for unit in organization.units if unit.kind is UnitKind.LEVEL]
    around: dict[str, str] = {}
    for unit in organization.units if layers else ():
        around[unit.id] = next((above.id for above in organization.line_of(unit) if above in layers), "")
    used = {around.get(box.group or "", "") for box in graph.boxes}
    bands = [layer for layer in layers if layer.id in used]
    if len(bands) < 2 or len({layer.parent for layer in bands}) > 1:
        return graph
    return replace(
        graph,
        boxes=tuple(replace(box, group=around.get(box.group or "") or None) for box in graph.boxes),
        groups=tuple(Group(layer.id, words.text(layer.title)) for layer in bands),
        arrangement="bands",
    )


def _chosen(organization: Organization, wish: ChartOutput, units: list[Unit]) -> Iterable[Unit]:
    """What lies in the unit, under the root, on the levels, and on the line of the focus."""
    root, focus = unit_of(organization, wish.root), unit_of(organization, wish.focus)
    tops = [str(top) for top in (wish.unit, root.id if root else None) if top]
    above = {unit.id for unit in organization.line_of(focus)} if focus else set()
    for unit in units:
        inside = all(is_below(organization, unit, top) for top in tops)
        near = focus is None or unit.id in above or is_below(organization, unit, focus.id)
        if inside and near and (not wish.levels or unit_level(organization, unit) in wish.levels):
            yield unit


def _folded(organization: Organization, wish: ChartOutput, shown: Mapping[str, Unit]) -> dict[str, str]:
    """The units that are not drawn: those in a collapsed one, and those below the last row."""
    collapsed = {str(name) for name in wish.collapse if name in shown}
    collapsed.update(
        unit.id for name in wish.collapse if (unit := unit_of(organization, str(name))) and unit.id in shown
    )
    depth = wish.depth
    found: dict[str, str] = {}
    for unit in shown.values():
        line = [above.id for above in organization.line_of(unit) if above.id in shown][::-1]
        ends = [place for place, name in enumerate(line) if name in collapsed]
        if depth is not None:
            start = line.index(wish.focus) if wish.focus in line else 0
            ends.append(start + depth - 1)
        last = min(ends, default=len(line))
        if last < len(line) - 1:
            found[unit.id] = line[last]
    return found


def _drawn_above(organization: Organization, unit: Unit, shown: Mapping[str, Unit]) -> str:
    return next((above.id for above in organization.line_of(unit) if above is not unit and above.id in shown), "")
