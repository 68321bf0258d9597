"""Fills who signs a document, and its attachments and revisions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from posdoc.importers.posts.details import parts_listed
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import data_of, is_nothing, option_of
from posdoc.model.document import SignerRole
from posdoc.patterns import pattern

_ROLE = pattern(r"^(?:角色|Role)\s*[:：]\s*", re.IGNORECASE)
_SHORT = 16
"""A longer text above the signatures is what they sign."""
_NUMBERED = pattern(r"((?=[^\s]*\d)[A-Za-z0-9][A-Za-z0-9./-]{2,})\s+(?=\S)")
"""The number of an attachment before its title: SH-01-A1 授权委托书."""
_BLANK_DATE = pattern(r"[\s\d—–_-]*年[\s—–_-]*月[\s—–_-]*日")


class Papers:
    """The parts of ``document`` that are lists of records; its plain fields go the way of other fields."""

    def __init__(self, draft: Draft, fields: object) -> None:
        self.draft = draft
        self._fields = fields
        self._path = ""
        self._undated: list[int] = []
        """The signers, by their places, after whom no date has stood yet."""

    def heading(self, path: str, bit: Bit) -> None:
        """The part that follows."""
        self._path = path
        self._fields.heading(path, bit)  # type: ignore[attr-defined]

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A role with a name, or a field."""
        filled = [bit for bit in bits if bit and not is_nothing(bit.text) and not _BLANK_DATE.fullmatch(bit.text)]
        if path.startswith("document.signers."):
            self._signer(path.rpartition(".")[2], filled)
        elif path == "document.attachments":
            for bit in filled:
                for part in _each_numbered(item_of(bit).body):
                    self._attachment(part)
        elif path in ("document.signers", "document.revisions"):
            for bit in filled:
                self.text(item_of(bit))
        elif filled:
            self._fields.pair(path, filled)  # type: ignore[attr-defined]

    def text(self, item: Item) -> None:
        """A line below a heading."""
        if self._path.startswith("document.signers."):
            self._name(item.body)
            return
        if self._path == "document.signers":
            roles = [option_of(SignerRole, _ROLE.sub("", part.text)) for part in parts_listed(item.body)]
            if all(roles):
                for role in roles:
                    self.draft.add("document.signers", role, [item.body])
                return
            if len(item.text) > _SHORT and not item.kind:
                self._fields.pair("document.statement", [item.body])  # type: ignore[attr-defined]
            return
        if self._path == "document.attachments":
            if not is_nothing(item.text):
                self._attachment(item.body)
        elif self._path != "document.revisions":
            self._fields.text(item)  # type: ignore[attr-defined]

    def _signer(self, role: str, bits: Sequence[Bit]) -> None:
        signers = self.draft.data.setdefault("document", {}).setdefault("signers", [])
        if any((one if isinstance(one, str) else one["role"]) == role for one in signers):
            return
        name = _name_in(bits[0]) if bits else None
        if bits and not name:
            self._fields.pair("document.statement", bits)  # type: ignore[attr-defined]
        signers.append({"role": role, "name": name.text} if name else role)
        self._undated.append(len(signers) - 1)
        self.draft.trace(f"document.signers[{len(signers) - 1}]", [name] if name else [], Confidence.CERTAIN)

    def date(self, bits: Sequence[Bit]) -> None:
        """The date on which somebody signs: of the first signer for whom none was given, not even a blank one."""
        if not self._undated:
            return
        place, date = self._undated.pop(0), _date(bits)
        if date:
            signers = self.draft.data["document"]["signers"]
            held = signers[place]
            signers[place] = {**({"role": held} if isinstance(held, str) else held), "date": date}
            self.draft.trace(f"document.signers[{place}].date", bits[:1], Confidence.CERTAIN)
        for bit in bits:
            if _BLANK_DATE.fullmatch(bit.text):
                bit.label()

    def _name(self, bit: Bit) -> None:
        """The name of the last signer, where it stands below the role."""
        signers = self.draft.data.get("document", {}).get("signers", [])
        if signers and isinstance(signers[-1], str) and len(bit.text) <= 8 and not is_nothing(bit.text):
            signers[-1] = {"role": signers[-1], "name": bit.text}
            self.draft.trace(f"document.signers[{len(signers) - 1}].name", [bit], Confidence.LIKELY)

    def _attachment(self, bit: Bit) -> None:
        match = _NUMBERED.match(bit.text)
        entry = {"title": bit.text[match.end() :], "number": match[1]} if match else bit.text
        self.draft.add("document.attachments", entry, [bit], Confidence.LIKELY)

    def signer(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """A row of those who sign: role, name, date."""
        texts = {name: [bit for bit in bits if not is_nothing(bit.text)] for name, bits in cells.items()}
        role = option_of(SignerRole, texts["role"][0].text) if texts.get("role") else None
        if role is None:
            return
        entry: dict[str, str] = {"role": role}
        used = [texts["role"][0]]
        if texts.get("name"):
            entry["name"] = texts["name"][0].text
            used.append(texts["name"][0])
        date = _date(texts.get("date", []))
        if date:
            entry["date"] = date
            used.append(texts["date"][0])
        self.draft.add("document.signers", entry if len(entry) > 1 else role, used)

    def revision(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """A row of the history: version, date, what was changed, by whom."""
        entry: dict[str, str] = {}
        used: list[Bit] = []
        for name, bits in cells.items():
            text = "\n".join(bit.text for bit in bits if not is_nothing(bit.text))
            value = _date(bits) if name == "date" and text else text
            if value:
                entry[name] = value
                used += bits
        if entry:
            self.draft.add("document.revisions", entry, used)


def _name_in(bit: Bit) -> Bit | None:
    """The name of somebody; his position may stand behind a comma, and stays unread. None for a text."""
    first = bit.part(0, bit.text.find(",")) if bit.text.isascii() and "," in bit.text else bit
    return next((one for one in (bit, first) if len(one.text) <= _SHORT), None)


def _each_numbered(bit: Bit) -> list[Bit]:
    """The attachments in one text, if each has its number; else the text."""
    parts = parts_listed(bit)
    return parts if all(_NUMBERED.match(part.text) for part in parts) else [bit]


def _date(bits: Sequence[Bit]) -> str | None:
    found = data_of("document.approved", bits[0].text) if bits else None
    return str(found) if found else None
