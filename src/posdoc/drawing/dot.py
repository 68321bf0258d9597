"""DOT, the language of Graphviz, with every position pinned: ``dot -Tpdf chart.dot`` gives the same picture.

Ids are generated and every text is escaped twice over (for HTML-like labels and for Graphviz), so no text of a
definition can become an attribute, a file name or markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape as escape_markup
from math import ceil, floor

from graphviz import Digraph, escape

from posdoc.drawing._strokes import Stroke, link_strokes, sample_stroke, shortened, strokes
from posdoc.drawing.theme import ARROW_LENGTH, BoxLook, LinkLook, Theme, theme_of
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLegend, Point, Rect, Text

EXTENSION = "gv"
MEDIA_TYPE = "text/vnd.graphviz"

# The length of an arrow head of size 1, in points.
_ARROW = 10
# Graphviz sets a line of one plain text by the height of its font, which differs from machine to machine, and any
# other line by its type size. A second, tiny piece makes a line one of those others. Below 2 points Graphviz's bitmaps
# and PDF have no letters, and complain of it.
_NOT_PLAIN = '<FONT POINT-SIZE="2"> </FONT>'
_SLACK = 1.06
"""How much more than its width a line by itself gets: at small sizes Graphviz takes whole pixels for letters, and where a
line has less than it takes it to need, it warns.
"""


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as DOT source (UTF-8). ``dpi`` has no meaning here."""
    return dot_source(placed).encode()


def dot_source(placed: Placed) -> str:
    """The chart as DOT source."""
    return _Source(placed).write()


