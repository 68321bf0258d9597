"""An indicator has no target, or one that nothing can be measured by."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Dimension, Kpi, Organization, Target
from posdoc.phrases import Phrase
from posdoc.rules._indicators import Indicator, indicators, place_of, place_of_target, shown, targets_of
from posdoc.rules._target_words import is_left_blank, is_measurable, is_vague

KIND = Kind("POS413", "kpi-without-target", Severity.WARNING)
WHAT = Phrase(
    "指标没有目标（自己没写，引用的共享指标也没有）；或定量指标的目标没有任何数量；或未注明类型的指标只写“按时”“及时、到位”"
    "“积极主动”之类的话。定性、能力、态度指标可以用文字写目标，有评分标准或评分等级的也可以不写目标。",
    "An indicator without a target of its own or of the shared one; a quantitative one whose target names no amount; or "
    "one of no stated type whose target is only 'on time', 'as required' and the like. Qualitative indicators, "
    "competencies and attitudes may have targets in words, or none where they have scoring rules or bands.",
)
WHY = Phrase(
    "没有目标就无从判断是否达到；“及时”“到位”每个人的理解不同，考核会有争议。",
    "Without a target nobody can say whether it was reached, and everyone means something else by 'in time'.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥95%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 维修工程师
kpi_sets:
"""
PASSING = (
    _HEAD + "  - kpis: [{use: satisfaction}, {name: 重大投诉, dimension: quantitative, target: 无}]\n",
    _HEAD
    + "  - kpis: [{name: 维修进度, target: 接单后两天内修复}, {name: 工作态度, dimension: attitude, target: 积极主动}]\n",
    _HEAD + "  - kpis: [{name: 客诉报告, dimension: qualitative, criteria: 缺少原因分析的每份扣5分}]\n",
)
FAILING = (
    _HEAD + "  - kpis: [{use: satisfaction}, {name: «维修质量», weight: 50%}]\n",
    _HEAD + "  - kpis: [{name: 维修质量, dimension: quantitative, target: «达到行业水平»}]\n",
    _HEAD + "  - kpis: [{name: 客诉处理效率, target: «及时、到位»}]\n",
    _HEAD + "  - kpis: [{name: 服务回访, target: «——»}]\n",
)
_IN_WORDS = (Dimension.QUALITATIVE, Dimension.COMPETENCE, Dimension.ATTITUDE)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each indicator that cannot be judged; parts are judged together, and planned positions may be unfinished."""
    for indicator in indicators(organization):
        kpi, sheet = indicator.full, indicator.sheet
        if indicator.is_part or not indicator.is_known or sheet is None or not sheet.position.is_current:
            continue
        target = kpi.target
        if target is not None and target.value is not None:
            continue
        yield from _check(indicator, targets_of(kpi), organization.languages)


def _check(indicator: Indicator, targets: tuple[Target, ...], languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    kpi = indicator.full
    name = shown(kpi, languages)
    stated = [target for target in targets if not is_left_blank(target.text.in_())]
    if not stated:
        if not _may_do_without(kpi, targets):
            yield _none(indicator, name, targets)
    elif all(_says_nothing(kpi, target) for target in stated):
        yield _not_measurable(kpi, name, stated[0])


def _may_do_without(kpi: Kpi, targets: tuple[Target, ...]) -> bool:
    """Whether something else says what is asked for, or the target could not be read."""
    if not targets and (kpi.states("target") or kpi.states("targets")):
        return True
    in_words = kpi.dimension in _IN_WORDS and kpi.criteria is not None
    by_parts = any(part.use is not None or targets_of(part) for part in kpi.parts)
    return in_words or by_parts or bool(kpi.bands) or kpi.name is None


def _says_nothing(kpi: Kpi, target: Target) -> bool:
    if kpi.dimension in _IN_WORDS:
        return False
    words = target.text.languages.values()
    if kpi.dimension is Dimension.QUANTITATIVE:
        return not any(is_measurable(word) for word in words)
    return all(is_vague(word) for word in words)


def _none(indicator: Indicator, name: str, targets: tuple[Target, ...]) -> Diagnostic:
    return Diagnostic(
        KIND,
        place_of_target(targets[0]) if targets else place_of(indicator.written),
        Phrase(f"“{name}”没有目标", f"'{name}' has no target"),
        Phrase(
            "补写 target，例如 ≥95%、≤2次；定性指标写明做到什么算达到",
            "add a target such as ≥95% or ≤2, or in words what has to be achieved if it is a qualitative one",
        ),
    )


def _not_measurable(kpi: Kpi, name: str, target: Target) -> Diagnostic:
    written = target.text.in_()
    is_quantitative = kpi.dimension is Dimension.QUANTITATIVE
    return Diagnostic(
        KIND,
        place_of_target(target),
        Phrase(
            f"“{name}”{'是定量指标，' if is_quantitative else '的'}目标“{written}”无法衡量",
            f"the target '{written}' of {'the quantitative indicator ' if is_quantitative else ''}'{name}' cannot be measured",
        ),
        Phrase(
            "写出数量或期限，例如 ≥95%、24小时内；确为定性指标，写 dimension: qualitative",
            "give an amount or a time, such as ≥95% or within 24 hours; if it is qualitative, write dimension: qualitative",
        ),
    )
