"""Fills a draft from headings, pairs of label and value, and texts, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from posdoc.foreign import kinds
from posdoc.importers.posts.assessment import Indicators
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.duties import Authorities, Contacts, Duties, Flows
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.papers import Papers
from posdoc.importers.posts.person import Competences, Qualifications, TitledPoints
from posdoc.importers.posts.values import data_of, is_nothing, names_in, steps_in, with_aside
from posdoc.model import Position, field_of
from posdoc.phrases import Phrase

SCOPE_OF = {"kpi_sets": "kpis"}
LISTS = frozenset({
    "tools", "records", "benefits", "aliases", "relation_notes", "training.induction", "training.subjects",
    "document.notes", "document.fill_notes", "document.suggestions",
})  # fmt: skip
PROSE = frozenset({
    "overview", "background", "purpose", "compensation", "application", "document.statement", "supervises",
    "supervision_received", "supervision_given", "peer_communication", "conditions.place", "conditions.hours",
    "conditions.pressure", "conditions.notes",
})  # fmt: skip
_GARBLE = re.compile(r"[^\x20-\x7e\u00a0-\u024f\u2000-\u2bff\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\n\t]+")


PLACEHOLDER = re.compile(
    r"点击此处|请输入|此处填写|[xX×]{3,}|某某|20[-—–_]{2}|_{4,}|\[.{0,12}\]$|Click here|TBD", re.IGNORECASE
)
"""What a form has where nobody has filled it in."""


class Section(Protocol):
    """What fills one part of a position."""

    def heading(self, path: str, bit: Bit) -> None:
        """A label that stands alone: what follows belongs to it."""

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A label with its value."""

    def text(self, item: Item) -> None:
        """A text below a heading."""


