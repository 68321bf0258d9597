"""Compares two organizations field by field: what came, went, was renamed, moved, reworded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from posdoc.diff.alignment import LEAST, Known, aligned, grams_of, likeness, passing
from posdoc.diff.changes import Change, Difference, Entry, Subject, SubjectKind, keyed
from posdoc.diff.handed_down import handed_down, with_shared
from posdoc.diff.plain import UNORDERED, plain, stated, texts_of
from posdoc.diff.renaming import renamed_references
from posdoc.model import FieldInfo, Organization, PartialDate, Position, Record, Unit

NAMES = ("id", "use", "position", "party", "version", "role", "item", "kind", "area", "title", "name", "text")
"""The fields that entries of lists are known by; the first that an entry states counts, with its label beside it."""
T = TypeVar("T", Position, Unit)


def compare(old: Organization, new: Organization) -> Difference:
    """Everything that differs between two organizations. Of what positions take over, the resolved values are compared."""
    positions = _renamed(old.positions, new.positions)
    units = _renamed(old.units, new.units)
    renamed = {**positions, **units}
    before = renamed_references(old, new, renamed) if renamed else old
    changed = _subjects(SubjectKind.POSITION, before.positions, new.positions, positions, units)
    subjects = [
        *_settings(before, new),
        *_subjects(SubjectKind.UNIT, before.units, new.units, units, units),
        *with_shared(handed_down(changed, before, new), before, new, positions),
        *_subjects(SubjectKind.PERSON, before.people, new.people, {}, {}),
    ]
    return Difference(before, new, tuple(subjects), renamed)


def _settings(old: Organization, new: Organization) -> Iterator[Subject]:
    changes = changes_of(old.workspace, new.workspace)
    if changes:
        yield Subject(SubjectKind.SETTINGS, old.workspace, new.workspace, changes)


def _subjects(
    kind: SubjectKind,
    old: Sequence[Record],
    new: Sequence[Record],
    renamed: Mapping[str, str],
    renamed_units: Mapping[str, str],
) -> list[Subject]:
    """What differs between subjects of one kind: those that are there in reading order, then those that are gone."""
    before = keyed(old)
    was = {name: former for former, name in renamed.items()}
    is_person = kind is SubjectKind.PERSON
    found: list[Subject] = []
    for key, record in keyed(new).items():
        held = before.pop(was.get(key, key), None)
        subject = Subject(kind, held, record, key=key if is_person else "")
        if held is not None:
            subject = replace(subject, changes=changes_of(held, record), units=_units(held, record, renamed_units))
        if held is None or subject.changes or subject.old_id or any(subject.units):
            found.append(subject)
    return [*found, *(Subject(kind, record, None, key=key if is_person else "") for key, record in before.items())]


def _units(old: Record, new: Record, renamed: Mapping[str, str]) -> tuple[str, str]:
    """The unit that a position or unit was and is in, where that is another one."""
    was, is_ = _above(old), _above(new)
    return (was, is_) if renamed.get(was, was) != is_ else ("", "")


def _above(record: Record) -> str:
    return record.unit if isinstance(record, Position) else record.parent if isinstance(record, Unit) else ""


# --- what was renamed -----------------------------------------------------------------------------------------


def _renamed(old: Sequence[T], new: Sequence[T]) -> dict[str, str]:
    """New ids by old ones: as a definition says that it had the id, or the title, before; else where it is like enough."""
    there, here = {one.id for one in new}, {one.id for one in old}
    gone: list[T] = [one for one in old if one.id not in there]
    come: list[T] = [one for one in new if one.id not in here]
    found: dict[str, str] = {}
    for says in (_had_id, _had_title):
        for one in come:
            named = [other for other in gone if other.id not in found and says(one, other)]
            if len(named) == 1 and one.id not in found.values():
                found[named[0].id] = one.id
    grams = {id(one): grams_of(_text(plain(one))) for one in (*gone, *come)}
    scored = sorted((-likeness(grams[id(one)], grams[id(other)]), one.id, other.id) for one in gone for other in come)
    for score, former, name in scored:
        if -score >= LEAST and former not in found and name not in found.values():
            found[former] = name
    return found


def _had_id(new: Position | Unit, old: Position | Unit) -> bool:
    return old.id in new.former_ids


def _had_title(new: Position | Unit, old: Position | Unit) -> bool:
    titles = set(old.title.languages.values()) if old.title else set()
    return any(titles & set(alias.languages.values()) for alias in new.aliases)


# --- fields -------------------------------------------------------------------------------------------------------


def changes_of(old: Record, new: Record) -> tuple[Change, ...]:
    """The fields in which two records of one class differ, in the order of their declaration."""
    before = {info.name: (info, value) for info, value in stated(old)}
    after = {info.name: (info, value) for info, value in stated(new)}
    order = {**before, **after} if len(before) > len(after) else {**after, **before}
    names = [info.name for info, _ in order.values()]
    found = (_change(order[name][0], before.get(name, (0, None))[1], after.get(name, (0, None))[1]) for name in names)
    return tuple(change for change in found if change is not None)


def _change(info: FieldInfo, before: Any, after: Any) -> Change | None:
    if before == after or _same(info, before, after):
        return None
    if isinstance(before, Record) and type(before) is type(after):
        return Change(info, before, after, changes=changes_of(before, after))
    if _is_list(before) and _is_list(after):
        return Change(info, before, after, entries=_entries(info, before, after))
    return Change(info, before, after)


def _same(info: FieldInfo, before: Any, after: Any) -> bool:
    """Whether two values say the same, in whatever order where that says nothing."""
    if before is None or after is None:
        return False
    one, other = plain(before), plain(after)
    if info.name in UNORDERED and _is_list(before) and _is_list(after):
        return sorted(map(_canonical, one)) == sorted(map(_canonical, other))
    return bool(one == other)


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and not isinstance(value, PartialDate)


def _entries(info: FieldInfo, old: Sequence[Any], new: Sequence[Any]) -> tuple[Entry, ...]:
    pairs = aligned([_known(value) for value in old], [_known(value) for value in new])
    passed = passing([before for before, _ in pairs]) if info.name not in UNORDERED else set()
    was = {after: before for before, after in pairs}
    found = [
        Entry(was.get(place), place, old[was[place]] if place in was else None, value,
              _inside(info, old[was[place]], value) if place in was else (), was.get(place, -1) in passed)
        for place, value in enumerate(new)
    ]  # fmt: skip
    kept = set(was.values())
    return (*found, *(Entry(place, None, value, None) for place, value in enumerate(old) if place not in kept))


def _inside(info: FieldInfo, before: Any, after: Any) -> tuple[Change, ...]:
    """What differs within an entry; where it is no record that is one change, of the entry as a whole."""
    if isinstance(before, Record) and type(before) is type(after):
        return changes_of(before, after)
    return () if plain(before) == plain(after) else (Change(info, before, after),)


def _known(value: Any) -> Known:
    data = plain(value)
    return Known(_canonical(data), _name(value) if isinstance(value, Record) else None, _text(data))


def _name(record: Record) -> Any:
    """By what an entry is known among its like: ``None`` where nothing names it."""
    held = {info.name: part for info, part in stated(record)}
    name = next((name for name in NAMES if name in held), None)
    if name in (None, "text", "kind"):
        return None
    return name, _canonical(plain(held[name])), _canonical(plain(held["label"])) if "label" in held else ""


def _canonical(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _text(data: Any) -> str:
    return " ".join(texts_of(data))
