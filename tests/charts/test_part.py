"""Which positions a chart shows: each case is a small organization in words, and the boxes that are left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdoc.charts.part import Below, Part, line_to_the_top, part_of
from posdoc.model import (
    ChartOutput,
    Grade,
    Organization,
    OutsidePosition,
    Position,
    PositionStatus,
    Ref,
    Unit,
    Workspace,
)
from tests.charts.samples import position

UNITS = (
    Unit(id="dept", level=Ref("top")),
    Unit(id="a", parent="dept", level=Ref("middle")),
    Unit(id="aa", parent="a"),
    Unit(id="b", parent="dept", head=Ref("b1")),
)
WORKSPACE = Workspace(
    levels=(Grade(id=Ref("top")), Grade(id=Ref("middle")), Grade(id=Ref("low"))),
    outside_positions=(OutsidePosition(id=Ref("boss"), reports_to=Ref("owner")), OutsidePosition(id=Ref("owner"))),
)
TREE = Organization(
    workspace=WORKSPACE,
    units=UNITS,
    positions=(
        position("head", "主管", "boss", 1, unit="dept"),
        position("a1", "甲", "head", 1, unit="a"),
        position("a2", "乙", "a1", 2, unit="aa", level=Ref("low")),
        position("a3", "丙", "a2", 3, unit="aa", level=Ref("low")),
        position("b1", "丁", "head", 4, unit="b", level=Ref("middle")),
        position("b2", "戊", "b1", unit="b", level=Ref("low")),
        position("b3", "己", "a1", 5, unit="b", level=Ref("low")),
        position("gone", "庚", "head", 9, unit="b", status=PositionStatus.ABOLISHED),
    ),
)  # fmt: skip
ALL = {"head": "boss", "a1": "head", "a2": "a1", "a3": "a2", "b1": "head", "b2": "b1", "b3": "a1"}


def part(**wished: Any) -> Part:
    return part_of(TREE, ChartOutput(**wished))


CASES: dict[str, tuple[dict[str, Any], Mapping[str, str], Mapping[str, Below]]] = {
    "nothing asked for": ({}, ALL, {}),
    "a unit, with the superior outside it": (
        {"unit": Ref("b")}, {"b1": "head", "b2": "b1", "b3": "a1"}, {},
    ),
    "a unit with the units below it": ({"unit": Ref("a")}, {"a1": "head", "a2": "a1", "a3": "a2"}, {}),
    "a root, under nobody": ({"root": Ref("a1")}, {"a1": "", "a2": "a1", "a3": "a2", "b3": "a1"}, {}),
    "levels, each under the nearest superior that is left": (
        {"levels": (Ref("low"),)}, {"a2": "boss", "a3": "a2", "b2": "boss", "b3": "boss"}, {},
    ),
    "two levels, that of the unit counting where the position has none": (
        {"levels": (Ref("top"), Ref("low"))}, {"head": "boss", "a2": "head", "a3": "a2", "b2": "head", "b3": "head"}, {},
    ),
    "two rows": ({"depth": 2}, {"head": "boss", "a1": "head", "b1": "head"}, {"a1": Below(3, 10), "b1": Below(1, 0)}),
    "one row": ({"depth": 1}, {"head": "boss"}, {"head": Below(6, 15)}),
    "more rows than there are": ({"depth": 9}, ALL, {}),
    "a position in the middle with its line to the top and its reports": (
        {"focus": Ref("a1")}, {"head": "boss", "a1": "head", "a2": "a1", "b3": "a1"}, {"a2": Below(1, 3)},
    ),
    "a position in the middle with all below it": (
        {"focus": Ref("a1"), "depth": 5}, {"head": "boss", "a1": "head", "a2": "a1", "a3": "a2", "b3": "a1"}, {},
    ),
    "a position in the middle alone": ({"focus": Ref("b1"), "depth": 1}, {"head": "boss", "b1": "head"}, {"b1": Below(1, 0)}),
    "a collapsed position": (
        {"collapse": (Ref("a1"),)}, {"head": "boss", "a1": "head", "b1": "head", "b2": "b1"}, {"a1": Below(3, 10)},
    ),
    "one collapsed position under another": (
        {"collapse": (Ref("a2"), Ref("a1"))}, {"head": "boss", "a1": "head", "b1": "head", "b2": "b1"}, {"a1": Below(3, 10)},
    ),
    "the root of a part, cut": ({"root": Ref("a1"), "depth": 1}, {"a1": ""}, {"a1": Below(3, 10)}),
}  # fmt: skip


@pytest.mark.parametrize(("wished", "parents", "below"), CASES.values(), ids=CASES.keys())
def test_what_is_drawn_and_under_which_box(
    wished: dict[str, Any], parents: Mapping[str, str], below: Mapping[str, Below]
) -> None:
    found = part(**wished)
    assert found.parents == parents
    assert [p.id for p in found.positions] == [p.id for p in TREE.positions if p.id in parents]
    assert found.below == below
    assert found.units == {}


def test_a_collapsed_unit_is_one_box_under_the_superior_of_its_head() -> None:
    found = part(collapse=(Ref("b"),))
    assert found.units == {"b": Below(3, 9)}
    assert found.parents == {"head": "boss", "a1": "head", "a2": "a1", "a3": "a2", "b": "head"}
    assert found.box_of == {"b1": "b", "b2": "b", "b3": "b"}


def test_who_reports_into_a_collapsed_unit_hangs_under_its_box() -> None:
    found = part(collapse=(Ref("a"), Ref("aa")))
    assert found.units == {"a": Below(3, 6)}
    assert found.parents == {"head": "boss", "b1": "head", "b2": "b1", "b3": "a", "a": "head"}


def test_a_collapsed_unit_counts_as_a_row() -> None:
    found = part(collapse=(Ref("b"),), depth=2)
    assert found.parents == {"head": "boss", "a1": "head", "b": "head"}


def test_the_line_to_the_top_goes_on_outside_and_ends_where_it_closes() -> None:
    assert list(line_to_the_top(TREE, TREE.by_id["a2"])) == ["a1", "head", "boss", "owner"]
    ring = Organization(workspace=WORKSPACE, positions=(position("x", "甲", "y"), position("y", "乙", "x")))
    assert list(line_to_the_top(ring, ring.by_id["x"])) == ["y"]


NAMES = st.sampled_from([f"p{number}" for number in range(9)])


@st.composite
def organizations(draw: st.DrawFn) -> Organization:
    """Any reporting lines at all: cycles, unknown superiors, several roots, units in any shape."""
    names = draw(st.lists(NAMES, unique=True, min_size=1))
    superior = st.one_of(st.none(), NAMES, st.sampled_from(["boss", "nobody"]))
    units = ["dept", "a", "aa", "b", "elsewhere"]
    positions: list[Position] = [
        position(
            name, name, draw(superior), draw(st.one_of(st.none(), st.integers(0, 5))), unit=draw(st.sampled_from(units))
        )
        for name in names
    ]
    return Organization(workspace=WORKSPACE, units=UNITS, positions=tuple(positions))


ANY_ID = st.one_of(st.none(), NAMES.map(Ref))


@given(
    organizations(),
    st.builds(
        ChartOutput, root=ANY_ID, focus=ANY_ID, unit=st.sampled_from([None, Ref("a"), Ref("b")]),
        depth=st.one_of(st.none(), st.integers(1, 4)), levels=st.sampled_from([(), (Ref("top"),)]),
        collapse=st.lists(st.one_of(NAMES, st.sampled_from(["a", "aa", "b"])).map(Ref), max_size=3).map(tuple),
    ),
)  # fmt: skip
def test_nothing_is_drawn_twice_and_nothing_hangs_under_what_is_hidden(
    organization: Organization, wish: ChartOutput
) -> None:
    found = part_of(organization, wish)
    drawn = [p.id for p in found.positions] + list(found.units)
    assert len(set(drawn)) == len(drawn)
    assert set(found.parents) == set(drawn)
    assert not set(found.box_of) & set(drawn)
    assert set(found.box_of.values()) <= set(drawn)
    outside = {"boss", *(p.id for p in organization.positions if wish.unit)}
    assert {parent for parent in found.parents.values() if parent} <= set(drawn) | outside
    assert sum(below.positions for below in (*found.below.values(), *found.units.values())) == len(found.box_of)
