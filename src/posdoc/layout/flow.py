"""Places the steps of a flow one below the other, with the lines that skip steps or go back beside them.

The chart is made for the width of the text on an upright page. A long flow stands in two columns: one line leads from
the first to the second, and a line to a step in the other column ends in a mark with that step's number. A flow whose
boxes have groups stands in lanes, one for each group, where there is room for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from posdoc.charts.graph import Box, Graph, Link
from posdoc.layout.body import Body, extent_of
from posdoc.layout.flow_column import Column
from posdoc.layout.flow_setting import Setting, bridge
from posdoc.layout.labels import label_lines
from posdoc.layout.swimlane_setting import Setting as Swimlanes
from posdoc.layout.swimlanes import Ways

PAGE_WIDTH, PAGE_HEIGHT = 462.0, 636.0
"""What a page has to offer, less a little air around the chart."""
COLUMN_GAP = 26.0
MOST_IN_A_COLUMN = 14
_BELOW_BRIDGE = 14.0
_WIDTHS = (0.0, 128.0, 144.0, 160.0)
"""How wide the boxes of two columns are at least: wider ones are lower, which may need less room in all."""
_BETTER = 0.98
LANE_WIDTHS = (88.0, 100.0, 112.0, 128.0, 144.0, 160.0)
"""How wide the boxes in lanes may be."""
MOST_NEED = 1.5
"""How much lanes may be shrunk to fit a page: their smallest print is then half as large as it is meant to be."""
_WIDE, _NARROW = 96.0, 64.0
"""The widest labels beside one column and beside two."""


def place_flow(graph: Graph) -> Body:
    """The boxes in their order and the links between them.

    Links whose ends are not in the chart are left out; of several between the same two boxes one is drawn.
    """
    if len(graph.groups) > 1:
        found = _in_lanes(graph, *_parts(graph))
        if found is not None and found.need <= MOST_NEED:
            return found.body
    boxes, links = _parts(graph.otherwise or graph)
    best = _one_column(boxes, links)
    if len(boxes) <= MOST_IN_A_COLUMN or best.need <= 1.0:
        return best.body
    for split, width in product(_splits(boxes), _WIDTHS):
        tried = _two_columns(boxes, links, split, width)
        if tried.need < best.need * _BETTER:
            best = tried
    return best.body


def _parts(graph: Graph) -> tuple[list[Box], list[Link]]:
    """Each box once, and one link between two boxes."""
    boxes = list({box.id: box for box in graph.boxes}.values())
    known = {box.id for box in boxes}
    pairs = {(link.source, link.target): link for link in graph.links}
    return boxes, [link for link in pairs.values() if {link.source, link.target} <= known]


def _in_lanes(graph: Graph, boxes: Sequence[Box], links: Sequence[Link]) -> _Whole | None:
    """The flow in lanes, as wide as makes it largest on a page; None where a box is in no lane."""
    numbers = {group.id: number for number, group in enumerate(graph.groups)}
    lanes = [numbers.get(box.group or "", -1) for box in boxes]
    if not lanes or -1 in lanes:
        return None
    ways = Ways(links, [box.id for box in boxes], lanes)
    tried = [_whole_of(Swimlanes(graph, boxes, ways, width).body()) for width in LANE_WIDTHS]
    return min(tried, key=lambda whole: whole.need)


def _splits(boxes: Sequence[Box]) -> Iterator[int]:
    """How many boxes the first column may take: about half of them."""
    middle = (len(boxes) + 1) // 2
    return (middle + off for off in (0, 1, -1, 2, -2))


@dataclass(frozen=True, slots=True)
class _Whole:
    """A placed flow; ``need`` says by how much it has to be shrunk to fit a page."""

    body: Body
    need: float


def _one_column(boxes: Sequence[Box], links: Sequence[Link]) -> _Whole:
    column = Column(boxes, links, _shorts(boxes), _WIDE)
    return _whole([Setting(column, column.box_width(PAGE_WIDTH), column.reach("left"), 0.0)])


def _two_columns(boxes: Sequence[Box], links: Sequence[Link], split: int, width: float) -> _Whole:
    ends = (boxes[split - 1].id, boxes[split].id)
    over = next((link for link in links if (link.source, link.target) == ends), None)
    rest = [link for link in links if link is not over]
    first, second = (Column(part, rest, _shorts(boxes), _NARROW) for part in (boxes[:split], boxes[split:]))
    room = (PAGE_WIDTH - COLUMN_GAP) / 2
    width = max(width, min(first.box_width(room), second.box_width(room)))
    left = Setting(first, width, first.reach("left"), 0.0)
    x = left.x + width + first.reach("right") + COLUMN_GAP + second.reach("left")
    right = Setting(second, width, x, _BELOW_BRIDGE)
    return _whole([left, right], over)


def _shorts(boxes: Sequence[Box]) -> dict[str, str]:
    return {box.id: box.short for box in boxes}


def _whole(settings: Sequence[Setting], over: Link | None = None) -> _Whole:
    boxes = [box for setting in settings for box in setting.boxes()]
    links = [link for setting in settings for link in setting.links()]
    if over is not None:
        above, below = settings
        links.append(bridge(over, above, below, label_lines(over.label, above.width / 2)))
    return _whole_of(Body(extent_of([box.rect for box in boxes], links), tuple(boxes), tuple(links)))


def _whole_of(body: Body) -> _Whole:
    left, top, right, bottom = body.extent
    return _Whole(body, max((right - left) / PAGE_WIDTH, (bottom - top) / PAGE_HEIGHT))
