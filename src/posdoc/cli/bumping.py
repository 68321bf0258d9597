"""What ``posdoc bump`` finds to raise, and writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from posdoc.build.asked import subject_asked
from posdoc.build.imported import write_into_workspace
from posdoc.cli.language import LANGUAGE
from posdoc.diff.changes import Difference, Subject
from posdoc.diff.compare import compare
from posdoc.diff.history import first_commit_of_version, path_of
from posdoc.diff.raising import Signature, approved, is_pending, raised
from posdoc.diff.sides import between, sides
from posdoc.diff.versions import Version, content_changes, is_major, next_version, revision_text, version_of
from posdoc.errors import UsageError
from posdoc.importers.definitions import Definitions, read_definitions
from posdoc.importers.edits import Edits
from posdoc.load import load
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.source.plain_data import Data
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
        """What to do with one definition."""
        path, version, wishes = path_of(one), version_of(one), self._wishes
        data = self._definitions[path][1]
        signature = Signature(wishes.date, wishes.by)
        if is_pending(data) and not wishes.level:
            if wishes.approve:
                what = Phrase(f"批准 {version}", f"approve {version}")
                return self._made(one, what, {}, approved(_mapping(data), signature, wishes.effective))
            return self._made(one, Phrase(f"{version} 还没有批准，改动都算在这一版里，不必升版",
                                          f"{version} is not approved yet: changes belong to it"))  # fmt: skip
        difference, subject = self._changed(one, path, version)
        changes = content_changes(subject) if subject is not None and subject.old is not None else ()
        if subject is None or not changes:
            return self._made(one, Phrase(f"{version} 以来没有改动", f"nothing has changed since {version}"))
        major = wishes.level == "major" or (not wishes.level and is_major(changes, self._organization.workspace))
        new = self._next(one, version, major)
        text = revision_text(difference, subject, self._organization.languages, wishes.reason)
        made = raised(data, new, text, signature)
        if wishes.approve:
            made = approved(made, signature, wishes.effective)
        level = Phrase("主版本", "major") if major else Phrase("次版本", "minor")
        arrow = f"{version or '—'} → {new}"
        return self._made(one, Phrase(f"{arrow}（{level.zh}）", f"{arrow} ({level.en})"), text, made)

    def _changed(self, one: Position | Unit, path: str, version: Version) -> tuple[Difference, Subject | None]:
        """What has changed in a definition since it has its version."""
        commit = ""
        if not self._wishes.since:
            commit = first_commit_of_version(Repository.around(self._root), path, version)
            if not commit:
                return Difference(self._organization, self._organization), None
        difference = self._since(commit)
        kinds = (type(one),)
        found = (subject for subject in difference.subjects if isinstance(subject.new, kinds) and subject.id == one.id)
        return difference, next(found, None)

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
