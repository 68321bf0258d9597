from __future__ import annotations

from decimal import Decimal

import pytest

from posdoc.locales.words import Words
from posdoc.model import (
    Company,
    Duty,
    Grade,
    HeadCount,
    Organization,
    OutsidePosition,
    PartialDate,
    Party,
    Percent,
    Position,
    Ref,
    Responsibility,
    Target,
    Text,
    Unit,
    Workspace,
)

WORKSPACE = Workspace(
    organization=Company(name=Text({"zh": "恒达"})),
    languages=("zh", "en", "fr"),
    outside_positions=(OutsidePosition(id=Ref("gm"), title=Text({"zh": "总经理", "en": "General Manager"})),),
    parties=(Party(id=Ref("finance"), title=Text({"zh": "财务部", "en": "Finance"})),),
    grades=(Grade(id=Ref("G5")),),
    labels={
        "position.title": Text({"zh": "职位名称", "en": "Job title"}),
        "duty.area": Text({"zh": "工作模块"}),
        "section.duties": Text({"en": "What you do"}),
    },
)
ORGANIZATION = Organization(
    workspace=WORKSPACE,
    positions=(Position(id="engineer", title=Text({"zh": "工程师", "en": "Engineer"})),),
    units=(Unit(id="service", title=Text({"zh": "客服组"})),),
)
ZH, EN, FR = (Words(ORGANIZATION, language) for language in ("zh", "en", "fr"))


@pytest.mark.parametrize(
    ("languages", "zh", "en", "fr"),
    [
        ({"zh": "总部", "en": "Headquarters", "fr": "Siège"}, "总部", "Headquarters", "Siège"),
        ({"zh": "总部"}, "总部", "总部", "总部"),
        ({"en": "Headquarters", "zh": "总部"}, "总部", "Headquarters", "总部"),
        ({"en": "Headquarters"}, "Headquarters", "Headquarters", "Headquarters"),
    ],
)
def test_a_text(languages: dict[str, str], zh: str, en: str, fr: str) -> None:
    assert [words.text(Text(languages)) for words in (ZH, EN, FR)] == [zh, en, fr]


def test_no_text() -> None:
    assert ZH.text(None) == ""


def test_a_label_is_the_workspaces_own_or_the_standard_one() -> None:
    assert [words.label(Position, "title") for words in (ZH, EN, FR)] == ["职位名称", "Job title", "Position title"]
    assert [words.label(Duty, "area") for words in (ZH, EN, FR)] == ["工作模块", "Key result area", "Key result area"]
    assert [words.label(Duty, "text") for words in (ZH, EN, FR)] == ["职责描述", "Duty", "Duty"]


def test_a_section_is_the_workspaces_own_or_the_standard_one() -> None:
    assert [words.section("duties") for words in (ZH, EN, FR)] == ["岗位职责", "What you do", "Duties"]


def test_a_choice() -> None:
    assert [words.option(Responsibility.FULL) for words in (ZH, EN, FR)] == ["全责", "Full", "Full"]


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        ("engineer", "工程师", "Engineer"),
        ("gm", "总经理", "General Manager"),
        ("service", "客服组", "客服组"),
        ("finance", "财务部", "Finance"),
        ("nobody", "nobody", "nobody"),
    ],
)
def test_the_name_of_what_an_id_names(reference: str, zh: str, en: str) -> None:
    assert (ZH.name(reference), EN.name(reference)) == (zh, en)


def test_names_in_a_row_and_in_a_chain() -> None:
    assert [words.names(["engineer", "gm"]) for words in (ZH, EN)] == ["工程师、总经理", "Engineer, General Manager"]
    assert [words.chain(["engineer", "gm"]) for words in (ZH, EN)] == ["工程师 → 总经理", "Engineer → General Manager"]
    assert ZH.names([]) == ""


