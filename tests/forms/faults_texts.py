"""Faults 28 and 29: places that a template left open, spaces, page marks and labels."""

from __future__ import annotations

from tests.forms.faults import fault

_MANAGER = """\
## positions/service/unit.yaml
title: 售后服务部
## positions/service/service-manager.yaml
title: 售后服务经理
"""
_SUPERVISOR = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/after-sales-supervisor.yaml
title: 售后主管
"""

FAULTS = (
    fault(
        "3.28 S1-A 点击此处输入部门以及工作的具体描述",
        "POS701",
        """\
## positions/service/unit.yaml
title: 客户服务部
value_proposition: «点击此处输入»部门以及工作的具体描述
functions: [«点击此处输入文本»内容]
## positions/service/service-manager.yaml
title: 行政经理
""",
    ),
    fault(
        "3.28 S1-C 姓名:xxx",
        "POS701",
        """\
## positions/service/unit.yaml
title: 质检部
## positions/service/quality-manager.yaml
title: 质检部经理
document: {signers: [{role: author, name: «xxx»}]}
""",
    ),
    fault(
        "3.28 S0-H 某某市",
        "POS701",
        """\
## positions/sales/unit.yaml
title: 销售部门
## positions/sales/service-supervisor.yaml
title: 售后服务主管
location: «某某»市销售总部
""",
    ),
    fault(
        "3.28 S0-I 20--年 in the dates",
        "POS104",
        _SUPERVISOR
        + """\
document: {written: «20--年--月--日», effective: «20—年--月--日»}
""",
    ),
    fault(
        "3.28 S0-I 20--年第01版",
        "POS701",
        _SUPERVISOR + "document: {revisions: [{version: '1', text: «20--年»第01版}]}\n",
    ),
    fault(
        "3.28 S3-A blank fields",
        "POS106",
        """\
## positions/office/unit.yaml
title: 办事处
## positions/office/service-manager.yaml
title: 售后服务经理
«code»:
«headcount»:
«grade»:
«substitute»:
«kpi_sets»:
""",
    ),
    fault(
        "3.28 S0-F the attachment is the job description itself",
        "POS807",
        _MANAGER
        + """\
document: {attachments: [«售后服务经理岗位说明书附件»]}
""",
    ),
    fault(
        "3.28 S2 5 the notice of a web site",
        "POS715",
        _MANAGER
        + """\
document: {notes: [内容由合作方或«网友上传»，不保证完整和准确]}
""",
    ),
    fault("3.29 S0-D 组 织并 带领", "POS705", _SUPERVISOR + "duties: [«组 织并 带领 售后 部»学习产品业务知识]\n"),
    fault(
        "3.29 S0-D a page number -2- at the end of a duty",
        "POS716",
        _SUPERVISOR
        + """\
duties:
  - |
    拟定售后部的管理制度和方案
    «-2-»
""",
    ),
    fault(
        "3.29 S1-F 页码1/4",
        "POS716",
        """\
## positions/service/unit.yaml
title: 客服部
background: 客服部岗位职责«页码1/4»
## positions/service/supervisor.yaml
title: 客服主管
""",
    ),
)