class Fields:
    """The fields of a position that stand alone: identity, relations, purpose, conditions, papers."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._path = ""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """What follows is the value of the field."""
        self._path = _WHOLE.get(path, path)

    def text(self, item: Item) -> None:
        """A value, or an entry, below its label."""
        if not self._path or is_nothing(item.text):
            return
        is_open = self._path in LISTS | PROSE or (self._path == "title" and not self.draft.title_is_certain)
        if self.draft.states(self._path) and not is_open:
            return
        self.pair(self._path, [item.body])

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
            body = item_of(bit).body.stripped("；;")
            for part in _listed(body) if path in ("tools", "records") and len(bits) == 1 else [body]:
                self.draft.add(path, part.text, [part])

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
            self.draft.unit = self.draft.unit or text
            self.draft.trace("unit", bits, Confidence.CERTAIN)
        elif path in _REFERENCES:
            _REFERENCES[path](self.draft, path, bits)
        else:
            self._plain(path, text, bits)

    def _title(self, bits: Sequence[Bit]) -> None:
        text = " ".join(bit.text for bit in bits)
        if not self.draft.title_is_certain:
            self.draft.data.pop("title", None)
        if self.draft.put("title", text, bits):
            self.draft.title_is_certain = True

    def _plain(self, path: str, text: str, bits: Sequence[Bit]) -> None:
        cleaned = _GARBLE.sub("", text).strip()
        if cleaned != text.strip():
            self._report_garble(bits)
        value = data_of(path, cleaned) if cleaned else None
        if value is None and path == "conditions.environment":
            self._environment(cleaned, bits)
        elif value is None and path == "conditions.hazard":
            self.pair("conditions.notes", bits)
        elif value is None or path == "headcount" and not re.fullmatch(r"\d+(-\d+)?|.{1,8}", str(value)):
            self._report(path, bits)
        else:
            kept = [bit for bit in bits if not _GARBLE.search(bit.text)]
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


_WHOLE = {"training": "training.subjects", "conditions": "conditions.notes"}
"""The part that a text belongs to whose label names the whole."""


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
    return parts if all(len(part.text) <= 24 for part in parts) else [bit]


def _superiors(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    names = [name for bit in bits for name in names_in(bit.text)]
    if not names:
        return
    confidence = Confidence.CERTAIN if len(names) == 1 else Confidence.GUESSED
    if draft.put(path, names[0], bits, confidence) and names[1:]:
        draft.put("co_managed_by", names[1:], [], confidence)


def _references(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    names = [name for bit in bits for name in names_in(bit.text)]
    draft.put(path, names, bits)


def _one_reference(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    names = [name for bit in bits for name in names_in(bit.text)]
    draft.put(path, names[0] if names else None, bits)


def _reports(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """Reports by name, or their numbers: ``3 个岗位，共 12 人：…``. A form without numbers in it says nothing."""
    text = "\n".join(bit.text for bit in bits)
    counts = re.search(r"(\d+)\s*个岗位|(\d+)\s*positions?", text)
    people = re.search(r"共\s*(\d+(?:\s*[-–至]\s*\d+)?)\s*人|(\d+)\s*(?:people|persons?)", text)
    rest = re.sub(
        r"\s*\d*\s*个岗位\s*[,，]?\s*(?:共\s*[\d–至-]*\s*人?)?\s*[:：]?|\d+ positions?(?:, | \()?(?:\d+ (?:people|persons?))?\)?:?",
        "",
        text,
    )
    found: dict[str, object] = {}
    if counts:
        found["posts"] = counts[1] or counts[2]
    if people:
        found["people"] = (people[1] or people[2]).replace(" ", "")
    names = names_in(rest)
    if names:
        found["positions"] = names
    if found:
        draft.put(path, found, bits)


def _dotted(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    entries: list[object] = []
    for bit in bits:
        for name in names_in(bit.text):
            position, aside = with_aside(name)
            entries.append({"position": type(name)(position), "for": aside} if aside else name)
    draft.put(path, entries, bits)


def _rotation(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    entries: list[object] = []
    for bit in bits:
        names = [name for step in steps_in(bit.text)[-1:] for name in names_in(step)]
        for name in names:
            position, aside = with_aside(name)
            entries.append({"position": type(name)(position), "note": aside} if aside else name)
    draft.put(path, entries, bits)


def _promotion(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """Chains of positions, each from the next one on: the position itself is left out where a chain begins with it."""
    chains = []
    for bit in bits:
        for branch in re.split(r"[；;\n]|\s*或者?\s*(?=.*(?:→|->))", bit.text):
            steps = [name for step in steps_in(branch) for name in names_in(step)[:1]]
            if not _arrows(branch):
                chains += [[name] for name in names_in(branch)]
            elif steps:
                chains.append(steps[1:] if steps[0] == draft.title and len(steps) > 1 else steps)
    draft.put(path, chains, bits)


def _arrows(text: str) -> bool:
    return len(steps_in(text)) > 1


_REFERENCES = {
    "reports_to": _superiors, "skip_level": _one_reference, "co_managed_by": _references, "substitute": _references,
    "concurrent_posts": _references, "promotes_from": _references, "demotes_to": _references,
    "direct_reports": _reports, "indirect_reports": _reports, "dotted_to": _dotted, "rotates_to": _rotation,
    "promotes_to": _promotion, "family": _one_reference, "grade": _one_reference, "level": _one_reference,
}  # fmt: skip


class Filler:
    """Sends what is read to the section that it belongs to."""

    def __init__(self, draft: Draft, labels: Labels) -> None:
        self.draft = draft
        self.labels = labels
        self.duties = Duties(draft)
        self.contacts = Contacts(draft)
        self.qualifications = Qualifications(draft)
        self.indicators = Indicators(draft)
        self.competences = Competences(draft)
        self._fields = Fields(draft)
        points = TitledPoints(draft)
        self._sections: dict[str, Section] = {
            "duties": self.duties, "contacts": self.contacts, "qualifications": self.qualifications,
            "kpi_sets": self.indicators,
            "kpis": self.indicators, "competences": self.competences, "authority": Authorities(draft),
            "flows": Flows(draft), "objectives": points, "development": points, "sections": points,
            "document": Papers(draft, self._fields),
        }  # fmt: skip
        self._current: Section | None = None
        self._counts = False
        """Whether the items of the present list have numbers: then a text without one does not belong to it."""
        self._has_value = False
        self.scope = ""

    def open(self, section: str) -> None:
        """Go on in a section without a heading of its own."""
        self._current = self._sections.get(section, self._fields)
        self._counts, self._has_value = False, False
        self.scope = SCOPE_OF.get(section, section)

    def heading(self, path: str, bit: Bit) -> None:
        """A label that stands alone."""
        bit.label()
        self._counts, self._has_value = False, False
        first = path.split(".")[0]
        if first in ("group", "ignore"):
            self._current = None
            self.scope = ""
            return
        self._current = self._sections.get(first, self._fields)
        if first in _SCOPED:
            self.scope = SCOPE_OF.get(first, first)
        elif path not in _INNER:
            self.scope = ""
        self._current.heading(path, bit)

    def pair(self, path: str, label: Bit, bits: Sequence[Bit]) -> None:
        """A label with its value. A text that goes on below it belongs to it, too."""
        label.label()
        first = path.split(".")[0]
        if first in ("group", "ignore"):
            return
        section = self._sections.get(first, self._fields)
        section.heading(path, label)
        section.pair(path, bits)
        self._current = section
        self._counts = False
        self._has_value = any(bits) and section in (self._fields, self._sections["document"]) and path not in _LONG
        if first in _SCOPED and first != "document" and "." not in path:
            self.scope = SCOPE_OF.get(first, first)

    def detail(self, bit: Bit, scope: str) -> bool:
        """Read ``衡量标准：…`` in a cell as a labelled detail; returns whether it was one."""
        parted = titled(bit)
        path = self.labels.find(parted[0].text, scope) if parted else None
        if parted is None or path is None or not path.startswith(f"{scope}."):
            return False
        self.pair(path, parted[0], [parted[1]])
        return True

    def text(self, item: Item) -> None:
        """A text below a heading; before any heading it is not understood."""
        if self._current is None or (self._counts and not item.kind) or (self._has_value and not item.kind):
            return
        if self._current is not self._fields:
            self._counts = bool(item.kind)
        self._current.text(item)

    def close(self) -> None:
        """What follows belongs to nothing that is known."""
        self._current = None


_LONG = frozenset({"overview", "background", "purpose", "compensation", "document.statement"})
"""Texts that go on in the next paragraph."""
_INNER = frozenset({"title", "unit"})
_SCOPED = frozenset({
    "duties", "qualifications", "contacts", "conditions", "kpi_sets", "competences", "training", "document", "authority",
})  # fmt: skip
