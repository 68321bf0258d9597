"""Fills a draft from headings, pairs of label and value, and texts, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from posdoc.importers.posts.assessment import Indicators
from posdoc.importers.posts.authorities import Authorities
from posdoc.importers.posts.contacts import Contacts
from posdoc.importers.posts.details import details_in
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.duties import Duties
from posdoc.importers.posts.fields import Fields
from posdoc.importers.posts.flows import Flows
from posdoc.importers.posts.items import Item, titled
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.papers import Papers
from posdoc.importers.posts.person import Competences, Qualifications, TitledPoints
from posdoc.importers.posts.relations import REFERENCES
from posdoc.importers.posts.shares import share_in
from posdoc.importers.posts.values import (
    has_arrow,
    is_nothing,
    names_in,
    option_of,
    steps_in,
    with_aside,
)
from posdoc.model import Responsibility
from posdoc.patterns import pattern

SCOPE_OF = {"kpi_sets": "kpis", "bands": "kpis"}


class Section(Protocol):
    """What fills one part of a position."""

    def heading(self, path: str, bit: Bit) -> None:
        """A label that stands alone: what follows belongs to it."""

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A label with its value."""

    def text(self, item: Item) -> None:
        """A text below a heading."""


class Filler:
    """Sends what is read to the section that it belongs to."""

    def __init__(self, draft: Draft, labels: Labels) -> None:
        self.draft = draft
        self.labels = labels
        self.duties = Duties(draft)
        self.contacts = Contacts(draft)
        self.qualifications = Qualifications(draft)
        self.indicators = Indicators(draft, labels)
        self.competences = Competences(draft)
        self._fields = Fields(draft)
        self._points = points = TitledPoints(draft)
        self._flows = Flows(draft)
        self.papers = Papers(draft, self._fields)
        self._sections: dict[str, Section] = {
            "duties": self.duties, "contacts": self.contacts, "qualifications": self.qualifications,
            "kpi_sets": self.indicators, "kpis": self.indicators, "competences": self.competences,
            "authority": Authorities(draft), "flows": self._flows, "objectives": points, "development": points,
            "sections": points, "document": self.papers, "revisions": self.papers, "signers": self.papers,
        }  # fmt: skip
        self._current: Section | None = None
        self._is_paired = False
        """Whether the last that was read is a label with its value, or with nothing, beside it."""
        self._counts = False
        """Whether the items of the present list have numbers: then a text without one does not belong to it."""
        self._heading = ""
        self._is_auto = False
        """Whether those numbers are automatic ones."""
        self._has_value = False
        self._area = ""
        """The list of titled points that a title without a label of its own belongs to here."""
        self._is_headed = False
        """Whether a heading has said so."""
        self.scope = ""

    def open(self, section: str) -> None:
        """Go on in a section without a heading of its own."""
        self._current = self._sections.get(section, self._fields)
        self._counts, self._has_value, self._is_paired = False, False, False
        self.scope = SCOPE_OF.get(section, section)

    def heading(self, path: str, bit: Bit) -> None:
        """A label that stands alone."""
        bit.label()
        self._heading = path
        self._counts, self._has_value = False, False
        if self._is_titled(path):
            bit.line.unmark(bit.start, bit.end)
            if self._current is not self._points:
                self._points.heading(path, bit)
                self._current = self._points
            self._points.text(Item(bit.line.whole(), "", ""))
            return
        self._area, self._is_headed, self._is_paired = _AREAS.get(path, ""), True, False
        first = path.split(".")[0]
        if first in ("group", "ignore"):
            _leave_scores(bit)
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
        if path == "ignore.band" and any(bits) and self.indicators.band_line(label, bits[-1]):
            return
        label.label()
        first = path.split(".")[0]
        if path == "ignore.date":
            self.papers.date(bits)
        if first in ("group", "ignore"):
            _leave_scores(label)
            return
        if first in _DETAILED and len(bits) == 1 and bits[0].line is label.line:
            whole = Bit(label.line, label.start, bits[0].end)
            several = details_in(whole, self.labels, first)
            if len(several) > 1:
                for detail in several:
                    self._pair(detail.path, detail.label, [detail.value])
                return
        self._pair(path, label, bits)

    def _pair(self, path: str, label: Bit, bits: Sequence[Bit]) -> None:
        label.label()
        if path == "duties.text" and len(bits) == 1 and option_of(Responsibility, bits[0].stripped("；;").text):
            path = "duties.responsibility"
        if path == "headcount" and len(bits) == 1:
            match = _HEADS_WITH_ASIDE.match(bits[0].text)
            bits = [bits[0].part(0, match.end(1))] if match else bits
        if path == "headcount" and "".join(label.text.split()).startswith("编制") and _is_name_of_signer(bits):
            path = "document.signers.author"
        first = path.split(".")[0]
        if (self._is_titled(path) or self._is_sentence(path, bits)) and self.titled(label, bits):
            self._current = self._points
            return
        if self._area != _AREAS.get(path, ""):
            self._area, self._is_headed = _AREAS.get(path, ""), False
        section = self._sections.get(first, self._fields)
        section.heading(path, label)
        section.pair(path, bits)
        is_said = any(bit.line is label.line and not is_nothing(bit.text) for bit in bits)
        if is_said and all(bit.is_unread for bit in bits):
            # what nobody understood stays with the label that tells what it is
            label.line.unmark(label.start, label.end)
        self._current = section
        self._counts, self._is_paired = False, True
        is_whole = section in (self._fields, self._sections["document"]) or path.startswith("qualifications.")
        self._has_value = any(bits) and is_whole and path not in _LONG
        if first in _SCOPED and first != "document" and "." not in path:
            self.scope = SCOPE_OF.get(first, first)

    @property
    def asks_for_qualifications(self) -> bool:
        """Whether requirements are listed here; what stands below a heading about training is no requirement."""
        return self.scope == "qualifications" and self._heading != "qualifications.training"

    def detail(self, bit: Bit, scope: str) -> bool:
        """Read ``衡量标准：…；频率：…`` in a cell as labelled details; returns whether it was that."""
        details = details_in(bit, self.labels, scope)
        for detail in details:
            self._pair(detail.path, detail.label, [detail.value])
        return bool(details)

    def _is_titled(self, path: str) -> bool:
        """Whether a label is the title of points in a section that is about the same: 发展方向, below 职业发展."""
        return self._is_headed and self._area == path and path in _POINTS

    def _is_sentence(self, path: str, bits: Sequence[Bit]) -> bool:
        """Whether what stands where names of positions belong is a sentence, so that its label is a mere title."""
        is_career = path in REFERENCES and self._area == "development" == _AREAS.get(path)
        names = (name for bit in bits for step in steps_in(bit.text) for name in names_in(step))
        return is_career and any(len(with_aside(name)[0]) > _LONGEST_NAME for name in names)

    def is_entry(self, item: Item) -> bool:
        """Whether a text with an automatic number, or a duty with its share, is an entry of the present list, whatever label
        it begins with: 其他（10%）.
        """
        if self._current is self.duties:
            return bool(item.kind) and share_in(item.body) is not None
        return item.kind == "auto" and self._current is self._fields and self._fields.in_list

    def titled(self, title: Bit, bits: Sequence[Bit]) -> bool:
        """Read a title that is no label with what stands beside it, where titled points are; returns whether it was."""
        if not self._area or not title or not any(bits) or len(title.text) > _LONGEST_TITLE:
            return False
        self._points.row(self._area, title, [bit for bit in bits if bit])
        return True

    def text(self, item: Item) -> None:
        """A text below a heading; before any heading it is not understood."""
        if _STATEMENT.match(item.text):
            self._fields.pair("document.statement", [item.body])
            return
        if self._is_point(item):
            self._points.heading(self._area, item.body)
            self._current = self._points
            self._counts = self._has_value = False
        elif self._current is self.indicators and self.indicators.is_description(item):
            self._points.heading("sections", item.body)
            self._current = self._points
        elif self._begins_section(item):
            self._points.heading("sections", item.body)
            self._current = self._points
            self._counts = False
        elif self._current is None and not item.kind and set(self.draft.data) <= {"title"}:
            self._introduce(item)
        is_chain = self._current is self._flows and has_arrow(item.text)
        is_apart = not (item.kind or item.is_heading or is_chain)
        if self._counts and is_apart and isinstance(self._current, TitledPoints | Duties) and self._current.takes(item):
            is_apart = False
        if (
            self._current is None
            or (self._counts and is_apart and not self.duties.waits)
            or (self._has_value and is_apart)
        ):
            return
        if self._current is not self._fields:
            self._counts, self._is_auto = bool(item.kind) and not item.is_heading, item.kind == "auto"
        self._current.text(item)

    def goes_on_with_points(self, path: str, label: Bit, value: Bit) -> bool:
        """Read a pair among titled points whose label only names a section as one more point; returns whether it is."""
        is_apart = self._current is not self._points or bool(self._area) or value.line is not label.line
        if is_apart or path not in ("kpi_sets", "duties.measures"):
            return False
        self._points.text(Item(Bit(label.line, label.start, value.end), "", ""))
        return True

    def _begins_section(self, item: Item) -> bool:
        """Whether a title of no known meaning stands alone behind a list with automatic numbers: another list follows."""
        if item.kind or not self._counts or not self._is_auto or self._current is self._points:
            return False
        return re.fullmatch(r"[^:：。；;，,]{2,8}(?<!如下|包括)[:：]", item.text) is not None

    def _introduce(self, item: Item) -> None:
        """A sentence between the title and the first section says what the position is about."""
        if len(item.text) > _LONGEST_NAME // 2 and item.text.endswith(("。", ".")):
            self.draft.put("overview", item.text, [item.body], Confidence.GUESSED)

    def _is_point(self, item: Item) -> bool:
        """Whether a text is the title of a point where a text without one came before: 客户放心：…, behind the purpose."""
        if not self._area or self._current is self._points or item.kind:
            return False
        if self._current is None or _TITLE_ALONE.fullmatch(item.text):
            return titled(item.body) is not None or item.text.endswith((":", "："))
        parted = titled(item.body)
        is_behind = self._is_headed if self._area == "development" else self.draft.states("purpose")
        return parted is not None and is_behind

    def new_row(self) -> None:
        """A new row of a table begins: no list goes on into it."""
        self._counts = self._has_value = False

    def finish(self) -> None:
        """What is read when all has been seen."""
        self._flows.finish()
        self.duties.finish()
        self.indicators.finish()

    @property
    def is_open(self) -> bool:
        """Whether a section has begun that texts belong to."""
        return self._current is not None

    @property
    def is_without_headings(self) -> bool:
        """Whether no entry of the present section has a heading of its own as high as that of the section: those of flows
        and points may have one.
        """
        return self._current is not None and self._current not in (self._points, self._flows)

    def is_in(self, section: str) -> bool:
        """Whether what comes next belongs to a section."""
        return self._current is self._sections[section]

    @property
    def is_past_value(self) -> bool:
        """Whether the last that was read is a label with its value beside it, and no list or text that goes on below."""
        return self._is_paired and self._current in (self._fields, self.contacts)

    def close(self) -> None:
        """What follows belongs to nothing that is known."""
        self._current = None


