"""Values of the model as plain data, as the JSON form has them: texts by language, records by the names of their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from posdoc.model import (
    FieldInfo,
    HeadCount,
    PartialDate,
    Position,
    PositionDefaults,
    Record,
    Target,
    Text,
    Unread,
    field_of,
)

UNORDERED = frozenset({
    "aliases", "former_ids", "concurrent_posts", "co_managed_by", "co_located_with", "dotted_to", "rotates_to",
    "demotes_to", "promotes_from", "positions", "people", "parties", "outside_positions", "roots", "only", "select",
    "ignore", "collapse",
})  # fmt: skip
"""The lists whose order says nothing."""


def stated(record: Record) -> Iterator[tuple[FieldInfo, Any]]:
    """The fields that hold something, with their values; defaults for positions hold fields of positions."""
    if not isinstance(record, PositionDefaults):
        yield from record.stated()
        return
    for attribute, value in (record.values or {}).items():
        info = field_of(Position, attribute.rstrip("_"))
        if info is not None and value not in (None, ()):
            yield info, value


def plain(value: Any) -> Any:
    """A value as dicts, lists and strings; fields that are not stated leave no trace."""
    if isinstance(value, Text):
        return dict(value.languages)
    if isinstance(value, Record):
        return {info.name: plain(part) for info, part in stated(value)}
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, HeadCount):
        return plain(value.text) if value.low is None else str(value)
    if isinstance(value, Target):
        return plain(value.text)
    if isinstance(value, Unread):
        return _unread(value)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _unread(value: Unread) -> Any:
    from posdoc.source.plain_data import data_of

    return data_of(value.origin)  # type: ignore[arg-type]


def texts_of(data: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, dict):
        for part in data.values():
            yield from texts_of(part)
    elif isinstance(data, list):
        for part in data:
            yield from texts_of(part)
    else:
        yield data
