"""What holds for every kind of workbook: found in the folder, valid, the same bytes, no text a formula, printable."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.model import Organization
from posdoc.tables.sheet import LONGEST_NAME
from posdoc.tables.workbooks import kind, kinds
from tests.tables.workbooks.conftest import data_of, workbook_of

KINDS = kinds()


def test_the_kinds_are_found() -> None:
    assert KINDS == ["headcount", "register", "scorecards", "translations"]


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_says_what_it_is(name: str) -> None:
    about = kind(name).ABOUT
    assert about.zh
    assert about.en
    assert about.zh != about.en


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_it_is_a_valid_workbook(organization: Organization, tmp_path: Path, name: str, language: str) -> None:
    path = tmp_path / "it.xlsx"
    path.write_bytes(data_of(name, organization, language, with_names=True))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors == []


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(organization: Organization, tmp_path: Path, tool: Callable[[str], str]) -> None:
    started = {}
    for name in KINDS:
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data_of(name, organization, with_names=True))
        started[name] = subprocess.Popen([tool("ooxml-validator"), path], stdout=subprocess.PIPE, encoding="utf-8")
    said = {name: json.loads(process.communicate()[0])["errors"] for name, process in started.items()}
    assert said == {name: [] for name in KINDS}


@pytest.mark.parametrize("name", KINDS)
def test_the_same_definitions_give_the_same_bytes(organization: Organization, name: str) -> None:
    assert data_of(name, organization) == data_of(name, organization)


@pytest.mark.parametrize("name", KINDS)
def test_a_text_like_a_formula_is_a_text(organization: Organization, name: str) -> None:
    cells = [cell for sheet in workbook_of(name, organization) for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:2] in ("=经", "@负")]
    assert found
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found)


@pytest.mark.parametrize("name", KINDS)
def test_formulas_are_stored_with_what_they_come_to(organization: Organization, name: str) -> None:
    data = data_of(name, organization)
    live, stored = load_workbook(io.BytesIO(data)), load_workbook(io.BytesIO(data), data_only=True)
    formulas = [cell for sheet in live for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert not [cell for cell in formulas if "#REF" in str(cell.value)]
    numbers = [stored[cell.parent.title][cell.coordinate].value for cell in formulas]
    assert any(value is not None for value in numbers)


@pytest.mark.tool("soffice")
@pytest.mark.parametrize("name", KINDS)
def test_formulas_come_to_what_they_are_stored_with(
    organization: Organization, worked_out: Mapping[str, Workbook], name: str
) -> None:
    data, made = data_of(name, organization), worked_out[name]
    stored = load_workbook(io.BytesIO(data), data_only=True)
    for sheet in load_workbook(io.BytesIO(data)):
        cells = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        expected = {cell: stored[sheet.title][cell].value or None for cell in cells}
        assert {cell: made[sheet.title][cell].value or None for cell in cells} == pytest.approx(expected)
    assert made.defined_names["posdoc.kind"].attr_text == f'"{name}"'


@pytest.mark.parametrize("name", KINDS)
def test_every_sheet_prints_on_a4_with_a_title_and_page_numbers(organization: Organization, name: str) -> None:
    workbook = workbook_of(name, organization)
    assert workbook.sheetnames
    for sheet in workbook:
        assert len(sheet.title) <= LONGEST_NAME
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.print_area
        assert sheet.oddHeader.left.text
        assert "&P" in sheet.oddFooter.right.text
        assert "恒达" in sheet.oddFooter.left.text


@pytest.mark.parametrize("name", KINDS)
def test_nobody_is_named_unless_it_is_asked_for(organization: Organization, name: str) -> None:
    def texts(**more: Any) -> str:
        workbook = workbook_of(name, organization, **more)
        return "\n".join(str(c.value) for s in workbook for row in s.iter_rows() for c in row if c.value is not None)

    assert "甲一" not in texts()
    assert "乙二" not in texts()
    assert ("甲一" in texts(with_names=True)) == (name != "headcount")


@pytest.mark.parametrize("name", KINDS)
def test_it_says_what_it_is_to_whoever_reads_it_back(organization: Organization, name: str) -> None:
    names = workbook_of(name, organization, "en").defined_names
    assert (names["posdoc.kind"].attr_text, names["posdoc.language"].attr_text) == (f'"{name}"', '"en"')
    assert names["posdoc.format"].attr_text == "1"
    assert all(defined.hidden for defined in names.values())


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_workspace_gives_a_workbook(name: str) -> None:
    from posdoc.model import Workspace

    workbook = workbook_of(name, Organization(workspace=Workspace()))
    assert workbook.sheetnames
