"""A position reports to one that is abolished."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Organization, Position, PositionStatus, Ref
from posdoc.phrases import Phrase
from posdoc.rules._lines import is_abolished

KIND = Kind("POS209", "superior-not-current")
WHAT = Phrase("岗位的直接上级已经撤销。", "A position reports to one that is abolished.")
WHY = Phrase(
    "撤销岗位时，它的下级要另归上级；否则说明书上印着不存在的领导，组织图也从此断开。拟设的上级不在此列。",
    "When a position is abolished its reports need another superior: otherwise their documents name somebody who is not "
    "there, and the chart falls apart. A superior that is only planned is no matter of this rule.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
_SUPERVISOR = "## positions/service/supervisor.yaml\ntitle: 售后主管\nreports_to: manager\n"
_ENGINEER = "## positions/service/engineer.yaml\ntitle: 工程师\n"
PASSING = (
    _HEAD + _SUPERVISOR + "status: frozen\n" + _ENGINEER + "reports_to: supervisor\n",
    _HEAD + _SUPERVISOR + "status: abolished\n" + _ENGINEER + "reports_to: supervisor\nstatus: abolished\n",
)
FAILING = (
    _HEAD + _SUPERVISOR + "status: abolished\n" + _ENGINEER + "reports_to: «supervisor»\n",
    _HEAD
    + _SUPERVISOR.replace("reports_to: manager\n", "status: abolished\n")
    + _ENGINEER
    + "reports_to: «supervisor»\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position, current or planned, whose superior is abolished."""
    for position in organization.positions:
        superior = organization.by_id.get(position.reports_to or "")
        if superior is None or position.reports_to is None or position.status is PositionStatus.ABOLISHED:
            continue
        if superior.status is PositionStatus.ABOLISHED:
            yield _finding(organization, position.reports_to, superior)


def _finding(organization: Organization, target: Ref, superior: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        target.span,
        Phrase(f"直接上级“{target}”已撤销", f"the superior '{target}' is abolished"),
        _hint(organization, superior),
        (Related(superior.at("status"), Phrase("在此写明已撤销", "it is abolished here")),),
    )


def _hint(organization: Organization, superior: Position) -> Phrase:
    above = superior.reports_to
    if above is None or above == superior.id or is_abolished(organization, above):
        return Phrase("写上现在的直接上级", "name the superior that it has now")
    return Phrase(
        f"写上现在的直接上级；该岗位撤销前归 {above} 领导",
        f"name the superior that it has now; that one reported to '{above}'",
    )
