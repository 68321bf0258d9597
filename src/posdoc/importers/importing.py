"""Imports files: reads each, gathers what they say into the files of a workspace, and says what became of every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.coverage import Coverage, Written, coverage_of
from posdoc.importers.gathering import Gathered, gather
from posdoc.importers.own_part import own_part
from posdoc.importers.package import open_package
from posdoc.importers.pieces import Foreign, paragraphs_in
from posdoc.importers.posts import Draft, FileRead, Labels, Trace, labels_with, read_posts, standard_labels
from posdoc.importers.reading import read_foreign
from posdoc.importers.refusal import Refused, refused
from posdoc.model import Organization
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from posdoc.importers.definitions import Definitions
    from posdoc.importers.edits import Change, Edits
    from posdoc.importers.listed import Listed
    from posdoc.importers.marked import Marks

_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_SAMPLE: Final = 20_000
"""How many characters tell the language of a file."""
LISTS = ("xlsx", "xlsm", "csv", "tsv")
"""The formats in which lists of an organization are kept; other files are read as documents."""


@dataclass(frozen=True)
class Position:
    """A position that was read: its title, its file in the workspace, and where each value came from."""

    title: str
    path: str
    traces: Sequence[Trace]


@dataclass(frozen=True)
class ImportedFile:
    """What became of one file."""

    name: str
    read: FileRead | None
    positions: Sequence[Position] = ()
    findings: Sequence[Diagnostic] = ()
    coverage: Coverage = Coverage()

    @property
    def is_refused(self) -> bool:
        """Whether it was not read at all."""
        return self.read is None


@dataclass(frozen=True)
class Wishes:
    """What the user asks of an import. Empty means not given."""

    unit: str = ""
    language: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Meanings of columns by their heads."""


@dataclass(frozen=True)
class Imported:
    """Everything that is to be written: new files, edits of those that exist, and the report on each foreign file."""

    files: Mapping[str, str]
    changes: Sequence[Change]
    reports: Sequence[ImportedFile]
    language: str
    gathered: Gathered
    not_changed: Sequence[Diagnostic] = ()
    """What lists ask of definitions that exist and that cannot be done."""

    @property
    def findings(self) -> list[Diagnostic]:
        """What is to be said of all files."""
        return [finding for report in self.reports for finding in report.findings]


def import_files(
    files: Iterable[tuple[str, Path]], labels: Labels, wishes: Wishes, known: Organization | None = None,
    definitions: Definitions | None = None,
) -> Imported:  # fmt: skip
    """Read files, each with the name that reports call it by. One that cannot be read is reported; the others are read.

    ``known`` is the workspace that is added to, with its ``definitions``.
    """
    reads: list[FileRead | ImportedFile] = []
    lists: list[Listed] = []
    for name, path in files:
        try:
            foreign = replace(read_foreign(path), name=name)
            listed = _as_list(foreign, wishes, known) if foreign.format in LISTS else None
            if listed is not None:
                lists.append(listed)
                reads.append(listed.read or FileRead(foreign))
            else:
                reads.append(_as_document(foreign, path, labels))
        except Refused as refusal:
            reads.append(ImportedFile(name, None, (), (refusal.called(name),)))
    done = [one for one in reads if isinstance(one, FileRead)]
    spoken = _tell_languages(done, wishes.language, known)
    languages = known.languages if known else (spoken,)
    gathered = gather(done, spoken, unit=wishes.unit, known=known)
    edits = _edits(gathered, lists, languages, definitions or {}) if lists or definitions else None
    beside = {id(listed.read): listed.findings for listed in lists}
    written = Written(gathered)
    reports = [
        one if isinstance(one, ImportedFile) else _report(one, gathered, written, beside.get(id(one), []))
        for one in reads
    ]
    imported = Imported(gathered.files, [], reports, spoken, gathered)
    if edits is None:
        return imported
    files_of_all = {**gathered.files, **edits.files}
    return replace(imported, files=files_of_all, changes=edits.changes, not_changed=edits.findings)


