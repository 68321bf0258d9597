"""An indicator has no name."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators, place_of

KIND = Kind("POS417", "kpi-without-name")
WHAT = Phrase(
    "指标既没有名称（name），也没有引用共享指标（use）。",
    "An indicator has neither a name nor a shared indicator that it uses.",
)
WHY = Phrase(
    "考核表里会印出一行只有编号或权重的空行，多半是填表时留下的空行。",
    "The sheet prints a line with a weight and no indicator; mostly a blank line of a form.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥95%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
kpi_sets:
"""
PASSING = (_HEAD + "  - kpis: [{name: 质量反馈卡填写质量, weight: 10%}, {use: satisfaction, weight: 90%}]\n",)
FAILING = (_HEAD + "  - kpis: [{use: satisfaction, weight: 100%}, {«number»: 5, target: ≥90%}]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator, shared ones and parts among them, that nobody can tell the name of."""
    for indicator in indicators(organization):
        kpi = indicator.written
        if not (kpi.states("name") or kpi.states("use")):
            yield Diagnostic(
                KIND,
                place_of(kpi),
                Phrase("指标没有名称", "the indicator has no name"),
                Phrase(
                    "补写 name，或用 use 引用共享指标；空行请删去",
                    "give it a name, or use a shared indicator; take out a line left blank",
                ),
            )
