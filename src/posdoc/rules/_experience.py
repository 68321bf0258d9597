"""Years that qualifications ask for, from their figures and, where they have none, from their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Span
from posdoc.model import Organization, Qualification, QualificationItem, Quantity, Text

Item = QualificationItem
EXPERIENCE = frozenset(
    {Item.WORK_EXPERIENCE, Item.MANAGEMENT_EXPERIENCE, Item.INDUSTRY_EXPERIENCE, Item.PROFESSIONAL_EXPERIENCE}
)
"""Experience that one brings along; that in the post itself is another matter for each post."""

_UNITS = {
    "年": "年", "year": "年", "years": "年", "yr": "年", "yrs": "年",
    "月": "月", "个月": "月", "month": "月", "months": "月",
    "岁": "岁", "周岁": "岁", "years old": "岁", "years of age": "岁",
}  # fmt: skip
_BOUND = re.compile(r"\s*(?:及|含)?以[上下内]$|\s*or (?:more|less)$|^full\s+|^满")
_MONTHS = Decimal(12)
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}
_YEARS = re.compile(
    r"(?:(?:至少|不少于|不低于|满|≥|>=)\s*(?P<a>[0-9]{1,2}|[一二两三四五六七八九十])\s*年"
    r"|(?<![0-9一二两三四五六七八九十])(?P<b>[0-9]{1,2}|[一二两三四五六七八九十])\s*年\s*(?:及|（含）|\(含\))?以上"
    r"|(?:at least|no less than|minimum of|a minimum of)\s+(?P<c>[0-9]{1,2})\s*(?:full\s+)?years?"
    r"|(?<![0-9])(?P<d>[0-9]{1,2})\s*(?:\+|or more)\s*years?"
    r"|(?<![0-9])(?P<e>[0-9]{1,2})\s*years?\s*or\s*more)",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """How many years, where that is said and in which words."""

    years: Decimal
    span: Span
    written: str


def qualification_lists(organization: Organization) -> Iterator[tuple[Qualification, ...]]:
    """The qualifications of each position, every list once."""
    seen: set[int] = set()
    for position in organization.positions:
        if position.qualifications and id(position.qualifications) not in seen:
            seen.add(id(position.qualifications))
            yield position.qualifications


def qualifications(organization: Organization) -> Iterator[Qualification]:
    """Every qualification once; copies of a position share them."""
    for group in qualification_lists(organization):
        yield from group


def unit_of(quantity: Quantity) -> str:
    """The unit in one spelling: 年 for years, 月 for months, 岁 for years of age, else as it is written."""
    written = _BOUND.sub("", quantity.unit.strip().casefold()).strip()
    return _UNITS.get(written, written)


def years_of(quantity: Quantity | None) -> Decimal | None:
    """A length of time in years; None for anything else."""
    if quantity is None:
        return None
    unit = unit_of(quantity)
    if unit == "月":
        return quantity.value / _MONTHS
    return quantity.value if unit == "年" else None


def least_years(qualification: Qualification) -> Amount | None:
    """How many years are required: the figure, or the smallest number of years that the words name."""
    if qualification.states("minimum"):
        years = years_of(qualification.minimum)
        return None if years is None else Amount(years, qualification.at("minimum"), str(qualification.minimum))
    return _least_in(qualification.required) if qualification.required else None


def _least_in(text: Text) -> Amount | None:
    for language, words in text.languages.items():
        found = [(_number(match), match) for match in _YEARS.finditer(words)]
        if found:
            years, match = min(found, key=lambda pair: pair[0])
            return Amount(years, text.span_of(language, *match.span()), match[0])
    return None


def _number(match: re.Match[str]) -> Decimal:
    written = next(group for group in match.groups() if group)
    return Decimal(_NUMERALS[written]) if written in _NUMERALS else Decimal(written)
