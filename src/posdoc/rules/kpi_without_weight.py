"""An indicator has no weight though others of its sheet have, or no indicator of a sheet has any."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Dimension, Kpi, KpiSet, Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import place_of, sheets, shown
from posdoc.rules._weights import Weighed, weights_of

KIND = Kind("POS405", "kpi-without-weight", Severity.WARNING)
WHAT = Phrase(
    "考核表中有的指标写了权重、有的没写；或两项以上的指标都没写权重。只含能力、态度指标的表可以全部不写。",
    "Some indicators of a sheet have a weight and some have none, or none of two and more has one. A sheet of nothing "
    "but competencies and attitudes may do without.",
)
WHY = Phrase(
    "没有权重的指标不知道占多少分，考核时各人算法不同。合计是否为 100% 由 kpi-weight-not-100 检查，本规则指出是哪一项没写。",
    "Nobody knows how much such an indicator counts, and everyone works out another score. Whether the weights make "
    "100 % is looked at by kpi-weight-not-100; this rule says which indicators have none.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 售后客服
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{name: 满意度, target: ≥90%, weight: 60%}, {name: 解决率, target: ≥95%, weight: 40%}]\n",
    _HEAD + "  - kpis: [{name: 满意度, target: ≥90%}]\n",
    _HEAD
    + "  - kpis: [{name: 主动性, dimension: attitude, target: 主动补位}, {name: 表达, dimension: competence, target: 清楚}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 满意度, target: ≥90%, weight: 60%}, {name: «解决率», target: ≥95%}]\n",
    _HEAD + "  - «kpis»: [{name: 满意度, target: ≥90%}, {name: 解决率, target: ≥95%}]\n",
)
_RATED_AS_A_WHOLE = (Dimension.COMPETENCE, Dimension.ATTITUDE)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator without a weight, and each sheet without any; those of planned positions may still come."""
    for kpi_set, position in sheets(organization):
        weights = weights_of(kpi_set.kpis)
        if not weights.missing or not position.is_current:
            continue
        if weights.given or weights.is_unread:
            first = weights.given[0][0] if weights.given else None
            for kpi in weights.missing:
                if isinstance(kpi, Kpi):
                    yield _one(kpi, first, organization.languages)
        elif len(kpi_set.kpis) > 1 and any(kpi.dimension not in _RATED_AS_A_WHOLE for kpi in kpi_set.kpis):
            yield _none(kpi_set)


def _one(kpi: Kpi, other: Weighed | None, languages: tuple[str, ...]) -> Diagnostic:
    name = shown(kpi, languages)
    return Diagnostic(
        KIND,
        place_of(kpi),
        Phrase(f"“{name}”未写权重，而本表其他指标写了", f"'{name}' has no weight, though others of the sheet have one"),
        Phrase("补写 weight，使各指标合计 100%", "give it a weight so that all indicators make 100%"),
        (Related(other.at("weight"), Phrase("这一项写了权重", "this one has a weight")),) if other else (),
    )


def _none(kpi_set: KpiSet) -> Diagnostic:
    count = len(kpi_set.kpis)
    return Diagnostic(
        KIND,
        kpi_set.key_at("kpis"),
        Phrase(f"本表 {count} 项指标都没有权重", f"none of the {count} indicators of this sheet has a weight"),
        Phrase("给每项指标写 weight，合计 100%", "give each indicator a weight; together 100%"),
    )
