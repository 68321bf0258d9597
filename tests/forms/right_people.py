"""Head counts and incumbents that come out, though one has to think."""

from __future__ import annotations

from tests.forms.right_cases import right

_UNIT = """\
## positions/service/unit.yaml
title: 售后服务部
head: service-manager
"""
_MANAGER = """\
## positions/service/service-manager.yaml
title: 售后经理
headcount: 1
"""

CASES = (
    right(
        "two half-time incumbents share one head",
        _UNIT
        + _MANAGER
        + """\
## people.yaml
people:
  - {name: 陈静, number: "0031", posts: [{position: service-manager, share: 50%, job_share: true}]}
  - {name: 刘洋, number: "0032", posts: [{position: service-manager, share: 50%, job_share: true}]}
""",
    ),
    right(
        "a handover: one leaves at the end of June, the next begins in July",
        _UNIT
        + _MANAGER
        + """\
## people.yaml
people:
  - {name: 陈静, posts: [{position: service-manager, until: 2026-05-31}]}
  - {name: 刘洋, posts: [{position: service-manager, since: 2026-07-01}]}
  - {name: 马丽, posts: [{position: service-manager, acting: true, since: 2026-06-01}]}
""",
    ),
    right(
        "a supervisor acts for the manager besides the own post",
        _UNIT
        + _MANAGER
        + """\
## positions/service/supervisor.yaml
title: 现场服务主管
headcount: 1
reports_to: service-manager
## people.yaml
people: [{name: 陈静, posts: [supervisor, {position: service-manager, acting: true}]}]
""",
    ),
    right(
        "two people of one name with numbers of their own",
        _UNIT
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 售后工程师
headcount: 2
reports_to: service-manager
## people.yaml
people:
  - {name: 王芳, number: YL01, posts: [service-manager]}
  - {name: 张伟, number: YL02, posts: [engineer]}
  - {name: 张伟, number: YL03, posts: [engineer]}
""",
    ),
    right(
        "a range of head count that meets the establishment of the unit",
        _UNIT.replace("head:", "headcount: 8\nhead:")
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 售后工程师
headcount: 5-9
reports_to: service-manager
""",
    ),
    right(
        "head count in words: 数名",
        _UNIT.replace("head:", "headcount: 12\nhead:")
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 维护工程师
headcount: 数名
reports_to: service-manager
## positions/service/agent.yaml
title: 客服代表
headcount: 3
reports_to: service-manager
""",
    ),
    right(
        "one of two posts is always held by the same person",
        _UNIT.replace("head:", "headcount: 3\nhead:")
        + _MANAGER
        + """\
## positions/service/assistant.yaml
title: 售后经理助理
headcount: 1
assistant: true
reports_to: service-manager
concurrent_posts: [call-centre-head]
## positions/service/call-centre-head.yaml
title: 客户服务中心主任
reports_to: service-manager
headcount: 1
## positions/service/agent.yaml
title: 客服代表
reports_to: call-centre-head
headcount: 1
""",
    ),
    right(
        "the concurrent post of one incumbent takes a part of the time",
        _UNIT
        + _MANAGER
        + """\
## positions/service/trainer.yaml
title: 服务培训师
headcount: 1
reports_to: service-manager
## people.yaml
people:
  - {name: 王芳, posts: [{position: service-manager, share: 80%}, {position: trainer, share: 20%}]}
""",
    ),
    right(
        "planned and abolished posts are not of the establishment",
        "## posdoc.yaml\norganization: 公司\nheadcount: 3\n"
        + _UNIT
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 售后工程师
headcount: 2
reports_to: service-manager
## positions/service/planner.yaml
title: 服务计划员
headcount: 2
status: planned
reports_to: service-manager
## positions/service/dispatcher.yaml
title: 派工员
headcount: 1
status: abolished
reports_to: service-manager
""",
    ),
    right(
        "a frozen post is still of the establishment",
        "## posdoc.yaml\norganization: 公司\nheadcount: 2\n"
        + _UNIT
        + _MANAGER
        + """\
## positions/service/dispatcher.yaml
title: 派工员
headcount: 1
status: frozen
reports_to: service-manager
""",
    ),
    right(
        "posts as listed add up over the groups of one position",
        _UNIT
        + """\
posts:
  - {title: 售后经理, headcount: 1}
  - {title: 现场工程师（白班）, position: engineer, headcount: 4, under: 售后经理}
  - {title: 现场工程师（夜班）, position: engineer, headcount: 2, under: 售后经理}
"""
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 现场工程师
headcount: 6
reports_to: service-manager
""",
    ),
    right(
        "a listed post under an alias",
        _UNIT
        + """\
posts: [部门经理, 旧件库管理员]
"""
        + _MANAGER.replace("headcount", "aliases: [部门经理]\nheadcount")
        + """\
## positions/service/old-parts-keeper.yaml
title: 旧件仓管员
aliases: [旧件库管理员]
headcount: 1
reports_to: service-manager
""",
    ),
    right(
        "the same post in two offices, and the sum in the list",
        _UNIT
        + """\
posts: [{title: 售后经理}, {title: 现场工程师, headcount: 5}]
"""
        + _MANAGER
        + """\
## positions/service/east-engineer.yaml
title: 现场工程师
headcount: 3
reports_to: service-manager
location: 上海
## positions/service/south-engineer.yaml
title: 现场工程师
based_on: east-engineer
headcount: 2
location: 广州
""",
    ),
    right(
        "three shifts in one position, more people than heads on the way in and out",
        _UNIT
        + _MANAGER
        + """\
## positions/service/agent.yaml
title: 客服代表
headcount: 2-3
reports_to: service-manager
## people.yaml
people:
  - {name: 陈静, posts: [agent]}
  - {name: 刘洋, posts: [agent]}
  - {name: 马丽, posts: [agent]}
  - {name: 周涛, posts: [{position: agent, until: 2026-03}]}
  - {name: 王芳, posts: [service-manager]}
""",
    ),
    right(
        "groups among the posts that a chart lists",
        _UNIT
        + """\
posts: [{title: 售后经理}, {title: 配件组, under: 售后经理}, {title: 旧件库, under: 配件组}, {title: 仓管员, under: 配件组}]
"""
        + _MANAGER
        + """\
## positions/service/parts/unit.yaml
title: 配件组
aliases: [新件库, 旧件库]
## positions/service/parts/keeper.yaml
title: 仓管员
headcount: 2
reports_to: service-manager
""",
    ),
    right(
        "a listed post that is outside the department",
        """\
## posdoc.yaml
organization: 远岚环境设备股份有限公司
outside_positions: [{id: director, title: 服务总监, aliases: [总监]}]
## positions/service/unit.yaml
title: 售后服务部
head: director
posts: [{title: 总监}, {title: 售后经理, under: 总监}, {title: 售后工程师, headcount: 数名, under: 售后经理}]
"""
        + _MANAGER
        + """\
reports_to: director
## positions/service/engineer.yaml
title: 售后工程师
headcount: 6
reports_to: service-manager
""",
    ),
    right(
        "three people share one head by thirds",
        _UNIT
        + _MANAGER
        + """\
## people.yaml
people:
  - {name: 陈静, posts: [{position: service-manager, share: 33%, job_share: true}]}
  - {name: 刘洋, posts: [{position: service-manager, share: 33%, job_share: true}]}
  - {name: 马丽, posts: [{position: service-manager, share: 34%, job_share: true}]}
""",
    ),
    right(
        "the manager always heads the call centre as well",
        _UNIT
        + _MANAGER
        + """\
concurrent_posts: [call-centre-head]
## positions/service/call-centre-head.yaml
title: 客服中心主任
headcount: 1
reports_to: service-manager
## positions/service/agent.yaml
title: 客服代表
headcount: 1
reports_to: call-centre-head
## people.yaml
people: [{name: 王芳, posts: [service-manager, call-centre-head]}, {name: 陈静, posts: [agent]}]
""",
    ),
    right(
        "a frozen head whose post somebody holds as acting",
        _UNIT
        + _MANAGER
        + """\
status: frozen
## positions/service/engineer.yaml
title: 售后工程师
headcount: 1
reports_to: service-manager
## people.yaml
people: [{name: 王芳, posts: [engineer, {position: service-manager, acting: true}]}]
""",
    ),
    right(
        "head counts as people write them",
        _UNIT
        + _MANAGER
        + """\
## positions/service/engineer.yaml
title: 售后工程师
headcount: 3人
reports_to: service-manager
## positions/service/agent.yaml
title: 客服代表
headcount: 3～5人
reports_to: service-manager
## positions/service/clerk.yaml
title: 内勤
headcount: 按需配置
reports_to: service-manager
""",
    ),
)
