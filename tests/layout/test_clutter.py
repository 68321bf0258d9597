import pytest

from posdoc.layout.clutter import Clutter
from posdoc.layout.placed import Rect


@pytest.mark.parametrize(
    ("room", "hits"),
    [(Rect(5, 5, 1, 1), 1), (Rect(500, 500, 9, 9), 0), (Rect(-20, -20, 1000, 400), 3), (Rect(10, 0, 5, 5), 0)],
)
def test_hits(room: Rect, hits: int) -> None:
    clutter = Clutter([Rect(0, 0, 10, 10), Rect(300, 0, 400, 2)])
    clutter.add([Rect(-15, -15, 3, 3)])
    assert clutter.hits(room) == hits
