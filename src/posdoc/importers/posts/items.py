"""Items of lists as they stand in a text: their number or dash, a short title before a colon, a share in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from posdoc.importers.posts.lines import Bit
from posdoc.load.scalars import half_width, percent_of
from posdoc.patterns import pattern

_LEAD = pattern(
    r"(?P<dotted>\d{1,2}(?:[.-]\d{1,2})+)[、.．)）]?\s*(?![\d%万亿元倍米吨升度级兆千])|(?P<plain>\d{1,2})(?:[、．)）]|\.(?!\d))\s*|[(（](?P<bracket>\d{1,2})[)）]、?\s*"
    r"|(?P<circle>[①-⑳])\s*|(?P<letter>[a-z](?=[.)]\s+\S|、\S)|[A-Z](?=[)、]\s*\S))[.)、]\s*"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.．]\s*|[(（](?P<small>[一二三四五六七八九十]{1,3})[)）]、?\s*"
    r"|(?P<dash>[-－–—•·○●▪■◆◇★*➢►])\s*(?![-—－])|(?P<bare>\d{1,2})(?=[\u3400-\u9fff])(?![年岁个人次名天小月项万元级周日位家台套条份分秒倍种米克升吨度寸])"
)
_TITLE = pattern(r"([^\s:：。；;，,、]{2,14}|[A-Z][\w &/,'()-]{2,48}?)\s*[:：]\s*(?=\S)")
_SHARE = pattern(
    r"(?<!\s)\s*+[（(【\[]?\s*+(?:占|约占|时间占比|工作时间)?[:：]?\s*+(\d{1,3}(?:\.\d+)?\s*+%)\s*+[)）】\]]?\s*+$"
    r"|[（(](\d{1,3}(?:\.\d+)?\s*+%)[)）]?"
)
MAIN = ("plain", "dotted", "chinese", "bare", "auto")
LOW = ("bracket", "circle", "dash", "small", "letter")


class Item(NamedTuple):
    """A text without its number, and what sort of number that was; ``kind`` is empty where there is none."""

    body: Bit
    number: str
    kind: str

    @property
    def text(self) -> str:
        """What it says."""
        return self.body.text

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading by its style, and stands alone in its paragraph."""
        line = self.body.line
        return line.paragraph.heading > 0 and self.body.end >= len(line.text.rstrip())

    @property
    def is_low(self) -> bool:
        """Whether its number is of the sort that lies below others: (1), ①, a dash."""
        return self.kind in LOW


def item_of(bit: Bit) -> Item:
    """A text as an item of a list: a number typed before it, or an automatic one, is taken off."""
    paragraph = bit.line.paragraph
    match = _LEAD.match(bit.text)
    if match and not (paragraph.number and match.lastgroup == "bare"):
        lead = Bit(bit.line, bit.start, bit.start + match.end())
        kind = str(match.lastgroup)
        number = "" if kind == "dash" else str(match[kind])
        body = bit.part(match.end())
        if body:
            lead.label()
            return Item(body, number, kind)
    if paragraph.number:
        low = paragraph.depth > 0 or not re.search(r"[\w]", paragraph.number)
        return Item(bit, paragraph.number if not low else "", "bracket" if low else "auto")
    return Item(bit, "", "")


def titled(bit: Bit) -> tuple[Bit, Bit] | None:
    """The short title before a colon and what follows, or None: ``投诉处理：受理客户投诉``."""
    match = _TITLE.match(bit.text)
    if match is None:
        return None
    return bit.part(0, match.end(1)), bit.part(match.end())


def share_at_end(bit: Bit) -> tuple[Bit, str, Bit] | None:
    """The text before a share, the share and its characters: ``整理客诉报告（30%``; None where there is none."""
    match = _SHARE.search(bit.text)
    if match is None or not bit.text[: match.start()].strip():
        return None
    share = half_width(match[1] or match[2] or "").replace(" ", "")
    if percent_of(share) is None:
        return None
    return bit.part(0, match.start()), share, bit.part(match.start(), match.end())
