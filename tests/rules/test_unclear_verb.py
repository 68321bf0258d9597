"""Duties and functions that say nothing, and the ones that only sound like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.model import Duty, Organization, Position, Text, UnitFunction, Workspace
from posdoc.model.position import PositionStatus
from posdoc.model.unit import Unit
from posdoc.rules import unclear_verb
from posdoc.rules._texts import shown
from posdoc.rules.unclear_verb import OPTIONS, check
from tests.rules.marked import check_marks


def language_of(text: str) -> str:
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def words(text: str) -> list[str]:
    duty = Duty(text=Text({language_of(text): text}))
    found = check(Organization(Workspace(), positions=(Position(duties=(duty,)),)), OPTIONS())
    return [finding.message.en[1:].partition("' does not")[0] for finding in found]


FOUND = [
    "«负责相关工作»",
    "«负责售后等相关工作»。",
    "«做好客户投诉的相关工作»；",
    "«完成相关任务»",
    "«协助处理相关事宜»",
    "«处理日常事务»",
    "«负责部门日常工作»",
    "登记投诉，«配合有关方面的工作»",
    "«落实各项工作»",
    "«参与一些事情»、登记",
    "（«办理有关事项»）",
    "第一行\n«做好日常工作»\n第三行",
    "«Participate in relevant work»",
    "«Handle related matters».",
    "«Responsible for related work», filing",
    "«assists with miscellaneous tasks»",
    "«Carry out all related activities»",
    "«perform various duties»",
    "«Deals with daily affairs»",
    "«Assist as needed»",
    "Answer calls; «help out when required».",
    "«assist where necessary»",
]
SILENT = [
    "与相关部门核对维修记录",
    "整理相关工作记录",
    "负责相关工作单位的联络",
    "完成相关任务单的归档",
    "处理日常事务，包括收发文件、登记考勤",
    "处理日常事务：收发文件",
    "负责日常工作（收发文件）",
    "完成上级交办的其他工作",
    "完成领导交办的有关工作",
    "完成经理安排的相关任务",
    "遵守相关法规",
    "相关工作",
    "负责登记，相关工作另行安排",
    "负责客户服务中心全部热线坐席班组排班与考勤的登记核对以及相关工作",
    "协助工程师备件",
    "Keep related records",
    "Handle related records",
    "Handle daily matters such as mail and filing",
    "Carry out routine tasks, including backups",
    "Perform related duties as assigned",
    "Handle day-to-day correspondence",
    "assist as needed by the surgeon team lead",
    "Participate in relevant training",
    "outdo related things elsewhere",
]


def unmarked(text: str) -> str:
    return text.replace("«", "").replace("»", "")


@pytest.mark.parametrize("text", FOUND, ids=unmarked)
def test_says_nothing(text: str) -> None:
    assert words(unmarked(text)) == [shown(text.partition("«")[2].partition("»")[0])]


@pytest.mark.parametrize("text", SILENT)
def test_says_something(text: str) -> None:
    assert words(text) == []


HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en, de]
## positions/service/unit.yaml
title: 售后部
functions: [{title: «做好相关工作», text: «负责日常事务», functions: [«处理有关事宜»]}]
background: 做好相关工作
## positions/service/clerk.yaml
title: 内勤
"""
PLACES = {
    "text and tasks": "duties: [{text: «负责相关工作», tasks: [登记, «做好日常工作»]}]\n",
    "nowhere else": "purpose: 负责相关工作\nduties: [{area: 负责相关工作, text: 登记, measures: [做好日常工作]}]\n",
    "twice in a text": "duties: ['«负责相关工作»，«做好日常工作»']\n",
    "the English under en": "duties: [{text: {zh: 归档, en: «Handle related matters»}}]\n",
    "no other language": "duties: [{text: {zh: 归档, de: Handle related matters}}]\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_places(text: str, tmp_path: Path) -> None:
    check_marks(unclear_verb, tmp_path, HEAD + text)


OWN = HEAD.replace(
    "languages: [zh, en, de]",
    "languages: [zh, en, de]\nrules: {options: {unclear-verb: {phrases: [做好服务, mitwirken.]}}}",
)


def test_own_phrases_in_any_language(tmp_path: Path) -> None:
    duties = "duties: [{text: {zh: «做好服务»工作, de: «mitwirken.»}}, {text: {zh: 登记, de: mitwirken!}}]\npurpose: 做好服务\n"
    check_marks(unclear_verb, tmp_path, OWN + duties)


def test_an_abolished_position_is_left_alone() -> None:
    duties = (Duty(text=Text({"zh": "负责相关工作"})),)
    for status, number in ((PositionStatus.ABOLISHED, 0), (PositionStatus.PLANNED, 1), (None, 1)):
        position = Position(duties=duties, status=status)
        assert len(list(check(Organization(Workspace(), positions=(position,)), OPTIONS()))) == number


def test_functions_of_a_unit() -> None:
    unit = Unit(functions=(UnitFunction(text=Text({"zh": "负责相关工作"})),))
    (finding,) = check(Organization(Workspace(), units=(unit,)), OPTIONS())
    assert finding.message.zh == "“负责相关工作”没有说明做什么"


def test_an_empty_phrase_is_no_phrase() -> None:
    position = Position(duties=(Duty(text=Text({"zh": "登记"})),))
    assert list(check(Organization(Workspace(), positions=(position,)), OPTIONS(phrases=("",)))) == []
