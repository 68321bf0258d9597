"""Reporting lines and units that look strange and are right."""

from __future__ import annotations

from tests.forms.right_cases import right

_TOP = """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions:
  - {id: general-manager, title: 总经理}
  - {id: deputy-general-manager, title: 分管副总经理, reports_to: general-manager}
  - {id: sales-director, title: 华东区销售总监}
parties:
  - {id: finance, title: 财务部, aliases: [财务], scope: internal}
  - {id: customers, title: 客户, scope: external}
"""
_MANAGER = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
reports_to: deputy-general-manager
"""

CASES = (
    right(
        "two co-managers beside the superior",
        _TOP
        + _MANAGER
        + """\
## positions/service/office-supervisor.yaml
title: 华东办事处主管
reports_to: service-manager
co_managed_by: [sales-director, general-manager]
""",
    ),
    right("an outside superior whose superior is outside as well", _TOP + _MANAGER + "skip_level: general-manager\n"),
    right(
        "the co-manager of the superior as skip-level superior",
        _TOP
        + _MANAGER
        + """\
## positions/service/office-supervisor.yaml
title: 华东办事处主管
reports_to: service-manager
co_managed_by: [sales-director]
## positions/service/office-engineer.yaml
title: 华东驻点工程师
reports_to: office-supervisor
skip_level: sales-director
""",
    ),
    right(
        "the head of a group sits in the unit above",
        _TOP
        + _MANAGER
        + """\
## positions/service/parts/unit.yaml
title: 配件组
head: service-manager
## positions/service/parts/keeper.yaml
title: 新件仓管员
reports_to: service-manager
## positions/service/parts/dispatcher.yaml
title: 配件发货员
reports_to: service-manager
""",
    ),
    right(
        "a unit whose head is outside",
        _TOP
        + """\
## positions/quality/unit.yaml
title: 服务质量组
head: deputy-general-manager
## positions/quality/analyst.yaml
title: 质量分析员
reports_to: deputy-general-manager
""",
    ),
    right(
        "two roots that are declared, each with an outside superior",
        _TOP.replace("parties:", "roots: [service-manager, quality-engineer]\nparties:")
        + _MANAGER
        + """\
## positions/quality/unit.yaml
title: 服务质量组
## positions/quality/quality-engineer.yaml
title: 质量工程师
reports_to: general-manager
""",
    ),
    right(
        "an assistant beside the line whom nobody counts",
        _TOP
        + _MANAGER
        + """\
direct_reports: {positions: [supervisor], posts: 1}
## positions/service/assistant.yaml
title: 售后经理助理
reports_to: service-manager
assistant: true
status: planned
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
""",
    ),
    right(
        "a dotted line to another group",
        _TOP
        + _MANAGER
        + """\
## positions/service/quality-engineer.yaml
title: 质量工程师
reports_to: service-manager
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
dotted_to: [{position: quality-engineer, for: 质量信息反馈}, {position: general-manager, for: 重大事故}]
""",
    ),
    right(
        "reports as stated, with a range of people",
        _TOP
        + _MANAGER
        + """\
headcount: 1
direct_reports: {positions: [supervisor], people: 1}
indirect_reports: {posts: 1, people: 8-10}
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
headcount: 1
## positions/service/engineer.yaml
title: 售后工程师
reports_to: supervisor
headcount: 9
""",
    ),
    right(
        "an abolished superior above nobody, and a planned post below",
        _TOP
        + _MANAGER
        + """\
## positions/service/dispatcher.yaml
title: 派工员
status: abolished
valid_to: 2025-12
reports_to: service-manager
## positions/service/planner.yaml
title: 服务计划员
status: planned
valid_from: 2027
reports_to: service-manager
""",
    ),
    right(
        "a position that is based on an abolished one",
        _TOP
        + _MANAGER
        + """\
## positions/service/old-dispatcher.yaml
title: 派工员
status: abolished
reports_to: service-manager
duties: [按区域和技能派工]
## positions/service/dispatcher.yaml
title: 服务调度员
based_on: old-dispatcher
status: active
""",
    ),
    right(
        "peers stand in for each other, and several people for themselves",
        _TOP
        + _MANAGER
        + """\
substitute: [supervisor]
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
substitute: [service-manager]
## positions/service/engineer.yaml
title: 售后工程师
headcount: 6
reports_to: supervisor
substitute: [engineer]
""",
    ),
    right(
        "contacts on every side",
        _TOP
        + _MANAGER
        + """\
contacts:
  - {scope: superior, party: deputy-general-manager, content: 每月汇报服务费用}
  - {scope: subordinate, party: supervisor, content: 布置每周任务}
  - {scope: internal, party: finance, content: 报销差旅费}
  - {scope: external, party: customers, content: 走访重点客户}
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
contacts:
  - {scope: superior, party: service-manager, content: 汇报派工情况}
  - {scope: peer, party: parts-supervisor, content: 商量备件到货时间}
