"""A chart with coordinates: points (1/72 inch), origin at the top left, y downwards. No colours.

Every text is already broken into lines and knows its baseline. Connectors and links know the boxes at their ends
and the side of each that they meet, so that a drawing can glue them to the boxes: in its middle, but for links that share a
side with others: in flows, careers and ladders, and those to contacts. What a chart may hold thousands of is a named
tuple: they are made in half the time of frozen data classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from posdoc.charts.graph import HEADS, BoxShape, BoxStyle, Detail, LegendStyle, LinkStyle, State
from posdoc.layout.metrics import TextRole

Side = Literal["top", "bottom", "left", "right"]


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    def middle(self, side: Side) -> Point:
        """The middle of one side, where lines meet a box."""
        if side in ("top", "bottom"):
            return Point(self.x + self.width / 2, self.y if side == "top" else self.bottom)
        return Point(self.x if side == "left" else self.right, self.y + self.height / 2)

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Text(NamedTuple):
    """One line of text. ``x`` is its middle or its start (see ``anchor``), ``y`` its baseline.

    ``width`` is the room it was given; ``size`` is in points.
    """

    text: str
    role: TextRole
    size: float
    bold: bool
    x: float
    y: float
    anchor: Literal["middle", "start"]
    width: float


class PlacedBox(NamedTuple):
    """A box on the page with its wrapped lines. ``frame`` is the index of the innermost frame around it."""

    id: str
    rect: Rect
    style: BoxStyle
    texts: tuple[Text, ...]
    group: str | None = None
    assistant: bool = False
    tooltip: str = ""
    frame: int | None = None
    shape: BoxShape = "rect"
    colour: int | None = None
    details: tuple[Detail, ...] = ()
    keywords: tuple[str, ...] = ()
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one unit (``id`` is the group's). A unit whose boxes hang in several places has several frames.

    ``depth`` counts from 0 for an outermost frame; ``parent`` is the index of the frame around it. An outer frame
    comes before those inside it.
    """

    id: str
    rect: Rect
    depth: int
    texts: tuple[Text, ...]
    parent: int | None = None
    state: State | None = None


class Connector(NamedTuple):
    """The solid line from a superior (``source``) to a report (``target``): upright and level pieces."""

    source: str
    target: str
    source_side: Side
    target_side: Side
    points: tuple[Point, ...]
    state: State | None = None


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A line beside the solid ones to superiors; ``label_rect`` is the room of its label, None when it has none."""

    source: str
    target: str
    source_side: Side
    target_side: Side
    points: tuple[Point, ...]
    style: LinkStyle = "dotted"
    label: tuple[Text, ...] = ()
    label_rect: Rect | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class PlacedLegend:
    """One entry of the legend: a sample (a small box, frame or line, drawn in ``rect``) and its meaning."""

    style: LegendStyle
    rect: Rect
    texts: tuple[Text, ...]
    colour: int | None = None
    state: State | None = None

    @property
    def link_style(self) -> LinkStyle | None:
        """The style of the links that the sample stands for; None where it is a box, a frame or a solid line."""
        return next((style for style in HEADS if style == self.style), None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A whole chart on a page of ``width`` by ``height`` points; ``name`` is its title as one string.

    ``theme`` names the look in which it is drawn.
    """

    name: str
    language: str
    width: float
    height: float
    title: tuple[Text, ...]
    boxes: tuple[PlacedBox, ...]
    frames: tuple[Frame, ...]
    connectors: tuple[Connector, ...]
    links: tuple[PlacedLink, ...]
    legend: tuple[PlacedLegend, ...]
    note: tuple[Text, ...]
    theme: str = "standard"


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a chart that is set on pages: ``placed``, drawn at ``scale`` in the middle of ``width`` by ``height`` points.

    ``jumps`` leads from boxes (by id) to the pages on which they go on or come from, counted from 0.
    """

    placed: Placed
    width: float
    height: float
    scale: float = 1.0
    jumps: tuple[tuple[str, int], ...] = ()
