from __future__ import annotations

from typing import Any

import pytest

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.charts.org import draw
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, DottedLine, Organization, Position, PositionStatus, Ref, Workspace
from tests.charts.samples import DEPARTMENT, EN, UNITS, WORKSPACE, ZH, person, position, post


def box(name: str, title: str, *rest: Line, parent: str | None = "manager", group: str = "service", **more: Any) -> Box:
    tooltip = more.pop("tooltip", title)
    return Box(name, (Line(title, "title"), *rest), parent=parent, group=group, tooltip=tooltip, **more)


def count(text: str) -> Line:
    return Line(text, "subtitle")


def test_a_department_in_chinese() -> None:
    assert draw(DEPARTMENT, ZH) == Graph(
        title="售后服务部组织架构图",
        language="zh",
        boxes=(
            Box("director", (Line("总监", "title"), Line("总经办", "muted")), style="outside"),
            box("secretary", "助理", assistant=True),
            box(
                "manager", "经理", count("在岗 1/1 人"), Line("韩（代理）", "detail"), parent="director", tooltip="SH-1 经理"
            ),
            box("clerk", "文员", count("在岗 1/1 人"), Line("苏、陆", "detail")),
            box(
                "engineer", "工程师", count("在岗 2/3 人 · 空缺 1 人"), Line("田、顾", "detail"),
                group="east", style="vacant",
            ),
            box("trainer", "讲师", count("1 人"), style="planned"),
            Box("quality", (Line("质量经理", "title"),), style="outside"),
        ),
        groups=(
            Group("service", "服务部"),
            Group("field", "现场组", "service"),
            Group("east", "华东", "field"),
        ),
        links=(Link("engineer", "quality", "质量反馈"),),
        legend=(
            LegendEntry("vacant", "有空缺的岗位"),
            LegendEntry("planned", "拟设岗位"),
            LegendEntry("outside", "部门外岗位"),
            LegendEntry("dotted", "业务汇报（虚线）"),
        ),
    )  # fmt: skip


def test_a_department_in_english() -> None:
    graph = draw(DEPARTMENT, EN)
    assert (graph.title, graph.language) == ("After-sales Organization Chart", "en")
    assert [[line.text for line in drawn.lines] for drawn in graph.boxes] == [
        ["Director", "Office"],
        ["Secretary"],
        ["Manager", "1 of 1", "韩 (acting)"],
        ["Clerk", "1 of 1", "苏, 陆"],
        ["Engineer", "2 of 3 · 1 vacant", "田, 顾"],
        ["Trainer", "1"],
        ["Quality Manager"],
    ]
    assert [group.title for group in graph.groups] == ["Service", "Field", "East"]
    assert graph.links == (Link("engineer", "quality", "feedback"),)
    assert [entry.text for entry in graph.legend] == [
        "with vacancies", "planned position", "outside the department", "dotted reporting line",
    ]  # fmt: skip


def drawn(*positions: Position, workspace: Workspace = WORKSPACE, **more: Any) -> Graph:
    organization = Organization(workspace=workspace, positions=positions, units=UNITS, **more)
    return draw(organization, Words(organization, "zh"))


def test_an_empty_department() -> None:
    assert drawn(workspace=Workspace()) == Graph(title="组织架构图", language="zh", boxes=())


@pytest.mark.parametrize(
    ("positions", "people", "expected"),
    [
        ([position("a", "甲", None, 1)], [person("赵", post("a"))], []),
        ([position("a", "甲", None, 1)], [person("赵", post("other"))], ["vacant"]),
        ([position("a", "甲", "quality")], [], ["outside"]),
        ([position("a", "甲", status=PositionStatus.PLANNED)], [], ["planned"]),
        ([position("a", "甲", dotted_to=(DottedLine(position=Ref("b")),)), position("b", "乙")], [], ["dotted"]),
    ],
    ids=["nothing", "vacant", "outside", "planned", "dotted"],
)
def test_the_legend_explains_what_is_used(positions: list[Position], people: list[Any], expected: list[str]) -> None:
    graph = drawn(*positions, people=tuple(people))
    assert [entry.style for entry in graph.legend] == expected


def test_below_an_abolished_position_a_line_begins_anew() -> None:
    graph = drawn(
        position("a", "甲", status=PositionStatus.ABOLISHED),
        position("b", "乙", "a", dotted_to=(DottedLine(position=Ref("a")),)),
        position("c", "丙", "b"),
    )
    assert [drawn_box.id for drawn_box in graph.boxes] == ["b", "c"]
    assert graph.links == ()


def test_a_dotted_line_to_nothing_is_left_out() -> None:
    graph = drawn(position("a", "甲", dotted_to=(DottedLine(position=Ref("nobody")),)))
    assert graph.links == ()
    assert len(graph.boxes) == 1


def test_someone_outside_is_drawn_once_whatever_for() -> None:
    dotted = (DottedLine(position=Ref("quality")),)
    graph = drawn(
        position("a", "甲", "quality"),
        position("b", "乙", "quality", dotted_to=dotted),
        position("c", "丙", dotted_to=dotted),
    )
    assert [drawn_box.id for drawn_box in graph.boxes] == ["quality", "a", "b", "c"]
    assert graph.links == (Link("b", "quality"), Link("c", "quality"))


def test_only_units_with_a_position_in_them_or_below_are_framed() -> None:
    graph = drawn(position("a", "甲", unit="field"))
    assert [(group.id, group.parent) for group in graph.groups] == [("service", None), ("field", "service")]


def test_names_can_be_left_out() -> None:
    with_names, without = draw(DEPARTMENT, ZH), draw(DEPARTMENT, ZH, ChartOutput(names=False))
    assert [box.id for box in without.boxes] == [box.id for box in with_names.boxes]
    assert {line.role for box in with_names.boxes for line in box.lines} >= {"detail"}
    assert not {line.role for box in without.boxes for line in box.lines} & {"detail"}


def test_one_unit_with_its_superiors() -> None:
    graph = draw(DEPARTMENT, ZH, ChartOutput(unit=Ref("field")))
    assert [(box.id, box.style, box.parent) for box in graph.boxes] == [
        ("manager", "outside", None),
        ("engineer", "vacant", "manager"),
        ("quality", "outside", None),
    ]
    assert graph.title == "现场组组织架构图"


def test_grey_boxes_of_a_part_are_positions_of_this_department_too() -> None:
    """A dotted line out of the part is drawn to a grey box, and the legend does not call that outside the department."""
    people = (
        position("head", "主管", "director", unit="service"),
        position("a", "甲", "head", unit="field", dotted_to=(DottedLine(position=Ref("b")),)),
        position("b", "乙", "head", unit="empty"),
        position("gone", "丙", "head", unit="empty", status=PositionStatus.ABOLISHED),
        position("c", "丁", "a", unit="field", dotted_to=(DottedLine(position=Ref("gone")),)),
    )
    organization = Organization(workspace=WORKSPACE, units=UNITS, positions=people)
    graph = draw(organization, Words(organization, "zh"), ChartOutput(unit=Ref("field")))
    assert [(box.id, box.style) for box in graph.boxes] == [
        ("head", "outside"), ("a", "normal"), ("c", "normal"), ("b", "outside"),
    ]  # fmt: skip
    assert graph.links == (Link("a", "b"),)
    assert graph.legend[0] == LegendEntry("outside", "本图范围以外的岗位")
