"""What differs, and that it is all that differs: by cases, and by random edits of the sample department."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.diff import compare
from posdoc.diff.plain import UNORDERED
from posdoc.diff.recipe import followed, recipe_of, state_of_all
from posdoc.load import load
from posdoc.model import Organization
from tests.conftest import ROOT
from tests.diff.edits import edited


@cache
def sample() -> Organization:
    return load(ROOT)[0]


def in_one_order(data: Any, name: str = "") -> Any:
    """Plain data with the lists sorted whose order says nothing."""
    if isinstance(data, dict):
        return {key: in_one_order(value, key) for key, value in data.items()}
    if isinstance(data, list):
        items = [in_one_order(item) for item in data]
        return sorted(items, key=repr) if name in (*UNORDERED, "units", "positions", "people") else items
    return data


def test_equal_organizations_do_not_differ() -> None:
    assert compare(sample(), load(ROOT)[0]).subjects == ()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 8))
def test_following_the_recipe_gives_the_new_state(seed: int, times: int) -> None:
    old = sample()
    new = edited(old, Random(seed), times)
    difference = compare(old, new)
    made = followed(state_of_all(difference.old), recipe_of(difference))
    assert in_one_order(made) == in_one_order(state_of_all(new))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_there_is_a_difference_exactly_where_the_states_differ(seed: int) -> None:
    old = sample()
    new = edited(old, Random(seed), 1)
    is_equal = in_one_order(state_of_all(old)) == in_one_order(state_of_all(new))
    assert (compare(old, new).subjects == ()) == is_equal
    assert compare(new, new).subjects == ()
