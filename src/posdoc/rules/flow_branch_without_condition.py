"""A step branches, and the branches do not say when."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Branch, Organization, Step
from posdoc.phrases import Phrase
from posdoc.rules._flows import flows

KIND = Kind("POS324", "flow-branch-without-condition", Severity.WARNING)
WHAT = Phrase(
    "流程的一步有两个以上去向，其中不止一个没有写条件（when）。只有一个没有条件时，它就是“其他情况”。",
    "A step of a work flow leads several ways, and more than one of them has no condition ('when'). A single one without "
    "stands for every other case.",
)
WHY = Phrase(
    "没有条件，照着流程做的人不知道该走哪一支。",
    "Without conditions nobody who follows the flow knows which way to take.",
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
      - {text: 受理, next: [{to: visit, when: 需上门}, end]}
      - {id: visit, text: 上门维修}
""",
)
FAILING = (
    _HEAD
    + """\
      - {text: 受理, «next»: [visit, end]}
      - {id: visit, text: 上门维修}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each step with several branches of which more than one has no condition."""
    for flow in flows(organization):
        for step in flow.steps:
            if len(step.next) > 1:
                bare = [branch for branch in step.next if not branch.states("when")]
                if len(bare) > 1:
                    yield _finding(step, bare)


def _finding(step: Step, bare: list[Branch]) -> Diagnostic:
    return Diagnostic(
        KIND,
        step.key_at("next"),
        Phrase(
            f"{len(step.next)} 个去向中有 {len(bare)} 个没有写条件",
            f"{len(bare)} of {len(step.next)} ways on have no condition",
        ),
        Phrase(
            "写成 {to: …, when: …}；要同时进行的，依次写成前后两步",
            "write '{to: …, when: …}'; what is done at the same time is written as one step after the other",
        ),
        tuple(Related(branch.at("to"), Phrase("没有条件", "without a condition")) for branch in bare),
    )
