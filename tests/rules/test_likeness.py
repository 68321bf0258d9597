"""Likeness of texts: what is compared, what tells texts apart though they are alike, and how many pairs are found."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from posdoc.model import Organization, Percent, Text, Workspace
from posdoc.rules import duplicate_duty, near_duplicate_duty
from posdoc.rules._likeness import (
    alike_among,
    differs_in_scope,
    forms_of,
    likeness_of,
    quoted,
    says_enough,
    similar,
    written,
)

SAME_FORM = [
    ("负责客户档案的建立、整理和归档工作", "对客户档案进行建立、整理与归档。"),
    ("1、制订培训计划", "（九）制定培训计划"),
    ("12. 制订培训计划", "制定培训计划"),
    ("使用ＥＲＰ系统", "使用 erp 系统"),
    ("跟进用户\n投诉", "跟踪客户投诉"),
    ("上报零配件资料", "汇报配件材料"),
    ("Answer the customers' calls", "answer customer call"),
    ("Responsible for training of new engineers", "Training new engineer"),
]
OTHER_FORM = [
    ("每月编制报表", "每季编制报表"),
    ("巡检1号机组", "巡检2号机组"),
    ("1.5 米以上作业", "米以上作业"),
    ("Check the pass", "Check the pas"),
    ("培训新员工", "培训员工"),
]


@pytest.mark.parametrize(("one", "other"), SAME_FORM)
def test_the_same_form(one: str, other: str) -> None:
    first, second = forms_of([one, other])
    assert first == second != ""


@pytest.mark.parametrize(("one", "other"), OTHER_FORM)
def test_another_form(one: str, other: str) -> None:
    first, second = forms_of([one, other])
    assert first != second


def test_each_text_has_one_form() -> None:
    assert forms_of([]) == []
    assert forms_of(["", "负责", "甲\n乙", "。"]) == ["", "", "甲乙", ""]
    assert [len(form) for form in forms_of(["编制ERP报表24份", "reply within 24 hours"])] == [7, 4]


@pytest.mark.large
def test_more_words_than_there_are_characters_for() -> None:
    forms = forms_of([f"{number} a{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}" for number in range(70_000)])
    assert {len(form) for form in forms} <= {1, 2}


ENOUGH = {
    "一二三四五六七八": True,
    "一二三四五六七": False,
    "one two three four five": True,
    "one two three four": False,
}


@pytest.mark.parametrize(("text", "enough"), [*ENOUGH.items(), ("编制erp报表单", False)])
def test_what_says_enough(text: str, enough: bool) -> None:
    (form,) = forms_of([text.replace("one", "first")])
    assert says_enough(form) is enough


SCOPES = {
    "words left out": ("收集并整理客户技术问题", "收集整理客户问题", False),
    "words moved": ("控制不良品的退换、发放", "控制不良品的发放、退换", False),
    "words in the place of others": ("马上处理客户来电投诉", "公司处理客户的来电投诉", True),
    "words added far apart": ("马上处理客户来电投诉", "处理客户来电投诉并归档", False),
    "another thing": ("审批配件费用报销单据", "审批差旅费用报销单据", True),
    "one character makes another thing": ("盘点新购配件的库存", "盘点旧购配件的库存", True),
    "another number": ("巡检1号机组的冷却塔", "巡检2号机组的冷却塔", True),
    "a number in one only": ("巡检机组的冷却塔", "巡检2号机组的冷却塔", True),
    "a region in one only": ("巡检客户的机组", "巡检华东客户的机组", True),
    "a scope in one only": ("处理客户投诉", "处理重大客户投诉", True),
    "the other way round": ("处理重大客户投诉", "处理客户投诉", True),
    "a Latin word in one only": ("录入客户资料", "录入ERP客户资料", True),
    "English words left out": ("answer customer calls promptly", "answer customer calls", False),
    "an English scope": ("answer urgent customer calls", "answer customer calls", True),
    "another English thing": ("train new engineers on safety", "train new partners on safety", True),
    "the same": ("处理客户投诉", "处理客户投诉", False),
}


@pytest.mark.parametrize(("one", "other", "differs"), SCOPES.values(), ids=SCOPES)
def test_what_tells_alike_texts_apart(one: str, other: str, differs: bool) -> None:
    first, second = forms_of([one, other])
    assert differs_in_scope(first, second) is differs


def test_likeness_is_the_share_in_common() -> None:
    assert likeness_of("甲乙丙丁", "甲乙丙丁") == 1
    assert likeness_of("甲乙丙丁", "戊己庚辛") == 0
    assert likeness_of("甲乙丙丁", "甲丙") == pytest.approx(2 * 2 / 6)
    assert alike_among("甲乙丙丁", ["甲丙", "丙", "甲乙丙丁"], 0.66) == [0, 2]
    assert alike_among("甲乙丙丁", ["甲丙"], 0.67) == []


def test_similar_gives_each_pair_once_the_later_first() -> None:
    forms = ["甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未", "甲乙丙丁戊己庚", "丙丁戊己庚辛"]
    assert set(similar(forms, 0.85)) == {(2, 0), (3, 0)}
    assert set(similar(forms, 0.95)) == set()
    assert list(similar([], 0.85)) == []


def test_the_first_language_is_compared() -> None:
    organization = Organization(Workspace(languages=("en", "zh")))
    assert written(organization, Text({"zh": "甲", "en": "A"})) == ("en", "A")
    assert written(organization, Text({"zh": "甲"})) == ("zh", "甲")
    assert written(organization, Text({"de": "A"})) == ("de", "A")
    assert written(organization, Text({})) == ("", "")


def test_long_texts_are_quoted_by_their_beginning() -> None:
    assert quoted("甲" * 24).zh == "甲" * 24
    assert quoted("甲" * 25).zh == "甲" * 23 + "…"
    assert quoted("a" * 60).en == "a" * 60
    assert quoted("a" * 61).en == "a" * 59 + "…"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "likeness.py"
    spec = importlib.util.spec_from_file_location("likeness", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_finds_nearly_all_pairs(benchmark: ModuleType) -> None:
    share, pairs = benchmark.recall(benchmark.distinct_forms(1500))
    assert pairs >= 100
    assert share >= 0.99


def test_the_index_finds_nothing_else(benchmark: ModuleType) -> None:
    forms = benchmark.distinct_forms(600)
    found = list(similar(forms, 0.85))
    assert len(found) == len(set(found)) > 20
    assert set(found) <= benchmark.all_pairs(forms)


def test_boilerplate_is_not_compared_with_everything() -> None:
    forms = [f"按公司规定的要求与流程完成{chr(0x5000 + number)}{chr(0x6000 + number)}" for number in range(400)]
    assert len(list(similar(forms, 0.8))) < 400 * 40


def test_the_likeness_asked_for_unless_another_is_set() -> None:
    for options in (duplicate_duty.OPTIONS(), near_duplicate_duty.OPTIONS()):
        assert options.likeness == Percent(Decimal(85), Decimal(85))
