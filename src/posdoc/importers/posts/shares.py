"""Shares of working time that stand in the text of a duty: 故障处理（25%）：…, 占工作时间 25%, 25% - …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import share_of
from posdoc.load.scalars import percent_of
from posdoc.patterns import pattern

_NUMBER = r"\d{1,3}(?:\.\d+)?\s*+(?:[%％]?\s*+[-–—~～至]\s*+\d{1,3}(?:\.\d+)?\s*+)?[%％]"
_IN_BRACKETS = pattern(
    rf"[（(【\[［]([^（()）【】\[\]［］]{{0,24}}?{_NUMBER}[^（()）【】\[\]［］]{{0,24}})(?:[)）】\]］]|$)"
)
"""A share in brackets, the last of which may be lost."""
_AT_START = pattern(rf"\s*+({_NUMBER})\s*+(?:(?:[-–—]++|[:：、])\s*+|(?<=\s))(?=\S)(?!以|的|of\b|and\b|or\b)")
_AT_END = pattern(rf"({_NUMBER})\s*+[。；;]?\s*+$")
_WORDS = pattern(
    r"(?:(?:大?约|占|工作|时间|占比|比例|权重|\b(?:about|approximately|approx\.|time|share|weight)\b)[\s:：]*+)+$",
    re.IGNORECASE,
)
"""What says before a share what it is of."""
_GAP = frozenset(" \t\u3000，,、。；;:：")
_COMPARED = pattern(
    r"(?:[≥≤><=＝≧≦]|达到?|不?低于|不?高于|超过|少于|大于|小于|等于|至|到|为|是|降低?|下降|提高|提升|上升|增加|增长|减少|节约|率|度|额|量|数"
    r"|\b(?:by|to|at least|below|above|under|over|than|of|rate))\s*$",
    re.IGNORECASE,
)
"""What stands before a percentage that is a target and no share of time."""
_TITLE = pattern(r"([^:：]{2,40}?)\s*[:：]\s*(?=\S)")
_LONGEST_TITLE = 24
_ENDS = frozenset("。.；;！!")


class Share(NamedTuple):
    """A share within a text: what stands before and behind it, and the characters that say it. ``part`` is ``weight``
    where it says so, else ``time``.
    """

    before: Bit
    behind: Bit
    mark: Bit
    value: str
    part: str = "time"

    @property
    def is_in_title(self) -> bool:
        """Whether it stands behind a short title, before the colon."""
        return (
            bool(self.before)
            and self.behind.text[:1] in (":", "：")
            and bool(self.texts[1:])
            and is_title(self.before.text)
        )

    @property
    def texts(self) -> list[Bit]:
        """What there is besides the share, without the signs that part it from that."""
        behind = self.behind.part(1) if self.behind.text[:1] in (":", "：") else self.behind
        return [bit for bit in (self.before, behind) if bit]


def is_title(text: str) -> bool:
    """Whether a text can be the title of a duty: short, and no sentence."""
    return len(text) <= _LONGEST_TITLE * (1 + text.isascii()) and text[-1] not in _ENDS and "，" not in text


def share_in(bit: Bit) -> Share | None:
    """The share of time in the text of a duty, wherever it stands; None where there is none, or where it is of something
    else: 满意度达到95%, 合同额的5%.
    """
    if "%" not in bit.text and "％" not in bit.text:
        return None
    return next(_shares(bit), None)


def _shares(bit: Bit) -> Iterator[Share]:
    text = bit.text
    for match in _IN_BRACKETS.finditer(text):
        yield from _share(bit, match.span(), match[1])
    start = _AT_START.match(text)
    if start:
        yield from _share(bit, start.span(), start[1])
    title = _TITLE.match(text)
    for end in (title.end(1) if title else 0, len(text)):
        found = _AT_END.search(text[:end])
        if found:
            yield from _behind(bit, found)


def _behind(bit: Bit, match: re.Match[str]) -> Iterator[Share]:
    """A share without brackets behind a title or a text; words may say what it is of."""
    before = bit.text[: match.start()]
    words = _WORDS.search(before)
    at = words.start() if words else match.start()
    has_gap = at > 0 and before[at - 1] in _GAP
    kept = before[:at].rstrip("".join(_GAP - {"。"}))
    if kept and (has_gap or is_title(kept)) and not _COMPARED.search(kept):
        said = before[at:] + match[1]
        yield from _share(bit, (len(kept), match.end()), said)


def _share(bit: Bit, span: tuple[int, int], said: str) -> Iterator[Share]:
    value = share_of(said)
    bounds = percent_of(value) if value else None
    if value and bounds and bounds[1] <= 100:
        part = "weight" if re.search("权重|weight", said, re.IGNORECASE) else "time"
        start, end = span
        found = Share(bit.part(0, start), bit.part(end), bit.part(start, end), value, part)
        if found.texts:
            yield found
