"""The life of a position or unit, from git: versions, what changed, by whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from posdoc.diff.changes import Difference, Subject, SubjectKind
from posdoc.diff.compare import compare
from posdoc.diff.sides import between
from posdoc.diff.versions import Version, version_of
from posdoc.model import Organization, Position, Unit
from posdoc.source import read_text
from posdoc.source.plain_data import data_of
from posdoc.vcs import Commit, Repository, Step
from posdoc.workspace_files import POSITIONS_FOLDER


@dataclass(frozen=True)
class Event:
    """One commit in the life of a position or unit. ``subject`` is None where it changed nothing that is defined."""

    commit: Commit
    difference: Difference
    subject: Subject | None
    version: Version


def history(repository: Repository, path: str, most: int = 0) -> Iterator[Event]:
    """The events in the life of what a file defines, newest first; ``most`` limits them, 0 does not."""
    for number, step in enumerate(repository.follow(path), 1):
        yield _event(repository, step)
        if number == most:
            return


def _event(repository: Repository, step: Step) -> Event:
    both = {step.path, step.was} - {""}
    found = between(repository, repository.parent(step.commit.id), step.commit.id, both)
    difference = compare(found.old, found.new)
    identity = _identity(step.path)
    subject = next((one for one in difference.subjects if one.id == identity and one.kind in _KINDS), None)
    return Event(step.commit, difference, subject, version_of(subject_of(found.new, identity)))


_KINDS = (SubjectKind.POSITION, SubjectKind.UNIT)


def subject_of(organization: Organization, identity: str) -> Position | Unit | None:
    """The position or unit of an id."""
    return organization.by_id.get(identity) or organization.units_by_id.get(identity)


def path_of(subject: Position | Unit) -> str:
    """The file that defines a position or unit."""
    return subject.path if isinstance(subject, Position) else f"{POSITIONS_FOLDER}/{subject.path}/unit.yaml"


def _identity(path: str) -> str:
    name = PurePosixPath(path)
    return name.parent.name if name.stem == "unit" else name.stem


def first_commit_of_version(repository: Repository, path: str, version: Version) -> str:
    """The commit in which a definition first had the version that it has; empty where no commit has it.

    What was changed later under the same version has yet to get one of its own.
    """
    found = ""
    for step in repository.follow(path):
        if _stated_version(repository, step) != version:
            break
        found = step.commit.id
    return found


def _stated_version(repository: Repository, step: Step) -> Version | None:
    """The version that a file states in a commit; None where it cannot be read."""
    blobs = repository.files(step.commit.id, [step.path])
    text = next(repository.contents(blobs.values()), b"").decode("utf-8", "replace")
    node, _ = read_text(text, step.path)
    data = data_of(node) if node is not None else None
    document = data.get("document") if isinstance(data, dict) else None
    if not isinstance(document, dict):
        return Version("") if isinstance(data, dict) else None
    return Version(*(str(document.get(key, "")) for key in ("version", "revision")))
