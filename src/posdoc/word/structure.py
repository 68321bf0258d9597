"""How the blocks of a form stand in its tables and paragraphs: what is not closed, cannot work, or is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posdoc.phrases import Phrase
from posdoc.word.patch import W
from posdoc.word.tags import Tag

WHOLES = {
    "p": Phrase("段落", "paragraph"),
    "tr": Phrase("表格行", "table row"),
    "tc": Phrase("单元格", "table cell"),
    "r": Phrase("文字片段", "run of text"),
}
"""What a tag with a prefix stands for."""
_CELLS = (f"{W}tbl", f"{W}tr")


def kept(tags: Sequence[Tag]) -> list[Tag]:
    """The tags that are carried out: not those beside a tag that stands for all around it."""
    lifted = {tag.target for tag in tags if tag.kind and tag.target is not None}
    return [tag for tag in tags if not any(around in lifted for around in _around(tag))]


def _around(tag: Tag) -> Iterator[Any]:
    """What is around a tag, apart from what it stands for itself."""
    own = tag.target if tag.kind else None
    if own is not None:
        yield from own.iterancestors()
    else:
        yield tag.node
        yield from tag.node.iterancestors()


def lost_texts(tags: Sequence[Tag]) -> Iterator[tuple[Tag, str]]:
    """Tags that stand for all that is around them, with the text that is lost by it."""
    lifted: dict[Any, list[Tag]] = {}
    for tag in tags:
        if tag.kind and tag.target is not None:
            lifted.setdefault(tag.target, []).append(tag)
    for target, own in lifted.items():
        text = "".join(one.text or "" for one in target.iter(f"{W}t"))
        for tag in own:
            text = text.replace(tag.written, "", 1)
        if text.strip():
            yield own[0], text.strip()


def mismatch(begin: Tag, end: Tag) -> Phrase | None:
    """Why a block that begins and ends with these tags cannot work; None where it can."""
    if begin.kind != end.kind:
        first, last = _prefix(begin), _prefix(end)
        return Phrase(f"开始用 {first}，结束却用 {last}", f"it begins with {first} and ends with {last}")
    if begin.kind and (begin.target is None or end.target is None):
        return None  # which is a finding of its own
    if begin.target.getparent() is end.target.getparent() if begin.kind else _even(begin.node, end.node):
        return None
    whole = {"tr": Phrase("同一张表", "the same table"), "tc": Phrase("同一行", "the same row")}.get(
        begin.kind, Phrase("同一单元格，或都在表格之外", "the same cell, or both outside tables")
    )
    return Phrase(f"开始和结束须在{whole.zh}", f"both have to stand in {whole.en}")


def _prefix(tag: Tag) -> str:
    return "{%" + tag.kind


def _even(first: Any, last: Any) -> bool:
    """Whether what is between two places leaves as many elements open as it closes, and no cell is among them."""
    before, after = [first, *first.iterancestors()], [last, *last.iterancestors()]
    together = next((node for node in before if node in after), None)
    if together is None or together.tag in _CELLS:
        return False
    up, down = before[: before.index(together)], after[: after.index(together)]
    return [node.tag for node in up] == [node.tag for node in down]
