"""The form ``posting``: what an applicant reads, in order; and nothing that is only the company's business."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.model import DocumentOutput, Organization
from tests.marks import fields_of_mark
from tests.views.full import full_position

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}}
languages: [zh, en]
outside_positions:
  - {id: boss, title: {zh: 总经理, en: General Manager}}
  - {id: lead, title: {zh: 主管, en: Supervisor}}
"""
SMALL = """\
title: {zh: 备件管理员, en: Parts Storekeeper}
code: SH-098
headcount: 1-2
location: {zh: 苏州, en: Suzhou}
employment: {zh: 全职, en: Full-time}
pay_type: {zh: 月薪制, en: Monthly salary}
pay_grade: P3
reports_to: boss
overview: {zh: 管好备件。, en: Looks after spare parts.}
background: {zh: 内部背景。, en: Inside background.}
objectives: [{title: {zh: 内部目标, en: Inside objective}, points: [{zh: 费用不超过5%, en: Cost under 5%}]}]
duties:
  - area: {zh: 收货, en: Receiving}
    text: {zh: 验收到货。, en: Check deliveries.}
    time: 60%
    weight: 70%
    tasks: [{zh: 点数, en: Count}]
    measures: [{zh: 无差错, en: No errors}]
    responsibility: full
  - {area: {zh: 发货, en: Dispatch}, tasks: [{zh: 拣货, en: Pick}, {zh: 装箱, en: Pack}]}
  - {text: {zh: 盘点。, en: Take stock.}}
authority: [{kind: financial, text: {zh: 内部权限, en: Inside authority}}]
contacts: [{scope: internal, party: boss, content: {zh: 内部联系, en: Inside contact}}]
qualifications:
  - {item: education, required: {zh: 高中, en: Secondary school}, preferred: {zh: 大专, en: College}}
  - {item: skill, required: {zh: 会用天平, en: Can use scales}}
conditions: {environment: fair, hours: {zh: 早班, en: Early shift}}
kpi_sets:
  - {period: month, kpis: [{name: {zh: 内部指标, en: Inside indicator}, target: "99%", weight: "100%"}]}
competences: [{kind: core, name: {zh: 内部能力, en: Inside competence}}]
flows: [{title: {zh: 内部流程, en: Inside flow}, steps: [{text: {zh: 内部步骤, en: Inside step}}]}]
promotes_to: [[lead, boss]]
demotes_to: [lead]
development: [{title: {zh: 学习, en: Learning}, text: {zh: 每年培训。, en: Training every year.}}]
compensation: {zh: 面议, en: To be agreed}
benefits: [{zh: 五险一金, en: Social insurance}]
application: {zh: 请发简历。, en: Send a CV.}
sections: [{title: {zh: 内部事项, en: Inside matter}, text: {zh: 内部说明, en: Inside note}}]
document:
  number: DOC-1
  version: "1.2"
  revisions: [{version: "1.0", date: 2024-05, text: {zh: 内部修订, en: Inside revision}}]
  signers: [{role: approver, name: {zh: 张三, en: Zhang San}}]
  statement: {zh: 内部声明, en: Inside statement}
"""
ZH = """\
恒达设备有限公司
招聘启事
备件管理员
所属部门
仓储组
工作地点
苏州
招聘人数
1–2 人
工作性质
全职
薪酬类型
月薪制
工作时间
早班
岗位概述
管好备件。
岗位职责
收货：验收到货。
发货：拣货；装箱
盘点。
任职资格
学历：高中（理想条件：大专）
专业技能：会用天平
薪酬福利
薪资待遇：面议
福利：五险一金
职业发展
可晋升岗位：主管 → 总经理
学习：每年培训。
应聘方式
请发简历。
第 1 页 共 1 页
"""
EN = """\
Hengda Equipment Co., Ltd.
Job Posting
Parts Storekeeper
Department
Warehouse
Location
Suzhou
Openings
1–2
Employment
Full-time
Pay type
Monthly salary
Working hours
Early shift
Purpose
Looks after spare parts.
Duties
Receiving: Check deliveries.
Dispatch: Pick; Pack
Take stock.
Qualifications
Education: Secondary school (Preferred: College)
Skills: Can use scales
Pay and Benefits
Pay: To be agreed
Benefits: Social insurance
Career Development
Promotion to: Supervisor → General Manager
Learning: Training every year.
How to apply
Send a CV.
Page 1 of 1
"""


