"""A number or bullet typed at the beginning of an item that posdoc numbers by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from posdoc.diagnostics import Diagnostic, Edit, Kind, Severity
from posdoc.model import Manuscript, Organization, Passage
from posdoc.phrases import Phrase
from posdoc.rules._texts import can_begin, search_for

KIND = Kind("POS706", "typed-numbering", Severity.WARNING)
WHAT = Phrase(
    "条目开头手工写了序号或符号（1、 1. (1) ① 一、 第七条 • 等），而 posdoc 会自动编号。",
    "An item begins with a typed number or bullet (1. (1) ① • and the like), although posdoc numbers items by itself.",
)
WHY = Phrase(
    "印出来会有两个序号；增删条目后手写的序号还会重号、跳号。",
    "Two numbers are printed, and after the next change the typed ones repeat or leave gaps.",
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
    _HEAD
    + "duties: [{text: 2026年起每季度巡检, tasks: [1.5 小时内到场, 1、2号机组各检一次, 一、二级故障当日处理, 3个月内回访]}]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 巡检, tasks: [«1、»检查机组, 2、填写记录]}]\n",
    _HEAD + 'duties: ["«1、»受理投诉；2、跟踪处理；3、回访客户"]\n',
)

_DIGITS = "一二三四五六七八九十"
_MARK: Final = re.compile(
    rf"""(?:
    [0-9]{{1,2}}(?:、(?![0-9])|．|\.(?![0-9])|[)）])
    | [(（](?:[0-9]{{1,2}}|[{_DIGITS}]{{1,3}}|[a-z])[)）]
    | [①-⑳⑴-⒛❶-❿㈠-㈩]、?
    | [{_DIGITS}]{{1,3}}(?:、(?![{_DIGITS}])|．)
    | [a-zA-Z](?:[)）]|、(?![a-zA-Z]))
    | [Ⅰ-Ⅻ][、.．]
    | 第[{_DIGITS}〇零百0-9]{{1,5}}[条章节](?:[ \u3000、：:]|$)
    | [-–—*](?=[ \u3000])
    | [•●■◆▪◦➢►▶·‧∙](?![•●■◆▪◦○])
    )[ \t\u3000\u00a0]*""",
    re.VERBOSE,
)
_STEPPED: Final = re.compile(
    r"([0-9]{1,2})([.-])([0-9]{1,2})(?:、|[ \u3000]+|(?=[\u4e00-\u9fff]))"
    r"(?!个|小时|分钟?|秒|[天日周月年人次倍万亿元吨米升克匹台件项家级层%]|公[斤里]|[千毫厘]|平方|立方"
    r"|(?:hours?|minutes?|days?|weeks?|months?|years?|times|people|metres?|tonnes?|per|[kmcµ]?[mgWAVh])\b)"
)
"""1.1 or 1-1, which may just as well be a quantity: it counts only where a neighbour goes on from it."""
_DEEP: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){2,3}(?:、|[ \u3000]+|(?=[\u4e00-\u9fff]))")
_FIRSTS: Final = frozenset("0123456789(（第-–—*•●■◆▪◦➢►▶·‧∙" + _DIGITS) | {
    chr(code) for first, last in ("①⑳", "⑴⒛", "❶❿", "㈠㈩", "ⅠⅫ") for code in range(ord(first), ord(last) + 1)
}
_LETTERED: Final = tuple(
    (sign, re.compile(f"{re.escape(sign)}(?<=[A-Za-z]{re.escape(sign)})(?<![^\n][A-Za-z]{re.escape(sign)})"))
    for sign in ")）、"
)
"""A sign behind the first letter of a line."""
_IN_LISTS: Final = frozenset(
    ["Duty.text", "Duty.area", "UnitFunction.title", "UnitFunction.text", "Step.text", "Authority.text", "Article.text",
     "Chapter.title", "Attachment.title", "Kpi.name", "Competence.name", "Term.term"]
)  # fmt: skip
"""Single texts of records that form lists themselves."""


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each item that begins with a typed number or bullet."""
    for manuscript in organization.manuscripts.values():
        marked = [passage for passage in _candidates(manuscript) if _is_item(passage)]
        numbers = {_place(passage, found) for passage in marked if (found := _STEPPED.match(passage.text))}
        for passage in marked:
            end = _end_of_mark(passage, numbers)
            if end:
                yield _finding(passage, end)


def _candidates(manuscript: Manuscript) -> Iterator[Passage]:
    """The texts that may begin with a mark, by their first character or, behind a letter, by their second."""
    yield from [passage for passage in manuscript.passages if passage.text[:1] in _FIRSTS]
    yield from (hit.passage for hit in search_for(manuscript, _LETTERED) if hit.start == 1)


def _is_item(passage: Passage) -> bool:
    name = f"{type(passage.holder).__name__}.{passage.field.name}"
    return name in _IN_LISTS or isinstance(getattr(passage.holder, passage.field.attribute), Sequence)


def _place(passage: Passage, found: re.Match[str], on: int = 0, over: int = 0) -> tuple[object, ...]:
    """A stepped number and the list in which it stands, ``on`` steps further."""
    return (
        id(passage.owner),
        type(passage.holder),
        passage.field.name,
        found[2],
        int(found[1]) + over,
        int(found[3]) + on,
    )


def _end_of_mark(passage: Passage, numbers: set[tuple[object, ...]]) -> int:
    """Where the typed mark ends; 0 where there is none."""
    found = _MARK.match(passage.text) or _DEEP.match(passage.text)
    if found:
        return found.end()
    stepped = _STEPPED.match(passage.text)
    if stepped is None:
        return 0
    neighbours = [_place(passage, stepped, 1), _place(passage, stepped, -1)]
    if stepped[3] == "0":
        neighbours += [_place(passage, stepped, 0, 1), _place(passage, stepped, 0, -1)]
    return stepped.end() if any(neighbour in numbers for neighbour in neighbours) else 0


def _finding(passage: Passage, end: int) -> Diagnostic:
    mark, rest = passage.text[:end].strip(), passage.text[end:]
    message = Phrase(f"条目开头手工写了“{mark}”", f"the item begins with a typed '{mark}'")
    if _goes_on(mark, rest):
        hint = Phrase("拆成几个条目，每条一行，不写序号", "make several items of it, one each, without numbers")
        return Diagnostic(KIND, passage.span(0, end), message, hint)
    fix = (Edit(passage.span(0, end), ""),) if can_begin(rest) else ()
    return Diagnostic(
        KIND,
        passage.span(0, end),
        message,
        Phrase("删去它，打印时会自动编号", "delete it; items are numbered when they are printed"),
        fix=fix,
    )


def _goes_on(mark: str, rest: str) -> bool:
    """Whether further marks of the same kind follow, so that one text holds a whole list."""
    number = re.search("[0-9]+", mark)
    if number is None:
        return mark[0] in "①❶㈠⑴" and chr(ord(mark[0]) + 1) in rest
    following = mark.replace(number[0], str(int(number[0]) + 1))
    return re.search(rf"(?:^|[^0-9.]){re.escape(following)}", rest) is not None
