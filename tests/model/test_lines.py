"""The reporting lines as a forest."""

from __future__ import annotations

import pytest

from posdoc.model import ReportingLines

#        a
#      b   c        d (superior unknown)       x → y → x, z below x
#     e f
LINES = ReportingLines({"e": "b", "a": None, "b": "a", "c": "a", "f": "b", "d": "nobody", "x": "y", "y": "x", "z": "x"})


def test_order_and_depth() -> None:
    assert LINES.order == ["a", "b", "e", "f", "c", "d"]
    assert [LINES.depth(member) for member in "abcdefxyz?"] == [1, 2, 2, 1, 3, 3, 0, 0, 0, 0]
    assert [LINES.has_place(member) for member in "adexz"] == [True, True, True, False, False]


ABOVE = {
    "ab": True, "ae": True, "be": True, "bf": True, "ba": False, "aa": False, "bb": False, "ce": False, "cb": False,
    "ef": False, "fe": False, "ad": False, "da": False, "xz": False, "xy": False, "a?": False, "?a": False,
}  # fmt: skip


@pytest.mark.parametrize(("pair", "is_above"), ABOVE.items())
def test_is_above(pair: str, is_above: bool) -> None:
    assert LINES.is_above(*pair) is is_above


def test_below() -> None:
    assert list(LINES.below("a")) == ["b", "e", "f", "c"]
    assert [list(LINES.below(member)) for member in "bedx?"] == [["e", "f"], [], [], [], []]
    assert [LINES.count_below(member) for member in "abedx?"] == [4, 2, 0, 0, 0, 0]


def test_above() -> None:
    assert [list(LINES.above(member)) for member in "eadzx?"] == [["b", "a"], [], [], ["x", "y"], ["y"], []]


def test_a_chain_of_a_hundred_thousand() -> None:
    count = 100_000
    lines = ReportingLines({str(n): str(n - 1) if n else None for n in range(count)})
    assert lines.depth(str(count - 1)) == count
    assert lines.is_above("0", str(count - 1))
    assert lines.count_below("10") == count - 11
