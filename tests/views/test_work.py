from __future__ import annotations

from typing import Any

import pytest

from tests.views.conftest import ViewOf
from tests.views.rows import entries

TITLE = "title: {zh: 工程师, en: Engineer}\n"

# --- duties -------------------------------------------------------------------------------------------------

DUTY = """
title: 工程师
duties:
  - area: {zh: 投诉处理, en: Complaints}
    text: {zh: 受理投诉, en: Take up complaints}
    tasks: [{zh: 登记, en: Record}, {zh: 回复, en: Answer}]
    time: 30%
    weight: 35-40%
    responsibility: organize
    measures: [{zh: 月度投诉不超过 2 次, en: No more than 2 a month}, {zh: 满意, en: Satisfied}]
    frequency: {zh: 每日, en: Daily}
  - 其他
"""


def test_duties_in_chinese(view_of: ViewOf) -> None:
    view = view_of(DUTY)["duties"]
    blocks = [duty.pop("block") for duty in view["duties"]]
    assert view == {
        "name": "duties",
        "kind": "duties",
        "title": "岗位职责",
        "number": "二、",
        "has_area": True,
        "columns": 2,
        "number_label": "序号",
        "area_label": "关键成果领域",
        "text_label": "职责描述",
        "tasks_label": "工作任务",
        "first_share_label": "权重",
        "second_share_label": "时间",
        "first_share_field": "weight",
        "second_share_field": "time",
        "rows": [],
        "cells": [],
        "duties": [
            {
                "group": "",
                "number": "1",
                "numeral": "1.",
                "area": "投诉处理",
                "in_line": "投诉处理",
                "text": "受理投诉",
                "tasks": ["登记", "回复"],
                "measures_label": "衡量标准",
                "measures": "月度投诉不超过 2 次；满意",
                "details": [
                    {"label": "责任程度", "value": "组织", "field": "responsibility"},
                    {"label": "频率", "value": "每日", "field": "frequency"},
                ],
                "particulars": [
                    {"label": "权重", "value": "35–40%", "field": "weight"},
                    {"label": "时间", "value": "30%", "field": "time"},
                    {"label": "责任程度", "value": "组织", "field": "responsibility"},
                    {"label": "频率", "value": "每日", "field": "frequency"},
                ],
                "first_share": "35–40%",
                "second_share": "30%",
            },
            {
                "group": "",
                "number": "2",
                "numeral": "2.",
                "area": "",
                "in_line": "",
                "text": "其他",
                "tasks": [],
                "measures_label": "衡量标准",
                "measures": "",
                "details": [],
                "particulars": [],
                "first_share": "",
                "second_share": "",
            },
        ],
    }
    assert blocks == [
        {
            "heading": "职责一",
            "facts": 3,
            "last_fact": None,
            "first_fact": {"label": "时间", "value": "30%", "field": "time"},
            "second_fact": {"label": "权重", "value": "35–40%", "field": "weight"},
            "third_fact": {"label": "责任程度", "value": "组织", "field": "responsibility"},
            "measures": ["月度投诉不超过 2 次", "满意"],
            "details": [{"label": "频率", "value": "每日", "field": "frequency"}],
        },
        {"heading": "职责二", "facts": 0, "last_fact": None, "measures": [], "details": []},
    ]


def test_the_heading_of_a_duty_that_is_a_block(view_of: ViewOf) -> None:
    duties = "duties: [甲, {text: 乙, number: 职责2}, {text: 丙, responsibility: full}]"
    chinese, english = (view_of(TITLE + duties, language)["duties"]["duties"] for language in ("zh", "en"))
    assert [duty["block"]["heading"] for duty in chinese] == ["职责一", "职责2", "职责三"]
    assert [duty["block"]["heading"] for duty in english] == ["Duty 1", "职责2", "Duty 3"]
    assert english[2]["block"]["last_fact"] == {"label": "Responsibility", "value": "Full", "field": "responsibility"}


def test_duties_in_english(view_of: ViewOf) -> None:
    duties = view_of(DUTY, "en")["duties"]
    labels = [duties[f"{name}_label"] for name in ("number", "area", "text", "first_share", "second_share")]
    assert labels == ["No.", "Key result area", "Duty", "Weight", "Time"]
    first, second = duties["duties"]
    assert (first["area"], first["tasks"], first["measures"]) == (
        "Complaints", ["Record", "Answer"], "No more than 2 a month; Satisfied",
    )  # fmt: skip
    assert [f"{detail['label']} {detail['value']}" for detail in first["details"]] == [
        "Responsibility Organize", "Frequency Daily",
    ]  # fmt: skip
    assert second["text"] == "其他"


