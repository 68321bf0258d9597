"""Fills what a position asks of its incumbent: qualifications and competences; and titled points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from posdoc.importers.posts.details import parts_listed
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.labels import number_length
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.values import is_left_out, is_nothing, share_of
from posdoc.patterns import pattern

_WORDS = (
    ("education", r"学历|本科|大专|专科|中专|中技|高中|硕士|degree|diploma|bachelor|graduate"),
    ("age", r"年龄|岁|years old|\bage\b"),
    ("work_experience", r"经验|经历|年以上|experience|years"),
    ("certificate", r"证书|资格证|持证|驾照|驾驶证|上岗证|(?<![保认验论])证[。；;]?$|certificate|licen[cs]e"),
    ("language", r"英语|外语|CET|English|language"),
    ("computer", r"办公软件|计算机|office|computer|Excel"),
    ("physical", r"身体|健康|体力|恐高|physical"),
    ("character", r"责任心|责任感|敬业|吃苦|踏实|诚信|诚实|耐心"),
    ("ability", r"能力|ability|skills?\b"),
    ("knowledge", r"熟悉|了解|知识|精通|knowledge"),
)


def item_of_label(label: str) -> str:
    """What a requirement is about whose label no table knows, by the words in it: 驾驶证 is a certificate."""
    return next((name for name, words in _WORDS if re.search(words, label, re.IGNORECASE)), "other")


_BETWEEN = pattern("[；;]")


def _parted(bit: Bit) -> list[Bit]:
    """Requirements that stand one behind the other with semicolons between them, none of them in brackets."""
    cuts = [match.start() for match in _BETWEEN.finditer(bit.text)]
    if not cuts or re.search(r"[（(][^（()）]*[；;]", bit.text) or _PREFERRED.search(bit.text):
        return [bit]
    ends = [*cuts, len(bit.text)]
    return [
        part for start, end in zip([0, *(cut + 1 for cut in cuts)], ends, strict=True) if (part := bit.part(start, end))
    ]


def _sort(item: Item) -> str:
    """Of what sort the number of an item is; empty where it has none."""
    return f"{item.kind}{item.depth}" if item.kind else ""


NOTHING = "—"
"""How a form says that nothing is asked."""


class Qualifications:
    """Qualifications by item; sentences without a label by their words, which is a guess."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._item = self._sort = ""
        """The item of what follows, and of what sort the number before its label is."""
        self._line: Line | None = None
        """The line of the last requirement."""

    def heading(self, path: str, bit: Bit) -> None:
        """The item of what follows."""
        self._open(path)
        numbered = item_of(bit.line.whole())
        self._sort = _sort(numbered) if numbered.body.start == bit.start else ""

    def _open(self, path: str) -> None:
        part = path.partition(".")[2]
        self._item = part if part not in ("item", "required", "preferred", "number", "label") else ""

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """An item with what is required, line by line."""
        self._open(path)
        item = self._item
        filled = [item_of(bit).body.stripped("；;") for bit in bits if bit and not is_left_out(bit.text)]
        if item and not filled and [bit.text for bit in bits if bit] == [NOTHING]:
            self.blank(item, bits)
        better = _preferred_in(filled[-1]) if filled else None
        if better and item:
            required, preferred = better
            self.entry(item, [*filled[:-1], *([required] if required else [])], Confidence.CERTAIN, [preferred])
        elif filled and item:
            self.entry(item, filled, Confidence.CERTAIN, begins=True)
        elif filled and path == "qualifications.preferred":
            self._preferred(filled[0])
        elif filled:
            for bit in bits:
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """A requirement below its label, or one of a list."""
        if is_nothing(item.text):
            return
        if self._sort and _sort(item) == self._sort:  # the next of those of which the label was one
            self._item = ""
        body = item.body.stripped("；;")
        if self._item:
            self.entry(self._item, [body], Confidence.CERTAIN)
            return
        several = _parted(body)
        if len(several) > 1:
            for bit in several:
                self.entry(item_of_label(bit.text), [bit], Confidence.GUESSED)
            return
        better = _preferred_in(body)
        required, preferred = better or (body, body.part(0, 0))
        self.entry(item_of_label(item.text), [required], Confidence.GUESSED, [preferred] if preferred else [])

    def _preferred(self, bit: Bit) -> None:
        """What is preferred, behind its own label: of the requirement before it in the same line, else of one of its own."""
        entries = self.draft.data.get("qualifications", [])
        if entries and self._line is bit.line and "preferred" not in entries[-1]:
            entries[-1]["preferred"] = bit.text
            self.draft.trace(f"qualifications[{len(entries) - 1}].preferred", [bit], Confidence.CERTAIN)
            return
        preferred = bit.part(0, -1) if bit.text.endswith(("）", ")")) else bit
        self.entry(item_of_label(preferred.text), [], Confidence.GUESSED, [preferred])

    def blank(self, item: str, bits: Sequence[Bit]) -> None:
        """An item of which a form says with a dash that nothing is asked: it keeps its place in the list."""
        self.draft.add("qualifications", {"item": item}, bits)

    def labelled(self, label: Bit, bit: Bit) -> None:
        """A requirement whose label is not known: it is printed in place of the standard one."""
        label.label()
        label = label.part(number_length(label.text))
        required, preferred = _preferred_in(bit) or (bit, bit.part(0, 0))
        texts = {"required": required.text, "preferred": preferred.text}
        entry = {
            "item": item_of_label(label.text),
            "label": label.text,
            **{name: text for name, text in texts.items() if text},
        }
        self.draft.add("qualifications", entry, [label, required, preferred], Confidence.LIKELY)

    def entry(
        self,
        item: str,
        required: Sequence[Bit],
        sure: Confidence,
        preferred: Sequence[Bit] = (),
        *,
        begins: bool = False,
    ) -> None:
        """Add a requirement; another text about the same item below one label goes on with it, unless it ``begins``."""
        entries = self.draft.data.setdefault("qualifications", [])
        self._line = required[0].line if required else None
        text = "\n".join(bit.text for bit in required)
        better = "\n".join(bit.text for bit in preferred)
        goes_on = entries and sure is Confidence.CERTAIN and entries[-1]["item"] == item and not better and text
        if goes_on and not begins:
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


