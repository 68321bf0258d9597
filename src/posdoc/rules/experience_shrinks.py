"""A position asks for less experience than the one that is promoted to it."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.model import Organization, Position, QualificationItem
from posdoc.phrases import Phrase
from posdoc.rules._careers import promotions
from posdoc.rules._experience import EXPERIENCE, Amount, years_of

KIND = Kind("POS612", "experience-shrinks", Severity.WARNING)
WHAT = Phrase(
    "沿晋升路径，上一级岗位要求的经验年限反而少于下一级（同一项经验，按 minimum 比较）。",
    "Along a promotion the higher position requires fewer years of the same kind of experience than the lower one, by "
    "their 'minimum'.",
)
WHY = Phrase(
    "高一级岗位的门槛低于低一级岗位，要么年限写错，要么晋升方向写反。",
    "Where the higher post is easier to enter than the lower, a figure is wrong or the promotion is turned round.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
promotes_to: [[supervisor]]
qualifications: [{item: work_experience, minimum: 3 年}]
## positions/service/supervisor.yaml
title: 售后主管
"""
PASSING = (
    _HEAD
    + """\
qualifications:
  - {item: work_experience, minimum: 36 个月}
  - {item: management_experience, minimum: 1 年}
""",
)
FAILING = (_HEAD + "qualifications: [{item: work_experience, minimum: «2 年»}]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each kind of experience of which the higher position requires less, once for each pair of places."""
    required = {position.id: _required(position) for position in organization.positions if position.qualifications}
    nothing: dict[QualificationItem, list[Amount]] = {}
    seen: set[tuple[Span, Span]] = set()
    for move in promotions(organization):
        lower, higher = required.get(move.start, nothing), required.get(move.end, nothing)
        for item in lower if move.start != move.end else ():
            if item in higher:
                least, most = min(lower[item]), max(higher[item])
                if most.years < least.years and (most.span, least.span) not in seen:
                    seen.add((most.span, least.span))
                    yield _finding(item, least, most, move.ref.span)


def _required(position: Position) -> dict[QualificationItem, list[Amount]]:
    """The years that a position requires of each kind of experience, from its figures alone."""
    found: dict[QualificationItem, list[Amount]] = {}
    for qualification in position.qualifications:
        if qualification.item in EXPERIENCE:
            years = years_of(qualification.minimum)
            if years is not None:
                found.setdefault(qualification.item, []).append(
                    Amount(years, qualification.at("minimum"), str(qualification.minimum))
                )
    return found


def _finding(item: QualificationItem, lower: Amount, higher: Amount, step: Span) -> Diagnostic:
    more, less = lower.written, higher.written
    return Diagnostic(
        KIND,
        higher.span,
        Phrase(
            f"{item.label.zh}要求“{less}”，少于可晋升到此的岗位所要求的“{more}”",
            f"'{less}' of {item.label.en.lower()} is required, less than the '{more}' of the position promoted to this one",
        ),
        Phrase(
            "提高此处年限，或降低下一级岗位的年限；若晋升方向写反，请改正晋升路径",
            "ask for more here or for less there; if the promotion is turned round, correct it",
        ),
        (
            Related(lower.span, Phrase("下一级岗位的要求", "what the lower position requires")),
            Related(step, Phrase("晋升写在这里", "the promotion is stated here")),
        ),
    )
