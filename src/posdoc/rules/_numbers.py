"""Numbers as people write them before duties and articles: 1. 1、 (1) ① 一、 （三） 第七条 1.2 1-1, Article 7.

Whatever is no such number (C-01, A1, 2024-05-01a) is a code, and a code is never read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import name, normalize, numeric

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100}
_CHINESE = f"[{''.join(_DIGITS)}{''.join(_UNITS)}]{{1,7}}"
_ONE = rf"\d{{1,3}}|{_CHINESE}"
_NUMBER = re.compile(
    r"(?P<before>第\s*|职责|任务|[(\[]|(?:Article|Chapter|Section|Clause|Rule|Duty|No\.?|§)\s*)?"
    rf"(?P<parts>(?:{_ONE})(?:\s*[-.]\s*(?:\d{{1,3}}))*)"
    r"(?P<after>\s*(?:部分|[条章节款项编篇]|[)\]]?[.、:]?))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*([-.])\s*")
_CIRCLED = ("CIRCLED", "DINGBAT")


class Number(NamedTuple):
    """A number that was read."""

    parts: tuple[int, ...]
    form: str
    """What it is written with: digits or Chinese numerals, and what encloses them."""
    style: str
    """The form, and the signs between and behind the parts."""


def number_of(written: str) -> Number | None:
    """The number that ``written`` is; None for a code, or for anything else."""
    text = written.strip()
    if len(text) == 1 and name(text, "").startswith(_CIRCLED):
        return _circled(text)
    match = _NUMBER.fullmatch(normalize("NFKC", text))
    if match is None:
        return None
    first, *others = _SEPARATOR.split(match["parts"])
    head = _value_of(first)
    if head is None:
        return None
    before, after = (match["before"] or "").strip().lower(), match["after"].strip()
    form = f"{before}{'1' if first[0].isdecimal() else '一'}{after.rstrip('.、:')}"
    style = f"{form} {''.join(others[::2])} {after}"
    return Number((head, *map(int, others[1::2])), form, style)


def _circled(sign: str) -> Number | None:
    value = numeric(sign, None)
    if value is None or value != int(value):
        return None
    form = "○一" if "IDEOGRAPH" in name(sign) else "○1"
    return Number((int(value),), form, form)


def _value_of(written: str) -> int | None:
    """12 or 十二; None where Chinese numerals stand in no order that means anything."""
    if written[0].isdecimal():
        return int(written)
    if not any(unit in written for unit in _UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in written))
    total, digit = 0, None
    last_unit = 1000
    for character in written:
        unit = _UNITS.get(character)
        if unit is None:
            if digit:
                return None
            digit = _DIGITS[character]
        elif unit >= last_unit:
            return None
        else:
            total, digit, last_unit = total + (1 if digit is None else digit) * unit, None, unit
    return total + (digit or 0)


def as_outline(numbers: Sequence[Number]) -> list[Number] | None:
    """The numbers with those of a second form below those of the first (一、 1. 2. 二、 1.); None where they are mixed.

    Numbers of another form are an outline when the first of them is 1 and none of them has several parts.
    """
    forms = list(dict.fromkeys(number.form for number in numbers))
    if len(forms) == 1:
        return list(numbers)
    begin = {form: next(number.parts for number in numbers if number.form == form) for form in forms[1:]}
    if any(parts != (1,) for parts in begin.values()) or any(len(number.parts) > 1 for number in numbers):
        return None
    found: list[Number] = []
    line: tuple[int, ...] = ()
    for number in numbers:
        level = forms.index(number.form)
        line = (*line[:level], *(0,) * (level - len(line)), *number.parts)
        found.append(number._replace(parts=line))
    return found


def follows(before: tuple[int, ...], after: tuple[int, ...], unwritten: int = 0) -> bool:
    """Whether ``after`` can be the next number after ``before``, with so many unwritten ones between them.

    Next is the sibling (1.2 → 1.3), the first below (1 → 1.1) or the next above (1.3 → 2, or 2.1 without its heading).
    """
    level = _first_difference(before, after)
    if level == len(before):
        return len(after) > level and is_first(after[level:])
    return level < len(after) and 1 <= after[level] - before[level] <= 1 + unwritten and is_first(after[level + 1 :])


def first_between(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[int, ...]:
    """How the number begins that ought to stand first between two where the one does not follow the other."""
    level = _first_difference(before, after)
    if level < len(before) and after[level] - before[level] > 1:
        return (*before[:level], before[level] + 1)
    below = level + 1 if level < len(before) else level
    deeper = next(place for place in range(below, len(after)) if after[place] > 1)
    return (*after[:deeper], 1)


def is_first(parts: Sequence[int]) -> bool:
    """Whether a number, or the part of one below a level, is the first of its kind: 1, 0, 1.1."""
    return all(part <= 1 for part in parts)


def _first_difference(one: Sequence[int], other: Sequence[int]) -> int:
    """The first level at which two numbers differ; the length of the shorter one where it begins the other."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((level for level, (here, there) in pairs if here != there), min(len(one), len(other)))
