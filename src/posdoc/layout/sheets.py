"""Sheets of paper, and how a chart is set on one: title at the top, legend and note at the bottom, the chart between."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from posdoc.charts.graph import Graph
from posdoc.layout.body import moved_box, moved_connector, moved_frame, moved_link
from posdoc.layout.page import place
from posdoc.layout.placed import Page, Placed, Point
from posdoc.layout.surroundings import ABOVE_LEGEND, Surroundings, moved_legend, moved_texts, surroundings
from posdoc.layout.wrap import plain

LEAST_SCALE, MOST_SCALE = 0.65, 1.25
"""Titles in boxes are 10 points high: 6.5 points on paper can just be read, and more than 12.5 looks coarse."""
MARGIN = 18.0
"""What is left free at each edge of a sheet: no office printer needs more than 6 mm."""
CHART_MARGIN = 20.0
"""The margin that every chart has, in its own points."""
_AIR = 0.4
"""The share of the free height of a sheet that stands above the chart."""
_AROUND = 55.0


class Sheet(NamedTuple):
    """A sheet of paper, in points."""

    width: float
    height: float

    @property
    def upright(self) -> Sheet:
        """The sheet turned so that its short edge is at the top."""
        return Sheet(min(self), max(self))

    @property
    def landscape(self) -> Sheet:
        """The sheet turned so that its long edge is at the top."""
        return Sheet(max(self), min(self))

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN

    def room(self, scale: float) -> tuple[float, float]:
        """How wide and high all that is drawn may be at ``scale``, in the chart's points."""
        width, height = self.inner
        return width / scale - 2 * CHART_MARGIN, height / scale - 2 * CHART_MARGIN

    @property
    def ratio(self) -> float:
        """The width to the height of what is left for a chart under its title."""
        width, height = self.room(0.8)
        return width / (height - _AROUND)


A4 = Sheet(595.28, 841.89)
A3 = Sheet(841.89, 1190.55)
SLIDE = Sheet(960.0, 540.0)
"""A slide of a presentation, 16 to 9; it always lies on its side."""


def set_on(graph: Graph, sheet: Sheet, bare: Placed | None = None) -> Page:
    """The chart on the sheet, as large as it fits but at most a little enlarged; the scale may be anything below.

    ``bare`` is what :func:`placed_bare` has made of the chart for a sheet of about this form.
    """
    bare = bare or placed_bare(graph, sheet)
    width, height = sheet.inner
    scale = min(MOST_SCALE, width / bare.width)
    for _ in range(3):  # a smaller scale gives the title more room, so the second try fits
        around = surroundings(graph, width / scale - 2 * CHART_MARGIN)
        needed = height / (bare.height + around.head + around.foot)
        if needed >= scale:
            break
        scale = needed
    around = surroundings(graph, width / scale - 2 * CHART_MARGIN)
    return Page(_composed(graph, bare, around, sheet, scale), sheet.width, sheet.height, scale)


def placed_bare(graph: Graph, sheet: Sheet) -> Placed:
    """The chart for a sheet of this form, without what stands around it."""
    return place(replace(graph, title="", legend=(), note="", ratio=sheet.ratio))


def set_whole(graph: Graph) -> Page:
    """The chart on a page as large as itself."""
    placed = place(graph)
    return Page(placed, placed.width, placed.height)


def _composed(graph: Graph, bare: Placed, around: Surroundings, sheet: Sheet, scale: float) -> Placed:
    """The chart without surroundings, and these, in the chart's points on a page as large as the sheet."""
    width, height = sheet.width / scale, sheet.height / scale
    edge = MARGIN / scale + CHART_MARGIN
    free = height - 2 * edge - around.head - around.foot - (bare.height - 2 * CHART_MARGIN)
    shift = Point(round((width - bare.width) / 2), round(edge + around.head + max(0.0, free) * _AIR - CHART_MARGIN))
    bottom = height - edge - around.foot + (around.foot and ABOVE_LEGEND)
    return replace(
        bare,
        name=plain(graph.title),
        width=width,
        height=height,
        title=moved_texts(around.title, edge, edge),
        boxes=tuple(moved_box(box, shift) for box in bare.boxes),
        frames=tuple(moved_frame(frame, shift) for frame in bare.frames),
        connectors=tuple(moved_connector(connector, shift) for connector in bare.connectors),
        links=tuple(moved_link(link, shift) for link in bare.links),
        legend=moved_legend(around.legend, edge, bottom),
        note=moved_texts(around.note, edge, bottom),
    )