def _organization(folder: Path, definition: str, more: str = "", people: str = "") -> Organization:
    """A workspace with one position, ``it``, in one unit."""
    unit = folder / "positions" / "stores"
    unit.mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS + more, encoding="utf-8")
    (unit / "unit.yaml").write_text("title: {zh: 仓储组, en: Warehouse}\n", encoding="utf-8")
    (unit / "it.yaml").write_text(definition, encoding="utf-8")
    if people:
        (folder / "people.yaml").write_text(people, encoding="utf-8")
    organization, findings = load(folder)
    assert [finding.message.en for finding in findings] == []
    return organization


def _made(folder: Path, definition: str, language: str = "zh", sections: str = "", people: str = "") -> bytes:
    more = f"outputs: {{documents: [{{form: posting, sections: {sections}}}]}}\n" if sections else ""
    organization = _organization(folder, definition, more, people)
    outputs = organization.workspace.outputs
    output = outputs.documents[0] if outputs else DocumentOutput(form="posting")
    return position_document(organization, organization.by_id["it"], open_form(folder, "posting"), language, output)


def _paragraphs(document: bytes) -> Iterator[Any]:
    """Everything that is printed: header, body and footer."""
    read = docx.Document(io.BytesIO(document))
    (section,) = read.sections
    for part in (section.header._element, read.element.body, section.footer._element):
        yield from part.iter(f"{W}p")


def _lines(document: bytes) -> list[str]:
    made = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in _paragraphs(document))
    return [line.rstrip(" ") for line in made if line]


def test_a_small_definition_in_chinese(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL)) == ZH.splitlines()


def test_a_small_definition_in_english(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL, "en")) == EN.splitlines()


def test_only_a_title_prints_only_that(tmp_path: Path) -> None:
    expected = ["恒达设备有限公司", "招聘启事", "工程师", "所属部门", "仓储组", "第 1 页 共 1 页"]
    assert _lines(_made(tmp_path, "title: 工程师\n")) == expected


@pytest.mark.parametrize("language", ["zh", "en", "zh+en"])
def test_internal_matters_are_not_printed(tmp_path: Path, language: str) -> None:
    printed = "\n".join(_lines(_made(tmp_path, SMALL, language)))
    shares, names = ["60%", "70%", "99%", "5%"], ["张三", "Zhang", "签", "Sign", "全责", "无差错", "点数", "Count"]
    hidden = ["内部", "Inside", "SH-098", "DOC-1", "1.2", "P3", *shares, *names]
    assert [each for each in hidden if each in printed] == []


def test_nothing_internal_of_a_full_definition_is_printed(tmp_path: Path) -> None:
    """Every text of a full definition says which field it is: these are the fields that are printed."""
    unit = tmp_path / "positions" / "stores"
    unit.mkdir(parents=True)
    (tmp_path / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (unit / "it.yaml").write_text(full_position(), encoding="utf-8")
    organization = load(tmp_path)[0]
    made = position_document(organization, organization.by_id["it"], open_form(tmp_path, "posting"), "zh")
    printed = {piece.split("〕")[0] for piece in "\n".join(_lines(made)).split("〔")[1:]}
    assert printed == {
        "Position.title", "Position.location", "Position.employment", "Position.pay_type", "Position.overview",
        "Position.compensation", "Position.benefits", "Position.application", "WorkConditions.hours",
        "Duty.area", "Duty.text", "Points.title", "Points.text", "Points.points",
        "Qualification.label", "Qualification.required", "Qualification.preferred",
    }  # fmt: skip


def test_the_purpose_stands_in_where_there_is_no_overview(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, "title: 工程师\npurpose: 修好机器。\nbackground: 内部\n"))
    assert lines[-3:-1] == ["岗位概述", "修好机器。"]


@pytest.mark.parametrize(
    "hidden", ["background: 内部", "demotes_to: [lead]", "promotes_from: [lead]", "rotates_to: [lead]"]
)
def test_a_section_with_only_internal_matters_has_no_heading(tmp_path: Path, hidden: str) -> None:
    assert _lines(_made(tmp_path, f"title: 工程师\n{hidden}\n"))[-2] == "仓储组"


