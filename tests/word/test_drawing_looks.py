from typing import get_args

from posdoc.charts.graph import HEADS, BoxStyle, LinkStyle
from posdoc.word.drawing_looks import BOXES, LINKS, NOTHING, Look


def test_every_style_has_a_look_of_its_own() -> None:
    assert set(BOXES) == set(get_args(BoxStyle))
    assert len(set(BOXES.values())) == len(BOXES)
    assert set(LINKS) == set(HEADS) == set(get_args(LinkStyle))


def test_arrow_heads_are_those_of_the_style() -> None:
    assert {style: look.heads for style, look in LINKS.items()} == HEADS


def test_it_prints_in_black_and_white() -> None:
    """All but the focus is grey, and the focus has a thicker outline than the rest."""
    greys = [colour for style, look in BOXES.items() if style != "focus" for colour in (look.fill, look.line)]
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in greys)
    assert BOXES["focus"].width == max(look.width for look in BOXES.values())


def test_fill_and_line_as_drawingml() -> None:
    assert NOTHING.filled() == "<a:noFill/>"
    assert NOTHING.lined() == "<a:ln><a:noFill/></a:ln>"
    assert Look("FFFFFF", "000000").filled() == '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    assert Look("", "000000", 1.0, "dash", (False, True)).lined() == (
        '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="dash"/>'
        '<a:miter lim="800000"/><a:tailEnd type="triangle" w="med" len="med"/></a:ln>'
    )
