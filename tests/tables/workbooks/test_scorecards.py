"""The KPI sheets: what stands in them, and what becomes of scores that are filled in."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from posdoc.model import Organization, Text
from tests.tables.workbooks.conftest import data_of, workbook_of

BOSS = "=经理"


@pytest.fixture(scope="module")
def workbook(organization: Organization) -> Workbook:
    return workbook_of("scorecards", organization)


def texts(sheet: Worksheet) -> dict[str, Any]:
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_a_sheet_is_a_position_with_indicators(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["汇总", "=经理", "工程师", "工程师 (2)", "夜班工程师"]


def test_names_of_sheets_differ_and_fit(organization: Organization) -> None:
    long = Text({"zh": "很长的岗位名称" * 8})
    odd = [
        replace(one, title=long if place else Text({"zh": "History"}))
        for place, one in enumerate(organization.positions)
    ]
    names = workbook_of("scorecards", replace(organization, positions=tuple(odd))).sheetnames
    assert names[1] == "History (2)"
    assert len({name.casefold() for name in names}) == 5
    assert all(len(name) <= 31 for name in names)
    assert names[3].endswith(" (2)")


def test_a_block_is_a_set(workbook: Workbook) -> None:
    sheet = workbook[BOSS]
    found = texts(sheet)
    assert [found[f"{name}7"] for name in "ABCDEFGHIJ"] == [
        "编号",
        "指标",
        "计算方式",
        "评分标准",
        "季度",
        "年度",
        "权重",
        "实际完成",
        "得分",
        "加权得分",
    ]
    assert found["A6"] == "季度（权重：60%）"
    assert (found["B8"], found["C8"], found["E8"], found["F8"], found["G8"]) == (
        "满意度（C-1）", "满意 ÷ 全部", "≥94%", "≥95%", 0.4,
    )  # fmt: skip
    assert (found["B9"], found["G9"], sheet["B9"].alignment.indent) == ("电话", 0.5, 1)
    assert found["D11"] == "每超扣分\n信息来源：账目"
    assert found["J8"] == '=IF(COUNT(G8,I8)=2,G8*I8,"")'
    assert found["I8"] == '=IF(COUNT(I9,I10)<2,"",ROUND((G9*I9+G10*I10)/SUM(G9,G10),2))'
    assert found["G12"] == "=SUM(G8,G11)"
    assert found["J12"] == '=IF(COUNT(J8:J11)=0,"",ROUND(SUM(J8:J11),2))'
    assert [found[f"{name}14"] for name in "ACDE"] == [
        "评分等级",
        "得分下限（含）",
        "得分上限（不含，最高等级含）",
        "结果运用",
    ]
    assert [found.get(f"{name}15") for name in "ACD"] == ["优", 90, 100]
    assert [found.get(f"{name}17") for name in "ACDE"] == ["差", 0, 75, "约谈"]
    assert found["A18"] == "说明：每季公布"


def test_scores_are_validated(workbook: Workbook) -> None:
    rules = {
        str(one.sqref): (one.type, one.formula1, one.formula2) for one in workbook[BOSS].data_validations.dataValidation
    }
    assert rules == {"I9 I10 I11": ("decimal", "0", "100"), "I22 I25": ("decimal", "0", "120")}


def test_it_prints_one_page_wide_with_each_set_on_its_own(workbook: Workbook) -> None:
    sheet = workbook[BOSS]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.orientation) == (1, "landscape")
    assert sheet.print_area.replace("$", "").startswith("'=经理'!A1:J")
    assert [one.id for one in sheet.row_breaks.brk] == [19]
    assert (sheet.print_title_rows, workbook["工程师"].print_title_rows) == (None, "$6:$6")


def test_the_overview_leads_to_the_sheets_and_back(workbook: Workbook) -> None:
    overview = workbook["汇总"]
    links = [overview[f"B{row}"].hyperlink.location for row in range(2, 7)]
    assert links == ["'=经理'!A1", "'=经理'!A1", "'工程师'!A1", "'工程师 (2)'!A1", "'夜班工程师'!A1"]
    assert workbook[BOSS]["K1"].hyperlink.location == "'汇总'!A1"
    assert overview["G2"].value == "=COUNT('=经理'!J8:J11)"
    assert overview["F7"].value == "=SUM(F2:F6)"


def test_who_is_assessed_and_who_signs(organization: Organization, workbook: Workbook) -> None:
    found = texts(workbook[BOSS])
    assert "岗位编号：0012" in found["A3"]
    assert found["A4"] == "姓名"
    assert "B4" not in found
    last = max(int(cell[1:]) for cell in found if cell.startswith("A"))
    assert found[f"A{last}"].startswith("被考核人：")
    assert texts(workbook_of("scorecards", organization, with_names=True)[BOSS])["B4"] == "甲一"


def test_nothing_filled_in_is_nothing_and_no_mistake(organization: Organization) -> None:
    stored = load_workbook(io.BytesIO(data_of("scorecards", organization, "en")), data_only=True)
    overview = [[cell.value for cell in row] for row in stored["Overview"].iter_rows(min_row=2, max_row=7)]
    assert [row[5:7] for row in overview] == [[2, 0], [1, 0], [2, 0], [1, 0], [1, 0], [7, 0]]
    assert not any(value for row in overview for value in row[7:])


def test_what_the_bands_cannot_say_is_filled_in_by_hand(workbook: Workbook) -> None:
    found = texts(workbook["夜班工程师"])
    (grade,) = (int(cell[1:]) for cell, value in found.items() if value == "考核等级")
    assert not any(cell in found for cell in (f"G{grade}", f"H{grade}"))
    weights = workbook["工程师"]
    assert (weights["D7"].value, weights["D8"].value) == (None, "30–40%")
    assert weights["D7"].fill.start_color.rgb == weights["F7"].fill.start_color.rgb


# --- filled in --------------------------------------------------------------------------------------------------


@pytest.mark.tool("soffice")
def test_scores_become_results(worked_out: Mapping[str, Workbook]) -> None:
    made = worked_out["filled"]
    boss, overview = made[BOSS], made["汇总"]
    assert (boss["I8"].value, boss["J8"].value, boss["J12"].value) == (85, 34, 88)
    assert boss["I13"].value == "—"  # 88 lies between the bands
    rows = {
        (row[1].value, row[4].value): [cell.value or None for cell in row[5:]] for row in overview.iter_rows(min_row=2)
    }
    year = 0.7 * 100 + 0.3 * 90
    assert rows["=经理", "季度（权重：60%）"] == [2, 2, 88, None, "—", pytest.approx(0.6 * 88 + 0.4 * year)]
    assert rows["=经理", "年度（权重：40%）"][:5] == [1, 1, 100, pytest.approx(year), "达标"]
    engineers = [[cell.value for cell in row[5:8]] for row in overview.iter_rows() if row[1].value == "工程师"]
    assert engineers == [[2, 1, 35], [1, 1, 85]]
    assert rows["合计（得分为平均）", None][1] == 5
