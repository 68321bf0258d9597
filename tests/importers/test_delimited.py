"""Tables as text: what stands between the cells is found out."""

from __future__ import annotations

import pytest

from posdoc.importers import delimited
from posdoc.importers.delimited import read_delimited
from posdoc.importers.refusal import Refused
from tests.importers.shown import table, texts

ROWS = [["岗位", "上级", "编制"], ["主管", "经理", "2"]]
SAME = {
    "commas": "岗位,上级,编制\n主管,经理,2\n",
    "semicolons": "岗位;上级;编制\r\n主管;经理;2",
    "tabs": "岗位\t上级\t编制\r主管\t经理\t2\r",
    "full-width commas": "岗位，上级，编制\n主管，经理，2",
    "strokes": "岗位|上级|编制\n主管|经理|2",
    "a line that says it": "sep=;\n岗位;上级;编制\n主管;经理;2\n",
    "empty rows and columns": "岗位,上级,编制,,\n,,,,\n\n主管,经理,2,,\n,,,,\n",
    "kept as text": '="岗位",="上级",="编制"\n主管,经理,="2"',
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_what_stands_between_cells(text: str, encoding: str) -> None:
    assert texts(read_delimited(text.encode(encoding), "a.csv")) == [ROWS]


CELLS = {
    "commas in quotes": ('甲,"乙,丙"\n1,2\n', [["甲", "乙,丙"], ["1", "2"]]),
    "lines in quotes": ('甲,"乙\n丙"\n1,2\n', [["甲", "乙\n丙"], ["1", "2"]]),
    "quotes in quotes": ('甲,"乙""丙"""\n', [["甲", '乙"丙"']]),
    "a quote that is not closed": ('甲,乙\n"丙,丁\n戊,己\n', [["甲", "乙"], ['"丙', "丁"], ["戊", "己"]]),
    "text behind a quote": ('甲,"乙"丙,丁\n', [["甲", "乙丙", "丁"]]),
    "ragged rows": ("甲,乙\n1\n1,2,3\n", [["甲", "乙", ""], ["1", "", ""], ["1", "2", "3"]]),
    "leading zeros": ("编号,岗位\n0012,主管\n", [["编号", "岗位"], ["0012", "主管"]]),
    "one column": ("岗位\n主管\n", [["岗位"], ["主管"]]),
}


@pytest.mark.parametrize(("text", "expected"), CELLS.values(), ids=CELLS)
def test_cells(text: str, expected: list[list[str]]) -> None:
    assert texts(read_delimited(text.encode(), "a.csv")) == [expected]


def test_places() -> None:
    read = table(read_delimited('sep=,\n岗位,"职责\n要求"\n主管,受理\n'.encode(), "a.csv"))
    places = [(piece.place.number, piece.place.words.zh) for cell in read.cells for piece in cell.pieces]
    assert places == [
        (2, "第 2 行第 1 列"),
        (2, "第 2 行第 2 列"),
        (3, "第 3 行第 2 列"),
        (4, "第 4 行第 1 列"),
        (4, "第 4 行第 2 列"),
    ]


def test_a_tab_between_the_cells_of_a_tsv_with_one_row() -> None:
    assert texts(read_delimited("岗位,编制\t上级\n".encode(), "a.tsv")) == [[["岗位,编制", "上级"]]]


@pytest.mark.parametrize("text", ["甲," * 2_000, '"' + "甲" * 200_000 + '"', "甲,乙\n" * 600])
def test_too_much_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_FILLED", 1_000)
    with pytest.raises(Refused) as refused:
        read_delimited(text.encode(), "a.csv")
    assert refused.value.finding.code == "POS904"


def test_many_empty_cells_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_FILLED", 10_000)
    read = read_delimited(("," * 300 + "x\n" + "1\n" * 300).encode(), "a.csv")
    assert len(table(read).cells) == 301
    assert table(read).columns == 301
