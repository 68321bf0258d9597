"""The shapes of a native drawing: frames, lines, boxes and texts, from the back to the front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from posdoc.layout import Connector, Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Side, Text
from posdoc.layout.metrics import TYPE_SIZES, text_width
from posdoc.word.drawing_lines import bent, emu
from posdoc.word.drawing_looks import BOXES, FRAMES, INK, LINKS, NOTHING, WIRE, Look
from posdoc.word.markup import escape, quoteattr

SMALLEST_TEXT = 4.0
_ROUNDED_UP = 0.2
"""Word sets half points; a size is rounded up by at most a tenth of a point, for which texts have room."""
LATIN, CHINESE = "Arial", "黑体"
_SPARE = 0.4
"""By how much the room of free-standing text is wider than the text should be."""
_OVERHANG = 80
"""How far (in twentieths of a point) text may stick out of a shape before its line is broken once more."""
_SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
_RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_ROUNDED = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 33333"/></a:avLst></a:prstGeom>'
_MIDDLES = '<a:pos x="hc" y="t"/>', '<a:pos x="l" y="vc"/>', '<a:pos x="hc" y="b"/>', '<a:pos x="r" y="vc"/>'


class _Insets(NamedTuple):
    """Where the text of a shape stands: how far from its left and its top, and at which height."""

    left: float = 0.0
    top: float = 0.0
    anchor: str = "ctr"


_CENTRED = _Insets()


class Shapes:
    """The shapes of one drawing, numbered from ``first_id`` so that connectors can name the boxes."""

    def __init__(self, placed: Placed, scale: float, area: Rect, first_id: int) -> None:
        self.placed = placed
        self.scale = scale
        self.area = area
        self.ids = {box.id: number for number, box in enumerate(placed.boxes, first_id)}
        self.numbers = count(first_id + len(placed.boxes))
        self.sites = _sites(placed)

    def xml(self) -> str:
        """All shapes; what comes later lies on top."""
        placed = self.placed
        found = [self._frame(frame) for frame in placed.frames]
        found += [self._connector(line, WIRE) for line in placed.connectors]
        found += [self._connector(link, LINKS[link.style]) for link in placed.links]
        found += [self._box(box) for box in placed.boxes]
        found += [self._texts(link.label, link.label_rect) for link in placed.links if link.label]
        found += [shape for entry in placed.legend for shape in self._entry(entry)]
        found += [self._texts(lines, text_room(lines)) for lines in (placed.title, placed.note) if lines]
        return "".join(found)

    def _frame(self, frame: Frame) -> str:
        insets = _CENTRED
        if frame.texts:
            first = frame.texts[0]
            top = first.y - TYPE_SIZES[first.role].ascent - frame.rect.y
            insets = _Insets(first.x - frame.rect.x, top, "t")
        look = FRAMES[frame.depth % len(FRAMES)]
        return self._shape(next(self.numbers), frame.rect, _RECT, look, frame.texts, insets)

    def _box(self, box: PlacedBox) -> str:
        geometry = _ROUNDED if box.shape == "rounded" else _RECT
        if self.sites[box.id]:
            geometry = _with_sites(self.sites[box.id], box.rect)
        return self._shape(self.ids[box.id], box.rect, geometry, BOXES[box.style], box.texts)

    def _texts(self, texts: Sequence[Text], room: Rect | None) -> str:
        """Lines of text that stand by themselves, in a room that a wider font does not fill."""
        room = room or text_room(texts)
        more = room.width * _SPARE
        left = texts[0].x if texts[0].anchor == "start" else room.x - more / 2
        wider = Rect(left, room.y, room.width + more, room.height)
        return self._shape(next(self.numbers), wider, _RECT, NOTHING, texts)

    def _entry(self, entry: PlacedLegend) -> Iterator[str]:
        number = next(self.numbers)
        if entry.style in ("solid", "dotted"):
            ends = (entry.rect.middle("left"), entry.rect.middle("right"))
            yield self._line(ends, "left", WIRE if entry.style == "solid" else LINKS["dotted"], number)
        else:
            look = FRAMES[0] if entry.style == "unit" else BOXES[entry.style]  # type: ignore[index]
            yield self._shape(number, entry.rect, _RECT, look, ())
        yield self._texts(entry.texts, None)

    def _shape(
        self, number: int, rect: Rect, geometry: str, look: Look, texts: Sequence[Text], insets: _Insets = _CENTRED
    ) -> str:
        name = " ".join(text.text for text in texts) or "sample"
        paragraphs = "".join(self._paragraph(text) for text in texts)
        text = f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>" if texts else ""
        left, top = emu(insets.left * self.scale), emu(insets.top * self.scale)
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name={quoteattr(name)}/><wps:cNvSpPr/><wps:spPr>'
            f"{self._room(rect)}{geometry}{look.filled()}{look.lined()}</wps:spPr>{text}"
            f'<wps:bodyPr rot="0" vert="horz" wrap="none" lIns="{left}" tIns="{top}" rIns="0" bIns="0" '
            f'anchor="{insets.anchor}" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        )

    def _paragraph(self, text: Text) -> str:
        size = max(SMALLEST_TEXT, int(text.size * self.scale * 2 + _ROUNDED_UP) / 2)
        bold = "<w:b/><w:bCs/>" if text.bold else ""
        side, indent = ("center", -_OVERHANG) if text.anchor == "middle" else ("left", 0)
        return (
            '<w:p><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" '
            f'w:line="{round(size * 1.2 * 20)}" w:lineRule="exact"/>'
            f'<w:ind w:left="{indent}" w:right="{-_OVERHANG}" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>'
            f'<w:r><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{CHINESE}" w:cs="{LATIN}"/>{bold}'
            f'<w:color w:val="{INK.get(text.role, "000000")}"/><w:sz w:val="{round(size * 2)}"/>'
            f'<w:szCs w:val="{round(size * 2)}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text.text)}</w:t></w:r></w:p>'
        )

    def _room(self, rect: Rect, turn: str = "") -> str:
        left, top = (rect.x - self.area.x) * self.scale, (rect.y - self.area.y) * self.scale
        return (
            f'<a:xfrm{turn}><a:off x="{emu(left)}" y="{emu(top)}"/>'
            f'<a:ext cx="{emu(rect.width * self.scale)}" cy="{emu(rect.height * self.scale)}"/></a:xfrm>'
        )

    def _connector(self, line: Connector | PlacedLink, look: Look) -> str:
        source = self._site(line.source, line.source_side, line.points[0])
        target = self._site(line.target, line.target_side, line.points[-1])
        ends = f'<a:stCxn id="{self.ids[line.source]}" idx="{source}"/><a:endCxn id="{self.ids[line.target]}" idx="{target}"/>'
        return self._line(line.points, line.source_side, look, next(self.numbers), ends)

    def _site(self, box: str, side: Side, point: Point) -> int:
        """The number of the place on the box's outline where a line meets it."""
        sites = self.sites[box]
        return len(_SITES) + sites.index(point) if point in sites else _SITES[side]

    def _line(self, points: Sequence[Point], side: Side, look: Look, number: int, ends: str = "") -> str:
        shape = bent(points, side)
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name="line {number}"/><wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr>'
            f"{self._room(shape.rect, shape.turn)}{shape.geometry}{look.lined()}</wps:spPr><wps:bodyPr/></wps:wsp>"
        )


