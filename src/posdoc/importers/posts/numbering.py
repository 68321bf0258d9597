"""The typed numbers of a list: reports gaps, repeats and jumps, and tells a mistyped number from shuffled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from posdoc.foreign import kinds
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.items import Item
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

_COUNTED = ("plain", "bare", "dotted", "auto")
_AUTOMATIC = pattern(r"(\d{1,3}(?:\.\d{1,3})*)[.、．)）]?")


class _Numbered(NamedTuple):
    number: tuple[int, ...]
    item: Item
    entry: object


class Numbering:
    """The numbers of one list after another; each item with the entry that was made of it."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lists: list[list[_Numbered]] = [[]]

    def restart(self) -> None:
        """What follows is a list of its own."""
        if self._lists[-1]:
            self._lists.append([])

    def count(self, item: Item, entry: object = None) -> None:
        """Note the number of an item, and report it where it does not follow the one before."""
        number = _number(item)
        if number is None:
            return
        before = self._lists[-1][-1].number if self._lists[-1] else None
        if before is not None and number[-1] == 1:
            self.restart()
        elif before is None and number[-1] > 1 and item.kind != "auto":
            self._report(item, Phrase(f"序号从 {_written(number)} 开始", f"the numbers begin with {_written(number)}"))
        elif before is not None and len(before) == len(number) and not _follows(before, number):
            self._report(item, Phrase(
                f"序号 {_written(before)} 之后是 {_written(number)}",
                f"number {_written(before)} is followed by {_written(number)}"))  # fmt: skip
        self._lists[-1].append(_Numbered(number, item, entry))

    def going_on(self, item: Item) -> Item:
        """An item whose number is of another sort, but the next one of the list, as one of the list: （4） behind 3．"""
        before = self._lists[-1][-1].number if self._lists[-1] else ()
        circle = ord(item.number) - ord("①") + 1 if item.kind == "circle" else None
        number = circle or (whole_number(item.number) if item.is_low else None)
        return item._replace(kind="plain", number=str(number)) if number and (number - 1,) == before else item

    def _report(self, item: Item, message: Phrase) -> None:
        self._draft.report(kinds.NUMBERING_OF_SOURCE, item.body, message)

    def begins_with_one(self) -> bool:
        """Whether the first list does, or has no numbers; reports where it does not."""
        first = self._lists[0][0] if self._lists[0] else None
        if first is None or first.number[-1] == 1 or first.item.kind == "auto":
            return True
        title = self._draft.title
        self._draft.report(kinds.ROW_OUT_OF_PLACE, first.item.body, Phrase(
            f"“{title}”后面的序号从 {_written(first.number)} 开始，不是它的职责，没有读入",
            f"the numbers behind '{title}' begin with {_written(first.number)}: "
            "these are not its duties and were not read"))  # fmt: skip
        return False

    def shuffled(self) -> Iterator[object]:
        """The entries behind a number that jumps back, where the numbers go on in disorder: lines of other lists."""
        for numbered in self._lists:
            start = _disorder([one.number for one in numbered])
            if start is None:
                continue
            self._draft.report(kinds.ROW_OUT_OF_PLACE, numbered[start].item.body, Phrase(
                f"从序号 {_written(numbered[start].number)} 起，次序已乱，没有读入",
                f"from number {_written(numbered[start].number)} on the order is lost; this was not read"))  # fmt: skip
            yield from (one.entry for one in numbered[start:])


def _number(item: Item) -> tuple[int, ...] | None:
    if item.kind not in _COUNTED:
        return None
    written = _AUTOMATIC.fullmatch(item.number) if item.kind == "auto" else None
    parts = (written[1] if written else item.number).replace("-", ".").split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else None


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    return number == (*before[:-1], before[-1] + 1)


def _disorder(numbers: list[tuple[int, ...]]) -> int | None:
    """Where numbers first fail to follow, if they later jump back, break again, and never come back to where they were."""
    first = None
    for at in range(1, len(numbers)):
        before, number, rest = numbers[at - 1], numbers[at], numbers[at:]
        if first is None and not _follows(before, number):
            first = at
        returns = len(rest) > 1 and _follows(before, rest[1])
        breaks = sum(not _follows(one, other) for one, other in zip(rest, rest[1:], strict=False))
        if number < before and len(number) == len(before) and not returns and breaks:
            return first
    return None


def _written(number: tuple[int, ...]) -> str:
    return ".".join(map(str, number))


def whole_number(text: str) -> int | None:
    """A number in Arabic or in Chinese numerals up to 99; None for what is none."""
    if text.isdecimal():
        return int(text)
    match = re.fullmatch(rf"([{_DIGITS}])?(十)?([{_DIGITS}])?", text)
    if not text or match is None or (match[1] and match[3] and not match[2]):
        return None
    tens = (_DIGITS.index(match[1]) + 1 if match[1] else 1) if match[2] else 0
    units = match[3] or ("" if match[2] else match[1])
    return tens * 10 + (_DIGITS.index(units) + 1 if units else 0)


_DIGITS = "一二三四五六七八九"
