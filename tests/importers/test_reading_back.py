"""Registers and translations that were edited in Excel, taken back as edits of the definitions."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from posdoc.build.export import ExportRequest, make_exports
from posdoc.importers.definitions import read_definitions
from posdoc.importers.edits import Edits
from posdoc.importers.reading_back import edits_of_workbook
from posdoc.load import load
from tests.conftest import ROOT
from tests.importers.test_lists import sheet_with

AGENT = "positions/after-sales/customer-service/call-centre-agent.yaml"
DAY = date(2026, 3, 1)
Change = Callable[[Worksheet, Mapping[str, int]], None]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    for name in ("posdoc.yaml", "people.yaml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "positions", folder / "positions")
    make_exports(ExportRequest(folder, DAY, (folder / "register.xlsx", folder / "translations.xlsx")))
    return folder


def _edited(workspace: Path, name: str, change: Change | None = None, into: Path | None = None) -> Edits:
    """What a workbook asks for after a change; ``into`` is the workspace that it is read into."""
    book = load_workbook(workspace / name)
    sheet = book.worksheets[0]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    if change:
        change(sheet, heads)
    written = BytesIO()
    book.save(written)
    root = into or workspace
    edits = edits_of_workbook(written.getvalue(), name, load(root)[0], read_definitions(root))
    assert edits is not None
    return edits


def _row(sheet: Worksheet, identity: str) -> int:
    return next(number for number in range(2, sheet.max_row + 1) if sheet.cell(number, 1).value == identity)


def _set(identity: str, **values: object) -> Change:
    def change(sheet: Worksheet, heads: Mapping[str, int]) -> None:
        for head, value in values.items():
            sheet.cell(_row(sheet, identity), heads[head]).value = value  # type: ignore[assignment]

    return change


@pytest.mark.parametrize("name", ["register.xlsx", "translations.xlsx"])
def test_what_nobody_edited_changes_nothing(workspace: Path, name: str) -> None:
    edits = _edited(workspace, name)
    assert (edits.files, edits.changes, edits.findings) == ({}, [], [])


CHANGES = [
    ({"定编人数": 12}, [("headcount", "10", "12")]),
    ({"定编人数": "10-12"}, [("headcount", "10", "10-12")]),
    ({"岗位编号": "SH-139"}, [("code", "SH-130", "SH-139")]),
    ({"岗位名称（英文）": "Hotline Agent"}, [("title.en", "Call Centre Agent", "Hotline Agent")]),
    (
        {"直接上级（标识）": "field-service-manager"},
        [("reports_to", "call-centre-shift-leader", "field-service-manager")],
    ),
    ({"职等": "三等"}, [("grade", "G2", "G3")]),
    ({"岗位状态": "冻结"}, [("status", "", "frozen")]),
]


@pytest.mark.parametrize(("values", "changes"), CHANGES, ids=[next(iter(values)) for values, _ in CHANGES])
def test_a_cell_of_the_register_becomes_an_edit(
    workspace: Path, values: dict[str, object], changes: list[tuple[str, str, str]]
) -> None:
    edits = _edited(workspace, "register.xlsx", _set("call-centre-agent", **values))
    assert [(change.place, change.before, change.after) for change in edits.changes] == changes
    assert list(edits.files) == [AGENT]
    assert not edits.findings
    before, after = (workspace / AGENT).read_text(encoding="utf-8"), edits.files[AGENT]
    assert abs(len(after.splitlines()) - len(before.splitlines())) <= 1
    assert [line for line in before.splitlines() if "#" in line] == [line for line in after.splitlines() if "#" in line]


def test_rows_may_be_sorted_columns_moved_and_heads_renamed(workspace: Path) -> None:
    def change(sheet: Worksheet, heads: Mapping[str, int]) -> None:
        sheet.cell(1, heads["定编人数"]).value = "今年定编"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        rows.sort(key=lambda row: str(row[0]), reverse=True)
        for number, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
        sheet.cell(_row(sheet, "call-centre-agent"), heads["定编人数"]).value = 11

    edits = _edited(workspace, "register.xlsx", change)
    assert [(change.file, change.place, change.after) for change in edits.changes] == [(AGENT, "headcount", "11")]


def test_a_value_that_is_none_is_told_and_not_written(workspace: Path) -> None:
    edits = _edited(
        workspace, "register.xlsx", _set("call-centre-agent", **{"直接上级（标识）": "某人", "职等": "特等"})
    )
    assert not edits.files
    assert [finding.kind.name for finding in edits.findings] == ["value-not-understood"] * 2
    assert any("五等" in finding.hint.zh for finding in edits.findings if finding.hint)


def test_rows_of_nobody_and_twice_the_same_are_told(workspace: Path) -> None:
    def change(sheet: Worksheet, heads: Mapping[str, int]) -> None:
        sheet.append(["call-centre-agnt"])
        sheet.append(["call-centre-agent", *(None for _ in heads)])

    edits = _edited(workspace, "register.xlsx", change)
    assert not edits.files
    assert [finding.kind.name for finding in edits.findings] == ["row-unknown"] * 2
    assert edits.findings[0].hint is not None
    assert "call-centre-agent" in edits.findings[0].hint.en


def test_a_definition_that_moved_on_is_never_written_over(workspace: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(workspace, tmp_path / "moved"))
    file = moved / AGENT
    file.write_text(file.read_text(encoding="utf-8").replace("headcount: 10", "headcount: 9"), encoding="utf-8")
    edits = _edited(workspace, "register.xlsx", _set("call-centre-agent", 岗位编号="SH-139"), moved)
    assert not edits.files
    assert {finding.kind.name for finding in edits.findings} == {"changed-on-both-sides"}


# --- translations -------------------------------------------------------------------------------------------


def _translate(file: str, place: str, english: str) -> Change:
    def change(sheet: Worksheet, heads: Mapping[str, int]) -> None:
        found = next(
            number for number in range(2, sheet.max_row + 1)
            if (sheet.cell(number, 1).value, sheet.cell(number, 2).value) == (file, place)
        )  # fmt: skip
        column = next(column for head, column in heads.items() if head.startswith("英"))
        sheet.cell(found, column).value = english

    return change


def test_a_translation_becomes_an_edit(workspace: Path) -> None:
    edits = _edited(workspace, "translations.xlsx", _translate(AGENT, "purpose", "Every call well answered."))
    assert [(change.file, change.place, change.after) for change in edits.changes] == [
        (AGENT, "purpose.en", "Every call well answered.")
    ]


def test_a_text_that_moved_on_is_not_written_over_but_others_are(workspace: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(workspace, tmp_path / "moved"))
    file = moved / AGENT
    text = file.read_text(encoding="utf-8")
    english = "To see that customers explain their problem once"
    assert english in text
    file.write_text(text.replace(english, "So that customers explain their problem once"), encoding="utf-8")

    def both(sheet: Worksheet, heads: Mapping[str, int]) -> None:
        _translate(AGENT, "purpose", "Every call well answered.")(sheet, heads)
        _translate(AGENT, "overview", "Answers the hotline.")(sheet, heads)

    edits = _edited(workspace, "translations.xlsx", both, moved)
    assert [change.place for change in edits.changes] == ["overview.en"]
    assert [finding.kind.name for finding in edits.findings] == ["changed-on-both-sides"]


def test_other_workbooks_are_none_of_posdocs() -> None:
    data = sheet_with([["岗位", "部门"], ["技师", "甲组"]], [])
    assert edits_of_workbook(data, "a.xlsx", load(ROOT)[0], {}) is None
