"""From the text of a scalar to the value it means. Each function returns None where the text means nothing.

Full-width digits and signs are understood (３０％, －); a number is never guessed from a broken one (``05%``),
nor from signs that only look like digits (②, ³, ٣).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from unicodedata import category

from posdoc.model import PartialDate, Target, Text

NUMBER = r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?"
_DASH = r"\s*(?:-|–|—|~|至|到|to)\s*"
_PERCENT = re.compile(rf"({NUMBER})\s*%?(?:{_DASH}({NUMBER})\s*%?)?")
_WHOLE = re.compile(rf"(0|[1-9][0-9]{{0,6}})(?:{_DASH}(0|[1-9][0-9]{{0,6}}))?\s*(?:人|名|个|people|heads)?")
_DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?|年(?:([0-9]{1,2})月(?:([0-9]{1,2})日?)?)?)?")
_QUANTITY = re.compile(rf"({NUMBER})\s*([^\d\s.,/·-][^\d]{{0,19}})?")
# fmt: off
_OPERATORS = (
    (">=", ("≥", "≧", ">=", "大于等于", "大于或等于", "不低于", "不少于", "不小于", "至少", "at least", "no less than",
            "not less than")),
    ("<=", ("≤", "≦", "<=", "小于等于", "小于或等于", "不超过", "不高于", "不大于", "不多于", "至多", "at most",
            "no more than", "not more than", "within")),
    (">", (">", "大于", "高于", "超过", "more than", "over")),
    ("<", ("<", "小于", "低于", "less than", "under")),
    ("=", ("=", "等于")),
)
# fmt: on
_AFTER = (
    (">=", ("以上", "及以上", "or more", "or higher")),
    ("<=", ("以下", "以内", "之内", "内", "及以下", "or less", "or fewer")),
)
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_HALF_WIDTH |= {ord(wide): ord(plain) for wide, plain in zip("　\u00a0\u2009\u202f−﹪﹣", "    -%-", strict=True)}


def half_width(text: str) -> str:
    """The text with full-width letters, digits, signs and spaces made ordinary, and trimmed."""
    return text.translate(_HALF_WIDTH).strip()


def percent_of(text: str) -> tuple[Decimal, Decimal] | None:
    """``30``, ``30%`` or ``35-40%`` as low and high; 0.3 is not taken for 30 %."""
    plain = half_width(text)
    match = _PERCENT.fullmatch(plain)
    if match is None:
        return None
    low = Decimal(match[1])
    high = Decimal(match[2]) if match[2] else low
    if "%" not in plain and (0 < low < 1 or 0 < high < 1):
        return None
    return (low, high) if low <= high else None


def whole_range_of(text: str) -> tuple[int, int] | None:
    """``12``, ``2-3`` or ``12 人`` as low and high."""
    match = _WHOLE.fullmatch(half_width(text))
    if match is None:
        return None
    low = int(match[1])
    high = int(match[2]) if match[2] else low
    return (low, high) if low <= high else None


_NOT_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "nan", "inf", ".nan", ".inf"])


def may_be_headcount(text: str) -> bool:
    """Whether a text is a number of people, a range of such, or words (several) that are no other value of YAML."""
    if whole_range_of(text) is not None:
        return True
    return not any(character.isdigit() for character in text) and text.lower().lstrip("+-") not in _NOT_WORDS


def integer_of(text: str) -> int | None:
    """A whole number, possibly negative."""
    plain = half_width(text)
    return int(plain) if re.fullmatch(r"-?(?:0|[1-9][0-9]{0,8})", plain) else None


def decimal_of(text: str) -> Decimal | None:
    """A finite decimal number; not ``nan``, ``inf`` or ``1e9``."""
    plain = half_width(text)
    return Decimal(plain) if re.fullmatch(rf"-?{NUMBER}", plain) else None


def boolean_of(text: str) -> bool | None:
    """``true`` or ``false``, and nothing else."""
    return {"true": True, "false": False}.get(text.lower())


def date_of(text: str) -> PartialDate | None:
    """``2018``, ``2018-05``, ``2018-05-03``, also written with / . or 年月日. The day has to exist."""
    match = _DATE.fullmatch(half_width(text))
    if match is None:
        return None
    parts = [int(part) for part in match.groups() if part]
    try:
        date(*parts, *(1, 1)[len(parts) - 1 :])
    except ValueError:
        return None
    return PartialDate(*parts)


def quantity_of(text: str) -> tuple[Decimal, str] | None:
    """A number and its unit: ``3 年``, ``24 years``."""
    match = _QUANTITY.fullmatch(half_width(text))
    if match is None:
        return None
    unit = (match[2] or "").strip()
    is_broken = category(unit[:1] or "A") == "No"  # 3² and 3½ are not three of something
    return None if is_broken else (Decimal(match[1]), unit)


def target_of(text: Text) -> Target:
    """A target with its operator, value and unit where it has them; else only words."""
    words = half_width(text.in_())
    operator = ""
    for sign, spellings in _OPERATORS:
        found = next((s for s in spellings if words.lower().startswith(s)), None)
        if found:
            operator, words = sign, words[len(found) :].strip()
            break
    for sign, endings in _AFTER:
        ending = next((e for e in sorted(endings, key=len, reverse=True) if words.endswith(e)), None)
        if ending and not operator:
            operator, words = sign, words[: -len(ending)].strip()
    found_quantity = quantity_of(words)
    if found_quantity is None:
        return Target(text)
    value, unit = found_quantity
    return Target(text, operator or "=", value, unit)
