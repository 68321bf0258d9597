"""From a list of an organization to definitions: new positions, and edits of those that there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.edits import Edits, with_value
from posdoc.importers.lists import ListedPerson, ListedPosition, OrganizationList
from posdoc.importers.naming import same_name
from posdoc.importers.pieces import Cell, Foreign, paragraphs_in
from posdoc.importers.posts import Confidence, Draft, FileRead, Title, Trace
from posdoc.importers.posts.lines import Line, Use, lines_of
from posdoc.importers.posts.values import data_of
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.source.plain_data import Read

FIELDS = {
    "headcount": "headcount",
    "grade": "grade",
    "family": "family",
    "location": "location",
    "boss_title": "reports_to",
}
"""The columns that are fields of a position."""


@dataclass
class Listed:
    """What a list asks for: drafts of positions that are new, fields of those that exist, and people."""

    new: list[Draft] = field(default_factory=list)
    known: list[tuple[Position, Mapping[str, Any]]] = field(default_factory=list)
    people: list[tuple[Draft | Position, ListedPerson]] = field(default_factory=list)
    """Each with the position held."""
    read: FileRead | None = None
    """The file with its lines, for the report."""
    findings: list[Diagnostic] = field(default_factory=list)
    not_changed: list[Diagnostic] = field(default_factory=list)
    """What it says of definitions that exist and that cannot be written into them."""


def take_list(read: OrganizationList, foreign: Foreign, known: Organization | None) -> Listed:
    """Sort the rows of the list in a file into new and known positions."""
    name = foreign.name
    lines = lines_of(foreign)
    titles = _titles_by_id(read.positions, known)
    people_of = {person.number: one for one in read.positions for person in one.people if person.number}
    made = Listed(read=FileRead(foreign, lines=list(lines.values())))
    _mark(read.heads, lines, Use.LABEL)
    for one, position in _matched(read.positions, known):
        fields = _fields(one, titles, people_of, made, name)
        holder: Draft | Position = position or _draft(one, fields)
        _mark((cell for _, cell in one.used), lines, Use.FIELD)
        if position is not None and known is not None:
            made.known.append((position, {**_new_title(one, position), **fields}))
            made.not_changed += _moved(one, position, known)
        elif isinstance(holder, Draft):
            made.new.append(holder)
            holder.lines += [
                line for cell in (*(cell for _, cell in one.used), *one.rest) for line in _lines(cell, lines)
            ]
            holder.traces += [
                Trace(path, line.text.strip(), line.place, Confidence.CERTAIN)
                for path, cell in one.used
                for line in _lines(cell, lines)
            ]
        made.people += [(holder, person) for person in one.people]
    assert made.read is not None
    made.read.drafts = made.new
    held = {id(line) for draft in made.new for line in draft.lines}
    made.read.unit.lines = [line for line in made.read.lines if id(line) not in held]
    made.findings += [_unknown(head, place.number, name) for head, place in read.unknown]
    made.findings += [_passed_over(text, place.number, name) for text, place in read.passed_over]
    return made


def _lines(cell: Cell, lines: Mapping[int, Line]) -> list[Line]:
    return [lines[id(paragraph)] for paragraph in paragraphs_in(cell.pieces)]


def _mark(cells: Iterable[Cell], lines: Mapping[int, Line], use: Use) -> None:
    for cell in cells:
        for line in _lines(cell, lines):
            line.mark(0, len(line.text), use)


def _titles_by_id(positions: Sequence[ListedPosition], known: Organization | None) -> dict[str, str]:
    """What rows call the positions that they refer to by id; one that exists by the title that it has now."""
    titles = {}
    for one in positions:
        if one.fields.get("id"):
            held = _known(one, known)
            title = next(iter(held.title.languages.values()), "") if held and held.title else ""
            titles[one.fields["id"]] = title or one.fields["title"]
    return titles


def _fields(
    one: ListedPosition, titles: Mapping[str, str], people_of: Mapping[str, ListedPosition], made: Listed, name: str
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column, path in FIELDS.items():
        text = one.fields.get(column)
        if not text:
            continue
        value = Title(text) if path == "reports_to" else data_of(path, _whole(text))
        if value is None:
            made.findings.append(_not_understood(text, path, one.place.number, name))
        else:
            found[path] = value
    boss = one.fields.get("boss")
    if boss and boss in titles:
        found["reports_to"] = Title(titles[boss])
    elif boss and "reports_to" not in found:
        made.findings.append(_not_understood(boss, "reports_to", one.place.number, name))
    superior = next((people_of[person.boss_number] for person in one.people if person.boss_number in people_of), None)
    if superior is not None and "reports_to" not in found:
        found["reports_to"] = Title(superior.fields["title"])
    if one.fields.get("id"):
        found["code"] = one.fields["id"]
    return found


def _whole(text: str) -> str:
    """A number of people without the decimals that a sheet gives it."""
    return re.sub(r"^(\d+)\.0+$", r"\1", text)


def _matched(
    positions: Sequence[ListedPosition], known: Organization | None
) -> list[tuple[ListedPosition, Position | None]]:
    """Each row with the position that it is about. One without an id that has the title of a position in another unit is
    a new position where another row of the list is about that one.
    """
    if known is None:
        return [(one, None) for one in positions]
    rows = [(one, _known(one, known)) for one in positions]
    moved = [held is not None and not _by_id(one, known) and bool(_moved(one, held, known)) for one, held in rows]
    sure = {held.id for (_, held), is_moved in zip(rows, moved, strict=True) if held and not is_moved}
    return [
        (one, None if held and is_moved and held.id in sure else held)
        for (one, held), is_moved in zip(rows, moved, strict=True)
    ]


def _by_id(one: ListedPosition, known: Organization) -> Position | None:
    identity = one.fields.get("id", "")
    return known.by_id.get(identity) or next((p for p in known.positions if identity and p.code == identity), None)


def _known(one: ListedPosition, known: Organization | None) -> Position | None:
    if known is None:
        return None
    title, by_id = same_name(one.fields["title"]), _by_id(one, known)
    if by_id is not None:
        return by_id
    named = [p for p in known.positions if p.title and title in map(same_name, p.title.languages.values())]
    if len(named) > 1 and one.fields.get("unit"):
        unit = same_name(one.fields["unit"])
        named = [p for p in named if _is_in(p, unit, known)]
    return named[0] if len(named) == 1 else None


def _is_in(position: Position, unit: str, known: Organization) -> bool:
    found = known.units_by_id.get(position.unit)
    names = (*found.title.languages.values(), found.id) if found and found.title else ()
    return unit in map(same_name, names)


def _new_title(one: ListedPosition, position: Position) -> dict[str, str]:
    """The title of a row, where the position that it names by its id has another."""
    titles = position.title.languages.values() if position.title else ()
    title = one.fields["title"]
    return {} if same_name(title) in map(same_name, titles) else {"title": title}


def _moved(one: ListedPosition, position: Position, known: Organization) -> list[Diagnostic]:
    """What is to be said where a row has a position in another unit than the one it lies in, or any above that."""
    named, unit = one.fields.get("unit", ""), known.units_by_id.get(position.unit)
    company = known.workspace.organization
    texts = [above.title for above in known.line_of(unit)] if unit else []
    texts += [company.name, company.short_name, company.department] if company else []
    names = {same_name(name) for text in texts if text for name in text.languages.values()}
    names |= {same_name(above.id) for above in known.line_of(unit)} if unit else set()
    if not named or same_name(named) in names:
        return []
    return [Diagnostic(
        kinds.CHANGE_NOT_POSSIBLE, Span(position.path, 1, 1, 1, 1),
        Phrase(f"名单里属于“{named}”，定义在“{position.unit}”，没有改动",
               f"the list has it in '{named}', the definition is in '{position.unit}'; it was not changed"),
        Phrase("把文件移到那个部门的文件夹即可", "move the file into the folder of that unit"),
    )]  # fmt: skip


def _draft(one: ListedPosition, fields: Mapping[str, Any]) -> Draft:
    draft = Draft({"title": one.fields["title"], **fields})
    draft.title_is_certain = True
    draft.unit = one.fields.get("unit", "")
    return draft


def edit_known(
    listed: Listed,
    files: Mapping[str, tuple[str, Read]],
    languages: Sequence[str],
    id_of: Callable[[Title, str], str | None],
    edits: Edits,
) -> None:
    """Edit the positions that exist. ``files`` have the text and the plain data of each definition by its path;
    ``id_of`` finds what a title names; ``languages`` are those of the workspace.
    """
    first = languages[0]
    for position, fields in listed.known:
        text, old = files[position.path]
        new: Read = old
        for path, value in fields.items():
            wanted = id_of(value, path) if isinstance(value, Title) else value
            if wanted is None:
                edits.findings.append(_not_understood(str(value), path, 1, position.path))
                continue
            stated = old.get(path) if isinstance(old, dict) else None
            if not _says(position, path, wanted, stated):
                new = with_value(new, Position, (path,), wanted, _language_of(wanted, path, languages), first)
        edits.edit(position.path, text, old, new, Position)


def _language_of(value: Any, path: str, languages: Sequence[str]) -> str:
    """The language of a text, nothing for a value that has none."""
    if path not in ("title", "location"):
        return ""
    spoken = "zh" if any("\u3400" <= character <= "\u9fff" for character in value) else "en"
    return spoken if spoken in languages else languages[0]


def _says(position: Position, path: str, wanted: Any, stated: Any) -> bool:
    """Whether a position says so already, itself or by what it takes over."""
    held = getattr(position, path)
    if isinstance(stated, str) and stated == str(wanted):
        return True
    if hasattr(held, "languages"):
        return wanted in held.languages.values()
    return held is not None and str(held) == str(wanted)


def _unknown(head: str, number: int, name: str) -> Diagnostic:
    return Diagnostic(
        kinds.COLUMN_UNKNOWN, Span(name, number, 1, number, 1),
        Phrase(f"不知道“{head}”这一列是什么，没有读取", f"it is not known what the column '{head}' means; it was not read"),
        Phrase(f"用 --map {head}=含义 指明", f"say what it means: --map {head}=MEANING"),
    )  # fmt: skip


def _passed_over(text: str, number: int, name: str) -> Diagnostic:
    return Diagnostic(
        kinds.ROW_UNKNOWN, Span(name, number, 1, number, 1),
        Phrase(f"这一行没有岗位名称，没有读取：{text[:40]}", f"the row names no position and was not read: {text[:40]}"),
    )  # fmt: skip


def _not_understood(text: str, path: str, number: int, name: str) -> Diagnostic:
    return Diagnostic(
        kinds.VALUE_NOT_UNDERSTOOD, Span(name, number, 1, number, 1),
        Phrase(f"“{text}”不能作 {path}", f"'{text}' cannot be the value of {path}"),
    )  # fmt: skip
