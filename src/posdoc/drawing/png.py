"""PNG, through Graphviz. A chart that does not fit into one picture is refused, never shrunk."""

from __future__ import annotations

import struct
from math import ceil

from posdoc.drawing.dot import dot_source
from posdoc.layout.engine import DrawingError, render
from posdoc.layout.placed import Placed
from posdoc.phrases import Phrase

EXTENSION = "png"
MEDIA_TYPE = "image/png"

# Cairo's limit for a side, and what a picture may reasonably take of memory.
MAX_SIDE = 32_767
MAX_PIXELS = 250_000_000


def draw(placed: Placed, *, dpi: int = 144) -> bytes:
    """The chart as PNG with ``dpi`` pixels to the inch. Raises DrawingError if that is too large."""
    width, height = ceil(placed.width * dpi / 72), ceil(placed.height * dpi / 72)
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise _too_large(width, height)
    data = render(dot_source(placed), "png", dpi)
    drawn = png_size(data)
    if abs(drawn[0] - width) > 2 or abs(drawn[1] - height) > 2:
        raise DrawingError(
            Phrase(
                f"PNG 图应为 {width}×{height} 像素，画出的却是 {drawn[0]}×{drawn[1]} 像素",
                f"the PNG should have {width}×{height} pixels but came out with {drawn[0]}×{drawn[1]}",
            )
        )
    return data


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the head of a PNG file."""
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _too_large(width: int, height: int) -> DrawingError:
    return DrawingError(
        Phrase(
            f"PNG 图会有 {width}×{height} 像素，超出了上限（每边 {MAX_SIDE} 像素，共 {MAX_PIXELS // 10**6} 百万像素）",
            f"the PNG would have {width}×{height} pixels, over the limit of {MAX_SIDE} a side"
            f" and {MAX_PIXELS // 10**6} million in all",
        ),
        Phrase(
            "请降低分辨率（dpi）、改用 SVG 格式，或只画其中一个部门",
            "use a lower dpi, choose SVG, or draw only one of the units",
        ),
    )
