"""Edits in block style: a value replaced; entries of mappings and items of lists added, taken away and moved.

To an entry or item belongs all from its key or dash to the end of its value, what else stands on these lines, and the
lines of comment below that are indented deeper than its key or dash. To an item belong also the lines of comment
directly above it at the indentation of its dash, unless they begin the list or follow an empty line: such ones may
head a group of items, and they stay where they are. So do comments above a key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from posdoc.source.edits import written
from posdoc.source.emit import Layout, behind, block, columns, entry, indented, item_like
from posdoc.source.nodes import ListNode, MapNode, ScalarNode
from posdoc.source.plain_data import Data, as_text, is_scalar
from posdoc.source.scalar_text import block_lines, scalar_like
from posdoc.source.setting_places import (
    Slot,
    comment_indent,
    dash_of,
    end_of,
    header_end,
    is_blank,
    is_block_text,
    is_flow,
    is_nothing,
    last_line_of,
    line_close,
    line_start,
    place_of,
    start_of,
)

_LEADING_BLANKS: Final = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))+")
_LAST_LINE_END: Final = re.compile(r"(?:\r\n|\n|\r)\Z")
_HAS_BLANK: Final = re.compile(r"^[ \t]*(?:\r\n|\n|\r)", re.MULTILINE)


# --- a value ------------------------------------------------------------------------------------------------


def replace_value(slot: Slot, data: Data, layout: Layout) -> str:
    """The text of the file with ``data`` in place of a value; a comment behind the old one on its line stays."""
    if isinstance(slot.node, ScalarNode) or is_flow(slot.node):
        return _replace_simple(slot, data, layout)
    return _replace_block(slot, data, layout)


def _replace_simple(slot: Slot, data: Data, layout: Layout) -> str:
    node, text = slot.node, slot.file.text
    first, rest = _shown(slot, data, layout)
    start, end = start_of(node), end_of(node)
    close = line_close(slot.file, node.end_line)
    space = " " if start == slot.head else ""
    if is_block_text(node):
        end = header_end(node)
        tail, close = (
            _comment_in(text[end : line_close(slot.file, node.line)]),
            line_close(slot.file, last_line_of(node)),
        )
    elif not rest:
        return written(text, [(start, end, space + first)])
    else:
        tail = _comment_in(text[end:close])
    if not first and not slot.is_below:
        return written(text, [(slot.head, close, _joined(slot, tail, rest))])
    if rest and slot.is_below and not is_scalar(data):
        first, *rest = block(data, node.column - 1, layout)
        first = first[node.column - 1 :]
    elif rest and not is_scalar(data):
        start, space = slot.head, " "
    return written(text, [(start, close, _joined(slot, space + first + tail, rest))])


def _replace_block(slot: Slot, data: Data, layout: Layout) -> str:
    node, file = slot.node, slot.file
    first, rest = _shown(slot, data, layout)
    close = line_close(file, last_line_of(node, node.column - 1))
    if not slot.is_below:
        return written(file.text, [(start_of(node), close, _joined(slot, first, rest))])
    if rest and not is_scalar(data):
        is_same_kind = isinstance(node, ListNode) == (not isinstance(data, Mapping))
        lines = block(data, node.column - 1, layout) if slot.is_item or is_same_kind else rest
        return written(file.text, [(line_start(file, node.line), close, file.line_end.join(lines))])
    above = line_close(file, node.line - 1)
    return written(file.text, [(slot.head, slot.head, f" {first}"), (above, close, _joined(slot, "", rest))])


def _joined(slot: Slot, first: str, rest: Sequence[str]) -> str:
    return slot.file.line_end.join([first, *rest])


def _comment_in(tail: str) -> str:
    return tail.rstrip() if "#" in tail else ""


def _shown(slot: Slot, data: Data, layout: Layout) -> tuple[str, list[str]]:
    """What to write behind the key or dash, and the lines that follow: in the way of the old value where that can be."""
    old = slot.node
    if isinstance(old, ScalarNode) and not is_nothing(old) and is_scalar(data):
        text = as_text(data)
        if is_block_text(old) and layout.blocks:
            lines = block_lines(text, old.style) or block_lines(text)
            if lines is not None:
                return lines[0], indented(lines[1], _indent_of_block(old) or slot.indent + 2)
        elif "\n" not in text or not layout.blocks:
            return scalar_like(old, data), []
    line, column = slot.file.position(slot.head)
    return behind(data, slot.indent, columns(slot.file.line(line)[: column - 1]), layout, is_item=slot.is_item)


def _indent_of_block(node: ScalarNode) -> int:
    lines = (node.file.line(number) for number in range(node.line + 1, node.end_line + 1))
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


# --- entries and items --------------------------------------------------------------------------------------


def add_entry(container: MapNode, place: int, key: str, data: Data, layout: Layout) -> str:
    """The text of the file with a new entry before the one at ``place``, or behind the last."""
    parts = _Parts(container)
    parts.put(place, parts.chunk(entry(key, data, container.column - 1, layout)))
    return parts.text()


def insert_item(container: ListNode, place: int, data: Data, layout: Layout) -> str:
    """The text of the file with a new item before the one at ``place``, or behind the last."""
    parts = _Parts(container)
    are_flow = [is_flow(other) for other in container.items if isinstance(other, MapNode)]
    parts.put(place, parts.chunk(item_like(are_flow, data, container.column - 1, layout)))
    return parts.text()


def remove_part(container: MapNode | ListNode, part: str | int) -> str:
    """The text of the file without an entry or item, which is not the only one."""
    parts = _Parts(container)
    parts.take(place_of(container, part))
    return parts.text()


def move_item(container: ListNode, from_: int, to: int) -> str:
    """The text of the file with an item at another place."""
    parts = _Parts(container)
    parts.put(to, parts.take(from_))
    return parts.text()


class _Parts:
    """The lines of a mapping or list in block style: those of each entry or item, and those behind each."""

    def __init__(self, container: MapNode | ListNode) -> None:
        file = self._file = container.file
        self._indent = container.column - 1
        lines = _lines_of(container)
        starts = [line_start(file, first) for first, _ in lines]
        ends = [line_start(file, last + 1) for _, last in lines]
        self._is_inline = bool(file.text[starts[0] : start_of(container)].strip(" "))
        self._start, self._end = start_of(container) if self._is_inline else starts[0], ends[-1]
        self._own = [file.text[start:end] for start, end in zip(starts, ends, strict=True)]
        self._gaps = [file.text[end:start] for end, start in zip(ends, [*starts[1:], ends[-1]], strict=True)]
        self._lead = ""
        if self._is_inline:
            self._own[0] = " " * self._indent + file.text[self._start : ends[0]]
        self._is_open = not _LAST_LINE_END.search(self._own[-1])
        if self._is_open:
            self._own[-1] += file.line_end
        gaps = self._gaps[:-1]
        self._is_spaced = isinstance(container, ListNode) and bool(gaps) and all(map(_HAS_BLANK.search, gaps))

    def chunk(self, lines: Sequence[str]) -> str:
        """Lines with their line ends."""
        return "".join(line + self._file.line_end for line in lines)

    def put(self, place: int, chunk: str) -> None:
        """Add an entry or item. Behind it stand the comments and empty lines that stood behind the one before."""
        self._own.insert(place, chunk)
        self._gaps.insert(max(place - 1, 0), self._file.line_end if self._is_spaced else "")

    def take(self, place: int) -> str:
        """Take an entry or item out, and leave the comments around it."""
        gap = self._gaps.pop(place)
        if place == 0:
            self._lead = _LEADING_BLANKS.sub("", gap, count=1) if _LEADING_BLANKS.match(gap) else gap
        elif place == len(self._gaps):
            self._gaps[-1] = self._gaps[-1] if "#" in self._gaps[-1] else ""
        elif _HAS_BLANK.search(self._gaps[place - 1]):
            self._gaps[place - 1] += gap[match.end() :] if (match := _LEADING_BLANKS.match(gap)) else gap
        else:
            self._gaps[place - 1] += gap
        return self._own.pop(place)

    def text(self) -> str:
        """The text of the file."""
        parts = [part for pair in zip(self._own, self._gaps, strict=True) for part in pair]
        text = "".join([self._lead, *parts])
        if self._is_inline:
            text = text.lstrip(" \r\n")
        if self._is_open:
            text = _LAST_LINE_END.sub("", text)
        return written(self._file.text, [(self._start, self._end, text)])


def _lines_of(container: MapNode | ListNode) -> list[tuple[int, int]]:
    """The first and the last line of each entry or item."""
    file, indent = container.file, container.column - 1
    if isinstance(container, MapNode):
        firsts = [key.line for key, _ in container.entries]
        values = [value for _, value in container.entries]
    else:
        firsts = [file.position(dash_of(container, place))[0] for place in range(len(container.items))]
        values = container.items
    found: list[tuple[int, int]] = []
    for place, value in enumerate(values):
        last = last_line_of(value, indent)
        if place + 1 < len(firsts):
            last = min(last, firsts[place + 1] - 1)
        first = firsts[place]
        if found and isinstance(container, ListNode):
            first = _with_comments_above(container, first, found[-1][1])
        found.append((first, last))
    return found


def _with_comments_above(container: ListNode, line: int, end_before: int) -> int:
    """The first line of what belongs to the item whose dash is on ``line``; the item before ends on ``end_before``."""
    first = line
    while first - 1 > end_before and comment_indent(container.file, first - 1) == container.column - 1:
        first -= 1
    heads_a_group = first - 1 > end_before and is_blank(container.file, first - 1)
    return line if heads_a_group else first
