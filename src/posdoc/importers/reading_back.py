"""Takes an edited register or table of translations back: each change becomes an edit of the definition that it is about.

A value that has changed in the definition since the workbook was made is never written over: it is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.documents.digests import digest_of
from posdoc.foreign import kinds
from posdoc.importers.definitions import Definitions
from posdoc.importers.edits import Edits, with_value
from posdoc.importers.own_workbook import OwnRow, OwnWorkbook, read_own
from posdoc.importers.posts.values import data_of, option_of
from posdoc.load.suggest import closest
from posdoc.locales.words import Words
from posdoc.model import Organization, People, Position, PositionStatus, Record, Unit, Workspace
from posdoc.phrases import Phrase
from posdoc.source.operations import at
from posdoc.source.plain_data import Data, Read
from posdoc.template.marks import digest_of_text
from posdoc.views.register import LISTS, SUPERIOR, Register, view_register
from posdoc.workspace_files import PEOPLE_FILE, SETTINGS_FILE

REGISTER, TRANSLATIONS = "register", "translations"
_DATES = frozenset({"valid_from", "valid_to", "document.effective"})


def edits_of_workbook(data: bytes, name: str, organization: Organization, definitions: Definitions) -> Edits | None:
    """The edits that a workbook asks for; None where it is none of posdoc's that can be read back."""
    own = read_own(data, name)
    if own is None or own.kind not in (REGISTER, TRANSLATIONS):
        return None
    if own.kind == TRANSLATIONS:
        paths = ["file", "path", "place", "digest", *(f"text.{language}" for language in organization.languages)]
        table = read_own(data, name, paths)
        return _Translations(table or own, name, organization, definitions).edits()
    language = own.language if own.language in organization.languages else organization.languages[0]
    register = view_register(organization, Words(organization, language))
    table = read_own(data, name, [*(column.path for column in register.columns), "digest"])
    return _Register(table or own, name, organization, definitions, register).edits()


def _finding(kind: Kind, name: str, row: int, message: Phrase, hint: Phrase | None = None) -> Diagnostic:
    return Diagnostic(kind, Span(name, row, 1, row, 1), message, hint)


