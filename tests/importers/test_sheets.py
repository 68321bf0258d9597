"""Excel workbooks: cells as Excel shows them, in blocks, with all that lies around them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from posdoc.importers.pieces import Foreign, Paragraph, Part
from posdoc.importers.sheets import read_workbook
from tests.importers.shown import found, paragraphs, table, texts
from tests.importers.workbooks import MAIN, STRICT, data, relation, relationships, row, text, value, workbook


def read(content: bytes) -> Foreign:
    return read_workbook(content, "定编.xlsx")


def made(fill: Callable[[Worksheet], Any], name: str = "Sheet1") -> Foreign:
    """What is read of a workbook that openpyxl writes."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return read(stream.getvalue())


def grid(rows: str) -> Callable[[Worksheet], None]:
    """Cells out of lines of words: ``.`` is an empty cell."""

    def fill(sheet: Worksheet) -> None:
        for number, line in enumerate(rows.splitlines(), 1):
            for column, word in enumerate(line.split(), 1):
                sheet.cell(number, column).value = None if word == "." else word

    return fill


# --- cells --------------------------------------------------------------------------------------------------


def test_a_table_that_does_not_begin_at_a1() -> None:
    def fill(sheet: Worksheet) -> None:
        for column, word in enumerate(("编号", "岗位\n名称", "编制", "占比", "生效", "在岗"), 3):
            sheet.cell(4, column).value = word
        for column, (content, form) in enumerate(
            (
                ("6.1.1", "General"), ("0012", "@"), (1200, "#,##0"), (0.25, "0%"),
                (date(2024, 3, 1), 'yyyy"年"m"月"d"日"'), (True, "General"),
            ), 3
        ):  # fmt: skip
            sheet.cell(5, column).value = content
            sheet.cell(5, column).number_format = form

    read_table = table(made(fill))
    assert [[cell.text for cell in line] for line in read_table.rows] == [
        ["编号", "岗位\n名称", "编制", "占比", "生效", "在岗"],
        ["6.1.1", "0012", "1,200", "25%", "2024年3月1日", "TRUE"],
    ]
    assert read_table.columns == 6
    assert read_table.place.words == ("工作表“Sheet1”C4:H5", "sheet 'Sheet1', C4:H5")
    cell = read_table.rows[0][1]
    assert [(p.text, p.place.number, p.place.words.en) for p in cell.pieces if isinstance(p, Paragraph)] == [
        ("岗位", 2, "sheet 'Sheet1', D4"),
        ("名称", 3, "sheet 'Sheet1', D4"),
    ]


def test_merged_cells_stand_once_and_end_with_the_data() -> None:
    def fill(sheet: Worksheet) -> None:
        grid("标题 . . .\n岗位 . 要求目标 .\n. . 月度 年度\n主管 一级 3 4")(sheet)
        for area in ("A1:Z1", "A2:A3", "C2:D2"):
            sheet.merge_cells(area)

    read_table = table(made(fill))
    spans = {cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in read_table.cells if cell.text}
    assert spans["标题"] == (0, 0, 1, 4)
    assert spans["岗位"] == (1, 0, 2, 1)
    assert spans["要求目标"] == (1, 2, 1, 2)
    assert [cell.column for cell in read_table.rows[2]] == [1, 2, 3]
    assert read_table.columns == 4


