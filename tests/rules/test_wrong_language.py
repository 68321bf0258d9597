"""English under zh, Chinese under en; what belongs to no language is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import wrong_language
from posdoc.rules._languages import is_english_sentence
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""

SENTENCES = [
    "Repair units at the customer's site",
    "Answer calls in time",
    "carry out repairs promptly",
    "Write to service@example.com or call the hotline at once",
    "three small words Only Two Capitals",
]
NO_SENTENCES = [
    "",
    "Answer Calls in time",
    "answer the calls",
    "SAP ERP",
    "Microsoft Office 365 Word Excel",
    "iPhone iPad iOS macOS",
    "Yuanlan Climate Equipment Co., Ltd.",
    "Health and Safety at Work Act",
    "pdf xls jpg png svg",
    "ISO 9001, ISO 14001 and ISO 45001",
    "https://example.com/a/b see the docs",
    "src/posdoc/rules/a.py test_the_long_name_of_this",
    "95% ≥ 3.5 kg",
    "three small words Only Two Capitals More",
    "AHU FCU VRF and Chillers",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_english_sentences(text: str) -> None:
    assert is_english_sentence(text)


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_no_sentences(text: str) -> None:
    assert not is_english_sentence(text)


CASES = {
    "English under zh": "purpose: {zh: «Repair units at the customer's site», en: Repair}\n",
    "a plain English sentence": "purpose: «Repair units at the customer's site»\n",
    "in a list": "tools: [«A meter that shows the current of the motor», 万用表]\n",
    "Chinese with English words": "purpose: 用 SAP 系统 to repair units at the site\n",
    "one Chinese character is Chinese": "purpose: Repair units at the customer's site 等\n",
    "Chinese under en": "purpose: {zh: 现场维修, en: «现场维修»}\n",
    "Chinese with figures under en": "purpose: {zh: 现场维修, en: «现场维修，24 小时»}\n",
    "Chinese within English": "purpose: {zh: 处理三包, en: Handle «三包» returns}\n",
    "the first of several": "purpose: {zh: 处理三包, en: Handle «三包，退换» and 维修 returns}\n",
    "in several texts": "purpose: {zh: 三包, en: «三包»}\nbackground: {zh: 退换, en: «退换»}\n",
    "in brackets": "purpose: {zh: 处理三包, en: Handle warranty (三包) and repair （维修） returns}\n",
    "in square brackets": "purpose: {zh: 处理三包, en: 'Handle warranty [三包], 【维修】'}\n",
    "in quotes": "purpose: {zh: 处理三包, en: 'Stamp “三包”, ‘维修’, \"保外\", 《手册》 and 「件」'}\n",
    "before brackets": "purpose: {zh: 处理三包, en: Handle «三包» (warranty) returns}\n",
    "after brackets": "purpose: {zh: 处理三包, en: Handle (warranty) «三包» returns}\n",
    "brackets that do not close": "purpose: {zh: 处理三包, en: 'Handle (warranty «三包» returns'}\n",
    "other letters are not Chinese": "purpose: {zh: 处理三包, en: 'Measure in Ω – naïve “quotes”'}\n",
    "several languages of a text": "purpose: {zh: «Repair units at the customer's site», en: «现场维修»}\n",
    "a name in a unit of measure": "kpi_sets: [{kpis: [{name: 及时率, target: ≥95%}]}]\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_places(text: str, tmp_path: Path) -> None:
    check_marks(wrong_language, tmp_path, HEAD + text)


def test_names_of_people_are_left_alone(tmp_path: Path) -> None:
    people = "## people.yaml\npeople: [{name: {zh: 张伟, en: 张伟}, posts: [engineer]}]\n"
    check_marks(wrong_language, tmp_path, HEAD + people)


def test_regions_are_languages_too(tmp_path: Path) -> None:
    head = HEAD.replace("[zh, en]", "[zh-Hant, en-GB, de]")
    text = "purpose: {zh-Hant: «Repair units at the customer's site», en-GB: «现场维修», de: 现场维修}\n"
    check_marks(wrong_language, tmp_path, head + text)


def test_the_way_out_depends_on_what_was_written(tmp_path: Path) -> None:
    def hint(text: str, head: str = HEAD) -> str:
        (finding,) = check_marks(wrong_language, tmp_path, head + text)
        assert finding.hint
        return finding.hint.en

    english = "Repair units at the customer's site"
    assert hint(f"purpose: «{english}»\n") == "write {zh: …, en: …}, with this text under en"
    assert hint(f"purpose: {{zh: «{english}»}}\n") == "write {zh: …, en: …}, with this text under en"
    assert hint(f"purpose: {{zh: «{english}», en: Repair}}\n").startswith("translate it into Chinese")
    assert hint("purpose: {zh: 维修, en: «维修»}\n").startswith("translate it into English")
    assert hint("purpose: {en: «维修»}\n").startswith("translate it into English")
    assert hint("purpose: {zh: 维修, en: We «维修»}\n").startswith("translate it, or put")
    first = (
        HEAD.replace("[zh, en]", "[en, zh]")
        .replace("公司", "A")
        .replace("售后部", "Service")
        .replace("售后工程师", "Engineer")
    )
    assert hint("purpose: «维修»\n", first) == "write {zh: …, en: …}, with this text under zh"


ENGLISH = """\
## posdoc.yaml
{settings}
## positions/service/unit.yaml
title: Service
background: {first}
## positions/service/engineer.yaml
title: Engineer
purpose: {second}
overview: {third}
supervises: {fourth}
"""
THREE = {
    "first": "We look after all units.",
    "second": "To repair units at the customer's site.",
    "third": "An engineer who travels all the week.",
    "fourth": "人",
}


def test_an_english_workspace_has_one_finding_in_its_settings(tmp_path: Path) -> None:
    (finding,) = check_marks(wrong_language, tmp_path, ENGLISH.format(settings="«organization»: Company", **THREE))
    assert finding.message.en.startswith("most texts are in English, while the first language is zh")
    settings = "organization: Company\nlanguages: «[zh, en]»"
    check_marks(wrong_language, tmp_path, ENGLISH.format(settings=settings, **THREE))


def test_two_sentences_or_no_majority_are_single_findings(tmp_path: Path) -> None:
    marked = {key: f"«{text}»" for key, text in THREE.items() if key != "fourth"}
    two = ENGLISH.format(settings="organization: Company", **{**marked, "third": "工程师", "fourth": "人"})
    assert len(check_marks(wrong_language, tmp_path, two)) == 2
    few = ENGLISH.format(settings="organization: Company", **{**marked, "third": "Engineer", "fourth": "One"})
    assert len(check_marks(wrong_language, tmp_path, few)) == 2
    half = ENGLISH.format(settings="organization: 公司", **marked, fourth="人").replace("Engineer", "工程师")
    assert len(check_marks(wrong_language, tmp_path, half)) == 3


def test_only_the_first_language_can_be_the_wrong_one(tmp_path: Path) -> None:
    texts = "".join(
        f"{field}: {{zh: «{THREE[key]}»}}\n"
        for field, key in (("purpose", "first"), ("overview", "second"), ("background", "third"))
    )
    head = HEAD.replace("[zh, en]", "[en, zh]").replace("公司", "Co").replace("售后部", "A").replace("售后工程师", "B")
    assert len(check_marks(wrong_language, tmp_path, head + texts)) == 3
