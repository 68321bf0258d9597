"""Work flows: steps that cannot be reached, flows without an end, roles and conditions that are missing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.model import Branch, Flow, Organization, Position, Ref, Step, Workspace
from posdoc.rules import (
    flow_branch_without_condition,
    flow_step_without_role,
    flow_without_end,
    unknown_reference,
    unreachable_step,
)
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/s/unit.yaml
title: 售后部
## positions/s/agent.yaml
title: 客服代表
"""


def flow(*steps: str, title: str = "流程") -> str:
    return f"{HEAD}flows:\n  - title: {title}\n    steps:\n" + "".join(f"      - {step}\n" for step in steps)


UNREACHABLE = {
    "one after the other": flow("甲", "乙", "丙"),
    "a single step": flow("甲"),
    "passed by": flow("{id: a, text: 甲, next: [c]}", "{id: «b», text: 乙}", "{id: c, text: 丙}"),
    "passed by, without an id": flow("{text: 甲, next: [c]}", "«乙»", "{id: c, text: 丙}"),
    "after the end": flow("{text: 甲, next: [end]}", "«乙»"),
    "reached by a branch": flow("{text: 甲, next: [{to: b, when: 是}, c]}", "{id: b, text: 乙}", "{id: c, text: 丙}"),
    "reached from below": flow(
        "{text: 甲, next: [c]}", "{id: b, text: 乙, next: [end]}", "{id: c, text: 丙, next: [b]}"
    ),
    "only the first of what is lost": flow("{text: 甲, next: [end]}", "{text: «乙»}", "丙", "丁"),
    "two that are lost apart": flow("{text: 甲, next: [end]}", "{text: «乙», next: [end]}", "«丙»"),
    "what leads to the lost comes first": flow(
        "{text: 甲, next: [end]}", "{id: b, text: 乙, next: [end]}", "{id: «c», text: 丙, next: [b]}"
    ),
    "a lost circle": flow("{text: 甲, next: [end]}", "{id: «b», text: 乙, next: [c]}", "{id: c, text: 丙, next: [b]}"),
    "a lost step that leads to itself": flow("{text: 甲, next: [end]}", "{id: «b», text: 乙, next: [b, end]}"),
    "where an unknown step is named": flow("{text: 甲, next: [x]}", "乙"),
    "the first step is led to by nobody": flow("{id: a, text: 甲}", "乙"),
}


@pytest.mark.parametrize("example", UNREACHABLE.values(), ids=UNREACHABLE)
def test_unreachable_steps(tmp_path: Path, example: str) -> None:
    for finding in check_marks(unreachable_step, tmp_path, example):
        assert finding.hint


def test_an_unreachable_step_is_named_by_its_id_or_its_text(tmp_path: Path) -> None:
    by_id = check_marks(unreachable_step, tmp_path / "1", UNREACHABLE["passed by"])
    by_text = check_marks(unreachable_step, tmp_path / "2", UNREACHABLE["passed by, without an id"])
    assert [f.message.en for f in (*by_id, *by_text)] == ["no step leads to 'b'", "no step leads to '乙'"]


ENDLESS = {
    "the last step ends it": flow("甲", "乙"),
    "it ends in the middle": flow("{id: a, text: 甲, next: [{to: end, when: 是}, b]}", "{id: b, text: 乙, next: [a]}"),
    "it goes round": flow("{id: a, text: 甲}", "{id: b, text: 乙, next: [a]}", title="«流程»"),
    "a single step that leads to itself": flow("{id: a, text: 甲, next: [a]}", title="«流程»"),
    "an end that cannot be reached": flow(
        "{id: a, text: 甲, next: [b]}", "{id: b, text: 乙, next: [a]}", "{id: c, text: 丙}", title="«流程»"
    ),
    "a part that goes round": flow(
        "{text: 甲, next: [{to: end, when: 是}, b]}", "{id: «b», text: 乙}", "{id: c, text: 丙, next: [b]}"
    ),
    "a part that goes round, without ids": flow("{text: 甲, next: [{to: end, when: 是}, c]}", "{text: 乙, next: [end]}",
                                                "{id: «c», text: 丙, next: [c]}"),
    "a part that cannot be reached": flow("{text: 甲, next: [end]}", "{id: b, text: 乙, next: [b]}"),
    "where an unknown step is named": flow("{id: a, text: 甲, next: [x]}"),
    "a branch to an unknown step": flow("{id: a, text: 甲, next: [a, x]}"),
}  # fmt: skip


@pytest.mark.parametrize("example", ENDLESS.values(), ids=ENDLESS)
def test_flows_without_an_end(tmp_path: Path, example: str) -> None:
    for finding in check_marks(flow_without_end, tmp_path, example):
        assert finding.hint


def test_where_an_endless_flow_goes_on(tmp_path: Path) -> None:
    (finding,) = check_marks(flow_without_end, tmp_path, ENDLESS["a part that goes round"])
    assert finding.message.en == "from 'b' the flow does not come to an end"
    assert [related.span.line for related in finding.related] == [7]


