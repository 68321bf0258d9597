"""The look of charts, as data: one TOML file each in the folder ``themes``.

Every theme prints in black and white (styles differ in line and shade, not in hue alone) and keeps to colours that
colour-blind readers tell apart; the tests hold each of them to that. Sizes are points and stand in
:mod:`posdoc.layout.metrics`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from posdoc.charts.graph import BoxStyle, LinkStyle, State
from posdoc.errors import UsageError
from posdoc.layout.metrics import TextRole
from posdoc.layout.placed import PlacedBox
from posdoc.phrases import Phrase

DASHED = (5, 4)
"""The outline of a dashed box: on and off. Graphviz has a pattern of its own."""
ARROW_LENGTH, ARROW_WIDTH = 6.0, 4.2
"""The size of an arrow head; Graphviz gives its own this shape."""


class BoxLook(NamedTuple):
    """How a box of one style is drawn. ``muted`` colours its small print."""

    fill: str
    rule: str
    width: float
    dashed: bool
    ink: str
    muted: str


class LinkLook(NamedTuple):
    """How a line of one style is drawn, with the colour of its label. ``dash`` is a pattern, empty for a solid line."""

    rule: str
    width: float
    dash: tuple[int, ...]
    ink: str


@dataclass(frozen=True)
class Theme:
    """One look. ``colours`` are the fills of boxes that a chart colours; they are used in this order."""

    background: str
    fonts: tuple[str, ...]
    colours: tuple[str, ...]
    connector_rule: str
    connector_width: float
    frame_rule: str
    frame_width: float
    frame_fills: tuple[str, ...]
    texts: Mapping[TextRole, str]
    boxes: Mapping[BoxStyle, BoxLook]
    links: Mapping[LinkStyle, LinkLook]
    states: Mapping[State, BoxLook]
    state_lines: Mapping[State, LinkLook]

    def box(self, style: BoxStyle, colour: int | None = None, state: State | None = None) -> BoxLook:
        """The look of a box. What became of it counts most; a colour fills it, unless it is the one in focus."""
        if state is not None:
            return self.states[state]
        look = self.boxes[style]
        if colour is None or style == "focus":
            return look
        return look._replace(fill=self.colour(colour), ink=self.boxes["normal"].ink, muted=self.boxes["normal"].ink)

    def colour(self, number: int) -> str:
        """One of the colours; after the last the first comes again."""
        return self.colours[number % len(self.colours)]

    def ink(self, box: PlacedBox, role: TextRole) -> str:
        """The colour of one line of text in a box."""
        look = self.box(box.style, box.colour, box.state)
        return look.muted if role in ("muted", "detail") else look.ink

    def frame_fill(self, depth: int) -> str:
        """Frames inside one another alternate between two shades."""
        return self.frame_fills[depth % len(self.frame_fills)]

    def frame(self, depth: int, state: State | None = None) -> BoxLook:
        """The look of a frame: its outline shows what became of the unit."""
        fill, ink = self.frame_fill(depth), self.texts["frame"]
        if state is None:
            return BoxLook(fill, self.frame_rule, self.frame_width, False, ink, ink)
        return self.states[state]._replace(fill=fill, ink=ink, muted=ink)

    def link(self, style: LinkStyle, state: State | None = None) -> LinkLook:
        """The look of a link; one of a state that is drawn solid keeps the dashes of its style."""
        if state is None:
            return self.links[style]
        look = self.state_lines[state]
        return look._replace(dash=look.dash or self.links[style].dash)

    def connector(self, state: State | None = None) -> LinkLook:
        """The look of the line to a superior."""
        if state is None:
            return LinkLook(self.connector_rule, self.connector_width, (), self.texts["label"])
        return self.state_lines[state]


def themes() -> list[str]:
    """The names of all themes, in alphabetical order."""
    names = [entry.name for entry in files(__package__).joinpath("themes").iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def theme_of(name: str) -> Theme:
    """The theme of a name. Raises UsageError for a name that is none."""
    known = themes()
    if name not in known:
        raise UsageError(
            Phrase(f"没有“{name}”这种图的样式", f"there is no theme {name!r}"),
            Phrase(f"可用的样式：{'、'.join(known)}", f"the themes are: {', '.join(known)}"),
        )
    text = files(__package__).joinpath("themes", f"{name}.toml").read_text(encoding="utf-8")
    return _theme(tomllib.loads(text))


def _theme(data: Mapping[str, Any]) -> Theme:
    return Theme(
        background=data["background"],
        fonts=tuple(data["fonts"]),
        colours=tuple(data["colours"]),
        connector_rule=data["connector"]["rule"],
        connector_width=data["connector"]["width"],
        frame_rule=data["frame"]["rule"],
        frame_width=data["frame"]["width"],
        frame_fills=tuple(data["frame"]["fills"]),
        texts=data["texts"],
        boxes={style: BoxLook(**look) for style, look in data["boxes"].items()},
        links=_link_looks(data["links"]),
        states={state: BoxLook(**look) for state, look in data["states"].items()},
        state_lines=_link_looks(data["state_lines"]),
    )


def _link_looks(data: Mapping[Any, Mapping[str, Any]]) -> dict[Any, LinkLook]:
    return {style: LinkLook(**{**look, "dash": tuple(look["dash"])}) for style, look in data.items()}


def corner_radius(width: float, height: float) -> float:
    """How round the corners of a rounded box are: as Graphviz has it."""
    return min(12.0, min(width, height) / 3)
