"""The chart that ``posdoc diff`` draws of a difference, in the formats of ``posdoc chart``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posdoc.build.asked import check_language, ending_of
from posdoc.build.files import write_atomically
from posdoc.diff.changes import Difference
from posdoc.diff.chart import changes_graph
from posdoc.drawing import formats
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.model import Paper
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from posdoc.charts.graph import Graph

DPI = 144


@dataclass(frozen=True)
class ChartWanted:
    """How a chart of changes is wanted: in which language and on which paper, of everything or only of what changed.

    ``output`` is a file, whose ending is its format, or a folder; the current one where it is None.
    """

    output: Path | None = None
    language: str = ""
    paper: str | None = None
    whole: bool = False


def chart_of(difference: Difference, names: tuple[str, str], wanted: ChartWanted) -> Path | None:
    """The file that the chart was written to; None, and nothing is written, where there is no change that it could show.

    Raises UsageError for an ending that no format has, and for a language that the workspace does not have.
    """
    format_ = _format_of(wanted.output)
    check_language(difference.new, wanted.language)
    words = Words(difference.new, wanted.language or difference.new.languages[0])
    old, new = map(_called, names)
    graph = changes_graph(difference, words.language, (old, new), whole=wanted.whole)
    if not shows_changes(graph):
        return None
    path = wanted.output or Path()
    if not ending_of(path):
        path = path / f"{words.phrase('diff_chart_file')}.{format_}"
    write_atomically(path, _drawn(graph, format_, words, wanted.paper))
    return path


def shows_changes(graph: Graph) -> bool:
    """Whether anything in a chart came, went, moved or changed."""
    states = {box.state for box in graph.boxes} | {group.state for group in graph.groups}
    states |= {link.state for link in graph.links}
    return bool(states - {None, "kept"})


def _called(side: str) -> str:
    """A side as the title has it: of a folder its name without those around it."""
    return Path(side).resolve().name if side and Path(side).is_dir() else side


def _format_of(output: Path | None) -> str:
    ending = ending_of(output) or "svg"
    if ending not in formats():
        known = ", ".join(formats())
        raise UsageError(
            Phrase(f"“{output}”的扩展名与图的格式不符", f"'{output}' does not fit the format of the chart"),
            Phrase(f"扩展名可用：{known}", f"the name may end in: {known}"),
        )
    return ending


def _drawn(graph: Graph, format_: str, words: Words, asked: str | None) -> bytes:
    from posdoc.charts.details import with_details
    from posdoc.drawing import draw, draw_pages, has_pages, shows_details, usual_paper
    from posdoc.layout import place
    from posdoc.layout.paging import paginate

    paper = next((size for size in Paper if size.value == asked), None) or usual_paper(format_)
    if has_pages(format_) and paper is not Paper.WHOLE:
        return draw_pages(paginate(graph, paper, words.phrase), format_)
    detailed = with_details(graph, words.organization, words, names=False) if shows_details(format_) else graph
    return draw(place(detailed), format_, dpi=DPI)
