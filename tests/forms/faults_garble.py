"""Fault 26: what copying, character recognition and web sites left in the text."""

from __future__ import annotations

from tests.forms.faults import fault

_SUPERVISOR = """\
## positions/technical/unit.yaml
title: 技术部
## positions/technical/after-sales-supervisor.yaml
title: 售后主管
"""
_ENGINEER = """\
## positions/service/unit.yaml
title: 客户服务部
## positions/service/engineer.yaml
title: 售后工程师
"""
_MANAGER = """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-manager.yaml
title: 售后服务经理
"""

FAULTS = (
    fault("3.26 S0 220 பைடு நூலகம் in the cell of the head count", "POS104", _SUPERVISOR + "headcount: «1பைடு நூலகம்»\n"),
    fault("3.26 S0 220 பைடு நூலகம் in a text", "POS702", _SUPERVISOR + "supervises: 售后技术支持«பைடு நூலகம்»\n"),
    fault(
        "3.26 S4 438 Байду номын сангаас behind a label",
        "POS702",
        _ENGINEER + "qualifications: [{item: character, required: «Байду номын сангаас»善于沟通}]\n",
    ),
    fault(
        "3.26 S1 99 the numbers of a column run together: 12123455671234561234",
        "POS704",
        """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/technician.yaml
title: 三包技术员
duties: [«12123455671234561234»修理用户送厂的车辆]
""",
    ),
    fault(
        "3.26 S1 101 the numbers of a column run together: 56789101234578910101234567",
        "POS704",
        """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/new-parts-keeper.yaml
title: 新件库仓管
duties: [申请包装袋并掌握库存«56789101234578910101234567»]
""",
    ),
    fault(
        "3.26 S1 301 (三) was read as (三八",
        "POS713",
        _MANAGER
        + """\
duties: ["保证各阶段的合格率«（»三八保障安装、调试和验收"]
""",
    ),
    fault(
        "3.26 S1 305 “6S” was read as “6S'",
        "POS713",
        _MANAGER
        + """\
duties: ["参加质量体系和«“»6S'活动的推进"]
""",
    ),
    fault(
        "3.26 S1 305 客户主管 was read as 客尸主管",
        "POS719",
        """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/customer-supervisor.yaml
title: «客尸»主管
""",
    ),
    fault(
        "3.26 S0 52 修改完善 has become 修改晚上",
        "POS719",
        _SUPERVISOR
        + """\
flows: [{title: 年度报告, steps: [收集数据, 提交上级初审, «修改晚上»年度汇报的内容, 提交审核]}]
""",
    ),
    fault(
        "3.26 S2 75 保密 has become 必威体育官网网址",
        "POS715",
        """\
## positions/service/unit.yaml
title: 售后部
regulations:
  - title: 售后人员管理制度
    chapters: [{title: 工作纪律, articles: [{text: 纪律, items: [«必威体育»官网网址客户信息，不告诉第三方]}]}]
## positions/service/agent.yaml
title: 售后客服
""",
    ),
    fault(
        "3.26 S2 4 an advertisement for 足球投注",
        "POS715",
        _MANAGER
        + """\
document: {notes: [有哪些信誉好的«足球投注»网站的文档一经付费，不意味着购买了版权]}
""",
    ),
    fault("3.26 S0 112 9:0017:00", "POS714", _MANAGER + "conditions: {hours: 周一至周五，«9:0017:00»}\n"),
    fault(
        "3.26 S1 3-37 one character in each line",
        "POS717",
        """\
## positions/company/unit.yaml
title: 公司
functions:
  - |
    «客
    户
    服
    务
    部»
## positions/company/service-manager.yaml
title: 行政经理
""",
    ),
)
