"""Rotation, demotion, and positions that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import career_dead_end, demotion_not_below, rotation_one_sided, rotation_unsuitable
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
grades: [G1, G2, G3, G4]
outside_positions: [{id: director, title: 销售总监, grade: G4}, {id: channel-supervisor, title: 渠道主管, grade: G2}]
## positions/s/unit.yaml
title: 售后部
"""


def files(**positions: str) -> str:
    """One file for each position; an underscore in a name is a hyphen."""
    texts = {name.replace("_", "-"): text for name, text in positions.items()}
    return HEAD + "".join(f"## positions/s/{name}.yaml\ntitle: 岗位{name}\n{text}\n" for name, text in texts.items())


UNSUITABLE = {
    "peers": files(a="reports_to: c\nrotates_to: [b]", b="reports_to: c\nrotates_to: [a]", c=""),
    "the same grade": files(a="grade: G2\nrotates_to: [b]", b="grade: G2"),
    "a higher grade": files(a="grade: G2\nrotates_to: [«b»]", b="grade: G3"),
    "a lower grade": files(a="grade: G2\nrotates_to: [«b»]", b="grade: G1"),
    "a grade is not known": files(a="grade: G2\nrotates_to: [b]", b=""),
    "outside at the same grade": files(a="grade: G2\nrotates_to: [channel-supervisor]"),
    "outside at another grade": files(a="grade: G2\nrotates_to: [«director»]"),
    "the superior outside": files(a="reports_to: director\nrotates_to: [«director»]"),
    "the superior": files(a="reports_to: b\nrotates_to: [«b»]", b=""),
    "the superior's superior": files(a="reports_to: b\nrotates_to: [«c»]", b="reports_to: c", c=""),
    "a subordinate's subordinate": files(a="rotates_to: [«c»]", b="reports_to: a", c="reports_to: b"),
    "a superior of the same grade": files(a="grade: G2\nreports_to: b\nrotates_to: [«b»]", b="grade: G2"),
    "planned": files(a="grade: G2\nrotates_to: [b]", b="grade: G3\nstatus: planned"),
    "abolished": files(a="grade: G2\nstatus: abolished\nrotates_to: [b]", b="grade: G3"),
    "copies in three offices": files(a="grade: G2\nrotates_to: [b, c]", b="based_on: a\nrotates_to: [a, c]",
                                     c="based_on: a\nrotates_to: [{position: a, note: 每两年}, b]"),
    "forms 3.11 the technical support post is a subordinate and a rotation": files(
        after_sales_supervisor="grade: G2\nrotates_to: [«technical-support»]\npromotes_to: [[director]]",
        technical_support="reports_to: after-sales-supervisor",
    ),
    "forms 3.13 a service manager rotates to its own post in another office": files(
        customer_service_manager="",
        service_manager="reports_to: customer-service-manager\n"
        "rotates_to: [{position: «service-manager», note: 其他办事处}]",
    ),
    "forms S0-D three lateral posts of other departments": files(
        supervisor="grade: G2\nrotates_to: [channel-supervisor]\npromotes_to: [[manager, director]]", manager="grade: G3"
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_rotation(tmp_path: Path, example: str) -> None:
    check_marks(rotation_unsuitable, tmp_path, example)


SAID = {
    "a higher grade": (
        "rotation to 'b' leads from grade G2 to grade G3",
        "choose a position of the same grade; write a rise as promotes_to and a fall as demotes_to",
        ["'a' has grade G2", "'b' has grade G3"],
    ),
    "the superior": (
        "rotation to 'b' leads to a superior",
        "write a move to a superior's post as promotes_to",
        ["the superior of 'a' is given here"],
    ),
    "a subordinate's subordinate": (
        "rotation to 'c' leads to a subordinate",
        "write a move to a subordinate's post as demotes_to",
        ["the superior of 'c' is given here"],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_an_unsuitable_rotation(tmp_path: Path, name: str) -> None:
    (finding,) = check_marks(rotation_unsuitable, tmp_path, UNSUITABLE[name])
    assert finding.hint
    assert (finding.message.en, finding.hint.en, [r.message.en for r in finding.related]) == SAID[name]


def test_a_copy_that_takes_over_a_rotation_to_itself(tmp_path: Path) -> None:
    (finding,) = check_marks(rotation_unsuitable, tmp_path, files(a="rotates_to: [«b»]", b="based_on: a"))
    assert finding.message.en == "'b' rotates to itself"
    assert finding.hint
    assert "based_on" in finding.hint.en
    (related,) = finding.related
    assert (related.span.path, related.span.line) == ("positions/s/b.yaml", 2)
    assert related.message.en == "'b' takes it over"


ONE_SIDED = {
    "both": files(a="rotates_to: [b]", b="rotates_to: [a]"),
    "one of several": files(a="rotates_to: [b]", b="rotates_to: [c, a]", c="rotates_to: [b]"),
    "nothing back": files(a="rotates_to: [«b»]", b=""),
    "somebody else back": files(a="rotates_to: [«b»]", b="rotates_to: [c]", c="rotates_to: [b]"),
    "outside": files(a="rotates_to: [channel-supervisor]"),
    "unsuitable anyway": files(a="grade: G1\nrotates_to: [b]", b="grade: G2"),
    "itself": files(a="rotates_to: [a]"),
    "a copy of the other": files(a="rotates_to: [c]", b="rotates_to: [a]", c="based_on: b"),
    "back to a copy": files(a="rotates_to: [c]", b="based_on: a\nrotates_to: [c]", c="rotates_to: [b]"),
    "between copies of one post": files(a="rotates_to: [b]", b="based_on: a\nrotates_to: []"),
    "abolished": files(a="rotates_to: [b]", b="status: abolished"),
}


@pytest.mark.parametrize("example", ONE_SIDED.values(), ids=ONE_SIDED)
def test_one_sided_rotation(tmp_path: Path, example: str) -> None:
    check_marks(rotation_one_sided, tmp_path, example)


@pytest.mark.parametrize(("name", "line", "column"), [("nothing back", 1, 8), ("somebody else back", 2, 1)])
def test_the_other_position_is_shown(tmp_path: Path, name: str, line: int, column: int) -> None:
    (finding,) = check_marks(rotation_one_sided, tmp_path, ONE_SIDED[name])
    assert finding.message.en == "'b' does not rotate back"
    assert finding.hint
    assert finding.hint.en == "add 'a' to rotates_to of 'b', or take it out here"
    (related,) = finding.related
    assert (related.span.path, related.span.line, related.span.column) == ("positions/s/b.yaml", line, column)


NOT_BELOW = {
    "one grade down": files(a="grade: G2\ndemotes_to: [b]", b="grade: G1"),
    "the same grade": files(a="grade: G2\ndemotes_to: [«b»]", b="grade: G2"),
    "a higher grade": files(a="grade: G2\ndemotes_to: [«b»]", b="grade: G3"),
    "a grade is not known": files(a="grade: G2\ndemotes_to: [b]", b=""),
    "itself": files(a="demotes_to: [«a»]"),
    "the superior": files(a="reports_to: b\ndemotes_to: [«b»]", b=""),
    "a superior of a lower grade": files(a="grade: G2\nreports_to: b\ndemotes_to: [«b»]", b="grade: G1"),
    "the superior's superior": files(a="reports_to: b\ndemotes_to: [«c»]", b="reports_to: c", c=""),
    "a subordinate": files(a="demotes_to: [b]", b="reports_to: a"),
    "outside": files(a="grade: G2\ndemotes_to: [«director»]"),
    "outside, lower": files(a="grade: G3\ndemotes_to: [channel-supervisor]"),
    "nobody knows whom": files(a="grade: G2\nstatus: planned\ndemotes_to: [b]", b="grade: G2"),
    "abolished": files(a="grade: G2\ndemotes_to: [b]", b="grade: G2\nstatus: abolished"),
    "copies": files(a="grade: G2\ndemotes_to: [c]", b="based_on: a", c="grade: G1"),
}


@pytest.mark.parametrize("example", NOT_BELOW.values(), ids=NOT_BELOW)
def test_demotion(tmp_path: Path, example: str) -> None:
    check_marks(demotion_not_below, tmp_path, example)


DEMOTIONS = {
    "the same grade": ("demotion to 'b' leads from grade G2 to grade G2", ["'a' has grade G2", "'b' has grade G2"]),
    "itself": ("demotion to 'a' leads to the same position", []),
    "the superior": ("demotion to 'b' leads to a superior", ["the superior of 'a' is given here"]),
}


@pytest.mark.parametrize("name", DEMOTIONS)
def test_what_is_said_of_a_demotion(tmp_path: Path, name: str) -> None:
    (finding,) = check_marks(demotion_not_below, tmp_path, NOT_BELOW[name])
    assert (finding.message.en, [related.message.en for related in finding.related]) == DEMOTIONS[name]


def test_a_demotion_taken_over(tmp_path: Path) -> None:
    example = files(a="grade: G2\ndemotes_to: [«c»]", b="based_on: a\ngrade: G1", c="grade: G1")
    (finding,) = check_marks(demotion_not_below, tmp_path, example)
    assert finding.related[-1].message.en == "'b' takes it over"


def titled(example: str, name: str) -> str:
    return example.replace(f"title: 岗位{name}", f"title: «岗位{name}»")


ON = "reports_to: top\npromotes_to: [[top]]"
NONE = "reports_to: top"
DEAD_ENDS = {
    "most others have a promotion": titled(files(a=NONE, b=ON, c=ON, d=NONE, top=""), "a").replace(
        "title: 岗位d", "title: «岗位d»"
    ),
    "half of the others have one": files(a=NONE, b=ON, c="reports_to: top\nrotates_to: [a]", top=""),
    "two of three others have one": titled(files(a=NONE, b=ON, c=ON, d="reports_to: top\nrotates_to: [a]", top=""), "a"),
    "the only other one has one": titled(files(a=NONE, b=ON, top=""), "a"),
    "nobody has one": files(a=NONE, b=NONE, top=""),
    "alone": files(a=NONE, top=""),
    "rotation": files(a="reports_to: top\nrotates_to: [b]", b=ON, top=""),
    "development": files(a="reports_to: top\ndevelopment: [培训]", b=ON, top=""),
    "none on purpose": files(a="reports_to: top\npromotes_to: []", b=ON, top=""),
    "somebody is promoted from it": files(a=NONE, b=ON + "\npromotes_from: [a]", top=""),
    "promotion by promotes_from counts": titled(files(a=NONE, b=NONE, top="promotes_from: [b]"), "a"),
    "planned": files(a="reports_to: top\nstatus: planned", b=ON, top=""),
    "planned ones are not counted": files(a=NONE, b=ON + "\nstatus: planned", c=ON + "\nstatus: abolished", top=""),
    "under a superior outside": files(a="reports_to: director", b=ON, top=""),
}  # fmt: skip


@pytest.mark.parametrize("example", DEAD_ENDS.values(), ids=DEAD_ENDS)
def test_dead_ends(tmp_path: Path, example: str) -> None:
    check_marks(career_dead_end, tmp_path, example)
