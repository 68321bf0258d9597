"""Puts a whole chart on one page: its body in the middle, the title above, legend and note below."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from posdoc.charts.graph import Arrangement, Graph
from posdoc.collector import collector_off
from posdoc.layout.around import around_body
from posdoc.layout.bands import bands_body
from posdoc.layout.body import Body, moved_connector, moved_frame, moved_link, placed_box
from posdoc.layout.career import place_career
from posdoc.layout.flow import place_flow
from posdoc.layout.ladder import place_ladder
from posdoc.layout.links import tree_body
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Placed, Point
from posdoc.layout.surroundings import ABOVE_LEGEND, moved_legend, moved_texts, surroundings
from posdoc.layout.wrap import plain

_BODIES: dict[Arrangement, Callable[[Graph], Body]] = {
    "tree": tree_body,
    "bands": bands_body,
    "around": around_body,
    "flow": place_flow,
    "career": place_career,
    "ladder": place_ladder,
}
_MARGIN = 20.0
_TITLE_MIN = 240.0


def place(graph: Graph) -> Placed:
    """Gives every part of the chart its place. The same graph is placed alike on every machine."""
    with collector_off():
        return _placed(graph)


def _placed(graph: Graph) -> Placed:
    body = _BODIES[graph.arrangement](graph)
    left, top, right, bottom = body.extent
    inner = float(ceil(max(right - left, _least_width(graph))))
    around = surroundings(graph, inner)
    shift = Point(_MARGIN - left + round((inner - (right - left)) / 2), _MARGIN + around.head - top)
    foot = _MARGIN + around.head + bottom - top + (ABOVE_LEGEND if around.foot else 0.0)
    return Placed(
        name=plain(graph.title),
        language=graph.language,
        width=inner + 2 * _MARGIN,
        height=float(ceil(2 * _MARGIN + around.head + bottom - top + around.foot)),
        title=moved_texts(around.title, _MARGIN, _MARGIN),
        boxes=tuple([placed_box(box, shift) for box in body.boxes]),
        frames=tuple(moved_frame(frame, shift) for frame in body.frames),
        connectors=tuple([moved_connector(connector, shift) for connector in body.connectors]),
        links=tuple(moved_link(link, shift) for link in body.links),
        legend=moved_legend(around.legend, _MARGIN, foot),
        note=moved_texts(around.note, _MARGIN, foot),
        theme=graph.theme,
    )


def _least_width(graph: Graph) -> float:
    size = TYPE_SIZES["heading"]
    return min(_TITLE_MIN, text_width(plain(graph.title), size.size, size.bold))
