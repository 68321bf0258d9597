"""The geometry of lines in native drawings: Word's preset connectors where one runs as wanted, else a free form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdoc.layout import Point, Rect, Side
from posdoc.layout.elbows import elbow, freeform


class Bent(NamedTuple):
    """The geometry of a line's shape, the room that it is given, and how it is turned and flipped."""

    geometry: str
    rect: Rect
    turn: str = ""


def bent(points: Sequence[Point], side: Side) -> Bent:
    """The preset connector that runs from the first to the last of ``points`` as they do, or else a free form."""
    found = elbow(points, side)
    return Bent(found.geometry(), found.rect, found.attributes()) if found else Bent(*freeform(points))
