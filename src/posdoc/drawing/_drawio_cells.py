"""The cells of one page in the format of draw.io: shapes, frames that hold them, and lines tied to shapes.

A label is HTML and stands in an attribute, so its text is escaped twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from posdoc.charts.graph import HEADS
from posdoc.drawing._markup import escape, quoted
from posdoc.drawing._strokes import in_turn
from posdoc.drawing.theme import ARROW_LENGTH, DASHED, BoxLook, LinkLook, corner_radius, theme_of
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.placed import Connector, Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Text
from posdoc.layout.rooms import text_room

_LAYER = "1"
_FONT = "fontFamily=Arial,Microsoft YaHei,PingFang SC,Noto Sans CJK SC"
_TEXT = f"text;html=1;{_FONT};strokeColor=none;fillColor=none;verticalAlign=middle;spacing=0;overflow=visible"
_SHAPE = f"html=1;{_FONT};whiteSpace=wrap;verticalAlign=middle;align=center;spacing=2"
_FRAME = (
    f"html=1;{_FONT};whiteSpace=wrap;rounded=0;container=1;collapsible=0;recursiveResize=0;expand=0;"
    "verticalAlign=top;align=left;spacing=0"
)
_NO_HEADS = (False, False)
_EDGE = f"edgeStyle=orthogonalEdgeStyle;html=1;{_FONT};rounded=0;labelBackgroundColor=none"


class Cells:
    """The cells of a placed chart, each length ``unit`` times as large as in points, its top left corner at ``origin``.

    Their ids begin with ``prefix``. ``jumps`` leads from boxes (by id) to the ids of other pages.
    """

    def __init__(
        self, placed: Placed, unit: float, origin: Point, prefix: str = "", jumps: Mapping[str, str] | None = None
    ) -> None:
        self.placed = placed
        self.theme = theme_of(placed.theme)
        self.unit = unit
        self.origin = origin
        self.prefix = prefix
        self.jumps = jumps or {}
        self.boxes = {box.id: box for box in placed.boxes}
        self.names = {box.id: f"{prefix}n{number}" for number, box in enumerate(placed.boxes, 1)}

    def lines(self) -> Iterator[str]:
        """All cells, from the back to the front."""
        placed, theme = self.placed, self.theme
        yield '<mxCell id="0"/>'
        yield f'<mxCell id="{_LAYER}" parent="0"/>'
        for number, frame in enumerate(placed.frames):
            yield self._frame(number, frame)
        for box in placed.boxes:
            yield self._box(box)
        for number in reversed(in_turn(range(len(placed.connectors))[::-1], placed.connectors)):
            connector = placed.connectors[number]
            yield self._edge(f"c{number + 1}", connector, self._line_style(theme.connector(connector.state)))
        for number, link in enumerate(placed.links, 1):
            look = theme.link(link.style, link.state)
            yield self._edge(f"d{number}", link, self._line_style(look, HEADS[link.style]))
        if placed.title:
            yield self._text("title", placed.title, theme.texts["heading"])
        if placed.note:
            yield self._text("note", placed.note, theme.texts["note"])
        yield from self._legend()

    def _frame(self, number: int, frame: Frame) -> str:
        theme = self.theme
        inside = ""
        if frame.texts:
            first = frame.texts[0]
            top = first.y - TYPE_SIZES[first.role].ascent - frame.rect.y
            inside = f";spacingLeft={self._length(first.x - frame.rect.x)};spacingTop={self._length(top)}"
        style = f"{_FRAME}{inside};{self._box_style(theme.frame(frame.depth, frame.state))}"
        label = self._label(frame.texts, [theme.texts["frame"]] * len(frame.texts))
        return self._vertex(f"f{number + 1}", frame.rect, style, label, frame.parent)

    def _box(self, box: PlacedBox) -> str:
        style = f"{_SHAPE};{self._box_style(self.theme.box(box.style, box.colour, box.state))}"
        if box.shape == "rounded":
            corner = self._length(2 * corner_radius(box.rect.width, box.rect.height))
            style += f";rounded=1;absoluteArcSize=1;arcSize={corner}"
        label = self._label(box.texts, [self.theme.ink(box, text.role) for text in box.texts])
        name = self.names[box.id].removeprefix(self.prefix)
        return self._vertex(name, box.rect, style, label, box.frame, box.tooltip, self.jumps.get(box.id, ""))

    def _edge(self, name: str, line: Connector | PlacedLink, style: str) -> str:
        """A line that follows its boxes. It lies in the innermost frame around both and moves with that."""
        source, target = self.boxes[line.source], self.boxes[line.target]
        frame = self._common_frame(source.frame, target.frame)
        ends = f"{_end('exit', source.rect, line.points[0])};{_end('entry', target.rect, line.points[-1])}"
        label, offset = "", ""
        if isinstance(line, PlacedLink) and line.label and line.label_rect:
            label = self._label(line.label, [self.theme.link(line.style, line.state).ink] * len(line.label))
            starts = line.label[0].anchor == "start"
            style += f";verticalAlign=middle;align={'left' if starts else 'center'};spacing=0"
            offset = self._label_offset(line.points, line.label_rect, 0.0 if starts else 0.5)
        corners = "".join(self._corner(point, frame) for point in line.points[1:-1])
        way = f'<Array as="points">{corners}</Array>' if corners else ""
        return (
            f'<mxCell id="{self.prefix}{name}" value={quoted(label)} style="{_EDGE};{style};{ends}" edge="1" '
            f'parent="{self._parent(frame)}" source="{self.names[line.source]}" target="{self.names[line.target]}">'
            f'<mxGeometry relative="1" as="geometry">{way}{offset}</mxGeometry></mxCell>'
        )

    def _corner(self, point: Point, frame: int | None) -> str:
        x, y = self._place(point, frame)
        return f'<mxPoint x="{x}" y="{y}"/>'

    def _label_offset(self, points: Sequence[Point], rect: Rect, share: float) -> str:
        """How far the label, held at a share of its width, lies from the middle of its line, where it would stand."""
        middle = _half_way(points)
        x, y = rect.x + rect.width * share - middle.x, rect.y + rect.height / 2 - middle.y
        return f'<mxPoint x="{self._length(x)}" y="{self._length(y)}" as="offset"/>'

    def _text(self, name: str, texts: Sequence[Text], ink: str, within: Rect | None = None) -> str:
        room = text_room(texts)
        align = "center" if texts[0].anchor == "middle" else "left"
        label = self._label(texts, [ink] * len(texts))
        if within:
            return self._vertex(name, _moved(room, within), f"{_TEXT};align={align}", label, parent="legend")
        return self._vertex(name, room, f"{_TEXT};align={align}", label)

    def _legend(self) -> Iterator[str]:
        """The samples and their meanings, in a group that can be moved as a whole."""
        entries = self.placed.legend
        if not entries:
            return
        rooms = [room for entry in entries for room in (entry.rect, *([text_room(entry.texts)] if entry.texts else []))]
        left, top = min(room.x for room in rooms), min(room.y for room in rooms)
        right, bottom = max(room.right for room in rooms), max(room.bottom for room in rooms)
        around = Rect(left, top, right - left, bottom - top)
        yield self._vertex("legend", around, "group;connectable=0", "")
        for number, entry in enumerate(entries, 1):
            yield self._sample(number, entry, around)
            if entry.texts:
                yield self._text(f"t{number}", entry.texts, self.theme.texts["legend"], around)

    def _sample(self, number: int, entry: PlacedLegend, around: Rect) -> str:
        rect = _moved(entry.rect, around)
        if entry.style == "solid" or entry.link_style:
            theme, style = self.theme, entry.link_style
            line = theme.link(style, entry.state) if style else theme.connector(entry.state)
            return self._loose(f"l{number}", rect, self._line_style(line, HEADS[style] if style else _NO_HEADS))
        return self._vertex(f"l{number}", rect, self._box_style(self._sample_look(entry)), "", parent="legend")

    def _sample_look(self, entry: PlacedLegend) -> BoxLook:
        if entry.style == "unit":
            return self.theme.frame(0, entry.state)
        style = "normal" if entry.style == "colour" else entry.style
        return self.theme.box(style, entry.colour, entry.state)  # type: ignore[arg-type]

    def _loose(self, name: str, rect: Rect, style: str) -> str:
        """A line that is tied to nothing."""
        ends = "".join(
            f'<mxPoint x="{self._length(end.x)}" y="{self._length(end.y)}" as="{role}"/>'
            for role, end in (("sourcePoint", rect.middle("left")), ("targetPoint", rect.middle("right")))
        )
        return (
            f'<mxCell id="{self.prefix}{name}" value="" style="html=1;rounded=0;{style}" edge="1" '
            f'parent="{self.prefix}legend"><mxGeometry relative="1" as="geometry">{ends}</mxGeometry></mxCell>'
        )

    def _vertex(
        self,
        name: str,
        rect: Rect,
        style: str,
        label: str,
        frame: int | None = None,
        tooltip: str = "",
        link: str = "",
        parent: str = "",
    ) -> str:
        """A shape; one with a tooltip or a link stands in an object that has these."""
        above = f"{self.prefix}{parent}" if parent else self._parent(frame)
        x, y = (self._length(rect.x), self._length(rect.y)) if parent else self._place(Point(rect.x, rect.y), frame)
        size = f'width="{self._length(rect.width)}" height="{self._length(rect.height)}"'
        geometry = f'<mxGeometry x="{x}" y="{y}" {size} as="geometry"/>'
        cell = f'style="{style}" vertex="1" parent="{above}">{geometry}</mxCell>'
        identity = f'id="{self.prefix}{name}"'
        if not tooltip and not link:
            return f"<mxCell {identity} value={quoted(label)} {cell}"
        more = f" tooltip={quoted(escape(tooltip))}" if tooltip else ""
        more += f" link={quoted(f'data:page/id,{link}')}" if link else ""
        return f"<UserObject label={quoted(label)}{more} {identity}><mxCell {cell}</UserObject>"

    def _label(self, texts: Sequence[Text], inks: Sequence[str]) -> str:
        """Lines of text as HTML, each as high as the layout has it."""
        return "".join(self._label_line(text, ink) for text, ink in zip(texts, inks, strict=True))

    def _label_line(self, text: Text, ink: str) -> str:
        leading = TYPE_SIZES[text.role].leading * text.size / TYPE_SIZES[text.role].size
        weight = "bold" if text.bold else "normal"
        style = f"font-size:{self._length(text.size)}px;line-height:{self._length(leading)}px;font-weight:{weight}"
        return f'<div style="{style};color:{ink}">{escape(text.text)}</div>'

    def _box_style(self, look: BoxLook) -> str:
        dashes = self._dashes(DASHED) if look.dashed else ""
        return f"fillColor={look.fill};strokeColor={look.rule};strokeWidth={self._length(look.width)}{dashes}"

    def _line_style(self, look: LinkLook, heads: tuple[bool, bool] = _NO_HEADS) -> str:
        size = self._length(ARROW_LENGTH - look.width)
        ends = ";".join(
            f"{end}Arrow=block;{end}Fill=1;{end}Size={size}" if wanted else f"{end}Arrow=none"
            for end, wanted in zip(("start", "end"), heads, strict=True)
        )
        return f"strokeColor={look.rule};strokeWidth={self._length(look.width)}{self._dashes(look.dash)};{ends}"

    def _dashes(self, pattern: tuple[int, ...]) -> str:
        if not pattern:
            return ""
        return f";dashed=1;fixDash=1;dashPattern={' '.join(self._length(length) for length in pattern)}"

    def _common_frame(self, one: int | None, other: int | None) -> int | None:
        """The innermost frame around both of two frames."""
        around = set()
        while one is not None:
            around.add(one)
            one = self.placed.frames[one].parent
        while other is not None and other not in around:
            other = self.placed.frames[other].parent
        return other

    def _parent(self, frame: int | None) -> str:
        return _LAYER if frame is None else f"{self.prefix}f{frame + 1}"

    def _place(self, point: Point, frame: int | None) -> tuple[str, str]:
        """Where a point lies: on the page, or in a frame from its top left corner."""
        if frame is not None:
            rect = self.placed.frames[frame].rect
            return self._length(point.x - rect.x), self._length(point.y - rect.y)
        return _number(self.origin.x + point.x * self.unit), _number(self.origin.y + point.y * self.unit)

    def _length(self, points: float) -> str:
        return _number(points * self.unit)


def _end(name: str, rect: Rect, point: Point) -> str:
    """Where on its box a line begins or ends, as a share of its width and height."""
    across, down = (point.x - rect.x) / rect.width, (point.y - rect.y) / rect.height
    return f"{name}X={_share(across)};{name}Y={_share(down)};{name}Dx=0;{name}Dy=0"


def _half_way(points: Sequence[Point]) -> Point:
    """The middle of a line, measured along it."""
    left = sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points)) / 2
    for a, b in pairwise(points):
        length = abs(a.x - b.x) + abs(a.y - b.y)
        if length and left <= length:
            return Point(a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length)
        left -= length
    return points[0]


def _moved(rect: Rect, around: Rect) -> Rect:
    return rect._replace(x=rect.x - around.x, y=rect.y - around.y)


def _share(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
