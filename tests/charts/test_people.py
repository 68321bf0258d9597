from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from posdoc.charts.details import with_details
from posdoc.charts.graph import Box, Graph, LegendEntry, Line, Link
from posdoc.charts.people import MOST_BOXES, draw
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import (
    BoxContent,
    ChartOutput,
    ColourBy,
    DottedLine,
    ListedPost,
    Organization,
    Person,
    Position,
    PositionStatus,
    Post,
    Ref,
    Text,
    Unit,
)
from tests.charts.samples import DEPARTMENT, UNITS, WORKSPACE, person, position, post, text
from tests.layout.samples import faults

TEAM = (
    position("manager", "经理", "director", 1, unit="service"),
    position("aide", "助理", "manager", 1, unit="service", assistant=True),
    position("leader", "班长", "manager", 2, unit="field"),
    position("engineer", "工程师", "leader", 4, unit="field"),
    position("clerk", "文员", "manager", 1, unit="service"),
)
STAFF = (
    person("韩", post("manager")),
    person("陆", post("leader")),
    person("田", post("leader", acting=True)),
    Person(name=Text({"zh": "顾", "en": "Gu"}), number="G7", posts=(post("engineer"), post("aide", 40))),
    person("苏", post("engineer")),
    person("任", post("clerk", 50, job_share=True)),
    person("钟", post("clerk", 50, job_share=True)),
)


def of(
    positions: tuple[Position, ...] = TEAM, people: tuple[Person, ...] = STAFF, units: tuple[Unit, ...] = UNITS
) -> Organization:
    return Organization(workspace=WORKSPACE, units=units, positions=positions, people=people)


def drawn(organization: Organization | None = None, language: str = "zh", **wished: Any) -> Graph:
    organization = organization or of()
    return draw(organization, Words(organization, language), ChartOutput(kind="people", **wished))


def told(graph: Graph) -> dict[str, list[str]]:
    return {box.id: [line.text for line in box.lines] for box in graph.boxes}


def boxes(graph: Graph) -> dict[str, Box]:
    return {box.id: box for box in graph.boxes}


def test_everybody_stands_under_the_one_to_whom_their_position_reports() -> None:
    graph = drawn()
    assert [(box.id, box.parent, [line.text for line in box.lines]) for box in graph.boxes] == [
        ("director", None, ["总监", "总经办"]),
        ("aide", "manager", ["顾", "助理（40%）", "兼工程师"]),
        ("manager", "director", ["韩", "经理"]),
        ("leader", "manager", ["陆", "田（代理）", "班长"]),
        ("engineer", "leader", ["顾", "工程师", "兼助理"]),
        ("engineer#2", "leader", ["苏", "工程师"]),
        ("engineer#3", "leader", ["空缺（2 人）", "工程师"]),
        ("clerk", "manager", ["任", "钟", "分担一职（50% + 50%）", "文员"]),
    ]
    assert graph.title == "售后服务部人员架构图"
    assert [group.id for group in graph.groups] == ["service", "field"]
    assert boxes(graph)["aide"].assistant


def test_the_name_comes_first_and_bold_the_position_below_it() -> None:
    assert boxes(drawn())["manager"].lines == (Line("韩", "title"), Line("经理", "subtitle"))


def test_english() -> None:
    graph = drawn(language="en")
    assert graph.title == "After-sales People Chart"
    assert told(graph)["engineer"] == ["Gu", "Engineer", "also Aide"]
    assert told(graph)["engineer#3"] == ["Vacant (2)", "Engineer"]
    assert told(graph)["clerk"] == ["任", "钟", "job share (50% + 50%)", "Clerk"]
    assert told(graph)["leader"] == ["陆", "田 (acting)", "Leader"]


