"""The marks of tracked changes, as Word writes them: who changed what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from lxml import etree

from posdoc.word.patch import W

INSERTED, DELETED = f"{W}ins", f"{W}del"
ROW_PROPERTIES, PARAGRAPH_PROPERTIES, RUN_PROPERTIES = f"{W}trPr", f"{W}pPr", f"{W}rPr"
_LONGEST_AUTHOR = 255
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEHIND_MARK = (f"{W}sectPr", f"{W}pPrChange")


class Revisions:
    """Gives out the marks of one document: all of one author and time, each with a number of its own."""

    def __init__(self, author: str, date: datetime, first_number: int) -> None:
        self._author = _NOT_IN_XML.sub("", author)[:_LONGEST_AUTHOR]
        self._date = date.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._next = first_number
        self.given = 0
        """How many marks there are already."""

    def mark(self, name: str) -> Any:
        """An element of this name that says who and when; it is to stand around what changed, or to mark it."""
        number, self._next = self._next, self._next + 1
        self.given += 1
        return etree.Element(
            name, {f"{W}id": str(number), f"{W}author": self._author, f"{W}date": self._date}, nsmap={"w": W[1:-1]}
        )

    def paragraph(self, paragraph: Any, name: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        if properties is None:
            properties = etree.Element(PARAGRAPH_PROPERTIES)
            paragraph.insert(0, properties)
        mark = properties.find(RUN_PROPERTIES)
        if mark is None:
            mark = etree.Element(RUN_PROPERTIES)
            behind = next((child for child in properties if child.tag in _BEHIND_MARK), None)
            properties.append(mark) if behind is None else behind.addprevious(mark)
        mark.insert(0, self.mark(name))

    def row(self, row: Any, name: str) -> None:
        """Mark a table row as inserted or deleted."""
        properties = row.find(ROW_PROPERTIES)
        if properties is None:
            properties = etree.Element(ROW_PROPERTIES)
            exceptions = row.find(f"{W}tblPrEx")
            row.insert(0, properties) if exceptions is None else exceptions.addnext(properties)
        changed = properties.find(f"{W}trPrChange")
        mark = self.mark(name)
        properties.append(mark) if changed is None else changed.addprevious(mark)

    def control(self, control: Any) -> None:
        """Mark a content control as inserted, apart from what it holds: rejected, it goes with its content."""
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        start, inner_start = self.mark(f"{W}customXmlInsRangeStart"), self.mark(f"{W}customXmlInsRangeStart")
        control.addprevious(start)
        content.insert(0, _end(start))
        content.append(inner_start)
        control.addnext(_end(inner_start))


def _end(start: Any) -> Any:
    return etree.Element(f"{W}customXmlInsRangeEnd", {f"{W}id": start.get(f"{W}id")})


def first_free_number(roots: Iterable[Any]) -> int:
    """The lowest number above those of all bookmarks, comments and changes."""
    numbers = (node.get(f"{W}id", "") for root in roots for node in root.iter(etree.Element))
    return max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0) + 1
