"""The shares of time of a position's duties do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Duty, Organization, Position, plain
from posdoc.phrases import Phrase

KIND = Kind("POS301", "duty-time-not-100")
WHAT = Phrase(
    "各项职责的时间百分比合计不是 100%。写成范围时，100 应落在下限之和与上限之和之间。",
    "The shares of time of all duties do not make 100 %. With ranges, 100 has to lie between the sum of the lower "
    "ends and the sum of the upper ends.",
)
WHY = Phrase(
    "时间合计不足或超出 100%，说明职责有遗漏、重复或比例未更新。全部不写比例则不检查。",
    "A total other than 100 % means that a duty is missing, stands twice, or that shares were not adjusted (OPM: the "
    "percentages of all duties total 100). A position without any share of time is not looked at.",
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
    _HEAD + "duties: [{text: 管理, time: 60%}, {text: 培训, time: ４０％}]\n",
    _HEAD + "duties: [{text: 管理, time: 55-65%}, {text: 培训, time: 40}]\n",
    _HEAD + "duties: [{text: 管理}, {text: 培训}]\n",
)
FAILING = (
    _HEAD + "«duties»: [{text: 管理, time: 45%}, {text: 培训, time: 10%}]\n",
    _HEAD + "«duties»: [{text: 管理, time: 30-40%}, {text: 培训, time: 20-30%}]\n",
)
WHOLE = Decimal(100)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose shares of time cannot make 100 %."""
    for position in organization.positions:
        timed = [duty for duty in position.duties if duty.time is not None]
        low = sum((duty.time.low for duty in timed if duty.time), Decimal(0))
        high = sum((duty.time.high for duty in timed if duty.time), Decimal(0))
        unread = any(duty.time is None and duty.states("time") for duty in position.duties)
        if timed and not unread and not low <= WHOLE <= high:
            yield _finding(position, timed, low, high)


def _finding(position: Position, timed: list[Duty], low: Decimal, high: Decimal) -> Diagnostic:
    total = f"{plain(low)}%" if low == high else f"{plain(low)}–{plain(high)}%"
    untimed = [duty for duty in position.duties if duty.time is None]
    without_zh = f"；有 {len(untimed)} 项未写时间" if untimed else ""
    without_en = f"; {len(untimed)} of them have none" if untimed else ""
    return Diagnostic(
        KIND,
        position.key_at("duties"),
        Phrase(
            f"各项职责的时间应合计 100%，现为 {total}{without_zh}",
            f"the time of all duties must add up to 100%; it is {total}{without_en}",
        ),
        _hint(low, high),
        tuple(Related(duty.at("time"), Phrase(f"{duty.time}", f"{duty.time}")) for duty in timed),
    )


def _hint(low: Decimal, high: Decimal) -> Phrase:
    if high < WHOLE:
        gap = plain(WHOLE - high)
        return Phrase(f"还差 {gap}%", f"{gap}% more is needed")
    over = plain(low - WHOLE)
    return Phrase(f"多出 {over}%", f"{over}% too much")
