"""What can be asked of a YAML file, and what that makes of the data it says.

A path names a value from the root: keys of mappings and places in lists, such as ``("duties", 0, "text")``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from posdoc.source.plain_data import Data, Read, as_read

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Set:
    """Give a value in place of what is there, or add it: a key that is new, or the item behind the last of a list.

    What is missing on the way is made; a value that is empty counts as missing.
    """

    path: Path
    data: Data


@dataclass(frozen=True)
class Remove:
    """Take a key with its value, or an item, away."""

    path: Path


@dataclass(frozen=True)
class Insert:
    """Put an item into the list at ``path``, before the one at ``index``, or behind the last. A missing list is made."""

    path: Path
    index: int
    data: Data


@dataclass(frozen=True)
class Move:
    """Take the item ``from_`` out of the list at ``path`` and put it in again, so that it is the item ``to``."""

    path: Path
    from_: int
    to: int


Operation: TypeAlias = Set | Remove | Insert | Move


class NoSuchPlaceError(LookupError):
    """There is nothing at ``path``, or something else than the operation needs."""

    def __init__(self, path: Path) -> None:
        super().__init__(shown(path))
        self.path = path


def shown(path: Path) -> str:
    """A path for people, such as ``duties[0].text``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".") or "."


def at(data: Read, path: Path) -> Read:
    """What stands at a path. Raises :class:`NoSuchPlaceError`."""
    for depth, part in enumerate(path, start=1):
        found: Read | None = None
        if isinstance(data, dict) and isinstance(part, str):
            found = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
            found = data[part]
        if found is None:
            raise NoSuchPlaceError(path[:depth])
        data = found
    return data


def changed(data: Read, operation: Operation) -> Read:
    """The data after an operation; those given stay as they are. Raises :class:`NoSuchPlaceError`."""
    match operation:
        case Set(path, new):
            return _with(data, path, as_read(new))
        case Remove(path):
            if not path:
                raise NoSuchPlaceError(path)
            at(data, path)
            return _with(data, path[:-1], _without(at(data, path[:-1]), path[-1]))
        case Insert(path, index, new):
            items = _items(data, path, is_made=True)
            if not 0 <= index <= len(items):
                raise NoSuchPlaceError((*path, index))
            return _with(data, path, [*items[:index], as_read(new), *items[index:]])
        case Move(path, from_, to):
            items = list(_items(data, path))
            for place in (from_, to):
                at(data, (*path, place))
            items.insert(to, items.pop(from_))
            return _with(data, path, items)


def _with(data: Read, path: Path, new: Read, depth: int = 0) -> Read:
    """``data`` with ``new`` at a path, of which ``depth`` parts have been gone."""
    if depth == len(path):
        return new
    part = path[depth]
    if isinstance(part, str) and (isinstance(data, dict) or data == ""):
        entries = data if isinstance(data, dict) else {}
        return {**entries, part: _with(entries.get(part, ""), path, new, depth + 1)}
    if isinstance(part, int) and (isinstance(data, list) or data == ""):
        items = data if isinstance(data, list) else []
        if 0 <= part <= len(items):
            inner = items[part] if part < len(items) else ""
            return [*items[:part], _with(inner, path, new, depth + 1), *items[part + 1 :]]
    raise NoSuchPlaceError(path[: depth + 1])


def _without(parent: Read, part: str | int) -> Read:
    if isinstance(parent, dict):
        return {key: value for key, value in parent.items() if key != part}
    return [value for place, value in enumerate(parent) if place != part]


def _items(data: Read, path: Path, *, is_made: bool = False) -> list[Read]:
    try:
        found = at(data, path)
    except NoSuchPlaceError:
        if not is_made:
            raise
        return []
    if isinstance(found, list):
        return found
    if is_made and found == "":
        return []
    raise NoSuchPlaceError(path)


def steps(data: Read, operation: Operation) -> list[Operation]:
    """The smallest operations that come to the same, one after the other, for ``data`` as they are.

    Each sets a scalar, sets what is empty or of another kind, adds one key to a mapping that has some, removes
    something, or inserts into or moves within a list that has items.
    """
    match operation:
        case Set(path, new):
            return _setting(data, path, new)
        case Insert(path, _, new) if not _items(data, path, is_made=True):
            return _setting(data, path, [new])
        case Move(_, from_, to) if from_ == to:
            return []
    return [operation]


def _setting(data: Read, path: Path, new: Data) -> list[Operation]:
    for depth, part in enumerate(path):
        if not data:
            return [Set(path[:depth], _nested(path[depth:], new))]
        if isinstance(data, list) and part == len(data):
            return [Insert(path[:depth], len(data), _nested(path[depth + 1 :], new))]
        if isinstance(data, dict) and part not in data:
            return [Set(path[: depth + 1], _nested(path[depth + 1 :], new))]
        data = at(data, (part,))
    return _differences(path, data, new)


def _nested(path: Path, new: Data) -> Data:
    for part in reversed(path):
        new = {part: new} if isinstance(part, str) else [new]
    return new


def _differences(path: Path, old: Read, new: Data) -> list[Operation]:
    if old == as_read(new):
        return []
    if isinstance(old, dict) and isinstance(new, Mapping) and old.keys() & new.keys():
        changes = [
            step for key, value in new.items() if key in old for step in _differences((*path, key), old[key], value)
        ]
        added: list[Operation] = [Set((*path, key), value) for key, value in new.items() if key not in old]
        return [*changes, *added, *(Remove((*path, key)) for key in old if key not in new)]
    if isinstance(old, list) and isinstance(new, Sequence) and not isinstance(new, str) and old and new:
        return _list_differences(path, old, new)
    return [Set(path, new)]


def _list_differences(path: Path, old: list[Read], new: Sequence[Data]) -> list[Operation]:
    """From the last place to the first, so that each step leaves the places of those after it as they are."""
    matcher = SequenceMatcher(None, [repr(value) for value in old], [repr(as_read(value)) for value in new], False)
    found: list[Operation] = []
    for _, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        both = min(end - start, new_end - new_start)
        found += [Insert(path, start + both, new[place]) for place in reversed(range(new_start + both, new_end))]
        found += [Remove((*path, place)) for place in reversed(range(start + both, end))]
        for place in reversed(range(both)):
            found += _differences((*path, start + place), old[start + place], new[new_start + place])
    return found
