"""A position as the hidden marks of its document say it: exact, whatever the form looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from posdoc.importers.marked import Mark, Marks
from posdoc.importers.posts import Draft, FileRead
from posdoc.importers.posts.values import is_nothing
from posdoc.importers.typed import is_list_of_texts, is_single, is_text, value_at
from posdoc.model import Position, field_of
from posdoc.source.operations import Path
from posdoc.template.marks import LANGUAGE, LINE, OWNER, WORKED_OUT

POST = "p:"
"""What the owners of marks begin with that are positions."""


def take_marks(read: FileRead, marks: Marks) -> None:
    """Put what the marks of a document say in the place of what was found without them: of the post that it is about, or,
    in a document about a unit or the department, of each post whose title it prints.
    """
    groups = _by_owner(marks.controls)
    typed = frozenset(_squeezed(one.text) for one in marks.untagged)
    posts = {owner: group for owner, group in groups.items() if owner.startswith(POST)}
    for owner, group in posts.items():
        title = next((mark.text for mark in group if mark.path == "title"), "")
        named = [draft for draft in read.drafts if draft.title == title]
        if title and len(named) == 1:
            _take(named[0], owner.removeprefix(POST), group, typed)
    if not posts and len(read.drafts) == 1 and _is_about_a_post(groups.get("", ())):
        _take(read.drafts[0], marks.identity, groups.get("", ()), typed)


def _take(draft: Draft, identity: str, marks: Sequence[Mark], typed: frozenset[str]) -> None:
    exact, composed = data_of_marks(marks)
    held = {key: value for key, value in draft.data.items() if not _is_short_of(value, composed.get(key))}
    merged = _merged(_merged(composed, held, in_order_of_first=True), exact)
    draft.data = _with_typed(merged, draft.data, typed)
    draft.identity = identity
    draft.title_is_certain = True


def _by_owner(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    """Marks by what they belong to, such as ``p:dispatcher``, with the paths there; nothing for the subject itself."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        owner, _, path = mark.path.rpartition(OWNER)
        groups.setdefault(owner, []).append(replace(mark, path=path))
    return groups


def _is_about_a_post(marks: Sequence[Mark]) -> bool:
    """Whether all that a document says of its own subject are fields of positions: a unit has others."""
    heads = {re.split(f"[.{LINE}{LANGUAGE}]", mark.path)[0] for mark in marks if not mark.path.startswith(WORKED_OUT)}
    return all(field_of(Position, head) for head in heads if head)


def data_of_marks(marks: Iterable[Mark]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What marks with the paths of one position say, in the shape of a definition: single values and lists of texts, which
    are exact, and records that are printed as one text, which are not. Names are titles yet to be resolved.
    """
    lines: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.path and not mark.is_copy and not mark.path.startswith(WORKED_OUT):
            lines.setdefault(mark.path.partition(LINE)[0] + _language_of(mark.path), []).append(mark)
    exact: dict[Any, Any] = {}
    composed: dict[Any, Any] = {}
    for path, parts in lines.items():
        plain, _, language = path.partition(LANGUAGE)
        place = tuple(int(step) if step.isdigit() else step for step in plain.split("."))
        text = "\n".join(dict.fromkeys(part.text for part in parts)) if LINE in parts[0].path else _said(parts)
        if text is None:
            continue
        value = text.strip() if is_nothing(text) and is_text(place) and re.search(r"\w", text) else None
        if not is_nothing(text):
            value = value_at(place, text)
        if value is not None:
            into = exact if is_single(place) or is_list_of_texts(place) else composed
            _put(into, place, {language: value} if language and isinstance(value, str) else value)
    return _listed(exact, composed), _listed(composed, exact)


def _said(parts: Sequence[Mark]) -> str | None:
    """What a value says that may be printed in several places: what somebody made of it in one of them, if anybody did;
    None where it was made into different things.
    """
    made = {part.text for part in parts if not part.is_unchanged}
    if len(made) > 1:
        return None
    return made.pop() if made else parts[0].text


def _is_short_of(found: Any, marked: Any) -> bool:
    """Whether a list was found with another number of entries than the marks have, each of which is one entry."""
    return isinstance(found, list) and isinstance(marked, list) and len(found) != len(marked)


def _language_of(path: str) -> str:
    _, sign, language = path.partition(LANGUAGE)
    return f"{sign}{language}"


def _put(found: dict[Any, Any], place: Path, value: Any) -> None:
    for step in place[:-1]:
        inner = found.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        found = inner
    held = found.get(place[-1])
    found[place[-1]] = {**held, **value} if isinstance(held, dict) and isinstance(value, dict) else value


def _listed(value: Any, beside: Any) -> Any:
    """Mappings by places as lists, in the order of the places; an empty record stands where only ``beside`` has one."""
    if not isinstance(value, dict):
        return value
    other = beside if isinstance(beside, dict) else {}
    if value and all(isinstance(key, int) for key in value):
        places = sorted({*value, *(key for key in other if isinstance(key, int))})
        return [_listed(value.get(key, {}), other.get(key)) for key in places]
    return {key: _listed(inner, other.get(key)) for key, inner in value.items()}


def _merged(found: Any, better: Any, *, in_order_of_first: bool = False) -> Any:
    """What was found with what is better in its place: records field by field, lists entry by entry where they are of the
    same length, in the order of the second unless it is said else.
    """
    if isinstance(found, dict) and isinstance(better, dict):
        keys = {**found, **better}
        return {key: _merged(found.get(key), better.get(key), in_order_of_first=in_order_of_first) for key in keys}
    if isinstance(found, list) and isinstance(better, list) and len(found) == len(better):
        found = found if in_order_of_first else _aligned(found, better)
        better = _aligned(better, found) if in_order_of_first else better
        return [
            _merged(one, other, in_order_of_first=in_order_of_first) for one, other in zip(found, better, strict=True)
        ]
    if isinstance(found, dict) and isinstance(better, str) and better:
        return found
    return found if better in (None, "", [], {}) else better


def _with_typed(data: Any, found: Any, typed: frozenset[str]) -> Any:
    """The data with the entries of lists that somebody typed below others, without a mark, at the ends of the lists."""
    if isinstance(data, dict) and isinstance(found, dict):
        return {key: _with_typed(value, found.get(key), typed) for key, value in data.items()}
    if not isinstance(data, list) or not isinstance(found, list):
        return data
    known = {_main_text(entry) for entry in data}
    new = [entry for entry in found if (text := _main_text(entry)) in typed and text not in known]
    rest = [entry for entry in found if entry not in new]
    if len(rest) == len(data):
        data = [_with_typed(entry, other, typed) for entry, other in zip(data, _aligned(rest, data), strict=True)]
    return [*data, *new]


def _main_text(entry: Any) -> str:
    """The longest text of an entry itself, without blanks; not those of lists in it."""
    values = entry.values() if isinstance(entry, dict) else (entry,)
    return max((_squeezed(value) for value in values if isinstance(value, str)), key=len, default="")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _aligned(entries: list[Any], order: list[Any]) -> list[Any]:
    """The entries of a list in the order of another: a form may print them in groups."""
    rest = list(entries)
    aligned: list[Any] = []
    for entry in order:
        likest = max(rest, key=lambda one: _likeness(one, entry))
        rest.remove(likest)
        aligned.append(likest)
    return aligned


def _likeness(one: Any, other: Any) -> int:
    """How many values two entries have in common."""
    if isinstance(one, dict) and isinstance(other, dict):
        return sum(_likeness(one[key], other[key]) for key in one.keys() & other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return sum(map(_likeness, one, other))
    return int(one == other)
