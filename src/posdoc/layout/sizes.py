"""How large the boxes of a chart are, and the lines of text in them.

All boxes of a chart are equally wide: as wide as the longest line needs once every text is broken to fit the
greatest width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from math import ceil
from typing import NamedTuple

from posdoc.charts.graph import Box, Graph
from posdoc.layout import metrics
from posdoc.layout.metrics import TYPE_SIZES, TextRole, text_width
from posdoc.layout.placed import Rect, Text
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
    lines = {box.id: set_lines(box, inner) for box in graph.boxes}
    widest = max(map(line_width, chain.from_iterable(lines.values())), default=0.0)
    width = max(metrics.BOX_MIN_WIDTH, even(min(widest, inner) + 2 * metrics.BOX_PAD_X))
    return BoxSizes(width, lines, {name: height_of(each) for name, each in lines.items()})


def even(value: float) -> float:
    """The next even whole number, so that middles are whole numbers too."""
    return float(ceil(value / 2) * 2)


def set_lines(box: Box, inner: float) -> tuple[SetLine, ...]:
    """The lines of a box, broken to be at most ``inner`` points wide."""
    found: list[SetLine] = []
    for line in box.lines:
        size = TYPE_SIZES[line.role]
        found.extend(SetLine(text, line.role) for text in wrap(line.text, inner, size.size, size.bold))
    return tuple(found)


def line_width(line: SetLine) -> float:
    """How wide one line is, in points."""
    size = TYPE_SIZES[line.role]
    return text_width(line.text, size.size, size.bold)


def height_of(lines: Sequence[SetLine]) -> float:
    """How high a box has to be for its lines."""
    content = sum(TYPE_SIZES[line.role].leading for line in lines)
    return even(max(metrics.BOX_MIN_HEIGHT, content + 2 * metrics.BOX_PAD_Y))


def centred_texts(lines: Sequence[SetLine], rect: Rect) -> tuple[Text, ...]:
    """The lines in the middle of a rectangle, both ways."""
    x, middle, width = rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width
    return tuple(
        [
            Text(line.text, line.role, size, bold, x, round((middle + baseline) * 2) / 2, "middle", width)
            for line, (size, bold, baseline) in zip(lines, _stack(tuple([line.role for line in lines])), strict=True)
        ]
    )


@cache
def _stack(roles: tuple[TextRole, ...]) -> tuple[tuple[float, bool, float], ...]:
    """Lines of these roles below one another: the size and weight of each, and its baseline from the middle of all."""
    sizes = [TYPE_SIZES[role] for role in roles]
    if not sizes:
        return ()
    tops = accumulate((size.leading for size in sizes[:-1]), initial=0.0)
    baselines = [top + size.ascent for top, size in zip(tops, sizes, strict=True)]
    top = baselines[0] - _ABOVE * sizes[0].size
    bottom = baselines[-1] + _BELOW * sizes[-1].size
    return tuple(
        (size.size, size.bold, baseline - (top + bottom) / 2) for size, baseline in zip(sizes, baselines, strict=True)
    )


def lines_at(lines: Sequence[str], role: TextRole, x: float, y: float, width: float) -> tuple[Text, ...]:
    """Lines that start at ``x``, the first with its top at ``y``."""
    size = TYPE_SIZES[role]
    return tuple(
        Text(line, role, size.size, size.bold, x, y + index * size.leading + size.ascent, "start", width)
        for index, line in enumerate(lines)
    )
