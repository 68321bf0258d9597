"""Workbooks of a workspace on demand: the register, the head-count plan, scorecards, translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from posdoc.build.asked import check_language, ending_of, unit_asked
from posdoc.build.files import write_atomically
from posdoc.check import Checked, check
from posdoc.diagnostics import Severity
from posdoc.documents.digests import digest_of
from posdoc.errors import OutputError, UsageError
from posdoc.load.suggest import closest
from posdoc.locales.words import Words
from posdoc.phrases import Phrase

ENDING = "xlsx"


@dataclass(frozen=True)
class ExportRequest:
    """Which workbooks to make, of which unit, on which day, in which language, and where to."""

    root: Path
    day: date
    files: tuple[Path, ...]
    """The files to be written; the name of each, without its ending, says what it is."""
    kind: str = ""
    """What a file is whose name does not say so."""
    unit: str = ""
    language: str = ""
    with_names: bool = False
    replace: bool = False
    """Whether a file that somebody has changed is written over."""


@dataclass(frozen=True)
class ExportMade:
    """What became of a request: the files written, none while definitions have errors."""

    checked: Checked
    written: tuple[Path, ...] = ()


def make_exports(request: ExportRequest) -> ExportMade:
    """Check the workspace, make all workbooks, and write them; nothing is made while definitions have errors."""
    wanted = list(_wanted(request))
    _refuse_twice([path for path, _ in wanted])
    if not request.replace:
        _refuse_changed([path for path, _ in wanted])
    checked = check(request.root)
    if checked.at_least(Severity.ERROR):
        return ExportMade(checked)
    made = list(_contents(request, checked, wanted))
    for path, data in made:
        write_atomically(path, data)
    return ExportMade(checked, tuple(path for path, _ in made))


def _contents(
    request: ExportRequest, checked: Checked, wanted: Sequence[tuple[Path, str]]
) -> Iterator[tuple[Path, bytes]]:
    from posdoc.tables.excel import write_pages
    from posdoc.tables.workbooks import Wish, kind

    organization = checked.organization
    check_language(organization, request.language)
    wish = Wish(
        organization,
        Words(organization, request.language or organization.languages[0]),
        request.day,
        unit_asked(organization, request.unit),
        request.with_names,
        {position.id: digest_of(position) for position in organization.positions},
    )
    for path, name in wanted:
        yield path, write_pages(kind(name).make(wish))


def _wanted(request: ExportRequest) -> Iterator[tuple[Path, str]]:
    """Each file with what it is to be."""
    from posdoc.tables.workbooks import kinds

    known = kinds()
    if request.kind and len(request.files) > 1:
        raise UsageError(
            Phrase("--kind 只能用于一个文件", "--kind is for a single file"),
            Phrase(
                f"文件名用 {'、'.join(known)}，或一个一个生成",
                f"name the files {', '.join(known)}, or make one at a time",
            ),
        )
    for path in request.files:
        ending = ending_of(path)
        name = request.kind or (path.stem if ending else path.name)
        if ending not in ("", ENDING) or path.is_dir():
            raise UsageError(
                Phrase(f"“{path}”不是 Excel 文件名", f"'{path}' is no name of an Excel file"),
                Phrase(f"写成 {path.stem}.{ENDING}", f"write {path.stem}.{ENDING}"),
            )
        if name not in known:
            raise _unknown(path, name, known)
        yield (path if ending else path.with_name(f"{path.name}.{ENDING}")), name


def _unknown(path: Path, name: str, known: Sequence[str]) -> UsageError:
    near = closest(name, known)
    return UsageError(
        Phrase(f"看不出“{path}”要生成什么", f"'{path}' does not say what is to be made"),
        Phrase(f"是否想写 {near}.{ENDING}？", f"did you mean {near}.{ENDING}?")
        if near
        else Phrase(
            f"文件名用 {'、'.join(known)}，或加上 --kind 写明",
            f"name it after what it is ({', '.join(known)}), or say so with --kind",
        ),
    )


def _refuse_twice(paths: Sequence[Path]) -> None:
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        raise UsageError(
            Phrase(f"“{twice}”写了两次", f"'{twice}' is named twice"),
            Phrase("去掉其中一个", "leave one of them out"),
        )


def _refuse_changed(paths: Sequence[Path]) -> None:
    """Raise for a file that is there and is not as posdoc wrote it: somebody's work may be in it."""
    from posdoc.tables.package import is_as_written

    for path in paths:
        try:
            is_changed = path.is_file() and not is_as_written(path.read_bytes())
        except OSError:
            continue  # whoever writes it says what is wrong with it
        if is_changed:
            raise OutputError(
                Phrase(f"“{path}”已被改过，没有覆盖", f"'{path}' has been changed since, and was not written over"),
                Phrase("换一个文件名，或加 --force 覆盖它", "take another name, or write over it with --force"),
            )
