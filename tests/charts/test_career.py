from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from posdoc.charts.career import describe, draw, draw_career, has_career
from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import BoxContent, ChartOutput, ColourBy, Grade, Organization, PositionStatus, Ref, Rotation
from tests.charts.samples import CAREERS, CAREERS_EN, CAREERS_ZH, WORKSPACE, position, text
from tests.layout.samples import box_faults, text_faults

ENGINEER = CAREERS.by_id["engineer"]


def test_every_move_has_its_box_and_line() -> None:
    graph = draw_career(CAREERS, CAREERS_ZH, ENGINEER)
    assert [(box.id, box.lines[0].text, box.style) for box in graph.boxes] == [
        ("engineer", "工程师", "focus"),
        ("from:clerk", "文员", "normal"),
        ("from:trainee", "学徒", "normal"),
        ("to:/lead", "组长", "normal"),
        ("to:/lead/manager", "经理", "normal"),
        ("to:/lead/director", "总监", "outside"),
        ("to:/quality", "质量经理", "outside"),
        ("rotation:trainer", "讲师", "normal"),
        ("demotion:helper", "助手", "normal"),
    ]
    assert graph.links == (
        Link("from:clerk", "engineer", style="promotion"),
        Link("from:trainee", "engineer", style="promotion"),
        Link("engineer", "to:/lead", style="promotion"),
        Link("to:/lead", "to:/lead/manager", style="promotion"),
        Link("to:/lead", "to:/lead/director", style="promotion"),
        Link("engineer", "to:/quality", style="promotion"),
        Link("engineer", "rotation:trainer", "轮调", "rotation"),
        Link("engineer", "from:clerk", "降任", "demotion"),
        Link("engineer", "demotion:helper", "降任", "demotion"),
    )
    assert (graph.title, graph.language, graph.arrangement) == ("", "zh", "career")


def test_only_the_position_itself_is_set_in_bold() -> None:
    boxes = draw_career(CAREERS, CAREERS_EN, CAREERS.by_id["lead"]).boxes
    assert boxes == (
        Box("lead", (Line("Lead", "title"),), "focus"),
        Box("to:/manager", (Line("Manager", "step"),)),
    )


@pytest.mark.parametrize(("words", "title"), [(CAREERS_ZH, "工程师的职业发展"), (CAREERS_EN, "Career paths: Engineer")])
def test_drawn_by_itself_it_has_a_title(words: object, title: str) -> None:
    assert draw(CAREERS, words, ChartOutput(position="engineer")).title == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"), [("engineer", True), ("lead", True), ("clerk", False), ("nobody", False)]
)
def test_whether_there_is_anything_to_draw(name: str, expected: bool) -> None:
    assert has_career(CAREERS.by_id[name]) is expected


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        (
            "engineer",
            "工程师的职业发展：可由 文员、学徒 晋升至此；可晋升为 组长 → 经理；组长 → 总监；质量经理；"
            "可轮调为 讲师；可降任为 文员、助手。",
            "Career paths of Engineer: promotion to it from Clerk, Trainee; promotion to Lead → Manager; Lead → Director; "
            "Quality Manager; rotation to Trainer; demotion to Clerk, Helper.",
        ),
        ("lead", "组长的职业发展：可晋升为 经理。", "Career paths of Lead: promotion to Manager."),
        ("clerk", "文员的职业发展：无。", "Career paths of Clerk: none."),
    ],
)
def test_it_can_be_told(name: str, chinese: str, english: str) -> None:
    assert (describe(CAREERS_ZH, CAREERS.by_id[name]), describe(CAREERS_EN, CAREERS.by_id[name])) == (chinese, english)


GRADED = replace(
    WORKSPACE,
    grades=tuple(Grade(id=Ref(f"G{number}"), title=text(f"{number} 等", f"Grade {number}")) for number in range(1, 6)),
    families=(
        Grade(id=Ref("lead"), title=text("管理序列", "Management")),
        Grade(id=Ref("tech"), title=text("技术序列")),
    ),
    outside_positions=tuple(replace(each, grade=Ref("G5")) for each in WORKSPACE.outside_positions),
)
LADDERS = Organization(
    workspace=GRADED,
    units=CAREERS.units,
    positions=(
        position(
            "engineer", "工程师", unit="service", grade=Ref("G2"), family=Ref("tech"),
            promotes_from=(Ref("trainee"), Ref("engineer"), Ref("nobody")),
            promotes_to=((Ref("lead"), Ref("manager")), (Ref("lead"), Ref("director"))),
            rotates_to=CAREERS.by_id["engineer"].rotates_to, demotes_to=(Ref("trainee"),),
        ),
        position("trainee", "学徒", unit="service", grade=Ref("G1"), family=Ref("tech")),
        position("trainer", "讲师", grade=Ref("G2"), rotates_to=(Rotation(position=Ref("engineer")),)),
        position("lead", "组长", grade=Ref("G3"), family=Ref("lead"), promotes_to=((Ref("manager"),),)),
        position("manager", "经理", grade=Ref("G4"), family=Ref("lead"), status=PositionStatus.PLANNED),
        position("driver", "司机"),
    ),
)  # fmt: skip


