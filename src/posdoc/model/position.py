"""A position (岗位): everything that a job description can say about it."""

from __future__ import annotations

from posdoc.model.document import Document
from posdoc.model.duty import Duty
from posdoc.model.flow import Flow
from posdoc.model.kpi import Competence, KpiSet
from posdoc.model.record import Option, Record, declare, record, supplied
from posdoc.model.relations import Authority, Contact, DeclaredReports, DottedLine, Points, Rotation
from posdoc.model.requirements import Qualification, Training, WorkConditions
from posdoc.model.values import HeadCount, PartialDate, Ref, Text

SOMEONE = "position outside"


class PositionStatus(Option):
    """Whether a position exists yet, or still."""

    PLANNED = "planned", "拟设", "Planned"
    ACTIVE = "active", "在用", "Active"
    FROZEN = "frozen", "冻结", "Frozen"
    ABOLISHED = "abolished", "已撤销", "Abolished"


@record
class Position(Record):
    """One position. ``id`` is the stem of its file, ``unit`` the folder that it lies in."""

    id: str = supplied("")
    unit: str = supplied("")
    path: str = supplied("")

    # identity
    title: Text | None = declare(
        "岗位名称", "Position title", "正式印出的岗位名称。", "The printed name of the position.",
        {"zh": "售后服务主管", "en": "After-sales Service Supervisor"}, group="identity", required=True)
    aliases: tuple[Text, ...] = declare(
        "别名", "Also known as", "该岗位的其他叫法。", "Other names in use.", [{"zh": "售后主管"}], group="identity",
        default=(), inherited=False)
    former_ids: tuple[Ref, ...] = declare(
        "曾用标识", "Former ids", "改名前的标识，用于追溯历史。", "Ids it had before, to keep its history.", ["service-head"],
        default=(), inherited=False, printed=False)
    based_on: Ref | None = declare(
        "沿用岗位", "Based on", "沿用另一岗位的内容，此处只写不同之处。",
        "Takes over everything of another position that is not restated here.", "field-engineer",
        inherited=False, refers_to="position", printed=False)
    code: str | None = declare(
        "岗位编号", "Position code", "岗位编号。", "Code of the position.", "SH-010", group="identity", inherited=False)
    status: PositionStatus | None = declare(
        "岗位状态", "Status", "拟设、在用、冻结或已撤销；不写即在用。",
        "Planned, active, frozen or abolished; active when left out.", "active", inherited=False, printed=False)
    valid_from: PartialDate | None = declare(
        "设立日期", "Established", "岗位设立的日期。", "When the position was or will be established.", "2024-07-01",
        group="identity", inherited=False)
    valid_to: PartialDate | None = declare(
        "撤销日期", "Abolished on", "岗位撤销的日期。", "When the position was or will be abolished.", "2028-12-31",
        group="identity", inherited=False)
    family: Ref | None = declare(
        "岗位序列", "Job family", "岗位序列，在 posdoc.yaml 的 families 中定义。",
        "Job family, as listed under families in posdoc.yaml.", "service", group="identity", refers_to="family")
    grade: Ref | None = declare(
        "职等", "Grade", "职等，在 posdoc.yaml 的 grades 中由低到高定义。",
        "Grade, as listed from low to high under grades in posdoc.yaml.", "G5", group="identity", refers_to="grade")
    level: Ref | None = declare(
        "层级", "Level", "所属管理层级，在 posdoc.yaml 的 levels 中定义。",
        "Level of management, as listed under levels in posdoc.yaml.", "management", group="identity",
        refers_to="level")
    order: int | None = declare(
        "排列次序", "Order", "在部门内排列的次序，小的在前；不写按编号和标识。",
        "Place among the positions of its unit, low first; by code and id when left out.", 1, inherited=False, printed=False)
    headcount: HeadCount | None = declare(
        "岗位定员", "Headcount", "编制人数：数字、范围（2-3）或文字（数名）。",
        "Planned number of people: a number, a range (2-3) or words.", 2, group="identity")
    pay_grade: str | None = declare(
        "工资等级", "Pay grade", "工资等级。", "Pay grade.", "P7", group="identity")
    pay_type: Text | None = declare(
        "薪酬类型", "Pay type", "如月薪制、年薪制。", "Such as monthly or yearly salary.",
        {"zh": "月薪制", "en": "Monthly salary"}, group="identity")
    employment: Text | None = declare(
        "工作性质", "Employment", "全职、兼职、派遣等。", "Full-time, part-time, agency …", {"zh": "全职", "en": "Full-time"},
        group="identity")
    location: Text | None = declare(
        "工作地点", "Location", "工作地点。", "Place of work.", {"zh": "总部", "en": "Headquarters"}, group="identity")
    concurrent_posts: tuple[Ref, ...] = declare(
        "兼任岗位", "Concurrent positions", "该岗位固定兼任的其他岗位。",
        "Other positions that its incumbent always holds as well.", ["call-centre-supervisor"], group="identity",
        default=(), refers_to=SOMEONE)

    # reporting lines
    reports_to: Ref | None = declare(
        "直接上级", "Reports to", "直接上级岗位（唯一）。共同领导请用 co_managed_by。",
        "The one direct superior. For shared leadership use co_managed_by.", "after-sales-manager", group="relations",
        refers_to=SOMEONE)
    co_managed_by: tuple[Ref, ...] = declare(
        "共管上级", "Co-managed by", "与直接上级共同管理该岗位的岗位。", "Positions that lead it together with the superior.",
        ["regional-manager"], group="relations", default=(), refers_to=SOMEONE)
    dotted_to: tuple[DottedLine, ...] = declare(
        "业务上级", "Dotted line to", "业务上同时汇报（虚线）的岗位。", "Functional (dotted) reporting lines.",
        [{"position": "quality-manager", "for": {"zh": "质量信息反馈", "en": "quality feedback"}}],
        group="relations", default=())
    skip_level: Ref | None = declare(
        "隔级上级", "Skip-level superior", "上级的上级；写出时与汇报关系核对。",
        "The superior's superior; checked against the reporting lines when stated.", "general-manager",
        group="relations", refers_to=SOMEONE)
    assistant: bool | None = declare(
        "助理岗位", "Assistant", "是否为直接上级的助理（组织图上画在旁边）。",
        "Whether it assists its superior (drawn at the side of the line in charts).", True, printed=False)
    direct_reports: DeclaredReports | None = declare(
        "直接下级", "Direct reports", "表单上写明的直接下级；不写则由汇报关系得出。",
        "Direct reports as the form states them; derived when left out.", {"posts": 3, "people": 12},
        group="relations", inherited=False)
    indirect_reports: DeclaredReports | None = declare(
        "间接下级", "Indirect reports", "表单上写明的间接下级；不写则由汇报关系得出。",
        "Indirect reports as the form states them; derived when left out.", {"posts": 5, "people": 40},
        group="relations", inherited=False)
    supervises: Text | None = declare(
        "所辖人员", "Staff supervised", "所管辖的人员，用文字说明。", "The staff that the position supervises, in words.",
        {"zh": "驻外服务人员", "en": "service staff in the regions"}, group="relations")
    substitute: tuple[Ref, ...] = declare(
        "临时替代岗位", "Substitute", "任职人缺席时临时替代的岗位。", "Who stands in when the incumbent is away.",
        ["service-supervisor"], group="relations", default=(), refers_to=SOMEONE)

    relation_notes: tuple[Text, ...] = declare(
        "汇报关系说明", "Notes on reporting lines", "对上级、下级、替代、轮调等关系的限定或条件。",
        "Conditions or limits of any of these relations.",
        [{"zh": "夜班期间向值班主管汇报", "en": "Reports to the duty supervisor during night shifts"}],
        group="relations", default=())

    # purpose
    overview: Text | None = declare(
        "岗位概述", "Overview", "岗位概述。", "What the position is about.",
        {"zh": "负责产品售后服务的岗位。", "en": "Looks after products once they are sold."}, group="purpose")
    background: Text | None = declare(
        "岗位背景", "Background", "设立该岗位的背景。", "Why there is such a position.",
        {"zh": "随业务扩大而设立。", "en": "Created as the business grew."}, group="purpose")
    purpose: Text | None = declare(
        "岗位目的", "Purpose", "用一两句话说明为什么设立该岗位（本职）。", "Why the position exists, in a sentence or two.",
        {"zh": "保证客户问题及时解决。", "en": "To see customers' problems solved in time."}, group="purpose")
    objectives: tuple[Points, ...] = declare(
        "岗位目标", "Objectives", "岗位目标及要点。", "Objectives with their points.",
        [{"title": {"zh": "提升客户满意度", "en": "Satisfied customers"}, "points": ["满意度达到 95%"]}],
        group="purpose", default=())

    # work
    duties: tuple[Duty, ...] = declare(
        "岗位职责", "Duties", "岗位职责，时间合计 100%。", "Duties; their shares of time make 100%.",
        [{"area": "投诉处理", "text": "受理并跟踪客户投诉。", "time": "30%"}], group="duties", default=())
    authority: tuple[Authority, ...] = declare(
        "岗位权限", "Authority", "权限。", "What the incumbent may decide, propose or carry out.",
        [{"kind": "financial", "act": "decide", "text": "现场费用减免", "limit": "2000 元以内"}],
        group="authority", default=())
    contacts: tuple[Contact, ...] = declare(
        "工作联系", "Contacts", "内外部工作联系。", "Contacts inside and outside.",
        [{"scope": "internal", "party": "finance", "content": "费用报销"}], group="contacts", default=())
    supervision_received: Text | None = declare(
        "所受上级的指导", "Supervision received", "接受上级指导的方式与程度。", "How and how far it is supervised.",
        {"zh": "在业务上接受主管指导", "en": "Guided by the supervisor"}, group="contacts")
    peer_communication: Text | None = declare(
        "同级沟通", "Peer communication", "与同级岗位的沟通。", "How it communicates with peers.",
        {"zh": "与其他工程师协调排班", "en": "Arranges shifts with other engineers"}, group="contacts")
    supervision_given: Text | None = declare(
        "所予下级的指导", "Supervision given", "给予下级指导的方式与程度。", "How it supervises others.",
        {"zh": "指导新员工", "en": "Guides newcomers"}, group="contacts")

    # requirements
    qualifications: tuple[Qualification, ...] = declare(
        "任职资格", "Qualifications", "任职资格：必备与理想条件。", "What is required and what is preferred.",
        [{"item": "education", "required": "大专及以上", "preferred": "本科"}], group="qualifications", default=())
    training: Training | None = declare(
        "培训", "Training", "岗前培训与培训科目。", "Induction training and subjects.",
        {"induction": ["安全培训"]}, group="training")
    conditions: WorkConditions | None = declare(
        "工作条件", "Working conditions", "工作环境、危险性、出差、时间与压力。",
        "Surroundings, hazard, travel, hours and pressure.", {"environment": "fair", "hazard": "some"},
        group="conditions")
    tools: tuple[Text, ...] = declare(
        "使用工具设备", "Tools and equipment", "使用的工具与设备。", "Tools and equipment in use.",
        [{"zh": "万用表", "en": "Multimeter"}], group="conditions", default=())
    records: tuple[Text, ...] = declare(
        "所需记录文档", "Records kept", "需要填写和保管的记录文档。", "Records and documents to be kept.",
        [{"zh": "维修单", "en": "Service report"}], group="conditions", default=())

    # assessment
    kpi_sets: tuple[KpiSet, ...] = declare(
        "绩效考核", "Performance indicators", "考核指标表。", "Sheets of key performance indicators.",
        [{"period": "quarter", "kpis": [{"use": "customer-satisfaction", "weight": "100%"}]}],
        group="assessment", default=())
    competences: tuple[Competence, ...] = declare(
        "能力与态度", "Competencies", "要求并考核的能力与态度。", "Abilities and attitudes that are asked for and assessed.",
        [{"kind": "core", "name": "故障诊断能力"}], group="assessment", default=())
    flows: tuple[Flow, ...] = declare(
        "作业流程", "Workflows", "总体与分项作业流程。", "Workflows, overall and of single duties.",
        [{"title": "投诉处理", "steps": ["登记投诉", "分析原因", "回复客户"]}], group="flows", default=())

    # career
    promotes_to: tuple[tuple[Ref, ...], ...] = declare(
        "可晋升岗位", "Promotion to", "晋升路径；每条路径由近及远，可有多条分支。",
        "Promotion chains, nearest step first; several chains are branches.",
        [["after-sales-manager", "sales-director"]], group="career", default=(), refers_to=SOMEONE)
    promotes_from: tuple[Ref, ...] = declare(
        "可晋升至此的岗位", "Promotion from", "可晋升到本岗位的岗位。", "Positions from which one is promoted to this one.",
        ["field-engineer"], group="career", default=(), refers_to=SOMEONE)
    rotates_to: tuple[Rotation, ...] = declare(
        "可轮调岗位", "Rotation to", "可轮调或横向平移的岗位。", "Positions at the same level to rotate to.",
        ["parts-supervisor"], group="career", default=())
    demotes_to: tuple[Ref, ...] = declare(
        "可降任岗位", "Demotion to", "不胜任时可降至的岗位。", "Positions to be moved down to.", ["field-engineer"],
        group="career", default=(), refers_to=SOMEONE)
    development: tuple[Points, ...] = declare(
        "职业发展", "Development", "职业发展方向与学习机会。", "Directions of development and chances to learn.",
        [{"title": {"zh": "学习机会", "en": "Learning"}, "text": "每年两次技术培训。"}], group="career", default=())

    # reward
    compensation: Text | None = declare(
        "薪资待遇", "Pay", "薪资待遇。", "Pay.", {"zh": "基本工资加绩效奖金", "en": "Base salary and bonus"}, group="reward")
    benefits: tuple[Text, ...] = declare(
        "福利", "Benefits", "福利待遇。", "Benefits.", [{"zh": "五险一金", "en": "Social insurance and housing fund"}],
        group="reward", default=())
    application: Text | None = declare(
        "应聘方式", "How to apply", "招聘时的应聘方式。", "How to apply, for a job posting.",
        {"zh": "将简历发送至人力资源部", "en": "Send a CV to HR"}, group="reward", printed=False)

    # the document
    sections: tuple[Points, ...] = declare(
        "其他事项", "Additional information", "以上各项之外的其他内容。", "Anything that has no field of its own.",
        [{"title": {"zh": "工作方法", "en": "Methods"}, "points": ["先电话诊断，再上门"]}], group="sections", default=())
    document: Document | None = declare(
        "文件信息", "Document", "文件编号、版本、日期、签署与修订。", "Number, version, dates, sign-off and revisions.",
        {"number": "SH-JD-010", "version": "1.0"}, group="document")

    @property
    def is_current(self) -> bool:
        """Whether the position exists now: neither planned nor abolished."""
        return self.status not in (PositionStatus.PLANNED, PositionStatus.ABOLISHED)
