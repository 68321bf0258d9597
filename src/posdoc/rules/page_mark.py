"""A page number of the document that a text was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._texts import search_for, without_overlaps

KIND = Kind("POS716", "page-mark", Severity.WARNING)
WHAT = Phrase(
    "行末或单独一行留有原文件的页码：-2-、页码1/4、第 2 页 共 4 页。",
    "A line ends with, or is, a page number of another document: -2-, Page 2 of 4.",
)
WHY = Phrase(
    "页码是从旧文件复制时带来的；posdoc 自己印页码。",
    "It came along when the text was copied; posdoc prints page numbers of its own.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "purpose: 第 2 页 共 4 页的合同须逐页盖章，存放于 A-2-3 柜。\n",
    _HEAD + 'purpose: {zh: 说明, en: "Initial page 2 of 4 of the contract, model SH-2-"}\n',
)
FAILING = (
    _HEAD + "purpose: 解决客户的问题。«-2-»\n",
    _HEAD + "purpose: {zh: 解决客户的问题。, en: To solve problems. «Page 2 of 4»}\n",
)

_MARKS = tuple(
    (needle, re.compile(pattern + r"(?=[ \t]*$)", re.MULTILINE))
    for needle, pattern in (
        ("-", "-(?<![A-Za-z0-9]-) ?[0-9]{1,3} ?-"),
        ("—", "—(?<![A-Za-z0-9—]—) ?[0-9]{1,3} ?—"),
        ("–", "–(?<![A-Za-z0-9]–) ?[0-9]{1,3} ?–"),
        ("页码", r"页码[:： ]?[0-9]{1,3} ?/ ?[0-9]{1,3}"),
        ("Page ", "Page [0-9]{1,3}(?: of |/)[0-9]{1,3}"),
        ("第", "第 ?[0-9]{1,3} ?页[ ,，/]{0,2}共 ?[0-9]{1,3} ?页"),
        ("共", "共 ?[0-9]{1,3} ?页[ ,，/]{0,2}第 ?[0-9]{1,3} ?页"),
        ("第", r"第(?<![^\n]第) ?[0-9]{1,3} ?页"),
    )
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each page mark at the end of a line."""
    for manuscript in organization.manuscripts.values():
        for hit in without_overlaps(search_for(manuscript, _MARKS)):
            found = hit.match[0]
            yield Diagnostic(
                KIND,
                hit.span,
                Phrase(f"“{found}”是从别处带来的页码", f"'{found}' is a page number of another document"),
                Phrase("删去它，打印时自动印页码", "delete it; pages are numbered when they are printed"),
            )
