"""The duties do not run from the largest share of time to the smallest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Duty, Organization
from posdoc.phrases import Phrase
from posdoc.rules._catch_all import is_catch_all
from posdoc.rules._duties import named, positions_with_duties
from posdoc.rules._shares import middle

KIND = Kind("POS308", "duties-not-in-order", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "职责没有按时间由多到少排列；写成范围时按中间值比较。同一类别内比较，末尾的兜底条款除外；"
    "已按重要性（rank 或权重）排列的，以及各项平分而只差在取整的（如 33%、33%、34%），都不检查。",
    "The duties do not run from the largest share of time to the smallest; ranges are compared by their middles. Only "
    "duties of one category are compared, a catch-all duty may come last, and duties in the order of their rank or "
    "weight are left alone, as is time that is shared out evenly but for rounding (33, 33 and 34 %).",
)
WHY = Phrase(
    "由主到次排列，读者一眼就能看出岗位主要做什么。",
    "With the main duty first, a reader sees at a glance what the position is about.",
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
    _HEAD + "duties: [{text: 维修, time: 45-55%}, {text: 保养, time: 50%}]\n",
    _HEAD + "duties: [{text: 维修, time: 95%}, {text: 完成上级交办的其他工作, time: 5%}]\n",
    _HEAD + "duties: [{category: 业务类, text: 维修, time: 40%}, {category: 管理类, text: 带教, time: 60%}]\n",
    _HEAD + "duties: [{text: 安全检查, time: 20%, rank: 1}, {text: 维修, time: 80%, rank: 2}]\n",
)
FAILING = (_HEAD + "duties: [{text: 维修, time: 30%}, {text: 保养, time: «50%»}, {text: 调试, time: 20%}]\n",)

ROUNDING = 1
"""Shares that differ by so many percentage points are equal ones that were rounded."""


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The first duty of each list that takes more time than the one before it."""
    for position in positions_with_duties(organization):
        found = _first_out_of_order(position.duties)
        if found is not None and not (_has_order_of_its_own(position.duties) or _is_even_split(position.duties)):
            yield _finding(*found)


def _first_out_of_order(duties: Sequence[Duty]) -> tuple[Duty, Duty] | None:
    """The first duty with a larger share than the one before it, after that one."""
    for before, after in pairwise(duties):
        if (
            before.time is not None
            and after.time is not None
            and before.category == after.category
            and middle(before.time) < middle(after.time)
            and not (after is duties[-1] and is_catch_all(after))
        ):
            return before, after
    return None


def _has_order_of_its_own(duties: Sequence[Duty]) -> bool:
    """Whether the duties are ranked, or all weighed, and stand in that order."""
    ranks = [Decimal(duty.rank) for duty in duties if duty.rank is not None]
    weights = [-middle(duty.weight) for duty in duties if duty.weight is not None]
    return any(
        len(order) == len(duties) and order == sorted(order) and order[0] != order[-1] for order in (ranks, weights)
    )


def _is_even_split(duties: Sequence[Duty]) -> bool:
    """Whether all shares are the same but for rounding: 33 %, 33 % and 34 %."""
    shares = [duty.time for duty in duties if duty.time is not None]
    return not any(share.is_range for share in shares) and (
        max(share.low for share in shares) - min(share.low for share in shares) <= ROUNDING
    )


def _finding(before: Duty, after: Duty) -> Diagnostic:
    called = named(after)
    return Diagnostic(
        KIND,
        after.at("time"),
        Phrase(
            f"{called.zh}占 {after.time}，却排在 {before.time} 的职责之后",
            f"{called.en} takes {after.time}, but comes after a duty of {before.time}",
        ),
        Phrase("把它移到前面", "move it up"),
        (Related(before.at("time"), Phrase("前一项在此", "the duty before it")),),
    )
