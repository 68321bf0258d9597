"""Workbooks made to break programs: each is read, or ends in a coded error, soon and in little memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest
from openpyxl.utils import get_column_letter

from posdoc.importers import sheets
from posdoc.importers.pieces import Table
from posdoc.importers.refusal import Refused
from posdoc.importers.sheet_grid import MOST_CELLS
from posdoc.importers.sheets import read_workbook
from tests.importers.shown import texts
from tests.importers.workbooks import MAIN, data, row, text, value, workbook

SECONDS = 20
"""What a very busy machine may need."""
MEGABYTES = 50
LETTERS = "ABCDEFGHIJKLMNOP"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def _empty_cells() -> bytes:
    rows = (row(n, *(f'<c r="{letter}{n}" s="3"/>' for letter in LETTERS)) for n in range(1, 6_001))
    return workbook(data(*rows, before='<dimension ref="A1:XFD1048576"/>'))


def _empty_rows() -> bytes:
    return workbook(data(*(f'<row r="{number}" ht="20" hidden="1"/>' for number in range(1, 200_001))))


def _merged_without_end() -> bytes:
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:XFD1048576"/></mergeCells>'
    return workbook(data(row(1, text("A1", "甲")), row(2, text("B2", "乙")), after=merged))


def _far_apart() -> bytes:
    return workbook(data(row(1, value("A1", "1"), value("XFD1", "2")), row(1_048_576, value("XFD1048576", "3"))))


def _diagonal() -> bytes:
    return workbook(data(*(row(n, value(f"{get_column_letter(n)}{n}", "1")) for n in range(1, 401))))


READ = {
    "empty cells with a format": (_empty_cells, []),
    "empty rows with a height": (_empty_rows, []),
    "merged without end": (_merged_without_end, [[["甲"], ["乙"]]]),
    "far apart": (_far_apart, ["1", "2", "3"]),
}


@pytest.mark.parametrize(("make", "expected"), READ.values(), ids=READ)
def test_read_soon(make: Callable[[], bytes], expected: list[object]) -> None:
    content = make()
    start = time.process_time()
    assert texts(read_workbook(content, "a.xlsx")) == expected
    assert time.process_time() - start < SECONDS


def test_a_sparse_block_has_no_empty_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_FILLED", 50_000)
    (piece,) = read_workbook(_diagonal(), "a.xlsx").pieces
    assert isinstance(piece, Table)
    assert len(piece.cells) == 400


def _sheet(xml: str) -> bytes:
    return workbook("", parts={"xl/worksheets/sheet1.xml": xml})


def _many_cells(count: int) -> str:
    return data(*(row(n, *(value(f"{letter}{n}", "1") for letter in LETTERS)) for n in range(1, count // 16 + 2)))


def _one_text_in_many_cells() -> bytes:
    cells = data(*(row(n, value(f"A{n}", "0", "s")) for n in range(1, 2_001)))
    return workbook(cells, strings=f"<sst {MAIN}><si><t>{'字' * 20_000}</t></si></sst>")


REFUSED = {
    "too many cells": (lambda: workbook(_many_cells(MOST_CELLS)), "POS904"),
    "a text that many cells name": (_one_text_in_many_cells, "POS904"),
    "too many sheets": (lambda: workbook(*[data()] * 501), "POS904"),
    "entities": (lambda: _sheet(f"{DOCTYPE}<worksheet><sheetData><row/></sheetData></worksheet>"), "POS902"),
    "entities in shared texts": (lambda: workbook("", strings=f"{DOCTYPE}<sst><si><t>&a;</t></si></sst>"), "POS902"),
    "entities in styles": (lambda: workbook("", styles=f"{DOCTYPE}<styleSheet/>"), "POS902"),
    "half a sheet": (lambda: _sheet("<worksheet><sheetData><row><c>"), "POS902"),
    "half a file": (lambda: workbook(data())[:-90], "POS902"),
    "deep": (lambda: _sheet(f"<sheetData><row>{'<c>' * 5000}{'</c>' * 5000}</row></sheetData>"), "POS904"),
    "no workbook": (lambda: workbook("", parts={"xl/workbook.xml": "<document/>"}), "POS902"),
}


@pytest.mark.parametrize(("make", "code"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_code(make: Callable[[], bytes], code: str) -> None:
    content = make()
    start = time.process_time()
    with pytest.raises(Refused) as refused:
        read_workbook(content, "a.xlsx")
    assert time.process_time() - start < SECONDS
    assert refused.value.finding.code == code
    assert refused.value.finding.hint


def test_bounds_are_for_all_sheets_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 1_000)
    content = workbook(*[_many_cells(600)] * 2)
    with pytest.raises(Refused, match="holds more than"):
        read_workbook(content, "a.xlsx")


def test_empty_cells_take_no_memory() -> None:
    content = _empty_cells()
    tracemalloc.start()
    try:
        read_workbook(content, "a.xlsx")
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 2**20
    finally:
        tracemalloc.stop()
