"""Fills what a file says of a unit: its functions, its posts, its background."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from posdoc.importers.pieces import Diagram, DiagramKind
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.numbering import Numbering
from posdoc.importers.posts.values import is_headcount, is_nothing, people_of
from posdoc.patterns import pattern

_LISTED = pattern(r"([\u3400-\u9fff]{2,8})\s*(\d{1,3})\s*人")
_COUNT = pattern(r"(?P<title>.+?)(?<!\s)\s*+[（(]?\s*+(?P<count>\d{1,3})\s*+[人名]\s*+[)）]?")
_LEAST_LISTED = 3
_LISTS = {"unit.functions": "functions", "unit.staffing_principles": "staffing_principles"}
UNIT_TEXTS = {"unit.background": "background", "unit.value_proposition": "value_proposition"}


class UnitFiller:
    """Fills the draft of a unit."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._path, self._kind = "", ""
        self._numbering = Numbering(draft)

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """What follows belongs to the path."""
        self._path, self._kind = path, ""
        self._numbering.restart()

    def text(self, item: Item) -> None:
        """An entry of a list, or a text."""
        if is_nothing(item.text):
            return
        if self._kind not in ("", item.kind) and item.kind in ("chinese", "small"):
            self._path = ""
        if self._path in _LISTS and item.kind:
            self._kind = item.kind
            self._numbering.count(item)
            self._entry(_LISTS[self._path], item, item.body.stripped("；;"))
        elif self._path in UNIT_TEXTS and not self.draft.states(UNIT_TEXTS[self._path]):
            self.draft.put(UNIT_TEXTS[self._path], item.text, [item.body], Confidence.LIKELY)

    def _entry(self, name: str, item: Item, bit: Bit) -> None:
        """Add an entry of a list. A page may repeat a list: what differs a little from an entry stays unread."""
        known = self.draft.data.get(name, [])
        if bit.text in known:
            self.draft.trace(f"{name}[{known.index(bit.text)}]", [bit], Confidence.LIKELY)
        elif not _is_copy(item, known):
            self.draft.add(name, bit.text, [bit], Confidence.LIKELY)

    def post(self, title: Bit, headcount: Bit | None) -> None:
        """A post that a table lists."""
        count = people_of(headcount.text) if headcount and not is_nothing(headcount.text) else ""
        count = count if is_headcount(count) else ""
        entry = {"title": title.text, "headcount": count} if count else title.text
        self.draft.add("posts", entry, [title, *([headcount] if headcount and count else [])], Confidence.CERTAIN)

    def listed_posts(self, line: Line) -> None:
        """Posts with their numbers of people, one behind the other: 客服主管 1人客服班长 1人 …"""
        if line.text.count("人") < _LEAST_LISTED:
            return
        found = [*_LISTED.finditer(line.text)]
        if len(found) < _LEAST_LISTED:
            return
        for match in found:
            entry = {"title": match[1], "headcount": match[2]}
            self.draft.add("posts", entry, [Bit(line, *match.span(1)), Bit(line, *match.span())], Confidence.LIKELY)

    def diagram(self, diagram: Diagram) -> None:
        """The posts of a chart, each with the one above it."""
        if diagram.kind is not DiagramKind.SMART_ART:
            return
        above = {child: parent for parent, child in diagram.lines}
        boxes = [_counted(" ".join(box.split())) for box in diagram.boxes]
        for place, (title, count) in enumerate(boxes):
            entry: dict[str, Any] = {"title": title} | ({"headcount": count} if count else {})
            if place in above:
                entry["under"] = boxes[above[place]][0]
            entry_or_title = entry if len(entry) > 1 else title
            if entry_or_title not in self.draft.data.get("posts", ()):
                self.draft.add("posts", entry_or_title, [], Confidence.CERTAIN)


def _counted(box: str) -> tuple[str, str]:
    """The name of a post in a box, and its number of people: 备件主管（2 人）."""
    match = _COUNT.fullmatch(box)
    return (match["title"], match["count"]) if match else (box, "")


def _is_copy(item: Item, known: Sequence[str]) -> bool:
    """Whether an item is much the same as the entry with its number."""
    if not item.number.isdecimal() or not 0 < int(item.number) <= len(known):
        return False
    return SequenceMatcher(None, item.text, known[int(item.number) - 1]).ratio() > _MUCH_THE_SAME


_MUCH_THE_SAME = 0.6
