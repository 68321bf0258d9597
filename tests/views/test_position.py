from __future__ import annotations

from typing import Any

import pytest

from posdoc.locales.words import Words
from posdoc.model import Organization, Position, fields_of
from posdoc.views.position import SECTIONS, view_position, with_derived_reports
from tests.views.conftest import SETTINGS, MakeOrganization, ViewOf
from tests.views.full import full_position
from tests.views.rows import entries, fields, sections_of, texts

TITLE = "title: {zh: 工程师, en: Engineer}\n"


# --- the whole view -----------------------------------------------------------------------------------------


def test_a_view_of_little(view_of: ViewOf) -> None:
    view = view_of(TITLE)
    values = view.pop("position")
    identity = view["parts"][0]
    assert view.pop("parts") == [view["identity"]]
    for name in ("posting", "open", "close", "in_line", "scorecard"):
        view.pop(name, None)
    assert view.pop("boxes")["hazard"][0] == {"mark": "□", "label": "无危险"}
    assert set(view.pop("dates").values()) == {""}
    assert view.pop("identity") is identity
    assert (identity["name"], identity["kind"], identity["title"], identity["number"]) == (
        "identity", "rows", "基本信息", "一、",
    )  # fmt: skip
    (row,) = identity["rows"]
    assert (row["label"], row["lines"], row["value"]) == ("岗位名称", ["工程师"], "工程师")
    assert view == {
        "form_title": "岗位说明书",
        "company": "恒达设备有限公司",
        "department": "售后服务部",
        "document_number": "",
        "version": "",
        "watermark": "",
        "colon": "：",
        "between": "；",
        "page": {"before": "第 ", "between": " 页 共 ", "after": " 页"},
        **dict.fromkeys(name for name in SECTIONS if name != "identity"),
    }
    assert {key: value for key, value in values.items() if value} == {"title": "工程师", "id": "it"}
    assert values.keys() >= {info.name for info in fields_of(Position)}


def test_a_view_of_little_in_english(view_of: ViewOf) -> None:
    view = view_of(TITLE + 'document: {number: SH-1, version: "1.0"}', "en")
    assert {
        key: view[key] for key in ("form_title", "company", "department", "document_number", "version", "page")
    } == {
        "form_title": "Job Description",
        "company": "Hengda Equipment Co., Ltd.",
        "department": "After-sales",
        "document_number": "SH-1",
        "version": "Version 1.0",
        "page": {"before": "Page ", "between": " of ", "after": ""},
    }
    assert entries(view["identity"]) == [("Position title", "Engineer")]


def test_a_workspace_without_a_company(organization_of: MakeOrganization) -> None:
    organization = Organization(workspace=organization_of({"it": TITLE}).workspace.__class__())
    view = view_position(organization, Words(organization, "zh"), Position(id="it"))
    assert (view["company"], view["department"]) == ("", "")


def test_the_unit_stands_behind_the_code(organization_of: MakeOrganization) -> None:
    files = {
        "service/unit": "title: {zh: 客服组, en: Customer Service}",
        "service/it": TITLE + "code: SH-1\nheadcount: 2",
    }
    organization = organization_of(files)
    view = view_position(organization, Words(organization, "en"), organization.by_id["it"])
    assert fields(view["identity"]) == ["title", "code", "unit", "headcount"]
    assert ("Department", "Customer Service") in entries(view["identity"])
    assert view["position"]["unit"] == "Customer Service"


def test_every_section_is_numbered_in_order_and_only_those_that_are_there(view_of: ViewOf) -> None:
    stated = TITLE + "duties: [甲]\nbenefits: [乙]\nsections: [{title: 丙, text: 丁}]"
    numbers = {name: block["number"] for name, block in sections_of(view_of(stated)).items()}
    assert numbers == {"identity": "一、", "duties": "二、", "reward": "三、", "sections": "四、"}
    numbers = {name: block["number"] for name, block in sections_of(view_of(stated, "en")).items()}
    assert numbers == {"identity": "1. ", "duties": "2. ", "reward": "3. ", "sections": "4. "}


