"""Lists of an organization: which columns mean what, rows of positions and of people, heads of several rows."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from posdoc.errors import UsageError
from posdoc.importers.delimited import read_delimited
from posdoc.importers.lists import OrganizationList, column_words, meanings, read_list
from posdoc.importers.sheets import read_workbook


def sheet_with(rows: list[list[object]], merged: list[str]) -> bytes:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _read(text: str, **mapped: str) -> OrganizationList | None:
    return read_list(read_delimited(text.encode(), "a.csv"), mapped)


def _fields(found: OrganizationList | None) -> list[dict[str, str]]:
    assert found is not None
    return [one.fields for one in found.positions]


def test_columns_are_known_in_both_languages() -> None:
    chinese = _read("岗位编号,岗位名称,上级编号,部门,编制\nA1,主管,,维修组,1\nA2,技师,A1,维修组,3\n")
    english = _read(
        "Position Code,Job Title,Manager ID,Department,Head count\nA1,主管,,维修组,1\nA2,技师,A1,维修组,3\n"
    )
    assert _fields(chinese) == _fields(english) == [
        {"id": "A1", "title": "主管", "unit": "维修组", "headcount": "1"},
        {"id": "A2", "title": "技师", "boss": "A1", "unit": "维修组", "headcount": "3"},
    ]  # fmt: skip


def test_a_row_for_each_person_makes_one_position() -> None:
    found = _read(
        "姓名,工号,岗位,部门,任职日期\n周敏,001,技师,维修组,2023-04-01\n赵磊,002,技师,维修组,\n钱进,003,主管,维修组,\n"
    )
    assert found is not None
    assert [(one.fields["title"], [person.name for person in one.people]) for one in found.positions] == [
        ("技师", ["周敏", "赵磊"]), ("主管", ["钱进"]),
    ]  # fmt: skip
    assert found.positions[0].people[0].number == "001"
    assert found.positions[0].people[0].since == "2023-04-01"


def test_the_same_title_in_two_units_is_two_positions() -> None:
    found = _read("岗位,部门,编制\n技师,甲组,1\n技师,乙组,2\n")
    assert [(one["unit"], one["headcount"]) for one in _fields(found)] == [("甲组", "1"), ("乙组", "2")]


def test_several_people_may_stand_in_one_cell() -> None:
    found = _read("岗位,部门,任职人\n技师,甲组,周敏、赵磊\n")
    assert found is not None
    assert [person.name for person in found.positions[0].people] == ["周敏", "赵磊"]


def test_a_column_can_be_mapped() -> None:
    text = "岗位,部门,岗级\n技师,甲组,三级\n"
    assert [head for head, _ in (_read(text) or _nothing()).unknown] == ["岗级"]
    assert _fields(_read(text, 岗级="grade")) == [{"title": "技师", "unit": "甲组", "grade": "三级"}]


def _nothing() -> OrganizationList:
    raise AssertionError("no list was found")


def test_rows_without_a_title_are_passed_over_and_told() -> None:
    found = _read("岗位,部门,编制\n技师,甲组,3\n,合计,3\n")
    assert found is not None
    assert len(found.positions) == 1
    assert [text for text, _ in found.passed_over] == ["合计 | 3"]


@pytest.mark.parametrize(
    "text",
    [
        "项目,必备条件,理想条件\n学历,大专,本科\n",
        "岗位,说明\n技师,修机器\n",
        "甲,乙\n1,2\n",
        "序号,职责,时间\n1,修机器,30%\n",
    ],
)
def test_what_is_no_list_is_none(text: str) -> None:
    assert _read(text) is None


def test_heads_may_take_two_rows_with_merged_cells() -> None:
    data = sheet_with(
        [
            ["2026 年编制表", None, None, None, None],
            ["岗位", None, "汇报", "编制\n人数", "备注"],
            ["编号", "名称", "上级编号", None, None],
            ["A1", "主管", None, 1, None],
            ["A2", "技师", "A1", 3, "含夜班"],
        ],
        merged=["A1:E1", "A2:B2", "D2:D3", "E2:E3"],
    )
    found = read_list(read_workbook(data, "a.xlsx"))
    assert _fields(found) == [
        {"id": "A1", "title": "主管", "headcount": "1"},
        {"id": "A2", "title": "技师", "boss": "A1", "headcount": "3"},
    ]
    assert found is not None
    assert [head for head, _ in found.unknown] == ["备注"]
    assert [cell.text for one in found.positions for cell in one.rest] == ["含夜班"]


def test_a_meaning_has_to_be_one_that_there_is() -> None:
    assert meanings(["岗级=grade"]) == {"岗级": "grade"}
    with pytest.raises(UsageError) as raised:
        meanings(["岗级=grad"])
    assert raised.value.hint is not None
    assert "grade" in raised.value.hint.en
    with pytest.raises(UsageError):
        meanings(["岗级"])


def test_no_head_means_two_things() -> None:
    words = [(word.casefold(), meaning) for meaning, found in column_words().items() for word in found]
    assert len(words) > 80
    assert len({word for word, _ in words}) == len(words)