def text_room(texts: Sequence[Text]) -> Rect:
    """The room of lines that stand by themselves."""
    widths = [text_width(text.text, text.size, text.bold) for text in texts]
    lefts = [
        text.x if text.anchor == "start" else text.x - width / 2 for text, width in zip(texts, widths, strict=True)
    ]
    size = TYPE_SIZES[texts[0].role]
    return Rect(min(lefts), texts[0].y - size.ascent, max(widths), len(texts) * size.leading)


def _sites(placed: Placed) -> dict[str, list[Point]]:
    """For each box the places, besides the middles of its sides, at which links meet it."""
    rects = {box.id: box.rect for box in placed.boxes}
    found: dict[str, list[Point]] = {box.id: [] for box in placed.boxes}
    for link in placed.links:
        ends = ((link.source, link.source_side, link.points[0]), (link.target, link.target_side, link.points[-1]))
        for box, side, point in ends:
            if point != rects[box].middle(side) and point not in found[box]:
                found[box].append(point)
    return found


def _with_sites(points: Sequence[Point], rect: Rect) -> str:
    """A rectangle with more places for connectors than the middles of its sides, which come first."""
    guides, sites = "", "".join(f'<a:cxn ang="0">{middle}</a:cxn>' for middle in _MIDDLES)
    for number, point in enumerate(points):
        across, down = (
            round((point.x - rect.x) / rect.width * 100_000),
            round((point.y - rect.y) / rect.height * 100_000),
        )
        guides += (
            f'<a:gd name="x{number}" fmla="*/ w {across} 100000"/><a:gd name="y{number}" fmla="*/ h {down} 100000"/>'
        )
        sites += f'<a:cxn ang="0"><a:pos x="x{number}" y="y{number}"/></a:cxn>'
    corners = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((1, 0), (1, 1), (0, 1)))
    path = f'<a:path w="1" h="1"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>{corners}<a:close/></a:path>'
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{sites}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
    )
