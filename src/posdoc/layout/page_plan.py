"""Divides a tree of boxes into pages: an overview, then a page for each subtree that is cut off there, and so on.

A page begins with the reports of one superior and goes down as many levels as fit; what is left of its room goes to the
smallest of the subtrees that would be cut off. Neighbouring subtrees of one superior share a page where together they
fit, and reports too many for one page are divided among several. Whether something fits is asked of the caller, who may
not be asked often; the number of questions for a page is bounded by the logarithm of what it holds, and no recursion
depends on the chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from posdoc.layout.family import Family
from posdoc.layout.page_sections import Section

_FEW = 8


@dataclass(frozen=True, slots=True)
class _Task:
    """Reports of one superior (or boxes without one) that need pages of their own."""

    superior: str | None
    reports: tuple[str, ...]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Bin:
    """What goes on one page or, if it is a single branch that does not fit, on several."""

    branches: tuple[str, ...]
    section: Section | None = None


def divided(family: Family, fits: Callable[[Section], bool], most: int) -> Iterator[Section]:
    """The pages in their order, one after the other. A section of more than ``most`` boxes is never asked about."""
    return _Division(family, fits, most).run()


class _Division:
    """One chart while it is divided."""

    def __init__(self, family: Family, fits: Callable[[Section], bool], most: int) -> None:
        self.family = family
        self.asked = fits
        self.most = most
        self.guesses = {"reports": most // 2, "levels": 2}
        """How many fitted on the page before: pages are often alike."""

    def run(self) -> Iterator[Section]:
        pending: list[_Task | Section] = [_Task(None, self.family.roots)]
        while pending:
            task = pending.pop()
            if isinstance(task, Section):
                yield task
                continue
            unfinished, later = [task], list[_Task | Section]()
            while unfinished:  # the rest of the reports of a box comes before what hangs below them
                for page in self._runs(unfinished.pop()):
                    yield page
                    for each in self._further(page):
                        if isinstance(each, _Task) and each.continued:
                            unfinished.append(each)
                        else:
                            later.append(each)
            pending.extend(reversed(later))

    def fits(self, section: Section) -> bool:
        return len(section.own) + len(section.copies) <= self.most and self.asked(section)

    # --- one page after the other

    def _runs(self, task: _Task) -> Iterator[Section]:
        """The pages for reports of one superior; more than one if they do not even fit without their own reports."""
        rest, continued = task.reports, task.continued
        while rest:
            copies = (task.superior,) if task.superior is not None else ()
            begun = Section((), copies, continued=continued)
            count = self._even(begun, rest)
            taken, rest, continued = rest[:count], rest[count:], True
            page = self._with(begun, taken)
            yield self._filled(page) if self.fits(page) else replace(page, squeezed=True)

    def _even(self, begun: Section, rest: Sequence[str]) -> int:
        """How many of the reports go on the next page, so that all of their pages are about equally full."""
        most = self._most(begun, rest)
        return ceil(len(rest) / ceil(len(rest) / max(1, most)))

    def _most(self, begun: Section, more: Sequence[str]) -> int:
        """How many of ``more`` fit on a page beside what it holds, in their order."""
        limit = min(len(more), self.most - len(begun.own) - len(begun.copies))
        if limit > 0 and limit == len(more) and self.fits(self._with(begun, more)):
            return limit
        found = _last(
            limit - (limit == len(more)),
            lambda count: self.fits(self._with(begun, more[:count])),
            self.guesses["reports"],
        )
        self.guesses["reports"] = found
        return found

    def _with(self, page: Section, more: Iterable[str]) -> Section:
        return replace(page, own=self.family.in_order((*page.own, *more)))

    def _filled(self, page: Section) -> Section:
        whole = self._whole(page)
        if whole is not None:
            return whole
        page = self._with_levels(page)
        page = self._with_small_ones(page)
        return self._with_some(page)

    def _whole(self, page: Section) -> Section | None:
        """The page with everything below, if that fits."""
        if self.family.size(page.own) > self.most:
            return None
        whole = self._with(page, self.family.all_under(page.own))
        return whole if self.fits(whole) else None

    def _with_levels(self, page: Section) -> Section:
        """The page with as many further levels as fit."""
        levels = [page]
        level: Sequence[str] = page.own
        while len(levels[-1].own) <= self.most:
            level = [report for name in level for report in self.family.reports[name]]
            if not level:
                break
            levels.append(self._with(levels[-1], level))
        found = _last(len(levels) - 1, lambda count: self.fits(levels[count]), self.guesses["levels"])
        self.guesses["levels"] = found
        return levels[found]

    def _with_small_ones(self, page: Section) -> Section:
        """The page with as many whole subtrees as fit, the smallest first."""
        cut = sorted(self._cut(page), key=lambda name: self.family.below[name])
        room = self.most - len(page.own) - len(page.copies)
        limit = 0
        while limit < len(cut) and room >= self.family.below[cut[limit]]:
            room -= self.family.below[cut[limit]]
            limit += 1

        def grown(count: int) -> Section:
            return self._with(page, self.family.all_under(cut[:count]))

        return grown(_last(limit, lambda count: self.fits(grown(count)), limit // 2))

    def _with_some(self, page: Section) -> Section:
        """A nearly empty page with some of the reports of the only box that it cuts off."""
        cut = self._cut(page)
        if len(cut) != 1 or len(page.own) > _FEW:
            return page
        reports = self.family.reports[cut[0]]
        most = self._most(page, reports[:-1])
        return self._with(page, reports[:most])

    def _cut(self, page: Section) -> list[str]:
        """The boxes of a page whose reports it does not show."""
        own = set(page.own)
        return [name for name in page.own if self.family.reports[name] and self.family.reports[name][0] not in own]

    # --- what is left for further pages

    def _further(self, page: Section) -> list[_Task | Section]:
        """The pages that are still to be made for what a page cuts off."""
        return [bin_.section or self._task(bin_.branches[0], page) for bin_ in self._bins(page)]

    def _task(self, name: str, page: Section) -> _Task:
        own = set(page.own)
        missing = tuple(report for report in self.family.reports[name] if report not in own)
        return _Task(name, missing, len(missing) < len(self.family.reports[name]))

    def _bins(self, page: Section) -> list[_Bin]:
        """The branches that are cut off, those that may share a page put together: from the bottom up."""
        own = set(page.own)
        waiting: dict[str | None, list[list[_Bin]]] = {}
        for name in reversed(self._top_down(page)):
            bins = self._shared(name, [*reversed(waiting.pop(name, []))], own)
            if any(report not in own for report in self.family.reports[name]):
                bins = [_Bin((name,)), *bins]
            elif len(bins) == 1:
                bins = [self._named_after(name, bins[0])]
            if bins:
                waiting.setdefault(self.family.superior[name], []).append(bins)
        parts = [part for top in (*page.copies, None) for part in reversed(waiting.get(top, []))]
        return self._shared(page.copies[0] if page.copies else None, parts, own)

    def _named_after(self, top: str, bin_: _Bin) -> _Bin:
        """The bin; if it is a page of all subtrees of ``top``, it needs no other name."""
        reports = {report for report in self.family.reports[top] if self.family.reports[report]}
        if bin_.section is None or not reports <= set(bin_.section.copies):
            return bin_
        return replace(bin_, section=replace(bin_.section, branches=()))

    def _top_down(self, page: Section) -> list[str]:
        """The boxes of a page, each after its superior and in the order of the reports."""
        own = set(page.own)
        found: list[str] = []
        tops = [name for name in page.own if self.family.superior[name] not in own]
        order = {report: n for top in page.copies for n, report in enumerate(self.family.reports[top])}
        pending = sorted(tops, key=lambda name: order.get(name, 0))[::-1]
        while pending:
            name = pending.pop()
            found.append(name)
            pending.extend(reversed([report for report in self.family.reports[name] if report in own]))
        return found

    def _shared(self, top: str | None, parts: Sequence[Sequence[_Bin]], own: set[str]) -> list[_Bin]:
        """The bins of the subtrees of one superior; neighbours that are on one page each are put together."""
        bins: list[_Bin] = []
        joinable = False
        for part in parts:
            joined = self._joined(top, bins[-1], part[0], own) if joinable and len(part) == 1 else None
            if joined is not None:
                bins[-1] = joined
            else:
                bins.extend(part)
            joinable = len(part) == 1
        return bins

    def _joined(self, top: str | None, one: _Bin, other: _Bin, own: set[str]) -> _Bin | None:
        """Both on one page, with the superiors up to ``top`` repeated; None if they do not fit."""
        branches = (*one.branches, *other.branches)
        if sum(1 + self.family.below[name] for name in branches) >= self.most:
            return None
        if any(report in own for name in branches for report in self.family.reports[name]):
            return None
        copies = self.family.in_order(self._up_to(top, branches))
        below = self.family.all_under(report for name in branches for report in self.family.reports[name])
        section = Section(self.family.in_order(below), copies, branches)
        return _Bin(branches, section) if self.fits(section) else None

    def _up_to(self, top: str | None, names: Iterable[str]) -> set[str]:
        found = {top} if top is not None else set()
        for name in names:
            at: str | None = name
            while at is not None and at not in found:
                found.add(at)
                at = self.family.superior[at]
        return found


def _last(high: int, test: Callable[[int], bool], guess: int) -> int:
    """The last number from 1 to ``high`` that passes, or 0; it is looked for near the guess first."""
    low, step = 0, 1
    tried = min(max(guess, 1), high)
    while low < high:
        if test(tried):
            low = tried
        else:
            high = tried - 1
        near = tried + step if low == tried else tried - step
        tried = near if low < near <= high else (low + high + 1) // 2
        step *= 2
    return low
