"""A placed chart as a native Word drawing: a group of shapes and connectors, sharp at any size and editable.

The connectors are tied to the boxes (``stCxn``, ``endCxn``), so that they follow when a box is moved. Shapes
are of DrawingML's Word-processing kinds (``wpg``, ``wps``), which Word 2010 and later, WPS and LibreOffice draw.
"""

from __future__ import annotations

from posdoc.layout import Placed
from posdoc.layout.elbows import emu
from posdoc.layout.rooms import drawn_room
from posdoc.word.drawing_shapes import Shapes
from posdoc.word.markup import quoteattr

_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
AIR = 2.0
"""Around a drawing; the margins of a page are not wanted in a document."""


def draw_inline(placed: Placed, *, width: float, height: float, description: str, first_id: int = 1) -> str:
    """The chart as one run, made to fit into ``width`` by ``height`` points; ``description`` is its alternative text.

    The drawing and its shapes are numbered from ``first_id``; it takes :func:`count_ids` numbers.
    """
    area = drawn_room(placed, AIR)
    scale = min(1.0, width / area.width, height / area.height)
    shapes = Shapes(placed, scale, area, first_id + 2)
    extent = f'cx="{emu(area.width * scale)}" cy="{emu(area.height * scale)}"'
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{first_id}" name="chart" descr={quoteattr(description)}/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{_sheet(extent, first_id + 1)}{shapes.xml()}'
        "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def count_ids(placed: Placed) -> int:
    """How many numbers a drawing takes: the next one in a document begins so many after ``first_id``."""
    labels = sum(1 for link in placed.links if link.label)
    lines = len(placed.connectors) + len(placed.links) + labels
    texts = bool(placed.title) + bool(placed.note)
    return 2 + len(placed.boxes) + lines + len(placed.frames) + 2 * len(placed.legend) + texts


def _sheet(extent: str, number: int) -> str:
    """An invisible shape as large as the drawing: LibreOffice stretches a group to what its shapes cover."""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="sheet"/><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def emptied(run: str) -> str:
    """A drawing of the same size with nothing in it: enough to set pages by, and set a hundred times as fast."""
    end = "</wps:wsp>"
    return run[: run.index(end)] + run[run.rindex(end) :]
