"""A bracket or quotation mark without its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization, Passage
from posdoc.phrases import Phrase
from posdoc.rules._texts import search_for

KIND = Kind("POS713", "unbalanced-brackets", Severity.WARNING)
WHAT = Phrase(
    "括号、书名号或引号只有一半。半角与全角括号配成一对可以；“1)”“a)”这样的序号、区间 [60,70) 和表情符号不算。",
    "A bracket or quotation mark lacks its other half. Half-width with full-width makes a pair; list numbers such as "
    "1) or a), intervals such as [60, 70) and emoticons are left alone.",
)
WHY = Phrase(
    "缺的一半往往连同文字一起丢了，句子的意思因此不完整。",
    "What is missing often took words with it, and the reader cannot tell where the remark ends.",
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
PASSING = (_HEAD + 'purpose: "负责（含现场)服务，做到：1)及时；2)准确；得分[60,70)为合格，配 10” 屏"\n',)
FAILING = (
    _HEAD + "duties: [培训«（»30%]\n",
    _HEAD + "duties: [培训30%«）»]\n",
)

_PAIRS = {
    "(": ")）",
    "（": ")）",
    "[": "]］",
    "［": "]］",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "「": "」",
    "『": "』",
}
_BRACKETS = tuple((bracket, re.compile(re.escape(bracket))) for bracket in "()（）[]［］【】《》〈〉“”「」『』")
"""Looked for one by one, because most texts have few kinds of them."""
_INTERVAL = re.compile(r"[\[(（［] *[-−+]?(?:[0-9.]+%?|∞) *[,，、~～] *[-−+]?(?:[0-9.]+%?|∞) *[\])）］]")
_LIST_NUMBER = re.compile(
    r"(?:^|[\s,，、;；:：.。!！?？])(?:[1-3]?[0-9]|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])$"
)
_FACE = re.compile(r"[:;=]-?$")
_INCHES = re.compile(r"[0-9]$")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The first bracket without its other half in each text that has one."""
    for manuscript in organization.manuscripts.values():
        found = sorted(search_for(manuscript, _BRACKETS), key=lambda hit: hit.match.start())
        for _, hits in groupby(found, lambda hit: id(hit.passage)):
            brackets = list(hits)
            passage = brackets[0].passage
            lonely = _lonely(passage.text, [(hit.start, hit.match[0]) for hit in brackets])
            if lonely is not None:
                yield _finding(passage, lonely)


def _lonely(text: str, brackets: list[tuple[int, str]]) -> int | None:
    """Where the first bracket without its other half stands."""
    waiting: list[tuple[int, str]] = []
    alone: list[int] = []
    for start, bracket in brackets:
        if bracket in _PAIRS:
            waiting.append((start, bracket))
            continue
        fitting = next((n for n in range(len(waiting) - 1, -1, -1) if bracket in _PAIRS[waiting[n][1]]), None)
        if fitting is None:
            alone.append(start)
        else:
            alone += [start for start, _ in waiting[fitting + 1 :]]
            del waiting[fitting:]
    alone += [start for start, _ in waiting]
    return min((start for start in alone if not _may_stand_alone(text, start)), default=None) if alone else None


def _may_stand_alone(text: str, start: int) -> bool:
    """Whether it is part of an interval, a list number, a sign for inches or a face."""
    if any(found.start() <= start < found.end() for found in _INTERVAL.finditer(text)):
        return True
    before, bracket = text[:start], text[start]
    if bracket == "”":
        return _INCHES.search(before) is not None
    if bracket in "()" and _FACE.search(before) and not text[start + 1 : start + 2].strip():
        return True
    return bracket in ")）" and _LIST_NUMBER.search(before) is not None


def _finding(passage: Passage, start: int) -> Diagnostic:
    bracket = passage.text[start]
    if bracket in _PAIRS:
        other = _PAIRS[bracket][-1]
        message = Phrase(f"“{bracket}”没有对应的“{other}”", f"'{bracket}' is never closed")
    else:
        other = next(opening for opening in reversed(_PAIRS) if bracket in _PAIRS[opening])
        message = Phrase(f"“{bracket}”没有对应的“{other}”", f"'{bracket}' was never opened")
    return Diagnostic(
        KIND,
        passage.span(start, start + 1),
        message,
        Phrase(
            f"补上“{other}”，并看看是否缺字；多余的就删去",
            f"add '{other}' and look for missing words, or delete this one",
        ),
    )
