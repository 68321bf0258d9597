"""The weights of a set of indicators do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Kpi, KpiSet, Organization, plain
from posdoc.phrases import Phrase

KIND = Kind("POS401", "kpi-weight-not-100")
WHAT = Phrase(
    "一张考核表中各指标的权重合计不是 100%。",
    "The weights of the indicators of one sheet do not add up to 100 %.",
)
WHY = Phrase(
    "权重合计不是 100% 的考核表无法得出满分 100 的总分。全部不写权重则不检查。",
    "A sheet whose weights do not make 100 % cannot yield a total out of 100. A sheet without weights is not looked at.",
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
    _HEAD + "    kpis: [{name: 满意度, target: ≥95%}, {name: 及时率, target: ≥95%}]\n",
)
FAILING = (
    _HEAD + "    «kpis»: [{name: 满意度, target: ≥95%, weight: 60%}, {name: 及时率, target: ≥95%, weight: 30%}]\n",
)
WHOLE = Decimal(100)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each sheet whose weights do not add up to 100 %."""
    for position in organization.positions:
        for kpi_set in position.kpi_sets:
            weighed = [kpi for kpi in kpi_set.kpis if kpi.weight is not None]
            low = sum((kpi.weight.low for kpi in weighed if kpi.weight), Decimal(0))
            high = sum((kpi.weight.high for kpi in weighed if kpi.weight), Decimal(0))
            unread = any(kpi.weight is None and kpi.states("weight") for kpi in kpi_set.kpis)
            if weighed and not unread and not low <= WHOLE <= high:
                yield _finding(kpi_set, weighed, low if low > WHOLE else high)


def _finding(kpi_set: KpiSet, weighed: list[Kpi], total: Decimal) -> Diagnostic:
    off = plain(abs(WHOLE - total))
    short = total < WHOLE
    return Diagnostic(
        KIND,
        kpi_set.key_at("kpis"),
        Phrase(
            f"各指标的权重应合计 100%，现为 {plain(total)}%",
            f"the weights of all indicators must add up to 100%; they make {plain(total)}%",
        ),
        Phrase(f"还差 {off}%" if short else f"多出 {off}%", f"{off}% {'more is needed' if short else 'too much'}"),
        tuple(Related(kpi.at("weight"), Phrase(f"{kpi.weight}", f"{kpi.weight}")) for kpi in weighed),
    )
