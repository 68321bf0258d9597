"""Faults 11 to 16: reporting lines, and posts that are named and defined nowhere."""

from __future__ import annotations

from tests.forms.faults import fault

_S0_I = """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: technical-manager, title: 技术部经理}]
parties:
  - {id: quality, title: 质检部, scope: internal}
  - {id: production, title: 生产部, scope: internal}
## positions/technical/unit.yaml
title: 技术部
head: technical-manager
## positions/technical/after-sales-supervisor.yaml
title: 售后主管
reports_to: technical-manager
"""
_SUPPORT = """\
## positions/technical/support.yaml
title: 售后技术支持
reports_to: after-sales-supervisor
"""
_S3_A = """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
roots: [customer-manager]
## positions/customer-service/unit.yaml
title: 客户服务部
head: customer-manager
## positions/customer-service/customer-manager.yaml
title: 客户服务经理
"""
_S1_B = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
"""

FAULTS = (
    fault(
        "3.11 S0-I 售后技术支持 is a direct subordinate and a rotation target",
        "POS604",
        _S0_I
        + """\
direct_reports: {positions: [support]}
rotates_to: [«support»]
"""
        + _SUPPORT,
    ),
    fault(
        "3.11 S0-I 质检部 and 生产部 are indirect subordinates and are departments",
        "POS208",
        _S0_I
        + """\
indirect_reports: {positions: [«quality», «production»]}
contacts:
  - {scope: internal, party: quality, content: 确认外部质量}
  - {scope: internal, party: production, content: 安排配件制作}
""",
    ),
    fault(
        "3.11 S0-I an inspector under another head is stated as an indirect subordinate",
        "POS213",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: general-manager, title: 总经理}]
roots: [after-sales-supervisor, quality-manager]
## positions/technical/unit.yaml
title: 技术部
## positions/technical/after-sales-supervisor.yaml
title: 售后主管
reports_to: general-manager
indirect_reports: {positions: [«inspector»]}
## positions/quality/unit.yaml
title: 质检部
head: quality-manager
## positions/quality/quality-manager.yaml
title: 质检部经理
reports_to: general-manager
## positions/quality/inspector.yaml
title: 质检员
reports_to: quality-manager
""",
    ),
    fault(
        "3.12 S4-F two direct superiors",
        "POS102",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: director, title: 营销中心总监}, {id: marketing-supervisor, title: 营销主管}]
## positions/marketing/unit.yaml
title: 营销中心
## positions/marketing/engineer.yaml
title: 售后工程师
reports_to: «[director, marketing-supervisor]»
""",
    ),
    fault(
        "3.12 S4-F 直接下级 is blank, though the post manages staff",
        "POS106",
        """\
## positions/marketing/unit.yaml
title: 营销中心
## positions/marketing/engineer.yaml
title: 售后工程师
«direct_reports»:
qualifications: [{item: skill, required: 能按计划管理部门员工的售前、售后服务}]
""",
    ),
    fault(
        "3.12 S3-A the numbers of posts and people supervised are blank",
        "POS106",
        _S3_A
        + """\
## positions/customer-service/service-manager.yaml
title: 售后服务经理
reports_to: customer-manager
«direct_reports»: {posts: , people: }
duties: [考核下属，和下属一起制订改进绩效的计划]
""",
    ),
    fault(
        "3.13 S3-A rotation to the same post in another office",
        "POS604",
        _S3_A
        + """\
## positions/customer-service/service-manager.yaml
title: 售后服务经理
reports_to: customer-manager
rotates_to: [{position: «service-manager», note: 其他办事处}]
""",
    ),
    fault(
        "3.13 S3-A a post of the office is not under 办事处经理",
        "POS223",
        _S3_A
        + """\
