"""The register of positions as a sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from posdoc.documents.digests import digest_of
from posdoc.model import Organization, PartialDate
from posdoc.reviews.stamping import Signature, review
from tests.tables.workbooks.conftest import data_of, workbook_of


@pytest.fixture(scope="module")
def workbook(organization: Organization) -> Workbook:
    return workbook_of("register", organization)


def columns(workbook: Workbook) -> dict[str, str]:
    """The letters of the columns by the paths that they are named after."""
    found = {}
    for name, defined in workbook.defined_names.items():
        if name.startswith("posdoc.column."):
            sheet, _, cell = defined.attr_text.partition("!")
            assert sheet.strip("'") == workbook.sheetnames[0]
            found[name.removeprefix("posdoc.column.")] = cell.replace("$", "").rstrip("1")
    return found


def test_a_row_is_a_position_in_the_order_of_the_department(workbook: Workbook) -> None:
    table = workbook["岗位一览表"]
    assert [cell.value for cell in table["A"]] == ["岗位标识", "boss", "engineer", "helper", "night"]
    assert workbook.sheetnames == ["岗位一览表", "说明", "可选值"]


def test_each_column_has_a_name_that_stays_with_it(workbook: Workbook) -> None:
    table, found = workbook["岗位一览表"], columns(workbook)
    heads = {path: table[f"{place}1"].value for path, place in found.items()}
    assert heads["title.zh"].replace("\n", "") == "岗位名称（中文）"
    assert heads["title.en"].replace("\n", "") == "岗位名称（英文）"
    assert heads["headcount"] == "定编"
    assert heads["purpose.zh"] == "岗位目的"
    assert len(found) == table.max_column
    assert len(set(found.values())) == len(found)


def test_what_stands_in_the_columns(organization: Organization) -> None:
    data = data_of("register", organization)
    table = load_workbook(io.BytesIO(data), data_only=True)["岗位一览表"]
    found = columns(load_workbook(io.BytesIO(data)))

    def row(number: int) -> dict[str, Any]:
        return {path: table[f"{place}{number}"].value for path, place in found.items()}

    boss, engineer, helper, night = (row(number) for number in range(2, 6))
    assert (boss["code"], boss["title.zh"], boss["title.en"]) == ("0012", "=经理", "=Manager")
    assert (boss["unit.title"], boss["unit"], boss["family"], boss["grade"]) == ("服务部", "service", "服务", "G3")
    assert (boss["reports_to"], boss["reports_to.title"], boss["dotted_to"]) == ("director", "总监", "总监（预算）")
    assert (boss["valid_from"], boss["valid_to"]) == (datetime(2024, 5, 1), "2028-12")
    assert (boss["document.version"], boss["document.effective"]) == ("1.0", datetime(2026, 3, 1))
    assert (boss["duties.count"], boss["duties.time"], boss["promotes_to"]) == (2, 1, "总监")
    assert (boss["employment.zh"], boss["purpose.zh"], boss["status"]) == ("全职", "@负责全部", "在用")
    assert (engineer["headcount"], engineer["duties.time"], engineer["filled"]) == ("2-3", "95–100%", 1)
    assert (helper["headcount"], helper["filled"], night["headcount"], night["status"]) == ("数名", 1, 2, "冻结")
    assert night["duties.count"] == 2
    assert night["file"] == "positions/service/field/night.yaml"
    assert night["digest"] == digest_of(organization.by_id["night"])


def test_what_may_be_changed_looks_different(workbook: Workbook) -> None:
    table, found = workbook["岗位一览表"], columns(workbook)
    colours: dict[str, set[str]] = {}
    for path, place in found.items():
        colours.setdefault(table[f"{place}1"].fill.start_color.rgb, set()).add(path)
    grounds = sorted(colours.values(), key=len)
    assert {"id", "unit", "filled", "reports_to.title", "duties.time", "file"} < grounds[-2] | grounds[-1]
    is_open = next(paths for paths in grounds if "headcount" in paths)
    assert is_open == {
        "code", "title.zh", "title.en", "family", "grade", "headcount", "reports_to", "location.zh", "employment.zh",
        "pay_type.zh", "purpose.zh", "status", "valid_from", "valid_to", "document.version", "document.effective",
    }  # fmt: skip


def test_the_digest_is_hidden_and_inside_what_is_sorted(workbook: Workbook) -> None:
    table, found = workbook["岗位一览表"], columns(workbook)
    place = found["digest"]
    assert table.column_dimensions[place].hidden
    assert table.auto_filter.ref == f"A1:{place}5"
    assert place not in table.print_area.replace("$", "").partition("!")[2]
    assert table.freeze_panes == "D2"


def test_what_may_be_chosen(workbook: Workbook) -> None:
    table, found = workbook["岗位一览表"], columns(workbook)
    lists = {str(one.sqref): one.formula1 for one in table.data_validations.dataValidation}
    choices = workbook["可选值"]
    heads = {cell.value: cell.column_letter for cell in choices[1]}
    assert lists[f"{found['grade']}2:{found['grade']}5"] == f"'可选值'!${heads['职等']}$2:${heads['职等']}$4"
    assert [cell.value for cell in choices[heads["职等"]]][1:4] == ["G1", "G2", "G3"]
    superior = heads["直接上级（标识）"]
    assert lists[f"{found['reports_to']}2:{found['reports_to']}5"] == f"'可选值'!${superior}$2:${superior}$6"
    assert [cell.value for cell in choices[superior]][1:] == ["boss", "engineer", "helper", "night", "director"]
    assert len(lists) == 4


def test_the_title_of_the_superior_follows_its_id(workbook: Workbook) -> None:
    table, found = workbook["岗位一览表"], columns(workbook)
    formula = table[f"{found['reports_to.title']}3"].value
    assert formula.startswith(f'=IF({found["reports_to"]}3="",""')


def test_the_notes_say_of_each_column_whether_it_may_be_changed(workbook: Workbook) -> None:
    rows = [[cell.value for cell in row] for row in workbook["说明"].iter_rows()]
    said = {row[0]: row[1:] for row in rows}
    assert said["定编"][0] == "可以"
    assert said["岗位标识"][0] == "只读"
    assert said["定编"][1].startswith("编制人数")
    assert len([row for row in rows if row[1] in ("可以", "只读")]) == workbook["岗位一览表"].max_column - 1


def test_a_unit_and_names(organization: Organization) -> None:
    made = workbook_of("register", organization, "en", unit="field", with_names=True)
    table, found = made["Register of Positions"], columns(made)
    assert [cell.value for cell in table["A"]][1:] == ["engineer", "helper", "night"]
    assert table[f"{found['incumbents']}2"].value == "乙二"
    assert "purpose.en" in found
    assert made["Choices"].max_row == 6


def test_a_language_has_only_what_is_written_in_it(organization: Organization) -> None:
    made = workbook_of("register", organization, "en")
    found = columns(made)
    table = made["Register of Positions"]
    assert (table[f"{found['employment.en']}2"].value, table[f"{found['purpose.en']}2"].value) == ("Full-time", None)


def test_the_column_of_reviews_is_there_to_be_looked_at(organization: Organization) -> None:
    stamps = review(organization, organization.positions[:1], Signature("HR", PartialDate(2026, 3, 10)))
    workbook = workbook_of("register", replace(organization, reviews=stamps))
    table, place = workbook["岗位一览表"], columns(workbook)["review"]
    assert [cell.value for cell in table[place]] == ["复审", "有效（2026-03-10）", "从未复审", "从未复审", "从未复审"]
    notes = {row[0].value: row[1].value for row in workbook["说明"].iter_rows()}
    assert notes["复审"] == "只读"
    assert "review" not in columns(workbook_of("register", organization))
