"""What YAML says as plain data."""

from __future__ import annotations

from decimal import Decimal

from posdoc.source import read_text
from posdoc.source.plain_data import as_read, data_of, is_scalar


def test_every_scalar_is_a_text() -> None:
    node, _ = read_text("a: {b: 1, c: [x, ~], d: }\ne: |\n  甲\n", "a.yaml")
    assert node is not None
    assert data_of(node) == {"a": {"b": "1", "c": ["x", "~"], "d": ""}, "e": "甲\n"}


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    node, findings = read_text("a: 1\na: 2\n", "a.yaml")
    assert node is not None
    assert data_of(node) == {"a": "1"}
    assert findings


def test_numbers_and_truth_values_are_texts() -> None:
    data = {"a": (1, True, False, Decimal("1E+2"), Decimal("0.10")), "b": {"c": "\ud800"}}
    expected = {"a": ["1", "true", "false", "100", "0.10"], "b": {"c": "\N{REPLACEMENT CHARACTER}"}}
    assert as_read(data) == expected


def test_what_a_scalar_is() -> None:
    assert [is_scalar(value) for value in ("", 0, Decimal(1), True, [], {}, ())] == [True] * 4 + [False] * 3
