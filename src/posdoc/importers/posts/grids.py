"""Reads grids: rows below a row of heads that name the fields of duties, indicators, contacts or qualifications."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from posdoc.importers.pieces import Cell
from posdoc.importers.posts.draft import Confidence
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.heads import UNKNOWN, Heads
from posdoc.importers.posts.items import item_of, titled
from posdoc.importers.posts.labels import number_length
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.person import NOTHING, item_of_label
from posdoc.importers.posts.values import is_left_out, is_nothing, option_of
from posdoc.model.relations import AuthorityAct, AuthorityKind
from posdoc.patterns import pattern

Bits = Callable[[Cell], list[Bit]]
_LONGEST_GROUP = 30
_SECTION_OF = {"kpis": "kpi_sets", "bands": "kpi_sets"}
_SUM = pattern(r"合计|小计|总计|总分|(?:sub)?total|sum", re.IGNORECASE)


class Grid:
    """The rows below some heads, sent to the section that they fill."""

    def __init__(self, heads: Heads, cells: Sequence[Cell], filler: Filler) -> None:
        self.heads = heads
        self._spans = {cell.column: cell.columns for cell in cells}
        self._head_rows = max(cell.row + cell.rows for cell in cells)
        self._filler = filler
        self.scope = next(path.partition(".")[0] for path in heads.values() if not path.startswith("ignore."))
        filler.open(_SECTION_OF.get(self.scope, self.scope))

    def extends(self, heads: Heads) -> bool:
        """Whether a second row of heads stands below this one: 要求目标 over 月度, 季度 …"""
        return any("targets." in path for path in heads.values()) and self.scope == "kpis"

    def with_more(self, heads: Heads) -> Grid:
        """The grid with the heads of a second row in the places of the first."""
        self.heads = {**{column: path for column, path in self.heads.items() if path != "kpis.target"}, **heads}
        return self

    def is_under_heads(self, number: int) -> bool:
        """Whether heads reach down into a row, so that it holds the heads below those that do not."""
        return number < self._head_rows

    def add_heads(self, cells: Sequence[Cell], bits: Bits) -> None:
        """Take the second row of heads: periods of targets, and grading bands with their scores."""
        for cell in cells:
            found = bits(cell)
            path = self._filler.labels.find(" ".join(bit.text for bit in found), self.scope) or ""
            if len(found) == 2 and self._filler.indicators.band(found[0], found[1]):
                path = "ignore.band"
            for bit in found:
                bit.label()
            above = next((at for at, span in self._spans.items() if at < cell.column < at + span), cell.column)
            self._spans[cell.column] = cell.columns
            if above != cell.column and self.heads.get(above) == self.heads.get(cell.column, self.heads.get(above)):
                self._spans[above] = min(self._spans[above], cell.column - above)
            self.heads[cell.column] = path or UNKNOWN

    def takes(
        self, row: Sequence[Cell], filled: Sequence[Cell], columns: int, is_section: bool, aside: Mapping[int, Cell]
    ) -> bool:
        """Whether a row belongs to the grid: it has cells under its heads, and is no section of its own.

        One with fewer cells than there are columns, the first of which is a label, is a pair below the grid.
        """
        if is_section or (len(row) == 1 and row[0].columns >= columns):
            return False
        expected = [column for column in self.heads if column not in aside]
        if len(row) < len(expected) and row[0] is filled[0] and self._is_label(row[0].text.strip()):
            return False
        return bool(filled) and any(cell.column in self.heads for cell in row)

    def _is_label(self, text: str) -> bool:
        labels = self._filler.labels
        return any(labels.find(text, scope) for scope in (self.scope, self._filler.scope))

    def full_row(self, bits: Sequence[Bit], below: Sequence[Sequence[Cell]]) -> bool:
        """Read a row that is one cell: what the rows below it have in common, or details of the entry above it.

        Returns whether it was that; then the grid goes on.
        """
        if len(bits) != 1:
            return False
        path = self._filler.labels.find(bits[0].text, self.scope) or ""
        starts = {cell.column for cell in below[0]} if below else set()
        is_above = len(starts) > 1 and starts <= set(self.heads) and len(bits[0].text) <= _LONGEST_GROUP
        if is_above and (not path or self.scope == "kpis") and self._group(bits[0]):
            return True
        if path.startswith(f"{self.scope}."):
            self._filler.heading(path, bits[0])
            return True
        return self.scope == "kpis" and self._filler.indicators.details(bits[0])

    def _group(self, bit: Bit) -> bool:
        if self.scope == "duties":
            self._filler.duties.group(bit)
            return True
        return self.scope == "kpis" and self._filler.indicators.group(bit)

    def row(self, row: Sequence[Cell], aside: Mapping[int, Cell], bits: Bits) -> None:
        """Fill one entry from a row; cells that reach down from above count for it, too. A row of sums is no entry."""
        if is_sum(next((cell.text for cell in row if cell.text.strip()), "")):
            return
        cells: dict[str, list[Bit]] = {}
        own: set[str] = set()
        for at, cell in enumerate((*aside.values(), *row)):
            path = self._head_of(cell)
            if path is None:
                self._beside(cell, bits)
                continue
            found = bits(cell)
            name = path.partition(".")[2]
            if found:
                cells.setdefault(name if not path.startswith("ignore.") else "", []).extend(found)
            if found and at >= len(aside):
                own.add(self.heads[cell.column].partition(".")[2])
        cells.pop("", None)
        key = self._key() if aside else ""
        if key in cells and key not in own:
            GO_ON[self.scope](self._filler, {name: found for name, found in cells.items() if name in own})
        elif any(cells.values()):
            FILLS[self.scope](self._filler, cells)

    def _key(self) -> str:
        """The column in which every entry has a cell of its own."""
        names = {path.partition(".")[2] for path in self.heads.values()}
        return next((name for name in _KEYS.get(self.scope, ()) if name in names), "")

    def _head_of(self, cell: Cell) -> str | None:
        """What a cell holds; one below the heads of several periods is the target for all of them."""
        path = self.heads.get(cell.column)
        if path and path.startswith("kpis.targets."):
            after = range(cell.column + 1, cell.column + cell.columns)
            if any(self.heads.get(column, "").startswith("kpis.targets.") for column in after):
                return "kpis.target"
        return path

    def _beside(self, cell: Cell, bits: Bits) -> None:
        """A cell beside the columns that have heads: the side of contacts, the kind of competences."""
        for bit in bits(cell)[:1]:
            path = self._filler.labels.find(bit.text, self.scope) if bit else None
            if path:
                self._filler.heading(path, bit)


def go_on_with_duty(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row whose duty stands in a cell that reaches down from above: further tasks, measures, records."""
    for name in ("tasks", "measures", "records"):
        for bit in cells.get(name, ()):
            if not is_nothing(bit.text):
                filler.duties.part(name, bit)


