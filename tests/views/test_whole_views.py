"""What views make of a small department in which everything is stated once, whole: each text with the path that it prints.

The golden files are read like a form: a line that is lost, stands elsewhere or has another path is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from posdoc.documents.of_department import JOB_SECTIONS
from posdoc.locales.words import Words
from posdoc.model import FieldOutput, Organization, Ref, SectionName, SectionOutput
from posdoc.template.marks import path_of
from posdoc.views.arrange import finished
from posdoc.views.department import content_of_department
from posdoc.views.position import view_position
from posdoc.views.sections import Presentation
from posdoc.views.stats import measure
from posdoc.views.stats_view import view_stats
from posdoc.views.unit import view_unit
from tests.views.conftest import MakeOrganization

LANGUAGES = ("zh", "en")
EVERY_SECTION = Presentation(sections=tuple(SectionOutput(section=name) for name in SectionName), sign=True)
GOLDENS = [
    f"{name}.{language}.txt" for name in ("department", "unit", "stats", "fields", "blanks") for language in LANGUAGES
]
UNIT = """
title: {zh: 维修部, en: Repair}
head: manager
kind: department
background: {zh: 设备分散在三省。, en: Machines stand in three provinces.}
value_proposition: {zh: 一次修好。, en: Repaired at the first visit.}
functions:
  - title: {zh: 维修, en: Repair}
    functions: [{title: {zh: 上门, en: Visits}, text: {zh: 一日内到达。, en: Within a day.}}]
staffing_principles: [{zh: 精简, en: Lean}]
resources:
  - {title: {zh: 工具, en: Tools}, text: {zh: 每人一套。, en: One set each.}, points: [{zh: 万用表, en: Multimeter}]}
sections: [{title: {zh: 纪律, en: Order}, points: [{zh: 守时, en: Be on time}]}]
glossary: [{term: {zh: 工单, en: Work order}, definition: {zh: 一次服务。, en: One service.}}]
attachments: [{number: B-1, title: {zh: 附表, en: Table}}]
notes: [{zh: 备注。, en: A note.}]
regulations:
  - title: {zh: 考勤, en: Attendance}
    document: {number: G-1}
    chapters:
      - title: {zh: 总则, en: General}
        articles: [{text: {zh: 准时。, en: Be punctual.}, items: [{zh: 不早退, en: No leaving early}]}]
posts: [{title: {zh: 司机, en: Driver}, headcount: 2}]
document:
  number: D-1
  version: "1.0"
  status: approved
  effective: 2026-01-01
  statement: {zh: 同意。, en: Agreed.}
  revisions: [{version: "1.0", text: {zh: 新建, en: New}}]
  signers: [{role: author, name: {zh: 张三, en: Zhang San}}]
"""
MANAGER = """
title: {zh: 维修经理, en: Repair Manager}
code: S-1
headcount: 1
reports_to: after-sales-manager
purpose: {zh: 让设备少停机。, en: Keep machines running.}
duties:
  - area: {zh: 计划, en: Planning}
    time: 60%
    text: {zh: 排定上门日程。, en: Plans the visits.}
    measures: [{zh: 按时率, en: On time}]
  - area: {zh: 培训, en: Training}
    time: 40%
    text: {zh: 带新人。, en: Trains beginners.}
authority:
  - {kind: financial, act: decide, text: {zh: 备件采购, en: Spare parts}, limit: {zh: 一万元, en: "10,000"}}
  - {kind: personnel, act: propose, text: {zh: 调岗, en: Transfers}}
"""
ENGINEER = """
title: {zh: 维修工程师, en: Repair Engineer}
code: S-2
headcount: 2-3
reports_to: manager
co_managed_by: [quality-manager]
dotted_to: [{position: quality-manager, for: {zh: 质量, en: Quality}}]
promotes_to: [manager]
purpose: {zh: 修好设备。, en: Repairs machines.}
duties:
  - area: {zh: 维修, en: Repair}
    time: 70%
    text: {zh: 上门维修。, en: Repairs at the site.}
    tasks: [{zh: 填写工单, en: Fills in the order}, {zh: 退回旧件, en: Returns old parts}]
  - {time: 30%, text: {zh: 回访用户。, en: Calls users back.}}
