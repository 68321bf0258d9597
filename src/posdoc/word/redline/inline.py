"""The changes inside a paragraph: word by word, within the content controls that both sides have."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from posdoc.word.patch import W
from posdoc.word.redline.alignment import aligned
from posdoc.word.redline.carrying import Carrier
from posdoc.word.redline.joining import join
from posdoc.word.redline.likeness import likeness_of_tagged
from posdoc.word.redline.pieces import (
    CONTROL,
    RUN,
    WRAPPERS,
    Item,
    KeyOf,
    Piece,
    Wrapper,
    is_whole,
    pieces_of,
    print_of,
    read,
    runs_of,
    split,
    wrapped,
)  # fmt: skip
from posdoc.word.redline.revisions import DELETED, INSERTED, Revisions
from posdoc.word.redline.wording import OBJECT, changes


class Inline:
    """Marks what changed in the paragraphs of one part of a document."""

    def __init__(self, revisions: Revisions, carrier: Carrier, keys: tuple[KeyOf, KeyOf]) -> None:
        self._revisions = revisions
        self._carrier = carrier
        self._old_key, self._new_key = keys

    def change(self, old: Any, new: Any) -> None:
        """Mark in the paragraph ``new`` what is other than in ``old``; how it looks is not compared.

        A paragraph with but a part of a field, as those of a table of contents, stays as it is.
        """
        if not (is_whole(old) and is_whole(new)):
            return
        if "".join(print_of(old, self._old_key)) == "".join(print_of(new, self._new_key)):
            return
        old = deepcopy(old)
        split(old)
        split(new)
        self._items(read(old, self._old_key), read(new, self._new_key), new)
        join(new)

    def insert(self, container: Any, *, with_controls: bool) -> None:
        """Mark all content of a paragraph or wrapper as inserted, and the controls in it if they are to go as well."""
        for child in list(container):
            if child.tag == RUN:
                self._wrap([child])
            elif child.tag in WRAPPERS:
                self._insert_wrapper(child, with_controls=with_controls)
        join(container)

    def delete(self, paragraph: Any) -> None:
        """Make a paragraph of the old document one whose content is deleted; controls and links are left out."""
        runs = list(runs_of(paragraph))
        for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
            paragraph.remove(child)
        carried = self._carried(runs) if is_whole_in(runs) else []
        if carried:
            change = self._revisions.mark(DELETED)
            change.extend(carried)
            paragraph.append(change)
        join(paragraph)

    def _insert_wrapper(self, element: Any, *, with_controls: bool) -> None:
        content = wrapped(element)
        if content is None:
            return
        self.insert(content, with_controls=with_controls)
        if with_controls and element.tag == CONTROL:
            self._revisions.control(element)

    def _items(self, old: Sequence[Item], new: Sequence[Item], parent: Any) -> None:
        """Stretch by stretch between the wrappers that both have, and then within each of these."""
        pairs = _pairs(old, new)
        starts = [(0, 0), *((before + 1, after + 1) for before, after in pairs)]
        ends = [*pairs, (len(old), len(new))]
        for (old_start, new_start), (old_end, new_end) in zip(starts, ends, strict=True):
            before = new[new_end] if new_end < len(new) else None
            anchor = before.element if isinstance(before, Wrapper) else None
            self._stretch(old[old_start:old_end], new[new_start:new_end], (parent, anchor))
        for before_place, after_place in pairs:
            first, second = old[before_place], new[after_place]
            if isinstance(first, Wrapper) and isinstance(second, Wrapper):
                self._items(first.items, second.items, second.content)

    def _stretch(self, old: Sequence[Item], new: Sequence[Item], place: tuple[Any, Any]) -> None:
        """The changes between two wrappers. ``place`` is the parent, and what follows in it."""
        pieces = list(pieces_of(old))
        parent, following = place
        keys = [item.key if isinstance(item, Piece) else f"{OBJECT}control {at}" for at, item in enumerate(new)]
        for change in changes([piece.key for piece in pieces], keys):
            if change.kept:
                continue
            next_item = new[change.new.start] if change.new.start < len(new) else None
            anchor = following if next_item is None else _first(next_item)
            self._delete_pieces(pieces[change.old], parent, anchor)
            for item in new[change.new]:
                if isinstance(item, Piece):
                    self._wrap(item.runs)
                else:
                    self._insert_wrapper(item.element, with_controls=True)

    def _delete_pieces(self, pieces: Sequence[Piece], parent: Any, anchor: Any) -> None:
        runs = self._carried([run for piece in pieces for run in piece.runs])
        if not runs:
            return
        change = self._revisions.mark(DELETED)
        change.extend(runs)
        parent.append(change) if anchor is None else anchor.addprevious(change)

    def _carried(self, runs: Sequence[Any]) -> list[Any]:
        carried = (self._carrier.deleted_run(deepcopy(run)) for run in runs)
        return [run for run in carried if run is not None]

    def _wrap(self, runs: Sequence[Any]) -> None:
        change = self._revisions.mark(INSERTED)
        runs[0].addprevious(change)
        change.extend(runs)


def is_whole_in(runs: Sequence[Any]) -> bool:
    """Whether the fields that begin in these runs end in them."""
    depth = 0
    for run in runs:
        for mark in run.iterchildren(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
            if depth < 0:
                return False
    return depth == 0


def _first(item: Item) -> Any:
    return item.runs[0] if isinstance(item, Piece) else item.element


def _pairs(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """The places of the wrappers that belong together."""
    before = [(place, item) for place, item in enumerate(old) if isinstance(item, Wrapper)]
    after = [(place, item) for place, item in enumerate(new) if isinstance(item, Wrapper)]
    pairs = aligned(
        [item for _, item in before],
        [item for _, item in after],
        lambda one, other: (one.tag, one.text) == (other.tag, other.text),
        lambda one, other: likeness_of_tagged((one.text, {one.tag}), (other.text, {other.tag})),
    )
    return [(before[i][0], after[j][0]) for i, j in pairs]
