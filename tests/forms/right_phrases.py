"""Turns of phrase that look like placeholders, numbering, requirements or garble, and are plain Chinese or English."""

from __future__ import annotations

from tests.forms.right_cases import Right, manager, right

_DUTIES = """\
向客户说明保修期内、保修期外的收费标准
每周一、三、五巡检，二、四整理资料
把“客户第一”落到实处
对接华东区（含江苏、浙江、上海）的经销商
参加7×24小时轮值
编制1—3年滚动备件计划
将客户分为A、B、C三类管理
执行GB/T 19001-2016标准
按ISO 9001:2015体系要求保存记录
组织“3·15”客户日活动
工单关闭率100%
维护男、女更衣室的设备
为孕产妇客户提供上门服务
维护回族食堂的制冷设备
管理35岁以下青年突击队的竞赛
To-do 清单当日清零
填写 TODO 列表
用 Q&A 形式整理常见问题
运行 <10% 负荷时报警
测量压力 P<0.5MPa 的管路
用 #1 主机与 #2 主机互备
检查 1#、2# 冷却塔
访问公司网站 www.yuanlan.com 下载资料
回答客户的“为什么？”
质保金比例为 5%（五）
更新V2.0版操作手册
按 1.2 节的要求施工
1.5P 空调的安装
3D 打印备件
2号楼机房巡检
4S店的配件供应
一线员工的培训
二手设备的评估
三级保养由本岗位完成
十项禁令的宣贯
第三方检测的配合
第2季度开展技能比武
八小时以外的应急响应
夜班时间为20:00-8:00
在9:30、14:30两次巡检
赔付比例为 1:3
分辨率 1920:1080
的确属于质量问题的，报质检部确认
步步核对，样样过手
实实在在地改进服务
仅仅限于保内的机组
"""
_QUALIFICATIONS = """\
other 性别不限，年龄不限
age 年满十八周岁
physical 能搬运25公斤重物
physical 无色盲色弱（电工作业需辨认线色）
other 退伍军人优先
other 妇女、残疾人同等条件优先录用
language 能用粤语与客户沟通
education 大专，工作满5年者可放宽到高中
work_experience 2年以上同岗位经验或5年以上行业经验
certificate C1及以上驾照
knowledge 熟悉R410A、R32冷媒特性
other 无犯罪记录（涉密岗位，法律规定）
other 应届毕业生亦可
"""
_ENGLISH = """\
Work on what had had to wait
Fix 3 x 5 m ducts
Handle U.S. and E.U. customers
Answer within 30 min.
Check P&IDs and keep noise < 65 dB(A)
Maintain records of male and female connectors
Service master and slave drives
Recruit staff without regard to age
Support young families and senior citizens as customers
Maintain men's and women's locker-room equipment
Follow up TBD items with sales until they are closed
Fill in section XX of form X-12
Supervise 10+ engineers
Manage Class II and Class III devices
Download firmware from the vendor's site
Write page 2 of the weekly report
Issue RMAs (return material authorizations)
"""
_HEAD = """\
## posdoc.yaml
organization: "Hartwell Chillers, Inc."
languages: [en]
## positions/service/unit.yaml
title: Service
## positions/service/service-manager.yaml
title: Service Manager
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_english(duty: str) -> Right:
    return right(f"duty: {duty}", f"{_HEAD}duties: [{_quoted(duty)}]\n")


def _qualification(line: str) -> Right:
    item, _, text = line.partition(" ")
    return manager(f"{item}: {text}", f"qualifications: [{{item: {item}, required: {_quoted(text)}}}]\n")


CASES = (
    *(manager(f"duty: {duty}", f"duties: [{_quoted(duty)}]\n") for duty in _DUTIES.splitlines()),
    *(_qualification(line) for line in _QUALIFICATIONS.splitlines()),
    *(_in_english(duty) for duty in _ENGLISH.splitlines()),
)
