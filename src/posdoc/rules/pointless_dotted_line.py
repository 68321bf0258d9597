"""A dotted line that adds nothing to the solid one."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.model import Organization, Position, PositionStatus, Ref, ReportingLines
from posdoc.phrases import Phrase
from posdoc.rules._lines import nearest_place, take_out, taken_over, whole_lines
from posdoc.rules._own_place import own_place

KIND = Kind("POS211", "pointless-dotted-line", Severity.WARNING)
WHAT = Phrase(
    "业务上级（虚线）写成了直接上级、自己、自己的下级，或同一岗位写了两次；或只有业务上级而没有直接上级。",
    "A dotted line leads to the direct superior, to the position itself, to one below it, or twice to the same; or "
    "there is a dotted line without a solid one.",
)
WHY = Phrase(
    "虚线表示直接上级之外的业务指导。与实线重复或方向相反的虚线，只会让人弄不清谁说了算。",
    "A dotted line stands for functional guidance beside the direct superior. One that repeats the solid line, or runs "
    "against it, leaves open who decides.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: quality-manager, title: 质量经理}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
_SUPERVISOR = "## positions/service/supervisor.yaml\ntitle: 售后主管\nreports_to: manager\n"
_ENGINEER = "## positions/service/engineer.yaml\ntitle: 工程师\n"
PASSING = (
    _HEAD + _SUPERVISOR + "dotted_to: [{position: quality-manager, for: 质量信息反馈}]\n",
    _HEAD + "dotted_to: [quality-manager]\n",
    _HEAD + _SUPERVISOR + _ENGINEER + "reports_to: supervisor\ndotted_to: [manager]\n",
)
FAILING = (
    _HEAD + _SUPERVISOR + "dotted_to: [«manager»]\n",
    _HEAD + _SUPERVISOR + "dotted_to: [«supervisor»]\n",
    _HEAD + _SUPERVISOR + "dotted_to: [quality-manager, «quality-manager»]\n",
    _HEAD + "dotted_to: [«supervisor»]\n" + _SUPERVISOR,
    _HEAD + _ENGINEER + "«dotted_to»: [manager]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each dotted line that repeats or contradicts the solid ones, and each without a solid one."""
    if not any(position.dotted_to for position in organization.positions):
        return
    lines = whole_lines(organization)
    tops = [p.id for p in organization.roots if p.is_current]
    for position in organization.positions:
        if position.dotted_to and position.status is not PositionStatus.ABOLISHED:
            yield from _of(position, lines)
            is_loose = position.reports_to is None and not position.states("reports_to") and position.is_current
            if is_loose and len(tops) > 1 and position.id not in organization.workspace.roots:
                yield _without_solid(position)


def _of(position: Position, lines: ReportingLines) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for target in (line.position for line in position.dotted_to):
        if target is None:
            continue
        if target in seen:
            yield _twice(target, seen[target])
        elif target == position.id:
            yield _to_itself(position, target)
        elif target == position.reports_to:
            yield _to_superior(position, target)
        elif lines.is_above(position.id, target):
            yield _to_subordinate(position, target)
        seen.setdefault(target, target.span)


def _twice(target: Ref, first: Span) -> Diagnostic:
    return Diagnostic(
        KIND,
        target.span,
        Phrase(f"业务上级“{target}”写了两次", f"there are two dotted lines to '{target}'"),
        Phrase("合成一条，事项写在同一个 for 里", "make them one, with all matters under its 'for'"),
        (Related(first, Phrase("前一次在此", "the first one")),),
    )


def _to_itself(position: Position, target: Ref) -> Diagnostic:
    place = nearest_place(position, target.span, own_place(position, "based_on"))
    return Diagnostic(
        KIND,
        place,
        Phrase(f"“{target}”的业务上级是它自己", f"the dotted line of '{target}' leads to itself"),
        take_out("dotted_to", target.span, place),
        taken_over(target.span, place),
    )


def _to_superior(position: Position, target: Ref) -> Diagnostic:
    solid = position.at("reports_to")
    place = nearest_place(position, target.span, solid)
    other = solid if place == target.span else target.span
    word = Phrase("直接上级在此", "the solid line") if other == solid else Phrase("业务上级在此", "the dotted line")
    return Diagnostic(
        KIND,
        place,
        Phrase(f"业务上级“{target}”已是直接上级", f"the dotted line leads to '{target}', the direct superior"),
        take_out("dotted_to", target.span, place),
        (Related(other, word),),
    )


def _to_subordinate(position: Position, target: Ref) -> Diagnostic:
    place = nearest_place(position, target.span, own_place(position, "based_on"))
    return Diagnostic(
        KIND,
        place,
        Phrase(
            f"业务上级“{target}”是“{position.id}”的下级",
            f"the dotted line leads to '{target}', which is below '{position.id}'",
        ),
        Phrase(
            f"从 dotted_to 中删去；若是 {target} 就某些事项汇报，写在它的文件中",
            f"take it out; if it is '{target}' that reports on some matter, the line belongs in its file",
        ),
        taken_over(target.span, place),
    )


def _without_solid(position: Position) -> Diagnostic:
    key = position.key_at("dotted_to")
    place = nearest_place(position, key, own_place(position, "based_on"))
    return Diagnostic(
        KIND,
        place,
        Phrase(
            f"“{position.id}”有业务上级，却没有直接上级", f"'{position.id}' has a dotted line but no direct superior"
        ),
        Phrase(
            "补上 reports_to；若确是最高岗位，请列入 posdoc.yaml 的 roots",
            "add reports_to; if it really is a top, list it under roots in posdoc.yaml",
        ),
        taken_over(key, place),
    )
