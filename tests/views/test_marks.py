"""The paths that texts of a view know: each of what it prints, and none where it is of nothing or of two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from posdoc.documents.views import in_languages
from posdoc.template.marks import Marked
from posdoc.views.position import content_of_position
from posdoc.views.sections import Presentation
from tests.views.conftest import MakeOrganization, ViewOf

TITLE = "title: {zh: 工程师, en: Engineer}\n"


def _texts(view: Any) -> Iterator[Marked]:
    if isinstance(view, Marked):
        yield view
    for part in view.values() if isinstance(view, dict) else view if isinstance(view, list) else ():
        yield from _texts(part)


def marks_of(view: dict[str, Any], name: str) -> dict[str, str]:
    """The texts with the paths that begin with a name, apart from the fields one by one."""
    sections = {key: value for key, value in view.items() if key != "position"}
    return {one.at: str(one) for one in _texts(sections) if one.at.startswith(name) and one and one != name}


CASES = {
    "a text": ("purpose: 保证。", "purpose", {"purpose": "保证。"}),
    "a text line by line": ("purpose: |-\n  甲\n  乙", "purpose", {"purpose#0": "甲", "purpose#1": "乙", "purpose": "甲\n乙"}),
    "a list in a row": ("tools: [万用表, 钳子]", "tools", {"tools": "万用表、钳子"}),
    "a list of one": ("tools: [万用表]", "tools", {"tools.0": "万用表"}),
    "a list whose entries are rows": ("tools: [扫码枪、打印机, 货架]", "tools", {"tools": "扫码枪、打印机；货架"}),
    "a row that is but one entry": (
        "duties: [{text: 出报告, measures: [按时、无误], records: [月报]}]",
        "duties.0.measures",
        {"duties.0.measures.0": "按时、无误"},
    ),
    "references": ("substitute: [quality-manager]", "substitute", {"substitute": "质量经理"}),
    "chains": (
        "promotes_to: [[quality-manager], [general-manager]]",
        "promotes_to",
        {"promotes_to.0": "质量经理", "promotes_to.1": "总经理"},
    ),
    "entries of one kind": (
        "authority: [{text: 减免, kind: financial}, 派工, {text: 垫付, kind: financial}]",
        "authority",
        {"authority.0.text": "减免", "authority.2.text": "垫付", "authority.1.text": "派工"},
    ),
    "names of contacts of one side": (
        "contacts: [{scope: internal, party: finance}, {scope: external, party: customers},"
        " {scope: internal, party: quality-manager}]",
        "contacts",
        {"contacts.internal": "财务部、质量经理", "contacts.1.party": "客户"},
    ),
    "a choice": (
        "conditions: {hazard: some, hours: 白班}",
        "conditions",
        {"conditions.hours": "白班", "conditions.hazard": "hazard"},
    ),
    "what is authorized": (
        "authority: [{text: 减免, limit: 两千元, kind: financial}, 派工]",
        "authority",
        {"authority.0": "减免（限额：两千元）", "authority.1.text": "派工"},
    ),
    "contacts keep their places when they are sorted": (
        "contacts: [{scope: external, party: customers}, {scope: internal, party: finance, content: 报销}]",
        "contacts",
        {"contacts.0.party": "客户", "contacts.1.party": "财务部", "contacts.1.content": "报销"},
    ),
    "qualifications": (
        "qualifications: [{item: education, required: 大专}, {item: age, minimum: 18 岁, maximum: 50 岁},"
        " {label: 证, minimum: 1 个}]",
        "qualifications",
        {
            "qualifications.0.item": "学历", "qualifications.0.required": "大专", "qualifications.0.preferred": "—",
            "qualifications.1.item": "年龄", "qualifications.1": "18岁以上、50岁以下",
            "qualifications.1.preferred": "—",
            "qualifications.2.label": "证", "qualifications.2.minimum": "1个以上", "qualifications.2.preferred": "—",
        },
    ),
    "groups of points": (
        "objectives: [{title: 满意, text: 好。, points: [一, 二]}, {title: 节约}, {title: 安全}]",
        "objectives",
        {
            "objectives.0.title": "满意", "objectives.0.text": "好。", "objectives.0.points.0": "一",
            "objectives.0.points.1": "二",
        },
    ),
    "nothing but titles": ("objectives: [{title: 节约}, {title: 安全}]", "objectives", {"objectives": "节约、安全"}),
    "steps": (
        "flows: [{title: 报修, steps: [受理, {text: 派工, role: finance}]}]",
        "flows",
        {"flows.0.title": "报修", "flows.0.steps.0.text": "受理", "flows.0.steps.1": "派工（财务部）"},
    ),
    "competences": (
        "competences: [{name: 判断, weight: 50%}, {name: 守时, kind: attitude}]",
        "competences",
        {
            "competences.0": "判断（50%）", "competences.0.name": "判断", "competences.0.weight": "50%",
            "competences.1.name": "守时",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), CASES.values(), ids=CASES)
def test_paths(text: str, name: str, expected: dict[str, str], view_of: ViewOf) -> None:
    found = marks_of(view_of(TITLE + text), name)
    found.pop("hazard", None)
    assert found == expected


def test_reports_that_follow_from_others_have_no_path(view_of: ViewOf) -> None:
    others = {"below": "title: 助手\nreports_to: it"}
    assert marks_of(view_of(TITLE, others=others), "direct_reports") == {}
    stated = view_of(f"{TITLE}direct_reports: {{posts: 2}}", others=others)
    assert marks_of(stated, "direct_reports") == {"direct_reports": "2 个岗位"}


SHARED = """
kpis:
  - {id: satisfaction, name: 满意度, target: ≥95%, parts: [{name: 电话}, {name: 现场}]}
