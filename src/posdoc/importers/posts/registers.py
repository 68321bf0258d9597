"""Tables that list posts, a row for each: head counts, registers, sheets on which people sign for their descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdoc.importers.pieces import Cell, Paragraph, Table
from posdoc.importers.posts.draft import Confidence
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.heads import heads_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.titles import is_post
from posdoc.importers.posts.units import UnitFiller
from posdoc.patterns import pattern

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


class Titled(NamedTuple):
    """The first row of a table about one post: its title, and perhaps its code and its number of people."""

    title: Bit
    code: Bit
    headcount: Bit
    about: Bit
    """What the position is for, in a row of its own below."""
    rest: Table


_NUMBERED = pattern(r"[(（]?\d{1,2}(?:[.．-]\d{1,2})*[)）]?[、.．]?")
_TITLED = pattern(
    r"(?:(?P<code>[A-Za-z]{1,5}-?\d[\w-]*)\s+|\d{1,2}(?:\.\d{1,2})?\s*[、.．]?\s*|\d{3}[、.．\s]\s*)?(?P<title>[^\d:：。；;\n][^:：。；;\n]{0,58}?)"
    r"\s*(?:[（(]\s*(?P<count>\d{1,3}(?:\s*[-–~]\s*\d{1,3})?)\s*(?:人|名|people|persons?)?\s*[)）])?"
)


def titled_table(table: Table, labels: Labels, lines: Mapping[int, Line]) -> Titled | None:
    """The title of a post in the first row of a table whose other rows are its duties, numbered in their first cells."""
    rows = table.rows
    if len(rows) < 2 or len(rows[0]) != 1 or not rows[0][0].text.strip() or labels.find(rows[0][0].text.strip()):
        return None
    bit = _first(rows[0][0], lines)
    match = _TITLED.fullmatch(bit.text)
    if match is None or bit.text != rows[0][0].text.strip():
        return None
    is_sure = match["count"] or match["code"] or is_post(match["title"])
    numbered = [row for row in rows[1:] if len(row) == 2 and _NUMBERED.fullmatch(row[0].text.strip())]
    about = rows[1][0] if len(rows[1]) == 1 and rows[1][0].text.strip() else None
    if not is_sure or not (numbered or match["count"] or (about and len(rows) == 2)):
        return None
    found = (bit.part(*match.span(name)) if match[name] else bit.part(0, 0) for name in ("title", "code", "count"))
    title, code, count = found
    rest = tuple(cell for cell in table.cells if cell.row > (1 if about else 0))
    text = _first(about, lines) if about else bit.part(0, 0)
    return Titled(title, code, count, text, Table(rest, table.columns, table.place))


def fill_titled(filler: Filler, titled: Titled) -> None:
    """Fill what the first rows of such a table say of the post that begins there."""
    for path, bit in (("code", titled.code), ("headcount", titled.headcount)):
        filler.pair(path, bit.part(0, 0), [bit])
    filler.draft.put("purpose", titled.about.text, [titled.about], Confidence.GUESSED)
    filler.open("duties")


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
