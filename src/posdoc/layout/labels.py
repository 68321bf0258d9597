"""Finds room for the labels of dotted lines: beside their own line, clear of boxes, texts and all other lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple

from posdoc.layout.clutter import Clutter
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Point, Rect, Text
from posdoc.layout.wrap import wrap

_MAX_WIDTH = 120.0
_STEP = 6.0
# Steps beyond the ends of a piece, and the distance from it: near first, further off where all is taken.
_RANGES = ((0, 1.5), (10, 1.5), (10, 8.0), (16, 15.0), (24, 24.0))
_THIN = 1.0


def label_lines(text: str, width: float = _MAX_WIDTH) -> tuple[str, ...]:
    """The label broken into lines of at most ``width`` points."""
    size = TYPE_SIZES["label"]
    return wrap(text, width, size.size, size.bold)


class Spot(NamedTuple):
    """Room for a label, and how bad it is: the boxes and texts it hits, the lines, and the distance to its own."""

    room: Rect
    cost: tuple[int, int, float]

    @property
    def clear(self) -> bool:
        """Whether the label hits nothing and stands close to its line."""
        return self.cost == (0, 0, _RANGES[0][1])


def best_spot(lines: Sequence[str], way: Sequence[Point], solid: Clutter, drawn: Clutter) -> Spot:
    """The best room for ``lines`` beside ``way``: the first that hits nothing in ``solid`` or ``drawn``."""
    size = TYPE_SIZES["label"]
    width = max(text_width(line, size.size, size.bold) for line in lines) + 4.0
    height = len(lines) * size.leading
    pieces = sorted(zip(way, way[1:], strict=False), key=lambda piece: -_length(*piece))
    level = [piece for piece in pieces if piece[0].y == piece[1].y and _length(*piece) >= width]
    others = [piece for piece in pieces if piece not in level]
    own = line_rects([way])
    best: Spot | None = None
    for (beyond, gap), (a, b) in chain(product(_RANGES[:1], level + others), product(_RANGES[1:], pieces)):
        for room in _rooms(a, b, (width, height), beyond, gap):
            cost = (solid.hits(room), drawn.hits(room) + sum(room.overlaps(line) for line in own), gap)
            if best is None or cost < best.cost:
                best = Spot(room, cost)
            if cost[:2] == (0, 0):
                return best
    assert best is not None
    return best


def line_rects(ways: Sequence[Sequence[Point]]) -> list[Rect]:
    """The drawn lines as thin rectangles."""
    return [
        Rect(min(a.x, b.x) - _THIN, min(a.y, b.y) - _THIN, abs(a.x - b.x) + 2 * _THIN, abs(a.y - b.y) + 2 * _THIN)
        for way in ways
        for a, b in zip(way, way[1:], strict=False)
    ]


def label_texts(lines: Sequence[str], room: Rect) -> tuple[Text, ...]:
    """The label's lines, centred in their room."""
    size = TYPE_SIZES["label"]
    x = room.x + room.width / 2
    return tuple(
        Text(line, "label", size.size, size.bold, x, room.y + index * size.leading + size.ascent, "middle", room.width)
        for index, line in enumerate(lines)
    )


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _rooms(a: Point, b: Point, size: tuple[float, float], beyond: int, gap: float) -> Iterator[Rect]:
    """Places beside one piece of a line, from its middle outwards (some steps beyond its ends), on both sides."""
    width, height = size
    if a.y == b.y:
        for x in _from_middle(min(a.x, b.x), max(a.x, b.x), width, beyond):
            yield Rect(x, a.y - height - gap, width, height)
            yield Rect(x, a.y + gap, width, height)
    else:
        for y in _from_middle(min(a.y, b.y), max(a.y, b.y), height, beyond):
            yield Rect(a.x + gap, y, width, height)
            yield Rect(a.x - width - gap, y, width, height)


def _from_middle(start: float, end: float, extent: float, beyond: int) -> Iterator[float]:
    middle = (start + end - extent) / 2
    yield middle
    steps = int(max(0.0, end - start - extent) / 2 / _STEP) + beyond
    for step in range(1, steps + 1):
        yield middle - step * _STEP
        yield middle + step * _STEP
