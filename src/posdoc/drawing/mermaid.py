"""Mermaid: a flowchart as text, for Markdown pages and wikis that draw it themselves.

Mermaid lays the chart out anew; what is kept is what the boxes say and how they hang together. Ids are generated, and
every character that Mermaid or HTML could take for its own is written as an entity.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from json import dumps
from unicodedata import category

from posdoc.charts.graph import HEADS, BoxStyle, State
from posdoc.drawing.theme import LinkLook, Theme, theme_of
from posdoc.layout.placed import Placed, PlacedBox, PlacedLink, Text

EXTENSION = "mmd"
MEDIA_TYPE = "text/vnd.mermaid"

_PLAIN = frozenset(" ,.:-+/%()")


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as Mermaid text (UTF-8). ``dpi`` has no meaning here."""
    return "\n".join([*_Source(placed).lines(), ""]).encode()


class _Source:
    """One chart while it is written."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.theme = theme_of(placed.theme)
        self.names = {box.id: f"n{number}" for number, box in enumerate(placed.boxes, 1)}

    def lines(self) -> Iterator[str]:
        """The whole text, line by line."""
        placed = self.placed
        if placed.name:
            yield from ("---", f"title: {dumps(placed.name, ensure_ascii=False)}", "---")
        yield "flowchart TD"
        yield from self._boxes(None, "  ")
        for connector in placed.connectors:
            yield f"  {self.names[connector.source]} --- {self.names[connector.target]}"
        for link in placed.links:
            yield f"  {self._link(link)}"
        yield from self._looks()

    def _boxes(self, frame: int | None, indent: str) -> Iterator[str]:
        """What stands in a frame, or in none: its boxes, and the frames in it; without recursion."""
        pending: list[tuple[str, int | None, str]] = [("open", frame, indent)]
        while pending:
            what, at, space = pending.pop()
            if what == "end":
                yield f"{space}end"
                continue
            inner = space
            if at is not None:
                yield f'{space}subgraph f{at + 1}["{_label(self.placed.frames[at].texts)}"]'
                pending.append(("end", at, space))
                inner = space + "  "
            yield from (self._box(box, inner) for box in self.placed.boxes if box.frame == at)
            inside = [number for number, each in enumerate(self.placed.frames) if each.parent == at]
            pending += [("open", number, inner) for number in reversed(inside)]

    def _box(self, box: PlacedBox, indent: str) -> str:
        left, right = ('(["', '"])') if box.shape == "rounded" else ('["', '"]')
        return f"{indent}{self.names[box.id]}{left}{_label(box.texts) or '#32;'}{right}"

    def _link(self, link: PlacedLink) -> str:
        at_start, at_end = HEADS[link.style]
        is_dashed = self.theme.link(link.style, link.state).dash
        line = ".-" if is_dashed else "--"
        arrow = f"{'<' if at_start else ''}-{line}{'>' if at_end else ''}"
        if not is_dashed and not at_end:
            arrow = "---"
        label = f'|"{_label(link.label)}"|' if link.label else ""
        return f"{self.names[link.source]} {arrow}{label} {self.names[link.target]}"

    def _looks(self) -> Iterator[str]:
        looks: dict[tuple[BoxStyle, int | None, State | None], list[str]] = {}
        for box in self.placed.boxes:
            looks.setdefault((box.style, box.colour, box.state), []).append(self.names[box.id])
        for number, (look, names) in enumerate(looks.items(), 1):
            yield f"  classDef look{number} {_look(self.theme, *look)}"
            yield f"  class {','.join(names)} look{number}"
        yield from self._line_looks()

    def _line_looks(self) -> Iterator[str]:
        """The lines of which it is known what became of them, by their places in the text."""
        looks: dict[LinkLook, list[str]] = {}
        solid = (self.theme.connector(line.state) if line.state else None for line in self.placed.connectors)
        others = (self.theme.link(link.style, link.state) if link.state else None for link in self.placed.links)
        for number, look in enumerate((*solid, *others)):
            if look is not None:
                looks.setdefault(look, []).append(str(number))
        for look, numbers in looks.items():
            dashes = f",stroke-dasharray:{' '.join(map(str, look.dash))}" if look.dash else ""
            yield f"  linkStyle {','.join(numbers)} stroke:{look.rule},stroke-width:{look.width:g}px{dashes}"


def _look(theme: Theme, style: BoxStyle, colour: int | None, state: State | None) -> str:
    look = theme.box(style, colour, state)
    dashes = ",stroke-dasharray:5 4" if look.dashed else ""
    width = f",stroke-width:{look.width:g}px" if state else ""
    return f"fill:{look.fill},stroke:{look.rule},color:{look.ink}{width}{dashes}"


def _label(texts: Sequence[Text]) -> str:
    return "<br/>".join(_escaped(text.text) for text in texts)


def _escaped(text: str) -> str:
    return "".join(char if _is_safe(char) else f"#{ord(char)};" for char in text if category(char) != "Cf")


def _is_safe(char: str) -> bool:
    """Letters and digits of any script, and signs that neither Mermaid nor HTML has a use for."""
    return char.isalnum() or char in _PLAIN or ord(char) > 0xA0
