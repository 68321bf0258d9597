"""Regular expressions that are compiled late: they are as good as compiled ones, and none that is declared is faulty."""

from __future__ import annotations

import pkgutil
import re
import signal
from collections.abc import Iterator
from importlib import import_module
from typing import cast

import pytest

import posdoc
from posdoc.patterns import pattern
from tests.fuzz.judging import within


def test_it_does_what_a_compiled_one_does() -> None:
    made = pattern(r"(?P<one>[㐀-鿿]+)x", re.IGNORECASE)
    match = made.search("abc工程X")
    assert match is not None
    assert match["one"] == "工程"
    assert made.sub("-", "工x工X") == "--"
    assert made.pattern == r"(?P<one>[㐀-鿿]+)x"
    assert pattern(rb"\d").findall(b"1a2") == [b"1", b"2"]


def test_a_faulty_one_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")


LAZY = type(pattern("x"))
PIECES = (
    " ", "\n", "\t", "1", "1.", "1. ", "1、", "1--", "100,", "1 ", "2024-01-", "-", "：", "a", "a ", "a：", "(", ")(", "（",
    "_", "|", "*", "岗", "岗位", "经理", "总经理", "经理助理", "组员", "一、", "的", "{{", "{%", "<w:p>", "<a ",
    "%", "/", "\\", '"', "&amp;",
)  # fmt: skip
"""What texts that make a pattern run away are made of: the one over and over again, between two others."""
AROUND = (
    *((before, "!") for before in ("", "(", "a", "1", "一", "{{ ", "<", "第", "page")),
    *(("", behind) for behind in ("", "x", "\n!", "（")),
)
LENGTH = 160
LONGEST = 0.25
"""Seconds for all texts of a piece; a few thousandths are the rule. One that runs away needs many times as long."""


def declared() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Every pattern that a module of posdoc holds, also one of several in a tuple or a mapping."""
    names = [found.name for found in pkgutil.walk_packages(posdoc.__path__, "posdoc.") if "__main__" not in found.name]
    seen = set()
    for module, key, value in ((m, k, v) for m in names for k, v in vars(import_module(m)).items()):
        within = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for one in within:
            if isinstance(one, LAZY | re.Pattern) and id(one) not in seen:
                seen.add(id(one))
                yield f"{module}.{key}", cast("re.Pattern[str] | re.Pattern[bytes]", one)


def test_all_that_are_declared_can_be_compiled() -> None:
    held = [one for _, one in declared()]
    assert sum(isinstance(one, LAZY) for one in held) > 150
    for one in held:
        one.fullmatch(one.pattern[:0])


def _runs_away(one: re.Pattern[str] | re.Pattern[bytes]) -> str | None:
    """The first text that takes too long, if one does."""
    text = ""
    for piece in PIECES:
        row = (piece * LENGTH)[:LENGTH]
        try:
            with within(LONGEST):
                for text in (before + row + behind for before, behind in AROUND):
                    _use(one, text)
        except AssertionError:
            return text
    return None


def _use(one: re.Pattern[str] | re.Pattern[bytes], text: str) -> None:
    if isinstance(one.pattern, bytes):
        data, as_bytes = text.encode(), cast("re.Pattern[bytes]", one)
        as_bytes.search(data)
        as_bytes.fullmatch(data)
    else:
        as_text = cast("re.Pattern[str]", one)
        as_text.search(text)
        as_text.fullmatch(text)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="nothing here stops a pattern that runs away")
def test_a_pattern_that_runs_away_is_noticed() -> None:
    assert _runs_away(re.compile(r"(?:.{1,8}?(?:经理|员)){6,}!")) is not None
    assert _runs_away(re.compile(r"(?>.{1,8}?(?:经理|员)){6,}!")) is None


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="nothing here stops a pattern that runs away")
def test_none_that_is_declared_runs_away() -> None:
    """None takes ages with a text of some hundred characters; one of an importer meets whatever a stranger wrote."""
    assert {name: text for name, one in declared() if (text := _runs_away(one))} == {}
