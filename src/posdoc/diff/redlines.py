"""Redlines: the job description of a changed position in its own form, with what changed as Word's own tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from posdoc.diff.changes import Difference, SubjectKind
from posdoc.documents import position_document
from posdoc.model import DocumentOutput, Organization, Position
from posdoc.word import Form
from posdoc.word.redline import redlined


class Reviser(NamedTuple):
    """In whose name, and when, changes are tracked; the time is without a zone, as Word writes it."""

    author: str
    at: datetime


class Redline(NamedTuple):
    """The document of one position, as it is, with its changes tracked."""

    position: Position
    data: bytes


def redlines(
    difference: Difference, old: Organization, form: Form, language: str, output: DocumentOutput, reviser: Reviser
) -> Iterator[Redline]:
    """The redlines of all positions that were there and are there and have changed in more than their ids. ``old`` is the
    old organization with its own ids, from which the old documents are made: on the same form as the new ones.
    """
    for subject in difference.of(SubjectKind.POSITION):
        if not isinstance(subject.old, Position) or not isinstance(subject.new, Position):
            continue
        if not (subject.printed_changes or subject.shared or any(subject.units)):
            continue
        before = old.by_id[subject.old_id or subject.id]
        documents = (
            position_document(organization, position, form, language, output)
            for organization, position in ((old, before), (difference.new, subject.new))
        )
        was, is_ = documents
        yield Redline(subject.new, redlined(was, is_, reviser.author, reviser.at))