def fill_duty(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of duties: number, area, text with tasks below it, shares."""
    duties = filler.duties
    duty = duties.begin()
    for name, bits in cells.items():
        if name == "number":
            for bit in bits:
                bit.label()
            number = bits[0].text.strip("、.． ()（）")
            if not number.isdecimal() or int(number) != len(duties.entries):
                duty["number"] = number
        elif name == "text":
            _duty_text(filler, bits, is_titled="area" in cells, has_share="time" in cells)
        elif name == "area" and len(bits) > 1:
            text = "".join(bit.text if not bit.text.isascii() else f" {bit.text}" for bit in bits)
            duty["area"] = text.strip()
            filler.draft.trace(f"{duties.at}.area", bits, Confidence.CERTAIN)
        else:
            for bit in bits:
                if not is_nothing(bit.text):
                    duties.part(name, duties.without_share(bit) if name == "area" and "time" not in cells else bit)
    if not duty:
        duties.entries.pop()
    elif duties.category:
        duty.setdefault("category", duties.category)


def _duty_text(filler: Filler, bits: Sequence[Bit], *, is_titled: bool, has_share: bool) -> None:
    """The lines of a cell of a duty: its text, then numbered tasks and labelled details. Its share stands in the text where
    it has no cell.
    """
    duties = filler.duties
    items = [item_of(bit) for bit in bits]
    numbered = [item for item in items if item.kind]
    for place, item in enumerate(items):
        if place == 0 and not (item.kind and len(numbered) > 1):
            body = item.body if has_share else duties.without_share(item.body)
            parted = None if is_titled else titled(body)
            if parted:
                duties.part("area", parted[0])
            duties.part("text", parted[1] if parted else body)
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
        filler.contacts.contact(party[0], content)


def fill_authority(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of rights: its kind, whether one decides or proposes, what, and how far."""
    for bit in cells.get("number", ()):
        bit.label()
    entry: dict[str, str] = {}
    used: list[Bit] = []
    for said in (cells[name][0] for name in ("kind", "act") if cells.get(name)):
        plain = _LAST_OF_RIGHT.sub("", said.text)
        found = {
            "kind": option_of(AuthorityKind, plain),
            "act": option_of(AuthorityAct, plain) or _ACTS.get(plain.lower()),
        }
        entry |= {name: value for name, value in found.items() if value}
        used += [said] if any(found.values()) else []
    for name in ("text", "limit"):
        bits = [bit for bit in cells.get(name, ()) if not is_nothing(bit.text)]
        if bits:
            entry[name] = "\n".join(bit.stripped("；;").text for bit in bits)
            used += bits
    if "text" in entry:
        filler.draft.add("authority", entry if len(entry) > 1 else entry["text"], used)


_ACTS = {"recommend": "propose", "approve": "decide", "审批": "decide", "批准": "decide", "提议": "propose"}
_LAST_OF_RIGHT = pattern(r"(?:的?权限?|类)$")
"""What stands behind the name of a right: 决定权."""


def fill_qualification(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of qualifications: item, required, preferred."""
    named = cells.get("item", [])
    required = [bit for bit in cells.get("required", []) if not is_left_out(bit.text)]
    preferred = [bit for bit in cells.get("preferred", []) if not is_left_out(bit.text)]
    path = filler.labels.find(named[0].text, "qualifications") if named else None
    item = path.partition(".")[2] if path and path.startswith("qualifications.") else ""
    for bit in named:
        bit.label()
    named = [bit.part(number_length(bit.text)) for bit in named]
    if not item and named:
        entry: dict[str, Any] = {"item": item_of_label(named[0].text), "label": named[0].text}
        entry |= {"required": "\n".join(bit.text for bit in required)} if required else {}
        entry |= {"preferred": "\n".join(bit.text for bit in preferred)} if preferred else {}
        if len(entry) > 2:
            filler.draft.add("qualifications", entry, [named[0], *required, *preferred], Confidence.LIKELY)
        return
    if item and not required and not preferred and any(bit.text == NOTHING for bit in cells.get("required", [])):
        filler.qualifications.blank(item, cells["required"])
    filler.qualifications.entry(item or "other", required, Confidence.CERTAIN, preferred, begins=True)


def fill_indicator(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of indicators."""
    number = cells.get("number", [])
    for bit in number:
        bit.label()
    kept = {name: bits for name, bits in cells.items() if name != "number" or not bits[0].text.isdecimal()}
    if number and "name" in kept and _IN_BRACKETS.fullmatch(number[0].text):
        filler.indicators.sub_row(kept)
    elif any(name in kept for name in ("name", "formula")):
        filler.indicators.row(kept)


_IN_BRACKETS = pattern(r"[(（].{1,12}[)）]")
"""The number of a sub-indicator, and of its weight."""


def is_sum(text: str) -> bool:
    """Whether a row begins with the word for a sum."""
    return _SUM.fullmatch(text.strip()) is not None


def fill_band(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of grading bands."""
    filler.indicators.band_row(cells)


def fill_competence(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of competences."""
    filler.competences.row(cells)


def fill_signer(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of the sign-off."""
    filler.papers.signer(cells)


def fill_revision(filler: Filler, cells: Mapping[str, Sequence[Bit]]) -> None:
    """A row of the history."""
    filler.papers.revision(cells)


_KEYS = {"duties": ("text", "area"), "kpis": ("name",), "contacts": ("party",)}
"""The columns, the first that there is, in which every entry has a cell: where one reaches down, the entry goes on."""
GO_ON: Mapping[str, Callable[[Filler, Mapping[str, Sequence[Bit]]], None]] = {
    "duties": go_on_with_duty,
    "kpis": lambda filler, cells: filler.indicators.go_on(cells),
    "contacts": lambda filler, cells: filler.contacts.go_on(cells.get("content", ())),
}
FILLS: Mapping[str, Callable[[Filler, Mapping[str, Sequence[Bit]]], None]] = {
    "duties": fill_duty,
    "contacts": fill_contact,
    "qualifications": fill_qualification,
    "kpis": fill_indicator,
    "competences": fill_competence,
    "revisions": fill_revision,
    "signers": fill_signer,
    "bands": fill_band,
    "authority": fill_authority,
}