## positions/service/parts-supervisor.yaml
title: 配件主管
reports_to: service-manager
""",
    ),
    right(
        "a unit that shares the staff of another",
        _TOP
        + _MANAGER
        + """\
## positions/service/hotline/unit.yaml
title: 全国服务热线
co_located_with: [service]
""",
    ),
    right(
        "a unit of planned posts only",
        _TOP
        + _MANAGER
        + """\
## positions/service/training/unit.yaml
title: 服务培训组
## positions/service/training/trainer.yaml
title: 服务培训师
status: planned
reports_to: service-manager
""",
    ),
    right(
        "an engineer at an office who is guided by its supervisor and reports to headquarters",
        _TOP
        + _MANAGER
        + """\
## positions/service/support/unit.yaml
title: 技术支持组
head: support-supervisor
## positions/service/support/support-supervisor.yaml
title: 技术支持主管
reports_to: service-manager
## positions/service/east/unit.yaml
title: 华东办事处
kind: office
head: east-supervisor
## positions/service/east/east-supervisor.yaml
title: 华东办事处主管
reports_to: service-manager
## positions/service/east/east-support.yaml
title: 华东技术支持工程师
reports_to: support-supervisor
co_managed_by: [east-supervisor]
""",
    ),
    right(
        "departments that deal with one another and share a part of their names",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
parties:
  - {id: sales, title: 销售部, scope: internal}
  - {id: sales-support, title: 销售支持部, scope: internal}
  - {id: production, title: 生产一部, scope: internal}
  - {id: production-2, title: 生产二部, scope: internal}
  - {id: inspection, title: 质检部, aliases: [质量检验部, 质检部门], scope: internal}
  - {id: quality, title: 质量管理部, scope: internal}
## positions/service/unit.yaml
title: 售后服务部
aliases: [售后部, 客服部]
## positions/service/clerk.yaml
title: 售后内勤
contacts:
  - {scope: internal, party: sales, content: 核对合同}
  - {scope: internal, party: inspection, content: 送检旧件}
""",
    ),
    right(
        "offices that have the same groups",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/east/unit.yaml
title: 华东办事处
kind: office
head: service-manager
## positions/service/east/east-field/unit.yaml
title: 现场服务组
## positions/service/east/east-field/east-engineer.yaml
title: 华东现场工程师
reports_to: service-manager
## positions/service/south/unit.yaml
title: 华南办事处
kind: office
head: service-manager
## positions/service/south/south-field/unit.yaml
title: 现场服务组
## positions/service/south/south-field/south-engineer.yaml
title: 华南现场工程师
reports_to: service-manager
""",
    ),
    right(
        "a planned post under a planned superior",
        _TOP
        + _MANAGER
        + """\
## positions/service/field-supervisor.yaml
title: 现场服务主管
status: planned
reports_to: service-manager
## positions/service/new-engineer.yaml
title: 新能源工程师
status: planned
reports_to: field-supervisor
""",
    ),
    right(
        "an assistant of the manager who sits in a group",
        _TOP
        + _MANAGER
        + """\
## positions/service/parts/unit.yaml
title: 配件组
head: parts-supervisor
## positions/service/parts/parts-supervisor.yaml
title: 配件主管
reports_to: service-manager
## positions/service/parts/assistant.yaml
title: 部门助理
assistant: true
reports_to: service-manager
""",
    ),
    right(
        "one of a group reports to the manager and is co-managed by the head of the group",
        _TOP
        + _MANAGER
        + """\
## positions/service/parts/unit.yaml
title: 配件组
head: parts-supervisor
## positions/service/parts/parts-supervisor.yaml
title: 配件主管
reports_to: service-manager
## positions/service/parts/dispatcher.yaml
title: 配件发货员
reports_to: service-manager
co_managed_by: [parts-supervisor]
""",
    ),
    right(
        "contacts with the superior's superior and with the reports of a report",
        _TOP
        + _MANAGER
        + """\
contacts: [{scope: subordinate, party: engineer, content: 每月座谈}]
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: service-manager
## positions/service/engineer.yaml
title: 售后工程师
reports_to: supervisor
contacts: [{scope: superior, party: service-manager, content: 反映安全隐患}]
""",
    ),
    right(
        "five levels in one line, nine reports under one head",
        _TOP
        + _MANAGER
        + "".join(
            f"## positions/service/post-{at}.yaml\ntitle: {title}\nreports_to: {superior}\n"
            for at, (title, superior) in enumerate(
                (
                    ("区域经理", "service-manager"),
                    ("办事处主管", "post-0"),
                    ("现场组长", "post-1"),
                    ("售后工程师", "post-2"),
                    ("客服主管", "service-manager"),
                    ("配件主管", "service-manager"),
                    ("三包主管", "service-manager"),
                    ("服务培训师", "service-manager"),
                    ("质量工程师", "service-manager"),
                    ("售后内勤", "service-manager"),
                    ("服务财务", "service-manager"),
                    ("技术支持主管", "service-manager"),
                )
            )
        ),
    ),
)
