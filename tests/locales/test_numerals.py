from __future__ import annotations

import pytest

from posdoc.locales.numerals import chinese_number

NUMBERS = {
    0: "零", 1: "一", 9: "九", 10: "十", 11: "十一", 12: "十二", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九",
    100: "一百", 101: "一百零一", 105: "一百零五", 110: "一百一十", 111: "一百一十一", 119: "一百一十九", 120: "一百二十",
    200: "二百", 999: "九百九十九", 1000: "一千", 1001: "一千零一", 1010: "一千零一十", 1019: "一千零一十九",
    1100: "一千一百", 1101: "一千一百零一", 1110: "一千一百一十", 2000: "二千", 2026: "二千零二十六", 9009: "九千零九",
    9090: "九千零九十", 9900: "九千九百", 9999: "九千九百九十九",
}  # fmt: skip


@pytest.mark.parametrize(("number", "expected"), NUMBERS.items())
def test_a_number_in_chinese(number: int, expected: str) -> None:
    assert chinese_number(number) == expected


DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}


def read(text: str) -> int:
    """The number that a Chinese reader reads."""
    total, digit = 0, None
    for character in text:
        if character in UNITS:
            total += (1 if digit is None else digit) * UNITS[character]
            digit = None
        else:
            digit = DIGITS[character]
    return total + (digit or 0)


def test_every_number_reads_back_as_itself() -> None:
    written = [chinese_number(number) for number in range(10_000)]
    assert [read(text) for text in written] == list(range(10_000))
    assert not [text for text in written if "零零" in text or (text.endswith("零") and text != "零")]
