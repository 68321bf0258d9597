"""The catch-all duty: what is one and what only looks like one, and how much of it there may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.model import Duty, Text
from posdoc.rules import catch_all_duty
from posdoc.rules._catch_all import is_catch_all, mention_in
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
FORBIDDEN = HEAD.replace("公司\n", "公司\nrules: {options: {catch-all-duty: {policy: forbidden}}}\n", 1)
REQUIRED = FORBIDDEN.replace("forbidden", "required")

# texts that say nothing else
NOTHING_ELSE = [
    "完成领导安排的其他任务",
    "完成领导安排的其它任务",
    "完成上级临时交办的其他工作任务。",
    "完成上级交办的其它工作。",
    "公司交办的其它事务。",
    "其他由部门经理交办的工作。",
    "完成客服中心主任交办的其它工作",
    "认真相关领导交办的其他任务",
    "其他领导交办的事项",
    "做好其他指定工作",
    "负责上级交办其他事项",
    "8、完成直接上级安排的其他临时性工作；",
    "（三）及时完成交办的其他各项工作",
    "服从安排，完成上级交办的其他工作，并及时汇报",
    "完成领导交办的工作",
    "按时完成上级安排的临时任务",
    "Performs other duties as assigned.",
    "Other duties, as required",
    "Carry out any other tasks given by the supervisor.",
    "Any other duties",
    "To perform such other related duties as may be assigned from time to time",
    "Undertake other ad hoc projects when requested",
    "2. Other work assigned by the superior",
]


@pytest.mark.parametrize("text", NOTHING_ELSE)
def test_texts_that_say_nothing_else(text: str) -> None:
    mention = mention_in(text)
    assert mention is not None
    assert mention.is_all


# between the bars is the clause; the fixed words before it belong to it
AMONG_OTHERS = [
    "接听报修电话，|完成领导交办的其他工作|。",
    "检查库房； |上级交办的其他事项|",
    "接听电话；|完成公司交办的其他工作|，整理档案",
    "完成客户交办的其他事项，|其他由主管安排的工作|",
    "Answers calls and |other duties as assigned|.",
    "|Other duties as assigned| and keeping the stores tidy",
    "|Other duties as required|; drives the van",
]


@pytest.mark.parametrize("marked", AMONG_OTHERS)
def test_a_clause_among_others(marked: str) -> None:
    before, clause, after = marked.split("|")
    mention = mention_in(before + clause + after)
    assert mention == (len(before), len(before) + len(clause), False)


NO_MENTION = [
    "与其他部门协调工作进度",
    "把例会决议和经理交办事项列入督办表，跟踪到责任人提交结果。",
    "跟踪总经理交办的其他事项",
    "督办上级交办的其他工作",
    "完成客户交办的其他事项",
    "向下属安排其他工作",
    "处理其他责任造成的投诉",
    "其他部门人员的培训",
    "24小时内召集技术、质量、销售会商，提出临时措施",
    "执行主管分配的维修任务",
    "指导其他工程师完成调试任务",
    "Works with other departments on duties that they share",
    "Trains other engineers as required",
    "Does welding and other work required by the customer",
    "Keeps the van and other tools ready",
    "Gathers what other projects have learnt",
    "",
]


@pytest.mark.parametrize("text", NO_MENTION)
def test_what_only_looks_like_one(text: str) -> None:
    assert mention_in(text) is None


def zh(text: str) -> Text:
    return Text({"zh": text})


CLAUSE = zh("完成上级交办的其他工作")
DUTIES = [
    (Duty(text=CLAUSE), True),
    (Duty(area=CLAUSE), True),
    (Duty(area=zh("行政事务"), text=CLAUSE), True),
    (Duty(area=zh("其他")), True),
    (Duty(area=zh("其他工作：")), True),
    (Duty(area=zh("临时任务")), True),
    (Duty(area=zh("领导交办事项")), True),
    (Duty(area=Text({"en": "Other duties"})), True),
    (Duty(text=zh("其他")), True),
    (Duty(text=Text({"zh": "机动", "en": "Other duties as assigned"})), True),
    (Duty(tasks=(CLAUSE,)), True),
    (Duty(tasks=(CLAUSE, zh("接听电话"))), False),
    (Duty(area=zh("其他"), tasks=(CLAUSE, CLAUSE)), True),
    (Duty(area=zh("其他"), tasks=(zh("年检车辆"),)), False),
    (Duty(area=zh("其他"), text=zh("年检车辆")), False),
    (Duty(area=zh("其他"), text=zh("年检车辆，完成领导交办的其他工作")), True),
    (Duty(area=zh("行政"), text=zh("年检车辆，完成领导交办的其他工作")), False),
    (Duty(area=zh("其他客户"), text=zh("走访其他客户")), False),
    (Duty(area=zh("其他客户")), False),
    (Duty(text=zh("维修")), False),
    (Duty(text=zh("负责与其他部门的协调")), False),
    (Duty(area=zh("督办"), tasks=(CLAUSE,)), False),
    (Duty(), False),
]


@pytest.mark.parametrize(("duty", "expected"), DUTIES, ids=lambda value: str(value)[:60])
def test_duties_that_are_nothing_else(duty: Duty, expected: bool) -> None:
    assert is_catch_all(duty) is expected


SHARES = {
    "forms 3.3: S0-I, 其他 has 15 %": """\
