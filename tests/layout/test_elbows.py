import re
from itertools import product

import pytest

from posdoc.layout import Point, Side
from posdoc.layout.elbows import Elbow, elbow, freeform, unbent
from tests.drawing.connectors import drawn_path, same_path


def path(shape: Elbow) -> list[tuple[float, float]]:
    return drawn_path(
        shape.preset,
        shape.adjustments,
        shape.rect,
        degrees=90 if shape.turned else 0,
        flip_across=shape.flipped_across,
        flip_down=shape.flipped_down,
    )


LINES: dict[str, tuple[Side, list[tuple[float, float]]]] = {
    "straight": ("bottom", [(0, 0), (0, 20)]),
    "one bend, level": ("right", [(0, 0), (30, 0), (30, 20)]),
    "one bend, upright": ("bottom", [(0, 0), (0, 20), (30, 20)]),
    "two bends, level": ("right", [(0, 0), (8, 0), (8, 20), (30, 20)]),
    "two bends, upright": ("bottom", [(0, 0), (0, 5), (30, 5), (30, 20)]),
    "two bends, beyond": ("right", [(0, 0), (40, 0), (40, 20), (30, 20)]),
    "three bends, level": ("right", [(0, 0), (10, 0), (10, 50), (30, 50), (30, 20)]),
    "three bends, upright": ("bottom", [(0, 0), (0, 10), (-20, 10), (-20, 30), (-10, 30)]),
    "four bends, level": ("right", [(0, 0), (10, 0), (10, 50), (-30, 50), (-30, 20), (-10, 20)]),
    "four bends, upright": ("bottom", [(0, 0), (0, 10), (40, 10), (40, -30), (20, -30), (20, -10)]),
}
TURNED: dict[Side, Side] = {"right": "left", "left": "right", "bottom": "top", "top": "bottom"}


@pytest.mark.parametrize(("across", "down"), list(product((1, -1), repeat=2)))
@pytest.mark.parametrize("name", LINES)
def test_the_preset_runs_as_the_line_does(name: str, across: int, down: int) -> None:
    side, line = LINES[name]
    points = [Point(100 + x * across, 200 + y * down) for x, y in line]
    mirrored = across if side in ("left", "right") else down
    shape = elbow(points, side if mirrored > 0 else TURNED[side])
    assert shape is not None
    assert same_path(path(shape), points, 0.01)
    assert shape.rect.width >= 0
    assert shape.rect.height >= 0


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (30, 0), (30, 50), (0, 50)],
        [(0, 0), (0, 9), (9, 9), (9, 19), (19, 19), (19, 29), (29, 29)],
    ],
    ids=["it ends below its beginning", "it has too many bends"],
)
def test_no_preset_runs_like_this(points: list[tuple[float, float]]) -> None:
    line = [Point(*point) for point in points]
    assert elbow(line, "right") is None
    geometry, rect = freeform(line)
    assert geometry.count("<a:lnTo>") == len(points) - 1
    assert (rect.right, rect.bottom) == (max(p.x for p in line), max(p.y for p in line))


@pytest.mark.parametrize(
    ("start", "end", "side"),
    [((5, 5), (5, 45), "bottom"), ((5, 45), (5, 5), "top"), ((5, 5), (45, 5), "right"), ((45, 5), (5, 5), "left")],
)
def test_a_straight_line_can_bend_later(start: tuple[float, float], end: tuple[float, float], side: Side) -> None:
    shape = unbent(Point(*start), Point(*end), side)
    assert shape.preset == "bentConnector3"
    assert same_path(path(shape), [start, end], 0.01)


def test_it_is_written_as_drawingml() -> None:
    shape = elbow([Point(0, 0), Point(0, 5), Point(30, 5), Point(30, 20)], "bottom")
    assert shape is not None
    assert shape.attributes() == ' rot="5400000" flipV="1"'
    assert re.findall(r'fmla="val (\d+)"', shape.geometry()) == ["25000"]
