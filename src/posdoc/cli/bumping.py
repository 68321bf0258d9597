"""What ``posdoc bump`` finds to raise, and writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from posdoc.build.asked import subject_asked
from posdoc.build.imported import write_into_workspace
from posdoc.cli.language import LANGUAGE
from posdoc.diff.changes import Difference, Subject, SubjectKind
from posdoc.diff.compare import compare
from posdoc.diff.history import first_commit_of_version, path_of
from posdoc.diff.raising import Signature, approved, is_pending, raised
from posdoc.diff.sides import between, sides
from posdoc.diff.versions import (
    Version,
    content_changes,
    is_major,
    is_other,
    next_version,
    revision_text,
    version_of,
)
from posdoc.errors import UsageError
from posdoc.importers.definitions import Definitions, read_definitions
from posdoc.importers.edits import Edits
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.source.plain_data import Data, Read
from posdoc.vcs import Repository


class Wishes(NamedTuple):
    """What is asked for. ``ids`` empty means all; ``level`` is major, minor, or empty for what the changes ask for."""

    ids: tuple[str, ...] = ()
    since: str = ""
    level: str = ""
    reason: str = ""
    by: str = ""
    date: str = ""
    approve: bool = False
    effective: str = ""


class Bump(NamedTuple):
    """A position or unit with the new data of its definition; without data there is nothing to do, and it is said why."""

    subject: Position | Unit
    title: str
    what: Phrase
    text: Mapping[str, str]
    data: Mapping[str, Data] | None


def bumps(root: Path, wishes: Wishes) -> list[Bump]:
    """What to raise or approve. With all asked for, only what has something to do."""
    organization, definitions = load(root)[0], read_definitions(root)
    raiser = _Raiser(root, organization, definitions, wishes)
    if wishes.ids:
        return [raiser.bump(subject_asked(organization, identity)) for identity in wishes.ids]
    both: tuple[Position | Unit, ...] = (*organization.units, *organization.positions)
    versioned = (one for one in both if version_of(one).version and path_of(one) in definitions)
    return [made for made in map(raiser.bump, versioned) if made.data is not None]


class _Raiser:
    def __init__(self, root: Path, organization: Organization, definitions: Definitions, wishes: Wishes) -> None:
        self._root = root
        self._organization = organization
        self._definitions = definitions
        self._wishes = wishes
        self._since: Callable[[str], Difference] = cache(self._read)

    def _read(self, commit: str) -> Difference:
        """What has changed since a commit, or since what is asked for."""
        found = (
            sides(self._root, self._wishes.since)
            if self._wishes.since
            else between(Repository.around(self._root), commit, "")
        )
        return compare(found.old, found.new)

    def bump(self, one: Position | Unit) -> Bump:
        """What to do with one definition. Raises UsageError for one whose file cannot be read."""
        data, version, wishes = self._data(one), version_of(one), self._wishes
        if is_pending(data) and not wishes.level:
            if wishes.approve:
                made = approved(_mapping(data), Signature(wishes.date, wishes.by), wishes.effective)
                return self._made(one, Phrase(f"批准 {version}", f"approve {version}"), {}, made)
            return self._made(one, Phrase(f"{version} 还没有批准，改动都算在这一版里，不必升版",
                                          f"{version} is not approved yet: changes belong to it"))  # fmt: skip
        if not version.version:
            return self._raised(one, version, next_version(version, major=False), self._first_text())
        commit = "" if wishes.since else first_commit_of_version(Repository.around(self._root), path_of(one), version)
        if not (commit or wishes.since):
            return self._made(one, Phrase(f"{version} 还没有提交到 git，没有可以相比的",
                                          f"{version} is in no commit yet: there is nothing to compare with"))  # fmt: skip
        return self._compared(one, version, self._since(commit))

    def _compared(self, one: Position | Unit, version: Version, difference: Difference) -> Bump:
        """What to do with a definition after what has changed in it; who asks for a level gets it in any case."""
        subject = next(
            (each for each in difference.subjects if type(each.new) is type(one) and each.id == one.id), None
        )
        subject = subject or Subject(SubjectKind.POSITION, one, one)
        wishes = self._wishes
        if not (is_other(subject) or wishes.level):
            return self._made(one, Phrase(f"{version} 以来没有改动", f"nothing has changed since {version}"))
        settings = self._organization.workspace
        major = wishes.level == "major" or (not wishes.level and is_major(content_changes(subject), settings))
        text = revision_text(difference, subject, self._organization.languages, wishes.reason)
        level = Phrase("主版本", "major") if major else Phrase("次版本", "minor")
        return self._raised(one, version, self._next(one, version, major), text, level)

    def _data(self, one: Position | Unit) -> Read:
        path = path_of(one)
        if path not in self._definitions:
            raise UsageError(
                Phrase(f"读不出“{path}”，不能升版", f"'{path}' cannot be read, so it gets no version"),
                Phrase("运行 posdoc check 看是什么问题", "run posdoc check to see what is wrong"),
            )
        return self._definitions[path][1]

    def _first_text(self) -> dict[str, str]:
        """What the revision of the first version says."""
        languages = self._organization.languages
        return {
            tag: self._wishes.reason or Words(self._organization, tag).phrase("diff_first_issue") for tag in languages
        }

    def _raised(
        self, one: Position | Unit, version: Version, new: Version, text: Mapping[str, str], level: Phrase | None = None
    ) -> Bump:
        signature = Signature(self._wishes.date, self._wishes.by)
        made = raised(self._data(one), new, text, signature)
        if self._wishes.approve:
            made = approved(made, signature, self._wishes.effective)
        arrow = f"{version} → {new}" if version.version else str(new)
        what = Phrase(f"{arrow}（{level.zh}）", f"{arrow} ({level.en})") if level else Phrase(arrow, arrow)
        return self._made(one, what, text, made)

    def _next(self, one: Position | Unit, version: Version, major: bool) -> Version:
        try:
            return next_version(version, major=major)
        except ValueError:
            raise UsageError(
                Phrase(
                    f"{one.id} 的版本“{version}”不能往上数", f"the version '{version}' of {one.id} cannot be counted on"
                ),
                Phrase(
                    "在文件里写一个带数字的版本，如 1.0", "write a version with a number into its file, such as 1.0"
                ),
            ) from None

    def _made(
        self, one: Position | Unit, what: Phrase, text: Mapping[str, str] | None = None,
        data: Mapping[str, Data] | None = None,
    ) -> Bump:  # fmt: skip
        title = one.title.in_(LANGUAGE, self._organization.languages[0]) if one.title else one.id
        return Bump(one, title, what, text or {}, data)


def _mapping(data: Data) -> Mapping[str, Data]:
    return data if isinstance(data, Mapping) else {}


def write(root: Path, wanted: list[Bump], wishes: Wishes) -> list[str]:
    """Write the new versions, and note what is approved; returns the files written."""
    definitions, edits = read_definitions(root), Edits()
    for one in wanted:
        path = path_of(one.subject)
        text, old = definitions[path]
        assert one.data is not None
        edits.edit(path, text, old, one.data, type(one.subject))
    written = write_into_workspace(root, edits.files)
    if wishes.approve:
        _note_approvals(root, list(_positions(wanted)))
    return written


def _positions(wanted: list[Bump]) -> Iterator[str]:
    return (one.subject.id for one in wanted if isinstance(one.subject, Position))


def _note_approvals(root: Path, ids: list[str]) -> None:
    from posdoc.check import check
    from posdoc.cli.reviewing import approve_all
    from posdoc.cli.reviewing import write as write_reviews
    from posdoc.reviews.stamping import reviews_of

    checked = check(root)
    positions = [checked.organization.by_id[identity] for identity in ids if identity in checked.organization.by_id]
    reviews, _ = approve_all(checked, reviews_of(checked.organization), positions)
    write_reviews(checked, reviews)
