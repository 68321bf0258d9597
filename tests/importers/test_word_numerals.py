"""Numbers in the formats of Word's lists."""

from __future__ import annotations

import pytest

from posdoc.importers.word.numerals import numeral

FORMS = {
    "decimal": {1: "1", 12: "12"},
    "decimalZero": {3: "03", 12: "12"},
    "001": {7: "007", 1234: "1234"},
    "decimalFullWidth": {12: "１２"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"},
    "decimalEnclosedParen": {2: "⑵"},
    "decimalEnclosedFullstop": {2: "⒉"},
    "ideographEnclosedCircle": {10: "㊉", 11: "11"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 53: "AAA"},
    "lowerLetter": {2: "b", 28: "bb"},
    "upperRoman": {4: "IV", 1999: "MCMXCIX"},
    "lowerRoman": {9: "ix"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st"},
    "numberInDash": {1: "- 1 -"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"},
    "chineseCountingThousand": {
        1: "一",
        10: "十",
        19: "十九",
        21: "二十一",
        100: "一百",
        101: "一百〇一",
        110: "一百一十",
    },
    "japaneseCounting": {10: "十", 21: "二十一", 101: "百一"},
    "chineseLegalSimplified": {3: "叁", 12: "壹拾贰"},
    "ideographDigital": {10: "一〇"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子"},
    "ideographZodiacTraditional": {1: "甲子", 12: "乙亥"},
    "none": {1: ""},
    "bullet": {1: ""},
    "unheard-of": {3: "3"},
}


@pytest.mark.parametrize(("form", "numbers"), FORMS.items(), ids=FORMS)
def test_a_number_in_a_format(form: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in numbers} == numbers


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [-1, 0, 9999, 2_000_000_000])
def test_no_number_fails_or_grows(form: str, number: int) -> None:
    assert len(numeral(number, form)) < 400
