"""A difference as plain data that says how to get from the old state to the new one; the JSON form.

A list is told as a whole: each entry of the new list says from which place of the old one it comes, so that moves,
changes and new entries need no counting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from posdoc.diff.changes import Change, Difference, Entry, Subject, SubjectKind, identity_of, keyed
from posdoc.diff.plain import plain
from posdoc.model import Organization, Position, Record, Unit

FORMAT = 1


def recipe_of(difference: Difference) -> dict[str, Any]:
    """What differs, as dicts, lists and strings."""
    found: dict[str, Any] = {"format": FORMAT, "renamed": dict(sorted(difference.renamed.items()))}
    for kind in SubjectKind:
        subjects = list(difference.of(kind))
        if kind is SubjectKind.SETTINGS:
            found[kind.value] = [_operation(change) for subject in subjects for change in subject.changes]
            continue
        found[kind.value] = {
            "added": [
                {**state_of(one.new), "id": one.id} for one in subjects if one.old is None and one.new is not None
            ],
            "removed": [
                {**state_of(one.old), "id": one.id} for one in subjects if one.new is None and one.old is not None
            ],
            "changed": [changed_of(one) for one in subjects if one.old is not None and one.new is not None],
        }
    return found


def state_of(record: Record) -> dict[str, Any]:
    """A position, unit or person as plain data: its id, where it lies, and what it states."""
    found: dict[str, Any] = {"id": identity_of(record)}
    if isinstance(record, Position):
        found["unit"] = record.unit
    if isinstance(record, Unit):
        found["parent"] = record.parent
    return {**found, "states": plain(record)}


def changed_of(subject: Subject) -> dict[str, Any]:
    """What differs in a subject that was there and is there."""
    found: dict[str, Any] = {"id": subject.id}
    if subject.old_id:
        found["was"] = subject.old_id
    if any(subject.units):
        found["unit" if subject.kind is SubjectKind.POSITION else "parent"] = dict(
            zip(("before", "after"), subject.units, strict=True)
        )
    found["changes"] = [_operation(change) for change in subject.changes]
    if subject.shared:
        found["shared"] = list(subject.shared)
    if subject.taken_over:
        found["taken_over"] = {name: list(fields) for name, fields in subject.taken_over.items()}
    return found


def _operation(change: Change) -> dict[str, Any]:
    label = {"field": change.field.name, "label": {"zh": change.field.label.zh, "en": change.field.label.en}}
    if change.changes:
        return {**label, "changes": [_operation(one) for one in change.changes]}
    if change.entries:
        return {
            **label,
            "entries": [_entry(one) for one in change.entries if one.new is not None],
            "removed": [{"from": one.old, "before": plain(one.before)} for one in change.entries if one.new is None],
        }
    sides = {"before": change.before, "after": change.after}
    return {**label, **{name: plain(value) for name, value in sides.items() if value is not None}}


def _entry(entry: Entry) -> dict[str, Any]:
    if entry.old is None:
        return {"after": plain(entry.after)}
    found: dict[str, Any] = {"from": entry.old}
    if entry.is_moved:
        found["moved"] = True
    if entry.changes and isinstance(entry.after, Record):
        found["changes"] = [_operation(change) for change in entry.changes]
    elif entry.changes:
        found |= {"before": plain(entry.before), "after": plain(entry.after)}
    return found


# --- following it --------------------------------------------------------------------------------------------------


def state_of_all(organization: Organization) -> dict[str, Any]:
    """An organization as the plain data that recipes are followed on."""
    return {
        "settings": plain(organization.workspace),
        "units": [state_of(one) for one in organization.units],
        "positions": [state_of(one) for one in organization.positions],
        "people": [{**state_of(one), "id": key} for key, one in keyed(organization.people).items()],
    }


def followed(state: Mapping[str, Any], recipe: Mapping[str, Any]) -> dict[str, Any]:
    """The new state, by following a recipe on the old one, whose references to what was renamed are by the new ids.

    The order of positions, units and people is not told.
    """
    made: dict[str, Any] = {"settings": _with(state["settings"], recipe["settings"])}
    for kind in ("units", "positions", "people"):
        told = recipe[kind]
        held = {one["id"]: one for one in state[kind]}
        for gone in told["removed"]:
            del held[gone["id"]]
        for changed in told["changed"]:
            one = held.pop(changed.get("was", changed["id"]))
            held[changed["id"]] = _subject(one, changed)
        made[kind] = [*held.values(), *told["added"]]
    return made


def _subject(one: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    made = {**one, "id": changed["id"], "states": _with(one["states"], changed["changes"])}
    return made | {name: changed[name]["after"] for name in ("unit", "parent") if name in changed}


def _with(states: Mapping[str, Any], operations: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    made = dict(states)
    for operation in operations:
        name = operation["field"]
        if "changes" in operation:
            made[name] = _with(made[name], operation["changes"])
        elif "entries" in operation:
            made[name] = [_entry_of(made[name], entry) for entry in operation["entries"]]
        elif "after" in operation:
            made[name] = operation["after"]
        else:
            made.pop(name, None)
    return made


def _entry_of(old: Sequence[Any], entry: Mapping[str, Any]) -> Any:
    if "after" in entry:
        return entry["after"]
    return _with(old[entry["from"]], entry["changes"]) if "changes" in entry else old[entry["from"]]
