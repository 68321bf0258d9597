"""The report of an import as a page: the source beside the definitions that were made of it, with what was not read."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib import resources
from itertools import groupby

from posdoc.diagnostics import Diagnostic
from posdoc.importers.importing import Imported, ImportedFile
from posdoc.importers.posts import Confidence
from posdoc.importers.posts.lines import Line, Use
from posdoc.importers.report_text import coverage_line
from posdoc.phrases import Phrase


def report_html(imported: Imported, ui: str) -> str:
    """One page that works without a network and runs no script."""
    title = Phrase("导入报告", "Import report").in_(ui)
    body = "".join(_file(report, imported, ui) for report in imported.reports)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if ui == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_style()}</style></head>'
        f"<body><header><h1>{title}</h1>{_key(ui)}</header>{body}</body></html>\n"
    )


def _style() -> str:
    return resources.files("posdoc.importers").joinpath("report.css").read_text("utf-8")


def _key(ui: str) -> str:
    words = (
        ("field", Phrase("写入字段", "in a field")),
        ("guess", Phrase("推测", "guessed")),
        ("label", Phrase("标签、序号", "label, number")),
        ("unread", Phrase("没有认出，留作注释", "not recognized, kept as a comment")),
    )
    return '<p class="key">' + "".join(f'<span class="{name}">{word.in_(ui)}</span>' for name, word in words) + "</p>"


def _file(report: ImportedFile, imported: Imported, ui: str) -> str:
    places = {line.place.number: line.place.words.in_(ui) for line in report.read.lines} if report.read else {}
    findings = "".join(f"<li>{escape(_finding(finding, places, ui))}</li>" for finding in report.findings)
    listed = f'<ul class="findings">{findings}</ul>' if findings else ""
    head = f"<h2>{escape(report.name)}</h2>"
    if report.read is None:
        return f"<section>{head}{listed}</section>"
    guesses = _guesses(report)
    source = "".join(_line(line, guesses, ui) for line in report.read.lines if line.text.strip())
    paths = dict.fromkeys([*(position.path for position in report.positions), *_unit_path(report, imported)])
    made = "".join(
        f"<pre><b>{escape(path)}</b>{escape(imported.files[path])}</pre>" for path in paths if path in imported.files
    )
    figure = escape(coverage_line(report.coverage).in_(ui))
    return (
        f'<section>{head}<p>{figure}</p>{listed}<div class="pair"><div class="source">{source}</div>'
        f"<div>{made}</div></div></section>"
    )


def _unit_path(report: ImportedFile, imported: Imported) -> list[str]:
    path = imported.gathered.paths.get(id(report.read.unit)) if report.read else None
    return [path] if path else []


def _finding(finding: Diagnostic, places: Mapping[int, str], ui: str) -> str:
    place = places.get(finding.span.line, "")
    return " ".join(part for part in (finding.kind.code, place, finding.message.in_(ui)) if part)


def _guesses(report: ImportedFile) -> set[tuple[int, str]]:
    return {
        (trace.place.number, trace.text)
        for position in report.positions
        for trace in position.traces
        if trace.confidence is Confidence.GUESSED
    }


_CLASSES = {Use.UNREAD: "unread", Use.LABEL: "label", Use.FIELD: "field"}


def _line(line: Line, guesses: set[tuple[int, str]], ui: str) -> str:
    parts = []
    for use, run in groupby(range(len(line.text)), line.use):
        places = list(run)
        text = line.text[places[0] : places[-1] + 1]
        if not text.strip():
            parts.append(escape(text))
            continue
        guessed = use is Use.FIELD and (line.place.number, text.strip()) in guesses
        parts.append(f'<span class="{"guess" if guessed else _CLASSES[use]}">{escape(text)}</span>')
    return f'<div class="line"><span>{escape(line.place.words.in_(ui))}</span><span>{"".join(parts)}</span></div>'
