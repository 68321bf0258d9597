"""What a template about a position can use."""

from __future__ import annotations

from posdoc.model import POSITION_SECTIONS, Position, fields_of
from posdoc.template.shape import TEXTS, Group, Many, field, group
from posdoc.views.catalogue.blocks import (
    CELLS,
    CHOICE,
    DETAILS,
    DRAWN,
    FACT,
    FLAG,
    FLOWS,
    HEADING,
    KPI_SHEET,
    NUMBER,
    REVISIONS,
    SECTION,
    SIGNOFF,
    declared,
    labels,
    section,
)

_BLOCK = group(
    field("heading", "职责标题，如 职责一", "heading of the duty, such as Duty 1"),
    field("facts", "有几项要点（0 到 3）", "how many facts there are (0 to 3)", NUMBER),
    field("first_fact", "第一项要点（时间、权重或责任）", "first fact (time, weight or responsibility)", FACT),
    field("second_fact", "第二项要点", "second fact", FACT),
    field("third_fact", "第三项要点", "third fact", FACT),
    field("last_fact", "排在最后的责任程度（没有时间和权重时）", "the responsibility where it stands last", FACT),
    field("measures", "衡量标准，逐条", "measures, one by one", TEXTS),
    field("details", "其他内容", "whatever else is stated", DETAILS),
)
_DUTY = group(
    field("group", "职责类别，仅在其首条处", "category, at the first duty of it"),
    field("number", "序号", "number"),
    field("numeral", "正文前的序号，如 1.", "number before a text, such as 1."),
    field("area", "关键成果领域", "key result area"),
    field("in_line", "关键成果领域，写成一行", "key result area in one line"),
    field("text", "职责内容", "the duty"),
    field("tasks", "具体任务", "tasks", TEXTS),
    field("measures_label", "标签“衡量标准”", "the label 'measures'"),
    field("measures", "衡量标准，一行", "measures in one line"),
    field("first_share", "第一个比例（权重或时间）", "first share (weight or time)"),
    field("second_share", "第二个比例", "second share"),
    field("details", "其他内容", "whatever else is stated", DETAILS),
    field("particulars", "比例和其他内容", "shares and whatever else is stated", DETAILS),
    field("block", "职责单独成块时的内容", "the duty as a block of its own", _BLOCK),
)
_DUTIES = group(
    field("duties", "各条职责", "the duties", Many(_DUTY)),
    field("has_area", "是否有关键成果领域", "whether any duty has a key result area", FLAG),
    field("columns", "比例有几列（0 到 2）", "how many columns of shares there are (0 to 2)", NUMBER),
    labels(("number", "序号", "number"), ("area", "关键成果领域", "key result area"), ("text", "职责", "duty"),
           ("tasks", "任务", "tasks"), ("first_share", "第一个比例", "first share"),
           ("second_share", "第二个比例", "second share")),
    field("first_share_field", "第一个比例的字段名", "field of the first share"),
    field("second_share_field", "第二个比例的字段名", "field of the second share"),
)  # fmt: skip
_CONTACTS = group(
    labels(("scope", "范围", "scope"), ("party", "对象", "party"), ("content", "内容", "content")),
    field("contacts", "各项联系", "the contacts", Many(group(
        field("first", "是否该范围的首项", "whether it is the first of its scope", FLAG),
        field("scope", "范围，如 内部", "scope, such as internal"),
        field("party", "联系对象", "whom with"),
        field("in_line", "联系对象，写成一行", "whom with, in one line"),
        field("content", "联系内容", "what about"),
    ))),
)  # fmt: skip
_QUALIFICATIONS = group(
    field("has_preferred", "是否有理想条件", "whether anything is preferred", FLAG),
    labels(("item", "项目", "item"), ("required", "必备条件", "required"), ("preferred", "理想条件", "preferred")),
    field("qualifications", "各项资格", "the qualifications", Many(group(
        field("number", "编号", "number"),
        field("numeral", "正文前的编号，如 1.", "number before a text, such as 1."),
        field("item", "项目，如 学历", "item, such as education"),
        field("in_line", "项目，写成一行", "the item in one line"),
        field("required", "必备条件", "what is required"),
        field("preferred", "理想条件", "what is preferred"),
    ))),
)  # fmt: skip
ASSESSMENT = group(
    field("sheets", "各指标表", "the sheets of indicators", Many(KPI_SHEET)),
    field("competences_label", "标签“能力素质”", "the label 'competences'"),
)
_SPECIAL: dict[str, Group] = {
    "chart": DRAWN,
    "duties": _DUTIES,
    "contacts": _CONTACTS,
    "qualifications": _QUALIFICATIONS,
    "assessment": ASSESSMENT,
    "flows": FLOWS,
    "career": group(DRAWN, field("has_chart", "是否有职业发展图", "whether there is a career chart", FLAG)),
    "revisions": REVISIONS,
    "signoff": SIGNOFF,
}
_PLACES = (
    ("first", "第一", "first"),
    ("second", "第二", "second"),
    ("third", "第三", "third"),
    ("fourth", "第四", "fourth"),
)
_CONSISTS = field("details", "各项内容", "what it consists of", DETAILS)
_LINE = group(
    field("is_part", "是否子指标", "whether it is a sub-indicator", FLAG),
    field("number", "序号", "number"),
    field("name", "指标名称", "name of the indicator"),
    field(
        "aside", "名称旁的内容", "what stands beside the name", group(field("details", "编号与类别", "code and type"))
    ),
    field("group", "指标类型，仅在其首项处", "type, at the first indicator of it"),
    field("formula", "计算公式", "formula"),
    field("criteria", "评分标准", "how it is scored", group(_CONSISTS)),
    field("source", "数据来源", "where the figures come from", group(_CONSISTS)),
    field("explained", "公式、评分标准、数据来源等", "formula, scoring, source and the like", group(_CONSISTS)),
    field("targets", "目标值，逐行", "targets, one in a line", TEXTS),
    field("differs", "各期目标是否不同", "whether the targets of periods differ", FLAG),
    *(field(f"{name}_target", f"{zh}期的目标值", f"target of the {en} period") for name, zh, en in _PLACES),
    field("weight", "权重", "weight"),
)
_SCORE_SHEET = group(
    field("title", "表的标题", "title of the sheet"),
    field("number", "表的编号", "number of the sheet"),
    labels(("number", "序号", "number"), ("name", "指标名称", "indicator"), ("target", "目标值", "target"),
           ("weight", "权重", "weight"), ("source", "数据来源", "source"), ("formula", "计算公式", "formula"),
           ("criteria", "评分标准", "scoring"), ("consequence", "结果应用", "consequence"),
           ("bands", "评分等级", "grading bands"), ("composite", "综合得分", "composite score")),
    field("has_formula", "是否有公式一列", "whether there is a column for formulas", FLAG),
    field("has_criteria", "是否有评分标准一列", "whether there is a column for scoring", FLAG),
    field("has_source", "是否有数据来源一列", "whether there is a column for sources", FLAG),
    field("target_columns", "目标值有几列（0 到 4）", "how many columns of targets there are (0 to 4)", NUMBER),
    *(field(f"{name}_period_label", f"{zh}期的名称", f"name of the {en} period") for name, zh, en in _PLACES),
    field("band_columns", "是否每个等级一列", "whether each band has a column", FLAG),
    *(field(f"{name}_band_label", f"{zh}个等级的名称", f"name of the {en} band") for name, zh, en in _PLACES),
    *(field(f"{name}_band_range", f"{zh}个等级的分数", f"scores of the {en} band") for name, zh, en in _PLACES),
    field("lines", "各项指标，一行一项", "the indicators, each in a line", Many(_LINE)),
    field("weight_sum", "权重合计", "sum of the weights"),
    field("bands", "各评分等级", "the grading bands", Many(group(
        field("label", "等级", "the band"),
        field("score", "分数，用文字", "scores in words"),
        field("range", "分数，用符号", "scores in signs"),
        field("consequence", "结果应用", "what follows"),
    ))),
    field("composite", "综合得分的组成", "what the composite score consists of", Many(group(
        field("title", "部分", "the part"),
        field("weight", "权重", "weight"),
        field("formula", "算法", "formula"),
    ))),
    field("remarks", "表的其他内容", "whatever else is stated of the sheet", CELLS),
)  # fmt: skip
_ABILITIES = group(
    field("title", "标题", "title"),
    field("number", "编号", "number"),
    labels(("number", "序号", "number"), ("name", "能力", "ability"), ("text", "行为标准", "behaviour"),
           ("weight", "权重", "weight")),
    field("has_texts", "是否有行为标准", "whether any ability has its behaviour", FLAG),
    field("entries", "各项能力", "the abilities", Many(group(
        field("number", "序号", "number"),
        field("group", "类别", "kind"),
        field("first", "是否该类别的首项", "whether it is the first of its kind", FLAG),
        field("name", "能力及级别", "ability and level"),
        field("text", "行为标准", "behaviour"),
        field("weight", "权重", "weight"),
    ))),
    field("weight_sum", "权重合计", "sum of the weights"),
)  # fmt: skip
_SIGNATURE = group(
    field("label", "签字人，如 考核人", "who, such as assessor"),
    labels(("signature", "签字", "signature"), ("date", "日期", "date")),
    field("name", "姓名", "name"),
    field("date", "日期", "date"),
)
_SCORECARD = group(
    labels(("position", "岗位", "position"), ("code", "编号", "code"), ("department", "部门", "department"),
           ("incumbent", "被考核人", "incumbent"),
           ("period", "考核期", "period"), ("assessor", "考核人", "assessor"), ("actual", "实际完成", "actual"),
           ("score", "得分", "score"), ("sum", "合计", "sum"), ("remarks", "备注", "remarks"),
           ("result", "考核结果", "result"), ("grade", "等级", "grade"), ("comments", "评语", "comments")),
    field("none", "没有指标时的说明", "what is said where there are no indicators"),
    field("department", "部门", "the department"),
    field("assessor", "考核人", "who assesses"),
    field("sheets", "各指标表", "the sheets of indicators", Many(_SCORE_SHEET)),
    field("abilities", "能力素质", "the competences", _ABILITIES),
    field("totals", "各表在总分中的权重", "how the sheets make one score", Many(group(
        field("title", "表", "the sheet"), field("weight", "权重", "weight"),
    ))),
    field("signatures", "签字人，三人一行", "who signs, three in a row", Many(group(
        *(field(name, f"{zh}人", f"the {en} one", _SIGNATURE) for name, zh, en in _PLACES[:3])
    ))),
    field("others", "考核的其他内容", "whatever else is stated of assessment", CELLS),
)  # fmt: skip
_POSTING = group(
    field("chosen", "工作区是否自选章节", "whether the workspace lists the sections itself", FLAG),
    field("facts", "要点，两项一行", "the key facts, two in a row", Many(group(
        field("left", "左边一项", "the left one", FACT), field("right", "右边一项", "the right one", FACT),
    ))),
    field("overview", "岗位简介", "what the position is about"),
    field("prospects", "发展前景", "prospects", CELLS),
    field("application", "应聘方式", "how to apply"),
)  # fmt: skip
FIELDS = group(
    declared(fields_of(Position)),
    field("id", "岗位标识（文件名）", "id of the position (name of its file)"),
    field("unit", "所属部门", "the unit"),
)
POSITION = group(
    HEADING,
    field("position", "岗位的各个字段，一行一个", "the fields of the position, each in one line", FIELDS),
    field("dates", "文件的日期，如 2026-03-01，配合 |date 使用", "dates of the document, such as 2026-03-01, for |date", group(
        field("analysed", "岗位分析日期", "day of the analysis"),
        field("written", "编制日期", "day of writing"),
        field("approved", "批准日期", "day of approval"),
        field("effective", "生效日期", "day from which it is in force"),
        field("review_due", "复审日期", "day on which it is to be reviewed"),
    )),
    field("boxes", "各选项的方框，配合 |boxes 使用", "the boxes of choices, for |boxes", group(
        field("environment", "工作环境", "working environment", Many(CHOICE)),
        field("hazard", "危险性", "hazard", Many(CHOICE)),
    )),
    field("in_line", "写成一行的标签", "labels in one line", group(
        field("measures", "标签“衡量标准”", "the label 'measures'"),
        field("preferred", "标签“理想条件”", "the label 'preferred'"),
        field("competences", "标签“能力素质”", "the label 'competences'"),
        field("application", "标签“应聘方式”", "the label 'application'"),
    )),
    field("parts", "各章节，按顺序；没有内容的不在其中", "the sections in order, those that there are", Many(
        group(SECTION, *_SPECIAL.values())
    )),
    group(*(
        section(name, group(SECTION, _SPECIAL[name]) if name in _SPECIAL else SECTION)
        for name in (one.value for one in POSITION_SECTIONS)
    )),
    field("scorecard", "考核表", "the scorecard", _SCORECARD),
    field("posting", "招聘启事", "the recruiting advertisement", _POSTING),
)  # fmt: skip
