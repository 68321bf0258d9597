"""The texts of a scorecard in order: the whole of a small definition, and one with nothing but what is required."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from posdoc.documents import open_form, position_document
from posdoc.load import load
from tests.marks import fields_of_mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}}
languages: [zh, en]
outside_positions: [{id: boss, title: {zh: 总经理, en: General Manager}}]
parties: [{id: finance, title: {zh: 财务部, en: Finance}}]
"""
SMALL = """\
title: {zh: 备件管理员, en: Storekeeper}
code: SH-9
reports_to: boss
kpi_sets:
  - title: {zh: 季度考核, en: Quarterly sheet}
    period: quarter
    weight: 70%
    kpis:
      - name: {zh: 账实相符率, en: Stock accuracy}
        target: ≥99%
        targets: {quarter: ≥98%, year: ≥99%}
        weight: 60%
        formula: {zh: 相符项数÷抽查项数, en: items that agree ÷ items checked}
        criteria: {zh: 每低一点扣2分, en: 2 off a point}
        source: {zh: 盘点表, en: Count sheets}
        supplied_by: finance
        parts: [{name: {zh: 新件, en: New parts}, weight: 50%}]
      - {name: {zh: 发货及时率, en: Dispatch on time}, target: 100%, weight: 40%}
    bands:
      - {label: {zh: 优, en: A}, min: 90, max: 100, consequence: {zh: 系数1.2, en: factor 1.2}}
      - {label: {zh: 良, en: B}, min: 80, max: 90}
      - {label: {zh: 中, en: C}, min: 60, max: 80}
      - {label: {zh: 差, en: D}, max: 60}
    composite: [{part: personal, weight: 60%, formula: {zh: 本表, en: this}}, {part: company, weight: 40%}]
    notes: {zh: 首季度不考核。, en: Not in the first quarter.}
  - {period: year, weight: 30%, kpis: [{name: {zh: 培训学时, en: Hours trained}, target: ≥24}]}
competences:
  - {kind: core, name: {zh: 细心, en: Care}, level: {zh: 熟练, en: good}, text: {zh: 无差错, en: no errors}, weight: 100%}
"""
ZH = """\
绩效考核表
岗位名称 | 备件管理员 | 岗位编号 | SH-9 | 所属部门 |
姓名 |  | 考核期间 |  | 考核人 | 总经理
一、季度考核（权重：70%）
编号 | 指标 | 目标 | 评分等级 | 权重 | 实际完成 | 得分
 |  | 季度 | 年度 | 优 / 90–100 | 良 / 80–90 | 中 / 60–80 | 差 / <60 |  |  |
1 | 账实相符率 | ≥98% | ≥99% |  |  |  |  | 60% |  |
计算方式：相符项数÷抽查项数；评分标准：每低一点扣2分；信息来源：盘点表；数据提供方：财务部
(1) | 新件 |  |  |  |  |  | (50%) |  |
2 | 发货及时率 | 100% |  |  |  |  | 40% |  |
合计 | 100% |  |
评分等级 | 得分 | 结果运用
□ 优 | 90–100 分 | 系数1.2
□ 良 | 80 分及以上，不满 90 分 |
□ 中 | 60 分及以上，不满 80 分 |
□ 差 | 低于 60 分 |
综合得分 | 个人绩效 ______ × 60% + 公司绩效 ______ × 40% = ______ / 个人绩效：本表
说明 | 首季度不考核。
二、年度（权重：30%）
编号 | 指标 | 目标 | 权重 | 实际完成 | 得分
1 | 培训学时 | ≥24 |  |  |
合计 |  |  |
三、能力与态度
编号 | 名称 | 行为描述 | 权重 | 得分 | 评语
核心能力
1 | 细心（熟练） | 无差错 | 100% |  |
合计 | 100% |  |
考核总分 | 季度考核 ______ × 70% + 年度 ______ × 30% = ______ | 考核等级 |
考核评语与改进计划 |
被考核人 / 签名 |  | 考核人 / 签名 |  | 人力资源审核 / 签名 |
日期 |  | 日期 |  | 日期 |
"""
EN = """\
Performance Scorecard
Position title | Storekeeper | Position code | SH-9 | Department |
Name |  | Period assessed |  | Assessor | General Manager
1. Quarterly sheet (Weight: 70%)
No. | Indicator | Target | Grading bands | Weight | Actual | Score
 |  | Quarter | Year | A / 90–100 | B / 80–90 | C / 60–80 | D / <60 |  |  |
1 | Stock accuracy | ≥98% | ≥99% |  |  |  |  | 60% |  |
Formula: items that agree ÷ items checked; Scoring: 2 off a point; Source of data: Count sheets; Data supplied by: Finance
(1) | New parts |  |  |  |  |  | (50%) |  |
2 | Dispatch on time | 100% |  |  |  |  | 40% |  |
Total | 100% |  |
Grading bands | Score | Consequence
□ A | 90–100 points | factor 1.2
□ B | 80 to under 90 points |
□ C | 60 to under 80 points |
□ D | below 60 points |
Composite score | Individual performance ______ × 60% + Company performance ______ × 40% = ______ / Individual performance: this
Notes | Not in the first quarter.
2. Yearly (Weight: 30%)
No. | Indicator | Target | Weight | Actual | Score
1 | Hours trained | ≥24 |  |  |
Total |  |  |
3. Competencies
No. | Name | Behaviour | Weight | Score | Remarks
Core competencies
1 | Care (good) | no errors | 100% |  |
Total | 100% |  |
Overall score | Quarterly sheet ______ × 70% + Yearly ______ × 30% = ______ | Overall grade |
Comments and action plan |
Employee / Signature |  | Assessor / Signature |  | Reviewed by HR / Signature |
Date |  | Date |  | Date |
"""


