"""Texts as a person sees them: without what is invisible, and without what neither YAML nor Word can hold."""

from __future__ import annotations

from posdoc.patterns import pattern

_SOFT_LINE_ENDS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = pattern("[\ufeff\u200b\u2060\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Byte order marks, spaces without a width, and the controls that turn the direction of text."""
_IMPOSSIBLE = pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SUSPECT = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

MOST_SPACES = 64
"""How many spaces in a row are kept behind a word: more say nothing, and what looks for labels would take ever longer."""
_TOO_MANY_SPACES = pattern(rf"(?<=\S)([^\S\n\t]{{{MOST_SPACES}}})[^\S\n\t]++")


def as_seen(text: str) -> str:
    """``text`` with every sort of line end as one, and U+FFFD for each character that cannot be kept.

    Of a long row of spaces behind a word some are left out; those at the begin of a line tell how deep it is.
    """
    if _SUSPECT.search(text):
        text = _SOFT_LINE_ENDS.sub("\n", text)
        text = _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", text))
    return _TOO_MANY_SPACES.sub(r"\1", text) if len(text) > MOST_SPACES else text
