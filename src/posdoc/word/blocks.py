"""The blocks of a part as its tags open and close them, and the names that hold inside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from posdoc.phrases import Phrase
from posdoc.template import kinds
from posdoc.word.expressions import Report, Scope
from posdoc.word.grammar import MOST_BLOCKS, MOST_LOOPS, TOO_DEEP
from posdoc.word.structure import mismatch
from posdoc.word.tags import Tag


class _Open(NamedTuple):
    tag: Tag
    word: str
    scope: Scope


_ENDS: Mapping[str, str] = {"endif": "if", "endfor": "for"}


class Blocks:
    """What is open at a tag. Findings are about the tag that is looked at."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[_Open] = []

    @property
    def scope(self) -> Scope:
        """The names that hold here."""
        return self._open[-1].scope if self._open else {}

    def begin(self, tag: Tag, word: str, scope: Scope) -> None:
        """A block begins, or with ``elif`` goes on."""
        if word == "elif":
            self.go_on(tag, word)
            return
        self._open.append(_Open(tag, word, scope))
        loops = sum(one.word == "for" for one in self._open)
        if len(self._open) == MOST_BLOCKS + 1 or (word == "for" and loops == MOST_LOOPS + 1):
            self._report(kinds.NOT_ALLOWED, TOO_DEEP, None)

    def go_on(self, tag: Tag, word: str) -> None:
        """``elif``, ``else`` or an end, which belongs to the block that was opened last."""
        if not self._open:
            self._report(
                kinds.NOT_CLOSED, Phrase(f"{tag.text} 没有对应的开始", f"{tag.text} ends nothing that has begun"), None
            )
            return
        begun = self._open[-1]
        wanted = _ENDS.get(word, "if" if word == "elif" else begun.word)
        if wanted != begun.word:
            self._wrong_end(begun, tag, word, wanted)
            return
        why = mismatch(begun.tag, tag)
        if why is not None:
            self._across(begun.tag, tag, why)
        if word in _ENDS:
            self._open.pop()
        elif word == "else" and begun.word == "for":
            self._open[-1] = begun._replace(scope=self._open[-2].scope if len(self._open) > 1 else {})

    def _wrong_end(self, begun: _Open, tag: Tag, word: str, wanted: str) -> None:
        place = begun.tag.place
        self._report(
            kinds.NOT_CLOSED,
            Phrase(f"{tag.text} 与之前的 {begun.tag.text}（{place.zh}）不配对",
                   f"{tag.text} does not fit {begun.tag.text} before it ({place.en})"),
            Phrase(f"先写 end{begun.word}", f"end{begun.word} has to come first"),
        )  # fmt: skip
        if word in _ENDS and any(one.word == wanted for one in self._open):
            while self._open.pop().word != wanted:
                pass

    def _across(self, begun: Tag, tag: Tag, why: Phrase) -> None:
        self._report(
            kinds.ACROSS,
            Phrase(f"{tag.written} 接不上 {begun.written}（{begun.place.zh}）：{why.zh}",
                   f"{tag.written} cannot go with {begun.written} ({begun.place.en}): {why.en}"),
            Phrase("整行用 {%tr … %}，两个标签各占一行；整段用 {%p … %}，两个标签在同一单元格里",
                   "for rows use {%tr … %}, each tag in a row of its own; for paragraphs {%p … %}, both in the same cell"),
        )  # fmt: skip

    def still_open(self) -> Iterator[Tag]:
        """The beginnings of blocks without an end."""
        for one in self._open:
            yield one.tag
