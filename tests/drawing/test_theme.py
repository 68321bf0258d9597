from itertools import combinations, pairwise
from typing import get_args

import pytest

from posdoc.charts.graph import BoxStyle, LinkStyle, Role, State
from posdoc.drawing.theme import Theme, theme_of, themes
from posdoc.errors import UsageError
from posdoc.layout.placed import PlacedBox, Rect

STYLES, LINES, ROLES = get_args(BoxStyle), get_args(LinkStyle), get_args(Role)
STATES, LINE_STATES = get_args(State), ("added", "removed", "kept")
EACH = pytest.mark.parametrize("theme", [theme_of(name) for name in themes()], ids=themes())


def channels(colour: str) -> list[float]:
    """Red, green and blue, linear, from 0 to 1."""
    shares = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2."""
    red, green, blue = channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# Machado, Oliveira and Fernandes (2009), severity 1.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0519)),
    "deuteranopia": ((0.3672, 0.8606, -0.2279), (0.2803, 0.6726, 0.0472), (-0.0118, 0.0429, 0.9689)),
}


def seen(colour: str, blindness: str) -> tuple[float, float, float]:
    """The colour in CIELAB, as somebody with that colour vision sees it."""
    linear = channels(colour)
    r, g, b = (max(0.0, sum(a * c for a, c in zip(row, linear, strict=True))) for row in BLINDNESS[blindness])
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, blindness: str) -> float:
    a, b = seen(one, blindness), seen(other, blindness)
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def box(style: BoxStyle, colour: int | None = None) -> PlacedBox:
    return PlacedBox("a", Rect(0, 0, 1, 1), style, (), colour=colour)


@EACH
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("role", ROLES)
def test_text_in_boxes_can_be_read(theme: Theme, style: BoxStyle, role: Role) -> None:
    for colour in (None, *range(len(theme.colours))):
        assert contrast(theme.ink(box(style, colour), role), theme.box(style, colour).fill) >= 4.5


@EACH
def test_text_beside_boxes_can_be_read(theme: Theme) -> None:
    assert theme.texts
    for ink in theme.texts.values():
        assert all(contrast(ink, ground) >= 4.5 for ground in (theme.background, *theme.frame_fills))


@EACH
@pytest.mark.parametrize("style", LINES)
def test_every_style_of_line_and_its_label_can_be_seen(theme: Theme, style: LinkStyle) -> None:
    for ground in (theme.background, *theme.frame_fills):
        assert contrast(theme.links[style].ink, ground) >= 4.5
        assert contrast(theme.links[style].rule, ground) >= 3.0


@EACH
@pytest.mark.parametrize(("one", "other"), list(combinations(STYLES, 2)))
def test_styles_differ_in_black_and_white(theme: Theme, one: BoxStyle, other: BoxStyle) -> None:
    first, second = theme.boxes[one], theme.boxes[other]
    assert first.dashed != second.dashed or contrast(first.fill, second.fill) > 1.1


@EACH
def test_frames_inside_one_another_differ(theme: Theme) -> None:
    assert theme.frame_fill(0) == theme.frame_fill(2) != theme.frame_fill(1)


@EACH
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_all_colours_of_boxes_differ_for_every_reader(theme: Theme, blindness: str) -> None:
    assert len(theme.colours) >= 8
    assert min(distance(one, other, blindness) for one, other in combinations(theme.colours, 2)) > 2.3
    assert min(distance(one, other, blindness) for one, other in combinations(theme.colours[:6], 2)) > 5


@EACH
def test_neighbouring_colours_differ_in_black_and_white(theme: Theme) -> None:
    assert all(contrast(one, other) > 1.1 for one, other in pairwise(theme.colours))


@EACH
def test_a_colour_fills_a_box_but_not_the_one_in_focus(theme: Theme) -> None:
    assert theme.box("vacant", 1) == theme.box("vacant")._replace(
        fill=theme.colours[1], ink=theme.boxes["normal"].ink, muted=theme.boxes["normal"].ink
    )
    assert theme.box("focus", 1) == theme.box("focus")
    assert theme.colour(len(theme.colours)) == theme.colours[0]


@EACH
@pytest.mark.parametrize("state", STATES)
def test_what_became_of_a_box_can_be_read_and_its_outline_seen(theme: Theme, state: State) -> None:
    look = theme.box("outside", 1, state)
    assert look == theme.states[state]
    assert min(contrast(ink, look.fill) for ink in (look.ink, look.muted)) >= 4.5
    if state != "kept":
        assert all(contrast(look.rule, ground) >= 3.0 for ground in (theme.background, *theme.frame_fills))


@EACH
@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_states_differ_in_black_and_white(theme: Theme, one: State, other: State) -> None:
    first, second = theme.states[one], theme.states[other]
    assert first.dashed != second.dashed or contrast(first.fill, second.fill) > 1.1 or (
        abs(first.width - second.width) >= 1.0
    )  # fmt: skip


@EACH
def test_a_frame_shows_by_its_outline_what_became_of_it(theme: Theme) -> None:
    assert theme.frame(0) == (
        theme.frame_fills[0],
        theme.frame_rule,
        theme.frame_width,
        False,
        *[theme.texts["frame"]] * 2,
    )
    added = theme.frame(1, "added")
    assert (added.fill, added.rule) == (theme.frame_fills[1], theme.states["added"].rule)
    assert theme.frame(0, "removed").dashed


@EACH
def test_lines_that_came_are_thick_and_those_that_ended_are_dashed(theme: Theme) -> None:
    assert set(theme.state_lines) == set(LINE_STATES)
    assert theme.connector().width < theme.connector("added").width
    assert theme.connector("removed").dash
    assert not theme.connector("added").dash
    assert theme.link("dotted", "added").dash == theme.links["dotted"].dash != theme.link("dotted", "removed").dash
    for ground in (theme.background, *theme.frame_fills):
        assert all(
            contrast(look.rule, ground) >= 3.0 <= contrast(look.ink, ground) for look in theme.state_lines.values()
        )


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(UsageError, match="standard"):
        theme_of("../standard")
