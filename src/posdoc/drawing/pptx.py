"""PowerPoint: slides with real shapes, and connectors that stay tied to them when they are moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from posdoc.drawing._markup import quoted
from posdoc.drawing._pptx_deck import HEIGHT, MARGIN, TITLE, TITLE_SIZE, WIDTH, Deck
from posdoc.drawing._pptx_looks import run
from posdoc.drawing._pptx_shapes import Jump, SlideShapes
from posdoc.drawing.theme import theme_of
from posdoc.layout.elbows import emu
from posdoc.layout.engine import DrawingError
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.paging import chart_name, page_names
from posdoc.layout.placed import Page, Placed, Point, Rect
from posdoc.layout.rooms import drawn_room, text_room
from posdoc.layout.wrap import plain, wrap
from posdoc.model import Paper
from posdoc.phrases import Phrase

EXTENSION = "pptx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PAPER = Paper.SLIDE

LEAST_SCALE, MOST_SCALE = 0.5, 2.0
"""What is smaller cannot be read on a slide; what is larger looks like a mistake."""
MAX_SIDE = 4032.0
"""The largest slide that PowerPoint allows, in points (56 inches)."""
_AIR = 1.0
_BOTTOM = 18.0
_BELOW_TITLE = 10.0
_TITLE_SIZES = ((TITLE_SIZE, 1), (22.0, 1), (19.0, 1), (20.0, 2), (16.0, 2), (14.0, 4), (10.0, 10), (7.0, 20))
"""Type sizes of a title, best first, each with the number of lines that it may take."""
_SMALLEST_TITLE = 5.0
_TITLE_LEADING = 1.25
_TITLE_SLACK = 1.03
_SAFE = 0.96
"""How much of its room a title should take: programs space Chinese and figures differently."""
_TITLE_ROOM = 190.0
"""No title takes more of the height of a slide."""


class _Title(NamedTuple):
    """The title of a slide: its room and its type size, both in points, and whether it stands in the middle."""

    text: str
    rect: Rect
    size: float
    centred: bool = False


class _Setting(NamedTuple):
    """How a chart is set on a slide: where its top left corner lies, and how large it is drawn."""

    title: _Title
    origin: Point
    scale: float


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart on one slide, as large as fits below its title. ``dpi`` has no meaning here.

    A chart that could not be read on a slide of the usual size gets a larger one. Raises DrawingError for one that
    could not be read on the largest.
    """
    grown = _growth(placed)
    setting = _below_title(placed, grown)
    deck = Deck(setting.title.text, placed.language, WIDTH * grown, HEIGHT * grown, theme_of(placed.theme))
    deck.fill(deck.add(), _shapes(placed, setting, {}))
    return deck.save()


def draw_pages(pages: Sequence[Page]) -> bytes:
    """A slide for each of the pages; all are as large as the largest. A click on a box leads where its jump leads."""
    width, height = max((p.width for p in pages), default=WIDTH), max((p.height for p in pages), default=HEIGHT)
    if max(width, height) > MAX_SIDE:
        raise _too_large(width, height)
    language, theme = (pages[0].placed.language, pages[0].placed.theme) if pages else ("", "standard")
    deck = Deck(chart_name(pages), language, width, height, theme_of(theme))
    slides = [deck.add() for _ in pages]
    names = page_names(pages)
    usual = abs(width - WIDTH) < 1 and abs(height - HEIGHT) < 1
    for page, slide in zip(pages, slides, strict=True):
        jumps = {box: Jump(deck.link(slide, slides[to]), names[to]) for box, to in reversed(page.jumps)}
        setting = _below_title(page.placed) if usual else _as_on_page(page, width, height)
        deck.fill(slide, _shapes(page.placed, setting, jumps))
    return deck.save()


def _shapes(placed: Placed, setting: _Setting, jumps: dict[str, Jump]) -> str:
    shapes = SlideShapes(placed, setting.scale, setting.origin, jumps)
    return _title_shape(setting.title, placed.language) + shapes.xml()


def _name(placed: Placed) -> str:
    """What the slide is called: as the chart, or as the box in its middle, where the chart has no title."""
    if placed.name:
        return plain(placed.name)
    middle = next((box for box in placed.boxes if box.style == "focus"), None)
    return _joined([text.text for text in middle.texts if text.role == "title"]) if middle else ""


