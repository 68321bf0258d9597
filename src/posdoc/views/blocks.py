"""Blocks of a printed form: pairs of label and value where they are short, rows of their own where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from posdoc.model import FieldInfo, Option, Points, Position, Record
from posdoc.views.printer import Printer

Block = dict[str, Any]


class Cell(NamedTuple):
    """One label with its lines, the items of a list below them, or boxes of which one is ticked.

    The items of one that is ``in_row`` are set in a row where they are short.
    """

    field: str
    label: str
    lines: Sequence[str] = ()
    items: Sequence[str] = ()
    choices: Sequence[dict[str, str]] = ()
    in_row: bool = False


class Cells(tuple[Cell, ...]):
    """Cells that have yet to be set in rows, without those that hold nothing."""

    __slots__ = ()

    def __new__(cls, cells: Iterable[Cell]) -> Cells:
        """Keep the cells that hold something."""
        return super().__new__(cls, (cell for cell in cells if cell.lines or cell.items or cell.choices))


def block(title: str, cells: Iterable[Cell], **more: Any) -> Block | None:
    """A titled block of label and value cells, or None where there is nothing to print."""
    kept = Cells(cells)
    if not kept and not any(more.values()):
        return None
    return {"title": title, "rows": kept, **more}


def group_cells(printer: Printer, record: Record, group: str, *leave_out: str) -> list[Cell]:
    """The stated fields of a group of ``record``, in the order of their declaration."""
    return [
        field_cell(printer, type(record), info, value)
        for info, value in record.stated()
        if info.group == group and info.printed and info.name not in leave_out and info.name not in printer.claimed
    ]


def record_cells(printer: Printer, record: Record | None, *leave_out: str, within: str = "") -> list[Cell]:
    """All stated fields of a small record, which is ``within`` a field of the position."""
    if record is None or within in printer.claimed:
        return []
    return [
        field_cell(printer, type(record), info, value)
        for info, value in record.stated()
        if info.printed and info.name not in leave_out and f"{within}.{info.name}" not in printer.claimed
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
    return listed(info.name, label, printer.lines(info, value), isinstance(value, tuple))


def listed(field: str, label: str, lines: list[str], is_list: bool = True) -> Cell:
    """A cell with lines: a list of several is numbered, or stands in a row where all its items are short."""
    if not is_list or len(lines) < 2:
        return Cell(field, label, lines)
    return Cell(field, label, items=lines, in_row=True)


def points_cells(printer: Printer, field: str) -> list[Cell]:
    """Titled groups of points of the position, unless another section asks for them."""
    return [] if field in printer.claimed else cells_of_points(printer, field, getattr(printer.position, field))


def cells_of_points(printer: Printer, field: str, groups: Iterable[Points]) -> list[Cell]:
    """Titled groups of points, a row for each; those that are only a title are a list under the field's own label."""
    cells: list[Cell] = []
    for is_title_only, run in groupby(groups, _is_title_only):
        if is_title_only:
            titles = [printer.words.text(group.title) for group in run]
            cells.append(listed(field, printer.words.label(Position, field), titles))
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
