"""A qualification that asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._experience import qualifications

KIND = Kind("POS614", "qualification-without-content", Severity.WARNING)
WHAT = Phrase(
    "任职资格的一项只有项目名，没有必备条件、理想条件或数值。",
    "A qualification has only its item: nothing is required or preferred, in words or figures.",
)
WHY = Phrase(
    "表格里会印出一行空白，读者不知道是没有要求还是漏填。",
    "It prints as an empty row, and nobody knows whether nothing is asked for or it was forgotten.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
qualifications:
"""
PASSING = (_HEAD + "  - {item: language, preferred: 能阅读英文手册}\n  - {item: work_experience, minimum: 3 年}\n",)
FAILING = (_HEAD + "  - item: «language»\n",)
_CONTENT = ("required", "preferred", "minimum", "preferred_minimum", "maximum")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each qualification that states nothing besides its item."""
    for qualification in qualifications(organization):
        if qualification.item is not None and not any(map(qualification.states, _CONTENT)):
            item = qualification.item
            yield Diagnostic(
                KIND,
                qualification.at("item"),
                Phrase(
                    f"“{item.label.zh}”没有写任何要求",
                    f"nothing is required or preferred for '{item.label.en.lower()}'",
                ),
                Phrase(
                    "补写 required 或 preferred；没有要求就删去这一项",
                    "add 'required' or 'preferred'; if nothing is asked for, take it out",
                ),
            )
