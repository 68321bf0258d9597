"""A difference as lines for people: what changed in which place, in one print language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from posdoc.diff.changes import Change, Difference, Entry, Subject, SubjectKind
from posdoc.diff.plain import stated
from posdoc.diff.renaming import known_by_both_ids
from posdoc.locales.words import Words
from posdoc.model import FieldInfo, Option, Organization, Person, Position, PositionDefaults, Record, Ref, Text, Unit
from posdoc.views.printer import Printer
from posdoc.workspace_files import SETTINGS_FILE

NAMED_BY = (
    "area",
    "title",
    "name",
    "version",
    "item",
    "label",
    "role",
    "party",
    "position",
    "use",
    "kind",
    "text",
    "id",
)
"""The fields that an entry of a list is called by, the first that it states."""
LONGEST_NAME = 24


class Mark(Enum):
    """What happened in a line; the value is the sign before it."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"
    MOVED = "↕"


class Line(NamedTuple):
    """One thing that changed. ``place`` are the labels from the outside in; ``field`` is the key of the outermost field.

    ``language`` is set where the text in the language of the reader stayed, and that in another one changed.
    """

    mark: Mark
    place: tuple[str, ...]
    before: str
    after: str
    field: str
    language: str = ""


@dataclass(frozen=True)
class Heading:
    """What a subject is called: the kind of change, its kind and name, its id, and where it went or what it was."""

    mark: Mark
    kind: SubjectKind
    title: str
    id: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """A subject with its lines. ``handed`` says from whom, and how many fields, changed by being taken over."""

    subject: Subject
    heading: Heading
    lines: tuple[Line, ...]
    handed: tuple[tuple[str, int], ...] = ()


def figures(told: Sequence[Told]) -> dict[str, int]:
    """How many subjects were added, removed and changed."""
    marks = [one.heading.mark for one in told]
    added, removed = marks.count(Mark.ADDED), marks.count(Mark.REMOVED)
    return {"added": added, "removed": removed, "changed": len(marks) - added - removed}


def _is_in_heading(subject: Subject, change: Change) -> bool:
    """Whether a change is no more than that the id it had is among its former ids now: its heading tells the id."""
    if change.field.name != "former_ids":
        return False
    return {*(change.before or ()), subject.old_id} == set(change.after or ())


class Teller:
    """Tells a difference in one language, with the names of each side as that side has them."""

    def __init__(self, difference: Difference, language: str) -> None:
        self.difference = difference
        self.language = language
        self.old = _Side(known_by_both_ids(difference.old, difference.renamed), language)
        self.new = _Side(difference.new, language)

    def all(self) -> list[Told]:
        """All subjects, in the order of the difference."""
        return [self.told(subject) for subject in self.difference.subjects]

    def told(self, subject: Subject) -> Told:
        """One subject. Of one that came or went every stated field is a line."""
        handed = tuple((self._source(name), len(fields)) for name, fields in subject.taken_over.items())
        if subject.old is None or subject.new is None:
            return Told(subject, self.heading(subject), tuple(self._whole(subject)))
        self.old.about(subject.old)
        self.new.about(subject.new)
        changes = (change for change in subject.own_changes if not _is_in_heading(subject, change))
        lines = [line for change in changes for line in self._lines(type(subject.new), change, ())]
        return Told(subject, self.heading(subject), tuple(lines), handed)

    def _source(self, name: str) -> str:
        words = self.new.words
        return words.phrase("diff_settings") if name == SETTINGS_FILE else words.name(name)

    def counted(self, told: Sequence[Told]) -> str:
        """How many subjects came, went and changed: ``1 added, 0 removed, 3 changed``; settings count as one."""
        return self.new.words.phrase("diff_counted", **figures(told))

    # --- what stands in a row of a table

    def place(self, line: Line) -> str:
        """The place of a line in one text."""
        place = self.new.words.phrase("diff_place_separator").join(line.place)
        if line.language:
            return self.new.words.phrase("diff_only_language", place=place, language=line.language)
        return place

    def sides(self, line: Line) -> tuple[str, str]:
        """What stands under before and after: where it was and is, of what passed others."""
        if line.mark is not Mark.MOVED:
            return line.before, line.after
        phrase = self.new.words.phrase
        return phrase("diff_place_step", number=line.before), phrase("diff_place_step", number=line.after)

    # --- headings

    def heading(self, subject: Subject) -> Heading:
        """What a subject is called."""
        came, went = subject.old is None, subject.new is None
        mark = Mark.ADDED if came else Mark.REMOVED if went else Mark.MOVED if any(subject.units) else Mark.CHANGED
        side, record = (self.old, subject.old) if went else (self.new, subject.new)
        assert record is not None
        return Heading(mark, subject.kind, side.title(record), subject.id, tuple(self._remarks(subject)))

    def _remarks(self, subject: Subject) -> Iterator[str]:
        words = self.new.words
        if subject.old_id:
            yield words.phrase("diff_renamed", old=subject.old_id, new=subject.id)
        if any(subject.units):
            old, new = (side.words.name(unit) if unit else "—"
                        for side, unit in zip((self.old, self.new), subject.units, strict=True))  # fmt: skip
            yield words.phrase("diff_moved", old=old, new=new)
        yield from self.shared(subject)

    def shared(self, subject: Subject) -> Iterator[str]:
        """That shared indicators which a position uses have changed; how is told of the settings."""
        for name in subject.shared:
            yield self.new.words.phrase("diff_shared", title=self.new.kpi_name(name))

    def _whole(self, subject: Subject) -> Iterator[Line]:
        side, mark = (self.old, Mark.REMOVED) if subject.new is None else (self.new, Mark.ADDED)
        record = subject.old if subject.new is None else subject.new
        assert record is not None
        side.about(record)
        for info, value in stated(record):
            said = side.say(info, value)
            if said:
                yield Line(mark, (side.label(type(record), info),), *_sides(mark, said), info.name)

    # --- fields

    def _lines(self, cls: type[Record], change: Change, place: tuple[str, ...]) -> Iterator[Line]:
        inside = (*place, self.new.label(cls, change.field))
        if change.changes:
            inner = type(change.after)
            for one in change.changes:
                yield from self._lines(inner, one, inside)
        elif change.entries:
            for entry in change.entries:
                yield from self._of_entry(change.field, entry, inside)
        else:
            yield from self._of_value(change, inside)

    def _of_value(self, change: Change, place: tuple[str, ...]) -> Iterator[Line]:
        field = change.field
        before, after = self.old.say(field, change.before), self.new.say(field, change.after)
        if before != after:
            yield Line(_mark(before, after), place, before, after, field.name)
            return
        for language in self.difference.new.languages:
            if language != self.language:
                before = self.old.in_other(language).say(field, change.before)
                after = self.new.in_other(language).say(field, change.after)
                if before != after:
                    yield Line(_mark(before, after), place, before, after, field.name, language)
                    return
        yield Line(Mark.CHANGED, place, before, after, field.name)

    def _of_entry(self, field: FieldInfo, entry: Entry, place: tuple[str, ...]) -> Iterator[Line]:
        if entry.is_same:
            return
        if entry.old is None or entry.new is None:
            mark = Mark.ADDED if entry.old is None else Mark.REMOVED
            side, value = (self.new, entry.after) if entry.old is None else (self.old, entry.before)
            yield Line(mark, (*place[:-1], self._numbered(side, place[-1], entry)),
                       *_sides(mark, side.say(field, (value,))), field.name)  # fmt: skip
            return
        inside = (*place[:-1], self._numbered(self.new, place[-1], entry))
        if entry.is_moved:
            yield Line(Mark.MOVED, inside, str(entry.old + 1), str(entry.new + 1), field.name)
        for change in entry.changes:
            if isinstance(entry.after, Record):
                yield from self._lines(type(entry.after), change, inside)
            else:
                yield from self._of_value(Change(field, (change.before,), (change.after,)), inside)

    def _numbered(self, side: _Side, label: str, entry: Entry) -> str:
        """``Duties 3 'Repair'``: the label of a list with the place of an entry and what it is called."""
        place, value = (entry.old, entry.before) if entry.new is None else (entry.new, entry.after)
        title = side.name_of(value) if isinstance(value, Record) else ""
        phrase = "diff_entry_named" if title else "diff_entry"
        return side.words.phrase(phrase, label=label, number=(place or 0) + 1, title=title)


