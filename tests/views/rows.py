"""Rows of a view, read as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posdoc.views.position import SECTIONS


def entries(block: dict[str, Any] | None) -> list[tuple[str, Any]]:
    """Label and value of each cell in ``block["rows"]``: a text, or a list where it is numbered or has choices."""
    assert block is not None, "the block is not there"
    return [entry for row in block["rows"] for entry in _entries(row)]


def _entries(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if row["paired"]:
        for side in ("left", "right"):
            yield row[side]["label"], row[side]["value"]
    elif row["choices"]:
        yield row["label"], [f"{choice['mark']} {choice['label']}" for choice in row["choices"]]
    elif row["items"]:
        yield row["label"], [*row["lines"], row["items"]] if row["lines"] else row["items"]
    else:
        yield row["label"], row["lines"][0] if len(row["lines"]) == 1 else row["lines"]


def fields(block: dict[str, Any] | None) -> list[str]:
    """The names of the fields in ``block["rows"]``, in order."""
    assert block is not None, "the block is not there"
    names = []
    for row in block["rows"]:
        names += [row[side]["field"] for side in ("left", "right")] if row["paired"] else [row["field"]]
    return names


def sections_of(view: dict[str, Any]) -> dict[str, Any]:
    """The sections that are there, without what a view holds for forms that place fields one by one."""
    return {name: view[name] for name in SECTIONS if view[name] is not None}


def texts(value: Any) -> Iterator[str]:
    """Every text anywhere in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
