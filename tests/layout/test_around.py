from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Graph
from posdoc.layout import place
from posdoc.layout.placed import Placed, Rect
from tests.layout.arranged import around
from tests.layout.routed import is_on, overlap
from tests.layout.samples import faults

SAMPLES = {
    "alone": around(superior=False),
    "contacts only": around(inside=2, outside=1, superior=False),
    "one side only": around(2, 2, outside=3),
    "a manager": around(0, 9, 6, 4, 1),
    "in the middle of peers": around(8, 3, 10, 10, 2),
    "below others in a column": around(5, 0, 3, 3),
}


def fits(placed: Placed) -> list[str]:
    """The faults; lines to contacts leave the focus below its middle, which is for dotted lines."""
    found = [fault for fault in faults(placed) if not fault.endswith("does not begin at its box")]
    rects_of = rects(placed)
    astray = [one for one in placed.links if not is_on(one.points[0], one.source_side, rects_of[one.source])]
    return [*found, *strangers(placed), *(f"{one.target} is not led to from the focus" for one in astray)]


def strangers(placed: Placed) -> Iterator[str]:
    """Lines to contacts on different sides that lie on one another, or on a dotted line."""
    homes = {one.id: one.frame for one in placed.boxes}
    for one, other in combinations(placed.links, 2):
        if (one.style, homes[one.target]) != (other.style, homes[other.target]) and overlap(one, other):
            yield f"line to {one.target} lies on that to {other.target}"


def rects(placed: Placed) -> dict[str, Rect]:
    return {one.id: one.rect for one in placed.boxes}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert fits(place(SAMPLES[name])) == []


@st.composite
def charts(draw: st.DrawFn) -> Graph:
    """Positions with as many others and contacts as a chart shows."""
    peers, reports, dotted = (draw(st.integers(0, most)) for most in (8, 10, 2))
    inside, outside = (draw(st.integers(0, 10)) for _ in range(2))
    return around(peers, reports, inside, outside, dotted, draw(st.booleans()))


@given(charts())
@settings(max_examples=60, deadline=None)
def test_nor_is_there_a_fault_in_any_other(drawn: Graph) -> None:
    assert fits(place(drawn)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_chart_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


def test_contacts_stand_at_the_sides_in_frames() -> None:
    placed = place(SAMPLES["in the middle of peers"])
    found = rects(placed)
    core = [rect for name, rect in found.items() if not name.startswith(("in", "out"))]
    assert all(found[f"in{n}"].right < min(rect.x for rect in core) for n in range(10))
    assert all(found[f"out{n}"].x > max(rect.right for rect in core) for n in range(10))
    assert [frame.id for frame in placed.frames] == ["in", "out"]
    assert {one.frame for one in placed.boxes} == {None, 0, 1}


def test_the_lines_to_one_side_leave_the_focus_together() -> None:
    placed = place(SAMPLES["a manager"])
    starts = {(one.target[:2], one.points[0]) for one in placed.links if one.style == "contact"}
    assert len(starts) == 2
    assert len({one.points[0].y for one in placed.links if one.style == "contact"}) == 1


def test_the_tree_is_drawn_as_without_contacts() -> None:
    drawn = SAMPLES["a manager"]
    bare = replace(drawn, boxes=tuple(b for b in drawn.boxes if not b.group), groups=(), links=(), arrangement="tree")
    apart = {(one.id, one.rect.width, one.rect.height) for one in place(drawn).boxes if one.frame is None}
    assert {name for name, _, _ in apart} == {one.id for one in place(bare).boxes}


def test_without_groups_it_is_a_plain_tree() -> None:
    drawn = around(3, 3)
    assert place(drawn) == place(replace(drawn, arrangement="tree"))