@pytest.mark.parametrize(
    ("holders", "count", "expected", "style"),
    [
        ((), 1, ["空缺（1 人）", "班长"], "vacant"),
        ((), 3, ["空缺（3 人）", "班长"], "vacant"),
        ((), None, ["班长"], "normal"),
        ((post("leader"),), 1, ["甲", "班长"], "normal"),
        ((post("leader"),), 2, ["甲", "空缺（1 人）", "班长"], "vacant"),
        ((post("leader"), post("leader", acting=True)), 2, ["甲", "乙（代理）", "班长"], "normal"),
        (
            (post("leader", 50, job_share=True), post("leader", 50, job_share=True)), 1,
            ["甲", "乙", "分担一职（50% + 50%）", "班长"], "normal",
        ),
    ],
    ids=["nobody", "nobody for several", "nobody knows", "one", "one of two", "two", "two who share"],
)  # fmt: skip
def test_what_reports_hang_below(holders: tuple[Post, ...], count: int | None, expected: list[str], style: str) -> None:
    team = (position("leader", "班长", None, count), position("engineer", "工程师", "leader", 1))
    people = [person(name, each) for name, each in zip("甲乙", holders, strict=False)]
    graph = drawn(of(team, (*people, person("丙", post("engineer")))))
    assert told(graph) == {"leader": expected, "engineer": ["丙", "工程师"]}
    assert [(box.style, box.parent) for box in graph.boxes] == [(style, None), ("normal", "leader")]


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ((), [["空缺（3 人）", "工程师"]]),
        ((post("it"), post("it")), [["甲", "工程师"], ["乙", "工程师"], ["空缺（1 人）", "工程师"]]),
        ((post("it", 60), post("it")), [["甲", "工程师（60%）"], ["乙", "工程师"], ["空缺（1 人）", "工程师"]]),
        (
            tuple(post("it", 50, job_share=True) for _ in range(3)),
            [["甲", "乙", "分担一职（50% + 50%）", "工程师"], ["丙", "工程师（50%）"], ["空缺（1 人）", "工程师"]],
        ),
        (tuple(post("it") for _ in range(4)), [["甲", "工程师"], ["乙", "工程师"], ["丙", "工程师"], ["丁", "工程师"]]),
    ],
    ids=["nobody", "two", "part of the time", "three who share", "more than planned"],
)
def test_a_box_for_each_place_where_nothing_hangs_below(holders: tuple[Post, ...], expected: list[list[str]]) -> None:
    people = [person(name, each) for name, each in zip("甲乙丙丁", holders, strict=False)]
    graph = drawn(of((position("it", "工程师", None, 3),), (*people, person("某", post("other")))))
    assert list(told(graph).values()) == expected


def test_very_many_holders_are_names_in_one_box() -> None:
    people = tuple(person(f"张{number}", post("it")) for number in range(MOST_BOXES + 1))
    graph = drawn(of((position("it", "工程师", None, MOST_BOXES + 3),), people))
    assert told(graph)["it"] == [*(f"张{number}" for number in range(MOST_BOXES + 1)), "空缺（2 人）", "工程师"]
    assert boxes(graph)["it"].lines[0].role == "detail"
    assert len(drawn(of((position("it", "工程师", None, MOST_BOXES),), people[1:])).boxes) == MOST_BOXES


def test_planned_positions_are_dashed_and_those_that_nobody_can_hold_left_out() -> None:
    team = (
        position("new", "新岗", None, 2, status=PositionStatus.PLANNED),
        position("frozen", "冻结岗", None, 2, status=PositionStatus.FROZEN),
        position("old", "旧岗", None, 2, status=PositionStatus.ABOLISHED),
    )
    graph = drawn(of(team))
    assert told(graph) == {"new": ["拟设（2 人）", "新岗"]}
    assert graph.boxes[0].style == "planned"
    assert [entry.style for entry in graph.legend] == ["planned"]


def test_posts_that_only_a_list_names_are_left_out() -> None:
    units = (replace(UNITS[0], posts=(ListedPost(title=text("发货员")),)), *UNITS[1:])
    assert set(told(drawn(of(units=units)))) == set(told(drawn()))


def test_dotted_lines_are_drawn_for_positions_that_are_one_box() -> None:
    dotted = (DottedLine(position=Ref("quality"), for_=text("质量反馈")),)
    team = tuple(replace(each, dotted_to=dotted) for each in TEAM)
    graph = drawn(of(team))
    assert graph.links == tuple(Link(name, "quality", "质量反馈") for name in ("manager", "aide", "leader", "clerk"))
    nobody = drawn(of(tuple(replace(each, dotted_to=dotted if each.id == "engineer" else ()) for each in TEAM)))
    assert nobody.links == ()
    assert "quality" not in boxes(nobody)


