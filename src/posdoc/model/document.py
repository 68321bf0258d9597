"""What a job description says about itself: number, version, dates, who signs, and what changed."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import PartialDate, Text


class DocumentStatus(Option):
    """Where a document stands on its way to being in force."""

    DRAFT = "draft", "草案", "Draft"
    IN_REVIEW = "in_review", "审核中", "In review"
    APPROVED = "approved", "已批准", "Approved"
    WITHDRAWN = "withdrawn", "已作废", "Withdrawn"


class SignerRole(Option):
    """In what capacity somebody signs."""

    AUTHOR = "author", "撰写人", "Prepared by"
    REVIEWER = "reviewer", "审核人", "Reviewed by"
    APPROVER = "approver", "批准人", "Approved by"
    EXECUTOR = "executor", "执行人", "Implemented by"
    INCUMBENT = "incumbent", "任职人", "Incumbent"


@record
class Signer(Record):
    """One line of the sign-off block; without a name it is left blank for a wet signature."""

    shorthand = "role"

    role: SignerRole | None = declare(
        "角色", "Role", "撰写、审核、批准、执行或任职人。", "Author, reviewer, approver, executor or incumbent.",
        "approver", required=True)
    name: Text | None = declare(
        "姓名", "Name", "签署人姓名或职务；不写则留空手签。",
        "Name or post of the person; blank for a wet signature when left out.", {"zh": "总经理", "en": "General Manager"})
    date: PartialDate | None = declare("日期", "Date", "签署日期。", "Date of the signature.", "2026-03-01")


@record
class Revision(Record):
    """One line of the revision table."""

    version: str | None = declare("版本", "Version", "修订后的版本号。", "The version after the change.", "1.1", required=True)
    date: PartialDate | None = declare("日期", "Date", "修订日期。", "Date of the change.", "2026-03-01")
    text: Text | None = declare(
        "修订内容", "Change", "改了什么、为什么改。", "What was changed and why.",
        {"zh": "调整时间占比", "en": "Shares of time adjusted"})
    author: Text | None = declare("修订人", "Author", "修订人。", "Who changed it.", {"zh": "人力资源部", "en": "HR"})


@record
class Attachment(Record):
    """Something that belongs to the document: a form, a chart, a list."""

    shorthand = "title"

    title: Text | None = declare(
        "附件", "Attachment", "附件名称。", "Name of the attachment.", {"zh": "服务流程图", "en": "Service flow chart"},
        required=True)
    number: str | None = declare("编号", "No.", "附件编号。", "Number of the attachment.", "A-01")


@record
class SourceFile(Record):
    """Where an imported definition was read from."""

    file: str | None = declare("来源文件", "Source file", "导入来源文件。", "The file it was imported from.", "售后经理.docx")
    line: int | None = declare("位置", "Line", "在来源文件中的位置。", "The place in that file.", 12)


@record
class Document(Record):
    """Data of the document that describes a position, a unit or the department."""

    number: str | None = declare(
        "文件编号", "Document no.", "文件编号。", "Number of the document.", "SH-JD-010", inherited=False)
    version: str | None = declare("版本", "Version", "版本号。", "Version of the document.", "1.0", inherited=False)
    revision: str | None = declare(
        "修订状态", "Revision", "修订状态，如第 0 次修订。", "State of revision.", "0", inherited=False)
    status: DocumentStatus | None = declare(
        "文件状态", "Status", "草案、审核中、已批准或已作废。", "Draft, in review, approved or withdrawn.", "approved", inherited=False)
    analysed: PartialDate | None = declare(
        "岗位分析日期", "Date of job analysis", "岗位分析日期。", "When the job was analysed.", "2026-01")
    written: PartialDate | None = declare("撰写日期", "Date written", "撰写日期。", "When it was written.", "2026-02-10", inherited=False)
    approved: PartialDate | None = declare("批准日期", "Date approved", "批准日期。", "When it was approved.", "2026-02-25", inherited=False)
    effective: PartialDate | None = declare("生效日期", "Effective date", "生效日期。", "From when it is in force.",
                                            "2026-03-01", inherited=False)
    review_due: PartialDate | None = declare(
        "复审日期", "Review date", "应当复审的日期。", "When it has to be reviewed.", "2027-03")
    signers: tuple[Signer, ...] = declare(
        "签署", "Sign-off", "签署栏。", "The sign-off block.", ["author", {"role": "approver", "name": "总经理"}], default=())
    revisions: tuple[Revision, ...] = declare(
        "修订记录", "Revisions", "修订记录，新的在后。", "History of the document, newest last.",
        [{"version": "1.0", "date": "2026-03-01", "text": "首次发布"}], default=(), inherited=False)
    fill_notes: tuple[Text, ...] = declare(
        "填写说明", "Notes for completion", "填写说明。", "How the form is to be filled in.",
        [{"zh": "一个岗位填写一份。", "en": "One form for each position."}], default=())
    statement: Text | None = declare(
        "声明", "Statement", "任职人签署的声明或解释权说明。", "What the incumbent declares, or who interprets the document.",
        {"zh": "本人已阅读并理解以上内容。", "en": "I have read and understood the above."})
    notes: tuple[Text, ...] = declare(
        "备注", "Notes", "备注。", "Remarks.", [{"zh": "未尽事宜按公司制度执行。", "en": "Company rules apply otherwise."}],
        default=())
    suggestions: tuple[Text, ...] = declare(
        "对岗位设置的建议", "Suggestions on the position", "任职人或上级对岗位设置的建议。",
        "What the incumbent or superior suggests about the position.",
        [{"zh": "建议增设夜班", "en": "Add a night shift"}], default=())
    attachments: tuple[Attachment, ...] = declare(
        "附件", "Attachments", "附件。", "Attachments.", [{"zh": "服务流程图", "en": "Service flow chart"}], default=())
    source: SourceFile | None = declare(
        "来源", "Source", "导入来源（由 posdoc 写入）。", "Where it was imported from (written by posdoc).",
        {"file": "售后经理.docx", "line": 1}, inherited=False, printed=False)
