from __future__ import annotations

import pytest

from posdoc.charts.flow import describe_flow, draw, draw_flow, find_flow, flows_of
from posdoc.charts.graph import Box, Line, Link
from posdoc.model import Flow, Step
from tests.charts.samples import CAREERS, CAREERS_EN, CAREERS_ZH, COMPLAINTS, step, text


def ways(*steps: Step) -> list[tuple[str, str, str]]:
    flow = Flow(title=text("流程"), steps=steps)
    return [(link.source, link.target, link.label) for link in draw_flow(CAREERS, CAREERS_ZH, flow).links]


def test_steps_stand_between_a_start_and_an_end() -> None:
    graph = draw_flow(CAREERS, CAREERS_ZH, COMPLAINTS)
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
    assert draw_flow(CAREERS, CAREERS_ZH, COMPLAINTS).links == (
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
    assert [box.style for box in draw_flow(CAREERS, CAREERS_ZH, flow).boxes] == ["normal"] * 3


def test_english() -> None:
    graph = draw_flow(CAREERS, CAREERS_EN, COMPLAINTS)
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
    graph = draw(CAREERS, CAREERS_ZH, "manager/complaints")
    assert graph.title == "投诉处理"
    assert graph.links == draw_flow(CAREERS, CAREERS_ZH, COMPLAINTS).links


@pytest.mark.parametrize("focus", ["clerk", "service"])
def test_no_flow_and_a_flow_without_steps_are_empty_charts(focus: str) -> None:
    assert draw(CAREERS, CAREERS_ZH, focus).boxes == ()


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
