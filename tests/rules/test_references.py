"""References by another name than the id (POS207), and to what cannot stand there (POS208)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.diagnostics import Edit
from posdoc.load import load
from posdoc.model import Organization, OutsidePosition, Party, Ref, Text, Workspace
from posdoc.phrases import Phrase
from posdoc.rules import reference_by_title, unknown_reference, wrong_kind_of_reference
from tests.example_files import write_files
from tests.rules.departments import department
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
families: [{id: service, title: 服务序列}, technical]
grades: [{id: G1, title: 一等}, {id: G2, title: 二等}]
levels: [{id: staff, title: 操作层}]
outside_positions: [{id: general-manager, title: 总经理, aliases: [老总]}]
parties: [{id: finance, title: 财务部}, {id: quality, title: 质量部, aliases: [质检部]}, {id: production, title: 生产部}]
kpis: [{id: satisfaction, name: 客户满意度, target: ≥95%}]
## positions/after-sales/unit.yaml
title: 售后部
head: manager
former_ids: [customer-service]
## positions/after-sales/parts/unit.yaml
title: 配件组
## positions/after-sales/quality-team/unit.yaml
title: 质量部
## positions/after-sales/manager.yaml
title: {zh: 售后经理, en: After-sales Manager}
aliases: [部门经理]
former_ids: [service-head, chief]
reports_to: general-manager
## positions/after-sales/parts/parts-clerk.yaml
title: 配件员
reports_to: manager
"""
ENGINEER = HEAD + "## positions/after-sales/engineer.yaml\ntitle: 工程师\n"

# what a position says, and the id to which the one marked name is put right
MEANT = {
    "a title": ("reports_to: «售后经理»", "manager"),
    "a title in English, in other capitals": ("reports_to: «AFTER-sales manager»", "manager"),
    "full-width characters": ("reports_to: «Ａfter-sales Ｍanager»", "manager"),
    "an alias": ("reports_to: «部门经理»", "manager"),
    "in quotes": ('reports_to: «"部门经理"»', "manager"),
    "a former id": ("reports_to: «service-head»", "manager"),
    "another former id": ("reports_to: «chief»", "manager"),
    "an alias of somebody outside": ("reports_to: «老总»", "general-manager"),
    "in a list": ("reports_to: manager\nsubstitute: [manager, «配件员»]", "parts-clerk"),
    "in a chain": ("reports_to: manager\npromotes_to: [[«售后经理», general-manager]]", "manager"),
    "a title of a party": ("reports_to: manager\ncontacts: [{party: «财务部»}]", "finance"),
    "a former id of a unit": ("reports_to: manager\ncontacts: [{party: «customer-service»}]", "after-sales"),
    "a title of a unit that is a party as well": ("reports_to: manager\ncontacts: [{party: «质检部»}]", "quality"),
    "a family": ("reports_to: manager\nfamily: «服务序列»", "service"),
    "a grade": ("reports_to: manager\ngrade: «二等»", "G2"),
    "a level": ("reports_to: manager\nlevel: «操作层»", "staff"),
    "an indicator": ("reports_to: manager\nkpi_sets: [{kpis: [{use: «客户满意度»}]}]", "satisfaction"),
    "a duty by its area": (
        "reports_to: manager\nduties: [{id: visits, area: 走访, text: 走访客户}]\n"
        "flows: [{title: 流程, duty: «走访», steps: [去]}]",
        "visits",
    ),
    "a duty by its text": (
        "reports_to: manager\nduties: [管理, {id: visits, text: 走访客户}]\n"
        "flows: [{title: 流程, duty: «走访客户», steps: [去]}]",
        "visits",
    ),
    "a step by its text": (
        "reports_to: manager\nflows: [{title: 流程, steps: [{text: 回, next: [«收尾»]}, {text: 回}, {id: close, text: 收尾}]}]",
        "close",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), MEANT.values(), ids=MEANT)
def test_a_name_is_put_right(tmp_path: Path, text: str, meant: str) -> None:
    (finding,) = check_marks(reference_by_title, tmp_path, ENGINEER + text + "\n")
    written = text.partition("«")[2].partition("»")[0].strip('"')
    kind = "a former id" if written in ("service-head", "chief", "customer-service") else "a name"
    assert finding.message.en == f"'{written}' is {kind}; a reference is an id"
    assert finding.hint == Phrase(f"改写为标识：{meant}", f"write its id: '{meant}'")
    assert finding.fix == (Edit(finding.span, meant),)
    assert [related.message.en for related in finding.related] == [f"'{meant}' is here"]
    for other in (unknown_reference, wrong_kind_of_reference):
        assert found(other, tmp_path, ENGINEER + text + "\n") == []


def test_the_place_of_the_name_is_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(reference_by_title, tmp_path, ENGINEER + "reports_to: «部门经理»\n")
    (related,) = finding.related
    assert (related.span.path, related.span.line, related.span.column) == ("positions/after-sales/manager.yaml", 2, 11)


