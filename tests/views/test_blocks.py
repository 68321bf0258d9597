"""Blocks of label and value before they are set in rows."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.model import Position, WorkConditions, field_of
from posdoc.views.blocks import Cell, Cells, block, field_cell, group_cells, listed, points_cells, record_cells
from tests.views.conftest import PrinterOf


def cell(label: str, *lines: str, items: tuple[str, ...] = ()) -> Cell:
    return Cell(label, label, lines, items)


@pytest.mark.parametrize(
    ("cells", "more", "expected"),
    [
        ([], {}, None),
        ([cell("a")], {}, None),
        ([], {"contacts": [], "scope_label": ""}, None),
        ([cell("a", "1")], {}, {"title": "标题", "rows": Cells([cell("a", "1")])}),
        ([], {"contacts": [1]}, {"title": "标题", "rows": Cells([]), "contacts": [1]}),
    ],
    ids=["nothing", "empty cell", "empty extras", "a row", "extras only"],
)
def test_a_block_is_there_only_if_something_fills_it(cells: list[Cell], more: dict[str, Any], expected: Any) -> None:
    assert block("标题", cells, **more) == expected


def test_listed() -> None:
    assert listed("f", "标签", ["甲", "乙"]) == Cell("f", "标签", items=["甲", "乙"], in_row=True)
    assert listed("f", "标签", ["甲"]) == Cell("f", "标签", ["甲"])


def test_lines_of_one_text_are_no_list() -> None:
    assert listed("f", "标签", ["甲", "乙"], is_list=False) == Cell("f", "标签", ["甲", "乙"])


FIELDS: dict[str, tuple[str, str, Cell]] = {
    "text": ("purpose: 保证客户问题及时解决", "purpose", Cell("purpose", "岗位目的", ["保证客户问题及时解决"])),
    "text of two lines": ("purpose: |-\n  甲\n  乙", "purpose", Cell("purpose", "岗位目的", ["甲", "乙"])),
    "head count": ("headcount: 2-3", "headcount", Cell("headcount", "岗位定员", ["2–3 人"])),
    "partial date": ("valid_from: 2024-07", "valid_from", Cell("valid_from", "设立日期", ["2024年7月"])),
    "reference": ("reports_to: general-manager", "reports_to", Cell("reports_to", "直接上级", ["总经理"])),
    "references in one line however many": (
        "substitute: [general-manager, quality-manager, it]",
        "substitute",
        Cell("substitute", "临时替代岗位", ["总经理、质量经理、工程师"]),
    ),
    "chains below one another": (
        "promotes_to: [[quality-manager, general-manager], [general-manager]]",
        "promotes_to",
        Cell("promotes_to", "可晋升岗位", ["质量经理 → 总经理", "总经理"]),
    ),
    "short texts": (
        "tools: [万用表, 兆欧表]",
        "tools",
        Cell("tools", "使用工具设备", items=["万用表", "兆欧表"], in_row=True),
    ),
    "an item of two lines is one item": (
        'tools: ["万用表\\n（带表笔）", 兆欧表]',
        "tools",
        Cell("tools", "使用工具设备", items=["万用表\n（带表笔）", "兆欧表"], in_row=True),
    ),
    "long texts": (
        "tools: [万用表, 一台装有诊断程序的笔记本电脑]",
        "tools",
        Cell("tools", "使用工具设备", items=["万用表", "一台装有诊断程序的笔记本电脑"], in_row=True),
    ),
}


@pytest.mark.parametrize("text, name, expected", FIELDS.values(), ids=FIELDS.keys())  # noqa: PT006
def test_field_cell(text: str, name: str, expected: Cell, printer_of: PrinterOf) -> None:
    printer = printer_of(f"title: 工程师\n{text}")
    info = field_of(Position, name)
    assert info is not None
    assert field_cell(printer, Position, info, getattr(printer.position, info.attribute)) == expected


def test_a_choice_among_working_conditions_prints_all_its_boxes(printer_of: PrinterOf) -> None:
    printer = printer_of("title: 工程师\nconditions: {environment: fair, hazard: none}", "en")
    assert record_cells(printer, printer.position.conditions) == [
        Cell("environment", "Environment", choices=[
            {"mark": "□", "label": "Comfortable"}, {"mark": "☑", "label": "Fair"}, {"mark": "□", "label": "Harsh"},
        ]),
        Cell("hazard", "Hazard", choices=[
            {"mark": "☑", "label": "None"}, {"mark": "□", "label": "Some"}, {"mark": "□", "label": "Considerable"},
        ]),
    ]  # fmt: skip


def test_record_cells_leave_out_what_is_not_stated(printer_of: PrinterOf) -> None:
    printer = printer_of("title: 工程师\nconditions: {place: 客户现场, travel: 35-40%}")
    conditions = printer.position.conditions
    assert record_cells(printer, conditions, "place") == [Cell("travel", "出差时间", ["35–40%"])]
    assert record_cells(printer, None) == []
    assert record_cells(printer, WorkConditions()) == []


def test_group_cells_are_the_printed_fields_of_one_group(printer_of: PrinterOf) -> None:
    printer = printer_of(
        "title: 工程师\nbenefits: [五险一金]\ncompensation: 月薪加奖金\napplication: 发送简历\ncode: SH-1"
    )
    assert group_cells(printer, printer.position, "reward") == [
        Cell("compensation", "薪资待遇", ["月薪加奖金"]),
        Cell("benefits", "福利", ["五险一金"]),
    ]
    assert group_cells(printer, printer.position, "reward", "benefits", "compensation") == []


METHOD = ("objectives", "方法")
POINTS: dict[str, tuple[str, list[Cell]]] = {
    "text": ("[{title: 方法, text: 先电话}]", [Cell(*METHOD, ["先电话"])]),
    "one point": ("[{title: 方法, points: [先电话]}]", [Cell(*METHOD, ["先电话"])]),
    "text and one point": ("[{title: 方法, text: 两步, points: [先电话]}]", [Cell(*METHOD, ["两步", "先电话"])]),
    "points": ("[{title: 方法, points: [先电话, 再上门]}]", [Cell(*METHOD, [], ["先电话", "再上门"])]),
    "text and points": (
        "[{title: 方法, text: 两步, points: [先电话, 再上门]}]", [Cell(*METHOD, ["两步"], ["先电话", "再上门"])],
    ),
    "titles only": (
        "[提升满意度, 缩短响应时间]",
        [Cell("objectives", "岗位目标", items=["提升满意度", "缩短响应时间"], in_row=True)],
    ),
    "both": (
        "[提升满意度, {title: 方法, text: 先电话}]",
        [Cell("objectives", "岗位目标", ["提升满意度"]), Cell(*METHOD, ["先电话"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("objectives, expected", POINTS.values(), ids=POINTS.keys())  # noqa: PT006
def test_points_cells(objectives: str, expected: list[Cell], printer_of: PrinterOf) -> None:
    assert points_cells(printer_of(f"title: 工程师\nobjectives: {objectives}"), "objectives") == expected
