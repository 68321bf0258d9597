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
    "a title": ("reports_to: «售后经理»", "position", "write its id: 'manager'"),
    "an alias": ("reports_to: «经理»", "position", "write its id: 'manager'"),
    "a former id": ("reports_to: «head»", "position", "write its id: 'manager'"),
    "an alias of somebody outside": ("reports_to: «老总»", "position", "write its id: 'general-manager'"),
    "a unit for a position": ("reports_to: «service»", "position", "'service' is a unit, which cannot stand here"),
    "a party for a position": ("reports_to: «finance»", "position", "'finance' is a party, which cannot stand here"),
    "outside where it must be inside": (
        "based_on: «general-manager»", "position", "'general-manager' is a position, which cannot stand here",
    ),
    "somebody unknown": (
        "reports_to: «董事长»", "position",
        "if it is outside the department, declare it under outside_positions in posdoc.yaml",
    ),
    "a family": ("family: «servce»", "job family", "did you mean 'service'?"),
    "a grade": ("grade: «九等»", "grade", "ids: G1, G2"),
    "a level": ("level: «staf»", "level", "did you mean 'staff'?"),
    "a title of a unit and of a party": (
        "contacts: [{party: «质量部»}]", "position or unit or party", "write its id: 'quality-team'",
    ),
    "a former id of a unit": ("contacts: [{party: «qa»}]", "position or unit or party", "write its id: 'quality-team'"),
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


def test_a_title_of_a_unit_and_of_a_party_means_what_may_stand_there(tmp_path: Path) -> None:
    example = POSITION.replace("title: 售后部\n", "title: 售后部\nco_located_with: [质量部]\n", 1)
    organization, _ = load(write_files(tmp_path, example))
    (finding,) = check(organization)
    assert finding.message == Phrase("没有标识为“质量部”的部门、单位", "there is no unit or party with the id '质量部'")
    assert finding.hint == Phrase("引用要写标识：quality-team", "write its id: 'quality-team'")


def test_thousands_of_unknown_references_are_reported_quickly() -> None:
    superiors: dict[str, str | None] = {f"position-{i}": f"positoin-{i % 50}" for i in range(3000)}
    begin = time.perf_counter()
    found = list(check(department(superiors)))
    assert time.perf_counter() - begin < 20
    assert len(found) == 3000
    assert found[7].hint == Phrase("是否想写 position-7？", "did you mean 'position-7'?")
