"""The form ``narrative``: what it prints, in order; and nothing that is not stated."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import DocumentOutput, Organization
from posdoc.views.position import view_position
from tests.marks import fields_of_mark
from tests.views.full import full_position, mark, printed_fields
from tests.views.rows import texts

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}}
languages: [zh, en]
outside_positions: [{id: boss, title: {zh: 总经理, en: General Manager}}]
parties: [{id: finance, title: {zh: 财务部, en: Finance}}]
"""
SMALL = """\
title: {zh: 备件管理员, en: Parts Storekeeper}
overview: {zh: 管好备件。, en: Looks after spare parts.}
duties:
  - area: {zh: 收货, en: Receiving}
    text: {zh: 验收到货。, en: Check deliveries.}
    time: 60%
    tasks: [{zh: 点数, en: Count}, {zh: 入账, en: Book}]
    measures: [{zh: 无差错, en: No errors}]
  - {area: {zh: 发货, en: Dispatch}, text: {zh: 按单发货。, en: Dispatch to order.}, time: 40%}
  - {number: "2.1", text: {zh: 其他工作。, en: Other work.}}
contacts: [{scope: internal, party: finance, content: {zh: 对账, en: Accounts}}]
qualifications:
  - {item: education, required: {zh: 高中, en: Secondary school}, preferred: {zh: 大专, en: College}}
  - {item: skill, required: {zh: 会用天平, en: Can use scales}}
conditions: {environment: fair, hours: {zh: 早班, en: Early shift}}
kpi_sets:
  - period: month
    kpis:
      - {name: {zh: 账实相符, en: Stock accuracy}, target: "100%", weight: "100%", criteria: {zh: 扣分, en: Points off}}
competences: [{kind: core, name: {zh: 细心, en: Care}}]
flows: [{title: {zh: 发货流程, en: Dispatch flow}, steps: [{text: {zh: 拣货, en: Pick}}, {text: {zh: 装箱, en: Pack}}]}]
document:
  revisions: [{version: "1.0", date: 2024-05, text: {zh: 首次发布, en: First issue}, author: {zh: 人事, en: HR}}]
  signers: [{role: approver, name: {zh: 张三, en: Zhang San}}]
  statement: {zh: 已阅读。, en: I have read it.}
"""
ZH = """\
岗位说明书
备件管理员
一、基本信息
岗位名称：备件管理员
所属部门：仓储组
二、岗位概述
管好备件。
三、岗位职责
1.\t收货
验收到货。
点数
入账
衡量标准：无差错
时间：60%
2.\t发货：按单发货。
时间：40%
2.1\t其他工作。
四、工作联系
内部：
财务部：对账
五、任职资格
学历：高中（理想条件：大专）
专业技能：会用天平
六、工作条件
工作环境：□ 舒适  ☑ 一般  □ 较恶劣
工作时间：早班
七、绩效考核
月度
编号
指标
目标
权重
1
账实相符
评分标准：扣分
100%
100%
能力与态度
核心能力：细心
八、作业流程
发货流程
拣货
装箱
九、修订记录
版本
日期
修订内容
修订人
1.0
2024年5月
首次发布
人事
十、签署
已阅读。
角色
姓名
签名
日期
批准人
张三
"""
EN = """\
Job Description
Parts Storekeeper
1. Position Details
Position title: Parts Storekeeper
Department: Warehouse
2. Purpose
Overview: Looks after spare parts.
3. Duties
1.\tReceiving
Check deliveries.
Count
Book
Measures: No errors
Time: 60%
2.\tDispatch: Dispatch to order.
Time: 40%
2.1\tOther work.
4. Working Relationships
Internal:
Finance: Accounts
5. Qualifications
Education: Secondary school (Preferred: College)
Skills: Can use scales
6. Working Conditions
Environment: □ Comfortable  ☑ Fair  □ Harsh
Working hours: Early shift
"""


def _organization(folder: Path, definition: str) -> Organization:
    """A workspace with one position, ``it``, in one unit."""
    unit = folder / "positions" / "stores"
    unit.mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (unit / "unit.yaml").write_text("title: {zh: 仓储组, en: Warehouse}\n", encoding="utf-8")
    (unit / "it.yaml").write_text(definition, encoding="utf-8")
    organization, findings = load(folder)
    assert [finding.message.en for finding in findings] == []
    return organization


def _made(folder: Path, definition: str, language: str = "zh", output: DocumentOutput | None = None) -> bytes:
    organization = _organization(folder, definition)
    return position_document(
        organization, organization.by_id["it"], open_form(folder, "narrative"), language,
        output or DocumentOutput(form="narrative"),
    )  # fmt: skip


def _body(document: bytes) -> Any:
    return docx.Document(io.BytesIO(document)).element.body


