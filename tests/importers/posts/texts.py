"""Lines and bits as the recognizer has them, from plain texts."""

from __future__ import annotations

from posdoc.importers.pieces import Foreign, Paragraph
from posdoc.importers.plain import line_place, read_text
from posdoc.importers.posts.lines import Bit, Line


def line(text: str, number: int = 1) -> Line:
    """A line of a text file."""
    return Line(Paragraph(text, line_place(number)))


def bit(text: str) -> Bit:
    """A whole line."""
    return line(text).whole()


def lines(*texts: str) -> list[Line]:
    """Lines with their numbers from 1."""
    return [line(text, number) for number, text in enumerate(texts, 1)]


def foreign(*texts: str) -> Foreign:
    """A text file."""
    return read_text("\n".join(texts).encode(), "form.txt")
