from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Link
from posdoc.charts.units import draw
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    ColourBy,
    Grade,
    HeadCount,
    ListedPost,
    Organization,
    Party,
    PositionStatus,
    Ref,
    Unit,
    UnitFunction,
    UnitKind,
    Workspace,
)
from tests.charts.samples import DEPARTMENT, WORKSPACE, person, position, post, text

LEVELS = (
    Grade(id=Ref("top"), title=text("领导层", "Leadership")),
    Grade(id=Ref("mid"), title=text("管理层", "Management")),
    Grade(id=Ref("low"), title=text("操作层", "Operations")),
)
SERVICE = Organization(
    workspace=replace(
        WORKSPACE, levels=LEVELS, parties=(Party(id=Ref("quality-office"), title=text("质量部", "Quality")),)
    ),
    units=(
        Unit(
            id="service", title=text("服务部", "Service"), code="S", level=Ref("top"), head=Ref("manager"),
            co_located_with=(Ref("quality-office"),), aliases=(text("售后"),), location=text("苏州"),
            functions=(UnitFunction(title=text("受理")), UnitFunction(text=text("维修"))),
        ),
        Unit(id="field", title=text("现场组", "Field"), parent="service", head=Ref("lead"), co_located_with=(Ref("parts"),)),
        Unit(id="east", title=text("华东", "East"), parent="field", level=Ref("low")),
        Unit(id="parts", title=text("配件组", "Parts"), parent="service", co_located_with=(Ref("field"), Ref("service"))),
    ),
    positions=(
        position("manager", "经理", "director", 1, unit="service"),
        position("lead", "组长", "manager", 1, unit="field", level=Ref("mid"), grade=Ref("G5")),
        position("engineer", "工程师", "lead", 4, unit="east"),
        position("keeper", "仓管员", "manager", 2, unit="parts"),
        position("driver", "司机", "manager", 2, unit="parts", status=PositionStatus.PLANNED),
        position("old", "旧岗", "manager", 2, unit="parts", status=PositionStatus.ABOLISHED),
    ),
    people=(
        person("韩", post("manager")),
        person("田", post("engineer")),
        person("顾", post("engineer"), post("lead", acting=True)),
        person("陆", post("keeper")),
        person("苏", post("keeper")),
    ),
)  # fmt: skip
SERVICE_ZH, SERVICE_EN = (Words(SERVICE, language) for language in ("zh", "en"))


def drawn(organization: Organization = SERVICE, language: str = "zh", **wished: Any) -> Graph:
    return draw(organization, Words(organization, language), ChartOutput(kind="units", **wished))


def boxes(graph: Graph) -> dict[str, Box]:
    return {box.id: box for box in graph.boxes}


def told(graph: Graph) -> dict[str, list[str]]:
    return {box.id: [line.text for line in box.lines] for box in graph.boxes}


def test_every_unit_under_the_one_in_which_it_lies_with_its_head_and_all_heads_below() -> None:
    graph = drawn()
    assert told(graph) == {
        "service": ["服务部", "经理", "韩", "在岗 6/8 人 · 空缺 2 人"],
        "field": ["现场组", "组长", "顾（代理）", "在岗 3/5 人 · 空缺 2 人"],
        "east": ["华东", "在岗 2/4 人 · 空缺 2 人"],
        "parts": ["配件组", "在岗 2/2 人"],
        "party:quality-office": ["质量部"],
    }
    assert {box.id: box.parent for box in graph.boxes} == {
        "service": None, "field": "service", "east": "field", "parts": "service", "party:quality-office": None,
    }  # fmt: skip
    assert [line.role for line in graph.boxes[0].lines] == ["title", "subtitle", "detail", "subtitle"]
    assert graph.title == "售后服务部机构设置图"


def test_english() -> None:
    graph = drawn(language="en")
    assert graph.title == "After-sales Unit Chart"
    assert told(graph)["field"] == ["Field", "Lead", "顾 (acting)", "3 of 5 · 2 vacant"]
    assert [entry.text for entry in graph.legend] == [
        "unit with vacancies", "unit outside the department", "share premises and staff",
    ]  # fmt: skip


