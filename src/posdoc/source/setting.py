"""Edits of a YAML file by path: what no operation is about stays as it is, comments and layout included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.edits import written
from posdoc.source.emit import Layout, block, flow
from posdoc.source.nodes import ListNode, MapNode, Node, ScalarNode, SourceFile
from posdoc.source.operations import (
    Insert,
    Move,
    NoSuchPlaceError,
    Operation,
    Path,
    Remove,
    Set,
    changed,
    shown,
    steps,
)
from posdoc.source.plain_data import Data, Read, data_of, is_scalar
from posdoc.source.reader import read_text
from posdoc.source.setting_block import add_entry, insert_item, move_item, remove_part, replace_value
from posdoc.source.setting_flow import add_in_flow, move_in_flow, remove_in_flow, replace_in_flow
from posdoc.source.setting_places import (
    end_of,
    header_end,
    is_block_text,
    is_flow,
    last_leaf,
    last_line_of,
    layout_of,
    line_close,
    slot_of,
    start_of,
    value_of,
)

__all__ = ["Insert", "Move", "Operation", "Path", "Remove", "Set", "apply_operations", "data_of"]

Order: TypeAlias = Callable[[Path], Sequence[str]]
"""The usual order of the keys of the mapping at a path; empty where there is none."""

_OF_THE_DATA: Final = frozenset({kinds.FORBIDDEN_CHARACTER, kinds.BIDI_CONTROL})
"""Findings that new data may bring with them."""


def apply_operations(text: str, path_of_file: str, operations: Iterable[Operation], order: Order = lambda _: ()) -> str:
    """The text of a file after some operations, each on what the one before has left.

    A new key stands behind the nearest key before it in its ``order``, or else first; one that is not in the order
    stands last. A new scalar has the quotes of the old one, where it can.

    Raises :class:`~posdoc.errors.DefinitionError` where the file cannot be read, has no such place, or would not say
    exactly what was asked; and ``ValueError`` for a key that YAML does not take.
    """
    editor = _Editor(text.removeprefix("\ufeff"), path_of_file, order)
    for operation in operations:
        editor.apply(operation)
    return text[: len(text) - len(text.removeprefix("\ufeff"))] + editor.file.text


class _Editor:
    """A file between two operations: its text, its tree, and what is wrong with it."""

    def __init__(self, text: str, path: str, order: Order) -> None:
        self._order = order
        self.file = SourceFile(path, text)
        root, self._kinds = self._read(text)
        if root is None and self._kinds != {kinds.EMPTY_FILE}:
            raise _unreadable(path)
        self._take(text, root)
        self._layout = layout_of(root)

    def _read(self, text: str) -> tuple[Node | None, set[object]]:
        root, findings = read_text(text, self.file.path)
        return root, {finding.kind for finding in findings}

    def _take(self, text: str, root: Node | None) -> None:
        self.file = root.file if root is not None else SourceFile(self.file.path, text)
        self._root = root
        self._data: Read = "" if root is None else data_of(root)

    def apply(self, operation: Operation) -> None:
        """Make one operation, and see that the file says exactly what it asks."""
        before = self._data
        try:
            expected = changed(before, operation)
        except NoSuchPlaceError as error:
            raise _no_such_place(self.file.path, error.path) from error
        found = steps(before, operation)
        start = self.file.text, self._root
        for blocks, is_closed in ((True, False), (False, False), (True, True)):
            if self._make(found, replace(self._layout, blocks=blocks), is_closed) and self._data == expected:
                return
            self._take(*start)
        if not self._strip_last_text():
            raise _not_as_asked(self.file.path, operation)
        self.apply(operation)

    def _strip_last_text(self) -> bool:
        """Say ``|-`` where the file ends with a text below ``|`` and without a line end, so that lines can follow."""
        leaf = last_leaf(self._root) if self._root is not None else None
        if leaf is None or not is_block_text(leaf) or self.file.text.endswith(("\n", "\r")):
            return False
        start, end = start_of(leaf), header_end(leaf)
        header = self.file.text[start:end]
        text = written(self.file.text, [(start, end, f"{header.replace('+', '')}-")])
        root, _ = self._read(text)
        if "-" in header or root is None or data_of(root) != self._data:
            return False
        self._take(text, root)
        return True

    def _make(self, found: Iterable[Operation], layout: Layout, is_closed: bool) -> bool:
        """Make some steps; whether the file can be read after each, without findings that were not there before.

        With ``is_closed`` the file ends with a line end: a text below ``|`` that comes to stand last needs it.
        """
        for step in found:
            text = _made(self.file, self._root, step, layout, self._order)
            if is_closed and not text.endswith(("\n", "\r")):
                text += self.file.line_end
            root, its_kinds = self._read(text)
            if root is None or its_kinds - self._kinds - _OF_THE_DATA:
                return False
            self._take(text, root)
        return True


def _made(file: SourceFile, root: Node | None, step: Operation, layout: Layout, order: Order) -> str:
    """The text after one step of :func:`~posdoc.source.operations.steps`."""
    if root is None or (isinstance(step, Set) and not step.path):
        assert isinstance(step, Set)
        return _with_root(file, root, step.data, layout)
    place = step.path if isinstance(step, (Insert, Move)) else step.path[:-1]
    container, in_flow = _container(root, place)
    if isinstance(container, ListNode):
        match step:
            case Insert(_, index, data):
                return add_in_flow(container, index, data) if in_flow else insert_item(container, index, data, layout)
            case Move(_, from_, to):
                return move_in_flow(container, from_, to) if in_flow else move_item(container, from_, to)
    if isinstance(step, Set):
        return _set(container, in_flow, step, layout, order)
    if in_flow:
        return remove_in_flow(container, step.path[-1])
    if len(data_of(container)) > 1:
        return remove_part(container, step.path[-1])
    return _made(file, root, Set(place, {} if isinstance(container, MapNode) else []), layout, order)


def _set(container: MapNode | ListNode, in_flow: bool, step: Set, layout: Layout, order: Order) -> str:
    *place, part = step.path
    if isinstance(container, ListNode) or container.get(str(part)) is not None:
        if in_flow:
            return replace_in_flow(container, part, step.data)
        return replace_value(slot_of(container, part), step.data, layout)
    keys = [key.text for key, _ in container.entries]
    index = _place_of_key(keys, str(part), order(tuple(place)))
    if in_flow:
        return add_in_flow(container, index, step.data, str(part))
    return add_entry(container, index, str(part), step.data, layout)


def _place_of_key(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Where a new key is to stand among those that are there."""
    if key not in order:
        return len(keys)
    before = order[: order.index(key)]
    nearest = next((known for known in reversed(before) if known in keys), None)
    if nearest is not None:
        return keys.index(nearest) + 1
    return 0 if any(known in keys for known in order) else len(keys)


