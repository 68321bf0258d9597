"""Tables as a workbook, read again with openpyxl and part by part."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.tables.excel import write_excel, write_pages
from posdoc.tables.page import Allowed, Look, Page, PagedBook
from posdoc.tables.sheet import Book, Column, Formula, Kind, Row, Sheet, column_range
from tests.tables.samples import BOOK, HOSTILE

DATA = write_excel(BOOK)


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return load_workbook(io.BytesIO(DATA))


def values(data: bytes, title: str) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(data), data_only=True)[title]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


# --- values -----------------------------------------------------------------------------------------------------


def test_values_are_of_their_types() -> None:
    assert values(DATA, "人员") == [
        ["部门", "人数\n（含下级）", "均值", "比", "占比", "日期"],
        ["服务部", 1234, 2.25, 4.5, 0.5, datetime(2026, 3, 1)],
        ["现场组", None, None, None, None, None],
        ["客服组", "数名", 617, 1, 1, datetime(2026, 12, 31)],
        ["合计", 1234, None, None, None, None],
        ["一句说明。", None, None, None, None, None],
    ]
    assert values(DATA, "空表") == [["列"], ["没有内容。"]]


def test_formulas_are_live_and_carry_their_value(workbook: Workbook) -> None:
    assert workbook["人员"]["B5"].value == "=SUM(B2:B4)"
    assert "<f>SUM(B2:B4)</f><v>1234</v>" in part(DATA, "xl/worksheets/sheet1.xml")


def test_a_formula_may_come_to_a_text_or_to_nothing() -> None:
    rows = (Row((Formula('"<a&b>"', "<a&b>"),)), Row((Formula("A9", None),)))
    data = write_excel(Book("t", "en", (Sheet("it", "it", (Column("x"),), rows),)))
    assert values(data, "it") == [["x"], ["<a&b>"], [None]]


def test_no_text_is_a_formula(workbook: Workbook) -> None:
    sheet = workbook["Texts  a b"]
    cells = [sheet.cell(number, 1) for number in range(2, len(HOSTILE) + 2)]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    for text, cell in zip(HOSTILE, cells, strict=True):
        clean = (
            text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
        )
        assert (cell.value or "") == clean
        assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "'"))


def test_what_excel_would_read_as_an_escape_is_escaped() -> None:
    assert "_x005F_x0041_" in part(DATA, "xl/sharedStrings.xml")


def test_a_text_longer_than_a_cell_may_be_is_cut() -> None:
    data = write_excel(Book("t", "en", (Sheet("it", "it", (Column("x"),), (Row(("長" * 40_000,)),)),)))
    assert len(values(data, "it")[1][0]) == 32_767


# --- looks ------------------------------------------------------------------------------------------------------


def test_formats_follow_the_kinds(workbook: Workbook) -> None:
    formats = [cell.number_format for cell in workbook["人员"][2]]
    assert formats == ["@", "#,##0_-", "0.0_-", '"1 : "0.0_-', "0%_-", "yyyy-mm-dd_-"]


def test_the_header_is_bold_frozen_and_filtered(workbook: Workbook) -> None:
    sheet = workbook["人员"]
    assert all(cell.font.b for cell in sheet[1])
    assert not any(cell.font.b for cell in sheet[2])
    assert all(cell.font.b for cell in sheet[5])
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:F4"
    assert workbook["空表"].auto_filter.ref is None
    assert workbook["空表"].freeze_panes == "A2"


def test_rows_are_set_in_as_the_tree_has_them(workbook: Workbook) -> None:
    assert [workbook["人员"].cell(number, 1).alignment.indent for number in (2, 3, 5)] == [0, 1, 0]


def test_columns_are_as_wide_as_their_content_and_no_wider_than_they_may_be() -> None:
    columns = (Column("甲"), Column("长", widest=20), Column("n", Kind.COUNT))
    sheet = Sheet("it", "it", columns, (Row(("八个汉字宽的内容", "很长的文字" * 8, 1)),))
    made = load_workbook(io.BytesIO(write_excel(Book("t", "zh", (sheet,)))))["it"]
    assert [made.column_dimensions[name].width for name in "ABC"] == [18, 22, 7]
    assert made.row_dimensions[2].height == 4 * 14 + 3


def test_it_prints_on_a4_landscape_with_its_header_on_every_page(workbook: Workbook) -> None:
    sheet = workbook["人员"]
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize), setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'人员'!$A$1:$F$6")
    xml = part(DATA, "xl/worksheets/sheet1.xml")
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), xml)
    assert "<oddHeader>&amp;L甲 &amp;&amp; 乙 · 人员&amp;R截至 &amp;&amp; 今天</oddHeader>" in text
    assert "<oddFooter>&amp;L=公司&amp;R第 &amp;P 页 共 &amp;N 页</oddFooter>" in text


def test_the_document_says_what_it_is(workbook: Workbook) -> None:
    properties = workbook.properties
    assert (properties.title, properties.creator, properties.language) == ("甲 & 乙", "=公司", "zh")


# --- bytes ------------------------------------------------------------------------------------------------------


def test_the_same_tables_give_the_same_bytes() -> None:
    assert write_excel(BOOK) == DATA
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names == [names[0], *sorted(names[1:])]
    assert names[0] == "[Content_Types].xml"


def test_a_range_of_another_sheet() -> None:
    assert column_range("It's: a", 27, 3) == "'It''s  a'!$AB$2:$AB$4"


def test_it_is_a_valid_workbook(tmp_path: Path) -> None:
    path = tmp_path / "it.xlsx"
    path.write_bytes(DATA)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors == []


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = tmp_path / "it.xlsx"
    path.write_bytes(DATA)
    ended = subprocess.run([tool("ooxml-validator"), path], capture_output=True, encoding="utf-8", check=False)
    assert json.loads(ended.stdout)["errors"] == []


# --- pages ------------------------------------------------------------------------------------------------------


def paged() -> Workbook:
    page = Page("it", [10, 10, 10], hidden=frozenset({2}), outline={2: 1, 3: 9}, gaps="A2:B3", breaks=[2])
    page.put(1, 0, "标题", Look("title"), to=1)
    page.put(2, 0, "=1", Look("link"), link="'it'!A1")
    page.put(3, 1, 5, Look("input", "center", "General"))
    page.allowed = [Allowed("A2 B3", "不行", high=120), Allowed("C2:C3", "从表中选", "'it'!$A$1:$A$2", is_strict=False)]
    page.pages_wide, page.repeated_columns, page.is_landscape, page.printed = 3, "A:A", False, "A1:B3"
    book = PagedBook("书", "zh", (page,), names={"posdoc.kind": '"it"', "posdoc.column.a": "'it'!$A$1"})
    return load_workbook(io.BytesIO(write_pages(book)))


def test_a_page_is_written_as_it_is_laid_out() -> None:
    sheet = paged()["it"]
    assert (sheet["A1"].value, sheet["A2"].value, sheet["A2"].data_type, sheet["B3"].value) == ("标题", "=1", "s", 5)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet["A2"].hyperlink.location == "'it'!A1"
    assert sheet["A2"].quotePrefix
    assert sheet.column_dimensions["C"].hidden
    assert [sheet.row_dimensions[row].outlineLevel for row in (1, 2, 3)] == [0, 1, 7]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("portrait", 3)
    assert (sheet.print_title_cols, sheet.print_area) == ("$A:$A", "'it'!$A$1:$B$3")
    assert [one.id for one in sheet.row_breaks.brk] == [2]


def test_what_may_be_typed() -> None:
    number, choice = paged()["it"].data_validations.dataValidation
    assert (str(number.sqref), number.type, number.formula1, number.formula2) == ("A2 B3", "decimal", "0", "120")
    assert (number.errorStyle, number.error, number.showErrorMessage) == ("stop", "不行", True)
    assert (choice.type, choice.formula1, choice.errorStyle) == ("list", "'it'!$A$1:$A$2", "warning")


def test_names_are_hidden() -> None:
    names = paged().defined_names
    assert {name: (one.attr_text, one.hidden) for name, one in names.items()} == {
        "posdoc.kind": ('"it"', True), "posdoc.column.a": ("'it'!$A$1", True),
    }  # fmt: skip


def test_gaps_are_coloured() -> None:
    (rules,) = paged()["it"].conditional_formatting
    assert (str(rules.sqref), rules.rules[0].formula) == ("A2:B3", ["LEN(TRIM(A2))=0"])
