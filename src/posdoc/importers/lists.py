"""Reads lists of an organization: a row for each position, or, as HR systems export them, a row for each person.

Columns are known by their heads, in either language, or as the user maps them. Heads may take several rows with merged
cells. Positions are told apart by their id; without one by title and unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from posdoc.errors import UsageError
from posdoc.importers.naming import same_name
from posdoc.importers.pieces import Cell, Foreign, Place, Table
from posdoc.load.suggest import closest
from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.source import ListNode, MapNode, ScalarNode, read_text

MOST_HEAD_ROWS = 4
_ASIDE = pattern(r"[（(][^（()）]*[)）]")


@dataclass
class ListedPerson:
    """Somebody who holds a position."""

    name: str
    number: str = ""
    since: str = ""
    boss_number: str = ""
    place: Place | None = None


@dataclass
class ListedPosition:
    """A position of a list: its fields by column, and the people who hold it."""

    fields: dict[str, str]
    place: Place
    people: list[ListedPerson] = field(default_factory=list)
    used: list[tuple[str, Cell]] = field(default_factory=list)
    """The cells of its rows that are in columns that are known, each with what the column means."""
    rest: list[Cell] = field(default_factory=list)
    """The other cells."""


@dataclass(frozen=True)
class OrganizationList:
    """A list: its positions in order, the columns that were not known, and the rows that say nothing usable."""

    positions: Sequence[ListedPosition]
    heads: Sequence[Cell]
    unknown: Sequence[tuple[str, Place]]
    passed_over: Sequence[tuple[str, Place]]


def read_list(foreign: Foreign, mapped: Mapping[str, str] | None = None) -> OrganizationList | None:
    """The list in a file, or None where it holds none. ``mapped`` are meanings of columns by their heads."""
    found = None
    for table in (piece for piece in foreign.pieces if isinstance(piece, Table)):
        heads = _heads(table, mapped or {})
        if heads is None:
            continue
        one = _rows(table, *heads)
        found = one if found is None else _joined(found, one)
    return found


def meanings(pairs: Iterable[str]) -> dict[str, str]:
    """``--map 职位=title`` as meanings by heads. Raises UsageError for what is no pair, and for a meaning unknown."""
    found = {}
    for pair in pairs:
        head, sign, meaning = pair.partition("=")
        if not sign or meaning.strip() not in column_words():
            near = closest(meaning.strip(), column_words())
            raise UsageError(
                Phrase(f"--map {pair}：写成 列名=含义", f"--map {pair}: write it as COLUMN=MEANING"),
                Phrase(f"是否想写 {near}？" if near else f"含义可以是：{'、'.join(column_words())}",
                       f"did you mean {near}?" if near else f"meanings: {', '.join(column_words())}"),
            )  # fmt: skip
        found[_bare(head)] = meaning.strip()
    return found


@cache
def column_words() -> Mapping[str, Sequence[str]]:
    """The names of columns by what they mean."""
    text = resources.files("posdoc.importers").joinpath("words_of_lists.yaml").read_text("utf-8")
    root, findings = read_text(text, "words_of_lists.yaml")
    assert isinstance(root, MapNode), findings
    return {
        key.text: [word.text for word in words.items if isinstance(word, ScalarNode)]
        for key, words in root.entries
        if isinstance(words, ListNode)
    }


@cache
def _known() -> Mapping[str, str]:
    return {_bare(word): meaning for meaning, words in column_words().items() for word in words}


def _bare(head: str) -> str:
    return same_name(re.sub(r"[*＊:：_]", " ", head))


def _meaning(head: str, mapped: Mapping[str, str]) -> str | None:
    """What a head means: as it is mapped, as it is known, or as it is known without what stands in brackets."""
    for form in (_bare(head), _bare(_ASIDE.sub("", head))):
        found = mapped.get(form) or _known().get(form)
        if found:
            return found
    return None


def _heads(table: Table, mapped: Mapping[str, str]) -> tuple[int, dict[int, str], list[tuple[str, Place]]] | None:
    """The first row below the heads, the meanings of the columns, and the heads that mean nothing known."""
    rows = table.rows
    for last in range(min(MOST_HEAD_ROWS, len(rows) - 1)):
        by_column: dict[int, list[Cell]] = {}
        for row in rows[: last + 1]:
            for cell in row:
                for column in range(cell.column, cell.column + cell.columns):
                    by_column.setdefault(column, []).append(cell)
        found = {column: _of_column(cells, mapped) for column, cells in by_column.items()}
        named = {column: meaning for column, meaning in found.items() if meaning}
        if _is_enough(named) and all(
            cell.row + cell.rows <= last + 1 for cells in by_column.values() for cell in cells
        ):
            unknown = [(cells[-1].text.strip(), _place(cells[-1], table)) for column, cells in by_column.items()
                       if not found[column] and cells[-1].text.strip() and not _is_title(cells[-1], table)]  # fmt: skip
            if last + 1 < len(rows) and not _more_heads(rows[last + 1], mapped, named):
                return last + 1, _once(named), unknown
    return None


def _is_title(cell: Cell, table: Table) -> bool:
    """Whether a cell over all columns is the title of the list."""
    return cell.columns >= max(2, table.columns - 1)


def _more_heads(row: Sequence[Cell], mapped: Mapping[str, str], named: Mapping[int, str]) -> bool:
    """Whether the next row goes on with the heads."""
    meanings_below = [meaning for cell in row if (meaning := _meaning(cell.text, mapped))]
    return len(meanings_below) >= max(2, len(named) // 2)


def _once(named: Mapping[int, str]) -> dict[int, str]:
    """Each meaning for the first column that has it."""
    kept: dict[int, str] = {}
    for column in sorted(named):
        if named[column] not in kept.values():
            kept[column] = named[column]
    return kept


def _of_column(cells: Sequence[Cell], mapped: Mapping[str, str]) -> str | None:
    """What a column means by its heads from the lowest up, and by all of them together: 上级 over 编号."""
    texts = ["".join(cell.text.split()) for cell in dict.fromkeys(cells) if cell.text.strip()]
    together = _meaning("".join(texts), mapped) if len(texts) > 1 else None
    single = (_meaning(text, mapped) for text in reversed(texts))
    return together or next((meaning for meaning in single if meaning), None)


def _is_enough(named: Mapping[int, str]) -> bool:
    """Whether columns make a list of positions: their titles, and what says more of them."""
    meanings_found = set(named.values())
    return "title" in meanings_found and bool(
        meanings_found & {"id", "boss", "boss_title", "unit", "headcount", "name", "number"}
    )


def _place(cell: Cell, table: Table) -> Place:
    from posdoc.importers.pieces import paragraphs_in

    first = next(paragraphs_in(cell.pieces), None)
    return first.place if first else table.place


def _rows(
    table: Table, first: int, meanings_found: Mapping[int, str], unknown: Sequence[tuple[str, Place]]
) -> OrganizationList:
    positions: dict[str, ListedPosition] = {}
    passed_over: list[tuple[str, Place]] = []
    covering: list[Cell] = []
    for number, row in enumerate(table.rows[first:], first):
        covering = [cell for cell in covering if cell.row + cell.rows > number]
        cells = [*covering, *row]
        values = {
            meanings_found[cell.column]: cell for cell in cells if cell.column in meanings_found and cell.text.strip()
        }
        covering += [cell for cell in row if cell.rows > 1]
        texts = {meaning: " ".join(cell.text.split()) for meaning, cell in values.items()}
        filled = [cell for cell in row if cell.text.strip()]
        if not texts.get("title"):
            if filled:
                text = " | ".join(cell.text.strip() for cell in filled)
                passed_over.append((text, _place(filled[0], table)))
            continue
        one = _take(positions, texts, _place(values["title"], table))
        one.used += [(meanings_found[cell.column], cell) for cell in filled if cell.column in meanings_found]
        one.rest += [cell for cell in filled if cell.column not in meanings_found]
    heads = [cell for row in table.rows[:first] for cell in row]
    return OrganizationList(list(positions.values()), heads, unknown, passed_over)


_OF_PEOPLE = ("name", "number", "since", "boss_number")


def _take(positions: dict[str, ListedPosition], texts: Mapping[str, str], place: Place) -> ListedPosition:
    key = texts.get("id") or f"{same_name(texts['title'])}\0{same_name(texts.get('unit', ''))}"
    one = positions.setdefault(key, ListedPosition({}, place))
    for meaning, text in texts.items():
        if meaning not in _OF_PEOPLE:
            one.fields.setdefault(meaning, text)
    if texts.get("name"):
        for name in re.split(r"[、,，;；/]", texts["name"]):
            if name.strip():
                one.people.append(ListedPerson(name.strip(), texts.get("number", ""), texts.get("since", ""),
                                               texts.get("boss_number", ""), place))  # fmt: skip
    return one


def _joined(one: OrganizationList, other: OrganizationList) -> OrganizationList:
    return OrganizationList(
        [*one.positions, *other.positions],
        [*one.heads, *other.heads],
        [*one.unknown, *other.unknown],
        [*one.passed_over, *other.passed_over],
    )
