"""The head-count plan: what stands in it, and that its formulas come to what they say."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from posdoc.model import Organization
from tests.tables.test_stats import MIXED
from tests.tables.workbooks.conftest import data_of, workbook_of


def rows(organization: Organization, language: str = "zh", **more: Any) -> list[list[Any]]:
    data = data_of("headcount", organization, language, **more)
    sheet = load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def test_each_unit_sums_up_what_lies_below_it(organization: Organization) -> None:
    found = rows(organization)
    assert found[0] == [
        "部门／岗位", "岗位编号", "职等", "定编（下限）", "定编（上限）", "在岗", "空缺", "超编", "满编率", "备注", "计入在岗",
    ]  # fmt: skip
    assert found[1:8] == [
        ["服务部", None, None, 5, 6, 3, 1, 0, 0.4, "部门编制：9 人", 2],
        ["=经理", "0012", "同名", 1, 1, 1, 0, 0, 1, None, 1],
        ["现场组", None, None, 4, 5, 2, 1, 0, 0.25, None, 1],
        ["工程师", None, None, 2, 3, 1, 1, 0, 0.5, None, 1],
        ["工程师", None, None, "数名", None, 1, None, None, None, "人数未定，不计入合计", 0],
        ["夜班工程师", None, None, 2, 2, 0, None, 0, 0, "冻结", 0],
        ["合计", None, None, 5, 6, 3, 1, 0, 0.4, None, 2],
    ]
    said = [row[0] for row in found[8:] if row[0]]
    assert said[0] == "定员没有写数字、因而不计入的有 1 个岗位。"
    assert said[1].startswith("定员为范围的")
    assert said[-1].startswith("制表：")


def test_sums_and_differences_are_live(organization: Organization) -> None:
    sheet = workbook_of("headcount", organization).worksheets[0]
    assert sheet["D4"].value == "=SUBTOTAL(9,D5:D9)"
    assert sheet["D6"].value == "=SUBTOTAL(9,D7:D9)"
    assert sheet["D10"].value == "=SUBTOTAL(9,D4:D9)"
    assert sheet["G7"].value == "=MAX(0,D7-F7)"
    assert sheet["H7"].value == "=MAX(0,F7-E7)"
    assert sheet["I6"].value == '=IF(N(D6)=0,"",K6/D6)'
    assert sheet["G8"].value is None


def test_units_can_be_folded(organization: Organization) -> None:
    sheet = workbook_of("headcount", organization).worksheets[0]
    assert [sheet.row_dimensions[row].outlineLevel for row in range(4, 11)] == [0, 1, 1, 2, 2, 2, 0]
    assert [sheet.cell(row, 1).alignment.indent for row in range(4, 11)] == [0, 1, 1, 2, 2, 2, 0]
    assert not sheet.sheet_properties.outlinePr.summaryBelow
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "B4")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["K"].hidden


def test_nothing_is_worked_out_of_what_is_not_known(organization: Organization) -> None:
    nobody = replace(organization, people=())
    found = rows(nobody)
    assert found[1] == ["服务部", None, None, 5, 6, 0, 0, 0, None, "部门编制：9 人"]
    assert found[4][:9] == ["工程师", None, None, 2, 3, None, None, None, None]
    sheet = workbook_of("headcount", nobody).worksheets[0]
    assert sheet["G7"].value == '=IF(F7="","",MAX(0,D7-F7))'
    assert sheet["F7"].fill.start_color.rgb != sheet["A7"].fill.start_color.rgb
    assert sheet["F4"].number_format == "#,##0;-#,##0;"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_total_is_that_of_the_figures(language: str) -> None:
    from posdoc.views.stats import measure
    from tests.tables.workbooks.conftest import DAY

    total = measure(MIXED, None, DAY).total
    found = rows(MIXED, language)
    head, row = found[0], next(row for row in found if row[0] in ("合计", "Total"))
    numbers = [value for value in row if isinstance(value, int)]
    assert numbers[:2] == [total.planned.low, total.planned.high]
    assert (row[head.index("Vacant" if language == "en" else "空缺")], total.vacant) == (total.vacant, total.vacant)
    assert any("其中代理" in str(cell) or "acting" in str(cell).lower() for cell in head)
    assert [row[0] for row in found[1:3]] == (["未归入部门", "无部门"] if language == "zh" else ["In no unit", "Lost"])


def test_one_unit(organization: Organization) -> None:
    found = rows(organization, "en", unit="field")
    assert [row[0] for row in found[1:6]] == ["Field", "Engineer", "Engineer", "Night Engineer", "Total"]
