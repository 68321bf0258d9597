"""The whole department: its positions, units and people, and the look-ups that everything else asks.

An :class:`Organization` may hold definitions that are wrong (that is what checks are for); every look-up
ends, whatever the reporting lines look like.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, wraps
from math import ceil
from typing import TypeVar

from posdoc.model.kpi import Kpi
from posdoc.model.lines import ReportingLines
from posdoc.model.manuscript import Manuscript, Passage, passages_of
from posdoc.model.person import Person, Post
from posdoc.model.position import Position, PositionStatus
from posdoc.model.review import Reviews
from posdoc.model.unit import Unit
from posdoc.model.values import Percent, Text
from posdoc.model.workspace import Grade, OutsidePosition, Party, Workspace

T = TypeVar("T")
WHOLE = Decimal(100)


@dataclass(frozen=True)
class Organization:
    """Everything that a workspace defines. Positions and units are in reading order."""

    workspace: Workspace
    positions: tuple[Position, ...] = ()
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    duplicates: tuple[Position, ...] = field(default=())
    """Positions whose id another file has already taken; they take part in nothing else."""
    as_of: date | None = None
    """The day on which the organization is looked at; None where the day makes no difference."""
    reviews: Reviews | None = None
    """The review stamps; None where there is no ``reviews.yaml``."""

    @cached_property
    def by_id(self) -> Mapping[str, Position]:
        """Positions by id."""
        return {position.id: position for position in self.positions}

    @cached_property
    def units_by_id(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def outside_by_id(self) -> Mapping[str, OutsidePosition]:
        """Positions outside the department by id."""
        return {str(outside.id): outside for outside in self.workspace.outside_positions if outside.id}

    @cached_property
    def parties_by_id(self) -> Mapping[str, Party]:
        """Inside and outside parties by id."""
        return {str(party.id): party for party in self.workspace.parties if party.id}

    @cached_property
    def shared_kpis(self) -> Mapping[str, Kpi]:
        """The indicators of ``posdoc.yaml`` by id."""
        return {str(kpi.id): kpi for kpi in self.workspace.kpis if kpi.id}

    @property
    def languages(self) -> tuple[str, ...]:
        """The print languages; plain texts are in the first."""
        return self.workspace.languages

    def title_of(self, reference: str) -> Text | None:
        """The printed name of whatever an id names: position, outside position, unit or party."""
        for table in (self.by_id, self.outside_by_id, self.units_by_id, self.parties_by_id):
            found = table.get(reference)
            if found is not None:
                return found.title
        return None

    def grade_title(self, entries: tuple[Grade, ...], reference: str) -> Text | None:
        """The printed name of a grade, family or level; its id where it has no other."""
        for entry in entries:
            if entry.id == reference:
                return entry.title or Text({self.languages[0]: reference})
        return None

    @cached_property
    def reports(self) -> Mapping[str, tuple[Position, ...]]:
        """Direct reports by the id of the superior, in reading order; abolished positions have none."""
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.positions:
            is_there = position.status is not PositionStatus.ABOLISHED
            if is_there and position.reports_to and position.reports_to != position.id:
                found[position.reports_to].append(position)
        return {superior: tuple(below) for superior, below in found.items()}

    def superior(self, position: Position) -> Position | OutsidePosition | None:
        """The one solid-line superior, inside or outside the department."""
        if position.reports_to is None:
            return None
        return self.by_id.get(position.reports_to) or self.outside_by_id.get(position.reports_to)

    def direct_reports(self, position: Position) -> tuple[Position, ...]:
        """The positions that report to ``position``."""
        return self.reports.get(position.id, ())

    def indirect_reports(self, position: Position) -> tuple[Position, ...]:
        """The reports of its reports, at any depth; a cycle ends where it closes."""
        seen = {position.id, *(report.id for report in self.direct_reports(position))}
        queue = list(self.direct_reports(position))
        found: list[Position] = []
        for report in queue:
            for below in self.direct_reports(report):
                if below.id not in seen:
                    seen.add(below.id)
                    found.append(below)
                    queue.append(below)
        return tuple(found)

    def peers(self, position: Position) -> tuple[Position, ...]:
        """The other positions with the same superior."""
        if position.reports_to is None:
            return ()
        return tuple(peer for peer in self.reports.get(position.reports_to, ()) if peer.id != position.id)

    @cached_property
    def roots(self) -> tuple[Position, ...]:
        """Positions that have no superior, or one outside the department."""
        return tuple(p for p in self.positions if p.reports_to is None or p.reports_to in self.outside_by_id)

    def line_of(self, unit: Unit) -> Iterator[Unit]:
        """``unit`` and the units above it, nearest first."""
        current: Unit | None = unit
        while current is not None:
            yield current
            current = self.units_by_id.get(current.parent)

    @cached_property
    def lines(self) -> ReportingLines:
        """The solid reporting lines of all positions that are not abolished."""
        return ReportingLines(
            {
                position.id: position.reports_to
                for position in self.positions
                if position.status is not PositionStatus.ABOLISHED
            }
        )

    @cached_property
    def positions_in(self) -> Mapping[str, tuple[Position, ...]]:
        """The positions of each unit by its id, without those of the units below it."""
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.positions:
            found[position.unit].append(position)
        return {unit: tuple(members) for unit, members in found.items()}

    @cached_property
    def grade_rank(self) -> Mapping[str, int]:
        """The rank of each grade by its id, 0 for the lowest."""
        return {str(grade.id): rank for rank, grade in enumerate(self.workspace.grades)}

    @cached_property
    def level_rank(self) -> Mapping[str, int]:
        """The rank of each level by its id, 0 for the highest."""
        return {str(level.id): rank for rank, level in enumerate(self.workspace.levels)}

    def rank_of(self, reference: str) -> int | None:
        """The rank of the grade of a position, inside or outside; None where it has none that is known."""
        found = self.by_id.get(reference) or self.outside_by_id.get(reference)
        return self.grade_rank.get(found.grade or "") if found is not None else None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every definition in each language, once."""
        return passages_of((self.workspace, *self.units, *self.positions, *self.people))

    @cached_property
    def manuscripts(self) -> Mapping[str, Manuscript]:
        """All texts by language, to be searched together."""
        by_language: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            by_language[passage.language].append(passage)
        return {language: Manuscript(found) for language, found in by_language.items()}

    def let_go_of_texts(self) -> None:
        """Forget :attr:`passages` and :attr:`manuscripts`, which take room and are only looked for by the rules."""
        for name in ("passages", "manuscripts"):
            self.__dict__.pop(name, None)

    @cached_property
    def incumbents(self) -> Mapping[str, tuple[tuple[Person, Post], ...]]:
        """Who holds each position, by its id."""
        found: dict[str, list[tuple[Person, Post]]] = defaultdict(list)
        for person in self.people:
            for post in person.posts:
                if post.position is not None:
                    found[post.position].append((person, post))
        return {position: tuple(holders) for position, holders in found.items()}

    def filled(self, position: Position) -> int:
        """How many heads of a position are filled.

        Each holder counts one head. Job-sharers count by their shares of time, a part of a head counting as
        a whole one: two halves fill one place. An acting holder fills the place for the time being.
        """
        holders = self.incumbents.get(position.id, ())
        shared = sum((_share(post.share) for _, post in holders if post.job_share), Decimal(0))
        return sum(not post.job_share for _, post in holders) + ceil(shared / WHOLE)

    def vacancies(self, position: Position) -> int:
        """How many planned heads nobody holds; 0 where the number is not known, or the position is not to be filled."""
        planned = position.headcount.low if position.headcount else None
        if planned is None or not position.is_current or position.status is PositionStatus.FROZEN:
            return 0
        return max(0, planned - self.filled(position))

    @cached_property
    def title_counts(self) -> Counter[str]:
        """How often each printed title is used, in any language."""
        return Counter(
            text for position in self.positions if position.title for text in position.title.languages.values()
        )


def kept(make: Callable[[Organization], T]) -> Callable[[Organization], T]:
    """Let ``make`` be worked out once for each organization, however many rules ask for it."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def ask(organization: Organization) -> T:
        known = vars(organization)
        if key not in known:
            known[key] = make(organization)
        found: T = known[key]
        return found

    return ask


def _share(share: Percent | None) -> Decimal:
    return share.low if share is not None else WHOLE
