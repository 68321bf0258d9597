"""Periods, grading bands, targets by period, composite scores, sub-indicators."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts import standard_labels
from posdoc.importers.posts.scores import (
    bands_in,
    composite_in,
    dimension_of,
    explain_composite,
    marks_in,
    named_in,
    part_in,
    scores_in,
    targets_in,
    titled_set,
)
from tests.importers.posts.texts import bit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("90–100 分", "90", "100"),
        ("（100-90分）", "90", "100"),
        ("80 分及以上，不满 90 分", "80", "90"),
        ("80 to under 90 points", "80", "90"),
        ("60 分及以上", "60", None),
        ("≥60", "60", None),
        ("低于 60 分", None, "60"),
        ("below 60 points", None, "60"),
    ],
)
def test_scores(text: str, low: str | None, high: str | None) -> None:
    assert scores_in(text) == {name: value for name, value in (("min", low), ("max", high)) if value}


@pytest.mark.parametrize("text", ["按时完成", "2026", "第 3 步"])
def test_what_names_no_scores(text: str) -> None:
    assert scores_in(text) is None


def test_bands_with_what_follows_from_them() -> None:
    assert bands_in(bit("优秀：90–100 分；系数1.2；优先晋升；不合格：低于 60 分")) == [
        {"label": "优秀", "min": "90", "max": "100", "consequence": "系数1.2；优先晋升"},
        {"label": "不合格", "max": "60"},
    ]
    assert bands_in(bit("每月评一次")) == []


def test_composite_score() -> None:
    parts = composite_in(bit("个人绩效 60%（本表得分） + 部门绩效 ____ × 40% = ____"))
    assert parts == [
        {"part": "personal", "weight": "60%", "formula": "本表得分"},
        {"part": "department", "weight": "40%"},
    ]
    assert explain_composite(parts, bit("部门绩效：全组平均分"))
    assert parts[1]["formula"] == "全组平均分"
    assert not explain_composite(parts, bit("公司绩效：年度得分"))
    assert composite_in(bit("出勤 60% + 部门绩效 40%")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("季度业绩考核（季度、权重：60%）", {"title": "季度业绩考核", "period": "quarter", "weight": "60%"}),
        ("Yearly targets (Weight: 40%)", {"title": "Yearly targets", "weight": "40%"}),
        ("月度", {"period": "month"}),
        ("维修考核（试行）", {"title": "维修考核（试行）"}),
    ],
)
def test_titles_of_sets(text: str, found: dict[str, str]) -> None:
    assert titled_set(bit(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("月度 ≥94%", ("targets.month", "≥94%")),
        ("Half-year ≥95%", ("targets.half_year", "≥95%")),
        ("≥95%", ("target", "≥95%")),
    ],
)
def test_targets(text: str, found: tuple[str, str]) -> None:
    assert targets_in(bit(text), standard_labels()) == found


def test_names_and_marks() -> None:
    assert named_in(bit("客户满意度（C-01）")) == {"name": "客户满意度", "number": "C-01"}
    assert named_in(bit("客户满意度（回访）")) == {"name": "客户满意度（回访）"}
    assert marks_in(bit("A-01、定性")) == {"number": "A-01", "dimension": "qualitative"}
    assert marks_in(bit("按月统计")) == {}
    assert [dimension_of(text) for text in ("定量部分", "Qualitative", "其他")] == ["quantitative", "qualitative", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1.1 电话回访（≥95%、60%）；指标类型：定量；信息来源：回访记录",
            {"number": "1.1", "name": "电话回访", "target": "≥95%", "weight": "60%", "dimension": "quantitative",
             "source": "回访记录"},
        ),
        ("现场问卷", {"name": "现场问卷"}),
    ],
)  # fmt: skip
def test_sub_indicators(text: str, found: dict[str, Any]) -> None:
    assert part_in(bit(text), standard_labels()) == found
