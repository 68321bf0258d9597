from dataclasses import replace
from time import perf_counter

import pytest

from posdoc.charts.graph import Box, Graph, Group, Line
from posdoc.layout import tree as tree_module
from posdoc.layout.blocks import ROOMY, Spacing
from posdoc.layout.placed import Point
from posdoc.layout.sizes import measure_boxes
from posdoc.layout.tree import Tree, lengthened, place_tree, straightened
from tests.layout.samples import box, bush, chain, crossing, department, graph, random_graph, teams


def placed(drawn: Graph) -> Tree:
    return place_tree(drawn, measure_boxes(drawn), Spacing())


def test_a_superior_stands_centred_over_its_reports() -> None:
    boxes = placed(graph(box("1"), box("2", "1"), box("3", "1"))).boxes
    middle = (boxes["2"].middle("top").x + boxes["3"].middle("top").x) / 2
    assert boxes["1"].middle("bottom").x == middle
    assert boxes["1"].bottom < boxes["2"].y == boxes["3"].y
    assert boxes["2"].right < boxes["3"].x


def test_three_reports_without_reports_are_stacked_and_two_are_not() -> None:
    three = placed(graph(box("0"), *(box(name, "0") for name in "123"))).boxes
    assert three["1"].x == three["2"].x == three["3"].x
    assert three["1"].bottom < three["2"].y < three["3"].y
    two = placed(graph(box("0"), *(box(name, "0") for name in "12"))).boxes
    assert two["1"].y == two["2"].y


def test_an_assistant_stands_beside_the_trunk() -> None:
    tree = placed(graph(box("1"), box("a", "1", assistant=True), box("2", "1")))
    boxes = tree.boxes
    trunk = boxes["1"].middle("bottom").x
    assert boxes["a"].x > trunk
    assert boxes["1"].bottom < boxes["a"].y
    assert boxes["a"].bottom < boxes["2"].y
    assert {line.target: line.target_side for line in tree.connectors} == {"a": "left", "2": "top"}


def test_an_assistant_in_a_unit_of_its_own_is_met_at_the_side_too() -> None:
    drawn = graph(box("1"), box("a", "1", "g", assistant=True), box("2", "1"), groups=(Group("g", "办公室"),))
    (line,) = [line for line in placed(drawn).connectors if line.target == "a"]
    assert (line.source_side, line.target_side) == ("bottom", "left")


def test_a_unit_drawn_in_two_places_has_two_frames() -> None:
    frames = placed(crossing()).frames
    assert sorted(frame.id for frame in frames) == ["a", "b", "b1", "c", "c"]
    assert frames[[frame.id for frame in frames].index("b1")].depth == 1


def test_members_of_one_unit_are_kept_together_in_the_given_order() -> None:
    boxes = placed(teams()).boxes
    ordered = sorted(["a1", "a2", "a3", "b1", "c1", "b2"], key=lambda name: (boxes[name].x, boxes[name].y))
    assert ordered == ["a1", "a2", "a3", "b1", "b2", "c1"]


@pytest.mark.parametrize("count", [40, 120, 400])
def test_a_large_chart_fits_a_landscape_page(count: int) -> None:
    tree = placed(bush(count, 5))
    assert 0.9 < tree.width / tree.height < 2.7


@pytest.mark.parametrize("drawn", [chain(5000), bush(10_000, 6), bush(10_000, 9999)], ids=["chain", "bush", "star"])
def test_thousands_of_boxes_need_seconds_and_no_recursion(drawn: Graph) -> None:
    start = perf_counter()
    tree = placed(drawn)
    assert len(tree.boxes) == len(drawn.boxes)
    assert len(tree.connectors) == len(drawn.boxes) - 1
    assert perf_counter() - start < 20


def test_a_circle_of_superiors_is_drawn_from_its_first_box() -> None:
    tree = placed(graph(box("1", "3"), box("2", "1"), box("3", "2")))
    assert [(line.source, line.target) for line in tree.connectors] == [("1", "2"), ("2", "3")]


