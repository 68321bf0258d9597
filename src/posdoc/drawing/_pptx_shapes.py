"""The shapes of one slide: frames, lines, boxes and texts, from the back to the front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from posdoc.charts.graph import HEADS, LinkStyle, State
from posdoc.drawing._markup import quoted
from posdoc.drawing._pptx_looks import Stroke, dash_of, filled, paragraph
from posdoc.drawing._pptx_ways import End, Joint, Piece, joints, link_pieces, tree_pieces
from posdoc.drawing.theme import DASHED, BoxLook, Theme, theme_of
from posdoc.layout.elbows import SITES, elbow, emu, unbent
from posdoc.layout.metrics import BOX_PAD_X, TYPE_SIZES
from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLegend, PlacedLink, Point, Rect, Side, Text
from posdoc.layout.rooms import text_room
from posdoc.layout.sites import extra_sites, outline, site_number

_LONGEST_NAME = 80
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says to a screen reader that there is nothing to read."""


class Jump(NamedTuple):
    """A way from a box to another slide: the relationship that leads there, and what that slide is called."""

    relationship: str
    title: str


class _Body(NamedTuple):
    """How text stands in a shape: whether it is broken, how far from left, top and right it stays, and at which height."""

    wrap: str = "none"
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    anchor: str = "ctr"


