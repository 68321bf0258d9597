from __future__ import annotations

import pytest

from posdoc.charts._unit_part import in_level_bands, unit_of
from posdoc.charts.graph import Group
from posdoc.charts.org import draw
from posdoc.charts.people import draw as draw_people
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import Organization, Unit, UnitKind
from tests.charts.samples import DEPARTMENT, WORKSPACE, ZH, position, text
from tests.layout.samples import faults

LAYERED = Organization(
    workspace=WORKSPACE,
    units=(
        Unit(id="all", title=text("服务部", "Service")),
        Unit(id="upper", title=text("管理层", "Management"), kind=UnitKind.LEVEL, parent="all"),
        Unit(id="lower", title=text("操作层", "Operations"), kind=UnitKind.LEVEL, parent="all"),
        Unit(id="group", title=text("现场组"), parent="lower"),
    ),
    positions=(
        position("manager", "经理", "director", 1, unit="all"),
        position("lead", "组长", "manager", 1, unit="upper"),
        position("clerk", "文员", "manager", 1, unit="lower"),
        position("engineer", "工程师", "lead", 2, unit="group"),
    ),
)


@pytest.mark.parametrize("drawn", [draw, draw_people])
def test_units_that_are_only_levels_are_bands_of_an_org_chart(drawn: object) -> None:
    graph = drawn(LAYERED, Words(LAYERED, "zh"))  # type: ignore[operator]
    assert graph.arrangement == "bands"
    assert graph.groups == (Group("upper", "管理层"), Group("lower", "操作层"))
    homes = {box.id: box.group for box in graph.boxes}
    assert homes["manager"] is None
    assert {homes[name] for name in homes.keys() & {"clerk", "engineer"}} <= {"lower"}
    assert faults(place(graph)) == []


@pytest.mark.parametrize("left_out", ["lower", "upper"])
def test_one_level_alone_makes_no_bands(left_out: str) -> None:
    positions = tuple(each for each in LAYERED.positions if each.unit not in (left_out, "group"))
    organization = Organization(workspace=WORKSPACE, units=LAYERED.units, positions=positions)
    assert draw(organization, Words(organization, "zh")).arrangement == "tree"


def test_a_chart_without_levels_stays_as_it_is() -> None:
    graph = draw(DEPARTMENT, ZH)
    assert in_level_bands(graph, DEPARTMENT, ZH) is graph


@pytest.mark.parametrize(
    ("name", "expected"), [("manager", "all"), ("engineer", "group"), ("nobody", None), (None, None)]
)
def test_the_unit_for_which_a_position_stands(name: str | None, expected: str | None) -> None:
    found = unit_of(LAYERED, name)
    assert (found.id if found else None) == expected
