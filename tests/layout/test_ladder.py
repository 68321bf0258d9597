from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Box, Graph, Line, Link
from posdoc.layout import place
from posdoc.layout.ladder_steps import steps_of
from posdoc.layout.placed import Placed, PlacedLink, Rect
from tests.layout.arranged import ladder
from tests.layout.routed import line_faults, overlap
from tests.layout.samples import box_faults, frame_faults, text_faults

SAMPLES = {
    "one position": ladder(甲=1),
    "a chain": ladder([("甲", "乙"), ("乙", "丙")]),
    "branches": ladder([("甲", "乙"), ("甲", "丙"), ("乙", "丁"), ("丙", "丁"), ("甲", "丁")]),
    "down again": ladder([("甲", "乙"), ("乙", "丙")], down=[("乙", "甲"), ("丙", "甲")]),
    "in a circle": ladder([("甲", "乙"), ("乙", "丙"), ("丙", "甲")], level=[("甲", "丙")]),
    "all rotate": ladder([("甲", "丁")], level=list(combinations("甲乙丙丁戊", 2)), 甲=0, 乙=0, 丙=0, 丁=1, 戊=0),
    "two families": ladder(
        [("甲", "乙"), ("丙", "丁"), ("甲", "丁"), ("丁", "戊")], [("乙", "丁")], [("丁", "丙")],
        {"甲": "技术", "乙": "技术", "丙": "管理", "丁": "管理"},
    ),
}  # fmt: skip


@st.composite
def ladders(draw: st.DrawFn) -> Graph:
    """Ladders with moves wherever chance has it, circles among them."""
    titles = st.sampled_from(["技师", "Senior Field Service Engineer, East China", "现场服务主管（华东）"])
    names = [f"{draw(titles)} {number}" for number in range(draw(st.integers(1, 14)))]
    moves = st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=12, unique=True)
    family = st.sampled_from(["", "a", "b", "c"])
    families = {name: found for name in names if (found := draw(family))} if draw(st.booleans()) else {}
    ranks = {name: draw(st.integers(0, 5)) for name in names} if draw(st.booleans()) else {}
    graph = ladder(draw(moves), draw(moves), draw(moves), families, **ranks)
    missing = [
        Box(name, (Line(name),), rank=ranks.get(name)) for name in names if name not in {b.id for b in graph.boxes}
    ]
    return replace(graph, boxes=(*graph.boxes, *missing))


def faults(placed: Placed) -> list[str]:
    return [
        *box_faults(placed), *text_faults(placed), *frame_faults(placed), *line_faults(placed), *shared_pieces(placed),
    ]  # fmt: skip


def shared_pieces(placed: Placed) -> Iterator[str]:
    """Lines that lie on one another though they are of different kinds, or have no end in common."""
    for one, other in combinations(placed.links, 2):
        kin = one.style == other.style and {one.source, one.target} & {other.source, other.target}
        if not kin and overlap(one, other):
            yield f"line {one.source} to {one.target} lies on that of {other.source} to {other.target}"


def rects(placed: Placed) -> dict[str, Rect]:
    return {box.id: box.rect for box in placed.boxes}


def link(placed: Placed, source: str, target: str, style: str = "promotion") -> PlacedLink:
    return next(one for one in placed.links if (one.source, one.target, one.style) == (source, target, style))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert faults(place(SAMPLES[name])) == []


@given(ladders())
@settings(max_examples=100, deadline=None)
def test_nor_is_there_a_fault_in_ladders_strewn_at_random(drawn: Graph) -> None:
    assert faults(place(drawn)) == []


def test_the_checks_of_these_tests_can_fail() -> None:
    placed = place(SAMPLES["branches"])
    moved = placed.boxes[1]._replace(rect=placed.boxes[2].rect)
    assert any(
        "overlap" in fault for fault in faults(replace(placed, boxes=(placed.boxes[0], moved, *placed.boxes[2:])))
    )
    strange = replace(link(placed, "甲", "丁"), style="rotation")
    assert any("lies on" in fault for fault in faults(replace(placed, links=(*placed.links, strange))))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_ladder_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


def test_every_step_stands_right_of_the_one_before() -> None:
    found = rects(place(SAMPLES["branches"]))
    assert found["甲"].x < found["乙"].x == found["丙"].x < found["丁"].x


