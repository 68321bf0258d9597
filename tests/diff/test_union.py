"""Two organizations as one: what became of each position, unit and line, and where what is gone is put."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from posdoc.diff import compare
from posdoc.diff.union import Union
from posdoc.model import DottedLine, HeadCount, Organization, Position, PositionStatus, Ref, Text, Unit
from tests.charts.samples import UNITS, WORKSPACE, position
from tests.diff.edits import edited, with_record

BASE = Organization(
    workspace=WORKSPACE,
    units=UNITS,
    positions=(
        position("manager", "经理", "director", 1, unit="service"),
        position("clerk", "文员", "manager", 1, unit="service"),
        position("leader", "组长", "manager", 1, unit="field"),
        position("engineer", "工程师", "leader", 8, unit="east"),
        position("trainer", "讲师", "manager", 1, unit="service"),
    ),
)


def without(*names: str) -> Organization:
    return replace(BASE, positions=tuple(p for p in BASE.positions if p.id not in names))


def altered(name: str, **values: Any) -> Organization:
    """The small department with other values in one position."""
    changed = tuple(with_record(p, **values) if p.id == name else p for p in BASE.positions)
    return replace(BASE, positions=changed)


def added(*positions: Position) -> Organization:
    return replace(BASE, positions=(*BASE.positions, *positions))


def units(*changed: Unit) -> Organization:
    return replace(BASE, units=changed)


DOTTED = (DottedLine(position=Ref("quality")),)
STATES: dict[str, tuple[Organization, Organization, dict[str, str]]] = {
    "nothing": (BASE, BASE, {}),
    "one comes": (BASE, added(position("new", "新", "leader")), {"new": "added"}),
    "one goes": (BASE, without("clerk"), {"clerk": "removed"}),
    "one is called abolished": (BASE, altered("clerk", status=PositionStatus.ABOLISHED), {"clerk": "removed"}),
    "one is no longer abolished": (altered("clerk", status=PositionStatus.ABOLISHED), BASE, {"clerk": "added"}),
    "another superior": (BASE, altered("trainer", reports_to=Ref("leader")), {"trainer": "moved"}),
    "no superior": (BASE, altered("trainer", reports_to=None), {"trainer": "moved"}),
    "another unit": (BASE, altered("trainer", unit="field"), {"trainer": "moved"}),
    "another title": (BASE, altered("trainer", title=Text({"zh": "教员"})), {"trainer": "changed"}),
    "another head count": (BASE, altered("trainer", headcount=HeadCount(2, 2)), {"trainer": "changed"}),
    "a planned one is established": (altered("trainer", status=PositionStatus.PLANNED), BASE, {"trainer": "changed"}),
    "a superior gets another id": (
        BASE,
        replace(
            altered("engineer", reports_to=Ref("head")),
            positions=tuple(
                with_record(p, id="head", former_ids=(Ref("leader"),)) if p.id == "leader" else p
                for p in altered("engineer", reports_to=Ref("head")).positions
            ),
        ),
        {},
    ),
    "a status is stated that it had": (BASE, altered("trainer", status=PositionStatus.ACTIVE), {}),
    "what is not in the chart": (BASE, altered("trainer", code="SH-9"), {}),
}


@pytest.mark.parametrize(("old", "new", "wanted"), STATES.values(), ids=STATES)
def test_what_became_of_each_position(old: Organization, new: Organization, wanted: dict[str, str]) -> None:
    union = Union.of(compare(old, new))
    found = {p.id: union.state(p.id) for p in union.organization.positions}
    assert {name: state for name, state in found.items() if state != "kept"} == wanted
    assert len(found) == 5 + list(wanted.values()).count("added") * (old is BASE)


def test_what_became_of_each_unit() -> None:
    service, field, east, empty = UNITS
    renamed = with_record(field, title=Text({"zh": "外勤组"}))
    moved = with_record(east, parent="service")
    union = Union.of(compare(BASE, units(service, renamed, moved, Unit(id="new", title=Text({"zh": "新组"})))))
    found = {unit.id: union.unit_state(unit.id) for unit in union.organization.units}
    assert found == {"service": "kept", "field": "changed", "east": "moved", "empty": "removed", "new": "added"}
    assert [unit.id for unit in union.organization.units] == ["service", "field", "east", "empty", "new"]


def test_what_is_gone_stands_where_it_was() -> None:
    union = Union.of(compare(BASE, without("clerk", "leader", "engineer")))
    assert [p.id for p in union.organization.positions] == ["manager", "clerk", "leader", "engineer", "trainer"]
    assert union.organization.by_id["engineer"].reports_to == "leader"
    assert union.superior("engineer") == "leader"


def test_what_is_gone_hangs_below_the_new_id_of_its_superior_and_in_that_of_its_unit() -> None:
    service, field, east, empty = UNITS
    crew = with_record(field, id="crew", former_ids=(Ref("field"),))
    new = replace(
        without("engineer"),
        units=(service, crew, with_record(east, parent="crew"), empty),
        positions=tuple(
            with_record(p, id="head", former_ids=(Ref("leader"),), unit="crew") if p.id == "leader" else p
            for p in without("engineer").positions
        ),
    )
    union = Union.of(compare(BASE, new))
    assert (union.superior("engineer"), union.state("head"), union.unit_state("crew")) == ("head", "kept", "kept")
    assert union.organization.by_id["engineer"].unit == "east"
    assert union.unit_state("east") == "kept"


def test_dotted_lines_of_both_sides() -> None:
    old = altered("trainer", dotted_to=DOTTED, co_managed_by=(Ref("leader"),))
    new = altered("trainer", dotted_to=DOTTED, co_managed_by=(Ref("director"),))
    union = Union.of(compare(old, new))
    assert union.dotted == {
        ("trainer", "director"): "added",
        ("trainer", "leader"): "removed",
        ("trainer", "quality"): "kept",
    }
    trainer = union.organization.by_id["trainer"]
    assert [line.position for line in trainer.dotted_to] == ["quality"]
    assert set(trainer.co_managed_by) == {"director", "leader"}


def test_nobody_is_named_and_outside_positions_of_both_sides_are_known() -> None:
    old = replace(BASE, workspace=with_record(WORKSPACE, outside_positions=WORKSPACE.outside_positions[:1]))
    new = replace(BASE, workspace=with_record(WORKSPACE, outside_positions=WORKSPACE.outside_positions[1:]))
    union = Union.of(compare(old, new)).organization
    assert set(union.outside_by_id) == {"director", "quality", "unused"}
    assert union.people == ()


@pytest.mark.parametrize("seed", range(20))
def test_edits_by_chance_lose_no_position(seed: int) -> None:
    new = edited(BASE, Random(seed), 6)
    union = Union.of(compare(BASE, new))
    names = [p.id for p in union.organization.positions]
    assert len(names) == len(set(names)) == len(union.before.keys() | union.after.keys())
    assert len(names) >= len(union.after)
