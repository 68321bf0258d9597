"""Faults 1 to 4: shares of time and weights that are lost, and sums that do not come out."""

from __future__ import annotations

from tests.forms.faults import fault

_S0_G = """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/after-sales-supervisor.yaml
title: 售后主管
"""
_S4_G = """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-engineer.yaml
title: 售后服务工程师
"""
_S0_I = """\
## positions/technical/unit.yaml
title: 技术部
## positions/technical/after-sales-supervisor.yaml
title: 售后主管
duties:
  - {number: 1, area: 客户服务流程与标准优化, text: 随市场变化改进服务流程和标准，让客户更认可服务, weight: 5%, time: 5%}
  - {number: 2, area: 客户投诉处理, text: 接到投诉后尽快处理并答复客户，每月投诉不超过2次, weight: 5%, time: 5%}
  - {number: 3, area: 客户问题汇总, text: 整理并分析服务中反馈回来的资料和信息, weight: 5%, time: 5%}
  - {number: 4, area: 成本控制, text: 结合现场工况制订成本方案和激励办法，每年降低10%, weight: 10%, time: 10%}
  - {number: 5, area: 安全管理, text: 按安全指标制订现场措施，定期消除人员和设备的隐患, weight: 5%, time: 5%}
  - {number: 6, area: 工作计划, text: 依照企业实际编制服务工作计划, weight: 5%, time: 5%}
  - {number: 7, area: 人员管理, text: 给下属讲解服务规范，并监督、评审其工作, weight: 5%, time: 5%}
  - {number: 8, area: 制度流程建设, text: 用管人的制度防止问题，用管事的流程解决问题, weight: 15%, time: 15%}
"""