def test_a_name_of_several_is_not_put_right_but_they_are_listed(tmp_path: Path) -> None:
    units = "".join(
        f"## positions/office-{i}/unit.yaml\ntitle: 办事处{i}\n"
        f"## positions/office-{i}/engineer-{i}.yaml\ntitle: 现场工程师\nreports_to: manager\n"
        for i in range(1, 7)
    )
    (finding,) = check_marks(reference_by_title, tmp_path, HEAD + units + "substitute: [«现场工程师»]\n")
    assert finding.fix == ()
    assert finding.hint == Phrase(
        "同名的有 6 个，写明其一：engineer-1、engineer-2、engineer-3、engineer-4、engineer-5等",
        "6 go by it; write one of: 'engineer-1', 'engineer-2', 'engineer-3', 'engineer-4', 'engineer-5' …",
    )
    assert len(finding.related) == 5
    (finding,) = check_marks(
        reference_by_title, tmp_path / "2", ENGINEER + "reports_to: manager\ncontacts: [{party: «质量部»}]\n"
    )
    assert finding.fix == ()
    assert finding.hint == Phrase(
        "同名的有 2 个，写明其一：quality-team、quality", "2 go by it; write one of: 'quality-team', 'quality'"
    )


def test_a_name_that_is_also_an_id_of_something_else_is_not_put_right(tmp_path: Path) -> None:
    example = ENGINEER.replace("aliases: [部门经理]", "aliases: [parts]") + "reports_to: «parts»\n"
    (finding,) = check_marks(reference_by_title, tmp_path, example)
    assert finding.fix == ()
    assert found(wrong_kind_of_reference, tmp_path, example) == []


def test_an_id_that_plain_text_cannot_hold_is_not_written() -> None:
    grades = Workspace(
        outside_positions=(OutsidePosition(id=Ref("a: b"), title=Text({"zh": "甲"}), reports_to=Ref("甲")),)
    )
    (finding,) = reference_by_title.check(Organization(grades))
    assert finding.fix == ()


def test_a_name_shared_by_languages_is_one_candidate(tmp_path: Path) -> None:
    example = ENGINEER.replace("en: After-sales Manager", "en: 售后经理") + "reports_to: «售后经理»\n"
    (finding,) = check_marks(reference_by_title, tmp_path, example)
    assert finding.fix


def test_a_unit_of_a_title_that_may_not_stand_there_does_not_hide_the_one_that_may(tmp_path: Path) -> None:
    example = ENGINEER.replace("title: 配件组", "title: 售后经理") + "reports_to: «售后经理»\n"
    (finding,) = check_marks(reference_by_title, tmp_path, example)
    assert finding.hint == Phrase("改写为标识：manager", "write its id: 'manager'")
    assert finding.fix == ()


