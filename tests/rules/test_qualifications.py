"""Qualifications that contradict themselves or one another, that are empty, or that stand twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.model import Organization, Qualification, QualificationItem, Quantity, Text
from posdoc.rules import (
    duplicate_qualification,
    experience_against_age,
    experience_shrinks,
    qualification_contradicts_itself,
    qualification_without_content,
)
from posdoc.rules._education import levels_in
from posdoc.rules._experience import least_years, unit_of, years_of
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/s/unit.yaml
title: 售后部
## positions/s/engineer.yaml
title: 售后工程师
qualifications:
"""


def asks(*qualifications: str) -> str:
    return HEAD + "".join(f"  - {{{qualification}}}\n" for qualification in qualifications)


# --- one qualification against itself -----------------------------------------------------------------------

CONTRADICTIONS = {
    "more is preferred": asks("item: work_experience, minimum: 3 年, preferred_minimum: 5 年"),
    "as much is preferred": asks("item: work_experience, minimum: 3 年, preferred_minimum: 3 年"),
    "less is preferred": asks("item: work_experience, minimum: 3 年, preferred_minimum: «2 年»"),
    "months and years": asks("item: work_experience, minimum: 2 年, preferred_minimum: «18 个月»"),
    "as many months": asks("item: work_experience, minimum: 24 months, preferred_minimum: 2 years"),
    "other units": asks("item: computer, minimum: 60 字/分钟, preferred_minimum: 3 年"),
    "one unit, spelt alike": asks("item: computer, minimum: 60 字/分钟, preferred_minimum: «50 字/分钟»"),
    "the highest is lower": asks("item: age, minimum: 24 岁, maximum: «23 周岁»"),
    "the highest is the lowest": asks("item: age, minimum: 24 岁, maximum: 24 岁"),
    "more is preferred than is allowed": asks("item: work_experience, preferred_minimum: 8 年, maximum: «5 年»"),
    "less is preferred, and less allowed": asks(
        "item: work_experience, minimum: 5 年, preferred_minimum: «4 年», maximum: 3 年"
    ),
    "no figures": asks("item: work_experience, required: 5 年, preferred: 3 年"),
    "a higher degree": asks("item: education, required: 大专及以上, preferred: 本科及以上"),
    "the same degree": asks("item: education, required: 本科, preferred: 本科，制冷专业"),
    "a lower degree": asks("item: education, required: 本科及以上学历, preferred: «大专»学历"),
    "a degree instead of education": asks("item: degree, required: 硕士, preferred: «学士»"),
    "another item": asks("item: training, required: 本科课程, preferred: 大专课程"),
    "one of several would do": asks("item: education, required: 大专或本科, preferred: 大专，机电类"),
    "a lower one beside a higher one": asks("item: education, required: 本科, preferred: 大专起点的硕士"),
    "an allowance": asks("item: education, required: 本科, preferred: 经验丰富者大专亦可"),
    "an allowance where it is required": asks("item: education, required: 本科（可放宽）, preferred: 大专"),
    "no level is named": asks("item: education, required: 本科, preferred: 理工科"),
    "no level is required": asks("item: education, required: 学历不限, preferred: 高中"),
    "English": asks("item: education, required: {en: Bachelor's degree}, preferred: {en: A «college diploma»}"),
    "one language only is comparable": asks(
        "item: education, required: {zh: 本科, en: Bachelor}, preferred: {en: «College diploma»}"
    ),
    "once for both languages": asks(
        "item: education, required: {zh: 本科, en: Bachelor}, preferred: {zh: «大专», en: College diploma}"
    ),
    "forms S3-A secondary school, from 24, 4 years": asks(
        "item: education, required: 中技以上", "item: age, minimum: 24 岁", "item: work_experience, minimum: 4 年"
    ),
}


