"""A duty says nothing: it has no text, no area and no tasks."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Duty, Organization
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties

KIND = Kind("POS318", "duty-without-content")
WHAT = Phrase(
    "一项职责既没有描述（text），也没有关键成果领域（area）和任务（tasks）。",
    "A duty has no text, no area and no tasks.",
)
WHY = Phrase(
    "这一行会印成空白，只剩序号或百分比。",
    "It is printed as an empty row with nothing but a number or a share.",
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
PASSING = (_HEAD + "duties: [维修, {area: 建档}, {tasks: [回访客户]}]\n",)
FAILING = (_HEAD + "duties: [{text: 维修, time: 60%}, «{time: 40%}»]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty that says nothing."""
    for position in positions_with_duties(organization):
        for duty in position.duties:
            if not (duty.text or duty.area or duty.tasks) and not _could_not_be_read(duty):
                yield Diagnostic(
                    KIND,
                    duty.span,
                    Phrase("这项职责没有内容", "this duty says nothing"),
                    Phrase(
                        "补写 text（或 area、tasks），或删去这一项",
                        "add a text, an area or tasks, or take the duty out",
                    ),
                )


def _could_not_be_read(duty: Duty) -> bool:
    return any(duty.states(key) and value is None for key, value in (("text", duty.text), ("area", duty.area)))
