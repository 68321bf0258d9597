"""A step of a promotion does not lead upward."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._careers import Line, Move, grade_places, grades, line_between, promotions, rise, superior_place

KIND = Kind("POS602", "promotion-not-upward")
WHAT = Phrase(
    "晋升的一步并未向上：晋升到自己、自己的下级，或职等相同甚至更低的岗位。未写职等的岗位不比较职等。",
    "A step of a promotion does not lead upward: to the position itself, to one of its subordinates, or to a position "
    "of the same or a lower grade. Positions without a grade are not compared by grade.",
)
WHY = Phrase(
    "晋升是升等。同等之间的调动是轮调（rotates_to），降等是降任（demotes_to）；写错了，职业发展图和薪酬调整都会出错。",
    "Promotion is a rise in grade. A move between equals is rotation (rotates_to), a move down is demotes_to; where they "
    "are mixed up, career charts and pay decisions go wrong.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
grades: [G3, G4, G5]
outside_positions: [{id: director, title: 总监, grade: G5}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
grade: G4
promotes_to: [[director]]
"""
PASSING = (
    _HEAD
    + """\
## positions/service/engineer.yaml
title: 售后工程师
grade: G3
reports_to: manager
promotes_to: [[expert, manager, director]]
## positions/service/expert.yaml
title: 技术专家
reports_to: manager
""",
)
FAILING = (
    _HEAD
    + """\
## positions/service/supervisor.yaml
title: 售后主管
grade: G4
reports_to: manager
promotes_to: [[«manager», director]]
""",
    _HEAD
    + """\
## positions/service/supervisor.yaml
title: 售后主管
reports_to: manager
promotes_from: [«manager»]
""",
    _HEAD
    + """\
## positions/service/supervisor.yaml
title: 售后主管
reports_to: manager
promotes_to: [[«supervisor»]]
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each step that does not lead upward, at every place that states it."""
    for move in promotions(organization):
        line = line_between(organization, move.start, move.end)
        up = rise(organization, move.start, move.end)
        if line is Line.SAME:
            yield _finding(move, Phrase("去向就是该岗位自己", "leads to the same position"), ())
        elif line is Line.BELOW:
            below = Phrase("去向是自己的下级", "leads to a subordinate")
            yield _finding(move, below, superior_place(organization, move.end))
        elif up is not None and up <= 0:
            low, high = grades(organization, move.start, move.end)
            not_up = Phrase(f"职等由 {low} 到 {high}，没有上升", f"leads from grade {low} to grade {high}")
            yield _finding(move, not_up, grade_places(organization, move.start, move.end))


def _finding(move: Move, fault: Phrase, related: tuple[Related, ...]) -> Diagnostic:
    towards = move.direction
    return Diagnostic(
        KIND,
        move.ref.span,
        Phrase(f"{towards.zh}“{move.ref}”：{fault.zh}", f"{towards.en} '{move.ref}' {fault.en}"),
        Phrase(
            "同级写成 rotates_to，降级写成 demotes_to；若确为晋升，请改正职等或汇报关系",
            "write a move between equals as rotates_to and one down as demotes_to; if it is a promotion, correct the "
            "grades or the reporting line",
        ),
        (*related, *move.taken_over),
    )
