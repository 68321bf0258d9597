"""A chart as a value: what is drawn and how it hangs together, with no geometry and no colours.

A chart kind makes a :class:`Graph`; ``layout`` gives it coordinates; ``drawing`` and ``word`` put it on paper.
Texts are ready to print. The order of boxes, groups and lines is the order in which they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Role = Literal["title", "subtitle", "detail", "muted", "step"]
BoxStyle = Literal["normal", "focus", "vacant", "planned", "outside", "decision"]
BoxShape = Literal["rect", "rounded"]
LinkStyle = Literal["dotted", "flow", "promotion", "rotation", "demotion", "contact"]
LegendStyle = Literal[
    "normal", "focus", "vacant", "planned", "outside", "unit", "solid", "colour",
    "dotted", "promotion", "rotation", "demotion", "contact",
]  # fmt: skip
State = Literal["added", "removed", "moved", "changed", "kept"]
"""What became of a part of a chart between two states of an organization; a chart of one state has none of them."""

Arrangement = Literal["tree", "bands", "around", "flow", "career", "ladder"]
"""How the boxes hang together.

By their superiors: freely (``tree``), each in the band that its group stands for (``bands``), or with the contacts of the
one in focus at the sides (``around``). By what links them: in the order of their steps (``flow``), the moves from and to
the one in focus (``career``), or all moves from low to high (``ladder``).
"""

HEADS: dict[LinkStyle, tuple[bool, bool]] = {
    "dotted": (False, False),
    "flow": (False, True),
    "promotion": (False, True),
    "rotation": (True, True),
    "demotion": (False, True),
    "contact": (False, False),
}
"""Whether a link of a style has an arrow head at its source and at its target."""


class Line(NamedTuple):
    """One line of text in a box; ``role`` decides its size, weight and colour."""

    text: str
    role: Role = "title"


class Detail(NamedTuple):
    """One thing more about a box, for outputs that can show it on demand: its label and its values."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One position or step. ``parent`` is the id of its superior's box (a solid line), ``group`` of its unit.

    An ``assistant`` is drawn beside the line from its superior to the other reports, not under it.
    A parent or group that the graph does not hold counts as none. ``short`` is what a reference to the box says where
    no line can be drawn to it. ``colour`` is a place in the theme's row of colours. ``details`` and ``keywords`` (other
    names that a search finds) are for outputs that are read on a screen. ``rank`` is its step on a ladder, low ones first.
    ``state`` and ``line`` say what became of it, and of the line to its superior: added, removed or kept.
    """

    id: str
    lines: tuple[Line, ...]
    style: BoxStyle = "normal"
    parent: str | None = None
    group: str | None = None
    assistant: bool = False
    tooltip: str = ""
    shape: BoxShape = "rect"
    short: str = ""
    colour: int | None = None
    details: tuple[Detail, ...] = ()
    keywords: tuple[str, ...] = ()
    rank: int | None = None
    state: State | None = None
    line: State | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A titled frame around boxes: an organizational unit; ``parent`` is the unit around it.

    In charts that are no tree it is a band or a lane across the whole chart, in this order: a level of management, a job
    family, the role that takes the steps of a flow, one side's contacts.
    """

    id: str
    title: str
    parent: str | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line from the box ``source`` to the box ``target`` beside those to superiors, with what it is for.

    A dotted reporting line, the way from one step to the next, or a move from one position to another.
    """

    source: str
    target: str
    label: str = ""
    style: LinkStyle = "dotted"
    state: State | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one kind of box, frame or line means; or, of the style ``colour``, one colour; or what one state means."""

    style: LegendStyle
    text: str
    colour: int | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole chart in one print language (a tag such as ``zh``). ``note`` is printed small below it.

    ``ratio`` is the width to the height of the room that a tree is meant for; a landscape page where nothing is said.
    ``theme`` names its look. Only charts by superiors have parents; in a flow the boxes stand in the order of the steps.
    ``otherwise`` is the same chart without groups, to be drawn where its lanes find no room.
    """

    title: str
    language: str
    boxes: tuple[Box, ...]
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    note: str = ""
    ratio: float = 1.5
    arrangement: Arrangement = "tree"
    theme: str = "standard"
    otherwise: Graph | None = None
