"""Walking over everything that a record holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from posdoc.model.record import FieldInfo, Record, fields_of, types_of
from posdoc.model.values import Ref


class Reference(NamedTuple):
    """One reference in a definition: where it is held, by which field, and what it names."""

    holders: tuple[Record, ...]
    """The records around it, outermost first."""
    field: FieldInfo
    target: Ref


def records_in(record: Record) -> Iterator[Record]:
    """``record`` and every record inside it, each before those inside it."""
    yield record
    for info in _nesting_fields(type(record))[0]:
        for inner in _items(getattr(record, info.attribute)):
            yield from records_in(inner)


def references(record: Record) -> Iterator[Reference]:
    """Every reference inside ``record``, in the order of declaration."""
    found: list[Reference] = []
    _collect(record, (), found)
    return iter(found)


def _collect(record: Record, above: tuple[Record, ...], found: list[Reference]) -> None:
    line = (*above, record)
    stated = record.__dict__
    reaching, referring = _referring_fields(type(record))
    for info in referring:
        for target in _items(stated.get(info.attribute)):
            if isinstance(target, tuple):
                found += [Reference(line, info, name) for name in target]
            else:
                found.append(Reference(line, info, target))
    for info in reaching:
        for inner in _items(stated.get(info.attribute)):
            _collect(inner, line, found)


def _items(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


_REFERRING: dict[type, tuple[list[FieldInfo], list[FieldInfo]]] = {}


def _referring_fields(cls: type) -> tuple[list[FieldInfo], list[FieldInfo]]:
    """The fields that hold records with references in them, and those that hold references."""
    if cls not in _REFERRING:
        types = types_of(cls)
        nested, referring = _nesting_fields(cls)
        _REFERRING[cls] = [info for info in nested if _reaches(types[info.attribute], {cls})], referring
    return _REFERRING[cls]


def _reaches(declared: Any, seen: set[type]) -> bool:
    """Whether records of the declared type hold references, at any depth."""
    if not isinstance(declared, type):
        return any(_reaches(part, seen) for part in get_args(declared) if part is not ...)
    if not issubclass(declared, Record) or declared.__name__ == "PositionDefaults":
        return False
    if declared in seen:
        return bool(_nesting_fields(declared)[1])
    types = types_of(declared)
    nested, referring = _nesting_fields(declared)
    return bool(referring) or any(_reaches(types[info.attribute], {*seen, declared}) for info in nested)


_NESTING: dict[type, tuple[list[FieldInfo], list[FieldInfo]]] = {}


def _nesting_fields(cls: type) -> tuple[list[FieldInfo], list[FieldInfo]]:
    """The fields that hold records, and those that hold references."""
    if cls not in _NESTING:
        types = types_of(cls)
        nested = [info for info in fields_of(cls) if _mentions(types[info.attribute], Record)]
        referring = [info for info in fields_of(cls) if info.refers_to and _mentions(types[info.attribute], Ref)]
        _NESTING[cls] = nested, referring
    return _NESTING[cls]


def _mentions(declared: Any, wanted: type) -> bool:
    if isinstance(declared, type):
        return issubclass(declared, wanted) and declared.__name__ != "PositionDefaults"
    return any(_mentions(part, wanted) for part in get_args(declared) if part is not ...)
