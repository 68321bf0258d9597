"""Nobody can have the experience required at the age allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Qualification, QualificationItem, plain
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._education import BACHELOR, lowest_level
from posdoc.rules._experience import EXPERIENCE, Amount, least_years, qualification_lists, unit_of

KIND = Kind("POS613", "experience-against-age", Severity.WARNING)
WHAT = Phrase(
    "年龄上限与经验年限对不上：最低工作年龄加上要求的经验年限已超过年龄上限；或者最低年龄高于年龄上限。"
    "没有写 minimum、maximum 时从“35 岁以下”“3 年以上”等文字中读取。",
    "The highest age and the experience required do not fit: the age at which work may begin and the years of experience "
    "make more than the highest age; or the lowest age is above the highest. Figures are read from words such as "
    "35岁以下, 3年以上, 'under 35' or 'at least 3 years' where there is no minimum or maximum.",
)
WHY = Phrase(
    "《劳动法》第十五条禁止招用未满十六周岁的未成年人，因此工龄最早从 16 岁算起；要求本科学历的按 22 岁毕业起算。"
    "两项对不上，就没有人符合条件。",
    "Article 15 of the Labour Law of China forbids employing anybody under 16, so that work begins at 16 at the earliest; "
    "where a bachelor's degree is required, at about 22. If the two do not fit, nobody meets them.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
PASSING = (
    _HEAD
    + """\
qualifications:
  - {item: age, required: 18至40周岁}
  - {item: education, required: 本科及以上}
  - {item: work_experience, required: 5年以上售后服务经验}
""",
)
FAILING = (
    _HEAD
    + """\
qualifications:
  - {item: age, maximum: «25 岁»}
  - {item: work_experience, minimum: 10 年}
""",
    _HEAD
    + """\
qualifications:
  - {item: age, required: «28岁以下»}
  - {item: education, required: 本科及以上}
  - {item: management_experience, required: 十年以上管理经验}
""",
    _HEAD
    + """\
qualifications:
  - {item: age, required: "40岁以上，«35岁以下»"}
