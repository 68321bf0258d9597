"""Figures of the organization: heads, vacancies, levels, spans of control, managers and staff, work without an owner.

What each figure means, and whose convention it is, stands in ``docs/guide/stats.en.md``. Everything is counted over
*current* positions (active and frozen ones); positions that are only planned are counted apart, abolished ones never.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from posdoc.model import HeadCount, Organization, Position, PositionStatus, ReportingLines, Unit, organization_on
from posdoc.model.days import earliest
from posdoc.views.figures import (
    Band,
    Counted,
    Figures,
    Heads,
    Largest,
    LevelFigures,
    Listed,
    Spans,
    Statistics,
    UnitFigures,
)
from posdoc.views.stats_owners import Unowned, find_unowned


def measure(organization: Organization, unit: Unit | None = None, day: date | None = None) -> Statistics:
    """Count everything; of ``unit`` and the units below it where one is given.

    Where there is a ``day``, the organization of that day is counted, and positions that come later are future ones;
    else the definitions as they stand, whatever their dates.
    """
    to_come: tuple[Position, ...] = ()
    if day is not None:
        there = organization_on(organization, day)
        to_come = tuple(position for position in organization.positions if _is_to_come(position, there))
        organization = there
    tally = _Tally(organization, to_come)
    units = tuple(tally.units(unit))
    homes = [found.unit.id for found in units]
    counted = tuple(one for home in homes for one in tally.by_unit.get(home, ()))
    proposed = tuple(one for home in homes for one in tally.proposed.get(home, ()))
    unowned = tuple(one for home in homes for one in tally.unowned.get(home, ()))
    return Statistics(
        organization,
        unit,
        tally.figures(counted, proposed, unowned),
        units,
        counted,
        proposed,
        tuple(tally.by_line(counted)),
        tuple(tally.by_level(counted)),
        tuple(_bands(counted)),
        unowned,
        _listed(organization, (found.unit for found in units)),
    )


class _Tally:
    """What is counted of each position, and sums over sets of them."""

    def __init__(self, organization: Organization, to_come: Iterable[Position]) -> None:
        self.organization = organization
        self.knows_people = bool(organization.people)
        current = [position for position in organization.positions if position.is_current]
        self.superiors = _superiors(organization, current)
        self.lines = ReportingLines(self.superiors)
        self.rank = {member: place for place, member in enumerate(self.lines.order)}
        self.holders = _holders(organization)
        self.by_unit: dict[str, list[Counted]] = defaultdict(list)
        self.proposed: dict[str, list[Position]] = defaultdict(list)
        for position in organization.positions:
            if position.is_current:
                self.by_unit[self.home(position.unit)].append(self.count(position))
        planned = (position for position in organization.positions if position.status is PositionStatus.PLANNED)
        for position in (*planned, *to_come):
            self.proposed[self.home(position.unit)].append(position)
        self.unowned: dict[str, list[Unowned]] = defaultdict(list)
        for unowned in find_unowned(organization):
            self.unowned[self.home(unowned.unit)].append(unowned)

    def home(self, unit: str) -> str:
        return unit if unit in self.organization.units_by_id else ""

    def count(self, position: Position) -> Counted:
        organization = self.organization
        reports = [r for r in organization.direct_reports(position) if r.is_current and not r.assistant]
        planned, filled = _planned(position.headcount), organization.filled(position)
        acting = min(filled, sum(bool(post.acting) for _, post in organization.incumbents.get(position.id, ())))
        over = max(0, filled - acting - planned.high) if not planned.unknown else 0
        return Counted(
            position,
            planned,
            self.known(filled),
            self.known(acting),
            self.known(organization.vacancies(position)),
            self.known(over),
            self.holders.get(position.id, frozenset()),
            len(reports),
            sum(self.heads(report) for report in reports),
            self.heads(position),
            self.lines.depth(position.id),
        )

    def known(self, number: int) -> int | None:
        return number if self.knows_people else None

    def heads(self, position: Position) -> int:
        count = position.headcount
        if count is not None and count.low is not None:
            return count.low
        return max(1, self.organization.filled(position))

    def units(self, top: Unit | None) -> Iterator[UnitFigures]:
        """The figures of each unit, each before those below it; positions of no unit come first, as one without a name."""
        children: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.organization.units:
            children[unit.parent if unit.parent in self.organization.units_by_id else ""].append(unit)
        if top is None and (self.by_unit.get("") or self.proposed.get("")):
            yield self.unit(Unit(), [""], 0)
        for unit in [top] if top is not None else children[""]:
            yield from self.walk(unit, children, 0)

    def walk(self, unit: Unit, children: Mapping[str, Sequence[Unit]], depth: int) -> list[UnitFigures]:
        below = [found for child in children.get(unit.id, ()) for found in self.walk(child, children, depth + 1)]
        return [self.unit(unit, [unit.id, *(found.unit.id for found in below)], depth), *below]

    def unit(self, unit: Unit, homes: Sequence[str], depth: int) -> UnitFigures:
        own, everything = (
            self.figures(
                [one for home in among for one in self.by_unit.get(home, ())],
                [one for home in among for one in self.proposed.get(home, ())],
                [one for home in among for one in self.unowned.get(home, ())],
            )
            for among in (homes[:1], homes)
        )
        return UnitFigures(unit, depth, own, everything, len(homes) - 1)

    def figures(
        self, counted: Sequence[Counted], proposed: Sequence[Position] = (), unowned: Sequence[Unowned] = ()
    ) -> Figures:
        kinds: dict[str, int] = defaultdict(int)
        for one in unowned:
            kinds[one.kind] += 1
        holders = frozenset[int]().union(*(one.holders for one in counted))
        return Figures(
            positions=len(counted),
            frozen=sum(one.position.status is PositionStatus.FROZEN for one in counted),
            planned=sum((one.planned for one in counted), Heads()),
            filled=self.known(sum(one.filled or 0 for one in counted)),
            acting=self.known(sum(one.acting or 0 for one in counted)),
            vacant=self.known(sum(one.vacant or 0 for one in counted)),
            over=self.known(sum(one.over or 0 for one in counted)),
            people=self.known(len(holders)),
            proposed=len(proposed),
            proposed_heads=sum((_planned(position.headcount) for position in proposed), Heads()),
            levels=self.levels(counted),
            spans=_spans(counted),
            staff_heads=sum(one.heads for one in counted if not one.reports),
            unowned=dict(kinds),
        )

    def levels(self, counted: Iterable[Counted]) -> int:
        """How many positions the longest line has that passes through these positions only."""
        placed = [one.position for one in counted if one.level]
        longest: dict[str, int] = {}
        most = 0
        for position in sorted(placed, key=lambda position: self.rank[position.id]):
            longest[position.id] = longest.get(self.superiors[position.id] or "", 0) + 1
            if not position.assistant:
                most = max(most, longest[position.id])
        return most

    def by_line(self, counted: Iterable[Counted]) -> Iterator[LevelFigures]:
        groups: dict[int, list[Counted]] = defaultdict(list)
        for one in counted:
            groups[one.level].append(one)
        for level in sorted(groups, key=lambda level: (not level, level)):
            yield LevelFigures(level, self.figures(groups[level]))

    def by_level(self, counted: Iterable[Counted]) -> Iterator[LevelFigures]:
        ranks = self.organization.level_rank
        groups: dict[str, list[Counted]] = {level: [] for level in ranks}
        for one in counted if ranks else ():
            level = one.position.level or ""
            groups.setdefault(level if level in ranks else "", []).append(one)
        for level, members in groups.items():
            yield LevelFigures(level, self.figures(members))


def _is_to_come(position: Position, there: Organization) -> bool:
    """Whether the position is not there yet on the day of ``there``, but will be."""
    if position.valid_from is None or position.status is PositionStatus.ABOLISHED or there.as_of is None:
        return False
    day = (there.as_of.year, there.as_of.month, there.as_of.day)
    return earliest(position.valid_from) > day


def _superiors(organization: Organization, current: Iterable[Position]) -> dict[str, str | None]:
    """The superior of each current position; one that is only planned is passed over for the one above it."""
    found: dict[str, str | None] = {}
    for position in current:
        superior = organization.by_id.get(position.reports_to or "")
        if superior is not None and not superior.is_current:
            above = (organization.by_id[name] for name in organization.lines.above(superior.id))
            superior = next((one for one in above if one.is_current), None)
        found[position.id] = superior.id if superior is not None else None
    return found


def _holders(organization: Organization) -> Mapping[str, frozenset[int]]:
    """Who holds each position, as places in the list of people: two may have one name."""
    found: dict[str, set[int]] = defaultdict(set)
    for place, person in enumerate(organization.people):
        for post in person.posts:
            if post.position is not None:
                found[post.position].add(place)
    return {position: frozenset(holders) for position, holders in found.items()}


def _planned(count: HeadCount | None) -> Heads:
    if count is None or count.low is None:
        return Heads(unknown=1)
    return Heads(count.low, count.low if count.high is None else count.high)


def _spans(counted: Iterable[Counted]) -> Spans:
    managers = [one for one in counted if one.reports]
    if not managers:
        return Spans()
    widest = max(managers, key=lambda one: one.reports)
    largest = max(managers, key=lambda one: one.led_by_each)
    return Spans(
        len(managers),
        sum(one.heads for one in managers),
        sum(one.reports for one in managers),
        sum(one.led for one in managers),
        Largest(widest.reports, widest.position),
        Largest(largest.led_by_each, largest.position),
    )


ARCHETYPES = (
    ("few", 0),
    ("player_coach", 3),
    ("coach", 6),
    ("supervisor", 8),
    ("facilitator", 11),
    ("coordinator", 16),
)
"""McKinsey's managerial archetypes by the people that report directly, each from its lower end; ``few`` lies below them."""


def _bands(counted: Sequence[Counted]) -> Iterator[Band]:
    spans = [one.led_by_each for one in counted if one.reports]
    for place, (archetype, low) in enumerate(ARCHETYPES):
        above = ARCHETYPES[place + 1][1] if place + 1 < len(ARCHETYPES) else None
        number = sum(low <= span and (above is None or span < above) for span in spans)
        yield Band(archetype, low, None if above is None else above - 1, number)


def _listed(organization: Organization, units: Iterable[Unit]) -> Listed:
    """The posts for which there is no position, inside or outside."""
    described = {*organization.by_id, *organization.outside_by_id}
    posts = [post for unit in units for post in unit.posts if not post.position or post.position not in described]
    return Listed(len(posts), sum((_planned(post.headcount) for post in posts), Heads()))
