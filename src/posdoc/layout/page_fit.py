"""Whether a chart can be read on a sheet, found out as cheaply as it can be."""

from __future__ import annotations

from dataclasses import replace

from posdoc.charts.graph import Graph
from posdoc.layout.blocks import Options, arrange
from posdoc.layout.links import spacing_of
from posdoc.layout.measure import Measuring
from posdoc.layout.metrics import BOX_MIN_HEIGHT, BOX_MIN_WIDTH
from posdoc.layout.nest import nest
from posdoc.layout.sheets import Sheet, set_on
from posdoc.layout.sizes import measure_boxes
from posdoc.layout.surroundings import surroundings
from posdoc.layout.tree import place_tree

_DENSEST = 0.6
"""The greatest share of a page that boxes take: the rest is needed for what lies between them."""
_HOPELESS = 0.85
"""From which share of the page on other arrangements are not worth a try where the plainest does not fit."""
_DENSER = 1.1
"""How much denser than all pages that fitted before one may be for other arrangements to be worth a try."""
_LEVEL = BOX_MIN_HEIGHT + 14.0
"""The least that one more level adds to the height."""
_LINK_ROOM = 12.0
"""What dotted lines may need at each side of a chart."""


class Fitting:
    """Tells whether charts by superiors fit a sheet at a scale."""

    def __init__(self, sheet: Sheet, scale: float) -> None:
        self.sheet = sheet
        self.scale = scale
        self.room = sheet.room(scale)
        self.most = int(_DENSEST * self.room[0] * self.room[1] / (BOX_MIN_WIDTH * BOX_MIN_HEIGHT))
        """More boxes than this never fit."""
        self.densest = 0.2
        """The greatest share that boxes had of a page on which they fitted."""

    def fits(self, graph: Graph) -> bool:
        """Whether the chart fits with all that stands around it. A guess at the room of dotted lines is part of it."""
        if len(graph.boxes) > self.most:
            return False
        if graph.arrangement != "tree":
            return set_on(graph, self.sheet).scale >= self.scale
        tried = _Try(graph, self.room)
        fits = tried.is_hopeful and (tried.fits_plainly() or (self._is_worth_it(tried) and tried.fits(self.sheet)))
        if fits:
            self.densest = max(self.densest, tried.density)
        return fits

    def may_fit(self, graph: Graph) -> bool:
        """False if the chart does not fit even without its dotted lines, which take the most time to place."""
        if len(graph.boxes) > self.most:
            return False
        tried = _Try(graph, self.room, link_room=0.0)
        return graph.arrangement != "tree" or (tried.is_hopeful and tried.fits(self.sheet))

    def _is_worth_it(self, tried: _Try) -> bool:
        """Whether other arrangements may fit where the plainest does not."""
        return tried.plainest_share <= _HOPELESS and tried.density <= _DENSER * self.densest


class _Try:
    """One tree that is to be found room for. ``density`` is the share of the room that its boxes take."""

    def __init__(self, graph: Graph, room: tuple[float, float], link_room: float = _LINK_ROOM) -> None:
        self.graph = graph
        self.spacing = spacing_of(graph)
        self.sizes = measure_boxes(graph)
        around = surroundings(graph, room[0])
        edge = 2 * link_room if graph.links else 0.0
        self.width = room[0] - edge
        self.height = max(1.0, room[1] - edge - around.head - around.foot)
        self.density = self.sizes.width * sum(self.sizes.heights.values()) / (self.width * self.height)
        self.plainest_share = 1.0

    @property
    def is_hopeful(self) -> bool:
        """Whether there may be an arrangement that fits."""
        return self.density < _DENSEST and _depth(self.graph) * _LEVEL <= self.height

    def fits_plainly(self) -> bool:
        """Whether the arrangement that is tried first fits: what is taken in the end prints no smaller."""
        top, order = nest(self.graph)
        titles = {group.id: group.title for group in self.graph.groups}
        options = Options()
        blocks = Measuring(order, self.sizes, titles, self.spacing).blocks(options)
        alone = options._replace(stack_at=1 << 30 if all(node.is_leaf for node in top) else 2)
        apart = self.spacing._replace(sibling=self.spacing.tree)
        found = arrange([blocks[id(node)] for node in top], alone, apart, connected=False)
        self.plainest_share = found.width * found.height / (self.width * self.height)
        return found.width <= self.width and found.height <= self.height

    def fits(self, sheet: Sheet) -> bool:
        """Whether the best arrangement fits."""
        tree = place_tree(replace(self.graph, ratio=sheet.ratio), self.sizes, self.spacing)
        return tree.width <= self.width and tree.height <= self.height


def _depth(graph: Graph) -> int:
    """How many levels stand below the topmost one."""
    depth: dict[str | None, int] = {}
    waiting = {box.id: box.parent for box in graph.boxes}
    for box in graph.boxes:
        line: list[str] = []
        at: str | None = box.id
        while at is not None and at in waiting and at not in depth:
            line.append(at)
            at = waiting[at]
        for name in reversed(line):
            depth[name] = depth.get(waiting[name], -1) + 1
    return max(depth.values(), default=0)
