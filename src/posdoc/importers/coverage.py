"""How much of a file stands in fields, how much is kept as notes, and that nothing is lost: checked on what is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from posdoc.importers.gathering import Gathered
from posdoc.importers.posts import FileRead
from posdoc.importers.posts.values import is_text
from posdoc.patterns import pattern

_WORD = pattern(r"[^\W_]+")


class Coverage(NamedTuple):
    """Characters of a file, space left out: in fields, in labels and numbers, in notes, and lost."""

    fields: int = 0
    labels: int = 0
    notes: int = 0
    neither: int = 0

    @property
    def all(self) -> int:
        """All of them."""
        return sum(self)


def coverage_of(read: FileRead, gathered: Gathered) -> Coverage:
    """What became of the characters of a file: every text that was not understood has to stand in a comment, and every
    text that was has to stand in the data. What is found in neither counts as lost.
    """
    written = _Written(gathered)
    fields = labels = notes = neither = 0
    for line in read.lines:
        unread, named, stated = line.counts()
        labels += named
        fields += stated
        if not unread:
            continue
        if all(written.keeps(part) for part in line.unread().split(" … ")):
            notes += unread
        else:
            neither += unread
    for draft in (*read.drafts, read.unit):
        for trace in draft.traces:
            if is_text(trace.path) and not written.states(trace.text):
                lost = len("".join(trace.text.split()))
                fields, neither = fields - lost, neither + lost
    return Coverage(fields, labels, notes, neither)


class _Written:
    """What is written, in data and in files. Texts count as the same whatever signs are in them, which takes time to see:
    first they are looked for as they are.
    """

    def __init__(self, gathered: Gathered) -> None:
        self._texts = [text for data in gathered.data.values() for text in _texts(data)]
        self._as_written = frozenset(self._texts)
        self._files = "\n".join(gathered.files.values())

    def keeps(self, text: str) -> bool:
        """Whether a text stands in a file."""
        return text in self._files or _squashed(text) in self._squashed_files

    def states(self, text: str) -> bool:
        """Whether a text is in the data, or in a file."""
        return text in self._as_written or _squashed(text) in self._squashed

    @cached_property
    def _squashed(self) -> str:
        return _squashed("\n".join(self._texts)) + self._squashed_files

    @cached_property
    def _squashed_files(self) -> str:
        return _squashed(self._files)


def _squashed(text: str) -> str:
    return "".join(_WORD.findall(text))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            if isinstance(value, str):
                yield str(value)
            else:
                yield from _texts(value)
    else:
        yield str(data)
