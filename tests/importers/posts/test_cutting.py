"""Where lines are cut that were run together, and that a careful document's line comes back whole."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.cutting import GARBLED, cut, is_chart
from posdoc.importers.posts.labels import standard_labels
from tests.importers.posts.texts import bit


def parts(text: str, scope: str = "") -> list[str]:
    return [part.text for part in cut(bit(text), standard_labels(), scope)]


CUT = {
    "sections, labels and numbers run together": (
        "维保员岗位说明书一、基本信息岗位名称:维保员所属部门:电梯部二、岗位职责1. 每天巡检。2. 填写记录。",
        ["维保员岗位说明书", "一、基本信息", "岗位名称:维保员", "所属部门:电梯部", "二、岗位职责",
         "1. 每天巡检。", "2. 填写记录。"],
    ),
    "a short heading before its first item": (
        "四、工作条件1. 工作地点:总店。",
        ["四、工作条件", "1. 工作地点:总店。"],
    ),
    "a heading with the name of the post before its label": (
        "二、维保岗位技能要求:2.1 产品知识:了解电梯的结构和常见的故障。",
        ["二、维保岗位技能要求:", "2.1 产品知识:了解电梯的结构和常见的故障。"],
    ),
    "a heading with two labels is one heading": (
        "服务部架构图一、服务部部门组织架构图及部门职能:9、保管档案;10、完成部门的目标;11、配合其它部门。",
        ["服务部架构图", "一、服务部部门组织架构图及部门职能:", "9、保管档案;", "10、完成部门的目标;", "11、配合其它部门。"],
    ),
    "numbers of every sort": ("1、巡检;2、记录;(3)不同的一条;3、上报。", ["1、巡检;", "2、记录;", "(3)不同的一条;", "3、上报。"]),
    "numbered items": ("1、每天巡检设备;2、填写巡检记录;3、上报异常。", ["1、每天巡检设备;", "2、填写巡检记录;",
     "3、上报异常。"]),
    "dotted numbers": ("2.0班长岗位职责2.1遵守规定;2.2安排工作;", ["2.0班长岗位职责", "2.1遵守规定;", "2.2安排工作;"]),
    "dashes": ("客户经理-负责监督客户服务的工作-制定并执行服务的办法-处理重大投诉", [
        "客户经理", "-负责监督客户服务的工作", "-制定并执行服务的办法", "-处理重大投诉",
    ]),
    "posts with their numbers of people": (
        "各岗位人员数量和职责范围:服务经理(1 人)1、总体安排;2、审查退换。",
        ["各岗位人员数量和职责范围:", "服务经理(1 人)", "1、总体安排;", "2、审查退换。"],
    ),
    "labels behind wide space": ("岗位人数          职位等级          ", ["岗位人数", "职位等级"]),
    "labels of a known form without any sign": (
        "岗位名称维修员岗位编号所在部门维修部岗位定员 2直接上级维修主管工资等级",
        ["岗位名称维修员", "岗位编号", "所在部门维修部", "岗位定员 2", "直接上级维修主管", "工资等级"],
    ),
    "garbled stretches": ("1பைடு நூலகம்", ["1", "பைடு நூலகம்"]),
    "long runs of digits": ("12123455671234561234、检修车辆;", ["12123455671234561234", "、检修车辆;"]),
    "numbers of pages": ("服务部岗位职责页码 2 / 4 1.11协助主任。", ["服务部岗位职责", "页码 2 / 4", "1.11协助主任。"]),
    "a table of contents": (
        "目录第一部分机构设置一、背景二、部门职能第二部分制度第一部分:机构设置一、背景及目的为了让大家都清楚自己的职责,特编写本手册",
        ["目录第一部分机构设置一、背景二、部门职能第二部分制度", "第一部分:机构设置", "一、背景及目的",
         "为了让大家都清楚自己的职责,特编写本手册"],
    ),
    "texts of a chart": (
        "架构图:服务经理配件组三包组财务组新件仓管员统计员客服助理、部门职能:1、规划;2、定价;",
        ["架构图:", "服务经理配件组三包组财务组新件仓管员统计员客服助理", "、", "部门职能:", "1、规划;", "2、定价;"],
    ),
}  # fmt: skip

WHOLE = (
    "负责处理用户的投诉：先道歉，再查明原因。",
    "每天9:00-18:00接听热线，节假日10:00-16:00。",
    "工作时间：周一至周五 9:00-18:00",
    "熟悉ISO9001:2015、ISO14001:2015等管理体系",
    "使用2.1版及以上的工单系统，服务器升级到3.10。",
    "维修费用控制在1.2万元以内，返修率不高于0.5%。",
    "2018年5月1日起施行，2019.12.31到期。",
    "保修期3年（含易损件1年），每年保养2次（春、秋各1次）。",
    "客户满意度不低于95%，投诉每月不超过2次。",
    "完成上级交办的其他工作（含节假日值班）。",
    "负责售后-备件-物流的衔接",
    "协助经理(或主管)处理(1)类投诉",
    "与职责有关的培训：每季度一次，考试80分以上为合格。",
    "掌握Windows 10、Office 2016及以上版本，了解C++。",
    "参加6S活动，一、二季度各评比一次，三、四季度各抽查一次。",
    "按照任职资格的要求选拔、培养维修人员，并与岗位职责、权限相匹配。",
    "用户按1报修，按2查询，按0转人工。",
    "报警电话110、120、119要记牢。",
    "设备型号A-1、A-2、B-10由本组维护。",
    "比例为1:3，水温60-80度，压力0.3-0.5MPa。",
    "Answer the hotline from 9:00 to 18:00, and log every call: name, address, fault.",
    "Keep the service level at 99.5% (see SLA 2.1) and report in week 1 of each quarter.",
)


@pytest.mark.parametrize(("text", "expected"), CUT.values(), ids=CUT)
def test_lines_that_were_run_together(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", WHOLE)
@pytest.mark.parametrize("scope", ["", "duties", "qualifications"])
def test_lines_of_careful_documents_stay_whole(text: str, scope: str) -> None:
    assert parts(text, scope) == [text]


@pytest.mark.parametrize("text", [text for text, _ in CUT.values()])
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


def test_garbled() -> None:
    assert [match[0] for match in GARBLED.finditer("素养:Байду номын сангаас和\ufffd\ufffd以及12345678901234567890")] == [
        "Байду номын сангаас", "\ufffd\ufffd", "12345678901234567890",
    ]  # fmt: skip
    assert not GARBLED.search("电话 13800138000，型号 АК，ISO9001:2015")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("服务经理配件组三包组财务组新件仓管员统计员客服助理", True),
        ("负责组织员工参加部门培训", False),
        ("经理、主管、组长、助理、专员、仓管员", False),
        ("服务经理", False),
        ("总经理文员总经理组员客服主管班组长助理配件组仓管员", True),
        ("服务经理配件组三包组财务组新件仓管员统计员经理助理", True),
        ("服务经理助理前台接待引导服务主管配件组三包组财务组统计员", True),
        ("总经理" * 40 + "ac", False),
    ],
)
def test_charts(text: str, expected: bool) -> None:
    assert is_chart(text) is expected
