"""The weights of an assessment, and what they add up to: of indicators, their parts, sheets and composite scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Related
from posdoc.model import CompositePart, Kpi, KpiSet, Percent, plain
from posdoc.phrases import Phrase

WHOLE = Decimal(100)
Weighed = Kpi | KpiSet | CompositePart


class Weights(NamedTuple):
    """The weights of things that are weighed against one another."""

    given: list[tuple[Weighed, Percent]]
    missing: list[Weighed]
    """What states none."""
    is_unread: bool
    """Whether there is one that could not be read: the sum is not known then."""

    @property
    def low(self) -> Decimal:
        """The sum of the lower ends."""
        return sum((weight.low for _, weight in self.given), Decimal(0))

    @property
    def high(self) -> Decimal:
        """The sum of the upper ends."""
        return sum((weight.high for _, weight in self.given), Decimal(0))

    @property
    def make_whole(self) -> bool:
        """Whether they can make 100 %."""
        return self.low <= WHOLE <= self.high

    @property
    def total(self) -> str:
        """The sum, as a range where it is one."""
        return f"{plain(self.low)}%" if self.low == self.high else f"{plain(self.low)}–{plain(self.high)}%"

    @property
    def way_to_whole(self) -> Phrase:
        """How much is lacking or too much."""
        if self.high < WHOLE:
            gap = plain(WHOLE - self.high)
            return Phrase(f"还差 {gap}%", f"{gap}% more is needed")
        over = plain(self.low - WHOLE)
        return Phrase(f"多出 {over}%", f"{over}% too much")

    @property
    def places(self) -> tuple[Related, ...]:
        """Where each of them stands."""
        return tuple(Related(weighed.at("weight"), Phrase(f"{weight}", f"{weight}")) for weighed, weight in self.given)

    @property
    def without(self) -> Phrase:
        """How many have none, to follow the total in a message; empty where all have one."""
        count = len(self.missing)
        if not count:
            return Phrase("", "")
        return Phrase(f"；有 {count} 项未写", f"; {count} of them {'has' if count == 1 else 'have'} none")


def weights_of(weighed: Sequence[Weighed]) -> Weights:
    """The weights that are given, and what has none."""
    given: list[tuple[Weighed, Percent]] = []
    missing: list[Weighed] = []
    is_unread = False
    for one in weighed:
        if one.weight is not None:
            given.append((one, one.weight))
        elif one.states("weight"):
            is_unread = True
        else:
            missing.append(one)
    return Weights(given, missing, is_unread)
