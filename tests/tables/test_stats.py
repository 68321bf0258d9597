"""The figures as tables: what each has, and that its formulas come to what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from posdoc.locales.words import Words
from posdoc.model import (
    Duty,
    Flow,
    Grade,
    HeadCount,
    Organization,
    PartialDate,
    PositionStatus,
    Ref,
    Text,
    Unit,
    UnitFunction,
)
from posdoc.tables.sheet import Book, Formula, Sheet, sheet_name, shown
from posdoc.tables.stats import TABLES, Tables, stats_book
from posdoc.tables.stats_text import stats_text_book
from posdoc.tables.text import write_text
from posdoc.views.stats import measure
from tests.charts.samples import DEPARTMENT, EN, WORKSPACE, ZH, person, position, post, step, text

LEVELS = (Grade(id=Ref("top"), title=text("领导层", "Top")), Grade(id=Ref("base"), title=text("操作层", "Base")))
MIXED = Organization(
    workspace=replace(WORKSPACE, levels=LEVELS),
    units=(
        Unit(id="service", title=text("服务部", "Service"), head=Ref("boss"), headcount=HeadCount(9, 12), code="FW"),
        Unit(id="1-2", title=text("*", "*"), parent="service", functions=(UnitFunction(text=text("职能")),)),
        Unit(id="other", title=text("另一部门", "Other"), headcount=HeadCount(3, 3)),
    ),
    positions=(
        position("lost", "无部门", None, 1),
        position("boss", "=经理", "director", 1, unit="service", level=Ref("top")),
        position("clerk", "文员", "boss", 2, unit="service", level=Ref("base"), status=PositionStatus.FROZEN),
        position("aide", "助理", "boss", HeadCount(text=Text({"zh": "数名"})), unit="service", assistant=True),
        position("lead", "组长", "boss", 2, unit="1-2", level=Ref("base")),
        position("engineer", "工程师", "lead", HeadCount(3, 5), unit="1-2", level=Ref("base"), code="A-1",
                 flows=(Flow(title=text("流程"), steps=(step("", "一", role=Ref("lead")), step("", "二"))),)),
        position("night", "夜班", "lead", 1, unit="1-2", duties=(Duty(text=text("值守")),), substitute=(Ref("lead"),)),
        position("solo", "独岗", None, 1, unit="other"),
        position("soon", "将来", "boss", HeadCount(2, 3), unit="other", status=PositionStatus.PLANNED,
                 valid_from=PartialDate(2030, 1)),
    ),
    people=(
        person("甲", post("boss"), post("lead", acting=True)),
        *(person(name, post("lead")) for name in "乙丙丁"),
        person("戊", post("engineer")),
        *(person(name, post("aide", 50, job_share=True)) for name in "己庚"),
    ),
)  # fmt: skip
EMPTY = Organization(workspace=WORKSPACE)
NOBODY = replace(MIXED, people=())


def book(organization: Organization, words: Words | None = None) -> Book:
    return stats_book(measure(organization), words or Words(organization, "zh"))


def sheet(organization: Organization, name: str, language: str = "zh") -> Sheet:
    return Tables(measure(organization), Words(organization, language)).table(name)


def rows(found: Sheet) -> list[list[Any]]:
    return [[shown(value) for value in row.cells] for row in found.rows]


def column(found: Sheet, title: str) -> list[Any]:
    (place,) = (place for place, column in enumerate(found.columns) if column.title == title)
    return [row[place] for row in rows(found)]


# --- formulas ---------------------------------------------------------------------------------------------------


class Calculator:
    """Works out the few kinds of formula that these tables have."""

    def __init__(self, made: Book) -> None:
        self.sheets = {sheet_name(found.title): (*found.rows, *found.totals) for found in made.sheets}

    def cell(self, sheet: str, name: str) -> Any:
        letters, number = re.fullmatch(r"([A-Z]+)(\d+)", name.replace("$", "")).groups()  # type: ignore[union-attr]
        place = 0
        for character in letters:
            place = place * 26 + ord(character) - ord("A") + 1
        value = self.sheets[sheet][int(number) - 2].cells[place - 1]
        return self.calculate(value.text, sheet) if isinstance(value, Formula) else value

    def range(self, text: str, sheet: str) -> list[Any]:
        name, _, cells = text.rpartition("!")
        first, _, last = cells.replace("$", "").partition(":")
        letters = first.rstrip("0123456789")
        numbers = range(int(first[len(letters) :]), int(last[len(letters) :]) + 1)
        return [self.cell(name.strip("'") or sheet, f"{letters}{number}") for number in numbers]

    def calculate(self, text: str, sheet: str) -> Any:
        if found := re.fullmatch(r"SUM\(([A-Z0-9:]+)\)", text):
            return sum(value for value in self.range(found[1], sheet) if isinstance(value, (int, float)))
        if found := re.fullmatch(r"SUMPRODUCT\(--\((.+?)=(\$B\d+)\)(?:,(.+))?\)", text):
            wanted = self.cell(sheet, found[2])
            chosen = [home == wanted for home in self.range(found[1], sheet)]
            added = self.range(found[3], sheet) if found[3] else [1] * len(chosen)
            return sum(value for use, value in zip(chosen, added, strict=True) if use and isinstance(value, int))
        if found := re.fullmatch(r"MAX\(0,(.+)\)", text):
            return max(0, self.difference(found[1], sheet))
        if found := re.fullmatch(r"([A-Z]+\d+)/([A-Z]+\d+)", text):
            return self.cell(sheet, found[1]) / self.cell(sheet, found[2])
        if found := re.fullmatch(r"'(.+)'!([A-Z]+\d+)", text):
            return self.cell(found[1], found[2])
        return self.difference(text, sheet)

    def difference(self, text: str, sheet: str) -> Any:
        assert re.fullmatch(r"[A-Z]+\d+(-[A-Z]+\d+)+", text), text
        first, *others = (self.cell(sheet, name) for name in text.split("-"))
        return first - sum(others)

    def formulas(self) -> Iterator[tuple[str, Formula]]:
        for name, found in self.sheets.items():
            yield from ((name, value) for row in found for value in row.cells if isinstance(value, Formula))


@pytest.mark.parametrize("organization", [DEPARTMENT, MIXED, NOBODY, EMPTY], ids=["small", "mixed", "nobody", "empty"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_formula_comes_to_the_figure_it_carries(organization: Organization, language: str) -> None:
    calculator = Calculator(book(organization, Words(organization, language)))
    formulas = list(calculator.formulas())
    assert len(formulas) > 30 or not organization.positions
    assert [
        (name, formula.text, formula.value)
        for name, formula in formulas
        if calculator.calculate(formula.text, name) != formula.value
    ] == []


def test_there_is_a_formula_of_every_kind() -> None:
    formulas = [formula.text for _, formula in Calculator(book(MIXED)).formulas()]
    for beginning in ("SUM(", "SUMPRODUCT(", "MAX(", "'编制'!"):
        assert any(formula.startswith(beginning) for formula in formulas), beginning


# --- tables -----------------------------------------------------------------------------------------------------


def test_a_book_has_the_tables_that_say_something() -> None:
    assert [found.name for found in book(MIXED).sheets] == list(TABLES)
    assert [found.name for found in book(DEPARTMENT).sheets] == [name for name in TABLES if name != "levels"]
    assert [found.name for found in book(EMPTY).sheets] == ["summary", "bands", "vacancies", "unowned"]


def test_a_book_is_titled_by_what_it_counts_and_when() -> None:
    made = book(DEPARTMENT, EN)
    assert (made.title, made.subtitle, made.company) == ("After-sales: Positions and head count", "", "恒达")
    statistics = measure(DEPARTMENT, DEPARTMENT.units_by_id["field"], date(2026, 3, 1))
    made = stats_book(statistics, ZH)
    assert (made.title, made.subtitle) == ("现场组：岗位与编制统计", "截至2026年3月1日")


def test_the_summary_defines_every_figure() -> None:
    summary = sheet(MIXED, "summary")
    assert all(row[3] for row in rows(summary))
    found = {row[0]: row[1:3] for row in rows(summary)}
    assert found["岗位数"] == [8, ""]
    assert found["定员"] == ["11以上", ""]
    assert found["最大管理幅度（人）"] == [4, "=经理"]
    assert summary.notes == ("定员没有写数字、因而不计入的有 1 个岗位。",)


def test_units_are_a_tree_with_sums_of_their_own_and_of_all_below() -> None:
    units = sheet(MIXED, "units")
    assert [(row.cells[0], row.indent) for row in units.rows] == [
        ("未归入部门", 0),
        ("服务部", 0),
        ("*", 1),
        ("另一部门", 0),
    ]
    assert column(units, "部门编制") == [None, "9–12", None, 3]
    assert column(units, "定员（直属）") == [1, 3, 6, 1]
    assert column(units, "定员（含下级）") == [1, 9, 6, 1]
    assert column(units, "定员（上限）（含下级）") == [1, 11, 8, 1]
    assert column(units, "空缺（含下级）") == [1, 3, 3, 1]
    assert column(units, "超编（含下级）") == [0, 1, 1, 0]
    assert column(units, "无人负责的工作（含下级）") == [0, 3, 3, 0]


def test_without_ranges_there_is_no_column_for_their_upper_end() -> None:
    assert "定员（上限）（直属）" not in [column.title for column in sheet(DEPARTMENT, "units").columns]


def test_positions_have_numbers_where_there_are_numbers() -> None:
    positions = sheet(MIXED, "positions")
    assert column(positions, "定员") == [1, 1, 2, "数名", 2, 3, 1, 1]
    assert column(positions, "空缺") == [1, 0, None, None, 0, 2, 1, 1]
    assert column(positions, "超编") == [0, 0, 0, None, 1, 0, 0, 0]
    assert column(positions, "状态")[:3] == ["在用", "在用", "冻结"]
    assert column(positions, "汇报层级") == [1, 1, 2, 2, 2, 3, 3, 1]


def test_without_people_there_are_no_numbers_of_who_holds_what() -> None:
    assert column(sheet(NOBODY, "positions"), "在岗") == [None] * 8
    assert column(sheet(NOBODY, "units"), "空缺（含下级）") == [None] * 4
    vacancies = sheet(NOBODY, "vacancies")
    assert (vacancies.rows, vacancies.nothing) == ((), "没有人员名单（people.yaml），在岗与空缺不详。")


def test_vacancies_future_positions_and_work_without_an_owner_are_listed() -> None:
    assert [row[2:5] + row[-2:] for row in rows(sheet(MIXED, "vacancies"))] == [
        ["无部门", "lost", "", 0, 1], ["工程师", "engineer", "A-1", 1, 2],
        ["夜班", "night", "", 0, 1], ["独岗", "solo", "", 0, 1],
    ]  # fmt: skip
    assert rows(sheet(MIXED, "proposed")) == [["另一部门", "other", "将来", "soon", "", "2–3", "2030年1月"]]
    assert rows(sheet(MIXED, "unowned", "en")) == [
        ["Function", "*", "*", "职能", "the unit has no head", ""],
        ["Step of a flow", "*", "Engineer", "流程: 二", "nobody is named", ""],
        ["Duty", "*", "Night", "值守", "nobody holds the position", "Lead"],
    ]


def test_levels_and_lines_add_up() -> None:
    levels = sheet(MIXED, "levels")
    assert column(levels, "管理层级") == ["领导层", "操作层", "未写层级"]
    assert column(levels, "岗位数") == [1, 3, 4]
    lines = sheet(MIXED, "lines", "en")
    assert column(lines, "Reporting level") == ["Level 1", "Level 2", "Level 3"]
    assert column(lines, "Mean span, positions") == [2, 2, None]
    assert shown(lines.totals[0].cells[1]) == 8


# --- on a terminal ----------------------------------------------------------------------------------------------


def test_on_a_terminal_a_unit_has_a_row_for_its_own_positions() -> None:
    made = stats_text_book(measure(MIXED), Words(MIXED, "zh"), ("units",))
    assert write_text(made).splitlines()[2:] == [
        "编制",
        "  部门        岗位数    定员  在岗  空缺  其中代理  超编  其中冻结岗位  拟设岗位  无人负责的工作",
        "  ----------  ------  ------  ----  ----  --------  ----  ------------  --------  --------------",
        "  未归入部门       1       1     0     1         0     0             0         0               0",
        "  服务部           6   9以上     7     3         1     1             1         0               3",
        "    （直属）       3   3以上     2     0         0     0             1         0               0",
        "    *              3     6–8     5     3         1     1             0         0               3",
        "  另一部门         1       1     0     1         0     0             0         1               0",
        "  ----------  ------  ------  ----  ----  --------  ----  ------------  --------  --------------",
        "  合计             8  11以上     7     5         1     1             1         1               3",
    ]


def test_on_a_terminal_only_what_is_there_is_said() -> None:
    names = [found.name for found in stats_text_book(measure(EMPTY), Words(EMPTY, "en")).sheets]
    assert names == ["summary", "bands", "vacancies", "unowned"]
    written = write_text(stats_text_book(measure(EMPTY), Words(EMPTY, "en"), ("levels", "unowned", "positions")))
    assert written == (
        "After-sales: Positions and head count\n\nBy level of management\n  none\n\n"
        "Work without an owner\n  No work without an owner.\n\nPositions\n  none\n"
    )


def test_on_a_terminal_every_table_can_be_asked_for() -> None:
    for name in TABLES:
        (found,) = stats_text_book(measure(MIXED), Words(MIXED, "en"), (name,)).sheets
        assert found.name == name
        assert found.rows
        assert all(len(row.cells) == len(found.columns) for row in (*found.rows, *found.totals))
        assert all(not isinstance(value, Formula) for row in found.rows for value in row.cells)