def test_a_chain_is_a_straight_line() -> None:
    placed = place(SAMPLES["a chain"])
    assert [(one.source_side, one.target_side, len(one.points)) for one in placed.links] == [("right", "left", 2)] * 2


def test_the_way_down_leads_from_the_left_of_the_higher_to_the_right_of_the_lower() -> None:
    placed = place(SAMPLES["down again"])
    down = link(placed, "乙", "甲", "demotion")
    assert (down.source_side, down.target_side) == ("left", "right")
    assert down.points[0].y > link(placed, "甲", "乙").points[-1].y


def test_who_rotates_stands_together_and_is_joined_straight_down() -> None:
    placed = place(ladder([("甲", "丁"), ("乙", "丁"), ("丙", "丁")], [("甲", "丙")]))
    moved = link(placed, "甲", "丙", "rotation")
    assert {moved.source_side, moved.target_side} == {"top", "bottom"}
    assert moved.points[0].x == moved.points[1].x


def test_others_in_one_column_are_joined_at_the_right() -> None:
    sides = [
        (one.source_side, one.target_side) for one in place(SAMPLES["all rotate"]).links if one.style == "rotation"
    ]
    assert ("right", "right") in sides


def test_each_family_has_a_band_across_the_chart_with_its_name_at_the_left() -> None:
    placed = place(SAMPLES["two families"])
    assert [frame.id for frame in placed.frames] == ["技术", "管理"]
    assert len({(frame.rect.x, frame.rect.right) for frame in placed.frames}) == 1
    homes = {box.id: box.frame for box in placed.boxes}
    assert homes == {"甲": 0, "乙": 0, "丙": 1, "丁": 1, "戊": None}
    for frame in placed.frames:
        assert frame.texts[0].anchor == "start"
        assert all(text.x + text.width < box.rect.x + 200 for text in frame.texts for box in placed.boxes)


def test_lines_to_one_position_arrive_together() -> None:
    placed = place(ladder([("甲", "丁"), ("乙", "丁"), ("丙", "丁")]))
    assert len({one.points[-1] for one in placed.links}) == 1


@pytest.mark.parametrize(
    ("graph", "steps"),
    [
        (ladder([("甲", "乙"), ("乙", "丙")]), {"甲": 0, "乙": 1, "丙": 2}),
        (ladder([("甲", "乙"), ("乙", "丙"), ("丁", "丙")]), {"甲": 0, "乙": 1, "丙": 2, "丁": 1}),
        (ladder([("甲", "乙")], 甲=2, 乙=7), {"甲": 0, "乙": 1}),
        (ladder([("甲", "乙")], [("甲", "丙")], 甲=2, 乙=7, 丙=5), {"甲": 0, "乙": 2, "丙": 1}),
        (ladder([("甲", "乙")], 甲=7, 乙=2), {"甲": 0, "乙": 1}),
        (ladder([("甲", "乙"), ("乙", "甲")]), {"甲": 0, "乙": 1}),
        (ladder([("甲", "甲")], 乙=1), {"甲": 0, "乙": 0}),
        (ladder([("甲", "乙")], [("丙", "乙")]), {"甲": 0, "乙": 1, "丙": 1}),
        (ladder([("甲", "乙")], [("乙", "丙")]), {"甲": 0, "乙": 1, "丙": 1}),
        (ladder(down=[("乙", "甲")]), {"甲": 0, "乙": 1}),
    ],
    ids=[
        "a chain", "near to what it leads to", "by rank", "a rank between them", "ranks that contradict", "a circle",
        "to itself", "rotates with a higher one", "is rotated to", "only down",
    ],
)  # fmt: skip
def test_the_step_of_a_position(graph: Graph, steps: dict[str, int]) -> None:
    assert steps_of(graph.boxes, graph.links) == steps


def test_links_that_lead_nowhere_and_repeated_ones_are_left_out() -> None:
    drawn = SAMPLES["a chain"]
    strange = (Link("甲", "nobody", style="promotion"), Link("甲", "甲", style="rotation"), *drawn.links)
    assert len(place(replace(drawn, links=strange)).links) == len(drawn.links)


def test_nothing_can_be_placed() -> None:
    placed = place(replace(SAMPLES["a chain"], boxes=(), links=()))
    assert (placed.boxes, placed.links) == ((), ())
