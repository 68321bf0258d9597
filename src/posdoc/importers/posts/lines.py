"""The lines of a foreign file, and which of their characters have been understood: nothing is lost unseen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from posdoc.importers.pieces import Foreign, Paragraph, Place, paragraphs_in
from posdoc.patterns import pattern

_MEANING = pattern(r"[^\W_]")
"""A letter or a digit: a text without any says nothing."""
_SPACE = pattern(r"\s")
_STRETCH = pattern(rb"\x00+")
"""Characters that are unread, one behind the other."""


class Use(IntEnum):
    """What became of a character."""

    UNREAD = 0
    LABEL = 1
    """It named a field or numbered an item: the key in the definition says the same."""
    FIELD = 2
    """It stands in a field."""


_UNREAD, _LABEL, _FIELD = map(int, Use)
_RAISED = tuple(bytes(max(before, use) for before in range(256)) for use in Use)
"""What becomes of characters, by what they were, when they are marked."""


class Line:
    """A paragraph of the file, and what became of each of its characters."""

    __slots__ = ("_use", "_whole", "paragraph", "text")

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self._use = bytearray(len(self.text))
        self._whole: Bit | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place

    def whole(self) -> Bit:
        """All of it but the space around it."""
        whole = self._whole
        if whole is None:
            text = self.text
            whole = Bit(self, 0, len(text))
            if text[:1].isspace() or text[-1:].isspace():
                whole = whole.stripped()
            self._whole = whole
        return whole

    def mark(self, start: int, end: int, use: Use) -> None:
        """Say what became of some characters; what stands in a field stays so."""
        used = self._use
        used[start:end] = used[start:end].translate(_RAISED[use])

    def is_unread(self, start: int, end: int) -> bool:
        """Whether none of some characters has been understood."""
        return not any(self._use[start:end])

    def unmark(self, start: int, end: int) -> None:
        """Take back what was said of some characters."""
        self._use[start:end] = bytes(end - start)

    def use(self, at: int) -> Use:
        """What became of one character."""
        return Use(self._use[at])

    def counts(self) -> tuple[int, int, int]:
        """How many characters, space left out, are unread, in labels, and in fields."""
        use = self._use
        found = [use.count(_UNREAD), use.count(_LABEL), use.count(_FIELD)]
        if self.text.split() != [self.text]:
            for space in _SPACE.finditer(self.text):
                found[use[space.start()]] -= 1
        return found[_UNREAD], found[_LABEL], found[_FIELD]

    def pass_over_signs(self) -> None:
        """Count signs around what has been understood, and lines of signs alone, as understood."""
        if _UNREAD not in self._use:
            return
        for stretch in _STRETCH.finditer(bytes(self._use)):
            if not _MEANING.search(self.text[stretch.start() : stretch.end()]):
                self.mark(stretch.start(), stretch.end(), Use.LABEL)

    def unread(self) -> str:
        """What of it has not been understood, in order; signs between what has been are left out.

        A line of which nothing has been understood is given whole.
        """
        if _UNREAD not in self._use:
            return ""
        if not any(self._use):
            return self.text.strip()
        stretches = _STRETCH.finditer(bytes(self._use))
        parts = (self.text[one.start() : one.end()].strip() for one in stretches)
        return " … ".join(part for part in parts if _MEANING.search(part))


@dataclass(slots=True, unsafe_hash=True)
class Bit:
    """Some characters of a line. Nobody changes one; it is not frozen because a file has tens of thousands."""

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
        if not signs and start < end and not (text[start].isspace() or text[end - 1].isspace()):
            return self
        while start < end and (text[start].isspace() or text[start] in signs):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in signs):
            end -= 1
        return Bit(self.line, start, end)

    @property
    def is_unread(self) -> bool:
        """Whether nothing of it has been understood."""
        return self.line.is_unread(self.start, self.end)

    def part(self, start: int, end: int | None = None) -> Bit:
        """Some of its characters, counted from its beginning, without space around them."""
        stop = self.end if end is None else self.start + end
        return Bit(self.line, self.start + start, stop).stripped()

    def take(self) -> str:
        """The text, which now counts as standing in a field."""
        self.line.mark(self.start, self.end, Use.FIELD)
        return self.text

    def label(self) -> None:
        """Say that the text is a label."""
        self.line.mark(self.start, self.end, Use.LABEL)

    def __bool__(self) -> bool:
        return self.end > self.start


def lines_of(foreign: Foreign) -> dict[int, Line]:
    """The lines of a file in reading order, by the identity of their paragraphs."""
    return {id(paragraph): Line(paragraph) for paragraph in paragraphs_in(foreign.pieces)}
