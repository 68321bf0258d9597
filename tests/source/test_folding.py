"""Chinese paragraphs wrapped over lines have no spaces where the lines were joined."""

from __future__ import annotations

import pytest

from posdoc.source import MapNode, ScalarNode, read_text
from posdoc.source.folding import join_chinese_lines


def value(text: str) -> str:
    root, findings = read_text(text, "p.yaml")
    assert findings == []
    assert isinstance(root, MapNode)
    node = root.get("a")
    assert isinstance(node, ScalarNode)
    return node.text


CASES = {
    "plain": ("a: 受理投诉，\n  分析原因\n", "受理投诉，分析原因"),
    "plain, on a line of its own": ("a:\n  受理投诉\n  分析原因\n", "受理投诉分析原因"),
    "double quotes": ('a: "受理投诉\n  分析原因"\n', "受理投诉分析原因"),
    "single quotes": ("a: '受理投诉\n  分析''原因'\n", "受理投诉分析'原因"),
    "folded": ("a: >\n  受理投诉\n  分析原因\n", "受理投诉分析原因\n"),
    "folded and stripped": ("a: >-  # c\n  受理投诉\n  分析原因\n\nb: 1\n", "受理投诉分析原因"),
    "literal keeps its lines": ("a: |\n  受理投诉\n  分析原因\n", "受理投诉\n分析原因\n"),
    "CRLF": ("a: 受理\r\n  投诉\r\n", "受理投诉"),
    "three lines": ("a: 受\n  理\n  投诉\n", "受理投诉"),
    "blanks at the joint": ("a: 受理  \n  投诉\n", "受理投诉"),
    "English": ("a: after\n  sales\n", "after sales"),
    "English then Chinese": ("a: KPI\n  指标\n", "KPI 指标"),
    "Chinese then English": ("a: 指标\n  KPI\n", "指标 KPI"),
    "Chinese then a number": ("a: 不超过\n  2 次\n", "不超过 2 次"),
    "a typed space stays": ("a: 受理 投诉，\n  分析 原因\n", "受理 投诉，分析 原因"),
    "one line": ("a: 受理 投诉\n", "受理 投诉"),
    "a blank line is a line end": ("a: 受理\n\n  投诉\n", "受理\n投诉"),
    "indented more in a folded text": ("a: >-\n  受理\n    投诉\n  原因\n", "受理\n  投诉\n原因"),
    "kana": ("a: サービス\n  センター\n", "サービスセンター"),
    "full-width forms": ("a: （一）\n  （二）\n", "（一）（二）"),
    "beyond the basic plane": ("a: 𠮷\n  𠮷\n", "𠮷𠮷"),
    "quotation mark": ("a: 称为\n  “满意度”\n", "称为“满意度”"),
    "ellipsis": ("a: 等……\n  处理\n", "等……处理"),
    "western quotation marks": ("a: the “first”\n  “second”\n", "the “first” “second”"),
    "escapes": ('a: "受\\u7406\n  投诉"\n', "受理投诉"),
    "joint of an escaped line end": ('a: "受理\\\n  投诉"\n', "受理投诉"),
    "explicit indentation": ("a: >2-\n  受理\n  投诉\n", "受理投诉"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_joining(text: str, expected: str) -> None:
    assert value(text) == expected


def test_a_key_over_lines_is_joined_too() -> None:
    assert join_chinese_lines("投诉 处理", "投诉\n  处理", "") == "投诉处理"


def test_where_source_and_text_differ_every_space_goes() -> None:
    assert join_chinese_lines("甲 乙 丙", "甲\n乙", "") == "甲乙丙"
