"""A target looks like a number, but is a broken one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators, targets_of
from posdoc.rules._numbers_in_targets import has_open_end, is_right, numeric_core, repaired

KIND = Kind("POS406", "broken-target")
WHAT = Phrase(
    "目标像数值，却不成数值：前面多 0（05%）、缺半截（3/、95-）、百分号重复（95%%）、字母当数字（1O0%）、只有符号（≥）。"
    "范围、比例、时间、日期和含文字的目标不在此列。",
    "A target that looks like a number and is none: a leading zero (05%), one half missing (3/ or 95-), a doubled sign "
    "(95%%), a letter for a digit (1O0%), a sign without a number (≥). Ranges, ratios, times, dates and sentences are "
    "left alone.",
)
WHY = Phrase(
    "这类目标多是录入或转换时丢了字符，印出来谁也说不准要达到多少。",
    "Characters were lost when it was typed or converted, and nobody can say what has to be reached.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后服务部经理
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{name: 响应及时率, target: 15 分钟内响应}, {name: 回访, target: 每月 2 次以内}]\n",
    _HEAD
    + "  - kpis: [{name: 投诉, target: 0-1 次}, {name: 抽检, target: 3/5 以上}, {name: 验收, target: 2026/3/1 前}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{name: 服务费用率, target: «05%»}]\n",
    _HEAD + "  - kpis: [{name: 保修期平均服务次数, targets: {month: «3/», year: 3}}]\n",
    _HEAD + "  - kpis: [{name: 满意度, target: «1O0%»}]\n",
    _HEAD + "  - kpis: [{name: 满意度, target: «≥»}]\n",
    _HEAD + "  - kpis: [{name: 满意度, target: «95%90%»}]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each target that is meant for a number and is none, in any language."""
    for indicator in indicators(organization):
        for target in targets_of(indicator.written):
            if not _is_plain(target):
                yield from _broken(target)


def _is_plain(target: Target) -> bool:
    """Whether it was read as a number in per cent or without a unit, so that nothing can be broken."""
    return target.value is not None and target.unit in ("", "%") and len(target.text.languages) == 1


def _broken(target: Target) -> Iterator[Diagnostic]:
    for language, written in target.text.languages.items():
        core = numeric_core(written)
        if core is not None and not is_right(core):
            yield Diagnostic(
                KIND,
                target.text.span_of(language),
                Phrase(f"目标“{written}”不是完整的数值", f"the target '{written}' is not a proper number"),
                _hint(core, normalize("NFKC", written)),
            )


def _hint(core: str, written: str) -> Phrase:
    if not re.search(r"\d", core):
        return Phrase("补上数值，例如 ≥95%、≤2次", "write the number, such as ≥95% or ≤2")
    begun = has_open_end(core)
    if begun is not None:
        return Phrase(f"补全后半部分；若没有后半部分，只写 {begun}", f"write what follows, or '{begun}' alone")
    meant = repaired(core)
    if meant is None:
        return Phrase("写成 95%、≥95%、0-1次，或用一句话说明", "write 95%, ≥95% or 0-1, or say it in words")
    whole = written.replace(core, meant, 1)
    if re.fullmatch(r"\D*0[1-9]\d*%", core):
        part = written.replace(core, core.replace("0", "0.", 1), 1)
        return Phrase(f"是否想写 {whole} 或 {part}？", f"did you mean '{whole}' or '{part}'?")
    return Phrase(f"是否想写 {whole}？", f"did you mean '{whole}'?")
