"""Indicators, targets and bands that look contradictory and are not."""

from __future__ import annotations

from tests.forms.right_cases import manager, right

_TWO = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
"""

CASES = (
    manager(
        "weights of 33, 33 and 34 %",
        """\
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ≥95%, weight: 33%}
      - {name: 首次修复率, target: ≥85%, weight: 33%}
      - {name: 服务费用率, target: ≤5%, weight: 34%}
""",
    ),
    manager(
        "weights as ranges",
        """\
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ≥95%, weight: 40-60%}
      - {name: 首次修复率, target: ≥85%, weight: 40-60%}
""",
    ),
    manager(
        "parts as shares of their indicator, and as its own weight divided",
        """\
kpi_sets:
  - kpis:
      - name: 客户满意度
        target: ≥95%
        weight: 60%
        parts: [{name: 电话回访满意度, target: ≥95%, weight: 70%}, {name: 现场问卷满意度, target: ≥96%, weight: 30%}]
      - name: 响应及时率
        target: ≥98%
        weight: 40%
        parts: [{name: 电话响应及时率, target: ≥98%, weight: 15%}, {name: 到场及时率, target: ≥97%, weight: 25%}]
""",
    ),
    manager(
        "a sheet for each quarter and one for the year, each 100 %",
        """\
kpi_sets:
  - {title: 季度考核, period: quarter, kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]}
  - {title: 年度考核, period: year, kpis: [{name: 培训学时, target: ≥24学时, weight: 100%}]}
""",
    ),
    manager(
        "a composite of one's own, the department's and the company's result",
        """\
kpi_sets:
  - period: year
    kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]
    composite: [{part: personal, weight: 60%}, {part: department, weight: 30%}, {part: company, weight: 10%}]
""",
    ),
    manager(
        "targets that rise with the period",
        """\
kpi_sets:
  - kpis:
      - {name: 客户满意度, targets: {month: ≥94%, quarter: ≥95%, half_year: ≥95%, year: ≥96%}, weight: 50%}
      - {name: 走访客户数量, targets: {month: ≥4家, quarter: ≥12家, half_year: ≥24家, year: ≥50家}, weight: 50%}
""",
    ),
    manager(
        "counts that may grow with the period where fewer are better",
        """\
kpi_sets:
  - kpis:
      - {name: 重大投诉次数, targets: {month: ≤1次, quarter: ≤2次, year: ≤6次}, direction: lower, weight: 50%}
      - {name: 安全事故, targets: {month: 0次, year: 0次}, direction: lower, weight: 50%}
""",
    ),
    manager(
        "an error rate that is a little looser for the month",
        """\
kpi_sets:
  - kpis: [{name: 开单差错率, targets: {month: ≤0.6%, quarter: ≤0.5%, year: ≤0.5%}, direction: lower, weight: 100%}]
""",
    ),
    manager(
        "rates beyond 100 %, and rates that fall",
        """\
kpi_sets:
  - kpis:
      - {name: 服务收入增长率, target: ≥120%, weight: 30%}
      - {name: 回款计划完成率, target: ≥105%, weight: 30%}
      - {name: 服务费用降低率, target: ≥10%, weight: 20%}
      - {name: 客户投诉率, target: ≤0.3%, weight: 20%}
""",
    ),
    manager(
        "times, ratios and amounts",
        """\
kpi_sets:
  - kpis:
      - {name: 平均到场时间, target: ≤4小时, weight: 20%}
      - {name: 平均修复时长, target: ≤1.5小时, weight: 20%}
      - {name: 库存周转率, target: ≥6次, weight: 20%}
      - {name: 人均产值, target: ≥1.2万元, weight: 20%}
      - {name: 人机配比, target: 1:1000, weight: 20%}
""",
    ),
    manager(
        "targets in words with numbers",
        """\
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: 不低于95%, weight: 40%}
      - {name: 投诉处理, target: 24小时内答复，3个工作日内结案, weight: 30%}
      - {name: 月度报表, target: 每月5日前提交，零差错, weight: 30%}
""",
    ),
    manager(
        "qualitative indicators with scoring rules in place of targets",
        """\
kpi_sets:
  - kpis:
      - {name: 制度建设, dimension: qualitative, target: 制度完整、可执行, weight: 40%}
      - {name: 团队协作, dimension: attitude, criteria: 由协作部门打分，取平均值, weight: 30%}
      - {name: 学习能力, dimension: competence, target: 主动学习新机型, weight: 30%}
""",
    ),
    manager(
        "bands that share their ends by the convention",
        """\
kpi_sets:
  - kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]
    bands:
      - {label: 优秀, min: 90, max: 100, consequence: 绩效系数 1.2}
      - {label: 良好, min: 80, max: 90, consequence: 绩效系数 1.0}
      - {label: 合格, min: 60, max: 80, consequence: 绩效系数 0.8}
      - {label: 不合格, min: 0, max: 60, consequence: 不发绩效奖金}
