"""Fills what a position asks of its incumbent: qualifications and competences; and titled points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import is_nothing

_WORDS = (
    ("education", r"学历|本科|大专|专科|中专|中技|高中|硕士|degree|diploma|bachelor|graduate"),
    ("work_experience", r"经验|经历|年以上|experience|years"),
    ("certificate", r"证书|资格证|持证|驾照|驾驶证|上岗证|certificate|licen[cs]e"),
    ("language", r"英语|外语|CET|English|language"),
    ("computer", r"办公软件|计算机|office|computer|Excel"),
    ("ability", r"能力|ability|skills?\b"),
    ("knowledge", r"熟悉|了解|知识|精通|knowledge"),
)


class Qualifications:
    """Qualifications by item; sentences without a label by their words, which is a guess."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._item = ""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The item of what follows."""
        part = path.partition(".")[2]
        self._item = part if part not in ("item", "required", "preferred", "number", "label") else ""

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """An item with what is required, line by line."""
        self.heading(path, bits[0] if bits else None)  # type: ignore[arg-type]
        item = self._item
        filled = [item_of(bit).body for bit in bits if bit and not is_nothing(bit.text)]
        if filled and item:
            self.entry(item, filled, Confidence.CERTAIN)
        elif filled:
            for bit in bits:
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """A requirement below its label, or one of a list."""
        if is_nothing(item.text):
            return
        if self._item:
            self.entry(self._item, [item.body], Confidence.CERTAIN)
            return
        name = next((name for name, words in _WORDS if re.search(words, item.text, re.IGNORECASE)), "other")
        self.entry(name, [item.body], Confidence.GUESSED)

    def labelled(self, label: Bit, bit: Bit) -> None:
        """A requirement whose label is not known: it is printed in place of the standard one."""
        entry = {"item": "other", "label": label.text, "required": bit.text}
        self.draft.add("qualifications", entry, [label, bit], Confidence.LIKELY)

    def entry(self, item: str, required: Sequence[Bit], sure: Confidence, preferred: Sequence[Bit] = ()) -> None:
        """Add a requirement; another text about the same item below one label goes on with it."""
        entries = self.draft.data.setdefault("qualifications", [])
        text = "\n".join(bit.text for bit in required)
        better = "\n".join(bit.text for bit in preferred)
        if entries and sure is Confidence.CERTAIN and entries[-1]["item"] == item and not better and text:
            entries[-1]["required"] = f"{entries[-1].get('required', '')}\n{text}".strip()
            self.draft.trace(f"qualifications[{len(entries) - 1}].required", required, sure)
            return
        found: dict[str, Any] = {"item": item}
        if text:
            found["required"] = text
        if better:
            found["preferred"] = better
        if len(found) > 1:
            self.draft.add("qualifications", found, [*required, *preferred], sure)


class Competences:
    """Abilities and attitudes that are assessed, by kind."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._kind = ""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The kind of what follows."""
        self._kind = path.partition(".")[2]

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A kind with its names."""
        self._kind = path.partition(".")[2]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """One ability; its number alone says nothing."""
        if is_nothing(item.text) or item.text.isdigit():
            item.body.label()
            return
        if len(item.text) > 40:
            return
        entry: dict[str, str] = {"kind": self._kind} if self._kind in KINDS else {}
        self.draft.add("competences", {**entry, "name": item.text}, [item.body], Confidence.LIKELY)


KINDS = ("core", "reference", "attitude")


class TitledPoints:
    """Objectives, lines of development, further sections: titles with points below them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._path = ""
        self._open = False

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The list that what follows belongs to."""
        self._path, self._open = path, False

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A list with its entries."""
        self.heading(path, bits[0] if bits else None)  # type: ignore[arg-type]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """A title, a title with its text, or a point below the last title."""
        entries = self.draft.data.setdefault(self._path, [])
        at = f"{self._path}[{len(entries) - 1}]"
        parted = titled(item.body)
        if entries and self._open and item.is_low:
            points = entries[-1].setdefault("points", [])
            points.append(item.text)
            self.draft.trace(f"{at}.points[{len(points) - 1}]", [item.body], Confidence.LIKELY)
        elif parted:
            entry = {"title": parted[0].text, "text": parted[1].text}
            self.draft.add(self._path, entry, parted, Confidence.LIKELY)
            self._open = True
        else:
            self.draft.add(self._path, {"title": item.text}, [item.body], Confidence.LIKELY)
            self._open = True
