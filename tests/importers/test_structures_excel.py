"""Workbooks as departments have them: forms, sheets of indicators and of duties (structure 15)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from posdoc.importers.lists import read_list
from posdoc.importers.pieces import Foreign
from posdoc.importers.sheets import read_workbook
from tests.importers.structures import Case, check
from tests.importers.workbooks import data, row, text, value, workbook

Rows = Sequence[Sequence[object]]
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="9"/></cellXfs></styleSheet>'
)


def sheets(**named: tuple[Rows, Sequence[str]]) -> Foreign:
    """A workbook of sheets by name, each with its rows and the ranges that are merged; shares under 1 are percentages."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, (rows, merged) in named.items():
        fill(book.create_sheet(name.replace("_", " ")), rows, merged)
    stream = io.BytesIO()
    book.save(stream)
    return read_workbook(stream.getvalue(), "岗位.xlsx")


def fill(sheet: Worksheet, rows: Rows, merged: Sequence[str]) -> None:
    for number, cells in enumerate(rows, 1):
        for column, content in enumerate(cells, 1):
            if content is not None:
                cell = sheet.cell(number, column, content)  # type: ignore[arg-type]
                if isinstance(content, float) and content < 1:
                    cell.number_format = "0%"
    for area in merged:
        sheet.merge_cells(area)


def sheet(rows: Rows, *merged: str) -> Foreign:
    return sheets(Sheet1=(rows, merged))


