"""Values put into plain data of a definition, and what that changes in its file."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.edits import Change, Edits, with_value
from posdoc.model import Position
from posdoc.source import read_text
from posdoc.source.plain_data import data_of

CASES: list[tuple[str, Any, tuple[str | int, ...], Any, str, Any]] = [
    ("a number", {"headcount": "2"}, ("headcount",), 3, "", {"headcount": "3"}),
    ("a new field", {}, ("code",), "A-1", "", {"code": "A-1"}),
    ("nothing takes it away", {"code": "A", "grade": "G1"}, ("code",), None, "", {"grade": "G1"}),
    ("a text of the first language", {"title": "主管"}, ("title",), "经理", "zh", {"title": "经理"}),
    ("a second language", {"title": "主管"}, ("title",), "Head", "en", {"title": {"zh": "主管", "en": "Head"}}),
    ("one of two languages", {"title": {"zh": "主管", "en": "Head"}}, ("title",), "经理", "zh",
     {"title": {"zh": "经理", "en": "Head"}}),
    ("a language goes", {"title": {"zh": "主管", "en": "Head"}}, ("title",), None, "en", {"title": {"zh": "主管"}}),
    ("only another language", {}, ("location",), "Suzhou", "en", {"location": {"en": "Suzhou"}}),
    ("inside a list", {"duties": [{"text": "甲"}, {"text": "乙", "time": "30%"}]}, ("duties", 1, "time"), "40%", "",
     {"duties": [{"text": "甲"}, {"text": "乙", "time": "40%"}]}),
    ("a duty in shorthand keeps it", {"duties": ["甲", "乙"]}, ("duties", 0, "text"), "丙", "zh", {"duties": ["丙", "乙"]}),
    ("shorthand grows", {"duties": ["甲"]}, ("duties", 0, "time"), "100%", "", {"duties": [{"text": "甲", "time": "100%"}]}),
    ("shorthand in languages", {"duties": [{"zh": "甲", "en": "A"}]}, ("duties", 0, "text"), "乙", "zh",
     {"duties": [{"zh": "乙", "en": "A"}]}),
    ("shorthand in languages grows", {"duties": [{"zh": "甲", "en": "A"}]}, ("duties", 0, "time"), "5%", "",
     {"duties": [{"text": {"zh": "甲", "en": "A"}, "time": "5%"}]}),
    ("a record that is not there", {}, ("conditions", "hours"), "9:00—18:00", "zh", {"conditions": {"hours": "9:00—18:00"}}),
    ("an item goes", {"tools": ["甲", "乙"]}, ("tools", 0), None, "zh", {"tools": ["乙"]}),
    ("the last field of a record goes", {"training": {"induction": ["甲"]}}, ("training", "induction"), None, "", {}),
    ("a whole list", {"tools": ["甲"]}, ("tools",), ["乙", "丙"], "", {"tools": ["乙", "丙"]}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "path", "value", "language", "new"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_value_comes_where_it_belongs(old: Any, path: Any, value: Any, language: str, new: Any) -> None:
    before = repr(old)
    assert with_value(old, Position, path, value, language, "zh") == new
    assert repr(old) == before


TEXT = """\
# 头注
title: 主管  # 名称
headcount: 2
duties:
  # 第一条
  - {text: 甲, time: 30%}
  - {text: 乙, time: 70%}
"""


def test_an_edit_touches_only_what_it_changes() -> None:
    node, _ = read_text(TEXT, "a.yaml")
    assert node is not None
    old = data_of(node)
    new = with_value(old, Position, ("duties", 0, "time"), "40%", "", "zh")
    new = with_value(new, Position, ("code",), "S-1", "", "zh")
    edits = Edits()
    edits.edit("a.yaml", TEXT, old, new, Position)
    assert edits.files["a.yaml"] == TEXT.replace("time: 30%", "time: 40%").replace(
        "headcount: 2", "code: S-1\nheadcount: 2"
    )
    assert edits.changes == [Change("a.yaml", "duties[0].time", "30%", "40%"), Change("a.yaml", "code", "", "S-1")]


def test_nothing_new_is_no_edit() -> None:
    node, _ = read_text(TEXT, "a.yaml")
    assert node is not None
    edits = Edits()
    edits.edit("a.yaml", TEXT, data_of(node), data_of(node), Position)
    assert not edits.files
    assert not edits.changes
