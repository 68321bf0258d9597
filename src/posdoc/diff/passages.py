"""What differs inside two texts, as passages that a reader can tell apart: words of Latin script, characters of Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from posdoc.word.redline.wording import changes, tokens


class Passage(NamedTuple):
    """A stretch of a text, and whether the other text has it not."""

    text: str
    is_changed: bool


def passages(before: str, after: str) -> tuple[list[Passage], list[Passage]]:
    """Both texts in passages; put together again they are the texts. Of an empty text there is none."""
    old, new = tokens(before), tokens(after)
    found = changes(old, new)
    return (
        _joined(Passage("".join(old[one.old]), not one.kept) for one in found),
        _joined(Passage("".join(new[one.new]), not one.kept) for one in found),
    )


def _joined(found: Iterable[Passage]) -> list[Passage]:
    """Neighbours of one kind as one passage, without empty ones."""
    stated = [one for one in found if one.text]
    runs = groupby(stated, key=lambda one: one.is_changed)
    return [Passage("".join(one.text for one in run), is_changed) for is_changed, run in runs]
