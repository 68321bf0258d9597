"""The shares of time of a position's duties do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._shares import TIME, check_total

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
    _HEAD + "«duties»: [{text: 管理, time: 60%}, {text: 培训}, {text: 巡检, time: 50%}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose shares of time cannot make 100 %."""
    return check_total(organization, KIND, TIME)