@pytest.mark.parametrize(
    ("duties", "has_area", "shares"),
    [
        ("[甲]", False, []),
        ("[{text: 甲, time: 30}]", False, ["时间"]),
        ("[{text: 甲, weight: 30}]", False, ["权重"]),
        ("[{text: 甲, weight: 0}]", False, ["权重"]),
        ("[{text: 甲, weight: 30}, {area: 乙, time: 20}]", True, ["权重", "时间"]),
    ],
)
def test_only_columns_that_something_fills(duties: str, has_area: bool, shares: list[str], view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}duties: {duties}")["duties"]
    assert (view["has_area"], view["columns"]) == (has_area, len(shares))
    assert [view[f"{place}_share_label"] for place in ("first", "second")[: len(shares)]] == shares


def test_a_duty_keeps_the_number_that_it_states(view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}duties: [{{text: 甲, number: '1.1'}}, 乙, {{text: 丙, number: '1.2'}}]")
    assert [duty["number"] for duty in view["duties"]["duties"]] == ["1.1", "2", "1.2"]


# --- authority ----------------------------------------------------------------------------------------------

AUTHORITY: list[tuple[str, str, list[tuple[str, Any]]]] = [
    ("[现场减免]", "zh", [("权限内容", "现场减免")]),
    (
        "[{kind: business, text: 派工}, {kind: personnel, act: propose, text: 招聘}, {kind: business, text: 停机}]",
        "zh",
        [("人事", "建议：招聘"), ("业务", ["派工", "停机"])],
    ),
    (
        "[{kind: financial, act: decide, text: 服务费用的减免, limit: 单笔 500 元以内}, {kind: financial, text: 报销}, 其他]",
        "zh",
        [("财务", ["决定：服务费用的减免（限额：单笔 500 元以内）", "报销"]), ("权限内容", "其他")],
    ),
    (
        "[{kind: financial, act: carry_out, text: {zh: 报销, en: Expenses}}]", "en", [("Financial", "Carry out: Expenses")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "language", "expected"), AUTHORITY)
def test_authority_by_kind(written: str, language: str, expected: list[tuple[str, Any]], view_of: ViewOf) -> None:
    assert entries(view_of(f"{TITLE}authority: {written}", language)["authority"]) == expected


# --- contacts -----------------------------------------------------------------------------------------------

CONTACTS = """
title: 工程师
contacts:
  - {scope: external, party: customers, content: {zh: 回访, en: call-backs}}
  - {scope: internal, party: finance, content: {zh: 报销, en: expenses}}
  - general-manager
  - {scope: internal, party: it, content: {zh: 交接班, en: handing over}}
supervision_received: {zh: 接受主管指导, en: Guided by the supervisor}
"""


def test_contacts_by_side(view_of: ViewOf) -> None:
    view = view_of(CONTACTS)["contacts"]
    assert [view[f"{name}_label"] for name in ("scope", "party", "content")] == ["联系类别", "联系对象", "联系内容"]
    assert view["contacts"] == [
        {"first": True, "scope": "内部", "party": "财务部", "in_line": "财务部", "content": "报销"},
        {"first": False, "scope": "内部", "party": "工程师", "in_line": "工程师", "content": "交接班"},
        {"first": True, "scope": "外部", "party": "客户", "in_line": "客户", "content": "回访"},
        {"first": True, "scope": "", "party": "总经理", "in_line": "总经理", "content": ""},
    ]
    assert entries(view) == [("所受上级的指导", "接受主管指导")]


def test_contacts_in_english(view_of: ViewOf) -> None:
    view = view_of(CONTACTS, "en")["contacts"]
    assert [(contact["scope"], contact["party"], contact["content"]) for contact in view["contacts"]] == [
        ("Internal", "Finance", "expenses"),
        ("Internal", "工程师", "handing over"),
        ("External", "Customers", "call-backs"),
        ("", "General Manager", ""),
    ]


def test_supervision_without_contacts(view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}supervision_given: 指导新员工")["contacts"]
    assert (view["contacts"], view["scope_label"], entries(view)) == ([], "", [("所予下级的指导", "指导新员工")])


# --- qualifications -----------------------------------------------------------------------------------------

QUALIFICATIONS: list[tuple[str, str, tuple[str, str, str]]] = [
    ("{item: education, required: 大专, preferred: 本科}", "zh", ("学历", "大专", "本科")),
    ("{item: education, required: 大专}", "zh", ("学历", "大专", "—")),
    ("{item: education, preferred: {zh: 本科, en: Bachelor}}", "en", ("Education", "—", "Bachelor")),
    ("{item: education, label: 学历要求, required: 大专}", "zh", ("学历要求", "大专", "—")),
    ("{item: work_experience, required: 三年经验, minimum: 3 年}", "zh", ("工作经验", "三年经验", "—")),
    ("{item: work_experience, minimum: 3 年, preferred_minimum: 5 年}", "zh", ("工作经验", "3年以上", "5年以上")),
    ("{item: age, minimum: 24 岁, maximum: 45 岁}", "zh", ("年龄", "24岁以上、45岁以下", "—")),
    ("{item: age, maximum: 45 years}", "en", ("Age", "no more than 45 years", "—")),
    ("{item: age, minimum: 24 years}", "en", ("Age", "at least 24 years", "—")),
]


@pytest.mark.parametrize(("written", "language", "expected"), QUALIFICATIONS, ids=[text for text, *_ in QUALIFICATIONS])
def test_a_qualification(written: str, language: str, expected: tuple[str, str, str], view_of: ViewOf) -> None:
    (row,) = view_of(f"{TITLE}qualifications: [{written}]", language)["qualifications"]["qualifications"]
    assert (row["item"], row["required"], row["preferred"]) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("{item: degree, required: 学士}", False), ("{item: degree, preferred: 学士}", True),
     ("{item: work_experience, preferred_minimum: 5 年}", True)],
)  # fmt: skip
def test_the_column_of_what_is_preferred(written: str, expected: bool, view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}qualifications: [{written}]")["qualifications"]
    assert view["has_preferred"] is expected
    assert [view[f"{name}_label"] for name in ("item", "required", "preferred")] == ["项目", "必备条件", "理想条件"]


