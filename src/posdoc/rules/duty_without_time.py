"""Some duties of a position have a share of time, and some have none."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._shares import TIME, check_missing

KIND = Kind("POS302", "duty-without-time")
WHAT = Phrase(
    "同一岗位中，有的职责写了时间百分比，有的没有写。",
    "Some duties of a position have a share of time, and some have none.",
)
WHY = Phrase(
    "表格里会出现空格，读者不知道是不占时间还是漏写。其余各项已合计 100% 时，“完成上级交办的其他工作”之类的兜底条款可以不写。",
    "The form is printed with a gap, and nobody can tell whether the duty takes no time or was forgotten. Where the "
    "others make 100 %, a catch-all duty (other duties as assigned) needs no share.",
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
    _HEAD + "duties: [{text: 受理报修, time: 60%}, {text: 回访客户, time: 40%}]\n",
    _HEAD + "duties: [{text: 受理报修}, {text: 回访客户}]\n",
    _HEAD + "duties: [{text: 受理报修, time: 60%}, {text: 回访客户, time: 40%}, {text: 完成上级交办的其他工作}]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 受理报修, time: 60%}, {«text»: 回访客户}, {text: 建立档案, time: 40%}]\n",
    _HEAD + "duties: [{text: 受理报修, time: 100%}, {«area»: 客户回访, text: 结单后三天内回访客户}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty without a share of time beside others that have one."""
    return check_missing(organization, KIND, TIME)