## positions/customer-service/office/unit.yaml
title: 办事处
kind: office
head: office-manager
## positions/customer-service/office/office-manager.yaml
title: 办事处经理
reports_to: customer-manager
## positions/customer-service/office/service-manager.yaml
title: 售后服务经理
reports_to: «customer-manager»
""",
    ),
    fault(
        "3.14 S4-K 技术支持组主管 and S4-B 技术服务组主管",
        "POS507",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: technical-support-supervisor, title: «技术支持组主管»}]
## positions/customer-service/unit.yaml
title: 客户服务部
head: technical-service-supervisor
## positions/customer-service/technical-service-supervisor.yaml
title: 技术服务组主管
## positions/customer-service/engineer.yaml
title: 售后工程师
reports_to: technical-service-supervisor
contacts: [{party: technical-support-supervisor, content: 提交无法解决的技术问题}]
""",
    ),
    fault(
        "3.14 S4-L 技术主管 and 技术助理 monitor and are no posts",
        "POS201",
        """\
## positions/customer-service/unit.yaml
title: 客户服务部
head: technical-service-supervisor
## positions/customer-service/technical-service-supervisor.yaml
title: 技术服务组主管
## positions/customer-service/engineer.yaml
title: 售后工程师
reports_to: technical-service-supervisor
kpi_sets:
  - kpis:
      - {name: 安装、维修、维护的合格率, target: ≥95%, weight: 80%, monitor: «技术主管»}
      - {name: 客户满意度, target: ≥90%, weight: 20%, monitor: «技术助理»}
""",
    ),
    fault(
        "3.15 S0-I and S0-H 售后主管 in 技术部 and in 销售部门",
        "POS206",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: technical-manager, title: 技术部经理}, {id: sales-manager, title: 销售部经理}]
roots: [sales-after-sales-supervisor, technical-after-sales-supervisor]
## positions/sales/unit.yaml
title: 销售部门
## positions/sales/sales-after-sales-supervisor.yaml
title: 售后主管
reports_to: sales-manager
## positions/technical/unit.yaml
title: 技术部
## positions/technical/technical-after-sales-supervisor.yaml
title: «售后主管»
reports_to: technical-manager
""",
    ),
    fault(
        "3.15 S0-D promotes to 售后经理, and S0-I to 技术部经理",
        "POS603",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: sales-director, title: 销售总监}]
roots: [service-manager, technical-manager]
## positions/service/unit.yaml
title: 售后部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
reports_to: sales-director
## positions/service/after-sales-supervisor.yaml
title: 售后主管
reports_to: service-manager
promotes_to: [[service-manager, sales-director]]
## positions/technical/unit.yaml
title: 技术部
## positions/technical/technical-manager.yaml
title: 技术部经理
promotes_from: [«after-sales-supervisor»]
""",
    ),
    fault(
        "3.15 S0-D 分管副总经理 skips 售后经理",
        "POS223",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: deputy-general-manager, title: 分管副总经理}]
roots: [service-manager, after-sales-supervisor]
## positions/service/unit.yaml
title: 售后部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
reports_to: deputy-general-manager
## positions/service/after-sales-supervisor.yaml
title: 售后主管
reports_to: «deputy-general-manager»
""",
    ),
    fault(
        "3.16 S1-B 客服中心经理 is defined nowhere",
        "POS201",
        _S1_B
        + """\
## positions/service/customer-supervisor.yaml
title: 客户主管
reports_to: «客服中心经理»
duties: [巡查和考核经销商与售后站]
""",
    ),
    fault(
        "3.16 S1-F 客服中心主任, 服务中心主任 and 经理 are defined nowhere",
        "POS201",
        """\
## positions/customer-service/unit.yaml
title: 客服部
head: supervisor
## positions/customer-service/supervisor.yaml
title: 客服主管
reports_to: «客服中心主任»
dotted_to: [«服务中心主任»]
## positions/customer-service/team-leader.yaml
title: 客服班长
reports_to: supervisor
dotted_to: [«经理»]
""",
    ),
    fault(
        "3.16 S1-E 总监 is named as the head and defined nowhere",
        "POS201",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: «总监»
## positions/service/customer-manager.yaml
title: 客户服务经理
## positions/service/specialist.yaml
title: 售后服务专员
reports_to: customer-manager
""",
    ),
)
