"""Digests of definitions, by which a document can be told from one of an older definition."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from posdoc.model import Record, Text

MOST_KEPT = 4096
_kept: dict[int, tuple[Record, str]] = {}


def digest_of(record: Record) -> str:
    """A digest of everything that the definition says, inherited values included, wherever its file lies.

    A position has several documents: its digest is kept, and the position with it, so that no other can have its id.
    """
    if id(record) not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[id(record)] = record, _digest(record)
    return _kept[id(record)][1]


def _digest(record: Record) -> str:
    content = json.dumps(_plain(record), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """A value of the model as plain data; fields that are not stated leave no trace. This is a hot path."""
    kind = type(value)
    if kind is str:
        return value
    if kind is Text:
        return value.languages if type(value.languages) is dict else dict(value.languages)
    if kind is tuple:
        return [_plain(item) for item in value]
    return {info.name: _plain(part) for info, part in value.stated()} if isinstance(value, Record) else str(value)
