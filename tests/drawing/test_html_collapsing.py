"""The HTML page in Chromium: what happens when boxes are collapsed."""

from __future__ import annotations

from random import Random

import pytest

from posdoc.charts.graph import Graph
from tests.drawing.browsing import FAULTS, Opened, Reader, sample
from tests.layout.samples import bush, crossing, random_graph, teams

pytestmark = pytest.mark.tool("chromium")


# --- collapsing ----------------------------------------------------------------------------------------------


def test_space_collapses_a_box_and_opens_it_again_as_it_was(opened: Opened) -> None:
    reader = opened(sample())
    before, size = reader.rects(), reader.page.get_attribute("#chart", "viewBox")
    reader.focus("f1")
    reader.press(" ")
    reader.rest()
    assert reader.visible() == set(before) - {"f2", "f3", "e1", "e2", "e3", "e4"}
    assert reader.page.get_attribute(reader.node("f1"), "aria-expanded") == "false"
    assert reader.page.text_content(f"{reader.node('f1')} > text.closed") == "6"
    assert reader.page.get_attribute("#chart", "viewBox") != size
    reader.press(" ")
    reader.rest()
    assert reader.rects() == before
    assert reader.page.get_attribute("#chart", "viewBox") == size


def test_what_a_collapsed_box_hides_takes_no_room(opened: Opened) -> None:
    reader = opened(bush(40, 3))
    for _ in range(2):
        width, height = _size(reader)
        reader.page.select_option("#level", "2")
        small_width, small_height = _size(reader)
        assert small_width < width / 1.5
        assert small_height < height / 1.5
        reader.page.click("#expand-all")
        assert _size(reader) == (width, height)


def _size(reader: Reader) -> tuple[float, float]:
    _, _, width, height = map(float, (reader.page.get_attribute("#chart", "viewBox") or "").split())
    return width, height


def test_a_click_on_the_handle_collapses_and_leaves_the_box_where_it_is(opened: Opened) -> None:
    reader = opened(sample())
    before = reader.middle("f1")
    handle = reader.page.locator(f"{reader.node('f1')} > .pill.open").bounding_box()
    assert handle
    reader.page.mouse.click(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    reader.rest()
    assert "f2" not in reader.visible()
    assert reader.middle("f1") == pytest.approx(before, abs=0.5)
    assert reader.page.locator("#panel").is_hidden()


def test_links_and_frames_go_with_their_boxes(opened: Opened) -> None:
    reader = opened(sample())
    reader.focus("ts1")
    reader.press(" ")
    gone = reader.page.eval_on_selector_all("#chart g.gone", "nodes => nodes.map(node => node.id)")
    assert {"l1", "t1", "l3"} <= set(gone)
    assert "l2" not in gone
    assert reader.page.locator("#f3").is_visible()
    reader.focus("mgr")
    reader.press(" ")
    assert reader.page.locator("#f3").is_hidden()


def test_levels_are_opened_down_to_one(opened: Opened) -> None:
    reader = opened(sample())
    reader.page.select_option("#level", "2")
    assert reader.visible() == {"gm", "mgr"}
    reader.page.select_option("#level", "3")
    assert "ts1" in reader.visible()
    assert "ts2" not in reader.visible()
    reader.page.click("#expand-all")
    assert len(reader.visible()) == 22


@pytest.mark.parametrize(
    "graph",
    [sample(), teams(), crossing(), bush(60, 4), *(random_graph(seed) for seed in range(100, 106))],
    ids=["department", "teams", "crossing", "bush", *(f"random {seed}" for seed in range(100, 106))],
)
def test_nothing_comes_to_lie_on_anything_whatever_is_collapsed(opened: Opened, graph: Graph) -> None:
    reader = opened(graph)
    chance = Random(7)
    assert reader.page.evaluate(FAULTS) == []
    above = sorted({box.parent for box in graph.boxes if box.parent} & reader.numbers.keys())
    for box in chance.sample(above, min(len(above), 8)):
        if box not in reader.visible():
            continue
        reader.focus(box)
        reader.press(" ")
        assert reader.page.evaluate(FAULTS) == [], f"after {box}"


def test_collapsing_glides_and_ends_where_it_would_without_gliding(opened: Opened) -> None:
    readers = [opened(sample(), reduced_motion=motion) for motion in ("reduce", "no-preference")]
    for reader in readers:
        reader.focus("cs1")
        reader.press(" ")
    readers[1].page.wait_for_timeout(400)
    assert readers[1].rects() == readers[0].rects()
    assert readers[1].transform() == pytest.approx(readers[0].transform(), abs=0.01)


def test_what_is_done_while_a_chart_glides_finds_it_at_its_goal(opened: Opened) -> None:
    still, gliding = (opened(sample(), reduced_motion=motion) for motion in ("reduce", "no-preference"))
    for reader in (still, gliding):
        reader.focus("cs1")
        reader.press(" ")
        reader.page.mouse.move(30, 300)
        reader.page.mouse.down()
        reader.page.mouse.up()
    assert gliding.rects() == still.rects()
    for reader in (still, gliding):
        reader.focus("f1")
        reader.press(" ")
        reader.page.click("#expand-all")
    gliding.page.wait_for_timeout(400)
    assert gliding.rects() == still.rects()
    assert len(gliding.visible()) == 22
