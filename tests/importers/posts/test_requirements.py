"""What is required, what may be done, and with whom one deals, in lists with and without labels."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts import read_posts, standard_labels
from tests.importers.posts.texts import foreign


def _read(*lines: str) -> dict[str, Any]:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", *lines), standard_labels()).drafts
    assert [line.unread() for line in draft.lines if line.unread()] == []
    return draft.data


@pytest.mark.parametrize("number", ["{}、", "{}. ", "{}）", "（{}）"])
def test_what_follows_a_numbered_label_with_the_next_number_is_a_requirement_of_its_own(number: str) -> None:
    texts = ("技能：会看电路图；", "年龄25-40岁，男性优先；", "持有低压电工证。", "身体健康，不恐高")
    found = _read("任职要求：", *(number.format(place) + text for place, text in enumerate(texts, 1)))
    assert found["qualifications"] == [
        {"item": "skill", "required": "会看电路图"},
        {"item": "age", "required": "年龄25-40岁，男性优先"},
        {"item": "certificate", "required": "持有低压电工证。"},
        {"item": "physical", "required": "身体健康，不恐高"},
    ]


def test_what_is_numbered_otherwise_goes_on_below_the_label() -> None:
    found = _read("任职要求：", "1、技能：", "（1）会看电路图；", "（2）会焊接；", "2、学历：大专")
    assert found["qualifications"] == [
        {"item": "skill", "required": "会看电路图\n会焊接"},
        {"item": "education", "required": "大专"},
    ]


def test_rights_end_without_the_sign_between_them() -> None:
    assert _read("权限：", "1、领用500元以下配件；", "2、考核外协单位的建议权。")["authority"] == [
        "领用500元以下配件",
        "考核外协单位的建议权。",
    ]


def test_contacts_told_in_sentences() -> None:
    found = _read(
        "工作关系", "内部：与配件组沟通领料；每日核对一次；同客服中心、调度组对接派单。", "外部：与用户确认维修方案。"
    )
    assert found["contacts"] == [
        {"scope": "internal", "party": "配件组", "content": "与配件组沟通领料\n每日核对一次"},
        {"scope": "internal", "party": "客服中心", "content": "同客服中心、调度组对接派单。"},
        {"scope": "internal", "party": "调度组", "content": "同客服中心、调度组对接派单。"},
        {"scope": "external", "party": "用户", "content": "与用户确认维修方案。"},
    ]


def test_contacts_with_what_they_are_about_one_behind_the_other() -> None:
    assert _read("工作关系", "内部：研发部：质量改进；生产部：异常件确认")["contacts"] == [
        {"scope": "internal", "party": "研发部", "content": "质量改进"},
        {"scope": "internal", "party": "生产部", "content": "异常件确认"},
    ]
    assert [one["party"] for one in _read("工作关系", "Internal: Repairs Planners, Income Team")["contacts"]] == [
        "Repairs Planners",
        "Income Team",
    ]


def test_a_number_of_heads_with_an_aside() -> None:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", "编制：2人（其中夜班1人）"), standard_labels()).drafts
    assert draft.data["headcount"] == "2"
    assert [line.unread() for line in draft.lines if line.unread()] == ["（其中夜班1人）"]


def test_names_that_end_with_a_numeral() -> None:
    found = _read("编制：张三　　审核：李四　　批准：王五")
    assert found["document"]["signers"] == [
        {"role": "author", "name": "张三"},
        {"role": "reviewer", "name": "李四"},
        {"role": "approver", "name": "王五"},
    ]


@pytest.mark.parametrize("number", ["三人", "十二", "约两名", "若干", "3"])
def test_the_same_word_before_a_number_of_people(number: str) -> None:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", f"编制：{number}"), standard_labels()).drafts
    assert "signers" not in draft.data.get("document", {})


def test_requirements_in_one_line() -> None:
    assert _read("任职条件：", "中专以上学历；会使用ERP系统；年龄45岁以下。")["qualifications"] == [
        {"item": "education", "required": "中专以上学历"},
        {"item": "other", "required": "会使用ERP系统"},
        {"item": "age", "required": "年龄45岁以下。"},
    ]
    assert _read("任职条件：", "有证书（电工证；焊工证）")["qualifications"] == [
        {"item": "certificate", "required": "有证书（电工证；焊工证）"}
    ]


def test_what_a_contact_is_about_in_brackets() -> None:
    assert _read("工作关系：", "内部：维修班（领用、退料）、财务部", "外部：用户（含经销商）")["contacts"] == [
        {"scope": "internal", "party": "维修班", "content": "领用、退料"},
        {"scope": "internal", "party": "财务部"},
        {"scope": "external", "party": "用户（含经销商）"},
    ]
