"""A placed chart as a native Word drawing: a group of shapes and connectors, sharp at any size and editable.

The connectors are tied to the boxes (``stCxn``, ``endCxn``), so that they follow when a box is moved. Shapes
are of DrawingML's Word-processing kinds (``wpg``, ``wps``), which Word 2010 and later, WPS and LibreOffice draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from posdoc.layout import Connector, Placed, PlacedBox, Point, Rect, Side, Text

EMU = 12_700
"""English metric units in a point."""
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
SMALLEST_TEXT = 5.5
AIR = 2.0
FIRST_BOX = 3
LATIN, CHINESE = "Arial", "黑体"


class _Look(NamedTuple):
    fill: str
    line: str
    width: float = 0.75
    dash: str = "solid"


_BOXES = {
    "normal": _Look("FFFFFF", "404040"),
    "focus": _Look("DCE6F1", "1F3864", 1.5),
    "vacant": _Look("FFFFFF", "404040", dash="dash"),
    "planned": _Look("FFFFFF", "808080", dash="sysDot"),
    "outside": _Look("F2F2F2", "808080"),
}
_WIRE = _Look("", "404040")
_INK = {"muted": "595959"}


def draw_inline(placed: Placed, *, width: float, height: float, description: str) -> str:
    """The chart as one run, made to fit into ``width`` by ``height`` points; ``description`` is its alternative text."""
    area = _area(placed)
    scale = min(1.0, width / area.width, height / area.height)
    shapes = _Shapes(placed, scale, area)
    extent = f'cx="{_emu(area.width * scale)}" cy="{_emu(area.height * scale)}"'
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="chart" descr={quoteattr(description)}/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{_sheet(extent)}{shapes.xml()}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _area(placed: Placed) -> Rect:
    """The room that boxes and lines take, with a little air; the margins of a page are not wanted in a document."""
    points = [Point(*corner) for box in placed.boxes for corner in (box.rect[:2], (box.rect.right, box.rect.bottom))]
    points += [point for line in placed.connectors for point in line.points]
    left, top = min(p.x for p in points) - AIR, min(p.y for p in points) - AIR
    return Rect(left, top, max(p.x for p in points) + AIR - left, max(p.y for p in points) + AIR - top)


def _sheet(extent: str) -> str:
    """An invisible shape as large as the drawing: LibreOffice stretches a group to what its shapes cover."""
    return (
        f'<wps:wsp><wps:cNvPr id="2" name="sheet"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


class _Shapes:
    """The shapes of one drawing, numbered so that connectors can name them."""

    def __init__(self, placed: Placed, scale: float, area: Rect) -> None:
        self.placed = placed
        self.scale = scale
        self.area = area
        self.ids = {box.id: number for number, box in enumerate(placed.boxes, FIRST_BOX)}

    def xml(self) -> str:
        first = len(self.ids) + FIRST_BOX
        lines = [self._connector(line, number) for number, line in enumerate(self.placed.connectors, first)]
        return "".join(lines) + "".join(self._box(box) for box in self.placed.boxes)

    def _box(self, box: PlacedBox) -> str:
        look = _BOXES[box.style]
        name = " ".join(text.text for text in box.texts)
        paragraphs = "".join(self._paragraph(text) for text in box.texts)
        return (
            f'<wps:wsp><wps:cNvPr id="{self.ids[box.id]}" name={quoteattr(name)}/><wps:cNvSpPr/><wps:spPr>'
            f'{self._frame(box.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{look.fill}"/></a:solidFill>{_line(look)}</wps:spPr>'
            f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
            '<wps:bodyPr rot="0" vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" '
            'anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        )

    def _paragraph(self, text: Text) -> str:
        size = max(SMALLEST_TEXT, int(text.size * self.scale * 2) / 2)
        bold = "<w:b/><w:bCs/>" if text.bold else ""
        return (
            '<w:p><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" '
            f'w:line="{round(size * 1.2 * 20)}" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
            f'<w:r><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{CHINESE}" w:cs="{LATIN}"/>{bold}'
            f'<w:color w:val="{_INK.get(text.role, "000000")}"/><w:sz w:val="{round(size * 2)}"/>'
            f'<w:szCs w:val="{round(size * 2)}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text.text)}</w:t></w:r></w:p>'
        )

    def _frame(self, rect: Rect, turn: str = "") -> str:
        left, top = (rect.x - self.area.x) * self.scale, (rect.y - self.area.y) * self.scale
        return (
            f'<a:xfrm{turn}><a:off x="{_emu(left)}" y="{_emu(top)}"/>'
            f'<a:ext cx="{_emu(rect.width * self.scale)}" cy="{_emu(rect.height * self.scale)}"/></a:xfrm>'
        )

    def _connector(self, line: Connector, number: int) -> str:
        shape = _bent(line.points, line.source_side)
        ends = (
            f'<a:stCxn id="{self.ids[line.source]}" idx="{_SITES[line.source_side]}"/>'
            f'<a:endCxn id="{self.ids[line.target]}" idx="{_SITES[line.target_side]}"/>'
        )
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name="line {number}"/><wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr>'
            f"{self._frame(shape.rect, shape.turn)}{shape.geometry}{_line(_WIRE)}</wps:spPr><wps:bodyPr/></wps:wsp>"
        )


class _Bent(NamedTuple):
    geometry: str
    rect: Rect
    turn: str = ""


def _bent(points: Sequence[Point], side: Side) -> _Bent:
    """The preset connector that runs from the first to the last of ``points`` as they do.

    In a preset connector the first piece is level; one that leaves upright is turned by a quarter. A turned
    shape is given by the box that it would have unturned, about the same middle.
    """
    start, end = points[0], points[-1]
    dx, dy = end.x - start.x, end.y - start.y
    rect = Rect(min(start.x, end.x), min(start.y, end.y), abs(dx), abs(dy))
    if len(points) == 2:
        return _Bent(_preset("straightConnector1", ()), rect, _flips(dx < 0, dy < 0))
    if abs(dx) < _HAIR or abs(dy) < _HAIR or len(points) > _MOST_POINTS:
        return _freeform(points)
    upright = side in ("top", "bottom")
    preset = _preset(f"bentConnector{len(points) - 1}", _adjustments(points, upright))
    if not upright:
        return _Bent(preset, rect, _flips(dx < 0, dy < 0))
    turned = Rect((start.x + end.x - abs(dy)) / 2, (start.y + end.y - abs(dx)) / 2, abs(dy), abs(dx))
    # Turned clockwise, the way right becomes the way down and the way down becomes the way left.
    return _Bent(preset, turned, f' rot="5400000"{_flips(dy < 0, dx > 0)}')


_HAIR = 0.01
_MOST_POINTS = 6
"""Preset connectors have at most five pieces."""


def _preset(name: str, adjustments: Sequence[float]) -> str:
    guides = "".join(
        f'<a:gd name="adj{place}" fmla="val {round(100_000 * part)}"/>' for place, part in enumerate(adjustments, 1)
    )
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _adjustments(points: Sequence[Point], upright: bool) -> list[float]:
    """Where the inner pieces lie, each as a share of the way from the first to the last point."""
    start, end = points[0], points[-1]
    shares = []
    for place, point in enumerate(points[1:-2]):
        if upright == (place % 2 == 0):
            shares.append((point.y - start.y) / (end.y - start.y))
        else:
            shares.append((point.x - start.x) / (end.x - start.x))
    return shares


def _freeform(points: Sequence[Point]) -> _Bent:
    """A line through all points, for what no preset connector can follow."""
    left, top = min(p.x for p in points), min(p.y for p in points)
    width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
    steps = "".join(
        f'<a:{"lnTo" if place else "moveTo"}><a:pt x="{_emu(p.x - left)}" y="{_emu(p.y - top)}"/>'
        f"</a:{'lnTo' if place else 'moveTo'}>"
        for place, p in enumerate(points)
    )
    path = f'<a:path w="{_emu(width)}" h="{_emu(height)}" fill="none">{steps}</a:path>'
    parts = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    return _Bent(f"<a:custGeom>{parts}<a:pathLst>{path}</a:pathLst></a:custGeom>", Rect(left, top, width, height))


def _flips(horizontal: bool, vertical: bool) -> str:
    return (' flipH="1"' if horizontal else "") + (' flipV="1"' if vertical else "")


def _line(look: _Look) -> str:
    return (
        f'<a:ln w="{_emu(look.width)}"><a:solidFill><a:srgbClr val="{look.line}"/></a:solidFill>'
        f'<a:prstDash val="{look.dash}"/><a:miter lim="800000"/></a:ln>'
    )


def _emu(points: float) -> int:
    return round(points * EMU)