class _Source:
    """One DOT graph while it is written; y counts upwards in DOT."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.theme = theme_of(placed.theme)
        self.height = placed.height
        self.graph = Digraph("chart", comment=None)
        self.names = {box.id: f"n{number}" for number, box in enumerate(placed.boxes, 1)}

    def write(self) -> str:
        self._defaults()
        self._page()
        self._frames_and_boxes()
        for connector, stroke in zip(self.placed.connectors, strokes(self.placed.connectors), strict=True):
            look = _line_look(self.theme.connector(connector.state)) if connector.state else {}
            self.graph.edge(self.names[connector.source], self.names[connector.target], pos=self._way(stroke), **look)
        self._links()
        for number, entry in enumerate(self.placed.legend, 1):
            self._legend(number, entry)
        self._text_node("note", self.placed.note, self.theme.texts["note"])
        return str(self.graph.source)

    def _defaults(self) -> None:
        placed = self.placed
        fonts = ",".join(self.theme.fonts)
        self.graph.attr(
            "graph",
            layout="nop2",
            bb=f"0,0,{_number(placed.width)},{_number(placed.height)}",
            pad="0",
            margin="0",
            bgcolor=self.theme.background,
            outputorder="edgesfirst",
            fontname=fonts,
            tooltip=escape(placed.name),
        )
        self.graph.attr(
            "node", shape="box", style="filled", fixedsize="true", margin="0", label="", fontname=fonts, tooltip=" "
        )
        self.graph.attr(
            "edge",
            dir="none",
            color=self.theme.connector_rule,
            penwidth=_number(self.theme.connector_width),
            fontname=fonts,
            tooltip=" ",
        )

    def _page(self) -> None:
        """An invisible box as large as the page, so that every tool keeps the margins."""
        self.graph.node("page", style="invis", **self._place(Rect(0.0, 0.0, self.placed.width, self.height)))
        self._text_node("title", self.placed.title, self.theme.texts["heading"])

    def _frames_and_boxes(self) -> None:
        frames = self.placed.frames
        clusters = [self._cluster(number, frame) for number, frame in enumerate(frames, 1)]
        for box in self.placed.boxes:
            self._box(self.graph if box.frame is None else clusters[box.frame], box)
        inside: dict[int | None, list[int]] = {}
        for index, frame in enumerate(frames):
            inside.setdefault(frame.parent, []).append(index)
        for index in reversed(range(len(frames))):
            for child in inside.get(index, ()):
                clusters[index].subgraph(clusters[child])
        for child in inside.get(None, ()):
            self.graph.subgraph(clusters[child])

    def _cluster(self, number: int, frame: Frame) -> Digraph:
        cluster = Digraph(f"cluster_{number}")
        rect = frame.rect
        low, high = self.height - rect.bottom, self.height - rect.y
        cluster.attr(
            "graph",
            bb=",".join(_number(value) for value in (rect.x, low, rect.right, high)),
            **{"style": "filled", **_look(self.theme.frame(frame.depth, frame.state))},
            tooltip=escape(" ".join(text.text for text in frame.texts)),
        )
        if frame.texts:
            room = _text_room(frame.texts, self.placed.width)
            label = _label(frame.texts, room, [self.theme.texts["frame"]] * len(frame.texts))
            cluster.attr("graph", label=label, lp=self._point(_centre(room)))
        return cluster

    def _box(self, graph: Digraph, box: PlacedBox) -> None:
        inks = [self.theme.ink(box, text.role) for text in box.texts]
        attributes = {
            **self._place(box.rect),
            **_look(self.theme.box(box.style, box.colour, box.state)),
            "label": _label(box.texts, box.rect, inks),
        }
        if box.shape == "rounded":
            attributes["style"] = f"{attributes.get('style', 'filled')},rounded"
        if box.tooltip:
            attributes["tooltip"] = escape(box.tooltip)
        graph.node(self.names[box.id], **attributes)

    def _links(self) -> None:
        for number, (link, pieces) in enumerate(
            zip(self.placed.links, link_strokes(self.placed.links), strict=True), 1
        ):
            ends = self.names[link.source], self.names[link.target]
            way = ";".join(self._headed(piece) for piece in pieces)
            look = self.theme.link(link.style, link.state)
            drawn = {**_line_look(look), "constraint": "false"}
            self.graph.edge(*ends, pos=way, **_heads(pieces), **drawn)
            self._text_node(f"d{number}", link.label, look.ink)

    def _headed(self, piece: Stroke) -> str:
        """A stroke with the points of its arrow heads before it, as ``pos`` of an edge has them."""
        tips = [f"s,{self._point(piece.points[0])}"] if piece.at_start else []
        tips += [f"e,{self._point(piece.points[-1])}"] if piece.at_end else []
        return " ".join([*tips, self._way(shortened(piece, ARROW_LENGTH))])

    def _legend(self, number: int, entry: PlacedLegend) -> None:
        name, rect = f"l{number}", entry.rect
        if entry.style == "solid" or entry.link_style:
            stroke = sample_stroke(entry)
            for suffix, end in zip("ab", stroke.points, strict=True):
                self.graph.node(name + suffix, style="invis", **self._place(Rect(end.x, end.y, 0.0, 0.0)))
            look = self._sample_look(entry)
            self.graph.edge(f"{name}a", f"{name}b", pos=self._headed(stroke), **_heads([stroke]), **look)
        else:
            self.graph.node(name, **self._place(rect), **_look(_sample_box(self.theme, entry)))
        self._text_node(f"t{number}", entry.texts, self.theme.texts["legend"])

    def _sample_look(self, entry: PlacedLegend) -> dict[str, str]:
        if entry.link_style:
            look = self.theme.link(entry.link_style, entry.state)
            return {**_line_look(look), "constraint": "false"}
        return _line_look(self.theme.connector(entry.state)) if entry.state else {}

    def _text_node(self, name: str, texts: Sequence[Text], ink: str) -> None:
        if texts:
            room = _text_room(texts, self.placed.width)
            label = _label(texts, room, [ink] * len(texts))
            self.graph.node(name, shape="none", style="", label=label, **self._place(room))

    def _place(self, rect: Rect) -> dict[str, str]:
        size = {"width": f"{rect.width / 72:.6f}", "height": f"{rect.height / 72:.6f}"}
        return {"pos": self._point(_centre(rect)) + "!", **size}

    def _point(self, point: Point) -> str:
        return f"{_number(point.x)},{_number(self.height - point.y)}"

    def _way(self, points: Sequence[Point]) -> str:
        """Straight pieces as Bézier curves: the form that ``pos`` of an edge has."""
        listed = [self._point(points[0])]
        for start, end in zip(points, points[1:], strict=False):
            listed += [self._point(start), self._point(end), self._point(end)]
        return " ".join(listed)


def _sample_box(theme: Theme, entry: PlacedLegend) -> BoxLook:
    if entry.style == "unit":
        return theme.frame(0, entry.state)
    return theme.box("normal" if entry.style == "colour" else entry.style, entry.colour, entry.state)  # type: ignore[arg-type]


def _look(look: BoxLook) -> dict[str, str]:
    drawn = {"fillcolor": look.fill, "color": look.rule, "penwidth": _number(look.width)}
    return {**drawn, "style": "filled,dashed"} if look.dashed else drawn


def _line_look(look: LinkLook) -> dict[str, str]:
    drawn = {"color": look.rule, "penwidth": _number(look.width)}
    if not look.dash:
        return drawn
    on, off = look.dash
    return {"style": "dotted" if on < off else "dashed", **drawn}


def _heads(pieces: Sequence[Stroke]) -> dict[str, str]:
    """Which ends of an edge have arrow heads."""
    at_start, at_end = any(piece.at_start for piece in pieces), any(piece.at_end for piece in pieces)
    if not at_start and not at_end:
        return {}
    direction = "both" if at_start and at_end else "back" if at_start else "forward"
    return {"dir": direction, "arrowsize": _number(ARROW_LENGTH / _ARROW)}


def _label(texts: Sequence[Text], room: Rect, inks: Sequence[str]) -> str:
    """An HTML-like label whose rows put each baseline where the layout has it, whatever the font's own height."""
    tops = [text.y - _ascent(text) for text in texts]
    last = tops[-1] + TYPE_SIZES[texts[-1].role].leading if tops else 0.0
    rows = _spacer(tops[0] - room.y, room) if tops else []
    for index, (text, ink) in enumerate(zip(texts, inks, strict=True)):
        end = tops[index + 1] if index + 1 < len(tops) else last
        rows.append(_row(text, ink, room.width, round(end - room.y) - round(tops[index] - room.y)))
    if tops:
        rows += _spacer(room.height - round(last - room.y), room)
    table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
    return f"<{table}{''.join(rows)}</TABLE>>" if rows else ""