STYLES = (
    f"<styleSheet {MAIN}><numFmts><numFmt numFmtId='164' formatCode='0&quot;人&quot;'/></numFmts>"
    "<fonts><font><name val='宋体'/></font><font><b/><name val='宋体'/></font><font><name val='Wingdings 2'/></font></fonts>"
    "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='1'/><xf numFmtId='0' fontId='2'/>"
    "<xf numFmtId='0' fontId='0'><extLst><ext><xfpb:xfComplement xmlns:xfpb='a' i='0'/></ext></extLst></xf></cellXfs>"
    "</styleSheet>"
)
STRINGS = (
    f"<sst {MAIN}><si><t>岗位_x000D_\n名称</t><rPh sb='0' eb='1'><t>がくい</t></rPh></si>"
    "<si><r><rPr><b/><rFont val='宋体'/></rPr><t>全</t></r><r><rPr><b/></rPr><t>粗</t></r></si>"
    "<si><r><rPr><rFont val='Wingdings 2'/></rPr><t>R</t></r><r><t>是 </t></r>"
    "<r><rPr><rFont val='Wingdings 2'/></rPr><t>£</t></r><r><t>否</t></r></si></sst>"
)
CELLS = {
    "a shared text": (value("A1", "0", "s"), "岗位\n名称"),
    "bold runs": (value("A1", "1", "s"), "全粗"),
    "boxes of a symbol font in a text": (value("A1", "2", "s"), "☑是 □否"),
    "a box of a symbol font": (text("A1", "R", 2), "☑"),
    "a cell as a box": (value("A1", "1", "b", 3), "☑"),
    "and not ticked": (value("A1", "0", "b", 3), "□"),
    "TRUE": (value("A1", "1", "b"), "TRUE"),
    "an own format": (value("A1", "3", style=1), "3人"),
    "a formula": (value("A1", "0.30000000000000004", formula="0.1+0.2"), "0.3"),
    "a formula that gives text": (value("A1", "主管", "str", formula="B1"), "主管"),
    "an error": (value("A1", "#REF!", "e", formula="#REF!"), "#REF!"),
    "a day in ISO 8601": (value("A1", "2024-03-01", "d"), "2024-03-01"),
    "spaces": (text("A1", "  甲  乙  "), "  甲  乙"),
    "escaped characters": (text("A1", "a_x0041_b"), "aAb"),
    "no style and no text of that number": (value("A1", "99", "s", 99) + value("B1", "7", style=99), "7"),
    "no references": ("<c><v>7</v></c>", "7"),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.values(), ids=CELLS)
def test_cells(cell: str, expected: str) -> None:
    content = workbook(data(row(1, cell)), strings=STRINGS, styles=STYLES)
    assert "\n".join(p.text for p in paragraphs(read(content))) == expected


def test_bold_cells() -> None:
    cells = (text("A1", "甲", 1), text("B1", "乙"), value("C1", "1", "s"), value("D1", "0", "s", 1))
    content = workbook(data(row(1, *cells)), strings=STRINGS, styles=STYLES)
    assert [cell.pieces[0].bold for cell in table(read(content)).cells] == [True, False, True, True]  # type: ignore[union-attr]


def test_strict_files_and_days_since_1904() -> None:
    properties = '<workbookPr date1904="1"/>'
    styles = f"<styleSheet {STRICT}><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"
    content = workbook(data(row(1, value("A1", "43890"))), properties=properties, styles=styles, namespace=STRICT)
    assert texts(read(content)) == ["2024-03-01"]


# --- blocks -------------------------------------------------------------------------------------------------

