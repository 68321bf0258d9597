"""What targets are measured in, and what the name of an indicator says about that."""

from __future__ import annotations

import re
from enum import Enum

from posdoc.model import Direction, Kpi, Target
from posdoc.rules._indicators import targets_of


class Measure(Enum):
    """What sort of quantity a unit means."""

    SHARE = "share"
    COUNT = "count"
    TIME = "time"
    POINTS = "points"
    MONEY = "money"


_SHARES = ("%", "‰", "个百分点", "百分点", "percent", "ppm")
# fmt: off
COUNT_UNITS = (
    "次", "件", "人", "人次", "名", "项", "起", "份", "篇", "门", "单", "台", "套", "家", "户", "例", "宗",
    "个", "条", "批", "张", "场", "期", "本", "time", "times", "case", "cases", "item", "items", "piece",
    "pieces", "complaint", "complaints", "accident", "accidents", "report", "reports",
)
TIME_UNITS = (
    "秒", "分钟", "小时", "个小时", "学时", "工时", "课时", "天", "日", "工作日", "个工作日", "周", "月",
    "个月", "年", "s", "sec", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours", "d",
    "day", "days", "week", "weeks", "month", "months", "year", "years",
)
# fmt: on
_POINTS = ("分", "point", "points", "mark", "marks")
_MONEY = ("元", "万元", "千元", "yuan", "CNY", "RMB", "USD")
_MEASURES = {
    unit: measure
    for measure, units in (
        (Measure.SHARE, _SHARES),
        (Measure.COUNT, COUNT_UNITS),
        (Measure.TIME, TIME_UNITS),
        (Measure.POINTS, _POINTS),
        (Measure.MONEY, _MONEY),
    )
    for unit in units
}
_BOUND = re.compile(r"(?:及?以上|及?以下|以内|之内|内)$")
# fmt: off
_RATES = ("率", "比例", "占比", "百分比", "percentage", "ratio")
_NOT_A_SHARE = (
    "周转率", "频率", "频次率", "效率", "倍率", "速率", "功率", "汇率", "概率", "事故率", "伤害率", "故障率", "工伤率",
)
_AMOUNTS = (
    "次数", "件数", "人数", "天数", "项数", "份数", "台数", "户数", "篇数", "起数", "单数", "数量", "时长", "时间", "工时",
    "学时", "课时", "时数",
)
# fmt: on
_AVERAGE = re.compile(r"平均|人均|均(?:次|件|台)|每|\bper\b|\baverage\b|\bmean\b", re.IGNORECASE)


def is_per_something(target: Target) -> bool:
    """Whether the unit is so much for each of something: 次/台, 件/人·月."""
    return "/" in target.unit or "每" in target.unit or " per " in target.unit


def unit_of(target: Target) -> str:
    """The unit without what else stands around it: 次 for 次以内 and for 次/月."""
    if not target.unit or target.unit in _MEASURES:
        return target.unit
    unit = target.unit.partition("/")[0].strip()
    return unit if unit in _MEASURES else _BOUND.sub("", unit).strip()


def measure_of(target: Target) -> Measure | None:
    """What sort of quantity the target is; None where its unit does not say, or is not known."""
    return _MEASURES.get(unit_of(target))


def says_rate(key: str) -> bool:
    """Whether the name with this key is that of a share in per cent (及时率), not of another rate (库存周转率)."""
    return key.endswith(_RATES) and not key.endswith(_NOT_A_SHARE)


def says_amount(key: str) -> bool:
    """Whether the name with this key is that of a number of things or of a time (投诉次数, 响应时间)."""
    return key.endswith(_AMOUNTS) or key.startswith("numberof")


def says_average(name: str) -> bool:
    """Whether the name is that of a mean, which does not grow with the period."""
    return _AVERAGE.search(name) is not None


def direction_of_operator(target: Target) -> Direction | None:
    """Which way is better by the sign of the target; None for one that is to be met exactly, or only words."""
    return _WAYS.get(target.operator)


_WAYS = {">=": Direction.HIGHER, ">": Direction.HIGHER, "<=": Direction.LOWER, "<": Direction.LOWER}


def direction_of(kpi: Kpi) -> Direction | None:
    """Which way is better: as it says, else by the signs of its targets; a target of 0 is to be kept low."""
    if kpi.direction is not None:
        return kpi.direction
    found = [way for target in targets_of(kpi) if (way := direction_of_operator(target)) is not None]
    if found:
        return found[0] if all(way is found[0] for way in found) else None
    return Direction.LOWER if any(target.value == 0 for target in targets_of(kpi)) else None
