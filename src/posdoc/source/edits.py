"""Edits of YAML text by spans: what no edit touches stays as it is, comments and layout included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posdoc.diagnostics import Edit
from posdoc.source.nodes import ListNode, MapNode, Node, ScalarNode, SourceFile
from posdoc.source.reader import read_text

Changes = Sequence[Edit]
"""Edits of one file that belong together: all of them are made, or none."""


def apply_changes(file: SourceFile, changes: Iterable[Changes]) -> tuple[str, int]:
    """The text with the changes made, and how many they were.

    A change that overlaps one before it is left for another time; so is one after which the text could not be read.
    """
    apart: list[list[tuple[int, int, str]]] = []
    for change in changes:
        places = sorted(_place(file, edit) for edit in change)
        if not any(_overlap(one, other) for one in places for before in apart for other in before):
            apart.append(places)
    was_readable = _is_readable(file.text, file.path)
    together = written(file.text, [place for places in apart for place in places])
    if not was_readable or _is_readable(together, file.path):
        return together, len(apart)
    return _one_by_one(file, apart)


def _one_by_one(file: SourceFile, changes: Iterable[list[tuple[int, int, str]]]) -> tuple[str, int]:
    text, made = file.text, 0
    taken: list[tuple[int, int, str]] = []
    for places in changes:
        attempt = written(file.text, [*taken, *places])
        if _is_readable(attempt, file.path):
            taken += places
            text, made = attempt, made + 1
    return text, made


def _place(file: SourceFile, edit: Edit) -> tuple[int, int, str]:
    span = edit.span
    return file.offset(span.line, span.column), file.offset(span.end_line, span.end_column), edit.text


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two edits touch the same characters, or insert at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]


def written(text: str, places: list[tuple[int, int, str]]) -> str:
    """The text with each piece from an offset to another replaced; the pieces do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(places):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _is_readable(text: str, path: str) -> bool:
    node, findings = read_text(text, path)
    return node is not None and not findings


def same_content(one: Node | None, other: Node | None) -> bool:
    """Whether two trees say the same, wherever it stands and however it is quoted."""
    if isinstance(one, ScalarNode) and isinstance(other, ScalarNode):
        return one.text == other.text
    if isinstance(one, ListNode) and isinstance(other, ListNode):
        return len(one.items) == len(other.items) and all(map(same_content, one.items, other.items))
    if isinstance(one, MapNode) and isinstance(other, MapNode):
        pairs = list(zip(one.entries, other.entries, strict=False))
        return len(one.entries) == len(other.entries) and all(
            a[0].text == b[0].text and same_content(a[1], b[1]) for a, b in pairs
        )
    return one is other is None


def scalars_in(node: Node | None) -> list[ScalarNode]:
    """Every scalar below ``node``, keys included, in the order of the file."""
    found: list[ScalarNode] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ScalarNode):
            found.append(current)
        elif isinstance(current, ListNode):
            waiting += reversed(current.items)
        elif isinstance(current, MapNode):
            waiting += [part for key, value in reversed(current.entries) for part in (value, key)]
    return found
