"""The scorecard of a position: which columns its sheets need, what stands in them, and who signs."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.locales.words import Words
from posdoc.model import SectionName, SectionOutput
from posdoc.views.position import view_position
from posdoc.views.sections import Presentation
from tests.views.conftest import MakeOrganization, ViewOf

TITLE = "title: {zh: 工程师, en: Engineer}\n"
SIGNERS = "document: {signers: [{role: author, name: 张三, date: 2026-03-01}, reviewer, approver, incumbent]}\n"
FOUR_BANDS = (
    "[{label: 优, min: 90}, {label: 良, min: 80, max: 90}, {label: 中, min: 60, max: 80}, {label: 差, max: 60}]"
)


def sheet_of(view_of: ViewOf, kpis: str, more: str = "", language: str = "zh") -> dict[str, Any]:
    view = view_of(f"{TITLE}kpi_sets:\n  - {{kpis: [{kpis}]{more}}}\n", language)
    (sheet,) = view["scorecard"]["sheets"]
    assert isinstance(sheet, dict)
    return sheet


def card_with(organization_of: MakeOrganization, text: str, presentation: Presentation) -> dict[str, Any]:
    organization = organization_of({"it": text})
    card = view_position(organization, Words(organization, "zh"), organization.by_id["it"], presentation)["scorecard"]
    assert isinstance(card, dict)
    return card


@pytest.mark.parametrize(
    ("kpi", "expected"),
    [
        ("{name: 甲}", (False, False, False, 0)),
        ("{name: 甲, formula: 数一数}", (True, False, False, 0)),
        ("{name: 甲, criteria: 扣分, target: ≥90%}", (False, True, False, 1)),
        ("{name: 甲, monitor: quality-manager}", (False, False, False, 0)),
        ("{name: 甲, source: 台账, targets: {month: ≥90%}}", (False, False, True, 1)),
        ("{name: 甲, targets: {month: ≥90%, year: ≥92%}}", (False, False, False, 2)),
        ("{name: 甲, parts: [{name: 乙, formula: 数一数}]}", (True, False, False, 0)),
        ("{name: 甲, bands: [{label: 达标, min: 60, max: 100}]}", (False, True, False, 0)),
    ],
)
def test_a_column_is_there_where_a_sheet_uses_it(
    view_of: ViewOf, kpi: str, expected: tuple[bool, bool, bool, int]
) -> None:
    sheet = sheet_of(view_of, kpi)
    found = tuple(sheet[f"has_{name}"] for name in ("formula", "criteria", "source"))
    assert (*found, sheet["target_columns"]) == expected


def test_blanks_are_columns_for_formula_target_and_scoring(organization_of: MakeOrganization) -> None:
    text = f"{TITLE}kpi_sets: [{{kpis: [{{name: 甲}}]}}]\n"
    (sheet,) = card_with(organization_of, text, Presentation("scorecard", blanks=True))["sheets"]
    assert [sheet[f"has_{name}"] for name in ("formula", "criteria", "source")] == [True, True, False]
    assert sheet["target_columns"] == 1


def test_what_stands_in_the_columns(view_of: ViewOf) -> None:
    kpi = (
        "{name: 甲, formula: 数一数, criteria: 扣分, source: 台账, supplied_by: finance, target: ≥90%, weight: 60%,"
        " monitor: quality-manager}, {name: 乙, weight: 40%, monitor: general-manager}"
    )
    sheet = sheet_of(view_of, kpi)
    first, second = sheet["lines"]
    assert (first["formula"], first["targets"], first["weight"], first["number"]) == ("数一数", ["≥90%"], "60%", "1")
    assert [detail["value"] for detail in first["criteria"]["details"]] == ["扣分"]
    assert [detail["value"] for detail in first["source"]["details"]] == ["台账", "财务部", "质量经理"]
    assert len(first["explained"]["details"]) == 5
    assert (second["formula"], second["criteria"]["details"]) == ("", [])
    assert sheet["weight_sum"] == "100%"


def test_types_stand_above_their_indicators(view_of: ViewOf) -> None:
    mixed = "{name: 甲, dimension: quantitative, parts: [{name: 丁}]}, {name: 乙, dimension: quantitative}"
    sheet = sheet_of(view_of, f"{mixed}, {{name: 丙, dimension: qualitative}}")
    assert [line["group"] for line in sheet["lines"]] == ["定量", "", "", "定性"]
    assert {line["aside"]["details"] for line in sheet["lines"]} == {""}


@pytest.mark.parametrize(
    ("kpis", "asides"),
    [
        ("{name: 甲, dimension: attitude}, {name: 乙, dimension: attitude}", ["", ""]),
        ("{name: 甲}, {name: 乙, dimension: attitude}", ["", ""]),
        (
            "{name: 甲, dimension: attitude}, {name: 乙, dimension: quantitative}, {name: 丙, dimension: attitude}",
            ["态度", "定量", "态度"],
        ),
    ],
)
def test_types_that_do_not_divide_a_sheet_are_no_groups(view_of: ViewOf, kpis: str, asides: list[str]) -> None:
    lines = sheet_of(view_of, kpis)["lines"]
    assert {line["group"] for line in lines} == {""}
    assert [line["aside"]["details"] for line in lines] == asides


def test_bands_are_said_once(view_of: ViewOf) -> None:
    four = sheet_of(view_of, "{name: 甲}", f", bands: {FOUR_BANDS}")
    assert (four["band_columns"], four["bands"], four["first_band_range"]) == (True, [], "≥90")
    with_consequence = FOUR_BANDS.replace("min: 90", "min: 90, consequence: 奖金")
    assert len(sheet_of(view_of, "{name: 甲}", f", bands: {with_consequence}")["bands"]) == 4
    two = sheet_of(view_of, "{name: 甲}", ", bands: [{label: 优, min: 60}, {label: 差, max: 60}]")
    assert (two["band_columns"], len(two["bands"])) == (False, 2)


def test_only_what_has_neighbours_is_numbered(organization_of: MakeOrganization) -> None:
    one, two = "{kpis: [{name: 甲}]}", "{title: 年度考核, kpis: [{name: 甲}]}"
    plain = Presentation("scorecard")
    (only,) = card_with(organization_of, f"{TITLE}kpi_sets: [{one}]\n", plain)["sheets"]
    assert (only["number"], only["title"]) == ("", "")
    both = card_with(organization_of, f"{TITLE}kpi_sets: [{one}, {two}]\n", plain)["sheets"]
    assert [(sheet["number"], sheet["title"]) for sheet in both] == [("一、", "指标"), ("二、", "年度考核")]
    bare = card_with(organization_of, f"{TITLE}kpi_sets: [{one}, {two}]\n", Presentation(numbered=False))["sheets"]
    assert [sheet["number"] for sheet in bare] == ["", ""]


def test_competences_are_counted_by_kind(view_of: ViewOf) -> None:
    abilities = view_of(f"{TITLE}competences: [{{kind: attitude, name: 守时}}, 沟通, {{kind: core, name: 判断}}]\n")
    found = [
        (one["number"], one["group"], one["name"], one["first"])
        for one in abilities["scorecard"]["abilities"]["entries"]
    ]
    assert found == [
        ("1", "核心能力", "沟通", True), ("2", "核心能力", "判断", False), ("1", "工作态度", "守时", True),
    ]  # fmt: skip


def test_the_employee_the_assessor_and_a_reviewer_sign(organization_of: MakeOrganization) -> None:
    (row,) = card_with(organization_of, TITLE + SIGNERS, Presentation("scorecard"))["signatures"]
    assert [row[place]["label"] for place in ("first", "second", "third")] == ["被考核人", "考核人", "人力资源审核"]
    assert {row[place]["name"] for place in row} == {""}
    assert card_with(organization_of, TITLE, Presentation("scorecard", sign=False))["signatures"] == []


def test_those_sign_whom_the_position_names_where_signing_off_is_asked_for(organization_of: MakeOrganization) -> None:
    asked = Presentation("scorecard", sections=(SectionOutput(section=SectionName.SIGNOFF),))
    first, second = card_with(organization_of, TITLE + SIGNERS, asked)["signatures"]
    assert [first[place]["label"] for place in ("first", "second", "third")] == ["撰写人", "审核人", "批准人"]
    assert (first["first"]["name"], first["first"]["date"]) == ("张三", "2026年3月1日")
    assert [second[place]["label"] for place in ("first", "second", "third")] == ["任职人", "", ""]
    assert (second["second"]["signature_label"], second["second"]["date_label"]) == ("", "")
    (nobody,) = card_with(organization_of, TITLE, asked)["signatures"]
    assert nobody["first"]["label"] == "被考核人"


ASSESSORS = [
    ("", "", ""),
    ("reports_to: general-manager", "", "总经理"),
    ("reports_to: general-manager", "monitor: quality-manager", "质量经理"),
    ("reports_to: general-manager", "monitor: quality-manager}, {name: 乙, monitor: finance", "总经理"),
    ("reports_to: general-manager", "monitor: quality-manager}, {name: 乙", "总经理"),
]


@pytest.mark.parametrize(("line", "monitor", "expected"), ASSESSORS)
def test_the_assessor(line: str, monitor: str, expected: str, view_of: ViewOf) -> None:
    view = view_of(f"{TITLE}{line}\nkpi_sets: [{{kpis: [{{name: 甲, {monitor}}}]}}]\n")["scorecard"]
    assert view["assessor"] == expected
    named = [one["value"] for one in view["sheets"][0]["lines"][0]["source"]["details"]]
    assert named == ([] if expected in ("", "质量经理") or not monitor else ["质量经理"])


WEIGHTS = [
    ("{name: 甲, weight: 60}, {name: 乙, weight: 40}", "100%"),
    ("{name: 甲, weight: 60}, {name: 乙, weight: 30-40}", "90–100%"),
    ("{name: 甲, weight: 60, parts: [{name: 丙, weight: 70}]}, {name: 乙, weight: 12.5}", "72.5%"),
    ("{name: 甲, weight: 60}, {name: 乙}", ""),
    ("", ""),
]


@pytest.mark.parametrize(("kpis", "expected"), WEIGHTS)
def test_the_sum_of_the_weights(kpis: str, expected: str, view_of: ViewOf) -> None:
    assert sheet_of(view_of, kpis)["weight_sum"] == expected


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        (
            "{period: month, weight: 70, kpis: []}, {title: 年考, weight: 30, kpis: []}",
            [("月度", "70%"), ("年考", "30%")],
        ),
        ("{weight: 70, kpis: []}, {kpis: []}", []),
        ("{weight: 100, kpis: []}", []),
    ],
)
def test_sheets_that_all_have_weights_make_one_score(
    sheets: str, expected: list[tuple[str, str]], view_of: ViewOf
) -> None:
    totals = view_of(f"{TITLE}kpi_sets: [{sheets}]\n")["scorecard"]["totals"]
    assert [(one["title"], one["weight"]) for one in totals] == expected


@pytest.mark.parametrize(
    ("kpi_set", "expected"),
    [
        ("{title: 季度考核, period: quarter, kpis: []}", "季度考核"),
        ("{title: 业绩考核, period: quarter, weight: 40, kpis: []}", "业绩考核（季度、权重：40%）"),
        ("{period: year, kpis: []}", "年度"),
        ("{weight: 30, kpis: []}", "指标（权重：30%）"),
    ],
)
def test_a_title_says_the_period_once(kpi_set: str, expected: str, view_of: ViewOf) -> None:
    (sheet,) = view_of(f"{TITLE}kpi_sets: [{kpi_set}]\n")["scorecard"]["sheets"]
    assert sheet["title"] == expected


def test_sub_indicators_follow_their_indicator(view_of: ViewOf) -> None:
    parts = "[{name: 乙, parts: [{name: 丙}, {name: 丁, number: X-1}]}, {name: 戊}]"
    lines = sheet_of(view_of, f"{{name: 甲, parts: {parts}}}, {{name: 己}}")["lines"]
    assert [(line["number"], line["name"], line["is_part"]) for line in lines] == [
        ("1", "甲", False), ("1", "乙", True), ("1.1", "丙", True), ("X-1", "丁", True), ("2", "戊", True),
        ("2", "己", False),
    ]  # fmt: skip


def test_a_shared_indicator_inside_itself_ends_there(view_of: ViewOf) -> None:
    shared = "kpis: [{id: loop, name: 环, parts: [{use: loop}]}]\n"
    view = view_of(f"{TITLE}kpi_sets: [{{kpis: [{{use: loop}}]}}]\n", more=shared)
    assert [line["name"] for line in view["scorecard"]["sheets"][0]["lines"]] == ["环", "环"]


def test_the_target_of_a_period_that_is_not_stated(view_of: ViewOf) -> None:
    targets = "targets: {quarter: ≥95%}"
    lines = sheet_of(view_of, f"{{name: 甲, target: ≥90%, {targets}}}, {{name: 乙, {targets}}}, "
                              "{name: 丙, targets: {year: ≥97%}}")["lines"]  # fmt: skip
    assert [(line["first_target"], line["second_target"]) for line in lines] == [
        ("≥95%", "≥90%"), ("≥95%", "—"), ("—", "≥97%"),
    ]  # fmt: skip
