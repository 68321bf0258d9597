"""Puts a whole chart on one page: its body in the middle, the title above, legend and note below."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from posdoc.charts.graph import Arrangement, Graph
from posdoc.layout.body import Body, moved_box, moved_connector, moved_frame, moved_link
from posdoc.layout.career import place_career
from posdoc.layout.flow import place_flow
from posdoc.layout.links import tree_body
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Placed, PlacedLegend, Point, Rect, Text
from posdoc.layout.sizes import lines_at
from posdoc.layout.wrap import plain, wrap

_BODIES: dict[Arrangement, Callable[[Graph], Body]] = {
    "tree": tree_body,
    "flow": place_flow,
    "career": place_career,
}
_MARGIN = 20.0
_BELOW_TITLE = 14.0
_ABOVE_LEGEND = 16.0
_SAMPLE = (24.0, 12.0)
_SAMPLE_GAP = 6.0
_ENTRY_GAP = 18.0
_ENTRY_MAX = 220.0
_TITLE_MIN = 240.0


def place(graph: Graph) -> Placed:
    """Gives every part of the chart its place. The same graph is placed alike on every machine."""
    body = _BODIES[graph.arrangement](graph)
    left, top, right, bottom = body.extent
    inner = float(ceil(max(right - left, _least_width(graph))))
    title = _title(graph, inner)
    y = _MARGIN + len(title) * TYPE_SIZES["heading"].leading + (_BELOW_TITLE if title else 0.0)
    shift = Point(_MARGIN - left + round((inner - (right - left)) / 2), y - top)
    legend, y = _legend(graph, inner, y + bottom - top)
    note, y = _note(graph, inner, y)
    return Placed(
        name=plain(graph.title),
        language=graph.language,
        width=inner + 2 * _MARGIN,
        height=float(ceil(y + _MARGIN)),
        title=title,
        boxes=tuple(moved_box(box, shift) for box in body.boxes),
        frames=tuple(moved_frame(frame, shift) for frame in body.frames),
        connectors=tuple(moved_connector(connector, shift) for connector in body.connectors),
        links=tuple(moved_link(link, shift) for link in body.links),
        legend=legend,
        note=note,
        theme=graph.theme,
    )


def _least_width(graph: Graph) -> float:
    size = TYPE_SIZES["heading"]
    return min(_TITLE_MIN, text_width(plain(graph.title), size.size, size.bold))


def _title(graph: Graph, width: float) -> tuple[Text, ...]:
    size = TYPE_SIZES["heading"]
    x = _MARGIN + width / 2
    lines = wrap(graph.title, max(width, _TITLE_MIN), size.size, size.bold)
    return tuple(
        Text(line, "heading", size.size, size.bold, x, _MARGIN + index * size.leading + size.ascent, "middle", width)
        for index, line in enumerate(lines)
    )


def _legend(graph: Graph, width: float, y: float) -> tuple[tuple[PlacedLegend, ...], float]:
    """The entries in rows below the chart, and where they end."""
    entries: list[PlacedLegend] = []
    size = TYPE_SIZES["legend"]
    x, y, row = _MARGIN, y + (_ABOVE_LEGEND if graph.legend else 0.0), 0.0
    for entry in graph.legend:
        lines = wrap(entry.text, _ENTRY_MAX, size.size)
        extent = max((text_width(line, size.size) for line in lines), default=0.0)
        whole = _SAMPLE[0] + _SAMPLE_GAP + extent
        if x > _MARGIN and x + whole > _MARGIN + width:
            x, y = _MARGIN, y + row
        texts = lines_at(lines, "legend", x + _SAMPLE[0] + _SAMPLE_GAP, y + (_SAMPLE[1] - size.leading) / 2, extent)
        entries.append(PlacedLegend(entry.style, Rect(x, y, *_SAMPLE), texts, entry.colour))
        x = float(ceil(x + whole + _ENTRY_GAP))
        row = max(16.0, len(lines) * size.leading + 5.0)
    return tuple(entries), y + row


def _note(graph: Graph, width: float, y: float) -> tuple[tuple[Text, ...], float]:
    size = TYPE_SIZES["note"]
    lines = wrap(graph.note, width, size.size)
    if not lines:
        return (), y
    y += 8.0 if graph.legend else _ABOVE_LEGEND
    return lines_at(lines, "note", _MARGIN, y, width), y + len(lines) * size.leading
