"""Two lists side by side in one table become one list."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from posdoc.importers.pieces import Cell, Paragraph
from posdoc.importers.plain import line_place
from posdoc.importers.posts.side_by_side import Row, unfolded

HEADS = ("No", "Text")


def row(number: int, *texts: str) -> Row:
    cells = ((column, (Paragraph(text, line_place(1)),) if text else ()) for column, text in enumerate(texts))
    return [Cell(number, column, pieces) for column, pieces in cells]


def shown(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in rows]


def is_head(cells: Row) -> bool:
    return tuple(cell.text for cell in cells) == HEADS


TABLES = {
    "down the columns": (
        [(*HEADS, *HEADS), ("1", "a", "3", "c"), ("2", "b", "4", "d")],
        [HEADS, ("1", "a"), ("2", "b"), HEADS, ("3", "c"), ("4", "d")],
    ),
    "across the columns": (
        [(*HEADS, *HEADS), ("1", "a", "2", "b"), ("3", "c", "", "")],
        [HEADS, HEADS, ("1", "a"), ("2", "b"), ("3", "c"), ("", "")],
    ),
    "without numbers": (
        [(*HEADS, *HEADS), ("", "a", "", "b")],
        [HEADS, ("", "a"), HEADS, ("", "b")],
    ),
    "rows before and after": (
        [("Title",), (*HEADS, *HEADS), ("1", "a", "2", "b"), ("Name", "x", "y")],
        [("Title",), HEADS, HEADS, ("1", "a"), ("2", "b"), ("Name", "x", "y")],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_lists_side_by_side(rows: list[tuple[str, ...]], expected: list[tuple[str, ...]]) -> None:
    made = [row(number, *texts) for number, texts in enumerate(rows)]
    if len(made[-1]) == 3:
        last = made.pop()
        made.append([Cell(3, 0, last[0].pieces, columns=3), *last[1:]])
    found = unfolded(made, is_head)
    assert shown(found) == expected
    assert [cell.row for cells in found for cell in cells[:1]] == list(range(len(found)))
    assert {cell.column for cells in found for cell in cells[:1]} == {0}


OTHERS = {
    "pairs": [("Name", "x", "Unit", "y"), ("Grade", "1", "Code", "2")],
    "other words twice": [("Sign", "Date", "Sign", "Date"), ("a", "b", "c", "d")],
    "heads alone": [(*HEADS, *HEADS)],
    "nothing": [],
}


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_other_tables_stay_as_they_are(rows: list[tuple[str, ...]]) -> None:
    made = [row(number, *texts) for number, texts in enumerate(rows)]
    assert unfolded(made, is_head) == made
