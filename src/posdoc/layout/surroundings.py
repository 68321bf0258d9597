"""What stands around a chart on its page: the title above, the legend and the note below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from posdoc.charts.graph import Graph
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import PlacedLegend, Rect, Text
from posdoc.layout.sizes import lines_at
from posdoc.layout.wrap import wrap

SEPARATOR = " · "
"""Between the title of a chart and the name of a page."""
BELOW_TITLE = 14.0
ABOVE_LEGEND = 16.0
_SAMPLE = (24.0, 12.0)
_SAMPLE_GAP = 6.0
_ENTRY_GAP = 18.0
_ENTRY_MAX = 220.0
_ROW = 16.0
_ABOVE_NOTE = 8.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Title, legend and note in a column that begins at x = 0. The title's top and the legend's are at y = 0.

    ``head`` is the height of the title with the room below it, ``foot`` that of legend and note with the room above.
    """

    title: tuple[Text, ...]
    legend: tuple[PlacedLegend, ...]
    note: tuple[Text, ...]
    head: float
    foot: float


def surroundings(graph: Graph, width: float) -> Surroundings:
    """Sets title, legend and note of a chart in a column of ``width`` points."""
    title = _title(graph.title, width)
    legend, y = _legend(graph, width)
    note, y = _note(graph, width, y)
    head = len(title) * TYPE_SIZES["heading"].leading + BELOW_TITLE if title else 0.0
    return Surroundings(title, legend, note, head, y + ABOVE_LEGEND if y else 0.0)


def moved_texts(texts: tuple[Text, ...], x: float, y: float) -> tuple[Text, ...]:
    """The lines moved by ``x`` and ``y``."""
    return tuple(text._replace(x=text.x + x, y=text.y + y) for text in texts)


def moved_legend(legend: tuple[PlacedLegend, ...], x: float, y: float) -> tuple[PlacedLegend, ...]:
    """The entries moved by ``x`` and ``y``."""
    return tuple(
        replace(
            entry,
            rect=entry.rect._replace(x=entry.rect.x + x, y=entry.rect.y + y),
            texts=moved_texts(entry.texts, x, y),
        )
        for entry in legend
    )


def _title(title: str, width: float) -> tuple[Text, ...]:
    """The title; one that is too wide for a line is broken before the name of the page, if it has one."""
    size = TYPE_SIZES["heading"]
    lines = wrap(title, width, size.size, size.bold)
    if len(lines) > 1:
        chart, _, page = title.rpartition(SEPARATOR)
        lines = tuple(line for part in (chart, page) for line in wrap(part, width, size.size, size.bold))
    return tuple(
        Text(line, "heading", size.size, size.bold, width / 2, index * size.leading + size.ascent, "middle", width)
        for index, line in enumerate(lines)
    )


def _legend(graph: Graph, width: float) -> tuple[tuple[PlacedLegend, ...], float]:
    """The entries in rows, and where they end."""
    entries: list[PlacedLegend] = []
    size = TYPE_SIZES["legend"]
    x = y = row = 0.0
    for entry in graph.legend:
        lines = wrap(entry.text, _ENTRY_MAX, size.size)
        extent = max((text_width(line, size.size) for line in lines), default=0.0)
        whole = _SAMPLE[0] + _SAMPLE_GAP + extent
        if x > 0 and x + whole > width:
            x, y, row = 0.0, y + row, 0.0
        texts = lines_at(lines, "legend", x + _SAMPLE[0] + _SAMPLE_GAP, y + (_SAMPLE[1] - size.leading) / 2, extent)
        entries.append(PlacedLegend(entry.style, Rect(x, y, *_SAMPLE), texts, entry.colour, entry.state))
        x = float(ceil(x + whole + _ENTRY_GAP))
        row = max(row, _ROW, len(lines) * size.leading + 5.0)
    return tuple(entries), y + row


def _note(graph: Graph, width: float, y: float) -> tuple[tuple[Text, ...], float]:
    size = TYPE_SIZES["note"]
    lines = wrap(graph.note, width, size.size)
    if not lines:
        return (), y
    y += _ABOVE_NOTE if graph.legend else 0.0
    return lines_at(lines, "note", 0.0, y, width), y + len(lines) * size.leading