""",
)


@record
class AgeOptions(Options):
    """From which age experience can be counted."""

    working_age: int = declare(
        "最低工作年龄", "Working age", "工龄最早从几岁算起。", "The age from which experience counts at the earliest.",
        16, default=16)  # fmt: skip
    graduation_age: int = declare(
        "本科毕业年龄", "Age of graduation", "要求本科及以上学历时，工龄从几岁算起。",
        "The age from which experience counts where a bachelor's degree or more is required.", 22, default=22)  # fmt: skip


OPTIONS = AgeOptions
_AGE = r"([1-9][0-9])"
_YOUNGER = re.compile(
    rf"{_AGE}\s*周?岁?\s*(?:及|（含）|\(含\))?以[下内]|(?:不超过|不高于|不大于|至多|≤|<=|小于)\s*{_AGE}\s*周?岁"
    rf"|[1-9][0-9]\s*(?:周?岁)?\s*[-–—~～至到]\s*{_AGE}\s*周?岁"
    rf"|\b(?:under|below|up to|at most|not over|no more than|(?:no|not) older than)\s+{_AGE}\b"
    rf"|\bage[ds]?\s+(?:from\s+)?[1-9][0-9]\s*(?:-|–|to)\s*{_AGE}\b",
    re.IGNORECASE,
)
_OLDER = re.compile(
    rf"{_AGE}\s*周?岁?\s*(?:及|（含）|\(含\))?以上|(?:不低于|不小于|至少|≥|>=|年满|大于)\s*{_AGE}\s*周?岁"
    rf"|{_AGE}\s*(?:周?岁)?\s*[-–—~～至到]\s*[1-9][0-9]\s*周?岁"
    rf"|\b(?:over|above|at least|(?:no|not) younger than)\s+{_AGE}\b"
    rf"|\bage[ds]?\s+(?:from\s+)?{_AGE}\s*(?:-|–|to)\s*[1-9][0-9]\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"优先|放宽|prefer|relax", re.IGNORECASE)


class Ages(NamedTuple):
    """The lowest and the highest age of one position, as far as they are stated."""

    low: Amount | None
    high: Amount | None


def check(organization: Organization, options: AgeOptions) -> Iterator[Diagnostic]:
    """Each list of qualifications that nobody can meet."""
    for group in qualification_lists(organization):
        of_age = [q for q in group if q.item is QualificationItem.AGE]
        if of_age:
            ages = _ages(of_age)
            if ages.high is not None:
                yield from _of_list(group, ages.low, ages.high, options)


def _of_list(
    group: tuple[Qualification, ...], low: Amount | None, high: Amount, options: AgeOptions
) -> Iterator[Diagnostic]:
    begin = options.graduation_age if _asks_for_degree(group) else options.working_age
    if low is not None and low.years > high.years:
        yield _turned_round(low, high)
    most = _most_experience(group)
    if most is not None and begin + most.years > high.years:
        yield _too_young(begin, most, high)


def _ages(of_age: list[Qualification]) -> Ages:
    """The strictest lowest and the most generous highest age; figures of one qualification are compared elsewhere."""
    lows, highs = [], []
    for q in of_age:
        stated = q.states("minimum") or q.states("maximum")
        low, high = (
            (_figure(q, "minimum"), _figure(q, "maximum")) if stated else (_worded(q, _OLDER), _worded(q, _YOUNGER))
        )
        lows += [low] if low and not (stated and high) else []
        highs += [high] if high else []
    return Ages(min(lows, default=None), max(highs, default=None))


def _figure(qualification: Qualification, key: str) -> Amount | None:
    quantity = getattr(qualification, key)
    if quantity is None or unit_of(quantity) not in ("岁", "年", ""):
        return None
    return Amount(quantity.value, qualification.at(key), str(quantity))


def _worded(qualification: Qualification, pattern: re.Pattern[str]) -> Amount | None:
    """The age that the required words name in the first language that names one; the highest of several."""
    text = qualification.required
    for language, words in text.languages.items() if text else ():
        matches = [] if _VAGUE.search(words) else list(pattern.finditer(words))
        if text and matches:
            found = [(Decimal(next(filter(None, match.groups()))), match) for match in matches]
            years, match = max(found, key=lambda pair: pair[0])
            return Amount(years, text.span_of(language, *match.span()), match[0])
    return None


def _asks_for_degree(group: tuple[Qualification, ...]) -> bool:
    levels = [lowest_level(q.required) for q in group if q.item is QualificationItem.EDUCATION and q.required]
    return any(level is not None and level >= BACHELOR for level in levels)


def _most_experience(group: tuple[Qualification, ...]) -> Amount | None:
    found = [least_years(q) for q in group if q.item in EXPERIENCE or q.item is QualificationItem.POST_EXPERIENCE]
    return max((amount for amount in found if amount is not None), key=lambda amount: amount.years, default=None)


def _too_young(begin: int, most: Amount, high: Amount) -> Diagnostic:
    end = plain(round(begin + most.years, 1))
    return Diagnostic(
        KIND,
        high.span,
        Phrase(
            f"年龄上限为“{high.written}”，而从 {begin} 岁起有“{most.written}”经验的人已满 {end} 岁",
            f"the highest age is '{high.written}', but '{most.written}' of experience from the age of {begin} make {end}",
        ),
        Phrase("放宽年龄上限，或降低经验年限", "raise the highest age, or ask for less experience"),
        (Related(most.span, Phrase("要求的经验", "the experience required")),),
    )


def _turned_round(low: Amount, high: Amount) -> Diagnostic:
    return Diagnostic(
        KIND,
        high.span,
        Phrase(
            f"年龄上限“{high.written}”低于年龄下限“{low.written}”",
            f"the highest age, '{high.written}', is below the lowest, '{low.written}'",
        ),
        Phrase("改正其中一个年龄", "correct one of the two ages"),
        (Related(low.span, Phrase("年龄下限", "the lowest age")),),
    )
