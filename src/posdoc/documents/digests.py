"""Digests of definitions, by which a document can be told from one of an older definition."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from posdoc.model import PartialDate, Record, Text


def digest_of(record: Record) -> str:
    """A digest of everything that the definition says, inherited values included, wherever its file lies."""
    content = json.dumps(_plain(record), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """A value of the model as plain data; fields that are not stated leave no trace."""
    if isinstance(value, Record):
        return {info.name: _plain(part) for info, part in value.stated()}
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value.languages) if isinstance(value, Text) else str(value)
