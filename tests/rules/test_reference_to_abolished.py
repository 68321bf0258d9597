"""References of every kind to a position that is no more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdoc.load import load_workspace
from posdoc.phrases import Phrase
from posdoc.rules import reference_to_abolished
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: boss, title: 总经理%s}]
parties: [{id: finance, title: 财务部}]
## positions/gone.yaml
title: 派工员
status: abolished
reports_to: clerk
"""
CLERK = HEAD % "" + "## positions/clerk.yaml\ntitle: 内勤\n"
UNIT = HEAD % "" + "## positions/service/unit.yaml\ntitle: 售后部\n%s\n## positions/service/clerk.yaml\ntitle: 内勤\n"
PEOPLE = CLERK + "## people.yaml\npeople: [{name: 张伟, posts: [{position: %s}]}]\n"
CASES = {
    "nothing refers to it": CLERK,
    "the superior is another rule": CLERK + "reports_to: gone\n",
    "based_on is allowed": CLERK + "based_on: gone\n",
    "promotion": CLERK + "promotes_to: [[boss, «gone»]]\n",
    "promotion from": CLERK + "promotes_from: [«gone»]\n",
    "rotation": CLERK + "rotates_to: [«gone»]\n",
    "substitute": CLERK + "substitute: [«gone»]\n",
    "dotted line": CLERK + "dotted_to: [{position: «gone»}]\n",
    "co-manager": CLERK + "co_managed_by: [«gone»]\n",
    "skip level": CLERK + "skip_level: «gone»\n",
    "contact": CLERK + "contacts: [{party: «gone», content: 派工}, {party: finance}]\n",
    "flow": CLERK + "flows: [{title: 派工, steps: [{text: 派工, role: «gone»}]}]\n",
    "monitor": CLERK + "kpi_sets: [{kpis: [{name: 及时率, target: ≥95%, monitor: «gone»}]}]\n",
    "concurrent post": CLERK + "concurrent_posts: [«gone»]\n",
    "from a planned position": CLERK + "substitute: [gone]\nstatus: planned\n",
    "from an abolished position": CLERK + "substitute: [gone]\nstatus: abolished\n",
    "from a frozen position": CLERK + "substitute: [«gone»]\nstatus: frozen\n",
    "to a planned position": CLERK.replace("abolished", "planned") + "substitute: [gone]\n",
    "to a frozen position": CLERK.replace("abolished", "frozen") + "substitute: [gone]\n",
    "head of a unit": UNIT % "head: «gone»",
    "post of a chart": UNIT % "posts: [{title: 派工员, position: «gone»}]",
    "a unit of the same name": UNIT % "co_located_with: [gone]" + "contacts: [{party: gone}]\n"
    + "## positions/gone/unit.yaml\ntitle: 派工组\n",
    "root": CLERK.replace("organization: 公司", "organization: 公司\nroots: [clerk, «gone»]"),
    "superior of somebody outside": HEAD % ", reports_to: «gone»" + "## positions/clerk.yaml\ntitle: 内勤\n",
    "held": PEOPLE % "«gone»",
    "held no more": PEOPLE % "gone, until: 2026-06-29",
    "held for one more day": PEOPLE % "«gone», until: 2026-06-30",
    "left this month": PEOPLE % "gone, until: 2026-06",
    "left next month": PEOPLE % "«gone», until: 2026-07",
    "left this year": PEOPLE % "gone, until: 2026",
    "taken over by two": CLERK + "substitute: [«gone»]\n## positions/second.yaml\ntitle: 内勤二\nbased_on: clerk\n",
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_references(tmp_path: Path, example: str) -> None:
    findings = check_marks(reference_to_abolished, tmp_path, example)
    assert len({(finding.span, finding.message) for finding in findings}) == example.count("«")


def test_it_says_what_for_and_where_it_was_abolished(tmp_path: Path) -> None:
    (finding,) = check_marks(reference_to_abolished, tmp_path, CLERK + "substitute: [«gone»]\n")
    assert finding.message == Phrase("临时替代岗位“gone”已撤销", "substitute: 'gone' is abolished")
    assert finding.hint
    assert finding.hint.en == "name the position that took over from it, or leave this out"
    assert [(related.span.path, related.span.line) for related in finding.related] == [("positions/gone.yaml", 2)]


@pytest.mark.parametrize(("as_of", "number"), [(None, 0), (date(2026, 6, 29), 1), (date(2026, 7, 1), 0)])
def test_the_day_decides_about_people(tmp_path: Path, as_of: date | None, number: int) -> None:
    root = write_files(tmp_path, PEOPLE % "gone, until: 2026-06-30")
    organization, _, _ = load_workspace(root, as_of)
    assert len(list(reference_to_abolished.check(organization))) == number
