import pytest

from posdoc.layout.placed import Rect, Side


@pytest.mark.parametrize(
    ("side", "point"), [("top", (20, 10)), ("bottom", (20, 30)), ("left", (5, 20)), ("right", (35, 20))]
)
def test_middle_of_a_side(side: Side, point: tuple[float, float]) -> None:
    assert Rect(5, 10, 30, 20).middle(side) == point


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [(Rect(5, 5, 10, 10), True), (Rect(10, 0, 5, 5), False), (Rect(0, 10, 5, 5), False), (Rect(2, 2, 1, 1), True)],
)
def test_touching_is_not_overlapping(other: Rect, overlaps: bool) -> None:
    assert Rect(0, 0, 10, 10).overlaps(other) is overlaps
