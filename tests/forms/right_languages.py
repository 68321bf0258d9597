"""Workspaces in one, two and three languages."""

from __future__ import annotations

from tests.forms.right_cases import right

_BOTH = """\
## posdoc.yaml
organization: {name: {zh: 远岚环境设备股份有限公司, en: "Yuanlan Climate Equipment Co., Ltd."}}
languages: [zh, en]
## positions/service/unit.yaml
title: {zh: 售后服务部, en: After-sales Service}
"""
_ENGLISH = """\
## posdoc.yaml
organization: {name: "Hartwell Chillers, Inc."}
languages: [en]
## positions/service/unit.yaml
title: Field Service
head: service-manager
## positions/service/service-manager.yaml
title: Service Manager
"""

CASES = (
    right(
        "product names, codes and figures that stand in one language only",
        _BOTH
        + """\
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer}
code: SH-031
tools: [Fluke 179, {zh: 万用表, en: Multimeter}, "PT100", iPad]
duties:
  - {zh: 用 iCheck 软件检修 KX-200 机组, en: Service KX-200 units with the iCheck software}
  - {zh: 把 PLC 程序备份到 Git, en: Back up PLC programs to Git}
""",
    ),
    right(
        "Chinese names and terms in an English text that explains them",
        _BOTH
        + """\
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer}
aliases: [{zh: 售后服务工程师}]
purpose: {zh: 修好机组，让客户满意。, en: To keep units running and customers satisfied.}
document: {signers: [{role: author, name: 陈静}, {role: approver, name: {zh: 总经理, en: General Manager}}]}
""",
    ),
    right(
        "a workspace in English only",
        _ENGLISH
        + """\
purpose: To keep every chiller running.
duties:
  - {text: Lead the field service team, time: 50%}
  - {text: Settle complaints that engineers cannot settle, time: 30%}
  - {text: Prepare the yearly budget, time: 20%}
qualifications:
  - {item: education, required: Bachelor's degree in mechanical engineering or equivalent experience}
  - {item: work_experience, required: At least 5 years, preferred: 8 years or more, minimum: 5 years, preferred_minimum: 8 years}
kpi_sets:
  - kpis:
      - {name: Customer satisfaction, target: at least 95%, weight: 60%}
      - {name: First-time fix rate, target: "≥85%", weight: 40%}
""",
    ),
    right(
        "levels in English",
        _ENGLISH
        + """\
## positions/service/engineer-1.yaml
title: Service Engineer I
reports_to: service-manager
## positions/service/engineer-2.yaml
title: Service Engineer II
reports_to: service-manager
## positions/service/senior.yaml
title: Senior Service Engineer
reports_to: service-manager
## positions/service/associate.yaml
title: Associate Service Engineer
reports_to: service-manager
## positions/service/deputy.yaml
title: Deputy Service Manager
reports_to: service-manager
""",
    ),
    right(
        "physical demands with an accommodation, and an equal-opportunity clause",
        _ENGLISH
        + """\
qualifications:
  - {item: physical, required: Able to lift 25 kg with or without reasonable accommodation}
  - {item: age, required: Must be at least 18 years old}
  - {item: other, required: A valid driving licence}
sections:
  - title: Equal opportunity
    text: >-
      All qualified applicants receive consideration without regard to race, color, religion, sex, sexual orientation,
      gender identity, national origin, age, disability or veteran status.
""",
    ),
    right(
        "English that repeats words and uses signs",
        _ENGLISH
        + """\
duties:
  - "Make sure that what had had to wait is done first: spare parts, tools (incl. loans) and paperwork"
  - Answer calls 24/7, within 1.5 hours on site, at a ratio of 1:1000
  - Keep the "as-built" drawings, e.g. those of model SH-2-A, up to date
  - Perform other duties as assigned
""",
    ),
    right(
        "a workspace in Chinese only, with English product names as titles of duties",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
languages: [zh]
## positions/service/unit.yaml
title: 售后服务部
## positions/service/engineer.yaml
title: 售后工程师
tools: [Fluke 179, AutoCAD, Office]
duties:
  - {area: CRM 与 ERP, text: 维护客户档案}
  - {area: SLA, text: 按服务等级协议响应}
""",
    ),
    right(
        "three languages",
        """\
## posdoc.yaml
organization: {name: {zh: 远岚环境设备股份有限公司, en: Yuanlan Climate Equipment, ja: 遠嵐環境設備}}
languages: [zh, en, ja]
## positions/service/unit.yaml
title: {zh: 售后服务部, en: After-sales Service, ja: アフターサービス部}
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer, ja: サービスエンジニア}
purpose: {zh: 修好机组，让客户满意。, en: To keep units running., ja: 機器を修理し、お客様に満足していただく。}
""",
    ),
    right(
        "Russian as a print language",
        """\
## posdoc.yaml
organization: {name: {zh: 远岚环境设备股份有限公司, ru: Юаньлань}}
languages: [zh, ru]
## positions/service/unit.yaml
title: {zh: 售后服务部, ru: Отдел сервиса}
## positions/service/engineer.yaml
title: {zh: 售后工程师, ru: Сервисный инженер}
""",
    ),
    right(
        "a file in Chinese beside a file in two languages",
        _BOTH
        + """\
head: engineer
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer}
## positions/service/clerk.yaml
title: 售后内勤
reports_to: engineer
duties: [接听经销商的订购电话, 核对账款]
""",
    ),
    right(
        "Greek letters and units as symbols",
        _BOTH
        + """\
## positions/service/engineer.yaml
title: {zh: 售后工程师, en: Service Engineer}
duties:
  - {zh: 绝缘电阻不低于 2 MΩ，误差不超过 5 μm, en: Keep the insulation at 2 MΩ or more and tolerances within 5 μm}
""",
    ),
)
