"""Texts that look broken, unlawful or copied and are good Chinese."""

from __future__ import annotations

from tests.forms.right_cases import manager, right

CASES = (
    manager(
        "ratios and sizes",
        """\
duties:
  - 按1:1000的比例绘制管网图，屏幕比例统一为16:9
  - 将冷却液与水按3:7配比，混合后静置1小时
  - 核对M8×25螺栓和DN50管件的数量
""",
    ),
    manager(
        "times",
        """\
duties: [1.5小时内到达现场, 接到报修后15分钟内联系客户, 24小时值守热线]
conditions: {hours: 周一至周五 9:00—18:00，夜班 22:00 至次日 6:00，午休 12:00-13:30}
""",
    ),
    manager(
        "phone numbers, long numbers and amounts",
        """\
authority:
  - {text: 公布服务热线 400-820-8888, limit: '单笔 20,000.00 元以内'}
  - {text: 查询序列号为 20240101123456789 的机组档案}
  - {text: 拨打 021-5888 8888 联系仓库值班人员}
""",
    ),
    manager(
        "formulas with half-width signs",
        """\
kpi_sets:
  - kpis:
      - {name: 首次修复率, formula: "(一次修好的工单数 ÷ 工单总数) × 100%", target: ≥85%, weight: 60%}
      - {name: 服务费用率, formula: "(差旅费+材料费)/服务收入*100%", target: ≤5%, weight: 40%}
""",
    ),
    manager(
        "doubled words and characters",
        """\
duties:
  - 天天检查工具，处处为客户着想，时时更新备件台账
  - 仔仔细细核对每一张单据，把好每道道闸的维修关
  - 试试新机型，看看运行参数，想想改进办法
  - 妈妈们常用的家用机型由专人负责，人人都要会修
""",
    ),
    manager(
        "words that hold the non-words of other texts",
        """\
duties:
  - 编写产品咨询题库，组织项目注目度调查
  - 由本人自己经手的工单当日结清，知己知彼
  - 登记联网网址，测量水管埋深
""",
    ),
    manager(
        "words of time such as 待定 within a sentence",
        """\
duties:
  - 对待定级的故障先行评估，再安排人员
  - 维护 XXL-200 与 AXX 系列机组，某一型号停产时通知客户
  - 每年6月、12月各盘点一次，某些易损件每周盘点
""",
    ),
    manager(
        "what one says on the telephone",
        """\
duties: [接听电话时先说“您好，我是××号客服代表，请问有什么可以帮您？”, 通话结束说“再见！”]
""",
    ),
    manager(
        "the knowledge base and the download area are part of the job",
        """\
duties:
  - 维护案例文库，把现场照片下载后归档
  - 审核下一篇技术通报的内容，转载外部资料时注明出处
  - 管理公司网站的下载专区
""",
    ),
    manager(
        "things that may not be done",
        """\
duties: [严禁参与足球投注等赌博活动, 不得以性别、年龄为由拒绝客户, 杜绝泄露客户的身高体重等隐私]
""",
    ),
    manager(
        "a word that only looks like a requirement of sex",
        """\
qualifications:
  - {item: skill, required: 熟悉男装、女装设备的烘干机型}
  - {item: character, required: 待人诚恳，处事公正}
  - {item: other, required: 能适应经常出差，能驾驶汽车}
""",
    ),
    manager(
        "spaces round Latin words and in columns of names",
        """\
duties:
  - 维护 CRM 系统和 ERP 接口，导出 Excel 报表
  - 解释服务手册的第一章 总则
  - 使用 Windows 10 及以上版本的 PC 机
""",
    ),
    manager(
        "brackets of several kinds",
        """\
duties:
  - 编制《年度服务计划》（含“预算”和[附表]）
  - 分 a) 安装、b) 调试两步验收：1) 先空载；2) 后带载
  - 温度控制在 [18, 26) ℃ 之间，压差 (20±5) Pa
""",
    ),
    manager(
        "things that begin with a number",
        """\
duties:
  - 3个月内回访新客户
  - 2026年起每季度巡检一次
  - 1、2号机组各检修一次
  - 一、二级故障当日处理
  - 5S检查每周一次
""",
    ),
    manager(
        "a typed date range and a model at the end of a line",
        """\
duties: [检修 A-2-3 号机柜, 更换型号为 SH-2- 开头的滤网, 汇总 2025-2026 年的故障记录]
""",
    ),
    manager(
        "full sentences with half-width signs in codes",
        """\
duties:
  - 每日在系统 http://crm.yuanlan.example/a?b=1&c=2 中登记工单
  - 使用编号为 SH-010:A 的表单，路径为 D:/服务/台账.xlsx
  - 温差≤±0.5℃，噪声<65dB(A)，电压为AC 220V(1±10%)
""",
    ),
    manager(
        "labels that begin another sentence",
        """\
purpose: 岗位目的明确：让客户的问题一次解决。
overview: 概述部分只写三句话，其余见职责。
qualifications: [{item: education, required: 学历不限，能力优先}]
""",
    ),
    manager(
        "related records and other duties as assigned",
        """\
duties:
  - 整理并归档与维修有关的记录
  - 协助财务部核对配件货款
  - 完成上级交办的其他工作
""",
    ),
    manager(
        "a table of points in criteria",
        """\
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ≥95%, weight: 100%, criteria: 每低1个百分点扣2分，低于80%不得分；每高1个百分点加1分，最多加5分}
""",
    ),
    manager(
        "three dots, a dash and a question",
        """\
background: 随着机组保有量的增加……原有人手已经不够——怎么办？增设专人。
""",
    ),
    right(
        "rules in chapters whose articles run on",
        """\
## positions/service/unit.yaml
title: 售后服务部
regulations:
  - title: 售后人员管理办法
    chapters:
      - number: 第一章
        title: 总则
        articles: [{number: 第一条, text: 为规范服务行为，制定本办法。}, {number: 第二条, text: 全体售后人员适用。}]
      - number: 第二章
        title: 纪律
        articles: [{number: 第三条, text: 现场作业必须戴好安全帽。, items: [进入机房前登记, 离开时清点工具]}]
glossary: [{term: 三包, definition: 包修、包换、包退}]
notes: [本办法每年6月复核一次。]
## positions/service/service-manager.yaml
title: 售后经理
""",
    ),
    right(
        "functions in two levels",
        """\
## positions/service/unit.yaml
title: 售后服务部
value_proposition: 让每一台机组稳定运行
functions:
  - {title: 项目管理, functions: [编制安装计划, 组织开工协调会, 整理竣工文档]}
  - {title: 售后服务, functions: [{title: 日常服务, functions: [处理报障, 更换备件]}, 管理维保合同]}
## positions/service/service-manager.yaml
title: 售后经理
""",
    ),
)
