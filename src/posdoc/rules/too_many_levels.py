"""A reporting line with too many levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._own_place import own_place

KIND = Kind("POS218", "too-many-levels", Severity.WARNING)
WHAT = Phrase(
    "从部门最高岗位到最基层岗位的层级过多。每条汇报线只指出第一个多出来的层级，其下各级不再重复；助理不算一层。",
    "There are too many levels from the head of the department to the lowest position. In each line the first level that "
    "is too many is pointed out, and not those below it; an assistant is no level.",
)
WHY = Phrase(
    "层级越多，客户的问题传得越慢、走样越多，也常是汇报关系写错了一环。",
    "With every level a customer's problem travels more slowly and is understood less; and often one link of such a "
    "line is simply wrong.",
)
LOCAL = False


@record
class LevelsOptions(Options):
    """How many levels there may be."""

    maximum: int = declare(
        "最多", "Maximum", "从最高岗位（含）起最多几级。", "Most levels, the top position included.", 5, default=7
    )


OPTIONS = LevelsOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
rules: {options: {too-many-levels: {maximum: 2}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/supervisor.yaml
title: 售后主管
reports_to: manager
"""
PASSING = (
    _HEAD,
    _HEAD + "## positions/service/assistant.yaml\ntitle: 主管助理\nreports_to: supervisor\nassistant: true\n",
)
FAILING = (_HEAD + "## positions/service/engineer.yaml\ntitle: 售后工程师\nreports_to: «supervisor»\n",)
MOST_SHOWN = 10


def check(organization: Organization, options: LevelsOptions) -> Iterator[Diagnostic]:
    """The first current position of each line that is too deep."""
    lines, reported = organization.lines, set()
    for member in lines.order:
        if lines.depth(member) > options.maximum:
            position = organization.by_id[member]
            if position.reports_to in reported:
                reported.add(member)
            elif position.is_current and not position.assistant:
                reported.add(member)
                yield _finding(organization, position, options.maximum)


def _finding(organization: Organization, position: Position, maximum: int) -> Diagnostic:
    lines = organization.lines
    level = lines.depth(position.id)
    above = [organization.by_id[superior] for superior in islice(lines.above(position.id), MOST_SHOWN)]
    return Diagnostic(
        KIND,
        own_place(position, "reports_to"),
        Phrase(
            f"“{position.id}”在第 {level} 级，层级应不超过 {maximum} 级",
            f"'{position.id}' is on level {level}, and there should be no more than {maximum}",
        ),
        Phrase(
            "改为向更高一级汇报，或减少中间层；若确属合理，在 posdoc.yaml 中调高 too-many-levels 的 maximum",
            "have it report to a higher level or take one out, or raise the maximum of too-many-levels in posdoc.yaml",
        ),
        tuple(
            Related(own_place(superior), Phrase(f"第 {level - step} 级", f"level {level - step}"))
            for step, superior in enumerate(above, 1)
        ),
    )
