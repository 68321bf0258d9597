"""Tables on a terminal."""

from __future__ import annotations

from posdoc.tables.sheet import Book, Column, Kind, Row, Sheet, broken, cells, letter, sheet_name
from posdoc.tables.text import write_text
from tests.tables.samples import BOOK, EMPTY, STAFF


def lines(*sheets: Sheet) -> list[str]:
    return write_text(Book("题", "zh", sheets)).splitlines()


def test_columns_are_aligned_by_the_room_that_characters_take() -> None:
    assert lines(STAFF)[2:] == [
        "人员",
        "  部门      人数（含下级）   均值       比  占比        日期",
        "  --------  --------------  -----  -------  ----  ----------",
        "  服务部             1,234    2.3  1 : 4.5   50%  2026-03-01",
        "    现场组               –      –        –     –           –",
        "    客服组            数名  617.0  1 : 1.0  100%  2026-12-31",
        "  --------  --------------  -----  -------  ----  ----------",
        "  合计               1,234      –        –     –           –",
        "一句说明。",
    ]


def test_a_table_without_rows_says_so() -> None:
    assert lines(EMPTY) == ["题", "", "空表", "  没有内容。"]


def test_a_book_has_its_subtitle_and_a_blank_line_between_tables() -> None:
    written = write_text(BOOK)
    assert written.startswith("甲 & 乙  截至 & 今天\n\n人员\n")
    assert "一句说明。\n\n空表\n" in written
    assert written.endswith("\n")


def test_a_text_is_one_line_without_commands_and_cut_where_it_is_too_long() -> None:
    texts = ("一\n二\t三", "\x1b[31m红\u202e", "很长很长的文字", "long words here")
    sheet = Sheet("it", "题", (Column("文", widest=9),), tuple(Row((text,)) for text in texts))
    assert lines(sheet)[-4:] == ["  一 二 三", "  [31m红", "  很长很长…", "  long wor…"]


def test_every_line_of_a_table_is_as_wide() -> None:
    rows = lines(STAFF)[3:10]
    assert len({cells(row) for row in rows}) == 1


def test_a_long_title_over_short_values_stands_in_several_lines() -> None:
    columns = (Column("部门"), Column("平均管理幅度（岗位）", Kind.MEAN), Column("n", Kind.COUNT))
    assert lines(Sheet("it", "题", columns, (Row(("甲", 1.25, 3)),)))[3:] == [
        "        平均管理幅度",
        "  部门      （岗位）  n",
        "  ----  ------------  -",
        "  甲             1.3  3",
    ]


def test_titles_are_broken_between_words_and_before_brackets() -> None:
    assert broken("平均管理幅度（岗位）", 14) == ["平均管理幅度", "（岗位）"]
    assert broken("Largest span, positions", 14) == ["Largest span,", "positions"]
    assert broken("incomprehensibilities", 5) == ["incomprehensibilities"]
    assert broken("甲\n乙", 20) == ["甲", "乙"]
    assert broken("", 20) == [""]


def test_room_letters_and_names() -> None:
    assert [cells(text) for text in ("ab", "甲b", "e\u0301", "“")] == [2, 3, 1, 1]
    assert [letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert sheet_name("a/b: [c]*?") == "a b   c"
    assert sheet_name("x" * 40) == "x" * 31
    assert sheet_name("'///'") == "-"


def test_kinds_of_a_row_replace_those_of_the_columns() -> None:
    sheet = Sheet(
        "it", "题", (Column("文"), Column("数", Kind.COUNT)), (Row(("甲", 2.5), kinds=(Kind.TEXT, Kind.MEAN)),)
    )
    assert lines(sheet)[-1] == "  甲  2.5"
