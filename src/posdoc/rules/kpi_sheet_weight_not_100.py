"""The weights of a position's sheets of indicators do not make 100 %."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import KpiSet, Organization, Position
from posdoc.phrases import Phrase
from posdoc.rules._indicators import sheets
from posdoc.rules._weights import WHOLE, Weights, weights_of

KIND = Kind("POS403", "kpi-sheet-weight-not-100")
WHAT = Phrase(
    "一个岗位各考核表的权重合计不是 100%（例如季度考核 60%、年度考核 40%）。同一周期的各表合计 100%、或每张表各为 100% 也可以；"
    "另有带权重的能力与态度（competences）时，各表合计可以不足 100%。",
    "The weights of a position's sheets do not make 100 % (as quarterly 60 % and yearly 40 % do). It is as good when "
    "the sheets of each period make 100 %, or each sheet is 100 % by itself; where competencies have weights as well, "
    "the sheets may make less.",
)
WHY = Phrase(
    "各表的得分要按权重合成一个结果，合计不是 100% 就合不成。全部不写权重表示各表分别使用，不检查。",
    "The scores of the sheets are put together by these weights. Sheets without any weight are used separately and "
    "not looked at.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD
    + """\
kpi_sets:
  - {period: quarter, weight: 60%, kpis: [{name: 满意度, target: ≥95%, weight: 100%}]}
  - {period: year, weight: 40%, kpis: [{name: 培训学时, target: ≥24学时, weight: 100%}]}
""",
    _HEAD
    + """\
kpi_sets:
  - {period: quarter, weight: 100%, kpis: [{name: 满意度, target: ≥95%, weight: 100%}]}
  - {period: year, weight: 100%, kpis: [{name: 培训学时, target: ≥24学时, weight: 100%}]}
""",
)
FAILING = (
    _HEAD
    + """\
«kpi_sets»:
  - {period: quarter, weight: 60%, kpis: [{name: 满意度, target: ≥95%, weight: 100%}]}
  - {period: year, weight: 30%, kpis: [{name: 培训学时, target: ≥24学时, weight: 100%}]}
""",
    _HEAD
    + """\
«kpi_sets»:
  - {period: quarter, weight: 70%, kpis: [{name: 满意度, target: ≥95%, weight: 100%}]}
  - {period: year, kpis: [{name: 培训学时, target: ≥24学时, weight: 100%}]}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose sheets cannot make 100 %."""
    seen: set[int] = set()
    for _, position in sheets(organization):
        if id(position.kpi_sets) not in seen:
            seen.add(id(position.kpi_sets))
            weights = weights_of(position.kpi_sets)
            if weights.given and not weights.is_unread and not _is_whole(weights, position):
                yield _finding(weights, position)


def _is_whole(weights: Weights, position: Position) -> bool:
    if weights.make_whole or all(weight.low <= WHOLE <= weight.high for _, weight in weights.given):
        return True
    if weights.high < WHOLE and any(competence.weight for competence in position.competences):
        return True
    return _each_period_is_whole(position)


def _each_period_is_whole(position: Position) -> bool:
    by_period: dict[str | None, list[KpiSet]] = defaultdict(list)
    for kpi_set in position.kpi_sets:
        by_period[kpi_set.period].append(kpi_set)
    return all(weights_of(together).make_whole for together in by_period.values())


def _finding(weights: Weights, position: Position) -> Diagnostic:
    without = weights.without
    return Diagnostic(
        KIND,
        position.key_at("kpi_sets"),
        Phrase(
            f"各考核表的权重应合计 100%，现为 {weights.total}{without.zh}",
            f"the weights of all sheets must add up to 100%; they make {weights.total}{without.en}",
        ),
        weights.way_to_whole,
        weights.places,
    )
