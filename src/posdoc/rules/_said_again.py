"""Whether one text says again what another one has said."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from unicodedata import normalize

_NUMBER = re.compile(r"\s*[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．:]\s*")
_NO_WORDS = re.compile(r"[\W_]+")
_LEAD = re.compile(r"(?:主要|具体|全面|全权)?(?:负责|承担)|(?:is|are)?responsiblefor")
_ALIKE = 0.9
_LARGEST_PART = 0.75
_PIECES = 6
_PIECE = {True: 12, False: 4}
"""How long a piece is, in characters: what nobody writes by chance, in a text of ASCII letters and in any other."""


def essence(text: str) -> str:
    """The letters and digits of a text, without a number or 负责 before them; width and case do not count."""
    plain = normalize("NFKC", text).casefold()
    number = _NUMBER.match(plain)
    words = _NO_WORDS.sub("", plain[number.end() :] if number else plain)
    lead = _LEAD.match(words)
    return words[lead.end() :] if lead else words


def says_again(text: str, other: str) -> bool:
    """Whether two texts are the same or nearly the same: nine tenths alike, or one little more than the other."""
    if not _may_be_alike(text, other):
        return False
    shorter, longer = sorted((essence(text), essence(other)), key=len)
    if shorter in longer:
        return bool(shorter) and len(shorter) >= _LARGEST_PART * len(longer)
    if 2 * len(shorter) < _ALIKE * (len(shorter) + len(longer)):
        return False
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= _ALIKE


def _may_be_alike(text: str, other: str) -> bool:
    """Whether it is worth comparing them: much the same length, and a third of a few pieces in common."""
    shorter, longer = (text, other) if len(text) <= len(other) else (other, text)
    if 5 * len(shorter) < 3 * len(longer):
        return False
    piece = _PIECE[shorter.isascii()]
    starts = range(0, len(shorter), max(piece, len(shorter) // _PIECES))
    return 3 * sum(shorter[start : start + piece] in longer for start in starts) >= len(starts)
