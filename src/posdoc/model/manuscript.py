"""Every text of a workspace, language by language, so that one search goes through all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from posdoc.diagnostics import Span
from posdoc.model.record import FieldInfo, Record, fields_of, types_of
from posdoc.model.values import HeadCount, Target, Text


class Passage(NamedTuple):
    """One text in one language, and the field that holds it."""

    text: str
    language: str
    source: Text
    field: FieldInfo
    holder: Record
    """The record whose field it is, such as the duty."""
    owner: Record
    """The definition in which it stands: position, unit, person or workspace. A text that several positions
    take over is that of the first."""

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where the characters from ``start`` to ``end`` of the text stand in the file."""
        return self.source.span_of(self.language, start, len(self.text) if end is None else end)


class Hit(NamedTuple):
    """What a search found: the match, and the passage it lies in, with the offsets there."""

    passage: Passage
    match: re.Match[str]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self.passage.span(self.start, self.end)


class Manuscript:
    """All passages of one language. In ``text`` each begins on a new line, so that ``^`` and ``$`` (with
    ``re.MULTILINE``) are the ends of its lines. A pattern must not match across a line end.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)
        self.text = "\n".join(passage.text for passage in self.passages)
        self._starts: list[int] = []
        start = 0
        for passage in self.passages:
            self._starts.append(start)
            start += len(passage.text) + 1

    def search(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """Every place where ``pattern`` matches, in order."""
        for match in pattern.finditer(self.text):
            place = bisect_right(self._starts, match.start()) - 1
            start = self._starts[place]
            yield Hit(self.passages[place], match, match.start() - start, match.end() - start)


def passages_of(owners: Iterable[Record]) -> tuple[Passage, ...]:
    """Every passage of the definitions, once, in the order of the owners and of each file."""
    found: list[Passage] = []
    seen: set[int] = set()
    for owner in owners:
        _collect(owner, owner, seen, found)
    return tuple(found)


def _collect(record: Record, owner: Record, seen: set[int], found: list[Passage]) -> None:
    """Add the passages of a record and of the records in it. This is a hot path: a workspace has 100,000 texts."""
    plan = _plan(type(record))
    make = tuple.__new__
    for attribute, value in record.__dict__.items():
        if value is None or attribute not in plan:
            continue
        info = plan[attribute]
        for item in value if type(value) is tuple else (value,):
            text = item if type(item) is Text else _text_of(item, owner, seen, found)
            if text is not None and id(text) not in seen:
                seen.add(id(text))
                for language, written in text.languages.items():
                    found.append(make(Passage, (written, language, text, info, record, owner)))


def _text_of(item: Any, owner: Record, seen: set[int], found: list[Passage]) -> Text | None:
    """The text that a target or a head count is written in; a record is gone through instead."""
    if isinstance(item, Record):
        _collect(item, owner, seen, found)
        return None
    return item.text if isinstance(item, (Target, HeadCount)) else None


_PLANS: dict[type, dict[str, FieldInfo]] = {}


def _plan(cls: type[Record]) -> dict[str, FieldInfo]:
    """The fields that hold texts, or records that may hold some, by attribute."""
    if cls not in _PLANS:
        types = types_of(cls)
        _PLANS[cls] = {info.attribute: info for info in fields_of(cls) if _may_hold_text(types[info.attribute])}
    return _PLANS[cls]


def _may_hold_text(declared: Any) -> bool:
    if isinstance(declared, type):
        if issubclass(declared, Record):
            return declared.__name__ != "PositionDefaults"
        return issubclass(declared, (Text, Target, HeadCount))
    if isinstance(get_origin(declared), type) and issubclass(get_origin(declared), Mapping):
        return False  # labels are words for fields, not what a definition says
    return any(_may_hold_text(part) for part in get_args(declared) if part is not ...)
