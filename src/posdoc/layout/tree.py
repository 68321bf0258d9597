"""Places the boxes, frames and solid lines of a chart.

A superior stands centred over its reports; reports without reports of their own may form columns on a spine;
assistants stand beside the trunk; a unit's boxes form one framed block. The work is linear and free of recursion:
a chain of thousands of boxes is as good as a bush of thousands. Several arrangements are tried and the one that
prints largest on a page of the wanted ratio is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from posdoc.charts.graph import Graph
from posdoc.layout.blocks import Block, Options, Part, Spacing, arrange
from posdoc.layout.measure import Measuring
from posdoc.layout.nest import Node, nest
from posdoc.layout.placed import Connector, Frame, Point, Rect, Side
from posdoc.layout.sizes import BoxSizes, lines_at

_FRAME_TITLE_INSET = 8.0
_FRAME_TITLE_TOP = 4.0
# Shares of the wanted ratio: from where a row is folded, and what is near enough to look no further.
_FOLD_ABOVE = 1.27
_ENOUGH = (0.8, 1.17)
# A later arrangement is taken only if it prints larger by this factor: the first ones are the plainest.
_BETTER = 0.92
_SOME, _MANY = 400, 3000
# Up to how many boxes the best arrangement of a shape is remembered, and of how many shapes.
_SMALL, _MOST_KEPT = 60, 4096
# How much more room a large chart takes than its boxes.
_SPARSE = 3.0
_PLAIN = (Options(3), Options(4, 6), Options(3, 5), Options(3, 3), Options(2), Options(2, 12), Options(1 << 30))


@dataclass(slots=True)
class Tree:
    """The placed tree, with the size of the area it takes (origin 0, 0). Boxes are found by id."""

    width: float
    height: float
    boxes: dict[str, Rect] = field(default_factory=dict)
    frame_of: dict[str, int | None] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)


def place_tree(graph: Graph, sizes: BoxSizes, spacing: Spacing) -> Tree:
    """Places everything but the dotted lines, the title and the legend."""
    top, order = nest(graph)
    titles = {group.id: group.title for group in graph.groups}
    measuring = Measuring(order, sizes, titles, spacing)
    block = _best(top, order, measuring, spacing, graph.ratio)
    return _Placing(block).run()


_Shape = tuple[object, ...]
_kept: dict[_Shape, Options] = {}


def _best(top: list[Node], order: list[Node], measuring: Measuring, spacing: Spacing, ratio: float) -> Block:
    """The arrangement that can be printed largest on a page of this ratio.

    The charts of colleagues in one group have one shape: which arrangement is best for it is looked for once.
    """
    if len(order) > _MANY:
        return _whole(top, measuring, spacing, _PLAIN[0]._replace(row_limit=_wide_row(measuring, spacing, ratio)))
    if len(order) > _SMALL:
        return _searched(top, order, measuring, spacing, ratio)[0]
    shape = (*_shape(order, measuring), spacing, ratio)
    known = _kept.get(shape)
    if known is not None:
        return _whole(top, measuring, spacing, known)
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    best, _kept[shape] = _searched(top, order, measuring, spacing, ratio)
    return best


def _shape(order: list[Node], measuring: Measuring) -> _Shape:
    """All that the places of the nodes depend on."""
    number = {id(node): place for place, node in enumerate(order)}
    heights, titles = measuring.sizes.heights, measuring.titles
    nodes = (
        (
            heights[node.name] if node.kind == "box" else titles.get(node.name) if node.kind == "frame" else None,
            node.kind,
            node.level,
            node.depth,
            tuple([number[id(child)] for child in node.children]),
            tuple([number[id(child)] for child in node.assistants]),
        )
        for node in order
    )
    return measuring.sizes.width, *nodes


def _searched(
    top: list[Node], order: list[Node], measuring: Measuring, spacing: Spacing, ratio: float
) -> tuple[Block, Options]:
    """The best arrangement, and what it was made with."""
    options = _PLAIN[0]
    best = _whole(top, measuring, spacing, options)
    if _ENOUGH[0] <= best.width / max(best.height, 1.0) / ratio <= _ENOUGH[1]:
        return best, options
    plain, folds = _tries(len(order))
    for each in plain:
        block = _whole(top, measuring, spacing, each)
        if _page_need(block, ratio) < _page_need(best, ratio) * _BETTER:
            best, options = block, each
    if best.width <= _FOLD_ABOVE * ratio * best.height:
        return best, options
    base, unfolded = sqrt(best.width * best.height * ratio), options
    for factor in folds:
        folded = unfolded._replace(row_limit=base * factor)
        block = _whole(top, measuring, spacing, folded)
        if _page_need(block, ratio) < _page_need(best, ratio) * _BETTER:
            best, options = block, folded
    return best, options


def _tries(boxes: int) -> tuple[tuple[Options, ...], tuple[float, ...]]:
    """What is tried beside the plainest arrangement: other columns, and how far rows are folded; less for large charts."""
    if boxes > _SOME:
        return (_PLAIN[1], _PLAIN[5]), (1.4, 1.0)
    return _PLAIN[1:], (1.8, 1.4, 1.15, 1.0, 0.85, 0.7, 0.55)


def _wide_row(measuring: Measuring, spacing: Spacing, ratio: float) -> float:
    """How wide a row may be in a chart too large for tries, by the room that its boxes need."""
    sizes = measuring.sizes
    room = sum(height + spacing.stack for height in sizes.heights.values()) * (sizes.width + spacing.sibling)
    return sqrt(room * ratio * _SPARSE)


def _page_need(block: Block, ratio: float) -> float:
    """The height of the smallest page of this ratio that takes the block."""
    return max(block.width / ratio, block.height)


def _whole(top: list[Node], measuring: Measuring, spacing: Spacing, options: Options) -> Block:
    """All outermost blocks side by side; single boxes beside a tree form a column."""
    blocks = measuring.blocks(options)
    apart = spacing._replace(sibling=spacing.tree)
    alone = options._replace(stack_at=1 << 30 if all(node.is_leaf for node in top) else 2)
    found = arrange([blocks[id(node)] for node in top], alone, apart, connected=False)
    return Block("group", found.width, found.height, Point(0.0, 0.0), parts=found.parts)


class _Placing:
    """Turns nested blocks into coordinates, outermost first."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.tree = Tree(block.width, block.height)
        self.heads: dict[int, tuple[str, tuple[Point, ...]]] = {}

    def run(self) -> Tree:
        pending = [(Part(self.block, 0.0, 0.0), _Origin(0.0, 0.0, "", (), "top", None))]
        while pending:
            part, origin = pending.pop()
            inside = self._place(part, origin)
            pending += [(each, inside) for each in reversed(part.block.parts)]
        return self.tree

    def _place(self, part: Part, origin: _Origin) -> _Origin:
        """Places a part, and says where the parts of its block hang."""
        block = part.block
        left, top, source, way, side, frame = origin
        x, y = left + part.x, top + part.y
        if part.via:
            side = part.side
        if block.kind == "tail":
            source, way = self.heads[id(block.node)]
        if source:
            way = lengthened(way, [Point(at + left, down + top) for at, down in part.via])
        if block.kind == "wire":
            self.heads[id(block.node)] = (source, way)
        elif block.kind == "frame":
            self._add_frame(block, x, y, frame)
            frame = len(self.tree.frames) - 1
        elif block.kind == "box":
            source, way = self._add_box(block, x, y, side, source, way)
            self.tree.frame_of[source] = frame
        return _Origin(x, y, source, way, side, frame)

    def _add_frame(self, block: Block, x: float, y: float, parent: int | None) -> None:
        assert block.rect is not None
        assert block.node is not None
        rect = Rect(block.rect.x + x, block.rect.y + y, block.rect.width, block.rect.height)
        texts = lines_at(
            block.title,
            "frame",
            rect.x + _FRAME_TITLE_INSET,
            rect.y + _FRAME_TITLE_TOP,
            rect.width - 2 * _FRAME_TITLE_INSET,
        )
        self.tree.frames.append(Frame(block.node.name, rect, block.node.level, texts, parent))

    def _add_box(
        self, block: Block, x: float, y: float, side: Side, source: str, way: tuple[Point, ...]
    ) -> tuple[str, tuple[Point, ...]]:
        """Adds a box and the line to it; returns where the lines to its own reports begin."""
        assert block.rect is not None
        assert block.node is not None
        name, (left, top, width, height) = block.node.name, block.rect
        rect = self.tree.boxes[name] = Rect(left + x, top + y, width, height)
        if source:
            self.tree.connectors.append(Connector(source, name, "bottom", side, way))
        return name, (rect.middle("bottom"),) if block.parts else ()


class _Origin(NamedTuple):
    """Where the parts of a block are placed: its corner, the line that leads to it, and the frame around it."""

    x: float
    y: float
    source: str
    way: tuple[Point, ...]
    side: Side
    frame: int | None


def straightened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same line without points that repeat or lie on a straight piece."""
    return lengthened((), points)


def lengthened(line: tuple[Point, ...], points: Iterable[Point]) -> tuple[Point, ...]:
    """A straightened line with more points at its end, straightened as well."""
    kept = list(line)
    for point in points:
        if kept:
            x, y = point
            last_x, last_y = kept[-1]
            if x == last_x and y == last_y:
                continue
            if len(kept) > 1:
                before_x, before_y = kept[-2]
                if before_x == last_x == x or before_y == last_y == y:
                    kept.pop()
        kept.append(point)
    return tuple(kept)
