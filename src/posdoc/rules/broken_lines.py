"""A text that stands with one character on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Manuscript, Organization, Passage
from posdoc.phrases import Phrase
from posdoc.rules._texts import HAN, shown

KIND = Kind("POS717", "broken-lines", Severity.WARNING)
WHAT = Phrase(
    "一段文字几乎每行只有一个汉字，多半是竖排文本框里的字。",
    "A text has a single Chinese character on almost every line, as vertical text boxes leave it.",
)
WHY = Phrase(
    "印出来成了一长条，查找也找不到这个词。", "It prints as a tall column, and a search does not find the word."
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
    _HEAD + "purpose: |\n  解决客户的问题；\n  带好队伍；\n  无\n",
    _HEAD + "tools: [锤, 钳, 尺]\n",
)
FAILING = (_HEAD + "supervises: |\n  «客\n  户\n  服\n  务\n  部»\n",)

LEAST = 3
"""Fewer single characters may stand on lines of their own by intention."""
ALMOST_ALL = 0.8
_SINGLE = re.compile(f"[{HAN}]")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each text with one character a line."""
    for manuscript in organization.manuscripts.values():
        for passage in _of_several_lines(manuscript):
            lines = [line.strip() for line in passage.text.split("\n") if line.strip()]
            single = sum(1 for line in lines if _SINGLE.fullmatch(line))
            if single >= LEAST and single >= ALMOST_ALL * len(lines):
                yield _finding(passage, lines)


def _of_several_lines(manuscript: Manuscript) -> list[Passage]:
    passages = manuscript.passages
    if manuscript.text.count("\n") < len(passages):
        return []
    return [passage for passage in passages if "\n" in passage.text]


def _finding(passage: Passage, lines: list[str]) -> Diagnostic:
    joined = shown("".join(lines))
    return Diagnostic(
        KIND,
        passage.span(),
        Phrase(f"“{joined}”一字一行", f"'{joined}' stands with one character on each line"),
        Phrase("写成一行", "write it in one line"),
    )