def _as_document(foreign: Foreign, path: Path, labels: Labels) -> FileRead:
    """The posts in a document; one that posdoc made says exactly what it holds. Raises Refused for a table of changes."""
    marks = _marks(path.read_bytes(), foreign.name) if foreign.format == "docx" else None
    if marks is not None and not marks.identity:
        raise refused(
            kinds.NOTHING_TO_READ, foreign.name,
            Phrase("它是 posdoc 生成的修订对照表，里面没有岗位定义",
                   "it is a table of changes that posdoc made: it defines no position"),
            Phrase("导入岗位说明书；改过的说明书用 posdoc import --update 写回",
                   "import job descriptions; take edited ones back with posdoc import --update"),
        )  # fmt: skip
    read = read_posts(foreign, labels)
    if marks is not None:
        from posdoc.importers.marked_draft import take_marks

        take_marks(read, marks)
    return read


def _marks(data: bytes, name: str) -> Marks | None:
    if own_part(open_package(data, name)) is None:
        return None
    from posdoc.importers.marked import read_marks

    return read_marks(data, name)


def _as_list(foreign: Foreign, wishes: Wishes, known: Organization | None) -> Listed | None:
    """What a file lists of an organization; None where it is no such list."""
    from posdoc.importers.listed import take_list
    from posdoc.importers.lists import read_list

    listed = read_list(foreign, wishes.columns)
    return None if listed is None else take_list(listed, foreign, known)


def _edits(gathered: Gathered, lists: Sequence[Listed], languages: Sequence[str], definitions: Definitions) -> Edits:
    """What changes in files that exist, and the people that lists name."""
    from posdoc.importers.edits_of_lists import edits_of_lists

    return edits_of_lists(gathered, lists, languages, definitions)


def labels_of(known: Organization | None) -> Labels:
    """The labels to read with: the standard ones, and those of the workspace."""
    own = known.workspace.import_labels if known is not None else None
    return labels_with(own) if own else standard_labels()


class Letters(NamedTuple):
    """How many letters of a file are Chinese, and how many there are, of those that were looked at."""

    chinese: int
    all: int

    @property
    def language(self) -> str:
        """``zh`` where a tenth of the letters or more are Chinese, else ``en``."""
        return "zh" if self.chinese * 10 >= self.all else "en"


def letters_of(foreign: Foreign) -> Letters:
    """The letters in all paragraphs of a file; in a long one some, spread over all of it, stand for the others."""
    whole = "".join(paragraph.text for paragraph in paragraphs_in(foreign.pieces))
    text = whole[:: len(whole) // _SAMPLE + 1]
    return Letters(len(_CHINESE.findall(text)), sum(map(str.isalpha, text)))


def _tell_languages(reads: Sequence[FileRead], asked: str, known: Organization | None) -> str:
    """Note which files are in another language than the first of the workspace, as far as that has it, and return the
    language to speak in: the one that is asked for, the first of the workspace, or that of most files.
    """
    letters = [letters_of(read.foreign) for read in reads]
    most = Letters(sum(one.chinese for one in letters), sum(one.all for one in letters)).language
    first = known.languages[0] if known else asked or most
    for read, one in zip(reads, letters, strict=True):
        spoken = asked or one.language
        if spoken != first and (known is None or spoken in known.languages):
            read.language = spoken
    return asked or first


def _report(read: FileRead, gathered: Gathered, written: Written, beside: Sequence[Diagnostic]) -> ImportedFile:
    name = read.foreign.name
    findings = [*read.foreign.findings, *_located(read.unit, name), *beside]
    for draft in read.drafts:
        findings += _located(draft, name)
    positions = [Position(draft.title, gathered.paths[id(draft)], draft.traces) for draft in read.drafts]
    findings = [replace(one, span=one.span._replace(path=name)) for one in findings]
    findings.sort(key=lambda one: (one.span.line, one.kind.code))
    return ImportedFile(name, read, positions, findings, coverage_of(read, written))


def _located(draft: Draft, name: str) -> list[Diagnostic]:
    """The findings of a draft; one without a place of its own is about its first line."""
    first = min((line.place.number for line in draft.lines), default=1)
    begins = Span(name, first, 1, first, 1)
    return [replace(one, span=begins) if one.span == Span("") else one for one in draft.findings]
