"""The parts of a composite score do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import sheets
from posdoc.rules._weights import weights_of

KIND = Kind("POS404", "composite-weight-not-100")
WHAT = Phrase(
    "综合得分由个人、部门、公司绩效合成，三者的权重合计不是 100%。",
    "The individual, department and company results that make up a composite score do not add up to 100 %.",
)
WHY = Phrase(
    "权重合计不是 100%，综合得分就会整体偏高或偏低，奖金也跟着算错。",
    "With another total every composite score is too high or too low, and the bonus with it.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后服务工程师
kpi_sets:
  - kpis: [{name: 客户满意度, target: ≥90%, weight: 100%}]
"""
PASSING = (
    _HEAD
    + "    composite: [{part: personal, weight: 60%}, {part: department, weight: 30%}, {part: company, weight: 10%}]\n",
    _HEAD + "    composite: [{part: personal, weight: 60-70%}, {part: department, weight: 30-40%}]\n",
)
FAILING = (
    _HEAD + "    «composite»: [{part: personal, weight: 60%}, {part: department, weight: 30%}]\n",
    _HEAD
    + "    «composite»: [{part: personal, weight: 70%}, {part: department, weight: 20%}, {part: company, weight: 20%}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each composite score whose parts cannot make 100 %; a part without a weight has been reported already."""
    for kpi_set, _ in sheets(organization):
        weights = weights_of(kpi_set.composite)
        if weights.given and not weights.missing and not weights.is_unread and not weights.make_whole:
            yield Diagnostic(
                KIND,
                kpi_set.key_at("composite"),
                Phrase(
                    f"综合得分各部分的权重应合计 100%，现为 {weights.total}",
                    f"the parts of the composite score must add up to 100%; they make {weights.total}",
                ),
                weights.way_to_whole,
                weights.places,
            )
