"""Figures of an organization as values. What each means stands in ``docs/guide/stats.en.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from posdoc.model import Organization, Position, Unit
from posdoc.views.stats_owners import Unowned


class Heads(NamedTuple):
    """A number of planned heads, at least ``low`` and at most ``high``, and how many positions state no number."""

    low: int = 0
    high: int = 0
    unknown: int = 0

    def __add__(self, other: object) -> Heads:
        assert isinstance(other, Heads)
        return Heads(self.low + other.low, self.high + other.high, self.unknown + other.unknown)


class Counted(NamedTuple):
    """What is counted of one position. What depends on who holds it is None where nobody is known to hold anything."""

    position: Position
    planned: Heads
    filled: int | None
    acting: int | None
    vacant: int | None
    over: int | None
    holders: frozenset[int]
    reports: int
    """Positions that report directly, assistants left out; a position with any is a manager's."""
    led: int
    """The heads of those positions."""
    heads: int
    """Its heads in ratios: the planned ones; where there is no number the filled ones, and at least one."""
    level: int
    """Its level in the reporting line, the top being 1; 0 in a circle and below one."""

    @property
    def led_by_each(self) -> float:
        """How many heads report to each head of this position."""
        return self.led / max(1, self.heads)


class Largest(NamedTuple):
    """The largest span, and the first position in reading order that has it."""

    value: float
    position: Position


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of control, in positions and in heads. Without a manager there is neither a mean nor a largest one."""

    managers: int = 0
    manager_heads: int = 0
    reports: int = 0
    led: int = 0
    most_reports: Largest | None = None
    most_led: Largest | None = None

    @property
    def mean_reports(self) -> float | None:
        """Positions that report directly to a manager's position, on average."""
        return self.reports / self.managers if self.managers else None

    @property
    def mean_led(self) -> float | None:
        """Heads that report directly to the head of a manager's position, on average."""
        return self.led / self.manager_heads if self.manager_heads else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a set of positions."""

    positions: int = 0
    frozen: int = 0
    planned: Heads = Heads()
    filled: int | None = None
    acting: int | None = None
    vacant: int | None = None
    over: int | None = None
    people: int | None = None
    """How many different people hold these positions."""
    proposed: int = 0
    """Positions that are only planned, which no other figure counts."""
    proposed_heads: Heads = Heads()
    levels: int = 0
    """The length of the longest reporting line within the set; assistants are no level."""
    spans: Spans = field(default_factory=Spans)
    staff_heads: int = 0
    """The heads of all positions that are no manager's."""
    unowned: Mapping[str, int] = field(default_factory=dict)
    """How much work has no owner, by kind (:data:`~posdoc.views.stats_owners.KINDS`)."""

    @property
    def all_unowned(self) -> int:
        """How much work has no owner, of every kind."""
        return sum(self.unowned.values())

    @property
    def staff_per_manager(self) -> float | None:
        """Heads of staff to each head of a manager."""
        return self.staff_heads / self.spans.manager_heads if self.spans.manager_heads else None


class UnitFigures(NamedTuple):
    """The figures of one unit: of its own positions, and with all units below it."""

    unit: Unit
    depth: int
    own: Figures
    all: Figures
    below: int
    """How many of the following units lie below it."""


class LevelFigures(NamedTuple):
    """The figures of the positions of one level: its place in the reporting line, or its id (empty for none)."""

    level: int | str
    figures: Figures


class Band(NamedTuple):
    """How many managers' positions have from ``low`` to ``high`` people reporting to each of their heads."""

    archetype: str
    low: int
    high: int | None
    managers: int


class Listed(NamedTuple):
    """Posts that units list but no position describes."""

    posts: int
    heads: Heads


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures of an organization, or of one unit of it with the units below."""

    organization: Organization
    unit: Unit | None
    total: Figures
    units: tuple[UnitFigures, ...]
    """Each unit before those below it."""
    counted: tuple[Counted, ...]
    """Every current position, in the order of the units."""
    proposed: tuple[Position, ...]
    lines: tuple[LevelFigures, ...]
    levels: tuple[LevelFigures, ...]
    """By level of management; none where the workspace has no levels."""
    bands: tuple[Band, ...]
    unowned: tuple[Unowned, ...]
    listed: Listed
    """Posts that units list and no position describes, which no figure counts."""

    @property
    def knows_people(self) -> bool:
        """Whether it is known who holds what, so that there are filled and vacant heads."""
        return bool(self.organization.people)

    @property
    def vacancies(self) -> tuple[Counted, ...]:
        """The positions with vacant heads, in the order of the units."""
        return tuple(counted for counted in self.counted if counted.vacant)
