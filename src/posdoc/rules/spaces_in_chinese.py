"""Spaces between the characters of Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Edit, Kind, Severity
from posdoc.model import Hit, Organization, Passage
from posdoc.phrases import Phrase
from posdoc.rules._texts import HAN, chinese_manuscripts, shown

KIND = Kind("POS705", "spaces-in-chinese", Severity.WARNING)
WHAT = Phrase(
    "汉字之间有空格，把词语拆开了（组 织并 带领）。姓名、分栏的名称、“第一章 总则”和“年 月 日”不算。",
    "Spaces stand between Chinese characters and tear words apart. Names, columns of words, and the space after the "
    "number of a chapter or article are fine.",
)
WHY = Phrase(
    "这样的空格多半来自换行或对齐，印出来字距不齐，也搜索不到这个词。",
    "They come from line ends or from lining words up; the text prints unevenly and a search does not find the word.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "purpose: 在 CRM 系统中跟踪 5 类工单。\ntools: [电脑 打印机 扫码枪]\n",
    _HEAD + "document: {signers: [{role: author, name: 张 伟}], notes: [本表于     年     月     日生效]}\n",
)
FAILING = (
    _HEAD + "purpose: 负责«组 织并 带»领售后团队\n",
    _HEAD + "purpose: 负责«联系 分析»客户意见，及时反馈。\n",
)

_SPACES = " \t\u00a0\u2002-\u200a\u202f\u3000"
_GAP = re.compile(f"[{_SPACES}](?<=[{HAN}].)[{_SPACES}]*(?=[{HAN}])")
_CHAIN = re.compile(f"[{HAN}]+(?:[{_SPACES}]+[{HAN}]+)+")
_GAPS = re.compile(f"[{_SPACES}]+")
_SENTENCE = re.compile("[，；！？]|。.")
_NUMBERED = re.compile("第[〇零一二三四五六七八九十百]+[章节条款编篇部步]$")
_OF_NAMES = ("姓名", "修订人")
"""The labels of fields that hold people's names, which are often spaced."""
_ALONE = frozenset("年月日时分秒男女是否有无甲乙丙丁戊己东南西北上中下左右大小优良差一二三四五六七八九十√")
"""Characters that stand alone on forms: dates to be filled in, boxes to be ticked, compass points."""
_PROSE = frozenset(
    ["purpose", "overview", "background", "text", "tasks", "measures", "items", "statement", "definition", "criteria",
     "content", "value_proposition", "behaviour", "notes"]
)  # fmt: skip
"""Fields that hold sentences rather than names or lists of things."""
_LINKS = re.compile("[并和与及或的对将在为由以从向把被]$")
_ENDINGS = re.compile("[的地得了和与及并等者性化们]")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪"
    "范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤"
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each stretch of Chinese that spaces tear apart."""
    for manuscript in chinese_manuscripts(organization):
        last, end = -1, 0
        for hit in manuscript.search(_GAP):
            if hit.passage.field.label.zh in _OF_NAMES or (id(hit.passage) == last and hit.start < end):
                continue
            chain = _chain_around(hit)
            last, end = id(hit.passage), chain.end()
            yield from _of_chain(hit.passage, chain)


def _chain_around(hit: Hit) -> re.Match[str]:
    text = hit.passage.text
    return next(chain for chain in _CHAIN.finditer(text) if chain.end() >= hit.end)


def _of_chain(passage: Passage, chain: re.Match[str]) -> Iterator[Diagnostic]:
    words = _GAPS.split(chain[0])
    gaps = [gap for gap in _GAPS.finditer(passage.text, chain.start(), chain.end()) if not _divides(passage.text, gap)]
    are_names = words[0][0] in _SURNAMES and all(len(word) <= 3 for word in words)
    if not gaps or are_names:
        return
    is_list = all(word in _ALONE for word in words)
    if _are_torn(words):
        yield _torn(passage, gaps)
    elif not is_list and (passage.field.name in _PROSE or _SENTENCE.search(passage.text)):
        yield _spaced(passage, chain, gaps)


def _are_torn(words: list[str]) -> bool:
    """Whether some of the pieces cannot be words of a list: single characters, or pieces that call for their neighbour."""
    if any(len(word) == 1 and word not in _ALONE for word in words):
        return True
    return any(_LINKS.search(word) for word in words[:-1]) or any(_ENDINGS.match(word) for word in words[1:])


def _divides(text: str, gap: re.Match[str]) -> bool:
    """Whether the space stands where one belongs: behind the number of a chapter, or on a form."""
    before, after = text[gap.start() - 1], text[gap.end()]
    is_wide = gap.end() - gap.start() > 1 or text[gap.end() + 1 : gap.end() + 2] in tuple(_SPACES)
    on_form = after in _ALONE and (before in _ALONE or is_wide)
    return on_form or _NUMBERED.search(text[: gap.start()]) is not None


def _torn(passage: Passage, gaps: list[re.Match[str]]) -> Diagnostic:
    first, last = gaps[0].start() - 1, gaps[-1].end() + 1
    written = passage.text[first:last]
    return Diagnostic(
        KIND,
        passage.span(first, last),
        Phrase(f"“{shown(written)}”中的空格把词语拆开了", f"spaces tear the words of '{shown(written)}' apart"),
        Phrase(f"写成“{shown(_GAPS.sub('', written))}”", f"write '{shown(_GAPS.sub('', written))}'"),
        fix=tuple(Edit(passage.span(gap.start(), gap.end()), "") for gap in gaps),
    )


def _spaced(passage: Passage, chain: re.Match[str], gaps: list[re.Match[str]]) -> Diagnostic:
    """Whole words between the spaces: perhaps a list, so nobody can say whether the spaces are to go."""
    first, last = max(chain.start(), gaps[0].start() - 2), min(chain.end(), gaps[-1].end() + 2)
    written = passage.text[first:last]
    return Diagnostic(
        KIND,
        passage.span(first, last),
        Phrase(
            f"句中“{shown(written)}”的汉字之间有空格",
            f"there are spaces between the Chinese words of '{shown(written)}'",
        ),
        Phrase("删去空格；若是并列的词，用顿号隔开", "delete them, or put a 、 between words of a list"),
    )
