from __future__ import annotations

from dataclasses import replace

import pytest

from posdoc.layout.placed import Page
from posdoc.layout.sheets import A3, A4, CHART_MARGIN, MARGIN, MOST_SCALE, Sheet, placed_bare, set_on, set_whole
from tests.layout.samples import bush, chain, department, faults, graph, text_rect

CHARTS = {"department": department(), "bush": bush(120, 5), "chain": chain(40), "nothing": graph()}


def room(page: Page) -> tuple[float, float, float, float]:
    """The least and greatest x and y of the chart itself, in points on the sheet."""
    placed = page.placed
    rects = [*(box.rect for box in placed.boxes), *(frame.rect for frame in placed.frames)]
    found = min(r.x for r in rects), min(r.y for r in rects), max(r.right for r in rects), max(r.bottom for r in rects)
    return found[0] * page.scale, found[1] * page.scale, found[2] * page.scale, found[3] * page.scale


def test_a_sheet_can_be_turned() -> None:
    assert A4.upright == A4
    assert A4.landscape == Sheet(841.89, 595.28)
    assert A4.landscape.ratio > 1.4 > 1 > A4.ratio


@pytest.mark.parametrize("sheet", [A4.landscape, A4, A3.landscape])
@pytest.mark.parametrize("name", CHARTS)
def test_the_chart_fills_the_sheet_and_keeps_its_margins(name: str, sheet: Sheet) -> None:
    page = set_on(CHARTS[name], sheet)
    placed = page.placed
    assert (page.width, page.height) == sheet
    assert (placed.width * page.scale, placed.height * page.scale) == pytest.approx(sheet)
    assert page.scale <= MOST_SCALE
    assert faults(placed) == []
    edge = MARGIN + CHART_MARGIN * page.scale - 1
    for text in (*placed.title, *placed.note):
        rect = text_rect(text)
        assert rect.x * page.scale >= edge - 1
        assert rect.bottom * page.scale <= sheet.height - edge
    if placed.boxes:
        left, top, right, bottom = room(page)
        assert min(left, top) >= edge
        assert right <= sheet.width - edge
        assert bottom <= sheet.height - edge


def test_title_above_legend_and_note_at_the_foot() -> None:
    page = set_on(department(), A3.landscape)
    placed = page.placed
    _, top, _, bottom = (value / page.scale for value in room(page))
    assert text_rect(placed.title[0]).bottom < top
    assert min(entry.rect.y for entry in placed.legend) > bottom
    assert placed.note[0].y > placed.legend[-1].rect.bottom
    assert placed.note[0].y * page.scale > 0.9 * page.height
    assert placed.title[0].x == pytest.approx(placed.width / 2)


def test_it_is_as_large_as_fits() -> None:
    page = set_on(bush(300, 5), A4.landscape)
    left, top, right, bottom = room(page)
    assert page.scale < 1
    assert right - left > 0.9 * (page.width - 120) or bottom - top > 0.9 * (page.height - 150)


def test_what_is_placed_already_is_not_placed_again() -> None:
    bare = placed_bare(department(), A4.landscape)
    assert set_on(department(), A4.landscape, bare) == set_on(department(), A4.landscape)


def test_a_long_note_leaves_less_room() -> None:
    plain = set_on(chain(40), A4.landscape)
    noted = set_on(replace(chain(40), note="说明" * 2000), A4.landscape)
    assert noted.scale < plain.scale
    assert len(noted.placed.note) > 3


def test_whole() -> None:
    page = set_whole(department())
    assert (page.width, page.height, page.scale) == (page.placed.width, page.placed.height, 1.0)