def test_a_vacancy_is_dashed_in_the_unit_where_it_is_and_not_in_those_above() -> None:
    assert {name: box.style for name, box in boxes(drawn()).items()} == {
        "service": "normal", "field": "normal", "east": "vacant", "parts": "normal", "party:quality-office": "outside",
    }  # fmt: skip
    assert boxes(drawn(depth=2))["field"].style == "vacant"


def test_levels_are_bands_as_units_or_their_heads_name_them() -> None:
    graph = drawn()
    assert graph.arrangement == "bands"
    assert graph.groups == (Group("level:top", "领导层"), Group("level:mid", "管理层"), Group("level:low", "操作层"))
    assert {name: box.group for name, box in boxes(graph).items()} == {
        "service": "level:top", "field": "level:mid", "east": "level:low", "parts": None, "party:quality-office": "level:top",
    }  # fmt: skip


@pytest.mark.parametrize("organization", [DEPARTMENT, replace(SERVICE, units=SERVICE.units[:1])])
def test_without_levels_or_with_one_only_it_is_a_plain_tree(organization: Organization) -> None:
    graph = drawn(organization)
    assert (graph.arrangement, graph.groups) == ("tree", ())


def test_units_that_are_only_levels_are_bands_and_no_boxes() -> None:
    units = (
        Unit(id="all", title=text("服务部")),
        Unit(id="upper", title=text("管理层"), kind=UnitKind.LEVEL, parent="all"),
        Unit(id="lower", title=text("操作层"), kind=UnitKind.LEVEL, parent="all"),
        Unit(id="a", title=text("甲组"), parent="upper"),
        Unit(id="b", title=text("乙组"), parent="lower"),
    )
    graph = drawn(Organization(workspace=WORKSPACE, units=units))
    assert [(box.id, box.parent, box.group) for box in graph.boxes] == [
        ("all", None, None), ("a", "all", "upper"), ("b", "all", "lower"),
    ]  # fmt: skip
    assert [group.title for group in graph.groups] == ["管理层", "操作层"]


def test_units_that_share_premises_are_joined_once() -> None:
    graph = drawn()
    assert graph.links == (
        Link("service", "party:quality-office"), Link("field", "parts"), Link("parts", "service"),
    )  # fmt: skip
    assert graph.legend == (
        LegendEntry("vacant", "有空缺的部门"),
        LegendEntry("outside", "部门外单位"),
        LegendEntry("dotted", "合署办公"),
    )


@pytest.mark.parametrize(
    ("posts", "headcount", "expected"),
    [
        ((), None, []),
        ((), HeadCount(7, 7), ["7 人"]),
        ((ListedPost(title=text("发货员"), headcount=HeadCount(2, 3)),), None, ["2–3 人"]),
        ((ListedPost(title=text("发货员"), headcount=HeadCount(2, 2)),), HeadCount(7, 7), ["2 人"]),
        ((ListedPost(title=text("发货员"), headcount=HeadCount(text=text("数名"))),), None, []),
        ((ListedPost(title=text("甲"), headcount=HeadCount(2, 2)), ListedPost(title=text("乙"))), None, ["2+ 人"]),
    ],
    ids=["nothing known", "as the unit says", "a listed post", "listed posts go first", "words", "not all known"],
)
def test_listed_posts_and_what_a_unit_says_itself(posts: Any, headcount: HeadCount | None, expected: list[str]) -> None:
    unit = Unit(id="parts", title=text("配件组"), posts=posts, headcount=headcount)
    assert told(drawn(Organization(workspace=WORKSPACE, units=(unit,)))) == {"parts": ["配件组", *expected]}


def test_a_post_that_a_position_describes_counts_once() -> None:
    listed = (
        ListedPost(title=text("仓管员"), headcount=HeadCount(2, 2)),
        ListedPost(title=text("x"), position=Ref("keeper")),
    )
    units = (*SERVICE.units[:3], replace(SERVICE.units[3], posts=listed))
    assert told(drawn(replace(SERVICE, units=units, people=())))["parts"] == ["配件组", "2 人"]


