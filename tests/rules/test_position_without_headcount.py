"""Positions without a headcount, where most have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.phrases import Phrase
from posdoc.rules import position_without_headcount
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = "## posdoc.yaml\norganization: 公司\n"


def positions(*says: str) -> str:
    """One position for each of ``says``, which is its title and more."""
    return HEAD + "".join(f"## positions/p{i}.yaml\ntitle: {text}\n" for i, text in enumerate(says))


WITH = "甲\nheadcount: 1"
CASES = {
    "all have one": positions(WITH, WITH),
    "none has one": positions("甲", "乙"),
    "half": positions(WITH, WITH, "丙", "丁"),
    "more than half": positions(WITH, WITH, "«丙»"),
    "less than half": positions(WITH, "乙", "丙"),
    "words are one": positions("甲\nheadcount: 数名", WITH, "«丙»"),
    "planned": positions(WITH, WITH, "丙\nstatus: planned"),
    "abolished": positions(WITH, WITH, "丙\nstatus: abolished"),
    "frozen": positions(WITH, WITH, "«丙»\nstatus: frozen"),
    "planned ones do not count as others": positions(WITH, WITH, "丙", "丁", WITH + "\nstatus: planned"),
    "planned ones without do not count either": positions(WITH, WITH, "«丙»", "丁\nstatus: planned"),
    "held as well by another": positions(WITH, WITH + "\nconcurrent_posts: [p2]", "丙"),
    "taken over": positions(WITH, WITH) + "## positions/p2.yaml\nbased_on: p1\n",
    "based on one without": positions(WITH, WITH, WITH, "«丙»") + "## positions/p4.yaml\nbased_on: «p3»\n",
    "forms 3.17 S1-B: two posts of seven": positions(
        "售后经理\nheadcount: 1", "客户主管\nheadcount: 1", "新件库仓管\nheadcount: 1", "售后内勤\nheadcount: 1",
        "财务统计\nheadcount: 1", "«旧件仓库员»", "«三包技术员»",
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_headcounts(tmp_path: Path, example: str) -> None:
    for finding in check_marks(position_without_headcount, tmp_path, example):
        assert finding.hint
        assert "(2-3)" in finding.hint.en


def test_the_message_names_the_position(tmp_path: Path) -> None:
    (finding,) = check_marks(position_without_headcount, tmp_path, CASES["more than half"])
    assert finding.message == Phrase("“p2”没有写定员", "'p2' has no headcount")


def test_one_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    organization, findings = load(write_files(tmp_path, positions(WITH, WITH, "丙\nheadcount: 1a")))
    assert findings
    assert list(position_without_headcount.check(organization)) == []
