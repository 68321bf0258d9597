"""The small values: what they print, and what makes two of them equal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from posdoc.diagnostics import Span
from posdoc.model import HeadCount, PartialDate, Percent, Quantity, Ref, Target, Text, plain


class At:
    span = Span("a.yaml", 3, 4, 3, 9)


D = Decimal
PRINTED = [
    (Percent(D(30), D(30)), "30%"),
    (Percent(D("12.50"), D("12.50")), "12.5%"),
    (Percent(D(35), D(40)), "35-40%"),
    (Percent(D(0), D(0)), "0%"),
    (Percent(D(100), D(100)), "100%"),
    (HeadCount(2, 2), "2"),
    (HeadCount(2, 3), "2-3"),
    (HeadCount(0, 0), "0"),
    (HeadCount(text=Text({"zh": "数名", "en": "several"})), "数名"),
    (HeadCount(), ""),
    (PartialDate(2018), "2018"),
    (PartialDate(2018, 5), "2018-05"),
    (PartialDate(2018, 5, 3), "2018-05-03"),
    (PartialDate(987, 1, 2), "0987-01-02"),
    (Quantity(D(3), "年"), "3年"),
    (Quantity(D(3), "years"), "3 years"),
    (Quantity(D("1.50"), "%"), "1.5%"),
    (Quantity(D(3)), "3"),
]


@pytest.mark.parametrize(("value", "printed"), PRINTED, ids=[printed for _, printed in PRINTED])
def test_printed(value: object, printed: str) -> None:
    assert str(value) == printed


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("10", "10"), ("1E+2", "100"), ("1.50", "1.5"), ("2.00", "2"), ("-0.5", "-0.5"), ("100.0", "100")],
)
def test_plain_numbers(number: str, text: str) -> None:
    assert plain(D(number)) == text


def test_a_text_in_the_language_that_is_asked_for() -> None:
    text = Text({"zh": "主管", "en": "Head"})
    assert text.in_("en") == "Head"
    assert text.in_("de", "zh") == "主管"
    assert text.in_("de") == text.in_() == "主管"
    assert Text({"en": "Head"}).in_("zh") == "Head"
    assert Text({}).in_("zh") == ""


def test_texts_compare_by_what_they_say() -> None:
    assert Text({"zh": "甲"}, At()) == Text({"zh": "甲"})
    assert Text({"zh": "甲", "en": "A"}) == Text({"en": "A", "zh": "甲"})
    assert hash(Text({"zh": "甲", "en": "A"})) == hash(Text({"en": "A", "zh": "甲"}))
    assert Text({"zh": "甲"}) != Text({"en": "甲"})
    assert Text({"zh": "甲"}) != "甲"
    assert repr(Text({"zh": "甲"})) == "Text({'zh': '甲'})"


def test_empty_texts() -> None:
    assert not Text({})
    assert not Text({"zh": ""})
    assert Text({"zh": "", "en": "A"})


def test_places() -> None:
    here = At()
    for value in (Text({}, here), Ref("a", here), Percent(D(1), D(1), here)):
        assert value.span == Span("a.yaml", 3, 4, 3, 9)
    for value in (Text({}), Ref("a"), Percent(D(1), D(1))):
        assert value.span == Span("")
    assert Percent(D(1), D(1), here) == Percent(D(1), D(1))


def test_ranges_and_unknown_numbers() -> None:
    assert Percent(D(35), D(40)).is_range
    assert not Percent(D(35), D(35)).is_range
    assert HeadCount(0, 0).is_known
    assert not HeadCount(text=Text({"zh": "数名"})).is_known
    assert Target(Text({"zh": "按时"})).is_qualitative
    assert not Target(Text({"zh": "0"}), "=", D(0)).is_qualitative


def test_dates_are_in_the_order_of_time() -> None:
    assert PartialDate(2018) < PartialDate(2018, 1) < PartialDate(2018, 1, 1) < PartialDate(2019)