# what a position says; the message; the way out
WRONG = {
    "a unit with a head": (
        "reports_to: «after-sales»", "'after-sales' is a unit, but a position belongs here",
        "write the position that heads it: 'manager'",
    ),
    "a unit without a head": (
        "reports_to: «parts»", "'parts' is a unit, but a position belongs here", "name the position in that unit",
    ),
    "a title of a unit": (
        "reports_to: «售后部»", "'售后部' is a unit (after-sales), but a position belongs here",
        "write the position that heads it: 'manager'",
    ),
    "a party": (
        "reports_to: «finance»", "'finance' is a party, but a position belongs here",
        "name a position there, declared under outside_positions in posdoc.yaml, not 'finance' as a whole",
    ),
    "a title of a party": (
        "reports_to: «财务部»", "'财务部' is a party (finance), but a position belongs here",
        "name a position there, declared under outside_positions in posdoc.yaml, not 'finance' as a whole",
    ),
    "outside where it must be inside": (
        "reports_to: manager\nbased_on: «general-manager»",
        "'general-manager' is a position outside the department, but a position of this department belongs here",
        "name a position that has a file under positions",
    ),
    "forms 3.11, S0-I: departments among the reports": (
        "reports_to: manager\nindirect_reports: {positions: [parts-clerk, «质检部»]}",
        "'质检部' is a party (quality), but a position belongs here",
        "reports are positions; dealings with other departments stand under contacts",
    ),
    "forms 3.11, S0-I: production by its id": (
        "reports_to: manager\nindirect_reports: {positions: [«production»]}",
        "'production' is a party, but a position belongs here",
        "reports are positions; dealings with other departments stand under contacts",
    ),
    "a unit among the reports": (
        "reports_to: manager\ndirect_reports: {positions: [«after-sales»]}",
        "'after-sales' is a unit, but a position belongs here", "write the position that heads it: 'manager'",
    ),
    "a family for a level": (
        "reports_to: manager\nlevel: «technical»", "'technical' is a job family, but a level belongs here", "ids: staff",
    ),
    "a level for a family": (
        "reports_to: manager\nfamily: «staff»", "'staff' is a level, but a job family belongs here",
        "ids: service, technical",
    ),
    "a position for a grade": (
        "reports_to: manager\ngrade: «manager»", "'manager' is a position, but a grade belongs here", "ids: G1, G2",
    ),
    "a grade for a position": (
        "reports_to: manager\nsubstitute: [«G1»]", "'G1' is a grade, but a position belongs here",
        "ids: engineer, general-manager, manager, parts-clerk",
    ),
    "an indicator for a duty": (
        "reports_to: manager\nduties: [{id: visits, text: 走访}]\nkpi_sets: [{kpis: [{name: 走访, duties: [«satisfaction»]}]}]",
        "'satisfaction' is a shared indicator, but a duty belongs here", "ids: visits",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message", "way_out"), WRONG.values(), ids=WRONG)
def test_a_reference_of_the_wrong_kind(tmp_path: Path, text: str, message: str, way_out: str) -> None:
    (finding,) = check_marks(wrong_kind_of_reference, tmp_path, ENGINEER + text + "\n")
    assert finding.message.en == message
    assert finding.hint
    assert finding.hint.en == way_out
    assert finding.fix == ()
    for other in (unknown_reference, reference_by_title):
        assert found(other, tmp_path, ENGINEER + text + "\n") == []


ELSEWHERE = {
    "a unit's head": (
        HEAD.replace("title: 配件组", "title: 配件组\nhead: «after-sales»"),
        "write the position that heads it: 'manager'",
    ),
    "a head outside, where only the department may stand": (
        HEAD.replace("head: manager", "head: general-manager").replace("公司\n", "公司\nroots: [«after-sales»]\n", 1),
        "name the position in that unit",
    ),
    "a head outside, where anybody may stand": (
        HEAD.replace("head: manager", "head: general-manager") + "substitute: [«after-sales»]\n",
        "write the position that heads it: 'general-manager'",
    ),
    "a head that is nobody": (
        HEAD.replace("head: manager", "head: zzz") + "substitute: [«after-sales»]\n", "name the position in that unit",
    ),
    "a position for a unit": (
        HEAD.replace("title: 配件组", "title: 配件组\nco_located_with: [«manager»]"),
        "write the unit that it is in: 'after-sales'",
    ),
    "a position of no unit for a unit": (
        HEAD.replace("title: 配件组", "title: 配件组\nco_located_with: [«lost»]")
        + "## positions/lost.yaml\ntitle: 文员\nreports_to: manager\n",
        "ids: after-sales, finance, parts, production, quality, quality-team",
    ),
    "somebody outside for a unit": (
        HEAD.replace("title: 配件组", "title: 配件组\nco_located_with: [«general-manager»]"),
        "ids: after-sales, finance, parts, production, quality, quality-team",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("example", "way_out"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_wrong_kind_elsewhere(tmp_path: Path, example: str, way_out: str) -> None:
    (finding,) = check_marks(wrong_kind_of_reference, tmp_path, example)
    assert finding.hint
    assert finding.hint.en == way_out


RIGHT = """\
reports_to: manager
based_on: parts-clerk
family: service
grade: G1
level: staff
contacts: [{party: after-sales}, {party: quality}, {party: general-manager}, {party: engineer}]
duties: [{id: visits, text: 走访}]
kpi_sets: [{kpis: [{use: satisfaction, weight: 100%, duties: [visits]}]}]
flows: [{title: 走访, duty: visits, steps: [{id: go, text: 去, role: quality, next: [go, end]}]}]
"""


def test_what_is_right_is_no_finding_of_any(tmp_path: Path) -> None:
    for rule in (unknown_reference, reference_by_title, wrong_kind_of_reference):
        assert found(rule, tmp_path, ENGINEER + RIGHT) == []


def test_an_inherited_name_is_found_where_it_stands(tmp_path: Path) -> None:
    example = (
        ENGINEER + "reports_to: «售后经理»\n## positions/after-sales/parts/other.yaml\ntitle: 乙\nbased_on: engineer\n"
    )
    assert {finding.message for finding in check_marks(reference_by_title, tmp_path, example)} == {
        Phrase("“售后经理”是名称，引用要写标识", "'售后经理' is a name; a reference is an id")
    }


def test_references_are_looked_up_once_for_all_three(tmp_path: Path) -> None:
    organization, _ = load(write_files(tmp_path, ENGINEER + "reports_to: «经理»\n"))
    list(unknown_reference.check(organization))
    kept = [value for key, value in vars(organization).items() if key.endswith("_references.looked_up")]
    assert len(kept) == 1
    list(reference_by_title.check(organization))
    assert [value for key, value in vars(organization).items() if key.endswith("looked_up")][0] is kept[0]


@pytest.mark.large
def test_thousands_of_references_by_title_are_reported_quickly() -> None:
    superiors: dict[str, str | None] = {f"p{i}": f"质检部{i % 50}" for i in range(5000)}
    made = department(superiors)
    parties = tuple(Party(id=Ref(f"q{i}"), title=Text({"zh": f"质检部{i}"})) for i in range(50))
    organization = Organization(Workspace(parties=parties), positions=made.positions)
    begin = time.process_time()
    assert len(list(wrong_kind_of_reference.check(organization))) == 5000
    assert time.process_time() - begin < 5
