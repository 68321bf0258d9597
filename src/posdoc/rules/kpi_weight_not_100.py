"""The weights of a sheet of indicators do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import KpiSet, Organization, plain
from posdoc.phrases import Phrase
from posdoc.rules._indicators import sheets
from posdoc.rules._weights import WHOLE, Weights, weights_of

KIND = Kind("POS401", "kpi-weight-not-100")
WHAT = Phrase(
    "一张考核表中各指标的权重合计不是 100%。写成范围时，100 应落在下限之和与上限之和之间。引用共享指标不会带来权重，"
    "权重写在各岗位的考核表里。",
    "The weights of the indicators of one sheet do not add up to 100 %. With ranges, 100 has to lie between the sum of "
    "the lower ends and that of the upper ends. A shared indicator brings no weight with it: each sheet gives its own.",
)
WHY = Phrase(
    "权重合计不是 100% 的考核表无法得出满分 100 的总分。全部不写权重的由 kpi-without-weight 提示。",
    "A sheet whose weights do not make 100 % cannot yield a total out of 100. A sheet without any weight is left to "
    "kpi-without-weight.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
kpi_sets:
  - title: 季度考核
"""
PASSING = (
    _HEAD + "    kpis: [{name: 满意度, target: ≥95%, weight: 60%}, {name: 及时率, target: ≥95%, weight: 40%}]\n",
    _HEAD + "    kpis: [{name: 满意度, target: ≥95%, weight: 55-65%}, {name: 及时率, target: ≥95%, weight: 40%}]\n",
    _HEAD + "    kpis: [{name: 满意度, target: ≥95%}, {name: 及时率, target: ≥95%}]\n",
)
FAILING = (
    _HEAD + "    «kpis»: [{name: 满意度, target: ≥95%, weight: 60%}, {name: 及时率, target: ≥95%, weight: 30%}]\n",
    _HEAD + "    «kpis»: [{name: 满意度, target: ≥95%, weight: 60%}, {name: 及时率, target: ≥95%, weight: 50%}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each sheet whose weights cannot make 100 %."""
    for sheet in sheets(organization):
        weights = weights_of(sheet.kpi_set.kpis)
        if weights.given and not weights.is_unread and not weights.make_whole:
            yield _finding(sheet.kpi_set, weights)


def _finding(kpi_set: KpiSet, weights: Weights) -> Diagnostic:
    nearest = plain(weights.low if weights.low > WHOLE else weights.high)
    return Diagnostic(
        KIND,
        kpi_set.key_at("kpis"),
        Phrase(
            f"各指标的权重应合计 100%，现为 {nearest}%",
            f"the weights of all indicators must add up to 100%; they make {nearest}%",
        ),
        weights.way_to_whole,
        weights.places,
    )
