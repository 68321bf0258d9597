"""Shares of time and weights that come out, though they do not look like it, and work flows."""

from __future__ import annotations

from tests.forms.right_cases import manager, right

CASES = (
    manager(
        "ranges that contain 100",
        """\
duties:
  - {text: 带领现场服务团队, time: 35-45%}
  - {text: 处理重大投诉, time: 25-35%}
  - {text: 编制年度预算, time: 20-30%}
""",
    ),
    manager(
        "a range of which only one end makes 100",
        """\
duties:
  - {text: 带领现场服务团队, time: 50-60%}
  - {text: 处理重大投诉, time: 20-30%}
  - {text: 编制年度预算, time: 10%}
""",
    ),
    manager(
        "thirds",
        """\
duties:
  - {text: 带领现场服务团队, time: 33.3%}
  - {text: 处理重大投诉, time: 33.3%}
  - {text: 编制年度预算, time: 33.4%}
""",
    ),
    manager(
        "thirds in whole numbers",
        """\
duties:
  - {text: 带领现场服务团队, time: 33%}
  - {text: 处理重大投诉, time: 33%}
  - {text: 编制年度预算, time: 34%}
""",
    ),
    manager(
        "sixths, rounded",
        """\
duties:
  - {text: 带领现场服务团队, time: 16.7%}
  - {text: 处理重大投诉, time: 16.7%}
  - {text: 编制年度预算, time: 16.7%}
  - {text: 审批备件采购, time: 16.7%}
  - {text: 走访重点客户, time: 16.7%}
  - {text: 考核下属, time: 16.5%}
""",
    ),
    manager(
        "full-width digits and percent signs",
        """\
duties:
  - {text: 带领现场服务团队, time: ６０％}
  - {text: 处理重大投诉, time: ３０％}
  - {text: 编制年度预算, time: １０％}
""",
    ),
    manager(
        "numbers without a percent sign, one with a space before it",
        """\
duties:
  - {text: 带领现场服务团队, time: 60}
  - {text: 处理重大投诉, time: 30 %}
  - {text: 编制年度预算, time: "10"}
""",
    ),
    manager(
        "half percents",
        """\
duties:
  - {text: 处理重大投诉, time: 37.5-42.5%}
  - {text: 带领现场服务团队, time: 32.5-42.5%}
  - {text: 编制年度预算, time: 25%}
""",
    ),
    manager("a single duty that takes all the time", "duties: [{text: 受理并答复客户来电, time: 100%}]\n"),
    manager(
        "a large duty and the catch-all",
        """\
duties:
  - {text: 受理并答复客户来电, time: 90%}
  - {text: 完成上级交办的其他工作, time: 10%}
""",
    ),
    manager("duties without shares, all of them", "duties: [带领现场服务团队, 处理重大投诉, 编制年度预算]\n"),
    manager(
        "weights in another order than time",
        """\
duties:
  - {text: 处理重大投诉, time: 20%, weight: 50%}
  - {text: 带领现场服务团队, time: 60%, weight: 30%}
  - {text: 编制年度预算, time: 20%, weight: 20%}
""",
    ),
    manager(
        "duties in the order of their rank",
        """\
duties:
  - {text: 保障现场作业安全, time: 10%, rank: 1}
  - {text: 带领现场服务团队, time: 60%, rank: 2}
  - {text: 处理重大投诉, time: 30%, rank: 3}
""",
    ),
    manager(
        "duties in order within each category",
        """\
duties:
  - {category: 业务类, text: 带领现场服务团队, time: 30%}
  - {category: 业务类, text: 处理重大投诉, time: 20%}
  - {category: 内部管理类, text: 编制年度预算, time: 40%}
  - {category: 内部管理类, text: 考核下属, time: 10%}
""",
    ),
    manager(
        "chapters of numbers that go deeper",
        """\
duties:
  - {number: 1.0, text: 制定客户服务方案}
  - {number: "1.1", text: 汇总客户意见}
  - {number: "1.2", text: 组织客户回访}
  - {number: 2.0, text: 安排班次}
  - {number: "2.1", text: 检查交接记录}
""",
    ),
    manager(
        "1.10 comes after 1.9",
        "duties:\n"
        + "".join(
            f"  - {{number: '1.{number}', text: {text}}}\n"
            for number, text in enumerate(
                (
                    "制定服务方案",
                    "组织客户回访",
                    "保管客户档案",
                    "接待来访单位",
                    "汇总客户意见",
                    "处理突发事件",
                    "培训新员工",
                    "考评客服人员",
                    "审核质量记录",
                    "落实岗位责任制",
                ),
                start=1,
            )
        ),
    ),
    manager(
        "two duties with the same verb and other objects",
        """\
duties:
  - {text: 每月汇总华东区域的报修数据并分析原因}
  - {text: 每月汇总华南区域的退货数据并分析原因}
  - {text: 每季度汇总全国的满意度数据并分析原因}
""",
    ),
    manager(
        "a task that goes beyond its duty",
        """\
duties:
  - {text: 组织培训, tasks: [每季度组织一次新机型维修培训，参训人员考试合格后方可上岗]}
""",
    ),
    manager(
        "a duty that takes up a word of the purpose",
        """\
purpose: 让客户的问题及时得到解决，使设备长期稳定运行。
duties: [{text: 受理客户的问题并派工, time: 60%}, {text: 安排设备的定期保养, time: 40%}]
""",
    ),
    right(
        "two positions with duties of their own for their own regions",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/east-supervisor.yaml
title: 华东服务主管
reports_to: service-manager
duties: [安排华东区域工程师的派工和差旅]
## positions/service/south-supervisor.yaml
title: 华南服务主管
reports_to: service-manager
duties: [安排华南区域工程师的派工和差旅]
""",
    ),
    right(
        "one organizes what the other helps with",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
duties: [{text: 组织编制备件的年度预算, responsibility: organize}]
## positions/service/clerk.yaml
title: 售后内勤
reports_to: service-manager
duties: [{text: 组织编制备件的年度预算, responsibility: assist}]
""",
    ),
    right(
        "what everybody is obliged to do",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
duties: [审批服务费用, 遵守公司的规章制度和安全操作规程, 完成上级交办的其他工作]
## positions/service/engineer.yaml
title: 售后工程师
reports_to: service-manager
duties: [上门检修机组, 遵守公司的规章制度和安全操作规程, 完成上级交办的其他工作]
""",
    ),
    manager(
        "a flow with a loop, two branches and an end",
        """\
flows:
  - title: 投诉处理
    steps:
      - {id: record, text: 登记投诉}
      - {id: answer, text: 答复客户, next: [{to: end, when: 客户满意}, {to: record}]}
""",
    ),
    manager(
        "a flow that goes back to its first step until it is done",
        """\
flows:
  - title: 备件盘点
    steps:
      - {id: count, text: 盘点, next: [{to: adjust, when: 账实不符}, {to: report, when: 账实相符}]}
      - {id: adjust, text: 查明原因并调账, next: [count]}
      - {id: report, text: 提交盘点表, next: [end]}
""",
    ),
    manager(
        "a flow that ends in the middle and goes on otherwise",
        """\
flows:
  - title: 报修
    steps:
      - {text: 受理报修}
      - {text: 远程诊断, next: [{to: end, when: 远程解决}, {to: visit, when: 需要上门}]}
      - {id: visit, text: 上门维修}
      - 回访客户
""",
    ),
)
