"""Duties that say nothing, none that is essential, and duties that say what was said before."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load_workspace
from posdoc.rules import (
    Rule,
    duty_equals_its_only_task,
    duty_repeats_purpose,
    duty_without_content,
    no_essential_duty,
)
from posdoc.rules._said_again import essence, says_again
from tests.example_files import write_files
from tests.rules.marked import AS_OF, check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""

CASES: list[tuple[Rule, str, str]] = [
    (duty_without_content, "text", "duties: [维修]\n"),
    (duty_without_content, "area", "duties: [{area: 维修}]\n"),
    (duty_without_content, "tasks", "duties: [{tasks: [维修]}]\n"),
    (duty_without_content, "a share alone", "duties: [维修, «{time: 40%}», «{number: 3, weight: 10%}»]\n"),
    (duty_without_content, "empty tasks", "duties: [«{tasks: []}»]\n"),
    (duty_without_content, "abolished", "status: abolished\nduties: [{time: 40%}]\n"),
    (no_essential_duty, "one is", "duties: [{text: 甲, essential: false}, {text: 乙, essential: true}]\n"),
    (no_essential_duty, "none is marked", "duties: [甲, 乙]\n"),
    (no_essential_duty, "one is marked", "duties: [甲, {text: 乙, essential: «false»}]\n"),
    (no_essential_duty, "all are not", "duties: [{text: 甲, essential: «false»}, {text: 乙, essential: false}]\n"),
    (no_essential_duty, "planned", "status: planned\nduties: [{text: 乙, essential: false}]\n"),
    (
        duty_equals_its_only_task,
        "forms 3.22: S0-D, duty two",
        "duties: [{text: 组织并带领售后部学习产品业务知识。, tasks: [«1、组 织并 带领 售后 部学习 产品 业务知 识。»]}]\n",
    ),
    (duty_equals_its_only_task, "the same words", "duties: [{text: 受理报修, tasks: [«受理报修»]}]\n"),
    (duty_equals_its_only_task, "one more word", "duties: [{text: 受理报修, tasks: [受理报修单]}]\n"),
    (duty_equals_its_only_task, "responsible", "duties: [{text: 主要负责受理报修, tasks: [«受理报修；»]}]\n"),
    (duty_equals_its_only_task, "two tasks", "duties: [{text: 受理报修, tasks: [受理报修, 受理报修]}]\n"),
    (duty_equals_its_only_task, "no text", "duties: [{area: 受理报修, tasks: [受理报修]}]\n"),
    (duty_equals_its_only_task, "no task", "duties: [{text: 受理报修}]\n"),
    (
        duty_equals_its_only_task,
        "the second language",
        "duties: [{text: {zh: 受理报修, en: Take calls}, tasks: [«{zh: 接听热线, en: 'Responsible for: take calls.'}»]}]\n",
    ),
    (duty_equals_its_only_task, "no common language", "duties: [{text: {en: Calls}, tasks: [{zh: Calls}]}]\n"),
    (duty_equals_its_only_task, "planned", "status: planned\nduties: [{text: 受理报修, tasks: [受理报修]}]\n"),
    (
        duty_repeats_purpose,
        "forms 3.22: S4-H, duty one is the overview",
        """\
overview: 配合售后主管进行售后工程保修期内的保修及维保项目使用中发现问题的控制,及具体维保工作。
duties:
  - text: «负责售后工程保修期内的保修及维保项目使用中发现问题的控制,及具体维保工作。»
  - text: 按合同要求做好日常巡查和保养。
