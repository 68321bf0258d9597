"""Writing YAML: the style of a careful person, and exactly what was given when it is read again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.source import read_file, read_text
from posdoc.source.emit import comment, emit
from posdoc.source.plain_data import Data, as_read, data_of

CASES: dict[str, tuple[Data, str]] = {
    "scalars of every sort": (
        {"title": "经理", "headcount": 3, "weight": Decimal("12.50"), "assistant": True, "sign": False},
        "title: 经理\nheadcount: 3\nweight: 12.50\nassistant: true\nsign: false\n",
    ),
    "what a mapping in one line is": (
        {"title": {"zh": "售后服务经理", "en": "Manager"}, "levels": {"review-overdue": "info"}},
        "title: {zh: 售后服务经理, en: Manager}\nlevels: {review-overdue: info}\n",
    ),
    "a mapping of many entries has a line each": (
        {"document": {"a": "1a", "b": "2b", "c": "3c", "d": "4d"}},
        "document:\n  a: 1a\n  b: 2b\n  c: 3c\n  d: 4d\n",
    ),
    "a mapping that would be too long in one line": (
        {"text": {"zh": "长" * 40, "en": "x" * 30}}, f"text:\n  zh: {'长' * 40}\n  en: {'x' * 30}\n",
    ),
    "the widest that fits": (
        {"text": {"zh": "长" * 40, "en": "x" * 12}}, f"text: {{zh: {'长' * 40}, en: {'x' * 12}}}\n",
    ),
    "one column more": (
        {"text": {"zh": "长" * 40, "en": "x" * 13}}, f"text:\n  zh: {'长' * 40}\n  en: {'x' * 13}\n",
    ),
    "the whole file is never in one line": ({"zh": "甲", "en": "a"}, "zh: 甲\nen: a\n"),
    "a list of short words": ({"aliases": ["主管", "组长"]}, "aliases: [主管, 组长]\n"),
    "a list of sentences": (
        {"tasks": ["每天核对一次受控文件清单，回收作废版本", "短"]},
        "tasks:\n  - 每天核对一次受控文件清单，回收作废版本\n  - 短\n",
    ),
    "a list of mappings": (
        {"duties": [{"id": "a", "text": {"zh": "甲", "en": "A"}}, {"id": "b", "time": "5%"}]},
        "duties:\n  - id: a\n    text: {zh: 甲, en: A}\n  - {id: b, time: 5%}\n",
    ),
    "lists in lists": (
        {"promotes_to": [["a", "b"], ["c"]], "deep": [[["x" * 40]]]},
        f"promotes_to:\n  - [a, b]\n  - [c]\ndeep:\n  - - - {'x' * 40}\n",
    ),
    "a text of several lines": ({"purpose": "第一行\n\n  第二行\n"}, "purpose: |\n  第一行\n\n    第二行\n"),
    "without a line end at its end": ({"tasks": ["甲\n乙"]}, "tasks:\n  - |-\n    甲\n    乙\n"),
    "with a space before a line end": ({"a": "甲 \n乙"}, 'a: "甲 \\n乙"\n'),
    "with a space at its beginning": ({"a": " 甲\n乙"}, 'a: " 甲\\n乙"\n'),
    "with several line ends at its end": ({"a": "甲\n\n"}, 'a: "甲\\n\\n"\n'),
    "a long text is not broken": ({"a": "字 " * 99 + "完"}, f"a: {'字 ' * 99}完\n"),
    "nothing": ({"a": {}, "b": [], "c": ""}, 'a: {}\nb: []\nc: ""\n'),
    "nothing at all": ({}, "{}\n"),
    "an empty list": ([], "[]\n"),
    "an empty text": ("", '""\n'),
    "only a list": (["a", {"b": "c"}], "- a\n- {b: c}\n"),
    "only a text": ("甲", "甲\n"),
    "only a text that looks like a mapping": ("标题：甲", '"标题：甲"\n'),
    "only a text of two lines": ("甲\n乙", "|-\n  甲\n  乙\n"),
    "keys that need quotes": ({"no": "a", "a: b": "c", "1": "d", "甲": "e"}, '"no": a\n"a: b": c\n"1": d\n甲: e\n'),
    "characters that must not stand in a file": (
        {"a": "\x85\u2028\ufeff\u202e\x07\t"}, 'a: "\\x85\\u2028\\ufeff\\u202e\\x07\\t"\n',
    ),
    "half of a pair": ({"a": "\ud83d"}, 'a: "\N{REPLACEMENT CHARACTER}"\n'),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text"), CASES.values(), ids=CASES)
def test_style(data: Data, text: str) -> None:
    assert emit(data) == text
    node, _ = read_text(text, "a.yaml")
    assert node is not None
    assert data_of(node) == as_read(data)


@pytest.mark.parametrize("key", ["", "长" * 1001, "\x07" * 300], ids=["empty", "too long", "too long with escapes"])
def test_keys_that_yaml_does_not_take(key: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        emit({key: "a"})


def test_the_longest_key_can_be_read() -> None:
    data = {"k" * 1000: "a"}
    node, findings = read_text(emit(data), "a.yaml")
    assert node is not None
    assert (data_of(node), findings) == (data, [])


COMMENTS = {
    "": "",
    "甲": "# 甲\n",
    "甲\n\n乙\r\n丙\r丁\n": "# 甲\n#\n# 乙\n# 丙\n# 丁\n",
    "甲\x85乙\u2028丙\u2029丁\x0b戊\x0c己\x1d庚": "# 甲\n# 乙\n# 丙\n# 丁\n# 戊\n# 己\n# 庚\n",
    "a\x07b\u202ec\ufeffd\ud800": "# a\\x07b\\u202ec\\ufeffd\\ud800\n",
    "  - 缩进\t的 ": "#   - 缩进\t的\n",
    "posdoc: ignore POS301": '# "posdoc": ignore POS301\n',
    "见 #posdoc：ignore": '# 见 #"posdoc"：ignore\n',
    "yaml-language-server: $schema=x": '# "yaml-language-server": $schema=x\n',
    "关于 posdoc: 说明": "# 关于 posdoc: 说明\n",
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.items(), ids=map(repr, COMMENTS))
def test_comments(text: str, expected: str) -> None:
    assert comment(text) == expected


PIECES = st.sampled_from(
    [*"ab中文：，- #:\n\t\r\"'\\[]{},?!&*|>%@`~0123.<=yn_－＃\u3000\x85\u2028\u200b\ue000", "\n\n", " #", ": ", "- "]
    + ["yes", "012", "12:30", "1e3", "\x07", "\ufeff", "\u202e", "\ud800", "posdoc: ignore", "。\n", "<<"]
)
TEXTS = st.lists(PIECES, max_size=10).map("".join) | st.text(max_size=20)
KEYS = TEXTS.filter(bool)
SCALARS = TEXTS | st.integers() | st.booleans() | st.decimals(allow_nan=False, allow_infinity=False, places=3)
DATA: st.SearchStrategy[Data] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=15
)


@settings(max_examples=150, deadline=None)
@given(DATA, TEXTS)
def test_what_is_written_is_read(data: Data, above: str) -> None:
    text = comment(above) + emit(data)
    node, findings = read_text(text, "a.yaml")
    assert node is not None
    assert data_of(node) == as_read(data)
    kinds = {finding.name for finding in findings}
    assert kinds <= {"forbidden-character", "bidi-control"}
    assert not kinds or "\\" in emit(data), "a comment gives no finding"
    assert text.encode("utf-8").decode("utf-8") == text


def test_the_sample_written_anew_says_the_same(sample: Path) -> None:
    paths = sorted(path.relative_to(sample).as_posix() for path in (sample / "positions").rglob("*.yaml"))
    assert len(paths) > 20
    for path in ["posdoc.yaml", "people.yaml", *paths[::4]]:
        node, _ = read_file(sample, path)
        assert node is not None
        again, findings = read_text(emit(data_of(node)), path)
        assert again is not None
        assert (data_of(again), findings) == (data_of(node), [])