def _pieces(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield node.text or "" if node.tag == f"{W}t" else {f"{W}tab": "\t", f"{W}br": "\n"}[node.tag]


def _lines(document: bytes) -> list[str]:
    """The text of every paragraph that has any, those in tables too; not what stands in drawings."""
    outside = (p for p in _body(document).iter(f"{W}p") if next(p.iterancestors(f"{W}txbxContent"), None) is None)
    texts_of = ("".join(_pieces(p)).rstrip(" ") for p in outside if p.find(f".//{W}txbxContent") is None)
    return [text for text in texts_of if text]


def _styles(document: bytes, style: str) -> list[str]:
    styled = (p for p in _body(document).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None)
    return ["".join(_pieces(p)) for p in styled]


def test_a_small_definition_in_chinese(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL)) == ZH.splitlines()


def test_a_small_definition_in_english(tmp_path: Path) -> None:
    expected = EN.splitlines()
    assert _lines(_made(tmp_path, SMALL, "en"))[: len(expected)] == expected


def test_two_languages_stand_in_one_line_where_they_are_labels_or_short(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, SMALL, "zh+en"))
    assert "岗位名称 Position title：备件管理员\nParts Storekeeper" in lines
    assert "1.\t收货 Receiving" in lines
    assert "财务部 Finance：对账 Accounts" in lines
    assert "学历 Education：高中 Secondary school（理想条件 Preferred：大专 College）" in lines


def test_only_a_title_prints_only_that(tmp_path: Path) -> None:
    expected = ["岗位说明书", "工程师", "一、基本信息", "岗位名称：工程师", "所属部门：仓储组"]
    assert _lines(_made(tmp_path, "title: 工程师\n")) == expected


def test_duties_that_are_only_texts_are_a_plain_list(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, "title: 工程师\nduties: [接听来电, 上门维修]\n"))
    assert lines[-2:] == ["1.\t接听来电", "2.\t上门维修"]


@pytest.mark.parametrize(
    ("number", "printed"), [("3", "3."), ("一", "一、"), ("1.1", "1.1"), ("(2)", "(2)"), ("4、", "4、"), ("A", "A.")]
)
def test_numbers_of_duties_are_punctuated_once(tmp_path: Path, number: str, printed: str) -> None:
    lines = _lines(_made(tmp_path, f"title: 工程师\nduties: [{{number: '{number}', text: 维修}}]\n"))
    assert lines[-1] == f"{printed}\t维修"


def test_duties_of_any_shape_are_printed(tmp_path: Path) -> None:
    duties = "duties: [{area: 只有领域}, {tasks: [任务甲, 任务乙]}, {text: 描述, tasks: [任务丙]}]\n"
    lines = _lines(_made(tmp_path, f"title: 工程师\n{duties}"))
    start = lines.index("二、岗位职责") + 1
    assert lines[start:] == ["1.\t只有领域", "2.\t", "任务甲", "任务乙", "3.\t描述", "任务丙"]


def test_what_is_only_preferred(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, "title: 工程师\nqualifications: [{item: major, preferred: 机电}]\n"))
    assert lines[-1] == "专业：（理想条件：机电）"


def test_numbers_of_qualifications_and_categories_of_duties(tmp_path: Path) -> None:
    duties = "[{text: 甲, category: 业务类}, {text: 乙, category: 业务类}, {text: 丙, category: 管理类}]"
    asked = "[{number: '2.1', item: skill, required: 会修}, {number: '3', item: major, required: 机电}]"
    lines = _lines(_made(tmp_path, f"title: 工程师\nduties: {duties}\nqualifications: {asked}\n"))
    start = lines.index("二、岗位职责") + 1
    assert lines[start : start + 5] == ["业务类", "1.\t甲", "2.\t乙", "管理类", "3.\t丙"]
    assert lines[-2:] == ["2.1\t专业技能：会修", "3.\t专业：机电"]


