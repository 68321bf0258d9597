"""Sets a chart on pages: on one sheet of A4 or A3 if it can be read there, else divided into several.

A chart by superiors is divided by its subtrees behind an overview, a flow at its steps; what leads to another page says
to which. Nothing is made smaller than can be read without its note saying so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from posdoc.charts.graph import Graph
from posdoc.collector import collector_off
from posdoc.layout.family import Family
from posdoc.layout.flow_pages import flow_pages
from posdoc.layout.page_fit import Fitting
from posdoc.layout.page_plan import divided
from posdoc.layout.page_sections import Noun, Numbers, PageGraphs, Phrases, Section
from posdoc.layout.placed import Page
from posdoc.layout.sheets import A3, A4, LEAST_SCALE, MARGIN, SLIDE, Sheet, placed_bare, set_on, set_whole
from posdoc.layout.surroundings import SEPARATOR
from posdoc.model import Paper

_BY_SUPERIORS = ("tree", "bands")
"""Arrangements that can be divided by subtrees, and are placed differently for differently formed sheets."""
_SMALLEST_SCALE = 0.5
"""For a chart that cannot be divided; its note says that it was made smaller."""
_PREFERS_LANDSCAPE = 1.03
_UPRIGHT_HOLDS = 1.15
"""How much more has to go on the first page for all pages to be upright."""
_TIGHTER = (1.02, 1.08, 1.2, 1.4)
"""By how much larger than needed pages have to fit at a guess: more where that was not enough in the end."""
_BOXES_A_PAGE = 12

_SHEETS = {Paper.AUTO: (A4, A3), Paper.A4: (A4,), Paper.A3: (A3,), Paper.SLIDE: (SLIDE,)}
"""On which sheets one page is tried; the first is that of several pages."""


def paginate(graph: Graph, paper: Paper, phrase: Phrases, noun: Noun = "posts") -> list[Page]:
    """The pages of a chart, at least one; the same chart is always divided alike.

    ``AUTO`` takes one sheet of A4, or else one of A3, on which the chart can be read; a chart that needs more goes on
    sheets of A4: those every office printer has, and a set of pages is read one by one anyhow. ``phrase`` gives the
    phrases of the print language; ``noun`` is what boxes on other pages are counted as.
    """
    with collector_off():
        return [set_whole(graph)] if paper is Paper.WHOLE else _Paging(graph, paper, phrase, noun).run()


def divide(graph: Graph, width: float, height: float, phrase: Phrases, noun: Noun = "posts") -> list[Page]:
    """The pages of a chart by superiors that is to stand in a room of this size; one where all of it can be read there."""
    sheet = Sheet(width + 2 * MARGIN, height + 2 * MARGIN)
    with collector_off():
        return _Paging(graph, sheet, phrase, noun).run()


def page_names(pages: Sequence[Page]) -> list[str]:
    """What each page is called in a list of them: its title without what all titles begin with."""
    titles = [page.placed.name for page in pages]
    start = chart_name(pages)
    return [title.removeprefix(start).removeprefix(SEPARATOR) or title for title in titles]


def chart_name(pages: Sequence[Page]) -> str:
    """What the chart is called: all that the titles of its pages have in common."""
    titles = [page.placed.name.split(SEPARATOR) for page in pages]
    if len(titles) < 2:
        return SEPARATOR.join(titles[0]) if titles else ""
    shared = next((n for n, parts in enumerate(zip(*titles, strict=False)) if len(set(parts)) > 1), 0)
    return SEPARATOR.join(titles[0][:shared])


class _Paging:
    """One chart while it is set on paper."""

    def __init__(self, graph: Graph, paper: Paper | Sheet, phrase: Phrases, noun: Noun) -> None:
        self.graph = graph
        self.phrase = phrase
        self.noun = noun
        self.sheets = _SHEETS[paper] if isinstance(paper, Paper) else (paper,)
        self.sheet = self.sheets[0]

    def run(self) -> list[Page]:
        for sheet in self.sheets:
            page = self._one_page(sheet)
            if page is not None:
                return [page]
        if self.graph.arrangement in _BY_SUPERIORS:
            return self._tree_pages()
        pages = flow_pages(self.graph, _turns(self.sheet)[-1], self.phrase) if self.graph.arrangement == "flow" else []
        return pages or [self._smaller()]

    def _one_page(self, sheet: Sheet) -> Page | None:
        """The chart on one sheet, turned so that it prints larger; None if it could not be read."""
        turns = [turned for turned in _turns(sheet) if Fitting(turned, LEAST_SCALE).may_fit(self.graph)]
        page = _larger(self.graph, turns) if turns else None
        return page if page and page.scale >= LEAST_SCALE else None

    # --- what cannot be divided

    def _smaller(self) -> Page:
        """The chart, made smaller than is good for it; as large as itself if that is too small."""
        for sheet in dict.fromkeys((self.sheet, A3)) if self.sheet in (A4, A3) else (self.sheet,):
            page = self._said_smaller(partial(self._noted_on, sheet))
            if page.scale >= _SMALLEST_SCALE:
                return page
        return set_whole(self._noted(self.phrase("page_whole")))

    def _noted_on(self, sheet: Sheet, note: str) -> Page:
        return _larger(self._noted(note), _turns(sheet))

    def _noted(self, note: str) -> Graph:
        notes = [part for part in (self.graph.note, note) if part]
        return replace(self.graph, note=self.phrase("between").join(notes))

    def _said_smaller(self, make: Callable[[str], Page]) -> Page:
        """A page whose note says by how much it was made smaller."""
        page = make(self.phrase("page_smaller", percent=99))
        return make(self.phrase("page_smaller", percent=max(1, int(page.scale * 100))))

    # --- charts by superiors

    def _tree_pages(self) -> list[Page]:
        graphs = PageGraphs(self.graph, Family(self.graph), self.phrase, self.noun)
        sheet = self._turned(graphs)
        for tighter in _TIGHTER:
            sections = list(_divided(graphs, sheet, LEAST_SCALE * tighter))
            pages = list(self._set(graphs, sections, sheet))
            if all(page.scale >= LEAST_SCALE or each.squeezed for page, each in zip(pages, sections, strict=True)):
                break
        return pages

    def _turned(self, graphs: PageGraphs) -> Sheet:
        """The sheet as all pages have it: slides cannot differ, and a set of pages is read without turning it."""
        if len(_turns(self.sheet)) == 1:
            return self.sheet
        landscape, upright = (next(_divided(graphs, each, LEAST_SCALE)) for each in _turns(self.sheet))
        return self.sheet.upright if len(upright.own) > _UPRIGHT_HOLDS * len(landscape.own) else self.sheet.landscape

    def _set(self, graphs: PageGraphs, sections: Sequence[Section], sheet: Sheet) -> Iterator[Page]:
        homes = {name: number for number, section in enumerate(sections, 1) for name in section.own}
        for number, section in enumerate(sections, 1):
            page = self._section_page(graphs, section, Numbers(number, len(sections), homes), sheet)
            yield replace(page, jumps=tuple(_jumps(graphs.family, section, homes)))

    def _section_page(self, graphs: PageGraphs, section: Section, numbers: Numbers, sheet: Sheet) -> Page:
        def made(remark: str = "") -> Page:
            return set_on(graphs.graph_of(section, numbers, remark), sheet)

        page = made()
        return page if page.scale >= LEAST_SCALE else self._said_smaller(made)


def _turns(sheet: Sheet) -> tuple[Sheet, ...]:
    """How a sheet may lie; a slide does not turn, nor does a room in a document."""
    return (sheet.landscape, sheet.upright) if sheet in (A4, A3) else (sheet,)


def _larger(graph: Graph, turns: Sequence[Sheet]) -> Page:
    """The chart on the sheet on which it prints larger, the first one if there is not much between them."""
    bare = None if graph.arrangement in _BY_SUPERIORS else placed_bare(graph, turns[0])
    first, *others = (set_on(graph, turned, bare) for turned in turns)
    return next((page for page in others if page.scale > first.scale * _PREFERS_LANDSCAPE), first)


def _divided(graphs: PageGraphs, sheet: Sheet, scale: float) -> Iterator[Section]:
    """What goes on each page, before the pages have numbers: room is kept for the longest that they may get."""
    fitting = Fitting(sheet, scale)
    digits = len(str(max(10, len(graphs.family.boxes) // _BOXES_A_PAGE)))
    numbers = Numbers(10**digits - 1, 10**digits - 1)
    return divided(graphs.family, lambda section: fitting.fits(graphs.graph_of(section, numbers)), fitting.most)


def _jumps(family: Family, section: Section, homes: dict[str, int]) -> Iterator[tuple[str, int]]:
    """From repeated superiors back to where they stand themselves, and on to where reports are."""
    own = set(section.own)
    for name in section.copies:
        yield name, homes[name] - 1
    for name in section.own:
        missing = [homes[report] for report in family.reports[name] if report not in own]
        if missing:
            yield name, min(missing) - 1
