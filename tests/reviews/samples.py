"""A small department with everything that a review covers."""

from __future__ import annotations

from pathlib import Path

from posdoc.load import load
from posdoc.model import Organization, PartialDate, Reviews
from posdoc.reviews.stamping import Signature, review
from posdoc.reviews.writing import reviews_text
from tests.example_files import write_files

DAY = PartialDate(2026, 3, 10)
DEPARTMENT = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
grades: [G1, G2, G3]
outside_positions: [{id: director, title: {zh: 总监, en: Director}, grade: G3}]
parties: [{id: finance, title: {zh: 财务部, en: Finance}}, {id: customers, title: 客户}]
kpis:
  - id: satisfaction
    name: {zh: 满意度, en: Satisfaction}
    target: ≥95%
    weight: 10%
    supplied_by: finance
    parts: [{name: 电话, supplied_by: clerk}]
## people.yaml
people: [{name: 张伟, posts: [agent]}]
## positions/service/unit.yaml
title: {zh: 售后部, en: Service}
head: manager
## positions/service/manager.yaml
title: {zh: 售后经理, en: Service Manager}
grade: G3
purpose: {zh: 解决客户的问题, en: Solve problems}
duties:
  - {area: 投诉, text: 处理投诉, time: 60%}
  - {area: 团队, text: 带领班组, time: 40%}
authority: [{kind: financial, act: decide, text: 现场减免, limit: 2000元以内}]
qualifications: [{item: education, required: 本科}, {item: skill, required: 沟通}]
tools: [电脑]
## positions/service/clerk.yaml
title: 统计员
reports_to: manager
records: [回访记录]
## positions/service/agent.yaml
title: {zh: 客服专员, en: Service Agent}
aliases: [客服, 坐席]
headcount: 3
reports_to: manager
overview: {zh: 接听来电 建单, en: Answers calls}
duties:
  - {id: calls, area: 热线, text: {zh: 接听热线, en: Answer the hotline}, time: 100%}
qualifications: [{item: education, required: 大专}, {item: skill, required: 打字}]
kpi_sets: [{kpis: [{use: satisfaction, weight: 100%, monitor: director}]}]
promotes_to: [[lead, manager], [director]]
document: {version: "1.0", status: approved, review_due: 2027-03}
## positions/service/lead.yaml
title: {zh: 客服班长, en: Shift Leader}
grade: G2
based_on: agent
promotes_to: [[manager]]
"""


def organization_of(root: Path, text: str = DEPARTMENT) -> Organization:
    """The organization of these files, which have to be without a finding."""
    organization, findings = load(write_files(root, text))
    assert [finding.message.en for finding in findings] == []
    return organization


def reviewed(root: Path, *names: str) -> tuple[Organization, Reviews]:
    """The department with the positions reviewed, all of them unless some are named, and the stamps."""
    organization = organization_of(root)
    positions = [organization.by_id[name] for name in names] or list(organization.positions)
    reviews = review(organization, positions, Signature("人力资源部", DAY))
    (root / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    return organization_of(root), reviews


def changed(text: str, old: str, new: str, path: str = "") -> str:
    """The files with ``old`` replaced, in one of them where a ``path`` is given; there has to be exactly one."""
    before, head, rest = text.partition(f"## {path}\n") if path else ("", "", text)
    inside, end, after = rest.partition("\n## ") if path else (rest, "", "")
    assert inside.count(old) == 1, (old, inside.count(old))
    return f"{before}{head}{inside.replace(old, new)}{end}{after}"
