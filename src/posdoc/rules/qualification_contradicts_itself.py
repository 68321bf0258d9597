"""What is preferred is less than what is required, or the highest figure is below the lowest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Span
from posdoc.model import Organization, Qualification, QualificationItem, Quantity, Text
from posdoc.phrases import Phrase
from posdoc.rules._education import levels_in
from posdoc.rules._experience import qualifications, unit_of, years_of

KIND = Kind("POS611", "qualification-contradicts-itself")
WHAT = Phrase(
    "同一项资格自相矛盾：理想条件低于必备条件（如必备 5 年、理想 3 年，必备本科、理想大专），或最高值低于最低值。",
    "A qualification contradicts itself: less is preferred than required (5 years required and 3 preferred, a bachelor's "
    "degree required and a college diploma preferred), or its highest figure is below its lowest.",
)
WHY = Phrase(
    "理想条件是在必备条件之上更好的条件。两者颠倒，招聘时就无从筛选。",
    "What is preferred goes beyond what is required. With the two turned round, nobody can select by them.",
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
  - {item: education, required: 大专及以上, preferred: 本科}
  - {item: work_experience, minimum: 18 个月, preferred_minimum: 2 年}
  - {item: age, minimum: 18 岁, maximum: 45 岁}
""",
)
FAILING = (
    _HEAD + "qualifications: [{item: work_experience, minimum: 5 年, preferred_minimum: «3 年»}]\n",
    _HEAD + "qualifications: [{item: age, minimum: 40 岁, maximum: «35 岁»}]\n",
    _HEAD + "qualifications: [{item: work_experience, preferred_minimum: 8 年, maximum: «5 年»}]\n",
    _HEAD + "qualifications: [{item: education, required: 本科及以上学历, preferred: «大专»学历}]\n",
)
_PAIRS = (
    ("minimum", "preferred_minimum"),
    ("minimum", "maximum"),
    ("preferred_minimum", "maximum"),
)
_EDUCATION = frozenset({QualificationItem.EDUCATION, QualificationItem.DEGREE})
_ALLOWANCE = re.compile(r"放宽|亦可|也可|均可|尚可|relax|accepted|acceptable", re.IGNORECASE)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each pair of figures, and each pair of levels of education, that is the wrong way round."""
    for qualification in qualifications(organization):
        if qualification.preferred_minimum is not None or qualification.maximum is not None:
            yield from _figures(qualification)
        if qualification.item in _EDUCATION and qualification.required and qualification.preferred:
            yield from _levels(qualification.required, qualification.preferred)


def _figures(qualification: Qualification) -> Iterator[Diagnostic]:
    for low_key, high_key in _PAIRS:
        low: Quantity | None = getattr(qualification, low_key)
        high: Quantity | None = getattr(qualification, high_key)
        if low is not None and high is not None and _is_less(high, low):
            yield Diagnostic(
                KIND,
                qualification.at(high_key),
                _message(low_key, high_key, str(low), str(high)),
                Phrase("改正其中一个数值", "correct one of the two figures"),
                (Related(qualification.at(low_key), Phrase(f"{low}", f"{low}")),),
            )
            return


def _message(low_key: str, high_key: str, low: str, high: str) -> Phrase:
    if high_key == "preferred_minimum":
        return Phrase(
            f"理想最低值“{high}”低于必备的“{low}”", f"'{high}' is preferred, which is less than the required '{low}'"
        )
    if low_key == "minimum":
        return Phrase(
            f"最高值“{high}”低于最低值“{low}”", f"the highest figure '{high}' is less than the lowest, '{low}'"
        )
    return Phrase(
        f"最高值“{high}”低于理想最低值“{low}”", f"the highest figure '{high}' is less than the preferred '{low}'"
    )


def _is_less(one: Quantity, other: Quantity) -> bool:
    """Whether ``one`` is certainly less than ``other``; figures of different units are not compared."""
    years, other_years = years_of(one), years_of(other)
    if years is not None and other_years is not None:
        return years < other_years
    return unit_of(one) == unit_of(other) and one.value < other.value


def _levels(required: Text, preferred: Text) -> Iterator[Diagnostic]:
    """At most one finding, in the first language in which both name a level."""
    for language in preferred.languages:
        least, best = levels_in(required, language), levels_in(preferred, language)
        words = preferred.languages[language]
        if least and best and not _ALLOWANCE.search(words + required.languages[language]):
            low, high = min(least), max(best)
            if high.rank < low.rank:
                named = required.languages[language][low.start : low.end], words[high.start : high.end]
                yield _level_finding(required, preferred.span_of(language, high.start, high.end), *named)
            return


def _level_finding(required: Text, place: Span, low: str, high: str) -> Diagnostic:
    return Diagnostic(
        KIND,
        place,
        Phrase(f"理想学历“{high}”低于必备的“{low}”", f"'{high}' is preferred, which is less than the required '{low}'"),
        Phrase(
            "理想条件应高于必备条件，检查是否写反", "prefer more than is required; perhaps the two are turned round"
        ),
        (Related(required.span, Phrase("必备条件", "what is required")),),
    )
