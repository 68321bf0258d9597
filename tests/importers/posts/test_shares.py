"""Where the share of time stands in the text of a duty, and what is no share."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.shares import share_in
from tests.importers.posts.texts import bit


@pytest.mark.parametrize(
    ("text", "rest", "value", "part"),
    [
        ("整理报告（30%）", ["整理报告"], "30%", "time"),
        ("整理报告(30%", ["整理报告"], "30%", "time"),
        ("整理报告 30 %", ["整理报告"], "30%", "time"),
        ("整理报告30%", ["整理报告"], "30%", "time"),
        ("整理报告，30%。", ["整理报告"], "30%", "time"),
        ("整理报告（占30%）", ["整理报告"], "30%", "time"),
        ("整理报告（约占工作时间的30%左右）", ["整理报告"], "30%", "time"),
        ("整理报告【工作时间：12.5%】", ["整理报告"], "12.5%", "time"),
        ("整理报告［30％］", ["整理报告"], "30%", "time"),
        ("整理报告（20～30％）", ["整理报告"], "20~30%", "time"),
        ("整理报告，占工作时间 30%", ["整理报告"], "30%", "time"),
        ("整理报告（权重：30%）", ["整理报告"], "30%", "weight"),
        ("（30%）整理报告", ["整理报告"], "30%", "time"),
        ("30%——整理报告", ["整理报告"], "30%", "time"),
        ("30% 整理报告", ["整理报告"], "30%", "time"),
        ("报告（30%）：按月整理", ["报告", "按月整理"], "30%", "time"),
        ("报告 30%：按月整理", ["报告", "按月整理"], "30%", "time"),
        ("整理报告（30%），按月上交", ["整理报告", "，按月上交"], "30%", "time"),
        ("Write reports (approx. 30% of working time)", ["Write reports"], "30%", "time"),
        ("Write reports, 30%", ["Write reports"], "30%", "time"),
        ("30% – write reports", ["write reports"], "30%", "time"),
        ("Write reports - weight 30%", ["Write reports -"], "30%", "weight"),
    ],
)
def test_shares_with_what_stands_around_them(text: str, rest: list[str], value: str, part: str) -> None:
    found = share_in(bit(text))
    assert found is not None
    assert ([one.text for one in found.texts], found.value, found.part) == (rest, value, part)


@pytest.mark.parametrize(
    "text",
    [
        "30%", "（30%）", "（30%）：", "整理报告", "费用每年降10%，不影响质量", "满意度不低于95%的站点给予奖励",
        "使客户满意度达到95%",
        "周转率提高 10%", "故障率≤3%", "95%以上的用户得到答复", "80% of complaints are closed", "收回尾款（合同额的5%）",
        "抽查工单（不少于10%）", "把投诉率控制在 3%以内", "按 150% 计酬（150%）", "Reduce the cost of parts by 5%",
        "Keep satisfaction above 95%",
    ],
)  # fmt: skip
def test_other_percentages_are_no_shares(text: str) -> None:
    assert share_in(bit(text)) is None


@pytest.mark.parametrize(
    ("text", "is_in_title"),
    [
        ("报告（30%）：按月整理", True),
        ("报告（30%）", False),
        ("整理报告，按月上交。（30%）：见附件", False),
        ("（30%）：整理", False),
    ],
)
def test_a_share_behind_a_title(text: str, is_in_title: bool) -> None:
    found = share_in(bit(text))
    assert found is not None
    assert found.is_in_title is is_in_title
