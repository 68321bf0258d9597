"""Cells set in rows: two short ones beside one another, lists in a row where they are short."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.views.arrange import WIDEST_ITEM, WIDEST_PAIR, arrange, width
from posdoc.views.blocks import Cell, Cells


def join(parts: Any) -> str:
    return "、".join(parts)


def rows_of(cells: list[Cell], language: str = "zh") -> Any:
    return arrange({"rows": Cells(cells)}, join, language)["rows"]


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("SH-010", 6), ("售后", 4), ("售后A组", 7), ("５", 2), ("—", 1)]
)
def test_width_counts_half_width_characters(text: str, expected: int) -> None:
    assert width(text) == expected


def short(label: str, value: str) -> dict[str, str]:
    return {"field": label, "label": label, "value": value}


def pair(left: tuple[str, str], right: tuple[str, str]) -> dict[str, Any]:
    return {"paired": True, "left": short(*left), "right": short(*right)}


def alone(label: str, *lines: str, items: list[str] | None = None) -> dict[str, Any]:
    return {
        "paired": False, "field": label, "label": label, "lines": list(lines), "items": items or [], "choices": [],
        "value": lines[0] if len(lines) == 1 and not items else "",
    }  # fmt: skip


def cell(label: str, *lines: str, items: tuple[str, ...] = ()) -> Cell:
    return Cell(label, label, lines, items)


FITS, TOO_LONG = "x" * WIDEST_PAIR, "x" * (WIDEST_PAIR + 1)
FITS_ZH, TOO_LONG_ZH = "字" * (WIDEST_PAIR // 2), "字" * (WIDEST_PAIR // 2 + 1)

ROWS: dict[str, tuple[list[Cell], list[dict[str, Any]]]] = {
    "nothing": ([], []),
    "one short value": ([cell("a", "1")], [alone("a", "1")]),
    "two short values": ([cell("a", "1"), cell("b", "2")], [pair(("a", "1"), ("b", "2"))]),
    "three short values": (
        [cell("a", "1"), cell("b", "2"), cell("c", "3")],
        [pair(("a", "1"), ("b", "2")), alone("c", "3")],
    ),
    "a long value keeps its place": (
        [cell("a", "1"), cell("b", TOO_LONG), cell("c", "3"), cell("d", "4")],
        [alone("a", "1"), alone("b", TOO_LONG), pair(("c", "3"), ("d", "4"))],
    ),
    "as wide as a pair may be": ([cell("a", FITS), cell("b", FITS_ZH)], [pair(("a", FITS), ("b", FITS_ZH))]),
    "Chinese is twice as wide": ([cell("a", TOO_LONG_ZH), cell("b", "2")], [alone("a", TOO_LONG_ZH), alone("b", "2")]),
    "a long label": ([cell("标" * 13, "1"), cell("b", "2")], [alone("标" * 13, "1"), alone("b", "2")]),
    "several lines": ([cell("a", "1", "2"), cell("b", "2")], [alone("a", "1", "2"), alone("b", "2")]),
    "a numbered list": ([cell("a", items=("1", "2"))], [alone("a", items=["1", "2"])]),
    "a text above a list": ([cell("a", "0", items=("1", "2"))], [alone("a", "0", items=["1", "2"])]),
    "empty cells are left out": (
        [cell("a", "1"), cell("empty"), cell("b", "2")],
        [pair(("a", "1"), ("b", "2"))],
    ),
}


@pytest.mark.parametrize("cells, expected", ROWS.values(), ids=ROWS.keys())  # noqa: PT006
def test_rows_of(cells: list[Cell], expected: list[dict[str, Any]]) -> None:
    assert rows_of(cells) == expected


def test_choices_stand_alone() -> None:
    boxes = [{"mark": "☑", "label": "一般"}]
    assert rows_of([Cell("hazard", "危险性", choices=boxes), cell("b", "2")]) == [
        {
            "paired": False,
            "field": "hazard",
            "label": "危险性",
            "lines": [],
            "items": [],
            "choices": boxes,
            "value": "",
        },
        alone("b", "2"),
    ]


LONG_ITEM = "x" * (WIDEST_ITEM + 1)

LISTS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "short items in a row": (["甲", "乙", "丙"], alone("f", "甲、乙、丙")),
    "a long item": (["甲", LONG_ITEM], alone("f", items=["甲", LONG_ITEM])),
    "too many short ones": (["十个字的一项内容如此"] * 4, alone("f", items=["十个字的一项内容如此"] * 4)),
    "an item of two lines": (["甲\n一", "乙"], alone("f", items=["甲\n一", "乙"])),
}


@pytest.mark.parametrize("items, expected", LISTS.values(), ids=LISTS.keys())  # noqa: PT006
def test_lists(items: list[str], expected: dict[str, Any]) -> None:
    assert rows_of([Cell("f", "f", items=items, in_row=True)]) == [expected]


def test_a_latin_item_may_be_longer() -> None:
    items = ["x" * (WIDEST_ITEM + 1), "y"]
    assert rows_of([Cell("f", "f", items=items, in_row=True)], "en") == [alone("f", join(items))]


def test_what_is_no_list_of_short_texts_stays() -> None:
    assert rows_of([Cell("f", "f", items=["1", "2"])]) == [alone("f", items=["1", "2"])]


def test_cells_stand_beside_their_rows_at_any_depth() -> None:
    view = {"parts": [{"title": "标题", "rows": Cells([cell("a", "1"), cell("b", "2")])}], "text": "甲"}
    plain = {"field": "a", "label": "a", "items": [], "lines": ["1"], "choices": [], "value": "1"}
    arranged = arrange(view, join, "zh")
    assert arranged["text"] == "甲"
    assert arranged["parts"][0]["rows"] == [pair(("a", "1"), ("b", "2"))]
    cells = arranged["parts"][0]["cells"]
    assert [{key: cell[key] for key in plain} for cell in cells] == [
        plain, {**plain, "field": "b", "label": "b", "lines": ["2"], "value": "2"},
    ]  # fmt: skip
