"""A position that fills every field, made from the declarations: each text names its field and so is found again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

from posdoc.model import Option, Percent, Position, Record, Text, fields_of, types_of

NOT_WRITTEN = {(Position, "based_on")}
"""Taking over from another position is no content of its own."""
Place = tuple[type[Record], str]


def full_position() -> str:
    """Every field of a position and of every record in it, as YAML (JSON is YAML)."""
    return json.dumps(_record(Position, 0), ensure_ascii=False, indent=1)


def records_of(cls: type[Record]) -> list[type[Record]]:
    """``cls`` and every record class that its printed fields hold, at any depth."""
    found = [cls]
    for outer in found:
        types = types_of(outer)
        for info in fields_of(outer):
            inner = _innermost(types[info.attribute])
            if info.printed and issubclass(inner, Record) and inner not in found:
                found.append(inner)
    return found


def printed_fields() -> Iterator[Place]:
    """Every field that is declared to be printed, of a position and of every record in it."""
    return ((cls, info.name) for cls in records_of(Position) for info in fields_of(cls) if info.printed)


def mark(cls: type[Record], name: str) -> str:
    """What the text of a field ends with."""
    return f"〔{cls.__name__}.{name}〕"


def _record(cls: type[Record], depth: int) -> dict[str, Any]:
    """``cls`` with every field filled; an indicator inside an indicator has no further ones."""
    types = types_of(cls)
    return {
        info.name: _value(cls, info.name, info.example, types[info.attribute], depth)
        for info in fields_of(cls)
        if (cls, info.name) not in NOT_WRITTEN and not (depth and _innermost(types[info.attribute]) is cls)
    }


def _value(cls: type[Record], name: str, example: Any, declared: Any, depth: int) -> Any:
    inner = _innermost(declared)
    is_list = get_origin(_not_none(declared)) is tuple
    if issubclass(inner, Record):
        made: Any = _record(inner, depth + (inner is cls))
        return [made] if is_list else made
    if inner is Text:
        texts = example if isinstance(example, list) else [example]
        marked = [_text(text, mark(cls, name)) for text in texts]
        return marked if is_list else marked[0]
    return example


def _text(example: Any, end: str) -> dict[str, str]:
    chinese, english = (
        (example["zh"], example.get("en", example["zh"])) if isinstance(example, dict) else (example, example)
    )
    return {"zh": f"{chinese}{end}", "en": f"{english}{end}"}


def _not_none(declared: Any) -> Any:
    if get_origin(declared) in (Union, UnionType):
        return next(part for part in get_args(declared) if part is not type(None))
    return declared


def _innermost(declared: Any) -> type:
    declared = _not_none(declared)
    while get_origin(declared) is not None:
        declared = _not_none(get_args(declared)[0])
    assert isinstance(declared, type)
    return declared


def value_type(cls: type[Record], name: str) -> type:
    """The type of what a field holds, of one item where it holds a list."""
    info = next(info for info in fields_of(cls) if info.name == name)
    return _innermost(types_of(cls)[info.attribute])


def written(value: Any, kind: type, language: str) -> str | None:
    """How an example is printed, worked out apart from the code under test; None for what has no text of its own."""
    if issubclass(kind, Option):
        return kind.of(str(value)).label.in_(language)
    if kind is bool:
        return "☑"
    if kind is Percent:
        return str(value)
    if kind.__name__ == "PartialDate":
        return _date([int(part) for part in str(value).split("-")], language)
    if kind.__name__ == "HeadCount" and language == "zh":
        return f"{value} 人"
    return None if issubclass(kind, Record) else str(value)


def _date(parts: list[int], language: str) -> str:
    if language == "zh":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    months = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
    year, *rest = parts
    return " ".join([*(str(day) for day in rest[1:]), *([months[rest[0] - 1]] if rest else []), str(year)])
