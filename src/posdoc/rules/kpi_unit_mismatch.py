"""The unit of a target does not go with the name of the indicator, or differs between periods."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, indicators, place_of_target, shown, targets_by_name
from posdoc.rules._measures import Measure, is_per_something, measure_of, says_amount, says_rate, unit_of

KIND = Kind("POS414", "kpi-unit-mismatch", Severity.WARNING)
WHAT = Phrase(
    "名称是比率（投诉率），目标却是次数；名称是次数、时间（响应时间），目标却是百分比；或同一指标各期的目标单位不同。"
    "满意度可以用百分比或分数，不检查；周转率、效率等不是百分比的率也不检查。",
    "An indicator called a rate has a number of things for its target; one called a number or a time has a percentage; "
    "or its targets for different periods have different units. Satisfaction may be in per cent or in points, and "
    "rates that are no percentages (stock turnover) are left alone.",
)
WHY = Phrase(
    "单位与名称不符时，统计的人不知道该算比率还是数次数。",
    "Whoever compiles the figures cannot tell whether to work out a share or to count.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后服务部经理
kpi_sets:
"""
PASSING = (
    _HEAD
    + "  - kpis: [{name: 投诉率, target: ≤0.8%}, {name: 库存周转率, target: ≥4次}, {name: 客户满意度, target: ≥90分}]\n",
    _HEAD
    + "  - kpis: [{name: 投诉率, target: ≤2次/百台}, {name: 响应时间, targets: {month: ≤30分钟, year: ≤0.5小时}}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 客户投诉率, target: «≤2次»}]\n",
    _HEAD + "  - kpis: [{name: 客户投诉率, targets: {half_year: 0, year: «1»}}]\n",
    _HEAD + "  - kpis: [{name: 投诉次数, target: «≤5%»}]\n",
    _HEAD + "  - kpis: [{name: 保养完成情况, targets: {month: ≥8台, year: «≥95%»}}]\n",
)
_WHOLE_NUMBERS = frozenset({Measure.COUNT, Measure.TIME})
_WORDS = {
    Measure.SHARE: Phrase("比率", "a share"),
    Measure.COUNT: Phrase("数量", "a number of things"),
    Measure.TIME: Phrase("时间", "a time"),
    Measure.POINTS: Phrase("分数", "points"),
    Measure.MONEY: Phrase("金额", "an amount of money"),
}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The first target of each indicator that does not go with its name, or with a target before it."""
    for indicator in indicators(organization):
        is_rate, is_amount = says_rate(indicator.key), says_amount(indicator.key)
        if not (is_rate or is_amount or indicator.full.targets is not None):
            continue
        targets = targets_by_name(indicator)
        found = None
        if is_rate or is_amount:
            found = _against_name(organization, indicator, targets, is_rate=is_rate)
        if found is None and len(targets) > 1:
            found = _against_each_other(targets)
        if found is not None:
            yield found


def _against_name(
    organization: Organization, indicator: Indicator, targets: tuple[Target, ...], *, is_rate: bool
) -> Diagnostic | None:
    kpi = indicator.full
    for target in targets:
        if is_rate and _is_count(target):
            return _finding(target, shown(kpi, organization.languages), _RATE, _AS_RATE)
        if not is_rate and target.value is not None and unit_of(target) == "%":
            return _finding(target, shown(kpi, organization.languages), _AMOUNT, _AS_AMOUNT)
    return None


def _is_count(target: Target) -> bool:
    """Whether it counts something, be it without a unit; 0 and 0.95 may be shares."""
    if target.value is None or target.unit == "%" or is_per_something(target):
        return False
    bare_count = not target.unit and target.value >= 1 and target.value == target.value.to_integral_value()
    return bare_count or measure_of(target) in _WHOLE_NUMBERS


_RATE = Phrase("是比率", "is a rate")
_AMOUNT = Phrase("是数量或时间", "is a number or a time")
_AS_RATE = Phrase(
    "目标写成百分比（≤0.8%）；若按次数考核，把名称改为“…次数”",
    "write a percentage (≤0.8%), or say in the name that it is a number: 'number of …'",
)
_AS_AMOUNT = Phrase(
    "目标写成数量（≤2次、≤30分钟）；若按比率考核，把名称改为“…率”",
    "write an amount (≤2, ≤30 minutes), or give the indicator the name of a rate",
)


def _finding(target: Target, name: str, is_a: Phrase, way_out: Phrase) -> Diagnostic:
    written = target.text.in_()
    return Diagnostic(
        KIND,
        place_of_target(target),
        Phrase(f"“{name}”{is_a.zh}，目标却是“{written}”", f"'{name}' {is_a.en}, but its target is '{written}'"),
        way_out,
    )


def _against_each_other(targets: tuple[Target, ...]) -> Diagnostic | None:
    known = [(target, measure) for target in targets if (measure := measure_of(target)) is not None]
    for target, measure in known[1:]:
        first, of_first = known[0]
        if measure is not of_first:
            return _differs(first, of_first, target, measure)
    return None


def _differs(first: Target, mine: Measure, other: Target, theirs: Measure) -> Diagnostic:
    this, that = _WORDS[theirs], _WORDS[mine]
    return Diagnostic(
        KIND,
        place_of_target(other),
        Phrase(
            f"目标“{other.text.in_()}”是{this.zh}，另一期的“{first.text.in_()}”是{that.zh}",
            f"the target '{other.text.in_()}' is {this.en}, that of another period, '{first.text.in_()}', is {that.en}",
        ),
        Phrase("各期用同一单位", "use the same unit for all periods"),
        (Related(place_of_target(first), Phrase("另一期的目标", "the target of the other period")),),
    )
