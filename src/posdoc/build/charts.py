"""One chart on demand, for a manager who wants it now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from posdoc.build.chart_focus import check_focus
from posdoc.build.files import file_name, write_atomically
from posdoc.charts import kind as chart_kind
from posdoc.check import Checked, check
from posdoc.diagnostics import Severity
from posdoc.drawing import formats
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.phrases import Phrase


@dataclass(frozen=True)
class ChartRequest:
    """What to draw, in which formats, and where to: a file for one format, or a folder."""

    root: Path
    kind: str = "org"
    formats: tuple[str, ...] = ()
    language: str = ""
    position: str = ""
    title: str = ""
    dpi: int = 144
    output: Path | None = None


def make_charts(request: ChartRequest) -> tuple[Checked, list[Path]]:
    """Check the workspace, draw the chart and write it; nothing is drawn while definitions have errors."""
    wanted = _formats(request)
    checked = check(request.root)
    if checked.at_least(Severity.ERROR):
        return checked, []
    organization = checked.organization
    words = Words(organization, _language(organization, request.language))
    check_focus(organization, request.kind, request.position)
    from posdoc.drawing import draw
    from posdoc.layout import place

    graph = chart_kind(request.kind).draw(organization, words, request.position)
    placed = place(replace(graph, title=request.title or graph.title))
    name = graph.title or words.name(request.position)
    written = []
    for format_ in wanted:
        path = _target(request, name, format_)
        write_atomically(path, draw(placed, format_, dpi=request.dpi))
        written.append(path)
    return checked, written


def _formats(request: ChartRequest) -> tuple[str, ...]:
    """The formats asked for; where none is, that of the named file, else SVG. A name has to fit its format."""
    suffix = request.output.suffix.lstrip(".").lower() if request.output and not request.output.is_dir() else ""
    if not suffix:
        return request.formats or ("svg",)
    if suffix not in formats() or (request.formats and suffix not in request.formats):
        known = ", ".join(request.formats or formats())
        raise UsageError(
            Phrase(
                f"“{request.output}”的扩展名与图的格式不符", f"'{request.output}' does not fit the format of the chart"
            ),
            Phrase(f"扩展名可用：{known}", f"the name may end in: {known}"),
        )
    return request.formats or (suffix,)


def _language(organization: Organization, asked: str) -> str:
    if asked and asked not in organization.languages:
        known = "、".join(organization.languages)
        raise UsageError(
            Phrase(f"本工作区没有语言“{asked}”", f"this workspace has no language '{asked}'"),
            Phrase(f"可用的语言：{known}", f"languages: {', '.join(organization.languages)}"),
        )
    return asked or organization.languages[0]


def _target(request: ChartRequest, name: str, format_: str) -> Path:
    """Where a format goes: the named file, or a file named after the chart in the named or current folder."""
    output = request.output
    if output is not None and output.suffix and not output.is_dir():
        if output.suffix.lower() == f".{format_}":
            return output
        return output.with_suffix(f".{format_}")
    return (output or Path()) / file_name("{title}", {"title": name}, format_)
