from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Graph
from posdoc.layout.family import Family
from posdoc.layout.page_plan import _last, divided
from posdoc.layout.page_sections import Section
from tests.layout.paged import strewn
from tests.layout.samples import box, bush, chain, graph


def pages(drawn: Graph, most: int) -> list[Section]:
    """The pages if ``most`` boxes fit on each."""
    return list(divided(Family(drawn), lambda page: len(page.own) + len(page.copies) <= most, 10 * most))


def shown(drawn: Graph, most: int) -> list[str]:
    """The pages as ``superiors: boxes``."""
    return [f"{','.join(page.copies)}: {','.join(page.own)}" for page in pages(drawn, most)]


def test_what_fits_is_one_page() -> None:
    assert shown(graph(box("1"), box("2", "1"), box("3", "2")), 3) == [": 1,2,3"]
    assert shown(graph(), 3) == []


def test_an_overview_and_a_page_for_each_subtree() -> None:
    boxes = [box("0"), *(box(f"{n}", "0") for n in (1, 2)), *(box(f"{n}{m}", f"{n}") for n in (1, 2) for m in "abcd")]
    assert shown(graph(*boxes), 5) == [": 0,1,2", "1: 1a,1b,1c,1d", "2: 2a,2b,2c,2d"]


def test_the_smallest_subtrees_stay_where_there_is_room() -> None:
    boxes = [
        box("0"),
        *(box(n, "0") for n in "123"),
        *(box(f"1{m}", "1") for m in "abc"),
        box("2a", "2"),
        box("3a", "3"),
    ]
    assert shown(graph(*boxes), 6) == [": 0,1,2,3,2a,3a", "1: 1a,1b,1c"]


def test_small_neighbours_share_a_page_with_their_superior_above() -> None:
    boxes = [box("0"), *(box(n, "0") for n in "123"), *(box(f"{n}{m}", n) for n in "123" for m in "ab")]
    drawn = pages(graph(*boxes), 5)
    assert [page.own for page in drawn] == [("0", "1", "2", "3"), ("1a", "1b"), ("2a", "2b"), ("3a", "3b")]
    joined = pages(graph(*boxes), 7)
    assert [page.own for page in joined] == [("0", "1", "2", "3", "1a", "1b"), ("2a", "2b", "3a", "3b")]
    assert joined[1].copies == ("0", "2", "3")
    assert joined[1].branches == ("2", "3")


def test_trees_without_a_common_superior_share_a_page_as_well() -> None:
    boxes = [*(box(n) for n in "1234"), *(box(f"{n}{m}", n) for n in "1234" for m in "abc")]
    assert shown(graph(*boxes), 8) == [": 1,2,3,4,1a,1b,1c", "2,3: 2a,2b,2c,3a,3b,3c", "4: 4a,4b,4c"]


def test_a_page_of_all_that_is_left_below_a_box_needs_no_branches_in_its_name() -> None:
    below = [(box(f"0{n}", "0"), *(box(f"0{n}{m}", f"0{n}") for m in "ab")) for n in "12"]
    boxes = [box("top"), *(box(n, "top") for n in "0123"), *(one for part in below for one in part)]
    (_, second) = pages(graph(*boxes), 7)
    assert second.own == ("01a", "01b", "02a", "02b")
    assert second.copies == ("0", "01", "02")
    assert second.branches == ()


def test_too_many_reports_go_on_in_equal_parts() -> None:
    star = graph(box("0"), *(box(str(n), "0") for n in range(1, 26)))
    drawn = pages(star, 10)
    assert [len(page.own) for page in drawn] == [10, 8, 8]
    assert [page.copies for page in drawn] == [(), ("0",), ("0",)]
    assert [page.continued for page in drawn] == [False, True, True]


def test_reports_that_go_on_come_before_their_own_reports() -> None:
    boxes = [
        box("0"),
        *(box(f"{n:02}", "0") for n in range(12)),
        *(box(f"{n:02}{m}", f"{n:02}") for n in range(12) for m in "abcdef"),
    ]
    drawn = pages(graph(*boxes), 8)
    assert [page.copies for page in drawn[:3]] == [(), ("0",), ("00",)]
    assert sorted(name for page in drawn[:2] for name in page.own if len(name) == 2) == [f"{n:02}" for n in range(12)]


def test_a_chain_goes_on_from_page_to_page() -> None:
    drawn = pages(chain(10), 4)
    assert [page.own for page in drawn] == [
        ("岗位0", "岗位1", "岗位2", "岗位3"),
        ("岗位4", "岗位5", "岗位6"),
        ("岗位7", "岗位8", "岗位9"),
    ]
    assert [page.copies for page in drawn] == [(), ("岗位3",), ("岗位6",)]


def test_what_does_not_fit_alone_is_squeezed() -> None:
    drawn = list(divided(Family(bush(7, 2)), lambda page: "岗位1" not in page.own, 100))
    squeezed = [page for page in drawn if page.squeezed]
    assert [page.own for page in squeezed] == [("岗位1",)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 40))
def test_every_box_stands_on_one_page_below_its_superior(seed: int, most: int) -> None:
    family = Family(strewn(seed))
    drawn = pages(strewn(seed), most)
    assert sorted(name for page in drawn for name in page.own) == sorted(family.boxes)
    home = {name: number for number, page in enumerate(drawn) for name in page.own}
    for number, page in enumerate(drawn):
        assert len(page.own) + len(page.copies) <= most or page.squeezed
        assert all(home[name] < number for name in page.copies)
        present = {*page.own, *page.copies, None}
        assert all(family.superior[name] in present for name in page.own)


@pytest.mark.parametrize("drawn", [chain(10_000), bush(10_000, 9_999), bush(10_000, 3)], ids=["chain", "star", "bush"])
def test_few_questions_are_asked(drawn: Graph) -> None:
    asked: list[int] = []

    def fits(page: Section) -> bool:
        asked.append(len(page.own))
        return len(page.own) <= 50

    made = list(divided(Family(drawn), fits, 200))
    assert len(asked) < 15 * len(made)
    assert sum(asked) < 40 * len(drawn.boxes)


@pytest.mark.parametrize("guess", [0, 1, 5, 36, 37, 38, 99, 500])
@pytest.mark.parametrize("last", [0, 1, 37, 99, 100])
def test_the_last_that_passes(last: int, guess: int) -> None:
    asked: list[int] = []
    assert _last(100, lambda number: asked.append(number) or number <= last, guess) == last
    assert len(asked) == len(set(asked)) <= 15
    assert all(1 <= number <= 100 for number in asked)
