"""Reads YAML text into nodes with their places; the only importer of yaml. The reader is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from posdoc.source.nodes import ListNode, MapNode, Node, ScalarNode, SourceFile

if TYPE_CHECKING:
    from posdoc.source.reader import read_file, read_text

__all__ = ["ListNode", "MapNode", "Node", "ScalarNode", "SourceFile", "read_file", "read_text"]


def __getattr__(name: str) -> Any:
    if name not in ("read_file", "read_text"):
        raise AttributeError(name)
    from posdoc.source import reader

    return getattr(reader, name)
