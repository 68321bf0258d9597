from posdoc.charts.graph import Box, Line
from posdoc.layout import metrics
from posdoc.layout.placed import Point, Rect
from posdoc.layout.sizes import centred_texts, lines_at, measure_boxes
from tests.layout.samples import graph


def test_all_boxes_are_as_wide_as_the_widest_needs() -> None:
    sizes = measure_boxes(graph(Box("1", (Line("经理"),)), Box("2", (Line("售后服务技术主管"),))))
    assert sizes.width == 80 + 2 * metrics.BOX_PAD_X


def test_a_short_title_gets_the_least_width_and_a_long_one_breaks_at_the_greatest() -> None:
    assert measure_boxes(graph(Box("1", (Line("经理"),)))).width == metrics.BOX_MIN_WIDTH
    long = measure_boxes(graph(Box("1", (Line("Senior After-sales Technical Support Engineer"),))))
    assert long.width <= metrics.BOX_MAX_WIDTH
    assert len(long.lines["1"]) > 1


def test_more_lines_make_a_box_higher() -> None:
    sizes = measure_boxes(graph(Box("1", (Line("经理"),)), Box("2", (Line("经理"), Line("张三", "subtitle")))))
    assert sizes.heights["1"] == metrics.BOX_MIN_HEIGHT < sizes.heights["2"]


def test_a_box_without_text_is_drawn() -> None:
    assert measure_boxes(graph(Box("1", ()))).heights == {"1": metrics.BOX_MIN_HEIGHT}


def test_lines_stand_in_the_middle_of_the_box() -> None:
    lines = measure_boxes(graph(Box("1", (Line("经理"), Line("张三", "subtitle"))))).lines["1"]
    title, name = centred_texts(lines, Rect(100, 0, 80, 40), Point(0, 0))
    above = title.y - 0.86 * title.size
    below = 40 - (name.y + 0.14 * name.size)
    assert title.x == name.x == 140
    assert abs(above - below) <= 1
    assert [(text.x, text.y) for text in centred_texts(lines, Rect(100, 0, 80, 40), Point(5, 7))] == [
        (145, title.y + 7),
        (145, name.y + 7),
    ]


def test_of_boxes_with_one_id_the_last_is_measured() -> None:
    sizes = measure_boxes(graph(Box("1", (Line("售后服务技术主管"),)), Box("1", (Line("经理"), Line("经理")))))
    assert sizes.width == metrics.BOX_MIN_WIDTH
    assert [line.text for line in sizes.lines["1"]] == ["经理", "经理"]


def test_lines_from_a_place_downwards() -> None:
    first, second = lines_at(("一", "二"), "legend", 10, 20, 50)
    assert (first.x, first.anchor) == (10, "start")
    assert second.y - first.y == metrics.TYPE_SIZES["legend"].leading