class _Side:
    """Writes the values of one organization."""

    def __init__(self, organization: Organization, language: str) -> None:
        self.organization = organization
        self.words = Words(organization, language)
        self._record: Record | None = None
        self._printer = Printer(organization, self.words)
        self._others: dict[str, _Side] = {}

    def about(self, record: Record) -> None:
        """Write what belongs to a position: its duties have names."""
        self._record = record
        self._printer = Printer(self.organization, self.words, record if isinstance(record, Position) else None)

    def in_other(self, language: str) -> _Side:
        """The same in another language."""
        side = self._others.setdefault(language, _Side(self.organization, language))
        if self._record is not None:
            side.about(self._record)
        return side

    def label(self, cls: type[Record], field: FieldInfo) -> str:
        """What a field is called."""
        return self.words.label(Position if cls is PositionDefaults else cls, field)

    def say(self, field: FieldInfo, value: Any) -> str:
        """A value in one line; empty for nothing."""
        if value is None or value == ():
            return ""
        if isinstance(value, PositionDefaults):
            return self.words.sequence(
                self.words.labelled(self.label(PositionDefaults, info), self.say(info, part))
                for info, part in stated(value)
            )
        if hasattr(value, "items") and not isinstance(value, Record):
            return self.words.sequence(f"{key}: {self.say(field, part)}" for key, part in value.items())
        return " ".join(self._printer.one_line(field, value).split())

    def title(self, record: Record) -> str:
        """What a subject is called."""
        if isinstance(record, Position | Unit):
            return self.words.text(record.title) or record.id
        if isinstance(record, Person):
            return self.words.text(record.name) or record.number or ""
        return self.words.phrase("diff_settings")

    def name_of(self, record: Record) -> str:
        """What an entry of a list is called, in a few characters."""
        held = {info.name: (info, value) for info, value in stated(record)}
        for name in NAMED_BY:
            info, value = held.get(name, (None, None))
            if info is not None and isinstance(value, Text | Option | Ref | str):
                said = self.kpi_name(str(value)) if name == "use" else self.say(info, value)
                return said if len(said) <= LONGEST_NAME else said[: LONGEST_NAME - 1] + "…"
        return ""

    def kpi_name(self, reference: str) -> str:
        """What a shared indicator is called."""
        kpi = self.organization.shared_kpis.get(reference)
        return self.words.text(kpi.name) if kpi is not None and kpi.name else reference


def _mark(before: str, after: str) -> Mark:
    return Mark.ADDED if not before else Mark.REMOVED if not after else Mark.CHANGED


def _sides(mark: Mark, said: str) -> tuple[str, str]:
    return ("", said) if mark is Mark.ADDED else (said, "")
