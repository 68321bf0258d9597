"""Shares of duties and weights of indicators that do not make 100 %."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.sums import report_sums


def reported(data: dict[str, Any]) -> list[str]:
    draft = Draft(data)
    report_sums(draft)
    assert all(finding.kind.name == "sum-of-source" for finding in draft.findings)
    return [finding.message.en for finding in draft.findings]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (["60%", "40%"], []),
        (["33.3%", "33.3%", "33.4%"], []),
        (["45%", "10%", None, "10%"], ["time: the shares that were read make 65%; 1 more have none"]),
        (["60%", "50%"], ["time: the shares that were read make 110%, not 100%"]),
        (["12.5%"], ["time: the shares that were read make 12.5%, not 100%"]),
        (["35-40%", "60%"], []),
        ([None, None], []),
        ([], []),
    ],
)
def test_shares_of_duties(shares: list[str | None], expected: list[str]) -> None:
    duties = [{"text": "巡检", **({"time": share} if share else {})} for share in shares]
    assert reported({"duties": duties}) == expected


def test_each_set_of_indicators_has_a_sum_of_its_own() -> None:
    whole, part = [{"weight": "60%"}, {"weight": "40%"}], [{"weight": "60%"}, {"name": "好评率"}]
    assert reported({"kpi_sets": [{"kpis": whole}, {"kpis": part}, {}]}) == [
        "weight: the shares that were read make 60%; 1 more have none"
    ]
