"""A position is co-managed by somebody of its own reporting line."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Span
from posdoc.model import Organization, Position, PositionStatus, Ref, ReportingLines
from posdoc.phrases import Phrase
from posdoc.rules._lines import nearest_place, take_out, taken_over, whole_lines
from posdoc.rules._own_place import own_place

KIND = Kind("POS212", "co-manager-in-own-line")
WHAT = Phrase(
    "共管上级写成了岗位自己、它的直接上级或它的下级，或同一岗位写了两次。",
    "A co-manager is the position itself, its direct superior, one of those below it, or named twice.",
)
WHY = Phrase(
    "共管上级是与直接上级一起领导该岗位的另一个岗位，不能是本人、直接上级或下级。",
    "A co-manager leads the position together with the direct superior; that cannot be the position itself, the "
    "superior once more, or somebody whom it leads.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: sales-manager, title: 区域销售经理}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
_SUPERVISOR = "## positions/service/supervisor.yaml\ntitle: 办事处主管\nreports_to: manager\n"
_ENGINEER = "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: supervisor\n"
PASSING = (
    _HEAD + _SUPERVISOR + "co_managed_by: [sales-manager]\n",
    _HEAD + _SUPERVISOR + _ENGINEER + "co_managed_by: [manager]\n",
)
FAILING = (
    _HEAD + _SUPERVISOR + "co_managed_by: [«supervisor»]\n",
    _HEAD + _SUPERVISOR + "co_managed_by: [«manager», sales-manager]\n",
    _HEAD + _SUPERVISOR + "co_managed_by: [«engineer»]\n" + _ENGINEER,
    _HEAD + _SUPERVISOR + "co_managed_by: [sales-manager, «sales-manager»]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each co-manager who cannot be one."""
    for position in organization.positions:
        if position.co_managed_by and position.status is not PositionStatus.ABOLISHED:
            yield from _of(position, whole_lines(organization))


def _of(position: Position, lines: ReportingLines) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for target in position.co_managed_by:
        if target in seen:
            yield _twice(target, seen[target])
        elif target == position.id:
            place = nearest_place(position, target.span, own_place(position, "based_on"))
            message = Phrase(f"“{target}”的共管上级是它自己", f"'{target}' is its own co-manager")
            yield _finding(place, message, target, taken_over(target.span, place))
        elif target == position.reports_to:
            yield _superior(position, target)
        elif lines.is_above(position.id, target):
            place = nearest_place(position, target.span, own_place(position, "based_on"))
            message = Phrase(
                f"共管上级“{target}”是“{position.id}”的下级", f"the co-manager '{target}' is below '{position.id}'"
            )
            yield _finding(place, message, target, taken_over(target.span, place))
        seen.setdefault(target, target.span)


def _superior(position: Position, target: Ref) -> Diagnostic:
    solid = position.at("reports_to")
    place = nearest_place(position, target.span, solid)
    message = Phrase(f"共管上级“{target}”已是直接上级", f"the co-manager '{target}' is the direct superior")
    at_solid = (Related(solid, Phrase("直接上级在此", "the direct superior")),)
    return _finding(place, message, target, at_solid if place == target.span else taken_over(target.span, place))


def _twice(target: Ref, first: Span) -> Diagnostic:
    message = Phrase(f"共管上级“{target}”写了两次", f"the co-manager '{target}' is named twice")
    return _finding(target.span, message, target, (Related(first, Phrase("前一次在此", "the first time")),))


def _finding(place: Span, message: Phrase, target: Ref, related: tuple[Related, ...]) -> Diagnostic:
    return Diagnostic(KIND, place, message, take_out("co_managed_by", target.span, place), related)