def _made(folder: Path, definition: str, language: str) -> Any:
    (folder / "positions").mkdir()
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "positions" / "it.yaml").write_text(definition, encoding="utf-8")
    organization, findings = load(folder)
    assert findings == []
    made = position_document(organization, organization.by_id["it"], open_form(folder, "scorecard"), language)
    return docx.Document(io.BytesIO(made)).element.body


def _lines(body: Any) -> str:
    """A line for each row of a table, ``|`` between cells, and for each paragraph outside tables."""
    rows = [row for node in body for row in (node.iter(W + "tr") if node.tag == W + "tbl" else [node])]
    lines = [" | ".join(map(_text, row.findall(W + "tc") or [row])).rstrip() for row in rows]
    return "".join(f"{line}\n" for line in lines if line)


def _text(node: Any) -> str:
    texts = ("".join(piece.text or "" for piece in paragraph.iter(W + "t")) for paragraph in node.iter(W + "p"))
    return " / ".join(filter(None, texts))


@pytest.mark.parametrize(("language", "expected"), [("zh", ZH), ("en", EN)])
def test_a_small_definition(language: str, expected: str, tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL, language)) == expected


LEAST = {
    "zh": "绩效考核表\n岗位名称 | 工程师 | 岗位编号 |  | 所属部门 |\n姓名 |  | 考核期间 |  | 考核人 |\n尚未设定考核指标。\n",
    "en": "Performance Scorecard\nPosition title | Engineer | Position code |  | Department |\n"
    "Name |  | Period assessed |  | Assessor |\nNo indicators are defined.\n",
}


@pytest.mark.parametrize("language", LEAST)
def test_nothing_but_a_title(language: str, tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, "title: {zh: 工程师, en: Engineer}", language)) == LEAST[language]


def test_both_languages_stand_below_one_another(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, SMALL, "zh+en"))
    assert "一、季度考核（权重：70%） Quarterly sheet (Weight: 70%)\n" in lines
    assert "岗位编号Position code | SH-9 |" in lines
    assert "1 | 账实相符率Stock accuracy | ≥98% | ≥99% |" in lines


def test_the_pages_lie_on_their_side(tmp_path: Path) -> None:
    (size,) = _made(tmp_path, SMALL, "zh").iter(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) == ("16838", "11906", "landscape")


def test_what_belongs_together_stays_on_one_page(tmp_path: Path) -> None:
    body = _made(tmp_path, SMALL, "zh")
    kept = {
        _text(row).split(" / ")[0]: len(list(row.iter(W + "p"))) == len(row.xpath("w:tc//w:pPr/w:keepNext"))
        for row in body.iter(W + "tr")
        if _text(row)
    }
    assert (kept["1"], kept["□ 优"], kept["□ 差"], kept["考核总分"], kept["被考核人"]) == (
        True,
        True,
        False,
        True,
        True,
    )


def test_every_value_stands_in_a_control_that_names_its_field(tmp_path: Path) -> None:
    tags = re.findall(r'<w:tag w:val="([^"]*)"', _made(tmp_path, SMALL, "en").xml)
    fields = {name for tag in tags for name in fields_of_mark(tag)}
    assert fields >= {
        "title", "code", "number", "name", "formula", "criteria", "source", "targets", "weight", "bands", "composite",
        "notes", "competences",
    }  # fmt: skip
