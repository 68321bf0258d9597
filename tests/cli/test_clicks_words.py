"""What click says in Chinese: every sentence of the installed click that a user of posdoc can meet."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import click
import pytest

from posdoc.cli.clicks_words import CHINESE, in_chinese_quotes

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
NEVER_MET = re.compile(
    r"DeprecationWarning|Could not determine name|No options defined|Arguments take exactly one|Name '\{name\}'"
    r"|Boolean option|Value must be an iterable|Invalid start character|Choice\(|Do you want to|Confirm the action"
)
"""Sentences for those who write a command, and about prompts, of which posdoc has none."""


def _sentences() -> set[str]:
    """Every constant that click hands to gettext."""
    folder = Path(click.__file__).parent
    found: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


def test_every_sentence_of_click_is_known() -> None:
    sentences = {sentence for sentence in _sentences() if not NEVER_MET.search(sentence)}
    assert len(sentences) > 30
    assert sentences - CHINESE.keys() == set()


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text.replace("%(", "").replace(")s", "")) if name}


@pytest.mark.parametrize(("english", "chinese"), CHINESE.items())
def test_the_same_is_filled_in(english: str, chinese: str) -> None:
    assert _fields(chinese) <= _fields(english)
    assert re.search(r"[\u4e00-\u9fff]", chinese) or "%(" in chinese


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("缺少参数 'DIR'.", "缺少参数“DIR”。"),
        ("没有选项 '--formt'。 是否想写 '--format'？", "没有选项“--formt”。是否想写“--format”？"),
        ("可选 'json', 'text'。", "可选“json”、“text”。"),
        ("缺少参数 'KIND'. 可选:\n\ta,\n\tb", "缺少参数“KIND”。可选: a、b"),
        ("'--jobs' 的值无效: -1 不在范围 0<=x<=64 之内。", "“--jobs”的值无效: -1 不在范围 0 至 64 之内。"),
    ],
)
def test_chinese_quotation_marks(said: str, expected: str) -> None:
    assert in_chinese_quotes(said) == expected
