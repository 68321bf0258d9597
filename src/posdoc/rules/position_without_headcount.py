"""A position without a head count where the others have one."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS509", "position-without-headcount", Severity.WARNING)
WHAT = Phrase(
    "半数以上的在设岗位写了定员，这个岗位没有写。拟设、已撤销的岗位，以及由其他岗位固定兼任的岗位不查。",
    "More than half of the current positions state a headcount, and this one does not. Planned and abolished positions "
    "are passed over, and those that another position always holds as well.",
)
WHY = Phrase(
    "少一个数，部门编制就合计不出来，组织架构图和编制表上也会空着。人数不定时可写范围或“数名”。",
    "Without it the unit's heads cannot be added up, and charts and staffing tables have a gap. Where the number is "
    "open, a range or a word will do.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
## positions/parts/supervisor.yaml
title: 配件主管
headcount: 1
## positions/parts/new-parts.yaml
title: 新件库仓管员
reports_to: supervisor
headcount: 数名
## positions/parts/old-parts.yaml
title: {}
reports_to: supervisor
"""
PASSING = (
    _HEAD.format("旧件库仓管员\nheadcount: 1-2"),
    _HEAD.format("旧件库仓管员").replace("headcount: 数名\n", ""),
)
FAILING = (_HEAD.format("«旧件库仓管员»"),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current position without a headcount, if most have one."""
    current = [position for position in organization.positions if position.is_current]
    without = [position for position in current if position.headcount is None and not position.states("headcount")]
    if not without or len(without) * 2 >= len(current):
        return
    held_as_well = {post for position in current for post in position.concurrent_posts}
    for position in without:
        if position.id not in held_as_well:
            yield Diagnostic(
                KIND,
                own_place(position),
                Phrase(f"“{position.id}”没有写定员", f"'{position.id}' has no headcount"),
                Phrase(
                    "补上 headcount：数字、范围（2-3）或文字（数名）",
                    "add headcount: a number, a range (2-3) or words (several)",
                ),
            )
