"""What one page of a chart shows, and the page as a chart of its own: what goes on elsewhere is said in the boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout.family import Family
from posdoc.layout.nest import group_paths
from posdoc.layout.surroundings import SEPARATOR
from posdoc.layout.wrap import plain

Phrases = Callable[..., str]
"""A phrase of the print language by its name, filled in: ``Words.phrase``."""
Noun = Literal["posts", "units", "boxes"]
"""What the boxes of a chart are counted as."""
_MOST_OUT, _MOST_IN, _MOST_NAMED = 3, 2, 3
_SPLIT_ABOVE = 16
"""From how many reports on they may take several pages, so that room is kept for two numbers."""


@dataclass(frozen=True, slots=True)
class Section:
    """The boxes of one page: those that stand there themselves, and superiors repeated from earlier pages.

    Both are in the order of the chart. Several ``branches`` of one superior may share a page, with this superior and all
    between it and them among the ``copies``. ``continued`` says that other reports of the superior stand on the pages
    before; ``squeezed`` that the page may not fit and cannot be cut.
    """

    own: tuple[str, ...]
    copies: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    continued: bool = False
    squeezed: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of a page and of all pages, from 1, and the page on which each box stands.

    Before the pages are numbered ``homes`` is None, and ``pages`` is a number as long as any can become.
    """

    page: int
    pages: int
    homes: Mapping[str, int] | None = None

    def of(self, name: str) -> int:
        """The page of a box."""
        return self.pages if self.homes is None else self.homes[name]

    def span(self, names: Sequence[str]) -> tuple[int, int]:
        """The first and last page on which these boxes stand."""
        if self.homes is None:
            return self.pages - (len(names) > _SPLIT_ABOVE), self.pages
        found = [self.homes[name] for name in names]
        return min(found), max(found)


