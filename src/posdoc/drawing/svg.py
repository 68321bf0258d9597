"""SVG: one self-contained picture with real text, no scripts and nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape

from posdoc.charts.graph import BoxStyle, LegendStyle, LinkStyle
from posdoc.collector import collector_off
from posdoc.drawing._strokes import Stroke, arrow, link_strokes, sample_stroke, shortened, strokes
from posdoc.drawing.theme import ARROW_LENGTH, ARROW_WIDTH, DASHED, corner_radius, theme_of
from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Text

EXTENSION = "svg"
MEDIA_TYPE = "image/svg+xml"


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as an SVG file (UTF-8). ``dpi`` has no meaning here."""
    return svg_text(placed).encode()


def svg_text(placed: Placed) -> str:
    """The chart as one SVG document; every element of the chart has an id of its own (n1, f1, c1, d1 …)."""
    picture = Picture(placed)
    with collector_off():
        return "\n".join([*picture.head(), *picture.body(), "</svg>", ""])


class Picture:
    """One chart while it is written, line by line."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.theme = theme_of(placed.theme)

    def head(self) -> Iterator[str]:
        """The beginning of the file, with what a screen reader says of the picture."""
        placed = self.placed
        width, height = _number(placed.width), _number(placed.height)
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" '
            f'xml:lang="{_quoted(placed.language)}" font-family="{self.families()}">'
        )
        yield f'<title id="title">{escape(placed.name, quote=False)}</title>'
        yield f'<desc id="desc">{escape(_description(placed), quote=False)}</desc>'
        yield f'<rect width="{width}" height="{height}" fill="{self.theme.background}"/>'

    def families(self) -> str:
        """The fonts, as CSS has them."""
        return ", ".join(
            [*(f"'{font}'" if " " in font or not font.isascii() else font for font in self.theme.fonts), "sans-serif"]
        )

    def body(self) -> Iterator[str]:
        """Everything that is drawn."""
        placed, theme = self.placed, self.theme
        yield from _texts(placed.title, theme.texts["heading"])
        for number, frame in enumerate(placed.frames, 1):
            yield from self._frame(number, frame)
        yield f'<g fill="none" stroke="{theme.connector_rule}" stroke-width="{_number(theme.connector_width)}">'
        for number, stroke in enumerate(strokes(placed.connectors), 1):
            yield f'<polyline id="c{number}" {_points(stroke)}/>'
        yield "</g>"
        for number, (link, pieces) in enumerate(zip(placed.links, link_strokes(placed.links), strict=True), 1):
            yield from self._link(number, link.style, pieces)
        for number, box in enumerate(placed.boxes, 1):
            yield from self._box(number, box)
        for link in placed.links:
            yield from self._label(link)
        for entry in placed.legend:
            yield from self._legend(entry)
        yield from _texts(placed.note, theme.texts["note"])

    def _frame(self, number: int, frame: Frame) -> Iterator[str]:
        yield f'<g id="f{number}">'
        yield self._frame_rect(frame.rect, frame.depth)
        yield from _texts(frame.texts, self.theme.texts["frame"])
        yield "</g>"

    def _box(self, number: int, box: PlacedBox) -> Iterator[str]:
        yield f'<g id="n{number}">'
        if box.tooltip:
            yield f"<title>{escape(box.tooltip, quote=False)}</title>"
        yield self._styled_rect(box.rect, box.style, box.colour, _corners(box))
        for text in box.texts:
            yield _text(text, self.theme.ink(box, text.role))
        yield "</g>"

    def _label(self, link: PlacedLink) -> Iterator[str]:
        yield from _texts(link.label, self.theme.links[link.style].ink)

    def _link(self, number: int, style: LinkStyle, pieces: Sequence[Stroke]) -> Iterator[str]:
        line = " ".join(_path(shortened(piece, ARROW_LENGTH)) for piece in pieces)
        yield f'<path id="d{number}" d="{line}" {self._line_look(style)}/>'
        yield from self._heads(style, pieces)

    def _heads(self, style: LinkStyle, pieces: Sequence[Stroke]) -> Iterator[str]:
        for points, at_start, at_end in pieces:
            ends = [points[:2]] if at_start else []
            ends += [points[:-3:-1]] if at_end else []
            for tip, before in ends:
                corners = _points(arrow(tip, before, ARROW_LENGTH, ARROW_WIDTH))
                yield f'<polygon {corners} fill="{self.theme.links[style].rule}"/>'

    def _legend(self, entry: PlacedLegend) -> Iterator[str]:
        if entry.style == "solid" or entry.link_style:
            yield from self._sample_line(sample_stroke(entry), entry.link_style)
        else:
            yield self._sample(entry.style, entry.rect, entry.colour)
        yield from _texts(entry.texts, self.theme.texts["legend"])

    def _sample_line(self, stroke: Stroke, style: LinkStyle | None) -> Iterator[str]:
        solid = f'stroke="{self.theme.connector_rule}" stroke-width="{self.theme.connector_width:g}"'
        look = self._line_look(style) if style else solid
        yield f"<polyline {_points(shortened(stroke, ARROW_LENGTH))} {look}/>"
        if style:
            yield from self._heads(style, [stroke])

    def _sample(self, style: LegendStyle, rect: Rect, colour: int | None) -> str:
        if style == "unit":
            return self._frame_rect(rect, 0)
        if style == "colour":
            return self._styled_rect(rect, "normal", colour)
        return self._styled_rect(rect, style)  # type: ignore[arg-type]

    def _frame_rect(self, rect: Rect, depth: int) -> str:
        return _rect(rect, self.theme.frame_fill(depth), self.theme.frame_rule, self.theme.frame_width)

    def _styled_rect(self, rect: Rect, style: BoxStyle, colour: int | None = None, extra: str = "") -> str:
        look = self.theme.box(style, colour)
        return _rect(rect, look.fill, look.rule, look.width, (_dashes(DASHED) if look.dashed else "") + extra)

    def _line_look(self, style: LinkStyle) -> str:
        look = self.theme.links[style]
        dashes = _dashes(look.dash) if look.dash else ""
        return f'fill="none" stroke="{look.rule}" stroke-width="{_number(look.width)}"{dashes}'


def _description(placed: Placed) -> str:
    """What the picture shows, for those who cannot see it: each box with its superior."""
    names = {box.id: " ".join(text.text for text in box.texts) for box in placed.boxes}
    above = {connector.target: connector.source for connector in placed.connectors}
    return "; ".join(f"{name} ← {names[above[box]]}" if box in above else name for box, name in names.items())


def _corners(box: PlacedBox) -> str:
    if box.shape == "rect":
        return ""
    return f' rx="{_number(corner_radius(box.rect.width, box.rect.height))}"'


def _rect(rect: Rect, fill: str, rule: str, width: float, extra: str = "") -> str:
    place = f'x="{_number(rect.x)}" y="{_number(rect.y)}"'
    size = f'width="{_number(rect.width)}" height="{_number(rect.height)}"'
    stroke = f'stroke="{rule}" stroke-width="{_number(width)}"'
    return f'<rect {place} {size} fill="{fill}" {stroke}{extra}/>'


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
    look = _text_look(text.size, text.bold, text.anchor, ink)
    return f'<text x="{_number(text.x)}" y="{_number(text.y)}" {look}>{escape(text.text, quote=False)}</text>'


@cache
def _text_look(size: float, bold: bool, anchor: str, ink: str) -> str:
    middle = ' text-anchor="middle"' if anchor == "middle" else ""
    weight = ' font-weight="bold"' if bold else ""
    return f'font-size="{_number(size)}"{weight}{middle} fill="{ink}"'


def _quoted(text: str) -> str:
    return escape(text, quote=True)


def _number(value: float) -> str:
    if value == int(value):
        return str(int(value))
    return f"{value:.2f}".rstrip("0").rstrip(".")
