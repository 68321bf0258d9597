"""The indicators of an organization, each once, with what they take over from shared ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize
from weakref import ref

from posdoc.diagnostics import Span
from posdoc.model import Kpi, KpiSet, Organization, PeriodTargets, Position, PositionStatus, Stated, Target, fields_of

PERIODS = fields_of(PeriodTargets)
"""The periods that may have targets of their own, from the shortest to the longest."""
_IN_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
_IGNORED = re.compile(r"[\s·、,，。:：_-]+")


class Sheet(NamedTuple):
    """A sheet of indicators, and the first position that has it: one that exists now where there is one."""

    kpi_set: KpiSet
    position: Position


class Indicator(NamedTuple):
    """An indicator as it is written, and with what it takes over."""

    written: Kpi
    full: Kpi
    """What is printed: restated values win, id and weight are its own."""
    sheet: Sheet | None
    """None for a shared one of ``posdoc.yaml``."""
    is_part: bool
    is_known: bool
    """Whether the shared indicator that it names, if any, exists."""
    key: str
    """Its name without what may differ in writing; empty where it has none."""
    among: tuple[Kpi, ...]
    """The list in which it stands: of a sheet, of the parts of another one, or of the shared ones."""


class _Found(NamedTuple):
    organization: ref[Organization]
    sheets: tuple[Sheet, ...]
    indicators: tuple[Indicator, ...]


_latest: dict[str, _Found] = {}
"""What was worked out for the organization that was looked at last: a dozen rules ask for it one after the other.
It goes when the organization goes."""


def sheets(organization: Organization) -> tuple[Sheet, ...]:
    """Every sheet once, however many positions take it over; abolished positions are left out."""
    return _found(organization).sheets


def indicators(organization: Organization) -> tuple[Indicator, ...]:
    """Every indicator that is written down, once, each before its parts: shared ones, then those of the sheets."""
    return _found(organization).indicators


def _found(organization: Organization) -> _Found:
    known = _latest.get("")
    if known is None or known.organization() is not organization:
        found = tuple(_sheets(organization.positions))
        known = _Found(ref(organization, lambda _: _latest.clear()), found, _indicators(organization, found))
        _latest[""] = known
    return known


def _sheets(positions: Iterable[Position]) -> Iterator[Sheet]:
    seen: set[int] = set()
    there = [position for position in positions if position.status is not PositionStatus.ABOLISHED]
    for position in sorted(there, key=lambda position: not position.is_current):
        for kpi_set in position.kpi_sets:
            if id(kpi_set) not in seen:
                seen.add(id(kpi_set))
                yield Sheet(kpi_set, position)


class _Collector:
    """Makes the list of all indicators."""

    def __init__(self, organization: Organization) -> None:
        self.shared = organization.shared_kpis
        self.languages = organization.languages
        self.keys: dict[str, str] = {}
        self.found: list[Indicator] = []

    def add(self, kpis: tuple[Kpi, ...], sheet: Sheet | None, *, is_part: bool = False) -> None:
        for kpi in kpis:
            shared = self.shared.get(kpi.use) if kpi.use is not None else None
            full = kpi if shared is None else _taking_over(kpi, shared)
            is_known = kpi.use is None or shared is not None
            self.found.append(Indicator(kpi, full, sheet, is_part, is_known, self.key(full), kpis))
            if kpi.parts:
                self.add(kpi.parts, sheet, is_part=True)

    def key(self, kpi: Kpi) -> str:
        name = name_of(kpi, *self.languages)
        if name not in self.keys:
            self.keys[name] = plain_name(name)
        return self.keys[name]


def _indicators(organization: Organization, found: Iterable[Sheet]) -> tuple[Indicator, ...]:
    collector = _Collector(organization)
    collector.add(organization.workspace.kpis, None)
    for sheet in found:
        collector.add(sheet.kpi_set.kpis, sheet)
    return tuple(collector.found)


def _taking_over(kpi: Kpi, shared: Kpi) -> Kpi:
    values = {**shared.__dict__, **kpi.__dict__}
    for own in ("id", "weight"):
        if own not in kpi.__dict__:
            values.pop(own, None)
    return Kpi.build({**values, "origins": {**shared.origins, **kpi.origins}})


def targets_of(kpi: Kpi) -> tuple[Target, ...]:
    """Every target of an indicator: the one for all periods, then those of single periods, shortest first."""
    always = (kpi.target,) if kpi.target is not None else ()
    return always if kpi.targets is None else (*always, *period_targets(kpi.targets).values())


def targets_by_name(indicator: Indicator) -> tuple[Target, ...]:
    """The targets to be held against its name: its own where it takes the name over from a shared indicator, whose
    targets are looked at there; else all.
    """
    takes_over_name = indicator.written.use is not None and indicator.written.name is None
    return targets_of(indicator.written if takes_over_name else indicator.full)


def place_of_target(target: Target) -> Span:
    """Where the characters of a target stand, in its first language and without quotes."""
    return target.text.span_of(next(iter(target.text.languages)))


def period_targets(targets: PeriodTargets) -> dict[str, Target]:
    """The targets of single periods, by period, from the shortest to the longest."""
    return {period: target for period in _PERIOD_NAMES if (target := getattr(targets, period)) is not None}


_PERIOD_NAMES = tuple(info.attribute for info in PERIODS)


def place_of(kpi: Kpi) -> Span:
    """What tells a reader which indicator is meant: its name, the shared one it uses, or else its first line."""
    if kpi.states("name"):
        return kpi.at("name")
    if kpi.use is not None:
        return kpi.use.span
    keys = [place.key.span for place in kpi.origins.values() if isinstance(place, Stated)]
    return min(keys, default=kpi.span)


def name_of(kpi: Kpi, *languages: str) -> str:
    """The name to print, in the first of the languages that it has; empty where there is none."""
    return kpi.name.in_(*languages) if kpi.name is not None else ""


def plain_name(name: str) -> str:
    """A name without brackets, spaces, signs and capitals, to tell which names mean the same."""
    return _IGNORED.sub("", bare_name(name)).casefold()


def bare_name(name: str) -> str:
    """A name with ordinary letters and without what stands in brackets."""
    bare = normalize("NFKC", name)
    return (
        _IN_BRACKETS.sub("", bare).strip()
        if "(" in bare or "[" in bare or "【" in bare or "〔" in bare
        else bare.strip()
    )


def are_told_apart(one: Indicator, other: Indicator, languages: tuple[str, ...]) -> bool:
    """Whether the names of two indicators have different words in brackets: …（直销客户）, …（经销客户）."""
    said = [_in_brackets(name_of(indicator.full, *languages)) for indicator in (one, other)]
    return all(said) and said[0] != said[1]


def _in_brackets(name: str) -> str:
    found = _IN_BRACKETS.findall(normalize("NFKC", name))
    return _IGNORED.sub("", "".join(words[1:-1] for words in found)).casefold()


def shown(kpi: Kpi, languages: tuple[str, ...]) -> str:
    """How messages call an indicator: its name, or the shared one it uses."""
    return name_of(kpi, *languages) or str(kpi.use or "?")
