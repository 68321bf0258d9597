from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Graph
from posdoc.layout import flow as flow_layout
from posdoc.layout import place
from posdoc.layout.placed import Placed, PlacedLink
from tests.layout import routed
from tests.layout.arranged import ROLES, in_lanes, lanes
from tests.layout.routed import LONG, MIXED, flow
from tests.layout.samples import frame_faults

SAMPLES = {
    "to and fro": lanes(5, {}, [0, 1]),
    "forward and back": lanes(5, {(2, 3): "是", (2, 5): "否", (4, 1): "重做", (4, 5): "", (5, 6): ""}, [0, 1, 2]),
    "many branches": lanes(6, {(1, n): f"第 {n} 种情况" for n in (2, 3, 4, 5, 6)}, [0, 1, 2, 3], [MIXED]),
    "many ways to one step": lanes(6, {(1, 6): "甲", (2, 6): "乙", (2, 3): "丙", (4, 6): "", (5, 7): ""}, [0, 1, 2]),
    "back to itself": lanes(3, {(2, 2): "未通过", (2, 1): "退回", (2, 3): "通过", (3, 2): "返工"}, [1, 0]),
    "long texts": lanes(6, {(3, 6): LONG, (6, 2): LONG}, [0, 0, 1], [LONG, MIXED]),
}


@st.composite
def laned(draw: st.DrawFn) -> Graph:
    """Flows in lanes with branches wherever chance has it."""
    drawn = draw(routed.flows())
    return in_lanes(drawn, draw(st.lists(st.integers(0, len(ROLES) - 1), min_size=2, max_size=9)))


def faults(placed: Placed) -> list[str]:
    return [*routed.faults(placed), *frame_faults(placed)]


def link(placed: Placed, source: int, target: int) -> PlacedLink:
    return next(one for one in placed.links if (one.source, one.target) == (str(source), str(target)))


@pytest.fixture
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lanes are drawn however much room they need."""
    monkeypatch.setattr(flow_layout, "MOST_NEED", 1000.0)


@pytest.mark.usefixtures("roomy")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    placed = place(SAMPLES[name])
    assert placed.frames
    assert faults(placed) == []


@pytest.mark.usefixtures("roomy")
@given(laned())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nor_is_there_a_fault_in_lanes_strewn_at_random(drawn: Graph) -> None:
    assert faults(place(drawn)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_flow_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


def test_each_role_has_a_lane_down_the_page_with_its_name_at_the_head() -> None:
    placed = place(SAMPLES["forward and back"])
    assert [frame.texts[0].text for frame in placed.frames] == ["客服专员", "服务调度员", "Field Service"]
    assert len({(frame.rect.y, frame.rect.bottom) for frame in placed.frames}) == 1
    for left, right in zip(placed.frames, placed.frames[1:], strict=False):
        assert left.rect.right == right.rect.x
    first = min(box.rect.y for box in placed.boxes)
    assert all(text.y < first for frame in placed.frames for text in frame.texts)
    assert [box.frame for box in placed.boxes] == [0, 0, 1, 2, 0, 1, 1]


def test_steps_run_downwards_in_their_order_one_to_a_row() -> None:
    boxes = place(SAMPLES["to and fro"]).boxes
    assert [box.id for box in boxes] == list("0123456")
    assert all(above.rect.bottom < below.rect.y for above, below in zip(boxes, boxes[1:], strict=False))


@pytest.mark.parametrize(
    ("sample", "source", "target", "sides"),
    [
        ("to and fro", 0, 1, ("bottom", "top")),
        ("to and fro", 1, 2, ("right", "top")),
        ("to and fro", 2, 3, ("left", "top")),
        ("forward and back", 4, 1, ("left", "left")),
        ("many ways to one step", 1, 6, ("right", "left")),
        ("long texts", 6, 2, ("left", "right")),
        ("back to itself", 2, 2, ("left", "left")),
    ],
)
def test_which_way_a_line_takes(sample: str, source: int, target: int, sides: tuple[str, str]) -> None:
    found = link(place(SAMPLES[sample]), source, target)
    assert (found.source_side, found.target_side) == sides


def test_lines_to_one_step_arrive_at_one_place() -> None:
    placed = place(SAMPLES["many ways to one step"])
    assert len({link(placed, source, 6).points[-1] for source in (1, 2)}) == 1


def test_where_there_is_no_room_for_lanes_the_steps_stand_in_a_column() -> None:
    drawn = lanes(24, {}, [0, 1, 2, 3, 4, 5], [LONG])
    assert drawn.otherwise is not None
    assert place(drawn) == place(drawn.otherwise)


@pytest.mark.parametrize(
    "drawn",
    [
        in_lanes(flow(3, {}), [2]),
        replace(SAMPLES["to and fro"], boxes=tuple(replace(b, group=None) for b in SAMPLES["to and fro"].boxes)),
        replace(SAMPLES["to and fro"], boxes=(), links=(), otherwise=None),
    ],
    ids=["one lane", "a step in no lane", "nothing"],
)
def test_and_where_there_is_nothing_to_make_lanes_of(drawn: Graph) -> None:
    assert place(drawn).frames == ()
