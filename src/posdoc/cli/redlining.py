"""What ``posdoc diff --format redline`` writes: a document with tracked changes for each changed position."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from posdoc.build.files import check_collisions, file_name, inside, write_atomically
from posdoc.cli.language import say
from posdoc.diff.changes import Difference, SubjectKind
from posdoc.diff.redlines import Redline, Reviser, redlines
from posdoc.documents.forms import open_form
from posdoc.documents.metadata import PLAIN
from posdoc.errors import UsageError
from posdoc.locales.pair import words_of
from posdoc.locales.words import Words
from posdoc.model import DocumentOutput, Organization
from posdoc.phrases import Phrase
from posdoc.word import Form

NAME = "{code}_{title}_{id}"


class RedlinesWanted(NamedTuple):
    """What is asked for: a folder, or nothing for one of its own below the current one; a form and a language, or nothing
    for what the workspace prints first; in whose name and on which day the changes are tracked.
    """

    root: Path
    output: Path | None
    form: str
    language: str
    author: str
    day: date


class Written(NamedTuple):
    """The files that were written, and the ids of positions that came or went, of which there is no redline."""

    paths: tuple[Path, ...]
    without: tuple[str, ...]


def write_redlines(difference: Difference, old: Organization, wanted: RedlinesWanted) -> Written:
    """Write a redline for each position that has changed. Raises UsageError for a form that is not about positions."""
    form, output = _form_of(difference.new, wanted)
    language = wanted.language or (output.languages or difference.new.languages)[0]
    reviser = Reviser(wanted.author or "posdoc", datetime.combine(wanted.day, time(12)))
    folder = wanted.output or Path(say("修订稿", "redlines"))
    made = list(redlines(difference, old, form, language, output, reviser))
    names = [_name(one, words_of(difference.new, language)) for one in made]
    check_collisions(names)
    paths = [inside(folder, name) for name in names]
    for path, one in zip(paths, made, strict=True):
        write_atomically(path, one.data)
    return Written(tuple(paths), tuple(_without(difference)))


def _form_of(organization: Organization, wanted: RedlinesWanted) -> tuple[Form, DocumentOutput]:
    """The form asked for, or the first one about positions that the workspace prints, as it asks for it."""
    outputs = organization.workspace.outputs
    documents = outputs.documents if outputs else ()
    for output in documents:
        form = open_form(wanted.root, output.form or "standard")
        if form.kind.subject == "position" and wanted.form in ("", form.name):
            return form, output
    form = open_form(wanted.root, wanted.form or "standard")
    if form.kind.subject != "position":
        raise UsageError(
            Phrase(f"表单“{form.name}”不是岗位的表单", f"the form '{form.name}' is not about a position"),
            Phrase(
                "修订稿用岗位说明书的表单，如 standard",
                "redlines are made on a form of job descriptions, such as standard",
            ),
        )
    return form, PLAIN


def _name(redline: Redline, words: Words) -> str:
    position = redline.position
    title = words.text(position.title)
    return file_name(NAME, {"code": position.code or "", "title": title, "id": position.id}, "docx")


def _without(difference: Difference) -> Iterator[str]:
    return (one.id for one in difference.of(SubjectKind.POSITION) if one.old is None or one.new is None)
