"""Blocks of a printed form: pairs of label and value where they are short, rows of their own where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from posdoc.model import FieldInfo, Option, Points, Position, Record, Text
from posdoc.template.marks import marked, under
from posdoc.views.printer import Printer

Block = dict[str, Any]


class Cell(NamedTuple):
    """One label with its lines, the items of a list below them, or boxes of which one is ticked.

    The items of one that is ``in_row`` are set in a row where they are short. ``field`` knows the path of what all of
    it prints.
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
        field_cell(printer, type(record), info, value, printer.path(info.name))
        for info, value in record.stated()
        if info.group == group and info.printed and info.name not in leave_out and info.name not in printer.claimed
    ]


def record_cells(
    printer: Printer, record: Record | None, *leave_out: str, within: str = "", at: str = ""
) -> list[Cell]:
    """All stated fields of a small record, which is ``within`` a field of the position, or ``at`` a path."""
    if record is None or within in printer.claimed:
        return []
    path = at or (printer.path(within) if within else "")
    return [
        field_cell(printer, type(record), info, value, under(path, info.name))
        for info, value in record.stated()
        if info.printed and info.name not in leave_out and f"{within}.{info.name}" not in printer.claimed
    ]


def field_cell(printer: Printer, cls: type[Record], info: FieldInfo, value: Any, at: str = "") -> Cell:
    """One field, whose path is ``at``, as a cell. References and short lists stand in one line, texts in a list."""
    label, field = printer.words.label(cls, info), marked(info.name, at)
    if isinstance(value, Option) and cls.__name__ == "WorkConditions":
        return Cell(field, label, choices=printer.choices(value))
    if info.refers_to and not _is_chains(value):
        return Cell(field, label, [printer.in_one_line(info, value, at)])
    if _is_chains(value):
        chains = [marked(printer.words.chain(chain), under(at, place)) for place, chain in enumerate(value)]
        return Cell(field, label, chains)
    return listed(field, label, printer.lines(info, value, at), isinstance(value, tuple))


def listed(field: str, label: str, lines: list[str], is_list: bool = True) -> Cell:
    """A cell with lines: a list of several is numbered, or stands in a row where all its items are short."""
    if not is_list or len(lines) < 2:
        return Cell(field, label, lines)
    return Cell(field, label, items=lines, in_row=True)


def points_cells(printer: Printer, field: str) -> list[Cell]:
    """Titled groups of points of the position, unless another section asks for them."""
    return [] if field in printer.claimed else cells_of_points(printer, field, getattr(printer.position, field))


def cells_of_points(printer: Printer, field: str, groups: Sequence[Points]) -> list[Cell]:
    """Titled groups of points, a row for each; those that are only a title are a list under the field's own label."""
    cells: list[Cell] = []
    at = printer.path(field)
    for is_title_only, run in groupby(enumerate(groups), lambda entry: _is_title_only(entry[1])):
        if is_title_only:
            titles = [_title(printer, group, under(at, place)) for place, group in run]
            whole = marked(field, at if len(titles) == len(groups) else "")
            cells.append(listed(whole, printer.words.label(Position, field), titles))
        else:
            cells += [_points_cell(printer, group, field, under(at, place)) for place, group in run]
    return cells


def _title(printer: Printer, group: Points, at: str) -> str:
    return marked(printer.words.text(group.title), under(at, "title"))


def _is_title_only(group: Points) -> bool:
    return [info.name for info, _ in group.stated() if info.printed] == ["title"]


def _points_cell(printer: Printer, group: Points, field: str, at: str) -> Cell:
    words = printer.words
    text = [marked(words.text(group.text), under(at, "text")), printer.with_rest("", group, "title", "text", "points")]
    points = marked_texts(printer, group.points, under(at, "points"))
    items = points if len(points) > 1 else ()
    lines = [line for line in (*text, *(() if items else points)) if line]
    return Cell(field, _title(printer, group, at), lines, items)


def marked_texts(printer: Printer, texts: Iterable[Text], at: str) -> list[str]:
    """Every text of a list, whose path is ``at``."""
    return [marked(printer.words.text(text), under(at, place)) for place, text in enumerate(texts)]


def _is_chains(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple)
