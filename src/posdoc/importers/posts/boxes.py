"""Choices with boxes, some of which are ticked, where a field names something: □管理 ☑技术, 良好□ 一般√, ( ) 大专 (√) 本科.

Fields that take any text keep all options, as the form has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import EMPTY, TICKED
from posdoc.patterns import pattern

_BOX = pattern(
    rf"(?P<ticked>[{TICKED}]|[(（【\[]\s*+(?:[{TICKED}]|[vVxX×])\s*+[)）】\]])|[{EMPTY}]|[(（【\[]\s*+[)）】\]]"
)
_LONGEST = 20
_NO_CHOICE = pattern(r"[:：；;。]")
"""What stands in a text with several questions, and in no choice."""


def ticked_among(bits: Sequence[Bit]) -> list[Bit]:
    """The choices that are ticked, the others staying unread; the texts as they are where they are no choices, or all or
    none of them are ticked, which says nothing.
    """
    choices = [choice for bit in bits for choice in _choices(bit)]
    ticked = [choice for choice, is_ticked in choices if is_ticked]
    if not ticked or len(ticked) == len(choices) or any(not _choices(bit) for bit in bits):
        return [*bits]
    return ticked


def _choices(bit: Bit) -> list[tuple[Bit, bool]]:
    """The choices in a text, each with whether it is ticked; none where it does not consist of choices."""
    text = bit.text
    boxes = [*_BOX.finditer(text)]
    if not boxes or _NO_CHOICE.search(text):
        return []
    if text[: boxes[0].start()].strip():
        spans = [(start, box.start()) for start, box in zip([0, *(box.end() for box in boxes)], boxes, strict=False)]
        if text[boxes[-1].end() :].strip():
            return []
    else:
        ends = [*(box.start() for box in boxes[1:]), len(text)]
        spans = [(box.end(), end) for box, end in zip(boxes, ends, strict=True)]
    found = [(bit.part(*span), box["ticked"] is not None) for span, box in zip(spans, boxes, strict=True)]
    return found if all(choice and len(choice.text) <= _LONGEST for choice, _ in found) else []
