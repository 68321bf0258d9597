"""Some duties of a position have a weight, and some have none."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._shares import WEIGHT, check_missing

KIND = Kind("POS311", "duty-without-weight")
WHAT = Phrase(
    "同一岗位中，有的职责写了权重，有的没有写。",
    "Some duties of a position have a weight, and some have none.",
)
WHY = Phrase(
    "没有权重的职责在考核时等于不算。其余各项已合计 100% 时，“完成上级交办的其他工作”之类的兜底条款可以不写。",
    "A duty without a weight counts for nothing in assessment. Where the others make 100 %, a catch-all duty (other "
    "duties as assigned) needs none.",
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
    _HEAD + "duties: [{text: 受理报修, weight: 60%}, {text: 回访客户, weight: 40%}]\n",
    _HEAD + "duties: [{text: 受理报修, time: 60%}, {text: 回访客户, time: 40%}]\n",
)
FAILING = (_HEAD + "duties: [{text: 受理报修, weight: 70%}, {«text»: 上门维修, time: 30%}]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty without a weight beside others that have one."""
    return check_missing(organization, KIND, WEIGHT)
