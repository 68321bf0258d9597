"""Which of the many passages of a manuscript to look at closely, found by what costs little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from posdoc.model import Position
from posdoc.model.manuscript import Manuscript, Passage
from posdoc.model.position import PositionStatus
from posdoc.model.record import Record, fields_of


def field_marks(cls: type[Record], *names: str) -> frozenset[int]:
    """Identities of the declarations of some fields of a record, or of all: what :func:`within` compares."""
    return frozenset(id(info) for info in fields_of(cls) if not names or info.name in names)


def within(manuscript: Manuscript, marks: frozenset[int]) -> Manuscript:
    """The part of a manuscript that stands in certain fields."""
    return Manuscript([passage for passage in manuscript.passages if id(passage.field) in marks])


def holding(manuscript: Manuscript, words: Iterable[str]) -> list[Passage]:
    """The passages in which any of the words stands, each once: the cheapest of all searches."""
    there = (re.compile(re.escape(word)) for word in words if word in manuscript.text)
    found = {id(hit.passage): hit.passage for pattern in there for hit in manuscript.search(pattern)}
    return list(found.values())


def matching(manuscript: Manuscript, pattern: re.Pattern[str]) -> list[Passage]:
    """The passages in which a pattern matches, each once. Fast where the first characters of all its alternatives are
    plain and rare, as they are in Chinese.
    """
    return list({id(hit.passage): hit.passage for hit in manuscript.search(pattern)}.values())


def is_abolished(owner: Record) -> bool:
    """Whether a definition is that of a position that is no more."""
    return isinstance(owner, Position) and owner.status is PositionStatus.ABOLISHED
