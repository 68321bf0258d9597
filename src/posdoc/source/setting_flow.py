"""Edits between brackets and braces: ``duties: [{area: a, text: b}]``, ``{zh: x, en: y}``.

Where each item has a line of its own, a new one gets a line too, and a comment behind an item stays with it. What is
moved changes places with the others, while the comments keep theirs.
"""

from __future__ import annotations

import re
from typing import Final

from posdoc.source.edits import written
from posdoc.source.emit import flow, flow_entry
from posdoc.source.nodes import LINE_END, ListNode, MapNode, Node, ScalarNode
from posdoc.source.plain_data import Data, is_scalar
from posdoc.source.scalar_text import scalar_like
from posdoc.source.setting_places import end_of, is_flow, is_nothing, line_start, place_of, start_of, value_of

_COLON: Final = re.compile(r"\s*:")
_COMMA: Final = re.compile(r"[ \t]*,[ \t]*")
_BLANKS: Final = re.compile(r"[ \t]+(?=[,}\]])")
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")


def replace_in_flow(container: MapNode | ListNode, part: str | int, data: Data) -> str:
    """The text of the file with ``data`` in place of a value."""
    text, node = container.file.text, value_of(container, part)
    if is_nothing(node):
        start, end = _spans(container)[place_of(container, part)]
        colon = "" if text[start:end].endswith(":") else ":"
        blanks = _BLANKS.match(text, end)
        return written(text, [(end, blanks.end() if blanks else end, f"{colon} {flow(data)}")])
    new = scalar_like(node, data, in_flow=True) if isinstance(node, ScalarNode) and is_scalar(data) else flow(data)
    start = start_of(node)
    space = " " if text[start - 1 : start] == ":" else ""
    return written(text, [(start, end_of(node), space + new)])


def add_in_flow(container: MapNode | ListNode, place: int, data: Data, key: str | None = None) -> str:
    """The text of the file with a new item, or entry, before the one at ``place``, or behind the last."""
    text = container.file.text
    new = flow(data) if key is None else flow_entry(key, data)
    if not is_flow(container):  # the one entry of a mapping without braces, as in [key: value]
        (start, end), *_ = _spans(container)
        pair = [new, text[start:end]] if place == 0 else [text[start:end], new]
        return written(text, [(start, end, "{" + ", ".join(pair) + "}")])
    spans = _spans(container)
    if _has_lines(container):
        return _add_line(container, place, new)
    if place == 0:
        return written(text, [(spans[0][0], spans[0][0], f"{new}, ")])
    end = spans[place - 1][1]
    return written(text, [(end, end, f", {new}")])


def _add_line(container: MapNode | ListNode, place: int, new: str) -> str:
    file, spans = container.file, _spans(container)
    _, column = file.position(spans[0][0])
    margin = f"{file.line_end}{' ' * (column - 1)}"
    if place == 0:
        return written(file.text, [(spans[0][0], spans[0][0], f"{new},{margin}")])
    end = spans[place - 1][1]
    comma = _COMMA.match(file.text, end)
    rest = _REST_OF_LINE.match(file.text, comma.end() if comma else end)
    if rest is None:
        return written(file.text, [(end, end, f", {new}" if place < len(spans) else f",{margin}{new}")])
    if comma:
        return written(file.text, [(rest.end(), rest.end(), f"{margin}{new},")])
    return written(file.text, [(end, rest.end(), f",{rest[0]}{margin}{new}")])


def remove_in_flow(container: MapNode | ListNode, part: str | int) -> str:
    """The text of the file without an item or entry; what is emptied is ``[]`` or ``{}``."""
    text, spans, place = container.file.text, _spans(container), place_of(container, part)
    start, end = spans[place]
    if not is_flow(container):
        return written(text, [(start, end, "{}")])
    comma = _COMMA.match(text, end)
    after = comma.end() if comma else end
    if len(spans) == 1:
        first, last = start_of(container) + 1, end_of(container) - 1
        if not (text[first:start] + text[after:last]).strip():
            return written(text, [(first, last, "")])
    lines = _lines_alone(container, start, after)
    if lines is not None:
        return written(text, [(*lines, "")])
    if place + 1 < len(spans):
        following = spans[place + 1][0]
        return written(text, [(start, after if LINE_END.search(text, end, following) else following, "")])
    if place == 0 or "#" in text[spans[place - 1][1] : start]:
        return written(text, [(start, after, "")])
    start = spans[place - 1][1]
    return written(text, [(start, end, " " if text[start - 1] == ":" else "")])


def _lines_alone(container: MapNode | ListNode, start: int, end: int) -> tuple[int, int] | None:
    """The lines from ``start`` to ``end``, with their line end, where nothing but a comment stands there besides."""
    file = container.file
    begin = line_start(file, file.position(start)[0])
    rest = _REST_OF_LINE.match(file.text, end)
    if rest is None or file.text[begin:start].strip(" "):
        return None
    line_end = LINE_END.match(file.text, rest.end())
    return begin, line_end.end() if line_end else rest.end()


def move_in_flow(container: ListNode, from_: int, to: int) -> str:
    """The text of the file with an item at another place."""
    text, spans = container.file.text, _spans(container)
    items = [text[start:end] for start, end in spans]
    items.insert(to, items.pop(from_))
    return written(text, [(start, end, new) for (start, end), new in zip(spans, items, strict=True)])


def _has_lines(container: MapNode | ListNode) -> bool:
    """Whether the first item begins on a line of its own."""
    file = container.file
    line, column = file.position(_spans(container)[0][0])
    return line > container.line and not file.line(line)[: column - 1].strip(" ")


def _spans(container: MapNode | ListNode) -> list[tuple[int, int]]:
    """Where each item or entry begins and ends."""
    if isinstance(container, ListNode):
        return [(start_of(item), end_of(item)) for item in container.items]
    return [(start_of(key), _entry_end(key, value)) for key, value in container.entries]


def _entry_end(key: ScalarNode, value: Node) -> int:
    if not is_nothing(value):
        return end_of(value)
    colon = _COLON.match(key.file.text, end_of(key))
    return colon.end() if colon else end_of(key)
