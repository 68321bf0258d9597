"""Every accepted and every refused spelling of percentages, head counts, dates, numbers and targets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from posdoc.load.scalars import (
    boolean_of,
    date_of,
    decimal_of,
    half_width,
    integer_of,
    percent_of,
    quantity_of,
    target_of,
    whole_range_of,
)
from posdoc.model import PartialDate, Target, Text

NEVER_A_NUMBER = ["nan", ".nan", "inf", "-inf", ".inf", "1e9", "1E9", "true", "false", "0x1F", "1_000", "1,000", "",
                  " ", "三", "②", "3²", "٣", "½", "--3", "+3", "3..5", "3.", ".5", "3" * 40]  # fmt: skip

PERCENTAGES = {
    "30": (30, 30),
    "30%": (30, 30),
    "30 %": (30, 30),
    " 30% ": (30, 30),
    "30\u00a0%": (30, 30),
    "３０％": (30, 30),
    "30％": (30, 30),
    "30﹪": (30, 30),
    "0": (0, 0),
    "0%": (0, 0),
    "100%": (100, 100),
    "12.5%": ("12.5", "12.5"),
    "0.5%": ("0.5", "0.5"),
    "35-40%": (35, 40),
    "35%-40%": (35, 40),
    "35 - 40 %": (35, 40),
    "35-40": (35, 40),
    "35–40%": (35, 40),
    "35—40%": (35, 40),
    "35~40%": (35, 40),
    "35～40%": (35, 40),
    "35％－40％": (35, 40),
    "35至40%": (35, 40),
    "35到40%": (35, 40),
    "35 to 40%": (35, 40),
    "40-40%": (40, 40),
    "0-5": (0, 5),
    "120%": (120, 120),
}
NO_PERCENTAGES = [*NEVER_A_NUMBER, "05%", "007", "0.3", "０.３", "0-0.5", "0.5-3", "40-35%", "-5%", "约30%", "30%左右",
                  "30%以上", "百分之三十", "30 percent", "30%%", "30-", "-", "%", "30%-35%-40%", "30 40", "3/"]  # fmt: skip

HEAD_COUNTS = {
    "2": (2, 2),
    "0": (0, 0),
    "２": (2, 2),
    "12 人": (12, 12),
    "12人": (12, 12),
    "1名": (1, 1),
    "3个": (3, 3),
    "3 people": (3, 3),
    "2-3": (2, 3),
    "2－3人": (2, 3),
    "2至3名": (2, 3),
    "1 to 2": (1, 2),
}
NO_HEAD_COUNTS = [*NEVER_A_NUMBER, "数名", "02", "3-2", "-1", "2.5", "5+1", "5＋1", "约3人", "3人左右", "2-3-4"]

DATES = {
    "2018": (2018,),
    "2018年": (2018,),
    "2018-05": (2018, 5),
    "2018-5": (2018, 5),
    "2018.5": (2018, 5),
    "2018.10": (2018, 10),
    "2018/05": (2018, 5),
    "2018年5月": (2018, 5),
    "2018-05-03": (2018, 5, 3),
    "2018-5-3": (2018, 5, 3),
    "2018/5/3": (2018, 5, 3),
    "2018.5.3": (2018, 5, 3),
    "2018年5月3日": (2018, 5, 3),
    "2018年05月03": (2018, 5, 3),
    "２０１８－０５－０３": (2018, 5, 3),
    "２０１８年５月": (2018, 5),
    "2024-02-29": (2024, 2, 29),
}
NO_DATES = ["", "0000", "18-05", "2018-13", "2018-00", "2018-05-00", "2018-02-30", "2023-02-29", "20180503", "2018-05-",
            "05/03/2018", "20--年", "2018-05月", "2018年5", "2018年5月3号", "2018-05-03T00:00:00", "today", "二〇一八年",
            "2018 05", "2018-③", "nan", "true"]  # fmt: skip

INTEGERS = {"0": 0, "3": 3, "-3": -3, "３": 3, "－3": -3, " 12 ": 12}
NO_INTEGERS = [*NEVER_A_NUMBER, "03", "-03", "2.0", "2.5", "1-2", "3个"]
DECIMALS = {"0": "0", "90": "90", "0.8": "0.8", "-0.5": "-0.5", "９０": "90", "1.10": "1.1", "100.123456": "100.123456"}
NO_DECIMALS = [*NEVER_A_NUMBER, "05", "90%", "1-2", "90分", "1.1234567"]
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False}
NO_BOOLEANS = ["yes", "no", "on", "off", "1", "0", "是", "否", "y", "", "√"]

QUANTITIES = {
    "3": ("3", ""),
    "3年": ("3", "年"),
    "3 年": ("3", "年"),
    "３年": ("3", "年"),
    "24 years": ("24", "years"),
    "1.5 小时": ("1.5", "小时"),
    "95%": ("95", "%"),
    "2 次/月": ("2", "次/月"),
    "0 次": ("0", "次"),
    "30 m²": ("30", "m²"),
}
NO_QUANTITIES = [*NEVER_A_NUMBER, "三年", "3-5年", "05年", "-3年", "约3年", "3/", "3年2个月", "3½年"]


def cases(table: dict[str, object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("written", "meant"), table.items(), ids=list(table))


@cases(PERCENTAGES)
def test_percentages(written: str, meant: tuple[object, object]) -> None:
    assert percent_of(written) == tuple(Decimal(str(number)) for number in meant)


@pytest.mark.parametrize("written", NO_PERCENTAGES)
def test_no_percentages(written: str) -> None:
    assert percent_of(written) is None


@cases(HEAD_COUNTS)
def test_head_counts(written: str, meant: tuple[int, int]) -> None:
    assert whole_range_of(written) == meant


@pytest.mark.parametrize("written", NO_HEAD_COUNTS)
def test_no_head_counts(written: str) -> None:
    assert whole_range_of(written) is None


@cases(DATES)
def test_dates(written: str, meant: tuple[int, ...]) -> None:
    assert date_of(written) == PartialDate(*meant)


@pytest.mark.parametrize("written", NO_DATES)
def test_no_dates(written: str) -> None:
    assert date_of(written) is None


@cases(INTEGERS)
def test_integers(written: str, meant: int) -> None:
    assert integer_of(written) == meant


@pytest.mark.parametrize("written", NO_INTEGERS)
def test_no_integers(written: str) -> None:
    assert integer_of(written) is None


@cases(DECIMALS)
def test_decimals(written: str, meant: str) -> None:
    assert decimal_of(written) == Decimal(meant)


@pytest.mark.parametrize("written", NO_DECIMALS)
def test_no_decimals(written: str) -> None:
    assert decimal_of(written) is None


@cases(BOOLEANS)
def test_booleans(written: str, meant: bool) -> None:
    assert boolean_of(written) is meant


@pytest.mark.parametrize("written", NO_BOOLEANS)
def test_no_booleans(written: str) -> None:
    assert boolean_of(written) is None


@cases(QUANTITIES)
def test_quantities(written: str, meant: tuple[str, str]) -> None:
    value, unit = meant
    assert quantity_of(written) == (Decimal(value), unit)


@pytest.mark.parametrize("written", NO_QUANTITIES)
def test_no_quantities(written: str) -> None:
    assert quantity_of(written) is None


TARGETS = {
    "≥95%": (">=", "95", "%"),
    "≧95%": (">=", "95", "%"),
    ">=95%": (">=", "95", "%"),
    "＞＝９５％": (">=", "95", "%"),
    "不低于95%": (">=", "95", "%"),
    "大于等于 95%": (">=", "95", "%"),
    "至少 3 次": (">=", "3", "次"),
    "at least 3 visits": (">=", "3", "visits"),
    "At least 3 visits": (">=", "3", "visits"),
    "90分以上": (">=", "90", "分"),
    "90分及以上": (">=", "90", "分"),
    "3 or more": (">=", "3", ""),
    "≤2 次": ("<=", "2", "次"),
    "≦2": ("<=", "2", ""),
    "不超过 2 次/月": ("<=", "2", "次/月"),
    "小于或等于2": ("<=", "2", ""),
    "no more than 2 a month": ("<=", "2", "a month"),
    "15分钟以内": ("<=", "15", "分钟"),
    "15分钟内": ("<=", "15", "分钟"),
    "within 15 minutes": ("<=", "15", "minutes"),
    ">90%": (">", "90", "%"),
    "超过90%": (">", "90", "%"),
    "over 90%": (">", "90", "%"),
    "<10%": ("<", "10", "%"),
    "低于10%": ("<", "10", "%"),
    "=100%": ("=", "100", "%"),
    "100%": ("=", "100", "%"),
    "100": ("=", "100", ""),
}
ONLY_WORDS = ["按时", "及时、到位", "超过目标", "overall", "05%", "3/", "-5%", "nan", "true", "1e9", "≥", "80%-90%",
              "≥90% 且 ≤95%", "每月不超过2次", "至少三次"]  # fmt: skip


@cases(TARGETS)
def test_targets(written: str, meant: tuple[str, str, str]) -> None:
    operator, value, unit = meant
    text = Text({"zh": written})
    assert target_of(text) == Target(text, operator, Decimal(value), unit)


@pytest.mark.parametrize("written", ONLY_WORDS)
def test_targets_without_a_clear_number_stay_words(written: str) -> None:
    text = Text({"zh": written})
    assert target_of(text) == Target(text)
    assert target_of(text).is_qualitative


def test_a_target_by_language_is_read_in_its_first_language() -> None:
    assert target_of(Text({"zh": "≥24学时", "en": "at least 24 hours"})).unit == "学时"


def test_half_width_leaves_other_signs_alone() -> None:
    assert half_width("　ＡＢ（３０％）～，。−①³ ") == "AB(30%)~,。-①³"