""",
    ),
    (duty_repeats_purpose, "the purpose", "purpose: 受理报修并回访。\nduties: [维修, «负责受理报修并回访»]\n"),
    (duty_repeats_purpose, "the background", "background: 受理报修并回访。\nduties: [«受理报修并回访»]\n"),
    (duty_repeats_purpose, "neither", "purpose: 让客户满意。\nbackground: 业务扩大。\nduties: [受理报修并回访]\n"),
    (duty_repeats_purpose, "an area is a heading", "purpose: 受理报修\nduties: [{area: 受理报修, text: 接听热线}]\n"),
    (duty_repeats_purpose, "no reasons", "duties: [受理报修]\n"),
    (
        duty_repeats_purpose,
        "in the first language that both have",
        "purpose: {zh: 让客户满意, en: Take calls}\nduties: [{zh: 受理报修, en: Take calls}, «{en: Take calls.}»]\n",
    ),
    (duty_repeats_purpose, "abolished", "status: abolished\npurpose: 受理报修\nduties: [受理报修]\n"),
]


@pytest.mark.parametrize(
    ("rule", "duties"),
    [(rule, duties) for rule, _, duties in CASES],
    ids=[f"{rule.KIND.name}: {name}" for rule, name, _ in CASES],
)
def test_content(rule: Rule, duties: str, tmp_path: Path) -> None:
    check_marks(rule, tmp_path, HEAD + duties)


def test_what_is_said_of_a_duty_without_content(tmp_path: Path) -> None:
    (finding,) = check_marks(duty_without_content, tmp_path, HEAD + "duties: [«{time: 40%}»]\n")
    assert finding.message == ("这项职责没有内容", "this duty says nothing")
    assert finding.hint
    assert finding.hint.en == "add a text, an area or tasks, or take the duty out"


def test_what_is_said_where_none_is_essential(tmp_path: Path) -> None:
    duties = "duties: [{text: 甲, essential: «false»}, {text: 乙, essential: false}]\n"
    (finding,) = check_marks(no_essential_duty, tmp_path, HEAD + duties)
    assert finding.message == ("没有一项职责是基本职责", "none of the duties is essential")
    assert finding.hint
    assert finding.hint.en == "write essential: true where the position would not exist without the duty"


def test_what_is_said_of_a_repeated_task(tmp_path: Path) -> None:
    duties = "duties:\n  - text: 受理报修\n    tasks: [«受理报修»]\n"
    (finding,) = check_marks(duty_equals_its_only_task, tmp_path, HEAD + duties)
    assert finding.message == ("唯一的任务只是重复了职责描述", "the only task repeats the text of the duty")
    assert finding.hint == ("写出具体怎么做，或删去 tasks", "say how it is done, or take the tasks out")
    (related,) = finding.related
    assert (related.span.line, related.span.column) == (3, 11)
    assert related.message.en == "the text of the duty"


REASONS = [
    ("overview", "岗位概述", "the overview"),
    ("purpose", "岗位目的", "the purpose"),
    ("background", "岗位背景", "the background"),
]


@pytest.mark.parametrize(("key", "zh", "en"), REASONS)
def test_what_is_said_of_a_repeated_reason(key: str, zh: str, en: str, tmp_path: Path) -> None:
    duties = f"{key}: 受理报修并回访\nduties: [«受理报修并回访»]\n"
    (finding,) = check_marks(duty_repeats_purpose, tmp_path, HEAD + duties)
    assert finding.message == (f"这项职责重复了{zh}", f"this duty repeats {en}")
    assert finding.hint == (
        f"职责写具体做什么，{zh}写为什么设立岗位",
        f"let the duty say what is done, and {en} why the position exists",
    )
    (related,) = finding.related
    assert (related.span.line, related.span.column, related.message.en) == (2, len(key) + 3, en)


def test_a_duty_that_repeats_two_of_them_is_told_once(tmp_path: Path) -> None:
    duties = "overview: 受理报修并回访\npurpose: 受理报修并回访\nduties: [«受理报修并回访», 维修]\n"
    (finding,) = check_marks(duty_repeats_purpose, tmp_path, HEAD + duties)
    assert finding.message.en.endswith("the overview")


COPY = """\
purpose: 受理报修并回访
duties: [«受理报修并回访»]
## positions/service/east.yaml
title: 华东工程师
based_on: engineer
"""


def test_a_copy_is_compared_once_unless_it_says_why_itself(tmp_path: Path) -> None:
    assert len(check_marks(duty_repeats_purpose, tmp_path, HEAD + COPY)) == 1
    restated = COPY.replace("purpose: 受理", "purpose: 快速处理").replace(
        "华东工程师\n", "华东工程师\noverview: 受理报修并回访\n"
    )
    assert (
        len(check_marks(duty_repeats_purpose, tmp_path, HEAD + restated.replace("快速处理报修并回访", "让客户满意")))
        == 1
    )


def test_what_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    example = HEAD + "duties: [{text: [甲]}, {area: [甲]}, {essential: 也许, text: 甲}, {essential: false, text: 乙}]\n"
    organization, findings, _ = load_workspace(write_files(tmp_path, example), AS_OF)
    assert len(findings) == 3
    assert list(duty_without_content.check(organization)) == []
    assert list(no_essential_duty.check(organization)) == []


ESSENCES = [
    ("负责受理报修。", "受理报修"),
    ("1、负责 受理，报修", "受理报修"),
    ("（三）受理报修", "受理报修"),
    ("12.受理报修", "受理报修"),
    ("全面负责受理报修", "受理报修"),
    ("承担受理报修", "受理报修"),
    ("受理负责报修", "受理负责报修"),
    ("受理３台ＡＣ", "受理3台ac"),
    ("三包鉴定", "三包鉴定"),
    ("Is responsible for: the_calls", "thecalls"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ESSENCES)
def test_essence(text: str, expected: str) -> None:
    assert essence(text) == expected


LONG = "受理客户咨询报修与投诉并跟踪到结单为止同时做好记录与归档工作"
ALIKE = [
    (LONG, LONG, True),
    (LONG, f"负责{LONG}。", True),
    (LONG, LONG.replace("咨询", "来电"), True),
    (LONG, LONG.replace("咨询", "来电").replace("记录", "登记").replace("归档", "保存"), False),
    (LONG, f"{LONG}{'甲' * 10}", True),
    (LONG, f"{LONG}{'甲' * 11}", False),
    (LONG, LONG[:10], False),
    (LONG, "编写维修手册和技术通告并培训办事处的工程师以及特约维修站人员", False),
    (
        "Take calls and follow every job until it is closed",
        "Take all calls and follow every job until it is closed",
        True,
    ),
    (
        "Take calls and follow every job until it is closed",
        "Write manuals and train the engineers of all offices",
        False,
    ),
    ("服务质量的问题汇总", "全公司服务质量的问题汇总", True),
    ("受理客户投诉并做记录", "受理客户投诉并做登录", True),
    (LONG * 8, (LONG * 8).replace("咨询", "来电", 1), True),
    ("。", "。", False),
    ("", "", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), ALIKE)
def test_what_says_something_again(one: str, other: str, expected: bool) -> None:
    assert says_again(one, other) is expected
    assert says_again(other, one) is expected
