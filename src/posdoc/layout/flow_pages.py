"""Divides a flow at its steps: each page ends in a mark that says where it goes on, the next begins with where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from posdoc.charts.graph import Box, Graph, Line, Link
from posdoc.layout.page_sections import Phrases
from posdoc.layout.placed import Page
from posdoc.layout.sheets import LEAST_SCALE, Sheet, set_on
from posdoc.layout.surroundings import SEPARATOR
from posdoc.layout.wrap import plain

_MOST = 120
"""More boxes than this are never tried on one page."""
_UNKNOWN = 99


def flow_pages(graph: Graph, sheet: Sheet, phrase: Phrases) -> list[Page]:
    """The pages of a flow, the steps in their order; none if not even one step can be read on a sheet.

    A flow in lanes has all its lanes on every page; where these are too many, it is set without them.
    """
    pages = _FlowPages(graph, sheet, phrase, lanes=True).run() if len(graph.groups) > 1 else []
    return pages or _FlowPages(graph.otherwise or graph, sheet, phrase, lanes=False).run()


class _FlowPages:
    """One flow while it is divided. ``starts`` are the numbers of the boxes that begin a page, once these are known."""

    def __init__(self, graph: Graph, sheet: Sheet, phrase: Phrases, lanes: bool) -> None:
        self.boxes = list({box.id: box for box in graph.boxes}.values())
        self.graph = replace(graph, groups=graph.groups if lanes else (), otherwise=None)
        self.lanes = lanes
        self.sheet = sheet
        self.phrase = phrase
        self.place = {box.id: number for number, box in enumerate(self.boxes)}
        pairs = {(link.source, link.target): link for link in graph.links}
        self.links = [link for link in pairs.values() if {link.source, link.target} <= self.place.keys()]
        self.starts: list[int] = []
        self.leaving: dict[str, list[Link]] = {}
        self.arriving: dict[str, list[Link]] = {}
        for link in self.links:
            self.leaving.setdefault(link.source, []).append(link)
            self.arriving.setdefault(link.target, []).append(link)

    def run(self) -> list[Page]:
        starts = self._starts()
        if not starts:
            return []
        even = [round(len(self.boxes) * number / len(starts)) for number in range(len(starts))]
        self.starts = even
        pages = self._pages()
        if not all(map(self._is_good, pages)):
            self.starts = starts
            pages = self._pages()
        return pages if all(map(self._is_good, pages)) else []

    def _is_good(self, page: Page) -> bool:
        """Whether the page can be read, and its lanes are there if there are to be any."""
        return page.scale >= LEAST_SCALE and (not self.lanes or bool(page.placed.frames))

    def _starts(self) -> list[int]:
        """Where pages begin if each takes as many steps as fit."""
        starts: list[int] = []
        at, guess = 0, _MOST // 3
        while at < len(self.boxes):
            count = self._most(at, guess)
            if not count:
                return []
            starts.append(at)
            at, guess = at + count, count
        return starts

    def _most(self, start: int, guess: int) -> int:
        """How many steps from ``start`` on fit on a page, looked for near ``guess``."""
        low, high = 0, min(_MOST, len(self.boxes) - start)
        tried = min(guess, high)
        while low < high:
            if self._is_good(self._page(start, start + tried)):
                low = tried
                tried = min(high, max(low + 1, ceil(low * 1.15)))
            else:
                high = tried - 1
                tried = (low + high + 1) // 2
        return low

    def _pages(self) -> list[Page]:
        ends = [*self.starts[1:], len(self.boxes)]
        return [self._page(start, end) for start, end in zip(self.starts, ends, strict=True)]

    def _page(self, start: int, end: int) -> Page:
        graph, jumps = self._graph(start, end)
        return replace(set_on(graph, self.sheet), jumps=tuple(jumps))

    def _graph(self, start: int, end: int) -> tuple[Graph, list[tuple[str, int]]]:
        inside = self.boxes[start:end]
        names = {box.id for box in inside}
        links = [link for link in self.links if link.source in names and link.target in names]
        before, after = self._joint(start), self._joint(end)
        boxes = [self._told(box, names, (before, after)) for box in inside]
        jumps: list[tuple[str, int]] = []
        if before is not None:
            name = self._mark(links, Link("", before.target, before.label, before.style))
            boxes.insert(
                0, _mark_box(name, self.phrase("page_flow_from", page=self._number(start - 1)), boxes[0].group)
            )
            jumps.append((name, self._number(start - 1) - 1))
        if after is not None:
            name = self._mark(links, Link(after.source, "", after.label, after.style))
            boxes.append(_mark_box(name, self.phrase("page_flow_to", page=self._number(end)), boxes[-1].group))
            jumps.append((name, self._number(end) - 1))
        title = self._title(inside, start)
        return replace(self.graph, title=title, boxes=tuple(boxes), links=tuple(links)), jumps

    def _joint(self, start: int) -> Link | None:
        """The link over the edge of two pages, from the last step before it to the first one behind."""
        if not 0 < start < len(self.boxes):
            return None
        ends = self.boxes[start - 1].id, self.boxes[start].id
        return next((link for link in self.leaving.get(ends[0], ()) if link.target == ends[1]), None)

    def _mark(self, links: list[Link], link: Link) -> str:
        """Adds the link to or from a mark, whose id, which no box has, is returned."""
        name = "page" + (">" if link.source else "<")
        while name in self.place:
            name += name[-1]
        links.append(Link(link.source or name, link.target or name, link.label if link.source else "", link.style))
        return name

    def _number(self, box: int) -> int:
        """The page of a box, from 1."""
        return sum(start <= box for start in self.starts) or _UNKNOWN

    def _told(self, box: Box, names: set[str], joints: Sequence[Link | None]) -> Box:
        """The box with what leads from it to other pages and back, but for what the marks say."""
        said = [
            self._leads(link)
            for link in self.leaving.get(box.id, ())
            if link.target not in names and link not in joints
        ]
        said += [
            self.phrase("page_step_from", step=self._called(link.source), page=self._number(self.place[link.source]))
            for link in self.arriving.get(box.id, ())
            if link.source not in names and link not in joints
        ]
        return replace(box, lines=(*box.lines, *(Line(text, "muted") for text in said)))

    def _leads(self, link: Link) -> str:
        step, page = self._called(link.target), self._number(self.place[link.target])
        when = plain(link.label)
        if when:
            return self.phrase("page_step_to_when", when=when, step=step, page=page)
        return self.phrase("page_step_to", step=step, page=page)

    def _called(self, name: str) -> str:
        box = self.boxes[self.place[name]]
        if box.short.isdecimal():
            return self.phrase("page_step", step=box.short)
        return plain(box.short or (box.lines[0].text if box.lines else ""))

    def _title(self, inside: Sequence[Box], start: int) -> str:
        steps = [box.short for box in inside if box.short.isdecimal()]
        name = self.phrase("page_steps", first=steps[0], last=steps[-1]) if steps else ""
        title = SEPARATOR.join(part for part in (plain(self.graph.title), name) if part)
        pages = len(self.starts) or _UNKNOWN
        return self.phrase("page_title", title=title, page=self._number(start), pages=pages)


def _mark_box(name: str, text: str, lane: str | None) -> Box:
    return Box(name, (Line(text, "title"),), group=lane, shape="rounded")
