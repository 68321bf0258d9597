from posdoc.charts.graph import LinkStyle
from posdoc.drawing._strokes import Stroke, arrow, halves, link_strokes, shortened, strokes
from posdoc.layout import place
from posdoc.layout.placed import Connector, PlacedLink, Point
from tests.layout.samples import crossing, department, teams


def connector(target: str, *points: tuple[float, float], source: str = "0") -> Connector:
    return Connector(source, target, "bottom", "top", tuple(Point(*point) for point in points))


def test_the_shared_trunk_is_drawn_once() -> None:
    far = connector("1", (0, 0), (0, 10), (50, 10), (50, 20))
    near = connector("2", (0, 0), (0, 10), (20, 10), (20, 20))
    other_side = connector("3", (0, 0), (0, 10), (-20, 10), (-20, 20))
    assert strokes([near, far, other_side]) == [
        ((20, 10), (20, 20)),
        far.points,
        ((0, 10), (-20, 10), (-20, 20)),
    ]


def test_a_shared_trunk_is_that_of_the_line_that_stays() -> None:
    kept = connector("1", (0, 0), (0, 10), (10, 10), (10, 20))._replace(state="kept")
    added = connector("2", (0, 0), (0, 10), (40, 10), (40, 20))._replace(state="added")
    gone = connector("3", (0, 0), (0, 10), (60, 10), (60, 20))._replace(state="removed")
    assert strokes([gone, added, kept]) == [
        ((40, 10), (60, 10), (60, 20)),
        ((10, 10), (40, 10), (40, 20)),
        kept.points,
    ]


def test_lines_of_different_superiors_are_left_alone() -> None:
    one, two = connector("1", (0, 0), (0, 9)), connector("2", (0, 0), (0, 9), source="x")
    assert strokes([one, two]) == [one.points, two.points]


def test_no_two_strokes_lie_on_one_another_and_each_reaches_its_box() -> None:
    for drawn in (department(), teams(), crossing()):
        connectors = place(drawn).connectors
        found = strokes(connectors)
        assert [stroke[-1] for stroke in found] == [each.points[-1] for each in connectors]
        pieces = [
            (each.source, *sorted(piece))
            for each, stroke in zip(connectors, found, strict=True)
            for piece in zip(stroke, stroke[1:], strict=False)
        ]
        for index, (source, start, end) in enumerate(pieces):
            for other, low, high in pieces[index + 1 :]:
                level = start.y == end.y == low.y == high.y and start.x < high.x and low.x < end.x
                upright = start.x == end.x == low.x == high.x and start.y < high.y and low.y < end.y
                assert source != other or not (level or upright)


def test_a_dotted_line_is_drawn_from_both_boxes() -> None:
    points = (Point(0, 0), Point(6, 0), Point(6, 40), Point(20, 40))
    assert halves(points) == ((*points[:2], (6, 20)), (points[3], points[2], (6, 20)))
    assert halves(points[:2]) == (((0, 0), (3, 0)), ((6, 0), (3, 0)))


def way(source: str, target: str, *points: tuple[float, float], style: LinkStyle = "flow") -> PlacedLink:
    return PlacedLink(source, target, "right", "right", tuple(Point(*point) for point in points), style)


def test_lines_to_one_box_join_the_longest_which_has_the_arrow_head() -> None:
    far = way("1", "9", (0, 0), (20, 0), (20, 90), (0, 90))
    near = way("2", "9", (0, 40), (20, 40), (20, 90), (0, 90))
    assert link_strokes([near, far]) == [
        (Stroke((Point(0, 40), Point(20, 40))),),
        (Stroke(far.points, at_end=True),),
    ]


def test_lines_from_one_box_leave_the_longest_where_they_branch_off() -> None:
    far = way("1", "8", (0, 0), (0, 40), (20, 40), style="rotation")
    near = way("1", "9", (0, 0), (0, 10), (20, 10), style="rotation")
    assert link_strokes([near, far]) == [
        (Stroke((Point(0, 10), Point(20, 10)), at_end=True),),
        (Stroke(far.points, at_start=True, at_end=True),),
    ]


def test_lines_that_only_cross_or_have_another_style_are_left_alone() -> None:
    one = way("1", "9", (0, 0), (20, 0), (20, 90), (0, 90))
    other = way("1", "9", (0, 0), (20, 0), (20, 90), (0, 90), style="demotion")
    crossing = way("2", "7", (10, 10), (40, 10), (40, 95))
    assert [each[0].points for each in link_strokes([one, other, crossing])] == [
        one.points,
        other.points,
        crossing.points,
    ]


def test_a_dotted_link_is_two_halves_without_arrow_heads() -> None:
    dotted = way("1", "2", (0, 0), (6, 0), style="dotted")
    assert link_strokes([dotted]) == [tuple(Stroke(half) for half in halves(dotted.points))]


def test_a_line_ends_where_its_arrow_head_begins() -> None:
    stroke = Stroke((Point(0, 0), Point(0, 30), Point(20, 30)), at_start=True, at_end=True)
    assert shortened(stroke, 6) == ((0, 6), (0, 30), (14, 30))
    assert shortened(Stroke(stroke.points), 6) == stroke.points
    assert shortened(Stroke((Point(0, 0), Point(8, 0)), at_end=True), 6) == ((0, 0), (4, 0))


def test_an_arrow_head_points_to_its_box() -> None:
    assert arrow(Point(20, 30), Point(0, 30), 6, 4) == ((14, 28), (20, 30), (14, 32))
    assert arrow(Point(5, 0), Point(5, 30), 6, 4) == ((3, 6), (5, 0), (7, 6))
