"""The chart that ``posdoc diff`` draws of a difference, in the formats of ``posdoc chart``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posdoc.build.asked import check_language, ending_of
from posdoc.build.charts import GraphOfOrganization, check_ending
from posdoc.build.files import write_atomically
from posdoc.diff.changes import Difference
from posdoc.diff.chart import changes_graph
from posdoc.drawing import formats
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Paper

if TYPE_CHECKING:
    from posdoc.charts.graph import Graph


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
    format_ = ending_of(wanted.output)
    if format_:
        check_ending(wanted.output, formats())
    check_language(difference.new, wanted.language)
    words = Words(difference.new, wanted.language or difference.new.languages[0])
    old, new = map(_called, names)
    graph = changes_graph(difference, words.language, (old, new), whole=wanted.whole)
    if not shows_changes(graph):
        return None
    path = wanted.output or Path()
    if not ending_of(path):
        path = path / f"{words.phrase('diff_chart_file')}.svg"
    write_atomically(path, _drawn(graph, words, wanted.paper).in_format(format_ or "svg"))
    return path


def shows_changes(graph: Graph) -> bool:
    """Whether anything in a chart came, went, moved or changed."""
    states = {box.state for box in graph.boxes} | {group.state for group in graph.groups}
    states |= {link.state for link in graph.links}
    return bool(states - {None, "kept"})


def _called(side: str) -> str:
    """A side as the title has it: of a folder its name without those around it."""
    return Path(side).resolve().name if side and Path(side).is_dir() else side


def _drawn(graph: Graph, words: Words, asked: str | None) -> GraphOfOrganization:
    paper = next((size for size in Paper if size.value == asked), None)
    return GraphOfOrganization(graph, words, ChartOutput(kind="org", names=False, paper=paper))
