"""The table of changes as a form prints it, which goes with the papers for approval: plain dicts, lists and strings.

People stand in no such table: who holds a post is no change of a definition. Of the settings those that print do. What
a document says of itself is no row either: versions stand beside the titles, and the newest revision is the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from posdoc.diff.changes import INTERNAL, Change, Difference, Subject, SubjectKind
from posdoc.diff.lines import Mark, Teller, Told
from posdoc.diff.passages import passages
from posdoc.diff.plain import plain
from posdoc.documents.views import merged
from posdoc.locales.words import Words
from posdoc.model import Document, PartialDate, Position, Record, Signer, Unit
from posdoc.model.content import OF_VERSION
from posdoc.views.arrange import View
from posdoc.views.position import heading_of
from posdoc.views.sections import Presentation

_PRINTED_SETTINGS = frozenset({
    "organization", "headcount", "families", "grades", "levels", "outside_positions", "parties", "kpis", "defaults", "labels",
})  # fmt: skip
_WHOLE = (
    "code", "grade", "head", "reports_to", "headcount", "purpose", "background", "value_proposition",
)  # fmt: skip
"""The fields that say what came or went is: a table does not repeat a whole definition."""
_SIGNERS = ("prepared", "reviewed", "approved")


def view_changes(difference: Difference, names: tuple[str, str], language: str, day: date) -> View:
    """What a form about changes sees, in a language or in two (``zh+en``); ``names`` are what the sides are called."""
    view = merged(difference.new, language, lambda words: _content(difference, names, words, day))
    for subject in view["subjects"]:
        for row in subject["rows"]:
            row["old_passages"], row["new_passages"] = _passages(row["before"], row["after"])
    return view


def _passages(before: str, after: str) -> tuple[list[View], list[View]]:
    """The texts of both sides. Nothing is told apart in them where nothing stayed."""
    sides = passages(before, after)
    stayed = any(not one.is_changed for side in sides for one in side)
    old, new = ([{"text": one.text, "is_changed": one.is_changed and stayed} for one in side] for side in sides)
    return old, new


def _content(difference: Difference, names: tuple[str, str], words: Words, day: date) -> View:
    teller = Teller(difference, words.language)
    told = [teller.told(subject) for subject in _subjects(difference)]
    numbers = count(1)
    return {
        **heading_of(difference.new, words, None, Presentation(form="changes")),
        **{f"{name}_label": words.phrase(f"changes_{name}") for name in ("compared", "date", "scope", "number")},
        **{f"{name}_label": words.phrase(f"diff_column_{name}") for name in ("item", "before", "after", "reason")},
        "old": names[0],
        "new": names[1] or words.phrase("diff_working_tree"),
        "date": words.date(PartialDate(day.year, day.month, day.day)),
        "scope": teller.counted(told),
        "nothing": "" if told else words.phrase("diff_nothing"),
        "subjects": [_subject(teller, one, numbers) for one in told],
        "approval": _approval(words),
    }


# --- what the table is about -------------------------------------------------------------------------------------


def _subjects(difference: Difference) -> Iterator[Subject]:
    for subject in difference.subjects:
        if subject.kind is SubjectKind.PERSON:
            continue
        kept = tuple(_kept(subject.changes))
        if subject.kind is SubjectKind.SETTINGS:
            kept = tuple(change for change in kept if change.field.name in _PRINTED_SETTINGS)
        if kept or subject.kind is not SubjectKind.SETTINGS:
            yield replace(subject, changes=kept)


def _kept(changes: tuple[Change, ...], left_out: frozenset[str] = INTERNAL) -> Iterator[Change]:
    """The changes without those of fields that are left out, at any depth."""
    for change in changes:
        name = change.field.name
        if name in left_out:
            continue
        if change.changes:
            inner = tuple(_kept(change.changes, INTERNAL | OF_VERSION if name == "document" else INTERNAL))
            yield from [replace(change, changes=inner)] if inner else []
        elif change.entries:
            entries = tuple(replace(entry, changes=tuple(_kept(entry.changes))) for entry in change.entries)
            yield from [replace(change, entries=entries)] if not all(entry.is_same for entry in entries) else []
        elif name != "document":
            yield change


def _subject(teller: Teller, told: Told, numbers: Iterator[int]) -> View:
    subject, words = told.subject, teller.new.words
    record = subject.new if subject.new is not None else subject.old
    rows = list(_rows(teller, told))
    return {
        "about": words.phrase(f"diff_kind_{subject.kind.value}"),
        "title": told.heading.title,
        "code": (record.code if isinstance(record, Position | Unit) else None) or "",
        "id": subject.id,
        "change": words.phrase(f"changes_{told.heading.mark.name.lower()}"),
        "version": _version(words, subject),
        "remarks": list(told.heading.remarks),
        "reason": _reason(words, subject),
        "rows": [{"number": str(next(numbers)), "first": not place, "item": item, "before": before, "after": after}
                 for place, (item, before, after) in enumerate(rows)],
    }  # fmt: skip


def _version(words: Words, subject: Subject) -> str:
    """``version 1.0 → 1.1``, or the one that there is."""
    versions = [document.version for document in map(_document, (subject.old, subject.new)) if document]
    stated = list(dict.fromkeys(version for version in versions if version))
    return words.phrase("version_of", version=words.phrase("arrow").join(stated)) if stated else ""


def _reason(words: Words, subject: Subject) -> str:
    """What the newest revision says that the old state has not."""
    old, new = _document(subject.old), _document(subject.new)
    known = [plain(revision) for revision in old.revisions] if old else []
    texts = [words.text(one.text) for one in (new.revisions if new else ()) if plain(one) not in known]
    return texts[-1] if texts else ""


def _document(record: Record | None) -> Document | None:
    return record.document if isinstance(record, Position | Unit) else None


# --- rows --------------------------------------------------------------------------------------------------------


def _rows(teller: Teller, told: Told) -> Iterator[tuple[str, str, str]]:
    """Item, before and after; a subject has at least one row, in which its reason stands."""
    words = teller.new.words
    if told.heading.mark in (Mark.ADDED, Mark.REMOVED):
        yield _whole(teller, told)
        return
    for line in told.lines:
        yield teller.place(line), *teller.sides(line)
    for title, number in told.handed:
        yield words.phrase("changes_taken_over", title=title), "", words.phrase("changes_same", count=number)
    if not told.lines and not told.handed:
        yield words.phrase("changes_wording_kept"), "", ""


def _whole(teller: Teller, told: Told) -> tuple[str, str, str]:
    """The one row of what came or went: what it is, a line for each of the fields that say so."""
    came, words = told.heading.mark is Mark.ADDED, teller.new.words
    kind = words.phrase(f"diff_kind_{told.subject.kind.value}")
    item = words.phrase("changes_whole_added" if came else "changes_whole_removed", kind=kind)
    lines = [words.labelled(words.phrase("unit"), unit) for unit in _unit_of(teller, told.subject)]
    lines += [words.labelled(line.place[0], line.after or line.before) for line in told.lines if line.field in _WHOLE]
    text = "\n".join([told.heading.title, *lines])
    return (item, "", text) if came else (item, text, "")


def _unit_of(teller: Teller, subject: Subject) -> Iterator[str]:
    side, record = (teller.old, subject.old) if subject.new is None else (teller.new, subject.new)
    above = record.unit if isinstance(record, Position) else record.parent if isinstance(record, Unit) else ""
    if above:
        yield side.words.name(above)


# --- who signs ---------------------------------------------------------------------------------------------------


def _approval(words: Words) -> View:
    return {
        "statement": "",
        "statement_label": words.label(Document, "statement"),
        **{f"{name}_label": words.label(Signer, name) for name in ("role", "name", "date")},
        "signature_label": words.phrase("signature"),
        "signers": [{"role": words.phrase(f"changes_{name}"), "name": "", "date": ""} for name in _SIGNERS],
    }
