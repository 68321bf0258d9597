"""How much room each sub-tree needs: turns the nodes of a chart into blocks, reports before superiors."""

from __future__ import annotations

from itertools import zip_longest

from posdoc.layout.blocks import WIRE_WIDTH, Arrangement, Block, Options, Part, Spacing, arrange, moved, stacked_runs
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.layout.nest import Node
from posdoc.layout.placed import Point, Rect
from posdoc.layout.sizes import BoxSizes, even
from posdoc.layout.wrap import longest_word, wrap

_TITLE_INSET = 8.0
_TITLE_CLEAR = 6.0
_TITLE_TOP = 4.0
_TITLE_BELOW = 5.0
_TITLE_MIN = 46.0
_TITLE_MAX = 240.0


class Measuring:
    """Measures one chart, under as many :class:`Options` as wanted."""

    def __init__(self, order: list[Node], sizes: BoxSizes, titles: dict[str, str], spacing: Spacing) -> None:
        self.order = order
        self.sizes = sizes
        self.titles = titles
        self.spacing = spacing
        self._leaves: dict[int, Block] = {}
        self._inlet = Point(sizes.width / 2, 0.0)

    def blocks(self, options: Options) -> dict[int, Block]:
        """The block of every node, by the node's identity."""
        found: dict[int, Block] = {}
        heights = self._heights(options)
        for node in reversed(self.order):
            if node.kind == "box":
                found[id(node)] = self._box(node, heights[id(node)], found, options)
            elif node.kind == "frame":
                found[id(node)] = self._frame(node, found, options)
            else:
                middle = WIRE_WIDTH / 2
                found[id(node)] = Block("wire", WIRE_WIDTH, 0.0, Point(middle, 0.0), node, wires=[(node, middle)])
        return found

    def _heights(self, options: Options) -> dict[int, float]:
        """Boxes at the same distance from the top are equally high, except those in columns."""
        stacked: set[int] = set()
        for children in (node.children for node in self.order if node.children):
            for start, end in stacked_runs(children, options):
                stacked.update(map(id, children[start:end]))
        boxes = [node for node in self.order if node.kind == "box"]
        found = {id(node): self.sizes.heights[node.name] for node in boxes}
        level: dict[int, float] = {}
        equal = [node for node in boxes if id(node) not in stacked]
        for node in equal:
            level[node.depth] = max(level.get(node.depth, 0.0), found[id(node)])
        found.update({id(node): level[node.depth] for node in equal})
        return found

    def _box(self, node: Node, height: float, found: dict[int, Block], options: Options) -> Block:
        if node.is_leaf:
            return self._leaf(node, height)
        below = arrange([found[id(child)] for child in node.children], options, self.spacing)
        beside = [found[id(child)] for child in node.assistants]
        rights, lefts = beside[0::2], beside[1::2]
        reach = self.spacing.sibling / 2 + 2
        half = self.sizes.width / 2
        left = max([half, below.trunk, *(block.width + reach for block in lefts)])
        right = max([half, below.width - below.trunk, *(block.width + reach for block in rights)])
        parts, y = self._assistants(rights, lefts, left, height)
        rect = Rect(left - half, 0.0, self.sizes.width, height)
        parts += moved(below.parts, left - below.trunk, y)
        wires = [(wire, x + left - below.trunk) for wire, x in below.wires]
        bottom = max([y + below.height, *(part.y + part.block.height for part in parts)])
        return Block("box", left + right, bottom, Point(left, 0.0), node, rect, parts, wires, rect)

    def _leaf(self, node: Node, height: float) -> Block:
        """A box below which nothing hangs: the same whatever the options, but for its height."""
        known = self._leaves.get(id(node))
        if known is None or known.height != height:
            rect = Rect(0.0, 0.0, self.sizes.width, height)
            known = Block("box", rect.width, height, self._inlet, node, rect, rect=rect)
            self._leaves[id(node)] = known
        return known

    def _assistants(self, rights: list[Block], lefts: list[Block], trunk: float, y: float) -> tuple[list[Part], float]:
        """Sets assistants beside the trunk, in pairs. Returns them and where the trunk goes on."""
        parts: list[Part] = []
        reach = self.spacing.sibling / 2 + 2
        for right, left in zip_longest(rights, lefts):
            y += self.spacing.trunk
            pair = [block for block in (right, left) if block is not None]
            lead = max(block.inlet.y for block in pair)
            parts.append(_beside(right, trunk + reach, y + lead, trunk))
            if left is not None:
                parts.append(_beside(left, trunk - reach - left.width, y + lead, trunk))
            y += max(lead - block.inlet.y + block.height for block in pair)
        return parts, y

    def _frame(self, node: Node, found: dict[int, Block], options: Options) -> Block:
        children = [found[id(child)] for child in node.children]
        inner = self._framed(children, node.depth > 0, options)
        pad = self.spacing.frame
        title, wanted = self._title(node, inner)
        left = max(pad, wanted - inner.inlet.x) if node.depth > 0 else pad
        left = float(round(left))
        width = left + inner.width + pad
        if node.depth == 0:
            width = max(width, even(wanted + _TITLE_INSET))
        header = _TITLE_TOP + len(title) * TYPE_SIZES["frame"].leading + _TITLE_BELOW
        rect = Rect(0.0, 0.0, width, header + inner.height + pad)
        root = inner.root and Rect(inner.root.x + left, inner.root.y + header, inner.root.width, inner.root.height)
        framed = Block("frame", width, rect.height, Point(left + inner.inlet.x, header + inner.inlet.y), node)
        framed.root, framed.rect, framed.title = root, rect, title
        framed.parts = [Part(inner, left, header)]
        framed.wires = [(wire, x + left) for wire, x in inner.wires]
        ends_here = any(wire.level == node.level for wire, _ in framed.wires)
        return self._with_tails(framed, node.level, found, options) if ends_here else framed

    def _framed(self, children: list[Block], hangs: bool, options: Options) -> Block:
        """What stands inside a frame: one sub-tree, or several below a bus."""
        if len(children) == 1:
            return children[0]
        spacing = self.spacing._replace(trunk=2.0)
        found = arrange(children, options, spacing, connected=hangs)
        inlet = Point(found.trunk, 0.0)
        return Block("group", found.width, found.height, inlet, parts=found.parts, wires=found.wires)

    def _title(self, node: Node, inner: Block) -> tuple[tuple[str, ...], float]:
        """The lines of a frame's title, and the room they need from the frame's left edge.

        A line that comes in from above must not cross the title, so a hanging frame's title ends before it.
        """
        size = TYPE_SIZES["frame"]
        if node.depth > 0:
            room = self.spacing.frame + inner.inlet.x - _TITLE_INSET - _TITLE_CLEAR
        else:
            room = inner.width + 2 * self.spacing.frame - 2 * _TITLE_INSET
        title = self.titles.get(node.name, "")
        room = min(max(room, _TITLE_MIN, longest_word(title, size.size, size.bold)), _TITLE_MAX)
        lines = wrap(title, room, size.size, size.bold)
        widest = max((text_width(line, size.size, size.bold) for line in lines), default=0.0)
        return lines, _TITLE_INSET + widest + (_TITLE_CLEAR if node.depth > 0 else 0.0)

    def _with_tails(self, framed: Block, level: int, found: dict[int, Block], options: Options) -> Block:
        """Adds, below a frame, the reports to whom a line leads out of it."""
        cells = [self._tail(wire, level, found, options) for wire, _ in framed.wires]
        starts = [x for _, x in framed.wires]
        ends, shift, width = _below(cells, starts, framed.width, self.spacing)
        tracks = _tracks(starts, ends, self.spacing.track)
        y = framed.height + self.spacing.trunk + (max(tracks) if tracks else 0.0)
        parts, wires = [Part(framed, shift, 0.0)], []
        bottom = y
        for (tail, trunk), (_, start), end, track in zip(cells, framed.wires, ends, tracks, strict=True):
            turn = framed.height + self.spacing.trunk + track
            way = (Point(start + shift, turn), Point(end + shift, turn), Point(end + shift, y))
            parts.append(Part(tail, end + shift - trunk, y, way))
            wires += [(wire, x + end + shift - trunk) for wire, x in tail.wires]
            bottom = max(bottom, y + tail.height)
        inlet = Point(framed.inlet.x + shift, framed.inlet.y)
        root = framed.root and Rect(framed.root.x + shift, framed.root.y, framed.root.width, framed.root.height)
        return Block("group", width, bottom, inlet, framed.node, root, parts, wires)

    def _tail(self, wire: Node, level: int, found: dict[int, Block], options: Options) -> tuple[Block, float]:
        """What hangs at the end of a wire, or the wire itself where it leads further out; and its trunk."""
        if wire.level < level:
            passing = Block("tail", WIRE_WIDTH, 0.0, Point(WIRE_WIDTH / 2, 0.0), wire)
            passing.wires = [(wire, WIRE_WIDTH / 2)]
            passing.parts = [Part(Block("wire", 0.0, 0.0, Point(0.0, 0.0), wire), 0.0, 0.0)]
            return passing, WIRE_WIDTH / 2
        below: Arrangement = arrange([found[id(child)] for child in wire.children], options, self.spacing)
        tail = Block("tail", below.width, below.height, Point(below.trunk, 0.0), wire)
        tail.parts, tail.wires = below.parts, below.wires
        return tail, below.trunk


