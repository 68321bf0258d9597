"""The targets of an indicator for shorter and for longer periods contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Direction, Kpi, Organization, Period, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators, name_of, period_targets, place_of_target, shown
from posdoc.rules._measures import Measure, direction_of, is_per_something, measure_of, says_average, unit_of

KIND = Kind("POS412", "period-targets-contradict", Severity.WARNING)
WHAT = Phrase(
    "同一指标各期目标互相矛盾。越高越好的：较长一期的目标低于较短一期（月度 ≥95%、年度 ≥90%；每月 ≥5 份、全年 ≥4 份）。"
    "越低越好的比率、平均值：较长一期比较短一期宽松（月度 ≤1%、年度 ≤2%）。越低越好的次数：较短一期允许的比较长一期还多，"
    "或较短的各期都不许发生、较长一期却允许。较短一期的比率比全年略宽（月度 ≥94%、年度 ≥96%）属正常波动，不检查。",
    "Targets for different periods that contradict each other. Where higher is better: a longer period asks for less "
    "than a shorter one (95 % a month, 90 % a year; 5 reports a month, 4 a year). For shares and averages where lower "
    "is better: a longer period is looser than a shorter one. For counts where lower is better: a shorter period allows "
    "more than a longer one, or none at all while the longer one allows some. A rate that is a little looser for a "
    "month than for the year allows for its ups and downs and is left alone.",
)
WHY = Phrase(
    "按短期目标做到了，长期目标却自动达到或必然落空，其中一个就没有意义；多半是填错了格。",
    "Whoever meets one of them meets the other without more ado, or cannot meet it; mostly a figure stands in the "
    "wrong column.",
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
    _HEAD + "  - kpis: [{name: 满意度, targets: {month: ≥94%, quarter: ≥95%, year: ≥96%}}]\n",
    _HEAD + "  - kpis: [{name: 案例篇数, targets: {month: ≥4篇, quarter: ≥12篇, year: ≥40篇}}]\n",
    _HEAD + "  - kpis: [{name: 投诉次数, targets: {month: ≤1次, quarter: ≤2次, year: ≤6次}}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 满意度, targets: {month: ≥95%, year: «≥90%»}}]\n",
    _HEAD + "  - kpis: [{name: 差错率, targets: {quarter: ≤1%, half_year: «≤2%»}}]\n",
    _HEAD + "  - kpis: [{name: 投诉次数, targets: {month: ≤3次, year: «≤2次»}}]\n",
    _HEAD + "  - kpis: [{name: 投诉, targets: {half_year: 0, year: «1»}}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each target that does not go with that of the next shorter period."""
    for indicator in indicators(organization):
        if indicator.written.targets is None:
            continue
        kpi = indicator.full
        stated = period_targets(indicator.written.targets)
        measured = [pair for pair in stated.items() if pair[1].value is not None]
        for short, long in pairwise(measured):
            found = _contradiction(kpi, short[1], long[1])
            if found is not None:
                yield _finding(shown(kpi, organization.languages), short, long, found)


def _are_alike(short: Target, long: Target) -> bool:
    """Whether the two can be compared: the same unit, and no per-something in either."""
    return unit_of(short) == unit_of(long) and not is_per_something(short) and not is_per_something(long)


def _contradiction(kpi: Kpi, short: Target, long: Target) -> Phrase | None:
    """Why the target of the longer period does not go with that of the shorter one."""
    if short.value is None or long.value is None or short.value == long.value or not _are_alike(short, long):
        return None
    way = direction_of(kpi)
    if way is Direction.HIGHER:
        return _ASKS_LESS if long.value < short.value else None
    if way is not Direction.LOWER:
        return None
    if _is_level(kpi, short):
        return _LOOSER if long.value > short.value else None
    if _is_count(kpi, short):
        if long.value < short.value:
            return _ALLOWS_LESS
        return _ALLOWS_SOME if short.value == 0 else None
    return None


def _is_level(kpi: Kpi, target: Target) -> bool:
    """Whether it is a share or a mean, which does not grow with the period."""
    return measure_of(target) is Measure.SHARE or (measure_of(target) is Measure.TIME and says_average(name_of(kpi)))


def _is_count(kpi: Kpi, target: Target) -> bool:
    """Whether it is a number of things, which grows with the period."""
    bare = not target.unit and target.value is not None and target.value == target.value.to_integral_value()
    return (bare or measure_of(target) is Measure.COUNT) and not says_average(name_of(kpi))


_ASKS_LESS = Phrase("的要求反而低于", "asks for less than")
_LOOSER = Phrase("的要求反而宽于", "is looser than")
_ALLOWS_LESS = Phrase("允许的反而少于", "allows less than")
_ALLOWS_SOME = Phrase("允许发生，而不允许的是", "allows some, while none is allowed by")


def _finding(name: str, short: tuple[str, Target], long: tuple[str, Target], found: Phrase) -> Diagnostic:
    (period, target), (longer_period, longer) = short, long
    mine, theirs = longer.text.in_(), target.text.in_()
    label, other = Period.of(longer_period).label, Period.of(period).label
    return Diagnostic(
        KIND,
        place_of_target(longer),
        Phrase(
            f"“{name}”{label.zh}目标“{mine}”{found.zh}{other.zh}目标“{theirs}”",
            f"the {label.en.lower()} target of '{name}', '{mine}', {found.en} the {other.en.lower()} one, '{theirs}'",
        ),
        Phrase("核对两期目标是否填反或填错", "see whether the two were swapped, or one of them is wrong"),
        (Related(place_of_target(target), Phrase(f"{other.zh}目标", f"the {other.en.lower()} target")),),
    )
