from __future__ import annotations

from typing import Any

import pytest

from posdoc.model import CompetenceKind, Kpi
from posdoc.views.assessment import full_kpi, view_bands
from tests.views.conftest import SETTINGS, PrinterOf, ViewOf
from tests.views.rows import entries

TITLE = "title: {zh: 工程师, en: Engineer}\n"
SHARED = """
kpis:
  - id: satisfaction
    number: S-01
    name: {zh: 客户满意度, en: Customer satisfaction}
    formula: {zh: 满意份数÷回收份数, en: satisfied ÷ received}
    target: ≥95%
    weight: 90%
    dimension: quantitative
  - {id: reports, name: {zh: 报表, en: Reports}, parts: [{use: satisfaction, weight: 50%}, {use: reports}]}
"""


def sheet_of(view_of: ViewOf, kpi_set: str, language: str = "zh", **others: Any) -> dict[str, Any]:
    (sheet,) = view_of(f"{TITLE}kpi_sets:\n  - {kpi_set}", language, **others)["assessment"]["sheets"]
    assert isinstance(sheet, dict)
    return sheet


def test_a_whole_sheet(view_of: ViewOf) -> None:
    text = """\
title: 工程师
duties: [{id: complaints, area: 投诉处理}]
kpi_sets:
  - title: 季度考核
    period: quarter
    weight: 70%
    kpis:
      - name: 一次修复率
        dimension: quantitative
        formula: 一次修好÷总数
        target: ≥90%
        direction: higher
        weight: 60%
        source: 工单系统
        supplied_by: finance
        monitor: general-manager
        duties: [complaints]
        bands: [{label: 达标, min: 60, max: 100}]
      - {number: '6.2', name: 及时率, targets: {month: ≥94%, year: ≥95%}, weight: 40}
    bands: [{label: 优, min: 90, consequence: 系数 1.1}, {label: 良, min: 60, max: 90}, {label: 差, max: 60}]
    composite: [{part: personal, weight: 60, formula: 本人得分}, {part: company, weight: 40}]
    notes: 首季度不考核
"""
    (sheet,) = view_of(text)["assessment"]["sheets"]
    rows, _ = sheet.pop("rows"), sheet.pop("cells")
    assert sheet == {
        "title": "季度考核（季度、权重：70%）",
        "number_label": "编号",
        "name_label": "指标",
        "target_label": "目标",
        "weight_label": "权重",
        "has_weight": True,
        "kpis": [
            {
                "number": "1",
                "name": "一次修复率",
                "targets": ["≥90%"],
                "weight": "60%",
                "details": [
                    {"label": "指标类型", "value": "定量", "field": "dimension"},
                    {"label": "计算方式", "value": "一次修好÷总数", "field": "formula"},
                    {"label": "方向", "value": "越高越好", "field": "direction"},
                    {"label": "信息来源", "value": "工单系统", "field": "source"},
                    {"label": "数据提供方", "value": "财务部", "field": "supplied_by"},
                    {"label": "考核人", "value": "总经理", "field": "monitor"},
                    {"label": "对应职责", "value": "投诉处理", "field": "duties"},
                    {"label": "评分等级", "value": "达标：60–100 分", "field": "bands"},
                ],
                "parts": [],
            },
            {
                "number": "2",
                "name": "及时率（6.2）",
                "targets": ["月度 ≥94%", "年度 ≥95%"],
                "weight": "40%",
                "details": [],
                "parts": [],
            },
        ],
    }
    assert entries({"rows": rows}) == [
        ("评分等级", ["优：90 分及以上；系数 1.1", "良：60 分及以上，不满 90 分", "差：低于 60 分"]),
        ("综合得分", "个人绩效 60%（本人得分） + 公司绩效 40%"),
        ("说明", "首季度不考核"),
    ]


def test_what_is_not_stated_is_not_printed(view_of: ViewOf) -> None:
    assert sheet_of(view_of, "{kpis: [{name: 甲}]}", "en") == {
        "title": "Indicators",
        "number_label": "No.",
        "name_label": "Indicator",
        "target_label": "Target",
        "weight_label": "Weight",
        "has_weight": False,
        "kpis": [{"number": "1", "name": "甲", "targets": [], "weight": "", "details": [], "parts": []}],
        "rows": [],
        "cells": [],
    }


@pytest.mark.parametrize(
    ("kpi_set", "zh", "en"),
    [
        ("{title: {zh: 季度考核, en: Quarterly review}, kpis: []}", "季度考核", "Quarterly review"),
        ("{period: half_year, kpis: []}", "半年", "Half-yearly"),
        ("{period: year, weight: 30-40, kpis: []}", "年度（权重：30–40%）", "Yearly (Weight: 30–40%)"),
        ("{weight: 30, kpis: []}", "指标（权重：30%）", "Indicators (Weight: 30%)"),
    ],
)
def test_the_title_of_a_sheet(kpi_set: str, zh: str, en: str, view_of: ViewOf) -> None:
    assert [sheet_of(view_of, kpi_set, language)["title"] for language in ("zh", "en")] == [zh, en]


BANDS = [
    ("{label: {zh: 优, en: A}, min: 90, max: 100}", "优：90–100 分", "A: 90–100 points"),
    ("{label: {zh: 优, en: A}, min: 90}", "优：90 分及以上", "A: 90 points or more"),
    ("{label: {zh: 差, en: D}, max: 60}", "差：低于 60 分", "D: below 60 points"),
    ("{label: {zh: 差, en: D}, min: 0, max: 0.6}", "差：0–0.6 分", "D: 0–0.6 points"),
    ("{label: {zh: 优, en: A}}", "优", "A"),
    ("{label: {zh: 优, en: A}, consequence: {zh: 加薪, en: a rise}}", "优；加薪", "A; a rise"),
]


