from __future__ import annotations

from typing import Any

import pytest

from posdoc.model import Position, WorkConditions, field_of
from posdoc.views.blocks import (
    WIDEST_ITEM,
    WIDEST_PAIR,
    Cell,
    block,
    field_cell,
    group_cells,
    listed,
    points_cells,
    record_cells,
    rows_of,
    width,
)
from tests.views.conftest import PrinterOf


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("SH-010", 6), ("售后", 4), ("售后A组", 7), ("５", 2), ("—", 1)]
)
def test_width_counts_half_width_characters(text: str, expected: int) -> None:
    assert width(text) == expected


def short(label: str, value: str) -> dict[str, str]:
    return {"field": label, "label": label, "value": value}


def pair(left: tuple[str, str], right: tuple[str, str]) -> dict[str, Any]:
    return {"paired": True, "left": short(*left), "right": short(*right)}


def alone(label: str, *lines: str, items: list[str] | None = None) -> dict[str, Any]:
    return {
        "paired": False, "field": label, "label": label, "lines": list(lines), "items": items or [], "choices": [],
    }  # fmt: skip


def cell(label: str, *lines: str, items: tuple[str, ...] = ()) -> Cell:
    return Cell(label, label, lines, items)


FITS, TOO_LONG = "x" * WIDEST_PAIR, "x" * (WIDEST_PAIR + 1)
FITS_ZH, TOO_LONG_ZH = "字" * (WIDEST_PAIR // 2), "字" * (WIDEST_PAIR // 2 + 1)

ROWS: dict[str, tuple[list[Cell], list[dict[str, Any]]]] = {
    "nothing": ([], []),
    "one short value": ([cell("a", "1")], [alone("a", "1")]),
    "two short values": ([cell("a", "1"), cell("b", "2")], [pair(("a", "1"), ("b", "2"))]),
    "three short values": (
        [cell("a", "1"), cell("b", "2"), cell("c", "3")],
        [pair(("a", "1"), ("b", "2")), alone("c", "3")],
    ),
    "a long value keeps its place": (
        [cell("a", "1"), cell("b", TOO_LONG), cell("c", "3"), cell("d", "4")],
        [alone("a", "1"), alone("b", TOO_LONG), pair(("c", "3"), ("d", "4"))],
    ),
    "as wide as a pair may be": ([cell("a", FITS), cell("b", FITS_ZH)], [pair(("a", FITS), ("b", FITS_ZH))]),
    "Chinese is twice as wide": ([cell("a", TOO_LONG_ZH), cell("b", "2")], [alone("a", TOO_LONG_ZH), alone("b", "2")]),
    "a long label": ([cell("标" * 13, "1"), cell("b", "2")], [alone("标" * 13, "1"), alone("b", "2")]),
    "several lines": ([cell("a", "1", "2"), cell("b", "2")], [alone("a", "1", "2"), alone("b", "2")]),
    "a numbered list": ([cell("a", items=("1", "2"))], [alone("a", items=["1", "2"])]),
    "a text above a list": ([cell("a", "0", items=("1", "2"))], [alone("a", "0", items=["1", "2"])]),
    "empty cells are left out": (
        [cell("a", "1"), cell("empty"), cell("b", "2")],
        [pair(("a", "1"), ("b", "2"))],
    ),
}


@pytest.mark.parametrize("cells, expected", ROWS.values(), ids=ROWS.keys())  # noqa: PT006
def test_rows_of(cells: list[Cell], expected: list[dict[str, Any]]) -> None:
    assert rows_of(cells) == expected


def test_choices_stand_alone() -> None:
    boxes = [{"mark": "☑", "label": "一般"}]
    assert rows_of([Cell("hazard", "危险性", choices=boxes), cell("b", "2")]) == [
        {"paired": False, "field": "hazard", "label": "危险性", "lines": [], "items": [], "choices": boxes},
        alone("b", "2"),
    ]


@pytest.mark.parametrize(
    ("cells", "more", "expected"),
    [
        ([], {}, None),
        ([cell("a")], {}, None),
        ([], {"contacts": [], "scope_label": ""}, None),
        ([cell("a", "1")], {}, {"title": "标题", "rows": [alone("a", "1")]}),
        ([], {"contacts": [1]}, {"title": "标题", "rows": [], "contacts": [1]}),
    ],
    ids=["nothing", "empty cell", "empty extras", "a row", "extras only"],
)
def test_a_block_is_there_only_if_something_fills_it(cells: list[Cell], more: dict[str, Any], expected: Any) -> None:
    assert block("标题", cells, **more) == expected


LONG_ITEM = "x" * (WIDEST_ITEM + 1)

LISTS: dict[str, tuple[list[str], Cell]] = {
    "one item": (["甲"], Cell("f", "标签", ["甲"])),
    "short items in a row": (["甲", "乙", "丙"], Cell("f", "标签", ["甲、乙、丙"])),
    "a long item": (["甲", LONG_ITEM], Cell("f", "标签", items=["甲", LONG_ITEM])),
    "too many short ones": (["十个字的一项内容如此"] * 4, Cell("f", "标签", items=["十个字的一项内容如此"] * 4)),
}


@pytest.mark.parametrize("lines, expected", LISTS.values(), ids=LISTS.keys())  # noqa: PT006
def test_listed(lines: list[str], expected: Cell, printer_of: PrinterOf) -> None:
    assert listed(printer_of("title: 工程师"), "f", "标签", lines) == expected


def test_lines_of_one_text_are_no_list(printer_of: PrinterOf) -> None:
    assert listed(printer_of("title: 工程师"), "f", "标签", ["甲", "乙"], is_list=False) == Cell(
        "f", "标签", ["甲", "乙"]
    )


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
    "short texts in a row": ("tools: [万用表, 兆欧表]", "tools", Cell("tools", "使用工具设备", ["万用表、兆欧表"])),
    "an item of two lines is one item": (
        'tools: ["万用表\\n（带表笔）", 兆欧表]',
        "tools",
        Cell("tools", "使用工具设备", items=["万用表\n（带表笔）", "兆欧表"]),
    ),
    "long texts numbered": (
        "tools: [万用表, 一台装有诊断程序的笔记本电脑]",
        "tools",
        Cell("tools", "使用工具设备", items=["万用表", "一台装有诊断程序的笔记本电脑"]),
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
    "titles only": ("[提升满意度, 缩短响应时间]", [Cell("objectives", "岗位目标", ["提升满意度、缩短响应时间"])]),
    "long titles only": (
        "[把一次修复率提高到百分之九十以上, 缩短响应时间]",
        [Cell("objectives", "岗位目标", items=["把一次修复率提高到百分之九十以上", "缩短响应时间"])],
    ),
    "both": (
        "[提升满意度, {title: 方法, text: 先电话}]",
        [Cell("objectives", "岗位目标", ["提升满意度"]), Cell(*METHOD, ["先电话"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("objectives, expected", POINTS.values(), ids=POINTS.keys())  # noqa: PT006
def test_points_cells(objectives: str, expected: list[Cell], printer_of: PrinterOf) -> None:
    assert points_cells(printer_of(f"title: 工程师\nobjectives: {objectives}"), "objectives") == expected
