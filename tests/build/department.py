"""A small department in which everything refers to everything, with every kind of document and chart."""

from __future__ import annotations

from pathlib import Path

import yaml

FILES: dict[str, str] = {
    "posdoc.yaml": """\
organization: {name: {zh: 某公司, en: Our Company}, department: {zh: 服务部, en: Service}}
languages: [zh, en]
families: [{id: service, title: {zh: 服务序列, en: Service}}]
grades: [G1, G2, {id: G3, title: {zh: 三等, en: Grade 3}}]
levels: [{id: management, title: {zh: 管理层, en: Management}}]
outside_positions:
  - {id: chief, title: {zh: 总经理, en: General Manager}}
  - {id: quality-manager, title: {zh: 质量经理, en: Quality Manager}, reports_to: chief}
parties:
  - {id: finance, title: {zh: 财务部, en: Finance}, scope: internal}
kpis:
  - {id: satisfaction, name: {zh: 满意度, en: Satisfaction}, target: "≥95%", supplied_by: clerk}
labels:
  position.title: {zh: 职位名称, en: Job title}
rules: {preset: legacy}
outputs:
  documents:
    - {form: standard, languages: [zh, zh+en]}
    - {form: scorecard, languages: [zh]}
    - {form: posting, languages: [en]}
    - {form: staffing, languages: [zh]}
    - {form: handbook, languages: [zh]}
    - {form: acknowledgement, languages: [zh]}
  charts:
    - {kind: org, languages: [zh], formats: [svg, html]}
    - {kind: people, languages: [zh]}
    - {kind: position, position: lead, languages: [zh]}
    - {kind: career, languages: [zh]}
""",
    "people.yaml": """\
people:
  - {name: {zh: 张伟, en: Zhang Wei}, posts: [{position: lead, since: 2023-04}]}
  - {name: {zh: 李娜, en: Li Na}, posts: [clerk]}
""",
    "positions/service/unit.yaml": """\
title: {zh: 服务部, en: Service}
head: boss
functions: [{zh: 受理投诉, en: Handle complaints}]
""",
    "positions/service/boss.yaml": """\
title: {zh: 经理, en: Manager}
code: S-1
headcount: 1
reports_to: chief
grade: G3
purpose: {zh: 负责全部服务。, en: In charge of service.}
duties: [{area: 管理, text: 管理本部门。, time: 100%}]
""",
    "positions/service/helper.yaml": """\
title: {zh: 助理, en: Assistant}
headcount: 1
reports_to: boss
assistant: true
purpose: {zh: 协助经理。, en: Assists the manager.}
contacts: [{party: lead, content: {zh: 排班, en: Shifts}}]
""",
    "positions/service/team/unit.yaml": """\
title: {zh: 服务组, en: Service Team}
head: lead
flows:
  - {id: repair, title: {zh: 报修, en: Repairs}, steps: [{text: 登记, role: clerk}, {text: 修理, role: engineer}]}
""",
    "positions/service/team/lead.yaml": """\
title: {zh: 主管, en: Supervisor}
code: S-2
headcount: 1
reports_to: boss
grade: G2
dotted_to: [{position: quality-manager, for: {zh: 质量, en: quality}}]
substitute: [engineer]
promotes_to: [[boss]]
purpose: {zh: 保证服务质量。, en: Sees to good service.}
duties: [{id: d1, area: 主管, text: 安排工作。, time: 60%}, {area: 培训, text: 培训新人。, time: 40%}]
kpi_sets: [{kpis: [{use: satisfaction, weight: 100%}]}]
contacts: [{party: finance, content: {zh: 报销, en: Expenses}}]
flows: [{title: 投诉, steps: [{text: 登记, role: clerk}, {text: 回复, role: lead}]}]
""",
    "positions/service/team/engineer.yaml": """\
title: {zh: 工程师, en: Engineer}
headcount: 3
reports_to: lead
grade: G1
promotes_to: [[lead, boss]]
rotates_to: [clerk]
purpose: {zh: 修理设备。, en: Repairs machines.}
""",
    "positions/service/team/clerk.yaml": """\
title: {zh: 文员, en: Clerk}
headcount: 2
reports_to: lead
grade: G1
purpose: {zh: 管理资料。, en: Keeps the files.}
kpi_sets: [{kpis: [{name: 差错率, target: "≤1%", weight: 100%, monitor: boss}]}]
""",
    "positions/service/team/trainee.yaml": """\
title: {zh: 见习生, en: Trainee}
based_on: engineer
headcount: 1
reports_to: engineer
""",
}
LEAD = "positions/service/team/lead.yaml"


def write_small_department(root: Path) -> Path:
    """Write the department below ``root`` and return it."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def state(root: Path, name: str, **fields: object) -> None:
    """Let a definition say something else in some fields; None takes a field away."""
    path = root / name
    data = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    data |= fields
    kept = {key: value for key, value in data.items() if value is not None}
    path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
