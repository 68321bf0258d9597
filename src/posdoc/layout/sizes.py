"""How large the boxes of a chart are, and the lines of text in them.

All boxes of a chart are equally wide: as wide as the longest line needs once every text is broken to fit the
greatest width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain
from math import ceil
from typing import NamedTuple

from posdoc.charts.graph import Box, Graph, Line
from posdoc.layout import metrics
from posdoc.layout.metrics import TYPE_SIZES, TextRole, text_width
from posdoc.layout.placed import Point, Rect, Text
from posdoc.layout.wrap import wrap

# How far the characters of a line reach above and below its baseline, in ems.
_ABOVE = 0.86
_BELOW = 0.14


class SetLine(NamedTuple):
    """One line after breaking."""

    text: str
    role: TextRole


@dataclass(frozen=True, slots=True)
class BoxSizes:
    """The width of every box, and of each box (by id) its lines and the height they need."""

    width: float
    lines: dict[str, tuple[SetLine, ...]]
    heights: dict[str, float]


def measure_boxes(graph: Graph) -> BoxSizes:
    """Breaks the lines of every box and says how large the boxes must be."""
    inner = metrics.BOX_MAX_WIDTH - 2 * metrics.BOX_PAD_X
    texts = {box.id: box.lines for box in graph.boxes}
    # Many boxes say the same, such as how many posts are vacant.
    broken = {line: _set_line(line, inner) for line in set(chain.from_iterable(texts.values()))}
    widest = max(map(line_width, chain.from_iterable(broken.values())), default=0.0)
    width = max(metrics.BOX_MIN_WIDTH, even(min(widest, inner) + 2 * metrics.BOX_PAD_X))
    lines = {name: tuple([part for line in own for part in broken[line]]) for name, own in texts.items()}
    return BoxSizes(width, lines, {name: height_of(own) for name, own in lines.items()})


def even(value: float) -> float:
    """The next even whole number, so that middles are whole numbers too."""
    return float(ceil(value / 2) * 2)


def set_lines(box: Box, inner: float) -> tuple[SetLine, ...]:
    """The lines of a box, broken to be at most ``inner`` points wide."""
    return tuple([part for line in box.lines for part in _set_line(line, inner)])


def _set_line(line: Line, inner: float) -> list[SetLine]:
    size = TYPE_SIZES[line.role]
    return [SetLine(text, line.role) for text in wrap(line.text, inner, size.size, size.bold)]


def line_width(line: SetLine) -> float:
    """How wide one line is, in points."""
    size = TYPE_SIZES[line.role]
    return text_width(line.text, size.size, size.bold)


def height_of(lines: Sequence[SetLine]) -> float:
    """How high a box has to be for its lines."""
    return _height_of(tuple([line.role for line in lines]))


@cache
def _height_of(roles: tuple[TextRole, ...]) -> float:
    content = sum(TYPE_SIZES[role].leading for role in roles)
    return even(max(metrics.BOX_MIN_HEIGHT, content + 2 * metrics.BOX_PAD_Y))


def centred_texts(lines: Sequence[SetLine], rect: Rect, by: Point) -> tuple[Text, ...]:
    """The lines in the middle of a rectangle, both ways, and then moved by ``by``."""
    left, top, width, height = rect
    x, down = left + width / 2 + by.x, by.y
    stack = _stack(tuple([role for _, role in lines]), top + height / 2)
    return tuple(
        [
            Text(text, role, size, bold, x, baseline + down, "middle", width)
            for (text, role), (size, bold, baseline) in zip(lines, stack, strict=True)
        ]
    )


@lru_cache(maxsize=1024)
def _stack(roles: tuple[TextRole, ...], middle: float) -> tuple[tuple[float, bool, float], ...]:
    """Lines of these roles below one another, their middle at ``middle``: the size, weight and baseline of each."""
    sizes = [TYPE_SIZES[role] for role in roles]
    if not sizes:
        return ()
    tops = accumulate((size.leading for size in sizes[:-1]), initial=0.0)
    baselines = [top + size.ascent for top, size in zip(tops, sizes, strict=True)]
    top = baselines[0] - _ABOVE * sizes[0].size
    bottom = baselines[-1] + _BELOW * sizes[-1].size
    centre = (top + bottom) / 2
    return tuple(
        (size.size, size.bold, round((middle + (baseline - centre)) * 2) / 2)
        for size, baseline in zip(sizes, baselines, strict=True)
    )


def lines_at(lines: Sequence[str], role: TextRole, x: float, y: float, width: float) -> tuple[Text, ...]:
    """Lines that start at ``x``, the first with its top at ``y``."""
    size = TYPE_SIZES[role]
    return tuple(
        Text(line, role, size.size, size.bold, x, y + index * size.leading + size.ascent, "start", width)
        for index, line in enumerate(lines)
    )
