"""Titles that look like duplicates and are different posts, and names that are declared."""

from __future__ import annotations

from tests.forms.right_cases import Right, right


def _titles(name: str, *titles: str) -> Right:
    """Several positions below the first one."""
    head = "## positions/service/unit.yaml\ntitle: 售后服务部\nhead: post-0\n"
    files = "".join(
        f"## positions/service/post-{at}.yaml\ntitle: {title}\n" + ("reports_to: post-0\n" if at else "")
        for at, title in enumerate(titles)
    )
    return right(name, head + files)


CASES = (
    _titles(
        "levels in words",
        "技术支持主管",
        "初级售后工程师",
        "中级售后工程师",
        "高级售后工程师",
        "资深售后工程师",
        "首席售后工程师",
        "见习售后工程师",
        "助理售后工程师",
    ),
    _titles("levels in numbers", "技术支持主管", "一级维修技师", "二级维修技师", "三级维修技师"),
    _titles(
        "levels behind the title",
        "技术支持主管",
        "维修工程师Ⅰ",
        "维修工程师Ⅱ",
        "维修工程师（A岗）",
        "维修工程师（B岗）",
    ),
    _titles("a manager, the deputy and the assistant", "售后经理", "售后副经理", "售后经理助理", "售后总监助理"),
    _titles("a department head and a group head", "售后服务部经理", "现场服务组主管", "配件组主管", "三包组主管"),
    _titles(
        "directors and managers of one field", "售后总监", "售后经理", "售后主管", "售后组长", "售后班长", "售后专员"
    ),
    _titles(
        "new parts and old parts", "配件主管", "新件仓管员", "旧件仓管员", "配件仓管员", "工具仓管员", "配件发货员"
    ),
    _titles(
        "engineers of different systems",
        "技术支持主管",
        "电气工程师",
        "电子工程师",
        "机械工程师",
        "制冷工程师",
        "暖通工程师",
        "弱电工程师",
    ),
    _titles(
        "service and finance, statistics and accounts", "售后经理", "财务统计员", "服务统计员", "配件会计", "配件统计员"
    ),
    _titles("inside and outside service", "售后经理", "内勤专员", "外勤专员", "售前支持工程师", "售后支持工程师"),
    _titles("regions", "售后经理", "华东服务主管", "华南服务主管", "华中服务主管", "西南服务主管", "东北服务主管"),
    _titles("numbered workshops", "维修总监", "维修一车间主任", "维修二车间主任", "维修三车间主任"),
    _titles("customers and large customers", "客服经理", "客户代表", "大客户代表", "客户经理", "大客户经理"),
    _titles("dispatcher and scheduler", "售后经理", "派工员", "调度员", "派件员", "接线员", "接待员"),
    _titles("English words in titles", "IT 经理", "IT 工程师", "PLC 工程师", "HMI 工程师", "6S 管理员", "CRM 管理员"),
    right(
        "regional copies with based_on and one title",
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
## positions/service/east/east-engineer.yaml
title: 驻外工程师
reports_to: service-manager
location: 上海
duties: [检修机组并填写维修单, 培训客户的操作人员]
## positions/service/south/unit.yaml
title: 华南办事处
kind: office
head: service-manager
## positions/service/south/south-engineer.yaml
based_on: east-engineer
title: 驻外工程师
location: 广州
""",
    ),
    right(
        "a planned position with the title of the one that it replaces",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/dispatcher.yaml
title: 派工员
reports_to: service-manager
valid_to: 2026-12-31
## positions/service/dispatcher-2027.yaml
title: 派工员
status: planned
valid_from: 2027-01
reports_to: service-manager
""",
    ),
    right(
        "an alias that is the title on the form, and the name of the department as an alias",
        """\
## positions/service/unit.yaml
title: 售后服务部
aliases: [售后部, 客户服务中心]
head: service-manager
## positions/service/service-manager.yaml
title: 售后服务部经理
aliases: [售后经理, 售后服务经理, 部门经理]
## positions/service/engineer.yaml
title: 售后服务工程师
aliases: [售后工程师, 技术工程师]
reports_to: service-manager
""",
    ),
    right(
        "an abbreviated party that is declared as an alias of the party",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
parties:
  - {id: hr, title: 人力资源部, aliases: [人资部, 人事], scope: internal}
  - {id: customer-service, title: 客户服务部, aliases: [客服部, 客服], scope: internal}
  - {id: dealers, title: 经销商, aliases: [代理商], scope: external}
## positions/service/unit.yaml
title: 现场服务部
## positions/service/clerk.yaml
title: 服务内勤
contacts: [{party: hr, content: 每月核对考勤}, {party: customer-service, content: 每天交接工单}]
""",
    ),
    right(
        "titles outside that are also levels of those inside",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions:
  - {id: sales-manager, title: 销售经理}
  - {id: sales-director, title: 销售总监}
  - {id: vice-president, title: 副总裁}
  - {id: president, title: 总裁}
  - {id: customer-manager, title: 客户经理}
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-manager.yaml
title: 客服经理
reports_to: vice-president
""",
    ),
)