def test_the_legend_explains_what_is_used() -> None:
    assert drawn().legend == (LegendEntry("outside", "部门外岗位"), LegendEntry("vacant", "空缺"))
    assert drawn(of(TEAM[:1], STAFF[:1]), colour_by=ColourBy.UNIT).legend == (
        LegendEntry("colour", "服务部", 0), LegendEntry("outside", "部门外岗位"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ([BoxContent.INCUMBENTS], ["顾", "兼助理"]),
        ([BoxContent.ID, BoxContent.TITLE], ["顾", "G7", "工程师", "兼助理"]),
        ([BoxContent.SECOND_LANGUAGE, BoxContent.TITLE], ["顾", "Gu", "Engineer", "工程师", "兼助理"]),
        ([BoxContent.TITLE, BoxContent.UNIT], ["顾", "工程师", "现场组", "兼助理"]),
        ([BoxContent.HEADCOUNT, BoxContent.VACANCY], ["顾", "兼助理"]),
    ],
)
def test_what_a_box_can_show(show: list[BoxContent], expected: list[str]) -> None:
    assert told(drawn(show=tuple(show)))["engineer"] == expected


def test_of_several_holders_each_is_told_with_what_there_is_to_say() -> None:
    team = (
        position("leader", "班长", None, 2),
        position("engineer", "工程师", "leader", 1),
        position("x", "文员", None, 1),
    )
    people = (replace(STAFF[3], posts=(post("leader"), post("x"))), person("田", post("leader")))
    assert told(drawn(of(team, people), show=(BoxContent.ID, BoxContent.TITLE)))["leader"] == [
        "顾（G7、兼文员）",
        "田",
        "班长",
    ]


@pytest.mark.parametrize(
    ("wished", "expected"),
    [
        ({"unit": Ref("field")}, ["manager", "leader", "engineer", "engineer#2", "engineer#3"]),
        ({"root": Ref("leader")}, ["leader", "engineer", "engineer#2", "engineer#3"]),
        ({"depth": 2}, ["director", "aide", "manager", "leader", "clerk"]),
        ({"collapse": (Ref("leader"),)}, ["director", "aide", "manager", "leader", "clerk"]),
        ({"focus": Ref("leader")}, ["director", "manager", "leader", "engineer", "engineer#2", "engineer#3"]),
    ],
)
def test_which_part_is_drawn(wished: dict[str, Any], expected: list[str]) -> None:
    assert [box.id for box in drawn(**wished).boxes] == expected


def test_the_superior_of_a_part_is_named_in_grey() -> None:
    above = boxes(drawn(unit=Ref("field")))["manager"]
    assert (above.style, above.lines) == ("outside", (Line("韩", "title"), Line("经理", "subtitle")))
    assert boxes(drawn(unit=Ref("field"), names=False))["manager"].lines == (Line("经理", "title"),)


def test_what_is_only_counted_is_said_in_the_box_that_stands_for_it() -> None:
    assert told(drawn(depth=2))["leader"] == ["陆", "田（代理）", "班长", "下辖 1 个岗位，共 4 人"]
    assert boxes(drawn(focus=Ref("leader")))["leader"].style == "focus"
    assert drawn(focus=Ref("leader")).title == "班长的汇报关系"


def test_no_name_is_ever_printed_that_is_not_wanted() -> None:
    graph = drawn(names=False, show=(BoxContent.ID, BoxContent.TITLE))
    said = {line.text for box in graph.boxes for line in box.lines}
    assert not said & {"韩", "陆", "顾", "G7", "兼助理"}
    assert told(graph)["engineer"] == ["工程师"]
    assert not any(box.keywords for box in graph.boxes)


def test_a_person_is_found_by_name_and_number_only_in_their_own_boxes() -> None:
    organization = of()
    graph = with_details(drawn(organization), organization, Words(organization, "zh"))
    found = {box.id for box in graph.boxes if {"Gu", "G7"} <= set(box.keywords)}
    assert found == {"engineer", "aide"}
    assert "工程师" in boxes(graph)["engineer#2"].keywords
    assert boxes(graph)["engineer#2"].details == boxes(graph)["engineer"].details


def test_it_is_placed_without_a_fault() -> None:
    assert faults(place(drawn())) == []
    assert faults(place(drawn(DEPARTMENT))) == []
