from dataclasses import replace

import pytest
from hypothesis import given, settings

from posdoc.charts.graph import Link
from posdoc.layout import place
from posdoc.layout.career import PAGE_WIDTH
from posdoc.layout.placed import Placed, PlacedLink, Rect
from tests.layout.routed import career, careers, faults

SAMPLES = {
    "alone": career(),
    "everything": career(
        ["客服专员", "投诉专员"], [["经理", "总监"], ["质量主管"]], ["配件主管", "三包主管"], ["客服专员"]
    ),
    "one of each": career(["客服专员"], [["经理"]], ["配件主管"], ["文员"]),
    "only upwards": career(chains=[["Field Service Manager", "After-sales Service Manager", "Deputy General Manager"]]),
    "only from below": career([f"Service Supervisor, Office {n}" for n in range(7)]),
    "two sent back": career(["甲", "乙", "丙"], demotions=["乙", "丁", "丙"]),
    "chains that branch": career(chains=[["甲", "乙"], ["丙", "丁"], ["戊"]]),
}


def rects(placed: Placed) -> dict[str, Rect]:
    return {box.id: box.rect for box in placed.boxes}


def link(placed: Placed, source: str, target: str) -> PlacedLink:
    return next(one for one in placed.links if (one.source, one.target) == (source, target))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert faults(place(SAMPLES[name])) == []


@given(careers())
@settings(max_examples=60, deadline=None)
def test_nor_is_there_a_fault_in_careers_made_at_random(drawn: object) -> None:
    assert faults(place(drawn)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAMPLES)
def test_it_fits_the_text_of_a_page(name: str) -> None:
    assert place(SAMPLES[name]).width - 40 <= PAGE_WIDTH


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_career_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


def test_it_goes_from_left_to_right_with_other_moves_below() -> None:
    found = rects(place(SAMPLES["everything"]))
    assert found["客服专员"].x == found["投诉专员"].x < found["me"].x < found["经理"].x < found["总监"].x
    assert found["经理"].x == found["质量主管"].x
    assert found["me"].bottom < found["配件主管"].y < found["三包主管"].y


def test_what_is_in_one_row_is_joined_by_straight_lines() -> None:
    placed = place(SAMPLES["only upwards"])
    assert [len(one.points) for one in placed.links] == [2, 2, 2]


def test_who_may_be_sent_back_has_one_box_with_two_lines_apart() -> None:
    placed = place(SAMPLES["everything"])
    there, back = link(placed, "客服专员", "me"), link(placed, "me", "客服专员")
    assert back.style == "demotion"
    assert (there.points[0].x, there.points[-1].x) == (back.points[-1].x, back.points[0].x)
    assert back.points[-1].y - there.points[0].y == back.points[0].y - there.points[-1].y == 8


def test_a_move_is_named_once() -> None:
    placed = place(SAMPLES["everything"])
    assert [[text.text for text in one.label] for one in placed.links if one.style == "rotation"] == [[], ["轮调"]]


def test_a_single_rotation_hangs_straight_below() -> None:
    placed = place(SAMPLES["one of each"])
    found = link(placed, "me", "配件主管")
    assert (found.source_side, found.target_side, len(found.points)) == ("bottom", "top", 2)


def test_every_box_has_one_place_even_where_moves_form_a_circle() -> None:
    drawn = SAMPLES["only upwards"]
    circle = (*drawn.links, Link("Deputy General Manager", "me", style="promotion"), Link("me", "me", style="rotation"))
    placed = place(replace(drawn, links=circle))
    assert [box.id for box in placed.boxes] == [box.id for box in drawn.boxes]


def test_without_a_focus_there_is_nothing_to_place() -> None:
    drawn = SAMPLES["alone"]
    placed = place(replace(drawn, boxes=(replace(drawn.boxes[0], style="normal"),)))
    assert placed.boxes == ()
