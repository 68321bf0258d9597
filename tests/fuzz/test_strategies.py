"""What is generated: every field of the model that a strategy can have a value for."""

from __future__ import annotations

from posdoc.model import People, Position, Record, Unit, fields_of, types_of
from tests.fuzz.strategies import values_of, world_of

NOT_GENERATED = {
    "Position.former_ids", "Unit.former_ids", "Unit.defaults",
    "Duty.id", "Kpi.id", "KpiSet.id", "Step.id", "Flow.id", "Article.id", "Regulation.id",
}  # fmt: skip
"""Ids that name nothing but themselves, and what is handed down to other positions."""


def _reached(*begin: type[Record]) -> list[type[Record]]:
    """The records of the fields of records, and so on."""
    found, waiting = [], list(begin)
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.append(cls)
            waiting += [one for declared in types_of(cls).values() for one in _records_in(declared) if fields_of(one)]
    return found


def _records_in(declared: object) -> list[type[Record]]:
    if isinstance(declared, type):
        return [declared] if issubclass(declared, Record) else []
    return [one for part in getattr(declared, "__args__", ()) for one in _records_in(part)]


def test_every_field_is_generated() -> None:
    world = world_of(("zh", "en"), 2, 2)
    classes = _reached(Position, Unit, People)
    assert len(classes) > 25
    left = {
        f"{cls.__name__}.{info.name}"
        for cls in classes
        for info in fields_of(cls)
        if values_of(types_of(cls)[info.attribute], info, world, 3) is None
    }
    assert left == NOT_GENERATED
