"""One indicator has different targets in different positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import (
    Indicator,
    are_told_apart,
    indicators,
    name_of,
    period_targets,
    place_of_target,
)
from posdoc.rules._measures import unit_of

KIND = Kind("POS408", "kpi-targets-differ", Severity.INFO)
WHAT = Phrase(
    "同名指标在不同岗位的目标不同，或与 posdoc.yaml 中同名共享指标的目标不同。只比较同一周期的数值目标；"
    "两处都写了计算方式而又不同的，是两个指标，不比较。",
    "An indicator of the same name has different targets in two positions, or another one than the shared indicator "
    "of that name. Only numbers for the same period are compared; where both give a formula and the formulas differ "
    "they are two indicators.",
)
WHY = Phrase(
    "同一指标两个目标，多半是只改了一处；确需不同时，把指标设为共享（use）并在岗位里另写目标，就不再提示。",
    "Mostly only one of the two was changed. Where the difference is meant, share the indicator (use) and restate its "
    "target in the position: that is taken as intended.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥90%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 售后客服
reports_to: support
kpi_sets:
  - kpis: [{name: 问题解决率, target: ≥95%}]
## positions/service/support.yaml
title: 技术支持
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{name: 问题解决率, target: 95%以上}, {use: satisfaction, target: ≥99%}]\n",
    _HEAD
    + "  - {period: year, kpis: [{name: 投诉, target: ≤2次}]}\n  - {period: month, kpis: [{name: 投诉, target: ≤1次}]}\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 问题解决率, target: «≥90%»}]\n",
    _HEAD + "  - kpis: [{name: 客户满意度, target: «≥99%»}]\n",
)
MOST_PLACES = 10


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The second target of each indicator that has several; the others are shown with it."""
    by_name: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators(organization):
        is_current = indicator.sheet is None or indicator.sheet.position.is_current
        if is_current and indicator.key and not indicator.is_part and indicator.written.use is None:
            by_name[indicator.key].append(indicator)
    for group in by_name.values():
        if len(group) > 1:
            yield from _compare(group, organization.languages)


def _compare(group: list[Indicator], languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    measured = [(indicator, wanted) for indicator in group if (wanted := _by_period(indicator))]
    if len(measured) < 2:
        return
    (first, first_wanted), *others = measured
    differing = [
        pair
        for other, wanted in others
        if (pair := _difference(first_wanted, wanted)) is not None
        and _is_comparable(first, other)
        and not are_told_apart(first, other, languages)
    ]
    if differing:
        mine, theirs = differing[0]
        places = [mine, *(target for _, target in differing[1:])][:MOST_PLACES]
        yield _finding(name_of(first.written, *languages), theirs, places)


def _is_comparable(first: Indicator, other: Indicator) -> bool:
    """Whether they stand in different definitions and are worked out alike as far as one can tell."""
    if first.sheet is not None and other.sheet is not None and first.sheet.position is other.sheet.position:
        return False
    formulas = first.written.formula, other.written.formula
    return None in formulas or formulas[0] == formulas[1]


def _by_period(indicator: Indicator) -> Mapping[str, Target]:
    """The numbers to reach, by the period of assessment; ``""`` where it is any or none in particular."""
    kpi, sheet = indicator.written, indicator.sheet
    if kpi.targets is not None:
        return {period: target for period, target in period_targets(kpi.targets).items() if target.value is not None}
    if kpi.target is None or kpi.target.value is None:
        return {}
    period = sheet.kpi_set.period if sheet is not None else None
    return {period.value if period is not None else "": kpi.target}


def _difference(mine: Mapping[str, Target], theirs: Mapping[str, Target]) -> tuple[Target, Target] | None:
    """The first two targets for the same period that ask for different numbers."""
    for period, target in theirs.items():
        for other_period, other in mine.items():
            if target.value == other.value and target.unit == other.unit:
                continue
            is_same_period = period == other_period or ("" in (period, other_period) and unit_of(target) == "%")
            if is_same_period and _asks_for_another(target, other):
                return other, target
    return None


def _asks_for_another(target: Target, other: Target) -> bool:
    units = {unit_of(target), unit_of(other)} - {""}
    return target.value != other.value or len(units) > 1


def _finding(name: str, theirs: Target, places: list[Target]) -> Diagnostic:
    mine, other = places[0].text.in_(), theirs.text.in_()
    return Diagnostic(
        KIND,
        place_of_target(theirs),
        Phrase(
            f"“{name}”的目标在此为“{other}”，别处为“{mine}”",
            f"the target of '{name}' is '{other}' here and '{mine}' elsewhere",
        ),
        Phrase(
            "统一目标；确需不同时，在 posdoc.yaml 设为共享指标，岗位里写 use 和自己的目标",
            "make them the same, or share the indicator in posdoc.yaml and restate its target where another is meant",
        ),
        tuple(Related(place_of_target(target), Phrase("同名指标", "the same indicator")) for target in places),
    )
