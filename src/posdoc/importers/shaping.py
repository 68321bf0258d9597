"""Plain data in the shape that definitions have: keys in order, numbers as numbers, texts in their language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    if not (isinstance(cls, type) and issubclass(cls, Record)):
        return data
    types = {info.name: _inner(types_of(cls)[info.attribute]) for info in fields_of(cls)}
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
    if not isinstance(data, dict) or not (isinstance(cls, type) and issubclass(cls, Record)):
        return data
    if set(data) == {cls.shorthand} and cls is not Duty and isinstance(data[cls.shorthand], str):
        return data[cls.shorthand]
    types = types_of(cls)
    made = {
        info.name: ordered(data[info.name], _inner(types[info.attribute]))
        for info in fields_of(cls)
        if info.name in data
    }
    return made | {key: value for key, value in data.items() if key not in made}


def whole(data: Any, cls: Any, left_out: list[tuple[str, list[str]]], key: str = "") -> Any:
    """Data without the records that lack what they must have, as a contact that names nobody: such an entry would be an
    error in the definition. Its key and the texts that it does have are added to ``left_out``. None is what is left of a
    record that is left out itself.
    """
    if isinstance(data, list):
        kept = [whole(item, cls, left_out, key) for item in data]
        return [item for item in kept if item is not None]
    if not isinstance(data, dict) or not (isinstance(cls, type) and issubclass(cls, Record)):
        return data
    fields = {info.name: info for info in fields_of(cls)}
    types = types_of(cls)
    made = {}
    for name, value in data.items():
        inner = _inner(types[fields[name].attribute]) if name in fields else None
        kept_value = whole(value, inner, left_out, name)
        if kept_value is not None and (kept_value != [] or value == []):
            made[name] = kept_value
    if all(made.get(name) for name, info in fields.items() if info.required):
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


@cache
def _inner(declared: Any) -> Any:
    """The type that a declared type holds one or several of, where it is a record or a number."""
    if isinstance(declared, type):
        return declared
    if get_origin(declared) is Mapping:
        return None
    found = (_inner(part) for part in get_args(declared) if part is not type(None) and part is not ...)
    return next((one for one in found if isinstance(one, type)), None)
