"""Reads the rows of lists in tables that have no heads: a number, a title or a share before the text of a duty, a party
before what a contact is about, a requirement with a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from posdoc.importers.pieces import Cell, Table
from posdoc.importers.posts.duties import MARKER
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.grids import fill_duty
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import share_of
from posdoc.patterns import pattern

_NUMBER = pattern(r"[(（]?(?:\d{1,2}(?:[.-]\d{1,2})*|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?\s*[、.．]?")
_SHARE = pattern(r"[(（]?\s*+(?:约|占|约占)?\s*+\d{1,3}(?:\.\d+)?\s*+[%％]\s*+[)）]?")
_LONGEST_TITLE = 24
_END = "。.；;！!"
Bits = Callable[[Cell], list[Bit]]


def begins_entry(text: str) -> bool:
    """Whether the first cell of a row begins a duty: a number alone, or 职责一."""
    return _NUMBER.fullmatch(text) is not None or MARKER.fullmatch(text) is not None


class Headless:
    """The rows of one table; ``bits`` are the lines of a cell."""

    def __init__(self, bits: Bits) -> None:
        self._bits = bits
        self._title: Cell | None = None
        """The cell with the title of the present duty: rows that begin to the right of it go on with the duty."""

    def read(self, cells: Sequence[Cell], filler: Filler) -> bool:
        """Fill what a row says; returns whether it was one of these."""
        title, self._title = self._title, None
        if not cells or any(isinstance(piece, Table) for cell in cells for piece in cell.pieces):
            return False
        filled = [cell for cell in cells if self._bits(cell)]
        if title is not None and cells[0].column >= title.column + title.columns and filler.is_in("duties"):
            self._title = title
            _go_on(filler, [bit for cell in filled for bit in self._bits(cell)])
            return True
        if len(filled) < 2 or filler.labels.find(_text(filled[0]), filler.scope) or not filler.is_open:
            return False
        return self._numbered(filled, filler) or self._beside(filled, filler)

    def _numbered(self, cells: Sequence[Cell], filler: Filler) -> bool:
        """A number before the text of an item of any list, or before the cells of a duty."""
        if not _NUMBER.fullmatch(_text(cells[0])):
            return False
        if filler.is_in("duties") and self._duty(cells[1:], filler, self._bits(cells[0])):
            return True
        if len(cells) != 2:
            return False
        self._bits(cells[0])[0].label()
        for bit in self._bits(cells[1]):
            item = item_of(bit)
            filler.text(item if item.kind else item._replace(kind="auto"))
        return True

    def _beside(self, cells: Sequence[Cell], filler: Filler) -> bool:
        """Cells without a number."""
        if filler.is_in("duties"):
            if len(cells) == 2 and filler.duties.entries and self._detail(cells[1], filler):
                for bit in self._bits(cells[0]):
                    filler.duties.part("tasks", bit)
                return True
            return not MARKER.match(_text(cells[0])) and self._duty(cells, filler, [])
        if len(cells) != 2 or len(_text(cells[0])) > _LONGEST_TITLE or "\n" in _text(cells[0]):
            return False
        (first, *_), second = self._bits(cells[0]), self._bits(cells[1])
        if filler.is_in("contacts"):
            filler.contacts.contact(first, second)
            return True
        if filler.is_in("qualifications") and len(second) == 1:
            filler.qualifications.labelled(first.stripped(":："), second[0])
            return True
        return False

    def _detail(self, cell: Cell, filler: Filler) -> bool:
        """Read a cell beside a task that says more of the duty, such as 频次：每日; returns whether it is one. What the duty
        says otherwise stays unread.
        """
        match = re.match(r"([^:：]{2,10})[:：]\s*(?=\S)", _text(cell))
        path = filler.labels.find(match[1], "duties") if match else None
        bits = self._bits(cell)
        if match is None or path is None or len(bits) != 1 or not path.startswith("duties."):
            return False
        name = path.partition(".")[2]
        if name in ("text", "area", "tasks"):
            return False
        value = bits[0].part(match.end())
        filler.duties.part(name, value)
        if not value.is_unread:
            bits[0].part(0, match.end(1)).label()
        return True

    def _duty(self, cells: Sequence[Cell], filler: Filler, number: Sequence[Bit]) -> bool:
        """A duty: perhaps a title, its text, perhaps a share before or behind."""
        shares = [cell for cell in cells if _SHARE.fullmatch(_text(cell))]
        texts = [cell for cell in cells if cell not in shares]
        if len(shares) > 1 or not 1 <= len(texts) <= 2 or (len(texts) == 2 and not _is_title(texts[0])):
            return False
        found = {"number": number, "area": self._bits(texts[0])} if len(texts) == 2 else {"number": number}
        found |= {"text": self._bits(texts[-1]), "time": self._bits(shares[0]) if shares else []}
        fill_duty(filler, {name: bits for name, bits in found.items() if bits})
        filler.duties.leave_open()
        if len(texts) == 2:
            self._title = texts[0]
        return True


def _go_on(filler: Filler, bits: Sequence[Bit]) -> None:
    """Texts in rows below the first one of a duty with a title: all of them are tasks."""
    duties, draft = filler.duties, filler.draft
    duty, at = duties.entries[-1], duties.at
    if "text" in duty and "tasks" not in duty:
        duty["tasks"] = [duty.pop("text")]
        draft.traces = [
            replace(one, path=f"{at}.tasks[0]") if one.path == f"{at}.text" else one for one in draft.traces
        ]
    for bit in bits:
        duties.part("tasks", bit)


def _is_title(cell: Cell) -> bool:
    text = _text(cell)
    return len("".join(text.split())) <= _LONGEST_TITLE and text[-1] not in _END and share_of(text) is None


def _text(cell: Cell) -> str:
    return cell.text.strip()