def _container(root: Node, path: Path) -> tuple[MapNode | ListNode, bool]:
    """The mapping or list at a path, and whether it stands between brackets or braces."""
    node, in_flow = root, is_flow(root)
    for part in path:
        assert isinstance(node, (MapNode, ListNode))
        node = value_of(node, part)
        in_flow = in_flow or is_flow(node)
    assert isinstance(node, (MapNode, ListNode))
    return node, in_flow


def _with_root(file: SourceFile, root: Node | None, data: Data, layout: Layout) -> str:
    """The text with ``data`` in place of all that the file says, which may be nothing."""
    text, end = file.text, file.line_end
    indent = root.column - 1 if root is not None else 0
    lines = [flow(data)] if is_scalar(data) or not data else block(data, indent, layout)
    new = end.join([lines[0][indent if len(lines[0]) > indent else 0 :], *lines[1:]])
    if root is None:
        is_whole = not text or text.endswith(("\n", "\r"))
        return f"{text}{new}{end}" if is_whole else f"{text}{end}{new}"
    start, close = start_of(root), end_of(root)
    if not isinstance(root, ScalarNode) and not is_flow(root):
        close = line_close(file, last_line_of(root))
    if text[:start].rpartition("\n")[2].strip(" "):  # the root stands behind "---"
        start, new = len(text[:start].rstrip(" ")), end + new
    return written(text, [(start, close, new)])


def _unreadable(path: str) -> DefinitionError:
    return DefinitionError(
        Phrase(f"“{path}”读不下去，没有改动", f'"{path}" cannot be read; nothing was changed'),
        Phrase("先用 posdoc check 找出并改正错误", "run posdoc check and mend it first"),
    )


def _no_such_place(path: str, place: Path) -> DefinitionError:
    return DefinitionError(
        Phrase(
            f"“{path}”里没有 {shown(place)}，或者它不是列表、映射，没有改动",
            f'"{path}" has no {shown(place)}, or it is of another kind; nothing was changed',
        ),
        Phrase("文件可能已被改过；核对后再试", "the file may have changed meanwhile; compare it and try again"),
    )


def _not_as_asked(path: str, operation: Operation) -> DefinitionError:
    place = shown(operation.path)
    return DefinitionError(
        Phrase(
            f"“{path}”的写法特殊，{place} 无法自动修改，没有改动",
            f'"{path}" is written in a way in which {place} cannot be changed exactly; nothing was changed',
        ),
        Phrase("请在编辑器里手工修改这一处", "change this place by hand in an editor"),
    )
