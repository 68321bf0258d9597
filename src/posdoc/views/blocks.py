"""Blocks of a printed form: pairs of label and value where they are short, rows of their own where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from posdoc.model import FieldInfo, Option, Points, Position, Record
from posdoc.views.printer import Printer

Block = dict[str, Any]
WIDEST_PAIR = 30
"""Half-width characters that a value may have to stand beside another one."""


WIDEST_ROW, WIDEST_ITEM, WIDEST_LATIN_ITEM = 72, 24, 36
"""How wide a list, and each of its items, may be to be printed in a row instead of below one another."""


class Cell(NamedTuple):
    """One label with its lines, the items of a list below them, or boxes of which one is ticked."""

    field: str
    label: str
    lines: Sequence[str] = ()
    items: Sequence[str] = ()
    choices: Sequence[dict[str, str]] = ()


def width(text: str) -> int:
    """The room a text takes, in half-width characters."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def block(title: str, cells: Iterable[Cell], **more: Any) -> Block | None:
    """A titled block of label and value cells, or None where there is nothing to print."""
    rows = rows_of(cells)
    if not rows and not any(more.values()):
        return None
    return {"title": title, "rows": rows, **more}


def group_cells(printer: Printer, record: Record, group: str, *leave_out: str) -> list[Cell]:
    """The stated fields of a group of ``record``, in the order of their declaration."""
    return [
        field_cell(printer, type(record), info, value)
        for info, value in record.stated()
        if info.group == group and info.printed and info.name not in leave_out
    ]


def record_cells(printer: Printer, record: Record | None, *leave_out: str) -> list[Cell]:
    """All stated fields of a small record."""
    if record is None:
        return []
    return [
        field_cell(printer, type(record), info, value)
        for info, value in record.stated()
        if info.printed and info.name not in leave_out
    ]


def field_cell(printer: Printer, cls: type[Record], info: FieldInfo, value: Any) -> Cell:
    """One field as a cell. References and short lists stand in one line, texts in a list."""
    label = printer.words.label(cls, info)
    if isinstance(value, Option) and cls.__name__ == "WorkConditions":
        return Cell(info.name, label, choices=printer.choices(value))
    if info.refers_to and not _is_chains(value):
        return Cell(info.name, label, [printer.one_line(info, value)])
    if _is_chains(value):
        return Cell(info.name, label, [printer.words.chain(chain) for chain in value])
    return listed(printer, info.name, label, printer.lines(info, value), isinstance(value, tuple))


def listed(printer: Printer, field: str, label: str, lines: list[str], is_list: bool = True) -> Cell:
    """A cell with lines: a list of several is numbered, or stands in one line where all its items are short."""
    if not is_list or len(lines) < 2:
        return Cell(field, label, lines)
    in_a_row = printer.words.join(lines)
    widest = WIDEST_ITEM if printer.words.language.startswith("zh") else WIDEST_LATIN_ITEM
    if "\n" not in in_a_row and width(in_a_row) <= WIDEST_ROW and max(map(width, lines)) <= widest:
        return Cell(field, label, [in_a_row])
    return Cell(field, label, items=lines)


def points_cells(printer: Printer, field: str) -> list[Cell]:
    """Titled groups of points, a row for each; those that are only a title are a list under the field's own label."""
    cells: list[Cell] = []
    groups: tuple[Points, ...] = getattr(printer.position, field)
    for is_title_only, run in groupby(groups, _is_title_only):
        if is_title_only:
            titles = [printer.words.text(group.title) for group in run]
            cells.append(listed(printer, field, printer.words.label(Position, field), titles))
        else:
            cells += [_points_cell(printer, group, field) for group in run]
    return cells


def _is_title_only(group: Points) -> bool:
    return [info.name for info, _ in group.stated() if info.printed] == ["title"]


def _points_cell(printer: Printer, group: Points, field: str) -> Cell:
    words = printer.words
    text = [words.text(group.text), printer.with_rest("", group, "title", "text", "points")]
    points = [words.text(point) for point in group.points]
    items = points if len(points) > 1 else ()
    lines = [line for line in (*text, *(() if items else points)) if line]
    return Cell(field, words.text(group.title), lines, items)


def _is_chains(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple)


def rows_of(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """Short cells two in a row, long ones alone; the order stays, and empty ones are left out."""
    rows: list[dict[str, Any]] = []
    waiting: Cell | None = None
    for cell in cells:
        if not (cell.lines or cell.items or cell.choices):
            continue
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
    return len(cell.lines) == 1 and not cell.items and width(cell.lines[0]) <= WIDEST_PAIR and width(cell.label) <= 24


def _short(cell: Cell) -> dict[str, str]:
    return {"field": cell.field, "label": cell.label, "value": cell.lines[0]}


def _alone(cell: Cell) -> dict[str, Any]:
    return {
        "paired": False,
        "field": cell.field,
        "label": cell.label,
        "items": list(cell.items),
        "lines": list(cell.lines),
        "choices": list(cell.choices),
    }
