"""Where a value stands in its file, and how the file is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from posdoc.source.emit import Layout
from posdoc.source.nodes import LINE_END, ListNode, MapNode, Node, ScalarNode, SourceFile

_COLON: Final = re.compile(r"\s*:")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_BLANK: Final = re.compile(r"[ \t]*")
_COMMENT: Final = re.compile(r"( *)#")


@dataclass(frozen=True)
class Slot:
    """The place of a value in block style: behind a key or a dash, whose sign ends at the offset ``head``.

    The key or dash is ``indent`` columns from the margin.
    """

    node: Node
    head: int
    indent: int
    is_item: bool = False

    @property
    def file(self) -> SourceFile:
        """The file of the value."""
        return self.node.file

    @property
    def is_below(self) -> bool:
        """Whether the value begins on a line below its key or dash."""
        return LINE_END.search(self.file.text, self.head, start_of(self.node)) is not None


def slot_of(container: MapNode | ListNode, part: str | int) -> Slot:
    """The place of a value that a mapping or list in block style has."""
    if isinstance(container, ListNode):
        assert isinstance(part, int)
        return Slot(container.items[part], dash_of(container, part) + 1, container.column - 1, is_item=True)
    key, value = next((key, value) for key, value in container.entries if key.text == part)
    colon = _COLON.match(container.file.text, end_of(key))
    return Slot(value, colon.end() if colon else end_of(key), container.column - 1)


def dash_of(container: ListNode, place: int) -> int:
    """The offset of the dash before an item."""
    file, dash = container.file, re.compile(rf" {{{container.column - 1}}}-(?=\s|\Z)")
    line = container.items[place].line
    while line > container.line and not dash.match(file.line(line)):
        line -= 1
    return file.offset(line, container.column)


def place_of(container: MapNode | ListNode, part: str | int) -> int:
    """Which entry or item it is, from 0."""
    if isinstance(container, MapNode):
        return [key.text for key, _ in container.entries].index(str(part))
    assert isinstance(part, int)
    return part


def value_of(container: MapNode | ListNode, part: str | int) -> Node:
    """The value of an entry or item."""
    place = place_of(container, part)
    return container.entries[place][1] if isinstance(container, MapNode) else container.items[place]


def start_of(node: Node) -> int:
    """The offset of the first character of a node."""
    return node.file.offset(node.line, node.column)


def end_of(node: Node) -> int:
    """The offset behind the last character of a node."""
    return node.file.offset(node.end_line, node.end_column)


def is_flow(node: Node) -> bool:
    """Whether a node is a list in brackets or a mapping in braces."""
    return not isinstance(node, ScalarNode) and node.file.text[start_of(node) : start_of(node) + 1] in ("[", "{")


def is_nothing(node: Node) -> bool:
    """Whether a node is what stands where there is no value, as behind ``title:``."""
    return isinstance(node, ScalarNode) and not node.text and not node.style


def is_block_text(node: Node) -> bool:
    """Whether a node is a text below ``|`` or ``>``."""
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def header_end(node: Node) -> int:
    """The offset behind the ``|`` or ``>`` of a text and the signs that belong to it."""
    header = _BLOCK_HEADER.match(node.file.text, start_of(node))
    return header.end() if header else start_of(node)


def line_start(file: SourceFile, line: int) -> int:
    """The offset of the beginning of a line; of the end of the file for a line behind the last."""
    return file.offset(line, 1) if line <= len(file.lines) else len(file.text)


def line_close(file: SourceFile, line: int) -> int:
    """The offset of the end of a line, before its line end."""
    return file.offset(line, len(file.line(line)) + 1)


def is_blank(file: SourceFile, line: int) -> bool:
    """Whether nothing stands on a line."""
    return _BLANK.fullmatch(file.line(line)) is not None


def comment_indent(file: SourceFile, line: int) -> int | None:
    """How far from the margin a line of comment begins; None for another line."""
    comment = _COMMENT.match(file.line(line))
    return len(comment[1]) if comment else None


def last_line_of(node: Node, indent: int | None = None) -> int:
    """The last line of a node, with the empty lines that a text below ``|+`` holds.

    With ``indent`` the lines of comment that follow and begin farther from the margin than that count too.
    """
    file, last = node.file, node.end_line
    leaf = last_leaf(node)
    if is_block_text(leaf) and "+" in file.text[start_of(leaf) : header_end(leaf)]:
        while last < len(file.lines) and is_blank(file, last + 1):
            last += 1
    line = last + 1
    while indent is not None and line <= len(file.lines):
        found = comment_indent(file, line)
        if found is not None and found > indent:
            last = line
        elif not is_blank(file, line):
            break
        line += 1
    return last


def last_leaf(node: Node) -> Node:
    """The last scalar of a node in block style, or what stands there in brackets or braces."""
    while not is_flow(node):
        if isinstance(node, MapNode) and node.entries:
            node = node.entries[-1][1]
        elif isinstance(node, ListNode) and node.items:
            node = node.items[-1]
        else:
            break
    return node


def layout_of(root: Node | None) -> Layout:
    """How a file is indented, as its first mapping and its first list below a key show."""
    step = dash = None
    for mapping in _block_mappings(root):
        for _, value in mapping.entries:
            if isinstance(value, ScalarNode) or is_flow(value):
                continue
            if isinstance(value, MapNode) and step is None:
                step = value.column - mapping.column
            if isinstance(value, ListNode) and dash is None:
                dash = value.column - mapping.column
        if step and dash is not None:
            break
    return Layout(step or dash or 2, (step or 2) if dash is None else dash)


def _block_mappings(root: Node | None) -> Iterator[MapNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MapNode) and not is_flow(node):
            yield node
            waiting += [value for _, value in reversed(node.entries)]
        elif isinstance(node, ListNode) and not is_flow(node):
            waiting += reversed(node.items)
