"""How native drawings look: black and greys on white, to be printed and signed."""

from __future__ import annotations

from typing import NamedTuple

from posdoc.charts.graph import HEADS, BoxStyle, LinkStyle
from posdoc.layout.elbows import emu
from posdoc.layout.metrics import TextRole


class Look(NamedTuple):
    """Fill and line of a shape; an empty colour is none. Widths in points, dashes as DrawingML names them."""

    fill: str
    line: str
    width: float = 0.75
    dash: str = "solid"
    heads: tuple[bool, bool] = (False, False)

    def filled(self) -> str:
        """The fill as DrawingML."""
        return f'<a:solidFill><a:srgbClr val="{self.fill}"/></a:solidFill>' if self.fill else "<a:noFill/>"

    def lined(self) -> str:
        """The line as DrawingML, with its arrow heads."""
        if not self.line:
            return "<a:ln><a:noFill/></a:ln>"
        ends = ("headEnd", "tailEnd")
        heads = "".join(
            f'<a:{end} type="triangle" w="med" len="med"/>'
            for end, wanted in zip(ends, self.heads, strict=True)
            if wanted
        )
        return (
            f'<a:ln w="{emu(self.width)}"><a:solidFill><a:srgbClr val="{self.line}"/></a:solidFill>'
            f'<a:prstDash val="{self.dash}"/><a:miter lim="800000"/>{heads}</a:ln>'
        )


BOXES: dict[BoxStyle, Look] = {
    "normal": Look("FFFFFF", "404040"),
    "focus": Look("DCE6F1", "1F3864", 1.5),
    "vacant": Look("FFFFFF", "404040", dash="dash"),
    "planned": Look("FFFFFF", "808080", dash="sysDot"),
    "outside": Look("F2F2F2", "808080"),
    "decision": Look("F2F2F2", "404040", 1.25),
}
WIRE = Look("", "404040")
LINKS: dict[LinkStyle, Look] = {
    "dotted": Look("", "595959", 1.0, "sysDot", HEADS["dotted"]),
    "flow": Look("", "404040", heads=HEADS["flow"]),
    "promotion": Look("", "404040", heads=HEADS["promotion"]),
    "rotation": Look("", "404040", dash="dash", heads=HEADS["rotation"]),
    "demotion": Look("", "404040", dash="dash", heads=HEADS["demotion"]),
    "contact": Look("", "808080", 0.5, heads=HEADS["contact"]),
}
FRAMES = (Look("FAFAFA", "A6A6A6", 0.5), Look("F0F0F0", "A6A6A6", 0.5))
"""Frames inside one another alternate between two shades."""
NOTHING = Look("", "")
INK: dict[TextRole, str] = {"muted": "595959", "label": "404040", "legend": "404040", "note": "595959"}
