"""Charts as pictures: SVG, sharp at any size, with a PNG for programs that do not know SVG."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.word.markup import quoteattr
from posdoc.word.properties import DOCUMENT_RELATIONS, TYPES, related, with_default

EMU = 12_700
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
MEDIA = "media/posdoc-"


class Pictures:
    """The pictures of one document: runs that show them, and the parts that hold them."""

    def __init__(self) -> None:
        self._media: dict[str, bytes] = {}

    def add(self, svg: bytes, png: bytes, size: tuple[float, float], *, description: str, first_id: int) -> str:
        """A run that shows a picture in ``size`` (width and height in points)."""
        number = len(self._media) // 2 + 1
        self._media[f"{MEDIA}{number}.png"] = png
        self._media[f"{MEDIA}{number}.svg"] = svg
        extent = f'cx="{round(size[0] * EMU)}" cy="{round(size[1] * EMU)}"'
        return (
            f'<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline {_NAMESPACES} distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:docPr id="{first_id}" name="chart {first_id}" descr={quoteattr(description)}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{first_id}" name="chart {first_id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="rIdPosdocPng{number}"><a:extLst><a:ext uri="{_SVG}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="rIdPosdocSvg{number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def parts(self, fixed: Mapping[str, bytes]) -> dict[str, bytes]:
        """The pictures, and the relationships and content types that name them."""
        if not self._media:
            return {}
        named = [(name, *name.removeprefix(MEDIA).split(".")) for name in self._media]
        entries = [(f"rIdPosdoc{kind.capitalize()}{number}", name) for name, number, kind in named]
        types = with_default(with_default(fixed[TYPES], "png", "image/png"), "svg", "image/svg+xml")
        return {f"word/{name}": data for name, data in self._media.items()} | {
            DOCUMENT_RELATIONS: related(fixed[DOCUMENT_RELATIONS], _IMAGE, *entries),
            TYPES: types,
        }
