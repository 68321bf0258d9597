"""Breaks text into lines that fit a width, at places where a typesetter would.

Chinese breaks anywhere except before closing and after opening punctuation, English at spaces. A word that does not
fit is broken after its hyphens and slashes, and failing that between characters. Lines are of about equal length, so that the
last one is not a single character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from posdoc.layout.metrics import text_width

_CLOSING = frozenset("、。,.，．:;：；!?！？)]}）］｝〕】〉》」』〗’”…—～％%℃·ー々‰/／、-")
_OPENING = frozenset("([{（［｛〔【〈《「『〖‘“￥$＄#")
_AFTER_HYPHEN = re.compile(r"(?<=[-/–—_])(?=\w)")


def plain(text: str) -> str:
    """``text`` on one line and without characters that XML cannot hold or that would not show."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (" " if char in "\ufffe\uffff" or unicodedata.category(char) in ("Cc", "Cs") else char for char in text)
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of ``text``, none wider than ``width`` points (unless one character is); none for no text."""
    line = plain(text)
    if text_width(line, size, bold) <= width:
        return (line,) if line else ()
    pieces = _fitting_pieces(line, width, size, bold)
    widths = [text_width(piece, size, bold) for piece in pieces]
    lines = _fill(pieces, widths, width)
    if len(lines) > 1:
        lines = _balance(pieces, widths, width, lines)
    return tuple(lines)


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """How wide the longest piece of a text is that is better not broken."""
    return max((text_width(piece, size, bold) for piece in _pieces(plain(text))), default=0.0)


def _balance(pieces: list[str], widths: list[float], width: float, lines: list[str]) -> list[str]:
    """The same number of lines with the longest as short as can be."""
    low, high = max(widths), width
    while high - low > 2:
        middle = (low + high) / 2
        tried = _fill(pieces, widths, middle)
        if len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return lines


def _fill(pieces: list[str], widths: list[float], width: float) -> list[str]:
    """Puts as many pieces on a line as fit; spaces at the ends of lines do not count."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece, piece_width in zip(pieces, widths, strict=True):
        if line and used + piece_width > width and piece != " ":
            lines.append(line.rstrip())
            line, used = "", 0.0
        if line or piece != " ":
            line += piece
            used += piece_width
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting_pieces(text: str, width: float, size: float, bold: bool) -> list[str]:
    """The pieces between which a line may end; one that is too wide is broken further."""
    pieces: list[str] = []
    for piece in _pieces(text):
        if text_width(piece, size, bold) <= width:
            pieces.append(piece)
            continue
        for part in _AFTER_HYPHEN.split(piece):
            pieces.extend(_broken(part, width, size, bold))
    return pieces


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or _may_break(text[index - 1], text[index]):
            pieces.append(text[start:index])
            start = index
    return [piece for piece in pieces if piece]


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return True
    if after in _CLOSING or before in _OPENING or unicodedata.combining(after):
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _broken(piece: str, width: float, size: float, bold: bool) -> list[str]:
    parts = [""]
    for char in piece:
        joined = parts[-1] + char
        if parts[-1] and text_width(joined, size, bold) > width and not unicodedata.combining(char):
            parts.append(char)
        else:
            parts[-1] = joined
    return parts
