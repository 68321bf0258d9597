"""How a position stands to others: reporting lines, substitutes, rotation, contacts and authority."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import HeadCount, Ref, Text


class ContactScope(Option):
    """On which side of the position a contact is."""

    INTERNAL = "internal", "内部", "Internal"
    EXTERNAL = "external", "外部", "External"
    SUPERIOR = "superior", "上级", "Superior"
    PEER = "peer", "同级", "Peer"
    SUBORDINATE = "subordinate", "下级", "Subordinate"


class AuthorityKind(Option):
    """The field in which authority is held."""

    PERSONNEL = "personnel", "人事", "Personnel"
    FINANCIAL = "financial", "财务", "Financial"
    BUSINESS = "business", "业务", "Business"


class AuthorityAct(Option):
    """What may be done: decide, propose or carry out."""

    DECIDE = "decide", "决定", "Decide"
    PROPOSE = "propose", "建议", "Propose"
    CARRY_OUT = "carry_out", "执行", "Carry out"


@record
class DottedLine(Record):
    """A functional (dotted) reporting line beside the solid one."""

    shorthand = "position"

    position: Ref | None = declare(
        "业务上级", "Functional superior", "业务上同时汇报的岗位。", "The position also reported to.", "quality-manager",
        required=True, refers_to="position outside")
    for_: Text | None = declare(
        "事项", "For", "就哪些事项汇报。", "What is reported.", {"zh": "质量信息反馈", "en": "quality feedback"})


@record
class DeclaredReports(Record):
    """Reports as a form states them; checked against the ones that follow from ``reports_to``."""

    positions: tuple[Ref, ...] = declare(
        "岗位", "Positions", "下属岗位。", "The positions.", ["field-engineer"], default=(),
        refers_to="position outside")
    posts: int | None = declare("岗位数", "Positions in all", "督导的岗位个数。", "Number of positions.", 3)
    people: HeadCount | None = declare("人数", "People in all", "督导的总人数。", "Number of people.", 12)


@record
class Rotation(Record):
    """A position that the incumbent may rotate to."""

    shorthand = "position"

    position: Ref | None = declare(
        "可轮调岗位", "Rotation to", "可轮调的岗位。", "The position.", "parts-supervisor", required=True,
        refers_to="position outside")
    note: Text | None = declare("说明", "Note", "轮调的条件或范围。", "Condition or range.",
                                {"zh": "其他办事处", "en": "other offices"})


@record
class Authority(Record):
    """Something the incumbent may decide, propose or carry out."""

    shorthand = "text"

    kind: AuthorityKind | None = declare(
        "权限类别", "Kind", "人事、财务或业务。", "Personnel, financial or business.", "financial")
    act: AuthorityAct | None = declare(
        "权限方式", "Act", "决定、建议或执行。", "Decide, propose or carry out.", "decide")
    text: Text | None = declare("权限内容", "Authority", "可以做什么。", "What may be done.",
                                {"zh": "现场服务费用减免", "en": "Waive on-site service fees"}, required=True)
    limit: Text | None = declare("限额", "Limit", "权限的限额或范围。", "How far it goes.",
                                 {"zh": "单笔 2000 元以内", "en": "up to CNY 2,000 each time"})


@record
class Contact(Record):
    """Whom the incumbent deals with, and about what."""

    shorthand = "party"

    scope: ContactScope | None = declare(
        "联系类别", "Type", "内部、外部、上级、同级或下级。", "Internal, external, superior, peer or subordinate.", "internal")
    party: Ref | None = declare(
        "联系对象", "Contact", "岗位、部门或外部方的标识。", "Id of a position, a unit or a party.", "finance",
        required=True, refers_to="position outside unit party")
    content: Text | None = declare("联系内容", "Purpose", "联系的事项。", "What the contact is about.",
                                   {"zh": "费用报销与对账", "en": "expenses and reconciliation"})


@record
class Points(Record):
    """A titled group of points: an objective, a line of development, a further section."""

    shorthand = "title"

    title: Text | None = declare("标题", "Title", "标题。", "The title.", {"zh": "提升客户满意度", "en": "Satisfied customers"},
                                 required=True)
    text: Text | None = declare("内容", "Text", "内容。", "The text.", {"zh": "以客户为中心。", "en": "The customer comes first."})
    points: tuple[Text, ...] = declare("要点", "Points", "要点。", "The points.",
                                       [{"zh": "满意度达到 95%", "en": "Satisfaction of 95%"}], default=())
