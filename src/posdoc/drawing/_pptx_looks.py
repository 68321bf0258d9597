"""Colours, lines and texts of slides, in DrawingML."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from posdoc.drawing._markup import escape, language_tag
from posdoc.drawing.theme import ARROW_LENGTH, ARROW_WIDTH
from posdoc.layout.elbows import emu
from posdoc.layout.metrics import TYPE_SIZES
from posdoc.layout.placed import Text

LATIN, CHINESE = "Arial", "微软雅黑"
_THINNEST = 0.5
_SMALLEST_TEXT = 1.0
_HEAD_BASE = 2.0
"""Arrow heads are given in so many times the width of their line, but that counts as 2 points at the least."""
_HEAD_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
_FAMILIES = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/><a:cs typeface="{LATIN}"/>'
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Stroke(NamedTuple):
    """A line: its colour (none for no line), its width in points, whether it is dashed or dotted, its arrow heads."""

    colour: str = ""
    width: float = 1.0
    dash: str = ""
    heads: tuple[bool, bool] = (False, False)

    def thickness(self, scale: float) -> float:
        """How thick the line is on a slide of this scale, in points."""
        return max(_THINNEST, self.width * scale)

    def xml(self, scale: float) -> str:
        """The line as DrawingML, on a slide of this scale."""
        if not self.colour:
            return "<a:ln><a:noFill/></a:ln>"
        dash = f'<a:prstDash val="{self.dash or "solid"}"/>'
        width = self.thickness(scale)
        base = max(_HEAD_BASE, width)
        size = f'w="{_head_size(ARROW_WIDTH * scale / base)}" len="{_head_size(ARROW_LENGTH * scale / base)}"'
        ends = "".join(
            f'<a:{end} type="triangle" {size}/>'
            for end, wanted in zip(("headEnd", "tailEnd"), self.heads, strict=True)
            if wanted
        )
        # Squared ends fill the corners where pieces of a line meet, but would close the gaps between dots.
        cap = "flat" if self.dash else "sq"
        return f'<a:ln w="{emu(width)}" cap="{cap}">{filled(self.colour)}{dash}<a:miter lim="800000"/>{ends}</a:ln>'


def filled(colour: str) -> str:
    """A fill as DrawingML; none for no colour."""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>' if colour else "<a:noFill/>"


def _head_size(wanted: float) -> str:
    return min(_HEAD_SIZES, key=lambda name: abs(_HEAD_SIZES[name] - wanted))


def dash_of(pattern: tuple[int, ...]) -> str:
    """The preset that comes next to a pattern: every program that shows slides draws presets."""
    if not pattern:
        return ""
    return "dot" if pattern[0] < pattern[1] else "dash"


def paragraph(text: Text, ink: str, scale: float, language: str) -> str:
    """One line of text as a paragraph of exactly the height that the layout gave it."""
    size = max(_SMALLEST_TEXT, text.size * scale)
    leading = TYPE_SIZES[text.role].leading * size / text.size
    side = "ctr" if text.anchor == "middle" else "l"
    look = f'sz="{round(size * 100)}" b="{int(text.bold)}"'
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="{side}"{_direction(text.text)}>'
        f'<a:lnSpc><a:spcPts val="{round(leading * 100)}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        f"{run(text.text, language, f' {look}', filled(ink))}</a:p>"
    )


def run(text: str, language: str, look: str = "", fill: str = "") -> str:
    """A piece of text with its language, so that a program checks its spelling with the right dictionary."""
    return f"<a:r><a:rPr{_languages(text, language)}{look}>{fill}{_FAMILIES}</a:rPr><a:t>{escape(text)}</a:t></a:r>"


def _languages(text: str, language: str) -> str:
    tag = language_tag(language)
    if tag == "zh-CN" or not tag:
        own, other = ("zh-CN", "en-US") if _WIDE.search(text) else ("en-US", "zh-CN")
        return f' lang="{own}" altLang="{other}"'
    return f' lang="{tag}" altLang="{"en-US" if tag != "en-US" else "zh-CN"}"'


def _direction(text: str) -> str:
    """The direction of a paragraph is that of its first letter."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return ' rtl="1"'
        if kind == "L":
            break
    return ""
