"""Work flows: the steps of a piece of work, who takes them, and where they branch."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import Ref, Text

END = "end"
"""What a branch names where the flow ends."""


class FlowScope(Option):
    """Whether a flow shows the whole work or one part of it."""

    OVERALL = "overall", "总体流程", "Overall process"
    PARTIAL = "partial", "分项流程", "Sub-process"


@record
class Branch(Record):
    """Where a step leads, and when."""

    shorthand = "to"

    to: Ref | None = declare("下一步", "Next step", "下一步骤的标识。", "The id of the next step.", "close",
                             required=True, refers_to="step")
    when: Text | None = declare("条件", "When", "走这一支的条件。", "The condition for going there.",
                                {"zh": "客户满意", "en": "customer satisfied"})


@record
class Step(Record):
    """One step. Without ``next`` it leads to the step written after it."""

    shorthand = "text"

    id: Ref | None = declare("标识", "Id", "供分支引用的标识。", "An id that branches refer to.", "close", printed=False)
    text: Text | None = declare("步骤", "Step", "做什么。", "What is done.", {"zh": "回访客户", "en": "Call the customer back"},
                                required=True)
    role: Ref | None = declare("执行者", "Role", "执行该步骤的岗位或外部方。", "The position or party that takes the step.",
                               "call-centre-agent", refers_to="position outside unit party")
    output: Text | None = declare("输出", "Output", "该步骤产生的记录。", "The record that the step produces.",
                                  {"zh": "回访记录", "en": "call-back record"})
    next: tuple[Branch, ...] = declare(
        "去向", "Leads to", "下一步或各分支；写 end 表示结束。", "The next step, or the branches; end means the flow ends.",
        [{"to": "close", "when": {"zh": "客户满意", "en": "customer satisfied"}}], default=())


@record
class Flow(Record):
    """A work flow, overall or of one duty."""

    id: Ref | None = declare("标识", "Id", "流程标识。", "Id of the flow.", "complaint-flow", printed=False)
    title: Text | None = declare("流程名称", "Flow", "流程名称。", "Name of the flow.",
                                 {"zh": "投诉处理流程", "en": "Complaint handling"}, required=True)
    scope: FlowScope | None = declare("范围", "Scope", "总体流程或分项流程。", "Overall or partial.", "partial")
    duty: Ref | None = declare("对应职责", "Duty", "该流程所属的职责标识。", "The duty it belongs to, by its id.",
                               "complaints", refers_to="duty")
    steps: tuple[Step, ...] = declare("步骤", "Steps", "按先后排列的步骤。", "The steps in order.",
                                      ["登记投诉", "分析原因", "回复客户"], default=(), required=True)
