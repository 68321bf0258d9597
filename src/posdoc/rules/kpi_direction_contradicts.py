"""A target points one way, and the direction of the indicator the other."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.model import Direction, Kpi, Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, indicators, place_of_target, shown, targets_of
from posdoc.rules._measures import direction_of_operator

KIND = Kind("POS409", "kpi-direction-contradicts", Severity.WARNING)
WHAT = Phrase(
    "目标的符号与方向矛盾：写了 ≥ 却是越低越好，或写了 ≤ 却是越高越好；或同名指标在一处越高越好、在另一处越低越好。",
    "The sign of a target contradicts the direction: ≥ where lower is better, or ≤ where higher is better; or an "
    "indicator of the same name is better high in one place and better low in another.",
)
WHY = Phrase(
    "方向写反，考核时会把做得好的判为不达标。",
    "With the direction the wrong way round those who do well are found to fall short.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 投诉专员
reports_to: manager
kpi_sets:
  - kpis: [{name: 重复投诉率, target: ≤3%, direction: lower}]
## positions/service/manager.yaml
title: 售后经理
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{name: 重复投诉率, target: ≤5%}, {name: 满意度, target: ≥95%, direction: higher}]\n",
    _HEAD
    + "  - kpis: [{name: 重复投诉率, target: 0, direction: lower}, {name: 库存天数, target: ≤30天, direction: on_target}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 满意度, target: ≥95%, direction: «lower»}]\n",
    _HEAD + "  - kpis: [{name: 重复投诉率, target: «≥3%»}]\n",
)
_OPPOSED = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
_SIGNS = {Direction.HIGHER: "≥", Direction.LOWER: "≤"}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator that contradicts itself, then each that contradicts another one of its name."""
    first_use: dict[str, tuple[Direction, Indicator]] = {}
    for indicator in indicators(organization):
        way = indicator.full.direction
        if way is Direction.ON_TARGET:
            continue
        against = _target_against(indicator.full, way) if way is not None else None
        if against is not None:
            yield _contradicts_itself(organization, indicator, against)
            continue
        way = way or _way_of_signs(indicator.full)
        if way is not None and indicator.key and not indicator.is_part and _is_current(indicator):
            known, other = first_use.setdefault(indicator.key, (way, indicator))
            if known is not way:
                yield _contradicts_another(organization, indicator, way, other)


def _target_against(kpi: Kpi, way: Direction) -> Target | None:
    """The first target whose sign says the opposite."""
    for target in targets_of(kpi):
        sign = direction_of_operator(target)
        if sign is not None and sign is not way:
            return target
    return None


def _way_of_signs(kpi: Kpi) -> Direction | None:
    """Which way the signs of all targets point; None where they do not agree."""
    found = [way for target in targets_of(kpi) if (way := direction_of_operator(target)) is not None]
    return found[0] if found and all(way is found[0] for way in found) else None


def _is_current(indicator: Indicator) -> bool:
    return indicator.sheet is None or indicator.sheet.position.is_current


def _contradicts_itself(organization: Organization, indicator: Indicator, target: Target) -> Diagnostic:
    """At the direction where it stands here, else at the target."""
    kpi, languages = indicator.full, organization.languages
    way = kpi.direction or Direction.ON_TARGET
    name, asked = shown(kpi, languages), target.text.in_(*languages)
    at_direction, at_target = kpi.at("direction"), place_of_target(target)
    is_here = indicator.written.states("direction")
    said, meant = way.label, _OPPOSED[way]
    return Diagnostic(
        KIND,
        at_direction if is_here else at_target,
        Phrase(
            f"“{name}”的目标为“{asked}”，方向却是“{said.zh}”",
            f"the target of '{name}' is '{asked}', but its direction says '{said.en.lower()}'",
        ),
        Phrase(
            f"把方向改为 {meant.value}，或把目标的符号改为 {_SIGNS[way]}",
            f"make the direction '{meant.value}', or turn the sign of the target into {_SIGNS[way]}",
        ),
        (
            Related(at_target, Phrase("目标在此", "the target"))
            if is_here
            else Related(at_direction, Phrase("方向在此", "the direction")),
        ),
    )


def _contradicts_another(
    organization: Organization, indicator: Indicator, way: Direction, other: Indicator
) -> Diagnostic:
    name, label = shown(indicator.full, organization.languages), way.label
    opposed = _OPPOSED[way].label
    return Diagnostic(
        KIND,
        _place_of_way(indicator.full),
        Phrase(
            f"“{name}”在此{label.zh}，在别处{opposed.zh}",
            f"'{name}': {label.en.lower()} here, {opposed.en.lower()} elsewhere",
        ),
        Phrase(
            "改正其中一处；若是两个指标，请用不同的名称",
            "mend one of the two, or give them different names if they are two indicators",
        ),
        (Related(_place_of_way(other.full), Phrase("别处在此", "the other one")),),
    )


def _place_of_way(kpi: Kpi) -> Span:
    if kpi.direction is not None:
        return kpi.at("direction")
    return place_of_target(next(target for target in targets_of(kpi) if direction_of_operator(target)))
