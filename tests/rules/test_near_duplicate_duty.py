"""Duties for which two positions are both fully responsible, and those that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import near_duplicate_duty
from tests.rules.marked import check_marks

CONTROL = "对不良品和维修配件的退换、发放进行审查控制"


def two(first: str, second: str, first_head: str = "title: 售后经理", second_head: str = "title: 旧件仓库员") -> str:
    return f"""\
## posdoc.yaml
organization: 公司
languages: [zh, en]
roots: [a, b]
## positions/service/unit.yaml
title: 售后部
## positions/service/a.yaml
{first_head}
duties: [{{{first}}}]
## positions/service/b.yaml
{second_head}
duties: [{{{second}}}]
"""


def texts(first: str, second: str) -> str:
    return two(f"text: {first}", f"text: {second}")


def heads(first: str, second: str) -> str:
    return two("text: 到现场诊断并排除机组故障", "text: 到现场诊断并排除机组故障", first, second)


CASES = {
    "the same": texts(CONTROL, f"«{CONTROL}»"),
    "forms 3.23 不良品审查控制: 售后经理 2 = 旧件仓库员 3": texts(CONTROL, "«负责对不良品和维修配件的发放、退换进行审查控制。»"),
    "forms 3.23 售后政策宣传: 客户主管 4 = 三包技术员 5": two(
        "text: 负责对经销客户售后服务政策的宣传、指导工作", "text: «对经销客户售后服务政策的宣传和指导»",
        "title: 客户主管", "title: 三包技术员"
    ),
    "other duties": texts(CONTROL, "对旧件仓库的账、物、卡的一致性进行核对"),
    "another thing": texts("审批配件采购费用报销单", "审批差旅交通费用报销单"),
    "parallel stores": texts("新件仓库的收货、发货和盘点", "旧件仓库的收货、发货和盘点"),
    "short": texts("处理客户投诉", "处理客户投诉"),
    "just long enough": texts("按时回访报修客户", "«按时回访报修客户»"),
    "assists": two(f"text: {CONTROL}", f"text: {CONTROL}, responsibility: assist"),
    "organizes": two(f"text: {CONTROL}, responsibility: organize", f"text: {CONTROL}"),
    "has a part": two(f"text: {CONTROL}, responsibility: partial", f"text: {CONTROL}"),
    "full and full": two(f"text: {CONTROL}, responsibility: full", f"text: «{CONTROL}», responsibility: full"),
    "planned": two(f"text: {CONTROL}", f"text: {CONTROL}", second_head="title: 旧件仓库员\nstatus: planned"),
    "abolished": two(f"text: {CONTROL}", f"text: {CONTROL}", "title: 售后经理\nstatus: abolished"),
    "based on it, but restated": two(f"text: {CONTROL}", f"text: {CONTROL}", second_head="title: 副职\nbased_on: a"),
    "levels": heads("title: 初级维修工程师", "title: 高级维修工程师"),
    "numbered levels": heads("title: 一级维修技师", "title: 二级维修技师"),
    "with and without level": heads("title: 助理工程师", "title: 工程师"),
    "English levels": heads("title: {en: Junior Service Engineer}", "title: {en: Senior Service Engineer}"),
    "regions": heads("title: 华东维修工程师", "title: 华南维修工程师"),
    "brackets": heads("title: 维修工程师（空调）", "title: 维修工程师（通风）"),
    "other trades": two(
        "text: 到现场诊断并排除机组故障", "text: «到现场诊断并排除机组故障»", "title: 维修工程师", "title: 调试工程师"
    ),
    "everybody's": texts("遵守公司各项规章制度和劳动纪律", "遵守公司各项规章制度和劳动纪律"),
    "everybody's 6S": texts("维护和持续6S管理，保持工作场所有序", "维护和持续6S管理，保持工作场所有序"),
    "catch-all": texts("完成上级领导临时交办的其他工作任务", "完成上级领导临时交办的其他工作任务"),
    "both in one unit for their own": texts("编制本部门年度培训计划并实施", "«编制本部门年度培训计划并实施»"),
    "without text": two("area: 投诉处理", "area: 投诉处理"),
    "English": two(
        "text: {en: Answer the calls of customers and record them}",
        "text: {en: «Answer calls of customers and record them all»}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_the_same_duty_twice(example: str, tmp_path: Path) -> None:
    check_marks(near_duplicate_duty, tmp_path, example)


OFFICES = """\
## posdoc.yaml
organization: 公司
roots: [a, b, c]
## positions/air/unit.yaml
title: 空调组
## positions/air/a.yaml
title: {A}
duties: [{{text: {first}}}]
## positions/fans/unit.yaml
title: 通风组
## positions/fans/b.yaml
title: {B}
duties: [{{text: {second}}}]
## positions/fans/c.yaml
title: 文员
"""
UNITS = {
    "heads of two units": OFFICES.format(A="空调组长", B="通风组长", first=CONTROL, second=CONTROL),
    "others in two units": OFFICES.format(A="空调班长", B="通风组长", first=CONTROL, second=f"«{CONTROL}»"),
    "each for its own unit": OFFICES.format(
        A="班长", B="主管", first="编制本组年度培训计划并实施", second="编制本组年度培训计划并实施"
    ),
}


@pytest.mark.parametrize("example", UNITS.values(), ids=UNITS)
def test_the_same_duty_in_two_units(example: str, tmp_path: Path) -> None:
    check_marks(near_duplicate_duty, tmp_path, example)


def test_what_is_said(tmp_path: Path) -> None:
    (finding,) = check_marks(near_duplicate_duty, tmp_path, texts(CONTROL, f"«{CONTROL}»"))
    assert finding.message.en == f"'售后经理' has the same duty, '{CONTROL}', and both are fully responsible for it"
    assert finding.message.zh == f"这项职责与“售后经理”的职责“{CONTROL}”相同，两个岗位都负全责"
    assert finding.hint
    assert finding.hint.en.startswith("leave one fully responsible and state responsibility in the other")
    (related,) = finding.related
    assert (related.span.path, related.span.line, related.span.column) == ("positions/service/a.yaml", 2, 17)


def test_what_is_said_of_nearly_the_same(tmp_path: Path) -> None:
    (finding,) = check_marks(near_duplicate_duty, tmp_path, texts(CONTROL, f"«逐批{CONTROL}»"))
    assert (
        finding.message.en == f"'售后经理' has nearly the same duty, '{CONTROL}', and both are fully responsible for it"
    )
    assert finding.message.zh == f"这项职责与“售后经理”的职责“{CONTROL}”几乎相同，两个岗位都负全责"


def test_three_positions_are_two_findings_that_show_the_first(tmp_path: Path) -> None:
    example = texts(CONTROL, f"«{CONTROL}»").replace("[a, b]", "[a, b, c]")
    example += f"## positions/service/c.yaml\ntitle: 文员\nduties: [{{text: «{CONTROL}»}}]\n"
    findings = check_marks(near_duplicate_duty, tmp_path, example)
    assert [finding.related[0].span.path for finding in findings] == ["positions/service/a.yaml"] * 2


def test_a_third_position_is_compared_although_the_first_two_are_levels(tmp_path: Path) -> None:
    example = heads("title: 初级工程师", "title: 高级工程师").replace("[a, b]", "[a, b, c]")
    example += "## positions/service/c.yaml\ntitle: 调度员\nduties: [{text: «到现场诊断并排除机组的故障»}]\n"
    check_marks(near_duplicate_duty, tmp_path, example)


def test_a_level_met_later_is_compared_with_what_another_trade_wrote(tmp_path: Path) -> None:
    example = heads("title: 初级工程师", "title: 调度员").replace(
        "故障}]\n## positions/service/b", "故障}]\n## positions/service/b"
    )
    example = example.replace(
        "调度员\nduties: [{text: 到现场诊断并排除机组故障", "调度员\nduties: [{text: «逐台到现场诊断并排除机组故障»"
    )
    example = example.replace("[a, b]", "[a, b, c]")
    example += "## positions/service/c.yaml\ntitle: 高级工程师\nduties: [{text: «到现场诊断并排除机组故障»}]\n"
    findings = check_marks(near_duplicate_duty, tmp_path, example)
    assert [finding.related[0].span.path[-6:] for finding in findings] == ["a.yaml", "b.yaml"]


def test_taken_over_duties_are_no_second_ones(tmp_path: Path) -> None:
    example = texts(CONTROL, "回访客户并登记意见建议").replace("[a, b]", "[a, b, c]")
    example += "## positions/service/c.yaml\ntitle: 文员\nbased_on: a\n"
    check_marks(near_duplicate_duty, tmp_path, example)


@pytest.mark.parametrize(("likeness", "marked"), [("92%", True), ("93%", False)])
def test_the_likeness_can_be_set(likeness: str, marked: bool, tmp_path: Path) -> None:
    second = "逐一收集整理客户技术问题并答复"  # 14 units against 12: 24 of 26, 92 %
    example = texts("收集整理客户技术问题并答复", f"«{second}»" if marked else second)
    options = f"公司\nrules: {{options: {{near-duplicate-duty: {{likeness: {likeness}}}}}}}\n"
    check_marks(near_duplicate_duty, tmp_path, example.replace("公司\n", options, 1))