@dataclass
class _Register:
    table: OwnWorkbook
    name: str
    organization: Organization
    definitions: Definitions
    register: Register

    def edits(self) -> Edits:
        edits = Edits()
        current = {str(row["id"]): row for row in self.register.rows}
        seen: set[str] = set()
        for row in self.table.rows:
            identity = row.cells.get("id", "")
            if identity not in current:
                edits.findings.append(self._unknown(row, identity, current))
            elif identity in seen:
                edits.findings.append(self._second(row, identity))
            else:
                seen.add(identity)
                self._row(row, self.organization.by_id[identity], current[identity], edits)
        return edits

    def _second(self, row: OwnRow, identity: str) -> Diagnostic:
        zh, en = f"“{identity}”有两行，这一行没有读取", f"a second row of '{identity}' was not read"
        return _finding(kinds.ROW_UNKNOWN, self.name, row.number, Phrase(zh, en))

    def _unknown(self, row: OwnRow, identity: str, known: Mapping[str, object]) -> Diagnostic:
        near = closest(identity, known)
        new = Phrase("新岗位请用 posdoc new 建立", "make new positions with: posdoc new")
        hint = Phrase(f"是否想写 {near}？", f"did you mean '{near}'?") if near else new
        zh = f"没有标识为“{identity}”的岗位，这一行没有读取"
        en = f"no position has the id '{identity}'; the row was not read"
        return _finding(kinds.ROW_UNKNOWN, self.name, row.number, Phrase(zh, en), hint)

    def _moved(self, row: OwnRow, position: Position, path: str, text: str) -> Diagnostic:
        zh = f"{position.id} 的定义在表格生成以后改过，没有写入 {path}：{text}"
        en = f"the definition of {position.id} has changed since the table was made; not set: {path} to {text}"
        hint = Phrase("重新生成表格再改，或直接改定义", "export the register again, or edit the definition")
        return _finding(kinds.CHANGED_ON_BOTH_SIDES, self.name, row.number, Phrase(zh, en), hint)

    def _row(self, row: OwnRow, position: Position, current: Mapping[str, object], edits: Edits) -> None:
        wanted = dict(self._changes(row, current))
        if not wanted:
            return
        if row.cells.get("digest") and row.cells["digest"] != digest_of(position):
            edits.findings += [self._moved(row, position, path, text) for path, text in wanted.items()]
            return
        text, old = self.definitions[position.path]
        new: Read = old
        for path, value in wanted.items():
            new = self._with(new, path, value, row, edits)
        edits.edit(position.path, text, old, new, Position)

    def _changes(self, row: OwnRow, current: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        for column in self.register.columns:
            if not column.is_open or not self.table.has(column.path):
                continue
            shown = row.cells.get(column.path, "")
            if _same(shown, current[column.path]):
                continue
            yield column.path, shown

    def _with(self, data: Read, path: str, shown: str, row: OwnRow, edits: Edits) -> Read:
        first = self.organization.languages[0]
        field, _, language = path.partition(".")
        if language in self.organization.languages:
            return with_value(data, Position, (field,), shown or None, language, first)
        value = self._value(path, shown) if shown else None
        if shown and value is None:
            edits.findings.append(_finding(kinds.VALUE_NOT_UNDERSTOOD, self.name, row.number, Phrase(
                f"“{shown}”不能作{self._label(path)}", f"'{shown}' cannot be the value of: {self._label(path)}"),
                self._hint(path)))  # fmt: skip
            return data
        return with_value(data, Position, tuple(path.split(".")), value, "", first)

    def _label(self, path: str) -> str:
        return next(column.label for column in self.register.columns if column.path == path)

    def _hint(self, path: str) -> Phrase | None:
        known = self.register.choices.get(path)
        return Phrase(f"可选：{'、'.join(known)}", f"choose from: {', '.join(known)}") if known else None

    def _value(self, path: str, shown: str) -> Data | None:
        if path in LISTS:
            entries = {"family": self.organization.workspace.families, "grade": self.organization.workspace.grades,
                       "level": self.organization.workspace.levels}[path]  # fmt: skip
            titles = dict(zip(self.register.choices[path], (str(entry.id) for entry in entries), strict=True))
            return titles.get(shown) or (shown if shown in titles.values() else None)
        if path == SUPERIOR:
            known = {identity: identity for identity, _ in self.register.superiors}
            known |= {title: identity for identity, title in self.register.superiors if title}
            return known.get(shown)
        if path == "status":
            return option_of(PositionStatus, shown)
        if path == "code" or path.endswith("version"):
            return shown
        value: Data | None = data_of(path, shown)
        return value


def _same(shown: str, current: object) -> bool:
    """Whether a cell shows what the register has now."""
    if current is None or current == "":
        return shown == ""
    return _plain(shown) == _plain(str(current))


def _plain(text: str) -> str:
    """A value as values are compared: dates in one spelling, numbers without decimals that say nothing."""
    flat = " ".join(text.split())
    dated = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?(?: 00:00:00)?", flat)
    if dated:
        return "-".join([dated[1], *(f"{int(part):02d}" for part in dated.groups()[1:] if part)])
    return re.sub(r"^(\d+)\.0+$", r"\1", flat)


@dataclass
class _Translations:
    table: OwnWorkbook
    name: str
    organization: Organization
    definitions: Definitions

    def edits(self) -> Edits:
        edits = Edits()
        by_file: dict[str, Read] = {}
        for row in self.table.rows:
            self._row(row, by_file, edits)
        for file, new in by_file.items():
            text, old = self.definitions[file]
            edits.edit(file, text, old, new, _record_of(file))
        return edits

    def _row(self, row: OwnRow, by_file: dict[str, Read], edits: Edits) -> None:
        file, _, place = row.cells.get("place", "").partition("#")
        if file not in self.definitions:
            edits.findings.append(_finding(kinds.ROW_UNKNOWN, self.name, row.number, Phrase(
                f"没有文件“{file}”，这一行没有读取", f"there is no file '{file}'; the row was not read")))  # fmt: skip
            return
        path, old = _path(place), self.definitions[file][1]
        held = _texts_at(old, path, self.organization.languages[0])
        printed = dict(part.split(":", 1) for part in row.cells.get("digest", "").split() if ":" in part)
        for language in self.organization.languages:
            if not self.table.has(f"text.{language}"):
                continue
            shown, now = row.cells.get(f"text.{language}", ""), held.get(language, "")
            if " ".join(shown.split()) == " ".join(now.split()) or _is_as_printed(shown, printed.get(language)):
                continue
            if not _is_as_printed(now, printed.get(language)):
                edits.findings.append(_finding(kinds.CHANGED_ON_BOTH_SIDES, self.name, row.number, Phrase(
                    f"{file} {place} 在表格生成以后改过，没有写入：{shown[:40]}",
                    f"{file} {place} has changed since the table was made and was not set to: {shown[:40]}")))  # fmt: skip
                continue
            data = by_file.get(file, old)
            first = self.organization.languages[0]
            by_file[file] = with_value(data, _record_of(file), path, shown or None, language, first)


def _is_as_printed(text: str, digest: str | None) -> bool:
    """Whether a text is the one that the table was made with; a text that there was none of is empty."""
    return digest_of_text(text) == digest if digest else text == ""


def _record_of(file: str) -> type[Record]:
    if file == SETTINGS_FILE:
        return Workspace
    if file == PEOPLE_FILE:
        return People
    return Unit if file.rpartition("/")[2].startswith("unit.") else Position


def _path(place: str) -> tuple[str | int, ...]:
    parts = re.findall(r"[^.\[\]]+|\[\d+\]", place)
    return tuple(int(part[1:-1]) if part.startswith("[") else part for part in parts)


def _texts_at(data: Read, path: Sequence[str | int], first: str) -> dict[str, str]:
    try:
        found = at(data, tuple(path))
    except LookupError:
        return {}
    if isinstance(found, dict):
        return {language: text for language, text in found.items() if isinstance(text, str)}
    return {first: found} if isinstance(found, str) else {}
