"""A work flow that does not come to an end."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Flow, Organization
from posdoc.phrases import Phrase
from posdoc.rules._flows import course_of, flows, name_of, place_of, reached, reversed_leads

KIND = Kind("POS322", "flow-without-end", Severity.WARNING)
WHAT = Phrase(
    "流程走到某一步之后再也到不了结束：每条路都绕回去。最后一步不写 next 即为结束，其他步骤写 end。",
    "From some step a work flow cannot come to an end: every way leads back. The last step ends it where it has no "
    "'next', any other where it leads to 'end'.",
)
WHY = Phrase(
    "没有终点的流程，工单永远关不了。",
    "In a flow without an end no job is ever closed.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 客服代表
flows:
"""
PASSING = (
    _HEAD
    + """\
  - title: 回访
    steps:
      - {id: call, text: 回访, next: [{to: end, when: 满意}, {to: mend, when: 不满意}]}
      - {id: mend, text: 返修, next: [call]}
  - title: 报修
    steps: [受理, 派工, 回访]
""",
)
FAILING = (
    _HEAD
    + """\
  - title: «回访»
    steps:
      - {id: call, text: 回访}
      - {id: mend, text: 返修, next: [call]}
""",
    _HEAD
    + """\
  - title: 回访
    steps:
      - {id: call, text: 回访, next: [{to: end, when: 满意}, {to: mend, when: 不满意}]}
      - {id: «mend», text: 返修, next: [review]}
      - {id: review, text: 复核, next: [mend]}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each flow with a step, reached from its first, from which there is no end."""
    for flow in flows(organization):
        if flow.steps:
            course = course_of(flow)
            ending = reached(reversed_leads(course.leads), course.ends)
            stuck = sorted(reached(course.leads, (0,)) - ending)
            if stuck:
                yield _finding(flow, stuck)


def _finding(flow: Flow, stuck: list[int]) -> Diagnostic:
    steps = [flow.steps[index] for index in stuck]
    first = steps[0]
    if stuck[0] == 0:
        place = flow.at("title")
        message = Phrase("流程没有结束", "the flow does not come to an end")
    else:
        place = place_of(first)
        message = Phrase(
            f"走到“{name_of(first)}”之后流程到不了结束", f"from '{name_of(first)}' the flow does not come to an end"
        )
    return Diagnostic(
        KIND,
        place,
        message,
        Phrase("在应当结束的步骤写 next: [end]", "write 'next: [end]' at the step that ends it"),
        tuple(
            Related(branch.to.span, Phrase("从这里绕下去", "it goes on from here"))
            for step in steps[:5]
            for branch in step.next
            if branch.to is not None
        ),
    )
