"""Regular expressions that are compiled late: they are as good as compiled ones, and none that is declared is faulty."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import posdoc
from posdoc.patterns import pattern


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


def test_all_that_are_declared_can_be_compiled() -> None:
    lazy = type(pattern("x"))
    names = [found.name for found in pkgutil.walk_packages(posdoc.__path__, "posdoc.") if "__main__" not in found.name]
    held = [one for name in names for one in vars(import_module(name)).values() if isinstance(one, lazy)]
    assert len(held) > 150
    for one in held:
        one.fullmatch(one.pattern[:0])
