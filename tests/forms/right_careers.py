"""Careers, qualifications and documents that are right."""

from __future__ import annotations

from tests.forms.right_cases import manager, right

_GRADES = """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
grades: [G1, G2, G3, G4, G5]
outside_positions:
  - {id: sales-director, title: 销售总监, grade: G5}
  - {id: technical-expert, title: 技术专家, grade: G4}
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
grade: G4
promotes_to: [[sales-director]]
"""

CASES = (
    right(
        "two branches of promotion: management and expertise",
        _GRADES
        + """\
## positions/service/engineer.yaml
title: 售后工程师
grade: G2
reports_to: service-manager
promotes_to: [[senior-engineer, service-manager, sales-director], [senior-engineer, technical-expert]]
## positions/service/senior-engineer.yaml
title: 高级售后工程师
grade: G3
reports_to: service-manager
promotes_to: [[service-manager], [technical-expert]]
promotes_from: [engineer]
""",
    ),
    right(
        "supervisors who rotate among one another",
        _GRADES
        + """\
## positions/service/parts-supervisor.yaml
title: 配件主管
grade: G3
reports_to: service-manager
rotates_to: [field-supervisor]
promotes_to: [[service-manager]]
## positions/service/field-supervisor.yaml
title: 现场服务主管
grade: G3
reports_to: service-manager
rotates_to: [{position: parts-supervisor, note: 需通过备件管理考试}]
promotes_to: [[service-manager]]
""",
    ),
    right(
        "down to the post from which one came",
        _GRADES
        + """\
## positions/service/engineer.yaml
title: 售后工程师
grade: G2
reports_to: service-manager
promotes_to: [[field-supervisor]]
## positions/service/field-supervisor.yaml
title: 现场服务主管
grade: G3
reports_to: service-manager
promotes_to: [[service-manager]]
promotes_from: [engineer]
demotes_to: [engineer]
""",
    ),
    right(
        "one is promoted past the own superior into another field, without grades",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
promotes_to: []
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
promotes_to: [[service-manager]]
## positions/service/engineer.yaml
title: 售后工程师
reports_to: supervisor
promotes_to: [[supervisor, service-manager]]
""",
    ),
    right(
        "more experience in the trade, less in management along a promotion",
        _GRADES
        + """\
qualifications:
  - {item: work_experience, minimum: 5 年}
  - {item: management_experience, minimum: 2 年}
## positions/service/expert.yaml
title: 高级售后工程师
grade: G3
reports_to: service-manager
promotes_to: [[service-manager]]
qualifications:
  - {item: work_experience, minimum: 5 年}
  - {item: professional_experience, minimum: 8 年}
""",
    ),
    manager(
        "qualifications without sex or age",
        """\
qualifications:
  - {item: education, required: 大专及以上学历, preferred: 本科及以上学历}
  - {item: major, required: 机电、制冷、暖通相关专业}
  - {item: work_experience, required: 3年以上售后服务经验, preferred: 5年以上, minimum: 3 年, preferred_minimum: 5 年}
  - {item: certificate, required: 低压电工证、制冷作业证, preferred: C1驾驶证}
  - {item: language, preferred: 能阅读英文图纸}
  - {item: ability, required: 口头和书面表达清楚，能在压力下工作}
""",
    ),
    manager(
        "the lawful age at which work may begin",
        """\
qualifications:
  - {item: age, required: 年满18周岁}
  - {item: work_experience, required: 2年以上}
""",
    ),
    manager(
        "a health requirement with its reason",
        """\
qualifications:
  - {item: physical, required: 无恐高症，高处作业需持健康证明（依据高处作业安全规定）}
  - {item: certificate, required: 高处作业证}
""",
    ),
    manager(
        "skills of one kind that are listed apart",
        """\
qualifications:
  - {item: skill, required: 会用万用表和钳形表}
  - {item: skill, required: 会看电气原理图}
  - {item: skill, preferred: 会编写 PLC 程序}
  - {item: computer, required: 熟练使用 Excel、Word}
""",
    ),
    manager(
        "experience that is less in one trade than in the other",
        """\
qualifications:
  - {item: work_experience, minimum: 5 年}
  - {item: industry_experience, minimum: 3 年}
  - {item: post_experience, minimum: 1 年, preferred_minimum: 2 年}
""",
    ),
    manager(
        "dates that are known in part",
        """\
document:
  number: SH-JD-001
  version: "1.1"
  status: approved
  analysed: 2025
  written: 2025-11
  approved: 2025-11-20
  effective: 2025-12
  review_due: 2026-12
  signers: [{role: author, name: 陈静}, {role: approver, name: 总经理, date: 2025-11-20}]
  revisions:
    - {version: "1.0", date: 2024-03, text: 首次发布}
    - {version: "1.1", date: 2025-11, text: 增加备件审批权限}
""",
    ),
    manager(
        "the first draft, without revisions and with lines to sign on",
        """\
document:
  version: "0.1"
  status: draft
  written: 2026-06-20
  signers: [author, reviewer, approver, incumbent]
""",
    ),
    manager(
        "the author approves together with somebody else",
        """\
document:
  signers:
    - {role: author, name: 陈静}
    - {role: approver, name: 陈静}
    - {role: approver, name: 总经理}
""",
    ),
    manager("the review is due on the day", "document: {effective: 2025-07-01, review_due: 2026-06-30}\n"),
    manager(
        "attachments that have names of their own",
        """\
document:
  attachments: [售后服务流程图, {title: 岗位胜任力评价表, number: A-01}, 附件清单中所列的三份表格]
  statement: 本说明书由人力资源部负责解释，版权所有。
""",
    ),
    manager(
        "revisions 1.9, 1.10 and 2.0",
        """\
document:
  version: "2.0"
  revisions:
    - {version: "1.9", date: 2024-05, text: 调整时间占比}
    - {version: "1.10", date: 2024-11, text: 增加考核指标}
    - {version: "2.0", date: 2026-01, text: 全面修订}
""",
    ),
)