@pytest.mark.parametrize("example", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions(tmp_path: Path, example: str) -> None:
    check_marks(qualification_contradicts_itself, tmp_path, example)


SAID = {
    "less is preferred": "'2年' is preferred, which is less than the required '3年'",
    "the highest is lower": "the highest figure '23周岁' is less than the lowest, '24岁'",
    "more is preferred than is allowed": "the highest figure '5年' is less than the preferred '8年'",
    "a lower degree": "'大专' is preferred, which is less than the required '本科'",
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_a_contradiction(tmp_path: Path, name: str) -> None:
    (finding,) = check_marks(qualification_contradicts_itself, tmp_path, CONTRADICTIONS[name])
    assert finding.message.en == SAID[name]
    (related,) = finding.related
    assert related.span.line == 3
    assert related.span.column < finding.span.column


LEVELS = {
    "zh": [
        ("小学", [0]), ("初中毕业", [1]), ("高中、中专、技校、职高或中技", [2, 2, 2, 2, 2]), ("大专（高职、专科）", [3, 3, 3]),
        ("本科，学士", [4, 4]), ("硕士研究生", [5, 5]), ("博士", [6]), ("本专科", [4, 3]), ("不限", []),
        ("高中级职称", []), ("高职称", []), ("其中专业课", []), ("其中技术类", []), ("本科室人员", []), ("研究生产工艺", []),
    ],
    "en": [
        ("Primary school", [0]), ("junior high school", [1]), ("Middle school", [1]), ("High school", [2]),
        ("Secondary vocational education", [2]), ("post-secondary education", []), ("College diploma", [3]),
        ("junior college", [3]), ("college English", []), ("Bachelor's degree", [4]), ("undergraduate", [4]),
        ("Master's degree", [5]), ("PhD", [6]), ("Doctor", [6]), ("any", []),
    ],
    "fr": [("Bachelor", [])],
}  # fmt: skip


@pytest.mark.parametrize(("language", "words", "ranks"), [(k, *case) for k, cases in LEVELS.items() for case in cases])
def test_levels_of_education(language: str, words: str, ranks: list[int]) -> None:
    assert [level.rank for level in levels_in(Text({language: words}), language)] == ranks


# --- experience along a promotion ---------------------------------------------------------------------------


def promoted(lower: str, higher: str, more: str = "") -> str:
    head = HEAD.replace("qualifications:\n", "promotes_to: [[supervisor]]\nqualifications:\n")
    return (
        f"{head}  - {{{lower}}}\n## positions/s/supervisor.yaml\ntitle: 主管\nqualifications:\n  - {{{higher}}}\n{more}"
    )


SHRINKS = {
    "more": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: 5 年"),
    "as much": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: 36 个月"),
    "less": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: «2 年»"),
    "less in months": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: «35 个月»"),
    "another kind": promoted("item: work_experience, minimum: 3 年", "item: management_experience, minimum: 1 年"),
    "in the post": promoted("item: post_experience, minimum: 3 年", "item: post_experience, minimum: 1 年"),
    "not years": promoted("item: work_experience, minimum: 30 台", "item: work_experience, minimum: 20 台"),
    "no figure above": promoted("item: work_experience, minimum: 3 年", "item: work_experience, required: 2 年"),
    "no figure below": promoted("item: work_experience, required: 3 年", "item: work_experience, minimum: 2 年"),
    "the most of several": promoted(
        "item: work_experience, minimum: 3 年",
        "item: work_experience, minimum: 2 年",
        "  - {item: work_experience, minimum: 3 年}\n",
    ),
    "a copy in another office": promoted(
        "item: industry_experience, minimum: 3 年",
        "item: industry_experience, minimum: «2 年»",
        "## positions/s/north.yaml\nbased_on: engineer\n",
    ),
    "planned": promoted(
        "item: work_experience, minimum: 3 年", "item: work_experience, minimum: 2 年", "status: planned\n"
    ),
    "every kind": promoted(
        "item: professional_experience, minimum: 3 年", "item: professional_experience, minimum: «2 年»"
    ),
    "to a position outside": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: 2 年")
    .replace("languages:", "outside_positions: [{id: boss, title: 总经理}]\nlanguages:")
    .replace("[[supervisor]]", "[[boss]]"),
    "no promotion": promoted("item: work_experience, minimum: 3 年", "item: work_experience, minimum: 2 年").replace(
        "promotes_to: [[supervisor]]\n", ""
    ),
}


@pytest.mark.parametrize("example", SHRINKS.values(), ids=SHRINKS)
def test_experience_along_a_promotion(tmp_path: Path, example: str) -> None:
    for finding in check_marks(experience_shrinks, tmp_path, example):
        assert [related.span.line for related in finding.related] == [4, 2]


def test_a_step_is_reported_once_for_all_copies(tmp_path: Path) -> None:
    (finding,) = check_marks(experience_shrinks, tmp_path, SHRINKS["a copy in another office"])
    assert finding.message.en == (
        "'2年' of industry experience is required, less than the '3年' of the position promoted to this one"
    )


# --- experience against age ---------------------------------------------------------------------------------

AGES = {
    "just possible": asks("item: age, maximum: 26 岁", "item: work_experience, minimum: 10 年"),
    "a year too young": asks("item: age, maximum: «25 岁»", "item: work_experience, minimum: 10 年"),
    "no highest age": asks("item: age, minimum: 20 岁", "item: work_experience, minimum: 30 年"),
    "no experience": asks("item: age, maximum: 18 岁"),
    "no age": asks("item: work_experience, minimum: 30 年"),
    "months": asks("item: age, maximum: «17 岁»", "item: work_experience, minimum: 18 个月"),
    "with a degree, just possible": asks(
        "item: age, maximum: 27 岁", "item: education, required: 本科", "item: work_experience, minimum: 5 年"
    ),
    "with a degree": asks(
        "item: age, maximum: «26 岁»", "item: education, required: 本科", "item: work_experience, minimum: 5 年"
    ),
    "a degree that another item names": asks(
        "item: age, maximum: 26 岁", "item: training, required: 本科课程", "item: work_experience, minimum: 5 年"
    ),
    "education of no known level": asks(
        "item: age, maximum: 26 岁", "item: education, required: 学历不限", "item: work_experience, minimum: 5 年"
    ),
    "a college diploma": asks(
        "item: age, maximum: 21 岁", "item: education, required: 大专或本科", "item: work_experience, minimum: 5 年"
    ),
    "the most of several": asks(
        "item: age, maximum: «25 岁»",
        "item: work_experience, minimum: 2 年",
        "item: management_experience, minimum: 10 年",
    ),
    "in the post": asks("item: age, maximum: «25 岁»", "item: post_experience, minimum: 10 年"),
    "other items": asks("item: age, maximum: 25 岁", "item: training, minimum: 10 年"),
    "in words": asks("item: age, required: «25岁以下»", "item: work_experience, required: 10年以上"),
    "in English": asks(
        "item: age, required: {en: «Under 25»}", "item: work_experience, required: {en: at least 10 years}"
    ),
    "a range in words": asks(
        "item: age, required: 年龄«18-25周岁»", "item: work_experience, required: 具有十年以上经验"
    ),
    "only preferred": asks("item: age, required: 25岁以下优先", "item: work_experience, required: 10年以上"),
    "the most generous of several": asks(
        "item: age, required: 25岁以下，女性30岁以下", "item: work_experience, minimum: 10 年"
    ),
    "the least of several": asks(
        "item: age, maximum: 25 岁", "item: work_experience, required: 大专10年以上，本科5年以上"
    ),
    "another unit": asks("item: age, maximum: 5 级", "item: work_experience, minimum: 10 年"),
    "the lowest above the highest in words": asks("item: age, required: '40岁以上，«35岁以下»'"),
    "the lowest above the highest apart": asks("item: age, minimum: 40 岁", "item: age, required: «35岁以下»"),
    "as low as high": asks("item: age, required: '35岁以上，35岁以下'"),
    "figures of one qualification are compared elsewhere": asks("item: age, minimum: 40 岁, maximum: 35 岁"),
    "figures come before words": asks(
        "item: age, required: 20岁以下, maximum: 40 岁", "item: work_experience, required: 30年以上, minimum: 5 年"
    ),
    "another age of graduation": asks(
        "item: age, maximum: 26 岁", "item: education, required: 本科", "item: work_experience, minimum: 5 年"
    ).replace("languages:", "rules: {options: {experience-against-age: {graduation_age: 21}}}\nlanguages:"),
    "another working age": asks("item: age, maximum: «27 岁»", "item: work_experience, minimum: 10 年").replace(
        "languages:", "rules: {options: {experience-against-age: {working_age: 18}}}\nlanguages:"
    ),
    "forms S3-A from 24 with 4 years": asks(
        "item: age, required: 24岁以上", "item: work_experience, required: 4年以上"
    ),
}


@pytest.mark.parametrize("example", AGES.values(), ids=AGES)
def test_experience_against_age(tmp_path: Path, example: str) -> None:
    check_marks(experience_against_age, tmp_path, example)


def test_what_is_said_of_experience_against_age(tmp_path: Path) -> None:
    (young,) = check_marks(experience_against_age, tmp_path / "1", AGES["months"])
    assert young.message.en == "the highest age is '17岁', but '18个月' of experience from the age of 16 make 17.5"
    assert [related.span.line for related in young.related] == [4]
    (worded,) = check_marks(experience_against_age, tmp_path / "3", AGES["a range in words"])
    assert (
        worded.message.en == "the highest age is '18-25周岁', but '十年以上' of experience from the age of 16 make 26"
    )
    (turned,) = check_marks(experience_against_age, tmp_path / "2", AGES["the lowest above the highest in words"])
    assert turned.message.en == "the highest age, '35岁以下', is below the lowest, '40岁以上'"
    assert [related.span.column for related in turned.related] == [28]


YEARS = {
    "3年以上": 3, "3 年（含）以上经验": 3, "至少3年": 3, "不少于 12 年": 12, "满三年": 3,
    "十年以上": 10, "两年以上": 2, "3年": None,
    "2021年以上": None, "二十年以上": None, "at least 3 years": 3, "3 or more years": 3, "3+ years": 3, "5 years or more": 5,
    "a minimum of 4 years": 4, "3 years": None, "5年以上，其中2年以上管理": 2, "": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "years"), YEARS.items())
def test_years_in_words(words: str, years: int | None) -> None:
    found = least_years(Qualification(required=Text({"zh": words})))
    assert (found.years if found else None) == years


@pytest.mark.parametrize(
    ("unit", "plain", "years"),
    [
        ("年", "年", 6),
        ("Years", "年", 6),
        ("年以上", "年", 6),
        ("个月", "月", Decimal("0.5")),
        ("周岁", "岁", None),
        ("台", "台", None),
    ],
)
def test_units(unit: str, plain: str, years: Decimal | None) -> None:
    quantity = Quantity(Decimal(6), unit)
    assert (unit_of(quantity), years_of(quantity)) == (plain, years)


def test_no_quantity_has_no_years() -> None:
    assert years_of(None) is None


# --- without content, and twice -----------------------------------------------------------------------------

EMPTY = {
    "required": asks("item: language, required: 英语"),
    "preferred": asks("item: language, preferred: 英语"),
    "a figure": asks("item: age, maximum: 40 岁", "item: skill, minimum: 3 年", "item: skill, preferred_minimum: 3 年"),
    "nothing": asks("item: «language»", "item: skill, required: 会用万用表"),
    "a label only": asks("item: «other», label: 其他要求"),
}


@pytest.mark.parametrize("example", EMPTY.values(), ids=EMPTY)
def test_without_content(tmp_path: Path, example: str) -> None:
    check_marks(qualification_without_content, tmp_path, example)


TWICE = {
    "different words": asks("item: skill, required: 会用万用表", "item: skill, required: 会用示波器"),
    "another item": asks("item: skill, required: 会用万用表", "item: knowledge, required: 会用万用表"),
    "the same words": asks("item: skill, required: 会用万用表", "item: skill, required: «会用 万用表。»"),
    "thrice": asks(
        "item: skill, required: 万用表", "item: skill, required: «万用表»", "item: skill, required: «万用表»"
    ),
    "another preference": asks(
        "item: skill, required: 会用万用表", "item: skill, required: 会用万用表, preferred: 会用示波器"
    ),
    "the same preference": asks("item: skill, preferred: 会用万用表", "item: skill, preferred: «会用万用表»"),
    "figures without words": asks("item: work_experience, minimum: 3 年", "item: work_experience, minimum: 3 年"),
    "case": asks("item: computer, required: Excel", "item: computer, required: «EXCEL»"),
    "the first language counts": asks(
        "item: skill, required: {zh: 万用表, en: meter}", "item: skill, required: «{zh: 万用表, en: multimeter}»"
    ),
    "another first language": asks(
        "item: skill, required: {zh: 万用表, en: meter}", "item: skill, required: «{zh: 多用表, en: meter}»"
    ).replace("[zh, en]", "[en, zh]"),
    "another first language, preferred": asks(
        "item: skill, preferred: {zh: 万用表, en: meter}", "item: skill, preferred: «{zh: 多用表, en: meter}»"
    ).replace("[zh, en]", "[en, zh]"),
}


@pytest.mark.parametrize("example", TWICE.values(), ids=TWICE)
def test_twice(tmp_path: Path, example: str) -> None:
    for finding in check_marks(duplicate_qualification, tmp_path, example):
        assert [related.span.line for related in finding.related] == [3]


def test_what_could_not_be_read_is_passed_over(tmp_path: Path) -> None:
    texts = (
        "item: age, maximum: 四十",
        "item: work_experience, minimum: 很多",
        "item: skil",
        "item: skill, required: [a]",
    )
    organization, findings = load(write_files(tmp_path, asks(*texts)))
    assert len(findings) >= 4
    assert _all(organization) == []


def _all(organization: Organization) -> list[object]:
    plain = (
        qualification_contradicts_itself,
        experience_shrinks,
        qualification_without_content,
        duplicate_qualification,
    )
    found: list[object] = [finding for rule in plain for finding in rule.check(organization)]
    return [*found, *experience_against_age.check(organization, experience_against_age.AgeOptions())]


def test_experience_is_no_experience_in_the_post() -> None:
    assert QualificationItem.POST_EXPERIENCE not in experience_shrinks.EXPERIENCE
