"""What stands on a slide, read back with python-pptx. Lengths are points."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pptx
from pptx.presentation import Presentation
from pptx.shapes.connector import Connector
from pptx.shapes.group import GroupShape

from tests.drawing.connectors import Place, drawn_path

EMU = 12_700
SIDES = {0: (0.5, 0.0), 1: (0.0, 0.5), 2: (0.5, 1.0), 3: (1.0, 0.5)}
"""Where the connection sites of a rectangle lie, as shares of its width and height."""


def opened(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


def shapes(slide: Any) -> Iterator[Any]:
    """All shapes of a slide, those in groups too, from the back to the front."""
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop(0)
        if isinstance(shape, GroupShape):
            waiting[:0] = list(shape.shapes)
        else:
            yield shape


def texts(slide: Any) -> list[str]:
    """The text of every paragraph."""
    return [p.text for shape in shapes(slide) if shape.has_text_frame for p in shape.text_frame.paragraphs if p.text]


class Tied(NamedTuple):
    """A connector: its corners on the slide, what it is tied to and where (shape ids, numbers of sites), its heads."""

    path: list[Place]
    source: tuple[int, int]
    target: tuple[int, int]
    heads: tuple[bool, bool]
    dash: str
    preset: str


def connectors(slide: Any) -> list[Tied]:
    """The connectors that are tied at both ends; the samples of the legend are not."""
    lines = (shape._element for shape in shapes(slide) if isinstance(shape, Connector))
    return [_tied(line) for line in lines if line.xpath(".//a:stCxn")]


def _tied(element: Any) -> Tied:
    frame = element.xpath("p:spPr/a:xfrm")[0]
    offset, extent = frame.find("{*}off"), frame.find("{*}ext")
    room = tuple(int(value) / EMU for value in (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy")))
    preset = element.xpath("string(.//a:prstGeom/@prst)")
    adjustments = [int(value.removeprefix("val ")) for value in element.xpath(".//a:gd/@fmla")]
    path = drawn_path(
        preset,
        adjustments,
        room,  # type: ignore[arg-type]
        degrees=int(frame.get("rot", "0")) / 60_000,
        flip_across=frame.get("flipH") == "1",
        flip_down=frame.get("flipV") == "1",
    )
    ends = [(int(end.get("id")), int(end.get("idx"))) for end in element.xpath(".//a:stCxn | .//a:endCxn")]
    heads = (bool(element.xpath(".//a:headEnd")), bool(element.xpath(".//a:tailEnd")))
    return Tied(path, ends[0], ends[1], heads, element.xpath("string(.//a:prstDash/@val)"), preset)


def site(shape: Any, number: int) -> Place:
    """Where a connection site of a shape lies on the slide."""
    across, down = SIDES[number] if number in SIDES else _extra(shape, number - len(SIDES))
    return (shape.left + across * shape.width) / EMU, (shape.top + down * shape.height) / EMU


def _extra(shape: Any, number: int) -> Place:
    guides = {each.get("name"): each.get("fmla").split() for each in shape._element.xpath(".//a:gd")}
    places = shape._element.xpath(".//a:cxnLst/a:cxn/a:pos")
    assert len(places) > len(SIDES) + number
    x, y = guides[f"x{number}"], guides[f"y{number}"]
    return int(x[2]) / int(x[3]), int(y[2]) / int(y[3])


def ways(slide: Any, source: int, target: int) -> list[list[Place]]:
    """Every way from one shape to another along connectors that meet at joints."""
    leaving: dict[int, list[Tied]] = {}
    for piece in connectors(slide):
        leaving.setdefault(piece.source[0], []).append(piece)
    joints = {shape.shape_id for shape in shapes(slide) if shape.name == "joint"}
    found: list[list[Place]] = []
    waiting = [(piece, list(piece.path)) for piece in leaving.get(source, [])]
    while waiting:
        piece, path = waiting.pop()
        if piece.target[0] == target:
            found.append(path)
        elif piece.target[0] in joints:
            waiting += [(more, [*path, *more.path]) for more in leaving.get(piece.target[0], [])]
    return found
