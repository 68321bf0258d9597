from dataclasses import replace

import pytest

from posdoc.charts.graph import Graph, LegendEntry, Link
from posdoc.layout import place
from tests.layout.samples import box, bush, chain, crossing, department, faults, graph, random_graph, teams, text_rect

SAMPLES = {
    "department": department(),
    "crossing": crossing(),
    "teams": teams(),
    "chain": chain(40),
    "bush": bush(250, 4),
    "one": graph(box("总经理")),
    "nothing": graph(),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_careful_person_would_have_drawn_it_so(name: str) -> None:
    assert faults(place(SAMPLES[name])) == []


def test_nor_is_there_a_fault_in_charts_strewn_at_random() -> None:
    found = {seed: faults(place(random_graph(seed))) for seed in range(150)}
    assert {seed: each for seed, each in found.items() if each} == {}


def test_the_checks_of_these_tests_can_fail() -> None:
    placed = place(department())
    far = placed.boxes[3]._replace(rect=placed.boxes[4].rect)
    broken = replace(placed, boxes=(*placed.boxes[:3], far, *placed.boxes[4:]))
    assert any("overlap" in fault for fault in faults(broken))
    assert any("does not end at its box" in fault for fault in faults(broken))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_graph_is_placed_alike(name: str) -> None:
    assert place(SAMPLES[name]) == place(SAMPLES[name])


def test_boxes_keep_their_order_style_and_unit() -> None:
    drawn = department()
    placed = place(drawn)
    assert [one.id for one in placed.boxes] == [one.id for one in drawn.boxes]
    assert [(one.style, one.group) for one in placed.boxes] == [(one.style, one.group) for one in drawn.boxes]
    inner = next(one for one in placed.boxes if one.id == "e1")
    assert inner.frame is not None
    assert placed.frames[inner.frame].id == "east"


def test_a_department_is_landscape() -> None:
    placed = place(department())
    assert 1.2 < placed.width / placed.height < 1.9


def test_title_legend_and_note_stand_apart_from_the_chart() -> None:
    placed = place(department())
    top = min(frame.rect.y for frame in placed.frames)
    bottom = max(frame.rect.bottom for frame in placed.frames)
    assert all(text_rect(text).bottom < top for text in placed.title)
    assert all(entry.rect.y > bottom for entry in placed.legend)
    assert all(text_rect(text).y > placed.legend[-1].rect.bottom for text in placed.note)
    assert all(text.y < placed.height - 15 for text in placed.note)


def test_a_long_legend_goes_on_in_the_next_row() -> None:
    legend = tuple(LegendEntry("normal", f"第 {n} 种岗位的含义") for n in range(9))
    placed = place(replace(graph(box("1"), title="很短的图"), legend=legend))
    assert len({entry.rect.y for entry in placed.legend}) > 1
    assert all(entry.rect.right < placed.width for entry in placed.legend)


def test_a_long_title_is_broken() -> None:
    placed = place(graph(box("1"), title="After-sales Service Department of the Eastern Region: Organization Chart"))
    assert len(placed.title) > 1
    assert placed.name == "After-sales Service Department of the Eastern Region: Organization Chart"
    assert all(text_rect(text).x >= 0 and text_rect(text).right <= placed.width for text in placed.title)


def test_labels_make_room_between_the_rows() -> None:
    plain = graph(box("1"), box("2", "1"), box("3", "1"), links=(Link("2", "3"),))
    labelled = replace(plain, links=(Link("2", "3", "反馈"),))
    assert _gap(labelled) > _gap(plain)


def _gap(drawn: Graph) -> float:
    rects = {one.id: one.rect for one in place(drawn).boxes}
    return rects["2"].y - rects["1"].bottom
