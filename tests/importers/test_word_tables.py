"""Tables: where cells stand in the grid, merged cells once, tables in tables, rows within content controls."""

from __future__ import annotations

import io

import docx
import pytest

from posdoc.importers.pieces import Paragraph, Table, paragraphs_in
from posdoc.importers.word import read_word
from tests.importers.word_files import codes, only_table, p, r, read, sdt, tbl, tc, texts, tr

SPAN = '<w:gridSpan w:val="{}"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
ACROSS, FURTHER = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'


def shapes(table: Table) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, rows and columns of each cell."""
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]


GRIDS = {
    "plain": (
        (tr("a", "b"), tr("c", "d")),
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)],
    ),
    "full-width row": (
        (tr(tc("基本信息", SPAN.format(2))), tr("a", "b")),
        [("基本信息", 0, 0, 1, 2), ("a", 1, 0, 1, 1), ("b", 1, 1, 1, 1)],
    ),
    "merged down": (
        (tr(tc("a", DOWN), "b"), tr(tc("", ON), "c"), tr(tc("", ON), "d"), tr("e", "f")),
        [
            ("a", 0, 0, 3, 1),
            ("b", 0, 1, 1, 1),
            ("c", 1, 1, 1, 1),
            ("d", 2, 1, 1, 1),
            ("e", 3, 0, 1, 1),
            ("f", 3, 1, 1, 1),
        ],
    ),
    "merged down twice": (
        (tr(tc("a", DOWN), "b"), tr(tc("", ON), "c"), tr(tc("d", DOWN), "e"), tr(tc("", ON), "f")),
        [
            ("a", 0, 0, 2, 1),
            ("b", 0, 1, 1, 1),
            ("c", 1, 1, 1, 1),
            ("d", 2, 0, 2, 1),
            ("e", 2, 1, 1, 1),
            ("f", 3, 1, 1, 1),
        ],
    ),
    "merged down, nothing above": ((tr(tc("a", ON), "b"),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
    "merged down below another column": (
        (tr(tc("a", DOWN), "b"), tr(tc("c", SPAN.format(1)), tc("d", ON))),
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)],
    ),
    "merged both ways": (
        (tr(tc("a", SPAN.format(2) + DOWN), "b"), tr(tc("", SPAN.format(2) + ON), "c")),
        [("a", 0, 0, 2, 2), ("b", 0, 2, 1, 1), ("c", 1, 2, 1, 1)],
    ),
    "merged across, as old files do": (
        (tr(tc("a", ACROSS), tc("", FURTHER), "b"),),
        [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1)],
    ),
    "merged across, nothing before": ((tr(tc("a", FURTHER), "b"),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
    "columns left free": (
        (
            tr("a", "b", "c"),
            tr("d", properties='<w:gridBefore w:val="2"/>'),
            tr("e", properties='<w:gridAfter w:val="2"/>'),
        ),
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 2, 1, 1), ("d", 1, 2, 1, 1), ("e", 2, 0, 1, 1)],
    ),
    "rows of unequal length": (
        (tr("a"), tr("b", "c", "d")),
        [("a", 0, 0, 1, 1), ("b", 1, 0, 1, 1), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)],
    ),
    "spans that make no sense": (
        (tr(tc("a", SPAN.format(0)), tc("b", SPAN.format("x"))),),
        [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)],
    ),
}


@pytest.mark.parametrize(("rows", "cells"), GRIDS.values(), ids=GRIDS)
def test_cells_stand_in_the_grid_once(rows: tuple[str, ...], cells: list[tuple[str, int, int, int, int]]) -> None:
    table = only_table(read(tbl(*rows)))
    assert shapes(table) == cells
    assert table.columns == max(2, *(column + columns for _, _, column, _, columns in cells))


def test_a_span_has_a_bound() -> None:
    assert only_table(read(tbl(tr(tc("a", SPAN.format(999999999)))))).columns == 1000


def test_a_table_that_python_docx_made() -> None:
    document = docx.Document()
    document.add_paragraph("岗位说明书")
    table = document.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(0, 3)).text = "基本信息"
    for column, text in enumerate(("岗位名称", "服务主管", "部门", "售后部")):
        table.cell(1, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).text = "a\nb"
    stream = io.BytesIO()
    document.save(stream)
    file = read_word(stream.getvalue(), "made.docx")
    found = next(piece for piece in file.pieces if isinstance(piece, Table))
    assert shapes(found)[:3] == [("基本信息", 0, 0, 1, 4), ("岗位名称", 1, 0, 2, 1), ("服务主管", 1, 1, 1, 1)]
    assert [row[0].text for row in found.rows] == ["基本信息", "岗位名称", "a\nb"]


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    cell = only_table(read(tbl(tr(tc(p("岗位综述：") + p("") + p("负责服务"))))))
    assert cell.cells[0].text == "岗位综述：\n负责服务"


def test_tables_in_tables_stand_where_they_are() -> None:
    inner = tbl(tr("序号", "内容"), tr("1", "接听电话"))
    table = only_table(read(tbl(tr(tc(p("职责") + inner + p("完"))))))
    before, nested, after = table.cells[0].pieces
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert isinstance(nested, Table)
    assert [cell.text for cell in nested.cells] == ["序号", "内容", "1", "接听电话"]
    assert [line.place.number for line in paragraphs_in([table])] == [1, 2, 3, 4, 5, 6]


def test_content_controls_around_rows_cells_and_tables_are_not_seen() -> None:
    row = sdt(tr("a", "b"))
    cell = f"<w:tr>{sdt(tc('c'))}<w:customXml>{tc('d')}</w:customXml></w:tr>"
    table = only_table(read(sdt(sdt(tbl(row, cell)))))
    assert [cell.text for cell in table.cells] == ["a", "b", "c", "d"]


def test_a_box_to_tick_that_is_a_cell() -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    table = only_table(read(tbl(f"<w:tr>{sdt(tc(p(r('☒'))), box)}{tc('是')}</w:tr>")))
    assert [cell.text for cell in table.cells] == ["☑", "是"]


def test_a_prompt_that_is_a_cell_leaves_an_empty_cell() -> None:
    file = read(tbl(f"<w:tr>{tc('姓名')}{sdt(tc(p('单击此处输入文字。')), '<w:showingPlcHdr/>')}{tc('完')}</w:tr>"))
    assert [cell.text for cell in only_table(file).cells] == ["姓名", "", "完"]
    assert codes(file) == ["placeholder-in-source"]


def test_deleted_rows_and_cells_are_left_out_and_counted() -> None:
    file = read(
        tbl(
            tr("a", "旧行", properties="<w:del/>"),
            tr("b", tc("旧格", "<w:cellDel/>"), "c"),
            tr("新", properties="<w:ins/>"),
        )
    )
    assert shapes(only_table(file)) == [("b", 0, 0, 1, 1), ("c", 0, 1, 1, 1), ("新", 1, 0, 1, 1)]
    (finding,) = file.findings
    assert finding.name == "deleted-text"
    assert "5" in finding.message.zh


def test_hidden_rows_and_what_lies_under_merged_cells_are_left_out_and_counted() -> None:
    file = read(tbl(tr("隐藏", properties="<w:hidden/>"), tr(tc("a", DOWN)), tr(tc("看不见", ON))))
    assert shapes(only_table(file)) == [("a", 0, 0, 2, 1)]
    (finding,) = file.findings
    assert "5" in finding.message.zh


def test_a_table_without_rows_is_none() -> None:
    assert read(tbl() + p("x")).pieces == read(p("x")).pieces


def test_places_are_said_in_words() -> None:
    file = read(p("a") + tbl(tr("b")) + tbl(tr(tc("c", DOWN), "d"), tr(tc("", ON), tc(p("e") + tbl(tr("f"))))) + p("g"))
    words = {line.text: (line.place.words.zh, line.place.words.en) for line in paragraphs_in(file.pieces)}
    assert words == {
        "a": ("第 1 段", "paragraph 1"),
        "b": ("表 1 第 1 行第 1 格", "table 1, row 1, cell 1"),
        "c": ("表 2 第 1 行第 1 格", "table 2, row 1, cell 1"),
        "d": ("表 2 第 1 行第 2 格", "table 2, row 1, cell 2"),
        "e": ("表 2 第 2 行第 2 格", "table 2, row 2, cell 2"),
        "f": ("表 3 第 1 行第 1 格", "table 3, row 1, cell 1"),
        "g": ("第 7 段", "paragraph 7"),
    }
    assert [piece.place.number for piece in file.pieces] == [1, 2, 3, 7]


@pytest.mark.large
def test_ten_thousand_tables_are_read() -> None:
    file = read(tbl(tr("a", "b")) * 10_000)
    assert len(file.pieces) == 10_000


@pytest.mark.large
def test_a_table_of_twenty_thousand_rows_is_read() -> None:
    table = only_table(read(tbl(tr(tc("a", DOWN)), *[tr(tc("", ON))] * 20_000, tr("c"))))
    assert [(cell.text, cell.row, cell.rows) for cell in table.cells] == [("a", 0, 20_001), ("c", 20_001, 1)]


@pytest.mark.large
def test_a_row_of_five_thousand_cells_is_read() -> None:
    assert only_table(read(tbl(tr(*["a"] * 5_000)))).columns == 5_000


def test_tables_sixty_deep_are_read() -> None:
    body = p("innen")
    for _ in range(60):
        body = tbl(tr(tc(body + p(""))))
    file = read(body)
    assert texts(file) == ["innen"]
    assert next(paragraphs_in(file.pieces)).place.words.en == "table 60, row 1, cell 1"