""",
    ),
    manager(
        "bands from the lowest to the highest, in whole points",
        """\
kpi_sets:
  - kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]
    bands:
      - {label: D, min: 0, max: 59}
      - {label: C, min: 60, max: 79}
      - {label: B, min: 80, max: 89}
      - {label: A, min: 90, max: 100}
""",
    ),
    manager(
        "bands of a factor, the highest without an upper end",
        """\
kpi_sets:
  - kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]
    bands:
      - {label: A, min: 0.8, consequence: 全额发放}
      - {label: B, min: 0.6, max: 0.8, consequence: 半额发放}
      - {label: C, min: 0, max: 0.6, consequence: 不发放}
""",
    ),
    manager(
        "ranges of points whose ends are told apart in words",
        """\
kpi_sets:
  - kpis: [{name: 客户满意度, target: ≥95%, weight: 100%, criteria: 90分（含）以上为优，80（含）-90分为良，60（含）-80分为合格}]
    notes: 得分在90-100分的为A，70-89分的为B，60-69分的为C。
""",
    ),
    right(
        "a shared indicator that three posts take over, one with a weight of its own",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
kpis:
  - {id: satisfaction, name: 客户满意度, target: ≥95%, direction: higher}
  - {id: repeat-rate, name: 重复报修率, target: ≤3%, direction: lower}
"""
        + _TWO
        + """\
kpi_sets: [{kpis: [{use: satisfaction, weight: 50%}, {use: repeat-rate, weight: 50%}]}]
## positions/service/engineer.yaml
title: 售后工程师
reports_to: service-manager
kpi_sets: [{kpis: [{use: repeat-rate, weight: 100%, monitor: service-manager}]}]
""",
    ),
    right(
        "a shared indicator, restated with the same target",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
kpis: [{id: satisfaction, name: 客户满意度, target: ≥95%}]
"""
        + _TWO
        + """\
kpi_sets: [{kpis: [{use: satisfaction, target: ≥95.0%, weight: 100%}]}]
## positions/service/engineer.yaml
title: 售后工程师
reports_to: service-manager
kpi_sets: [{kpis: [{name: 客户满意度, target: 95%以上, weight: 100%}]}]
""",
    ),
    right(
        "one name with two formulas is two indicators",
        _TWO
        + """\
kpi_sets: [{kpis: [{name: 及时率, formula: 按时结单数 ÷ 结单总数 × 100%, target: ≥95%, weight: 100%}]}]
## positions/service/dispatcher.yaml
title: 派工员
reports_to: service-manager
kpi_sets: [{kpis: [{name: 及时率, formula: 30 分钟内派出的工单 ÷ 工单总数 × 100%, target: ≥98%, weight: 100%}]}]
""",
    ),
    right(
        "one indicator twice in a sheet, for two groups of customers",
        _TWO
        + """\
kpi_sets:
  - kpis:
      - {name: 客户满意度（直销客户）, target: ≥95%, weight: 50%}
      - {name: 客户满意度（经销客户）, target: ≥92%, weight: 50%}
""",
    ),
    right(
        "the department supplies the figures and an outside post assesses",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: general-manager, title: 总经理}]
parties: [{id: finance, title: 财务部, scope: internal}]
"""
        + _TWO
        + """\
reports_to: general-manager
kpi_sets:
  - kpis:
      - {name: 服务费用率, target: ≤5%, weight: 60%, supplied_by: finance, monitor: general-manager}
      - {name: 客户满意度, target: ≥95%, weight: 40%, supplied_by: agent, monitor: general-manager}
## positions/service/agent.yaml
title: 回访专员
reports_to: service-manager
""",
    ),
    manager(
        "indicators that each serve a duty, one of them two",
        """\
duties: [{id: visits, text: 走访客户}, {id: complaints, text: 处理投诉}]
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ≥95%, weight: 60%, duties: [visits, complaints]}
      - {name: 投诉关闭率, target: 100%, weight: 40%, duties: [complaints]}
""",
    ),
    manager(
        "competencies without weights beside a sheet",
        """\
kpi_sets: [{kpis: [{name: 客户满意度, target: ≥95%, weight: 100%}]}]
competences:
  - {kind: core, name: 判断故障, level: 熟练, text: 能凭故障码和声音判断原因}
  - {kind: attitude, name: 是否服从安排}
""",
    ),
    manager(
        "numbers of indicators that are codes",
        """\
kpi_sets:
  - kpis:
      - {number: 6.1.1, name: 客户满意度, target: ≥95%, weight: 60%}
      - {number: 6.1.3, name: 首次修复率, target: ≥85%, weight: 30%}
      - {number: C-01, name: 服务费用率, target: ≤5%, weight: 10%}
""",
    ),
)
