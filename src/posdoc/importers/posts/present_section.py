"""The section that is being read, and whether a line that nobody knows begins another one."""

from __future__ import annotations

from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.numbering import whole_number
from posdoc.patterns import pattern

_NUMBERED = pattern(
    r"(?:(?P<plain>\d{1,2})(?P<sign>[、.．]?)|(?P<chinese>[一二三四五六七八九十]{1,2})[、.．])\s*(?=\S)"
)
_LONGEST = 16
_SENTENCE = frozenset("。；;.!！？?")


class PresentSection:
    """The level and the number of the heading of the present section."""

    def __init__(self) -> None:
        self._level = 0
        self._next: tuple[str, int] = ("", 0)
        """The sort of number before its heading, and the one that the next heading of the same sort has."""

    def restart(self) -> None:
        """A new post begins."""
        self._level, self._next = 0, ("", 0)

    def begin(self, heading: Bit) -> None:
        """A section begins below a heading."""
        self._level = heading.line.paragraph.heading or self._level
        sort, number = _number(heading.line.text.strip())
        self._next = (sort, number + 1) if number else ("", 0)

    def is_ended_by(self, bit: Bit) -> bool:
        """Whether a line is the heading of another section: as high as that of the present one by its style, or with the
        next number, before anything else in the section has one.
        """
        if bit != bit.line.whole():
            return False
        if 0 < bit.line.paragraph.heading <= self._level:
            return True
        found = _number(bit.text)
        if not found[1] or not self._next[1]:
            return False
        is_next = found == self._next
        if found[0] == self._next[0] and not is_next:
            self._next = ("", 0)  # the numbers of a list
        return is_next and len(bit.text) <= _LONGEST and bit.text[-1] not in _SENTENCE


def _number(text: str) -> tuple[str, int]:
    """The sort of number that a text begins with, and the number; 0 where it begins with none."""
    match = _NUMBERED.match(text)
    if match is None:
        return "", 0
    sort = f"plain{match['sign']}" if match["plain"] else "chinese"
    return sort, whole_number(match["plain"] or match["chinese"]) or 0
