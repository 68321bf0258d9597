"""Numbers as Excel shows them by the format of their cell (ECMA-376, part 1, 18.8.30 and 18.8.31).

Colours, fillings and Chinese numerals (``[DBNum1]``) are left out: the digits say the same and are read more easily.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS

from posdoc.importers.dates_of_excel import DATE_LETTERS, HALVES_OF_DAY, date_shown
from posdoc.patterns import pattern

GENERAL: Final = "General"
_OF_THE_SYSTEM = {14: "yyyy-mm-dd", 22: "yyyy-mm-dd h:mm", 47: "mm:ss.0"}
"""Formats that look different on every computer, and one that openpyxl's list has wrong."""
_CHINESE = {
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""What the numbers of built-in formats mean in a Chinese Excel (18.8.30)."""
BUILT_IN: Final = {**BUILTIN_FORMATS, **_OF_THE_SYSTEM, **_CHINESE}
MOST_DIGITS: Final = 300
"""How long a number may be; Excel's own are not longer than 308."""
LONGEST_FORMAT: Final = 255

_TOKEN = pattern(
    r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|General|AM/PM|A/P|上午/下午|E[+-]|[0#?]|[yYmMdDhHsSaAeEgGbB]+|.', re.DOTALL
)
_CONDITION = pattern(r"\[(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)\]")
_CURRENCY = pattern(r"\[\$([^\]-]*)")
_COMPARED = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b, "<>": lambda a, b: a != b,
}  # fmt: skip


class Section(NamedTuple):
    """One of the parts of a format between semicolons: its tokens, and the condition it is for."""

    tokens: tuple[str, ...]
    condition: tuple[str, Decimal] | None

    @property
    def is_date(self) -> bool:
        """Whether it shows a number as a day or a time."""
        letters = (token for token in self.tokens if token not in ("E+", "E-"))
        return any(token[0] in DATE_LETTERS or token in HALVES_OF_DAY for token in letters)


@lru_cache(maxsize=500)
def sections_of(code: str) -> tuple[Section, ...]:
    """The parts of a format."""
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(code):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(_section(part) for part in parts)


def _section(tokens: list[str]) -> Section:
    found = next((match for token in tokens if (match := _CONDITION.fullmatch(token))), None)
    return Section(tuple(tokens), (found[1], Decimal(found[2])) if found else None)


def number_shown(written: str, code: str, *, since_1904: bool = False) -> str:
    """A number, as it is written in the file, in the format ``code``; as it is where it is no number."""
    if code == GENERAL and written.isdecimal() and len(written) < 16:
        return written.lstrip("0") or "0"
    try:
        number = Decimal(repr(float(written)))
    except (ValueError, DecimalException):
        return written
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return written
    section, is_signed = _chosen(sections_of(code if len(code) <= LONGEST_FORMAT else GENERAL), number)
    if section is None:
        return general(number)
    if section.is_date:
        return date_shown(float(number), section.tokens, since_1904=since_1904) or general(number)
    with localcontext() as context:
        context.prec = 2 * MOST_DIGITS + 100
        shown = _in_section(number if is_signed else abs(number), section.tokens)
    return shown if shown.strip() or not number else general(number)


def text_shown(text: str, code: str) -> str:
    """A text in the format ``code``, which may print something around it."""
    sections = sections_of(code if len(code) <= LONGEST_FORMAT else GENERAL)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if "@" not in section.tokens:
        return text
    return "".join(text if token == "@" else _literal(token) for token in section.tokens)


def general(number: Decimal) -> str:
    """A number without a format: whole ones in full, others with ten digits."""
    if number == number.to_integral_value() and abs(number) < 10**15:
        return str(int(number))
    return f"{float(number):.10g}".replace("e", "E")


def _chosen(sections: tuple[Section, ...], number: Decimal) -> tuple[Section | None, bool]:
    """The part of a format that is for ``number``, and whether the sign is printed before it."""
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if section.condition is None or _COMPARED[section.condition[0]](number, section.condition[1]):
                return section, True
        return None, True
    if len(sections) == 1 or (number >= 0 and len(sections) == 2) or number > 0:
        return sections[0], len(sections) == 1
    if number < 0:
        return sections[1], False
    return sections[2], False


# --- numbers ------------------------------------------------------------------------------------------------


def _literal(token: str) -> str:
    """What a token prints that stands for no digit."""
    if token[0] == '"':
        return token.strip('"')
    if token[0] == "\\":
        return token[1:]
    if token[0] == "[":
        currency = _CURRENCY.match(token)
        return currency[1] if currency else ""
    return {"_": " ", "*": ""}.get(token[0], token)


def _in_section(number: Decimal, tokens: tuple[str, ...]) -> str:
    sign = "-" if number < 0 else ""
    number = abs(number)
    if GENERAL in tokens:
        return sign + "".join(general(number) if token == GENERAL else _literal(token) for token in tokens)
    if not any(token in "0#?" for token in tokens):
        return "".join(general(number) if token == "@" else _literal(token) for token in tokens)
    number = number.scaleb(2 * sum(token == "%" for token in tokens))
    if "/" in tokens:
        return sign + _fraction(number, tokens)
    exponent = next((place for place, token in enumerate(tokens) if token in ("E+", "E-")), None)
    if exponent is not None:
        return sign + _scientific(number, tokens, exponent)
    number, tokens = _scaled(number, tokens)
    shown = _fixed(number, tokens)
    return sign + shown if any(digit in "123456789" for digit in shown) else shown


def _scaled(number: Decimal, tokens: tuple[str, ...]) -> tuple[Decimal, tuple[str, ...]]:
    """Take out the commas behind the last digit, each of which divides by a thousand."""
    kept: list[str] = []
    last = max(place for place, token in enumerate(tokens) if token in "0#?")
    point = tokens.index(".") if "." in tokens else len(tokens)
    last_whole = max((place for place, token in enumerate(tokens[:point]) if token in "0#?"), default=-1)
    for place, token in enumerate(tokens):
        if token == "," and (place > last or last_whole < place < point):
            number = number.scaleb(-3)
        else:
            kept.append(token)
    return number, tuple(kept)


def _fixed(number: Decimal, tokens: tuple[str, ...]) -> str:
    point = tokens.index(".") if "." in tokens else len(tokens)
    decimals = [token for token in tokens[point + 1 :] if token in "0#?"]
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    left = _whole(whole.lstrip("0"), tokens[:point])
    right = _decimals(fraction, tokens[point + 1 :])
    return left + ("." if point < len(tokens) else "") + right


def _whole(digits: str, tokens: tuple[str, ...]) -> str:
    """The digits before the point, from the right; the first place takes all that are left."""
    places = sum(token in "0#?" for token in tokens)
    grouped = "," in tokens
    out: list[str] = []
    seen = 0
    for token in reversed(tokens):
        if token == ",":
            continue
        if token not in "0#?":
            out.append(_literal(token)[::-1])
            continue
        places -= 1
        taken = digits if places == 0 else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        for digit in reversed(taken or {"0": "0", "?": " ", "#": ""}[token]):
            out.append("," if grouped and seen and seen % 3 == 0 and digit != " " else "")
            out.append(digit)
            seen += 1
    return "".join(out)[::-1]


def _decimals(digits: str, tokens: tuple[str, ...]) -> str:
    needed = len(digits.rstrip("0"))
    out = []
    place = 0
    for token in tokens:
        if token not in "0#?":
            out.append(_literal(token))
            continue
        out.append(digits[place] if place < needed else {"0": "0", "?": " ", "#": ""}[token])
        place += 1
    return "".join(out)


def _scientific(number: Decimal, tokens: tuple[str, ...], exponent: int) -> str:
    decimals = sum(token in "0#?" for token in tokens[tokens.index(".") : exponent]) if "." in tokens else 0
    width = sum(token in "0#?" for token in tokens[exponent:])
    mantissa, _, power = f"{float(number):.{min(decimals, 30)}E}".partition("E")
    sign = "-" if power.startswith("-") else tokens[exponent][1].replace("-", "")
    return f"{mantissa}E{sign}{int(power.lstrip('+-')):0{width}d}" + "".join(
        _literal(token) for token in tokens[exponent + 1 :] if token not in "0#?"
    )


def _fraction(number: Decimal, tokens: tuple[str, ...]) -> str:
    """A number as a fraction, such as ``1 1/2``; the places behind the stroke say how long it may be."""
    stroke = tokens.index("/")
    fixed = "".join(token for token in tokens[stroke + 1 :] if token.isdigit() and token != "0")
    width = sum(token in "0#?" for token in tokens[stroke + 1 :])
    whole, rest = divmod(Fraction(number), 1)
    if fixed:
        part = Fraction(round(rest * int(fixed)), int(fixed))
        numerator, denominator = round(rest * int(fixed)), int(fixed)
    else:
        part = rest.limit_denominator(10 ** min(width, 6) - 1 if width else 9)
        numerator, denominator = part.numerator, part.denominator
    if part == 1:
        whole, numerator = whole + 1, 0
    if not numerator:
        return str(whole)
    return f"{whole} {numerator}/{denominator}" if whole else f"{numerator}/{denominator}"