_AREAS = {
    "overview": "objectives", "background": "objectives", "purpose": "objectives", "objectives": "objectives",
    "group.career": "development", "development": "development", "promotes_to": "development",
    "promotes_from": "development", "rotates_to": "development", "demotes_to": "development", "sections": "sections",
}  # fmt: skip
_TITLE_ALONE = pattern(r"(?:[^:：。；;，,]{2,20}|[A-Z][\x20-\x39\x3c-\x7e]{2,60})[:：]")
_STATEMENT = pattern(r"本人(?:已|承诺|确认|同意|保证|接受)|I (?:have read|acknowledge|understand and accept)")


_SCORES = pattern(r"[（(][^()（）]*\d[^()（）]*[)）]$")


def _leave_scores(label: Bit) -> None:
    """Count as unread the numbers in brackets behind a label that fills nothing: 优秀（90-100分）."""
    match = _SCORES.search(label.text)
    if match:
        label.line.unmark(label.start + match.start(), label.end)


def _is_name_of_signer(bits: Sequence[Bit]) -> bool:
    """Whether what stands behind 编制 is who wrote the document, and no number of people."""
    text = "".join(bit.text for bit in bits)
    return bool(text) and not _PEOPLE.search(text) and not is_nothing(text)


_HEADS_WITH_ASIDE = pattern(r"(\d{1,4}(?:\s*[-–~～至]\s*\d{1,4})?\s*[人名个]?)\s*[（(][^（()）]*[)）]$")
"""A number of heads, and what is said of them in brackets, which no field takes: 2人（其中夜班1人）."""
_PEOPLE = pattern(
    r"\d|待定|^\W*(?:约|共|各|设|定员|编制)?\s*(?:[一二三四五六七八九十两]{1,3}|若干|数)\s*(?:[人名个位]|$)"
)
"""What a number of people has in it, and no name: 张三 is one."""


_POINTS = ("objectives", "development", "sections")
_LONGEST_TITLE, _LONGEST_NAME = 40, 60
_DETAILED = frozenset({"duties", "kpis"})
"""Where details stand behind one another in one text."""
_LONG = frozenset({"overview", "background", "purpose", "compensation", "document.statement"})
"""Texts that go on in the next paragraph."""
_INNER = frozenset({"title", "unit"})
_SCOPED = frozenset({
    "duties", "qualifications", "contacts", "conditions", "kpi_sets", "competences", "training", "document", "authority",
    "flows", "kpis",
})  # fmt: skip
