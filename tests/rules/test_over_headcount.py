"""How many hold a position, against its headcount."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdoc.load import load_workspace
from posdoc.phrases import Phrase
from posdoc.rules import over_headcount
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/engineer.yaml
title: 工程师
%s
## people.yaml
people:
"""


def held(position: str, *posts: str) -> str:
    """A position and those who hold it; each of ``posts`` says how."""
    people = (f"  - {{name: 人{i}, posts: [{{position: engineer{more}}}]}}\n" for i, more in enumerate(posts))
    return HEAD % position + "".join(people)


HALF = ", share: 50%, job_share: true"
CASES = {
    "as many as planned": held("headcount: 2", "", ""),
    "one more": held("headcount: «2»", "", "", ""),
    "one fewer": held("headcount: 2", ""),
    "at the upper end": held("headcount: 1-2", "", ""),
    "over the upper end": held("headcount: «1-2»", "", "", ""),
    "words": held("headcount: 数名", "", "", ""),
    "no headcount": held("code: A-1", "", "", ""),
    "two halves": held("headcount: 1", HALF, HALF),
    "three halves": held("headcount: «1»", HALF, HALF, HALF),
    "two who forgot to say that they share": held("headcount: «1»", ", share: 50%", ", share: 50%"),
    "somebody acting": held("headcount: 1", "", ", acting: true"),
    "left yesterday": held("headcount: 1", "", ", until: 2026-06-29"),
    "leaves today": held("headcount: «1»", "", ", until: 2026-06-30"),
    "leaves this month": held("headcount: 1", "", ", until: 2026-06"),
    "leaves next month": held("headcount: «1»", "", ", until: 2026-07"),
    "left this year": held("headcount: 1", "", ", until: 2026"),
    "leaves next year": held("headcount: «1»", "", ", until: 2027"),
    "begins tomorrow": held("headcount: 1", "", ", since: 2026-07-01"),
    "begins today": held("headcount: «1»", "", ", since: 2026-06-30"),
    "began this month": held("headcount: 1", "", ", since: 2026-06"),
    "began last month": held("headcount: «1»", "", ", since: 2026-05"),
    "began this year": held("headcount: 1", "", ", since: 2026"),
    "began last year": held("headcount: «1»", "", ", since: 2025"),
    "planned": held("headcount: 1\nstatus: planned", "", ""),
    "abolished": held("headcount: 1\nstatus: abolished", "", ""),
    "frozen": held("headcount: «1»\nstatus: frozen", "", ""),
    "nobody": HEAD % "headcount: 0" + "  - {name: 甲, posts: [boss]}\n",
    "no people": (HEAD % "headcount: 0").partition("## people")[0],
    "a headcount taken over": held("headcount: 2", "", "").replace("position: engineer", "position: second")
    .replace("## people", "## positions/second.yaml\nbased_on: engineer\n## people"),
    "a headcount taken over is exceeded": held("headcount: 1", "", "").replace("position: engineer", "position: second")
    .replace("## people", "## positions/second.yaml\nbased_on: «engineer»\n## people"),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_incumbents(tmp_path: Path, example: str) -> None:
    check_marks(over_headcount, tmp_path, example)


def test_it_names_the_holders(tmp_path: Path) -> None:
    (finding,) = check_marks(over_headcount, tmp_path, held("headcount: «1»", "", ", acting: true", "", HALF))
    assert finding.message == Phrase(
        "“engineer”定员 1 人，在岗 3 人", "'engineer' has a headcount of 1, but 3 incumbents"
    )
    assert finding.hint
    assert "job_share: true" in finding.hint.zh
    assert "two who share one head" in finding.hint.en
    assert [(r.span.path, r.span.line, r.span.column, r.message.zh) for r in finding.related] == [
        ("people.yaml", 2, 35, "人0"), ("people.yaml", 4, 35, "人2"), ("people.yaml", 5, 35, "人3"),
    ]  # fmt: skip


def test_it_names_ten(tmp_path: Path) -> None:
    (finding,) = check_marks(over_headcount, tmp_path, held("headcount: «1»", *[""] * 12))
    assert len(finding.related) == 10


@pytest.mark.parametrize(
    ("second", "as_of", "number"),
    [
        (", until: 2030-01-01", None, 0),
        (", since: 2030-01-01", None, 1),
        (", until: 2030-01-01", date(2029, 12, 31), 1),
        (", until: 2030-01-01", date(2030, 1, 2), 0),
        (", since: 2029-02-03", date(2029, 2, 2), 0),
        (", since: 2029-02-03", date(2029, 2, 3), 1),
    ],
)
def test_the_day_decides(tmp_path: Path, second: str, as_of: date | None, number: int) -> None:
    organization, _, _ = load_workspace(write_files(tmp_path, held("headcount: 1", "", second)), as_of)
    assert len(list(over_headcount.check(organization))) == number
