"""Days and times as Excel shows them by the format of their cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from posdoc.patterns import pattern

DATE_LETTERS: Final = frozenset("yYmMdDhHsSaAeE")
HALVES_OF_DAY: Final = ("AM/PM", "A/P", "上午/下午")
_ELAPSED = pattern(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_CHINESE = pattern(r"\[\$-(?:[0-9A-Fa-f]*[048Cc]04|zh)", re.IGNORECASE)
_LONG_DATE, _LONG_TIME = "[$-F800]", "[$-F400]"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAYS_ZH = "一二三四五六日"
_MOST_DAYS = 2_958_466
"""The first day after the year 9999."""


def date_shown(number: float, tokens: Sequence[str], *, since_1904: bool = False) -> str:
    """A number of days in the format of ``tokens``; empty where no day has it."""
    if not 0 <= number < _MOST_DAYS:
        return ""
    if _LONG_DATE in map(str.upper, tokens):
        tokens = ("yyyy", "年", "m", "月", "d", "日")
    elif _LONG_TIME in map(str.upper, tokens):
        tokens = ("h", ":", "mm", ":", "ss")
    if any(_ELAPSED.fullmatch(token) for token in tokens):
        return _elapsed(number, tokens)
    moment = _moment(number, since_1904)
    return "".join(_printed(moment, tokens, place) for place in range(len(tokens)))


def _moment(number: float, since_1904: bool) -> datetime:
    found = from_excel(number, CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900)
    if isinstance(found, time):
        return datetime.combine(date(1904, 1, 1) if since_1904 else date(1899, 12, 31), found)
    assert isinstance(found, datetime)
    return found


def _printed(moment: datetime, tokens: Sequence[str], place: int) -> str:
    token = tokens[place]
    letters = token.lower()
    is_chinese = any(_CHINESE.match(other) for other in tokens)
    if token in HALVES_OF_DAY:
        first, second = ("上午", "下午") if is_chinese or token == "上午/下午" else token.split("/")
        return first if moment.hour < 12 else second
    if token[0] not in DATE_LETTERS:
        return _literal(tokens, place, moment)
    if letters[0] == "m" and _is_minute(tokens, place):
        return _padded(moment.minute, token)
    if letters[0] == "h" and any(other in HALVES_OF_DAY for other in tokens):
        return _padded(moment.hour % 12 or 12, token)
    return _PARTS[letters[0]](moment, letters, is_chinese)


def _literal(tokens: Sequence[str], place: int, moment: datetime) -> str:
    token = tokens[place]
    if token[0] == '"':
        return token.strip('"')
    if token[0] == "0":
        fraction = place and "." in tokens[:place]
        return f"{moment.microsecond // 100_000}" if fraction else "0"
    if token[0] in "\\_[*@":
        return {"\\": token[1:], "_": " "}.get(token[0], "")
    return token


def _is_minute(tokens: Sequence[str], place: int) -> bool:
    """Whether ``m`` at this place means minutes: it stands behind an hour or before a second."""
    letters = [token[0].lower() for token in tokens[:place] if token[0].lower() in "ymdhs"]
    following = [token[0].lower() for token in tokens[place + 1 :] if token[0].lower() in "ymdhs"]
    return len(tokens[place]) < 3 and (letters[-1:] == ["h"] or following[:1] == ["s"])


def _padded(number: int, token: str) -> str:
    return f"{number:02d}" if len(token) > 1 else str(number)


def _month(moment: datetime, letters: str, is_chinese: bool) -> str:
    if len(letters) < 3:
        return _padded(moment.month, letters)
    if is_chinese:
        return f"{moment.month}月"
    name = _MONTHS[moment.month - 1]
    return name[0] if len(letters) == 5 else name if len(letters) == 4 else name[:3]


def _day(moment: datetime, letters: str, is_chinese: bool) -> str:
    if len(letters) < 3:
        return _padded(moment.day, letters)
    if is_chinese:
        return _weekday(moment, "aaaa" if len(letters) > 3 else "aaa", is_chinese)
    name = _WEEKDAYS[moment.weekday()]
    return name if len(letters) > 3 else name[:3]


def _weekday(moment: datetime, letters: str, _: bool) -> str:
    return ("星期" if len(letters) > 3 else "周") + _WEEKDAYS_ZH[moment.weekday()]


_PARTS: dict[str, Callable[[datetime, str, bool], str]] = {
    "y": lambda moment, letters, _: f"{moment.year:04d}" if len(letters) > 2 else f"{moment.year % 100:02d}",
    "e": lambda moment, *_: f"{moment.year:04d}",
    "m": _month,
    "d": _day,
    "h": lambda moment, letters, _: _padded(moment.hour, letters),
    "s": lambda moment, letters, _: _padded(moment.second, letters),
    "a": _weekday,
}


def _elapsed(number: float, tokens: Sequence[str]) -> str:
    """A length of time: hours may be more than a day has."""
    seconds = round(number * 86_400)
    moment = datetime(1900, 1, 1) + timedelta(seconds=seconds % 86_400)
    out = []
    for place, token in enumerate(tokens):
        match = _ELAPSED.fullmatch(token)
        if match:
            unit = {"h": 3600, "m": 60, "s": 1}[match[1][0].lower()]
            out.append(f"{seconds // unit:0{len(match[1])}d}")
        elif token.lower() in ("m", "mm"):
            out.append(_padded(moment.minute, token))
        else:
            out.append(_printed(moment, tokens, place))
    return "".join(out)
