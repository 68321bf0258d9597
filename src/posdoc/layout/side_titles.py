"""Bands across a chart with their titles at the left: how much room the titles need, and the frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Frame, Rect, Text
from posdoc.layout.sizes import lines_at
from posdoc.layout.wrap import wrap

_MOST = 76.0
_INSET = 8.0
_CLEAR = 12.0


def title_lines(text: str) -> tuple[str, ...]:
    """The title broken into lines that fit at the side of a band."""
    size = TYPE_SIZES["frame"]
    return wrap(text, _MOST, size.size, size.bold)


def title_room(titles: Iterable[Sequence[str]]) -> float:
    """How far from the left edge of the bands what stands in them may begin."""
    size = TYPE_SIZES["frame"]
    widths = [text_width(line, size.size, size.bold) for lines in titles for line in lines]
    return float(round(2 * _INSET + max(widths) + _CLEAR)) if widths else 0.0


def title_height(lines: Sequence[str]) -> float:
    """How high the lines of a title are."""
    return len(lines) * TYPE_SIZES["frame"].leading


def band_frame(name: str, lines: Sequence[str], rect: Rect) -> Frame:
    """The frame of a band, its title in the middle of the left side."""
    return Frame(name, rect, 0, _texts(lines, rect))


def _texts(lines: Sequence[str], rect: Rect) -> tuple[Text, ...]:
    y = float(round(rect.y + (rect.height - title_height(lines)) / 2))
    return lines_at(lines, "frame", rect.x + _INSET, y, _MOST)
