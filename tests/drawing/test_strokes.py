from posdoc.drawing._strokes import halves, strokes
from posdoc.layout import place
from posdoc.layout.placed import Connector, Point
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
