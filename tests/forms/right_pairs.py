"""Pairs of titles, units and duties that resemble each other and are two, and targets that are what they seem."""

from __future__ import annotations

from tests.forms.right_cases import Right, right

_TITLES = """\
配件主管/备件主管|安装工程师/安全工程师|调试工程师/测试工程师|维修工程师/维护工程师|客服专员/客诉专员|投诉专员/投标专员|仓管员/仓储主管
热线客服/在线客服|客服一组组长/客服二组组长|A班班长/B班班长|区域经理/区域副经理|区域总监/区域经理|培训师/高级培训师
质量工程师/质检工程师|统计员/统计主管|订单专员/订货专员|备件计划员/备件采购员|市内维修工/市外维修工|司机/大车司机
呼叫中心主任/呼叫中心副主任|技术支持工程师/技术服务主管|售前工程师/售后工程师|售后工程师/驻厂售后工程师|售后文员/售后内勤
行政助理/行政主管助理|驻点工程师/驻外工程师|返修技术员/返修检验员|大客户服务经理/客户服务经理|夜班客服代表/白班客服代表
维修工/维修工长|配送员/配送组长|数据分析员/数据分析师|三包索赔员/三包鉴定员|实习工程师/见习工程师|兼职客服/全职客服
客户关系专员/客户关怀专员|总工程师/副总工程师|项目经理/项目助理经理|设备科科长/设备科副科长|结算员/决算员|接线员/接待主管
服务经理（华东）/服务经理（华南）|维修技师一级/维修技师二级|服务工程师/技术服务工程师|会计/出纳|电工/焊工"""
_UNITS = """\
配件组/备件组|技术支持组/技术服务组|客服一部/客服二部|质检部/质管部|维修中心/维保中心|华东办事处/华南办事处|售后部/售前部
人力资源部/人力行政部|财务部/财务共享中心|工程部/工程一部|客户服务部/客户关系部|安装组/安全组|服务热线组/服务质量组|信息部/信息技术部"""
_DUTIES = """\
接听客户来电并登记工单/接听客户来电并派发工单|编制月度服务计划/编制年度服务计划|负责配件入库验收/负责配件出库复核
组织新员工入职培训/组织老员工复训|处理一般投诉/处理重大投诉|维护现有客户关系/开发新客户关系
每日检查机组运行参数/每周检查机组运行参数|审核服务费用报销单/审核服务费用预算表|收集产品质量信息/反馈产品质量信息
制定服务流程/执行服务流程|安装调试新机组/拆除回收旧机组|回访保修期内的客户/回访保修期外的客户|核对供应商货款/核对客户货款
向客户提交维修报告/向公司提交维修报告|控制服务成本/控制服务质量|检修A型机组的压缩机/检修B型机组的压缩机
培训经销商的维修人员/培训公司的维修人员|管理服务车辆的调度/管理服务车辆的维修|统计本月报修数量/统计本月结单数量"""
_TARGETS = """\
客户投诉次数 ≤2次/月|客户投诉率 ≤2‰|百台投诉率 ≤2次/百台|满意度 ≥4.5分|满意度 95分|安全事故率 0|安全事故 零|利润率 ≥-5%
成本增长率 ≤0%|库存金额 ≤50万元|报告提交 次月5日前|响应时间 30分钟内|平均振铃时长 ≤00:30|到场时间 市区2小时、郊区4小时
备件满足率 92%—95%|预算偏差 ±5%|人员流失率 <8%|周转天数 ≤45天|培训覆盖率 全员100%|培训 4次/年|培训计划完成率 ≥100%
返修率 较上年下降10%|客户满意度 比上年提高1个百分点|净推荐值 ≥-10|一次修复率 九成以上|一次修复率 百分之九十五|月结日 每月05日
服务收入 1200万元|时长 1小时30分|回访率 100%|一次修复率 不低于85%|工单平均时长 <2.5小时"""
_ENGLISH_TITLES = """\
Service Technician/Service Engineer|Parts Clerk/Parts Manager|Senior Technician/Technician|Field Engineer I/Field Engineer II
Call Center Agent/Call Center Lead|Dispatcher/Dispatch Manager|Regional Manager East/Regional Manager West|Trainer/Trainee
Planner/Plant Manager|Warranty Analyst/Warranty Administrator|Accounts Receivable Clerk/Accounts Payable Clerk
Field Service Engineer/Field Sales Engineer|Assistant Manager/Assistant to the Manager"""
_UNIT = "## positions/service/unit.yaml\ntitle: 售后服务部\nhead: service-manager\n"
_MANAGER = "## positions/service/service-manager.yaml\ntitle: 售后经理\n"


def _entries(table: str, between: str) -> list[tuple[str, str]]:
    """The entries of a table, which stand in lines and between bars, each parted in two."""
    halves = [entry.partition(between) for line in table.splitlines() for entry in line.split("|")]
    return [(one, other) for one, _, other in halves]


def _two_posts(one: str, other: str) -> Right:
    files = "".join(
        f"## positions/service/post-{at}.yaml\ntitle: {title}\nreports_to: service-manager\n"
        for at, title in enumerate((one, other))
    )
    return right(f"two posts: {one}, {other}", _UNIT + _MANAGER + files)


def _two_units(one: str, other: str) -> Right:
    head = "## posdoc.yaml\norganization: 远岚环境设备股份有限公司\nroots: [post-0, post-1]\n"
    files = "".join(
        f"## positions/unit-{at}/unit.yaml\ntitle: {title}\n## positions/unit-{at}/post-{at}.yaml\ntitle: {post}\n"
        for at, (title, post) in enumerate(((one, "运营主管"), (other, "计划主管")))
    )
    return right(f"two units: {one}, {other}", head + files)


def _two_duties(one: str, other: str) -> list[Right]:
    clerk = "## positions/service/clerk.yaml\ntitle: 内勤\nreports_to: service-manager\n"
    return [
        right(f"two duties: {one}, {other}", f"{_UNIT}{_MANAGER}duties: [{one}, {other}]\n"),
        right(
            f"two duties of two posts: {one}, {other}",
            f"{_UNIT}{_MANAGER}duties: [{one}]\n{clerk}duties: [{other}]\n",
        ),
    ]


def _target(name: str, target: str) -> Right:
    kpi = f'{{name: {name}, target: "{target}", weight: 100%}}'
    return right(f"target: {name} {target}", f"{_UNIT}{_MANAGER}kpi_sets: [{{kpis: [{kpi}]}}]\n")


def _two_in_english(one: str, other: str) -> Right:
    head = '## posdoc.yaml\norganization: "Hartwell Chillers, Inc."\nlanguages: [en]\n'
    files = "".join(
        f"## positions/service/post-{at}.yaml\ntitle: {title}\nreports_to: service-manager\n"
        for at, title in enumerate((one, other))
    )
    manager = "## positions/service/service-manager.yaml\ntitle: Head of Service\n"
    unit = "## positions/service/unit.yaml\ntitle: Service\nhead: service-manager\n"
    return right(f"two posts: {one}, {other}", head + unit + manager + files)


CASES = (
    *(_two_posts(*pair) for pair in _entries(_TITLES, "/")),
    *(_two_in_english(*pair) for pair in _entries(_ENGLISH_TITLES, "/")),
    *(_two_units(*pair) for pair in _entries(_UNITS, "/")),
    *(case for pair in _entries(_DUTIES, "/") for case in _two_duties(*pair)),
    *(_target(*pair) for pair in _entries(_TARGETS, " ")),
)
