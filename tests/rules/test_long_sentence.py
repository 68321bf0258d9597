"""Sentences over the limit, counted as a reader would."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic
from posdoc.model import Organization, Position, Text, Workspace
from posdoc.model.position import PositionStatus
from posdoc.rules import long_sentence
from posdoc.rules.long_sentence import OPTIONS, check
from tests.rules.marked import check_marks


def found(zh: str = "", en: str = "", status: PositionStatus | None = None) -> list[Diagnostic]:
    texts = {language: text for language, text in (("zh", zh), ("en", en)) if text}
    position = Position(purpose=Text(texts), status=status)
    return list(check(Organization(Workspace(), positions=(position,)), OPTIONS()))


def test_the_limits_themselves_are_fine() -> None:
    assert found(zh="修" * 100) == []
    assert found(zh="修" * 99 + "，" + "。" + "修" * 100) == []
    assert found(en="a " * 44 + "a.") == []
    assert found(en=" ".join(["word"] * 45) + ". " + " ".join(["word"] * 45)) == []


def test_one_more_is_too_long() -> None:
    (zh,) = found(zh="修" * 101)
    assert zh.message.zh == f"“{'修' * 24}…”一句长 101 字，宜在 100 字以内"
    assert zh.message.en == f"the sentence '{'修' * 24}…' has 101 characters; 100 are enough"
    (en,) = found(en="a " * 45 + "a")
    assert en.message.en.endswith("has 46 words; 45 are enough")
    assert en.message.zh.endswith("一句长 46 个词，宜在 45 个词以内")


def test_what_counts() -> None:
    assert found(zh="修" * 98 + "maintenance 99.5%") == []
    assert len(found(zh="修" * 99 + "maintenance 99.5%")) == 1
    assert found(zh="修 " * 100) == []
    assert found(en="a – " * 45) == []
    assert len(found(en="a – " * 46)) == 1


def test_status_and_formulas() -> None:
    assert found(zh="修" * 101, status=PositionStatus.ABOLISHED) == []
    assert len(found(zh="修" * 101, status=PositionStatus.PLANNED)) == 1


HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en, de]
rules: {options: {long-sentence: {zh_maximum: 6, en_maximum: 4}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
"""
CASES = {
    "the sentence is marked": "purpose: 按约上门。«修好客户的机组»。讲清原因。\n",
    "two of them": "purpose: «修好客户的机组»！«修好客户的机组»？讲清原因\n",
    "without the space before it": "purpose: '上门。 «修好客户的机组» 。'\n",
    "commas end no sentence": "purpose: «上门，维修，保养»\n",
    "semicolons do": "purpose: 上门，维修；保养；回访客户\n",
    "half-width signs do": "purpose: '上门，维修!保养?回访客户;讲清'\n",
    "lines do": "purpose: |\n  上门维修\n  «修好客户的机组»\n  保养\n",
    "English": "purpose: {zh: 修, en: Be on time. «Repair the unit and explain.» Leave.}\n",
    "English without a stop": "purpose: {zh: 修, en: Be on time! «Repair the unit and explain»}\n",
    "a stop within a word": "purpose: {zh: 修, en: «Take 3.5 kg of R-410A.x»}\n",
    "questions and semicolons": "purpose: {zh: 修, en: One two three four? one two three; one two}\n",
    "English over lines": "purpose:\n  zh: 修\n  en: |\n    one two three four\n    «one two three four five»\n",
    "a formula": "kpi_sets: [{kpis: [{name: 率, formula: 满意的份数除以全部的份数, criteria: «每低一个百分点扣一分»}]}]\n",
    "no other language": "purpose: {zh: 修, de: eins zwei drei vier fuenf sechs sieben}\n",
    "in a duty and its tasks": "duties: [{text: «修好客户的机组», tasks: [«讲清故障的原因»]}]\n",
    "many words of one letter": "purpose: {zh: 修, en: «a b c d e»}\n",
    "four": "purpose: {zh: 修好客户机组, en: a b c d}\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_places(text: str, tmp_path: Path) -> None:
    check_marks(long_sentence, tmp_path, HEAD + text)
