"""Tables that list posts, a row for each: head counts, registers, sheets on which people sign for their descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdoc.importers.pieces import Cell, Paragraph, Table
from posdoc.importers.posts.grids import heads_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.units import UnitFiller

_ABOUT_POST = ("title", "unit", "code", "grade", "headcount")
_LEAST = 3
"""How many columns such a table has at least."""
_SECTIONS = ("duties", "qualifications", "authority", "kpi_sets", "reports_to")


class Listed(NamedTuple):
    """A post in such a table: the cells with its title and its number of people."""

    title: Cell
    headcount: Cell | None


def posts_listed(table: Table, labels: Labels) -> list[Listed] | None:
    """The posts that a table lists; None where it lists none."""
    rows = table.rows
    is_grid = bool(rows) and heads_of(rows[0], labels, "", lambda cell: cell.text.strip()) is not None
    heads = _heads(rows[0], labels) if rows and not is_grid else {}
    columns = {path: column for column, path in heads.items()}
    if "title" not in columns:
        return None
    found = []
    for row in rows[1:]:
        cells = {cell.column: cell for cell in row}
        title = cells.get(columns["title"])
        if title is not None and title.text.strip() and len(row) > 1:
            found.append(Listed(title, cells.get(columns.get("headcount", -1))))
    return found if len(found) > 1 else None


def fill_register(unit: UnitFiller, table: Table, labels: Labels, lines: Mapping[int, Line]) -> bool:
    """Fill the posts of a unit from a table that lists them; returns whether it does."""
    listed = posts_listed(table, labels)
    for post in listed or ():
        count = post.headcount if post.headcount and post.headcount.text.strip() else None
        unit.post(_first(post.title, lines), _first(count, lines) if count else None)
    return listed is not None


def _first(cell: Cell, lines: Mapping[int, Line]) -> Bit:
    return next(lines[id(one)].whole() for one in cell.pieces if isinstance(one, Paragraph) and one.text.strip())


def _heads(row: Sequence[Cell], labels: Labels) -> dict[int, str]:
    """What the heads of such a table say of a post, by their columns; none where they are no heads: in a form the value
    stands between two labels.
    """
    paths = {cell.column: labels.find(cell.text.strip()) or "" for cell in row}
    about = [path in _ABOUT_POST for path in paths.values()]
    are_beside = any(one and two for one, two in zip(about, about[1:], strict=False))
    if len(row) < _LEAST or not are_beside or any(path.startswith(_SECTIONS) for path in paths.values()):
        return {}
    return {column: path for column, path in paths.items() if path in _ABOUT_POST}
