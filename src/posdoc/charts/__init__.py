"""The kinds of charts: one module each, found by looking into this folder.

A chart kind has one pure function ``draw(organization, words, focus)`` that returns a
:class:`~posdoc.charts.graph.Graph`; ``focus`` is the id of the position in the middle of it, or empty.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Protocol, cast

from posdoc.charts.graph import Graph
from posdoc.locales.words import Words
from posdoc.model import Organization

_NOT_KINDS = ("graph", "boxes", "_listed")


class ChartKind(Protocol):
    """What a module in this folder has to offer."""

    def draw(self, organization: Organization, words: Words, focus: str = "") -> Graph:
        """The chart of the organization, or of one position in it."""
        ...


def kinds() -> list[str]:
    """The names of all chart kinds."""
    return [found.name for found in pkgutil.iter_modules(__path__) if found.name not in _NOT_KINDS]


def kind(name: str) -> ChartKind:
    """The chart kind of a name."""
    return cast(ChartKind, import_module(f"{__name__}.{name}"))
