"""A duty takes most of the time and counts for least, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Duty, Organization, Percent
from posdoc.phrases import Phrase
from posdoc.rules._duties import named, positions_with_duties
from posdoc.rules._shares import middle

KIND = Kind("POS309", "time-and-weight-contradict", Severity.INFO)
WHAT = Phrase(
    "一项职责的时间与权重相互矛盾：一个不低于 30% 而另一个不高于 5%；或者它的时间最多（至少为中位数的两倍）而权重最小。"
    "各项职责都写了时间和权重时才检查。",
    "The time and the weight of a duty contradict each other: one is 30 % or more and the other 5 % or less, or the duty "
    "takes the most time (twice the median or more) and has the least weight. Looked at only where all duties have both.",
)
WHY = Phrase(
    "花去三成时间的事几乎不计分，或几乎不花时间的事决定成绩，任职人会问为什么；多半是两个数字填错了位置。",
    "If a third of the time counts for next to nothing, or next to no time decides the result, the incumbent will ask "
    "why; mostly two figures were mixed up.",
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
    _HEAD + "duties: [{text: 维修, time: 60%, weight: 50%}, {text: 安全, time: 10%, weight: 25%},"
    " {text: 建档, time: 30%, weight: 25%}]\n",
    _HEAD + "duties: [{text: 维修, time: 95%}, {text: 安全, time: 5%, weight: 100%}]\n",
)
FAILING = (
    _HEAD + "duties: [{text: 维修, time: 60%, weight: 70%}, {text: 录单, time: 35%, weight: «5%»},"
    " {text: 安全, time: 5%, weight: 25%}]\n",
    _HEAD + "duties: [{text: 维修, time: 55%, weight: 40%}, {text: 录单, time: 40%, weight: 20%},"
    " {text: 安全, time: 5%, weight: «40%»}]\n",
    _HEAD + "duties: [{text: 录单, time: 50%, weight: «10%»}, {text: 维修, time: 20%, weight: 40%},"
    " {text: 保养, time: 20%, weight: 30%}, {text: 安全, time: 10%, weight: 20%}]\n",
)
MUCH, LITTLE = 30, 5


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty whose time and weight contradict each other."""
    for position in positions_with_duties(organization):
        duties = position.duties
        shares = [
            (duty, duty.time, duty.weight) for duty in duties if duty.time is not None and duty.weight is not None
        ]
        if len(shares) == len(duties) > 1:
            most = _most_time_least_weight(shares)
            for duty, time, weight in shares:
                if duty is most or _are_far_apart(time, weight) or _are_far_apart(weight, time):
                    yield _finding(duty, time, weight)


def _are_far_apart(large: Percent, small: Percent) -> bool:
    return large.low >= MUCH and small.high <= LITTLE


def _most_time_least_weight(shares: list[tuple[Duty, Percent, Percent]]) -> Duty | None:
    """The duty that takes by far the most time and counts for less than any other, if there is one."""
    duty, time, weight = max(shares, key=lambda share: middle(share[1]))
    times = sorted(middle(share[1]) for share in shares)
    twice_the_median = times[(len(times) - 1) // 2] + times[len(times) // 2]
    is_by_far = middle(time) >= twice_the_median
    others = (middle(share[2]) for share in shares if share[0] is not duty)
    return duty if is_by_far and middle(weight) < min(others) else None


def _finding(duty: Duty, time: Percent, weight: Percent) -> Diagnostic:
    called = named(duty)
    return Diagnostic(
        KIND,
        duty.at("weight"),
        Phrase(
            f"{called.zh}占 {time} 的时间，权重却是 {weight}",
            f"{called.en} takes {time} of the time, yet its weight is {weight}",
        ),
        Phrase("核对时间和权重是否填错", "check whether time and weight are what is meant"),
        (Related(duty.at("time"), Phrase("时间在此", "its time")),),
    )