# --- work flows ---------------------------------------------------------------------------------------------

FLOW = """
title: 工程师
duties: [{id: complaints, area: {zh: 投诉处理, en: Complaints}}]
flows:
  - title: {zh: 投诉流程, en: Complaint flow}
    scope: partial
    duty: complaints
    steps:
      - {id: record, text: {zh: 登记, en: Record}, role: it, output: {zh: 登记表, en: form}}
      - text: {zh: 回访, en: Call back}
        role: customers
        next:
          - {to: end, when: {zh: 满意, en: satisfied}}
          - {to: record, when: {zh: 不满意, en: not satisfied}}
      - {text: {zh: 升级, en: Escalate}, next: [record]}
      - {text: {zh: 归档, en: File}, next: [end]}
"""


def flows_in(view: dict[str, Any]) -> list[tuple[str, Any]]:
    """Title, what is said of it, and steps of each work flow."""
    return [
        (flow["title"], [*([flow["about"]] if flow["about"] else []), flow["steps"]]) for flow in view["flows"]["flows"]
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", [("投诉流程", [
            "对应职责：投诉处理",
            ["登记（工程师；输出：登记表）", "回访（客户） → 满意：结束；不满意：转第 1 步", "升级 → 转第 1 步", "归档 → 结束"],
        ])]),
        ("en", [("Complaint flow", [
            "Duty: Complaints",
            [
                "Record (工程师; Output: form)",
                "Call back (Customers) → satisfied: end; not satisfied: go to step 1",
                "Escalate → go to step 1",
                "File → end",
            ],
        ])]),
    ],
)  # fmt: skip
def test_a_flow_with_branches(language: str, expected: list[tuple[str, Any]], view_of: ViewOf) -> None:
    assert flows_in(view_of(FLOW, language)) == expected


def test_a_plain_flow_is_a_list_of_steps(view_of: ViewOf) -> None:
    flows = "flows: [{title: 报修, steps: [受理, 派工]}, {title: 退货, steps: [验收]}]"
    assert flows_in(view_of(TITLE + flows)) == [("报修", [["受理", "派工"]]), ("退货", [["验收"]])]


def test_a_branch_to_a_step_that_is_not_there_prints_its_id(view_of: ViewOf) -> None:
    flows = "flows: [{title: 报修, steps: [{text: 受理, next: [nowhere]}]}]"
    assert flows_in(view_of(TITLE + flows)) == [("报修", [["受理 → 转第 nowhere 步"]])]


def test_sections_of_work_are_absent_when_empty(view_of: ViewOf) -> None:
    view = view_of(TITLE)
    assert [view[name] for name in ("duties", "authority", "contacts", "qualifications", "flows")] == [None] * 5
