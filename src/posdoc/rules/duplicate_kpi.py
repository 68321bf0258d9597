"""One sheet has the same indicator twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, are_told_apart, indicators, place_of, shown

KIND = Kind("POS418", "duplicate-kpi", Severity.WARNING)
WHAT = Phrase(
    "一张考核表（或一个指标的各分项）里同一指标出现两次：名称相同，或引用同一个共享指标而未改名。括号里的说明不同，即为不同指标。",
    "A sheet (or the parts of one indicator) has the same indicator twice: under the same name, or by using the same "
    "shared one without another name. Different words in brackets tell two indicators apart.",
)
WHY = Phrase(
    "同一指标会被计分两次，考核人也分不清该填哪一行。",
    "It is counted twice, and whoever assesses cannot tell the two lines apart.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥95%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{use: satisfaction, weight: 50%}, {use: satisfaction, name: 热线满意度, weight: 50%}]\n",
    _HEAD + "  - {period: month, kpis: [{use: satisfaction}]}\n  - {period: year, kpis: [{use: satisfaction}]}\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 报修及时率, weight: 50%}, {name: «报修 及时率», weight: 50%}]\n",
    _HEAD + "  - kpis: [{use: satisfaction, weight: 50%}, {use: «satisfaction», weight: 50%}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator that one before it in the same list is already."""
    first_uses: dict[tuple[int, str], list[Indicator]] = defaultdict(list)
    for indicator in indicators(organization):
        kpi = indicator.full
        key = indicator.key or (f"use: {kpi.use}" if kpi.use is not None else "")
        if key:
            earlier = first_uses[id(indicator.among), key]
            same = [one for one in earlier if not are_told_apart(one, indicator, organization.languages)]
            if same:
                yield _finding(same[0], indicator, organization.languages)
            else:
                earlier.append(indicator)


def _finding(first: Indicator, second: Indicator, languages: tuple[str, ...]) -> Diagnostic:
    name = shown(second.full, languages)
    return Diagnostic(
        KIND,
        place_of(second.written),
        Phrase(f"指标“{name}”重复", f"the indicator '{name}' stands here twice"),
        Phrase(
            "删去一处并调整权重；若是两个指标，请用不同的名称",
            "take one out and adjust the weights, or give them different names if they are two indicators",
        ),
        (Related(place_of(first.written), Phrase("第一次出现在此", "it stands here first")),),
    )
