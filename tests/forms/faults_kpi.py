"""Faults 6 to 10: targets, bands and scoring."""

from __future__ import annotations

from tests.forms.faults import fault

_S3_B = """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-manager.yaml
title: 售后服务部经理
"""

FAULTS = (
    fault(
        "3.6 S3-B 100-90, 90-70, 70-60 and 60-0 share their ends",
        "POS411",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 报修处理及时率, target: 95%, weight: 100%}]
    notes: 远超目标 100-«90»分、超过目标 90-70分、达到目标 70-60分、未达目标 60-0分
""",
    ),
    fault(
        "3.6 S3-B the headings of the columns have lost their opening bracket",
        "POS713",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 报修处理及时率, target: 95%, weight: 100%}]
    bands:
      - {label: 远超目标 91-100分«)», min: 90, max: 100}
      - {label: 超过目标 71-90分«)», min: 70, max: 90}
      - {label: 达到目标 60-70分«)», min: 60, max: 70}
      - {label: 未达目标 0-59分«)», min: 0, max: 60}
""",
    ),
    fault(
        "3.6 S3-B bands that overlap",
        "POS410",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 报修处理及时率, target: 95%, weight: 100%}]
    bands:
      - {label: 远超目标, min: 90, max: 100}
      - {label: 超过目标, min: 70, max: «91»}
      - {label: 达到目标, min: 60, max: «71»}
      - {label: 未达目标, min: 0, max: «61»}
""",
    ),
    fault(
        "3.7 S3-B 服务费用率 05%",
        "POS406",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 服务费用率, targets: {month: «05%», quarter: «05%», half_year: «05%», year: «05%»}, weight: 100%}]
""",
    ),
    fault(
        "3.7 S3-B 保修期服务平均次数 3/",
        "POS406",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 保修期服务平均次数, targets: {month: «3/», quarter: «3/», half_year: «3/», year: «3/»}, weight: 100%}]
""",
    ),
    fault(
        "3.7 S3-B 客户投诉率 is given as a number of complaints",
        "POS414",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 客户投诉率, target: «≤1次», weight: 100%}]
""",
    ),
    fault(
        "3.7 S3-B no complaint in half a year, one in a year",
        "POS412",
        _S3_B
        + """\
kpi_sets:
  - kpis: [{name: 客户投诉次数, targets: {month: 0, quarter: 0, half_year: 0, year: «1»}, weight: 100%}]
""",
    ),
    fault(
        "3.8 S4-B nothing below 0.6",
        "POS410",
        """\
## positions/customer-service/unit.yaml
title: 客户服务部
## positions/customer-service/manager.yaml
title: 经理
kpi_sets:
  - period: quarter
    kpis: [{name: 用户满意度, target: ≥0.8分, weight: 100%}]
    bands:
      - {label: A, min: 0.8, max: 1, consequence: 绩效薪资全额}
      - {label: B, min: «0.6», max: 0.8, consequence: 绩效薪资半额}
""",
    ),
    fault(
        "3.9 S2-B 问题解决率 95 % for one post and 90 % for another",
        "POS408",
        """\
## positions/service/unit.yaml
title: 售后部
head: agent
## positions/service/agent.yaml
title: 售后客服
kpi_sets:
  - kpis: [{name: 问题解决率, target: ≥95%, weight: 50%}, {name: 客户满意度, target: ≥90%, weight: 50%}]
## positions/service/support.yaml
title: 技术支持
reports_to: agent
kpi_sets:
  - kpis: [{name: 问题解决率, target: «≥90%», weight: 50%}, {name: 客户满意度, target: ≥90%, weight: 50%}]
""",
    ),
    fault(
        "3.9 S2-B and S3-B 客户满意度 90 % and 99 %",
        "POS408",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥90%}]
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后服务部经理
kpi_sets:
  - kpis: [{name: 客户满意度, target: «99%», weight: 100%}]
## positions/service/agent.yaml
title: 售后客服
reports_to: service-manager
kpi_sets:
  - kpis: [{use: satisfaction, weight: 100%}]
""",
    ),
    fault(
        "3.10 S2-B 维修进度 is only to be 按时",
        "POS413",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/repair.yaml
title: 维修工程师
kpi_sets:
  - kpis:
      - {name: 维修质量, target: ≥95%, weight: 50%}
      - {name: 维修进度, target: «按时完成», weight: 50%}
""",
    ),
    fault(
        "3.10 S4-G 客诉处理 is only to be 及时、到位",
        "POS413",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后服务工程师
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ">90%", weight: 50%}
      - {name: 客诉处理效率, target: «及时、到位», weight: 50%}
""",
    ),
    fault(
        "3.10 S2-B 工作态度 is only to be 积极主动, and is called quantitative",
        "POS413",
        """\
## positions/service/unit.yaml
title: 售后部
## positions/service/support.yaml
title: 技术支持
kpi_sets:
  - kpis:
      - {name: 技术支持准确性, dimension: quantitative, target: ≥95%, weight: 80%}
      - {name: 工作态度, dimension: quantitative, target: «积极主动，认真负责», weight: 20%}
""",
    ),
)
