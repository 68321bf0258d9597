"""Takes a document that posdoc made and somebody edited in Word back into the definition: exactly the values that changed.

A value that has changed in the definition as well is merged where both say the same, and reported where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.documents.digests import digest_of
from posdoc.documents.forms import forms, open_form
from posdoc.documents.of_position import position_document
from posdoc.foreign import kinds
from posdoc.importers.definitions import Definitions
from posdoc.importers.edits import Edits, with_value
from posdoc.importers.marked import Mark, Marks, read_marks
from posdoc.importers.posts.values import is_text
from posdoc.importers.typed import names_of, value_at
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.source.operations import Path, at
from posdoc.source.plain_data import Read
from posdoc.template.marks import LANGUAGE, LINE, OWNER, WORKED_OUT, digest_of_text


def edits_of_document(
    data: bytes, name: str, organization: Organization, definitions: Definitions, root: FilePath
) -> Edits:
    """The edits that a Word document asks for. Raises Refused for what is no Word file."""
    edits = Edits()
    marks = read_marks(data, name)
    if marks is None:
        edits.findings.append(_finding(kinds.DOCUMENT_UNKNOWN, name, Phrase(
            "这不是 posdoc 生成的文件，或文件中的标记已丢失", "posdoc did not make this document, or its marks are lost"),
            Phrase(f"作为普通文件导入：posdoc import {name}", f"import it as any other file: posdoc import {name}")))  # fmt: skip
        return edits
    if _has_lost_its_marks(marks):
        zh = "文件中的标记大多已丢失，可能是用别的程序保存过；没有写入任何改动"
        en = "most marks of the document are lost, perhaps because another program saved it; no change was made"
        hint = Phrase(
            f"作为普通文件导入，再对照修改：posdoc import {name}",
            f"import it as any other file and compare: posdoc import {name}",
        )
        edits.findings.append(_finding(kinds.DOCUMENT_UNKNOWN, name, Phrase(zh, en), hint))
        return edits
    position = _position(organization, marks.identity)
    if position is None:
        edits.findings.append(_finding(kinds.DOCUMENT_UNKNOWN, name, Phrase(
            f"工作区里没有岗位“{marks.identity}”", f"the workspace has no position '{marks.identity}'")))  # fmt: skip
        return edits
    if position.path in definitions:
        _Update(marks, name, organization, position, root).make(definitions, edits)
    return edits


def _has_lost_its_marks(marks: Marks) -> bool:
    """Whether more than half of what was printed is gone: then it was not deleted by a person, value by value."""
    printed = [path for path in marks.printed if _is_own(path)]
    gone = [path for path in marks.gone if _is_own(path)]
    return bool(printed) and 2 * len(gone) > len(printed)


def _position(organization: Organization, identity: str) -> Position | None:
    found = organization.by_id.get(identity)
    return found or next((one for one in organization.positions if identity in one.former_ids), None)


def _finding(kind: Kind, name: str, message: Phrase, hint: Phrase | None = None, number: int = 1) -> Diagnostic:
    return Diagnostic(kind, Span(name, number, 1, number, 1), message, hint)


@dataclass
class _Script:
    """What is to be done to the lists of a definition, by the places that items have before: so none of it is in the
    way of another.
    """

    removed: set[Path] = field(default_factory=set)
    added: dict[Path, list[Read]] = field(default_factory=dict)
    """New items behind the item at a path; before the first where the place is -1."""

    def run(self, data: Read, path: Path = ()) -> Read:
        """The data with the lists as they are to be."""
        if isinstance(data, dict):
            made = {key: self.run(value, (*path, key)) for key, value in data.items()}
            return {key: value for key, value in made.items() if value not in ([], {}) or data[key] in ([], {})}
        if not isinstance(data, list):
            return data
        items: list[Read] = list(self.added.get((*path, -1), []))
        for place, item in enumerate(data):
            if (*path, place) not in self.removed:
                items.append(self.run(item, (*path, place)))
            items += self.added.get((*path, place), [])
        return items


class _Update:
    """The edits of one position by one document."""

    def __init__(self, marks: Marks, name: str, organization: Organization, position: Position, root: FilePath) -> None:
        self._marks = marks
        self._name = name
        self._position = position
        self._first = organization.languages[0]
        self._language = marks.language if marks.language in organization.languages else self._first
        self._find = names_of(organization, position)
        self._now = {} if marks.digest == digest_of(position) else _printed_now(organization, position, marks, root)
        self._findings: list[Diagnostic] = []

    def make(self, definitions: Definitions, edits: Edits) -> None:
        """Add the edits of the definition."""
        text, old = definitions[self._position.path]
        new: Read = old
        for path, mark in self._changed():
            new = self._set(new, path, mark)
        script = _Script()
        new = self._without_gone(new, script)
        self._add_copies(script)
        self._add_untagged(script)
        new = script.run(new)
        edits.edit(self._position.path, text, old, new, Position)
        edits.findings += self._findings

    # --- values that changed

    def _changed(self) -> Iterator[tuple[str, Mark]]:
        """The marks of the definition's own values that say something else than was printed, each path once."""
        seen: dict[str, str] = {}
        for mark in self._marks.controls:
            if mark.is_unchanged or mark.is_copy or not _is_own(mark.path):
                continue
            if mark.path not in seen:
                seen[mark.path] = mark.text
                yield mark.path, mark
            elif seen[mark.path] != mark.text:
                one, other = seen[mark.path][:30], mark.text[:30]
                zh = f"{mark.path} 在文件中有两处，改得不一样：{one}；{other}"
                en = f"{mark.path} stands twice and was changed in two ways: {one}; {other}"
                self._report(kinds.CHANGED_ON_BOTH_SIDES, mark.path, Phrase(zh, en))

    def _set(self, data: Read, path: str, mark: Mark) -> Read:
        plain, language = self._parts(path)
        if self._has_moved(path, mark.text):
            return data
        place = _place(plain)
        if not self._is_at_hand(data, place, path):
            return data
        if not mark.text.strip():
            return with_value(data, Position, place, None, language, self._first)
        value = value_at(place, mark.text, self._find)
        if value is None or LINE in path:
            zh = f"{path} 的改动没有写入，请手工修改：{mark.text[:60]}"
            en = f"the change of {path} was not made, make it by hand: {mark.text[:60]}"
            self._report(kinds.CHANGE_NOT_POSSIBLE, path, Phrase(zh, en))
            return data
        return with_value(data, Position, place, value, language if _is_text(place) else "", self._first)

    def _has_moved(self, path: str, text: str) -> bool:
        """Whether the definition prints something else at a path by now; said, unless it says the same."""
        now = self._now.get(path)
        if now is None or digest_of_text(now) in self._marks.printed.get(path, ()):
            return False
        if now != text:
            self._report(kinds.CHANGED_ON_BOTH_SIDES, path, Phrase(
                f"{path} 在定义中已改为“{now[:40]}”，文件中改为“{text[:40]}”，没有写入",
                f"{path} is now '{now[:40]}' in the definition and '{text[:40]}' in the document; not set"))  # fmt: skip
        return True

    def _is_at_hand(self, data: Read, place: Path, path: str) -> bool:
        """Whether the file of the position states what is changed; what it takes over is changed elsewhere."""
        if isinstance(data, dict) and place[0] in data:
            return True
        if not self._position.states(str(place[0])):
            return True
        origin = self._position.at(str(place[0])).path
        if origin in ("", self._position.path):
            return True
        self._report(kinds.CHANGE_NOT_POSSIBLE, path, Phrase(
            f"{path} 沿用自 {origin}，没有写入", f"{path} is taken over from {origin} and was not changed"),
            Phrase("在那里修改，或在本岗位中另写", "change it there, or restate it in this position"))  # fmt: skip
        return False

    # --- lists that shrank and grew

    def _without_gone(self, data: Read, script: _Script) -> Read:
        """Take away what is not there any more: whole items where everything of them is gone, else single values."""
        gone = {path for path in self._marks.gone if _is_own(path)}
        here = {path for path in self._marks.printed if _is_own(path)} - gone
        items = {item for path in gone if (item := _whole_item(path, here))}
        for item in items:
            if not self._any_moved(item):
                script.removed.add(_place(item))
        for path in sorted(gone):
            plain, language = self._parts(path)
            if any(path == item or path.startswith(f"{item}.") for item in items) or self._has_moved(path, ""):
                continue
            if self._is_at_hand(data, _place(plain), path):
                data = with_value(data, Position, _place(plain), None, language, self._first)
        return data

    def _any_moved(self, item: str) -> bool:
        return any(self._has_moved(path, "") for path in self._now if path == item or path.startswith(f"{item}."))

    def _add_copies(self, script: _Script) -> None:
        """Rows that were copied become new items behind those that they were copied from."""
        rows: dict[tuple[int, str], list[Mark]] = {}
        for mark in self._marks.controls:
            item = _item_of(mark.path) if mark.is_copy and _is_own(mark.path) else None
            if item:
                rows.setdefault((mark.row or mark.paragraph, item), []).append(mark)
        for (_, item), marks in rows.items():
            made = self._new_item(item, [(mark.path, mark.text) for mark in marks])
            if made:
                script.added.setdefault(_place(item), []).append(made)

    def _add_untagged(self, script: _Script) -> None:
        """Paragraphs and rows that are new become new items behind those above them."""
        rows: dict[tuple[int, str], list[tuple[str, str]]] = {}
        for one in self._marks.untagged:
            path = one.after or one.ahead
            item = _item_of(path) if path and _is_own(path) else None
            if item is None:
                zh = f"新写的文字没有写入，请手工加上：{one.text[:60]}"
                en = f"new text was not taken over, add it by hand: {one.text[:60]}"
                self._report(kinds.CHANGE_NOT_POSSIBLE, path or "", Phrase(zh, en))
                continue
            inner = _whole_list_item(path)
            if inner:
                value = value_at(_place(inner), one.text, self._find)
                if value is not None:
                    place = _place(inner) if one.after else (*_place(inner)[:-1], -1)
                    script.added.setdefault(place, []).append(value)
            else:
                rows.setdefault((one.row, item), []).append((path, one.text))
        for (_, item), texts in rows.items():
            made = self._new_item(item, texts)
            if made:
                script.added.setdefault(_place(item), []).append(made)

    def _new_item(self, item: str, texts: Iterable[tuple[str, str]]) -> Read:
        """A new item of a list from the texts under its marks."""
        made: Read = {}
        place = _place(item)
        for path, text in texts:
            plain, language = self._parts(path)
            inner = _place(plain)
            if not text.strip() or inner[: len(place)] != place or len(inner) == len(place):
                continue
            value = value_at(inner, text, self._find)
            if value is None:
                zh = f"新的一项中“{text[:40]}”没有写入，请手工加上"
                en = f"'{text[:40]}' of a new item was not taken over, add it by hand"
                self._report(kinds.CHANGE_NOT_POSSIBLE, path, Phrase(zh, en))
                continue
            if len(place) == 2:
                within = with_value({str(place[0]): [made]}, Position, (place[0], 0, *inner[2:]), value,
                                    language if _is_text(inner) else "", self._first)  # fmt: skip
                made = at(within, (place[0], 0))
        return made

    # --- small things

    def _parts(self, path: str) -> tuple[str, str]:
        """A path without its line and language, and the language that its text is in."""
        plain, _, language = path.partition(LANGUAGE)
        return plain.partition(LINE)[0], language or self._language

    def _report(self, kind: Kind, path: str, message: Phrase, hint: Phrase | None = None) -> None:
        mark = next((mark for mark in self._marks.controls if mark.path == path), None)
        self._findings.append(_finding(kind, self._name, message, hint, mark.paragraph if mark else 1))


