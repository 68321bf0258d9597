import re

import pytest

from posdoc.layout import Point, Rect, place
from posdoc.layout.elbows import SITES
from posdoc.layout.sites import Site, extra_sites, outline, site_number
from tests.drawing.samples import SAMPLES

RECT = Rect(10, 20, 80, 40)


def test_where_links_share_a_side_a_box_has_more_places() -> None:
    placed = place(SAMPLES["career"])
    found = extra_sites(placed)
    assert any(found.values())
    for link in placed.links:
        site = Site(link.points[-1], link.target_side)
        assert (site_number(found, link.target, site) >= len(SITES)) == (site in found[link.target])


def test_in_a_tree_the_middles_of_the_sides_are_enough() -> None:
    placed = place(SAMPLES["teams"])
    assert not any(extra_sites(placed).values())
    line = placed.connectors[0]
    assert site_number(extra_sites(placed), line.source, Site(line.points[0], line.source_side)) == 2


@pytest.mark.parametrize("shape", ["rect", "rounded"])
def test_an_outline_with_more_places_leaves_at_each_in_its_direction(shape: str) -> None:
    xml = outline(shape, RECT, [Site(Point(90, 30), "right"), Site(Point(30, 20), "top")])  # type: ignore[arg-type]
    assert re.findall(r'cxn ang="(\w+)"', xml) == ["3cd4", "cd2", "cd4", "0", "0", "3cd4"]
    assert 'name="x0" fmla="*/ w 100000 100000"' in xml
    assert 'name="y0" fmla="*/ h 25000 100000"' in xml
    assert xml.count("<a:arcTo") == (4 if shape == "rounded" else 0)


def test_plain_outlines_are_presets() -> None:
    assert 'prst="rect"' in outline("rect", RECT)
    assert 'prst="roundRect"' in outline("rounded", RECT)
