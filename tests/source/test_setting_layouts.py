"""Edits of files in every sort of layout say exactly what is asked, and leave the rest alone."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.source import ListNode, MapNode, Node, read_text
from posdoc.source.nodes import LINE_END
from posdoc.source.operations import Insert, Move, Operation, Path, Remove, Set
from posdoc.source.plain_data import data_of
from posdoc.source.setting import apply_operations
from tests.source.layouts import MARK, Layouts

NEW: list[Any] = [
    *["新", "x y", "乙: 丙", "a\nb", "甲\n\n乙\n", "yes", "3", "", "#", "\t", "－ 甲", "长" * 60, {}, []],
    *[{"zh": "中", "en": "E"}, {"a": "1", "b": {"c": ["x"]}}, ["一", "二"], [{"a": "b"}], {"t": "一\n二\n"}],
]
SEEDS = st.integers(0, 2**32)


def places(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value with its path."""
    yield path, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in pairs:
        yield from places(value, (*path, part))


def an_operation(random: Random, data: Any) -> Operation:
    while True:
        path, value = random.choice(list(places(data)))
        new = copy.deepcopy(random.choice(NEW))
        match random.randrange(7):
            case 0 | 1 if path:
                return Set(path, new)
            case 2 if isinstance(value, dict):
                return Set((*path, random.choice(["neu", "title", "zh"])), new)
            case 3 if path:
                return Remove(path)
            case 4 if isinstance(value, list):
                return Insert(path, random.randint(0, len(value)), new)
            case 5 if isinstance(value, list) and value:
                return Move(path, random.randrange(len(value)), random.randrange(len(value)))
            case 6 if path and isinstance(value, (dict, list)) and value:
                return Set(path, somewhat_changed(random, value))


def somewhat_changed(random: Random, data: Any) -> Any:
    for _ in range(random.randint(1, 3)):
        if data:
            path = random.choice([path for path, _ in places(data) if path])
            data = after(data, random.choice([an_operation(random, data), Set(path, "新")]))
    return data


def after(data: Any, operation: Operation) -> Any:
    """The data after an operation, in the plainest way."""
    box = [copy.deepcopy(data)]
    parent, last = box, 0
    for part in operation.path:
        parent, last = parent[last], part  # type: ignore[assignment]
    match operation:
        case Set(_, new) if isinstance(parent, list) and last == len(parent):
            parent.append(new)
        case Set(_, new):
            parent[last] = new
        case Remove():
            del parent[last]
        case Insert(_, index, new):
            parent[last].insert(index, new)
        case Move(_, from_, to):
            parent[last].insert(to, parent[last].pop(from_))
    return box[0]


def a_file(random: Random) -> tuple[str, Node]:
    while True:
        text = Layouts(random).file()
        root, findings = read_text(text, "a.yaml")
        if root is not None and not findings and data_of(root):
            return text, root


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_the_file_says_what_is_asked(seed: int) -> None:
    random = Random(seed)
    text, root = a_file(random)
    data = data_of(root)
    operations = []
    while isinstance(data, (dict, list)) and data and len(operations) < 3:
        operations.append(an_operation(random, data))
        data = after(data, operations[-1])
    text = apply_operations(text, "a.yaml", operations, lambda _: ["title", "neu", "code", "zh", "en"])
    node, findings = read_text(text, "a.yaml")
    assert node is not None
    assert (data_of(node), findings) == (data, [])


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_comments_and_lines_that_are_not_concerned_stay(seed: int) -> None:
    random = Random(seed)
    text, root = a_file(random)
    operation = an_operation(random, data_of(root))
    new = apply_operations(text, "a.yaml", [operation])
    lost = set(MARK.findall(text)) - set(MARK.findall(new))
    first, last = lines_concerned(root, operation)
    lines = LINE_END.split(text)
    assert lost <= set(MARK.findall("\n".join(lines[first - 1 : last])))
    above = max(first - 2, 0)  # the line above may end with a key or a comma
    assert LINE_END.split(new)[:above] == lines[:above]
    rest = lines[last + 1 :]
    assert not any(rest) or LINE_END.split(new)[-len(rest) :] == rest


def lines_concerned(root: Node, operation: Operation) -> tuple[int, int]:
    """The lines of what an operation takes away or replaces, with comments that belong to it; else of what it changes."""
    node: Node = root
    first = 1
    for part in operation.path:
        if isinstance(node, MapNode):
            key, value = node.key(str(part)), node.get(str(part))
            if key is None or value is None:
                break
            first, node = key.line, value
        elif isinstance(node, ListNode) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            first = node.line
    lines = LINE_END.split(root.file.text)
    while first > 1 and is_no_content(lines[first - 2]):
        first -= 1
    last = node.end_line
    while last < len(lines) and is_no_content(lines[last]):
        last += 1
    return first, last


def is_no_content(line: str) -> bool:
    return not MARK.sub("", line).strip(" -[{,")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay(end: str) -> None:
    text = end.join(["a: 1", "b:", "  - x", "c: |", "  甲", ""])
    operations = [Set(("b", 1), {"d": "e\nf"}), Set(("c",), "乙\n丙\n"), Set(("d",), ["x" * 40])]
    new = apply_operations(text, "a.yaml", operations)
    assert new.count(end) == new.count("\n") == len(new.splitlines())
