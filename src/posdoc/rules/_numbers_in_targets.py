"""The numbers that targets are written with: which spellings are right, and what a broken one was meant to be."""

from __future__ import annotations

import re
from unicodedata import normalize

from posdoc.rules._measures import COUNT_UNITS, TIME_UNITS

_NUMBER = r"(?>[1-9]\d{0,2}(?:[, ]\d{3}(?!\d))++|0|[1-9]\d*+)(?:\.\d++)?"
_SIGN = r"(?:>=|<=|[≥≤≧≦<>=])"
_VALUE = rf"{_SIGN}?\s*+[~约]?\s*+[+\-−±]?\s*+{_NUMBER}\s*+[%‰]?\+?"
_CLOCK_OR_DAY = r"\d{1,4}(?:[-/.:]\d{1,2}){1,2}"
_CLOCK_AT_MOST = rf"{_SIGN}\s*+\d{{1,2}}(?::\d\d){{1,2}}"
_BETWEEN = r"\s*+(?>--|——|[-–—−~/:,±])\s*+"
_RIGHT = re.compile(rf"{_VALUE}(?:{_BETWEEN}{_VALUE})*|{_CLOCK_OR_DAY}(?:{_BETWEEN}{_CLOCK_OR_DAY})?|{_CLOCK_AT_MOST}")

_LIKE_NUMBERS = re.compile(r"[\dOoIl.,%‰/\-–—−~±+:≥≤≧≦<>=\s]+")
_SAYS_A_NUMBER = re.compile(r"[\d%‰≥≤≧≦<>=]")
_WORDS_BEFORE = re.compile(
    r"(?:不低于|不少于|不小于|不超过|不高于|不大于|不多于|至少|至多|大于|小于|高于|低于|超过|达到|约)\s*"
)
_UNITS = sorted({*COUNT_UNITS, *TIME_UNITS, "分", "元", "万元", "个百分点"} - {"月", "日", "年", "周", "s", "h", "d"})
_WORDS_AFTER = re.compile(
    rf"\s*(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})?(?:及?以上|及?以下|以内|之内|内)?"
)

_LETTERS = str.maketrans("OoIl", "0011")
_REPAIRS = (
    (re.compile(r"(?<=\d)\s+(?=\d)"), ""),
    (re.compile(r"(?:=\s*>|>\s+=)\s*"), "≥"),
    (re.compile(r"(?:=\s*<|<\s+=)\s*"), "≤"),
    (re.compile(r"([≥≤<>%‰])\s*\1+"), r"\1"),
    (re.compile(r"(?<![\d.,:])0+(?=\d)"), ""),
    (re.compile(r"(?<!\d)\.(?=\d)"), "0."),
    (re.compile(r"(?<=\d)\.(?!\d)"), ""),
)
_OPEN_END = re.compile(r"\s*[-–—−~/:,±.]+\s*$")


_PLAIN = re.compile(r"[≥≤<>=]?=?\s*(?:0|[1-9]\d*)(?:\.\d+)?\s*(?:%|[^\W\d_OoIl]\D*)?")
"""The usual spelling, told apart from the others in one go."""


def numeric_core(written: str) -> str | None:
    """The part of a target that is to be a number, where the target is nothing else; None for a sentence.

    Words of comparison before it and a unit behind it do not belong to it: ``05`` of ``不超过 05 次``. What ends in
    a letter that may be a unit (10l) is no number with a mistake in it, and of a right one nothing need be said.
    """
    if _PLAIN.fullmatch(written) is not None:
        return None
    text = normalize("NFKC", written).strip()
    before = _WORDS_BEFORE.match(text)
    core = text[before.end() :] if before else text
    if _LIKE_NUMBERS.fullmatch(core) is None:
        core = _without_unit(core)
        if _LIKE_NUMBERS.fullmatch(core) is None or core.rstrip().endswith("/"):
            return None
    core = core.strip()
    return core if _SAYS_A_NUMBER.search(core) and core[-1] not in "Il" else None


def _without_unit(text: str) -> str:
    last = max((place for place, sign in enumerate(text) if sign in "0123456789OoIl.,%‰/-–—−~±+:≥≤≧≦<>="), default=-1)
    return text[: last + 1] if _WORDS_AFTER.fullmatch(text, last + 1) else text


def is_right(core: str) -> bool:
    """Whether it is a number, a range, a ratio, a time or a date."""
    return _RIGHT.fullmatch(core) is not None


def repaired(core: str) -> str | None:
    """What a broken number was probably meant to be; None where nobody can tell."""
    mended = core
    if re.search(r"\d", mended):
        mended = mended.translate(_LETTERS)
    for wrong, right in _REPAIRS:
        mended = wrong.sub(right, mended)
    return mended if mended != core and is_right(mended) else None


def has_open_end(core: str) -> str | None:
    """The number before a sign that nothing follows (``95 -``, ``3/``); None where it ends otherwise."""
    begun = _OPEN_END.sub("", core)
    return begun if begun != core and is_right(begun) else None
