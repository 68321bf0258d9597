"""Edits of a YAML file by path: the smallest change, with comments and layout as they were."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from posdoc.errors import DefinitionError
from posdoc.source.operations import Insert, Move, Operation, Path, Remove, Set
from posdoc.source.setting import apply_operations


def order(path: Path) -> Sequence[str]:
    return ["title", "code", "grade", "purpose", "duties"] if not path else ["area", "text", "tasks", "time"]


LONG = "每天上班前核对前一天的工单，把超过二十四小时没有回复的列成清单交给班长"

# what is asked, the text before and the text after
SCALARS = {
    "a value": (Set(("title",), "主管"), "title: 经理\ncode: A\n", "title: 主管\ncode: A\n"),
    "with a comment behind it": (Set(("title",), "主管"), "title: 经理  # 待定\n", "title: 主管  # 待定\n"),
    "with room before it": (Set(("title",), "主管"), "title:   经理\ncode:    A\n", "title:   主管\ncode:    A\n"),
    "in double quotes": (Set(("title",), '"总"监'), 'title: "经理"\n', 'title: "\\"总\\"监"\n'),
    "in single quotes": (Set(("title",), "it's"), "title: 'a'\n", "title: 'it''s'\n"),
    "a number stays one": (Set(("headcount",), "3"), "headcount: 2\n", "headcount: 3\n"),
    "a text that looks like a number": (Set(("code",), "0012"), "code: A-1\n", 'code: "0012"\n'),
    "that needs quotes now": (Set(("title",), "经理: 华东"), "title: 经理\n", 'title: "经理: 华东"\n'),
    "that was missing": (Set(("title",), "经理"), "title:  # 待填\ncode: A\n", "title: 经理  # 待填\ncode: A\n"),
    "to nothing": (Set(("title",), ""), "title: 经理\ncode: A\n", 'title: ""\ncode: A\n'),
    "on the next line": (Set(("text",), "短"), "text:\n  长长的  # 注\ncode: A\n", "text:\n  短  # 注\ncode: A\n"),
    "in quotes over two lines": (Set(("text",), "短"), 'text: "长长\n  的"  # 注\ncode: A\n', 'text: "短"  # 注\ncode: A\n'),
    "over two lines": (Set(("text",), "短"), "text: 长长\n  的\ncode: A\n", "text: 短\ncode: A\n"),
    "a line of a block": (
        Set(("text",), "第一行\n新的一行\n"), "text: |  # 注\n    第一行\n    第二行\n\ncode: A\n",
        "text: |  # 注\n    第一行\n    新的一行\n\ncode: A\n",
    ),
    "a block that becomes one line": (Set(("text",), "短\n"), "text: |\n  甲\n  乙\ncode: A\n", "text: |\n  短\ncode: A\n"),
    "a folded block": (Set(("text",), "甲丙\n"), "text: >\n  甲\n  乙\ncode: A\n", "text: >\n  甲丙\ncode: A\n"),
    "a text that gets several lines": (
        Set(("text",), "甲\n乙"), "text: 甲  # 注\ncode: A\n", "text: |-  # 注\n  甲\n  乙\ncode: A\n",
    ),
    "several lines above a comment that would become text": (
        Set(("a", "text"), "甲\n乙"), "a:\n  text: 甲\n      # 注\n  b: 1\n", 'a:\n  text: "甲\\n乙"\n      # 注\n  b: 1\n',
    ),
    "in braces": (
        Set(("title", "en"), "Head, Sales"), "title: {zh: 经理, en: Manager}  # 注\n",
        'title: {zh: 经理, en: "Head, Sales"}  # 注\n',
    ),
    "missing in braces": (Set(("a", "zh"), "甲"), "a: {zh: , en: A}\n", "a: {zh: 甲, en: A}\n"),
    "without a colon in braces": (Set(("a", "zh"), "甲"), "a: {zh, en: A}\n", "a: {zh: 甲, en: A}\n"),
    "without a space behind the colon": (Set(("a", "zh"), "乙"), 'a: {"zh":甲}\n', 'a: {"zh": 乙}\n'),
    "with CRLF": (Set(("b",), "甲\n乙"), "a: 1\r\nb: 2\r\nc: 3\r\n", "a: 1\r\nb: |-\r\n  甲\r\n  乙\r\nc: 3\r\n"),
    "without a line end at the end": (Set(("a",), "乙"), "a: 甲", "a: 乙"),
    "behind a byte order mark": (Set(("a",), "乙"), "\ufeffa: 甲\n", "\ufeffa: 乙\n"),
}  # fmt: skip

COLLECTIONS = {
    "a shorthand becomes a mapping": (
        Set(("title",), {"zh": "经理", "en": "Manager"}), "title: 经理  # 注\n", "title: {zh: 经理, en: Manager}  # 注\n",
    ),
    "a mapping too long for a line": (
        Set(("title",), {"zh": LONG, "en": "x" * 40}), "title: 经理  # 注\ncode: A\n",
        f"title:  # 注\n  zh: {LONG}\n  en: {'x' * 40}\ncode: A\n",
    ),
    "a shorthand in a list": (
        Set(("duties", 0), {"area": "客户", "tasks": [LONG]}), "duties:\n  - 接待  # 注\n  - 维修\n",
        f"duties:\n  - area: 客户  # 注\n    tasks:\n      - {LONG}\n  - 维修\n",
    ),
    "one language of two": (
        Set(("title",), {"zh": "经理", "en": "Head"}), "title:\n  zh: 经理  # 甲\n  en: Manager  # 乙\n",
        "title:\n  zh: 经理  # 甲\n  en: Head  # 乙\n",
    ),
    "a list of which one item is changed": (
        Set(("tasks",), ["a", "x", "c"]), "tasks:\n- a  # 一\n- b  # 二\n# 三\n- c\n",
        "tasks:\n- a  # 一\n- x  # 二\n# 三\n- c\n",
    ),
    "a mapping becomes a shorthand": (
        Set(("title",), "经理"), "title:  # 注\n  zh: 经理\n  en: Manager\ncode: A\n", "title: 经理  # 注\ncode: A\n",
    ),
    "a list becomes a mapping": (
        Set(("a",), {"b": ["c"], "d": "e"}), "a:\n- x\n- y\nz: 1\n", "a:\n  b: [c]\n  d: e\nz: 1\n",
    ),
    "in a file indented by four": (
        Set(("b",), {"c": {"d": ["长" * 20]}}), "a:\n    x:\n        - 1\nb: 2\n",
        f"a:\n    x:\n        - 1\nb:\n    c:\n        d:\n            - {'长' * 20}\n",
    ),
    "the first item of an empty list": (
        Insert(("tasks",), 0, LONG), "tasks: []  # 待填\ncode: A\n", f"tasks:  # 待填\n  - {LONG}\ncode: A\n",
    ),
    "the first key of an empty mapping": (Set(("a", "b"), "c"), "a: {}\nd: e\n", "a: {b: c}\nd: e\n"),
    "in an empty file": (Set(("title",), "经理"), "", "title: 经理\n"),
    "in a file of comments": (Set(("title",), "经理"), "# 待写", "# 待写\ntitle: 经理"),
    "in an empty mapping that is the file": (Set(("title",), "经理"), "# 注\n--- {}\n", "# 注\n---\ntitle: 经理\n"),
}  # fmt: skip

KEYS = {
    "behind the one before it": (
        Set(("grade",), "G1"), "title: 经理\n\n# 目的\npurpose: 甲\n", "title: 经理\ngrade: G1\n\n# 目的\npurpose: 甲\n",
    ),
    "behind all of a long value": (
        Set(("purpose",), "甲"), "grade:\n  - a\n  # - b\n\nduties: []\n", "grade:\n  - a\n  # - b\npurpose: 甲\n\nduties: []\n",
    ),
    "first, below the head of the file": (
        Set(("title",), "经理"), "# 岗位\n\n# 编号\ncode: A\n", "# 岗位\n\n# 编号\ntitle: 经理\ncode: A\n",
    ),
    "last where no order is known": (Set(("other",), "甲"), "title: 经理\nb: 1\n", "title: 经理\nb: 1\nother: 甲\n"),
    "last in a file without a line end": (Set(("b",), "甲"), "a: 1", "a: 1\nb: 甲"),
    "below a block that ends such a file": (Set(("b",), "甲"), "a: |\n  x", "a: |-\n  x\nb: 甲"),
    "with CRLF": (Set(("b",), ["长" * 20]), "a: 1\r\n", f"a: 1\r\nb:\r\n  - {'长' * 20}\r\n"),
    "first in an item": (
        Set(("duties", 0, "area"), "甲"), "duties:\n  - text: 乙\n    time: 5%\n",
        "duties:\n  - area: 甲\n    text: 乙\n    time: 5%\n",
    ),
    "in the middle of an item": (
        Set(("duties", 0, "text"), "甲"), "duties:\n  - area: 乙  # 注\n    time: 5%\n",
        "duties:\n  - area: 乙  # 注\n    text: 甲\n    time: 5%\n",
    ),
    "in braces": (
        Set(("duties", 0, "text"), "甲"), "duties: [{area: a, time: 5%}]\n", "duties: [{area: a, text: 甲, time: 5%}]\n",
    ),
    "first in braces": (Set(("a", "area"), "甲"), "a: {time: 5%}\n", "a: {area: 甲, time: 5%}\n"),
    "in a pair without braces": (Set(("a", 0, "text"), "甲"), "a: [area: b, c]\n", "a: [{area: b, text: 甲}, c]\n"),
    "with its parents": (
        Set(("purpose", "zh"), "甲"), "code: A\nduties: []\n", "code: A\npurpose: {zh: 甲}\nduties: []\n",
    ),
    "taken away": (Remove(("code",)), "title: 经理\n# 编号\ncode: A  # 注\ngrade: G1\n", "title: 经理\n# 编号\ngrade: G1\n"),
    "the first of an item": (
        Remove(("a", 0, "b")), "a:\n  - b:\n      x: 1\n    # 注\n    c: 2\n", "a:\n  - # 注\n    c: 2\n",
    ),
    "the last with the line that parts it": (Remove(("b",)), "a: 1\n\nb: 2\n", "a: 1\n"),
    "between empty lines": (Remove(("b",)), "a: 1\n\nb: 2\n\nc: 3\n", "a: 1\n\nc: 3\n"),
    "with a long value": (
        Remove(("duties",)), "title: 经理\nduties:\n  # 注\n  - a\n    # 深\ncode: A\n", "title: 经理\ncode: A\n",
    ),
    "the only one": (Remove(("a", "b")), "a:\n  b: 1\nc: 2\n", "a: {}\nc: 2\n"),
    "of the file": (Remove(("a",)), "# 注\na: 1\n", "# 注\n{}\n"),
    "in braces, taken away": (Remove(("a", "zh")), "a: {zh: 甲, en: A}\n", "a: {en: A}\n"),
    "the last in braces": (Remove(("a", "en")), "a: {zh: , en: A}\n", "a: {zh: }\n"),
    "the only one in braces": (Remove(("a", "en")), "a: { en: A }\n", "a: {}\n"),
    "before a block that needs the line end": (Remove(("b",)), "a: |\n  x\nb: 1", "a: |\n  x\n"),
}  # fmt: skip

LIST = "list:\n  # 组一\n  - a\n    # 待定\n  # 关于乙\n  - b: 1\n    c: 2\n\n  # 组二\n  - d\nend: 1\n"
SPACED = "list:\n  - id: a\n    b: 1\n\n  - id: c\n    d: 1\nend: 1\n"
LINES = "list: [\n  a, # 一\n  # 关于乙\n  b # 二\n]\n"

ITEMS = {
    "the head of a group stays": (Remove(("list", 0)), LIST, LIST.replace("  - a\n    # 待定\n", "")),
    "with the comment of the item": (Remove(("list", 1)), LIST, LIST.replace("  # 关于乙\n  - b: 1\n    c: 2\n", "")),
    "the last": (Remove(("list", 2)), LIST, LIST.replace("  - d\n", "")),
    "the only one": (Remove(("a", 0)), "a:\n# 注\n- x\nb: 1\n", "a: []\n# 注\nb: 1\n"),
    "the first of a list in a list": (Remove((0, 0)), "- - a\n  - b\n- c\n", "- - b\n- c\n"),
    "at the indentation of its key": (Remove(("a", 1)), "a:\n- x\n# 注\n- y\nb: 1\n", "a:\n- x\nb: 1\n"),
    "put first": (Insert(("list",), 0, "x"), LIST, LIST.replace("  - a\n", "  - x\n  - a\n")),
    "put between": (Insert(("list",), 1, "x"), LIST, LIST.replace("    # 待定\n", "    # 待定\n  - x\n")),
    "put at the end of a group": (Insert(("list",), 2, "x"), LIST, LIST.replace("    c: 2\n", "    c: 2\n  - x\n")),
    "put last": (Insert(("list",), 3, "x"), LIST, LIST.replace("  - d\n", "  - d\n  - x\n")),
    "put last by its place": (Set(("list", 3), "x"), LIST, LIST.replace("  - d\n", "  - d\n  - x\n")),
    "at the indentation of its key, put last": (Insert(("a",), 1, "y"), "a:\n- x\nb: 1\n", 'a:\n- x\n- "y"\nb: 1\n'),
    "like its neighbours in block style": (
        Insert(("list",), 2, {"id": "x"}), SPACED, SPACED.replace("    d: 1\n", "    d: 1\n\n  - id: x\n"),
    ),
    "like its neighbours in braces": (
        Insert(("a",), 1, {"id": "x", "title": {"zh": "甲", "en": "A"}}), "a:\n  - {id: b, title: {zh: 乙, en: B}}\n",
        "a:\n  - {id: b, title: {zh: 乙, en: B}}\n  - {id: x, title: {zh: 甲, en: A}}\n",
    ),
    "moved up": (
        Move(("list",), 1, 0), LIST,
        LIST.replace("  # 关于乙\n  - b: 1\n    c: 2\n", "").replace("  - a\n", "  # 关于乙\n  - b: 1\n    c: 2\n  - a\n"),
    ),
    "moved to the end": (
        Move(("list",), 0, 2), LIST, LIST.replace("  - a\n    # 待定\n", "").replace("  - d\n", "  - d\n  - a\n    # 待定\n"),
    ),
    "moved to the place of the first in a list": (Move((0,), 1, 0), "- - a\n  - b: 1\n    c: 2", "- - b: 1\n    c: 2\n  - a"),
    "moved where the last has no line end": (Move(("a",), 0, 1), "a:\n  - x\n  - z", "a:\n  - z\n  - x"),
    "in brackets": (Insert(("a",), 1, "x, y"), "a: [b, c]  # 注\n", 'a: [b, "x, y", c]  # 注\n'),
    "in brackets, first": (Insert(("a",), 0, "x"), "a: [b, c]\n", "a: [x, b, c]\n"),
    "in brackets, taken away": (Remove(("a", 0)), "a: [b, c]\n", "a: [c]\n"),
    "in brackets, the last": (Remove(("a", 1)), "a: [b, c, ]\n", "a: [b, ]\n"),
    "in brackets, moved": (Move(("a",), 0, 2), "a: [b, {c: 1}, 'd']\n", "a: [{c: 1}, 'd', b]\n"),
    "with a line for each, first": (Insert(("list",), 0, "x"), LINES, LINES.replace("  a,", "  x,\n  a,")),
    "with a line for each, between": (Insert(("list",), 1, "x"), LINES, LINES.replace("# 一\n", "# 一\n  x,\n")),
    "with a line for each, last": (Insert(("list",), 2, "x"), LINES, LINES.replace("  b # 二\n", "  b, # 二\n  x\n")),
    "with a line for each, taken away": (Remove(("list", 0)), LINES, LINES.replace("  a, # 一\n", "")),
    "with a line for each, the last": (Remove(("list", 1)), LINES, LINES.replace("  b # 二\n", "")),
    "mappings in brackets": (
        Insert(("a",), 1, {"area": "x", "text": "一\n二"}), "a: [{area: b}]\n", 'a: [{area: b}, {area: x, text: "一\\n二"}]\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("operation", "before", "after"), SCALARS.values(), ids=SCALARS)
def test_scalars(operation: Operation, before: str, after: str) -> None:
    assert apply_operations(before, "a.yaml", [operation], order) == after


@pytest.mark.parametrize(("operation", "before", "after"), COLLECTIONS.values(), ids=COLLECTIONS)
def test_mappings_and_lists(operation: Operation, before: str, after: str) -> None:
    assert apply_operations(before, "a.yaml", [operation], order) == after


@pytest.mark.parametrize(("operation", "before", "after"), KEYS.values(), ids=KEYS)
def test_keys(operation: Operation, before: str, after: str) -> None:
    assert apply_operations(before, "a.yaml", [operation], order) == after


@pytest.mark.parametrize(("operation", "before", "after"), ITEMS.values(), ids=ITEMS)
def test_items(operation: Operation, before: str, after: str) -> None:
    assert apply_operations(before, "a.yaml", [operation], order) == after


def test_each_operation_goes_on_from_the_one_before() -> None:
    operations = [Insert(("a",), 0, "x"), Set(("a", 0), "z"), Move(("a",), 0, 1), Set(("b", "c"), 1), Remove(("b",))]
    assert apply_operations("a: [w]  # 注\n", "a.yaml", operations) == "a: [w, z]  # 注\n"


def test_what_is_there_already_changes_nothing() -> None:
    operations = [Set(("a",), {"en": "b", "zh": "甲"}), Move(("l",), 0, 0), Set(("n",), 1)]
    text = "a: { zh: '甲',   en: b }\nl: [ x ]\nn: \"1\"\n"
    assert apply_operations(text, "a.yaml", operations) == text


def test_findings_that_were_there_before_do_not_hinder() -> None:
    assert apply_operations("a: 1\na: 2\nb: 3\n", "a.yaml", [Set(("b",), 4)]) == "a: 1\na: 2\nb: 4\n"


REFUSED = {
    "a file that cannot be read": ("a: [1\n", Set(("a",), 1), "cannot be read"),
    "a place that is not there": ("a: 1\n", Remove(("b", 0)), "has no b,"),
    "a part of a text": ("title: 经理\n", Set(("title", "en"), "x"), "has no title.en"),
    "an item far behind the last": ("a: [1]\n", Insert(("a",), 2, "x"), "has no a[2]"),
    "a key that stands twice": ("a: 1\na: 2\nb: 3\n", Remove(("a",)), "cannot be changed exactly"),
    "a key behind a question mark": ("? a\nb: 1\n", Set(("a",), "x"), "cannot be changed exactly"),
    "empty lines that would become text": ("a: |+\n  x\n\nb: 1\n\n", Remove(("b",)), "cannot be changed exactly"),
    "a list that another place refers to": ("a: &x [1]\nb: *x\n", Set(("a", 1), "2"), "cannot be changed exactly"),
}


@pytest.mark.parametrize(("text", "operation", "said"), REFUSED.values(), ids=REFUSED)
def test_is_refused(text: str, operation: Operation, said: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        apply_operations(text, "a.yaml", [operation])
    assert said in raised.value.message.en
    assert '"a.yaml"' in raised.value.message.en
    assert raised.value.hint is not None
