"""Items of lists as they stand in a text: their number or dash, a short title before a colon, a share in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from posdoc.importers.posts.lines import Bit
from posdoc.patterns import pattern

_LEAD = pattern(
    r"(?P<dotted>\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?:[.-]\d{1,2})+(?=[、.．)）]|\s*+[^\s年个人名次月日周位家台套班轮层组项时分秒公里]))(?:[、.．)）]\s*|\s*+(?![\d%万亿元倍米吨升度级兆千岁天～~–]|-\d"
    r"|年(?![度终初检审底中])|人(?![员事力才机])|月(?![度底初末报])|日(?![常报志])|个(?![人性])|名(?![称单])|次(?!数)|周岁|小时|分钟))|(?P<plain>\d{1,2})(?:[、．)）]|\.(?!\d))\s*|[(（](?P<bracket>\d{1,2})[)）]、?\s*"
    r"|(?P<circle>[①-⑳])\s*|(?P<letter>[a-z](?=[.)]\s+\S|、\S)|[A-Z](?=[)、]\s*\S|\.\s*[\u3400-\u9fff]))[.)、]\s*"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.．]\s*|[(（](?P<small>[一二三四五六七八九十]{1,3})[)）]、?\s*"
    r"|(?P<dash>[-－–—•·○●▪■◆◇★*➢►])\s*(?![-—－])|(?P<bare>\d{1,2})(?=[\u3400-\u9fff])(?![年岁个人次名天小月项万元级周日位家台套条份分秒倍种米克升吨度寸])"
)
_SPACED = pattern(r"(\d{1,2})\s+(?=[\u3400-\u9fffA-Z])")
_TITLE = pattern(r"([^\s:：。；;，,、]{2,14}|[A-Z][\w &/,'()-]{2,48}?)\s*[:：]\s*(?=\S)")
MAIN = ("plain", "dotted", "chinese", "bare", "auto")
_DEPTHS = {
    name: at * 10
    for at, name in enumerate(("", "chinese", "small", "plain", "half", "bracket", "circle", "letter", "dash"))
}
_DEPTHS |= dict.fromkeys(("dotted", "bare", "auto"), _DEPTHS["plain"])
LOW = ("bracket", "circle", "dash", "small", "letter")


class Item(NamedTuple):
    """A text without its number, and what sort of number that was; ``kind`` is empty where there is none."""

    body: Bit
    number: str
    kind: str
    is_half: bool = False
    """Whether a bracket closes behind the number that none opens: 1）."""

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
    def depth(self) -> int:
        """How deep lists with numbers of this sort lie in most texts: 一、 over （一） over 1、 over 1.1 over 1） over （1）."""
        return _DEPTHS.get("half" if self.is_half else self.kind, 0) + self.number.count(".") * (self.kind == "dotted")

    @property
    def begins_list(self) -> bool:
        """Whether its number is the first of a list."""
        return re.fullmatch(r"(?:.*\D)?1\W*", self.number) is not None

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
            return Item(body, number, kind, kind == "plain" and match[0].rstrip()[-1] in ")）")
    if paragraph.number:
        low = paragraph.depth > 0 or not re.search(r"[\w]", paragraph.number)
        return Item(bit, paragraph.number if not low else "", "bracket" if low else "auto")
    return Item(bit, "", "")


def spaced_number(item: Item, expected: int) -> Item:
    """An item whose number has nothing but a space behind it, if that is the one that is expected: ``1 投诉处理``."""
    match = _SPACED.match(item.text)
    if match is None or int(match[1]) != expected:
        return item
    item.body.part(0, match.end()).label()
    return Item(item.body.part(match.end()), match[1], "plain")


def titled(bit: Bit) -> tuple[Bit, Bit] | None:
    """The short title before a colon and what follows, or None: ``投诉处理：受理客户投诉``."""
    match = _TITLE.match(bit.text)
    if match is None:
        return None
    return bit.part(0, match.end(1)), bit.part(match.end())
