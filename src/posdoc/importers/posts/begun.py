"""The posts of a file that have been begun, found by title, and the lines that each has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.lines import Line


class Begun:
    """The fillers of posts in the order in which they began. Nothing here takes longer the more posts and lines there are."""

    def __init__(self) -> None:
        self._fillers: list[Filler] = []
        self._by_title: dict[str, Filler] = {}
        self._open: list[Filler] = []
        """Those whose titles may have changed since one was looked for."""
        self._held: set[tuple[int, int]] = set()

    def __iter__(self) -> Iterator[Filler]:
        return iter(self._fillers)

    def add(self, filler: Filler) -> None:
        """Take in a post that begins now."""
        self._fillers.append(filler)
        self._open.append(filler)

    def called(self, title: str, present: Filler | None) -> Filler | None:
        """The first post that has a title. Those of the ``present`` one and of this one may change after that."""
        for filler in self._open:
            self._by_title.setdefault(filler.draft.title, filler)
        self._open = [present] if present else []
        found = self._by_title.get(title)
        if found is not None and found.draft.title != title:
            found = next((one for one in self._fillers if one.draft.title == title), None)
        if found is not None:
            self._open.append(found)
        return found

    def hold(self, draft: Draft, lines: Iterable[Line]) -> None:
        """Say that lines are about a draft, each once."""
        for line in lines:
            key = id(draft), id(line)
            if key not in self._held:
                self._held.add(key)
                draft.lines.append(line)
