"""From what was read of files to the files of a workspace: units, positions, and what both refer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from posdoc.importers.duty_links import link_duties
from posdoc.importers.naming import Ids, id_of, same_name
from posdoc.importers.posts import Draft, FileRead
from posdoc.importers.posts.titles import title_of_file
from posdoc.importers.resolving import Declared, Named, Resolver
from posdoc.importers.shaping import in_language, ordered, text_in, whole
from posdoc.model import Organization, Position, Unit, Workspace
from posdoc.source.emit import comment, emit
from posdoc.workspace_files import IMPORT_NOTES, POSITIONS_FOLDER, SETTINGS_FILE

NO_UNIT = {"zh": "未分部门", "en": "No unit"}
UNREAD_HEAD = {
    "zh": "以下原文没有归入字段（按原文顺序），核对后请移入字段或删除：",
    "en": "What follows was not understood (in the order of the source); move it into fields, or delete it:",
}
HEAD = {"zh": "由 posdoc import 从“{name}”读出，请核对。", "en": "Read from '{name}' by posdoc import; please check."}
HELD = {
    "zh": "由 posdoc import 从“{name}”读出。本部门的 unit.yaml 已有，没有改动；核对后把有用的抄入 unit.yaml，再删除本文件。",
    "en": "Read from '{name}' by posdoc import. The unit.yaml of this unit exists and was not touched: copy what is of use\n"
    "into it, then delete this file.",
}
LEFT_OUT = {
    "zh": "下列名称对不上，或有几个同名的，没有写入：",
    "en": "These names fit nothing, or more than one, and were left out:",
}
NOT_WHOLE = {
    "zh": "下列内容缺少必填的项，没有写入：",
    "en": "These entries lack what they must have, and were left out:",
}


@dataclass
class Gathered:
    """The files of a workspace as they are to be written, and the definitions behind them by path."""

    files: dict[str, str] = field(default_factory=dict)
    data: dict[str, dict[str, Any]] = field(default_factory=dict)
    positions: list[Named] = field(default_factory=list)
    paths: dict[int, str] = field(default_factory=dict)
    """Where the lines of a draft are kept, by the identity of the draft."""
    declared: Declared = field(default_factory=Declared)
    resolver: Resolver | None = None

    def id_of(self, draft: Draft) -> str:
        """The id that the position of a draft has been given."""
        return self._ids[id(draft)]

    @cached_property
    def _ids(self) -> dict[int, str]:
        return {id(one.draft): one.id for one in self.positions}


def gather(reads: Sequence[FileRead], language: str, *, unit: str = "", known: Organization | None = None) -> Gathered:
    """Definitions of all positions and units that were read. ``unit`` takes those for which no unit is named."""
    taken = [*known.by_id, *known.outside_by_id, *known.units_by_id] if known is not None else []
    ids = Ids([*taken, *(str(party.id) for party in known.workspace.parties)] if known is not None else [])
    units = _Units(reads, ids, unit, known, language)
    gathered = Gathered()
    for read in reads:
        for draft in read.drafts:
            gathered.positions.append(_named(draft, read, ids, units))
    resolver = Resolver(gathered.positions, units.by_title, ids, known)
    for one in gathered.positions:
        left_out = [*link_duties(one.draft), *resolver.resolve(one)]
        path = f"{POSITIONS_FOLDER}/{one.unit}/{one.id}.yaml"
        gathered.paths[id(one.draft)] = path
        not_whole: list[tuple[str, list[str]]] = []
        data = in_language(whole(one.draft.data, Position, not_whole), Position, one.language)
        _write(gathered, path, ordered(data, Position), _comments(one.draft, language, left_out, not_whole))
    units.write(gathered, language)
    gathered.declared = resolver.declared
    gathered.resolver = resolver
    if known is None:
        spoken = dict.fromkeys([language, *(read.language for read in reads if read.language)])
        settings = with_declared(_settings(gathered, list(spoken)), resolver.declared)
        settings["rules"] = {"preset": "legacy"}
        _write(gathered, SETTINGS_FILE, ordered(settings, Workspace), [_SETTINGS_HEAD[language]])
    return gathered


def _comments(
    draft: Draft, language: str, left_out: Sequence[str], not_whole: Sequence[tuple[str, Sequence[str]]]
) -> list[str]:
    """What stands around a definition: where it is from, and what of its source no field took."""
    unread = unread_comment(draft, language)
    return [
        _head(draft, language),
        _lines(LEFT_OUT[language], left_out),
        _not_whole(not_whole, unread, language),
        unread,
    ]


def _not_whole(entries: Sequence[tuple[str, Sequence[str]]], unread: str, language: str) -> str:
    """What entries say that were left out, where it does not stand among what was not read anyway."""
    said = [f"{key}: {'；'.join(texts)}" for key, texts in entries if any(text not in unread for text in texts)]
    return _lines(NOT_WHOLE[language], said)


_SETTINGS_HEAD = {
    "zh": "导入的工作区。公司名称、语言、职等的次序请核对；检查先用 legacy（只查结构），改好之后去掉。",
    "en": "An imported workspace. Check the name of the company and the order of grades; the preset legacy checks structure\n"
    "only: take it away once the definitions are in order.",
}


def _write(gathered: Gathered, path: str, data: dict[str, Any], comments: Sequence[str]) -> None:
    head, *rest = comments
    tail = "\n".join(comment(text) for text in rest if text)
    gathered.data[path] = data
    gathered.files[path] = comment(head) + emit(data) + (f"\n{tail}" if tail else "")


def _named(draft: Draft, read: FileRead, ids: Ids, units: _Units) -> Named:
    stem = PurePosixPath(read.foreign.name).stem
    if not draft.title:
        draft.data = {"title": title_of_file(stem), **draft.data}
    code = str(draft.data.get("code", ""))
    made = ids.exact(draft.identity) or ids.new(draft.identity or draft.title, id_of(code, "position"))
    first = min((line.place.number for line in draft.lines), default=0)
    source = {"file": read.foreign.name, **({"line": str(first)} if first else {})}
    draft.data.setdefault("document", {})["source"] = source
    aliases = [name for name in draft.data.get("aliases", ()) if isinstance(name, str)]
    return Named(draft, made, units.folder(draft, read), [draft.title, *aliases], read.language)


def _head(draft: Draft, language: str) -> str:
    return HEAD[language].format(name=draft.data["document"]["source"]["file"])


def unread_comment(draft: Draft, language: str) -> str:
    """The text of the source that no field took, whole and in order, each with its place."""
    found = [(line.place, text) for line in draft.lines if (text := line.unread())]
    return _lines(UNREAD_HEAD[language], [f"[{_place(place.words, language)}] {text}" for place, text in found])


def _place(words: Any, language: str) -> str:
    return str(words.zh if language == "zh" else words.en)


def _lines(head: str, lines: Sequence[str]) -> str:
    return "\n".join([head, *lines]) if lines else ""


class _Units:
    """The units that files name, and where positions lie that name none."""

    def __init__(
        self, reads: Sequence[FileRead], ids: Ids, asked: str, known: Organization | None, language: str
    ) -> None:
        self._ids = ids
        self._language = language
        self._known = known
        self.by_title: dict[str, str] = {}
        self._data: dict[str, dict[str, Any]] = {}
        self._drafts: dict[str, list[FileRead]] = {}
        self._folders: dict[str, str] = {}
        if known is not None:
            for unit in known.units:
                self._folders[unit.id] = unit.path
                for name in unit.title.languages.values() if unit.title else ():
                    self.by_title[same_name(name)] = unit.id
        named = [draft.unit for read in reads for draft in read.drafts if draft.unit]
        self._default = asked or (named[0] if len(set(map(same_name, named))) == 1 else "")
        for read in reads:
            if read.unit.data or read.unit.unit or any(line.unread() for line in read.unit.lines):
                home = self._unit(read.unit.unit or self._default_title(), read.language)
                self._drafts.setdefault(home, []).append(read)

    def _default_title(self) -> str:
        if self._default:
            return self._default
        if self._known is not None and len(self._known.units) == 1:
            return str(self._known.units[0].id)
        return NO_UNIT[self._language]

    def _unit(self, title: str, language: str) -> str:
        if title in self._folders:
            return title
        identity = self.by_title.get(same_name(title))
        if identity is None:
            identity = self._ids.new(title, "unit")
            self.by_title[same_name(title)] = identity
            self._data[identity] = {"title": text_in(title.split("\n")[0].strip(), language)}
            self._folders[identity] = identity
        return identity

    def folder(self, draft: Draft, read: FileRead) -> str:
        """The folder of the unit that a draft lies in: the one it names, else the one that its file is about."""
        return self._folders[self._unit(draft.unit or read.unit.unit or self._default_title(), read.language)]

    def write(self, gathered: Gathered, language: str) -> None:
        """Write the units that are new, each with what files say of it."""
        for identity in dict.fromkeys([*self._data, *self._drafts]):
            reads = self._drafts.get(identity, [])
            folder = f"{POSITIONS_FOLDER}/{self._folders[identity]}"
            if self._known is not None and identity in self._known.units_by_id:
                for read in reads:
                    _write_beside(gathered, folder, read, language)
                continue
            data = dict(self._data.get(identity, {"title": identity}))
            for read in reads:
                gathered.paths[id(read.unit)] = f"{folder}/unit.yaml"
                for key, value in in_language(read.unit.data, Unit, read.language).items():
                    data[key] = [*data[key], *value] if isinstance(data.get(key), list) else data.get(key, value)
            notes = [f"{HEAD[language].format(name=read.foreign.name)}\n{unread}" for read in reads
                     if (unread := unread_comment(read.unit, language))]  # fmt: skip
            entries: list[tuple[str, list[str]]] = []
            data = whole(data, Unit, entries)
            left_out = _not_whole(entries, "\n".join(notes), language)
            _write(gathered, f"{folder}/unit.yaml", ordered(data, Unit), ["", left_out, *notes])


def _write_beside(gathered: Gathered, folder: str, read: FileRead, language: str) -> None:
    """Write what a file says of a unit that the workspace has into notes of its own: ``unit.yaml`` is not touched."""
    draft, name = read.unit, read.foreign.name
    unread = unread_comment(draft, language)
    if not draft.data and not unread:
        return
    path = f"{folder}/{id_of(name, 'unit')}{IMPORT_NOTES}"
    number = 1
    while path in gathered.files:
        number += 1
        path = f"{folder}/{id_of(name, 'unit')}-{number}{IMPORT_NOTES}"
    gathered.paths[id(draft)] = path
    data = ordered(in_language(draft.data, Unit, read.language), Unit)
    gathered.data[path] = data
    head = comment(HELD[language].format(name=name))
    gathered.files[path] = head + (emit(data) if data else "") + (f"\n{comment(unread)}" if unread else "")


def _settings(gathered: Gathered, languages: list[str]) -> dict[str, Any]:
    company = "公司名称" if languages[0] == "zh" else "Company"
    titles = [data["title"] for path, data in gathered.data.items() if path.endswith("/unit.yaml")]
    settings: dict[str, Any] = {
        "organization": {"name": company, **({"department": titles[0]} if len(titles) == 1 else {})},
        "languages": languages,
    }
    below = {one.id for one in gathered.positions if "reports_to" in one.draft.data}
    inside = {one.id for one in gathered.positions}
    roots = [one.id for one in gathered.positions
             if one.id not in below or one.draft.data["reports_to"] not in inside]  # fmt: skip
    if len(roots) > 1:
        settings["roots"] = roots
    return settings


def with_declared(settings: dict[str, Any], declared: Declared) -> dict[str, Any]:
    """The settings with what definitions refer to."""
    for key in ("families", "grades", "levels", "outside_positions", "parties"):
        entries = getattr(declared, key)
        if entries:
            settings[key] = entries
    return settings
