"""The duties of a position are marked as to whether they are essential, and none is."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties

KIND = Kind("POS312", "no-essential-duty", Severity.WARNING)
WHAT = Phrase(
    "岗位标注了职责是否为基本职责（essential），却没有一项是。",
    "The duties of a position are marked as to whether they are essential, and none of them is.",
)
WHY = Phrase(
    "没有基本职责的岗位没有存在的理由。美国 ADA 条例（29 CFR 1630.2(n)）也以基本职责判断任职人能否胜任。",
    "A position without an essential duty has no reason to exist. Under the ADA (29 CFR 1630.2(n)), too, essential "
    "functions decide whether somebody is qualified.",
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
    _HEAD + "duties: [{text: 维修, essential: true}, {text: 建档, essential: false}]\n",
    _HEAD + "duties: [维修, 建档]\n",
)
FAILING = (_HEAD + "duties: [{text: 维修}, {text: 建档, essential: «false»}]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position that marks duties and has no essential one."""
    for position in positions_with_duties(organization):
        marked = [duty for duty in position.duties if duty.states("essential")]
        if marked and all(duty.essential is False for duty in marked):
            yield Diagnostic(
                KIND,
                marked[0].at("essential"),
                Phrase("没有一项职责是基本职责", "none of the duties is essential"),
                Phrase(
                    "给岗位不可缺少的职责写上 essential: true",
                    "write essential: true where the position would not exist without the duty",
                ),
            )
