"""What the views of positions, units and the department have in common."""

from __future__ import annotations

from collections.abc import Iterable

from posdoc.model import FieldInfo, SectionName
from posdoc.phrases import Phrase
from posdoc.template.shape import TEXTS, Field, Group, Leaf, Many, Shape, field, group

FLAG, NUMBER, DRAWING = Leaf.FLAG, Leaf.NUMBER, Leaf.DRAWING


def labels(*entries: tuple[str, str, str]) -> Group:
    """Printed labels: each under its name and ``_label``."""
    return group(*(field(f"{name}_label", f"标签“{zh}”", f"the label '{en}'") for name, zh, en in entries))


def declared(infos: Iterable[FieldInfo]) -> Group:
    """Fields of the model, each a text in one line, with the meaning that the model declares."""
    return group(*((info.name, Field(_meaning(info), Leaf.TEXT)) for info in infos))


def _meaning(info: FieldInfo) -> Phrase:
    zh, en = info.meaning
    return Phrase(
        zh if zh.startswith(info.label.zh) else f"{info.label.zh}：{zh}",
        en if en.lower().startswith(info.label.en.lower()) else f"{info.label.en}: {en}",
    )


def section(name: str, shape: Shape) -> tuple[str, Field]:
    """A section under its own name."""
    label = SectionName.of(name).label
    return name, Field(
        Phrase(f"章节“{label.zh}”；没有内容时为空", f"the section '{label.en}'; empty where there is nothing"), shape
    )


CHOICE = group(
    field("mark", "方框：☑ 或 □", "the box: ☑ or □"),
    field("label", "选项名称", "name of the choice"),
)
FACT = group(
    field("label", "标签", "the label"),
    field("value", "内容，一行", "the content, in one line"),
    field("field", "字段名", "name of the field"),
)
DETAILS = Many(FACT)
_CELL = group(
    field("label", "标签", "the label"),
    field("value", "内容；只有一行时才有", "the content where it is just one line"),
    field("lines", "内容，逐行", "the content, line by line", TEXTS),
    field("items", "编号列表的各项", "the items of a numbered list", TEXTS),
    field("choices", "各选项及其方框", "the choices with their boxes", Many(CHOICE)),
    field("field", "字段名", "name of the field"),
)
CELL = group(_CELL, field("in_line", "标签，写成一行", "the label in one line"))
ROW = group(
    field("paired", "是否两对标签与内容并排", "whether two pairs of label and value stand side by side", FLAG),
    field("left", "并排时左边一对", "the left pair, where there are two", FACT),
    field("right", "并排时右边一对", "the right pair, where there are two", FACT),
    _CELL,
)
CELLS = group(
    field("rows", "标签与内容，短的两对一行", "labels and values, short ones two in a row", Many(ROW)),
    field("cells", "标签与内容，逐对列出", "labels and values one by one", Many(CELL)),
)
SECTION = group(
    field("title", "章节标题", "title of the section"),
    field("number", "章节编号，如 一、", "number of the section, such as 1."),
    field("name", "章节名，如 duties", "name of the section, such as duties"),
    field("kind", "章节种类：rows、duties、flows 等", "kind of the section: rows, duties, flows …"),
    CELLS,
)
FLOW = group(
    field("group", "流程所属范围，仅在其首个流程处", "scope, at the first flow of it"),
    field("title", "流程名称", "title of the flow"),
    field("about", "流程说明", "what is said of the flow"),
    field("steps", "各步骤", "the steps", TEXTS),
    field("drawing", "流程图", "the chart of the flow", DRAWING),
)
FLOWS = group(field("flows", "各流程", "the work flows", Many(FLOW)))
REVISIONS = group(
    labels(("version", "版本", "version"), ("date", "日期", "date"), ("text", "修订内容", "change"),
           ("author", "修订人", "author")),
    field("revisions", "各次修订", "the revisions", Many(group(
        field("version", "版本", "version"),
        field("date", "日期", "date"),
        field("text", "修订内容", "what was changed"),
        field("author", "修订人", "who changed it"),
    ))),
)  # fmt: skip
SIGNOFF = group(
    field("statement", "声明", "the statement that is signed"),
    labels(("statement", "声明", "statement"), ("role", "角色", "role"), ("name", "姓名", "name"),
           ("date", "日期", "date"), ("signature", "签字", "signature")),
    field("signers", "签署人", "who signs", Many(group(
        field("role", "角色，如 编制、审核、批准", "role, such as author, reviewer, approver"),
        field("name", "姓名", "name"),
        field("date", "签署日期", "date of signing"),
    ))),
)  # fmt: skip
DRAWN = group(field("drawing", "图", "the chart", DRAWING))
KPI_SHEET = group(
    field("title", "指标表标题", "title of the sheet"),
    labels(("number", "序号", "number"), ("name", "指标名称", "indicator"), ("target", "目标值", "target"),
           ("weight", "权重", "weight")),
    field("has_weight", "是否有指标写了权重", "whether any indicator has a weight", FLAG),
    field("kpis", "各项指标", "the indicators", Many(group(
        field("number", "序号或编号", "number or code"),
        field("name", "指标名称", "name of the indicator"),
        field("targets", "目标值，逐行", "targets, one in a line", TEXTS),
        field("weight", "权重", "weight"),
        field("details", "其他内容", "whatever else is stated", DETAILS),
        field("parts", "子指标", "sub-indicators", TEXTS),
    ))),
    CELLS,
)  # fmt: skip
HEADING = group(
    field("form_title", "文件标题，如 岗位说明书", "title of the document, such as Job Description"),
    field("company", "公司名称", "name of the company"),
    field("department", "部门名称", "name of the department"),
    field("document_number", "文件编号", "number of the document"),
    field("version", "版本，未批准时注明状态", "version, with the status where it is not approved"),
    field("watermark", "水印，如 草案", "the watermark, such as Draft", DRAWING),
    field("colon", "标签后的冒号", "the colon behind a label"),
    field("between", "列举时的分隔号，如 、", "what stands between items in a row"),
    field("open", "左括号", "the opening bracket"),
    field("close", "右括号", "the closing bracket"),
    field("page", "页码前后的文字", "the words around page numbers", group(
        field("before", "页码之前，如 第", "before the page number"),
        field("between", "页码与总页数之间", "between the two numbers"),
        field("after", "总页数之后", "behind the number of pages"),
    )),
)  # fmt: skip
