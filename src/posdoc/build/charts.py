"""One chart: on demand, for a manager who wants it now, or as one of the outputs of a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from posdoc.build.asked import check_language, ending_of
from posdoc.build.chart_wish import check_graph, check_wish
from posdoc.build.files import file_name, write_atomically
from posdoc.charts import counted_as
from posdoc.charts import kind as chart_kind
from posdoc.charts.graph import Graph
from posdoc.check import Checked, check
from posdoc.diagnostics import Severity
from posdoc.drawing import formats
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization, Paper, first_day, organization_on, people_on
from posdoc.phrases import Phrase

if TYPE_CHECKING:
    from posdoc.layout import Placed

DPI = 144


@dataclass(frozen=True)
class ChartRequest:
    """What to draw, in which formats and language, and where to: a file for one format, or a folder."""

    root: Path
    wish: ChartOutput = field(default_factory=lambda: ChartOutput(kind="org"))
    formats: tuple[str, ...] = ()
    language: str = ""
    title: str = ""
    output: Path | None = None
    today: date | None = None
    """The day on which it is asked for: who has left by then is not in it."""


def make_charts(request: ChartRequest) -> tuple[Checked, list[Path]]:
    """Check the workspace, draw the chart and write it; nothing is drawn while definitions have errors.

    Every format is drawn before the first file is written.
    """
    wanted = _formats(request)
    checked = check(request.root)
    if checked.at_least(Severity.ERROR):
        return checked, []
    check_language(checked.organization, request.language)
    language = request.language or checked.organization.languages[0]
    organization = checked.organization
    if request.today and request.wish.as_of is None:
        organization = people_on(organization, request.today)
    chart = Chart(organization, language, request.wish, request.title)
    made = [(_target(request, chart.name, format_), chart.in_format(format_)) for format_ in wanted]
    for path, data in made:
        write_atomically(path, data)
    return checked, [path for path, _ in made]


class GraphOfOrganization:
    """A graph that is laid out once and drawn in as many formats as are wanted."""

    def __init__(self, graph: Graph, words: Words, wish: ChartOutput) -> None:
        self.graph = graph
        self.words = words
        self.organization = words.organization
        self.wish = wish

    @property
    def name(self) -> str:
        """The name of its file, without folder and ending."""
        return self.graph.title

    def in_format(self, format_: str) -> bytes:
        """The chart in one format."""
        from posdoc.drawing import draw, has_pages, shows_details, usual_paper
        from posdoc.layout import place

        paper = self.wish.paper or usual_paper(format_)
        if has_pages(format_) and paper is not Paper.WHOLE:
            return self._on_pages(format_, paper)
        placed = place(self._detailed) if shows_details(format_) else self._placed
        return draw(placed, format_, dpi=self.wish.dpi or DPI)

    def _on_pages(self, format_: str, paper: Paper) -> bytes:
        from posdoc.drawing import draw_pages
        from posdoc.layout.paging import paginate

        return draw_pages(paginate(self.graph, paper, self.words.phrase, counted_as(self.wish.kind or "org")), format_)

    @cached_property
    def _placed(self) -> Placed:
        from posdoc.layout import place

        return place(self.graph)

    @cached_property
    def _detailed(self) -> Graph:
        from posdoc.charts.details import with_details

        return with_details(self.graph, self.organization, self.words, names=self.wish.names is not False)


class Chart(GraphOfOrganization):
    """A chart of one of the kinds.

    Raises UsageError where there is nothing to draw, before anything is.
    """

    def __init__(self, organization: Organization, language: str, wish: ChartOutput, title: str = "") -> None:
        if wish.as_of is not None:
            organization = organization_on(organization, first_day(wish.as_of))
        check_wish(organization, wish)
        words = Words(organization, language)
        graph = chart_kind(wish.kind or "org").draw(organization, words, wish)
        check_graph(organization, graph)
        super().__init__(replace(graph, title=title or words.text(wish.title) or graph.title), words, wish)


def _formats(request: ChartRequest) -> Sequence[str]:
    """The formats asked for; where none is, that of the named file, else SVG. A name has to fit its format."""
    suffix = ending_of(request.output)
    if not suffix:
        return request.formats or ("svg",)
    check_ending(request.output, request.formats or formats())
    return request.formats or (suffix,)


def check_ending(output: Path | None, known: Sequence[str]) -> None:
    """Raise for a named file that ends in no format of charts that is known, or wanted."""
    if ending_of(output) not in known:
        names = ", ".join(known)
        raise UsageError(
            Phrase(f"“{output}”的扩展名与图的格式不符", f"'{output}' does not fit the format of the chart"),
            Phrase(f"扩展名可用：{names}", f"the name may end in: {names}"),
        )


def _target(request: ChartRequest, name: str, format_: str) -> Path:
    """Where a format goes: the named file, or a file named after the chart in the named or current folder."""
    output = request.output
    if output is not None and ending_of(output):
        return output if ending_of(output) == format_ else output.with_suffix(f".{format_}")
    return (output or Path()) / file_name("{title}", {"title": name}, format_)