def test_a_full_position_has_every_section(view_of: ViewOf) -> None:
    view = view_of(full_position())
    assert list(sections_of(view)) == list(SECTIONS)
    chinese = [*"一二三四五六七八九十", *(f"十{number}" for number in "一二三四五六七八")]
    assert [view[name]["number"] for name in SECTIONS] == [f"{number}、" for number in chinese]
    assert [view[name]["title"] for name in SECTIONS] == [
        "基本信息", "汇报关系", "岗位在组织中的位置", "岗位概述", "岗位职责", "工作权限", "工作联系", "任职资格",
        "培训要求", "工作条件", "绩效考核", "作业流程", "职业发展", "薪酬福利", "其他事项", "文件信息", "修订记录", "签署",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        (TITLE, {}, False),
        (TITLE + "reports_to: general-manager", {}, True),
        (TITLE + "reports_to: nobody", {}, False),
        (TITLE, {"below": "title: 助理\nreports_to: it"}, True),
    ],
    ids=["alone", "a superior outside", "a superior that is not there", "a report"],
)
def test_the_chart_is_there_if_there_is_anything_around(
    text: str, others: dict[str, str], expected: bool, view_of: ViewOf
) -> None:
    assert (view_of(text, others=others)["chart"] is not None) is expected


# --- reports that follow from the reporting lines -----------------------------------------------------------


def below(superior: str, title: str, headcount: str = "") -> str:
    return f"title: {{zh: {title}}}\nreports_to: {superior}\n" + (f"headcount: {headcount}\n" if headcount else "")


REPORTS: dict[str, tuple[str, dict[str, str], str | None, str | None]] = {
    "none": ("", {}, None, None),
    "one": ("", {"a": below("it", "甲", "1")}, "1 个岗位，共 1 人：甲", None),
    "sums": ("", {"a": below("it", "甲", "2"), "b": below("it", "乙", "3")}, "2 个岗位，共 5 人：甲、乙", None),
    "ranges": ("", {"a": below("it", "甲", "2-3"), "b": below("it", "乙", "3")}, "2 个岗位，共 5–6 人：甲、乙", None),
    "a number that is not known": (
        "", {"a": below("it", "甲", "2"), "b": below("it", "乙", "数名")}, "2 个岗位：甲、乙", None,
    ),
    "a number that is not stated": ("", {"a": below("it", "甲", "2"), "b": below("it", "乙")}, "2 个岗位：甲、乙", None),
    "at any depth": (
        "",
        {"a": below("it", "甲", "1"), "b": below("a", "乙", "2"), "c": below("b", "丙", "4")},
        "1 个岗位，共 1 人：甲",
        "2 个岗位，共 6 人",
    ),
    "what is declared wins": (
        "direct_reports: {posts: 3}", {"a": below("it", "甲", "1"), "b": below("a", "乙", "2")},
        "3 个岗位", "1 个岗位，共 2 人",
    ),
    "declared without any in the department": ("indirect_reports: {posts: 5, people: 40}", {}, None, "5 个岗位，共 40 人"),
}  # fmt: skip


@pytest.mark.parametrize("stated, others, direct, indirect", REPORTS.values(), ids=REPORTS.keys())  # noqa: PT006
def test_reports(
    stated: str, others: dict[str, str], direct: str | None, indirect: str | None, view_of: ViewOf
) -> None:
    relations = view_of(TITLE + stated, others=others)["relations"]
    found = dict(entries(relations)) if relations else {}
    assert (found.get("直接下级"), found.get("间接下级")) == (direct, indirect)


def test_reports_in_english(view_of: ViewOf) -> None:
    others = {"a": below("it", "甲", "1"), "b": below("a", "乙", "2-3"), "c": below("a", "丙", "1")}
    assert entries(view_of(TITLE, "en", others=others)["relations"]) == [
        ("Direct reports", "1 position, 1 person: 甲"),
        ("Indirect reports", "2 positions, 3–4 people"),
    ]


