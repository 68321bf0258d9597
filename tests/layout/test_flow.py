from dataclasses import replace

import pytest
from hypothesis import given, settings

from posdoc.charts.graph import Box, Graph, Line, Link
from posdoc.layout import place
from posdoc.layout.flow import PAGE_HEIGHT, PAGE_WIDTH
from posdoc.layout.placed import Placed, PlacedLink
from tests.layout.routed import LONG, MIXED, SHORT, faults, flow, flows

SAMPLES = {
    "straight": flow(3, {}),
    "forward and back": flow(5, {(2, 3): "是", (2, 5): "否", (4, 1): "重做", (4, 5): "", (5, 6): ""}),
    "many branches of one step": flow(6, {(1, n): f"第 {n} 种情况" for n in (2, 3, 4, 5, 6)}, [MIXED]),
    "many ways to one step": flow(6, {(1, 6): "甲", (2, 6): "乙", (2, 3): "丙", (4, 6): "", (5, 7): ""}),
    "back to itself": flow(3, {(2, 2): "未通过", (2, 1): "退回", (2, 3): "通过", (3, 2): "返工"}),
    "long texts": flow(8, {(3, 6): LONG, (6, 2): LONG}, [LONG, MIXED]),
    "two columns": flow(
        20, {(3, 7): "不属于三包范围", (6, 14): "客户不同意报价", (6, 7): "", (17, 4): "重新派工"}, [LONG]
    ),
    "two columns that no line joins": flow(20, {(n, 1): "" for n in (9, 10, 11, 12)}, [LONG]),
}


def link(placed: Placed, source: int, target: object) -> PlacedLink:
    return next(one for one in placed.links if (one.source, one.target) == (str(source), str(target)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert faults(place(SAMPLES[name])) == []


@given(flows())
@settings(max_examples=60, deadline=None)
def test_nor_is_there_a_fault_in_flows_strewn_at_random(drawn: object) -> None:
    assert faults(place(drawn)) == []  # type: ignore[arg-type]


def test_the_checks_of_these_tests_can_fail() -> None:
    placed = place(SAMPLES["forward and back"])
    moved = placed.boxes[3]._replace(rect=placed.boxes[4].rect)
    found = faults(replace(placed, boxes=(*placed.boxes[:3], moved, *placed.boxes[4:])))
    assert any("overlap" in fault for fault in found)
    assert any("does not meet" in fault for fault in found)
    strange = replace(link(placed, 4, 1), source="5", target="2", label=(), label_rect=None)
    assert any("lies on" in fault for fault in faults(replace(placed, links=(*placed.links, strange))))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_flow_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "two columns"])
def test_the_chart_is_as_wide_as_the_text_of_a_page(name: str) -> None:
    assert place(SAMPLES[name]).width - 40 <= PAGE_WIDTH or "columns" in name


def test_steps_stand_below_one_another_in_the_order_written() -> None:
    placed = place(SAMPLES["forward and back"])
    assert [box.id for box in placed.boxes] == list("0123456")
    tops = [box.rect.y for box in placed.boxes]
    assert tops == sorted(tops)
    assert len({box.rect.x + box.rect.width / 2 for box in placed.boxes}) == 1


@pytest.mark.parametrize(
    ("source", "target", "sides"),
    [(2, 3, ("bottom", "top")), (2, 5, ("right", "right")), (4, 1, ("left", "left")), (5, 6, ("bottom", "top"))],
)
def test_lines_go_straight_on_or_skip_at_the_right_or_go_back_at_the_left(
    source: int, target: int, sides: tuple[str, str]
) -> None:
    found = link(place(SAMPLES["forward and back"]), source, target)
    assert (found.source_side, found.target_side) == sides


def test_lines_to_one_step_arrive_at_one_place() -> None:
    placed = place(SAMPLES["many ways to one step"])
    assert len({link(placed, source, 6).points[-1] for source in (1, 2, 4)}) == 1


def test_a_single_line_meets_its_box_in_the_middle() -> None:
    placed = place(SAMPLES["forward and back"])
    assert link(placed, 2, 5).points[0] == placed.boxes[2].rect.middle("right")


def test_a_step_with_many_branches_is_as_high_as_they_need() -> None:
    placed = place(SAMPLES["many branches of one step"])
    assert placed.boxes[1].rect.height > placed.boxes[2].rect.height
    assert len({link(placed, 1, target).points[0].y for target in (3, 4, 5, 6)}) == 4


def test_the_label_stands_beside_the_line_where_it_leaves_its_box() -> None:
    placed = place(SAMPLES["forward and back"])
    found = link(placed, 2, 5)
    assert found.label_rect is not None
    assert found.label_rect.bottom <= found.points[0].y < found.label_rect.bottom + 3
    assert [text.anchor for text in found.label] == ["start"]


def test_a_long_flow_has_two_columns_and_marks_for_lines_between_them() -> None:
    placed = place(SAMPLES["two columns"])
    assert len({box.rect.x for box in placed.boxes if box.shape == "rect"}) == 2
    marks = {box.id: [text.text for text in box.texts] for box in placed.boxes if ">" in box.id}
    assert marks == {"6>14": ["14"], "17>4": ["4"]}
    assert link(placed, 6, "6>14").label[0].text.startswith("客户")
    assert placed.height - 40 < 1.4 * PAGE_HEIGHT


def test_one_line_leads_from_column_to_column() -> None:
    placed = place(SAMPLES["two columns"])
    columns = {box.id: box.rect.x // 150 for box in placed.boxes if ">" not in box.id}
    joined = [one for one in placed.links if one.target in columns]
    over = [one for one in joined if columns[one.target] > columns[one.source]]
    assert [(one.source_side, one.target_side, len(one.points)) for one in over] == [("bottom", "top", 6)]


def test_as_many_steps_as_a_page_holds_stay_in_one_column() -> None:
    placed = place(flow(11, {}, [SHORT]))
    assert len({box.rect.x for box in placed.boxes if box.shape == "rect"}) == 1


@pytest.mark.parametrize(
    ("role", "expected"),
    [("客服专员", ["客服专员 · 输出：登记表"]), ("客" * 24, ["客" * 24, "输出：登记表"])],
)
def test_parts_that_do_not_fit_on_one_line_have_a_line_each(role: str, expected: list[str]) -> None:
    step = Box("1", (Line("1. 受理", "step"), Line(f"{role} · 输出：登记表", "muted")))
    placed = place(Graph("", "zh", (step,), arrangement="flow"))
    assert [text.text for text in placed.boxes[0].texts][1:] == expected


def test_links_that_lead_nowhere_and_repeated_ones_are_left_out() -> None:
    drawn = SAMPLES["straight"]
    strange = (Link("1", "nobody", style="flow"), Link("1", "2", style="flow"), *drawn.links)
    assert len(place(replace(drawn, links=strange)).links) == len(drawn.links)


def test_nothing_can_be_placed() -> None:
    placed = place(replace(SAMPLES["straight"], boxes=(), links=()))
    assert (placed.boxes, placed.links) == ((), ())
