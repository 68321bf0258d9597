"""A position with reports is held by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS210", "superior-vacant", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "有下级的岗位无人任职，也无人代理（仅在有 people.yaml 时检查）。",
    "A position that others report to is held by nobody, not even acting (looked at only where people.yaml names "
    "people).",
)
WHY = Phrase(
    "上级空缺时，下级的考核、请假和授权都无人签字，应写明由谁代理。",
    "While a superior is missing nobody signs for leave, assessment or authority; say who is acting.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
reports_to: manager
"""
_MANAGER = "## positions/service/manager.yaml\ntitle: 售后经理\n"
PASSING = (
    _HEAD + _MANAGER + "## people.yaml\npeople: [{name: 张伟, posts: [{position: manager, acting: true}]}]\n",
    _HEAD + _MANAGER,
)
FAILING = (
    _HEAD + _MANAGER.replace("售后经理", "«售后经理»") + "## people.yaml\npeople: [{name: 王芳, posts: [engineer]}]\n",
)
_SHOWN = 5


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each superior without an incumbent, where it is known who holds what."""
    if not organization.people:
        return
    held_as_well = {
        str(post)
        for position in organization.positions
        if position.concurrent_posts and organization.incumbents.get(position.id)
        for post in position.concurrent_posts
    }
    for position in organization.positions:
        if not position.is_current or position.id in organization.incumbents or position.id in held_as_well:
            continue
        reports = [report for report in organization.direct_reports(position) if report.is_current]
        if reports:
            yield _finding(position, reports)


def _finding(position: Position, reports: list[Position]) -> Diagnostic:
    count = len(reports)
    below = "1 position reports" if count == 1 else f"{count} positions report"
    return Diagnostic(
        KIND,
        own_place(position),
        Phrase(
            f"“{position.id}”无人任职，却有 {count} 个岗位向它汇报", f"nobody holds '{position.id}', to which {below}"
        ),
        Phrase(
            "在 people.yaml 中写明任职人，或以 acting: true 写明代理人",
            "name the incumbent in people.yaml, or whoever is acting (acting: true)",
        ),
        tuple(
            Related(report.at("reports_to"), Phrase(f"{report.id} 向它汇报", f"'{report.id}' reports to it"))
            for report in reports[:_SHOWN]
        ),
    )
