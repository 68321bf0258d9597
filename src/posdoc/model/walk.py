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


def references(record: Record, holders: tuple[Record, ...] = ()) -> Iterator[Reference]:
    """Every reference inside ``record``, in the order of declaration."""
    line = (*holders, record)
    nested, referring = _nesting_fields(type(record))
    for info in referring:
        for target in _items(getattr(record, info.attribute)):
            for name in target if isinstance(target, tuple) else (target,):
                yield Reference(line, info, name)
    for info in nested:
        for inner in _items(getattr(record, info.attribute)):
            yield from references(inner, line)


def _items(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


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
