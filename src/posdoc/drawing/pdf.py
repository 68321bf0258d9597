"""PDF with true text, through Graphviz: one page as large as the chart."""

from __future__ import annotations

from posdoc.drawing.dot import dot_source
from posdoc.layout.engine import DrawingError, render
from posdoc.layout.placed import Placed
from posdoc.phrases import Phrase

EXTENSION = "pdf"
MEDIA_TYPE = "application/pdf"

# The largest page that PDF readers are bound to open (200 inches).
MAX_SIDE = 14_400


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as a PDF file; the same chart gives the same bytes. ``dpi`` has no meaning here."""
    if max(placed.width, placed.height) > MAX_SIDE:
        size = f"{placed.width / 72:.0f}×{placed.height / 72:.0f}"
        raise DrawingError(
            Phrase(
                f"PDF 页面会有 {size} 英寸，超出了 200 英寸的上限", f"the PDF page would be {size} inches, over 200"
            ),
            Phrase("请改用 SVG 格式，或只画其中一个部门", "choose SVG, or draw only one of the units"),
        )
    return render(dot_source(placed), "pdf", 72)
