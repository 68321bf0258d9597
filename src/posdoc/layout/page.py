"""Puts a whole chart on one page: the tree, its dotted lines, the title above, legend and note below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from posdoc.charts.graph import Graph
from posdoc.layout.blocks import ROOMY, Spacing
from posdoc.layout.links import place_links
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.placed import Connector, Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Text
from posdoc.layout.sizes import BoxSizes, centred_texts, lines_at, measure_boxes
from posdoc.layout.tree import Tree, place_tree
from posdoc.layout.wrap import plain, wrap

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
    sizes = measure_boxes(graph)
    spacing = ROOMY if any(link.label for link in graph.links) else Spacing()
    tree = place_tree(graph, sizes, spacing)
    links = place_links(graph.links, tree)
    left, top, right, bottom = _extent(tree, links)
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
        boxes=_boxes(graph, tree, sizes, shift),
        frames=tuple(_moved_frame(frame, shift) for frame in tree.frames),
        connectors=tuple(_moved_connector(connector, shift) for connector in tree.connectors),
        links=tuple(_moved_link(link, shift) for link in links),
        legend=legend,
        note=note,
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


def _extent(tree: Tree, links: Sequence[PlacedLink]) -> tuple[float, float, float, float]:
    """The smallest and the greatest x and y of all that is drawn: left, top, right, bottom."""
    points = [point for link in links for point in link.points]
    rooms = [link.label_rect for link in links if link.label_rect]
    xs = [0.0, tree.width, *(p.x for p in points), *(r.x for r in rooms), *(r.right for r in rooms)]
    ys = [0.0, tree.height, *(p.y for p in points), *(r.y for r in rooms), *(r.bottom for r in rooms)]
    return float(round(min(xs))), float(round(min(ys))), max(xs), max(ys)


def _boxes(graph: Graph, tree: Tree, sizes: BoxSizes, shift: Point) -> tuple[PlacedBox, ...]:
    found: list[PlacedBox] = []
    for box in {box.id: box for box in graph.boxes}.values():
        rect = _moved_rect(tree.boxes[box.id], shift)
        texts = centred_texts(sizes.lines[box.id], rect)
        placed = PlacedBox(box.id, rect, box.style, texts, box.group, box.assistant, plain(box.tooltip))
        found.append(replace(placed, frame=tree.frame_of[box.id]))
    return tuple(found)


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
        entries.append(PlacedLegend(entry.style, Rect(x, y, *_SAMPLE), texts))
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


def _moved_rect(rect: Rect, by: Point) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.width, rect.height)


def _moved_points(points: Sequence[Point], by: Point) -> tuple[Point, ...]:
    return tuple(Point(point.x + by.x, point.y + by.y) for point in points)


def _moved_texts(texts: Sequence[Text], by: Point) -> tuple[Text, ...]:
    return tuple(text._replace(x=text.x + by.x, y=text.y + by.y) for text in texts)


def _moved_frame(frame: Frame, by: Point) -> Frame:
    return replace(frame, rect=_moved_rect(frame.rect, by), texts=_moved_texts(frame.texts, by))


def _moved_connector(connector: Connector, by: Point) -> Connector:
    return replace(connector, points=_moved_points(connector.points, by))


def _moved_link(link: PlacedLink, by: Point) -> PlacedLink:
    rect = _moved_rect(link.label_rect, by) if link.label_rect else None
    return replace(link, points=_moved_points(link.points, by), label=_moved_texts(link.label, by), label_rect=rect)
