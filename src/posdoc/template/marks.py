"""Printed texts that know which field of a definition they print, and the marks that say so in a document.

A mark is the tag of a content control: the path of the field in its definition, such as ``duties.0.tasks.3`` (lists count
from 0). What no definition holds, such as a sum, has a mark that begins with ``=``. See the decision 0010.
"""

from __future__ import annotations

import hashlib
from typing import Any, Final

LONGEST: Final = 64
"""How long the tag of a content control may be in Word, in code units of UTF-16."""
WORKED_OUT: Final = "="
"""What a mark begins with whose text no definition holds."""
LINE: Final = "#"
"""What stands between a path and the number of one of the lines of its text, where each is printed by itself."""
LANGUAGE: Final = "@"
"""What stands between a path and a language, where a document in two languages prints each by itself."""
OWNER: Final = "/"
"""What stands between what a path belongs to and the path, where that is not the subject of the document."""
DIGITS: Final = 12
"""How long the digest of a text is: in one document there are some thousand texts."""


class Marked(str):
    """A printed text that knows the path of what it prints; an empty path is none."""

    __slots__ = ("at",)
    at: str


def marked(text: str, at: str) -> Marked:
    """The text with the path of what it prints."""
    made = Marked(text)
    made.at = at
    return made


def path_of(text: str) -> str:
    """The path of what a text prints; empty where it is not known."""
    return text.at if type(text) is Marked else ""


def under(at: str, step: str | int) -> str:
    """The path of a part of what is at ``at``; there is none where that is not known."""
    return f"{at}.{step}" if at else ""


def of_position(identity: str) -> str:
    """What stands before the paths of a position in a document about something else."""
    return f"p:{identity}{OWNER}"


def of_unit(identity: str) -> str:
    """What stands before the paths of a unit in a document about something else."""
    return f"u:{identity}{OWNER}"


def mark_of(value: Any, name: str = "") -> str:
    """The mark of a printed value; ``name`` is what it is called where no definition holds it.

    That of a list is what the paths of its items have in common. One that would be longer than Word allows is left to
    those that no definition holds.
    """
    path = value.at if type(value) is Marked else ""
    if path and len(path) <= LONGEST // 2:
        return path
    if type(value) is list and value:
        path = path_of(value[0]).rpartition(".")[0]
    return path if path and _fits(path) else f"{WORKED_OUT}{name}"


def _fits(mark: str) -> bool:
    return len(mark) <= LONGEST and (mark.isascii() or len(mark.encode("utf-16-le")) <= 2 * LONGEST)


def digest_of_text(text: str) -> str:
    """By what a printed text is known again, without saying it."""
    return hashlib.blake2b(text.encode("utf-8"), digest_size=DIGITS // 2).hexdigest()
