"""Duties and tasks of one position that say the same twice, and those that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.model import Duty, Organization, Position, Responsibility, Text, Workspace
from posdoc.rules import duplicate_duty
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


def duties(*texts: str) -> str:
    return "duties:\n" + "".join(f"  - {{text: {text}}}\n" for text in texts)


CASES = {
    "the same": duties("编制年度培训计划并组织实施", "«编制年度培训计划并组织实施»"),
    "the same but for filling words": duties("负责配件的收发和盘点工作", "«对配件进行收发与盘点。»"),
    "three times": duties("编制年度培训计划并组织", "«编制年度培训计划并组织»", "«编制年度培训计划并组织»"),
    "nearly the same": duties("收集整理客户的技术问题并答复", "«逐一收集整理客户技术问题并答复»"),
    "synonyms": duties("制订配件安全库存，跟进客户订单", "«拟定备件安全库存，跟踪用户订单»"),
    "other duties between them": duties("制定配件安全库存计划", "回访客户", "登记来电", "«制订配件安全库存计划»"),
    "two languages, the first is compared": "duties:\n"
    "  - {text: {zh: 制定配件安全库存计划, en: Plan stocks}}\n"
    "  - {text: {zh: «制订配件安全库存计划», en: Set safety stocks}}\n",
    "the second language only": "duties:\n"
    "  - {text: {en: Answer the calls of customers and record them}}\n"
    "  - {text: {en: «Answer calls of customers and record them.»}}\n",
    "English by the way, Chinese differs": "duties:\n"
    "  - {text: {zh: 编制配件安全库存计划, en: Plan all the stocks of spare parts}}\n"
    "  - {text: {zh: 组织客户满意度调查, en: Plan all the stocks of spare parts}}\n",
    "short and equal, without headings": duties("回访客户", "«回访客户»"),
    "short and equal, under one heading": "duties: [{area: 回访, text: 做记录}, {area: 回访, text: «做记录»}]\n",
    "short and equal, under two headings": "duties: [{area: 回访, text: 做记录}, {area: 巡检, text: 做记录}]\n",
    "short and nearly equal": duties("上门回访客户", "回访客户"),
    "tasks of one duty": "duties: [{text: 处理投诉, tasks: [登记, «登记»]}]\n",
    "short tasks of two duties": "duties: [{text: 处理投诉, tasks: [登记]}, {text: 报修, tasks: [登记]}]\n",
    "long tasks of two duties": "duties:\n"
    "  - {text: 处理投诉, tasks: [接报后两小时内联系客户]}\n"
    "  - {text: 报修, tasks: [«接报后，两小时内与客户联系客户»]}\n",
    "a task that repeats a duty is no matter of this rule": "duties:\n"
    "  - {text: 编制年度培训计划并组织实施, tasks: [编制年度培训计划并组织实施]}\n",
    "a task that contains another one": "duties:\n"
    "  - {text: 报修, tasks: [收集整理客户技术问题, 收集整理客户技术问题并每周反馈研发]}\n",
    "part of another duty": duties("收集整理客户技术问题", "«收集整理客户技术问题并每周反馈研发»"),
    "a small part of another duty": duties(
        "收集整理客户技术问题", "收集整理客户技术问题，每周召集研发和质量人员会商对策并向客户答复"
    ),
    "the longer first": duties("收集整理客户技术问题并每周反馈研发", "«收集整理客户技术问题»"),
    "a part of another scope": duties("收集整理客户技术问题", "收集整理海外客户技术问题并反馈研发"),
    "another month or quarter": duties("每月编制配件收发存报表", "每季编制配件收发存报表"),
    "another number": duties("巡检一号冷却塔和1号水泵房", "巡检一号冷却塔和2号水泵房"),
    "another thing": duties("审批配件采购费用报销单", "审批差旅交通费用报销单"),
    "parallel stores": duties("新件仓库的收货、发货和盘点", "旧件仓库的收货、发货和盘点"),
    "without text": "duties: [{area: 投诉处理}, {area: 投诉处理}]\n",
    "nothing but filling words": duties("负责", "做好"),
    "forms 3.22 S3-A duty 1 = 9": duties(
        "保证本区域内售后服务的良性运作", "处理客户投诉", "«同时负责本区域内的售后服务工作»"
    ).replace("保证", "确保"),
    "forms 3.22 S4-D 2 = 6, 8 = 15, 10 = 14: alike in meaning, not in words; left to the reader": duties(
        "跟进客户的服务需求并制定合理的工作计划",
        "协助处理客户投诉，维护客户满意度",
        "制定服务流程和标准，保证服务规范",
        "跟踪客户的服务进度，及时处理问题",
        "协助开展满意度调查和客户访谈",
        "执行服务政策和流程，保证服务可靠",
    ),
    "planned": "status: planned\n" + duties("编制年度培训计划并组织实施", "编制年度培训计划并组织实施"),
    "abolished": "status: abolished\n" + duties("编制年度培训计划并组织实施", "编制年度培训计划并组织实施"),
    "frozen": "status: frozen\n" + duties("编制年度培训计划并组织实施", "«编制年度培训计划并组织实施»"),
}


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_repeated_duties(example: str, tmp_path: Path) -> None:
    check_marks(duplicate_duty, tmp_path, HEAD + example)


NEAR = ("收集整理客户技术问题并答复", "«收集整理客户技术问题并逐一答复»")  # 12 and 14 units: 24 of 26, 92 %
APART = (
    "收集整理客户技术问题并答复",
    "«每日分类收集整理客户技术难点问题并逐一答复»",
)  # 12 and 20 units: 24 of 32, 75 %


@pytest.mark.parametrize(
    ("likeness", "texts"),
    [("92%", NEAR), ("93%", None), ("85%", NEAR), ("75%", APART), ("76%", None)],
)
def test_the_likeness_can_be_set(likeness: str, texts: tuple[str, str] | None, tmp_path: Path) -> None:
    head = HEAD.replace("公司\n", f"公司\nrules: {{options: {{duplicate-duty: {{likeness: {likeness}}}}}}}\n", 1)
    silent = {"93%": NEAR, "76%": APART}.get(likeness, NEAR)
    example = duties(*texts) if texts else duties(*silent).replace("«", "").replace("»", "")
    check_marks(duplicate_duty, tmp_path, head + example)


def test_a_copy_in_another_office_is_the_same_finding(tmp_path: Path) -> None:
    example = HEAD + duties("编制年度培训计划并组织实施", "«编制年度培训计划并组织实施»")
    example += "## positions/service/engineer-2.yaml\nbased_on: engineer\nreports_to: engineer\n"
    assert len(check_marks(duplicate_duty, tmp_path, example)) == 1


HOW = [
    ("编制年度培训计划并组织", "编制年度培训计划并组织", "the same as", "相同"),
    ("编制年度培训计划并组织", "编制年度培训计划并组织好", "nearly the same as", "几乎相同"),
    ("收集整理客户技术问题", "收集整理客户技术问题并每周反馈研发", "mostly the same as", "大部分相同"),
]


@pytest.mark.parametrize(("first", "second", "en", "zh"), HOW)
def test_what_is_said(first: str, second: str, en: str, zh: str, tmp_path: Path) -> None:
    (finding,) = check_marks(duplicate_duty, tmp_path, HEAD + duties(first, f"«{second}»"))
    assert finding.message.en == f"this duty is {en} an earlier one, '{first}'"
    assert finding.message.zh == f"这项职责与前面的“{first}”{zh}"
    assert finding.hint
    assert finding.hint.en == "merge the two duties, or say what is different about them"
    (related,) = finding.related
    assert (related.span.line, related.span.column) == (3, 12)


def test_tasks_are_called_tasks(tmp_path: Path) -> None:
    example = HEAD + "duties: [{text: 处理投诉, tasks: [登记, «登记»]}]\n"
    (finding,) = check_marks(duplicate_duty, tmp_path, example)
    assert finding.message.en == "this task is the same as an earlier one, '登记'"
    assert finding.message.zh == "这项任务与前面的“登记”相同"
    assert finding.hint
    assert finding.hint.en == "merge the two tasks, or say what is different about them"


def test_the_first_that_is_repeated_is_shown(tmp_path: Path) -> None:
    texts = ("编制年度培训计划并组织", "«编制年度培训计划并组织»", "«编制年度培训计划并组织»")
    findings = check_marks(duplicate_duty, tmp_path, HEAD + duties(*texts))
    assert [related.span.line for finding in findings for related in finding.related] == [3, 3]


def test_the_degree_of_responsibility_does_not_matter() -> None:
    text = "编制年度培训计划并组织实施"
    made = (Duty(text=Text({"zh": text})), Duty(text=Text({"zh": text}), responsibility=Responsibility.ASSIST))
    organization = Organization(Workspace(), positions=(Position(id="a", duties=made),))
    assert len(list(duplicate_duty.check(organization, duplicate_duty.LikenessOptions()))) == 1
