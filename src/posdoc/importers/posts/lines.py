"""The lines of a foreign file, and which of their characters have been understood: nothing is lost unseen."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from posdoc.importers.pieces import Foreign, Paragraph, Place, paragraphs_in

_MEANINGLESS = re.compile(r"[\s\W_]+")


class Use(IntEnum):
    """What became of a character."""

    UNREAD = 0
    LABEL = 1
    """It named a field or numbered an item: the key in the definition says the same."""
    FIELD = 2
    """It stands in a field."""


class Line:
    """A paragraph of the file, and what became of each of its characters."""

    __slots__ = ("_use", "paragraph", "text")

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self._use = bytearray(len(self.text))

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place

    def whole(self) -> Bit:
        """All of it but the space around it."""
        return Bit(self, 0, len(self.text)).stripped()

    def mark(self, start: int, end: int, use: Use) -> None:
        """Say what became of some characters; what stands in a field stays so."""
        for at in range(start, end):
            self._use[at] = max(self._use[at], use)

    def use(self, at: int) -> Use:
        """What became of one character."""
        return Use(self._use[at])

    def unmark(self, start: int, end: int) -> None:
        """Take back what was said of some characters."""
        self._use[start:end] = bytes(end - start)

    def counts(self) -> tuple[int, int, int]:
        """How many characters, space left out, are unread, in labels, and in fields."""
        found = [0, 0, 0]
        for character, use in zip(self.text, self._use, strict=True):
            if not character.isspace():
                found[use] += 1
        return found[0], found[1], found[2]

    def pass_over_signs(self) -> None:
        """Count signs around what has been understood, and lines of signs alone, as understood."""
        for stretch in re.finditer(rb"\x00+", bytes(self._use)):
            if not _MEANINGLESS.sub("", self.text[stretch.start() : stretch.end()]):
                self.mark(stretch.start(), stretch.end(), Use.LABEL)

    def unread(self) -> str:
        """What of it has not been understood, in order; signs between what has been are left out.

        A line of which nothing has been understood is given whole.
        """
        if not any(self._use):
            return self.text.strip()
        stretches = re.finditer(rb"\x00+", bytes(self._use))
        parts = (self.text[one.start() : one.end()].strip() for one in stretches)
        return " … ".join(part for part in parts if _MEANINGLESS.sub("", part))


class Bit(NamedTuple):
    """Some characters of a line."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.line.text[self.start : self.end]

    def stripped(self, signs: str = "") -> Bit:
        """Without the space around it, and without such signs."""
        text, start, end = self.line.text, self.start, self.end
        while start < end and (text[start].isspace() or text[start] in signs):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in signs):
            end -= 1
        return Bit(self.line, start, end)

    @property
    def is_unread(self) -> bool:
        """Whether nothing of it has been understood."""
        return all(self.line.use(at) is Use.UNREAD for at in range(self.start, self.end))

    def part(self, start: int, end: int | None = None) -> Bit:
        """Some of its characters, counted from its beginning, without space around them."""
        stop = self.end if end is None else self.start + end
        return Bit(self.line, self.start + start, stop).stripped()

    def take(self) -> str:
        """The text, which now counts as standing in a field."""
        self.line.mark(self.start, self.end, Use.FIELD)
        return self.text

    def label(self) -> str:
        """The text, which now counts as a label."""
        self.line.mark(self.start, self.end, Use.LABEL)
        return self.text

    def __bool__(self) -> bool:
        return self.end > self.start


def lines_of(foreign: Foreign) -> dict[int, Line]:
    """The lines of a file in reading order, by the identity of their paragraphs."""
    return {id(paragraph): Line(paragraph) for paragraph in paragraphs_in(foreign.pieces)}