def test_parts_are_joined_without_the_empty_ones() -> None:
    assert [words.join(["甲", "", "乙"]) for words in (ZH, EN)] == ["甲、乙", "甲, 乙"]
    assert [words.sequence(["甲", "", "乙"]) for words in (ZH, EN)] == ["甲；乙", "甲; 乙"]


def test_parts_that_are_rows_themselves_are_joined_more_strongly() -> None:
    assert ZH.join(["扫码枪、打印机", "货架"]) == "扫码枪、打印机；货架"
    assert EN.join(["Scanners, printers", "Shelves"]) == "Scanners, printers; Shelves"
    assert ZH.join(["扫码枪、打印机", ""]) == "扫码枪、打印机"


def test_brackets_and_labels() -> None:
    assert [words.bracketed("甲", "乙") for words in (ZH, EN)] == ["甲（乙）", "甲 (乙)"]
    assert ZH.bracketed("甲", "") == "甲"
    assert [words.labelled("甲", "乙") for words in (ZH, EN)] == ["甲：乙", "甲: 乙"]


COUNTS = [
    (HeadCount(1, 1), "1 人", "1", "1 人", "1 person"),
    (HeadCount(2, 2), "2 人", "2", "2 人", "2 people"),
    (HeadCount(0, 0), "0 人", "0", "0 人", "0 people"),
    (HeadCount(1, 3), "1–3 人", "1–3", "1–3 人", "1–3 people"),
    (HeadCount(text=Text({"zh": "数名", "en": "several"})), "数名", "several", "数名", "several"),
]


@pytest.mark.parametrize(("count", "zh", "en", "zh_sentence", "en_sentence"), COUNTS)
def test_a_head_count_in_a_cell_and_in_a_sentence(
    count: HeadCount, zh: str, en: str, zh_sentence: str, en_sentence: str
) -> None:
    assert (ZH.headcount(count), EN.headcount(count)) == (zh, en)
    assert (ZH.persons(count), EN.persons(count)) == (zh_sentence, en_sentence)


@pytest.mark.parametrize(("count", "expected"), [(0, "0 positions"), (1, "1 position"), (12, "12 positions")])
def test_a_count_with_its_noun(count: int, expected: str) -> None:
    assert EN.counted("posts", count) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("30", "30", "30%"), ("35", "40", "35–40%"), ("2.5", "2.5", "2.5%"), ("0", "0", "0%"), ("100", "100", "100%")],
)
def test_a_percentage(low: str, high: str, expected: str) -> None:
    assert EN.percent(Percent(Decimal(low), Decimal(high))) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("100", "100"), ("1E+2", "100"), ("0.80", "0.8"), ("0", "0"), ("-5.0", "-5"), ("60.25", "60.25")],
)
def test_a_number(number: str, expected: str) -> None:
    assert EN.decimal(Decimal(number)) == expected


def test_a_target_is_printed_as_it_was_written() -> None:
    target = Target(Text({"zh": "不低于 95%", "en": "at least 95%"}), ">=", Decimal(95), "%")
    assert (ZH.target(target), EN.target(target)) == ("不低于 95%", "at least 95%")


@pytest.mark.parametrize(
    ("date", "zh", "en"),
    [
        (PartialDate(2018), "2018年", "2018"),
        (PartialDate(2018, 5), "2018年5月", "May 2018"),
        (PartialDate(2018, 12, 31), "2018年12月31日", "31 December 2018"),
        (PartialDate(2018, 1, 1), "2018年1月1日", "1 January 2018"),
    ],
)
def test_a_date_as_precisely_as_it_is_known(date: PartialDate, zh: str, en: str) -> None:
    assert (ZH.date(date), EN.date(date), FR.date(date)) == (zh, en, en)


@pytest.mark.parametrize(("number", "zh", "en"), [(1, "一、", "1. "), (10, "十、", "10. "), (21, "二十一、", "21. ")])
def test_the_number_of_a_section(number: int, zh: str, en: str) -> None:
    assert (ZH.section_number(number), EN.section_number(number)) == (zh, en)
