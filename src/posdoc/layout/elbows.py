"""How a line of upright and level pieces is said in DrawingML: as one of its preset connectors, turned and flipped.

Word, PowerPoint and what reads their files know five connectors. Each runs from the top left to the bottom right of its
room, and its first piece is level; one that leaves upright is turned by a quarter, one that runs another way is flipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.layout.placed import Point, Rect, Side

EMU = 12_700
"""English metric units in a point."""
WHOLE = 100_000
"""Adjustments count in these parts of the connector's width or height."""
SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The numbers of the places on a rectangle, plain or rounded, at which a connector can be tied to it."""
_HAIR = 0.01
_MOST_POINTS = 6
"""Preset connectors have at most five pieces."""


class Elbow(NamedTuple):
    """A preset connector: its name, where its inner pieces lie, its room before it is turned, and how it is turned."""

    preset: str
    adjustments: tuple[int, ...]
    rect: Rect
    turned: bool = False
    flipped_across: bool = False
    flipped_down: bool = False

    def attributes(self) -> str:
        """How it is turned and flipped, as attributes of ``a:xfrm``."""
        turn = ' rot="5400000"' if self.turned else ""
        return turn + (' flipH="1"' if self.flipped_across else "") + (' flipV="1"' if self.flipped_down else "")

    def geometry(self) -> str:
        """Its shape as DrawingML."""
        guides = "".join(
            f'<a:gd name="adj{place}" fmla="val {value}"/>' for place, value in enumerate(self.adjustments, 1)
        )
        return f'<a:prstGeom prst="{self.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def emu(points: float) -> int:
    """Points in English metric units."""
    return round(points * EMU)


def elbow(points: Sequence[Point], side: Side) -> Elbow | None:
    """The preset connector that runs from the first to the last of ``points``, leaving a box at ``side``; None if none does.

    A line around boxes below or beside one another ends above or beside its beginning; no share of nothing says how far
    out it runs.
    """
    start, end = points[0], points[-1]
    dx, dy = end.x - start.x, end.y - start.y
    if len(points) == 2:
        return Elbow("straightConnector1", (), _between(start, end), False, dx < 0, dy < 0)
    if len(points) > _MOST_POINTS or min(abs(dx), abs(dy)) < _HAIR:
        return None
    upright = side in ("top", "bottom")
    return _bent(f"bentConnector{len(points) - 1}", _adjustments(points, upright), start, end, upright)


def unbent(start: Point, end: Point, side: Side) -> Elbow:
    """A connector that is straight as long as its ends lie above or beside one another, and bends when one is moved."""
    return _bent("bentConnector3", (WHOLE // 2,), start, end, side in ("top", "bottom"))


def _bent(preset: str, adjustments: tuple[int, ...], start: Point, end: Point, upright: bool) -> Elbow:
    dx, dy = end.x - start.x, end.y - start.y
    if not upright:
        return Elbow(preset, adjustments, _between(start, end), False, dx < 0, dy < 0)
    # A turned shape is given by the room that it would have unturned, about the same middle. Turned clockwise, the way
    # right becomes the way down and the way down becomes the way left.
    turned = Rect((start.x + end.x - abs(dy)) / 2, (start.y + end.y - abs(dx)) / 2, abs(dy), abs(dx))
    return Elbow(preset, adjustments, turned, True, dy < 0, dx > 0)


def _between(start: Point, end: Point) -> Rect:
    return Rect(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))


def freeform(points: Sequence[Point]) -> tuple[str, Rect]:
    """A line through all points, for what no preset connector can follow: its shape as DrawingML, and its room."""
    left, top = min(p.x for p in points), min(p.y for p in points)
    width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
    steps = "".join(
        f'<a:{"lnTo" if place else "moveTo"}><a:pt x="{emu(p.x - left)}" y="{emu(p.y - top)}"/>'
        f"</a:{'lnTo' if place else 'moveTo'}>"
        for place, p in enumerate(points)
    )
    path = f'<a:path w="{emu(width)}" h="{emu(height)}" fill="none">{steps}</a:path>'
    parts = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    return f"<a:custGeom>{parts}<a:pathLst>{path}</a:pathLst></a:custGeom>", Rect(left, top, width, height)


def _adjustments(points: Sequence[Point], upright: bool) -> tuple[int, ...]:
    """Where the inner pieces lie, each as a share of the way from the first to the last point."""
    start, end = points[0], points[-1]
    shares = []
    for place, point in enumerate(points[1:-2]):
        if upright == (place % 2 == 0):
            shares.append((point.y - start.y) / (end.y - start.y))
        else:
            shares.append((point.x - start.x) / (end.x - start.x))
    return tuple(round(WHOLE * share) for share in shares)
