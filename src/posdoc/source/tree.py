"""Builds nodes from YAML events, and reports what YAML allows and posdoc does not.

Iterative, with its own stack: no depth of nesting can exhaust the interpreter's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, Final, NamedTuple

from yaml import events as yaml_events

from posdoc.diagnostics import Related, Span, Stated
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.events import EventSource
from posdoc.source.findings import Findings
from posdoc.source.folding import join_chinese_lines
from posdoc.source.nodes import LINE_END, Entry, ListNode, MapNode, Node, ScalarNode, SourceFile
from posdoc.source.properties import report_aliases, report_anchor, report_merge_key, report_tag

MAX_DEPTH: Final = 64
_entry: Final = tuple.__new__  # half the cost of Stated(…), a quarter of a million times
_QUESTIONABLE_KEYS: Final = frozenset({"", "<<"})


class _Frame(NamedTuple):
    """An open collection's parent, as it was when the collection began, and where that was."""

    items: list[Node] | None
    by_key: dict[str, Entry]
    key: ScalarNode | None
    line: int
    column: int
    is_flow: bool


class TreeBuilder:
    """Reads one document. After :meth:`build`, ``scalars`` holds every scalar read, in order."""

    def __init__(
        self,
        file: SourceFile,
        events: EventSource,
        findings: Findings,
        restore: Mapping[int, int | str | None] | None = None,
    ) -> None:
        """``restore`` translates stand-in characters of the parsed text back (see ``characters``)."""
        self.scalars: list[ScalarNode] = []
        self._file = file
        self._next_event = events.get_event
        self._findings = findings
        self._restore = restore
        self._root: Node | None = None
        self._stack: list[_Frame] = []
        self._items: list[Node] | None = [self._no_key()]  # of the open list; None while a map is open
        self._by_key: dict[str, Entry] = {}
        self._key: ScalarNode | None = None
        self._last: Node = self._items[0]
        self._dropped_key = self._no_key()
        self._aliases: list[ScalarNode] = []
        self._anchors: list[Span] = []
        self._has_document = False
        self._is_done = False

    def build(self) -> Node | None:
        """The document's root: None if there is no document, or if it nests too deep.

        Raises :class:`yaml.YAMLError` where the syntax is wrong; what was found until then is kept.
        """
        handlers: dict[type, Callable[[Any], None]] = {
            yaml_events.ScalarEvent: self._read_scalar,
            yaml_events.AliasEvent: self._read_alias,
            yaml_events.MappingStartEvent: self._open_collection,
            yaml_events.SequenceStartEvent: self._open_collection,
            yaml_events.MappingEndEvent: self._close_map,
            yaml_events.SequenceEndEvent: self._close_list,
            yaml_events.DocumentStartEvent: self._start_document,
            yaml_events.DocumentEndEvent: self._end_document,
            yaml_events.StreamStartEvent: lambda _event: None,
            yaml_events.StreamEndEvent: self._end_stream,
        }
        next_event = self._next_event
        try:
            while not self._is_done:
                event = next_event()
                handlers[type(event)](event)
        finally:
            report_aliases(self._findings, self._aliases, self._anchors)
        return self._root

    def _read_scalar(self, event: Any) -> None:
        start = event.start_mark
        end = event.end_mark
        line = start.line
        end_line = end.line
        text = event.value
        style = event.style or ""
        if event.tag is not None or event.anchor is not None:
            self._read_properties(event)
        if self._restore:
            text = text.translate(self._restore)
        if line == end_line and text:
            node = ScalarNode(self._file, line + 1, start.column + 1, line + 1, end.column + 1, text, style)
        else:
            node = self._make_odd_scalar(start, end, text, style)
        self.scalars.append(node)
        self._last = node
        if self._items is not None:
            self._items.append(node)
        elif self._key is None:
            node.text = intern(node.text)  # all positions have the same keys
            self._key = node
        else:
            self._add_entry(node)

    def _make_odd_scalar(self, start: Any, end: Any, text: str, style: str) -> ScalarNode:
        """A scalar of several lines, exact at its end and Chinese lines joined without spaces; or an empty one."""
        file = self._file
        source = file.text[start.index : end.index]
        place, end_place = (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
        if style in ("|", ">"):  # libyaml's mark stands behind the line ends and indentation that follow
            source = source.rstrip(" \t\r\n")
            lines = LINE_END.split(source)
            before = 0 if len(lines) > 1 else start.column
            end_place = start.line + len(lines), before + len(lines[-1]) + 1
        elif start.index >= len(file.text):  # what a "?" at the end lacks; libyaml sees one more line there
            place = end_place = file.position(len(file.text))
        if style != "|":
            text = join_chinese_lines(text, source, style)
        node = ScalarNode(file, *place, *end_place, text, style)
        if not text and style in ("|", ">"):
            self._check_empty_block(node, source)
        return node

    def _check_empty_block(self, node: ScalarNode, source: str) -> None:
        """``target: >5`` is an empty block scalar to YAML, and a target to whoever wrote it."""
        source = source.split()[0]
        if source[0] in "|>" and any(character.isdigit() for character in source):
            self._findings.add(
                kinds.YAML_SYNTAX,
                node.span,
                Phrase(
                    f"“{source}”会被当成一段空的多行文字", f'"{source}" is read as the start of an empty text block'
                ),
                Phrase(f'给它加引号："{source}"', f'put it in quotes: "{source}"'),
            )

    def _read_alias(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        node = ScalarNode(
            self._file,
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
            self._file.text[start.index : end.index],
            "",
        )
        self._aliases.append(node)
        self._attach(node)

    def _attach(self, node: Node) -> None:
        """Put a finished node where the open collection expects it."""
        self._last = node
        if self._items is not None:
            self._items.append(node)
        elif self._key is not None:
            self._add_entry(node)
        elif isinstance(node, ScalarNode):
            self._key = node
        else:
            self._key = self._dropped_key
            self._findings.add(
                kinds.KEY_NOT_TEXT,
                node.span,
                Phrase("这里的键是一个列表或映射，不是文字", "a list or a mapping stands here as a key, not a text"),
                Phrase(
                    "键要写成一个英文单词，如 title；行首的“?”和花括号、方括号里的键都不能用；"
                    "如果这是正文（如 {{ }}），请加引号",
                    "write the key as one word, such as title, without ?, { } or [ ]; "
                    "if this is a text (such as {{ }}), put it in quotes",
                ),
            )

    def _add_entry(self, value: Node) -> None:
        """Pair ``value`` with the key that waits for it."""
        key = self._key
        self._key = None
        assert key is not None
        text = key.text
        if text not in self._by_key and text not in _QUESTIONABLE_KEYS:
            self._by_key[text] = _entry(Stated, (key, value))
        elif key is not self._dropped_key:
            self._add_questionable_entry(key, value)

    def _add_questionable_entry(self, key: ScalarNode, value: Node) -> None:
        if key.text in self._by_key:
            if self._findings.takes(kinds.DUPLICATE_KEY):
                self._report_duplicate(key, self._by_key[key.text][0])
        elif not key.text:
            self._findings.add(
                kinds.KEY_NOT_TEXT,
                key.span,
                Phrase("这一项没有键名", "this entry has no key"),
                Phrase("在冒号前写上键名，如 title: …", "write the key before the colon, such as title: …"),
            )
        elif key.style:
            self._by_key[key.text] = Stated(key, value)
        else:
            report_merge_key(self._findings, key)
            place = (key.line, key.column)
            while self._aliases and (self._aliases[-1].line, self._aliases[-1].column) > place:
                self._aliases.pop()  # the merge key's own

    def _report_duplicate(self, key: ScalarNode, first: ScalarNode) -> None:
        self._findings.add(
            kinds.DUPLICATE_KEY,
            key.span,
            Phrase(f"键“{key.text}”重复出现", f'the key "{key.text}" stands here a second time'),
            Phrase(
                "同一层里每个键只能写一次；请合并两处内容，或删去一处",
                "a key can stand only once on one level; merge the two or delete one",
            ),
            (Related(first.span, Phrase(f"第一次出现在第 {first.line} 行", f"first used on line {first.line}")),),
        )

    def _open_collection(self, event: Any) -> None:
        start = event.start_mark
        if len(self._stack) >= MAX_DEPTH:
            self._stop_too_deep(start)
            return
        if event.tag is not None or event.anchor is not None:
            self._read_properties(event)
        flow = bool(event.flow_style)
        self._stack.append(_Frame(self._items, self._by_key, self._key, start.line + 1, start.column + 1, flow))
        if type(event) is yaml_events.MappingStartEvent:
            self._items, self._by_key, self._key = None, {}, None
        else:
            self._items = []

    def _stop_too_deep(self, start: Any) -> None:
        self._is_done = True
        self._root = None
        self._findings.add(
            kinds.NESTING_TOO_DEEP,
            Span(self._file.path, start.line + 1, start.column + 1, start.line + 1, start.column + 1),
            Phrase(
                f"嵌套超过 {MAX_DEPTH} 层，从这里起没有再读",
                f"nested more than {MAX_DEPTH} levels deep; not read from here on",
            ),
            Phrase(
                "岗位定义只需要几层；请检查括号和缩进",
                "a definition needs a few levels only; check brackets and indentation",
            ),
        )

    def _close_map(self, event: Any) -> None:
        frame = self._stack.pop()
        end_line, end_column = self._end_of(frame, event)
        node = MapNode(self._file, frame.line, frame.column, end_line, end_column, self._by_key)
        self._leave(frame, node)

    def _close_list(self, event: Any) -> None:
        frame = self._stack.pop()
        end_line, end_column = self._end_of(frame, event)
        assert self._items is not None
        node = ListNode(self._file, frame.line, frame.column, end_line, end_column, self._items)
        self._leave(frame, node)

    def _end_of(self, frame: _Frame, event: Any) -> tuple[int, int]:
        """Behind the bracket of a flow collection, else where the last child ends."""
        end = event.end_mark
        if frame.is_flow and event.start_mark.index != end.index:
            return end.line + 1, end.column + 1
        return self._last.end_line, self._last.end_column

    def _leave(self, frame: _Frame, node: Node) -> None:
        self._items, self._by_key, self._key = frame.items, frame.by_key, frame.key
        self._attach(node)

    def _start_document(self, event: Any) -> None:
        if not self._has_document:
            self._has_document = True
            return
        self._is_done = True
        line, column = event.end_mark.line + 1, event.end_mark.column + 1
        self._findings.add(
            kinds.SEVERAL_DOCUMENTS,
            Span(self._file.path, line, max(column - 3, 1), line, column),
            Phrase("一个文件里有两份文档：“---”把它分开了", 'the file holds two documents, divided by "---"'),
            Phrase(
                "每个文件只写一份定义：删去这一行，或分成两个文件",
                "one definition per file: delete this line, or make two files",
            ),
        )

    def _end_document(self, _event: Any) -> None:
        assert self._items is not None
        self._root = self._items[-1]

    def _end_stream(self, _event: Any) -> None:
        self._is_done = True

    def _read_properties(self, event: Any) -> None:
        """Note the anchor and report the tag that stand before a node."""
        offset = event.start_mark.index
        if event.anchor is not None:
            self._anchors.append(report_anchor(self._file, offset))
        if event.tag is not None:
            report_tag(self._findings, self._file, offset)

    def _no_key(self) -> ScalarNode:
        return ScalarNode(self._file, 1, 1, 1, 1, "", "")
