"""The shapes of a native drawing: frames, lines, boxes and texts, from the back to the front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from posdoc.layout import Connector, Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Side, Text
from posdoc.layout.elbows import emu
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.rooms import text_room
from posdoc.layout.sites import Site, extra_sites, outline, site_number
from posdoc.word.drawing_lines import bent
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
_RECT = outline("rect", Rect(0.0, 0.0, 0.0, 0.0))


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
        self.sites = extra_sites(placed)

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
        geometry = outline(box.shape, box.rect, self.sites[box.id])
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
        if entry.style == "solid" or entry.link_style:
            ends = (entry.rect.middle("left"), entry.rect.middle("right"))
            yield self._line(ends, "left", LINKS[entry.link_style] if entry.link_style else WIRE, number)
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
        source = site_number(self.sites, line.source, Site(line.points[0], line.source_side))
        target = site_number(self.sites, line.target, Site(line.points[-1], line.target_side))
        ends = f'<a:stCxn id="{self.ids[line.source]}" idx="{source}"/><a:endCxn id="{self.ids[line.target]}" idx="{target}"/>'
        return self._line(line.points, line.source_side, look, next(self.numbers), ends)

    def _line(self, points: Sequence[Point], side: Side, look: Look, number: int, ends: str = "") -> str:
        shape = bent(points, side)
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name="line {number}"/><wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr>'
            f"{self._room(shape.rect, shape.turn)}{shape.geometry}{look.lined()}</wps:spPr><wps:bodyPr/></wps:wsp>"
        )
