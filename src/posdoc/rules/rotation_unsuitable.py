"""Rotation leads to a position that cannot be rotated to."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._careers import Line, grade_places, grades, line_between, superior_place, taken_over
from posdoc.rules._rotation import rotations, suits

KIND = Kind("POS604", "rotation-unsuitable", Severity.WARNING)
WHAT = Phrase(
    "可轮调岗位是该岗位自己、自己的上级或下级，或职等不同的岗位。",
    "A rotation leads to the position itself, to its superior or a subordinate, or to a position of another grade.",
)
WHY = Phrase(
    "轮调是同级岗位之间的横向调动。去上级岗位是晋升，去下级岗位是降任；“轮调到其他办事处的同一岗位”要先用 based_on "
    "把那里的岗位写出来，才有处可去。",
    "Rotation is a move between equals. To a superior's post it is promotion, to a subordinate's it is demotion. Rotation "
    "'to the same post in another office' needs that post to exist: describe it with based_on.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
grades: [G3, G4]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
grade: G3
reports_to: supervisor
"""
PASSING = (
    _HEAD
    + """\
rotates_to: [south-engineer]
## positions/service/south-engineer.yaml
title: 南方办事处工程师
based_on: engineer
rotates_to: [{position: engineer, note: 每两年一次}]
## positions/service/supervisor.yaml
title: 售后主管
""",
)
FAILING = (
    _HEAD
    + """\
rotates_to: [{position: «engineer», note: 其他办事处}]
## positions/service/supervisor.yaml
title: 售后主管
""",
    _HEAD
    + """\
## positions/service/supervisor.yaml
title: 售后主管
rotates_to: [«engineer»]
""",
    _HEAD
    + """\
rotates_to: [«supervisor»]
## positions/service/supervisor.yaml
title: 售后主管
""",
    _HEAD
    + """\
rotates_to: [«specialist»]
## positions/service/specialist.yaml
title: 投诉专员
grade: G4
## positions/service/supervisor.yaml
title: 售后主管
""",
)
_HINTS = {
    Line.SAME: Phrase(
        "其他办事处的同一岗位用 based_on 各写一个文件，这里写它们的标识；沿用来的轮调请在本岗位重写 rotates_to",
        "describe the same post of each other office in a file of its own with based_on, and name those; where rotates_to "
        "is taken over, state it anew in this position",
    ),
    Line.ABOVE: Phrase("去上级岗位请写 promotes_to", "write a move to a superior's post as promotes_to"),
    Line.BELOW: Phrase("去下级岗位请写 demotes_to", "write a move to a subordinate's post as demotes_to"),
    None: Phrase(
        "改选同职等的岗位；升等写 promotes_to，降等写 demotes_to",
        "choose a position of the same grade; write a rise as promotes_to and a fall as demotes_to",
    ),
}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each rotation to somebody who is no equal."""
    for position, ref in rotations(organization):
        if not suits(organization, position, ref):
            yield _finding(organization, position, ref)


def _finding(organization: Organization, position: Position, ref: Ref) -> Diagnostic:
    line = line_between(organization, position.id, ref)
    if line is Line.SAME:
        related: tuple[Related, ...] = ()
        message = Phrase(f"“{ref}”的轮调去向就是它自己", f"'{ref}' rotates to itself")
    elif line is Line.BELOW:
        related = superior_place(organization, ref)
        message = Phrase(f"轮调到“{ref}”：那是自己的下级", f"rotation to '{ref}' leads to a subordinate")
    elif line is Line.ABOVE:
        related = superior_place(organization, position.id)
        message = Phrase(f"轮调到“{ref}”：那是自己的上级", f"rotation to '{ref}' leads to a superior")
    else:
        related = grade_places(organization, position.id, ref)
        own, other = grades(organization, position.id, ref)
        message = Phrase(
            f"轮调到“{ref}”：职等由 {own} 变为 {other}", f"rotation to '{ref}' leads from grade {own} to grade {other}"
        )
    return Diagnostic(KIND, ref.span, message, _HINTS[line], (*related, *taken_over(position, ref)))