class PageGraphs:
    """Makes charts of sections of one large chart; ``noun`` is what its boxes are."""

    def __init__(self, graph: Graph, family: Family, phrase: Phrases, noun: Noun = "posts") -> None:
        self.graph = replace(graph, otherwise=None)
        self.family = family
        self.phrase = phrase
        self.noun = noun
        self.paths = group_paths(graph)
        self.leaving: dict[str, list[int]] = {}
        self.arriving: dict[str, list[int]] = {}
        for number, link in enumerate(graph.links):
            if link.source in family.boxes and link.target in family.boxes:
                self.leaving.setdefault(link.source, []).append(number)
                self.arriving.setdefault(link.target, []).append(number)

    def graph_of(self, section: Section, numbers: Numbers, remark: str = "") -> Graph:
        """The page as a chart; a ``remark`` is added to its note."""
        present = {*section.own, *section.copies}
        notes: list[str] = []
        own = {name: self._own(name, present, numbers, notes) for name in section.own}
        copies = {name: self._copy(name, section, present, numbers) for name in section.copies}
        boxes = tuple((own.get(name) or copies[name]) for name in self.family.in_order(present))
        links = self._links(section.own, present)
        groups = self._groups(boxes)
        return replace(
            self.graph,
            title=self.titled(self._name(section), numbers),
            boxes=boxes,
            groups=groups,
            links=links,
            legend=self._legend(list(own.values()), bool(copies), links, groups),
            note=self.phrase("between").join(part for part in (self.graph.note, *notes, remark) if part),
        )

    def titled(self, name: str, numbers: Numbers) -> str:
        """The title of a page."""
        title = SEPARATOR.join(part for part in (plain(self.graph.title), name) if part)
        return self.phrase("page_title", title=title, page=numbers.page, pages=numbers.pages)

    def _name(self, section: Section) -> str:
        name = self._section_name(section)
        return self.phrase("page_continued", page=name) if section.continued else name

    def _section_name(self, section: Section) -> str:
        if not section.copies:
            return self.phrase("page_overview")
        tops = [self.called(name) for name in section.copies if self.family.superior[name] not in section.copies]
        if not section.branches:
            return tops[0]
        branches = self._names(section.branches)
        return self.phrase("page_branches", top=tops[0], branches=branches) if len(tops) == 1 else branches

    def _names(self, names: Sequence[str]) -> str:
        if len(names) > _MOST_NAMED:
            return self.phrase("page_many", first=self.called(names[0]), count=len(names))
        return self.phrase("list_separator").join(map(self.called, names))

    def called(self, name: str) -> str:
        """What a box is called where it is referred to."""
        box = self.family.boxes[name]
        return plain(box.short or (box.lines[0].text if box.lines else ""))

    # --- boxes

    def _own(self, name: str, present: set[str], numbers: Numbers, notes: list[str]) -> Box:
        box = self.family.boxes[name]
        superior = self.family.superior[name]
        missing = [report for report in self.family.reports[name] if report not in present]
        lines = self._cut(name, missing, numbers) if missing else []
        lines += self._told(name, present, numbers, notes)
        return replace(box, lines=(*box.lines, *lines), parent=superior if superior in present else None)

    def _cut(self, name: str, missing: Sequence[str], numbers: Numbers) -> list[Line]:
        """Says how much there is below a box on other pages, and on which: in two lines, so that boxes stay narrow."""
        some = len(missing) < len(self.family.reports[name])
        counts = self._counted(self.family.size(missing))
        where = self.phrase("page_to", where=self._where(*numbers.span(missing)))
        return [
            Line(self.phrase("page_more" if some else "page_below", counts=counts), "subtitle"),
            Line(where, "subtitle"),
        ]

    def _counted(self, count: int) -> str:
        one, many = {
            "posts": ("posts_one", "posts"),
            "units": ("page_units_one", "page_units"),
            "boxes": ("page_boxes_one", "page_boxes"),
        }[self.noun]
        which = one if count == 1 else many
        return self.phrase(which, count=count)

    def _where(self, first: int, last: int = 0) -> str:
        if last in (0, first):
            return self.phrase("page_number", page=first)
        return self.phrase("page_numbers", first=first, last=last)

    def _copy(self, name: str, section: Section, present: set[str], numbers: Numbers) -> Box:
        """A superior repeated from another page: its name only, in grey."""
        box = self.family.boxes[name]
        superior = self.family.superior[name]
        parent = superior if superior in present else None
        lines = [*box.lines[:1]]
        if parent is None:
            lines.append(Line(self.phrase("page_from", where=self._where(numbers.of(name))), "subtitle"))
        later = self._later(name, section, numbers)
        if later:
            lines.append(Line(self.phrase("page_more_after", where=self._where(later)), "subtitle"))
        return replace(
            box,
            lines=tuple(lines),
            style="outside",
            parent=parent,
            assistant=False,
            colour=None,
            state=None,
            details=(),
            keywords=(),
        )

    def _later(self, name: str, section: Section, numbers: Numbers) -> int:
        """The next page with further reports of a superior whose reports go on from this page; 0 if there is none."""
        reports = self.family.reports[name]
        if len(section.copies) > 1:
            return 0
        if numbers.homes is None:
            return numbers.pages if len(reports) > _SPLIT_ABOVE else 0
        last = max(numbers.homes[report] for report in reports)
        return numbers.page + 1 if last > numbers.page else 0

    # --- dotted lines

    def _links(self, own: Iterable[str], present: set[str]) -> tuple[Link, ...]:
        """The links that are drawn: between boxes of the page, one of which at least stands there itself."""
        touching = {n for name in own for n in (*self.leaving.get(name, ()), *self.arriving.get(name, ()))}
        links = [self.graph.links[number] for number in sorted(touching)]
        return tuple(link for link in links if link.source in present and link.target in present)

    def _told(self, name: str, present: set[str], numbers: Numbers, notes: list[str]) -> list[Line]:
        """Lines about the links to boxes of other pages; those too many for the box go into the notes."""
        leaving = [link for n in self.leaving.get(name, ()) if _is_told(link := self.graph.links[n])]
        outgoing = [self._leads(link, numbers) for link in leaving if link.target not in present]
        if len(outgoing) > _MOST_OUT:
            kept = _MOST_OUT - 1
            rest = self.phrase("between").join(" ".join(told) for told in outgoing[kept:])
            notes.append(self.phrase("page_links_of", box=self.called(name), links=rest))
            outgoing = outgoing[:kept]
        arriving = [link for n in self.arriving.get(name, ()) if _is_told(link := self.graph.links[n])]
        incoming = self._comes([link for link in arriving if link.source not in present], numbers)
        return [Line(text, "muted") for told in (*outgoing, *incoming) for text in told]

    def _leads(self, link: Link, numbers: Numbers) -> tuple[str, ...]:
        """Where a link leads, the page on a line of its own: so lines break alike whatever the number is."""
        label, box = plain(link.label), self.called(link.target)
        which = "page_link_to_for" if label else "page_link_to"
        return self.phrase(which, box=box, label=label), self._where(numbers.of(link.target))

    def _comes(self, incoming: Sequence[Link], numbers: Numbers) -> list[tuple[str, ...]]:
        if len(incoming) > _MOST_IN:
            return [(self.phrase("page_links_from", counts=self._counted(len(incoming))),)]
        return [
            (self.phrase("page_link_from", box=self.called(link.source)), self._where(numbers.of(link.source)))
            for link in incoming
        ]

    # --- groups and legend

    def _groups(self, boxes: Sequence[Box]) -> tuple[Group, ...]:
        """The groups of the boxes and those around them, but of those around all boxes only the innermost."""
        paths = list(dict.fromkeys(self.paths.get(box.group or "", ()) for box in boxes))
        around = _common(paths)[:-1]
        wanted = {group for path in paths for group in path[len(around) :]}
        return tuple(group for group in self.graph.groups if group.id in wanted)

    def _legend(
        self, own: Sequence[Box], copies: bool, links: Sequence[Link], groups: Sequence[Group]
    ) -> tuple[LegendEntry, ...]:
        """The entries for what the page shows, and one for repeated superiors."""
        styles: set[str] = {box.style for box in own} | {link.style for link in links}
        styles |= {"unit"} if groups else set()
        styles |= {"solid"} if copies or any(box.parent for box in own) else set()
        colours = {box.colour for box in own}
        states = {("normal", box.state) for box in own} | {("solid", box.line) for box in own}
        # Lines that ended look alike, whatever they were.
        states |= {("solid" if link.state == "removed" else link.style, link.state) for link in links}

        def is_shown(entry: LegendEntry) -> bool:
            if entry.state:
                return (entry.style, entry.state) in states
            return entry.colour in colours if entry.style == "colour" else entry.style in styles

        kept = [entry for entry in self.graph.legend if is_shown(entry)]
        repeated = [LegendEntry("outside", self.phrase("page_legend_repeated"))] if copies else []
        return (*kept, *repeated)


def _is_told(link: Link) -> bool:
    """Whether a link to another page is told: one that ended and says nothing is not."""
    return link.state != "removed" or bool(link.label)


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What all the paths begin with."""
    if not paths:
        return ()
    low, high = min(paths), max(paths)
    length = next((n for n, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    return low[:length]
