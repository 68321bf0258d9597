"""How much of a file stands in fields, how much is kept as notes, and that nothing is lost: checked on what is written."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from posdoc.importers.gathering import Gathered
from posdoc.importers.posts import FileRead
from posdoc.importers.posts.lines import Line
from posdoc.importers.posts.values import is_text

_SIGNS = re.compile(r"[\W_]+")


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
    kept = "".join(_squashed(text) for text in gathered.files.values())
    texts = [_squashed(text) for data in gathered.data.values() for text in _texts(data)]
    whole, held = set(texts), "".join(texts) + kept
    fields = labels = notes = neither = 0
    for line in read.lines:
        unread, named, stated = line.counts()
        labels += named
        fields += stated
        if not unread:
            continue
        if _is_kept(line, kept):
            notes += unread
        else:
            neither += unread
    for draft in (*read.drafts, read.unit):
        for trace in draft.traces:
            text = _squashed(trace.text) if is_text(trace.path) else ""
            if text not in whole and text not in held:
                lost = len("".join(trace.text.split()))
                fields, neither = fields - lost, neither + lost
    return Coverage(fields, labels, notes, neither)


def _is_kept(line: Line, kept: str) -> bool:
    return all(_squashed(part) in kept for part in line.unread().split(" … "))


def _squashed(text: str) -> str:
    return _SIGNS.sub("", text)


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [str(data)]