"""


def test_a_shared_indicator_has_the_path_that_it_would_be_restated_at(view_of: ViewOf) -> None:
    kpis = "kpi_sets: [{kpis: [{use: satisfaction, weight: 60%}, {name: 及时率, parts: [{name: 白班}, {name: 夜班}]}]}]"
    found = marks_of(view_of(TITLE + kpis, more=SHARED), "kpi_sets")
    assert found == {
        "kpi_sets.0.kpis.0.name": "满意度", "kpi_sets.0.kpis.0.target": "≥95%", "kpi_sets.0.kpis.0.weight": "60%",
        "kpi_sets.0.kpis.1.name": "及时率", "kpi_sets.0.kpis.1.parts.0": "白班", "kpi_sets.0.kpis.1.parts.1": "夜班",
        "kpi_sets.0.kpis.1.parts.0.name": "白班", "kpi_sets.0.kpis.1.parts.1.name": "夜班",
    }  # fmt: skip


BOTH = """\
purpose: {zh: "甲\\n乙", en: one line only}
overview: {zh: 概述, en: Overview}
tools: [{zh: 万用表, en: Multimeter}]
code: SH-1
"""


def test_two_languages(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": TITLE + BOTH})
    position = organization.by_id["it"]
    view = in_languages(organization, "zh+en", lambda words: content_of_position(organization, words, position))
    purpose = {"purpose#0@zh": "甲", "purpose#1@zh": "乙", "purpose@en": "one line only"}
    assert marks_of(view, "purpose") == purpose
    assert marks_of(view, "code") == {"code": "SH-1"}
    assert marks_of(view, "overview") == marks_of(view, "tools") == {}  # both stand in one control


def test_another_owner_stands_before_every_path(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": TITLE + BOTH})
    position = organization.by_id["it"]
    view = in_languages(
        organization, "zh", lambda words: content_of_position(organization, words, position, Presentation(), "p:it/")
    )
    paths = {one.at for one in _texts(view) if one.at}
    assert len(paths) > 10
    assert all(path.startswith("p:it/") for path in paths)
