"""How many positions and people there are below each position, added up once for a whole department."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from posdoc.model import Organization, Position
from posdoc.rules._lines import whole_lines


class Tally(NamedTuple):
    """Positions and people, from those that certainly count to those that may count as well.

    What may or may not be counted: positions that are only planned, positions outside the department, and those that
    somebody co-manages.
    """

    posts: int = 0
    posts_at_most: int = 0
    people: int = 0
    people_at_most: int = 0
    unknown: int = 0
    """How many of them have a head count that nobody knows."""

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*map(sum, zip(self, other, strict=True)))

    def minus(self, other: Tally) -> Tally:
        """What is left without ``other``, which is part of it."""
        return Tally(*(mine - its for mine, its in zip(self, other, strict=True)))

    @property
    def optional(self) -> Tally:
        """The same, where none of it has to be counted."""
        return self._replace(posts=0, people=0)


class Below:
    """The reports of each position, direct and at any depth, and what they add up to."""

    def __init__(self, organization: Organization) -> None:
        self.lines = whole_lines(organization)
        tallies = [_tally(organization.by_id.get(name)) for name in self.lines.order]
        self._index = {name: place for place, name in enumerate(self.lines.order)}
        self._own = dict(zip(self.lines.order, tallies, strict=True))
        self._sums = list(accumulate(tallies, Tally.plus, initial=Tally()))
        self._outside: dict[str, list[str]] = defaultdict(list)
        self._co_managed: dict[str, list[str]] = defaultdict(list)
        self._organization = organization
        for outside in organization.outside_by_id.values():
            if outside.reports_to:
                self._outside[outside.reports_to].append(str(outside.id))
        for position in organization.positions:
            for leader in position.co_managed_by if position.id in self._index else ():
                self._co_managed[leader].append(position.id)

    def direct(self, position: Position) -> Sequence[str]:
        """Those that report to ``position``, in the department or outside it."""
        return [*(report.id for report in self._organization.direct_reports(position)), *self._outside[position.id]]

    def indirect(self, position: Position) -> Iterable[str]:
        """Those below its reports, one after the other."""
        direct = frozenset(self.direct(position))
        return (name for name in self.lines.below(position.id) if name not in direct)

    def co_managed(self, position: Position) -> Sequence[str]:
        """Those that ``position`` co-manages."""
        return self._co_managed[position.id]

    def is_below(self, name: str, position: Position) -> bool:
        """Whether ``position`` leads ``name`` at any depth, alone or together with somebody."""
        if self.lines.is_above(position.id, name):
            return True
        return any(name == led or self.lines.is_above(led, name) for led in self._co_managed[position.id])

    def tally_direct(self, position: Position) -> Tally:
        """What the direct reports add up to."""
        total = Tally()
        for name in self.direct(position):
            total = total.plus(self._own[name])
        for name in self._co_managed[position.id]:
            total = total.plus(self._own[name].optional)
        return total

    def tally_indirect(self, position: Position) -> Tally:
        """What everybody below the direct reports adds up to."""
        total = self._under(position.id)
        for name in self.direct(position):
            total = total.minus(self._own[name])
        for name in self._co_managed[position.id]:
            total = total.plus(self._under(name).optional)
        return total

    def _under(self, name: str) -> Tally:
        first = self._index[name] + 1
        return self._sums[first + self.lines.count_below(name)].minus(self._sums[first])


def _tally(position: Position | None) -> Tally:
    """What one position counts; one outside the department may count, with nobody knows how many people."""
    if position is None:
        return Tally(0, 1, 0, 0, 1)
    count = position.headcount
    if count is None or count.low is None:
        return Tally(int(position.is_current), 1, 0, 0, 1)
    people = count.low if position.is_current else 0
    return Tally(int(position.is_current), 1, people, count.low if count.high is None else count.high, 0)
