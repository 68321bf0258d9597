"""Two lists side by side in one table, each with the same heads: as one list, below each other in the order of their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from posdoc.importers.pieces import Cell

Row = list[Cell]
_FEWEST, _MOST = 4, 8
"""How many heads a row with two lists has."""


def unfolded(rows: Sequence[Row], is_head: Callable[[Row], bool]) -> list[Row]:
    """The rows of a table, those of lists side by side below each other. ``is_head`` knows the heads of one list."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        middle = _middle(rows[at], is_head)
        end = _end(rows, at, middle) if middle else at
        if end > at + 1:
            found += _one_below_another(rows[at:end], middle)
        else:
            found.append(rows[at])
        at = max(end, at + 1)
    if len(found) == len(rows):
        return found
    return [[replace(cell, row=number) for cell in row] for number, row in enumerate(found)]


def _middle(row: Row, is_head: Callable[[Row], bool]) -> int:
    """The column in which the second of two lists begins, to which a row of heads belongs; 0 where there is but one."""
    if not _FEWEST <= len(row) <= _MOST:
        return 0
    texts = ["".join(cell.text.split()) for cell in row]
    half = len(texts) // 2
    is_twice = texts[:half] == texts[half:] and len(set(texts)) == half
    return row[half].column if is_twice and is_head(row[:half]) else 0


def _end(rows: Sequence[Row], head: int, middle: int) -> int:
    """The first row that does not belong to the lists: a cell lies across both, or their cells stand elsewhere."""
    starts = {cell.column for cell in rows[head]}
    for at in range(head + 1, len(rows)):
        cells = rows[at]
        if any(cell.column not in starts or cell.rows > 1 for cell in cells):
            return at
        if not cells or any(cell.column < middle < cell.column + cell.columns for cell in cells):
            return at
    return len(rows)


def _one_below_another(rows: Sequence[Row], middle: int) -> list[Row]:
    left = [[cell for cell in row if cell.column < middle] for row in rows]
    right = [[replace(cell, column=cell.column - middle) for cell in row if cell.column >= middle] for row in rows]
    if _counts_across(left, right):
        return [left[0], right[0], *(row for pair in zip(left[1:], right[1:], strict=True) for row in pair)]
    return [*left, *right]


def _counts_across(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the numbers go on from the first list to the second in every row."""
    numbers = [(_number(one), _number(other)) for one, other in zip(left[1:], right[1:], strict=True)]
    known = [(one, other) for one, other in numbers if one and other]
    return bool(known) and all(other == one + 1 for one, other in known)


def _number(row: Row) -> int:
    match = re.match(r"\s*(\d{1,2})\b", row[0].text) if row else None
    return int(match[1]) if match else 0
