"""The columns of reviews come back from a register and a table of translations without asking for anything."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from posdoc.build.export import ExportRequest, make_exports
from posdoc.importers.definitions import read_definitions
from posdoc.importers.reading_back import edits_of_workbook
from posdoc.load import load
from tests.reviews.samples import DEPARTMENT, changed, organization_of, reviewed

COLUMNS = {"register.xlsx": "复审", "translations.xlsx": "状态"}


@pytest.mark.parametrize("name", list(COLUMNS))
def test_what_stands_in_the_column_of_reviews_changes_nothing(tmp_path: Path, name: str) -> None:
    reviewed(tmp_path)
    organization_of(tmp_path, changed(DEPARTMENT, "zh: 接听热线", "zh: 建单", "positions/service/agent.yaml"))
    make_exports(ExportRequest(tmp_path, date(2026, 3, 10), (tmp_path / name,)))
    book = load_workbook(tmp_path / name)
    sheet = book.worksheets[0]
    (column,) = (cell.column for cell in sheet[1] if cell.value == COLUMNS[name])
    shown = {str(sheet.cell(row, column).value) for row in range(2, sheet.max_row + 1)}
    assert len(shown) > 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = "已看过"  # type: ignore[assignment]
    for data in ((tmp_path / name).read_bytes(), _written(book)):
        edits = edits_of_workbook(data, name, load(tmp_path)[0], read_definitions(tmp_path))
        assert edits is not None
        assert (edits.files, edits.changes, edits.findings) == ({}, [], [])


def _written(book: object) -> bytes:
    stream = BytesIO()
    book.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
