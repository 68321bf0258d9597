"""Tables that list posts, and tables about one post whose first row is its title."""

from __future__ import annotations

import pytest

from posdoc.importers.pieces import Cell, Paragraph, Place, Table
from posdoc.importers.posts import standard_labels
from posdoc.importers.posts.lines import Line
from posdoc.importers.posts.registers import posts_listed, titled_table
from posdoc.phrases import Phrase

PLACE = Place(1, Phrase("表 1", "table 1"))


def table(*rows: str) -> Table:
    """A table of three columns; one cell in a row takes all of them."""
    cells = []
    for number, row in enumerate(rows):
        texts = row.split("|")
        for column, text in enumerate(texts):
            pieces = (Paragraph(text, PLACE),) if text else ()
            cells.append(Cell(number, column, pieces, columns=3 if len(texts) == 1 else 1))
    return Table(tuple(cells), 3, PLACE)


def titled(one: Table) -> tuple[str, ...] | None:
    lines = {id(piece): Line(piece) for cell in one.cells for piece in cell.pieces if isinstance(piece, Paragraph)}
    found = titled_table(one, standard_labels(), lines)
    return found and (found.title.text, found.code.text, found.headcount.text, found.about.text)


def test_a_register_lists_posts() -> None:
    listed = posts_listed(table("序号|岗位|编制", "1|维修员|3", "2|调度员|", "||"), standard_labels())
    assert listed is not None
    assert [(post.title.text, post.headcount.text if post.headcount else "") for post in listed] == [
        ("维修员", "3"), ("调度员", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("岗位名称|维修员|岗位编号", "所属部门|维修组|定员"),
        ("岗位|职责|编制", "维修员|修理|3", "调度员|派工|1"),
        ("岗位名称|所属部门|定员", "维修员|维修组|3"),
        ("姓名|电话|备注", "甲|1|", "乙|2|"),
    ],
)
def test_other_tables_list_none(rows: tuple[str, ...]) -> None:
    assert posts_listed(table(*rows), standard_labels()) is None


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("1 维修员（3 人）", "1|修理返厂设备"), ("维修员", "", "3", "")),
        (("112. 维修员（3 人）", "1|修理返厂设备"), ("维修员", "", "3", "")),
        (
            ("SH-20 Parts Clerk (2-3)", "Keeps parts in order.", "1|Count bins"),
            ("Parts Clerk", "SH-20", "2-3", "Keeps parts in order."),
        ),
        (("维修组长", "1|排班", "2|派工"), ("维修组长", "", "", "")),
        (("维修组长", "带好全组，按时完工。"), ("维修组长", "", "", "带好全组，按时完工。")),
        (("岗位职责", "1|排班"), None),
        (("安全规定", "1|戴安全帽"), None),
        (("维修员", "姓名|甲"), None),
    ],
)  # fmt: skip
def test_a_title_in_the_first_row(rows: tuple[str, ...], found: tuple[str, ...] | None) -> None:
    assert titled(table(*rows)) == found
