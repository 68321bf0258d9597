"""PDF with true text and its fonts, through Graphviz: one page as large as the chart, or the sheets of a paged chart."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from posdoc.drawing.dot import dot_source
from posdoc.layout.engine import DrawingError, render
from posdoc.layout.paging import chart_name, page_names
from posdoc.layout.placed import Page, Placed, Rect
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from pypdf import PdfWriter

EXTENSION = "pdf"
MEDIA_TYPE = "application/pdf"

# The largest page that PDF readers are bound to open (200 inches).
MAX_SIDE = 14_400
_MADE = "D:19800101000000Z"


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as a PDF file; the same chart gives the same bytes. ``dpi`` has no meaning here."""
    _check_size(placed.width, placed.height)
    return render(dot_source(placed), "pdf", 72)


def draw_pages(pages: Sequence[Page]) -> bytes:
    """The pages in one PDF file, with an outline, and links where a chart goes on on another page."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for page in pages:
        _add_page(writer, page)
    for number, page in enumerate(pages):
        _add_jumps(writer, page, number)
    if len(pages) > 1:
        for number, name in enumerate(page_names(pages)):
            writer.add_outline_item(title=name, page_number=number)
    _describe(writer, pages)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def _check_size(width: float, height: float) -> None:
    if max(width, height) > MAX_SIDE:
        size = f"{width / 72:.0f}×{height / 72:.0f}"
        raise DrawingError(
            Phrase(
                f"PDF 页面会有 {size} 英寸，超出了 200 英寸的上限", f"the PDF page would be {size} inches, over 200"
            ),
            Phrase(
                "请改用 A4 或 A3 分页，或用 SVG 格式，或只画其中一个部门",
                "set it on pages of A4 or A3, choose SVG, or draw only one of the units",
            ),
        )


def _add_page(writer: PdfWriter, page: Page) -> None:
    """The chart, scaled, in the middle of a sheet.

    The scale is put before what was drawn. pypdf's own ``add_transformation`` takes all of it apart for that, which takes
    longer than drawing it.
    """
    from pypdf import PdfReader
    from pypdf.generic import DecodedStreamObject, RectangleObject

    _check_size(page.width, page.height)
    drawn = writer.add_page(PdfReader(io.BytesIO(render(dot_source(page.placed), "pdf", 72))).pages[0])
    x, y = _offset(page)
    content = drawn.get_contents()
    stream = DecodedStreamObject()
    moved = f"q\n{page.scale:.5f} 0 0 {page.scale:.5f} {x:.5f} {y:.5f} cm\n".encode()
    stream.set_data(moved + (content.get_data() if content is not None else b"") + b"\nQ\n")
    drawn.replace_contents(stream.flate_encode())
    box = RectangleObject((0, 0, round(page.width, 2), round(page.height, 2)))
    drawn.mediabox = drawn.cropbox = drawn.trimbox = drawn.bleedbox = drawn.artbox = box


def _offset(page: Page) -> tuple[float, float]:
    return (page.width - page.scale * page.placed.width) / 2, (page.height - page.scale * page.placed.height) / 2


def _add_jumps(writer: PdfWriter, page: Page, number: int) -> None:
    from pypdf.annotations import Link

    for rect, target in _jumps(page):
        area = (rect.x, page.height - rect.bottom, rect.right, page.height - rect.y)
        writer.add_annotation(number, Link(rect=area, target_page_index=target, border=[0, 0, 0]))


def _jumps(page: Page) -> Iterator[tuple[Rect, int]]:
    """Where on the sheet (y downwards) a box leads to another page, and to which."""
    x, y = _offset(page)
    rects = {box.id: box.rect for box in page.placed.boxes}
    for name, target in page.jumps:
        rect = rects[name]
        left, top = x + rect.x * page.scale, y + rect.y * page.scale
        yield Rect(left, top, rect.width * page.scale, rect.height * page.scale), target


def _describe(writer: PdfWriter, pages: Sequence[Page]) -> None:
    """Title and language of the file; no hour and no random identity."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    title = chart_name(pages)
    writer.add_metadata({"/Title": title, "/Creator": "posdoc", "/CreationDate": _MADE})
    writer.root_object[NameObject("/Lang")] = TextStringObject(pages[0].placed.language if pages else "")
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer.root_object[NameObject("/ViewerPreferences")] = shown
