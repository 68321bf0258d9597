"""What a position takes over: from the position it is based on, and from defaults, nearest first.

A field that is stated wins. The parts of ``document``, ``conditions`` and ``training`` are taken over one by
one; every other field is taken over whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from posdoc.diagnostics import Diagnostic, Related
from posdoc.load.convert import Fields
from posdoc.load.kinds import CYCLIC_BASE
from posdoc.model import Position, PositionDefaults, Record, Unit, Workspace, fields_of
from posdoc.phrases import Phrase


def resolve_bases(own: Mapping[str, Fields]) -> tuple[dict[str, Fields], list[Diagnostic]]:
    """Each position's fields with those of the positions it is based on; cycles are reported once."""
    done: dict[str, Fields] = {}
    findings: list[Diagnostic] = []
    for start in own:
        chain = _chain_from(start, own, done)
        if chain.index(chain[-1]) < len(chain) - 1:
            cycle = chain[chain.index(chain[-1]) : -1]
            if not any(member in done for member in cycle):
                findings.append(_cycle_finding(cycle, own))
            done.update({member: own[member] for member in cycle})
        for position in reversed(chain):
            if position not in done:
                base = own[position].values.get("based_on")
                done[position] = take_over(own[position], done[base]) if base in done else own[position]
    return done, findings


def _chain_from(start: str, own: Mapping[str, Fields], done: Mapping[str, Fields]) -> list[str]:
    """``start`` and what it is based on, up to something resolved; a cycle ends with its first member again."""
    chain = {start: None}
    current = start
    while current not in done:
        base = own[current].values.get("based_on")
        if base is None or base not in own:
            break
        current = str(base)
        if current in chain:
            return [*chain, current]
        chain[current] = None
    return list(chain)


def _cycle_finding(cycle: list[str], own: Mapping[str, Fields]) -> Diagnostic:
    places = [own[member].origins["based_on"].span for member in cycle]
    path = " → ".join([*cycle, cycle[0]])
    return Diagnostic(
        CYCLIC_BASE,
        places[0],
        Phrase(f"沿用关系绕成一圈：{path}", f"based_on goes round in a circle: {path}"),
        Phrase("删去其中一处 based_on", "remove one based_on"),
        tuple(Related(place, Phrase("途经此处", "by way of here")) for place in places[1:]),
    )


def take_over(fields: Fields, base: Fields) -> Fields:
    """``fields`` with what ``base`` states and they do not."""
    values, origins = dict(fields.values), dict(fields.origins)
    for info in fields_of(Position):
        if info.inherited and info.name in base.origins:
            value = _inheritable(base.values.get(info.attribute))
            _hand_down(info.attribute, info.name, value, base.origins, values, origins)
    return Fields(values, origins)


def default_layers(unit: str, units: Mapping[str, Unit], workspace: Workspace) -> Iterator[PositionDefaults]:
    """The defaults that apply to the positions of a unit: its own, those of the units above it, the workspace's."""
    current = units.get(unit)
    while current is not None:
        if current.defaults is not None:
            yield current.defaults
        current = units.get(current.parent)
    if workspace.defaults is not None:
        yield workspace.defaults


def apply_defaults(fields: Fields, layers: Iterable[PositionDefaults]) -> Fields:
    """``fields`` with the defaults of the units above and of the workspace, nearest first."""
    values, origins = dict(fields.values), dict(fields.origins)
    for layer in layers:
        for attribute in layer.values:
            _hand_down(attribute, attribute.rstrip("_"), layer.values[attribute], layer.origins, values, origins)
    return Fields(values, origins)


def _hand_down(
    attribute: str,
    name: str,
    value: Any,
    from_origins: Mapping[str, Any],
    values: dict[str, Any],
    origins: dict[str, Any],
) -> None:
    if value is None:
        return
    if name not in origins:
        values[attribute] = value
        origins[name] = from_origins[name]
    elif isinstance(value, Record) and isinstance(values.get(attribute), Record):
        values[attribute] = _merged(values[attribute], value)


def _inheritable(value: Any) -> Any:
    """A record without the parts that belong to one position only, such as a document's number."""
    if not isinstance(value, Record):
        return value
    own = {info.attribute for info in fields_of(type(value)) if not info.inherited}
    if not own & value.__dict__.keys():
        return value
    kept = {key: part for key, part in value.__dict__.items() if key not in own and key != "origins"}
    if not kept:
        return None
    names = {attribute.rstrip("_") for attribute in own}
    return type(value).build(kept, {key: place for key, place in value.origins.items() if key not in names})


def _merged(stated: Record, inherited: Record) -> Record:
    values = {**inherited.__dict__, **stated.__dict__}
    values.pop("origins", None)
    return type(stated).build(values, {**inherited.origins, **stated.origins})
