"""The figures of the organization on demand: as text, JSON, an Excel workbook, or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from posdoc.build.asked import check_language, ending_of, unit_asked
from posdoc.build.files import file_name, write_atomically
from posdoc.check import Checked, check
from posdoc.diagnostics import Severity
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.phrases import Phrase
from posdoc.views.figures import Statistics
from posdoc.views.stats import measure
from posdoc.views.stats_view import subject_of, view_stats

ENDINGS = {"text": "txt", "json": "json", "xlsx": "xlsx", "csv": "csv"}
"""The formats, and how their files end."""
PRINTED = ("text", "json")
"""What goes to the terminal where no output is named."""
WITH_TABLES = ("text", "csv")
"""The formats in which single tables can be asked for; the others have all."""


@dataclass(frozen=True)
class StatsRequest:
    """What to count, on which day, in which format and language, and where to: a file, a folder, or the terminal."""

    root: Path
    unit: str = ""
    as_of: date | None = None
    """None for the definitions as they stand, whatever their dates."""
    format: str = ""
    tables: tuple[str, ...] = ()
    language: str = ""
    speaks: str = ""
    """The language of the user interface: that of text where no other is asked for."""
    output: Path | None = None


@dataclass(frozen=True)
class StatsMade:
    """What became of a request: text for the terminal, or files; neither while definitions have errors."""

    checked: Checked
    text: str = ""
    written: tuple[Path, ...] = ()


def make_stats(request: StatsRequest) -> StatsMade:
    """Check the workspace, count, and write; nothing is counted while definitions have errors."""
    format_ = _format(request)
    _check_tables(request, format_)
    checked = check(request.root)
    if checked.at_least(Severity.ERROR):
        return StatsMade(checked)
    organization = checked.organization
    check_language(organization, request.language)
    spoken = request.speaks if format_ == "text" else ""
    words = Words(organization, request.language or spoken or organization.languages[0])
    statistics = measure(organization, unit_asked(organization, request.unit), request.as_of)
    files = dict(_contents(statistics, words, format_, request.tables))
    if request.output is None and format_ in PRINTED:
        return StatsMade(checked, files[""].decode("utf-8"))
    targets = {_target(request, statistics, words, table, format_): data for table, data in files.items()}
    for path, data in targets.items():
        write_atomically(path, data)
    return StatsMade(checked, written=tuple(targets))


def _contents(
    statistics: Statistics, words: Words, format_: str, tables: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The content of each file, by the title of the table where each has one of its own."""
    if format_ == "text":
        from posdoc.tables.stats_text import stats_text_book
        from posdoc.tables.text import write_text

        yield "", write_text(stats_text_book(statistics, words, tables)).encode("utf-8")
    elif format_ == "json":
        yield "", (json.dumps(view_stats(statistics, words), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    elif format_ == "csv":
        from posdoc.tables.csv import write_csv
        from posdoc.tables.stats import Tables

        for name in tables or ("units",):
            sheet = Tables(statistics, words).table(name)
            yield sheet.title, write_csv(sheet)
    else:
        from posdoc.tables.excel import write_excel
        from posdoc.tables.stats import stats_book

        yield "", write_excel(stats_book(statistics, words))


def _format(request: StatsRequest) -> str:
    """The format asked for; where none is, that of the named file, else text. A name has to fit its format."""
    suffix = ending_of(request.output)
    if not suffix:
        return request.format or "text"
    by_ending = {ending: name for name, ending in ENDINGS.items()}
    format_ = by_ending.get(suffix)
    if format_ is None or request.format not in ("", format_):
        known = ENDINGS[request.format] if request.format else ", ".join(by_ending)
        raise UsageError(
            Phrase(f"“{request.output}”的扩展名与格式不符", f"'{request.output}' does not fit the format"),
            Phrase(f"扩展名可用：{known}", f"the name may end in: {known}"),
        )
    return format_


def _check_tables(request: StatsRequest, format_: str) -> None:
    if request.tables and format_ not in WITH_TABLES:
        raise UsageError(
            Phrase(f"{format_} 总是包含全部表格，不能用 --table", f"{format_} always has all tables: --table is not for it"),
            Phrase("去掉 --table，或改用 --format csv", "leave out --table, or use --format csv"),
        )  # fmt: skip
    if format_ == "csv" and len(request.tables) > 1 and ending_of(request.output):
        raise UsageError(
            Phrase("一个 CSV 文件只能放一张表", "a CSV file holds one table"),
            Phrase("--output 写一个文件夹，或只写一个 --table", "name a folder with --output, or a single --table"),
        )


def _target(request: StatsRequest, statistics: Statistics, words: Words, table: str, format_: str) -> Path:
    """The named file, or one named after what is counted, in the named or the current folder."""
    if request.output is not None and ending_of(request.output):
        return request.output
    fields = {"subject": subject_of(statistics, words), "title": words.phrase("stats_title"), "table": table}
    return (request.output or Path()) / file_name("{subject}_{title}_{table}", fields, ENDINGS[format_])
