"""The weights of a position's duties do not make 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._shares import WEIGHT, check_total

KIND = Kind("POS310", "duty-weight-not-100")
WHAT = Phrase(
    "各项职责的权重合计不是 100%。写成范围时，100 应落在下限之和与上限之和之间。",
    "The weights of all duties do not make 100 %. With ranges, 100 has to lie between the sum of the lower ends and "
    "the sum of the upper ends.",
)
WHY = Phrase(
    "权重表示各项职责在整个岗位中的分量，合计不是 100% 就无法用来考核或评价岗位。全部不写权重则不检查。",
    "A weight says how much of the whole position a duty is worth; weights that do not make 100 % cannot be used in "
    "assessment or job evaluation. A position without any weight is not looked at.",
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
    _HEAD + "duties: [{text: 管理, weight: 70%}, {text: 培训, weight: 30%}]\n",
    _HEAD + "duties: [{text: 管理, weight: 60-70%}, {text: 培训, weight: 35}]\n",
    _HEAD + "duties: [{text: 管理}, {text: 培训}]\n",
)
FAILING = (
    _HEAD + "«duties»: [{text: 管理, weight: 70%}, {text: 培训, weight: 20%}]\n",
    _HEAD + "«duties»: [{text: 管理, weight: 70%}, {text: 巡检, weight: 40%}]\n",
    _HEAD + "«duties»: [{text: 管理, weight: 70%}, {text: 培训}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose duties' weights cannot make 100 %."""
    return check_total(organization, KIND, WEIGHT)