def _ascent(text: Text) -> float:
    """How far below the top of its row Graphviz sets the baseline of a line that holds more than plain text."""
    return 0.95 * text.size - 1.0


def _row(text: Text, ink: str, width: float, height: float) -> str:
    markup = escape(escape_markup(text.text))
    markup = f"<B>{markup}</B>" if text.bold else markup
    font = f'<FONT COLOR="{ink}" POINT-SIZE="{_number(text.size)}">{markup}</FONT>'
    if not text.bold:
        font += _NOT_PLAIN
    align = ' ALIGN="LEFT"' if text.anchor == "start" else ""
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{round(width)}" HEIGHT="{round(height)}" VALIGN="TOP"{align}>{font}</TD>'
    return f"<TR>{cell}</TR>"


def _spacer(height: float, room: Rect) -> list[str]:
    if round(height) < 1:
        return []
    size = f'WIDTH="{round(room.width)}" HEIGHT="{round(height)}"'
    return [f'<TR><TD FIXEDSIZE="TRUE" {size}></TD></TR>']


def _text_room(texts: Sequence[Text], page: float) -> Rect:
    """The room of lines that stand by themselves, on a page of that width, which their slack does not widen."""
    first, last = texts[0], texts[-1]
    top = first.y - _ascent(first)
    bottom = last.y - _ascent(last) + TYPE_SIZES[last.role].leading
    needed = max(text.width for text in texts)
    there = page - first.x if first.anchor == "start" else 2 * min(first.x, page - first.x)
    width = float(max(round(needed), min(ceil(_SLACK * needed) + 1, floor(there))))
    left = first.x if first.anchor == "start" else first.x - width / 2
    return Rect(left, top, width, float(round(bottom - top)))


def _centre(rect: Rect) -> Point:
    return Point(rect.x + rect.width / 2, rect.y + rect.height / 2)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
