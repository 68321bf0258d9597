"""Pages laid out cell by cell."""

from __future__ import annotations

import pytest

from posdoc.tables.page import LINE, PADDING, Look, Page, Put, lines_of
from posdoc.tables.sheet import Formula


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("短", 10, 1),
        ("八个汉字宽的内容", 16, 1),
        ("八个汉字宽的内容", 8, 2),
        ("two words", 9, 1),
        ("two words", 5, 2),
        ("一\n二\n", 10, 3),
        ("positions/after-sales/manager.yaml", 20, 2),
        ("", 5, 1),
    ],
)
def test_lines(text: str, width: float, expected: int) -> None:
    assert lines_of(text, width) == expected


def test_a_row_grows_with_its_texts() -> None:
    page = Page("it", [10, 10, 10])
    page.put(1, 0, "一二三四五六", Look())
    page.put(2, 0, "一二三四五六", Look(), to=1)
    page.put(3, 0, 12, Look())
    page.put(3, 1, Formula("A1", "一\n二"), Look())
    assert page.heights == {1: 2 * LINE + PADDING, 2: LINE + PADDING, 3: 2 * LINE + PADDING}
    page.grow(2, 40)
    page.grow(2, 20)
    assert page.heights[2] == 40


def test_what_is_hidden_makes_no_row_higher() -> None:
    page = Page("it", [5, 5], hidden=frozenset({1}))
    page.put(1, 1, "很长很长很长", Look())
    assert page.heights == {}


def test_a_cell_that_goes_on_has_its_look_to_the_end() -> None:
    page = Page("it", [10, 10, 10])
    page.put(4, 0, "一", Look("head"), to=2, link="'a'!A1")
    assert page.merged == ["A4:C4"]
    assert page.cells == {
        (4, 0): Put("一", Look("head"), "'a'!A1"), (4, 1): Put(None, Look("head")), (4, 2): Put(None, Look("head")),
    }  # fmt: skip
    assert (page.last_row, page.last_column) == (4, "C")


def test_formulas_by_their_cells() -> None:
    page = Page("it", [10, 10])
    page.put(2, 1, Formula("A2", 3), Look())
    page.put(1, 0, "=A2", Look())
    assert page.formulas() == {"B2": Formula("A2", 3)}
