"""The changes between paragraphs and tables: what came, what went, and what was reworded in its place.

The last paragraph of a cell cannot go, nor can that of the page: Word keeps its end. Where paragraphs came or went behind
the last one that stayed, the marks are therefore on the ends before them, as they are when somebody presses Enter there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from posdoc.word.patch import W
from posdoc.word.redline.alignment import Pair, aligned, filled
from posdoc.word.redline.carrying import Carrier
from posdoc.word.redline.inline import Inline
from posdoc.word.redline.pieces import CONTENT, CONTROL, KeyOf
from posdoc.word.redline.revisions import DELETED, INSERTED, PARAGRAPH_PROPERTIES, Revisions
from posdoc.word.redline.structure import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    Block,
    blocks_of,
    likeness_of_blocks,
    likeness_of_rows,
    paragraphs_in,
    rows_of,
    same_blocks,
    same_rows,
    sameness_of_fields,
    within,
)  # fmt: skip


class Gap(NamedTuple):
    """What lies between two pairs, and the pair before it; None at the beginning."""

    pair: Pair | None
    went: slice
    came: slice


def _gaps(pairs: Sequence[Pair], sizes: Pair) -> Iterator[Gap]:
    for (old, new), (old_end, new_end) in pairwise([(-1, -1), *pairs, sizes]):
        yield Gap((old, new) if new >= 0 else None, slice(old + 1, old_end), slice(new + 1, new_end))


class Comparison:
    """Marks the changes in one part of a document: its new tree is changed, the old one is only read."""

    def __init__(self, revisions: Revisions, carrier: Carrier, keys: tuple[KeyOf, KeyOf]) -> None:
        self._revisions = revisions
        self._carrier = carrier
        self._old_key, self._new_key = keys
        self._inline = Inline(revisions, carrier, keys)

    def contents(self, old: Any, new: Any) -> None:
        """Mark in a body, a cell, a header or a note what is other than in the old one."""
        before, after = blocks_of(old, self._old_key), blocks_of(new, self._new_key)
        likest = aligned(before, after, same_blocks, likeness_of_blocks)
        pairs = _with_the_last(before, after, filled(likest, before, after, sameness_of_fields))
        for gap in _gaps(pairs, (len(before), len(after))):
            if gap.pair is not None:
                self._pair(before[gap.pair[0]], after[gap.pair[1]])
            went, came = before[gap.went], after[gap.came]
            if gap.pair is not None and gap.came.stop == len(after) and _both_end_in_a_paragraph(before, after):
                self._tail(after[gap.pair[1]].element, went, came)
            else:
                copies = [self._deleted(block.element) for block in went if not block.loose]
                _place(copies, [block.element for block in after[gap.came.start :]], new)
                for block in came:
                    self._inserted(block)

    def _pair(self, old: Block, new: Block) -> None:
        if old.element.tag == TABLE:
            if old.whole != new.whole:
                self._rows(old.element, new.element)
        else:
            self._carrier.lists.pair(old.element, new.element)
            self._inline.change(old.element, new.element)

    def _tail(self, kept: Any, went: Sequence[Block], came: Sequence[Block]) -> None:
        """Paragraphs behind the last one that stayed, only gone or only new: the last of them keeps its end."""
        last = kept
        for block in went:
            copy = self._deleted(block.element, ends=False)
            self._revisions.paragraph(last, DELETED)
            last.addnext(copy)
            last = copy
        if went:
            _take_looks(last, kept)
        for block in came:
            self._inline.insert(block.element, with_controls=True)
            self._revisions.paragraph(last, INSERTED)
            last = block.element

    def _deleted(self, element: Any, *, ends: bool = True) -> Any:
        """A copy of a part of the old document that stands in the new one as deleted, and so do its ``ends``."""
        copy = deepcopy(element)
        copy.tail = None
        self._carrier.block(copy)
        for paragraph in paragraphs_in(copy):
            self._inline.delete(paragraph)
            if ends:
                self._revisions.paragraph(paragraph, DELETED)
        for row in _rows_in(copy):
            self._revisions.row(row, DELETED)
        return copy

    def _inserted(self, block: Block) -> None:
        if block.is_paragraph:
            self._inline.insert(block.element, with_controls=True)
            self._revisions.paragraph(block.element, INSERTED)
        elif block.element.tag == TABLE:
            self._insert_rows(block.element)

    def _insert_rows(self, element: Any) -> None:
        """Mark a row or a table as inserted. Its controls need no marks: they go with the rows."""
        for paragraph in paragraphs_in(element):
            self._inline.insert(paragraph, with_controls=False)
            self._revisions.paragraph(paragraph, INSERTED)
        for row in _rows_in(element):
            self._revisions.row(row, INSERTED)

    def _rows(self, old: Any, new: Any) -> None:
        before, after = rows_of(old, self._old_key), rows_of(new, self._new_key)
        pairs = aligned(before, after, same_rows, likeness_of_rows)
        for gap in _gaps(pairs, (len(before), len(after))):
            if gap.pair is not None:
                first, second = before[gap.pair[0]], after[gap.pair[1]]
                for old_cell, new_cell in zip(first.cells, second.cells, strict=True):
                    self.contents(old_cell, new_cell)
            copies = [self._deleted(row.element) for row in before[gap.went]]
            _place(copies, [row.element for row in after[gap.came.start :]], new)
            for row in after[gap.came]:
                self._insert_rows(row.element)


def _both_end_in_a_paragraph(before: Sequence[Block], after: Sequence[Block]) -> bool:
    return bool(before and after) and before[-1].is_paragraph and after[-1].is_paragraph


def _with_the_last(before: Sequence[Block], after: Sequence[Block], pairs: list[Pair]) -> list[Pair]:
    """The pairs, with one of both last paragraphs unless only paragraphs came or only such went behind the last pair."""
    last = (len(before) - 1, len(after) - 1)
    if not _both_end_in_a_paragraph(before, after) or (pairs and pairs[-1] == last):
        return pairs
    old, new = pairs[-1] if pairs else (-1, -1)
    if old != last[0] and new != last[1]:
        return [*pairs, last]
    if all(block.is_paragraph for block in (*before[old + 1 :], *after[new + 1 :])):
        return pairs
    return [*pairs[:-1], last]


def _place(copies: Sequence[Any], following: Sequence[Any], container: Any) -> None:
    """Put what was deleted before the first of what follows; with nothing to follow, at the end."""
    anchor = _outermost(following[0]) if following else container.find(f"{W}sectPr")
    for copy in copies:
        container.append(copy) if anchor is None else anchor.addprevious(copy)


def _outermost(element: Any) -> Any:
    """The content control that begins with an element, else the element."""
    around = element.getparent()
    while around.tag == CONTENT and around[0] is element and around.getparent().tag == CONTROL:
        element = around.getparent()
        around = element.getparent()
    return element


def _rows_in(element: Any) -> Iterator[Any]:
    """All rows of an element, itself among them and those of tables in its cells."""
    if element.tag == ROW:
        yield element
    if element.tag != PARAGRAPH:
        for inner in within(element, TABLE, ROW, CELL):
            yield from _rows_in(inner)


def _take_looks(paragraph: Any, kept: Any) -> None:
    """Give a paragraph the looks of the one whose text will stand in it when its own is gone."""
    properties, wanted = (one.find(PARAGRAPH_PROPERTIES) for one in (paragraph, kept))
    if properties is not None:
        paragraph.remove(properties)
    if wanted is not None:
        copy = deepcopy(wanted)
        for mark in copy.findall(f"{W}rPr/{DELETED}"):
            mark.getparent().remove(mark)
        paragraph.insert(0, copy)
