"""draw.io (diagrams.net): a file that opens there and is edited like one made there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from posdoc.drawing._drawio_cells import Cells
from posdoc.drawing._markup import quoted
from posdoc.drawing.theme import theme_of
from posdoc.layout.paging import page_names
from posdoc.layout.placed import Page, Placed, Point
from posdoc.model import Paper

EXTENSION = "drawio"
MEDIA_TYPE = "application/vnd.jgraph.mxfile"
PAPER = Paper.WHOLE

_UNIT = 1.5
"""How many units of draw.io a point is: the smallest text is as large as draw.io's own."""
_PAPER_UNIT = 100 / 72
"""The same on paper: draw.io counts the sides of its pages in hundredths of an inch."""


class _Sheet(NamedTuple):
    """One page of the file: what is on it, how large a point is there, and its own size in units."""

    placed: Placed
    unit: float
    width: float
    height: float
    jumps: Mapping[str, str]


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart on one page as large as itself. ``dpi`` has no meaning here."""
    return _file([_Sheet(placed, _UNIT, placed.width * _UNIT, placed.height * _UNIT, {})], [placed.name])


def draw_pages(pages: Sequence[Page]) -> bytes:
    """A page for each of the pages, of the same size on paper. A click on a box leads where its jump leads."""
    sheets = []
    for page in pages:
        jumps = {box: _page_id(target + 1) for box, target in reversed(page.jumps)}
        width, height = page.width * _PAPER_UNIT, page.height * _PAPER_UNIT
        sheets.append(_Sheet(page.placed, _PAPER_UNIT * page.scale, width, height, jumps))
    return _file(sheets, page_names(pages))


def _file(sheets: Sequence[_Sheet], names: Sequence[str]) -> bytes:
    lines = [f'<mxfile host="posdoc" type="device" compressed="false" pages="{len(sheets)}">']
    for number, (sheet, name) in enumerate(zip(sheets, names, strict=True), 1):
        lines += _diagram(sheet, name or str(number), number, "" if len(sheets) == 1 else f"p{number}-")
    return "\n".join([*lines, "</mxfile>", ""]).encode()


def _diagram(sheet: _Sheet, name: str, number: int, prefix: str) -> Iterator[str]:
    placed, unit = sheet.placed, sheet.unit
    origin = Point((sheet.width - placed.width * unit) / 2, (sheet.height - placed.height * unit) / 2)
    size = f'pageWidth="{round(sheet.width)}" pageHeight="{round(sheet.height)}"'
    yield f'<diagram id="{_page_id(number)}" name={quoted(name)}>'
    yield (
        '<mxGraphModel dx="0" dy="0" grid="0" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" '
        f'page="1" pageScale="1" {size} background="{theme_of(placed.theme).background}" math="0" shadow="0"><root>'
    )
    yield from Cells(placed, unit, origin, prefix, sheet.jumps).lines()
    yield "</root></mxGraphModel></diagram>"


def _page_id(number: int) -> str:
    return f"page-{number}"