INDICATORS: Rows = [
    [],
    [],
    [None, None, "备件主管绩效考核表"],
    [None, None, "序号", "关键业绩\n指标", "要求目标", None, None, "权重", "评分\n标准"],
    [None, None, None, None, "月度", "季度", "年度"],
    [None, None, 1, "常用件满足率", "≥95%", "≥95%", "≥96%", 0.4, "每低一个百分点扣5分"],
    [None, None, 2, "账物相符率", "100%", None, "100%", 0.35, "每差一笔扣2分"],
    [None, None, 3, "呆滞件比例", None, None, "≤3%", 0.25, "超过不得分"],
]
CASES = {
    "15 heads in two rows, merged, with line breaks, not at A1": Case(
        sheet(INDICATORS, "C3:I3", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:I5"),
        {"备件主管": {"kpi_sets": [{"kpis": [
            {"name": "常用件满足率", "targets": {"month": "≥95%", "quarter": "≥95%", "year": "≥96%"}, "weight": "40%",
             "criteria": "每低一个百分点扣5分"},
            {"name": "账物相符率", "targets": {"month": "100%", "year": "100%"}, "weight": "35%", "criteria": "每差一笔扣2分"},
            {"name": "呆滞件比例", "targets": {"year": "≤3%"}, "weight": "25%", "criteria": "超过不得分"},
        ]}]}},
    ),
    "15 a form of merged pairs and sections": Case(
        sheet(
            [
                ["岗位说明书"], ["岗位名称", "备件计划员", None, "所属部门", "备件部", None], ["直接上级", "备件主管",
                None, "定员", 2, None],
                ["岗位职责"], ["序号", "工作内容", None, None, "频率", "占比"], [1, "汇总各办事处的消耗。", None, None,
                "每月", 0.6],
                [2, "跟踪到货。", None, None, "每天", 0.4], ["任职资格"], ["学历", "大专及以上", None, "专业", "物流", None],
            ],
            "A1:F1", "B2:C2", "E2:F2", "B3:C3", "E3:F3", "A4:F4", "B5:D5", "B6:D6", "B7:D7", "A8:F8", "B9:C9", "E9:F9",
        ),
        {"备件计划员": {
            "headcount": 2, "reports_to": "备件主管",
            "duties": [
                {"text": "汇总各办事处的消耗。", "time": "60%", "frequency": "每月"},
                {"text": "跟踪到货。", "time": "40%", "frequency": "每天"},
            ],
            "qualifications": [{"item": "education", "required": "大专及以上"}, {"item": "major", "required": "物流"}],
        }},
        findings=["title-unknown"], units=["备件部"], outside=["备件主管"],
    ),
    "15 a sheet for each post": Case(
        sheets(
            备件计划员=([["岗位名称", "备件计划员"], ["岗位职责", "1、编制采购计划。\n2、跟踪到货。"], ["使用工具", "/"]], ()),
            旧件管理员=([["岗位名称", "旧件管理员"], ["岗位职责", "1、接收旧件。\n2、报废旧件。"], ["使用工具", "扫码枪"]], ()),
        ),
        {
            "备件计划员": {"duties": [{"text": "编制采购计划。"}, {"text": "跟踪到货。"}]},
            "旧件管理员": {"duties": [{"text": "接收旧件。"}, {"text": "报废旧件。"}], "tools": ["扫码枪"]},
        },
    ),
    "15 the title in the name of the sheet only": Case(
        sheets(
            备件计划员=([["岗位职责", None], ["序号", "工作内容"], [1, "编制采购计划。"], [2, "跟踪到货。"]], ["A1:B1"]),
            旧件管理员=([["岗位职责", None], ["序号", "工作内容"], [1, "接收旧件。"], [2, "报废旧件。"]], ["A1:B1"]),
        ),
        {
            "备件计划员": {"duties": [{"text": "编制采购计划。"}, {"text": "跟踪到货。"}]},
            "旧件管理员": {"duties": [{"text": "接收旧件。"}, {"text": "报废旧件。"}]},
        },
    ),
    "15 several rows for a duty, and numbers such as 6.1.1": Case(
        sheet(
            [
                ["岗位名称", "三包审核员"], ["岗位职责"], ["编号", "职责", "工作任务", "时间"],
                ["6.1.1", "审核索赔单", "核对三包期限", 0.6], [None, None, "退回资料不全的索赔单"], ["6.1.2",
                "核对旧件", "逐件核对标签", 0.4],
            ],
            "B1:D1", "A2:D2", "A4:A5", "B4:B5", "D4:D5",
        ),
        {"三包审核员": {"duties": [
            {"number": "6.1.1", "text": "审核索赔单", "tasks": ["核对三包期限", "退回资料不全的索赔单"], "time": "60%"},
            {"number": "6.1.2", "text": "核对旧件", "tasks": ["逐件核对标签"], "time": "40%"},
        ]}},
    ),
    "15 several rows for an indicator and for a contact": Case(
        sheet(
            [
                ["岗位名称", "三包审核员"], ["工作联系"], ["类别", "联系对象", "联系内容"],
                ["公司内", "备件部", "旧件移交"], [None, None, "索赔用件"], [None, "财务部", "赔付入账"],
                ["考核指标"], ["指标", "权重", "评分标准"], ["审核及时率", 0.7, "每超期一单扣2分"], [None, None,
                "超期三单不得分"],
                ["差错率", 0.3, "每错一单扣5分"],
            ],
            "B1:C1", "A2:C2", "A4:A6", "B4:B5", "A7:C7", "A9:A10", "B9:B10",
        ),
        {"三包审核员": {
            "contacts": [
                {"scope": "internal", "party": "备件部", "content": "旧件移交\n索赔用件"},
                {"scope": "internal", "party": "财务部", "content": "赔付入账"},
            ],
            "kpi_sets": [{"kpis": [
                {"name": "审核及时率", "weight": "70%", "criteria": "每超期一单扣2分\n超期三单不得分"},
                {"name": "差错率", "weight": "30%", "criteria": "每错一单扣5分"},
            ]}],
        }},
        outside=["备件部", "财务部"],
    ),
    "15 formulas with their values, shares without a format": Case(
        read_workbook(workbook(
            data(
                row(1, text("A1", "岗位名称"), text("B1", "三包审核员")),
                row(2, text("A2", "绩效考核")),
                row(3, text("A3", "指标"), text("B3", "目标值"), text("C3", "权重")),
                row(4, text("A4", "审核及时率"), value("B4", "0.98", style=1, formula="98%"), value("C4", "0.6")),
                row(5, text("A5", "差错率"), text("B5", "≤1%"), value("C5", "0.4", formula="1-C4")),
                row(6, text("A6", "合计"), value("C6", "1", style=1, formula="SUM(C4:C5)")),
                after='<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A2:C2"/></mergeCells>',
            ),
            styles=STYLES,
        ), "考核.xlsx"),
        {"三包审核员": {"kpi_sets": [{"kpis": [
            {"name": "审核及时率", "target": "98%", "weight": "60%"}, {"name": "差错率", "target": "≤1%", "weight": "40%"},
        ]}]}},
        kept=["合计", "100%"],
    ),
    "15 formulas without values": Case(
        sheet([["岗位名称", "三包审核员"], ["定员", "=2+1"], ["直接上级", "三包主管"]]),
        {"三包审核员": {"reports_to": "三包主管"}},
        findings=["value-not-calculated", "title-unknown"], outside=["三包主管"],
    ),
    "15 English": Case(
        sheet(
            [
                ["Job Description: Warranty Clerk"], ["Department", "Warranty", "Headcount", 3],
                ["Key performance\nindicators"], ["No.", "Indicator", "Target", "Weight"],
                [1, "Claims checked\non time", "≥98%", 0.7], [2, "Errors", "≤1%", 0.3],
            ],
            "A1:D1", "A3:D3",
        ),
        {"Warranty Clerk": {"headcount": 3, "kpi_sets": [{"kpis": [
            {"name": "Claims checked\non time", "target": "≥98%", "weight": "70%"},
            {"name": "Errors", "target": "≤1%", "weight": "30%"},
        ]}]}},
        units=["Warranty"],
    ),
    "15 English, heads in two rows": Case(
        sheet(
            [
                ["Parts Supervisor - Job Description"], ["KPI", "Target", None, "Weight"], [None, "Month", "Year", None],
                ["Parts availability", "≥95%", "≥96%", 0.6], ["Stock accuracy", None, "100%", 0.4],
            ],
            "A1:D1", "A2:A3", "B2:C2", "D2:D3",
        ),
        {"Parts Supervisor": {"kpi_sets": [{"kpis": [
            {"name": "Parts availability", "targets": {"month": "≥95%", "year": "≥96%"}, "weight": "60%"},
            {"name": "Stock accuracy", "targets": {"year": "100%"}, "weight": "40%"},
        ]}]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_read_as_stated(case: Case, tmp_path: Path) -> None:
    assert read_list(case.foreign) is None, "it would be read as a list of positions"
    check(case, tmp_path)
