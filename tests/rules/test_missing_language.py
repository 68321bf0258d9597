"""Texts that lack a language most of their file has."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import missing_language
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: {name: 公司}
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
"""
FILE = "## positions/service/engineer.yaml\n"
BOTH = "title: {zh: 工程师, en: Engineer}\npurpose: {zh: 维修, en: Repair of units}\n"
"""Two texts in both languages."""

CASES = {
    "a plain text among others": "overview: «现场维修»\n",
    "only zh": "overview: {zh: «现场维修»}\n",
    "only en": "overview: {en: «Looks after units»}\n",
    "only en, hardly words": "overview: {en: KPI of Engineer}\n",
    "exactly half": "overview: «现场维修»\nbackground: «业务扩大»\n",
    "less than half": "overview: 现场维修\nbackground: 业务扩大\nsupervises: 工程师\n",
    "figures and signs": "kpi_sets: [{kpis: [{name: {zh: 及时率, en: On time}, target: ≥95%}]}]\n",
    "a figure with a Chinese unit": "kpi_sets: [{kpis: [{name: {zh: 学时, en: Hours}, target: «≥24学时»}]}]\n",
    "Latin names": "tools: [SAP ERP, WeChat, C++, 'https://example.com']\n",
    "an English sentence for Chinese is another matter": "overview: Looks after units at the site\n",
    "aliases": "aliases: [现场工程师, 维修工程师]\n",
    "names that sign": "document: {signers: [{role: author, name: 张伟}]}\n",
    "who made a revision": "document: {revisions: [{version: '1', text: {zh: 首发, en: First}, author: 张伟}]}\n",
    "what a revision says": "document: {revisions: [{version: '1', text: «首次发布», author: 张伟}]}\n",
    "an abolished position": "status: abolished\noverview: 现场维修\n",
    "a planned position": "status: planned\noverview: «现场维修»\n",
    "a head count in words": "headcount: «数名»\n",
    "over several lines": "overview: |\n  «现场维修，\n  保养»\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_places(text: str, tmp_path: Path) -> None:
    check_marks(missing_language, tmp_path, HEAD + FILE + BOTH + text)


def test_one_language_is_enough_where_there_is_one(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh]")
    check_marks(missing_language, tmp_path, head + FILE + "title: 工程师\npurpose: 维修\n")


def test_each_file_counts_by_itself(tmp_path: Path) -> None:
    other = "## positions/service/manager.yaml\ntitle: 经理\npurpose: 管理\n"
    check_marks(missing_language, tmp_path, HEAD + FILE + BOTH + "overview: «现场维修»\n" + other)


def test_what_is_taken_over_counts_for_the_file_it_stands_in(tmp_path: Path) -> None:
    defaults = "defaults: {employment: {zh: 全职, en: Full-time}, location: {zh: 总部, en: Headquarters}}\n"
    first, rest = HEAD.replace("公司", "{zh: 公司, en: Company}").split("## positions", 1)
    own = FILE + "title: 工程师\npurpose: 维修\n"
    check_marks(missing_language, tmp_path, first + defaults + "## positions" + rest + own)


def test_a_text_that_is_missing_in_defaults_is_found_there_once(tmp_path: Path) -> None:
    texts = "{location: «总部», employment: {zh: 全职, en: Full-time}, pay_type: {zh: 月薪, en: Monthly}}"
    head = HEAD.replace("{name: 公司}", "{name: {zh: 公司, en: Company}}")
    first, rest = head.split("## positions", 1)
    two = FILE + BOTH + "## positions/service/manager.yaml\n" + BOTH
    found = check_marks(missing_language, tmp_path, f"{first}defaults: {texts}\n## positions{rest}{two}")
    assert len(found) == 1


def test_people_are_left_alone(tmp_path: Path) -> None:
    people = "## people.yaml\npeople: [{name: {zh: 张伟, en: Zhang Wei}}, {name: 李娜}]\n"
    example = (
        HEAD
        + FILE
        + BOTH
        + people.replace("}, {", ", posts: [engineer]}, {").replace("李娜}", "李娜, posts: [engineer]}")
    )
    check_marks(missing_language, tmp_path, example)


def test_three_languages(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh, en, de]")
    text = "overview: {zh: «现场维修», de: Wartung vor Ort}\nbackground: {zh: «业务扩大», en: Business grew}\n"
    full = "title: {zh: 工程师, en: Engineer, de: Techniker}\npurpose: {zh: 维修, en: Repair, de: Wartung}\n"
    found = check_marks(missing_language, tmp_path, head + FILE + full + text)
    assert [finding.message.en for finding in found] == [
        "'现场维修' is not there in English, though most texts of this file are",
        "'业务扩大' is not there in de, though most texts of this file are",
    ]
    assert [finding.hint and finding.hint.en for finding in found] == [
        "add en: {zh: …, de: …, en: …}",
        "add de: {zh: …, en: …, de: …}",
    ]
    assert found[0].message.zh == "“现场维修”没有英文，而本文件的文字大多有"
    assert found[0].hint
    assert found[0].hint.zh == "补写 en：{zh: …, de: …, en: …}"


def test_two_languages_missing_are_two_findings(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh, en, de]")
    full = "title: {zh: 工程师, en: Engineer, de: Techniker}\npurpose: {zh: 维修, en: Repair, de: Wartung}\n"
    assert len(check_marks(missing_language, tmp_path, head + FILE + full + "overview: «现场维修»\n")) == 2


def test_a_language_that_hardly_any_text_has_is_not_missing(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh, en, de]")
    check_marks(missing_language, tmp_path, head + FILE + BOTH + "overview: {zh: 维修, en: Repair}\n")
    cyrillic = HEAD.replace("[zh, en]", "[ru, en]").replace("公司", "A").replace("售后部", "B")
    text = "title: {ru: Инженер, en: Engineer}\noverview: «Ремонт»\n"
    check_marks(missing_language, tmp_path, cyrillic + FILE + text)


def test_the_chinese_of_an_english_workspace(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[en, zh]").replace("公司", "A").replace("售后部", "B")
    texts = "overview: «Looks after units»\nbackground: One Word\nsupervises: service staff only\n"
    marked = texts.replace("service staff only", "«service staff only»")
    (finding, _) = check_marks(missing_language, tmp_path, head + FILE + BOTH + marked)
    assert finding.message.en == "'Looks after units' is not there in Chinese, though most texts of this file are"


def test_texts_in_some_of_the_languages_count_for_those(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh, en, de]")
    first = "title: {zh: «工程师», de: Techniker}\n"
    check_marks(missing_language, tmp_path, head + FILE + first + "purpose: {zh: «维修», en: Repair}\n")
    two = "purpose: {zh: 维修, en: Repair}\noverview: {zh: 保养, en: Maintenance}\n"
    check_marks(missing_language, tmp_path, head + FILE + first + two)
