"""Fault 21: one post or department under two names."""

from __future__ import annotations

from tests.forms.faults import fault

_S1_B = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
posts: []
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/described.yaml
title: DESCRIBED
reports_to: service-manager
"""
_TWO_UNITS = """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
parties: [{id: other, title: OTHER, scope: internal}]
## positions/unit-here/unit.yaml
title: HERE
## positions/unit-here/clerk.yaml
title: 内勤
contacts: [{party: other, content: 每周核对一次问题清单}]
"""


def _chart(listed: str, described: str) -> str:
    """A post of the chart, and the position that is there instead."""
    chart = f"posts: [{{title: «{listed}»}}, {{title: 岗位, position: described}}]"
    return _S1_B.replace("posts: []", chart).replace("DESCRIBED", described)


def _outside(title: str, described: str) -> str:
    """A post outside the department that is under another name inside it."""
    head = f"## posdoc.yaml\norganization: 远岚环境设备股份有限公司\noutside_positions: [{{id: outside, title: «{title}»}}]\n"
    body = (
        f"## positions/service/unit.yaml\ntitle: 客户服务部\n## positions/service/described.yaml\ntitle: {described}\n"
    )
    return head + body + "contacts: [{party: outside, content: 商量跨区域的服务安排}]\n"


def _units(other: str, here: str) -> str:
    """A department that another one deals with, and the same department under another name."""
    return _TWO_UNITS.replace("OTHER", f"«{other}»").replace("HERE", here)


FAULTS = (
    fault("3.21 S1-B 旧件仓库员 and 旧件仓管员", "POS507", _chart("旧件仓管员", "旧件仓库员"), "POS505"),
    fault("3.21 S1-B 新件库仓管 and 新件仓管员", "POS507", _chart("新件仓管员", "新件库仓管"), "POS505"),
    fault("3.21 S1-B 财务统计 and 财务统计员", "POS507", _chart("财务统计员", "财务统计"), "POS505"),
    fault("3.21 S1-B 客户主管 and 客尸主管", "POS507", _chart("客尸主管", "客户主管"), "POS505", "POS719"),
    fault(
        "3.21 S1-B 部门经理 is 售后经理, and no alias says so",
        "POS505",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
posts: [{title: «部门经理»}, {title: 旧件仓库员, under: 部门经理}]
## positions/service/service-manager.yaml
title: 售后经理
## positions/service/old-parts-keeper.yaml
title: 旧件仓库员
reports_to: service-manager
""",
    ),
    fault(
        "3.21 S1-B 部门经理 as a declared alias of 售后经理, named in place of the id",
        "POS207",
        """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
## positions/service/service-manager.yaml
title: 售后经理
aliases: [部门经理]
## positions/service/old-parts-keeper.yaml
title: 旧件仓库员
reports_to: «部门经理»
""",
    ),
    fault(
        "3.21 S4 售后工程师 and 售后服务工程师",
        "POS507",
        """\
## positions/service/unit.yaml
title: 客户服务部
head: supervisor
## positions/service/engineer.yaml
title: 售后工程师
reports_to: supervisor
## positions/service/service-engineer.yaml
title: «售后服务工程师»
reports_to: supervisor
## positions/service/supervisor.yaml
title: 技术服务组主管
""",
    ),
    fault(
        "3.21 S4-B 技术工程师 is listed, and described as 售后工程师",
        "POS505",
        """\
## positions/service/unit.yaml
title: 客户服务部
head: supervisor
posts: [{title: 技术服务组主管}, {title: «技术工程师»}, {title: 售后工程师}]
## positions/service/engineer.yaml
title: 售后工程师
reports_to: supervisor
## positions/service/supervisor.yaml
title: 技术服务组主管
""",
    ),
    fault(
        "3.21 S4-B 受理岗位 is listed, and described as 受理服务代表",
        "POS505",
        """\
## positions/service/unit.yaml
title: 客户服务部
head: supervisor
posts: [{title: 受理服务组主管}, {title: «受理岗位»}, {title: 受理服务代表}]
## positions/service/desk-agent.yaml
title: 受理服务代表
reports_to: supervisor
## positions/service/supervisor.yaml
title: 受理服务组主管
""",
    ),
    fault("3.21 S3 售后服务经理 and 售后服务部经理", "POS507", _outside("售后服务部经理", "售后服务经理")),
    fault("3.21 S0-D 客户服务部 and 客服部", "POS508", _units("客户服务部", "客服部")),
    fault("3.21 S1-C 质检部 and 质检部门", "POS508", _units("质检部", "质检部门")),
    fault("3.21 S4-C 售后工程部 and 售后部", "POS508", _units("售后工程部", "售后部")),
)
