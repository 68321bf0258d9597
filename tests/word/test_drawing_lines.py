import pytest

from posdoc.layout import Point, Rect, Side
from posdoc.word.drawing_lines import bent

STRAIGHT, ELBOW, STEP, FREE = "straightConnector1", "bentConnector2", "bentConnector3", "custGeom"


@pytest.mark.parametrize(
    ("points", "side", "kind", "rect", "turn"),
    [
        ([(0, 0), (0, 20)], "bottom", STRAIGHT, Rect(0, 0, 0, 20), ""),
        ([(20, 5), (0, 5)], "left", STRAIGHT, Rect(0, 5, 20, 0), ' flipH="1"'),
        ([(0, 0), (10, 0), (10, 30), (20, 30)], "right", STEP, Rect(0, 0, 20, 30), ""),
        ([(0, 0), (0, 10), (20, 10)], "bottom", ELBOW, Rect(5, -5, 10, 20), ' rot="5400000" flipV="1"'),
        ([(0, 0), (30, 0), (30, 50), (0, 50)], "right", FREE, Rect(0, 0, 30, 50), ""),
    ],
    ids=["down", "to the left", "a step", "an elbow", "around boxes below one another"],
)
def test_a_line_is_a_preset_connector_or_else_a_free_form(
    points: list[tuple[float, float]], side: Side, kind: str, rect: Rect, turn: str
) -> None:
    shape = bent([Point(*point) for point in points], side)
    assert kind in shape.geometry
    assert (shape.rect, shape.turn) == (rect, turn)


def test_the_inner_piece_of_a_step_lies_where_it_should() -> None:
    shape = bent([Point(0, 0), Point(5, 0), Point(5, 30), Point(20, 30)], "right")
    assert 'name="adj1" fmla="val 25000"' in shape.geometry
