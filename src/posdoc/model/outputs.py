"""What ``build`` makes: the part ``outputs`` of ``posdoc.yaml``."""

from __future__ import annotations

from posdoc.model.chart_output import ChartOutput
from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import Ref, Text


class DocumentFormat(Option):
    """The file formats of documents."""

    DOCX = "docx", "Word 文档", "Word document"
    PDF = "pdf", "PDF 文件", "PDF file"


class ChartForm(Option):
    """How charts stand in a document."""

    DRAWING = "drawing", "Word 图形", "Word drawing"
    PICTURE = "picture", "图片", "Picture"


class SectionName(Option):
    """The sections of a document, those about a position first, in the order in which a form prints them."""

    IDENTITY = "identity", "基本信息", "General"
    RELATIONS = "relations", "汇报关系", "Reporting lines"
    CHART = "chart", "岗位在组织中的位置", "Place in the organization"
    PURPOSE = "purpose", "岗位概述", "Purpose"
    DUTIES = "duties", "岗位职责", "Duties"
    AUTHORITY = "authority", "工作权限", "Authority"
    CONTACTS = "contacts", "工作联系", "Contacts"
    QUALIFICATIONS = "qualifications", "任职资格", "Qualifications"
    TRAINING = "training", "培训要求", "Training"
    CONDITIONS = "conditions", "工作条件", "Working conditions"
    ASSESSMENT = "assessment", "绩效考核", "Assessment"
    FLOWS = "flows", "作业流程", "Workflows"
    CAREER = "career", "职业发展", "Career"
    REWARD = "reward", "薪酬福利", "Pay and benefits"
    SECTIONS = "sections", "其他事项", "Additional information"
    DOCUMENT = "document", "文件信息", "Document"
    REVISIONS = "revisions", "修订记录", "Revisions"
    SIGNOFF = "signoff", "签署", "Sign-off"
    UNIT = "unit", "部门概况", "The unit"
    UNIT_CHART = "unit_chart", "组织架构", "Organization"
    BACKGROUND = "background", "背景及目的", "Background and purpose"
    FUNCTIONS = "functions", "部门职能", "Functions"
    STAFFING = "staffing", "岗位编制", "Head count"
    POSTS = "posts", "各岗位职责", "Duties of each position"
    JOBS = "jobs", "全部岗位说明书", "Job descriptions"
    SCORECARDS = "scorecards", "绩效考核表", "Performance scorecards"
    UNIT_FLOWS = "unit_flows", "工作流程", "Unit workflows"
    REGULATIONS = "regulations", "管理制度", "Regulations"
    RESOURCES = "resources", "资源", "Resources"
    UNIT_SECTIONS = "unit_sections", "部门其他事项", "Unit: additional information"
    ATTACHMENTS = "attachments", "附件", "Attachments"
    GLOSSARY = "glossary", "名词解释", "Glossary"
    UNIT_NOTES = "unit_notes", "备注", "Remarks"
    UNIT_REVISIONS = "unit_revisions", "部门修订记录", "Unit revision history"
    UNIT_SIGNOFF = "unit_signoff", "部门签署", "Unit sign-off"


POSITION_SECTIONS = tuple(SectionName)[:18]
"""The sections of a document about a position; the others are those of units and of the department."""


@record
class FieldOutput(Record):
    """One field in a section, and its label there."""

    shorthand = "field"

    field: Ref | None = declare(
        "字段", "Field", "岗位的字段；可写 conditions.hours、contacts.internal 这样的分项。",
        "A field of the position; parts are written conditions.hours, contacts.internal.", "reports_to",
        required=True, refers_to="field")
    label: Text | None = declare("标签", "Label", "此处代替标准标签印出的名称。", "Printed here in place of its label.",
                                 {"zh": "直接汇报对象", "en": "Reports directly to"})


