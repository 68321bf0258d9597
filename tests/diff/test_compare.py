"""What differs, and that it is all that differs: by cases, and by random edits of the sample department."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from posdoc.diff import SubjectKind, compare
from posdoc.diff.formats.json import write
from posdoc.diff.plain import UNORDERED
from posdoc.diff.recipe import followed, recipe_of, state_of_all
from posdoc.load import load
from posdoc.model import Organization, PartialDate, Record, Text
from tests.conftest import ROOT
from tests.diff.edits import edited, with_record


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


SCHEMA = json.loads((ROOT / "docs/guide/diff.schema.json").read_text(encoding="utf-8"))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 8))
def test_the_json_form_is_that_of_its_schema(seed: int, times: int) -> None:
    difference = compare(sample(), edited(sample(), Random(seed), times))
    Draft202012Validator(SCHEMA).validate(json.loads(write(difference, ("HEAD", ""), "zh", False)))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_there_is_a_difference_exactly_where_the_states_differ(seed: int) -> None:
    old = sample()
    new = edited(old, Random(seed), 1)
    is_equal = in_one_order(state_of_all(old)) == in_one_order(state_of_all(new))
    assert (compare(old, new).subjects == ()) == is_equal
    assert compare(new, new).subjects == ()


def renamed_with(organization: Organization, share: float, seed: int) -> tuple[Organization, str, str]:
    """An organization in which one position has a new id, and about this share of the text of its texts stays."""
    random = Random(seed)
    position = random.choice([one for one in organization.positions if not one.based_on and len(one.duties) > 3])
    made = with_record(_reworded(position, share, random), id="quite-another", former_ids=(), aliases=())
    others = tuple(made if one is position else one for one in organization.positions)
    return replace(organization, positions=others), position.id, "quite-another"


def _reworded(value: Any, share: float, random: Random) -> Any:
    """A value in which each text is another with the probability that is not to stay."""
    if isinstance(value, Text):
        return Text({language: text if random.random() < share else _shuffled(text, random)
                     for language, text in value.languages.items()})  # fmt: skip
    if isinstance(value, Record):
        return with_record(value, **{info.attribute: _reworded(part, share, random) for info, part in value.stated()})
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return tuple(_reworded(part, share, random) for part in value)
    return value


def _shuffled(text: str, random: Random) -> str:
    return "".join(chr(0x4E00 + random.randrange(5000)) for _ in text)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.floats(0.68, 1))
def test_a_position_is_known_again_where_most_of_it_stays(seed: int, share: float) -> None:
    """The share is by chance of each text, so somewhat more than 60 % is asked for, that it be at least that."""
    new, was, is_ = renamed_with(sample(), share, seed)
    assert compare(sample(), new).renamed == {was: is_}


def test_a_position_that_is_quite_another_is_new() -> None:
    new, was, is_ = renamed_with(sample(), 0, 1)
    difference = compare(sample(), new)
    assert difference.renamed == {}
    assert [(one.id, one.old is None) for one in difference.subjects if one.kind is SubjectKind.POSITION] == [
        (is_, True), (was, False)]  # fmt: skip