def test_names_can_be_left_out() -> None:
    graph = drawn(names=False)
    assert told(graph)["service"] == ["服务部", "经理", "在岗 6/8 人 · 空缺 2 人"]
    assert not [box for box in graph.boxes if {"韩", "顾"} & set(box.keywords)]
    assert {"韩", "经理", "售后", "S", "service"} <= set(boxes(drawn())["service"].keywords)


def test_a_head_whom_nobody_is() -> None:
    organization = replace(SERVICE, people=SERVICE.people[1:])
    assert told(drawn(organization))["service"] == ["服务部", "经理", "空缺", "在岗 5/8 人 · 空缺 3 人"]
    assert boxes(drawn(organization))["service"].style == "vacant"


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ([BoxContent.TITLE], ["现场组"]),
        ([BoxContent.ID, BoxContent.TITLE], ["field", "现场组"]),
        ([BoxContent.SECOND_LANGUAGE], ["Field"]),
        ([BoxContent.LEVEL], ["管理层"]),
        ([BoxContent.VACANCY], ["空缺 2 人"]),
        ([BoxContent.HEADCOUNT], ["在岗 3/5 人"]),
        ([BoxContent.GRADE, BoxContent.CODE, BoxContent.TITLE], ["现场组"]),
    ],
)
def test_what_a_box_can_show(show: list[BoxContent], expected: list[str]) -> None:
    assert told(drawn(show=tuple(show)))["field"] == expected


@pytest.mark.parametrize(
    ("wished", "expected"),
    [
        ({"unit": Ref("field")}, {"field": None, "east": "field"}),
        ({"root": Ref("lead")}, {"field": None, "east": "field"}),
        ({"root": Ref("engineer")}, {"east": None}),
        ({"depth": 1}, {"service": None}),
        ({"depth": 2}, {"service": None, "field": "service", "parts": "service"}),
        ({"collapse": (Ref("field"),)}, {"service": None, "field": "service", "parts": "service"}),
        ({"collapse": (Ref("lead"),)}, {"service": None, "field": "service", "parts": "service"}),
        ({"focus": Ref("engineer")}, {"service": None, "field": "service", "east": "field"}),
        ({"levels": (Ref("top"), Ref("low"))}, {"service": None, "east": "service"}),
    ],
)
def test_which_part_is_drawn(wished: dict[str, Any], expected: dict[str, str | None]) -> None:
    graph = drawn(**wished)
    assert {box.id: box.parent for box in graph.boxes if box.style != "outside"} == expected


def test_what_is_not_drawn_is_counted_in_the_unit_that_stands_for_it() -> None:
    assert told(drawn(depth=1))["service"][-1] == "下辖 3 个部门"
    assert told(drawn(collapse=(Ref("field"),)))["field"][-2:] == ["在岗 3/5 人 · 空缺 2 人", "下辖 1 个部门"]
    assert told(drawn(language="en", depth=2))["field"][-1] == "1 unit below"
    assert drawn(depth=1).links == (Link("service", "party:quality-office"),)


def test_titles_of_parts() -> None:
    assert drawn(unit=Ref("field")).title == "现场组机构设置图"
    assert drawn(Organization(workspace=Workspace())).title == "机构设置图"


@pytest.mark.parametrize(
    ("by", "colours", "meanings"),
    [
        (ColourBy.UNIT, [0, 1, 1, 2], ["服务部", "现场组", "配件组"]),
        (ColourBy.LEVEL, [0, 1, 2, 0], ["领导层", "管理层", "操作层"]),
        (None, [None] * 4, []),
    ],
)
def test_colours(by: ColourBy | None, colours: list[int | None], meanings: list[str]) -> None:
    graph = drawn(colour_by=by)
    assert [box.colour for box in graph.boxes[:4]] == colours
    assert [entry.text for entry in graph.legend if entry.style == "colour"] == meanings


def test_details_for_those_who_ask() -> None:
    found = {detail.label: detail.values for detail in boxes(drawn())["service"].details}
    assert found == {"部门编号": ("S",), "地点": ("苏州",), "部门职能": ("受理", "维修")}
