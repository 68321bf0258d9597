"""The kinds of charts: one module each, found by looking into this folder.

A chart kind has one pure function ``draw(organization, words, wish)`` that returns a
:class:`~posdoc.charts.graph.Graph`; ``wish`` says which part of the organization it shows, and how. It may say
``SUBJECT``: what ``wish.position`` has to name, "position" or "flow"; a chart without it is of the department. With
``OPTIONAL = True`` it need not name one, and is of the department where it does not. ``NAMES = True`` says that a chart is
of people, and nothing without their names.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Literal, Protocol, cast

from posdoc.charts.graph import Graph
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization

_NOT_KINDS = ("graph", "boxes", "colours", "details", "part")

Counted = Literal["posts", "units", "boxes"]


class ChartKind(Protocol):
    """What a module in this folder has to offer."""

    def draw(self, organization: Organization, words: Words, wish: ChartOutput) -> Graph:
        """The chart of the part of the organization that the wish asks for."""
        ...


def kinds() -> list[str]:
    """The names of all chart kinds."""
    return [
        found.name for found in pkgutil.iter_modules(__path__) if found.name not in _NOT_KINDS and found.name[0] != "_"
    ]


def kind(name: str) -> ChartKind:
    """The chart kind of a name."""
    return cast(ChartKind, import_module(f"{__name__}.{name}"))


def subject_of(name: str) -> str:
    """What a chart of this kind is about: "position", "flow", or nothing for one of the department."""
    return str(getattr(kind(name), "SUBJECT", ""))


def needs_subject(name: str) -> bool:
    """Whether a chart of this kind has to name its subject; one that need not is of the department without it."""
    return bool(subject_of(name)) and not getattr(kind(name), "OPTIONAL", False)


def needs_names(name: str) -> bool:
    """Whether a chart of this kind is of people, so that it cannot leave out their names."""
    return bool(getattr(kind(name), "NAMES", False))


def counted_as(name: str) -> Counted:
    """What the boxes of a chart of this kind are counted as."""
    return cast(Counted, getattr(kind(name), "COUNTED", "posts"))
