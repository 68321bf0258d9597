"""Ranges of scores in a text share an end, so that one score belongs to two of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Band, Organization, Text
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators, sheets

KIND = Kind("POS411", "score-ranges-share-ends", Severity.WARNING)
WHAT = Phrase(
    "评分标准、说明、等级名称等文字里，相邻的分数段共用一个端点而未说明归哪一段，如“100-90分、90-70分”。"
    "文字中有“以上、以下、含、不含、低于”等说明的不检查。",
    "In scoring rules, notes and names of bands neighbouring ranges share an end, such as '90-100, 70-90 points', and "
    "nothing says to which of them it belongs. Texts with words such as 'over', 'below' or 'inclusive' are left alone.",
)
WHY = Phrase(
    "正好得 90 分的人有两个等级，容易引起争议。等级写在 bands 的 min 和 max 里就没有这个问题：含下限、不含上限。",
    "Whoever scores exactly 90 has two grades. Bands with min and max have no such trouble: the lower end is included, "
    "the upper one is not.",
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
  - kpis: [{name: 报修及时率, target: ≥95%, weight: 100%}]
"""
PASSING = (
    _HEAD + "    notes: 远超目标 100-90分，超过目标 89-70分，达到目标 69-60分\n",
    _HEAD + "    notes: 优秀 90分（含）-100分，良好 80分（含）-90分\n",
    _HEAD + "    notes: 每周一 9:00-12:00 汇总，12:00-13:00 复核\n",
    _HEAD + "    bands: [{label: 优（90-100分）, min: 90, max: 100}, {label: 良（0-90分）, min: 0, max: 90}]\n",
)
FAILING = (
    _HEAD + "    notes: 远超目标 100-«90»分、超过目标 90-70分、达到目标 70-60分\n",
    _HEAD + "    notes: 优秀 «90»-100分，良好 80-90分，合格 60-80分\n",
    _HEAD + "    bands: [{label: 优（90-100分）}, {label: 良（70-«90»分）}, {label: 差（0-60分）}]\n",
)
_NUMBER = r"(\d{1,3}(?:\.\d)?)"
_UNIT = r"\s?(?:分|%|％|points?|pts?)?"
_TO = r"\s?[-–—~～至到]\s?"
_HAS_RANGES = re.compile(r"[-–—~～至到]\s?\d")
_BEGIN = r"(?<![\d.:：/-])"
_END = r"(?!\d|[.:：/-]\d|\s?[月日年号点时])"
_RANGE = rf"{_BEGIN}{_NUMBER}{_UNIT}{_TO}{_NUMBER}{_END}"
_ANY = r"\d{1,3}(?:\.\d)?"
_SHARED_END = re.compile(
    rf"{_RANGE}(?=[^\d\n]{{0,24}}?{_BEGIN}(?:\2{_UNIT}{_TO}{_ANY}|(?P<below>{_ANY}{_UNIT}{_TO}\1)){_END})",
    re.IGNORECASE,
)
"""A range, and behind it one that begins where it ends, or one that ends where it begins."""
_ONE_RANGE = re.compile(_RANGE, re.IGNORECASE)
_SAYS_WHICH = re.compile(
    r"[含\[\]<>≥≤]|以上|以下|以内|不足|未满|不到|(?:低于|小于|大于|高于|超过)(?!目标|预期|期望)"
    r"|\b(?:below|under|over|above|less|more|inclu\w*|exclu\w*|up to|but not|or better)\b",
    re.IGNORECASE,
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The first shared end of each text, and of the names of each list of bands without numbers."""
    for text in _texts(organization):
        for language, written in text.languages.items():
            if _HAS_RANGES.search(written) is not None:
                yield from _in_text(text, language, written)
    for bands in _bands(organization):
        if not any(band.min is not None or band.max is not None for band in bands):
            yield from _between_bands(bands)


def _texts(organization: Organization) -> list[Text]:
    """Every text that may say how points are given, once."""
    found: list[Text | None] = [kpi_set.notes for kpi_set, _ in sheets(organization)]
    for indicator in indicators(organization):
        found.append(indicator.written.criteria)
        found.append(indicator.written.formula)
    found += [band.consequence for bands in _bands(organization) for band in bands]
    return [text for text in found if text is not None]


def _bands(organization: Organization) -> Iterator[tuple[Band, ...]]:
    yield from (kpi_set.bands for kpi_set, _ in sheets(organization))
    yield from (indicator.written.bands for indicator in indicators(organization))


def _in_text(text: Text, language: str, written: str) -> Iterator[Diagnostic]:
    match = _SHARED_END.search(written)
    if match is not None and _SAYS_WHICH.search(written) is None:
        yield _finding(text, language, match, 1 if match["below"] else 2)


def _between_bands(bands: Iterable[Band]) -> Iterator[Diagnostic]:
    labels = [band.label for band in bands if band.label is not None]
    ranges = [(label, match) for label in labels if (match := _ONE_RANGE.search(label.in_())) is not None]
    for (label, match), (other, second) in pairwise(ranges):
        group = next((group for group in (1, 2) if second[group] in match.groups()), None)
        words = label.in_() + other.in_()
        if group is not None and match.groups() != second.groups() and _SAYS_WHICH.search(words) is None:
            language = next(iter(other.languages))
            there = label.span_of(next(iter(label.languages)))
            yield _finding(other, language, second, group, (Related(there, Phrase("前一等级", "the band before it")),))


def _finding(
    text: Text, language: str, match: re.Match[str], group: int, related: tuple[Related, ...] = ()
) -> Diagnostic:
    end = match[group]
    return Diagnostic(
        KIND,
        text.span_of(language, match.start(group), match.end(group)),
        Phrase(f"“{end}”同时属于相邻的两段", f"'{end}' belongs to two ranges at once"),
        Phrase(
            f"写明归哪一段，如“{end}（含）以上”；或改用等级 bands，写 min 和 max",
            f"say which one it belongs to, such as '{end} and over', or use bands with min and max",
        ),
        related,
    )
