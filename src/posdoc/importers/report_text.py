"""The report of an import for people: what was read of each file, what was guessed, what is kept as notes, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.importers.coverage import Coverage
from posdoc.importers.importing import Imported, ImportedFile, Position
from posdoc.importers.posts import Confidence, Trace
from posdoc.importers.posts.lines import Line
from posdoc.phrases import Phrase
from posdoc.reporters import reporter
from posdoc.reporters.text import visible

LONGEST = 60
MOST_SHOWN = 8


def report_text(imported: Imported, ui: str, *, color: bool = False) -> str:
    """The whole report in the language of the user."""
    blocks = [_file(report, ui) for report in imported.reports]
    findings = imported.findings
    if findings:
        blocks.append(reporter("text").report(findings, _Paragraphs(imported), ui, color).rstrip("\n"))
    return "\n\n".join(blocks) + "\n"


def _file(report: ImportedFile, ui: str) -> str:
    if report.read is None:
        return visible(Phrase(f"{report.name}：没有读取", f"{report.name}: not read").in_(ui))
    count = len(report.positions)
    positions = "1 position" if count == 1 else f"{count} positions"
    lines = [Phrase(f"{report.name}：读出 {count} 个岗位", f"{report.name}: {positions}").in_(ui)]
    for position in report.positions:
        lines += _position(position, ui)
    unread = [line for line in report.read.lines if line.unread()]
    if unread:
        kept = Phrase(f"没有认出、留作注释的有 {len(unread)} 处：", f"{len(unread)} not recognized, kept as comments:")
        lines += [f"  {kept.in_(ui)}", *_some([_unread(line, ui) for line in unread], ui)]
    return "\n".join([*map(visible, lines), f"  {coverage_line(report.coverage).in_(ui)}"])


def _position(position: Position, ui: str) -> list[str]:
    guessed = [trace for trace in position.traces if trace.confidence is Confidence.GUESSED]
    sure = len(position.traces) - len(guessed)
    counts = Phrase(f"认出 {sure} 处，推测 {len(guessed)} 处", f"{sure} recognized, {len(guessed)} guessed").in_(ui)
    lines = [f"  {position.title} → {position.path}", f"    {counts}"]
    return [*lines, *_some([_guess(trace, ui) for trace in guessed], ui)]


def _some(lines: Sequence[str], ui: str) -> list[str]:
    rest = len(lines) - MOST_SHOWN
    more = Phrase(f"…… 还有 {rest} 处，见 --report html", f"… and {rest} more: see --report html").in_(ui)
    return [*lines[:MOST_SHOWN], *([f"      {more}"] if rest > 0 else [])]


def _guess(trace: Trace, ui: str) -> str:
    return f"      {trace.path} ← {trace.place.words.in_(ui)} {_short(trace.text)}"


def _unread(line: Line, ui: str) -> str:
    return f"      {line.place.words.in_(ui)} {_short(line.unread())}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def coverage_line(coverage: Coverage) -> Phrase:
    """The shares of a file that stand in fields, in labels, in notes, and in neither."""
    whole = coverage.all or 1
    fields, labels, notes = (round(100 * part / whole, 1) for part in coverage[:3])
    return Phrase(
        f"原文 {coverage.all} 字：字段 {fields}%，标签与序号 {labels}%，注释 {notes}%，遗漏 {coverage.neither} 字",
        f"{coverage.all} characters of the source: {fields}% in fields, {labels}% labels and numbers, "
        f"{notes}% in comments, {coverage.neither} lost",
    )


class _Paragraphs:
    """The paragraphs of foreign files, as the report on findings quotes them."""

    def __init__(self, imported: Imported) -> None:
        self._texts = {
            report.name: {line.place.number: line.text for line in report.read.lines} if report.read else {}
            for report in imported.reports
        }

    def line(self, path: str, number: int) -> str:
        """The first line of a paragraph of a file."""
        text = self._texts.get(path, {}).get(number, "")
        return text.split("\n")[0]