def test_an_endless_flow_is_named_by_its_title(tmp_path: Path) -> None:
    (finding,) = check_marks(flow_without_end, tmp_path, ENDLESS["it goes round"])
    assert finding.message.en == "the flow does not come to an end"
    assert [(related.span.line, related.span.column) for related in finding.related] == [(6, 33)]


@pytest.mark.parametrize("broken", ["{id: a, text: 甲, next: a}", "{id: a, text: 甲, next: [{when: 是}]}"])
def test_a_next_that_cannot_be_read_may_lead_anywhere(tmp_path: Path, broken: str) -> None:
    organization, findings = load(write_files(tmp_path, flow(broken, "{text: 乙, next: [a]}")))
    assert findings
    assert list(flow_without_end.check(organization)) == []
    assert list(unreachable_step.check(organization)) == []


def test_flows_of_units_are_looked_at_and_those_of_copies_once(tmp_path: Path) -> None:
    steps = "flows: [{title: 流程, steps: [{text: 甲, next: [end]}, 乙]}]\n"
    marked = steps.replace("乙", "«乙»")
    example = f"{HEAD}{marked}## positions/s/copy.yaml\nbased_on: agent\n".replace("售后部\n", f"售后部\n{marked}")
    findings = check_marks(unreachable_step, tmp_path, example)
    assert len(findings) == 2


@pytest.mark.large
def test_a_flow_of_10000_steps_is_looked_at_quickly() -> None:
    steps = tuple(Step(id=Ref(f"s{i}"), next=(Branch(to=Ref(f"s{(i + 1) % 10000}")),)) for i in range(10000))
    organization = Organization(Workspace(), positions=(Position(flows=(Flow(steps=steps),)),))
    begin = time.perf_counter()
    assert len(list(flow_without_end.check(organization))) == 1
    assert list(unreachable_step.check(organization)) == []
    assert time.perf_counter() - begin < 60


ROLES = {
    "none": flow("甲", "乙"),
    "all": flow("{text: 甲, role: agent}", "{text: 乙, role: s}"),
    "some": flow("«甲»", "{text: 乙, role: agent}", "{id: «c», text: 丙}"),
}


@pytest.mark.parametrize("example", ROLES.values(), ids=ROLES)
def test_roles(tmp_path: Path, example: str) -> None:
    for finding in check_marks(flow_step_without_role, tmp_path, example):
        assert [related.span.line for related in finding.related] == [6]


BRANCHES = {
    "one way on": flow("{text: 甲, next: [b]}", "{id: b, text: 乙}"),
    "all with conditions": flow("{text: 甲, next: [{to: b, when: 是}, {to: end, when: 否}]}", "{id: b, text: 乙}"),
    "one for every other case": flow("{text: 甲, next: [{to: b, when: 是}, end]}", "{id: b, text: 乙}"),
    "none with conditions": flow("{text: 甲, «next»: [b, end]}", "{id: b, text: 乙}"),
    "two of three": flow(
        "{text: 甲, «next»: [{to: b}, {to: a, when: 是}, end]}", "{id: b, text: 乙}", "{id: a, text: 丙}"
    ),
}


@pytest.mark.parametrize("example", BRANCHES.values(), ids=BRANCHES)
def test_branches(tmp_path: Path, example: str) -> None:
    check_marks(flow_branch_without_condition, tmp_path, example)


def test_the_branches_without_a_condition_are_counted_and_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(flow_branch_without_condition, tmp_path, BRANCHES["two of three"])
    assert finding.message.en == "2 of 3 ways on have no condition"
    assert len(finding.related) == 2


UNKNOWN = {
    "forms S0-D a step taken by a post that nobody describes": flow("{text: 学员报名, role: «course-consultant»}"),
    "forms S0-D a branch to a flow chart number that was lost": flow(
        "{text: 收款, next: [{to: «step-17», when: 已签单}, end]}"
    ),
    "forms S0-D a flow of a duty that was lost": flow("收款", "开票").replace(
        "    steps:", "    duty: «collect»\n    steps:"
    ),
}


@pytest.mark.parametrize("example", UNKNOWN.values(), ids=UNKNOWN)
def test_flows_refer_to_what_exists(tmp_path: Path, example: str) -> None:
    check_marks(unknown_reference, tmp_path, example)


FORMS = {
    "forms S1-H six steps from call to evaluation": flow("接收", "分析确认", "计划", "执行", "报告", "评估"),
    "forms S0-D a flow of money received in five steps": flow("报价", "签约", "收款", "开票", "归档"),
}


@pytest.mark.parametrize(
    "rule", [unreachable_step, flow_without_end, flow_step_without_role, flow_branch_without_condition]
)
@pytest.mark.parametrize("example", FORMS.values(), ids=FORMS)
def test_plain_flows_of_the_forms_pass(tmp_path: Path, rule: object, example: str) -> None:
    check_marks(rule, tmp_path, example)  # type: ignore[arg-type]
