"""Edits of definitions that an imported file asks for: values put into plain data, and what that changes in each file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from posdoc.diagnostics import Diagnostic
from posdoc.model import Record, Text, field_of, fields_of, types_of
from posdoc.source.operations import Insert, Move, Operation, Path, Remove, Set, at, shown, steps
from posdoc.source.plain_data import Data, Read, as_read
from posdoc.source.setting import apply_operations

NOTHING = ""


@dataclass(frozen=True)
class Change:
    """One value that an import changes: the file, the place in it, and what stood and stands there."""

    file: str
    place: str
    before: str
    after: str


@dataclass
class Edits:
    """The files as they would be, and what is different in them; ``findings`` are the changes that cannot be made."""

    files: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def edit(self, file: str, text: str, old: Read, new: Data, cls: type[Record]) -> None:
        """Have a file say ``new`` where it says ``old``, with as little of its text touched as can be."""
        found = steps(old, Set((), new))
        if not found:
            return
        self.files[file] = apply_operations(text, file, [Set((), new)], order_of(cls))
        self.changes += [change for step in found for change in _changes(file, old, step)]


def _changes(file: str, old: Read, step: Operation) -> list[Change]:
    match step:
        case Set(path, new):
            return [Change(file, shown(path), _said(old, path), written(as_read(new)))]
        case Remove(path):
            return [Change(file, shown(path), _said(old, path), NOTHING)]
        case Insert(path, index, new):
            return [Change(file, shown((*path, index)), NOTHING, written(as_read(new)))]
        case Move(path, from_, to):
            return [Change(file, shown((*path, from_)), shown((*path, from_)), shown((*path, to)))]


def _said(old: Read, path: Path) -> str:
    try:
        return written(at(old, path))
    except LookupError:
        return NOTHING


def written(data: Read) -> str:
    """A value in one line, for people."""
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return "；".join(written(item) for item in data)
    return "，".join(f"{key}: {written(value)}" for key, value in data.items())


def order_of(cls: type[Record]) -> Any:
    """The usual order of keys of the record at a path, for :func:`~posdoc.source.setting.apply_operations`."""

    def order(path: Path) -> Sequence[str]:
        found: Any = cls
        for part in path:
            found = _inner(found, part)
        return [info.name for info in fields_of(found)] if _is_record(found) else ()

    return order


def _inner(cls: Any, part: str | int) -> Any:
    if isinstance(part, int) or not _is_record(cls):
        return cls
    info = field_of(cls, part)
    return record_in(types_of(cls)[info.attribute]) if info else None


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Record)


def record_in(declared: Any) -> Any:
    """The record that a declared type holds one or several of; the type itself where there is none."""
    if isinstance(declared, type) or get_origin(declared) is Mapping:
        return declared
    kinds = [record_in(part) for part in get_args(declared) if part is not ...]
    return next((kind for kind in kinds if _is_record(kind)), kinds[0] if kinds else declared)


def with_value(data: Read, cls: type[Record], path: Path, value: Data | None, language: str, first: str) -> Read:
    """Plain data of a record with a value at a path; None takes it away. ``language`` is that of a text, and ``first``
    the language of texts that are written without one.

    A text that is written plainly becomes a mapping where another language is added; a record in shorthand becomes a
    mapping where another of its fields is set.
    """
    if not path:
        return _text(data, value, language, first)
    part, *rest = path
    if isinstance(part, int):
        items = list(data) if isinstance(data, list) else []
        inner = items[part] if part < len(items) else ""
        made = with_value(inner, cls, tuple(rest), value, language, first)
        return [*items[:part], *([] if made in ("", {}, []) else [made]), *items[part + 1 :]]
    if not _is_record(cls):
        return data  # the path, which stands in somebody's file, goes on where nothing has parts
    entries: dict[str, Read] = dict(data) if isinstance(data, dict) else {}
    if data and _is_short(data, cls):
        entries = {cls.shorthand: data}
    info = field_of(cls, part)
    inner_cls: Any = record_in(types_of(cls)[info.attribute]) if info else Text
    made = with_value(entries.get(part, ""), inner_cls, tuple(rest), value, language, first)
    if made in ("", {}, []):
        entries.pop(part, None)
    else:
        entries[part] = made
    return _short(entries, data, cls)


def _is_short(data: Read, cls: type[Record]) -> bool:
    """Whether a record stands in shorthand: as the text of one of its fields, plain or in languages."""
    is_text = isinstance(data, str) or (isinstance(data, dict) and _is_of_languages(data, cls))
    return bool(cls.shorthand) and is_text


def _is_of_languages(data: Mapping[str, Read], cls: type[Record]) -> bool:
    """Whether a mapping is a text in languages that stands for a record in shorthand."""
    return bool(data) and not any(field_of(cls, key) for key in data)


def _short(entries: dict[str, Read], before: Read, cls: type[Record]) -> Read:
    """A record that was written in shorthand stays so where nothing else is stated."""
    if before and _is_short(before, cls) and set(entries) <= {cls.shorthand}:
        return entries.get(cls.shorthand, "")
    return entries


def _text(data: Read, value: Data | None, language: str, first: str) -> Read:
    if value is None or not isinstance(value, str) or not language:
        if value is None and language and isinstance(data, dict):
            return {key: text for key, text in data.items() if key != language}
        return "" if value is None else as_read(value)
    if isinstance(data, dict):
        return {**data, language: value}
    if language == first or not data:
        return value if language == first else {language: value}
    return {first: data, language: value}
