"""Shares of time and weights of duties: their totals, and duties without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load_workspace
from posdoc.rules import duty_time_not_100, duty_weight_not_100, duty_without_time, duty_without_weight
from tests.example_files import write_files
from tests.rules.marked import AS_OF, check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/supervisor.yaml
title: 售后主管
"""

TIME = {
    "forms 3.1: S0-G, shares of duties three to five are lost": """\
«duties»:
  - {text: 售后服务工作, time: 45%}
  - {text: 采购网点的电脑维修, time: 10%}
  - {text: 系统集成的现场实施, tasks: [安装系统]}
  - {text: 驻点维护}
  - {text: 电脑改配, tasks: [更换部件, 填写报表]}
  - {text: 售后团队管理, time: 10%}
""",
    "forms 3.2: S4-G, the first duty is lost": """\
«duties»: [{text: 处理客诉, time: 30%}, {text: 维护客户资料, time: 20%}]
""",
    "forms 3.5: S0-I, times without row nine": """\
«duties»: [{text: 标准, time: 40%}, {text: 制度, time: 15%}, {text: 其余, time: 15%}, {text: 售后服务}]
""",
    "one hundredth too little": "«duties»: [{text: 甲, time: 60%}, {text: 乙, time: 39.99%}]\n",
    "one hundredth too much": "«duties»: [{text: 甲, time: 60%}, {text: 乙, time: 40.01%}]\n",
    "ranges that end below": "«duties»: [{text: 甲, time: 50-59%}, {text: 乙, time: 30-40%}]\n",
    "ranges that begin above": "«duties»: [{text: 甲, time: 61-70%}, {text: 乙, time: 40-45%}]\n",
    "a frozen position": "status: frozen\n«duties»: [{text: 甲, time: 60%}]\n",
    "a planned position is still being written": "status: planned\nduties: [{text: 甲, time: 60%}]\n",
    "an abolished position is history": "status: abolished\nduties: [{text: 甲, time: 60%}]\n",
    "no duties": "code: A\n",
}


@pytest.mark.parametrize("duties", TIME.values(), ids=TIME)
def test_the_time_of_all_duties(duties: str, tmp_path: Path) -> None:
    check_marks(duty_time_not_100, tmp_path, HEAD + duties)


def test_what_is_said_of_a_total(tmp_path: Path) -> None:
    duties = "«duties»: [{text: 甲, time: 45%}, {text: 乙, time: 20-30%}, {text: 丙}]\n"
    (finding,) = check_marks(duty_time_not_100, tmp_path, HEAD + duties)
    assert finding.message == (
        "各项职责的时间应合计 100%，现为 65–75%；有 1 项未写时间",
        "the time of all duties must add up to 100%; it is 65–75%; 1 of them has none",
    )
    assert finding.hint == ("还差 25%", "25% more is needed")
    assert [(related.span.column, related.message.en) for related in finding.related] == [
        (26, "45%"),
        (48, "20-30%"),
    ]


def test_what_is_said_where_all_have_a_share(tmp_path: Path) -> None:
    (finding,) = check_marks(duty_time_not_100, tmp_path, HEAD + "«duties»: [{text: 甲, time: 45%}]\n")
    assert finding.message == (
        "各项职责的时间应合计 100%，现为 45%",
        "the time of all duties must add up to 100%; it is 45%",
    )


def test_what_is_said_of_weights(tmp_path: Path) -> None:
    duties = "«duties»: [{text: 甲, weight: 80%}, {text: 乙, weight: 40-50%}, {text: 丙}, {text: 丁}]\n"
    (finding,) = check_marks(duty_weight_not_100, tmp_path, HEAD + duties)
    assert finding.message == (
        "各项职责的权重应合计 100%，现为 120–130%；有 2 项未写权重",
        "the weights of all duties must add up to 100%; they make 120–130%; 2 of them have none",
    )
    assert finding.hint == ("多出 20%", "20% too much")
    assert [related.span.column for related in finding.related] == [28, 52]


