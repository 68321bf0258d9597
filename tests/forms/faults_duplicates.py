"""Faults 22, 23 and 25: what is said twice, and numbering."""

from __future__ import annotations

from tests.forms.faults import fault

_S1_B = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
"""

FAULTS = (
    fault(
        "3.22 S0-D 职责二 is its only task",
        "POS313",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/after-sales-supervisor.yaml
title: 售后主管
duties:
  - {text: 带领售后部学习产品业务知识。, tasks: [«带领售后部学习产品业务知识»], responsibility: organize}
""",
    ),
    fault(
        "3.22 S4-H duty 1 is the overview",
        "POS316",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
overview: 配合售后主管做好保修期内工程的保修、维保项目使用问题的控制和具体维保工作。
duties:
  - «做好保修期内工程的保修、维保项目使用问题的控制和具体维保工作。»
  - 填写客户满意度调查表和现场维修单
""",
    ),
    fault(
        "3.22 S3-A duty 1 and duty 9",
        "POS314",
        """\
## positions/office/unit.yaml
title: 办事处
## positions/office/service-manager.yaml
title: 售后服务经理
duties:
  - {number: 1, text: 确保本办事处区域内售后服务工作的运作}
  - {number: 2, text: 与其他办事处协调售后工作}
  - {number: 3, text: «同时负责本办事处区域内的售后服务工作»}
""",
    ),
    fault(
        "3.23 S1-B 不良品 … 审查控制 is a duty of 售后经理 and of 旧件仓库员",
        "POS315",
        _S1_B
        + """\
duties: [审查和控制不良品与维修配件的退换、发放]
## positions/service/old-parts-keeper.yaml
title: 旧件仓库员
reports_to: service-manager
duties: [«审查和控制不良品、维修配件的发放与退换»]
""",
    ),
    fault(
        "3.23 S1-B 售后政策宣传 is a duty of 客户主管 and of 三包技术员",
        "POS315",
        _S1_B
        + """\
## positions/service/customer-supervisor.yaml
title: 客户主管
reports_to: service-manager
duties: [向经销客户宣传售后服务政策并给予指导]
## positions/service/technician.yaml
title: 三包技术员
reports_to: service-manager
duties: [«负责向经销客户宣传售后服务政策，给予指导»]
""",
    ),
    fault(
        "3.25 S1-B 客户主管 has two duties numbered 5",
        "POS317",
        _S1_B
        + """\
## positions/service/customer-supervisor.yaml
title: 客户主管
reports_to: service-manager
duties:
  - {number: 1, text: 收集并分析产品质量信息}
  - {number: 2, text: 处理市场质量问题}
  - {number: 3, text: 指导和巡查售后站}
  - {number: 4, text: 宣传售后服务政策}
  - {number: 5, text: 统计客户来电}
  - {number: «5», text: 培训经销商的维修人员}
  - {number: 6, text: 编写培训资料}
  - {number: 7, text: 协助管理客服中心}
""",
    ),
    fault(
        "3.25 S1-B 售后内勤 has two duties numbered 2",
        "POS317",
        _S1_B
        + """\
## positions/service/clerk.yaml
title: 售后内勤
reports_to: service-manager
duties:
  - {number: 1, text: 接听经销商的配件订购电话}
  - {number: 2, text: 核对网点每月账款并催收}
  - {number: «2», text: 向配件仓库下订单}
  - {number: 3, text: 每天提报订单统计表}
  - {number: 4, text: 整理仓库和客户账目}
  - {number: 5, text: 统计每月仓库盘点结果}
""",
    ),
    fault(
        "3.25 S1-B 新件库仓管 has no duty 6 and two numbered 10",
        "POS317",
        _S1_B
        + """\
## positions/service/new-parts-keeper.yaml
title: 新件库仓管
reports_to: service-manager
duties:
  - {number: 1, text: 收取和发放调拨的配件}
  - {number: 2, text: 编制库存计划}
  - {number: 3, text: 盘点物料}
  - {number: 4, text: 申请包装袋}
  - {number: 5, text: 跟进物流配件的运送}
  - {number: «7», text: 建立账卡并保证一致}
  - {number: 8, text: 按先进先出摆放物料}
  - {number: 9, text: 处理本组的异常状况}
  - {number: 10, text: 跟踪随车和快递的配件}
  - {number: «10», text: 保持6S}
""",
    ),
    fault(
        "3.25 S1-D 第七条 stands twice",
        "POS317",
        """\
## positions/service/unit.yaml
title: 售后服务部
regulations:
  - title: 日常管理规范
    chapters:
      - {title: 总则, articles: [{number: 第一条, text: 制定依据}, {number: 第二条, text: 适用范围}]}
      - {title: 员工工作守则, articles: [{number: 第三条, text: 面向客户}, {number: 第四条, text: 保守秘密}]}
      - title: 员工日常行为规范
        articles:
          - {number: 第五条, text: 服从领导}
          - {number: 第六条, text: 遵守纪律}
          - {number: 第七条, text: 接到派工后15分钟内联系客户}
      - {title: 客户投诉处理, articles: [{number: «第七条», text: 先听客户把话说完}, {number: 第八条, text: 整洁施工}]}
## positions/service/service-manager.yaml
title: 售后服务部经理
""",
    ),
    fault(
        "3.25 S1-D 3 is missing between 2 and 4",
        "POS317",
        """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-manager.yaml
title: 售后服务部经理
duties:
  - {number: 1, text: 组织和管理服务工作}
  - {number: 2, text: 为用户提供优质服务}
  - {number: «4», text: 制订岗位责任制的考核办法}
  - {number: 5, text: 按时上报服务报表}
""",
    ),
    fault(
        "3.25 S1-D the functions begin with typed numbers",
        "POS706",
        """\
## positions/service/unit.yaml
title: 售后服务部
functions: [«1、»组织和管理服务工作, «2、»为用户提供优质服务, «4、»制订岗位责任制的考核办法]
## positions/service/service-manager.yaml
title: 售后服务部经理
""",
    ),
    fault(
        "3.25 S4-H the duties run 1, 6 to 10, 2 to 5",
        "POS317",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
duties:
  - {number: 1, text: 控制维保项目使用中的问题}
  - {number: 6, text: 按法规或合同编制维保方案}
  - {number: 7, text: 控制维保的成本和进度}
  - {number: 8, text: 整理并上报维修记录}
  - {number: 9, text: 参加技术和服务培训}
  - {number: 10, text: 完成上级安排的其他工作}
  - {number: «2», text: 遵守售后部的规章}
  - {number: 3, text: 填写满意度调查表}
  - {number: 4, text: 按合同巡查和保养}
  - {number: 5, text: 听取客户意见并反馈}
""",
    ),
    fault(
        "3.25 S0-I the rows are shuffled: 3 to 9 and then 1 and 2",
        "POS317",
        """\
## positions/technical/unit.yaml
title: 技术部
## positions/technical/after-sales-supervisor.yaml
title: 售后主管
duties:
  - {number: 3, area: 客户问题汇总}
  - {number: 4, area: 成本控制}
  - {number: 5, area: 安全管理}
  - {number: 6, area: 工作计划}
  - {number: 7, area: 人员管理}
  - {number: 8, area: 制度流程建设}
  - {number: 9, area: 售后服务}
  - {number: «1», area: 客户服务流程与标准优化}
  - {number: 2, area: 客户投诉处理}
""",
    ),
    fault(
        "3.25 S0-D 1 is followed by 11, 18 and 19: the rest, with 10 and 17, is lost",
        "POS317",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/after-sales-supervisor.yaml
title: 售后主管
duties:
  - {number: 1, text: 组织客服人员学习产品知识}
  - {number: «11», text: 组织客服人员办理落户手续}
  - {number: «18», text: 起草年度工作报告}
  - {number: 19, text: 学习本岗位的技能}
""",
    ),
    fault(
        "3.25 numbers written as 1. and 2、 and (3)",
        "POS317",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
duties:
  - {number: 1., text: 安装和调试设备}
  - {number: «2、», text: 收集客户端的信息}
  - {number: (3), text: 培训客户使用产品}
""",
    ),
    fault(
        "3.25 S1-H and S1-F numbers written as 1-1 and 1.2",
        "POS317",
        """\
## positions/service/unit.yaml
title: 客服部
## positions/service/supervisor.yaml
title: 客服主管
duties:
  - {number: 1-1, text: 制定客户服务方案}
  - {number: «1.2», text: 编制年度社区文化方案}
""",
    ),
)
