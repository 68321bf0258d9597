"""The place of a position in its own file, also for what it has taken over from elsewhere."""

from __future__ import annotations

from posdoc.diagnostics import Span
from posdoc.model import Position


def own_place(position: Position, key: str = "title") -> Span:
    """Where ``key`` stands in the position's own file; where it is handed down, its ``based_on`` or title there."""
    for candidate in (key, "based_on", "title"):
        if position.states(candidate):
            place = position.at(candidate)
            if place.path == position.path:
                return place
    return position.span
