"""Tables as CSV."""

from __future__ import annotations

import csv
import io

import pytest

from posdoc.tables.csv import as_text, write_csv
from posdoc.tables.sheet import Column, Formula, Kind, Row, Sheet
from tests.tables.samples import EMPTY, HOSTILE, STAFF, TEXTS


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_excel_opens_it_as_utf_8_and_line_by_line() -> None:
    data = write_csv(STAFF)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 4
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_titles_and_rows_without_totals_and_notes() -> None:
    assert read(write_csv(STAFF)) == [
        ["部门", "人数（含下级）", "均值", "比", "占比", "日期"],
        ["服务部", "1234", "2.25", "4.5", "0.5", "2026-03-01"],
        ["现场组", "", "", "", "", ""],
        ["客服组", "数名", "617", "1", "1", "2026-12-31"],
    ]
    assert read(write_csv(EMPTY)) == [["列"]]


def test_numbers_are_numbers_even_below_zero() -> None:
    sheet = Sheet("it", "题", (Column("=数", Kind.COUNT),), (Row((-1,)), Row((-2 / 3,)), Row((Formula("-A1", -3),))))
    assert read(write_csv(sheet)) == [["'=数"], ["-1"], ["-0.67"], ["-3"]]


def test_no_text_is_a_formula() -> None:
    written = [row[0] if row else "" for row in read(write_csv(TEXTS))[1:]]
    assert len(written) == len(HOSTILE)
    assert not any(text.lstrip(" \u3000").startswith(tuple("=+-@\t\r\n＝＋－＠")) for text in written)
    for text, found in zip(HOSTILE, written, strict=True):
        plain = text.replace("\0", "").encode("utf-8", "replace").decode()
        assert found.removeprefix("'") == plain.removeprefix("'")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1", "'=1"),
        ("－见附件", "'－见附件"),
        ("\0=1", "'=1"),
        ("a=1", "a=1"),
        ("'a", "'a"),
        ("", ""),
        ("岗位-1", "岗位-1"),
    ],
)
def test_an_apostrophe_where_a_text_would_be_calculated(text: str, written: str) -> None:
    assert as_text(text) == written
