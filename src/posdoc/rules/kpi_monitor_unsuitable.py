"""An indicator is assessed, or its figures are supplied, by somebody who is concerned in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Dimension, Organization, Position, PositionStatus, Ref
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, indicators, place_of, shown

KIND = Kind("POS416", "kpi-monitor-unsuitable", Severity.WARNING)
WHAT = Phrase(
    "指标的考核人是本岗位自己或其下级；或定量指标的数据由被考核的岗位自己提供。",
    "The position itself, or one below it, assesses an indicator; or the figures of a quantitative one are supplied by "
    "the position that is assessed.",
)
WHY = Phrase(
    "自己考核自己、下级考核上级、自己报数给自己打分，结果都不能让人信服。",
    "Nobody trusts a result that people give themselves, that those below them give, or that rests on their own figures.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/analyst.yaml
title: 质量统计员
reports_to: supervisor
## positions/service/supervisor.yaml
title: 质量主管
reports_to: manager
kpi_sets:
"""
PASSING = (
    _HEAD
    + "  - kpis: [{name: 满意度, dimension: quantitative, target: ≥95%, monitor: manager, supplied_by: analyst}]\n",
    _HEAD + "  - kpis: [{name: 团队建设, dimension: qualitative, target: 每季有培训记录, supplied_by: supervisor}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 满意度, target: ≥95%, monitor: «supervisor»}]\n",
    _HEAD + "  - kpis: [{name: 满意度, target: ≥95%, monitor: «analyst»}]\n",
    _HEAD + "  - kpis: [{name: 满意度, dimension: quantitative, target: ≥95%, supplied_by: «supervisor»}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator of each position, taken over or its own, in which the assessed have a hand."""
    concerned = _concerned(organization)
    for position in organization.positions:
        if position.status is not PositionStatus.ABOLISHED:
            for kpi_set in position.kpi_sets:
                for indicator in concerned.get(id(kpi_set), ()):
                    yield from _check(organization, position, indicator)


def _concerned(organization: Organization) -> Mapping[int, list[Indicator]]:
    """The indicators that name somebody, by the sheet they stand in."""
    found: dict[int, list[Indicator]] = defaultdict(list)
    for indicator in indicators(organization):
        kpi = indicator.full
        if indicator.sheet is not None and (kpi.monitor is not None or kpi.supplied_by is not None):
            found[id(indicator.sheet.kpi_set)].append(indicator)
    return found


def _check(organization: Organization, position: Position, indicator: Indicator) -> Iterator[Diagnostic]:
    monitor, supplier = indicator.full.monitor, indicator.full.supplied_by
    if monitor is not None and monitor == position.id:
        yield _finding(organization, indicator, "monitor", monitor, _BY_ITSELF)
    elif monitor is not None and organization.lines.is_above(position.id, monitor):
        below = Phrase(
            _FROM_BELOW.zh.replace("{position}", position.id), _FROM_BELOW.en.replace("{position}", position.id)
        )
        yield _finding(organization, indicator, "monitor", monitor, below)
    if supplier is not None and supplier == position.id and indicator.full.dimension is Dimension.QUANTITATIVE:
        yield _finding(organization, indicator, "supplied_by", supplier, _OWN_FIGURES)


_BY_ITSELF = Phrase("“{name}”由“{who}”自己考核", "'{who}' assesses its own '{name}'")
_FROM_BELOW = Phrase(
    "“{position}”的“{name}”由下级“{who}”考核", "'{who}', which is below '{position}', assesses its '{name}'"
)
_OWN_FIGURES = Phrase("“{name}”的数据由被考核的“{who}”自己提供", "'{who}' supplies the figures of its own '{name}'")
_ANOTHER_MONITOR = Phrase(
    "改由直接上级或其他部门的岗位考核", "let the superior, or a position of another department, assess it"
)
_ANOTHER_SUPPLIER = Phrase(
    "改由其他岗位或部门提供数据；引用共享指标时，在岗位里另写 supplied_by",
    "let another position or party supply them; restate supplied_by here where the indicator is a shared one",
)


def _finding(organization: Organization, indicator: Indicator, field: str, who: Ref, said: Phrase) -> Diagnostic:
    """Where the position says who it is, else where it uses the shared indicator that says so."""
    name = shown(indicator.full, organization.languages)
    message = Phrase(*(text.replace("{who}", who).replace("{name}", name) for text in said))
    way_out = _ANOTHER_MONITOR if field == "monitor" else _ANOTHER_SUPPLIER
    if indicator.written.states(field):
        return Diagnostic(KIND, who.span, message, way_out)
    related = Related(who.span, Phrase("共享指标在此写明", "the shared indicator says so here"))
    return Diagnostic(KIND, place_of(indicator.written), message, way_out, (related,))
