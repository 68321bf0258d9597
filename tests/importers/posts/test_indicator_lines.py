"""Indicators in running text: name, target and weight in one line, in the spellings that people use."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.posts.indicator_lines import indicator_in, indicators_listed, weight_of
from tests.importers.posts.texts import bit, foreign


def _cells(text: str) -> dict[str, str] | None:
    found = indicator_in(bit(text))
    return None if found is None else {name: bits[0].text for name, bits in found.items()}


@pytest.mark.parametrize(
    ("text", "name", "target", "weight"),
    [
        ("首次修复率≥92%", "首次修复率", "≥92%", ""),
        ("首次修复率 不低于 92%；", "首次修复率", "不低于 92%", ""),
        ("首次修复率达到92%以上", "首次修复率", "达到92%以上", ""),
        ("首次修复率≥92%，权重30%", "首次修复率", "≥92%", "，权重30%"),
        ("首次修复率≥92%（权重：30%）；", "首次修复率", "≥92%", "（权重：30%）"),
        ("首次修复率≥92% (30%)", "首次修复率", "≥92%", "(30%)"),
        ("首次修复率（30%）：≥92%", "首次修复率", "≥92%", "（30%）"),
        ("首次修复率：92%以上【30%】", "首次修复率", "92%以上", "【30%】"),
        ("首次修复率 权重 30%", "首次修复率", "", "权重 30%"),
        ("首次修复率（权重30%）", "首次修复率", "", "（权重30%）"),
        ("首次修复率≥92%（30分）", "首次修复率", "≥92%", "（30分）"),
        ("首次修复率：92%，分值：30分", "首次修复率", "92%", "，分值：30分"),
        ("首次修复率92%以上", "首次修复率", "92%以上", ""),
        ("首次修复率 92% 30%", "首次修复率", "92%", "30%"),
        ("客户投诉不超过2次/月", "客户投诉", "不超过2次/月", ""),
        ("First-time fix rate at least 92% (weight 30%)", "First-time fix rate", "at least 92%", "(weight 30%)"),
        ("Response within 2 hours: 98% (40%)", "Response within 2 hours", "98%", "(40%)"),
    ],
)
def test_name_target_and_weight(text: str, name: str, target: str, weight: str) -> None:
    expected = {"name": name, "target": target, "weight": weight}
    assert _cells(text) == {key: value for key, value in expected.items() if value}


def test_how_points_are_taken_off() -> None:
    assert _cells("首次修复率达到92%，每低1%扣2分；") == {
        "name": "首次修复率",
        "target": "达到92%",
        "criteria": "每低1%扣2分",
    }
    assert _cells("首次修复率92%以上（30分）；未达到90%不得分") == {
        "name": "首次修复率", "target": "92%以上", "weight": "（30分）", "criteria": "未达到90%不得分",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("30%", "30%"),
        ("30", "30%"),
        ("30分", "30%"),
        ("（分值：30 分）", "30%"),
        ("12.5分", "12.5%"),
        ("120分", None),
        ("三成", None),
    ],
)
def test_weights(text: str, weight: str | None) -> None:
    assert weight_of(text) == weight


@pytest.mark.parametrize(
    "text",
    [
        "首次修复率",
        "首次修复率：≥92%",
        "首次修复率（30%）",
        "（30%）",
        "按合同额的5%收款",
        "2 小时内到场",
        "每月抽查10%的工单（含返修）并记录",
    ],
)
def test_texts_that_say_neither(text: str) -> None:
    assert _cells(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("首次修复率、响应及时率、用户满意度", ["首次修复率", "响应及时率", "用户满意度"]),
        ("工单数量，维修成本；用户满意度", ["工单数量", "维修成本", "用户满意度"]),
        ("首次修复率", []),
        ("及时、准确、完整地填写报告", []),
        ("首次修复率≥92%、响应及时率≥98%", []),
    ],
)
def test_names_one_behind_the_other(text: str, names: list[str]) -> None:
    assert [one.text for one in indicators_listed(bit(text))] == names


KPIS: list[dict[str, Any]] = [
    {"name": "首次修复率", "target": "≥92%", "weight": "30%"},
    {"name": "响应及时率", "target": "≥98%", "weight": "70%"},
]
FORMS = {
    "numbered": ("考核指标：", "1、首次修复率≥92%，权重30%", "2、响应及时率≥98%，权重70%"),
    "lines": ("绩效指标：", "首次修复率≥92%（权重30%）；", "响应及时率≥98%（权重70%）。"),
    "titles": ("关键绩效指标（KPI）", "1. 首次修复率（30%）：≥92%", "2. 响应及时率（70%）：≥98%"),
    "dashes": ("KPI：", "- 首次修复率：≥92%（30%）", "- 响应及时率：≥98%（70%）"),
}


@pytest.mark.parametrize("lines", FORMS.values(), ids=FORMS)
def test_indicators_below_their_heading(lines: tuple[str, ...]) -> None:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", *lines), standard_labels()).drafts
    assert [line.unread() for line in draft.lines if line.unread()] == []
    assert draft.data["kpi_sets"] == [{"kpis": KPIS}]