def _is_own(path: str) -> bool:
    """Whether a mark is of a value that the definition of the document's subject holds."""
    return bool(path) and not path.startswith(WORKED_OUT) and OWNER not in path


def _place(path: str) -> Path:
    plain = path.partition(LANGUAGE)[0].partition(LINE)[0]
    return tuple(int(part) if part.isdigit() else part for part in plain.split("."))


def _is_text(place: Path) -> bool:
    """Whether a place holds a text that may be in several languages."""
    return is_text(".".join(part for part in place if isinstance(part, str)))


def _item_of(path: str) -> str | None:
    """The outermost item of a list that a path lies in: ``duties.2`` for ``duties.2.tasks.1``."""
    parts = path.partition(LANGUAGE)[0].partition(LINE)[0].split(".")
    for count, part in enumerate(parts, 1):
        if part.isdigit():
            return ".".join(parts[:count])
    return None


def _whole_list_item(path: str) -> str | None:
    """The path itself, without language and line, where it is that of an item of a list."""
    plain = path.partition(LANGUAGE)[0].partition(LINE)[0]
    return plain if plain.rpartition(".")[2].isdigit() else None


def _whole_item(path: str, here: Iterable[str]) -> str | None:
    """The outermost item of a list around a path of which nothing is left."""
    parts = path.partition(LANGUAGE)[0].partition(LINE)[0].split(".")
    left = list(here)
    for count, part in enumerate(parts, 1):
        item = ".".join(parts[:count])
        if part.isdigit() and not any(
            other == item or other.startswith((f"{item}.", f"{item}{LINE}")) for other in left
        ):
            return item
    return None


def _printed_now(organization: Organization, position: Position, marks: Marks, root: FilePath) -> Mapping[str, str]:
    """What the definition prints by now under each mark, on the same form; nothing where that is not there any more."""
    if marks.form not in forms(root):
        return {}
    data = position_document(
        organization, position, open_form(root, marks.form), marks.language or organization.languages[0]
    )
    now = read_marks(data, "now.docx")
    found: dict[str, str] = {}
    for mark in now.controls if now else ():
        found.setdefault(mark.path, mark.text)
    return found
