"""Some steps of a work flow say who takes them, and some do not."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._flows import flows, name_of, place_of

KIND = Kind("POS323", "flow-step-without-role", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "流程中有的步骤写了执行者（role），有的没有写。全部不写则不检查。",
    "Some steps of a work flow name who takes them (role), and this one does not. A flow without any role is left alone.",
)
WHY = Phrase(
    "流程图按执行者分栏，没有执行者的步骤不知道该谁做。",
    "A flow chart has a lane for each role; nobody knows whose a step without one is.",
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
    _HEAD + "      - {text: 受理, role: agent}\n      - {text: 派工, role: service}\n",
    _HEAD + "      - 受理\n      - 派工\n",
)
FAILING = (_HEAD + "      - {text: 受理, role: agent}\n      - «派工»\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each step without a role in a flow where others have one."""
    for flow in flows(organization):
        with_role = [step for step in flow.steps if step.states("role")]
        for step in flow.steps if 0 < len(with_role) < len(flow.steps) else ():
            if not step.states("role"):
                yield Diagnostic(
                    KIND,
                    place_of(step),
                    Phrase(f"“{name_of(step)}”没有写执行者", f"'{name_of(step)}' does not say who takes the step"),
                    Phrase(
                        "补写 role：岗位、部门或外部方的标识", "add 'role': the id of a position, a unit or a party"
                    ),
                    (Related(with_role[0].at("role"), Phrase("其他步骤写了", "other steps say so")),),
                )
