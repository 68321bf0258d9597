"""The geometry of lines in native drawings: Word's preset connectors where one runs as wanted, else a free form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.layout import Point, Rect, Side

EMU = 12_700
"""English metric units in a point."""
_HAIR = 0.01
_MOST_POINTS = 6
"""Preset connectors have at most five pieces."""


def emu(points: float) -> int:
    """Points in English metric units."""
    return round(points * EMU)


class Bent(NamedTuple):
    """The geometry of a line's shape, the room that it is given, and how it is turned and flipped."""

    geometry: str
    rect: Rect
    turn: str = ""


def bent(points: Sequence[Point], side: Side) -> Bent:
    """The preset connector that runs from the first to the last of ``points`` as they do.

    In a preset connector the first piece is level; one that leaves upright is turned by a quarter. A turned
    shape is given by the box that it would have unturned, about the same middle.
    """
    start, end = points[0], points[-1]
    dx, dy = end.x - start.x, end.y - start.y
    rect = Rect(min(start.x, end.x), min(start.y, end.y), abs(dx), abs(dy))
    if len(points) == 2:
        return Bent(_preset("straightConnector1", ()), rect, _flips(dx < 0, dy < 0))
    if abs(dx) < _HAIR or abs(dy) < _HAIR or len(points) > _MOST_POINTS:
        return _freeform(points)
    upright = side in ("top", "bottom")
    preset = _preset(f"bentConnector{len(points) - 1}", _adjustments(points, upright))
    if not upright:
        return Bent(preset, rect, _flips(dx < 0, dy < 0))
    turned = Rect((start.x + end.x - abs(dy)) / 2, (start.y + end.y - abs(dx)) / 2, abs(dy), abs(dx))
    # Turned clockwise, the way right becomes the way down and the way down becomes the way left.
    return Bent(preset, turned, f' rot="5400000"{_flips(dy < 0, dx > 0)}')


def _preset(name: str, adjustments: Sequence[float]) -> str:
    guides = "".join(
        f'<a:gd name="adj{place}" fmla="val {round(100_000 * part)}"/>' for place, part in enumerate(adjustments, 1)
    )
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _adjustments(points: Sequence[Point], upright: bool) -> list[float]:
    """Where the inner pieces lie, each as a share of the way from the first to the last point."""
    start, end = points[0], points[-1]
    shares = []
    for place, point in enumerate(points[1:-2]):
        if upright == (place % 2 == 0):
            shares.append((point.y - start.y) / (end.y - start.y))
        else:
            shares.append((point.x - start.x) / (end.x - start.x))
    return shares


def _freeform(points: Sequence[Point]) -> Bent:
    """A line through all points, for what no preset connector can follow."""
    left, top = min(p.x for p in points), min(p.y for p in points)
    width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
    steps = "".join(
        f'<a:{"lnTo" if place else "moveTo"}><a:pt x="{emu(p.x - left)}" y="{emu(p.y - top)}"/>'
        f"</a:{'lnTo' if place else 'moveTo'}>"
        for place, p in enumerate(points)
    )
    path = f'<a:path w="{emu(width)}" h="{emu(height)}" fill="none">{steps}</a:path>'
    parts = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    return Bent(f"<a:custGeom>{parts}<a:pathLst>{path}</a:pathLst></a:custGeom>", Rect(left, top, width, height))


def _flips(horizontal: bool, vertical: bool) -> str:
    return (' flipH="1"' if horizontal else "") + (' flipV="1"' if vertical else "")
