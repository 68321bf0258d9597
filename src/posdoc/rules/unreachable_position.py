"""A reporting line that leads to no top."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, PositionStatus
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS220", "unreachable-position", Severity.WARNING)
WHAT = Phrase(
    "沿着汇报关系到不了最高岗位：上面某一级绕成了圈，或向已撤销的岗位汇报。每个分支只指出最上面的一个岗位。",
    "Reporting lines lead from a position to no top: somewhere above it they go round in a circle, or end at an "
    "abolished position. Of each branch the uppermost position is pointed out.",
)
WHY = Phrase(
    "组织架构图从最高岗位往下画，画不到的岗位有说明书却不在图上。",
    "Charts are drawn from the top, so such a position is described but stands in no chart.",
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
_SUPERVISOR = "## positions/service/supervisor.yaml\ntitle: 售后主管\nreports_to: {}\n"
_LEADER = "## positions/service/leader.yaml\ntitle: 售后组长\nreports_to: supervisor\n"
_ENGINEER = "## positions/service/engineer.yaml\ntitle: 售后工程师\nreports_to: {}\n"
PASSING = (
    _HEAD + _SUPERVISOR.format("manager") + _LEADER + _ENGINEER.format("leader"),
    _HEAD + _SUPERVISOR.format("leader") + _LEADER,
)
FAILING = (
    _HEAD + _SUPERVISOR.format("leader") + _LEADER + _ENGINEER.format("«leader»"),
    _HEAD
    + "## positions/service/old-manager.yaml\ntitle: 原售后经理\nstatus: abolished\n"
    + _SUPERVISOR.format("old-manager")
    + _LEADER.replace("supervisor", "«supervisor»")
    + _ENGINEER.format("leader"),
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each branch that hangs from a circle, or below somebody who reports to an abolished position.

    Those in the circle, and those who themselves report to the abolished position, are findings of other rules.
    """
    circles = _in_circles(organization)
    for position in organization.positions:
        if position.id in circles or _reports_to_abolished(organization, position):
            for branch in organization.direct_reports(position):
                yield from _findings(organization, position, branch, circles)


def _in_circles(organization: Organization) -> set[str]:
    """The members of circles, those that report to themselves among them."""
    found: set[str] = set()
    settled: set[str] = set()
    for start in organization.positions:
        line: dict[str, None] = {}
        current: Position | None = start if _is_lost(organization, start) else None
        while current is not None and current.id not in settled and current.id not in line:
            line[current.id] = None
            current = organization.by_id.get(current.reports_to or "")
        if current is not None and current.id in line:
            members = list(line)
            found.update(members[members.index(current.id) :])
        settled.update(line)
    return found


def _is_lost(organization: Organization, position: Position) -> bool:
    return position.status is not PositionStatus.ABOLISHED and not organization.lines.has_place(position.id)


def _reports_to_abolished(organization: Organization, position: Position) -> bool:
    superior = organization.by_id.get(position.reports_to or "")
    is_gone = superior is not None and superior.status is PositionStatus.ABOLISHED
    return is_gone and position.status is not PositionStatus.ABOLISHED


def _findings(organization: Organization, start: Position, branch: Position, circles: set[str]) -> Iterator[Diagnostic]:
    """The first current positions on the ways down from ``start`` through ``branch``."""
    waiting = [branch]
    while waiting:
        position = waiting.pop()
        if position.id in circles:
            continue
        if position.is_current:
            yield _finding(organization, start, position)
        else:
            waiting += reversed(organization.direct_reports(position))


def _finding(organization: Organization, start: Position, position: Position) -> Diagnostic:
    below = sum(report.is_current for report in organization.indirect_reports(position))
    below += sum(report.is_current for report in organization.direct_reports(position))
    with_zh = f"及其下 {below} 个岗位" if below else ""
    with_en = f" and {below} position{'s' if below > 1 else ''} below it" if below else ""
    return Diagnostic(
        KIND,
        own_place(position, "reports_to"),
        Phrase(
            f"“{position.id}”{with_zh}沿汇报关系到不了最高岗位",
            f"the line of '{position.id}'{with_en} leads to no top position",
        ),
        Phrase(
            f"改正“{start.id}”的 reports_to，或让本岗位向别处汇报",
            f"correct reports_to of '{start.id}', or have this position report elsewhere",
        ),
        (Related(own_place(start, "reports_to"), Phrase("汇报关系在此中断", "the line breaks off here")),),
    )