def test_an_abolished_position_is_nobodys_report(view_of: ViewOf) -> None:
    others = {"a": below("it", "甲", "1"), "b": below("it", "乙", "1") + "status: abolished\n"}
    assert entries(view_of(TITLE, others=others)["relations"]) == [("直接下级", "1 个岗位，共 1 人：甲")]


def test_deriving_reports_leaves_the_position_as_it_was(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": TITLE, "a": below("it", "甲", "1")})
    position = organization.by_id["it"]
    derived = with_derived_reports(organization, position)
    assert position.direct_reports is None
    assert derived.direct_reports is not None
    assert (derived.direct_reports.positions, derived.direct_reports.posts) == (("a",), 1)
    assert derived.origins == position.origins


# --- labels and languages -----------------------------------------------------------------------------------

LABELS = """
labels:
  position.title: {zh: 职位名称, en: Job title}
  position.code: 职位编号
  duty.area: {zh: 工作模块}
  section.identity: {zh: 基本资料, en: Basics}
  section.duties: 工作内容
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["基本资料", "职位名称", "职位编号", "工作内容", "工作模块"]),
        ("en", ["Basics", "Job title", "Position code", "Duties", "Key result area"]),
    ],
)
def test_a_label_of_the_workspace_replaces_the_standard_one_in_its_own_language(
    language: str, expected: list[str], view_of: ViewOf
) -> None:
    view = view_of(TITLE + "code: SH-1\nduties: [{area: 甲}]", language, more=LABELS)
    labels = [label for label, _ in entries(view["identity"])]
    assert [view["identity"]["title"], *labels, view["duties"]["title"], view["duties"]["area_label"]] == expected


def test_a_text_without_a_translation_is_printed_in_the_first_language(view_of: ViewOf) -> None:
    text = TITLE + "purpose: 保证及时\nbackground: {en: English only}\nbenefits: [{zh: 五险}, {en: Lunch}]"
    english, chinese = view_of(text, "en"), view_of(text, "zh")
    assert entries(english["purpose"]) == [("Background", "English only"), ("Purpose", "保证及时")]
    assert entries(english["reward"]) == [("Benefits", "五险, Lunch")]
    assert entries(chinese["purpose"]) == [("岗位背景", "English only"), ("岗位目的", "保证及时")]


def test_a_print_language_without_a_locale_prints_english_labels_around_its_own_texts(view_of: ViewOf) -> None:
    settings = SETTINGS.replace("[zh, en]", "[zh, en, fr]")
    view = view_of("title: {zh: 工程师, fr: Technicien}\nvalid_from: 2024-07", "fr", settings=settings)
    assert entries(view["identity"]) == [("Position title", "Technicien"), ("Established", "July 2024")]


# --- the other blocks ---------------------------------------------------------------------------------------


def test_working_conditions_with_boxes_then_tools(view_of: ViewOf) -> None:
    text = TITLE + "conditions: {environment: fair, travel: 35-40%}\ntools: [万用表]"
    assert entries(view_of(text)["conditions"]) == [
        ("工作环境", ["□ 舒适", "☑ 一般", "□ 较恶劣"]), ("出差时间", "35–40%"), ("使用工具设备", "万用表"),
    ]  # fmt: skip
    assert entries(view_of(text, "en")["conditions"])[0] == ("Environment", ["□ Comfortable", "☑ Fair", "□ Harsh"])


def test_career_with_branches(view_of: ViewOf) -> None:
    text = TITLE + "promotes_to: [[quality-manager, general-manager], general-manager]\nrotates_to: [quality-manager]"
    assert entries(view_of(text)["career"]) == [
        ("可晋升岗位", ["质量经理 → 总经理", "总经理"]), ("可轮调岗位", "质量经理"),
    ]  # fmt: skip


DOCUMENT = (
    TITLE
    + """\
document:
  number: SH-JD-010
  written: 2018
  effective: 2026-03
  approved: 2026-02-25
  signers: [author, {role: approver, name: {zh: 总经理, en: General Manager}, date: 2026-03-01}, incumbent]
  revisions:
    - {version: "1.0", date: 2026-03, text: {zh: 首次发布, en: First issue}, author: 人力资源部}
    - {version: "1.1"}
  statement: {zh: 本人已阅读, en: I have read it}
"""
)


def test_the_document_section_leaves_sign_off_and_revisions_to_their_own(view_of: ViewOf) -> None:
    assert entries(view_of(DOCUMENT)["document"]) == [
        ("文件编号", "SH-JD-010"), ("撰写日期", "2018年"), ("批准日期", "2026年2月25日"), ("生效日期", "2026年3月"),
    ]  # fmt: skip
    assert [value for _, value in entries(view_of(DOCUMENT, "en")["document"])] == [
        "SH-JD-010", "2018", "25 February 2026", "March 2026",
    ]  # fmt: skip


def plain_part(name: str) -> dict[str, Any]:
    """What a section that holds no rows has in common with others."""
    return {"name": name, "kind": name, "rows": [], "cells": []}


def test_revisions(view_of: ViewOf) -> None:
    revisions = view_of(DOCUMENT, "en")["revisions"]
    assert revisions.pop("number") == "3. "
    assert revisions == {
        **plain_part("revisions"),
        "title": "Revision History",
        "version_label": "Version",
        "date_label": "Date",
        "text_label": "Change",
        "author_label": "Author",
        "revisions": [
            {"version": "1.0", "date": "March 2026", "text": "First issue", "author": "人力资源部"},
            {"version": "1.1", "date": "", "text": "", "author": ""},
        ],
    }


def test_sign_off(view_of: ViewOf) -> None:
    signoff = view_of(DOCUMENT)["signoff"]
    assert signoff == {
        **plain_part("signoff"),
        "title": "签署",
        "number": "四、",
        "statement": "本人已阅读",
        "statement_label": "声明",
        "role_label": "角色",
        "name_label": "姓名",
        "date_label": "日期",
        "signature_label": "签名",
        "signers": [
            {"role": "撰写人", "name": "", "date": ""},
            {"role": "批准人", "name": "总经理", "date": "2026年3月1日"},
            {"role": "任职人", "name": "", "date": ""},
        ],
    }


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{number: A}", {"document"}),
        ("{statement: 已阅读}", {"signoff"}),
        ("{signers: [author]}", {"signoff"}),
        ('{revisions: [{version: "1"}]}', {"revisions"}),
        ("{source: {file: a.docx}}", set()),
    ],
)
def test_only_the_parts_of_the_document_that_are_filled(document: str, expected: set[str], view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}document: {document}")
    assert {name for name in ("document", "revisions", "signoff") if view[name] is not None} == expected


def test_every_field_in_one_line_for_forms_that_place_fields(view_of: ViewOf) -> None:
    values = view_of(TITLE + "benefits: [甲, 乙]\ntraining: {induction: [安全]}\nassistant: true")["position"]
    stated = {key: value for key, value in values.items() if value}
    assert stated == {
        "id": "it",
        "title": "工程师",
        "benefits": "甲、乙",
        "training": "岗前培训：安全",
        "assistant": "是",
    }


# --- the sample ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_position_of_the_sample_has_a_view(language: str, sample: Any) -> None:
    from posdoc.load import load

    organization, _ = load(sample)
    assert len(organization.positions) >= 24
    words = Words(organization, language)
    for position in organization.positions:
        view = view_position(organization, words, position)
        numbers = {section.pop("number") for section in sections_of(view).values()}
        assert len(numbers) == len(sections_of(view))
        found = [*texts(sections_of(view)), *texts(view["position"])]
        assert words.text(position.title) in found
        assert [text for text in found if "Text(" in text or text.rstrip()[-1:] in tuple("：；、:;,（(")] == []
