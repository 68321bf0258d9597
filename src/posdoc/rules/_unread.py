"""Values that stand in a file but could not be read: the cause has been reported, so rules pass over them."""

from __future__ import annotations

from posdoc.model import Record


def is_unread(record: Record, key: str) -> bool:
    """Whether the field ``key`` is stated with something that could not be read."""
    return record.states(key) and key not in record.__dict__