def ladders(organization: Organization = LADDERS, language: str = "zh", **wished: Any) -> Graph:
    return draw(organization, Words(organization, language), ChartOutput(kind="career", **wished))


def moves(graph: Graph, style: str) -> list[tuple[str, str]]:
    return [(link.source, link.target) for link in graph.links if link.style == style]


def test_without_a_position_all_ladders_are_drawn_each_step_once() -> None:
    graph = ladders()
    assert moves(graph, "promotion") == [
        ("engineer", "lead"), ("lead", "manager"), ("lead", "director"), ("trainee", "engineer"),
    ]  # fmt: skip
    assert moves(graph, "rotation") == [("engineer", "trainer")]
    assert moves(graph, "demotion") == [("engineer", "trainee")]
    assert (graph.title, graph.arrangement) == ("售后服务部晋升通道图", "ladder")
    assert not any(link.label for link in graph.links)


def test_the_boxes_of_ladders() -> None:
    graph = ladders()
    assert [(box.id, [line.text for line in box.lines], box.style, box.rank) for box in graph.boxes] == [
        ("engineer", ["工程师", "2 等"], "normal", 1),
        ("trainee", ["学徒", "1 等"], "normal", 0),
        ("trainer", ["讲师", "2 等"], "normal", 1),
        ("lead", ["组长", "3 等"], "normal", 2),
        ("manager", ["经理", "4 等"], "planned", 3),
        ("director", ["总监", "总经办"], "outside", 4),
    ]
    assert graph.note == "没有写明晋升、轮调和降任的岗位：司机"


def test_job_families_are_bands_and_outside_positions_stand_in_that_of_those_who_move_to_them() -> None:
    graph = ladders()
    assert graph.groups == (Group("family:lead", "管理序列"), Group("family:tech", "技术序列"))
    assert {box.id: box.group for box in graph.boxes} == {
        "engineer": "family:tech", "trainee": "family:tech", "trainer": None, "lead": "family:lead",
        "manager": "family:lead", "director": "family:lead",
    }  # fmt: skip
    assert ladders(replace(LADDERS, workspace=WORKSPACE)).groups == ()


def test_the_legend_of_ladders_explains_what_is_used() -> None:
    assert ladders().legend == (
        LegendEntry("planned", "拟设岗位"),
        LegendEntry("outside", "部门外岗位"),
        LegendEntry("promotion", "晋升"),
        LegendEntry("rotation", "轮调"),
        LegendEntry("demotion", "降任"),
    )
    assert [entry.text for entry in ladders(language="en").legend][-3:] == ["promotion", "rotation", "demotion"]


def test_the_ladders_of_a_unit_show_others_in_grey() -> None:
    graph = ladders(unit=Ref("service"))
    assert {box.id: box.style for box in graph.boxes} == {
        "engineer": "normal", "trainee": "normal", "lead": "outside", "manager": "outside", "director": "outside",
        "trainer": "outside",
    }  # fmt: skip
    assert graph.title == "服务部晋升通道图"
    assert LegendEntry("outside", "本图范围以外的岗位") in graph.legend


def test_ladders_show_what_is_wished() -> None:
    graph = ladders(show=(BoxContent.ID,), colour_by=ColourBy.FAMILY)
    assert [box.lines for box in graph.boxes][:2] == [(Line("engineer", "muted"),), (Line("trainee", "muted"),)]
    assert [box.colour for box in graph.boxes] == [1, 1, None, 0, 0, None]
    assert [entry.text for entry in graph.legend if entry.style == "colour"] == ["管理序列", "技术序列"]


def test_of_many_positions_without_a_career_the_first_are_named() -> None:
    others = tuple(position(f"p{number}", f"岗{number}") for number in range(14))
    note = ladders(replace(LADDERS, positions=(*LADDERS.positions, *others))).note
    assert note.endswith("岗9、岗10、另有 3 个岗位")


@pytest.mark.parametrize("organization", [LADDERS, CAREERS])
def test_ladders_are_placed_without_a_fault(organization: Organization) -> None:
    placed = place(ladders(organization))
    assert [*box_faults(placed), *text_faults(placed)] == []
    assert len(placed.links) == len(ladders(organization).links)