def _beside(block: Block, x: float, y: float, trunk: float) -> Part:
    """An assistant's block, met by a level line from the trunk. ``y`` is the top of its box."""
    top = y - block.inlet.y
    root = block.root or Rect(0.0, block.inlet.y, block.width, 0.0)
    middle = top + root.y + root.height / 2
    if x >= trunk:
        return Part(block, x, top, (Point(trunk, middle), Point(x + root.x, middle)), "left")
    return Part(block, x, top, (Point(trunk, middle), Point(x + root.right, middle)), "right")


def _below(
    cells: list[tuple[Block, float]], starts: list[float], width: float, spacing: Spacing
) -> tuple[list[float], float, float]:
    """Where the trunks below a frame come down, how far the frame moves right for them, the whole width."""
    if len(cells) == 1:
        left = starts[0] - cells[0][1]
        ends = [starts[0]]
    else:
        total = sum(block.width for block, _ in cells) + spacing.sibling * (len(cells) - 1)
        left = x = float(round(sum(starts) / len(starts) - total / 2))
        ends = []
        for block, trunk in cells:
            ends.append(x + trunk)
            x += block.width + spacing.sibling
    right = max(end - trunk + block.width for (block, trunk), end in zip(cells, ends, strict=True))
    shift = max(0.0, -left)
    return ends, shift, max(width, right) + shift


def _tracks(starts: list[float], ends: list[float], distance: float) -> list[float]:
    """At which height each line turns, so that no two of them cross or lie on one another."""
    lefts = [index for index, start in enumerate(starts) if ends[index] < start]
    rights = [index for index, start in enumerate(starts) if ends[index] > start]
    tracks = [0.0] * len(starts)
    for order in (lefts, list(reversed(rights))):
        for number, index in enumerate(order):
            tracks[index] = number * distance
    return tracks
