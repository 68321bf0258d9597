"""Text that was read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Hit, Manuscript, Organization
from posdoc.phrases import Phrase
from posdoc.rules._texts import AllowOptions, is_allowed, is_chinese, search_for, shown, without_overlaps

KIND = Kind("POS703", "mojibake")
WHAT = Phrase(
    "文字是按错误的编码读出来的乱码，如“锟斤拷”“鈥”“å®¢æˆ·”，或替换字符 \N{REPLACEMENT CHARACTER}。",
    "A text was read in the wrong encoding somewhere, as â€™, å®¢æˆ· or the replacement character show.",
)
WHY = Phrase(
    "乱码说明原文在某次转换中已经损坏，印出来没有人看得懂。",
    "The text was damaged by a conversion and says nothing to its readers.",
)
LOCAL = True
OPTIONS = AllowOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
"""
PASSING = (
    _HEAD + 'tools: [锛子, 5°C 恒温箱, Façade 清洗机]\npurpose: {en: "the café\'s “naïve” customers – served"}\n',
)
FAILING = (
    _HEAD + "purpose: 解决«瀹㈡埛»的问题\n",
    _HEAD + "purpose: {zh: 解决客户的问题, en: To solve the customer«â€™»s problem}\n",
    _HEAD + "purpose: 解决«锟斤拷»的问题\n",
)

_HIGH = "\x80-\xbfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
"""What the bytes 80 to BF become in Latin-1 and in Windows-1252."""
_LATIN = tuple((sign, re.compile(f"{sign}[{_HIGH}][Â-ï{_HIGH}]*")) for sign in "ÃÂâïãåæçèéäÐÑ")
"""What Latin letters, punctuation and Chinese characters begin with when UTF-8 is read byte by byte."""
_LOST = (
    ("\N{REPLACEMENT CHARACTER}", re.compile("\N{REPLACEMENT CHARACTER}+")),
    ("锟", re.compile("(?:锟斤拷)+锟?")),
    ("烫", re.compile("烫烫烫+")),
    ("屯", re.compile("屯屯屯+")),
    ("鈥", re.compile("鈥[\u4e00-\u9fff?]?")),
)


def check(organization: Organization, options: AllowOptions) -> Iterator[Diagnostic]:
    """Each stretch of wrongly decoded text."""
    for language, manuscript in organization.manuscripts.items():
        for hit in without_overlaps(_candidates(manuscript, is_chinese(language))):
            if not is_allowed(hit, options.allow):
                yield _finding(hit)


def _candidates(manuscript: Manuscript, chinese: bool) -> Iterator[Hit]:
    yield from search_for(manuscript, _LOST)
    if chinese:
        for hit in manuscript.search(_gbk()):
            meant = meant_in_gbk(hit.match[0])
            if meant:
                sizes = accumulate(len(_in_gbk(character)) for character in hit.match[0])
                read = next(count for count, size in enumerate(sizes, 1) if size >= len(meant.encode("utf-8")))
                yield hit._replace(end=hit.start + read)
    yield from (hit for hit in search_for(manuscript, _LATIN) if meant_in_latin(hit.match[0]))


@cache
def _gbk() -> re.Pattern[str]:
    """Runs that begin as UTF-8 does when it is read as GBK: with the first two bytes of a Chinese character."""
    leads = (
        bytes([first, second]) for first in (0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF) for second in range(128, 192)
    )
    firsts = "".join(lead.decode("gbk", "ignore") for lead in leads)
    return re.compile(f"[{firsts}][^\x00-\x7f]{{2,}}")


def meant_in_gbk(found: str) -> str:
    """What was meant at the beginning of a text where UTF-8 was read as GBK; empty where it was not."""
    raw = _in_gbk(found)
    try:
        meant = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        meant = raw[: error.start].decode("utf-8")
    good = re.match("[\u3000-\u303f\u4e00-\u9fff\uff01-\uff65]*", meant)
    return good[0] if good and len(good[0]) > 1 else ""


def _in_gbk(text: str) -> bytes:
    """The bytes that Windows reads as ``text``: to it, and only to it, the byte 80 is the sign of the euro."""
    return b"\x80".join(part.encode("gbk", "replace") for part in text.split("€"))


def meant_in_latin(found: str) -> str:
    """What was meant where UTF-8 was read as Latin-1 or Windows-1252; empty where it was not."""
    raw = b"".join(_byte(character) for character in found)
    meant = _decoded(raw)
    alone = len(meant) == 1 and len(raw) == 2
    return "" if alone and not "\xa0" <= meant <= "\xff" else meant


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _decoded(raw: bytes) -> str:
    """``raw`` as UTF-8, but for a character cut off at its end; empty unless all of it is good."""
    for cut in range(3):
        try:
            return raw[: len(raw) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
    return ""


def _finding(hit: Hit) -> Diagnostic:
    found = hit.passage.text[hit.start : hit.end]
    meant = meant_in_gbk(hit.match[0]) if found[0] >= "\u3400" else meant_in_latin(found)
    again = Phrase("对照原文重新录入", "type it again from the original")
    return Diagnostic(
        KIND,
        hit.span,
        Phrase(f"“{shown(found)}”是乱码", f"'{shown(found)}' was read in the wrong encoding"),
        Phrase(f"原文是否为“{shown(meant)}”？", f"did you mean '{shown(meant)}'?") if meant else again,
    )
