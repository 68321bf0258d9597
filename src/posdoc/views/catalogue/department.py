"""What a template about the whole department can use."""

from __future__ import annotations

from posdoc.template.shape import Group, Many, field, group
from posdoc.views.catalogue.blocks import CELLS, DRAWING, HEADING, KPI_SHEET, SECTION, labels, section
from posdoc.views.catalogue.position import POSITION
from posdoc.views.catalogue.unit import FIELDS, SPECIAL, named
from posdoc.views.department import CHAPTERS

_CHAPTERS: dict[str, Group] = {
    **SPECIAL,
    "scorecards": group(field("cards", "各岗位的指标", "the indicators of each position", Many(group(
        field("position", "岗位名称", "title of the position"),
        field("sheets", "各指标表", "the sheets", Many(KPI_SHEET)),
    )))),
}  # fmt: skip
_ACKNOWLEDGEMENT = group(
    field("statement", "声明", "the statement that is signed"),
    labels(("number", "序号", "number"), ("unit", "部门", "unit"), ("position", "岗位", "position"),
           ("name", "姓名", "name"), ("staff_number", "工号", "staff number"), ("version", "版本", "version"),
           ("signature", "签字", "signature"), ("date", "日期", "date")),
    field("people", "各人员", "the people", Many(group(
        field("number", "序号", "number"),
        field("name", "姓名", "name"),
        field("staff_number", "工号", "staff number"),
        field("unit", "部门", "unit"),
        field("position", "岗位", "position"),
        field("code", "岗位编号", "code of the position"),
        field("version", "说明书版本", "version of the job description"),
    ))),
)  # fmt: skip
DEPARTMENT = group(
    HEADING,
    field("fields", "部门的各个字段，一行一个", "the fields of the department, each in one line", FIELDS),
    field("cover", "封面上的内容", "what stands on the cover", CELLS),
    field("contents", "目录", "the table of contents", DRAWING),
    field("contents_title", "目录的标题", "title of the table of contents"),
    field("parts", "各章，按顺序；没有内容的不在其中", "the chapters in order, those that there are", Many(
        group(SECTION, *_CHAPTERS.values())
    )),
    group(*(section(name, named(name, _CHAPTERS)) for name in CHAPTERS)),
    field("job_descriptions", "各岗位说明书，用 {%p insert job_descriptions %} 印出",
          "the job descriptions, printed by {%p insert job_descriptions %}", Many(POSITION)),
    field("acknowledgement", "签收表", "the acknowledgement sheet", _ACKNOWLEDGEMENT),
)  # fmt: skip