PEOPLE = "people:\n  - {name: 甲, posts: [{position: it}]}\n"


@pytest.mark.parametrize(
    ("headcount", "people", "printed"),
    [("3", "", "3 人"), ("3", PEOPLE, "2 人"), ("1", PEOPLE, ""), ("数名", PEOPLE, "数名"), ("2-3", PEOPLE, "1 人")],
)
def test_openings_are_the_vacancies_where_they_are_known(
    tmp_path: Path, headcount: str, people: str, printed: str
) -> None:
    lines = _lines(_made(tmp_path, f"title: 工程师\nheadcount: {headcount}\n", people=people))
    assert lines[5:-1] == (["招聘人数", printed] if printed else [])


def test_sections_that_the_workspace_lists(tmp_path: Path) -> None:
    sections = (
        "[{section: duties, title: 你要做的}, conditions, signoff, {title: 我们提供, fields: [benefits, promotes_to]}]"
    )
    without_flows = "".join(line for line in SMALL.splitlines(keepends=True) if not line.startswith("flows:"))
    lines = _lines(_made(tmp_path, without_flows, sections=sections))
    assert lines[lines.index("早班") + 1 : -1] == [
        "你要做的", "收货：验收到货。", "发货：拣货；装箱", "盘点。",
        "工作条件", "工作环境：一般", "工作时间：早班",
        "我们提供", "福利：五险一金", "可晋升岗位：主管 → 总经理",
        "应聘方式", "请发简历。",
    ]  # fmt: skip


def test_a_section_of_which_only_some_fields_are_there(tmp_path: Path) -> None:
    """A listed section of duties without a duty is no list of duties."""
    sections = "[{section: duties, fields: [benefits]}, {section: qualifications, fields: [headcount]}]"
    assert _lines(_made(tmp_path, "title: 工程师\nbenefits: [食宿]\n", sections=sections))[-2] == "仓储组"


def test_values_stand_in_controls_that_name_their_fields(tmp_path: Path) -> None:
    paragraphs = _paragraphs(_made(tmp_path, SMALL))
    tags = {name for p in paragraphs for tag in p.iter(f"{W}tag") for name in fields_of_mark(tag.get(f"{W}val"))}
    assert tags == {
        "title", "unit", "location", "headcount", "employment", "pay_type", "conditions", "hours", "overview", "duties",
        "area", "text", "qualifications",
        "tasks", "item", "required", "preferred", "compensation", "benefits", "promotes_to", "development", "application",
    }  # fmt: skip


def test_a_draft_is_marked(tmp_path: Path) -> None:
    draft = "title: 工程师\ndocument: {status: draft, version: '0.9'}\n"
    header = docx.Document(io.BytesIO(_made(tmp_path, draft))).sections[0].header._element
    assert 'string="草案"' in etree.tostring(header, encoding="unicode")


# --- validators and pages -----------------------------------------------------------------------------------

HOSTILE = "& < > \" ' ]]> &amp; </w:t> {{ title }} 😀 👩‍🔧 مدير שירות"
MANY = [{"area": f"领域{n}", "text": HOSTILE if n != 3 else "字" * 3000, "tasks": ["甲"]} for n in range(60)]
HARD = json.dumps(
    {"title": HOSTILE, "overview": "长" * 3000, "duties": MANY, "benefits": [HOSTILE] * 3}, ensure_ascii=False
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Postings of much and of little, in one language and in two."""
    made = []
    for name, definition in (("hard", HARD), ("small", SMALL), ("title", "title: 工程师\n")):
        folder = tmp_path / name
        organization = _organization(folder, definition)
        for language in ("zh", "en", "zh+en"):
            path = tmp_path / f"{name}.{language}.docx"
            path.write_bytes(
                position_document(organization, organization.by_id["it"], open_form(folder, "posting"), language)
            )
            made.append(path)
    return made


def test_openxml_audit_finds_nothing(documents: list[Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    found = {path.name: [str(error) for error in validator.validate(str(path)).errors] for path in documents}
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(documents: list[Path], tool: Callable[[str], str]) -> None:
    for path in documents:
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], path.name
