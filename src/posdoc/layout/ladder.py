"""Places ladders of promotion from left to right: a column for each step, and a band across them for each group.

Every box stands in the column of its step (:mod:`posdoc.layout.ladder_steps`), near to where its lines lead
(:mod:`posdoc.layout.ladder_rows`); the lines run between the columns (:mod:`posdoc.layout.ladder_lines`), so no line passes
through a box. A box without a group stands below all bands.
"""

from __future__ import annotations

from posdoc.charts.graph import Graph
from posdoc.layout.body import Body, SetBox, extent_of
from posdoc.layout.ladder_lines import Lines, rect_of
from posdoc.layout.ladder_rows import set_rows
from posdoc.layout.ladder_steps import steps_of
from posdoc.layout.ladder_ways import Columns, columns_of
from posdoc.layout.placed import Frame, Rect
from posdoc.layout.side_titles import band_frame, title_height, title_lines, title_room
from posdoc.layout.sizes import measure_boxes

_PAD = 12.0
_BETWEEN = 6.0


def place_ladder(graph: Graph) -> Body:
    """The boxes in columns and the links between them. A link whose ends are not two boxes of the chart is left out."""
    boxes = list({box.id: box for box in graph.boxes}.values())
    if not boxes:
        return Body(extent_of([], []), (), ())
    known = {box.id for box in boxes}
    pairs = {(link.source, link.target, link.style): link for link in graph.links if link.source != link.target}
    links = [link for link in pairs.values() if {link.source, link.target} <= known]
    bands = {group.id: number for number, group in enumerate(graph.groups)}
    lanes = {box.id: bands.get(box.group or "", len(bands)) for box in boxes}
    sizes = measure_boxes(graph)
    columns = columns_of(boxes, links, steps_of(boxes, links), lanes, sizes)
    frames, left = _bands(graph, columns)
    lines = Lines(columns, sizes.width)
    lefts, right = [], left
    for number in range(len(columns.places)):
        lefts.append(right)
        right += sizes.width + lines.room(number)
    placed = tuple(
        SetBox(place.box, rect_of(place, lefts, sizes.width), sizes.lines[place.box.id], _number(place.lane, frames))
        for places in columns.places
        for place in places
        if place.box
    )
    drawn = tuple(lines.draw(lefts))
    wide = tuple(
        _widened(frame, right + (_PAD if lines.room(len(lefts) - 1) == 0.0 else 0.0)) for frame in frames.values()
    )
    return Body(extent_of([*(box.rect for box in placed), *(f.rect for f in wide)], drawn), placed, drawn, wide)


def _bands(graph: Graph, columns: Columns) -> tuple[dict[int, Frame], float]:
    """Gives every place its height on the page; the frames of the bands that hold anything, and where the columns begin."""
    titles = [title_lines(group.title) for group in graph.groups]
    used = {place.lane for places in columns.places for place in places if place.box}
    heights = set_rows(columns, len(titles) + 1)
    frames: dict[int, Frame] = {}
    starts: list[float] = []
    y = 0.0
    for lane, height in enumerate(heights):
        framed = lane in used and lane < len(titles)
        room = max(height, title_height(titles[lane])) if framed else height
        starts.append(y + (room - height) / 2 + (_PAD if framed else 0.0))
        if framed:
            rect = Rect(0.0, y, 0.0, room + 2 * _PAD)
            frames[lane] = band_frame(graph.groups[lane].id, titles[lane], rect)
            y = rect.bottom + _BETWEEN
        elif height:
            y += height + _PAD
    for places in columns.places:
        for place in places:
            place.y += float(round(starts[place.lane]))
    return frames, title_room([titles[lane] for lane in frames])


def _number(lane: int, frames: dict[int, Frame]) -> int | None:
    return list(frames).index(lane) if lane in frames else None


def _widened(frame: Frame, right: float) -> Frame:
    rect = frame.rect
    return Frame(frame.id, Rect(rect.x, rect.y, right, rect.height), frame.depth, frame.texts, frame.parent)
