"""The look of every chart, as data: thin dark-grey rules on white, one calm blue, pale frames.

It prints in black and white (styles differ in line and shade, not in hue alone) and keeps blue and brown for the
two that colour-blind readers tell apart. Sizes are points and stand in :mod:`posdoc.layout.metrics`.
"""

from __future__ import annotations

from typing import NamedTuple

from posdoc.charts.graph import BoxStyle, LinkStyle
from posdoc.layout.metrics import TextRole

BACKGROUND = "#ffffff"
INK = "#1f2933"
MUTED = "#5f6b76"
RULE = "#4a5560"
ACCENT = "#1f4e79"
DOTTED = "#8a4b08"
FRAME_RULE = "#aebbc7"
FRAME_FILLS = ("#f4f7fa", "#e9eff5")

CONNECTOR_WIDTH = 1.0
LINK_WIDTH = 1.25
FRAME_WIDTH = 0.75
# Graphviz has patterns of its own for these two.
DASHED = (5, 4)
DOTS = (2, 4)

# Tried in this order: Latin first, then the Chinese faces of Windows, macOS and Linux.
FONTS = (
    "Arial",
    "Helvetica",
    "Liberation Sans",
    "Microsoft YaHei",
    "微软雅黑",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "SimHei",
)


class BoxLook(NamedTuple):
    """How a box of one style is drawn. ``muted`` colours its small print."""

    fill: str
    rule: str
    width: float
    dashed: bool
    ink: str
    muted: str


BOXES: dict[BoxStyle, BoxLook] = {
    "normal": BoxLook("#ffffff", RULE, 1.0, False, INK, MUTED),
    "focus": BoxLook(ACCENT, ACCENT, 1.0, False, "#ffffff", "#dbe6f0"),
    "vacant": BoxLook("#ffffff", RULE, 1.0, True, INK, MUTED),
    "planned": BoxLook("#f0f2f4", "#7b8794", 1.0, True, MUTED, MUTED),
    "outside": BoxLook("#e3e7eb", "#7b8794", 1.0, False, "#3a4550", "#525d68"),
    "decision": BoxLook("#f2f4f6", RULE, 1.5, False, INK, MUTED),
}


class LinkLook(NamedTuple):
    """How a line of one style is drawn, with the colour of its label. ``dash`` is a pattern, empty for a solid line."""

    rule: str
    width: float
    dash: tuple[int, ...]
    ink: str


LINKS: dict[LinkStyle, LinkLook] = {
    "dotted": LinkLook(DOTTED, LINK_WIDTH, DOTS, DOTTED),
    "flow": LinkLook(RULE, CONNECTOR_WIDTH, (), ACCENT),
    "promotion": LinkLook(RULE, CONNECTOR_WIDTH, (), INK),
    "rotation": LinkLook(RULE, CONNECTOR_WIDTH, DASHED, MUTED),
    "demotion": LinkLook(RULE, CONNECTOR_WIDTH, DASHED, MUTED),
}
ARROW_LENGTH, ARROW_WIDTH = 6.0, 4.2
"""The size of an arrow head; Graphviz gives its own this shape."""

TEXTS: dict[TextRole, str] = {
    "heading": INK,
    "frame": ACCENT,
    "label": DOTTED,
    "legend": MUTED,
    "note": MUTED,
}


def frame_fill(depth: int) -> str:
    """Frames inside one another alternate between two shades."""
    return FRAME_FILLS[depth % len(FRAME_FILLS)]


def corner_radius(width: float, height: float) -> float:
    """How round the corners of a rounded box are: as Graphviz has it."""
    return min(12.0, min(width, height) / 3)


def box_ink(style: BoxStyle, role: TextRole) -> str:
    """The colour of one line of text in a box."""
    look = BOXES[style]
    return look.muted if role in ("muted", "detail") else look.ink
