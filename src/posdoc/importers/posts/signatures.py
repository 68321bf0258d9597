"""Reads tables in which those who sign stand side by side, their names and dates below them: 编制 | 审核 | 批准."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from posdoc.importers.pieces import Cell
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import data_of, is_nothing
from posdoc.patterns import pattern

_SIGNERS = "document.signers."
_NAME = pattern(r"姓名|名字|签名|签字|name|signed|signature", re.IGNORECASE)
_SAID = pattern(
    r"姓\s*名|名字|签\s*[名字章]|职\s*务|岗位|日\s*期|时间|name|title|position|role|date|sign(?:ed|ature)?",
    re.IGNORECASE,
)
"""What a row below those who sign says of them."""
_LONGEST_NAME = 30
Roles = Mapping[int, str]
"""The roles by the columns that they head."""


def signer_heads(row: Sequence[Cell], labels: Labels) -> Roles | None:
    """The roles of a row of heads, two at least with no cell between them for a name; None where the row is none."""
    cells = row[1:] if row and not row[0].text.strip() else row
    if len(cells) < 2 or not _role(cells[0].text.strip(), labels):
        return None
    found = {cell.column: _role(cell.text.strip(), labels) for cell in cells}
    return found if all(found.values()) else None


def _role(text: str, labels: Labels) -> str:
    if "".join(text.split()) == "编制":  # it means the head count, too
        return "author"
    path = labels.find(text, "document") or ""
    return path.removeprefix(_SIGNERS) if path.startswith(_SIGNERS) else ""


class Signatures:
    """The rows below such heads."""

    def __init__(self, roles: Roles, draft: Draft, labels: Labels) -> None:
        self._labels = labels
        self._draft = draft
        self._entries: list[Any] = draft.data.setdefault("document", {}).setdefault("signers", [])
        held = [one if isinstance(one, str) else one["role"] for one in self._entries]
        self._entries += (role for role in dict.fromkeys(roles.values()) if role not in held)
        places = {role: place for place, role in enumerate(dict.fromkeys([*held, *roles.values()]))}
        self._places = {column: places[role] for column, role in roles.items()}

    def takes(self, row: Sequence[Cell], bits: Callable[[Cell], list[Bit]]) -> bool:
        """Read a row; returns whether it is one of these: what a form asks for elsewhere is none."""
        filled = [cell for cell in row if cell.text.strip()]
        below = [cell for cell in filled if cell.column in self._places]
        beside = [cell for cell in filled if cell.column not in self._places]
        said = beside[0].text.strip() if beside else ""
        is_about_them = _SAID.fullmatch(said.rstrip(":：")) is not None
        is_other = (
            len(beside) > 1 or (said and not is_about_them) or any(self._labels.find(one.text.strip()) for one in below)
        )
        if not below or (is_other and not is_about_them):
            return False
        for cell in below:
            for bit in bits(cell):
                self._read(cell.column, bit, said)
        for cell in beside:
            for bit in bits(cell):
                bit.label()
        return True

    def _read(self, column: int, bit: Bit, said: str) -> None:
        place = self._places[column]
        held = self._entries[place]
        signer = {"role": held} if isinstance(held, str) else held
        date = data_of("document.approved", bit.text)
        part = "date" if date else "name" if not said or _NAME.search(said) else ""
        if not part or part in signer or is_nothing(bit.text) or len(bit.text) > _LONGEST_NAME:
            return
        self._entries[place] = {**signer, part: str(date) if date else bit.text}
        self._draft.trace(f"document.signers[{place}].{part}", [bit], Confidence.LIKELY)
