"""Work flows: chains with arrows, and numbered steps with who takes them and where they lead."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.flows import Flows
from posdoc.importers.posts.items import item_of
from tests.importers.posts.texts import bit


def flows(*texts: str) -> list[dict[str, Any]]:
    draft = Draft(data={"title": "维修员"})
    section = Flows(draft)
    section.heading("flows", bit("作业流程"))
    for text in texts:
        section.text(item_of(bit(text)))
    section.finish()
    found: list[dict[str, Any]] = draft.data.get("flows", [])
    return found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["报修→派工→维修"], [{"title": "维修员", "steps": ["报修", "派工", "维修"]}]),
        (["退件流程", "收件→鉴定"], [{"title": "退件流程", "steps": ["收件", "鉴定"]}]),
        (["退件流程", "1. 收件", "2. 鉴定"], [{"title": "退件流程", "steps": ["收件", "鉴定"]}]),
        (["1. 收件", "2. 鉴定"], [{"title": "维修员", "steps": ["收件", "鉴定"]}]),
        (
            ["1、退件流程", "(1) 收件", "(2) 鉴定", "2、换件流程", "(1) 申请", "(2) 领件"],
            [{"title": "退件流程", "steps": ["收件", "鉴定"]}, {"title": "换件流程", "steps": ["申请", "领件"]}],
        ),
        (["收件（每天两次）"], []),
    ],
)
def test_flows(texts: list[str], found: list[dict[str, Any]]) -> None:
    assert flows(*texts) == found


def test_steps_with_roles_outputs_and_branches() -> None:
    (flow,) = flows(
        "退件流程",
        "1. 收件（仓管员；输出：收件单）",
        "2. 鉴定（三包组） → 可修：转第 3 步；不可修：结束",
        "3. 修理（3天内）",
    )
    assert flow["steps"] == [
        {"text": "收件", "role": "仓管员", "output": "收件单"},
        {"text": "鉴定", "role": "三包组", "next": [{"to": "step-3", "when": "可修"}, {"to": "end", "when": "不可修"}]},
        {"text": "修理（3天内）", "id": "step-3"},
    ]