BLOCKS = {
    "a title above": ("定编表\n.\n岗位 编制\n主管 2", ["定编表", [["岗位", "编制"], ["主管", "2"]]]),
    "two empty rows": ("甲 1\n乙 2\n.\n.\n丙 3\n丁 4", [[["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]]),
    "a list that goes on": (
        "岗位 编制\n主管 2\n.\n技师 6",
        [[["岗位", "编制"], ["主管", "2"], ["", ""], ["技师", "6"]]],
    ),
    "the same form again": (
        "岗位 主管\n编制 2\n.\n岗位 技师\n编制 6",
        [[["岗位", "主管"], ["编制", "2"]], [["岗位", "技师"], ["编制", "6"]]],
    ),
    "a table with its own title": (
        "岗位 主管\n编制 2\n.\n职责\n1 受理",
        [[["岗位", "主管"], ["编制", "2"]], [["职责", ""], ["1", "受理"]]],
    ),
    "a wider table": (
        "岗位 主管\n编制 2\n.\n序号 职责 权重\n1 受理 9",
        [[["岗位", "主管"], ["编制", "2"]], [["序号", "职责", "权重"], ["1", "受理", "9"]]],
    ),
    "a gap in a form": (
        "岗位 主管 . 编号 7\n部门 售后 . 编制 2",
        [[["岗位", "主管", "编号", "7"], ["部门", "售后", "编制", "2"]]],
    ),
    "side by side": (
        "岗位 编制 . 说明 x\n主管 2 . . .\n技师 6 . . .",
        [[["岗位", "编制"], ["主管", "2"], ["技师", "6"]], [["说明", "x"]]],
    ),
    "far beside": ("甲 1 . . 丙 3\n乙 2 . . 丁 4", [[["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]]),
    "one column": ("岗位说明书\n岗位：主管\n.\n职责", ["岗位说明书", "岗位：主管", "职责"]),
}


@pytest.mark.parametrize(("rows", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(rows: str, expected: list[Any]) -> None:
    assert texts(made(grid(rows))) == expected


def test_places_of_columns_stay_where_an_empty_one_stands_between() -> None:
    read_table = table(made(grid(BLOCKS["a gap in a form"][0])))
    assert [cell.column for cell in read_table.rows[0]] == [0, 1, 3, 4]
    assert read_table.columns == 5


# --- sheets -------------------------------------------------------------------------------------------------

SHEET = data(row(1, text("A1", "岗位"), text("B1", "主管")))


@pytest.mark.parametrize(
    ("sheets", "names", "headings"),
    [
        ((SHEET,), ("Sheet1",), []),
        ((SHEET,), ("工作表 1",), []),
        ((SHEET,), ("售后主管",), ["售后主管"]),
        ((SHEET, data(), SHEET), ("Sheet1", "Sheet2", "Sheet3"), ["Sheet1", "Sheet3"]),
        ((SHEET, data()), ("Sheet1", "空"), []),
    ],
)
def test_headings(sheets: tuple[str, ...], names: tuple[str, ...], headings: list[str]) -> None:
    read_book = read(workbook(*sheets, names=names))
    assert [(p.text, p.heading) for p in paragraphs(read_book)] == [(heading, 1) for heading in headings]


def test_what_is_hidden_is_read_and_said() -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    hidden = ' hidden="1"'
    rows = (row(1, text("A1", "甲"), text("B1", "乙")), row(2, text("A2", "丙"), more=hidden), row(3, more=hidden))
    read_book = read(workbook(data(*rows, before=columns), SHEET, names=("甲", "乙"), states={2: "veryHidden"}))
    assert texts(read_book) == ["甲", [["甲", "乙"], ["丙", ""]], "乙", [["岗位", "主管"]]]
    assert [finding.name for finding in read_book.findings] == ["hidden-content"] * 3
    assert [finding.message.zh for finding in read_book.findings] == [
        "工作表“甲”中隐藏的行已一并读入（1 行）：2",
        "工作表“甲”中隐藏的列已一并读入（1 列）：B",
        "工作表“乙”是隐藏的，已一并读入",
    ]


def test_formulas_without_a_value_are_named() -> None:
    cells = [value(f"{letter}1", "", formula="1+1") for letter in "BCDEFG"]
    read_book = read(workbook(data(row(1, text("A1", "合计"), *cells, value("H1", "", "str", formula="B1")))))
    assert found(read_book) == [("value-not-calculated", 1)]
    assert read_book.findings[0].message.en == "formulas without a value in sheet 'Sheet1' (6): B1, C1, D1, E1, F1 …"


def test_pictures_in_cells() -> None:
    cells = value("A1", '=DISPIMG("ID_1",1)', "str", formula="x"), '<c r="B1" t="e" vm="1"><v>#VALUE!</v></c>'
    read_book = read(workbook(data(row(1, *cells, text("C1", "甲")))))
    assert texts(read_book) == ["甲"]
    assert [finding.message.zh for finding in read_book.findings] == [
        "工作表“Sheet1”单元格中的图片没有读取（2 张）：A1、B1"
    ]


def test_page_headers_and_footers() -> None:
    header = '<oddHeader>&amp;L&amp;"宋体"售后&amp;&amp;服务&amp;C&amp;P</oddHeader>'
    edges = f"<headerFooter>{header}<oddFooter>第&amp;P页</oddFooter></headerFooter>"
    pieces = paragraphs(read(workbook(data(row(1, text("A1", "甲")), after=edges))))
    assert [(p.text, p.part, p.place.words.en) for p in pieces[1:]] == [
        ("售后&服务", Part.HEADER, "sheet 'Sheet1', page header"),
        ("第页", Part.FOOTER, "sheet 'Sheet1', page footer"),
    ]


def test_links_to_other_workbooks() -> None:
    content = workbook(
        SHEET,
        parts={
            "xl/_rels/workbook.xml.rels": relationships(
                relation("s1", "worksheet", "worksheets/sheet1.xml")
                + relation("x", "externalLink", "externalLinks/a.xml")
            ),
            "xl/externalLinks/_rels/a.xml.rels": relationships(
                relation("r", "externalLinkPath", "file:///D:/薪资.xlsx", outside=True)
            ),
        },
    )
    (finding,) = read(content).findings
    assert finding.name == "link-not-followed"
    assert "薪资.xlsx" in finding.message.en


def test_protected_sheets_are_read_as_usual() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "甲"
        sheet.protection.set_password("x")
        sheet.protection.enable()

    assert texts(made(fill)) == ["甲"]