def test_every_report_has_exactly_one_line() -> None:
    for drawn in (department(), crossing(), teams(), random_graph(3)):
        lines = sorted((line.source, line.target) for line in placed(drawn).connectors)
        assert lines == sorted((one.parent, one.id) for one in drawn.boxes if one.parent)


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([(0, 0), (0, 5), (0, 9)], [(0, 0), (0, 9)]),
        ([(0, 0), (0, 0), (4, 0)], [(0, 0), (4, 0)]),
        ([(0, 0), (0, 5), (3, 5)], [(0, 0), (0, 5), (3, 5)]),
        ([(0, 0), (0, 5), (0, 5), (0, 9), (3, 9), (5, 9)], [(0, 0), (0, 9), (5, 9)]),
        ([], []),
    ],
)
def test_straightened(points: list[tuple[float, float]], kept: list[tuple[float, float]]) -> None:
    line = tuple(Point(*point) for point in points)
    assert straightened(line) == tuple(Point(*point) for point in kept)
    assert lengthened(straightened(line[:2]), line[2:]) == straightened(line)


def test_single_boxes_beside_a_tree_form_a_column() -> None:
    boxes = placed(graph(box("1"), box("2", "1"), box("x"), box("y"))).boxes
    assert boxes["x"].x == boxes["y"].x > boxes["2"].right
    assert boxes["x"].bottom < boxes["y"].y


def test_a_shape_that_was_met_before_is_arranged_as_it_would_be_alone() -> None:
    """The best arrangement of a shape is remembered: charts that differ in anything that matters are other shapes."""
    drawn = [random_graph(seed) for seed in range(40)]
    drawn += [replace(one, ratio=one.ratio * 1.6) for one in drawn]
    drawn += [replace(one, boxes=tuple(_with_more_lines(box) for box in one.boxes)) for one in drawn[:40]]
    alone = [_placed_alone(one) for one in drawn]
    tree_module._kept.clear()
    assert [placed(one) for one in drawn] == alone
    known = len(tree_module._kept)
    assert [placed(one) for one in drawn] == alone
    assert len(tree_module._kept) == known > 40


def _placed_alone(drawn: Graph) -> Tree:
    tree_module._kept.clear()
    return placed(drawn)


def _with_more_lines(one: Box) -> Box:
    return replace(one, lines=(*one.lines, *one.lines[:1])) if one.id.endswith(("1", "4", "7")) else one


def test_charts_of_one_shape_are_arranged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tree_module._kept.clear()
    searched = []
    search = tree_module._searched
    monkeypatch.setattr(tree_module, "_searched", lambda *given: searched.append(1) or search(*given))
    for letter in "abc":
        placed(graph(box(f"{letter}0"), *(box(f"{letter}{number}", f"{letter}0") for number in range(1, 7))))
    assert len(searched) == 1


def test_whatever_changes_the_places_makes_another_shape() -> None:
    boxes = (box("0"), *(box(f"{number}", "0", "g") for number in range(1, 4)), box("4", "0"), box("5", "1", "g"))
    base = graph(*boxes, groups=(Group("g", "配件组"),))
    assistant = replace(boxes[4], assistant=True)
    others = [
        replace(base, ratio=base.ratio * 2),
        replace(base, groups=(Group("g", "配件与物流组"),)),
        replace(base, boxes=(*boxes[:4], assistant, boxes[5])),
        replace(base, boxes=(*boxes[:5], replace(boxes[5], parent="2"))),
        replace(base, boxes=(*boxes[:5], replace(boxes[5], group=None))),
        replace(base, boxes=(*boxes[:5], replace(boxes[5], lines=boxes[5].lines * 5))),
        replace(
            base,
            boxes=tuple(replace(one, lines=(Line("更长的一个岗位名称"),)) for one in boxes),
        ),
    ]
    tree_module._kept.clear()
    for one in (base, *others, base):
        placed(one)
    place_tree(base, measure_boxes(base), ROOMY)
    assert len(tree_module._kept) == len(others) + 2
