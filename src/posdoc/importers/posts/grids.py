"""Reads grids: rows below a row of heads that name the fields of duties, indicators, contacts or qualifications."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from posdoc.importers.pieces import Cell
from posdoc.importers.posts.draft import Confidence
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import is_nothing

SCOPES = ("duties", "kpis", "contacts", "qualifications", "competences", "revisions", "signers")
Bits = Callable[[Cell], list[Bit]]
_LONGEST_GROUP = 24
Heads = dict[int, str]
"""What the columns hold, by the first column of the grid that each takes."""


def heads_of(cells: Sequence[Cell], labels: Labels, scope: str, text_of: Callable[[Cell], str]) -> Heads | None:
    """What the columns of a row of heads hold; None where the row is none."""
    texts = {cell.column: " ".join(text_of(cell).split("\n")) for cell in cells}
    named = {column: text for column, text in texts.items() if text}
    if len(named) < 2:
        return None
    for candidate in dict.fromkeys((scope, *SCOPES) if scope in SCOPES else SCOPES):
        found = {column: labels.find(text, candidate) or "" for column, text in named.items()}
        known = {
            column: path for column, path in found.items() if path.startswith("ignore.") or is_column(path, candidate)
        }
        own = [path for path in known.values() if not path.startswith("ignore.")]
        if len(known) == len(named) and len(set(own)) == len(own) >= 2 and _says_enough(own, candidate):
            return known
    return None


def is_column(path: str, scope: str) -> bool:
    """Whether a path is one that a column of such a grid holds, and not the name of a row."""
    first, _, name = path.partition(".")
    return first == scope and name in _COLUMNS.get(scope, (name,)) and bool(name)


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "qualifications": ("item", "number", "required", "preferred"),
    "contacts": ("party", "content", "scope"),
    "competences": ("name", "text", "level", "weight"),
}


def _says_enough(paths: Sequence[str], scope: str) -> bool:
    """Whether heads can be those of a grid, and not two labels of a pair."""
    names = {path.partition(".")[2] for path in paths}
    needed = {
        "duties": ({"text"}, {"area", "time"}, {"tasks", "time"}, {"area", "weight"}),
        "kpis": ({"name"},),
        "contacts": ({"party", "content"}, {"party", "scope"}),
        "qualifications": ({"required"}, {"item", "required"}),
        "competences": ({"name"},),
        "revisions": ({"version", "text"}, {"date", "text"}),
        "signers": ({"role", "name"}, {"role", "date"}),
    }[scope]
    return any(need <= names for need in needed) and len(names) >= 2


class Grid:
    """The rows below some heads, sent to the section that they fill."""

    def __init__(self, heads: Heads, filler: Filler) -> None:
        self.heads = heads
        self._filler = filler
        self.scope = next(path.partition(".")[0] for path in heads.values() if not path.startswith("ignore."))
        section = {"kpis": "kpi_sets"}.get(self.scope, self.scope)
        filler.open(section)

    def extends(self, heads: Heads) -> bool:
        """Whether a second row of heads stands below this one: 要求目标 over 月度, 季度 …"""
        return any("targets." in path for path in heads.values()) and self.scope == "kpis"

    def with_more(self, heads: Heads) -> Grid:
        """The grid with the heads of a second row in the places of the first."""
        self.heads = {**{column: path for column, path in self.heads.items() if path != "kpis.target"}, **heads}
        return self

    def takes(
        self, row: Sequence[Cell], filled: Sequence[Cell], columns: int, is_section: bool, aside: Mapping[int, Cell]
    ) -> bool:
        """Whether a row belongs to the grid: it has cells under its heads, and is no section of its own.

        One with fewer cells than there are columns, the first of which is a label, is a pair below the grid.
        """
        if is_section or (len(row) == 1 and row[0].columns >= columns):
            return False
        expected = [column for column in self.heads if column not in aside]
        if len(row) < len(expected) and row[0] is filled[0] and self._filler.labels.find(row[0].text.strip(), self.scope):
            return False
        return bool(filled) and any(cell.column in self.heads for cell in row)

    def group(self, bits: Sequence[Bit]) -> bool:
        """Take a full row as what the rows below it have in common; returns whether that can be."""
        if len(bits) != 1 or len(bits[0].text) > _LONGEST_GROUP:
            return False
        if self.scope == "duties":
            self._filler.duties.group(bits[0])
            return True
        return self.scope == "kpis" and self._filler.indicators.group(bits[0])

    def row(self, row: Sequence[Cell], aside: Mapping[int, Cell], bits: Bits) -> None:
        """Fill one entry from a row; cells that reach down from above count for it, too."""
        cells: dict[str, list[Bit]] = {}
        for cell in (*aside.values(), *row):
            path = self.heads.get(cell.column)
            if path is None:
                self._beside(cell, bits)
                continue
            found = [bit for bit in bits(cell) if bit]
            name = path.partition(".")[2]
            if found:
                cells.setdefault(name if not path.startswith("ignore.") else "", []).extend(found)
        cells.pop("", None)
        if any(cells.values()):
            FILLS[self.scope](self._filler, cells)

    def _beside(self, cell: Cell, bits: Bits) -> None:
        """A cell beside the columns that have heads: the side of contacts, the kind of competences."""
        for bit in bits(cell)[:1]:
            path = self._filler.labels.find(bit.text, self.scope) if bit else None
            if path:
                self._filler.heading(path, bit)


def fill_duty(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of duties: number, area, text with tasks below it, shares."""
    duties = filler.duties
    duty = duties.begin()
    for name, bits in cells.items():
        if name == "number":
            for bit in bits:
                bit.label()
            number = bits[0].text.strip("、.． ")
            if not number.isdigit() or int(number) != len(duties.entries):
                duty["number"] = number
        elif name == "text":
            _duty_text(filler, bits)
        else:
            for bit in bits:
                if not is_nothing(bit.text):
                    duties.part(name, bit)
    if not duty:
        duties.entries.pop()
    elif duties.category:
        duty.setdefault("category", duties.category)


