"""The last step of every view: cells are set in rows, so that nothing but dicts, lists and strings is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any
from unicodedata import east_asian_width

from posdoc.template.marks import marked, path_of
from posdoc.views.blocks import Cell, Cells

WIDEST_PAIR, WIDEST_LABEL = 30, 24
"""Half-width characters that a value and its label may have to stand beside another pair."""
WIDEST_ROW, WIDEST_ITEM, WIDEST_LATIN_ITEM = 72, 24, 36
"""How wide a list, and each of its items, may be to be printed in a row instead of below one another."""

Join = Callable[[Iterable[str]], str]
View = dict[str, Any]


def finished(content: View, join: Join, language: str) -> View:
    """The content of a view as a form sees it: in rows, and each section under its name beside its place in ``parts``.

    ``sections_known`` in the content are the names that there may be; a section that is not there is None.
    """
    return _named(arrange(content, join, language))


def _named(view: View) -> View:
    named = {part["name"]: part for part in view["parts"]}
    view.update({name: named.get(name) for name in view.pop("sections_known")})
    for job in view.get("job_descriptions", ()):
        _named(job)
    return view


def arrange(view: Any, join: Join, language: str) -> Any:
    """The view with ``rows`` set, and the same cells one by one as ``cells``; ``join`` sets items in a row."""
    if isinstance(view, dict):
        arranged: dict[str, Any] = {}
        for key, value in view.items():
            if isinstance(value, Cells):
                cells = [_in_row(cell, join, language) for cell in value]
                arranged["cells"] = [{**_plain(cell), "in_line": _in_line(cell.label)} for cell in cells]
                arranged[key] = _rows(cells)
            else:
                arranged[key] = arrange(value, join, language) if isinstance(value, (dict, list)) else value
        return arranged
    return [arrange(item, join, language) if isinstance(item, (dict, list)) else item for item in view]


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The room a text takes, in half-width characters."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _in_line(label: str) -> str:
    return marked(label.replace("\n", " "), path_of(label))


def _in_row(cell: Cell, join: Join, language: str) -> Cell:
    """The cell with its items in one line, if it may be and they are short."""
    if not cell.in_row:
        return cell
    row = join(cell.items)
    widest = WIDEST_ITEM if language.startswith("zh") else WIDEST_LATIN_ITEM
    if "\n" in row or width(row) > WIDEST_ROW or max(map(width, cell.items)) > widest:
        return cell
    whole = path_of(cell.field) if all(map(path_of, cell.items)) else ""
    return cell._replace(lines=[marked(row, whole)], items=())


def _rows(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """Short cells two in a row, long ones alone; the order stays."""
    rows: list[dict[str, Any]] = []
    waiting: Cell | None = None
    for cell in cells:
        if not _is_short(cell):
            rows += [_alone(waiting)] if waiting else []
            rows.append(_alone(cell))
            waiting = None
        elif waiting is None:
            waiting = cell
        else:
            rows.append({"paired": True, "left": _short(waiting), "right": _short(cell)})
            waiting = None
    return rows + ([_alone(waiting)] if waiting else [])


def _is_short(cell: Cell) -> bool:
    return is_one_line(cell) and _widest(cell.lines[0]) <= WIDEST_PAIR and _widest(cell.label) <= WIDEST_LABEL


def is_one_line(cell: Cell) -> bool:
    """Whether there is nothing in it but one line."""
    return len(cell.lines) == 1 and not cell.items and not cell.choices


def _widest(text: str) -> int:
    return max(map(width, text.split("\n")))


def _short(cell: Cell) -> dict[str, str]:
    return {"field": cell.field, "label": cell.label, "value": cell.lines[0]}


def _alone(cell: Cell) -> dict[str, Any]:
    return {"paired": False, **_plain(cell)}


def _plain(cell: Cell) -> dict[str, Any]:
    return {
        "field": cell.field,
        "label": cell.label,
        "items": list(cell.items),
        "lines": list(cell.lines),
        "choices": list(cell.choices),
        "value": cell.lines[0] if is_one_line(cell) else "",
    }