def _joined(lines: Sequence[str]) -> str:
    """Lines as the one that they were before it was broken: with spaces, but for those between Chinese."""
    whole = ""
    for line in lines:
        whole += (
            " " if whole and line and not any(east_asian_width(char) in "WF" for char in (whole[-1], line[0])) else ""
        )
        whole += line
    return plain(whole)


def _growth(placed: Placed) -> float:
    """How many times larger than usual a slide has to be for the chart to be read: as large as itself, if at all."""
    fits = _fit(drawn_room(placed, _AIR, title=False), _room(_title(_name(placed))))
    if fits >= LEAST_SCALE:
        return 1.0
    grown = min(1 / fits, MAX_SIDE / WIDTH)
    if fits * grown < LEAST_SCALE:
        raise _too_large(WIDTH / fits * LEAST_SCALE, HEIGHT / fits * LEAST_SCALE)
    return grown


def _below_title(placed: Placed, grown: float = 1.0) -> _Setting:
    """The chart in the middle of the room that its title leaves on a slide so many times larger than usual."""
    body = drawn_room(placed, _AIR, title=False)
    title = _title(_name(placed))
    room = _room(title)
    scale = min(_fit(body, room) * grown, MOST_SCALE)
    origin = Point(
        (room.x + room.width / 2) * grown - (body.x + body.width / 2) * scale,
        (room.y + room.height / 2) * grown - (body.y + body.height / 2) * scale,
    )
    larger = Rect(*(side * grown for side in title.rect))
    return _Setting(title._replace(rect=larger, size=title.size * grown), origin, scale)


def _as_on_page(page: Page, width: float, height: float) -> _Setting:
    """The chart and its title as they stand on the page, in the middle of the slide."""
    placed, scale = page.placed, page.scale
    origin = Point((width - placed.width * scale) / 2, (height - placed.height * scale) / 2)
    if not placed.title:
        return _Setting(_Title("", TITLE, TITLE_SIZE), origin, scale)
    room = text_room(placed.title)
    # A title of several lines gets room for the longest of them, so that it is broken as in the layout.
    across = placed.width if len(placed.title) == 1 else min(placed.width, room.width * _TITLE_SLACK)
    height = len(placed.title) * TYPE_SIZES["heading"].leading * scale
    rect = Rect((width - across * scale) / 2, origin.y + room.y * scale, across * scale, height)
    return _Setting(_Title(placed.name, rect, placed.title[0].size * scale, centred=True), origin, scale)


def _fit(body: Rect, room: Rect) -> float:
    return min(room.width / body.width, room.height / body.height)


def _room(title: _Title) -> Rect:
    """What is left for the chart on a slide of the usual size."""
    top = title.rect.bottom + _BELOW_TITLE if title.text else _BOTTOM
    return Rect(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - _BOTTOM - top)


def _too_large(width: float, height: float) -> DrawingError:
    size = f"{width / 72:.0f}×{height / 72:.0f}"
    return DrawingError(
        Phrase(f"幻灯片会有 {size} 英寸，超出了 56 英寸的上限", f"the slide would be {size} inches, over 56"),
        Phrase(
            "请分成多张幻灯片，或改用 HTML 或 SVG 格式，或只画其中一个部门",
            "set it on several slides, choose HTML or SVG, or draw only one of the units",
        ),
    )


def _title(name: str) -> _Title:
    """The title in the best type size in which it takes no more lines than are good for that."""
    for size, most in _TITLE_SIZES:
        lines = len(wrap(name, TITLE.width * _SAFE, size, bold=True))
        if lines <= most:
            return _Title(name, TITLE._replace(height=max(TITLE.height, lines * size * _TITLE_LEADING)), size)
    return _Title(name, TITLE._replace(height=_TITLE_ROOM), _SMALLEST_TITLE)


def _title_shape(title: _Title, language: str) -> str:
    """The title in its placeholder, where outline views and screen readers look for it."""
    if not title.text:
        return ""
    rect, size = title.rect, f' sz="{max(100, round(title.size * 100))}"'
    place = f'x="{emu(rect.x)}" y="{emu(rect.y)}"'
    extent = f'cx="{emu(rect.width)}" cy="{emu(rect.height)}"'
    side = ' algn="ctr"' if title.centred else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name={quoted(title.text[:80])}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off {place}/><a:ext {extent}/></a:xfrm></p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"<a:p><a:pPr{side}/>{run(title.text, language, size)}</a:p></p:txBody></p:sp>"
    )