def _duty_text(filler: Filler, bits: Sequence[Bit]) -> None:
    """The lines of a cell of a duty: its text, then numbered tasks and labelled details."""
    duties = filler.duties
    items = [item_of(bit) for bit in bits]
    numbered = [item for item in items if item.kind]
    for place, item in enumerate(items):
        if place == 0 and not (item.kind and len(numbered) > 1):
            duties.part("text", item.body)
        elif filler.detail(item.body, "duties"):
            continue
        else:
            duties.part("tasks", item.body)


def fill_contact(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of contacts: a party, and what about."""
    scope = cells.get("scope")
    if scope:
        path = filler.labels.find(scope[0].text, "contacts")
        if path:
            filler.heading(path, scope[0])
    party, content = cells.get("party", []), cells.get("content", [])
    if party:
        filler.contacts.contact(party[0], content[0] if content else None)


def fill_qualification(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of qualifications: item, required, preferred."""
    named = cells.get("item", [])
    required = [bit for bit in cells.get("required", []) if not is_nothing(bit.text)]
    preferred = [bit for bit in cells.get("preferred", []) if not is_nothing(bit.text)]
    path = filler.labels.find(named[0].text, "qualifications") if named else None
    item = path.partition(".")[2] if path and path.startswith("qualifications.") else ""
    for bit in named:
        bit.label()
    if not item and named:
        entry: dict[str, Any] = {"item": "other", "label": named[0].text}
        entry |= {"required": "\n".join(bit.text for bit in required)} if required else {}
        entry |= {"preferred": "\n".join(bit.text for bit in preferred)} if preferred else {}
        if len(entry) > 2:
            filler.draft.add("qualifications", entry, [named[0], *required, *preferred], Confidence.LIKELY)
        return
    filler.qualifications.entry(item or "other", required, Confidence.CERTAIN, preferred)


def fill_indicator(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of indicators."""
    number = cells.get("number", [])
    for bit in number:
        bit.label()
    kept = {name: bits for name, bits in cells.items() if name != "number" or not bits[0].text.isdigit()}
    if any(name in kept for name in ("name", "formula")):
        filler.indicators.row(kept)


def fill_competence(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of competences."""
    filler.competences.row(cells)


def fill_signer(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of the sign-off."""
    filler.papers.signer(cells)


def fill_revision(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of the history."""
    filler.papers.revision(cells)


FILLS: Mapping[str, Callable[[Filler, Mapping[str, Sequence[Bit]]], None]] = {
    "duties": fill_duty,
    "contacts": fill_contact,
    "qualifications": fill_qualification,
    "kpis": fill_indicator,
    "competences": fill_competence,
    "revisions": fill_revision,
    "signers": fill_signer,
}
