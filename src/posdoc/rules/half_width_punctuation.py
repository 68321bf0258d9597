"""Half-width (English) punctuation in a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from posdoc.diagnostics import Diagnostic, Edit, Kind, Preset, Severity
from posdoc.model import Hit, Organization, Passage
from posdoc.phrases import Phrase
from posdoc.rules._texts import HAN, chinese_manuscripts

KIND = Kind("POS707", "half-width-punctuation", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "中文句子里用了半角标点（, ; : ? ! 和括号）。数字、外文、网址、代码和算式中的不算。",
    "A Chinese sentence has half-width punctuation (, ; : ? ! or brackets). Numbers, words in Latin letters, "
    "addresses, codes and formulas are left alone.",
)
WHY = Phrase(
    "中文用全角标点（GB/T 15834《标点符号用法》）；混用时字距不齐。",
    "Chinese has its own, full-width punctuation marks (GB/T 15834); mixed with others the text prints unevenly.",
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
    _HEAD + "purpose: 每天 9:00 前处理 1,000 条工单（CRM），网址 http://a.cn/单?id=1。\n",
    _HEAD + "kpi_sets: [{kpis: [{name: 一次修复率, formula: 一次修复数÷(总数-撤销数), weight: 100%}]}]\n",
)
FAILING = (
    _HEAD + 'purpose: "受理投诉«,»及时答复"\n',
    _HEAD + 'purpose: "联系客户«(»含经销商,代理商)、供应商;回访"\n',
)

_MARK = re.compile(
    f"[,;:?!(](?:(?<=[{HAN}）”》」】%][,;])(?![A-Za-z0-9_]*=)"
    f"|(?<=[{HAN}）”》」】%][:?!])(?![A-Za-z/:?!=])"
    f"|(?<=\\()(?=[^()（）\n]*[{HAN}][^()（）\n]*\\)))"
)
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_OPERATOR = re.compile(r"[+*/=×÷−<>]|(?<![A-Za-z0-9])-")
_LIST_NUMBER = re.compile(r"\([一二三四五六七八九十]{1,3}\)")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each text with half-width punctuation; the finding stands at the first mark."""
    for manuscript in chinese_manuscripts(organization):
        for _, hits in groupby(manuscript.search(_MARK), lambda hit: id(hit.passage)):
            marks = [mark for hit in hits for mark in _marks(hit)]
            if marks:
                yield _finding(marks)


def _marks(hit: Hit) -> Iterator[tuple[Passage, int]]:
    """The marks that are to be full-width: a bracket with its other half, or a single mark."""
    passage, text = hit.passage, hit.passage.text
    if hit.match[0] != "(":
        yield passage, hit.start
        return
    close = text.index(")", hit.start)
    is_formula = _OPERATOR.search(text[hit.end : close]) or _OPERATOR.search(text[max(0, hit.start - 1) : hit.start])
    if passage.field.name != "formula" and not is_formula and not _LIST_NUMBER.match(text, hit.start):
        yield passage, hit.start
        yield passage, close


def _finding(marks: list[tuple[Passage, int]]) -> Diagnostic:
    passage, first = marks[0]
    mark = passage.text[first]
    others = len(marks) - 1
    more_zh, more_en = (f"，同一段还有 {others} 处", f", and {others} more") if others else ("", "")
    return Diagnostic(
        KIND,
        passage.span(first, first + 1),
        Phrase(f"中文句子里用了半角的“{mark}”{more_zh}", f"half-width '{mark}' in a Chinese sentence{more_en}"),
        Phrase(f"改用全角的“{mark.translate(_FULL)}”", "use the full-width punctuation mark"),
        fix=tuple(_edit(passage, start) for passage, start in sorted(marks, key=lambda mark: mark[1])),
    )


def _edit(passage: Passage, start: int) -> Edit:
    """The full-width mark in place of the half-width one and of a space behind it on the same line."""
    mark = passage.text[start]
    if mark not in "()" and passage.text[start + 1 : start + 2] == " ":
        wide = passage.span(start, start + 2)
        if wide.line == wide.end_line:
            return Edit(wide, mark.translate(_FULL))
    return Edit(passage.span(start, start + 1), mark.translate(_FULL))
