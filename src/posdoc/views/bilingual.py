"""One view in two languages: two views of the same definition, text by text.

What is the same in both stands once. Labels stand below one another, values too unless both are short.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posdoc.template.marks import LANGUAGE, marked, path_of
from posdoc.views.arrange import width
from posdoc.views.blocks import Cell, Cells

WIDEST_BOTH = 24
"""Half-width characters that two texts may have together to stand in one line."""
ONCE = frozenset({
    "number", "numeral", "field", "mark", "name_of_part", "page", "colon", "between", "open", "close", "kind", "id",
})  # fmt: skip
"""Keys whose values are said in the first language only."""
HEADINGS = frozenset({"title", "form_title", "department", "company", "version"})
"""Keys whose values stand in one line whatever their length."""
IN_ONE_LINE = frozenset({"details", "particulars", "in_line"})
"""Keys within which every text stands in one line whatever its length."""


Languages = tuple[str, str]


def merge(first: Any, second: Any, languages: Languages, key: str = "") -> Any:
    """Both views in one. They come from one definition, so they have the same shape.

    A text that is the same in both ``languages`` keeps its path; two in one have none, for they cannot be told apart.
    """
    if isinstance(first, Cells):
        return Cells(_merge_cells(a, b, languages) for a, b in zip(first, second, strict=True))
    if isinstance(first, dict):
        return {name: merge(value, second[name], languages, _context(key, name)) for name, value in first.items()}
    if isinstance(first, list):
        return [merge(a, b, languages, key) for a, b in zip(first, second, strict=True)]
    return _merge_texts(first, second, key) if isinstance(first, str) else first


def _context(around: str, name: str) -> str:
    """The key that decides; all within ``details`` stands in one line, all within ``page`` is said once."""
    return around if around == "page" or around in IN_ONE_LINE else name


def _merge_texts(first: str, second: str, key: str) -> str:
    if not first or not second or first == second or key in ONCE:
        return first or second
    if key in HEADINGS or key in IN_ONE_LINE:
        return f"{first} {second}"
    if key == "label" or key.endswith("_label"):
        return f"{first}\n{second}"
    return both(first, second)


def both(first: str, second: str) -> str:
    """Two texts in one line if they are short, else below one another."""
    if not first or not second or first == second:
        return first or second
    in_one_line = "\n" not in first + second and width(first) + width(second) < WIDEST_BOTH
    return f"{first} {second}" if in_one_line else f"{first}\n{second}"


def _merge_cells(first: Cell, second: Cell, languages: Languages) -> Cell:
    return Cell(
        first.field,
        _merge_texts(first.label, second.label, "label"),
        _merge_lines(first.lines, second.lines, languages),
        _merge_lines(first.items, second.items, languages),
        [merge(a, b, languages, "title") for a, b in zip(first.choices, second.choices, strict=True)],
        first.in_row,
    )


def _merge_lines(first: Sequence[str], second: Sequence[str], languages: Languages) -> list[str]:
    """Line by line; where the two have not the same number of lines, one text after the other."""
    if len(first) == len(second):
        return [both(a, b) for a, b in zip(first, second, strict=True)]
    return [
        marked(line, f"{path_of(line)}{LANGUAGE}{language}" if path_of(line) else "")
        for lines, language in zip((first, second), languages, strict=True)
        for line in lines
    ]
