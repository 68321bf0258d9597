from itertools import combinations
from typing import get_args

import pytest

from posdoc.charts.graph import BoxStyle, LinkStyle, Role
from posdoc.drawing import theme


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("style", get_args(BoxStyle))
@pytest.mark.parametrize("role", get_args(Role))
def test_text_in_boxes_can_be_read(style: BoxStyle, role: Role) -> None:
    assert contrast(theme.box_ink(style, role), theme.BOXES[style].fill) >= 4.5


@pytest.mark.parametrize("role", theme.TEXTS)
@pytest.mark.parametrize("ground", [theme.BACKGROUND, *theme.FRAME_FILLS])
def test_text_beside_boxes_can_be_read(role: str, ground: str) -> None:
    assert contrast(theme.TEXTS[role], ground) >= 4.5  # type: ignore[index]


@pytest.mark.parametrize("style", get_args(LinkStyle))
@pytest.mark.parametrize("ground", [theme.BACKGROUND, *theme.FRAME_FILLS])
def test_every_style_of_line_and_its_label_can_be_seen(style: LinkStyle, ground: str) -> None:
    assert contrast(theme.LINKS[style].ink, ground) >= 4.5
    assert contrast(theme.LINKS[style].rule, ground) >= 3.0


@pytest.mark.parametrize(("one", "other"), list(combinations(get_args(BoxStyle), 2)))
def test_styles_differ_in_black_and_white(one: BoxStyle, other: BoxStyle) -> None:
    first, second = theme.BOXES[one], theme.BOXES[other]
    assert first.dashed != second.dashed or contrast(first.fill, second.fill) > 1.1


def test_frames_inside_one_another_differ() -> None:
    assert theme.frame_fill(0) == theme.frame_fill(2) != theme.frame_fill(1)
