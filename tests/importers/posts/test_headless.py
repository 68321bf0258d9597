"""Rows of lists in tables that have no heads."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.posts.headless import begins_entry
from tests.importers.structures import down, form, on
from tests.importers.word_files import read

ROWS: dict[str, tuple[list[tuple[str, ...]], dict[str, Any]]] = {
    "numbers": ([("岗位职责", ""), ("1", "收货。"), ("（2）", "发货。")], {"duties": [{"text": "收货。"}, {"text": "发货。"}]}),
    "a wrong number": ([("岗位职责", ""), ("1", "收货。"), ("3", "发货。")],
                       {"duties": [{"text": "收货。"}, {"number": "3", "text": "发货。"}]}),
    "titles": ([("岗位职责", ""), ("收货", "核对数量。"), ("发货", "按单发出。")],
               {"duties": [{"area": "收货", "text": "核对数量。"}, {"area": "发货", "text": "按单发出。"}]}),
    "a title over several rows": (
        [("岗位职责", ""), (down("收货"), "核对数量。"), (on(), "核对质量。"), ("发货", "按单发出。")],
        {"duties": [{"area": "收货", "tasks": ["核对数量。", "核对质量。"]}, {"area": "发货", "text": "按单发出。"}]},
    ),
    "shares": ([("岗位职责", ""), ("60%", "收货。"), ("发货。", "（40%）")],
               {"duties": [{"time": "60%", "text": "收货。"}, {"text": "发货。", "time": "40%"}]}),
    "parties": ([("工作联系", ""), ("财务部", "报销"), ("客户", "回访")],
                {"contacts": [{"party": "财务部", "content": "报销"}, {"party": "客户", "content": "回访"}]}),
    "requirements": ([("任职资格", ""), ("外勤要求", "能出差")],
                     {"qualifications": [{"item": "other", "label": "外勤要求", "required": "能出差"}]}),
    "another list": ([("工作权限", ""), ("1", "退货"), ("2", "换货")], {"authority": ["退货", "换货"]}),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), ROWS.values(), ids=ROWS)
def test_rows_without_heads(rows: list[tuple[str, ...]], expected: dict[str, Any]) -> None:
    made = form(("岗位名称", "库管员"), *rows, columns=2)
    (draft,) = read_posts(read(made), standard_labels()).drafts
    assert draft.data == {"title": "库管员", **expected}
    assert [line.unread() for line in draft.lines if line.unread()] == []


@pytest.mark.parametrize(("text", "begins"), [("1", True), ("1.2", True), ("（一）", True), ("③", True), ("职责一", True),
                                              ("收货", False), ("15%", False), ("1、收货", False), ("", False)])  # fmt: skip
def test_what_begins_an_entry(text: str, begins: bool) -> None:  # noqa: FBT001
    assert begins_entry(text) is begins
