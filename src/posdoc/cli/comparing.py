"""What ``posdoc diff`` makes of a difference: a text for the terminal or a file, or the table of changes in Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from posdoc.build.asked import check_language, ending_of
from posdoc.build.files import write_atomically
from posdoc.cli.language import LANGUAGE
from posdoc.diff.changes import Difference
from posdoc.diff.formats import format_named
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.phrases import Phrase

WORD, CHART, REDLINE = "docx", "chart", "redline"
DOCUMENTS = (WORD, REDLINE)
FORM = "changes"
"""The form of a table of changes where no other is asked for."""
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "html": "html", WORD: WORD}
"""The formats, and how their files end."""
_OTHER_ENDINGS = {"htm": "html", "markdown": "markdown"}


_OF_FORMATS = {
    "--form": DOCUMENTS,
    "--date": DOCUMENTS,
    "--by": (REDLINE,),
    "--paper": (CHART,),
    "--all": (CHART,),
}
"""The formats that options are for."""


@dataclass(frozen=True)
class Wanted:
    """What is to be made, in which language, and where to: a file, a folder, or nothing for the terminal.

    A table of changes has a ``form``, which is looked for in the workspace ``root`` as well, and a ``day``.
    """

    format: str
    language: str
    output: Path | None
    form: str = ""
    day: date = date.min
    root: Path = Path()


def format_of(asked: str | None, output: Path | None) -> str:
    """The format that is asked for, else that of the file to write, else text. Raises UsageError for an unknown ending."""
    ending = ending_of(output)
    if asked or not ending:
        return asked or "text"
    from posdoc.drawing import formats as chart_formats

    charts = dict.fromkeys(chart_formats(), CHART)
    by_ending = {**charts, **{ending: name for name, ending in ENDINGS.items()}, **_OTHER_ENDINGS}
    if ending not in by_ending:
        raise UsageError(
            Phrase(f"不知道 .{ending} 是什么格式", f"'.{ending}' does not say which format is wanted"),
            Phrase(f"写 --format，或用这些扩展名：{'、'.join(ENDINGS.values())}",
                   f"give --format, or one of the endings {', '.join(ENDINGS.values())}"),
        )  # fmt: skip
    return by_ending[ending]


def check_options(kind: str, given: Mapping[str, object]) -> None:
    """Raise UsageError for an option that was given and says nothing of the format."""
    for option, value in given.items():
        fitting = _OF_FORMATS[option]
        if value and kind not in fitting:
            names = ", ".join(fitting)
            raise UsageError(
                Phrase(f"{option} 对 {kind} 格式不起作用", f"{option} says nothing of the format {kind}"),
                Phrase(f"它用于：--format {names}", f"it goes with --format {names}"),
            )


def language_of(difference: Difference, asked: str, format_: str) -> str:
    """The language to tell it in: the one asked for, else the workspace's first for Word, else that of the user.

    Only a document can be in two (``zh+en``). Raises UsageError for a language that the workspace does not have.
    """
    organization = difference.new
    if asked and not (format_ in DOCUMENTS and _is_pair(organization, asked)):
        check_language(organization, asked)
    if asked or format_ in DOCUMENTS:
        return asked or organization.languages[0]
    return LANGUAGE if LANGUAGE in organization.languages else organization.languages[0]


def _is_pair(organization: Organization, asked: str) -> bool:
    from posdoc.build.plan import is_known_language

    return is_known_language(organization, asked)


def made(difference: Difference, names: tuple[str, str], wanted: Wanted, *, color: bool = False) -> bytes:
    """The whole of what is written."""
    if wanted.format != WORD:
        return format_named(wanted.format).write(difference, names, wanted.language, color).encode("utf-8")
    from posdoc.diff.table_view import view_changes
    from posdoc.documents.forms import open_form
    from posdoc.documents.of_changes import changes_document

    form = open_form(wanted.root, wanted.form or FORM)
    view = view_changes(difference, names, wanted.language, wanted.day)
    return changes_document(difference.new, view, form, wanted.language, wanted.day)


def written(difference: Difference, data: bytes, wanted: Wanted) -> Path:
    """The file that it was written to; in a folder, the current one if none is named, it is called what it is.

    A name without an ending is that of a folder.
    """
    path = wanted.output or Path()
    if path.is_dir() or not path.suffix:
        words = Words(difference.new, wanted.language.partition("+")[0])
        path = path / f"{words.phrase('changes_file')}.{ENDINGS[wanted.format]}"
    write_atomically(path, data)
    return path
