"""What web pages, print-outs and regulations put around the texts of posts."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.furniture import (
    ends_document,
    is_around,
    is_article,
    is_page_number,
    is_title_of_page,
)


@pytest.mark.parametrize(
    ("text", "around", "number", "end"),
    [
        ("1、下载文档前请先预览。", True, False, True),
        ("版权所有 北方公司", True, False, False),
        ("如文档侵犯您的权益,请联系客服", True, False, False),
        ("页码 2 / 4", True, True, False),
        ("- 2 -", True, True, False),
        ("第 1 页 共 4 页", True, True, False),
        ("整理技术文档", False, False, False),
        ("每天检查1-2次", False, False, False),
        ("第1页有封面", False, False, False),
    ],
)
def test_what_stands_around(text: str, around: bool, number: bool, end: bool) -> None:
    assert (is_around(text), is_page_number(text), ends_document(text)) == (around, number, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一章总则", True), ("第十一条售后人员应着装", True), ("第1篇", True), ("第一季度的计划", False),
        ("按第三条办理", False),
        ("第一部分:机构设置", False),
    ],
)  # fmt: skip
def test_articles(text: str, expected: bool) -> None:
    assert is_article(text) is expected


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("北方公司考核制度", "", "北方公司考核制度", True),
        ("北方公司考核制度", "北方公司考核制度", "一、总则", True),
        ("北方公司考核制度", "", "北方公司考核制度一、总则", True),
        ("北方公司考核制度", "", "一、总则", False),
        ("不限学历要求", "不限学历", "不限专业", False),
        ("不限", "", "不限", False),
        ("做到标识清楚。", "", "做到标识清楚。", False),
        ("2018-05-01", "", "2018-05-01", False),
    ],
)
def test_titles_of_pages(text: str, before: str, after: str, expected: bool) -> None:
    assert is_title_of_page(text, before, after) is expected
