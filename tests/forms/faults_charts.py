"""Faults 17, 18 and 20: charts against descriptions."""

from __future__ import annotations

from tests.forms.faults import fault

_S1_B = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
headcount: 1
duties: [统筹售后服务工作]
## positions/service/parts/unit.yaml
title: 配件组
aliases: [新件库]
head: new-parts-keeper
"""
_S1_F = """\
## positions/customer-service/unit.yaml
title: 客服部
kind: department
head: supervisor
## positions/customer-service/supervisor.yaml
title: 客服主管
headcount: 1
## positions/customer-service/team-leader.yaml
title: 客服班长
headcount: 1
reports_to: supervisor
"""

FAULTS = (
    fault(
        "3.17 S1-B 统计打单员 and 配件发货员 have no descriptions",
        "POS505",
        _S1_B
        + """\
posts: [{title: «统计打单员», under: 配件组}, {title: 新件仓管员, under: 配件组}, {title: «配件发货员», under: 配件组}]
## positions/service/parts/new-parts-keeper.yaml
title: 新件仓管员
headcount: 1
reports_to: service-manager
""",
    ),
    fault(
        "3.17 S1-B 客服助理/文员 has no description",
        "POS505",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/customer/unit.yaml
title: 客服组
head: customer-supervisor
posts: [客户主管, {title: «客服助理/文员», under: 客户主管}]
## positions/service/customer/customer-supervisor.yaml
title: 客户主管
reports_to: service-manager
""",
    ),
    fault(
        "3.17 S1-B 售后内勤 has a description and is not in the chart",
        "POS506",
        _S1_B
        + """\
posts: [{title: 新件仓管员, under: 配件组}]
## positions/service/parts/new-parts-keeper.yaml
title: 新件仓管员
headcount: 1
reports_to: service-manager
## positions/service/parts/clerk.yaml
title: «售后内勤»
headcount: 1
reports_to: new-parts-keeper
duties: [接听经销商的订购电话, 核对账款, 每天提报订单日报]
""",
    ),
    fault(
        "3.17 S1-B 旧件仓库员 and 三包技术员 without a head count",
        "POS509",
        _S1_B
        + """\
## positions/service/parts/new-parts-keeper.yaml
title: 新件库仓管
headcount: 1
reports_to: service-manager
## positions/service/clerk.yaml
title: 售后内勤
headcount: 1
reports_to: service-manager
## positions/service/customer-supervisor.yaml
title: 客户主管
headcount: 1
reports_to: service-manager
## positions/service/warranty/unit.yaml
title: 三包组
aliases: [旧件库]
head: service-manager
## positions/service/warranty/old-parts-keeper.yaml
title: «旧件仓库员»
reports_to: service-manager
## positions/service/warranty/technician.yaml
title: «三包技术员»
reports_to: service-manager
""",
    ),
    fault(
        "3.18 S1-F four of six posts have no descriptions",
        "POS505",
        _S1_F.replace(
            "head: supervisor\n",
            """\
head: supervisor
posts:
  - {title: 客服主管, headcount: 1}
  - {title: 客服班长, headcount: 1}
  - {title: «客服前台», headcount: 2}
  - {title: «大堂助理», headcount: 7}
  - {title: «顶岗人员», headcount: 3}
  - {title: «客服吧台», headcount: 2}
""",
        ),
    ),
    fault(
        "3.18 S1-F fourteen of sixteen people have no descriptions",
        "POS501",
        _S1_F.replace("head: supervisor\n", "head: supervisor\nheadcount: «16»\n"),
    ),
    fault(
        "3.20 S1-C 电子开发部 twice in one chart",
        "POS508",
        """\
## positions/board/unit.yaml
title: 董事会
head: secretary
## positions/board/secretary.yaml
title: 董事会秘书
## positions/board/electronics/unit.yaml
title: 电子开发部
## positions/board/electronics/electronics-engineer.yaml
title: 电子工程师
reports_to: secretary
## positions/board/electronics-2/unit.yaml
title: «电子开发部»
## positions/board/electronics-2/embedded-engineer.yaml
title: 嵌入式工程师
reports_to: secretary
""",
    ),
    fault(
        "3.20 S1-C 电子开发部 under 业务部 and under 行政部",
        "POS508",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: board, title: 董事长}]
roots: [business-manager, administration-manager]
## positions/administration/unit.yaml
title: 行政部
head: administration-manager
## positions/administration/administration-manager.yaml
title: 行政部经理
reports_to: board
## positions/administration/electronics-2/unit.yaml
title: 电子开发部
## positions/administration/electronics-2/embedded-engineer.yaml
title: 嵌入式工程师
reports_to: administration-manager
## positions/business/unit.yaml
title: 业务部
head: business-manager
## positions/business/business-manager.yaml
title: 业务部经理
reports_to: board
## positions/business/electronics/unit.yaml
title: «电子开发部»
## positions/business/electronics/electronics-engineer.yaml
title: 电子工程师
reports_to: business-manager
""",
    ),
)
