"""SVG: one self-contained picture with real text, no scripts and nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from posdoc.charts.graph import BoxStyle, LegendStyle, LinkStyle
from posdoc.drawing import theme
from posdoc.drawing._strokes import Stroke, arrow, link_strokes, shortened, strokes
from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Text

EXTENSION = "svg"
MEDIA_TYPE = "image/svg+xml"


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as an SVG file (UTF-8). ``dpi`` has no meaning here."""
    return svg_text(placed).encode()


def svg_text(placed: Placed) -> str:
    """The chart as one SVG document; every element of the chart has an id of its own (n1, f1, c1, d1 …)."""
    return "\n".join([*_head(placed), *_body(placed), "</svg>", ""])


def _head(placed: Placed) -> Iterator[str]:
    width, height = _number(placed.width), _number(placed.height)
    families = ", ".join(f"'{font}'" if " " in font or not font.isascii() else font for font in theme.FONTS)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" xml:lang="{_quoted(placed.language)}" '
        f'font-family="{families}, sans-serif">'
    )
    yield f'<title id="title">{escape(placed.name, quote=False)}</title>'
    yield f'<desc id="desc">{escape(_description(placed), quote=False)}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="{theme.BACKGROUND}"/>'


def _description(placed: Placed) -> str:
    """What the picture shows, for those who cannot see it: each box with its superior."""
    names = {box.id: " ".join(text.text for text in box.texts) for box in placed.boxes}
    above = {connector.target: connector.source for connector in placed.connectors}
    return "; ".join(f"{name} ← {names[above[box]]}" if box in above else name for box, name in names.items())


def _body(placed: Placed) -> Iterator[str]:
    yield from _texts(placed.title, theme.TEXTS["heading"])
    for number, frame in enumerate(placed.frames, 1):
        yield from _frame(number, frame)
    yield f'<g fill="none" stroke="{theme.RULE}" stroke-width="{_number(theme.CONNECTOR_WIDTH)}">'
    for number, stroke in enumerate(strokes(placed.connectors), 1):
        yield f'<polyline id="c{number}" {_points(stroke)}/>'
    yield "</g>"
    for number, (link, pieces) in enumerate(zip(placed.links, link_strokes(placed.links), strict=True), 1):
        yield from _link(number, link.style, pieces)
    for number, box in enumerate(placed.boxes, 1):
        yield from _box(number, box)
    for link in placed.links:
        yield from _label(link)
    for entry in placed.legend:
        yield from _legend(entry)
    yield from _texts(placed.note, theme.TEXTS["note"])


def _frame(number: int, frame: Frame) -> Iterator[str]:
    yield f'<g id="f{number}">'
    yield _rect(frame.rect, theme.frame_fill(frame.depth), theme.FRAME_RULE, theme.FRAME_WIDTH)
    yield from _texts(frame.texts, theme.TEXTS["frame"])
    yield "</g>"


def _box(number: int, box: PlacedBox) -> Iterator[str]:
    yield f'<g id="n{number}">'
    if box.tooltip:
        yield f"<title>{escape(box.tooltip, quote=False)}</title>"
    yield _styled_rect(box.rect, box.style, _corners(box))
    for text in box.texts:
        yield _text(text, theme.box_ink(box.style, text.role))
    yield "</g>"


def _label(link: PlacedLink) -> Iterator[str]:
    yield from _texts(link.label, theme.LINKS[link.style].ink)


def _link(number: int, style: LinkStyle, pieces: Sequence[Stroke]) -> Iterator[str]:
    length = theme.ARROW_LENGTH
    line = " ".join(_path(shortened(piece, length)) for piece in pieces)
    yield f'<path id="d{number}" d="{line}" {_line_look(style)}/>'
    for points, at_start, at_end in pieces:
        ends = [points[:2]] if at_start else []
        ends += [points[:-3:-1]] if at_end else []
        for tip, before in ends:
            corners = _points(arrow(tip, before, length, theme.ARROW_WIDTH))
            yield f'<polygon {corners} fill="{theme.LINKS[style].rule}"/>'


def _corners(box: PlacedBox) -> str:
    if box.shape == "rect":
        return ""
    return f' rx="{_number(theme.corner_radius(box.rect.width, box.rect.height))}"'


def _legend(entry: PlacedLegend) -> Iterator[str]:
    yield _sample(entry.style, entry.rect)
    yield from _texts(entry.texts, theme.TEXTS["legend"])


def _sample(style: LegendStyle, rect: Rect) -> str:
    if style == "unit":
        return _rect(rect, theme.frame_fill(0), theme.FRAME_RULE, theme.FRAME_WIDTH)
    if style in ("solid", "dotted"):
        line = _points((rect.middle("left"), rect.middle("right")))
        look = (
            _line_look("dotted")
            if style == "dotted"
            else f'stroke="{theme.RULE}" stroke-width="{theme.CONNECTOR_WIDTH:g}"'
        )
        return f"<polyline {line} {look}/>"
    return _styled_rect(rect, style)  # type: ignore[arg-type]


def _styled_rect(rect: Rect, style: BoxStyle, extra: str = "") -> str:
    look = theme.BOXES[style]
    dashes = _dashes(theme.DASHED) if look.dashed else ""
    return _rect(rect, look.fill, look.rule, look.width, dashes + extra)


def _rect(rect: Rect, fill: str, rule: str, width: float, extra: str = "") -> str:
    place = f'x="{_number(rect.x)}" y="{_number(rect.y)}"'
    size = f'width="{_number(rect.width)}" height="{_number(rect.height)}"'
    stroke = f'stroke="{rule}" stroke-width="{_number(width)}"'
    return f'<rect {place} {size} fill="{fill}" {stroke}{extra}/>'


def _line_look(style: LinkStyle) -> str:
    look = theme.LINKS[style]
    dashes = _dashes(look.dash) if look.dash else ""
    return f'fill="none" stroke="{look.rule}" stroke-width="{_number(look.width)}"{dashes}'


def _dashes(pattern: tuple[int, ...]) -> str:
    return f' stroke-dasharray="{pattern[0]} {pattern[1]}"'


def _points(points: Iterable[Point]) -> str:
    listed = " ".join(f"{_number(point.x)},{_number(point.y)}" for point in points)
    return f'points="{listed}"'


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{_number(point.x)} {_number(point.y)}" for point in points)


def _texts(texts: Sequence[Text], ink: str) -> Iterator[str]:
    return (_text(text, ink) for text in texts)


def _text(text: Text, ink: str) -> str:
    place = f'x="{_number(text.x)}" y="{_number(text.y)}"'
    anchor = ' text-anchor="middle"' if text.anchor == "middle" else ""
    weight = ' font-weight="bold"' if text.bold else ""
    look = f'font-size="{_number(text.size)}"{weight}{anchor} fill="{ink}"'
    return f"<text {place} {look}>{escape(text.text, quote=False)}</text>"


def _quoted(text: str) -> str:
    return escape(text, quote=True)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
