from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Box, Graph, Line, Link
from posdoc.layout import place
from posdoc.layout.placed import Placed, Rect
from tests.layout.arranged import BANDS, banded, staff
from tests.layout.samples import box, faults, random_graph

SAMPLES = {
    "one in each": banded(box("a", None, "top"), box("b", "a", "mid"), box("c", "b", "low")),
    "several rows in a band": banded(box("a", None, "top"), box("b", "a", "mid"), box("c", "b", "mid"), box("d", "c", "mid")),
    "past a band": banded(box("a", None, "top"), box("b", "a", "mid"), box("c", "a", "low"), box("d", "b", "low")),
    "columns": banded(box("a", None, "top"), *staff(30, "a", "mid"), *staff(5, "a.0", "low"), *staff(4, "a.29", "mid")),
    "above all bands": banded(box("x"), box("y", "x"), box("a", "y", "top"), box("b", "a", "low")),
    "several roots": banded(
        box("a", None, "top"), box("b", None, "top"), box("c", "b", "low"),
        *(box(name, None, name) for name in ("mid", "low")),
    ),
    "higher than its superior": banded(box("a", None, "mid"), box("b", "a", "top"), box("c", "b", None), box("d", "c", "low")),
    "assistants": banded(box("a", None, "top"), box("s", "a", "low", assistant=True), box("b", "a", "mid"), box("c", "a", "mid")),
    "dotted": banded(
        box("a", None, "top"), *staff(4, "a", "mid"), box("p", None, "mid"),
        links=(Link("a.0", "p"), Link("a.3", "a.1", "质量反馈"), Link("a", "p", "合署")),
    ),
}  # fmt: skip


@st.composite
def charts(draw: st.DrawFn) -> Graph:
    """Charts strewn at random, their groups taken as bands."""
    drawn = random_graph(draw(st.integers(0, 100_000)))
    groups = tuple(replace(group, parent=None) for group in drawn.groups)
    return replace(drawn, groups=groups, arrangement="bands")


def rects(placed: Placed) -> dict[str, Rect]:
    return {one.id: one.rect for one in placed.boxes}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert faults(place(SAMPLES[name])) == []


@given(charts())
@settings(max_examples=100, deadline=None)
def test_nor_is_there_a_fault_in_charts_strewn_at_random(drawn: Graph) -> None:
    assert faults(place(drawn)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_chart_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_bands_lie_below_one_another_across_the_whole_chart(name: str) -> None:
    placed = place(SAMPLES[name])
    order = [group.id for group in BANDS]
    assert [frame.id for frame in placed.frames] == [each for each in order if each in {f.id for f in placed.frames}]
    for above, below in zip(placed.frames, placed.frames[1:], strict=False):
        assert above.rect.bottom < below.rect.y
        assert (above.rect.x, above.rect.right) == (below.rect.x, below.rect.right)


def test_the_name_of_a_band_stands_at_its_left_in_the_middle() -> None:
    placed = place(SAMPLES["columns"])
    for frame in placed.frames:
        (first, *_), last = frame.texts, frame.texts[-1]
        assert first.anchor == "start"
        assert abs((first.y + last.y) / 2 - (frame.rect.y + frame.rect.height / 2)) < 8
    leftmost = min(one.rect.x for one in placed.boxes)
    assert all(text.x + 60 < leftmost for frame in placed.frames for text in frame.texts)


def test_every_line_leads_downwards() -> None:
    placed = place(SAMPLES["higher than its superior"])
    found = rects(placed)
    assert found["a"].bottom < found["b"].y < found["c"].y < found["d"].y
    assert [one.frame for one in placed.boxes] == [0, 0, 0, 1]


def test_who_has_no_band_stands_in_that_of_its_superior_or_above_all() -> None:
    placed = place(SAMPLES["above all bands"])
    assert [one.frame for one in placed.boxes] == [None, None, 0, 1]
    assert rects(placed)["y"].bottom < placed.frames[0].rect.y


def test_many_reports_stand_in_columns() -> None:
    found = rects(place(SAMPLES["columns"]))
    assert len({found[f"a.{number}"].x for number in range(1, 29)}) < 10


def test_boxes_in_one_row_are_equally_high_but_not_those_that_stand_alone() -> None:
    high = Box(
        "b",
        (Line("客户服务组"), Line("客户服务主管", "subtitle"), Line("在岗 3/4 人", "subtitle")),
        parent="a",
        group="mid",
    )
    drawn = banded(box("a", None, "top"), high, box("c", "a", "mid"), box("alone", None, "mid"))
    found = rects(place(replace(drawn, ratio=9.0)))
    assert found["b"].height == found["c"].height > found["alone"].height
    assert found["alone"].y - found["b"].y == found["b"].bottom - found["alone"].bottom


def test_single_boxes_in_several_bands_stand_below_one_another() -> None:
    found = rects(place(SAMPLES["several roots"]))
    assert found["mid"].x == found["low"].x


def test_without_bands_it_is_a_plain_tree() -> None:
    placed = place(banded(box("a"), box("b", "a"), bands=()))
    assert placed.frames == ()
    assert [len(line.points) for line in placed.connectors] == [2]


def test_nothing_can_be_placed() -> None:
    assert place(banded()).boxes == ()
