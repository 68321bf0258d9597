from __future__ import annotations

from dataclasses import replace

import pytest

from posdoc.charts.flow import MOST_LANES, describe_flow, draw, draw_flow, draw_in_lanes, find_flow, flows_of
from posdoc.charts.graph import Box, Group, Line, Link
from posdoc.layout import place
from posdoc.model import ChartOutput, Flow, Ref, Step
from tests.charts.samples import CAREERS, CAREERS_EN, CAREERS_ZH, COMPLAINTS, step, text


def ways(*steps: Step) -> list[tuple[str, str, str]]:
    flow = Flow(title=text("流程"), steps=steps)
    return [(link.source, link.target, link.label) for link in draw_flow(CAREERS_ZH, flow).links]


def test_steps_stand_between_a_start_and_an_end() -> None:
    graph = draw_flow(CAREERS_ZH, COMPLAINTS)
    assert graph.boxes == (
        Box("start", (Line("开始"),), shape="rounded"),
        Box("step:1", (Line("1. 登记投诉", "step"), Line("文员 · 输出：投诉单", "muted")), short="1"),
        Box("step:2", (Line("2. 判断原因", "step"),), style="decision", short="2"),
        Box("step:3", (Line("3. 上门修复", "step"), Line("工程师", "muted")), short="3"),
        Box("step:4", (Line("4. 回复客户", "step"),), style="decision", short="4"),
        Box("end", (Line("结束"),), shape="rounded", short="结束"),
    )
    assert (graph.title, graph.language, graph.arrangement) == ("", "zh", "flow")
    assert {link.style for link in graph.links} == {"flow"}


def test_lines_lead_where_the_steps_say_and_join_the_conditions_of_one_way() -> None:
    assert draw_flow(CAREERS_ZH, COMPLAINTS).links == (
        Link("start", "step:1", style="flow"),
        Link("step:1", "step:2", style="flow"),
        Link("step:2", "step:3", "质量问题", "flow"),
        Link("step:2", "step:4", "误用；磨损", "flow"),
        Link("step:2", "end", "撤诉", "flow"),
        Link("step:3", "step:4", style="flow"),
        Link("step:4", "end", style="flow"),
        Link("step:4", "step:2", "客户不认可", "flow"),
    )


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((step("a", "甲"),), [("step:1", "end", "")]),
        ((step("a", "甲", ("a", "重做")),), [("step:1", "step:1", "重做")]),
        ((step("a", "甲", ("nowhere", "")),), []),
        ((step("a", "甲"), step("a", "乙", ("a", ""))), [("step:1", "step:2", ""), ("step:2", "step:1", "")]),
    ],
    ids=["the last step ends the flow", "back to itself", "to a step that there is not", "an id that is there twice"],
)
def test_where_a_step_leads(steps: tuple[Step, ...], expected: list[tuple[str, str, str]]) -> None:
    assert ways(*steps)[1:] == expected


def test_a_step_with_one_way_on_is_no_decision_whatever_its_conditions() -> None:
    flow = Flow(title=text("流程"), steps=(step("a", "甲", ("end", "是"), ("end", "否")),))
    assert [box.style for box in draw_flow(CAREERS_ZH, flow).boxes] == ["normal"] * 3


def test_english() -> None:
    graph = draw_flow(CAREERS_EN, COMPLAINTS)
    assert [box.lines[0].text for box in graph.boxes][::5] == ["Start", "End"]
    assert graph.boxes[1].lines[1].text == "Clerk · Output: form"


