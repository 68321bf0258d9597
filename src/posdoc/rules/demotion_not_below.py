"""Demotion leads to a position that is not lower."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._careers import Line, grade_places, grades, line_between, rise, superior_place, taken_over

KIND = Kind("POS606", "demotion-not-below")
WHAT = Phrase(
    "可降任岗位是该岗位自己、自己的上级，或职等相同、更高的岗位。",
    "demotes_to names the position itself, its superior, or a position of the same or a higher grade.",
)
WHY = Phrase(
    "降任是不胜任时向下安排。去向不低于原岗位，这一条就无法执行，还可能引起劳动争议。",
    "Demotion moves somebody down who does not meet the demands. If the target is not lower, the clause cannot be applied "
    "and invites a dispute.",
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
## positions/service/supervisor.yaml
title: 售后主管
grade: G4
demotes_to: [engineer]
""",
)
FAILING = (
    _HEAD
    + """\
## positions/service/specialist.yaml
title: 投诉专员
grade: G3
demotes_to: [«engineer»]
## positions/service/supervisor.yaml
title: 售后主管
""",
    _HEAD
    + """\
demotes_to: [«supervisor»]
## positions/service/supervisor.yaml
title: 售后主管
""",
    _HEAD
    + """\
demotes_to: [«engineer»]
## positions/service/supervisor.yaml
title: 售后主管
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each demotion that does not lead down."""
    for position in organization.positions:
        if position.demotes_to and position.is_current:
            for ref in position.demotes_to:
                target = organization.by_id.get(ref)
                if target.is_current if target is not None else ref in organization.outside_by_id:
                    yield from _of(organization, position, ref)


def _of(organization: Organization, position: Position, ref: Ref) -> Iterator[Diagnostic]:
    line = line_between(organization, position.id, ref)
    up = rise(organization, position.id, ref)
    if line is Line.SAME:
        yield _finding(position, ref, Phrase("去向就是该岗位自己", "leads to the same position"), ())
    elif line is Line.ABOVE:
        fault = Phrase("去向是自己的上级", "leads to a superior")
        yield _finding(position, ref, fault, superior_place(organization, position.id))
    elif up is not None and up >= 0:
        own, other = grades(organization, position.id, ref)
        fault = Phrase(f"职等由 {own} 到 {other}，没有下降", f"leads from grade {own} to grade {other}")
        yield _finding(position, ref, fault, grade_places(organization, position.id, ref))


def _finding(position: Position, ref: Ref, fault: Phrase, related: tuple[Related, ...]) -> Diagnostic:
    return Diagnostic(
        KIND,
        ref.span,
        Phrase(f"降任到“{ref}”：{fault.zh}", f"demotion to '{ref}' {fault.en}"),
        Phrase("改写为更低职等的岗位，或改正职等", "name a position of a lower grade, or correct the grades"),
        (*related, *taken_over(position, ref)),
    )