@pytest.mark.parametrize(("band", "zh", "en"), BANDS, ids=[band for band, *_ in BANDS])
def test_a_band(band: str, zh: str, en: str, view_of: ViewOf) -> None:
    made = [sheet_of(view_of, f"{{kpis: [], bands: [{band}]}}", language) for language in ("zh", "en")]
    assert [entries(sheet) for sheet in made] == [[("评分等级", zh)], [("Grading bands", en)]]


def test_bands_by_their_parts(printer_of: PrinterOf) -> None:
    bands = "{label: 优, min: 90, max: 100, consequence: 加薪}, {label: 良, min: 60, max: 90}, {label: 差, max: 60}, {label: 免}"
    printer = printer_of(f"{TITLE}kpi_sets: [{{kpis: [], bands: [{bands}]}}]")
    assert [tuple(band.values()) for band in view_bands(printer, printer.position.kpi_sets[0].bands)] == [
        ("优", "90–100 分", "90–100", "加薪"),
        ("良", "60 分及以上，不满 90 分", "60–90", ""),
        ("差", "低于 60 分", "<60", ""),
        ("免", "", "", ""),
    ]


# --- shared indicators --------------------------------------------------------------------------------------

USES: dict[str, tuple[str, dict[str, Any]]] = {
    "everything but the weight": (
        "{use: satisfaction}",
        {"number": "S-01", "name": "客户满意度", "targets": ["≥95%"], "weight": "", "formula": "满意份数÷回收份数"},
    ),
    "with a weight of its own": (
        "{use: satisfaction, weight: 30%}",
        {"number": "S-01", "name": "客户满意度", "targets": ["≥95%"], "weight": "30%", "formula": "满意份数÷回收份数"},
    ),
    "what is restated wins": (
        "{use: satisfaction, number: 'A', target: ≥98%, formula: 另定}",
        {"number": "A", "name": "客户满意度", "targets": ["≥98%"], "weight": "", "formula": "另定"},
    ),
    "of one that is not there": (
        "{use: nothing, name: 甲, weight: 10}",
        {"number": "1", "name": "甲", "targets": [], "weight": "10%", "formula": None},
    ),
}


@pytest.mark.parametrize("written, expected", USES.values(), ids=USES.keys())  # noqa: PT006
def test_the_use_of_a_shared_indicator(written: str, expected: dict[str, Any], view_of: ViewOf) -> None:
    (kpi,) = sheet_of(view_of, f"{{kpis: [{written}]}}", more=SHARED)["kpis"]
    formula = next((detail["value"] for detail in kpi["details"] if detail["field"] == "formula"), None)
    assert {**{key: kpi[key] for key in ("number", "name", "targets", "weight")}, "formula": formula} == expected


def test_an_indicator_of_its_own_is_returned_as_it_is(printer_of: PrinterOf) -> None:
    printer = printer_of(f"{TITLE}kpi_sets: [{{kpis: [{{name: 甲}}]}}]", settings=SETTINGS)
    kpi: Kpi = printer.position.kpi_sets[0].kpis[0]
    assert full_kpi(printer, kpi) is kpi


PARTS: dict[str, tuple[str, list[str]]] = {
    "name only": ("{name: 甲}", ["甲"]),
    "target and weight": ("{name: 甲, target: ≥90%, weight: 50}", ["甲（≥90%、50%）"]),
    "a number and what has no column": (
        "{number: '1.1', name: 甲, weight: 50, source: 工单, bands: [{label: 优, min: 90}]}",
        ["1.1 甲（50%）；信息来源：工单；评分等级：优：90 分及以上"],
    ),
    "parts of its own": (
        "{name: 甲, parts: [{name: 乙, weight: 40}, {name: 丙, weight: 60}]}",
        ["甲；分项指标：乙（40%）、丙（60%）"],
    ),
    "a shared one": (
        "{use: satisfaction, weight: 20}",
        ["S-01 客户满意度（≥95%、20%）；指标类型：定量；计算方式：满意份数÷回收份数"],
    ),
}


@pytest.mark.parametrize("written, expected", PARTS.values(), ids=PARTS.keys())  # noqa: PT006
def test_sub_indicators(written: str, expected: list[str], view_of: ViewOf) -> None:
    (kpi,) = sheet_of(view_of, f"{{kpis: [{{name: 总, parts: [{written}]}}]}}", more=SHARED)["kpis"]
    assert kpi["parts"] == expected


def test_a_shared_indicator_inside_itself_ends_there(view_of: ViewOf) -> None:
    (kpi,) = sheet_of(view_of, "{kpis: [{use: reports}]}", more=SHARED)["kpis"]
    assert kpi["parts"] == ["S-01 客户满意度（≥95%、50%）；指标类型：定量；计算方式：满意份数÷回收份数", "报表"]


# --- competences --------------------------------------------------------------------------------------------


def test_competences_by_kind(view_of: ViewOf) -> None:
    text = f"""{TITLE}competences:
  - {{kind: attitude, name: {{zh: 主动, en: Initiative}}}}
  - {{zh: 诊断, en: Diagnosis}}
  - {{kind: core, name: {{zh: 沟通, en: Communication}}, weight: 20%}}
"""
    assert entries(view_of(text)["assessment"]) == [("核心能力", "诊断、沟通（20%）"), ("工作态度", "主动")]
    assert entries(view_of(text, "en")["assessment"]) == [
        (CompetenceKind.CORE.label.en, "Diagnosis, Communication (20%)"), (CompetenceKind.ATTITUDE.label.en, "Initiative"),
    ]  # fmt: skip


def test_no_assessment(view_of: ViewOf) -> None:
    assert view_of(TITLE)["assessment"] is None
