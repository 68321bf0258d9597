from math import inf

from posdoc.layout.lanes import Lanes, Segment, distinct, segments
from posdoc.layout.placed import Point, Rect

XS = [0.0, 10.0, 20.0, 30.0, 40.0]
YS = [0.0, 50.0]


def test_values_beside_one_another_are_one_and_needed_ones_stay() -> None:
    assert distinct([0, 1, 5, 9, 10.5, 20], [10]) == [0, 5, 10, 20]


def test_level_and_upright_pieces() -> None:
    level, upright = segments([(Point(0, 5), Point(9, 5), Point(9, 1))])
    assert level == [Segment(5, 0, 9)]
    assert upright == [Segment(9, 1, 5)]


def test_an_empty_page_costs_its_length() -> None:
    assert Lanes(XS, YS).step_costs(True, 0) == [10, 10, 10, 10]
    assert Lanes(XS, YS).step_costs(False, 2) == [50]


def test_no_way_leads_through_an_obstacle() -> None:
    lanes = Lanes(XS, YS)
    lanes.add([], [Rect(14, -5, 4, 10)])
    assert lanes.step_costs(True, 0) == [10, inf, inf, 10]
    assert lanes.step_costs(True, 1) == [10, 10, 10, 10]


def test_crossing_and_running_along_a_line_cost_more() -> None:
    lanes = Lanes(XS, YS)
    lanes.add([(Point(15, -9), Point(15, 9)), (Point(22, 50), Point(40, 50))], [])
    assert lanes.step_costs(True, 0)[1] > 10
    assert lanes.step_costs(True, 0)[0] == 10
    assert lanes.step_costs(True, 1)[3] > lanes.step_costs(True, 1)[0] == 10


def test_what_is_added_later_counts_on_lanes_already_priced() -> None:
    early, late = Lanes(XS, YS), Lanes(XS, YS)
    early.step_costs(True, 0)
    for lanes in (early, late):
        lanes.add([(Point(15, -9), Point(15, 9))], [Rect(31, -3, 4, 6)])
    assert early.step_costs(True, 0) == late.step_costs(True, 0)
