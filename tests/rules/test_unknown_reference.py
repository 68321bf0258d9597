"""References of every kind to something that does not exist, and the way out for each."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.phrases import Phrase
from posdoc.rules.unknown_reference import check
from tests.example_files import marked_span_of, write_files
from tests.rules.departments import department

SETTINGS = """\
## posdoc.yaml
organization: 公司
families: [{id: service, title: 服务序列}]
grades: [G1, G2]
levels: [staff]
outside_positions: [{id: general-manager, title: 总经理, aliases: [老总]}]
parties: [{id: finance, title: 财务部}, {id: quality, title: 质量部}]
kpis: [{id: satisfaction, name: 满意度, target: ≥95%}]
"""
UNIT = """\
## positions/service/unit.yaml
title: 售后部
## positions/quality-team/unit.yaml
title: 质量部
former_ids: [qa]
## positions/service/manager.yaml
title: 售后经理
aliases: [经理]
former_ids: [head]
"""
POSITION = SETTINGS + UNIT + "## positions/service/a.yaml\ntitle: 工程师\n"

# what a position says; the message's noun; the way out
IN_A_POSITION = {
    "misspelt": ("reports_to: «manger»", "position", "did you mean 'manager'?"),
    "somebody unknown": (
        "reports_to: «董事长»", "position",
        "if it is outside the department, declare it under outside_positions in posdoc.yaml",
    ),
    "a family": ("family: «servce»", "job family", "did you mean 'service'?"),
    "a grade": ("grade: «九等»", "grade", "ids: G1, G2"),
    "a level": ("level: «staf»", "level", "did you mean 'staff'?"),
    "a party or unit unknown": (
        "contacts: [{party: «海关»}]", "position or unit or party",
        "if it is another department or outside the company, declare it under parties in posdoc.yaml",
    ),
    "a unit or party unknown": (
        "duties: [{text: 走访}]\nkpi_sets: [{kpis: [{name: 走访, supplied_by: «海关»}]}]", "position or unit or party",
        "if it is another department or outside the company, declare it under parties in posdoc.yaml",
    ),
    "two superiors in one (forms 3.12, S4-F)": (
        "reports_to: «销售部经理、工程部经理»", "position",
        "write one id only; superiors who share the lead stand under co_managed_by",
    ),
    "a shared indicator like none": (
        "kpi_sets: [{kpis: [{use: «zzz»}]}]", "shared indicator", "ids: satisfaction",
    ),
    "a position inside": ("based_on: «zzz»", "position", "ids: a, manager"),
    "a shared indicator": ("kpi_sets: [{kpis: [{use: «satisfaktion»}]}]", "shared indicator", "did you mean 'satisfaction'?"),
    "a duty": (
        "duties: [{id: visits, text: 走访}]\nflows: [{title: 走访, duty: «visit», steps: []}]", "duty",
        "did you mean 'visits'?",
    ),
    "no duty at all": ("flows: [{title: 走访, duty: «visit», steps: []}]", "duty", "check the spelling of the id"),
    "a duty that an indicator measures": (
        "duties: [{id: visits, text: 走访}]\nkpi_sets: [{kpis: [{name: 走访, duties: [visits, «calls»]}]}]",
        "duty", "ids: visits",
    ),
    "a step": (
        "flows: [{title: 走访, steps: [{id: go, text: 去}, {text: 回, next: [go, end, «home»]}]}]", "step", "ids: end, go",
    ),
    "in a chain": ("promotes_to: [[manager, «director»], [general-manager]]", "position", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "way_out"), IN_A_POSITION.values(), ids=IN_A_POSITION)
def test_a_reference_in_a_position(tmp_path: Path, text: str, noun: str, way_out: str | None) -> None:
    example = POSITION + text + "\n"
    organization, findings = load(write_files(tmp_path, example))
    assert findings == []
    (finding,) = check(organization)
    target = text.partition("«")[2].partition("»")[0]
    assert finding.span == marked_span_of(example)
    assert finding.message.en == f"there is no {noun} with the id '{target}'"
    assert finding.hint
    assert way_out is None or finding.hint.en == way_out


ELSEWHERE = {
    "head of a unit": SETTINGS + "## positions/service/unit.yaml\ntitle: 售后部\nhead: «boss»\n",
    "root": SETTINGS + "roots: [«boss»]\n",
    "superior outside": SETTINGS.replace("title: 总经理,", "title: 总经理, reports_to: «chairman»,"),
    "who supplies a shared indicator": SETTINGS.replace("target:", "supplied_by: «nobody», target:"),
    "a post of a person": SETTINGS + "## people.yaml\npeople: [{name: 张伟, posts: [«boss»]}]\n",
}


@pytest.mark.parametrize("example", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_reference_elsewhere(tmp_path: Path, example: str) -> None:
    organization, findings = load(write_files(tmp_path, example))
    assert findings == []
    (finding,) = check(organization)
    assert finding.span == marked_span_of(example)


def test_more_ids_than_one_reads_are_not_listed(tmp_path: Path) -> None:
    grades = [f"G{i}" for i in range(10, 22)]
    for extra, way_out in (([], f"ids: {', '.join(grades)}"), (["G22"], "check the spelling of the id")):
        settings = SETTINGS.replace("[G1, G2]", f"[{', '.join([*grades, *extra])}]")
        organization, _ = load(write_files(tmp_path, settings + UNIT + "grade: 九等\n"))
        (finding,) = check(organization)
        assert finding.hint
        assert finding.hint.en == way_out


def test_titles_and_things_of_another_kind_are_other_rules(tmp_path: Path) -> None:
    for text in ("reports_to: 售后经理", "reports_to: service", "contacts: [{party: qa}]", "based_on: general-manager"):
        organization, _ = load(write_files(tmp_path, POSITION + text + "\n"))
        assert list(check(organization)) == [], text


@pytest.mark.large
def test_thousands_of_unknown_references_are_reported_quickly() -> None:
    superiors: dict[str, str | None] = {f"position-{i}": f"positoin-{i % 50}" for i in range(3000)}
    begin = time.process_time()
    found = list(check(department(superiors)))
    assert time.process_time() - begin < 20
    assert len(found) == 3000
    assert found[7].hint == Phrase("是否想写 position-7？", "did you mean 'position-7'?")
