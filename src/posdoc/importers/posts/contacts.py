"""Fills contacts: whom the incumbent deals with, and what about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import Title, is_nothing, names_in, with_aside
from posdoc.patterns import pattern


class Contacts:
    """Whom the incumbent deals with."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.side = ""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The side of what follows."""
        part = path.partition(".")[2]
        if part not in ("party", "content", "scope"):
            self.side = part

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A side with those on it."""
        self.heading(path, bits[0] if bits else None)  # type: ignore[arg-type]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """Names of parties; ``财务部：费用报销`` is one with what it is about."""
        if is_nothing(item.text):
            return
        clauses = [item.body.part(*match.span()) for match in _CLAUSE.finditer(item.text)]
        several = [titled(clause) for clause in clauses]
        if len(several) > 1 and all(several):
            for one in several:
                if one:
                    self.contact(one[0], [one[1]])
            return
        parted = titled(item.body)
        if parted:
            self.contact(parted[0], [parted[1]])
            return
        sentences = [item.body.part(*match.span()) for match in _SENTENCE.finditer(item.text)]
        if sentences and _WITH.match(sentences[0].text):
            for sentence in sentences:
                match = _WITH.match(sentence.text)
                if match:
                    self._add(names_in(match[1], of_parties=True), sentence.text, [sentence], Confidence.GUESSED)
                else:
                    self.go_on([sentence])
            return
        plain = item.text.strip("。.") if len(item.text) <= 80 else item.text
        names = [Title(plain)] if _AND_SUCH.search(plain) else names_in(plain, of_parties=True)
        if any(len(name) > _LONGEST_PARTY * (1 + name.isascii()) or "%" in name for name in names):
            return
        for place, name in enumerate(names):
            party, aside = with_aside(name) if _AND_SUCH.search(name) is None else (name, "")
            is_content = aside and not _EXAMPLES.search(aside)
            used = [item.body] if place == 0 else []
            self._add([Title(party)] if is_content else [name], aside if is_content else "", used, Confidence.LIKELY)

    def contact(self, party: Bit, content: Sequence[Bit]) -> None:
        """A party, and what the contact is about."""
        text = "\n".join(bit.text for bit in content if not is_nothing(bit.text))
        names = names_in(party.text, of_parties=True)
        self._add(names if len(names) > 1 else [Title(party.text)], text, [party, *content], Confidence.CERTAIN)

    def go_on(self, content: Sequence[Bit]) -> None:
        """Further lines of what the last contact is about."""
        entries = self.draft.data.get("contacts", [])
        for bit in content:
            if entries and not is_nothing(bit.text):
                held = entries[-1].get("content")
                entries[-1]["content"] = f"{held}\n{bit.text}" if held else bit.text
                self.draft.trace(f"contacts[{len(entries) - 1}].content", [bit], Confidence.CERTAIN)

    def _add(self, names: Sequence[str], content: str, bits: Sequence[Bit], sure: Confidence) -> None:
        for place, name in enumerate(names):
            entry: dict[str, Any] = {"scope": self.side} if self.side in SIDES else {}
            entry["party"] = name
            if content:
                entry["content"] = content
            self.draft.add("contacts", entry, bits if place == 0 else [], sure)


_LONGEST_PARTY = 24
_CLAUSE = pattern(r"[^；;]+")
_SENTENCE = pattern(r"[^。；;]+[。]?")
_WITH = pattern(
    r"(?:与|和|同|跟)([^，,。]{2,20}?)\s*(?:就|有|进行|保持|联系|沟通|协调|对接|配合|协作|交流|衔接|洽谈|核对|确认)"
)
"""A contact told in a sentence: 与配件组沟通领料."""
_AND_SUCH = pattern(r"等[^、，,；;]{0,8}$")
"""公司生产、销售等相关部门: a party that is told by examples, not a list."""
_EXAMPLES = pattern(r"含|等|如|包括|及|以外|\d")
"""In brackets behind the name of a party: who it is, and not what the contact is about."""
SIDES = ("internal", "external", "superior", "peer", "subordinate")
