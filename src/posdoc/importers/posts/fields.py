"""Fills the fields of a position that stand alone, each as its type wants it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posdoc.foreign import kinds
from posdoc.importers.posts.details import parts_listed
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.relations import REFERENCES
from posdoc.importers.posts.values import (
    data_of,
    has_boxes,
    is_name,
    is_nothing,
)
from posdoc.model import Position, field_of
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

LISTS = frozenset({
    "tools", "records", "benefits", "aliases", "relation_notes", "training.induction", "training.subjects",
    "document.notes", "document.fill_notes", "document.suggestions",
})  # fmt: skip
PROSE = frozenset({
    "overview", "background", "purpose", "compensation", "application", "document.statement", "supervises",
    "supervision_received", "supervision_given", "peer_communication", "conditions.place", "conditions.hours",
    "conditions.pressure", "conditions.notes",
})  # fmt: skip
_GARBLE = pattern(r"[^\x20-\x7e\u00a0-\u024f\u2000-\u2bff\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\n\t]+")


PLACEHOLDER = pattern(
    r"点击此处|请输入|此处填写|[xX×]{3,}|某某|20[-—–_]{2}|_{4,}|\[[^\s√✓☑xX].{0,11}\]$|Click here|TBD", re.IGNORECASE
)
"""What a form has where nobody has filled it in."""


_IN_ROW = frozenset({"aliases", "benefits", "training.induction", "training.subjects"})
_LONGEST_ENTRY = 36
"""Lists whose short entries stand in one row, and how long an entry may be there."""


class Fields:
    """The fields of a position that stand alone: identity, relations, purpose, conditions, papers."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._path = ""
        self._names: list[Bit] = []
        """The lines below a label that name positions."""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """What follows is the value of the field."""
        self._path = _WHOLE.get(path, path)
        self._names = []

    def text(self, item: Item) -> None:
        """A value, or an entry, below its label."""
        if not self._path or is_nothing(item.text):
            return
        if self._path in _SEVERAL and (self._names or not self.draft.states(self._path)) and is_name(item.text):
            self._names.append(item.body)
            self.draft.data.pop(self._path, None)
            self.pair(self._path, self._names)
            return
        is_open = self._path in LISTS | PROSE or (self._path == "title" and not self.draft.title_is_certain)
        if self.draft.states(self._path) and not is_open:
            return
        self.pair(self._path, [item.body])

    @property
    def in_list(self) -> bool:
        """Whether the entries of a list come next."""
        return self._path in LISTS

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """Set a field, or add to it where it is a list or a longer text."""
        path = _WHOLE.get(path, path)
        filled = [bit for bit in bits if bit and not is_nothing(bit.text)]
        for bit in bits:
            if bit and is_nothing(bit.text):
                bit.label()
        if not filled:
            return
        if path in LISTS:
            self._entries(path, filled)
        elif path in PROSE:
            self._prose(path, filled)
        else:
            self._value(path, filled)

    def _entries(self, path: str, bits: Sequence[Bit]) -> None:
        for bit in bits:
            item = item_of(bit)
            body = item.body.stripped("；;")
            for part in self._parts(path, body) if len(bits) == 1 and not item.kind else [body]:
                self.draft.add(path, part.text, [part])

    def _parts(self, path: str, body: Bit) -> list[Bit]:
        """The entries that one text without a number lists."""
        if path in ("tools", "records"):
            return _listed(body)
        is_list = path in _IN_ROW and not body.text.endswith(("。", "."))
        parts = parts_listed(body) if is_list else [body]
        return parts if all(len(part.text) <= _LONGEST_ENTRY for part in parts) else [body]

    def _prose(self, path: str, bits: Sequence[Bit]) -> None:
        text = "\n".join(bit.text for bit in bits)
        if re.search(r"\d:\d{4}:\d{2}", text):
            self.draft.report(kinds.GARBLED_TEXT, bits[0], Phrase(
                f"两个时间连在了一起：{text[:30]}", f"two times of day have run together: {text[:30]}"))  # fmt: skip
        if self.draft.states(path):
            *outer, last = path.split(".")
            holder = self.draft.data
            for step in outer:
                holder = holder[step]
            holder[last] = f"{holder[last]}\n{text}"
            self.draft.trace(path, bits, Confidence.LIKELY)
        else:
            self.draft.put(path, text, bits)

    def _value(self, path: str, bits: Sequence[Bit]) -> None:
        text = "\n".join(bit.text for bit in bits)
        if PLACEHOLDER.search(text):
            self.draft.report(kinds.PLACEHOLDER_IN_SOURCE, bits[0], Phrase(
                f"没有填写：{text[:30]}", f"not filled in: {text[:30]}"))  # fmt: skip
            return
        if path == "title":
            self._title(bits)
        elif path in ("unit", "ignore"):
            self._unit(bits[0])
        elif path in REFERENCES:
            REFERENCES[path](self.draft, path, bits)
        else:
            self._plain(path, text, bits)

    def _unit(self, bit: Bit) -> None:
        """The unit that the position lies in; a second one stays unread."""
        if self.draft.unit in ("", bit.text):
            self.draft.unit = bit.text
            self.draft.trace("unit", [bit], Confidence.CERTAIN)

    def _title(self, bits: Sequence[Bit]) -> None:
        text = " ".join(bit.text for bit in bits)
        if not self.draft.title_is_certain:
            self.draft.data.pop("title", None)
        if self.draft.put("title", text, bits):
            self.draft.title_is_certain = True

    def _plain(self, path: str, text: str, bits: Sequence[Bit]) -> None:
        cleaned = _without_garble(text).strip()
        if cleaned != text.strip():
            self._report_garble(bits)
        value = data_of(path, cleaned) if cleaned else None
        is_choice = path in ("conditions.environment", "conditions.hazard") and not has_boxes(cleaned)
        if value is None and is_choice and path == "conditions.environment":
            self._environment(cleaned, bits)
        elif value is None and is_choice:
            self.pair("conditions.notes", bits)
        elif value is None:
            self._report(path, bits)
        else:
            kept = [bit for bit in bits if _without_garble(bit.text) == bit.text]
            self.draft.put(path, value, kept or [bits[0].part(0, len(cleaned))])

    def _environment(self, text: str, bits: Sequence[Bit]) -> None:
        """Surroundings in words: a choice with 工作环境 behind it, else the place of work."""
        choice = data_of("conditions.environment", re.sub(r"(?:工作)?环境$", "", text))
        if choice:
            self.draft.put("conditions.environment", choice, bits, Confidence.LIKELY)
        else:
            self.pair("conditions.place", bits)

    def _report_garble(self, bits: Sequence[Bit]) -> None:
        self.draft.report(
            kinds.GARBLED_TEXT, bits[0], Phrase("文字中夹有乱码", "there are garbled characters in the text")
        )

    def _report(self, path: str, bits: Sequence[Bit]) -> None:
        info = field_of(Position, path.split(".")[0])
        name = info.label if info else Phrase(path, path)
        self.draft.report(
            kinds.VALUE_NOT_UNDERSTOOD, bits[0],
            Phrase(f"“{bits[0].text}”读不成{name.zh}", f"'{bits[0].text}' cannot be read as: {name.en.lower()}"),
        )  # fmt: skip


_SEVERAL = frozenset({"promotes_to", "promotes_from", "rotates_to", "demotes_to", "dotted_to", "substitute"})
"""What may have a line for each position below its label."""
_WHOLE = {"training": "training.subjects", "conditions": "conditions.notes"}
"""The part that a text belongs to whose label names the whole."""


def _without_garble(text: str) -> str:
    is_common = all(" " <= sign <= "~" or "\u3000" <= sign <= "\u9fff" for sign in text)
    return text if is_common else _GARBLE.sub("", text)


def _listed(bit: Bit) -> list[Bit]:
    """The parts of a text between signs of a list; the whole where a part would be a sentence."""
    found, start = [], 0
    for match in re.finditer(r"[、；;/]|，|,\s", bit.text):
        found.append(bit.part(start, match.start()))
        start = match.end()
    last = bit.part(start).stripped("。.")
    if last.text.endswith("等"):
        last.part(len(last.text) - 1).label()
        last = last.part(0, len(last.text) - 1)
    found.append(last)
    parts = [part for part in found if part]
    return parts if all(len(part.text) <= (40 if part.text.isascii() else 24) for part in parts) else [bit]