contacts:
  - {party: customers, scope: external, content: {zh: 约定时间, en: Agree on a time}}
  - {party: finance, scope: internal, content: {zh: 结算, en: Settle}}
qualifications:
  - {item: education, required: {zh: 大专, en: College}}
  - {item: work_experience, required: {zh: 三年, en: Three years}, preferred: {zh: 带过人, en: Has led}}
conditions: {environment: fair, hours: {zh: 每周四十小时, en: 40 hours a week}}
"""
PEOPLE = """
people:
  - {name: {zh: 李敏, en: Li Min}, number: "7", posts: [{position: manager, since: 2024-03}]}
  - {name: {zh: 王芳, en: Wang Fang}, number: "8", posts: [{position: engineer, since: 2026-01-01}]}
"""


@pytest.fixture
def department(organization_of: MakeOrganization) -> Organization:
    return organization_of(
        {"repair/unit": UNIT, "repair/manager": MANAGER, "repair/engineer": ENGINEER, "repair/helper": "title: 学徒\n"},
        people=PEOPLE,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_department(department: Organization, language: str, goldens: Any) -> None:
    words = Words(department, language)
    content = content_of_department(department, words, EVERY_SECTION, Presentation(sections=JOB_SECTIONS))
    content["job_descriptions"] = content["job_descriptions"][:1]
    goldens.check(f"department.{language}.txt", written(finished(content, words.join, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit(department: Organization, language: str, goldens: Any) -> None:
    view = view_unit(department, Words(department, language), department.units_by_id["repair"], EVERY_SECTION)
    goldens.check(f"unit.{language}.txt", written(view))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures(department: Organization, language: str, goldens: Any) -> None:
    figures = measure(department, day=date(2026, 3, 1))
    goldens.check(f"stats.{language}.txt", written(view_stats(figures, Words(department, language))))


NAMES = (
    "unit", "incumbents", "since", "title", "reports_to", "co_managed_by", "dotted_to", "direct_reports", "promotes_to",
    "headcount", "purpose", "duties", "authority", "authority.financial", "authority.personnel", "contacts",
    "contacts.external", "contacts.internal", "qualifications", "qualifications.education", "qualifications.work_experience",
    "conditions", "conditions.hours", "document.version",
)  # fmt: skip


@pytest.mark.parametrize(("name", "blanks"), [("fields", False), ("blanks", True)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_of_single_fields(
    department: Organization, name: str, blanks: bool, language: str, goldens: Any
) -> None:
    """Each field in a section of its own; with blanks, those of a position that states nothing as well."""
    sections = tuple(SectionOutput(fields=(FieldOutput(field=Ref(each)),)) for each in NAMES)
    presentation = Presentation(sections=sections, blanks=blanks)
    words = Words(department, language)
    positions = ("helper",) if blanks else ("manager", "engineer")
    views = {each: view_position(department, words, department.by_id[each], presentation) for each in positions}
    goldens.check(f"{name}.{language}.txt", written({each: view["parts"] for each, view in views.items()}))


def test_no_golden_is_left_over(goldens: Any) -> None:
    goldens.check_orphans(GOLDENS)


def written(view: Any) -> str:
    """A line for each text and number: where it is, what it is, and the path that it prints."""
    return "".join(f"{line}\n" for line in _lines(view, ""))


def _lines(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _lines(part, f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _lines(part, f"{at}[{place}]")
    elif value not in (None, ""):
        path = path_of(value) if isinstance(value, str) else ""
        yield f"{at} = {value!r}" + (f"  <{path}>" if path else "")
