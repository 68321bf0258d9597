"""Forms of random labels and values: whatever is made of them, nothing is lost, and the workspace opens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from posdoc.importers.gathering import gather
from posdoc.importers.importing import letters_of
from posdoc.importers.posts import read_posts, standard_labels
from tests.importers.structures import assert_nothing_lost, assert_opens, form
from tests.importers.word_files import p, read

CHINESE = [
    "岗位名称", "所属部门", "直接上级", "直接下级", "定员", "职等", "编制", "岗位编号", "工作地点", "岗位目的",
    "概述", "岗位职责", "序号", "职责描述", "工作任务", "时间", "权重", "衡量标准", "责任程度", "权限", "财务权限",
    "工作联系", "联系对象", "联系内容", "公司内", "任职资格", "项目", "必备条件", "理想条件", "学历", "专业",
    "工作经验", "年龄", "岗前培训", "工作环境", "危险性", "出差时间", "使用工具", "考核指标", "指标", "目标值",
    "月度", "年度", "评分标准", "优秀", "核心能力", "工作流程", "总体流程", "可晋升岗位", "可轮调职位", "发展方向",
    "薪资待遇", "福利", "附件", "备注", "声明", "编制", "审核", "批准", "日期", "签署", "部门职能", "组织架构图",
    "基本信息", "修订记录", "其他事项",
]  # fmt: skip
ENGLISH = [
    "Job title", "Department", "Reports to", "Headcount", "Grade", "Job code", "Location", "Purpose", "Duties", "No.",
    "Description", "Time", "Weight", "Authority", "Contacts", "Internal", "Qualifications", "Required", "Preferred",
    "Education", "Experience", "Training", "Work environment", "Hazard", "Travel", "Tools", "KPIs", "Indicator",
    "Target", "Promotion", "Rotation", "Benefits", "Prepared by", "Approved by", "Date", "Workflow",
    "Basic information",
]  # fmt: skip
VALUES = [
    "配件库管员", "无", "/", "2人", "大专及以上", "每月汇总各办事处的消耗，编制采购计划。", "1、核对三包期限；",
    "（2）退回资料", "15 %", "约 20％", "□舒适 ☑一般", "财务部、销售部", "售后主管→售后经理→总监", "2024年3月5日",
    "王立", "客户回访率≥95%", "A级、B级", "100-90分", "满足率：≥95%", "说明：这是另一段没有归属的话", "职责一：审核",
    "3.1 办公环境", "——", "优秀（90-100分）", "定量", "与供应商就索赔保持联系", "合计", "100%", "1.", "①接收旧件",
    "- 发货", "每天8:30—17:30", "本人已阅读以上内容", "附件：三包手册", "前台2人", "每周一次", "全责",
    "优秀：90-100分；绩效系数1.2", "客服班长（1人）", "第三条 请假须批准", "个人绩效 60% + 部门绩效 40%",
    "负责人：李明 电话：1380000",
]  # fmt: skip
VALUES_IN_ENGLISH = [
    "Parts Clerk", "None", "n/a", "2", "College diploma", "Plan monthly purchases for all branches.",
    "1. Check claims;", "(2) Return files", "15 %", "about 20%", "□ Comfortable ☑ Fair", "Finance, Sales",
    "Supervisor -> Manager -> Director", "5 March 2024", "J. Stone", "Call-back rate ≥95%", "Grade A; Grade B",
    "100-90 points", "Note: this belongs nowhere", "Duty 1: checking", "—", "a. File papers", "Total", "100%",
    "8:30-17:30 daily", "I have read the above", "Shift Leader (1)", "once a week", "Full",
]  # fmt: skip


def value(random: Random, values: Sequence[str]) -> str:
    return "\n".join(random.choice(values) for _ in range(random.choice([1, 1, 1, 2, 3])))


def lines(random: Random, labels: Sequence[str], values: Sequence[str]) -> str:
    """Paragraphs: labels alone, with a number, with their value; and texts without any."""
    found = []
    for _ in range(random.randint(1, 8)):
        label, text = random.choice(labels), value(random, values)
        found.append(
            random.choice([label, text, f"{label}：{text}", f"{random.choice('一二三')}、{label}", f"{text}岗位说明书"])
        )
    return "".join(p(line) for text in found for line in text.split("\n"))


def table(random: Random, labels: Sequence[str], values: Sequence[str]) -> str:
    """A table of sections, heads, and rows in which labels and values stand anywhere."""
    columns = random.randint(2, 6)
    rows: list[str | Sequence[str]] = []
    for _ in range(random.randint(2, 8)):
        sort = random.random()
        if sort < 0.25:
            rows.append(random.choice(labels))
        elif sort < 0.4:
            rows.append([random.choice(labels) for _ in range(columns)])
        else:
            texts = [(random.choice(labels), value(random, values), value(random, values), "") for _ in range(columns)]
            rows.append([random.choice(one) for one in texts])
    return form(*rows, columns=columns)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_lost(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - the same forms in every run
    words = (ENGLISH, VALUES_IN_ENGLISH) if seed % 3 == 2 else (CHINESE, VALUES)
    parts = [random.choice((lines, table, table)) for _ in range(random.randint(1, 3))]
    foreign = read("".join(part(random, *words) for part in parts))
    found = read_posts(foreign, standard_labels())
    gathered = gather([found], letters_of(foreign).language)
    assert_nothing_lost(foreign, found, gathered)
    assert_opens(gathered, tmp_path)
