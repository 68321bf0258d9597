"""How deep reporting lines go."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.phrases import Phrase
from posdoc.rules import too_many_levels
from posdoc.rules.too_many_levels import LevelsOptions, check
from tests.rules.departments import department
from tests.rules.marked import check_marks

HEAD = "## posdoc.yaml\norganization: 公司\nrules: {options: {too-many-levels: {maximum: 2}}}\n"
A = "## positions/a.yaml\ntitle: 甲\n"
B = "## positions/b.yaml\ntitle: 乙\nreports_to: a\n"
C = "## positions/c.yaml\ntitle: 丙\nreports_to: %s\n"
D = "## positions/d.yaml\ntitle: 丁\nreports_to: %s\n"
CASES = {
    "two levels": HEAD + A + B,
    "three levels": HEAD + A + B + C % "«b»",
    "what is below one too many is not said again": HEAD + A + B + C % "«b»" + D % "c"
    + "## positions/e.yaml\ntitle: 戊\nreports_to: d\n",
    "two branches": HEAD + A + B + C % "«b»" + D % "«b»",
    "an assistant": HEAD + A + B + C % "b" + "assistant: true\n",
    "somebody below an assistant": HEAD + A + B + C % "b" + "assistant: true\n" + D % "«c»",
    "planned": HEAD + A + B + C % "b" + "status: planned\n",
    "below somebody planned": HEAD + A + B + C % "b" + "status: planned\n" + D % "«c»",
    "abolished": HEAD + A + B + C % "b" + "status: abolished\n",
    "the default is seven": HEAD.partition("rules")[0] + A + B + C % "b" + D % "c",
    "the superior is taken over": HEAD + A + B + C % "«b»" + "## positions/d.yaml\nbased_on: «c»\ntitle: 丁\n",
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_levels(tmp_path: Path, example: str) -> None:
    check_marks(too_many_levels, tmp_path, example)


@pytest.mark.parametrize(("levels", "number"), [(7, 0), (8, 1), (9, 1)])
def test_seven_are_the_most_by_default(levels: int, number: int) -> None:
    line: dict[str, str | None] = {"p1": None, **{f"p{i}": f"p{i - 1}" for i in range(2, levels + 1)}}
    found = list(check(department(line), LevelsOptions()))
    assert [finding.span.path for finding in found] == ["positions/p8.yaml"] * number


def test_it_shows_the_levels_above() -> None:
    line: dict[str, str | None] = {"a": None, "b": "a", "c": "b"}
    (finding,) = check(department(line), LevelsOptions(maximum=2))
    assert finding.message == Phrase(
        "“c”在第 3 级，层级应不超过 2 级", "'c' is on level 3, and there should be no more than 2"
    )
    assert [(related.span.path, related.span.line, related.message.en) for related in finding.related] == [
        ("positions/b.yaml", 1, "level 2"), ("positions/a.yaml", 1, "level 1"),
    ]  # fmt: skip


@pytest.mark.large
def test_a_line_of_5000() -> None:
    line: dict[str, str | None] = {"p0": None, **{f"p{i}": f"p{i - 1}" for i in range(1, 5000)}}
    begin = time.process_time()
    (finding,) = check(department(line), LevelsOptions(maximum=4000))
    assert time.process_time() - begin < 2
    assert finding.span.path == "positions/p4000.yaml"
    assert len(finding.related) == 10