_PREFERRED = pattern(
    r"\s*(?:(?P<open>[（(])|[；;])\s*(?:理想条件|理想|优先条件|优先|Preferred|Desirable)\s*[:：]\s*"
    r"(?P<text>.+?)(?(open)[)）]|[。.]?)$",
    re.DOTALL | re.IGNORECASE,
)


def _preferred_in(bit: Bit) -> tuple[Bit, Bit] | None:
    """What is required and, in brackets behind it, what is preferred: ``大专（理想条件：本科）``; None without brackets."""
    match = _PREFERRED.search(bit.text)
    if match is None:
        return None
    bit.part(match.start(), match.start("text")).label()
    return bit.part(0, match.start()), bit.part(*match.span("text"))


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
        if is_nothing(item.text) or item.text.isdecimal():
            item.body.label()
            return
        entry: dict[str, str] = {"kind": self._kind} if self._kind in KINDS else {}
        entry |= competence_in(item.body)
        if len(entry["name"]) <= 40:
            self.draft.add("competences", entry, [item.body], Confidence.LIKELY)

    def row(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """One ability in a row of a table: its name, behaviour, level and weight."""
        filled = {name: [bit for bit in bits if not is_nothing(bit.text)] for name, bits in cells.items()}
        names = filled.get("name", [])
        if not names or names[0].text.isdecimal():
            return
        entry: dict[str, str] = {"kind": self._kind} if self._kind in KINDS else {}
        entry |= competence_in(names[0])
        used = [names[0]]
        for name in ("level", "text", "weight"):
            bits = filled.get(name, [])
            value = share_of(bits[0].text) if bits and name == "weight" else "\n".join(bit.text for bit in bits)
            if value:
                entry[name] = value
                used += bits
        self.draft.add("competences", entry, used)


KINDS = ("core", "reference", "attitude")
_MARKED = pattern(
    r"(?P<name>[^:：]{1,40}?)\s*+[（(](?P<marks>[^（()）]{1,40})[)）]\s*+(?:[:：]\s*(?P<text>.+))?", re.DOTALL
)


def competence_in(bit: Bit) -> dict[str, str]:
    """An ability in one text: ``经营意识（精通、25%）：能把服务动作换算成费用``."""
    match = _MARKED.fullmatch(bit.text)
    if match is None:
        parted = titled(bit)
        return {"name": parted[0].text, "text": parted[1].text} if parted else {"name": bit.text}
    found = {"name": match["name"]}
    for mark in parts_listed(bit.part(*match.span("marks"))):
        share = share_of(mark.text) if mark.text.endswith(("%", "％")) else None
        if share:
            found["weight"] = share
        else:
            found["level"] = f"{found['level']}、{mark.text}" if "level" in found else mark.text
    return found | ({"text": match["text"].strip()} if match["text"] else {})


class TitledPoints:
    """Objectives, lines of development, further sections: titles with points below them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._path = ""
        self._open = self._alone = False
        """Whether points below the last title belong to it; whether that had a line of its own, with a colon."""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The list that what follows belongs to."""
        self._path, self._open, self._alone = path, False, False

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A list with its entries."""
        self.heading(path, bits[0] if bits else None)  # type: ignore[arg-type]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """A title, a title with its text, or a text or point below the last title."""
        entries = self.draft.data.setdefault(self._path, [])
        at = f"{self._path}[{len(entries) - 1}]"
        alone = _TITLE_ALONE.fullmatch(item.text)
        parted = None if alone else titled(item.body)
        if entries and self._open and (item.is_low or (self._alone and item.kind)):
            points = entries[-1].setdefault("points", [])
            points.append(item.text)
            self.draft.trace(f"{at}.points[{len(points) - 1}]", [item.body], Confidence.LIKELY)
        elif alone and not item.kind:
            self.draft.add(self._path, {"title": alone[1]}, [item.body.stripped(":：")], Confidence.LIKELY)
            self._open = self._alone = True
        elif parted and not (self._alone and not self._has_text(entries)):
            entry = {"title": parted[0].text, "text": parted[1].text}
            self.draft.add(self._path, entry, parted, Confidence.LIKELY)
            self._open, self._alone = True, False
        elif self._alone and entries and not self._has_text(entries):
            entries[-1]["text"] = item.text
            self.draft.trace(f"{at}.text", [item.body], Confidence.LIKELY)
        else:
            self.draft.add(self._path, {"title": item.text}, [item.body], Confidence.LIKELY)
            self._open, self._alone = True, False

    def takes(self, item: Item) -> bool:
        """Whether a text without a number begins a point, even behind numbered ones."""
        return _TITLE_ALONE.fullmatch(item.text) is not None or titled(item.body) is not None

    def _has_text(self, entries: Sequence[dict[str, Any]]) -> bool:
        return bool(entries) and ("text" in entries[-1] or "points" in entries[-1])

    def row(self, path: str, title: Bit, bits: Sequence[Bit]) -> None:
        """A title in a cell of its own, with its text and points in the cell beside it."""
        self.heading(path, title)
        entry: dict[str, Any] = {"title": title.stripped(":：").text}
        for item in (item_of(bit) for bit in bits if bit and not is_nothing(bit.text)):
            if item.kind:
                entry.setdefault("points", []).append(item.text)
            else:
                entry["text"] = f"{entry['text']}\n{item.text}" if "text" in entry else item.text
        self.draft.add(path, entry, [title, *bits], Confidence.LIKELY)


_TITLE_ALONE = pattern(r"([^:：。；;]{2,40})[:：]")
