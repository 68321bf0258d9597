"""Organizations that are no trees, drawn: no box covers another, no line runs through a box, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.org import draw
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import DottedLine, Organization, Position, Ref, Text
from tests.charts.samples import UNITS, WORKSPACE, person, position, post
from tests.layout.samples import faults


def dotted(*superiors: str) -> tuple[DottedLine, ...]:
    return tuple(DottedLine(position=Ref(each), for_=Text({"zh": f"业务指导 {each}"})) for each in superiors)


def organization(*positions: Position) -> Organization:
    return Organization(workspace=WORKSPACE, units=UNITS, positions=positions)


CASES = {
    "two dotted lines": organization(
        position("head", "主管", "director", unit="service"),
        position("a", "甲", "head", unit="field"),
        position("b", "乙", "head", unit="field"),
        position("c", "丙", "a", unit="east", dotted_to=dotted("b", "quality")),
    ),
    "two who lead it together": organization(
        position("a", "甲", "director", unit="service"),
        position("b", "乙", "director", unit="service"),
        position("c", "丙", "a", unit="field", co_managed_by=(Ref("b"),)),
    ),
    "several roots": organization(
        position("a", "甲", unit="service"),
        position("b", "乙", unit="service"),
        position("c", "丙", "a", unit="field", dotted_to=dotted("b")),
        position("d", "丁", "b", unit="east", dotted_to=dotted("a")),
    ),
    "a report in another unit, and one in that unit who leads back": organization(
        position("a", "甲", "director", unit="service"),
        position("b", "乙", "a", unit="east"),
        position("c", "丙", "b", unit="field"),
        position("d", "丁", "c", unit="east", dotted_to=dotted("a")),
    ),
    "a circle of dotted lines": organization(
        position("a", "甲", unit="service", dotted_to=dotted("c")),
        position("b", "乙", "a", unit="service", dotted_to=dotted("a")),
        position("c", "丙", "b", unit="service", dotted_to=dotted("b")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_it_reads_rightly(case: Organization) -> None:
    placed = place(draw(case, Words(case, "zh")))
    assert list(faults(placed)) == []
    assert {(line.target, line.source) for line in placed.connectors} == {
        (p.id, p.reports_to) for p in case.positions if p.reports_to
    }
    wanted = {(p.id, str(line.position)) for p in case.positions for line in p.dotted_to}
    wanted |= {(p.id, str(superior)) for p in case.positions for superior in p.co_managed_by}
    assert {(link.source, link.target) for link in placed.links} == wanted


def test_somebody_with_two_posts_is_named_in_both() -> None:
    case = Organization(
        workspace=WORKSPACE,
        positions=(position("a", "甲", None, 1), position("b", "乙", "a", 1)),
        people=(person("赵", post("a"), post("b")),),
    )
    boxes = draw(case, Words(case, "zh")).boxes
    assert [box.lines[-1].text for box in boxes] == ["赵", "赵"]


@st.composite
def organizations(draw_: st.DrawFn) -> Organization:
    count = draw_(st.integers(1, 14))
    names = [f"p{number}" for number in range(count)]
    positions = []
    for number, name in enumerate(names):
        above = st.sampled_from(names[:number]) if number else st.just("director")
        superior = draw_(st.one_of(above, above, st.none(), st.just("director")))
        others = st.lists(st.sampled_from([*names, "quality"]), max_size=2, unique=True)
        positions.append(
            position(
                name,
                draw_(st.sampled_from(["主管", "售后服务现场工程师（华东）", "Field Service Engineer"])),
                superior,
                unit=draw_(st.sampled_from(["service", "field", "east", "empty"])),
                assistant=draw_(st.booleans()) and number > 0,
                dotted_to=dotted(*(each for each in draw_(others) if each not in (name, superior))),
            )
        )
    return organization(*positions)


@settings(max_examples=60, deadline=None)
@given(organizations())
def test_whatever_the_lines_nothing_covers_a_box(case: Organization) -> None:
    assert list(faults(place(draw(case, Words(case, "zh"))))) == []
