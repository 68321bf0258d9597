"""An assistant has direct reports."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS219", "assistant-with-reports", Severity.WARNING)
WHAT = Phrase(
    "写明 assistant: true 的助理岗位却有直接下级。",
    "A position that is marked as an assistant has direct reports of its own.",
)
WHY = Phrase(
    "助理协助上级，不在指挥链上，组织图把它画在汇报线旁边；它若带人，图上就会多出一条说不清的线。",
    "An assistant helps its superior and stands beside the line of command, which is how charts draw it; reports of its "
    "own would hang from a box that is in no line.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/clerk.yaml
title: 内勤
reports_to: {}
## positions/service/assistant.yaml
title: 经理助理
reports_to: manager
"""
PASSING = (
    _HEAD.format("manager") + "assistant: true\n",
    _HEAD.format("assistant") + "assistant: false\n",
)
FAILING = (_HEAD.format("assistant") + "assistant: «true»\n",)
MOST_SHOWN = 5


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current assistant to whom current positions report."""
    for position in organization.positions:
        if position.assistant and position.is_current:
            reports = [report for report in organization.direct_reports(position) if report.is_current]
            if reports:
                yield _finding(position, reports)


def _finding(assistant: Position, reports: list[Position]) -> Diagnostic:
    count = f"{len(reports)} direct report{'s' if len(reports) > 1 else ''}"
    return Diagnostic(
        KIND,
        own_place(assistant, "assistant"),
        Phrase(
            f"“{assistant.id}”是助理岗位，却有 {len(reports)} 个直接下级",
            f"'{assistant.id}' is an assistant, but has {count}",
        ),
        Phrase(
            "让下级改向助理的上级汇报；若它其实是主管，删去 assistant",
            "have them report to the assistant's superior; if it really leads them, remove assistant",
        ),
        tuple(
            Related(
                own_place(report, "reports_to"), Phrase(f"{report.id} 的上级在此", f"{report.id} reports to it here")
            )
            for report in reports[:MOST_SHOWN]
        ),
    )
