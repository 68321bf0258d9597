"""Type sizes, spacings and the width of text, in points: the same on every machine.

No font is asked. A full-width character is one em, as in 微软雅黑, 黑体 and Noto Sans CJK; Latin follows the
widths of Arial (those of Helvetica), which the fonts used instead of it share or undercut; a safety factor covers
the rest, so that text laid out here is never clipped where it is drawn.
"""

from __future__ import annotations

import unicodedata
from math import fsum
from typing import Literal, NamedTuple

TextRole = Literal["title", "subtitle", "detail", "muted", "step", "heading", "frame", "label", "legend", "note"]


class TypeSize(NamedTuple):
    """How large a role of text is set, in points: type size, distance of lines, and whether it is bold.

    Sizes are whole numbers: Graphviz cuts others off.
    """

    size: float
    leading: float
    bold: bool = False

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline, so that characters stand in the middle of the line."""
        return round((self.leading / 2 + 0.36 * self.size) * 2) / 2


TYPE_SIZES: dict[TextRole, TypeSize] = {
    "title": TypeSize(10, 13, bold=True),
    "subtitle": TypeSize(9, 12),
    "detail": TypeSize(8, 11),
    "muted": TypeSize(8, 11),
    "step": TypeSize(10, 13),
    "heading": TypeSize(15, 20, bold=True),
    "frame": TypeSize(9, 12, bold=True),
    "label": TypeSize(8, 11),
    "legend": TypeSize(8, 11),
    "note": TypeSize(8, 11),
}

BOX_MIN_WIDTH = 84.0
BOX_MAX_WIDTH = 136.0
BOX_PAD_X = 8.0
BOX_PAD_Y = 6.0
BOX_MIN_HEIGHT = 30.0

_SAFETY = 1.06
_BOLD = 1.07
_OTHER_NARROW = 0.68
_EMOJI = 1.4
# Arial's advance widths of U+0020 to U+007E, in thousandths of an em.
_ARIAL = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
    722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
    278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip


def _em(char: str) -> float:
    """The width of one character in ems, with the safety factor where a font may differ."""
    code = ord(char)
    if 0x20 <= code < 0x7F:
        return _ARIAL[code - 0x20] / 1000 * _SAFETY
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if code >= 0x1F000 and code < 0x20000:
        return _EMOJI
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return _OTHER_NARROW * _SAFETY


class _Widths(dict[str, float]):
    """The widths of characters in ems, each worked out once."""

    def __init__(self, bold: bool) -> None:
        super().__init__()
        self._bold = bold

    def __missing__(self, char: str) -> float:
        em = _em(char)
        self[char] = em * _BOLD if self._bold and em < 1.0 else em
        return self[char]


_REGULAR, _BOLD_ONES = _Widths(False), _Widths(True)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """How wide ``text`` may be, in points, when it is set in ``size`` points on one line."""
    return fsum(map((_BOLD_ONES if bold else _REGULAR).__getitem__, text)) * size