@record
class SectionOutput(Record):
    """One section of a document: which, under which title, with which fields."""

    shorthand = "section"

    section: SectionName | None = declare(
        "分区", "Section", "标准分区；自拟的分区不写，只写 title 和 fields；部门文件中只写 title 的是篇名。",
        "A standard section; left out for one of your own, which has title and fields. In documents of units, a title "
        "alone heads a part.", "identity")
    title: Text | None = declare("标题", "Title", "代替标准标题印出的标题。", "Printed in place of the standard title.",
                                 {"zh": "基本资料", "en": "Basic data"})
    untitled: bool | None = declare("不印标题", "Untitled", "是否不印标题。", "Whether it is printed without a title.", True)
    numbered: bool | None = declare("编号", "Numbered", "标题前是否编号；不写按文件的设置。",
                                    "Whether its title is numbered; as the document says when left out.", False)
    fields: tuple[FieldOutput, ...] = declare(
        "字段", "Fields", "本分区依次印出的字段；不写为该分区的全部字段。",
        "The fields that it prints, in this order; all of the section when left out.",
        ["title", "code", "reports_to", "promotes_to"], default=())


@record
class DocumentOutput(Record):
    """Documents that ``build`` makes."""

    shorthand = "form"

    form: str | None = declare("表单", "Form", "所用的 Word 表单。", "The Word form.", "standard", required=True)
    title: Text | None = declare("文件标题", "Title", "代替表单标准标题印出的标题，如职务说明书。",
                                 "Printed in place of the form's own title.", {"zh": "职务说明书", "en": "Job Specification"})
    languages: tuple[str, ...] = declare(
        "语言", "Languages", "打印语言；不写为全部。zh+en 为中英对照。",
        "Print languages; all when left out. zh+en is one document in both.", ["zh", "en"], default=())
    formats: tuple[DocumentFormat, ...] = declare("格式", "Formats", "文件格式：docx、pdf。", "File formats: docx, pdf.", ["docx"], default=())
    name: str | None = declare(
        "文件名", "File name", "文件名样式，可用 {id} {code} {title} {version} {unit} {language} {form}；/ 表示分文件夹。",
        "Pattern of file names from {id} {code} {title} {version} {unit} {language} {form}; / makes folders.",
        "{language}/{unit}/{code}_{title}")
    sections: tuple[SectionOutput, ...] = declare(
        "分区", "Sections", "印哪些分区、按什么顺序；不写为全部分区按标准顺序。",
        "Which sections are printed, in which order; all of them in the usual order when left out.",
        ["identity", "duties", {"title": "工作环境与待遇", "fields": ["conditions", "benefits"]}], default=())
    numbered: bool | None = declare("分区编号", "Numbered", "分区标题前是否编号（一、二、）；默认编号。",
                                    "Whether section titles are numbered; they are when left out.", False)
    only: tuple[Ref, ...] = declare(
        "范围", "Only", "只为这些岗位或部门生成；不写为全部。", "Only for these positions or units; for all when left out.",
        ["after-sales-manager"], default=(), refers_to="position unit")
    blanks: bool | None = declare(
        "留空", "Blanks", "未填写的字段和分区也印出，留空供手写；默认不印。",
        "Whether fields and sections that are asked for but not filled are printed, blank for writing in by hand.", True)
    sign: bool | None = declare(
        "签署栏", "Sign-off", "true 总是印出签署栏，供手签；false 不印；不写则有签署人时印出。",
        "true prints the sign-off block for wet signatures in any case, false never; else where signers are named.", True)
    charts: ChartForm | None = declare("图", "Charts", "图在文件中的形式：drawing（默认）或 picture。",
                                       "How charts stand in it: drawing (when left out) or picture.", "picture")
    job_form: str | None = declare("岗位表单", "Job form", "部门手册中岗位说明书所用的表单，默认 standard。",
                                   "The form of the job descriptions in a handbook; standard when left out.", "narrative")


@record
class Outputs(Record):
    """What ``posdoc build`` makes."""

    folder: str | None = declare("输出文件夹", "Folder", "输出文件夹，默认 output。", "Output folder; output when left out.",
                                 "output")
    documents: tuple[DocumentOutput, ...] = declare("文件", "Documents", "岗位说明书等文件。", "Job descriptions and the like.",
                                                    [{"form": "standard"}], default=())
    charts: tuple[ChartOutput, ...] = declare("图", "Charts", "组织架构图等。", "Org charts and the like.", [{"kind": "org"}],
                                              default=())
