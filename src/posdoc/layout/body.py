"""What one arrangement gives: a placed chart without its title, legend and note, wherever its origin may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from posdoc.charts.graph import Box
from posdoc.layout.placed import Connector, Frame, PlacedBox, PlacedLink, Point, Rect, Text
from posdoc.layout.sizes import SetLine, centred_texts
from posdoc.layout.wrap import plain

Extent = tuple[float, float, float, float]
"""The smallest and the greatest x and y of all that is drawn: left, top, right, bottom."""


class SetBox(NamedTuple):
    """A box where it stands, with its lines; ``frame`` is the index of the innermost frame around it."""

    box: Box
    rect: Rect
    lines: Sequence[SetLine]
    frame: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a chart that an arrangement has placed, and the room they take."""

    extent: Extent
    boxes: tuple[SetBox, ...]
    links: tuple[PlacedLink, ...]
    frames: tuple[Frame, ...] = ()
    connectors: tuple[Connector, ...] = ()


def placed_box(found: SetBox, by: Point) -> PlacedBox:
    """The box moved by ``by``, with its lines in its middle."""
    box, rect, lines, frame = found
    return PlacedBox(
        box.id,
        _moved_rect(rect, by),
        box.style,
        centred_texts(lines, rect, by),
        box.group,
        box.assistant,
        box.tooltip and plain(box.tooltip),
        frame,
        box.shape,
        box.colour,
        box.details,
        box.keywords,
        box.state,
    )


def extent_of(rects: Iterable[Rect], links: Iterable[PlacedLink]) -> Extent:
    """The room of the rectangles, the links and their labels; nothing at all takes none."""
    links = list(links)
    points = [point for link in links for point in link.points]
    rects = [*rects, *(link.label_rect for link in links if link.label_rect)]
    xs = [*(p.x for p in points), *(r.x for r in rects), *(r.right for r in rects)] or [0.0]
    ys = [*(p.y for p in points), *(r.y for r in rects), *(r.bottom for r in rects)] or [0.0]
    return float(round(min(xs))), float(round(min(ys))), max(xs), max(ys)


def moved_box(box: PlacedBox, by: Point) -> PlacedBox:
    """The box moved by ``by``, with its texts."""
    return box._replace(rect=_moved_rect(box.rect, by), texts=_moved_texts(box.texts, by))


def moved_frame(frame: Frame, by: Point) -> Frame:
    """The frame moved by ``by``, with its title."""
    return replace(frame, rect=_moved_rect(frame.rect, by), texts=_moved_texts(frame.texts, by))


def moved_connector(connector: Connector, by: Point) -> Connector:
    """The solid line moved by ``by``."""
    source, target, source_side, target_side, points, state = connector
    return Connector(source, target, source_side, target_side, _moved_points(points, by), state)


def moved_link(link: PlacedLink, by: Point) -> PlacedLink:
    """The link moved by ``by``, with its label."""
    rect = _moved_rect(link.label_rect, by) if link.label_rect else None
    return replace(link, points=_moved_points(link.points, by), label=_moved_texts(link.label, by), label_rect=rect)


def _moved_rect(rect: Rect, by: Point) -> Rect:
    x, y, width, height = rect
    return Rect(x + by.x, y + by.y, width, height)


def _moved_points(points: Sequence[Point], by: Point) -> tuple[Point, ...]:
    dx, dy = by
    return tuple([Point(x + dx, y + dy) for x, y in points])


def _moved_texts(texts: Sequence[Text], by: Point) -> tuple[Text, ...]:
    dx, dy = by
    return tuple([Text(text, role, size, bold, x + dx, y + dy, anchor, width)
                  for text, role, size, bold, x, y, anchor, width in texts])  # fmt: skip
