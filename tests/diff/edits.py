"""Random edits of organizations, such as people make them: fields, entries of lists, texts, ids, units, whole positions."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from posdoc.model import Organization, PartialDate, Person, Position, Record, Ref, Text, Unit

Subject = Position | Unit | Person


def edited(organization: Organization, random: Random, times: int) -> Organization:
    """An organization after some edits."""
    for _ in range(times):
        organization = random.choice(EDITS)(organization, random)
    return organization


def with_record(record: Any, **values: Any) -> Any:
    return type(record).build({**record.__dict__, **values}, record.origins)


def _with(organization: Organization, table: str, place: int, subject: Any) -> Organization:
    subjects = list(getattr(organization, table))
    subjects[place : place + 1] = [subject] if subject is not None else []
    return replace(organization, **{table: tuple(subjects)})


def _pick(organization: Organization, random: Random) -> tuple[str, int, Any]:
    table = random.choice(
        [name for name in ("positions", "positions", "units", "people") if getattr(organization, name)]
    )
    place = random.randrange(len(getattr(organization, table)))
    return table, place, getattr(organization, table)[place]


def edit_a_field(organization: Organization, random: Random) -> Organization:
    table, place, subject = _pick(organization, random)
    return _with(organization, table, place, edited_record(subject, random))


def edit_the_settings(organization: Organization, random: Random) -> Organization:
    return replace(organization, workspace=edited_record(organization.workspace, random))


def take_a_field_from_another(organization: Organization, random: Random) -> Organization:
    place, other = (random.randrange(len(organization.positions)) for _ in range(2))
    stated = [info.attribute for info, _ in organization.positions[other].stated()]
    name = random.choice(stated)
    value = getattr(organization.positions[other], name)
    return _with(organization, "positions", place, with_record(organization.positions[place], **{name: value}))


def remove(organization: Organization, random: Random) -> Organization:
    table, place, _ = _pick(organization, random)
    return _with(organization, table, place, None) if len(getattr(organization, table)) > 2 else organization


def rename(organization: Organization, random: Random) -> Organization:
    place = random.randrange(len(organization.positions))
    position = organization.positions[place]
    former = (*position.former_ids, Ref(position.id)) if random.random() < 0.5 else position.former_ids
    renamed = with_record(position, id=f"{position.id}-{random.randrange(1000)}", former_ids=former)
    return _with(organization, "positions", place, renamed)


def move(organization: Organization, random: Random) -> Organization:
    place = random.randrange(len(organization.positions))
    unit = random.choice(organization.units).id if organization.units else ""
    return _with(organization, "positions", place, with_record(organization.positions[place], unit=unit))


def add(organization: Organization, random: Random) -> Organization:
    copied = random.choice(organization.positions)
    taken = {position.id for position in organization.positions}
    identity = next(name for name in (f"new-{random.randrange(10000)}" for _ in range(99)) if name not in taken)
    return replace(
        organization, positions=(*organization.positions, edited_record(with_record(copied, id=identity), random))
    )


EDITS = (
    edit_a_field,
    edit_a_field,
    edit_a_field,
    edit_the_settings,
    take_a_field_from_another,
    remove,
    rename,
    move,
    add,
)


def edited_record(record: Any, random: Random) -> Any:
    """A record with one of its fields other than it was, at any depth."""
    stated = [(info.attribute, value) for info, value in record.stated() if info.name not in ("id", "number", "name")]
    if not stated:
        return record
    name, value = random.choice(stated)
    if random.random() < 0.1:
        made = dict(record.__dict__)
        del made[name]
        return type(record).build({key: part for key, part in made.items() if key != "origins"}, record.origins)
    return with_record(record, **{name: edited_value(value, random)})


def edited_value(value: Any, random: Random) -> Any:
    if isinstance(value, Text):
        language = random.choice(list(value.languages))
        return Text({**value.languages, language: edited_text(value.languages[language], random)})
    if isinstance(value, Record):
        return edited_record(value, random)
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return edited_list(value, random)
    return value


def edited_list(value: tuple[Any, ...], random: Random) -> tuple[Any, ...]:
    entries = list(value)
    place = random.randrange(len(entries))
    kind = random.randrange(5)
    if kind == 0 and len(entries) > 1:
        del entries[place]
    elif kind == 1:
        entries.insert(random.randrange(len(entries) + 1), edited_value(entries[place], random))
    elif kind == 2:
        random.shuffle(entries)
    elif kind == 3 and len(entries) > 1:
        entries.insert(random.randrange(len(entries)), entries.pop(place))
    else:
        entries[place] = edited_value(entries[place], random)
    return tuple(entries)


def edited_text(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return random.choice(
        [text[:at] + "新" + text[at:], text[:at] + text[at + 2 :] or "无", f"{text}另行通知。", "全新的内容"]
    )
