"""Places a chart by superiors in bands across the page, one below the other: each box in the band of its group.

A band has as many rows as superiors and their reports stand in it together. A box without a group stands in its
superior's band, or above all bands where that has none either; one whose group lies above its superior's stands in its
superior's, so that every line leads downwards. The work is linear and free of recursion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from posdoc.charts.graph import Graph
from posdoc.layout.band_blocks import BandBlock, Stacking, block_of
from posdoc.layout.blocks import Spacing
from posdoc.layout.body import Body
from posdoc.layout.links import placed_body, spacing_of
from posdoc.layout.nest import Node, nest
from posdoc.layout.placed import Connector, Point, Rect, Side
from posdoc.layout.side_titles import band_frame, title_height, title_lines, title_room
from posdoc.layout.sizes import BoxSizes, measure_boxes
from posdoc.layout.tree import Tree, straightened

_PAD = 12.0
_BETWEEN = 6.0
_STACKINGS = (Stacking(3, 8), Stacking(2, 12), Stacking(3, 5), Stacking(2, 20), Stacking(1 << 30, 1))
# A later stacking is taken only if it prints larger by this factor: the first ones are the plainest.
_BETTER = 0.92

Row = tuple[int, int]
"""The number of a band (-1 above all of them) and of the row in it."""


def bands_body(graph: Graph) -> Body:
    """Boxes in the bands of their groups, with solid lines from above and dotted ones between them."""
    sizes = measure_boxes(graph)
    spacing = spacing_of(graph)
    top, order = nest(replace(graph, groups=()))
    rows = _rows(graph, order)
    best: _Setting | None = None
    for stacking in _STACKINGS:
        tried = _Setting(graph, sizes, spacing, rows, block_of(top, order, rows, stacking, sizes.width, spacing))
        if best is None or tried.need < best.need * _BETTER:
            best = tried
    assert best is not None
    return placed_body(graph, sizes, best.tree())


def _rows(graph: Graph, order: Sequence[Node]) -> dict[str, Row]:
    """The band and row of every box; a superior comes before its reports in ``order``."""
    bands = {group.id: number for number, group in enumerate(graph.groups)}
    own = {box.id: bands.get(box.group or "") for box in graph.boxes}
    found: dict[str, Row] = {}
    above: dict[str, Row] = {}
    for node in order:
        band, row = above.get(node.name, (-1, -1))
        wanted = own[node.name]
        found[node.name] = (wanted, 0) if wanted is not None and wanted > band else (band, row + 1)
        above.update((report.name, found[node.name]) for report in (*node.assistants, *node.children))
    return found


@dataclass(slots=True)
class _Heights:
    """How high the rows of a band are, and how far its columns reach below their first boxes."""

    rows: dict[int, float] = field(default_factory=dict)
    columns: list[tuple[int, float]] = field(default_factory=list)
    leads_on: bool = False


class _Setting:
    """The chart with its boxes stacked in one way; ``need`` is the height of the page that it takes."""

    def __init__(self, graph: Graph, sizes: BoxSizes, spacing: Spacing, rows: dict[str, Row], block: BandBlock) -> None:
        self.graph = graph
        self.sizes = sizes
        self.spacing = spacing
        self.rows = rows
        self.block = block
        self.parents = set(block.superiors.values())
        self.titles = {group.id: title_lines(group.title) for group in graph.groups}
        self.left = title_room(self.titles.values())
        self.tops: dict[Row, float] = {}
        self.heights: dict[int, _Heights] = {}
        self.frames: dict[int, tuple[float, float]] = {}
        self.height = self._set_rows()
        self.width = self.left + block.width + (_PAD if self.frames else 0.0)
        self.need = max(self.width / graph.ratio, self.height)

    def _set_rows(self) -> float:
        """Gives each row its top and each band its frame. Returns the height of all."""
        self._measure()
        y = 0.0
        for band in sorted(self.heights):
            pad = _PAD if band >= 0 else 0.0
            bottom = self._set_band(band, y + pad) + pad
            if band >= 0:
                title = title_height(self.titles[self.graph.groups[band].id])
                self.frames[band] = (y, max(bottom - y, title + 2 * pad))
                y += self.frames[band][1] + _BETWEEN
            else:
                y = bottom + _BETWEEN
        return y - _BETWEEN

    def _set_band(self, band: int, y: float) -> float:
        """Sets the rows of a band below one another from ``y`` on; returns where they and its columns end."""
        heights = self.heights[band]
        for row in sorted(heights.rows):
            self.tops[band, row] = y
            y += heights.rows[row] + self.spacing.trunk + self.spacing.drop
        leading = self.spacing.trunk + 4.0 if heights.leads_on else 0.0
        last = y - self.spacing.trunk - self.spacing.drop + leading
        return max([last, *(self.tops[band, row] + reach for row, reach in heights.columns)])

    def _measure(self) -> None:
        """How high the rows are. Boxes in one row are equally high, those in columns as high as they need."""
        for name, (band, row) in self.rows.items():
            heights = self.heights.setdefault(band, _Heights())
            own = self.sizes.heights[name] if name not in self.block.columns else 0.0
            heights.rows[row] = max(heights.rows.get(row, 0.0), own)
        for names in dict.fromkeys(self.block.columns.values()):
            band, row = self.rows[names[0]]
            reach = sum(self.sizes.heights[name] for name in names) + self.spacing.stack * (len(names) - 1)
            self.heights[band].columns.append((row, reach))
        for name in self.parents:
            band, row = self.rows[name]
            self.heights[band].leads_on |= row == max(self.heights[band].rows)

    def tree(self) -> Tree:
        """The coordinates of everything but the dotted lines."""
        tree = Tree(self.width, self.height)
        bands = sorted(self.frames)
        for band in bands:
            start, height = self.frames[band]
            group = self.graph.groups[band]
            rect = Rect(0.0, start, self.width, height)
            tree.frames.append(band_frame(group.id, self.titles[group.id], rect))
        index = {band: number for number, band in enumerate(bands)}
        for name, (band, _) in self.rows.items():
            tree.boxes[name] = self._rect(name)
            tree.frame_of[name] = index.get(band)
        for report, superior in self.block.superiors.items():
            tree.connectors.append(self._line(superior, report, tree))
        return tree

    def _rect(self, name: str) -> Rect:
        x, y, height = self.left + self.block.lefts[name], self.tops[self.rows[name]], self.sizes.heights[name]
        column = self.block.columns.get(name)
        if column is None:
            band, row = self.rows[name]
            room = self.heights[band].rows[row]
            alone = name not in self.block.superiors and name not in self.parents
            return (
                Rect(x, y + (room - height) / 2, self.sizes.width, height)
                if alone
                else Rect(x, y, self.sizes.width, room)
            )
        above = column[: column.index(name)]
        y += sum(self.sizes.heights[each] + self.spacing.stack for each in above)
        return Rect(x, y, self.sizes.width, height)

    def _line(self, superior: str, report: str, tree: Tree) -> Connector:
        start, rect = tree.boxes[superior].middle("bottom"), tree.boxes[report]
        bus = start.y + self.spacing.trunk
        side: Side = "left" if report in self.block.columns else "top"
        end = rect.middle(side)
        x = rect.x - self.spacing.spine if side == "left" else end.x
        points = (start, Point(start.x, bus), Point(x, bus), Point(x, end.y), end)
        return Connector(superior, report, "bottom", side, straightened(points))
