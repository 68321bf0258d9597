"""SVG: one self-contained picture with real text, no scripts and nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from posdoc.charts.graph import BoxStyle, LinkStyle, State
from posdoc.collector import collector_off
from posdoc.drawing._strokes import Stroke, arrow, link_strokes, sample_stroke, shortened, strokes
from posdoc.drawing.theme import ARROW_LENGTH, ARROW_WIDTH, DASHED, BoxLook, LinkLook, corner_radius, theme_of
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
    """One chart while it is written, element by element.

    A chart may have thousands of boxes, and few looks and numbers: those are worked out once for each picture.
    """

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.theme = theme_of(placed.theme)
        self._numbers = _Numbers()
        self._box_looks: dict[tuple[BoxStyle, int | None, State | None], str] = {}
        self._text_looks: dict[tuple[object, ...], str] = {}

    def head(self) -> Iterator[str]:
        """The beginning of the file, with what a screen reader says of the picture."""
        placed = self.placed
        width, height = self._numbers[placed.width], self._numbers[placed.height]
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
        yield from self._texts(placed.title, theme.texts["heading"])
        for number, frame in enumerate(placed.frames, 1):
            yield from self._frame(number, frame)
        yield f'<g fill="none" stroke="{theme.connector_rule}" stroke-width="{self._numbers[theme.connector_width]}">'
        for number, (connector, stroke) in enumerate(
            zip(placed.connectors, strokes(placed.connectors), strict=True), 1
        ):
            look = f" {self._line_look(theme.connector(connector.state))}" if connector.state else ""
            yield f'<polyline id="c{number}" {self._points(stroke)}{look}/>'
        yield "</g>"
        for number, (link, pieces) in enumerate(zip(placed.links, link_strokes(placed.links), strict=True), 1):
            yield from self._link(number, link, pieces)
        for number, box in enumerate(placed.boxes, 1):
            yield self._box(number, box)
        for link in placed.links:
            yield from self._label(link)
        for entry in placed.legend:
            yield from self._legend(entry)
        yield from self._texts(placed.note, theme.texts["note"])

    def _frame(self, number: int, frame: Frame) -> Iterator[str]:
        yield f'<g id="f{number}">'
        yield self._rect(frame.rect, self._look(self.theme.frame(frame.depth, frame.state)))
        yield from self._texts(frame.texts, self.theme.texts["frame"])
        yield "</g>"

    def _box(self, number: int, box: PlacedBox) -> str:
        lines = [f'<g id="n{number}">']
        if box.tooltip:
            lines.append(f"<title>{escape(box.tooltip, quote=False)}</title>")
        corners = "" if box.shape == "rect" else self._corners(box.rect)
        lines.append(self._rect(box.rect, self._box_look(box.style, box.colour, box.state), corners))
        lines += self._box_texts(box)
        lines.append("</g>")
        return "\n".join(lines)

    def _box_texts(self, box: PlacedBox) -> Iterator[str]:
        numbers = self._numbers
        for text in box.texts:
            line, role, size, bold, x, y, anchor, _ = text
            kind = (box.style, box.colour, box.state, role, size, bold, anchor)
            look = self._text_looks.get(kind)
            if look is None:
                look = self._text_looks[kind] = self._text_look(text, self.theme.ink(box, role))
            yield _text(line, numbers[x], numbers[y], look)

    def _label(self, link: PlacedLink) -> Iterator[str]:
        yield from self._texts(link.label, self.theme.link(link.style, link.state).ink)

    def _link(self, number: int, link: PlacedLink, pieces: Sequence[Stroke]) -> Iterator[str]:
        line = " ".join(self._path(shortened(piece, ARROW_LENGTH)) for piece in pieces)
        look = self.theme.link(link.style, link.state)
        yield f'<path id="d{number}" d="{line}" {self._line_look(look)}/>'
        yield from self._heads(look, pieces)

    def _heads(self, look: LinkLook, pieces: Sequence[Stroke]) -> Iterator[str]:
        for points, at_start, at_end in pieces:
            ends = [points[:2]] if at_start else []
            ends += [points[:-3:-1]] if at_end else []
            for tip, before in ends:
                corners = self._points(arrow(tip, before, ARROW_LENGTH, ARROW_WIDTH))
                yield f'<polygon {corners} fill="{look.rule}"/>'

    def _legend(self, entry: PlacedLegend) -> Iterator[str]:
        if entry.style == "solid" or entry.link_style:
            yield from self._sample_line(sample_stroke(entry), entry.link_style, entry.state)
        else:
            yield self._sample(entry)
        yield from self._texts(entry.texts, self.theme.texts["legend"])

    def _sample_line(self, stroke: Stroke, style: LinkStyle | None, state: State | None) -> Iterator[str]:
        solid = f'stroke="{self.theme.connector_rule}" stroke-width="{self.theme.connector_width:g}"'
        theme = self.theme
        look = theme.link(style, state) if style else theme.connector(state)
        drawn = self._line_look(look) if style or state else solid
        yield f"<polyline {self._points(shortened(stroke, ARROW_LENGTH))} {drawn}/>"
        if style:
            yield from self._heads(look, [stroke])

    def _sample(self, entry: PlacedLegend) -> str:
        if entry.style == "unit":
            return self._rect(entry.rect, self._look(self.theme.frame(0, entry.state)))
        style: BoxStyle = "normal" if entry.style == "colour" else entry.style  # type: ignore[assignment]
        return self._rect(entry.rect, self._box_look(style, entry.colour, entry.state))

    def _rect(self, rect: Rect, look: str, corners: str = "") -> str:
        numbers = self._numbers
        x, y, width, height = rect
        size = f'width="{numbers[width]}" height="{numbers[height]}"'
        return f'<rect x="{numbers[x]}" y="{numbers[y]}" {size} {look}{corners}/>'

    def _look(self, look: BoxLook) -> str:
        drawn = f'fill="{look.fill}" stroke="{look.rule}" stroke-width="{self._numbers[look.width]}"'
        return drawn + _dashes(DASHED) if look.dashed else drawn

    def _box_look(self, style: BoxStyle, colour: int | None, state: State | None) -> str:
        known = self._box_looks.get((style, colour, state))
        if known is None:
            known = self._box_looks[style, colour, state] = self._look(self.theme.box(style, colour, state))
        return known

    def _corners(self, rect: Rect) -> str:
        return f' rx="{self._numbers[corner_radius(rect.width, rect.height)]}"'

    def _line_look(self, look: LinkLook) -> str:
        dashes = _dashes(look.dash) if look.dash else ""
        return f'fill="none" stroke="{look.rule}" stroke-width="{self._numbers[look.width]}"{dashes}'

    def _points(self, points: Iterable[Point]) -> str:
        numbers = self._numbers
        listed = " ".join([f"{numbers[x]},{numbers[y]}" for x, y in points])
        return f'points="{listed}"'

    def _path(self, points: Iterable[Point]) -> str:
        numbers = self._numbers
        return "M" + "L".join([f"{numbers[x]} {numbers[y]}" for x, y in points])

    def _texts(self, texts: Iterable[Text], ink: str) -> Iterator[str]:
        numbers = self._numbers
        return (_text(text.text, numbers[text.x], numbers[text.y], self._text_look(text, ink)) for text in texts)

    def _text_look(self, text: Text, ink: str) -> str:
        middle = ' text-anchor="middle"' if text.anchor == "middle" else ""
        weight = ' font-weight="bold"' if text.bold else ""
        return f'font-size="{self._numbers[text.size]}"{weight}{middle} fill="{ink}"'


class _Numbers(dict[float, str]):
    """Numbers as SVG has them, each written once."""

    def __missing__(self, value: float) -> str:
        self[value] = written = _number(value)
        return written


def _description(placed: Placed) -> str:
    """What the picture shows, for those who cannot see it: each box with its superior."""
    names = {box.id: " ".join([text.text for text in box.texts]) for box in placed.boxes}
    above = {connector.target: connector.source for connector in placed.connectors}
    return "; ".join([f"{name} ← {names[above[box]]}" if box in above else name for box, name in names.items()])


def _text(text: str, x: str, y: str, look: str) -> str:
    return f'<text x="{x}" y="{y}" {look}>{escape(text, quote=False)}</text>'


def _dashes(pattern: tuple[int, ...]) -> str:
    return f' stroke-dasharray="{pattern[0]} {pattern[1]}"'


def _quoted(text: str) -> str:
    return escape(text, quote=True)


def _number(value: float) -> str:
    if value == int(value):
        return str(int(value))
    return f"{value:.2f}".rstrip("0").rstrip(".")