@pytest.mark.parametrize(
    ("focus", "title"),
    [
        ("manager", "投诉处理"),
        ("manager/complaints", "投诉处理"),
        ("manager/short", "短"),
        ("service", "空流程"),
        ("service/complaints", "投诉处理"),
        ("manager/other", None),
        ("clerk", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_a_flow_is_found_by_its_owner_and_id(focus: str, title: str | None) -> None:
    found = find_flow(CAREERS, focus)
    assert (CAREERS_ZH.text(found.title) if found else None) == title


def test_flows_of_positions_and_units() -> None:
    assert [len(flows_of(CAREERS, owner)) for owner in ("manager", "service", "clerk", "unknown")] == [2, 2, 0, 0]


def test_drawn_by_itself_a_flow_has_its_title() -> None:
    graph = draw(CAREERS, CAREERS_ZH, ChartOutput(position="manager/complaints"))
    assert graph.title == "投诉处理"
    assert graph.links == draw_flow(CAREERS_ZH, COMPLAINTS).links


@pytest.mark.parametrize("focus", ["clerk", "service"])
def test_no_flow_and_a_flow_without_steps_are_empty_charts(focus: str) -> None:
    assert draw(CAREERS, CAREERS_ZH, ChartOutput(position=focus)).boxes == ()


@pytest.mark.parametrize(
    ("flow", "chinese", "english"),
    [
        (
            COMPLAINTS,
            "流程图“投诉处理”，共 4 步：登记投诉 → 判断原因 → 上门修复 → 回复客户；第 2、4 步后有分支。",
            "Flow chart of Complaints in 4 steps: 登记投诉 → 判断原因 → 上门修复 → 回复客户. It branches after step 2, 4.",
        ),
        (Flow(title=text("空", "Empty")), "流程图“空”，共 0 步：无。", "Flow chart of Empty in 0 steps: none."),
    ],
)
def test_it_can_be_told(flow: Flow, chinese: str, english: str) -> None:
    assert (describe_flow(CAREERS_ZH, flow), describe_flow(CAREERS_EN, flow)) == (chinese, english)


ROLES = Flow(
    title=text("派工"),
    steps=(
        step("", "受理"),
        step("", "派工", role=Ref("clerk"), output=text("派工单", "order")),
        step("", "打印"),
        step("", "上门", role=Ref("engineer")),
        step("", "归档", role=Ref("clerk")),
    ),
)


def test_each_role_has_a_lane_in_the_order_in_which_they_appear() -> None:
    graph = draw_in_lanes(CAREERS_ZH, ROLES)
    assert graph is not None
    assert graph.groups == (Group("clerk", "文员"), Group("engineer", "工程师"))
    assert [box.group for box in graph.boxes] == ["clerk", "clerk", "clerk", "clerk", "engineer", "clerk", "clerk"]
    assert graph.links == draw_flow(CAREERS_ZH, ROLES).links


def test_in_a_lane_a_step_does_not_say_again_who_takes_it() -> None:
    graph = draw_in_lanes(CAREERS_ZH, ROLES)
    assert graph is not None
    assert graph.boxes[2].lines == (Line("2. 派工", "step"), Line("输出：派工单", "muted"))
    assert graph.boxes[4].lines == (Line("4. 上门", "step"),)
    assert graph.otherwise == draw_flow(CAREERS_ZH, ROLES)


@pytest.mark.parametrize("count", [0, 1, MOST_LANES + 1])
def test_one_role_and_too_many_make_no_lanes(count: int) -> None:
    steps = tuple(step("", f"第 {number} 步", role=Ref(f"r{number}")) for number in range(count))
    assert draw_in_lanes(CAREERS_ZH, Flow(title=text("流程"), steps=steps)) is None


def test_a_flow_drawn_by_itself_stands_in_lanes_where_there_is_room() -> None:
    organization = replace(CAREERS, units=(replace(CAREERS.units[0], flows=(ROLES,)),))
    graph = draw(organization, CAREERS_ZH, ChartOutput(position="service"))
    assert graph.title == "派工"
    assert [frame.id for frame in place(graph).frames] == ["clerk", "engineer"]


def test_told_with_its_roles() -> None:
    assert describe_flow(CAREERS_ZH, ROLES, roles=True) == (
        "流程图“派工”，共 5 步：受理 → 派工（文员） → 打印 → 上门（工程师） → 归档（文员）。"
    )
