"""Tables as pages: widths, hidden columns, columns that may be changed."""

from __future__ import annotations

from posdoc.tables.listing import list_page
from posdoc.tables.sheet import Column, Kind, Row, Sheet

COLUMNS = (
    Column("甲", is_open=False),
    Column("乙", is_open=True, widest=10),
    Column("丙"),
    Column("数", Kind.COUNT, side="center"),
    Column("暗", is_hidden=True),
)
PAGE = list_page(
    Sheet("it", "表", COLUMNS, (Row(("一", "一二三四五六七八", "三", 4, "长" * 50)),), fixed=2), "书", "今天"
)


def test_columns_that_may_be_changed_have_other_heads() -> None:
    assert [PAGE.cells[1, place].look.role for place in range(4)] == ["closed head", "open head", "head", "head"]
    assert [PAGE.cells[2, place].look.role for place in range(3)] == ["closed", "cell", "cell"]


def test_a_side_is_that_of_head_and_cells() -> None:
    assert (PAGE.cells[1, 3].look.side, PAGE.cells[2, 3].look.side, PAGE.cells[2, 3].look.format) == (
        "center", "center", "#,##0",
    )  # fmt: skip


def test_what_is_hidden_counts_for_the_filter_only() -> None:
    assert PAGE.hidden == {4}
    assert PAGE.filtered == "A1:E2"
    assert PAGE.heights[2] == 2 * 14 + 3


def test_the_first_columns_stay_in_sight() -> None:
    assert (PAGE.frozen, PAGE.repeated, PAGE.header) == ("C2", "1:1", ("书 · 表", "今天"))
