"""From what a document prints at the path of a field to what the definition holds there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args, get_origin

from posdoc.importers.edits import record_in
from posdoc.importers.naming import same_name
from posdoc.importers.pieces import Paragraph, Place
from posdoc.importers.posts import Draft, Title, standard_labels
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.values import data_of
from posdoc.model import Organization, Position, Record, Text, field_of, fields_of, types_of
from posdoc.model.kpi import PeriodTargets
from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.source.operations import Path

FindId = Callable[[str, str], str | None]
"""The id of what a name stands for, in the field of a name; None where there is none or several."""
_LISTED = frozenset(
    {
        "authority",
        "dotted_to",
        "rotates_to",
        "competences",
        "direct_reports",
        "indirect_reports",
        "promotes_to",
        "qualifications",
    }
)
_LABELLED = pattern(r"\s*+([^:：；;]{1,30}?)\s*+[:：]\s*+")
_PERIOD = pattern(
    rf"^\s*(?:{'|'.join(word for one in fields_of(PeriodTargets) for word in (one.label.zh, one.label.en))})[:：]?\s+"
)
"""What stands before a target where a form prints those of several periods in one cell."""


def value_at(path: Path, text: str, find: FindId | None = None) -> Any:
    """What a definition holds at ``path`` where a document prints ``text``; None where that cannot be told.

    Names become ids by ``find``; without it they stay titles that have yet to be resolved.
    """
    names = [part for part in path if isinstance(part, str)]
    is_item = isinstance(path[-1], int)
    value: Any
    if names[-1] in _LISTED and len(names) == 1:
        value = _by_section(names[0], text)
        value = value[0] if is_item and isinstance(value, list) and value else value
    elif not is_item and is_list_of_texts(path):
        value = _entries(text)
    elif len(names) > 1 and names[-2] == "targets":
        value = _PERIOD.sub("", text).strip()
    else:
        value = data_of(".".join(names), text) or _role(names, text)
        if is_item and isinstance(value, list):
            value = text.strip() if _declared(path) is Text else value[0] if len(value) == 1 else None
    return value if find is None or value is None else _resolved(value, names[-1], find)


def _entries(text: str) -> list[str]:
    """The entries of a list that is printed as one text: between semicolons or lines, else between list commas."""
    parts = re.split(r"[；;]\s*|\n", text)
    if len(parts) == 1:
        parts = re.split(r"、|,\s+", text)
    return [part for part in (part.strip() for part in parts) if part]


def _role(names: list[str], text: str) -> str | None:
    """The role of a signer, which workspaces name in their own words."""
    found = standard_labels().find(text.strip()) if names[-2:] == ["signers", "role"] else None
    return found.rpartition(".")[2] if found and found.startswith("document.signers.") else None


def is_list_of_texts(path: Path) -> bool:
    """Whether a path is that of a whole list of texts."""
    declared = _declared(path)
    return get_origin(declared) is tuple and get_args(declared)[0] is Text


def is_text(path: Path) -> bool:
    """Whether a path is that of one text."""
    declared = _declared(path)
    return Text in (declared, *get_args(declared))


def _declared(path: Path) -> Any:
    cls: Any = Position
    declared: Any = None
    for part in path:
        if isinstance(part, str):
            info = field_of(cls, part) if isinstance(cls, type) and issubclass(cls, Record) else None
            if info is None:
                return None
            declared = types_of(cls)[info.attribute]
            cls = record_in(declared)
        elif get_origin(declared) is tuple:
            declared = get_args(declared)[0]
    return declared


def is_single(path: Path) -> bool:
    """Whether a path is that of a single value, not of a list or a record that is printed as one text."""
    declared = _declared(path)
    kind = record_in(declared) if declared is not None else None
    is_list = any(get_origin(one) is tuple for one in (declared, *get_args(declared)))
    return declared is not None and not is_list and not (isinstance(kind, type) and issubclass(kind, Record))


def _by_section(name: str, text: str) -> Any:
    """What the section of a field makes of a text, as it does with a foreign document."""
    whole = Line(Paragraph(text, Place(1, Phrase("", "")))).whole()
    draft = Draft()
    path, label, value = _labelled(name, whole)
    Filler(draft, standard_labels()).pair(path, label, [value])
    return draft.data.get(name)


def _labelled(name: str, whole: Bit) -> tuple[str, Bit, Bit]:
    """The field, the label and the value of a text; one with a label of its section, such as 学历：大专, is of that."""
    match = _LABELLED.match(whole.text)
    path = standard_labels().find(match[1], name) if match else None
    if match is None or path is None or not path.startswith(f"{name}."):
        return name, Bit(whole.line, 0, 0), whole
    return path, whole.part(0, match.end(1)), whole.part(match.end())


def _resolved(value: Any, name: str, find: FindId) -> Any:
    if isinstance(value, Title):
        return find(value, name)
    if isinstance(value, dict):
        made = {key: _resolved(inner, key if isinstance(inner, Title) else name, find) for key, inner in value.items()}
        return None if None in made.values() else made
    if isinstance(value, list):
        items = [_resolved(item, name, find) for item in value]
        return None if None in items else items
    return value


def names_of(organization: Organization, position: Position) -> FindId:
    """Finds ids by the titles and aliases of a workspace, in all its languages; of duties by those of the position."""
    workspace = organization.workspace
    posts: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for table, entries in ((posts, (*organization.positions, *workspace.outside_positions)),
                           (others, (*organization.units, *workspace.parties))):  # fmt: skip
        for entry in entries:
            for text in (entry.title, *entry.aliases):  # type: ignore[attr-defined]
                for name in text.languages.values() if text else ():
                    table.setdefault(same_name(name), set()).add(str(entry.id))  # type: ignore[attr-defined]
    duties = {same_name(name): str(duty.id) for duty in position.duties if duty.id
              for text in (duty.area, duty.text) if text for name in text.languages.values()}  # fmt: skip
    lists = {"family": workspace.families, "grade": workspace.grades, "level": workspace.levels}

    def find(name: str, field: str) -> str | None:
        key = same_name(name)
        if field in lists:
            known = [str(one.id) for one in lists[field]
                     if key in map(same_name, (str(one.id), *(one.title.languages.values() if one.title else ())))]  # fmt: skip
            return known[0] if len(known) == 1 else None
        if field in ("duties", "duty"):
            return duties.get(key)
        found = posts.get(key) or others.get(key) or set()
        return next(iter(found)) if len(found) == 1 else None

    return find
