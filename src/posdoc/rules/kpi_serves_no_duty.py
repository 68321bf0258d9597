"""An indicator measures no duty, though others of the position do."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.model import Dimension, Kpi, Organization
from posdoc.phrases import Phrase
from posdoc.rules._indicators import place_of, sheets, shown

KIND = Kind("POS415", "kpi-serves-no-duty", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "岗位的其他指标都写了对应职责（duties），这一项没写。能力、态度指标不检查，全部都不写的岗位也不检查。",
    "The other indicators of a position name the duties that they measure, and this one names none. Competencies and "
    "attitudes are left alone, and so are positions that link no indicator at all.",
)
WHY = Phrase(
    "对不上职责的指标，考核的可能不是这个岗位该做的事。",
    "An indicator that belongs to no duty may assess what is not this position's work.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 投诉专员
duties: [{id: complaints, text: 处理投诉}]
kpi_sets:
"""
PASSING = (
    _HEAD
    + "  - kpis: [{name: 投诉关闭率, target: 100%, duties: [complaints]}, {name: 态度, dimension: attitude, target: 耐心}]\n",
    _HEAD + "  - kpis: [{name: 投诉关闭率, target: 100%}, {name: 回款率, target: ≥95%}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 投诉关闭率, target: 100%, duties: [complaints]}, {name: «回款率», target: ≥95%}]\n",
)
_OF_THE_PERSON = (Dimension.COMPETENCE, Dimension.ATTITUDE)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator without duties in a position that links others."""
    linking: dict[int, bool] = {}
    for kpi_set, position in sheets(organization):
        if not position.is_current:
            continue
        key = id(position.kpi_sets)
        if key not in linking:
            linking[key] = any(kpi.duties for each in position.kpi_sets for kpi in each.kpis)
        if linking[key]:
            for kpi in kpi_set.kpis:
                if not kpi.duties and not kpi.states("duties") and kpi.dimension not in _OF_THE_PERSON:
                    yield _finding(kpi, organization.languages)


def _finding(kpi: Kpi, languages: tuple[str, ...]) -> Diagnostic:
    name = shown(kpi, languages)
    return Diagnostic(
        KIND,
        place_of(kpi),
        Phrase(f"“{name}”未写衡量哪项职责", f"'{name}' does not say which duty it measures"),
        Phrase(
            "用 duties 写出职责的标识；与职责无关的指标请删去", "name the duties by their ids, or drop the indicator"
        ),
    )
