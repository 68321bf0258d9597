"""Names of sheets and columns."""

from __future__ import annotations

import pytest

from posdoc.tables.sheet import LONGEST_NAME, distinct_names, letter, sheet_name


@pytest.mark.parametrize(("place", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters(place: int, expected: str) -> None:
    assert letter(place) == expected


@pytest.mark.parametrize(
    ("title", "expected"), [("a/b:[c]", "a b  c"), ("'quoted'", "quoted"), ("x" * 40, "x" * 31), ("/", "-"), ("", "-")]
)
def test_a_name_is_a_title_as_far_as_excel_allows(title: str, expected: str) -> None:
    assert sheet_name(title) == expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "A", "a"], ["a", "A (2)", "a (3)"]),
        (["History", "甲/乙", "甲:乙"], ["History (2)", "甲 乙", "甲 乙 (2)"]),
        (["x" * 31, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["a", "a (2)", "a"], ["a", "a (2)", "a (3)"]),
    ],
)
def test_names_differ(titles: list[str], expected: list[str]) -> None:
    names = distinct_names(titles)
    assert names == expected
    assert all(len(name) <= LONGEST_NAME for name in names)
