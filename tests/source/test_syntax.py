"""Syntax errors in plain words: each names the place, what was written, and the way out."""

from __future__ import annotations

import pytest

from posdoc.diagnostics import Diagnostic
from posdoc.source import read_text


def explain(text: str) -> Diagnostic:
    root, findings = read_text(text, "p.yaml")
    assert root is None
    (finding,) = findings
    return finding


# text: (code, line, column, part of the English message, part of the Chinese message)
CASES = {
    "a: x: y": ("POS001", 1, 5, 'the value "x: y" holds a colon and a space', "值“x: y”里有英文冒号加空格"),
    "a:\n  - 注: y: z": ("POS001", 2, 9, 'the value "y: z" holds', "值“y: z”"),
    "a: x\n  b: y": ("POS001", 2, 4, '"b" is indented too deep: line 1', "“b”缩进太深：第 1 行"),
    "title\ncode: x": ("POS001", 1, 1, 'the line "title" has no colon', "“title”这一行缺少冒号"),
    "a: 1\nb\nc: 1": ("POS001", 2, 1, 'the line "b" has no colon', "“b”这一行缺少冒号"),
    "a: 1\nb:2\nc: 1": ("POS001", 2, 3, '"b:2" lacks a space after its colon', "冒号后面缺一个空格"),
    "a:\n  - x\n  b: 1": ("POS001", 3, 3, 'does not begin with "- "', "“b: 1”却不以“- ”开头"),
    "a: 1\n- b": ("POS001", 2, 1, '"- b" is a list item', "“- b”却是列表项"),
    "a:\n    b: 1\n  c: 2": ("POS001", 3, 3, 'the indentation of "c: 2" fits no level', "“c: 2”的缩进"),
    'a: "x\nb: 1\n': ("POS001", 1, 4, 'the quote " that begins here is not closed', '引号 " 没有结束'),
    "a: 'x\nb: 1\n---\n": ("POS001", 1, 4, "the quote ' that begins here is not closed", "引号 ' 没有结束"),
    'a: "x\nb: "y"\nc: 1': ("POS001", 1, 4, 'the quote " that begins here is not closed', '引号 " 没有结束'),
    'a: "x" y': ("POS001", 1, 8, 'the quotes end here, yet "y" follows', "后面却还有“y”"),
    "a: 'it's'": ("POS001", 1, 8, 'the quotes end here, yet "s\'" follows', "后面却还有“s'”"),
    '- "x" y': ("POS001", 1, 7, 'the quotes end here, yet "y" follows', "后面却还有“y”"),
    'a: ["x" y]': ("POS001", 1, 9, 'the quotes end here, yet "y]" follows', "后面却还有“y]”"),
    "a: [1, 2\nb: 3\n": ("POS001", 1, 4, "the bracket [ that begins here is not closed", "括号 [ 没有结束"),
    "a: {x: 1\nb: 3\n": ("POS001", 1, 4, "the bracket { that begins here is not closed", "括号 { 没有结束"),
    "a: [": ("POS001", 1, 4, "the bracket [ that begins here is not closed", "括号 [ 没有结束"),
    "a: {b: [x}": ("POS001", 1, 8, "the bracket [ that begins here is not closed", "括号 [ 没有结束"),
    "a: {b: 'x' c: 1}": ("POS001", 1, 12, 'yet "c: 1}" follows', "后面却还有“c: 1}”"),
    "a: [{b: c} d]": ("POS001", 1, 12, 'a comma is missing before "d]"', "“d]”之前缺少逗号"),
    "a: [重要] 内容": ("POS001", 1, 9, 'the bracket ends here, yet "内容" follows', "后面却还有“内容”"),
    "a: ]": ("POS001", 1, 4, 'a value cannot begin with "]"', "值不能以“]”开头"),
    "a: @x": ("POS001", 1, 4, 'a value cannot begin with "@"', "值不能以“@”开头"),
    "a: `x`": ("POS001", 1, 4, 'a value cannot begin with "`"', "值不能以“`”开头"),
    "a: %5": ("POS001", 1, 4, 'a value cannot begin with "%"', "值不能以“%”开头"),
    "%5 x\n": ("POS001", 1, 1, 'nothing here can begin with "%"', "不能以“%”开头"),
    "- *重要*": ("POS001", 1, 3, 'nothing here can begin with "*"', "不能以“*”开头"),
    "- & 配件": ("POS001", 1, 3, 'nothing here can begin with "&"', "不能以“&”开头"),
    "a: ? x": ("POS001", 1, 4, 'nothing here can begin with "? "', "不能以“? ”开头"),
    "a: - x": ("POS001", 1, 4, 'cannot stand on the line of its key', "不能和键写在同一行"),
    "a: |x\n": ("POS001", 1, 4, '"|x" begins with "|"', "“|x”以“|”开头"),
    "a: >=90\n": ("POS001", 1, 4, '">=90" begins with ">"', "“>=90”以“>”开头"),
    'a: "\\q"': ("POS001", 1, 5, "an unknown escape", "不认识的转义"),
    'a: "\\xzz"': ("POS001", 1, 7, "an unknown escape", "不认识的转义"),
    '"a" b': ("POS001", 1, 5, 'yet "b" follows', "后面却还有“b”"),
    "%YAML 3.0\n---\na: 1": ("POS001", 1, 1, "found incompatible YAML document", "found incompatible YAML"),
    "a: {x: 1}}": ("POS001", 1, 10, 'the bracket ends here, yet "}" follows', "后面却还有“}”"),
    "- \tb: 1": ("POS008", 1, 3, "a tab stands here", "制表符"),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_a_syntax_error_is_explained(text: str) -> None:
    code, line, column, english, chinese = CASES[text]
    finding = explain(text)
    assert (finding.code, *finding.span[1:3]) == (code, line, column)
    assert english in finding.message.en
    assert chinese in finding.message.zh
    assert finding.hint is not None
    assert finding.hint.zh != finding.hint.en


def test_a_target_that_reads_as_a_text_block_is_reported() -> None:
    root, (finding,) = read_text("a: >5\nb: 1", "p.yaml")
    assert root is not None
    assert (finding.code, finding.span) == ("POS001", ("p.yaml", 1, 4, 1, 6))
    assert '">5" is read as the start of an empty text block' in finding.message.en


def test_long_values_are_cut() -> None:
    message = explain("a: x: " + "文" * 500).message
    assert len(message.zh) < 100
    assert "…" in message.zh
