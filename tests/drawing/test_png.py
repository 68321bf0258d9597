import pytest

from posdoc.drawing import png
from posdoc.drawing.png import draw, png_size
from posdoc.layout import engine, place
from posdoc.layout.engine import DrawingError
from tests.drawing.samples import SAMPLES
from tests.layout.samples import chain


@pytest.mark.parametrize("dpi", [72, 144, 300])
def test_the_picture_has_the_size_of_the_page(dpi: int) -> None:
    placed = place(SAMPLES["position"])
    width, height = png_size(draw(placed, dpi=dpi))
    assert abs(width - placed.width * dpi / 72) <= 1
    assert abs(height - placed.height * dpi / 72) <= 1


def test_a_picture_too_large_for_cairo_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "render", None)
    with pytest.raises(DrawingError) as caught:
        draw(place(chain(600)))
    assert str(png.MAX_SIDE) in caught.value.message.zh
    assert caught.value.hint is not None
    assert "SVG" in caught.value.hint.zh


def test_a_picture_that_came_out_shrunk_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "render", lambda dot, format, dpi: engine.render(dot, format, dpi // 2))
    with pytest.raises(DrawingError, match="came out with"):
        draw(place(SAMPLES["position"]))


def test_the_largest_allowed_side_is_drawn_unshrunk() -> None:
    placed = place(chain(240))
    dpi = int(png.MAX_SIDE / placed.height * 72)
    assert png_size(draw(placed, dpi=dpi))[1] > png.MAX_SIDE - 200
