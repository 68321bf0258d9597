"""A duty takes so little time that it is no duty of its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Duty, Options, Organization, Percent
from posdoc.model.record import declare, record
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all
from posdoc.rules._duties import named, positions_with_duties
from posdoc.rules._shares import NOTHING

KIND = Kind("POS303", "duty-share-too-small", Severity.WARNING)
WHAT = Phrase(
    "一项职责的时间百分比低于下限（默认 5%）；写成范围时看上限。兜底条款除外。",
    "A duty has less than the smallest share of time (5 % unless set otherwise); of a range the upper end counts. "
    "Catch-all duties are left alone.",
)
WHY = Phrase(
    "不到 5% 的事情（每周不足两小时）通常是另一项职责下的任务，单列会让人看不清主次。",
    "What takes less than 5 % of the time, two hours a week, is mostly a task within another duty; on its own it hides "
    "what matters.",
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
    _HEAD + "duties: [{text: 受理报修, time: 95%}, {text: 更新知识库, time: 5%}]\n",
    _HEAD + "duties: [{text: 受理报修, time: 93-97%}, {text: 更新知识库, time: 3-7%}]\n",
    _HEAD + "duties: [{text: 受理报修, time: 98%}, {text: 完成上级交办的其他工作, time: 2%}]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 受理报修, time: 97%}, {text: 更新知识库, time: «3%»}]\n",
    """\
## posdoc.yaml
organization: 公司
rules: {options: {duty-share-too-small: {minimum: 10%}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
duties: [{text: 受理报修, time: 91-94%}, {text: 更新知识库, time: «6-9%»}]
""",
)


@record
class SmallestShare(Options):
    """The smallest share of time that a duty may have."""

    minimum: Percent | None = declare(
        "最低占比",
        "Minimum",
        "单列一项职责所需的最低时间百分比。",
        "The smallest share of time with which a duty stands on its own.",
        "10%",
        default=Percent(Decimal(5), Decimal(5)),
    )


OPTIONS = SmallestShare


def check(organization: Organization, options: SmallestShare) -> Iterator[Diagnostic]:
    """Each duty whose share of time is below the minimum."""
    least = options.minimum.low if options.minimum else NOTHING
    for position in positions_with_duties(organization):
        for duty in position.duties:
            if duty.time is not None and duty.time.high < least and not is_catch_all(duty):
                yield _finding(duty, duty.time, options.minimum)


def _finding(duty: Duty, share: Percent, least: Percent | None) -> Diagnostic:
    called = named(duty)
    return Diagnostic(
        KIND,
        duty.at("time"),
        Phrase(
            f"{called.zh}只占 {share} 的时间，低于 {least}",
            f"{called.en} takes only {share} of the time, under {least}",
        ),
        Phrase(
            "并入相近的职责作为一项任务，或核对比例",
            "make it a task of a related duty, or check the figure",
        ),
    )