def test_blanks_are_left_for_writing(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    output = load_output(tmp_path / "first", "[{fields: [title, headcount]}, training], blanks: true")
    made = _made(tmp_path / "second", "title: 工程师\n", output=output)
    assert _lines(made) == ["岗位说明书", "工程师", "岗位名称：工程师", "岗位定员：", "一、培训要求"]


def test_a_section_of_the_workspace_s_own_without_a_title_has_no_heading(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    output = load_output(tmp_path / "first", "[{fields: [headcount]}, {title: 待遇, fields: [benefits]}]")
    made = _made(tmp_path / "second", "title: 工程师\nheadcount: 2\nbenefits: [五险一金]\n", output=output)
    assert _lines(made) == ["岗位说明书", "工程师", "岗位定员：2 人", "一、待遇", "五险一金"]


def load_output(folder: Path, sections: str) -> DocumentOutput:
    """The output of a workspace that lists these sections."""
    (folder / "posdoc.yaml").write_text(
        f"{SETTINGS}outputs: {{documents: [{{form: narrative, sections: {sections}}}]}}\n", encoding="utf-8"
    )
    organization, findings = load(folder)
    assert [finding.message.en for finding in findings] == []
    assert organization.workspace.outputs
    return organization.workspace.outputs.documents[0]


# --- everything of a definition -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_of_a_full_definition_is_printed(tmp_path: Path, language: str) -> None:
    organization = _full(tmp_path)
    made = position_document(organization, organization.by_id["it"], open_form(tmp_path, "narrative"), language)
    text = "".join(_lines(made))
    view = view_position(organization, Words(organization, language), organization.by_id["it"])
    shown = "".join(texts(view["parts"]))
    marks = [mark(cls, name) for cls, name in printed_fields() if mark(cls, name) in shown]
    assert len(marks) > 40
    assert [each for each in marks if each not in text] == []


def _full(folder: Path) -> Organization:
    unit = folder / "positions" / "stores"
    unit.mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (unit / "unit.yaml").write_text("title: {zh: 仓储组, en: Warehouse}\n", encoding="utf-8")
    (unit / "it.yaml").write_text(full_position(), encoding="utf-8")
    return load(folder)[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_in_the_sections_of_the_sample_is_printed(language: str) -> None:
    organization, _ = load(ROOT)
    form = open_form(ROOT, "narrative")
    for position in organization.positions[::6]:
        made = position_document(organization, position, form, language)
        text = "".join("".join(_lines(made)).split())
        view = view_position(organization, Words(organization, language), position)
        cells = [cell for part in view["parts"] for cell in part["cells"]]
        wanted = [line for cell in cells for line in (*cell["lines"], *cell["items"])]
        wanted += [
            task for duty in view["duties"]["duties"] for task in (*duty["tasks"], duty["text"], duty["measures"])
        ]
        assert len(wanted) > 30
        assert [each for each in wanted if "".join(each.split()) not in text] == [], position.id


def test_lists_begin_anew_and_dashes_are_one_list(tmp_path: Path) -> None:
    made = _body(
        _made(tmp_path, SMALL + "authority: [{text: 甲}, {text: 很长的一项权限，写在自己的一行里，因为它不短。}]\n")
    )
    numbers = [n.get(f"{W}val") for n in made.iter(f"{W}numId")]
    assert len(set(numbers)) == 3  # authority, qualifications, the steps of the flow
    assert {"1", "2", "3"}.isdisjoint(numbers)


def test_headings_are_headings_and_none_is_empty(tmp_path: Path) -> None:
    made = _made(tmp_path, SMALL)
    assert _styles(made, "Title") == ["岗位说明书"]
    assert _styles(made, "Heading1")[:2] == ["一、基本信息", "二、岗位概述"]
    assert _styles(made, "Heading2") == ["月度", "能力与态度", "发货流程"]
    assert _styles(made, "DutyHeading") == ["1.\t收货"]
    assert "" not in [text for name in ("Heading1", "Heading2", "DutyHeading", "Lead") for text in _styles(made, name)]


def test_values_stand_in_controls_that_name_their_fields(tmp_path: Path) -> None:
    tags = {
        name for tag in _body(_made(tmp_path, SMALL)).iter(f"{W}tag") for name in fields_of_mark(tag.get(f"{W}val"))
    }
    wanted = "title unit overview area text tasks measures time party content item required preferred environment hours"
    assert set(wanted.split()) <= tags
    assert {"name", "target", "weight", "criteria", "competences", "steps", "version", "date", "author", "role"} <= tags


def test_no_sign_stands_twice() -> None:
    organization, _ = load(ROOT)
    position = organization.by_id["after-sales-manager"]
    for language in ("zh", "en"):
        made = position_document(organization, position, open_form(ROOT, "narrative"), language)
        doubled = re.compile(r"[：:；;、，][：:；;、，。]|。。|（（|））|: :|\(\(")
        assert [line for line in _lines(made) if doubled.search(line)] == []


# --- validators ---------------------------------------------------------------------------------------------

HOSTILE = "& < > \" ' ]]> &amp; </w:t> {{ title }} 😀 👩‍🔧 مدير שירות"
MANY = [
    {"area": f"领域{n}", "text": HOSTILE, "tasks": ["字" * (3000 if n == 3 else 3)], "measures": [HOSTILE]}
    for n in range(60)
]
HARD = json.dumps(
    {"title": HOSTILE, "overview": "长" * 3000, "duties": MANY, "benefits": [HOSTILE] * 3}, ensure_ascii=False
)


@pytest.fixture
def hard(tmp_path: Path) -> list[Path]:
    """Documents of much, of little, and of all fields."""
    made = []
    for name, definition in (("hard", HARD), ("small", SMALL), ("title", "title: 工程师\n")):
        folder = tmp_path / name
        organization = _organization(folder, definition)
        for language in ("zh", "en", "zh+en"):
            path = tmp_path / f"{name}.{language}.docx"
            path.write_bytes(
                position_document(organization, organization.by_id["it"], open_form(folder, "narrative"), language)
            )
            made.append(path)
    return made


def test_openxml_audit_finds_nothing(hard: list[Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    found = {path.name: [str(error) for error in validator.validate(str(path)).errors] for path in hard}
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(hard: list[Path], tool: Callable[[str], str]) -> None:
    for path in hard:
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], path.name
