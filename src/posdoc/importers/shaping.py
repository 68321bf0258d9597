"""Plain data in the shape that definitions have: keys in order, numbers as numbers, texts in their language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from posdoc.model import Duty, HeadCount, Record, Text, fields_of, types_of


def text_in(text: str, language: str) -> str | dict[str, str]:
    """A text that says its language; plain where ``language`` is empty, which means the first of the workspace."""
    return {language: text} if language else text


def in_language(data: Any, cls: Any, language: str) -> Any:
    """Data of a record, or what it holds, with the language of each text stated; as it is where ``language`` is empty."""
    if not language:
        return data
    if isinstance(data, list):
        return [in_language(item, cls, language) for item in data]
    if isinstance(data, str) and cls is Text:
        return text_in(data, language)
    if not _is_record(cls):
        return data
    types, _ = _shape(cls)
    if isinstance(data, dict):
        return {key: in_language(value, types.get(key), language) for key, value in data.items()}
    is_short_text = isinstance(data, str) and types.get(cls.shorthand) is Text
    return {cls.shorthand: text_in(data, language)} if is_short_text else data


def ordered(data: Any, cls: Any) -> Any:
    """Data with its keys in the order of the model, its numbers as numbers, and records in shorthand where they can be.

    Duties are written in full: shares of time are yet to be added.
    """
    if isinstance(data, list):
        return [ordered(item, cls) for item in data]
    if isinstance(data, str) and cls in (HeadCount, int, Decimal) and re.fullmatch(r"0|[1-9]\d{0,8}", data):
        return int(data)
    if not isinstance(data, dict) or not _is_record(cls):
        return data
    if set(data) == {cls.shorthand} and cls is not Duty and isinstance(data[cls.shorthand], str):
        return data[cls.shorthand]
    types, _ = _shape(cls)
    made = {name: ordered(data[name], inner) for name, inner in types.items() if name in data}
    return made | {key: value for key, value in data.items() if key not in made}


def whole(data: Any, cls: Any, left_out: list[tuple[str, list[str]]], key: str = "") -> Any:
    """Data without the records that lack what they must have, as a contact that names nobody: such an entry would be an
    error in the definition. Its key and the texts that it does have are added to ``left_out``. None is what is left of a
    record that is left out itself.
    """
    if isinstance(data, list):
        kept = [whole(item, cls, left_out, key) for item in data]
        return [item for item in kept if item is not None]
    if not isinstance(data, dict) or not _is_record(cls):
        return data
    types, required = _shape(cls)
    made = {}
    for name, value in data.items():
        kept = whole(value, types.get(name), left_out, name) if isinstance(value, list | dict) else value
        if kept is not None and (kept != [] or value == []):
            made[name] = kept
    if all(made.get(name) for name in required):
        return made
    left_out.append((key, list(_texts(made))))
    return None


def _texts(data: Any) -> Iterator[str]:
    """All texts in data that say something, in order."""
    if isinstance(data, str):
        yield from (data,) if data else ()
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Record)


@cache
def _shape(cls: Any) -> tuple[Mapping[str, Any], Sequence[str]]:
    """What the fields of a record hold one or several of, and which of them it must have."""
    fields, types = fields_of(cls), types_of(cls)
    return {one.name: _inner(types[one.attribute]) for one in fields}, [one.name for one in fields if one.required]


@cache
def _inner(declared: Any) -> Any:
    """The type that a declared type holds one or several of, where it is a record or a number."""
    if isinstance(declared, type):
        return declared
    if get_origin(declared) is Mapping:
        return None
    found = (_inner(part) for part in get_args(declared) if part is not type(None) and part is not ...)
    return next((one for one in found if isinstance(one, type)), None)
