"""A target that can never be reached, or never be missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, bare_name, indicators, place_of_target, shown, targets_by_name
from posdoc.rules._measures import COUNT_UNITS, Measure, measure_of, says_amount, unit_of

KIND = Kind("POS407", "impossible-target")
WHAT = Phrase(
    "目标不可能出现：满意度、及时率、合格率等“部分占全部”的比率高于 100%（或要求 >100%），次数、件数为负数或要求 <0。"
    "增长率、完成率、达成率、回收率等可以超过 100% 的不在此列。",
    "A target that cannot be: a share of a whole (satisfaction, on time, accuracy) above 100 %, or a number of things "
    "below zero. Rates that can exceed 100 % (growth, plan fulfilment, recovery) are left alone.",
)
WHY = Phrase(
    "达不到或无意义的目标考核不了，多半是数字或符号写错。",
    "Nobody can be assessed by it; mostly a digit or a sign is wrong.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
kpi_sets:
"""
PASSING = (
    _HEAD
    + "  - kpis: [{name: 报修及时率, target: ≥100%}, {name: 保外收入增长率, target: ≥120%}, {name: 投诉次数, target: 0次}]\n",
    _HEAD
    + "  - kpis: [{name: 回款完成率, target: ≥105%}, {name: 服务成本增长率, target: <0}, {name: 投诉件数变化, target: -2件}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 客户满意度, target: «≥105%»}]\n",
    _HEAD + '  - kpis: [{name: 报修及时率, target: "«>100%»"}]\n',
    _HEAD + "  - kpis: [{name: 投诉次数, target: «<0次»}]\n",
    _HEAD + "  - kpis: [{name: 返修, target: «-2件»}]\n",
)
_SHARE_OF_A_WHOLE = re.compile(
    r"(?:满意度|满意率|及时率|准时率|合格率|准确率|正确率|完好率|完整率|接通率|通过率|一次修复率|出勤率|到岗率|参与率|参训率|"
    r"持证率|有效率|相符率|好评率|归档率|差错率|退回率|漏报率|及时性|准确性|(?:按时|按期)\S{0,6}率)$"
    r"|\b(?:satisfaction|accuracy|on time|timeliness|pass rate|first[- ]time fix rate|attendance rate|error rate)$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"增|减|变化|偏差|差异|差额|差值|提升|上升|下降|降低|降幅|净|同比|环比"
    r"|change|growth|differen|varia|increase|decrease|reduc|\bnet\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    rf"(?:>=|<=|[≥≤≧≦<>=])?\s*[-−]\s*(?:0|[1-9]\d*)(?:\.\d+)?\s*(%|{'|'.join(sorted(COUNT_UNITS, key=len, reverse=True))})"
)
_WHOLE = Decimal(100)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each target that lies outside what its indicator can be."""
    for indicator in indicators(organization):
        for target in targets_by_name(indicator):
            is_suspect = target.value is None or target.value > _WHOLE or target.operator in (">", "<")
            wrong = _wrong(indicator, target) if is_suspect else None
            if wrong is not None:
                yield _finding(organization, indicator, target, *wrong)


def _wrong(indicator: Indicator, target: Target) -> tuple[Phrase, Phrase] | None:
    """Why the target cannot be, and the way out."""
    names = indicator.full.name.languages.values() if indicator.full.name is not None else ()
    is_share = any(_SHARE_OF_A_WHOLE.search(bare_name(name)) for name in names)
    changes = any(_CHANGES.search(name) for name in names)
    value, measure = target.value, measure_of(target)
    if value is None:
        found = _NEGATIVE.fullmatch(normalize("NFKC", target.text.in_()).strip())
        impossible = found is not None and not changes and (is_share or found[1] != "%")
        return (_BELOW_ZERO, _WITHOUT_SIGN) if impossible else None
    if is_share and unit_of(target) == "%":
        if value > _WHOLE:
            return _OVER_100, _AT_MOST_100
        if value == _WHOLE and target.operator == ">":
            return _OVER_100, _FULL
    counts = is_share or measure is Measure.COUNT or says_amount(indicator.key)
    if value == 0 and target.operator == "<" and counts and not changes:
        return _BELOW_ZERO, _ZERO
    return None


_OVER_100 = Phrase("不可能超过 100%", "can never be more than 100%")
_BELOW_ZERO = Phrase("不可能小于 0", "can never be less than 0")
_AT_MOST_100 = Phrase(
    "目标不高于 100%；若是增长或超额，请改指标名称",
    "set a target of at most 100%; if growth is meant, the name should say so",
)
_FULL = Phrase("要求全部做到就写 100%", "write 100% if nothing less will do")
_ZERO = Phrase("不允许发生就写 0", "write 0 if there must be none")
_WITHOUT_SIGN = Phrase(
    "去掉负号；若指增减量，请在指标名称中写明", "drop the minus sign; if a change is meant, the name should say so"
)


def _finding(
    organization: Organization, indicator: Indicator, target: Target, wrong: Phrase, way_out: Phrase
) -> Diagnostic:
    name, written = shown(indicator.full, organization.languages), target.text.in_(*organization.languages)
    return Diagnostic(
        KIND,
        place_of_target(target),
        Phrase(f"“{name}”{wrong.zh}，目标却是“{written}”", f"'{name}' {wrong.en}, but its target is '{written}'"),
        way_out,
    )
