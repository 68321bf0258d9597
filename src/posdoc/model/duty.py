"""Duties: what the incumbent does, how much of the time it takes, and how it is measured."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import Percent, Ref, Text


class Responsibility(Option):
    """The degree of responsibility for a duty (责任程度)."""

    FULL = "full", "全责", "Full"
    ORGANIZE = "organize", "组织", "Organize"
    ASSIST = "assist", "协助", "Assist"
    PARTIAL = "partial", "部分", "Partial"


@record
class Duty(Record):
    """One duty, or one key result area with its tasks."""

    shorthand = "text"

    id: Ref | None = declare(
        "标识", "Id",
        "供考核指标、流程引用的标识；被引用时必填。",
        "An id that KPIs and work flows refer to; needed only when something refers to it.",
        "complaints", printed=False,
    )
    number: str | None = declare(
        "序号", "No.",
        "印在职责前的序号；不写则自动编号。",
        "The number printed before the duty; counted when left out.",
        "1.1",
    )
    category: Text | None = declare(
        "职责类别", "Category",
        "职责所属的类别，如业务类、内部管理类、安全责任。",
        "The kind of duty, such as business, internal management or safety.",
        {"zh": "业务类", "en": "Business"},
    )
    area: Text | None = declare(
        "关键成果领域", "Key result area",
        "职责的标题，即关键成果领域。",
        "The title of the duty: its key result area.",
        {"zh": "投诉处理", "en": "Complaint handling"},
    )
    text: Text | None = declare(
        "职责描述", "Duty",
        "用一句话说明做什么、做到什么程度。",
        "One sentence that says what is done and to what end.",
        {"zh": "受理并跟踪客户投诉直至关闭。", "en": "Take up customer complaints and follow them to closure."},
    )
    tasks: tuple[Text, ...] = declare(
        "工作任务", "Tasks",
        "完成该职责的具体任务。",
        "The tasks that make up the duty.",
        [{"zh": "登记投诉并在两小时内回复客户", "en": "Record the complaint and answer within two hours"}],
        default=(),
    )
    time: Percent | None = declare(
        "时间", "Time",
        "占工作时间的百分比；全部职责合计应为 100%。可写 30、30% 或 35-40%。",
        "Share of working time; all duties together make 100%. Written 30, 30% or 35-40%.",
        "30%",
    )
    weight: Percent | None = declare(
        "权重", "Weight",
        "该职责的重要性权重；合计应为 100%。",
        "How much the duty counts; all duties together make 100%.",
        "30%",
    )
    rank: int | None = declare(
        "重要性排序", "Rank",
        "按重要性排列的名次，1 为最重要。",
        "Place in the order of importance; 1 is the most important.",
        1,
    )
    responsibility: Responsibility | None = declare(
        "责任程度", "Responsibility",
        "全责、组织、协助或部分负责。",
        "Degree of responsibility: full, organize, assist or partial.",
        "organize",
    )
    essential: bool | None = declare(
        "基本职责", "Essential duty",
        "是否为该岗位不可缺少的基本职责。",
        "Whether the position would not exist without it.",
        True,
    )
    frequency: Text | None = declare(
        "频率", "Frequency",
        "多久做一次，如每日、每月一次。",
        "How often it is done: daily, once a month.",
        {"zh": "每日", "en": "Daily"},
    )
    measures: tuple[Text, ...] = declare(
        "衡量标准", "Measures",
        "怎样算做好。",
        "What shows that it is done well.",
        [{"zh": "月度投诉不超过 2 次", "en": "No more than 2 complaints a month"}],
        default=(),
    )
    records: tuple[Text, ...] = declare(
        "记录文档", "Records",
        "履行该职责时产生的记录与文档。",
        "Records and documents that the duty produces.",
        [{"zh": "投诉处理单", "en": "Complaint form"}],
        default=(),
    )