FAULTS = (
    fault(
        "3.1 S0-G the shares of 职责一, 二 and 六 make 65 %",
        "POS301",
        _S0_G
        + """\
«duties»:
  - {area: 售后服务, text: 办理售后服务工作, time: 45%, tasks: [处理客户投诉, 接听报修电话并给予支持, 安排工程师上门]}
  - {area: 网点维修, text: 维修政府采购网点的计算机, time: 10%, tasks: [到网点检修, 更换损坏的配件]}
  - {area: 团队管理, text: 带领售后团队, time: 10%, tasks: [拟定年度计划和目标, 编制收支预算, 审核下属的工作日志]}
""",
    ),
    fault(
        "3.1 S0-G 职责五 keeps its tasks and has lost its share",
        "POS302",
        _S0_G
        + """\
duties:
  - {text: 办理售后服务工作, time: 45%}
  - {text: 维修政府采购网点的计算机, time: 10%}
  - {«tasks»: [改配计算机系统的软件和硬件, 填写改配报表并归档]}
  - {text: 带领售后团队, time: 10%}
""",
        "POS301",
    ),
    fault(
        "3.2 S4-G duties 2 and 3 make 50 %, duty 1 is absent",
        "POS301",
        _S4_G
        + """\
«duties»:
  - {text: 整理客诉报告并按月提交, time: 30%, tasks: [向业务员了解客诉经过]}
  - {text: 关注半成品质量, time: 20%, tasks: [参与半成品的质量控制]}
""",
    ),
    fault(
        "3.2 S4-G duty 1 without a share",
        "POS302",
        _S4_G
        + """\
duties:
  - {«text»: 走访成品客户并更新客户资料库}
  - {text: 整理客诉报告并按月提交, time: 30%}
  - {text: 关注半成品质量, time: 20%}
""",
        "POS301",
    ),
    fault(
        "3.3 S0-I row 9 keeps only one of its two 30 %",
        "POS302",
        _S0_I
        + """\
  - {number: 9, «area»: 售后服务, text: 服务和维修已售产品及签有保修协议的客户的设备, weight: 30%}
  - {number: 10, area: 其他, text: 完成领导安排的其他任务, weight: 15%, time: 15%}
""",
        "POS301",
        "POS307",
    ),
    fault(
        "3.3 S0-I the time of the ten rows makes 70 % and not 100 %",
        "POS301",
        _S0_I.replace("duties:", "«duties»:")
        + """\
  - {number: 9, area: 售后服务, text: 服务和维修已售产品及签有保修协议的客户的设备, weight: 30%}
  - {number: 10, area: 其他, text: 完成领导安排的其他任务, weight: 15%, time: 15%}
""",
        "POS302",
        "POS307",
    ),
    fault(
        "3.3 S0-I the catch-all 其他 takes 15 %",
        "POS307",
        _S0_I
        + """\
  - {number: 9, area: 售后服务, text: 服务和维修已售产品及签有保修协议的客户的设备, weight: 30%, time: 30%}
  - {number: 10, area: 其他, text: 完成领导安排的其他任务, weight: 15%, time: «15%»}
""",
    ),
    fault(
        "3.4 S4-L row 5 is blank but for its number",
        "POS417",
        """\
## positions/customer-service/unit.yaml
title: 客户服务部
## positions/customer-service/engineer.yaml
title: 售后工程师
kpi_sets:
  - period: quarter
    kpis:
      - {number: 1, name: 安装、维修、维护的合格率, target: ≥95%, weight: 60%}
      - {number: 2, name: 客户对实施情况的满意度, target: ≥90%, weight: 20%}
      - {number: 3, name: 安装、维修、维护的数量, target: ≥20台, weight: 10%}
      - {number: 4, name: 反馈卡填写合格率, target: ≥98%, weight: 10%}
      - {«number»: 5}
""",
        "POS405",
    ),
    fault(
        "3.4 S4-G the weights of the indicators are empty",
        "POS405",
        _S4_G
        + """\
kpi_sets:
  - «kpis»:
      - {name: 客户满意度, dimension: quantitative, target: ">90%"}
      - {name: 客户投诉率, dimension: quantitative, target: "<10%"}
      - {name: 客户资料库更新, dimension: qualitative, target: 内容齐全、没有差错}
""",
    ),
    fault(
        "3.4 S4-G the composite score has no percentages",
        "POS106",
        _S4_G
        + """\
kpi_sets:
  - kpis: [{name: 客户满意度, target: ">90%", weight: 100%}]
    composite:
      - {part: personal, «weight»: }
      - {part: department, «weight»: }
      - {part: company, «weight»: }
""",
        "POS103",
    ),
    fault(
        "3.4 S2-B three posts whose indicators have no weights",
        "POS405",
        """\
## positions/service/unit.yaml
title: 售后部
head: agent
## positions/service/agent.yaml
title: 售后客服
kpi_sets:
  - «kpis»: [{name: 客户满意度, target: ≥90%}, {name: 投诉处理及时率, target: 100%}]
## positions/service/support.yaml
title: 技术支持
reports_to: agent
kpi_sets:
  - «kpis»: [{name: 技术支持准确性, target: ≥95%}, {name: 培训参与率, target: 100%}]
## positions/service/repair.yaml
title: 维修工程师
reports_to: agent
kpi_sets:
  - «kpis»: [{name: 维修质量, target: ≥95%}, {name: 维修记录准确性, target: 100%}]
""",
    ),
    fault(
        "3.4 S4-I four indicators without targets or weights",
        "POS405",
        """\
## positions/customer-service/unit.yaml
title: 客户服务部
## positions/customer-service/desk-agent.yaml
title: 受理服务代表
kpi_sets:
  - «kpis»:
      - {name: 客户满意度, dimension: qualitative, criteria: 按定期调查结果评定}
      - {name: 解决问题的能力, dimension: qualitative, criteria: 看答复是否又快又准}
      - {name: 工作效率, dimension: qualitative, criteria: 看需求是否在时限内办完}
      - {name: 团队协作, dimension: qualitative, criteria: 由同组人员互评}
""",
    ),
    fault(
        "3.4 S4-E indicators that are named and have no targets",
        "POS413",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
kpi_sets:
  - kpis:
      - {name: «排除故障的时间», weight: 40%}
      - {name: «客户满意度», weight: 30%}
      - {name: «问题解决率», weight: 30%}
""",
    ),
    fault(
        "3.4 S4-F three indicators without weights",
        "POS405",
        """\
## positions/marketing/unit.yaml
title: 营销中心
## positions/marketing/engineer.yaml
title: 售后工程师
headcount: 2
kpi_sets:
  - «kpis»:
      - {name: 产品维护的及时率, target: ≥95%}
      - {name: 维修产品的合格率, target: ≥98%}
      - {name: 客户对服务的满意度, target: ≥90%}
""",
    ),
)
