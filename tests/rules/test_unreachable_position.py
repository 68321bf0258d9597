"""Branches that hang from circles or from abolished positions."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.phrases import Phrase
from posdoc.rules import unreachable_position
from posdoc.rules.unreachable_position import check
from tests.rules.departments import department
from tests.rules.marked import check_marks

LINES = {
    "one line": ({"a": None, "b": "a", "c": "b"}, []),
    "a circle alone": ({"a": "b", "b": "a"}, []),
    "below a circle": ({"a": "b", "b": "a", "c": "a", "d": "c"}, ["c"]),
    "two below a circle": ({"a": "b", "b": "a", "c": "a", "d": "b"}, ["c", "d"]),
    "below one that reports to itself": ({"a": "a", "b": "a"}, ["b"]),
    "to itself alone": ({"a": "a"}, []),
    "below somebody unknown": ({"a": "nobody", "b": "a"}, []),
    "two circles": ({"a": "b", "b": "a", "c": "a", "x": "y", "y": "x", "z": "y"}, ["c", "z"]),
    "seen first from below": ({"d": "c", "c": "a", "a": "b", "b": "a"}, ["c"]),
}


@pytest.mark.parametrize(("superiors", "found"), LINES.values(), ids=LINES)
def test_circles(superiors: dict[str, str | None], found: list[str]) -> None:
    findings = list(check(department(superiors)))
    assert [(f.span.path, f.span.line) for f in findings] == [(f"positions/{name}.yaml", 2) for name in found]


HEAD = "## posdoc.yaml\norganization: 公司\n## positions/top.yaml\ntitle: 经理\n"
GONE = "## positions/gone.yaml\ntitle: 原主管\nreports_to: top\nstatus: abolished\n"
LEADER = "## positions/leader.yaml\ntitle: 组长\nreports_to: gone\n"
ENGINEER = "## positions/%s.yaml\ntitle: 工程师\nreports_to: %s\n"
ABOLISHED = {
    "who reports to it is another rule": HEAD + GONE + LEADER,
    "who is below": HEAD + GONE + LEADER + ENGINEER % ("engineer", "«leader»"),
    "who is further below": HEAD + GONE + LEADER + ENGINEER % ("e", "«leader»") + ENGINEER % ("f", "e"),
    "a planned one below is passed over": HEAD + GONE + LEADER
    + ENGINEER % ("e", "leader") + "status: planned\n" + ENGINEER % ("f", "«e»") + ENGINEER % ("g", "«e»"),
    "below a planned one that reports to it": HEAD + GONE + LEADER + "status: planned\n"
    + ENGINEER % ("e", "«leader»"),
    "an abolished one that reports to it": HEAD + GONE + LEADER + "status: abolished\n",
    "an abolished one below": HEAD + GONE + LEADER + ENGINEER % ("e", "leader") + "status: abolished\n",
    "a circle through it is none": HEAD + GONE.replace("to: top", "to: leader") + LEADER
    + ENGINEER % ("e", "«leader»"),
    "below a planned one": HEAD + GONE.replace("abolished", "planned") + LEADER + ENGINEER % ("e", "leader"),
    "all is well": HEAD + ENGINEER % ("e", "leader") + LEADER.replace("gone", "top"),
}  # fmt: skip


@pytest.mark.parametrize("example", ABOLISHED.values(), ids=ABOLISHED)
def test_abolished_superiors(tmp_path: Path, example: str) -> None:
    check_marks(unreachable_position, tmp_path, example)


MESSAGES = [
    (
        {"a": "b", "b": "a", "c": "a"},
        Phrase("“c”沿汇报关系到不了最高岗位", "the line of 'c' leads to no top position"),
    ),
    (
        {"a": "b", "b": "a", "c": "a", "d": "c"},
        Phrase(
            "“c”及其下 1 个岗位沿汇报关系到不了最高岗位",
            "the line of 'c' and 1 position below it leads to no top position",
        ),
    ),
    (
        {"a": "b", "b": "a", "c": "a", "d": "c", "e": "d"},
        Phrase(
            "“c”及其下 2 个岗位沿汇报关系到不了最高岗位",
            "the line of 'c' and 2 positions below it leads to no top position",
        ),
    ),
]


@pytest.mark.parametrize(("superiors", "message"), MESSAGES)
def test_it_says_how_many_and_where_the_line_breaks(superiors: dict[str, str | None], message: Phrase) -> None:
    (finding,) = check(department(superiors))
    assert finding.message == message
    assert finding.hint
    assert finding.hint.en == "correct reports_to of 'a', or have this position report elsewhere"
    assert [(related.span.path, related.span.line) for related in finding.related] == [("positions/a.yaml", 2)]


@pytest.mark.large
def test_5000_below_a_circle() -> None:
    superiors: dict[str, str | None] = {"a": "b", "b": "a", "p0": "a"}
    superiors |= {f"p{i}": f"p{i - 1}" for i in range(1, 5000)}
    begin = time.process_time()
    (finding,) = check(department(superiors))
    assert time.process_time() - begin < 2
    assert "4999 positions below" in finding.message.en


@pytest.mark.large
def test_a_circle_of_5000_with_a_branch_at_each() -> None:
    superiors: dict[str, str | None] = {f"p{i}": f"p{(i + 1) % 5000}" for i in range(5000)}
    superiors |= {f"q{i}": f"p{i}" for i in range(5000)}
    begin = time.process_time()
    assert len(list(check(department(superiors)))) == 5000
    assert time.process_time() - begin < 4
