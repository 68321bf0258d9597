"""Fills duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from posdoc.foreign import kinds
from posdoc.importers.posts.details import parts_between, parts_listed
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, spaced_number, titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.numbering import Numbering, whole_number
from posdoc.importers.posts.shares import Share, is_title, share_in
from posdoc.importers.posts.values import data_of, is_nothing, option_of, share_of, with_aside
from posdoc.model import Duty, Responsibility, field_of
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

MARKER = pattern(
    r"(?:职责|任务)\s*[一二三四五六七八九十\d]{1,3}\s*[:：]?\s*|(?:Duty|Responsibility)\s*\d{1,2}\s*[:.]?\s*"
)
_CATEGORY = pattern(r"(?:\d{1,2}[.、．]\s*)?([\u3400-\u9fff]{1,6}类)[:：]?")
"""The heading of some duties: 业务类, 内部管理类."""
_LISTS = ("tasks", "measures", "records")
_SPLIT = {"measures": parts_between, "records": parts_listed}
"""How several entries are set in one text behind their label."""
_SHORT = 8
"""A longer text before the first duty that ends with a colon leads up to the duties."""
_UNNAMED = "?"
"""The part that follows the number of a duty: its title or its text."""
_ENDS = "。.；;！!"


def category_of(text: str) -> str:
    """The category of duties that a text names, which is then a heading; empty where it names none."""
    match = _CATEGORY.fullmatch(text) if "类" in text else None
    return match[1] if match else ""


class Duties:
    """Duties: numbered sentences, titles with dashes below them, or labelled blocks such as 职责一 · 职责描述 · 工作任务."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._part = ""
        self._kind = ""
        self._numbering = Numbering(draft)
        self._marks = Numbering(draft)
        self.begins_with_one = False
        """Whether duties whose numbers begin with another than 1 cannot be those of this post."""
        self._marked: dict[int, int] = {}
        """The numbers of 职责一, 职责二 … by the identity of the duty."""
        self._category = ""
        self._unnumbered = ""
        """The last heading without a number."""
        self._is_titled = False
        """Whether the text that comes next stands below a heading: then a list there are its tasks."""
        self._text_label = ""
        self._depth = self._task_depth = 0
        """How deep the number of the last duty lies, and that of its last task."""
        self._is_named = False
        """Whether the last duty is no more than a title with its share so far."""
        self._labelled: set[int] = set()
        """The duties of which a label says what their text is."""

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The duties so far."""
        return self.draft.data.setdefault("duties", [])  # type: ignore[no-any-return]

    @property
    def at(self) -> str:
        """The path of the last duty."""
        return f"duties[{len(self.entries) - 1}]"

    def group(self, bit: Bit) -> None:
        """The category of the duties that follow."""
        self._category = bit.take()

    @property
    def category(self) -> str:
        """The category of the present duties, if any."""
        return self._category

    @property
    def waits(self) -> bool:
        """Whether the text of a duty comes next, or a part of it whose label stood alone."""
        has_begun = bool(self.entries) and self._part in self.entries[-1]
        return bool(self._part) and not (self._part in _LISTS and has_begun)

    def takes(self, item: Item) -> bool:
        """Whether a text without a number belongs to the list of numbered ones: it has a share, or goes below such a title."""
        return self._is_named or share_in(item.body) is not None

    def begin(self) -> dict[str, Any]:
        """A new duty."""
        self._part, self._kind, self._text_label, self._is_titled = "", "", "", False
        self._depth, self._task_depth, self._is_named = 0, 0, False
        self.entries.append({})
        return self.entries[-1]

    def heading(self, path: str, bit: Bit) -> None:
        """``duties`` alone, or a part of a duty."""
        part = path.partition(".")[2]
        if not part:
            self._kind = ""
        self._part = part
        if not part or not self.entries:
            return
        if part == "text":
            self._name_the_last()
            if self._text_label not in ("", bit.text) and "tasks" not in self.entries[-1]:
                self._part = "tasks"
                return
        if part in self.entries[-1] and part not in _LISTS:
            self.begin()
            self._part = part
        if part == "text":
            self._text_label = bit.text

    def _name_the_last(self) -> None:
        """What was taken for the text of a duty is its title where a label says that the text comes now."""
        duty = self.entries[-1]
        if "text" in duty and "area" not in duty and "tasks" not in duty and id(duty) not in self._labelled:
            duty["area"] = duty.pop("text")

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A part of a duty with its value; ``duties`` itself with its list."""
        part = path.partition(".")[2]
        if part == "text" and self._part == "tasks":
            part = "tasks"
        filled = [bit for bit in bits if bit and not is_nothing(bit.text)]
        if len(filled) == 1 and part in _SPLIT and not item_of(filled[0]).kind:
            filled = _SPLIT[part](filled[0])
        for bit in filled:
            self.part(part, bit) if part else self.text(item_of(bit))
        if filled and part and not item_of(filled[-1]).kind:
            self._part = ""

    def leave_open(self) -> None:
        """What was read as the text of the last duty may prove to be its title."""
        self._labelled.discard(id(self.entries[-1]))

    def part(self, part: str, bit: Bit) -> None:
        """Set a part of the last duty."""
        if not self.entries:
            open_part = self._part
            self.begin()
            self._part = open_part
        duty = self.entries[-1]
        if part in _LISTS:
            body = item_of(bit).body.stripped("；;")
            duty.setdefault(part, []).append(body.text)
            self.draft.trace(f"{self.at}.{part}[{len(duty[part]) - 1}]", [body], Confidence.CERTAIN)
            return
        bit = bit.stripped("；;")
        value = _value(part, bit.text)
        if value is None:
            info = field_of(Duty, part)
            zh, en = (info.label.zh, info.label.en.lower()) if info else (part, part)
            self.draft.report(kinds.VALUE_NOT_UNDERSTOOD, bit, Phrase(
                f"“{bit.text}”读不成职责的“{zh}”", f"'{bit.text}' cannot be read as the {en} of a duty"))  # fmt: skip
        elif part not in duty:
            duty[part] = value
            if part == "text":
                self._labelled.add(id(duty))
            self.draft.trace(f"{self.at}.{part}", [bit], Confidence.CERTAIN)
        elif duty[part] == value:
            bit.take()

    def text(self, item: Item) -> None:
        """A text in the list of duties."""
        category = category_of(item.text)
        if category:
            item.body.label()
            self._category, self._kind, self._part = category, "", ""
            self._numbering.restart()
            return
        marker = MARKER.match(item.text)
        if marker:
            mark = item.body.part(0, marker.end())
            mark.label()
            self._mark(mark, self.begin())
            rest = item.body.part(marker.end())
            if rest:
                self._new(Item(rest, "", "plain"), begun=True)
            self._part = _UNNAMED if not rest else ""
            return
        if item.is_heading:
            self._titled(item)
            return
        if self._part == _UNNAMED:
            self._part = ""
            self._new(Item(item.body, "", "plain"), begun=True)
            return
        if self._part == "text" and item.kind and self._is_titled:
            self._part = "tasks"
        if self._part in _LISTS or (self._part and self.entries and self._part not in self.entries[-1]):
            self.part(self._part, item.body)
            return
        if self.entries and "tasks" not in self.entries[-1]:
            item = self._numbering.going_on(item)
        is_shared = share_in(item.body) is not None
        if is_shared and not item.kind:
            item = spaced_number(item, len(self.entries) + 1)
        if not is_shared and self._is_task(item):
            self._task_depth = item.depth
            self.part("tasks", item.body)
        elif self._is_named and not (item.kind or is_shared):
            self._name_the_last()
            self.part("text", item.body)
            self._is_named = False
        elif not item.kind and not is_shared and item.text.endswith((":", "：")):
            if not self.entries and len(item.text) > _SHORT:
                self.draft.put("overview", item.text, [item.body], Confidence.GUESSED)
            return
        elif item.kind or is_shared or not self.entries or not self._goes_on(item):
            self._new(item)

    def _titled(self, item: Item) -> None:
        """A heading in the list of duties is the title of one, whose text comes next; or of several, if it has no
        number and they have.
        """
        last = self.entries[-1] if self.entries else {}
        if item.kind and last and {*last} <= {"area", "category"} and self._unnumbered == last["area"]:
            self._category = self.entries.pop()["area"]
        duty = self.begin()
        self._unnumbered = "" if item.kind else item.text
        self._kind, self._depth = item.kind or "", item.depth
        self._numbering.count(item, duty)
        if self._category:
            duty["category"] = self._category
        self._name(duty, item.body, Confidence.LIKELY)
        self._part, self._is_titled = "text", True

    def _is_task(self, item: Item) -> bool:
        """Whether an item lies below the last duty: a dash or (1) below a duty with a number of another sort, the first
        number and those that follow of a sort that lies deeper (1、 and 1） lie below each other), or any number below a
        title that has none.
        """
        if not self.entries or not item.kind:
            return False
        if not self._kind:
            return self._is_named or self._task_depth == item.depth
        is_other = item.depth > self._depth or (item.kind == self._kind == "plain" and item.depth != self._depth)
        is_deeper = is_other and (item.begins_list or item.depth == self._task_depth)
        return is_deeper or (item.is_low and self._kind != item.kind)

    def _goes_on(self, item: Item) -> bool:
        """Whether a text without a number goes on with a duty that has one; then it stays unread."""
        return bool(self._kind) and not item.kind

    def _new(self, item: Item, *, begun: bool = False) -> None:
        duty = self.entries[-1] if begun else self.begin()
        self._kind, self._depth = item.kind or "", item.depth
        self._numbering.count(item, duty)
        if self._category:
            duty["category"] = self._category
        bits = self._without_share(item.body.stripped("；;"), duty)
        parted = titled(bits[0]) if len(bits) == 1 else None
        sure = Confidence.LIKELY if item.kind else Confidence.GUESSED
        if parted:
            self._name(duty, parted[0], sure)
            bits = [parted[1]]
        text = bits[0].text
        for bit in bits[1:]:
            text += f" {bit.text}" if bit.text[0].isascii() and bit.text[0].isalnum() else bit.text
        duty["text"] = text
        self.draft.trace(f"{self.at}.text", bits, sure)

    def _without_share(self, body: Bit, duty: dict[str, Any]) -> list[Bit]:
        """The text of a duty without the share in it, and without the title that this stands behind."""
        shared = share_in(body)
        if shared is None:
            return [body]
        self._take_share(shared, duty)
        bits = shared.texts
        if shared.is_in_title:
            self._name(duty, shared.before, Confidence.LIKELY)
            return bits[1:]
        self._is_named = len(bits) == 1 and is_title(bits[0].text) and titled(bits[0]) is None
        return bits

    def _take_share(self, shared: Share, duty: dict[str, Any]) -> None:
        duty[shared.part] = shared.value
        self.draft.trace(f"{self.at}.{shared.part}", [shared.mark], Confidence.LIKELY)

    def without_share(self, bit: Bit) -> Bit:
        """A title or text of the last duty that stands in a cell, without the share before or behind it."""
        shared = share_in(bit)
        if shared is None or len(shared.texts) != 1 or shared.part in self.entries[-1]:
            return bit
        self._take_share(shared, self.entries[-1])
        return shared.texts[0]

    def _name(self, duty: dict[str, Any], area: Bit, sure: Confidence) -> None:
        duty["area"] = area.text
        self.draft.trace(f"{self.at}.area", [area], sure)

    def _mark(self, mark: Bit, duty: dict[str, Any]) -> None:
        """Note the number of a duty that its heading gives: 职责六."""
        number = whole_number(re.sub(r"[^\d一二三四五六七八九十]", "", mark.text))
        if number:
            self._marks.count(Item(mark, str(number), "plain"), duty)
            self._marked[id(duty)] = number

    def finish(self) -> None:
        """Make the duties whole: empty ones go, rows with numbers of their own come in order, and a short title with
        tasks below it is an area.
        """
        entries = self.draft.data.get("duties", [])
        if self.begins_with_one and not self._numbering.begins_with_one():
            shuffled = {id(entry) for entry in entries}
        else:
            shuffled = {id(entry) for entry in self._numbering.shuffled()}
        kept = [duty for duty in entries if duty and id(duty) not in shuffled]
        self._number(kept)
        for duty in kept:
            text = duty.get("text", "")
            is_title = "area" not in duty and duty.get("tasks") and text and id(duty) not in self._labelled
            if is_title and len(text) <= 20 and text[-1] not in _ENDS:
                duty["area"] = duty.pop("text")
        self.draft.data.pop("duties", None)
        if kept:
            self.draft.data["duties"] = kept
        places = {id(duty): place for place, duty in enumerate(kept)}
        self.draft.rename("duties", [places.get(id(duty)) for duty in entries])
        self._report_headless(kept)

    def _number(self, kept: list[dict[str, Any]]) -> None:
        """Keep the numbers of a source only where they say more than the order does."""
        marks = [self._marked.get(id(duty)) for duty in kept]
        if any(mark is not None and mark != place for place, mark in enumerate(marks, 1)):
            for duty, mark in zip(kept, marks, strict=True):
                if mark is not None:
                    duty["number"] = str(mark)
        numbers = [duty.get("number", "") for duty in kept]
        if kept and all(number.isdecimal() for number in numbers) and len(set(numbers)) == len(numbers):
            kept.sort(key=lambda duty: int(duty["number"]))
            if [int(duty["number"]) for duty in kept] == list(range(1, len(kept) + 1)):
                for duty in kept:
                    del duty["number"]

    def _report_headless(self, kept: list[dict[str, Any]]) -> None:
        """Report tasks whose duty was cut off."""
        for place, duty in enumerate(kept):
            if "text" in duty or "area" in duty:
                continue
            found = next((one for one in self.draft.traces if one.path.startswith(f"duties[{place}].tasks")), None)
            if found and found.bit:
                self.draft.report(kinds.ROW_OUT_OF_PLACE, found.bit, Phrase(
                    "这些工作任务前面没有它的职责", "these tasks stand without their duty"))  # fmt: skip


def _value(part: str, text: str) -> Any:
    if part in ("time", "weight"):
        return share_of(text)
    if part == "responsibility":
        return option_of(Responsibility, text) or _degree(text) or _DEGREES.get(text.strip())
    if part == "rank":
        return text if text.isdecimal() else None
    if part == "number":
        return text if re.fullmatch(r"[A-Za-z]{0,4}[-.]?[\d.-]{1,10}", text) else None
    if part == "essential":
        return data_of("duties.essential", text)
    return text


_DEGREES = {
    "负责": "full", "全面负责": "full", "主责": "full", "主办": "full", "主导": "full", "配合": "assist", "协办": "assist",
    "参与": "partial", "部分负责": "partial",
}  # fmt: skip
"""Other words for degrees of responsibility."""


def _degree(text: str) -> str | None:
    """The degree of responsibility before an explanation in brackets: 组织（组织成员学习）."""
    name, aside = with_aside(text)
    return option_of(Responsibility, name) if aside else None
