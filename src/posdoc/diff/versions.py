"""Versions of job descriptions: how far a change raises them, what the next one is, and what its revision says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from posdoc.diff.changes import Change, Difference, Subject
from posdoc.diff.lines import Line, Mark, Teller
from posdoc.diff.plain import stated
from posdoc.model import Document, Position, Record, Unit, Workspace
from posdoc.model.content import OF_PLACE, OF_VERSION

MAJOR: Final = (
    "reports_to", "co_managed_by", "dotted_to", "grade", "level", "duties.time", "duties.weight", "kpi_sets.weight",
    "kpi_sets.kpis.weight",
)  # fmt: skip
"""What raises the major version where ``versions.major`` in ``posdoc.yaml`` says nothing."""
MOST_TOLD = 6
"""How many changes a revision tells one by one."""
_NUMBERS = re.compile(r"(?P<before>.*?)(?P<number>\d+(?:\.\d+)*)(?P<behind>\D*)")
_LETTER = re.compile(r"[A-Ya-y]")


class Version(NamedTuple):
    """The version of a document and, where a company counts them apart (A/0), its state of revision."""

    version: str
    revision: str = ""

    def __str__(self) -> str:
        return f"{self.version}/{self.revision}" if self.revision else self.version


def is_other(subject: Subject) -> bool:
    """Whether a definition says something else than it did, itself or by the shared indicators that it uses."""
    return subject.old is not None and bool(content_changes(subject) or subject.shared)


def content_changes(subject: Subject) -> tuple[Change, ...]:
    """The changes that make a new version: all but those of the document's own data."""
    return tuple(kept for change in subject.changes if (kept := _without_version(change)) is not None)


def _without_version(change: Change) -> Change | None:
    if change.field.name in OF_PLACE:
        return None
    if change.field.name != "document":
        return change
    before, after = ({} if one is None else dict(_said(one)) for one in (change.before, change.after))
    if before == after:
        return None
    return change if not change.changes else Change(
        change.field, change.before, change.after, tuple(one for one in change.changes if one.field.name not in OF_VERSION)
    )  # fmt: skip


def _said(document: Document) -> Iterator[tuple[str, object]]:
    return ((info.name, value) for info, value in document.stated() if info.name not in OF_VERSION)


def is_major(changes: Iterable[Change], workspace: Workspace) -> bool:
    """Whether any of the changes raises the major version, by the rules of the workspace."""
    rules = (workspace.versions.major if workspace.versions else ()) or MAJOR
    found = {path for change in changes for path in paths_of(change)}
    return any(path == rule or path.startswith(f"{rule}.") for path in found for rule in rules)


def paths_of(change: Change, above: str = "") -> Iterator[str]:
    """The paths of what a change touches, without the places in lists: ``duties.time``. An entry that came or went
    touches all that it states.
    """
    path = f"{above}.{change.field.name}" if above else change.field.name
    if change.changes:
        for one in change.changes:
            yield from paths_of(one, path)
    elif change.entries:
        for entry in change.entries:
            if entry.old is None or entry.new is None:
                value = entry.after if entry.old is None else entry.before
                yield from [f"{path}.{info.name}" for info, _ in stated(value)] if isinstance(value, Record) else [path]
            if entry.is_moved:
                yield path
            for one in entry.changes:
                yield from paths_of(one, path) if isinstance(entry.after, Record) else [path]
    else:
        yield path


def next_version(now: Version, *, major: bool) -> Version:
    """The version after ``now``: 1.3 becomes 1.4 or 2.0, V3 becomes V3.1 or V4; where revisions are counted apart, A/0
    becomes A/1 or B/0, and 1.3/2 becomes 1.3/3 or 2.0/0; the first is 1.0. Raises ValueError for one that cannot be
    counted on.
    """
    if not now.version:
        return Version("1.0")
    if not now.revision.isdigit():
        return Version(_counted_on(now.version, major=major), now.revision)
    if not major:
        return Version(now.version, str(int(now.revision) + 1))
    return Version(_counted_on(now.version, major=True), "0")


def _counted_on(version: str, *, major: bool) -> str:
    if _LETTER.fullmatch(version):
        return chr(ord(version) + 1)
    match = _NUMBERS.fullmatch(version)
    if match is None:
        raise ValueError(version)
    first, *rest = match["number"].split(".")
    if major:
        numbers = [str(int(first) + 1), *("0" for _ in rest)]
    else:
        numbers = [first, *rest[:-1], str(int(rest[-1]) + 1)] if rest else [first, "1"]
    return match["before"] + ".".join(numbers) + match["behind"]


def version_of(record: Record | None) -> Version:
    """The version that a definition states."""
    document = record.document if isinstance(record, Position | Unit) else None
    return Version(document.version or "", document.revision or "") if document else Version("")


def revision_text(
    difference: Difference, subject: Subject, languages: Sequence[str], reason: str = ""
) -> dict[str, str]:
    """What the revision table says of a change, by language: the reason, and what has changed."""
    found = {}
    for language in languages:
        teller = Teller(difference, language)
        told = teller.told(Subject(subject.kind, subject.old, subject.new, content_changes(subject)))
        words = teller.new.words
        parts = [_said_of(teller, line) for line in told.lines[:MOST_TOLD]]
        if len(told.lines) > MOST_TOLD:
            parts.append(words.phrase("diff_and_more", count=len(told.lines) - MOST_TOLD))
        what = words.sequence([*parts, *teller.shared(subject)])
        found[language] = words.labelled(reason, what) if reason and what else reason or what
    return found


def _said_of(teller: Teller, line: Line) -> str:
    """One change in a few words: numbers and names with what they were, texts only by their place."""
    words = teller.new.words
    place = "".join(line.place) if words.language.startswith("zh") else ", ".join(line.place)
    if (
        line.mark is Mark.CHANGED
        and max(len(line.before), len(line.after)) <= 16
        and "→" not in line.before + line.after
    ):
        return words.phrase("diff_said_changed", place=place, before=line.before, after=line.after)
    what = "reworded" if line.mark is Mark.CHANGED else line.mark.name.lower()
    return words.phrase(f"diff_said_{what}", place=place)
