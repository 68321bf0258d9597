"""Promotion: circles, steps that do not lead upward, steps that only one side knows, and leaps."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.model import Organization, Position, Ref, Workspace
from posdoc.rules import promotion_cycle, promotion_not_confirmed, promotion_not_upward, promotion_skips_grades
from posdoc.rules._careers import bases
from posdoc.rules._circles import circles
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
grades: [G1, G2, G3, G4, G5, G6, G7]
outside_positions:
  - {id: director, title: 销售总监, grade: G7, reports_to: president}
  - {id: president, title: 总经理}
## positions/s/unit.yaml
title: 售后部
"""


def files(**positions: str) -> str:
    """One file for each position; an underscore in a name is a hyphen."""
    texts = {name.replace("_", "-"): text for name, text in positions.items()}
    return HEAD + "".join(f"## positions/s/{name}.yaml\ntitle: 岗位{name}\n{text}\n" for name, text in texts.items())


# --- circles ------------------------------------------------------------------------------------------------

CYCLES = {
    "none": files(a="promotes_to: [[b, c], [c]]", b="promotes_to: [[c]]", c="promotes_from: [a, b]"),
    "two": files(a="promotes_to: [[«b»]]", b="promotes_to: [[a]]"),
    "three": files(a="promotes_to: [[«b»]]", b="promotes_to: [[c]]", c="promotes_to: [[a]]"),
    "inside one chain": files(a="promotes_to: [[«b», a]]", b=""),
    "later in a chain": files(a="promotes_to: [[b, «c», b]]", b="", c=""),
    "by way of promotes_from": files(a="promotes_to: [[b]]", b="promotes_from: [c]", c="promotes_from: [«b»]"),
    "stated from both sides, no circle": files(a="promotes_to: [[b]]", b="promotes_from: [a]"),
    "two circles apart": files(
        a="promotes_to: [[«b»]]", b="promotes_to: [[a]]", c="promotes_to: [[«d»]]", d="promotes_to: [[c]]"
    ),
    "through a position outside": files(a="promotes_to: [[«director», a]]"),
    "to itself is no circle": files(a="promotes_to: [[a]]"),
    "through an abolished position": files(a="promotes_to: [[b]]", b="status: abolished\npromotes_to: [[a]]"),
    "through a planned position": files(a="promotes_to: [[b]]", b="status: planned\npromotes_to: [[a]]"),
    "copies outside of the circle": files(
        a="promotes_to: [[«b»]]", b="promotes_to: [[a]]", c="based_on: a", d="based_on: a"
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", CYCLES.values(), ids=CYCLES)
def test_circles(tmp_path: Path, example: str) -> None:
    check_marks(promotion_cycle, tmp_path, example)


def test_a_circle_prints_its_path_and_shows_each_step(tmp_path: Path) -> None:
    (finding,) = check_marks(promotion_cycle, tmp_path, CYCLES["three"])
    assert finding.message.en == "promotion goes round in a circle: a → b → c → a"
    assert [(r.span.path, r.message.en) for r in finding.related] == [
        ("positions/s/b.yaml", "promotion from 'b' to 'c'"),
        ("positions/s/c.yaml", "promotion from 'c' to 'a'"),
    ]


GRAPHS: dict[str, tuple[dict[str, list[str]], list[list[str]]]] = {
    "empty": ({}, []),
    "a line": ({"a": ["b"], "b": ["c"]}, []),
    "two": ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
    "the shortest through the first": ({"a": ["b", "c"], "b": ["c"], "c": ["a"]}, [["a", "c"]]),
    "a dead end on the way": ({"a": ["x", "b"], "b": ["a"]}, [["a", "b"]]),
    "an entry before the circle": ({"a": ["b"], "b": ["c"], "c": ["b"]}, [["b", "c"]]),
    "two that touch are one group": ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, [["a", "b"]]),
    "two that only lead to one another": (
        {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]},
        [["a", "b"], ["c", "d"]],
    ),
    "in the order of the graph": ({"d": ["c"], "c": ["d", "a"], "a": ["b"], "b": ["a"]}, [["d", "c"], ["a", "b"]]),
    "a cross edge to what is closed": ({"b": [], "a": ["b", "c"], "c": ["b"]}, []),
    "a longer way back": ({"a": ["b"], "b": ["c"], "c": ["d"], "d": ["b", "a"]}, [["a", "b", "c", "d"]]),
}


@pytest.mark.parametrize(("graph", "expected"), GRAPHS.values(), ids=GRAPHS)
def test_circles_of_graphs(graph: dict[str, list[str]], expected: list[list[str]]) -> None:
    assert list(circles(graph)) == expected


@pytest.mark.large
def test_a_circle_of_20000_is_found_quickly() -> None:
    count = 20000
    begin = time.perf_counter()
    (circle,) = circles({str(i): [str((i + 1) % count)] for i in range(count)})
    assert len(circle) == count
    assert time.perf_counter() - begin < 3


# --- steps that do not lead upward --------------------------------------------------------------------------