WEIGHT = {
    "forms 3.3: S0-I, row nine keeps one of its two figures": """\
«duties»:
  - {area: 流程优化, text: 改进服务流程, weight: 5%, time: 5%}
  - {area: 投诉处理, text: 处理客户投诉, weight: 5%, time: 5%}
  - {area: 问题汇总, text: 整理反馈信息, weight: 5%, time: 5%}
  - {area: 成本控制, text: 降低现场成本, weight: 10%, time: 10%}
  - {area: 安全管理, text: 消除安全隐患, weight: 5%, time: 5%}
  - {area: 工作计划, text: 编制工作计划, weight: 5%, time: 5%}
  - {area: 人员管理, text: 培训所属员工, weight: 5%, time: 5%}
  - {area: 制度建设, text: 建立现场制度, weight: 15%, time: 15%}
  - {area: 售后服务, text: 维修售出产品, time: 30%}
  - {area: 其他, text: 完成领导安排的任务, weight: 15%, time: 15%}
""",
    "weights, no times": "duties: [{text: 甲, weight: 60%}, {text: 乙, weight: 40%}]\n",
    "times, no weights": "duties: [{text: 甲, time: 60%}, {text: 乙, time: 30%}]\n",
    "too little": "«duties»: [{text: 甲, weight: 60%}, {text: 乙, weight: 39%}]\n",
    "a planned position": "status: planned\nduties: [{text: 甲, weight: 60%}]\n",
}


@pytest.mark.parametrize("duties", WEIGHT.values(), ids=WEIGHT)
def test_the_weights_of_all_duties(duties: str, tmp_path: Path) -> None:
    check_marks(duty_weight_not_100, tmp_path, HEAD + duties)


WITHOUT_TIME = {
    "forms 3.1: S0-G, shares of duties three to five are lost": """\
duties:
  - {text: 售后服务工作, time: 45%}
  - {text: 采购网点的电脑维修, time: 10%}
  - {«text»: 系统集成的现场实施, tasks: [安装系统]}
  - {«area»: 驻点, text: 驻点维护}
  - {«tasks»: [更换部件, 填写报表]}
  - {text: 售后团队管理, time: 10%}
""",
    "a duty that is a plain text": "duties: [{text: 甲, time: 100%}, «乙»]\n",
    "a duty without content": "duties: [{text: 甲, time: 100%}, «{weight: 10%}»]\n",
    "none has one": "duties: [甲, {text: 乙, weight: 10%}]\n",
    "all have one": "duties: [{text: 甲, time: 0%}, {text: 乙, time: 40-60%}]\n",
    "a catch-all beside 100": "duties: [{text: 甲, time: 100%}, {text: 完成上级交办的其他工作}]\n",
    "a catch-all beside less": "duties: [{text: 甲, time: 95%}, {«text»: 完成上级交办的其他工作}]\n",
    "an abolished position": "status: abolished\nduties: [{text: 甲, time: 60%}, 乙]\n",
}


@pytest.mark.parametrize("duties", WITHOUT_TIME.values(), ids=WITHOUT_TIME)
def test_duties_without_time(duties: str, tmp_path: Path) -> None:
    check_marks(duty_without_time, tmp_path, HEAD + duties)


def test_what_is_said_of_a_duty_without_time(tmp_path: Path) -> None:
    duties = """\
duties:
  - {text: 甲}
  - {text: 乙, time: 60%}
  - {text: 丙, time: 40%}
"""
    marked = duties.replace("{text: 甲", "{«text»: 甲")
    (finding,) = check_marks(duty_without_time, tmp_path, HEAD + marked)
    assert finding.message == (
        "“甲”未写时间，而其他职责写了",
        "'甲' has no share of time, though other duties have one",
    )
    assert finding.hint == (
        "补写 time，使各项合计 100%；或并入另一项职责",
        "state its time so that all make 100%, or merge it with another duty",
    )
    (related,) = finding.related
    assert (related.span.line, related.span.column) == (4, 21)
    assert related.message == ("这一项写了时间", "this one has a share of time")


NAMES = [
    (
        "text: {zh: 受理报修，跟踪到结单, en: Take calls and see them through}",
        "受理报修",
        "Take calls and see them through",
    ),
    ("area: 热线, text: 受理报修", "热线", "热线"),
    ("tasks: [接听电话。记录报修, 回访]", "接听电话", "接听电话"),
    (f"text: {'维' * 20}", "维" * 20, "维" * 20),
    (f"text: {'维' * 21}", "维" * 20 + "…", "维" * 21),
    (f"text: {{en: {'a' * 51}}}", "a" * 20 + "…", "a" * 50 + "…"),
]


