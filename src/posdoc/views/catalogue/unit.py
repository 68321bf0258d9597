"""What a template about a unit can use."""

from __future__ import annotations

from posdoc.model import Unit, fields_of
from posdoc.template.shape import TEXTS, Group, Many, field, group
from posdoc.views.catalogue.blocks import (
    DRAWN,
    FLAG,
    FLOWS,
    HEADING,
    REVISIONS,
    SECTION,
    SIGNOFF,
    declared,
    labels,
    section,
)
from posdoc.views.unit import SECTIONS

_COUNTS = group(
    field("planned", "编制人数", "planned"),
    field("filled", "在岗人数", "filled"),
    field("vacant", "缺编人数", "vacant"),
)
_STAFFING = group(
    field("has_units", "是否有多个部门", "whether there are several units", FLAG),
    field("has_people", "是否知道在岗人员", "whether it is known who is there", FLAG),
    field("has_grade", "是否有职等", "whether any post has a grade", FLAG),
    field("has_code", "是否有编号", "whether any post has a code", FLAG),
    labels(("number", "序号", "number"), ("unit", "部门", "unit"), ("post", "岗位", "post"), ("code", "编号", "code"),
           ("grade", "职等", "grade"), ("planned", "编制", "planned"), ("filled", "在岗", "filled"),
           ("vacant", "缺编", "vacant"), ("total", "合计", "total"), ("principles", "定编原则", "principles")),
    field("groups", "各部门的岗位", "the posts of each unit", Many(group(
        field("unit", "部门", "the unit"),
        field("posts", "各岗位", "the posts", Many(group(
            field("number", "序号", "number"),
            field("title", "岗位名称", "title"),
            field("code", "编号", "code"),
            field("grade", "职等", "grade"),
            _COUNTS,
        ))),
        field("sums", "小计", "the sums", _COUNTS),
        field("sums_label", "标签“小计”", "the label 'sum'"),
    ))),
    field("total", "合计", "the total", _COUNTS),
    field("principles", "定编原则", "principles of staffing", TEXTS),
)  # fmt: skip
_POSTS = group(
    field("posts", "各岗位", "the posts", Many(group(
        field("number", "编号或序号", "code or number"),
        field("title", "岗位名称", "title"),
        field("headcount", "定员", "head count"),
        field("heading", "岗位名称和定员", "title and head count"),
        field("purpose", "岗位目的或概述", "purpose or overview"),
        field("duties", "各条职责", "the duties", Many(group(
            field("number", "序号", "number"),
            field("text", "职责内容", "the duty"),
            field("tasks", "具体任务", "tasks", TEXTS),
        ))),
        field("qualifications", "任职资格", "qualifications", TEXTS),
        field("qualifications_label", "标签“任职资格”", "the label 'qualifications'"),
    ))),
)  # fmt: skip
_FUNCTIONS = group(
    field("nested", "职能是否分层", "whether functions have functions below them", FLAG),
    field("functions", "各项职能", "the functions", Many(group(
        field("number", "编号", "number"),
        field("level", "层次，从 1 起", "level, from 1"),
        field("title", "职能名称", "title"),
        field("text", "职能内容", "text"),
    ))),
)  # fmt: skip
_REGULATIONS = group(
    field("regulations", "各项制度", "the regulations", Many(group(
        field("title", "制度名称", "title"),
        field("about", "文号、版本、生效日期", "number, version, day from which it is in force"),
        field("chapters", "各章", "the chapters", Many(group(
            field("number", "章的编号，如 第一章", "number of the chapter"),
            field("title", "章的标题", "title"),
            field("articles", "各条", "the articles", Many(group(
                field("number", "条的编号，如 第一条", "number of the article"),
                field("text", "条文", "text"),
                field("items", "各款项", "items", TEXTS),
            ))),
        ))),
    ))),
)  # fmt: skip
_PARAGRAPHS = group(field("paragraphs", "各段文字", "the paragraphs", TEXTS))
_POINTS = group(
    field("topics", "各个要点组", "the groups of points", Many(group(
        field("title", "标题", "title"),
        field("texts", "文字，逐段", "texts, one by one", TEXTS),
        field("points", "各点", "the points", TEXTS),
        field("bare", "是否只有标题", "whether there is nothing but the title", FLAG),
    ))),
)  # fmt: skip
SPECIAL: dict[str, Group] = {
    "unit_chart": DRAWN,
    "background": _PARAGRAPHS,
    "resources": _POINTS,
    "unit_sections": _POINTS,
    "attachments": _PARAGRAPHS,
    "unit_notes": _PARAGRAPHS,
    "functions": _FUNCTIONS,
    "staffing": _STAFFING,
    "posts": _POSTS,
    "unit_flows": FLOWS,
    "regulations": _REGULATIONS,
    "unit_revisions": REVISIONS,
    "unit_signoff": SIGNOFF,
}
"""The sections of a unit that hold more than rows."""
FIELDS = group(
    declared(fields_of(Unit)),
    field("id", "部门标识（文件夹名）", "id of the unit (name of its folder)"),
    field("parent", "上级部门", "the unit above"),
)


def named(name: str, more: dict[str, Group]) -> Group:
    """The shape of a section by its name."""
    return group(SECTION, more[name]) if name in more else SECTION


UNIT = group(
    HEADING,
    field("fields", "部门的各个字段，一行一个", "the fields of the unit, each in one line", FIELDS),
    field("parts", "各章节，按顺序；没有内容的不在其中", "the sections in order, those that there are", Many(
        group(SECTION, *SPECIAL.values())
    )),
    group(*(section(name, named(name, SPECIAL)) for name in SECTIONS)),
)  # fmt: skip