class SlideShapes:
    """The shapes of a placed chart whose top left corner lies at ``origin`` on its slide, ``scale`` times as large."""

    def __init__(
        self, placed: Placed, scale: float, origin: Point, jumps: Mapping[str, Jump] | None = None, first_id: int = 3
    ) -> None:
        self.placed = placed
        self.theme: Theme = theme_of(placed.theme)
        self.scale = scale
        self.origin = origin
        self.jumps = jumps or {}
        self.ids = {box.id: number for number, box in enumerate(placed.boxes, first_id)}
        self.names = {box.id: " ".join(text.text for text in box.texts) for box in placed.boxes}
        self.above = {line.target: line.source for line in placed.connectors}
        self.numbers = count(first_id + len(placed.boxes))
        self.sites = extra_sites(placed)
        self.joints: dict[Joint, int] = {}
        self.halves: dict[Joint, float] = {}

    def xml(self) -> str:
        """All shapes but the title; what comes later lies on top."""
        placed, theme = self.placed, self.theme
        found = [self._frame(frame) for frame in placed.frames]
        found += self._lines()
        found += [self._box(box) for box in placed.boxes]
        found += [self._label(link) for link in placed.links if link.label]
        found += [self._legend(placed.legend)] if placed.legend else []
        found += [self._texts(placed.note, None, theme.texts["note"])] if placed.note else []
        return "".join(found)

    def _frame(self, frame: Frame) -> str:
        body = _Body()
        if frame.texts:
            first = frame.texts[0]
            top = first.y - TYPE_SIZES[first.role].ascent - frame.rect.y
            body = _Body(left=first.x - frame.rect.x, top=top, anchor="t")
        texts = [(text, self.theme.texts["frame"]) for text in frame.texts]
        look = self._box_look(self.theme.frame(frame.depth, frame.state))
        return self._shape(frame.rect, outline("rect", frame.rect), look, texts, body)

    def _box(self, box: PlacedBox) -> str:
        inset = BOX_PAD_X / 4
        texts = [(text, self.theme.ink(box, text.role)) for text in box.texts]
        shape = outline(box.shape, box.rect, self.sites[box.id])
        look = self._box_look(self.theme.box(box.style, box.colour, box.state))
        body = _Body("square", inset, 0.0, inset)
        return self._shape(box.rect, shape, look, texts, body, self._described(box), self.ids[box.id])

    def _described(self, box: PlacedBox) -> str:
        """What else is known of a box: what it is under, for those who do not see it, and where a click leads."""
        superior = self.above.get(box.id)
        said = [f"{self.names[box.id]} ← {self.names[superior]}" if superior is not None else "", box.tooltip]
        description = "; ".join(part for part in said if part)
        attributes = f" descr={quoted(description)}" if description else ""
        if box.id not in self.jumps:
            return f"{attributes}>"
        link, title = self.jumps[box.id]
        tip = f" tooltip={quoted(title)}" if title else ""
        return f'{attributes}><a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"{tip}/>'

    def _label(self, link: PlacedLink) -> str:
        return self._texts(link.label, link.label_rect, self.theme.link(link.style, link.state).ink)

    def _texts(self, texts: Sequence[Text], room: Rect | None, ink: str) -> str:
        """Lines of text that stand by themselves; they are not broken again where a font is wider."""
        return self._shape(room or text_room(texts), outline("rect", Rect(0, 0, 0, 0)), "", [(t, ink) for t in texts])

    def _legend(self, entries: Sequence[PlacedLegend]) -> str:
        """The samples and their meanings as one group, which can be moved as a whole."""
        number = next(self.numbers)
        rooms = [
            room for entry in entries for room in (entry.rect, text_room(entry.texts) if entry.texts else entry.rect)
        ]
        left, top = min(room.x for room in rooms), min(room.y for room in rooms)
        right, bottom = max(room.right for room in rooms), max(room.bottom for room in rooms)
        place, size = self._place(Rect(left, top, right - left, bottom - top))
        inside = "".join(shape for entry in entries for shape in self._entry(entry))
        return (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="legend"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
            f"<a:xfrm><a:off {place}/><a:ext {size}/><a:chOff {place}/><a:chExt {size}/></a:xfrm></p:grpSpPr>"
            f"{inside}</p:grpSp>"
        )

    def _entry(self, entry: PlacedLegend) -> Iterator[str]:
        if entry.style == "solid" or entry.link_style:
            ends = (entry.rect.middle("left"), entry.rect.middle("right"))
            style, state = entry.link_style, entry.state
            yield self._line(ends, "left", self._link_stroke(style, state) if style else self._solid_stroke(state))
        else:
            look = self._sample_look(entry)
            yield self._shape(entry.rect, outline("rect", entry.rect), look, (), described=f">{_DECORATIVE}")
        if entry.texts:
            yield self._texts(entry.texts, None, self.theme.texts["legend"])

    def _sample_look(self, entry: PlacedLegend) -> str:
        if entry.style == "unit":
            return self._box_look(self.theme.frame(0, entry.state))
        style = "normal" if entry.style == "colour" else entry.style
        return self._box_look(self.theme.box(style, entry.colour, entry.state))  # type: ignore[arg-type]

    def _box_look(self, look: BoxLook) -> str:
        dash = dash_of(DASHED) if look.dashed else ""
        return filled(look.fill) + Stroke(look.rule, look.width, dash).xml(self.scale)

    def _link_stroke(self, style: LinkStyle, state: State | None) -> Stroke:
        look = self.theme.link(style, state)
        return Stroke(look.rule, look.width, dash_of(look.dash), HEADS[style])

    def _solid_stroke(self, state: State | None) -> Stroke:
        look = self.theme.connector(state)
        return Stroke(look.rule, look.width, dash_of(look.dash))

    def _shape(
        self,
        rect: Rect,
        geometry: str,
        look: str,
        texts: Sequence[tuple[Text, str]],
        body: _Body = _Body(),  # noqa: B008
        described: str = ">",
        number: int = 0,
        name: str = "",
    ) -> str:
        """One shape; without a look it is a text box. ``described`` ends the tag of its properties."""
        name = name or " ".join(text.text for text, _ in texts)[:_LONGEST_NAME] or "sample"
        kind = "" if look else ' txBox="1"'
        place, size = self._place(rect)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number or next(self.numbers)}" name={quoted(name)}{described}</p:cNvPr>'
            f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off {place}/><a:ext {size}/></a:xfrm>"
            f"{geometry}{look or '<a:noFill/>'}</p:spPr>{self._text_body(texts, body)}</p:sp>"
        )

    def _text_body(self, texts: Sequence[tuple[Text, str]], body: _Body) -> str:
        lines = [paragraph(text, ink, self.scale, self.placed.language) for text, ink in texts] or ["<a:p/>"]
        left, top, right = (emu(value * self.scale) for value in (body.left, body.top, body.right))
        return (
            f'<p:txBody><a:bodyPr wrap="{body.wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="0" rtlCol="0" '
            f'anchor="{body.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{"".join(lines)}</p:txBody>'
        )

    def _lines(self) -> Iterator[str]:
        """All lines: first the joints of their pieces, to which these are tied."""
        placed = self.placed
        strokes = [self._solid_stroke(line.state) for line in placed.connectors]
        strokes += [self._link_stroke(link.style, link.state) for link in placed.links]
        pieces = tree_pieces(placed.connectors)
        pieces += link_pieces(placed.links, len(placed.connectors), self.sites)
        for joint, piece in joints(pieces).items():
            self.joints[joint] = next(self.numbers)
            yield self._dot(joint, strokes[piece.line])
        for piece in pieces:
            yield self._piece(piece, strokes[piece.line])

    def _dot(self, joint: Joint, stroke: Stroke) -> str:
        """A joint, as large as its first line is thick. LibreOffice mistakes the sides of a much smaller one."""
        half = self.halves[joint] = stroke.thickness(self.scale) / 2 / self.scale
        rect = Rect(joint.point.x - half, joint.point.y - half, 2 * half, 2 * half)
        look = filled(stroke.colour) + Stroke().xml(self.scale)
        number = self.joints[joint]
        return self._shape(
            rect, outline("rect", rect), look, (), described=f">{_DECORATIVE}", number=number, name="joint"
        )

    def _piece(self, piece: Piece, stroke: Stroke) -> str:
        """A connector that stays tied to what it leads from and to when that is moved."""
        points = list(piece.points)
        points[0], points[-1] = self._met(piece.start), self._met(piece.end)
        heads = (
            stroke.heads[0] and isinstance(piece.start.shape, str),
            stroke.heads[1] and isinstance(piece.end.shape, str),
        )
        ends = "".join(
            f'<a:{name} id="{self._number(end)}" idx="{self._site(end)}"/>'
            for name, end in (("stCxn", piece.start), ("endCxn", piece.end))
        )
        return self._line(points, piece.start.site.side, stroke._replace(heads=heads), ends, self._way(piece))

    def _met(self, end: End) -> Point:
        """The place at which a piece meets what it is tied to: a joint at its edge, half its size from its middle."""
        x, y = end.site.point
        if isinstance(end.shape, str):
            return end.site.point
        half = self.halves[end.shape]
        across = {"left": -half, "right": half}.get(end.site.side, 0.0)
        return Point(x + across, y + {"top": -half, "bottom": half}.get(end.site.side, 0.0))

    def _number(self, end: End) -> int:
        return self.ids[end.shape] if isinstance(end.shape, str) else self.joints[end.shape]

    def _site(self, end: End) -> int:
        if isinstance(end.shape, str):
            return site_number(self.sites, end.shape, end.site)
        return SITES[end.site.side]

    def _way(self, piece: Piece) -> str:
        """What the first piece of a link says to those who do not see it; solid lines are told by the boxes."""
        place = piece.line - len(self.placed.connectors)
        if place < 0 or isinstance(piece.start.shape, Joint):
            return ""
        link = self.placed.links[place]
        label = " ".join(text.text for text in link.label)
        return f"{self.names[link.source]} → {self.names[link.target]}{f' ({label})' if label else ''}"

    def _line(self, points: Sequence[Point], side: Side, stroke: Stroke, ends: str = "", description: str = "") -> str:
        number = next(self.numbers)
        shape = (elbow(points, side) if len(points) > 2 or not ends else None) or unbent(points[0], points[-1], side)
        place, size = self._place(shape.rect)
        described = f" descr={quoted(description)}/>" if description else f">{_DECORATIVE}</p:cNvPr>"
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="line {number}"{described}'
            f"<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f"<a:xfrm{shape.attributes()}><a:off {place}/><a:ext {size}/></a:xfrm>{shape.geometry()}"
            f"{stroke.xml(self.scale)}</p:spPr></p:cxnSp>"
        )

    def _place(self, rect: Rect) -> tuple[str, str]:
        left, top = self.origin.x + rect.x * self.scale, self.origin.y + rect.y * self.scale
        place = f'x="{emu(left)}" y="{emu(top)}"'
        return place, f'cx="{emu(rect.width * self.scale)}" cy="{emu(rect.height * self.scale)}"'
