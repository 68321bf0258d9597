"""Which texts stand without quotes, and in what quotes the others stand."""

from __future__ import annotations

import pytest

from posdoc.source import MapNode, ScalarNode, read_text
from posdoc.source.scalar_text import block_lines, misread_as, scalar_like, scalar_text

PLAIN = ["经理", "Night-shift Agent", "30%", "2026-01-05", "2026-01", "it's", 'say "hi"', "C#", "a:b c", "（见附件）", "“重点”",
         "(1) first", "1. first", "a, b", "8:30—17:30", "一、二", "……", "①"]  # fmt: skip
QUOTED = ["yes", "No", "ON", "off", "true", "null", "~", "y", "N", "0012", "12", "1.5", "1e3", "0x1F", "0o17", "12:30",
          "1_000", ".5", "-3", "<<", "=", "≥95%", " a", "a ", "a\u3000", "a: b", "a:", "a #b", "#a", "- a", "-", "? a",
          "*a", "&a", "!a", "|", ">5", "@a", "`a", "%a", "[a", "{a}", "'a'", '"a"', "title：甲", "－ 甲", "＃甲", ""]  # fmt: skip
QUOTED_IN_FLOW = ["a, b", "a]", "a}", "a[0]", "a:b", "怎么？a?"]


@pytest.mark.parametrize("text", PLAIN)
def test_stands_without_quotes(text: str) -> None:
    assert scalar_text(text) == text
    node, findings = read_text(f"title: {text}\n", "a.yaml")
    assert isinstance(node, MapNode)
    assert isinstance(value := node.get("title"), ScalarNode)
    assert (value.text, findings) == (text, [])


@pytest.mark.parametrize("text", QUOTED)
def test_stands_in_double_quotes(text: str) -> None:
    assert scalar_text(text) == '"' + text.replace('"', '\\"') + '"'


@pytest.mark.parametrize("text", QUOTED_IN_FLOW)
def test_stands_in_double_quotes_between_brackets(text: str) -> None:
    assert scalar_text(text) == text
    assert scalar_text(text, in_flow=True) == f'"{text}"'


LIKE = {
    ("a", "b"): "b",
    ("1", "2"): "2",
    ("1", "2.5"): "2.5",
    ("yes", "no"): "no",
    ("1", "no"): '"no"',
    ("a", "2"): '"2"',
    ("a", "x: y"): '"x: y"',
    ("'a'", "it's"): "'it''s'",
    ("'a'", "b\tc"): '"b\\tc"',
    ('"a"', "b"): '"b"',
    ('"1"', 'say "hi"'): '"say \\"hi\\""',
}


@pytest.mark.parametrize(("old", "new"), LIKE)
def test_takes_the_quotes_of_the_old_one(old: str, new: str) -> None:
    node, _ = read_text(old, "a.yaml")
    assert isinstance(node, ScalarNode)
    assert scalar_like(node, new) == LIKE[(old, new)]


BLOCKS = {
    "甲\n乙\n": ("|", ["甲", "乙"]),
    "甲\n\n乙": ("|-", ["甲", "", "乙"]),
    "甲": ("|-", ["甲"]),
    "甲\n 乙": ("|-", ["甲", " 乙"]),
    "\u3000甲\n乙\tb": ("|-", ["\u3000甲", "乙\tb"]),
    "": None,
    "\n": None,
    "\n甲": None,
    " 甲": None,
    "甲 \n乙": None,
    "甲\n\t乙": None,
    "甲\n\n": None,
    "甲\r\n乙": None,
    "甲\u2028\n乙": None,
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.items(), ids=map(repr, BLOCKS))
def test_blocks(text: str, expected: tuple[str, list[str]] | None) -> None:
    assert block_lines(text) == expected


def test_a_folded_block_has_one_line() -> None:
    assert block_lines("甲 乙\n", ">") == (">", ["甲 乙"])
    assert block_lines("甲\n乙", ">") is None


@pytest.mark.parametrize(("text", "what"), [("12", "number"), ("1:30", "number"), ("Null", "word"), ("2026-01-05", "")])
def test_what_other_programs_would_take_a_text_for(text: str, what: str) -> None:
    assert misread_as(text) == what
