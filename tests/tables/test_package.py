"""Whether a workbook is still as posdoc wrote it."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook

from posdoc.tables.excel import write_excel
from posdoc.tables.package import is_as_written
from tests.tables.samples import BOOK

DATA = write_excel(BOOK)


def saved_again() -> bytes:
    stream = io.BytesIO()
    load_workbook(io.BytesIO(DATA)).save(stream)
    return stream.getvalue()


def empty_zip() -> bytes:
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    return stream.getvalue()


def test_a_workbook_of_posdoc() -> None:
    assert is_as_written(DATA)


@pytest.mark.parametrize(
    "data",
    [saved_again(), empty_zip(), b"", b"no zip", DATA[:-40], DATA.replace(b"docProps/app.xml", b"docProps/app.XML")],
)
def test_anything_else(data: bytes) -> None:
    assert not is_as_written(data)


def test_texts_that_look_like_numbers_are_not_marked() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert xml.endswith(
        '<ignoredErrors><ignoredError sqref="A1:F6" numberStoredAsText="1"/></ignoredErrors></worksheet>'
    )
