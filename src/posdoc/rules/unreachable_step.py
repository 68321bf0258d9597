"""A step of a work flow that no other leads to."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Flow, Organization, Step
from posdoc.phrases import Phrase
from posdoc.rules._flows import course_of, flows, name_of, place_of, reached, reversed_leads

KIND = Kind("POS321", "unreachable-step", Severity.WARNING)
WHAT = Phrase(
    "流程中有一步，从第一步出发怎么也走不到。没有写 next 的步骤通向下一步。",
    "A step of a work flow cannot be reached from the first one. A step without 'next' leads to the one after it.",
)
WHY = Phrase(
    "走不到的步骤在流程图里是孤立的一框，多半是漏写了一个分支，或上一步写了 next 却没有指到它。",
    "In the chart it is a box on its own; mostly a branch was forgotten, or the step before has a 'next' that passes it by.",
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
  - title: 报修
    steps:
"""
PASSING = (
    _HEAD
    + """\
      - {text: 受理, next: [{to: visit, when: 需上门}, {to: close, when: 电话已解决}]}
      - {id: visit, text: 上门维修}
      - {id: close, text: 结单}
""",
)
FAILING = (
    _HEAD
    + """\
      - {id: accept, text: 受理, next: [close]}
      - {id: «visit», text: 上门维修}
      - {id: close, text: 结单}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Where each part begins that the first step does not lead to."""
    for flow in flows(organization):
        for index in _beginnings(flow):
            yield _finding(flow.steps[index])


def _beginnings(flow: Flow) -> Iterator[int]:
    """The first steps of what cannot be reached; nothing where some branch leads nobody knows where."""
    course = course_of(flow)
    if not course.is_clear:
        return
    seen = reached(course.leads, (0,))
    if len(seen) == len(flow.steps):
        return
    before = reversed_leads(course.leads)
    lost = [index for index in range(len(flow.steps)) if index not in seen]
    without_way = [index for index in lost if not set(before[index]) - {index}]
    for index in (*without_way, *lost):
        if index not in seen:
            yield index
            seen |= reached(course.leads, (index,))


def _finding(step: Step) -> Diagnostic:
    return Diagnostic(
        KIND,
        place_of(step),
        Phrase(f"没有步骤通向“{name_of(step)}”", f"no step leads to '{name_of(step)}'"),
        Phrase(
            "在前面某一步的 next 中加上它，或删去这一步",
            "add it to 'next' of a step before, or take it out",
        ),
    )
