"""A YAML file as plain nodes: every scalar is text, and every node knows its place.

Lines end with LF, CRLF or CR, and with nothing else: U+0085, U+2028 and U+2029 are ordinary characters,
as in YAML 1.2 and in the line numbers that editors show (libyaml, a YAML 1.1 reader, would count them).
Columns count characters; a leading byte order mark is not part of the text and has no column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from posdoc.diagnostics import Span, Stated

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class SourceFile:
    """The text of one file. ``path`` is relative to the workspace, with forward slashes.

    ``text`` is the file's text as it stands, line ends included, without a leading byte order mark;
    ``has_bom`` says that there was one, so that whoever writes the file back can keep it.
    """

    path: str
    text: str = field(repr=False)
    has_bom: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """All lines, without their ends. A text that ends with a line end has an empty last line."""
        return LINE_END.split(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    @property
    def line_end(self) -> str:
        """What new lines are to end with: CRLF in a file that has it, else LF."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) without its end; empty where the file has no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column (both from 1) of the character at ``offset`` (from 0)."""
        row = bisect_right(self._line_starts, offset)
        return row, offset - self._line_starts[row - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset (from 0) of a place, kept inside the text."""
        starts = self._line_starts
        row = min(max(line, 1), len(starts))
        return min(starts[row - 1] + max(column, 1) - 1, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The span from offset ``start`` to offset ``end`` (exclusive)."""
        return Span(self.path, *self.position(start), *self.position(end))


class Node:
    """A piece of YAML in its place. Lines and columns count from 1; the end is exclusive."""

    __slots__ = ("column", "end_column", "end_line", "file", "line")

    def __init__(self, file: SourceFile, line: int, column: int, end_line: int, end_column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    @property
    def span(self) -> Span:
        """Where the node stands: a scalar exactly, a collection up to the end of its last child."""
        return Span(self.file.path, self.line, self.column, self.end_line, self.end_column)

    def part(self, key: str) -> Node:  # noqa: ARG002 - only a mapping has parts
        """The value of ``key`` in a mapping that has it; else the node itself."""
        return self

    def inside(self, start: int, end: int) -> Span:  # noqa: ARG002 - only a scalar has characters
        """Where the characters from ``start`` to ``end`` of a scalar's value stand; else the whole node."""
        return self.span


class ScalarNode(Node):
    """A scalar. ``text`` is always text, also for ``no``, ``12:30`` or ``~``; the schema decides the type.

    ``style`` is ``''`` (plain), ``"'"``, ``'"'``, ``'|'`` or ``'>'``. A key with nothing after it has an
    empty plain scalar.
    """

    __slots__ = ("style", "text")

    def __init__(  # written out, without super(): one is made per scalar, and this is the hot path
        self, file: SourceFile, line: int, column: int, end_line: int, end_column: int, text: str, style: str
    ) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.text = text
        self.style = style

    def inside(self, start: int, end: int) -> Span:
        """Where the characters from ``start`` to ``end`` of the value, without space around it, stand."""
        return span_inside(self, start, end)

    def __repr__(self) -> str:
        return f"ScalarNode({self.text!r}, line={self.line}, column={self.column})"


class ListNode(Node):
    """A sequence, in block or in flow form."""

    __slots__ = ("items",)

    def __init__(
        self, file: SourceFile, line: int, column: int, end_line: int, end_column: int, items: list[Node]
    ) -> None:
        super().__init__(file, line, column, end_line, end_column)
        self.items = items

    def __repr__(self) -> str:
        return f"ListNode({self.items!r}, line={self.line}, column={self.column})"


Entry = Stated[ScalarNode, Node]
"""A key and its value in a mapping."""


class MapNode(Node):
    """A mapping with text keys. Of a key that stands twice only the first is here; both were reported."""

    __slots__ = ("_by_key",)

    def __init__(
        self,
        file: SourceFile,
        line: int,
        column: int,
        end_line: int,
        end_column: int,
        by_key: dict[str, Entry],
    ) -> None:
        super().__init__(file, line, column, end_line, end_column)
        self._by_key = by_key

    @property
    def entries(self) -> list[Entry]:
        """The keys and their values, in the order of the file."""
        return list(self._by_key.values())

    def part(self, key: str) -> Node:
        """The value of ``key``, or the mapping itself where it has no such key."""
        return self.get(key) or self

    def get(self, key: str) -> Node | None:
        """The value of ``key``, or None."""
        entry = self._by_key.get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> ScalarNode | None:
        """The node of ``key`` itself, for a finding about the key; or None."""
        entry = self._by_key.get(key)
        return entry[0] if entry else None

    def __repr__(self) -> str:
        return f"MapNode({self.entries!r}, line={self.line}, column={self.column})"


_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n|[\r\n])[ \t]*|.)", re.DOTALL)
_ESCAPED_FOLD = re.compile(r"\\(?:\r\n|[\r\n])[ \t]*")
_FOLD = re.compile(r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+")


def span_inside(node: ScalarNode, start: int, end: int) -> Span:
    """Where the characters from ``start`` to ``end`` of a scalar's trimmed value stand in its file.

    The value is laid beside its source: quotes, escapes, folded lines and indents belong to no character.
    """
    file = node.file
    first, last = file.offset(node.line, node.column), file.offset(node.end_line, node.end_column)
    lead = len(node.text) - len(node.text.lstrip())
    if file.text.startswith(node.text, first) and last - first == len(node.text):
        return file.span(first + lead + start, first + lead + end)
    places = _places(node, file.text, first, last)
    if not places[lead + start : lead + end]:
        at = places[lead + start][0] if lead + start < len(places) else last
        return file.span(at, at)
    return file.span(places[lead + start][0], places[lead + end - 1][1])


def _places(node: ScalarNode, source: str, first: int, last: int) -> list[tuple[int, int]]:
    """Where the source of each character of the value begins and ends."""
    at = first + (1 if node.style in ("'", '"') else 0)
    if node.style in ("|", ">"):
        header = LINE_END.search(source, first)
        at = header.end() if header else last
    found = []
    for character in node.text:
        start = _skip(node, source, at, last, character)
        at = _after(node, source, start, character)
        found.append((min(start, last), min(at, last)))
    return found


def _skip(node: ScalarNode, source: str, at: int, last: int, character: str) -> int:
    """Past indents and folds to the place of ``character``."""
    while at < last and source[at] != character:
        if node.style == '"' and source[at] == "\\":
            fold = _ESCAPED_FOLD.match(source, at)
            if fold is None:
                return at
            at = fold.end()
        elif character in " \n" and source[at] in "\r\n":
            return at
        elif source[at] in " \t\r\n":
            at += 1
        else:
            return at
    return at


def _after(node: ScalarNode, source: str, at: int, character: str) -> int:
    """The offset behind the source of ``character``."""
    if node.style == "'" and source.startswith("''", at):
        return at + 2
    if node.style == '"' and source.startswith("\\", at):
        escape = _ESCAPE.match(source, at)
        return escape.end() if escape else at + 1
    if character in " \n" and source[at : at + 1] in ("\r", "\n"):
        fold = _FOLD.match(source, at) if character == " " else LINE_END.match(source, at)
        return fold.end() if fold else at + 1
    return at + 1
