"""The room that parts of a placed chart take, for drawings that give them another place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Placed, Point, Rect, Text


def text_room(texts: Sequence[Text]) -> Rect:
    """The room of lines that stand by themselves."""
    widths = [text_width(text.text, text.size, text.bold) for text in texts]
    lefts = [
        text.x if text.anchor == "start" else text.x - width / 2 for text, width in zip(texts, widths, strict=True)
    ]
    size = TYPE_SIZES[texts[0].role]
    return Rect(min(lefts), texts[0].y - size.ascent, max(widths), len(texts) * size.leading)


def drawn_room(placed: Placed, air: float = 0.0, *, title: bool = True) -> Rect:
    """The room that everything drawn takes, with or without the title, with ``air`` around it."""
    rects = _rects(placed, title)
    points = [corner for rect in rects for corner in (Point(rect.x, rect.y), Point(rect.right, rect.bottom))]
    points += [point for connector in placed.connectors for point in connector.points]
    points += [point for link in placed.links for point in link.points]
    points = points or [Point(0.0, 0.0)]
    left, top = min(p.x for p in points) - air, min(p.y for p in points) - air
    return Rect(left, top, max(p.x for p in points) + air - left, max(p.y for p in points) + air - top)


def _rects(placed: Placed, title: bool) -> Iterator[Rect]:
    yield from (box.rect for box in placed.boxes)
    yield from (frame.rect for frame in placed.frames)
    yield from (link.label_rect for link in placed.links if link.label_rect)
    yield from (entry.rect for entry in placed.legend)
    texts = (*(entry.texts for entry in placed.legend), placed.title if title else (), placed.note)
    yield from (text_room(lines) for lines in texts if lines)
