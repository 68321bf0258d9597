"""A position from which no career leads anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase

KIND = Kind("POS607", "career-dead-end", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "岗位既没有晋升、轮调，也没有职业发展说明，而部门里多数岗位都写了晋升。最高岗位不检查；写 promotes_to: [] 表示有意为之。",
    "A position states neither promotion nor rotation nor development, while most others of the department state a "
    "promotion. Top positions are left alone; 'promotes_to: []' says that it is meant.",
)
WHY = Phrase(
    "没有去向的岗位留不住人，多半只是漏写。",
    "A post that leads nowhere does not keep its people; mostly it was just forgotten.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
reports_to: manager
promotes_to: [[manager]]
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD
    + """\
## positions/service/clerk.yaml
title: 内勤
reports_to: manager
development: [{title: 学习机会, text: 每年两次培训}]
""",
    _HEAD
    + """\
## positions/service/clerk.yaml
title: 内勤
reports_to: manager
promotes_to: []
""",
)
FAILING = (
    _HEAD
    + """\
## positions/service/clerk.yaml
title: «内勤»
reports_to: manager
""",
)
_FIELDS = ("promotes_to", "rotates_to", "development")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position without a way on, where more than half of the others have a promotion."""
    roots = {position.id for position in organization.roots}
    sources = {ref for position in organization.positions for ref in position.promotes_from}
    staff = [position for position in organization.positions if position.is_current and position.id not in roots]
    promoted = sum(1 for position in staff if position.promotes_to or position.id in sources)
    if promoted * 2 > len(staff) - 1:
        for position in staff:
            if position.id not in sources and not any(position.states(field) for field in _FIELDS):
                yield _finding(position)


def _finding(position: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        position.at("title"),
        Phrase(
            "该岗位没有晋升、轮调，也没有职业发展说明", "the position leads to no promotion, rotation or development"
        ),
        Phrase(
            "补写 promotes_to、rotates_to 或 development；确无去向写 promotes_to: []",
            "add promotes_to, rotates_to or development; if there really is none, write 'promotes_to: []'",
        ),
    )