duties: [{text: 维修, time: 85%, weight: 85%}, {area: 其他, text: 完成领导安排的其他任务, time: «15%», weight: 15%}]
""",
    "at the limit": "duties: [{text: 维修, time: 90%}, {area: 其他, time: 10%}]\n",
    "just above": "duties: [{text: 维修, time: 89.9%}, {area: 其他, time: «10.1%»}]\n",
    "a range that begins at the limit": "duties: [{text: 维修, time: 85%}, {area: 其他, time: 10-20%}]\n",
    "weight in place of time": "duties: [{text: 维修, weight: 85%}, {area: 其他, weight: «15%»}]\n",
    "time before weight": "duties: [{text: 维修}, {area: 其他, time: 10%, weight: 90%}]\n",
    "no share": "duties: [{text: 维修, time: 100%}, {area: 其他}]\n",
    "a task among others": "duties: [{text: 内勤, time: 100%, tasks: [建档, 完成上级交办的其他工作]}]\n",
    "planned": "status: planned\nduties: [{area: 其他, time: 90%}]\n",
}


@pytest.mark.parametrize("duties", SHARES.values(), ids=SHARES)
def test_how_large_it_may_be(duties: str, tmp_path: Path) -> None:
    findings = check_marks(catch_all_duty, tmp_path, HEAD + duties)
    assert [finding.hint.en for finding in findings if finding.hint] == [
        "name what is done regularly as duties of their own, and lower the share" for _ in findings
    ]


def test_another_maximum(tmp_path: Path) -> None:
    head = HEAD.replace("公司\n", "公司\nrules: {options: {catch-all-duty: {maximum: 4%}}}\n", 1)
    duties = "duties: [{area: 其他, time: «5%»}, {area: Other, text: Other duties as assigned, time: 4%}]\n"
    (finding,) = check_marks(catch_all_duty, tmp_path, head + duties)
    assert finding.message == ("兜底条款占 5%，高于 4%", "a catch-all duty has 5%, more than 4%")


NOT_ALLOWED = {
    "text": "duties: [维修, 完成«领导交办的其他工作»]\n",
    "the end of a text": "duties: [维修机组，完成«领导交办的其他工作»。]\n",
    "an area and its text": "duties: [{area: «其他», text: 完成«领导交办的其他工作»}]\n",
    "each task": "duties: [{text: 内勤, tasks: [完成«公司交办的其他工作», 建档, «其他由主管安排的任务»]}]\n",
    "one language is enough": "duties: [{zh: 完成«领导交办的其他工作», en: Other duties as assigned}]\n",
    "the other language": "duties: [{zh: 机动, en: Performs «other duties as assigned»}]\n",
    "its share is of no concern": "duties: [{area: «其他», time: 90%}]\n",
    "none": "duties: [维修, {area: 其他客户, text: 走访}]\n",
}


@pytest.mark.parametrize("duties", NOT_ALLOWED.values(), ids=NOT_ALLOWED)
def test_where_it_is_forbidden(duties: str, tmp_path: Path) -> None:
    marked = FORBIDDEN + duties.replace("完成«", "«完成")  # the fixed words before the clause belong to it
    for finding in check_marks(catch_all_duty, tmp_path, marked):
        assert finding.message.en.startswith("catch-all duties are not allowed: '")
        assert finding.hint
        assert finding.hint.en == "say which duties are meant, or take it out"


NEEDED = {
    "absent": "«duties»: [维修, 建档]\n",
    "there": "duties: [维修, 完成领导交办的其他工作]\n",
    "as a task": "duties: [{text: 维修, tasks: [完成领导交办的其他工作]}]\n",
    "at the end of a text": "duties: [建档，完成领导交办的其他工作]\n",
    "there and too large": "duties: [{text: 维修, time: 80%}, {area: 其他, time: «20%»}]\n",
    "no duties at all": "code: A\n",
    "abolished": "status: abolished\nduties: [维修]\n",
}


@pytest.mark.parametrize("duties", NEEDED.values(), ids=NEEDED)
def test_where_it_is_required(duties: str, tmp_path: Path) -> None:
    check_marks(catch_all_duty, tmp_path, REQUIRED + duties)


def test_what_is_said_where_it_is_absent(tmp_path: Path) -> None:
    (finding,) = check_marks(catch_all_duty, tmp_path, REQUIRED + "«duties»: [维修]\n")
    assert finding.message == ("缺少兜底条款", "there is no catch-all duty")
    assert finding.hint == ("补一项，如“完成上级交办的其他工作”", "add one, such as: other duties as assigned")
