"""Numbers in Chinese characters."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """``number`` (0 to 9999) in Chinese: 12 is 十二, 105 is 一百零五."""
    if number < 10:
        return _DIGITS[number]
    written = ""
    pending_zero = False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            written += ("零" if pending_zero and written else "") + _DIGITS[digit] + unit
            pending_zero = False
        else:
            pending_zero = bool(written)
    return written.removeprefix("一") if written.startswith("一十") else written
