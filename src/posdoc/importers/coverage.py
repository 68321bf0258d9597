"""How much of a file stands in fields, how much is kept as notes, and that nothing is lost: checked on what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from posdoc.importers.gathering import Gathered
from posdoc.importers.posts import Draft, FileRead
from posdoc.importers.posts.values import is_text
from posdoc.patterns import pattern

_WORD = pattern(r"[^\W_]+")
_COMMENT = pattern(r"^# (?:\[[^\]\n]*\] )?(.+)$", re.MULTILINE)
_BETWEEN = " … "
"""What stands between the parts of a line between which something was understood."""


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


def coverage_of(read: FileRead, written: Written) -> Coverage:
    """What became of the characters of a file: every text that was not understood has to stand in a comment, and every
    text that was has to stand in the data. What is found in neither counts as lost.
    """
    fields = labels = notes = neither = 0
    for line in read.lines:
        unread, named, stated = line.counts()
        labels += named
        fields += stated
        if not unread:
            continue
        if all(written.keeps(part) for part in line.unread().split(_BETWEEN)):
            notes += unread
        else:
            neither += unread
    for draft in (*read.drafts, read.unit):
        for trace in draft.traces:
            if is_text(trace.path) and not written.states(trace.text, draft):
                lost = len("".join(trace.text.split()))
                fields, neither = fields - lost, neither + lost
    return Coverage(fields, labels, notes, neither)


class Written:
    """What an import writes, in data and in files. Texts count as the same whatever signs are in them, which takes time to
    see: first they are looked for as they are, then in the file of their own position, and only then in all that is there.
    """

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._own: tuple[str, str] = ("", "")

    def keeps(self, text: str) -> bool:
        """Whether a text stands in a file."""
        if all(line.rstrip() in self._comments for line in text.splitlines() if not line.isspace()):
            return True
        return text in self._files or _squashed(text) in self._squashed_files

    def states(self, text: str, draft: Draft) -> bool:
        """Whether a text that was read for a draft is in the data, or in a file."""
        if text in self._texts:
            return True
        plain = _squashed(text)
        return plain in self._file_of(draft) or plain in self._squashed_files or plain in self._squashed_texts

    def _file_of(self, draft: Draft) -> str:
        """The file of a draft; the last one is remembered, since a draft is asked about many times in a row."""
        path = self._gathered.paths.get(id(draft), "")
        if self._own[0] != path:
            self._own = path, _squashed(self._gathered.files.get(path, ""))
        return self._own[1]

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(text for data in self._gathered.data.values() for text in _texts(data))

    @cached_property
    def _comments(self) -> frozenset[str]:
        """What stands in lines of comment, without the place in the source before it."""
        lines = (match for file in self._gathered.files.values() for match in _COMMENT.finditer(file))
        return frozenset(part for match in lines for part in match[1].split(_BETWEEN))

    @cached_property
    def _files(self) -> str:
        return "\n".join(self._gathered.files.values())

    @cached_property
    def _squashed_files(self) -> str:
        return _squashed(self._files)

    @cached_property
    def _squashed_texts(self) -> str:
        return _squashed("\n".join(self._texts))


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
