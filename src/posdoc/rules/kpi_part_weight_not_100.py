"""The weights of the parts of an indicator make neither 100 % nor its own weight."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Kpi, Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators
from posdoc.rules._weights import Weights, weights_of

KIND = Kind("POS402", "kpi-part-weight-not-100")
WHAT = Phrase(
    "一个指标的各分项（parts）的权重，合计既不是 100%，也不等于该指标自己的权重。两种写法都可以：分项在指标之内占 100%，"
    "或把指标的权重拆给各分项。",
    "The weights of an indicator's parts make neither 100 % nor the indicator's own weight. Either way of writing is "
    "fine: shares of the indicator that make 100 %, or its own weight divided among the parts.",
)
WHY = Phrase(
    "分项权重对不上，这个指标就算不出得分。分项全部不写权重表示同等重要，不检查。",
    "With parts that do not add up the indicator has no score. Parts without any weight count alike and are not "
    "looked at.",
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
  - kpis:
      - name: 客户满意度
        target: ≥95%
"""
PASSING = (
    _HEAD + "        weight: 100%\n        parts: [{name: 电话回访, weight: 60%}, {name: 现场问卷, weight: 40%}]\n",
    _HEAD
    + """\
        weight: 30%
        parts: [{name: 电话回访, weight: 20%}, {name: 现场问卷, weight: 10%}]
      - {name: 报修及时率, target: ≥95%, weight: 70%}
""",
    _HEAD + "        weight: 100%\n        parts: [{name: 电话回访}, {name: 现场问卷}]\n",
)
FAILING = (
    _HEAD + "        weight: 100%\n        «parts»: [{name: 电话回访, weight: 60%}, {name: 现场问卷, weight: 30%}]\n",
    _HEAD + "        «parts»: [{name: 电话回访, weight: 60%}, {name: 现场问卷, weight: 50%}]\n",
    _HEAD
    + """\
        weight: 30%
        «parts»: [{name: 电话回访, weight: 20%}, {name: 现场问卷}]
      - {name: 报修及时率, target: ≥95%, weight: 70%}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator whose parts cannot make 100 %, nor its own weight."""
    for indicator in indicators(organization):
        kpi = indicator.written
        if not kpi.parts or (kpi.weight is None and kpi.states("weight")):
            continue
        weights = weights_of(kpi.parts)
        if weights.given and not weights.is_unread and not weights.make_whole and not _makes_own(weights, kpi):
            yield _finding(weights, kpi)


def _makes_own(weights: Weights, kpi: Kpi) -> bool:
    own = kpi.weight
    return own is not None and weights.low <= own.high and own.low <= weights.high


def _finding(weights: Weights, kpi: Kpi) -> Diagnostic:
    without, own = weights.without, kpi.weight
    or_own = own is not None and not (own.low <= 100 <= own.high)
    return Diagnostic(
        KIND,
        kpi.key_at("parts"),
        Phrase(
            f"各分项的权重应合计 100%{'或指标自己的权重' if or_own else ''}，现为 {weights.total}{without.zh}",
            f"the weights of the parts must make 100%{' or the weight of the indicator' if or_own else ''}; "
            f"they make {weights.total}{without.en}",
        ),
        Phrase(f"调整为合计 100%，或合计 {own}", f"make them add up to 100%, or to {own}")
        if or_own
        else weights.way_to_whole,
        (*_own_place(kpi), *weights.places),
    )


def _own_place(kpi: Kpi) -> tuple[Related, ...]:
    own = kpi.weight
    return () if own is None else (Related(kpi.at("weight"), Phrase(f"指标自己的权重 {own}", f"its own weight {own}")),)