@pytest.mark.parametrize(("duty", "zh", "en"), NAMES)
def test_what_a_duty_is_called(duty: str, zh: str, en: str, tmp_path: Path) -> None:
    key, rest = duty.split(":", maxsplit=1)
    duties = f"duties: [{{text: 甲, time: 100%}}, {{«{key}»:{rest}}}]\n"
    (finding,) = check_marks(duty_without_time, tmp_path, HEAD + duties)
    assert finding.message.zh.startswith(f"“{zh}”未写")
    assert finding.message.en.startswith(f"'{en}' has no")


def test_a_duty_without_content_has_no_name(tmp_path: Path) -> None:
    duties = "duties: [{text: 甲, time: 100%}, «{weight: 10%}»]\n"
    (finding,) = check_marks(duty_without_time, tmp_path, HEAD + duties)
    assert finding.message.zh.startswith("该项职责未写")
    assert finding.message.en.startswith("this duty has no")


WITHOUT_WEIGHT = {
    "forms 3.3: S0-I, row nine keeps one of its two figures": """\
duties:
  - {area: 制度建设, text: 建立现场制度, weight: 15%, time: 15%}
  - {«area»: 售后服务, text: 维修售出产品, time: 30%}
  - {area: 其他, text: 完成领导安排的任务, weight: 15%, time: 15%}
""",
    "none has one": "duties: [{text: 甲, time: 60%}, 乙]\n",
    "a catch-all beside 100": "duties: [{text: 甲, weight: 100%}, {text: 完成上级交办的其他工作}]\n",
    "a frozen position": "status: frozen\nduties: [{text: 甲, weight: 60%}, «乙»]\n",
}


@pytest.mark.parametrize("duties", WITHOUT_WEIGHT.values(), ids=WITHOUT_WEIGHT)
def test_duties_without_weight(duties: str, tmp_path: Path) -> None:
    findings = check_marks(duty_without_weight, tmp_path, HEAD + duties)
    assert [finding.message.en.partition(" has ")[2] for finding in findings] == [
        "no weight, though other duties have one" for _ in findings
    ]


UNREAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/supervisor.yaml
title: 售后主管
duties: [{text: 甲, time: 05%, weight: 3/}, {text: 乙, time: 40%, weight: 40%}, {text: 丙}]
"""


def test_what_could_not_be_read_is_neither_summed_nor_missing(tmp_path: Path) -> None:
    organization, _, _ = load_workspace(write_files(tmp_path, UNREAD), AS_OF)
    for rule in (duty_time_not_100, duty_weight_not_100):
        assert list(rule.check(organization)) == []
    for missing in (duty_without_time, duty_without_weight):
        (finding,) = missing.check(organization)
        assert finding.message.zh.startswith("“丙”")
        assert finding.related[0].span.column in {60, 73}


COPIES = (
    HEAD
    + """\
duties: [{text: 甲, time: 60%, weight: 50%}, {text: 乙}]
## positions/service/east.yaml
title: 华东主管
based_on: supervisor
## positions/service/west.yaml
title: 华西主管
based_on: east
"""
)


def test_duties_that_others_take_over_are_looked_at_once(tmp_path: Path) -> None:
    for rule, place in (
        (duty_time_not_100, "duties: [{text: 甲"),
        (duty_weight_not_100, "duties: [{text: 甲"),
    ):
        marked = COPIES.replace(place, f"«duties»{place.removeprefix('duties')}")
        assert len(check_marks(rule, tmp_path, marked)) == 1
    marked = COPIES.replace("{text: 乙", "{«text»: 乙")
    assert len(check_marks(duty_without_time, tmp_path, marked)) == 1
    assert len(check_marks(duty_without_weight, tmp_path, marked)) == 1


def test_a_position_in_force_answers_for_what_it_takes_over_from_an_abolished_one(tmp_path: Path) -> None:
    marked = COPIES.replace("duties: [{text: 甲", "status: abolished\n«duties»: [{text: 甲")
    assert len(check_marks(duty_time_not_100, tmp_path, marked)) == 1


def test_each_position_of_its_own_is_looked_at(tmp_path: Path) -> None:
    marked = COPIES.replace("duties: [{text: 甲", "«duties»: [{text: 甲").replace(
        "based_on: east\n", "«duties»: [{text: 甲, time: 50%}]\n"
    )
    check_marks(duty_time_not_100, tmp_path, marked)