UPWARD = {
    "one grade up": files(a="grade: G1\npromotes_to: [[b]]", b="grade: G2"),
    "the same grade": files(a="grade: G2\npromotes_to: [[«b»]]", b="grade: G2"),
    "a lower grade": files(a="grade: G3\npromotes_to: [[«b»]]", b="grade: G2"),
    "no grade at the start": files(a="promotes_to: [[b]]", b="grade: G2"),
    "no grade at the end": files(a="grade: G2\npromotes_to: [[b]]", b=""),
    "an expert track without grades": files(a="promotes_to: [[b], [c]]", b="reports_to: c", c=""),
    "to the superior of the same grade": files(a="grade: G2\nreports_to: b\npromotes_to: [[«b»]]", b="grade: G2"),
    "each pair of a chain": files(a="grade: G2\npromotes_to: [[b, «c», d]]", b="grade: G4", c="grade: G3", d="grade: G4"),
    "not the ends of a chain": files(a="grade: G3\npromotes_to: [[b, c]]", b="", c="grade: G2"),
    "outside": files(a="grade: G7\npromotes_to: [[«director»]]"),
    "outside, upward": files(a="grade: G6\npromotes_to: [[director]]"),
    "to itself": files(a="promotes_to: [[«a»]]"),
    "to itself within a chain": files(a="promotes_to: [[b, «b»]]", b=""),
    "to a direct subordinate": files(a="promotes_to: [[«b»]]", b="reports_to: a"),
    "to an indirect subordinate of a higher grade": files(
        a="grade: G2\npromotes_to: [[«c»]]", b="reports_to: a", c="grade: G3\nreports_to: b"
    ),
    "to a peer": files(a="reports_to: c\npromotes_to: [[b]]", b="reports_to: c", c=""),
    "from a superior": files(a="reports_to: b\npromotes_from: [«b»]", b=""),
    "from outside above": files(a="reports_to: director\npromotes_from: [«president»]"),
    "from a higher grade": files(a="grade: G2\npromotes_from: [«b», c]", b="grade: G3", c="grade: G1"),
    "both sides state it": files(a="grade: G3\npromotes_to: [[«b»]]", b="grade: G2\npromotes_from: [«a»]"),
    "to an abolished position": files(a="grade: G3\npromotes_to: [[b]]", b="grade: G2\nstatus: abolished"),
    "of a planned position": files(a="grade: G3\nstatus: planned\npromotes_to: [[b]]", b="grade: G2"),
    "of a frozen position": files(a="grade: G3\nstatus: frozen\npromotes_to: [[«b»]]", b="grade: G2"),
    "copies in three offices": files(
        a="grade: G2\npromotes_to: [[m]]", b="based_on: a", c="based_on: a", m="grade: G3"
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", UPWARD.values(), ids=UPWARD)
def test_not_upward(tmp_path: Path, example: str) -> None:
    check_marks(promotion_not_upward, tmp_path, example)


MESSAGES = {
    "the same grade": ("promotion to 'b' leads from grade G2 to grade G2", ["'a' has grade G2", "'b' has grade G2"]),
    "to a direct subordinate": ("promotion to 'b' leads to a subordinate", ["the superior of 'b' is given here"]),
    "to itself": ("promotion to 'a' leads to the same position", []),
    "from a higher grade": (
        "promotion from 'b' leads from grade G3 to grade G2",
        ["'b' has grade G3", "'a' has grade G2"],
    ),
    "from a superior": ("promotion from 'b' leads to a subordinate", ["the superior of 'a' is given here"]),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_what_is_said_of_a_step_that_is_not_upward(tmp_path: Path, name: str) -> None:
    (finding,) = check_marks(promotion_not_upward, tmp_path, UPWARD[name])
    assert (finding.message.en, [related.message.en for related in finding.related]) == MESSAGES[name]


def test_a_step_taken_over_is_wrong_for_the_copy_alone(tmp_path: Path) -> None:
    example = files(a="grade: G2\npromotes_to: [[«m»]]", b="based_on: a\ngrade: G3", m="grade: G3")
    (finding,) = check_marks(promotion_not_upward, tmp_path, example)
    assert [r.message.en for r in finding.related] == ["'b' has grade G3", "'m' has grade G3", "'b' takes it over"]
    assert finding.related[-1].span.path == "positions/s/b.yaml"
    assert finding.related[-1].span.line == 2


def test_a_step_taken_over_from_the_unit(tmp_path: Path) -> None:
    example = files(a="", b="").replace("title: 售后部\n", "title: 售后部\ndefaults: {promotes_to: [[«b»]]}\n")
    (finding,) = check_marks(promotion_not_upward, tmp_path, example)
    assert finding.related[-1].message.en == "'b' takes it over"
    assert finding.related[-1].span.path == "positions/s/b.yaml"
    assert finding.related[-1].span.line == 1


# --- what only one side knows -------------------------------------------------------------------------------

CONFIRMED = {
    "both state it": files(a="promotes_to: [[b]]", b="promotes_from: [a]"),
    "one of several": files(a="promotes_to: [[c], [b]]", b="promotes_from: [c, a]", c="promotes_to: [[b]]"),
    "the other one does not state the field": files(a="promotes_to: [[b]]", b=""),
    "the other one does not state its promotion": files(a="", b="promotes_from: [a]"),
    "the other names somebody else": files(a="promotes_to: [[«b»]]", b="promotes_from: [c]", c="promotes_to: [[b]]"),
    "the promotion leads elsewhere": files(a="promotes_to: [[c]]", b="promotes_from: [«a»]", c=""),
    "the promotion leads there only later": files(a="promotes_to: [[c, b]]", b="promotes_from: [«a»]", c=""),
    "later steps need no confirmation": files(
        a="promotes_to: [[b, c]]", b="promotes_to: [[c]]\npromotes_from: [a]", c="promotes_from: [b]"
    ),
    "copies of the lower position": files(
        a="promotes_to: [[m]]", b="based_on: a", c="based_on: b", m="promotes_from: [a]"
    ),
    "only a copy is named": files(a="promotes_to: [[m]]", b="based_on: a", m="promotes_from: [b]"),
    "copies of the higher position": files(a="promotes_to: [[m]]", m="promotes_from: [a]", n="based_on: m"),
    "a copy that leads elsewhere": files(
        a="promotes_to: [[m]]", b="based_on: a\npromotes_to: [[«n»]]", c="promotes_to: [[n]]",
        m="promotes_from: [a]", n="promotes_from: [c]",
    ),
    "to outside": files(a="promotes_to: [[director]]"),
    "the other one is planned": files(a="promotes_to: [[b]]", b="status: planned\npromotes_from: [c]", c=""),
    "the source is abolished": files(a="status: abolished\npromotes_to: [[c]]", b="promotes_from: [a]", c=""),
    "it is abolished itself": files(
        a="status: abolished\npromotes_to: [[b]]\npromotes_from: [c]", b="promotes_from: [c]", c="promotes_to: [[b]]"
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", CONFIRMED.values(), ids=CONFIRMED)
def test_not_confirmed(tmp_path: Path, example: str) -> None:
    check_marks(promotion_not_confirmed, tmp_path, example)


def test_the_other_side_is_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(promotion_not_confirmed, tmp_path, CONFIRMED["the other names somebody else"])
    assert finding.message.en == "promotes_from of 'b' does not name this position"
    assert finding.hint
    assert finding.hint.en == "add 'a' there, or take the promotion out here"
    (related,) = finding.related
    assert (related.span.path, related.span.line) == ("positions/s/b.yaml", 2)


def test_the_other_side_is_shown_from_below(tmp_path: Path) -> None:
    (finding,) = check_marks(promotion_not_confirmed, tmp_path, CONFIRMED["the promotion leads elsewhere"])
    assert finding.message.en == "the promotion of 'a' does not lead to this position first"
    assert finding.hint
    assert finding.hint.en == "add '[b]' there, or take it out here"
    (related,) = finding.related
    assert (related.span.path, related.span.line) == ("positions/s/a.yaml", 2)


def test_copies_of_copies_have_one_base() -> None:
    based = {"a": None, "b": "a", "c": "b", "d": "nobody", "e": "f", "f": "e", "g": "f"}
    positions = tuple(Position(id=name, based_on=Ref(base) if base else None) for name, base in based.items())
    found_bases = bases(Organization(Workspace(), positions=positions))
    assert {name: found_bases[name] for name in "abcd"} == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert found_bases["e"] == found_bases["f"] == found_bases["g"]


# --- leaps --------------------------------------------------------------------------------------------------

LEAPS = {
    "two skipped": files(a="grade: G1\npromotes_to: [[b]]", b="grade: G4"),
    "three skipped": files(a="grade: G1\npromotes_to: [[«b»]]", b="grade: G5"),
    "a grade is not known": files(a="promotes_to: [[b]]", b="grade: G5"),
    "each step by itself": files(a="grade: G1\npromotes_to: [[b, c]]", b="grade: G4", c="grade: G6"),
    "later in a chain": files(a="grade: G1\npromotes_to: [[b, «director»]]", b="grade: G2"),
    "from below": files(a="grade: G5\npromotes_from: [«b»]", b="grade: G1"),
    "none may be skipped": files(a="grade: G1\npromotes_to: [[«b», c]]", b="grade: G3", c="grade: G4").replace(
        "organization: 公司\n", "organization: 公司\nrules: {options: {promotion-skips-grades: {maximum: 0}}}\n"
    ),
    "downward": files(a="grade: G6\npromotes_to: [[b]]", b="grade: G1"),
}


@pytest.mark.parametrize("example", LEAPS.values(), ids=LEAPS)
def test_leaps(tmp_path: Path, example: str) -> None:
    check_marks(promotion_skips_grades, tmp_path, example)


def test_what_is_said_of_a_leap(tmp_path: Path) -> None:
    (finding,) = check_marks(promotion_skips_grades, tmp_path, LEAPS["three skipped"])
    assert finding.message.en == "promotion to 'b' leads from grade G1 to G5 and skips 3 grades"
    assert [related.message.en for related in finding.related] == ["'a' has grade G1", "'b' has grade G5"]
