"""Labelled details in one text, and the parts of lists."""

from __future__ import annotations

import pytest

from posdoc.importers.posts import standard_labels
from posdoc.importers.posts.details import details_in, parts_between, parts_listed
from tests.importers.posts.texts import bit


@pytest.mark.parametrize(
    ("text", "scope", "details"),
    [
        ("责任程度：全责；频率：每班", "duties", [("responsibility", "全责"), ("frequency", "每班")]),
        ("Frequency: daily; Records: shift log", "duties", [("frequency", "daily"), ("records", "shift log")]),
        (
            "评分标准：满分；每低1个点扣5分；信息来源：工单",
            "kpis",
            [("criteria", "满分；每低1个点扣5分"), ("source", "工单")],
        ),
        ("衡量标准：按时；", "duties", [("measures", "按时")]),
        ("先核对；频率：每班", "duties", []),
        ("备注：频率：每班", "duties", []),
        ("按时完成", "duties", []),
    ],
)
def test_details(text: str, scope: str, details: list[tuple[str, str]]) -> None:
    found = details_in(bit(text), standard_labels(), scope)
    assert [(one.path.removeprefix(f"{scope}."), one.value.text) for one in found] == details


def test_parts_between_semicolons() -> None:
    assert [part.text for part in parts_between(bit("一次合格；无投诉; 按时"))] == ["一次合格", "无投诉", "按时"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("交接本、维修单，日报", ["交接本", "维修单", "日报"]),
        ("Shift log, service report", ["Shift log", "service report"]),
        ("培训（理论、实操）、考核", ["培训（理论、实操）", "考核"]),
        ("约2,000元", ["约2,000元"]),
    ],
)
def test_parts_of_a_list(text: str, parts: list[str]) -> None:
    assert [part.text for part in parts_listed(bit(text))] == parts
