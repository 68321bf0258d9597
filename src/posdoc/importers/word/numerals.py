"""Whole numbers as Word prints them in lists: 1, 一, ①, A, iv and the like (ECMA-376, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 9999
"""Beyond it, whatever the format, digits are printed."""
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """A number in one of Word's formats; digits in one that is not known here, or where the format has no sign for it."""
    if form in ("none", "bullet"):
        return ""
    if form.startswith("0"):  # a format of its own, given by its first sign: 001
        return str(number).zfill(len(form))
    if not 0 <= number <= _LARGEST or form not in _FORMATS:
        return str(number)
    return _FORMATS[form](number) or str(number)


def _letters(first: str) -> Callable[[int], str]:
    """A, B, … Z, then AA, BB: Word repeats the letter."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _signs(signs: str) -> Callable[[int], str]:
    """The signs one after another, for 1, 2, …; nothing beyond the last."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else ""


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


def _each_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _counted(digits: str, units: str, one: str = "") -> Callable[[int], str]:
    """Digits with 十, 百, 千 between them. ``one`` are the units before which a one is not written, whatever stands left
    of them; 10 to 19 begin with 十 in every format but the legal ones.
    """

    def count(number: int) -> str:
        text, gap = "", False
        for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
            unit = units[place - 1] if place else ""
            if digit == "0":
                gap = True
                continue
            is_bare = digit == "1" and unit and (unit in one or (unit == "十" and number < 20))
            text += (digits[0] if gap and text and not one else "") + ("" if is_bare else digits[int(digit)]) + unit
            gap = False
        return text or digits[0]

    return count


def _counted_below_100(number: int) -> str:
    """十, 十一, … 九十九, then 一〇〇."""
    return _thousands(number) if number < 100 else _each_digit(_DIGITS)(number)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_thousands = _counted(_DIGITS, "十百千")
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _each_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _each_digit("０１２３４５６７８９"),
    "decimalEnclosedCircle": _signs(_range("①", 20) + _range("㉑", 15) + _range("㊱", 15)),
    "decimalEnclosedCircleChinese": _signs(_range("①", 20) + _range("㉑", 15) + _range("㊱", 15)),
    "decimalEnclosedParen": _signs(_range("⑴", 20)),
    "decimalEnclosedFullstop": _signs(_range("⒈", 20)),
    "ideographEnclosedCircle": _signs(_range("㊀", 10)),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _counted_below_100,
    "taiwaneseCounting": _counted_below_100,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _counted(_DIGITS, "十百千", one="十百千"),
    "chineseLegalSimplified": _counted(_LEGAL, "拾佰仟"),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, "拾佰仟"),
    "ideographDigital": _each_digit(_DIGITS),
    "japaneseDigitalTenThousand": _each_digit(_DIGITS),
    "taiwaneseDigital": _each_digit(_DIGITS),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
}
