"""What a template of a table of changes can use: what differs between two states of the definitions."""

from __future__ import annotations

from posdoc.template.shape import TEXTS, Many, field, group
from posdoc.views.catalogue.blocks import FLAG, HEADING, SIGNOFF, labels

_PASSAGES = Many(group(
    field("text", "一段文字", "a stretch of the text"),
    field("is_changed", "另一边是否没有这段文字", "whether the other side has it not", FLAG),
))  # fmt: skip
_ROW = group(
    field("number", "序号，全表连续", "number, counted through the whole table"),
    field("first", "是否是所属岗位或部门的第一行", "whether it is the first row of its subject", FLAG),
    field("item", "项目：改动的字段与条目", "the item: field and entry that changed"),
    field("before", "修订前的内容；没有时为空", "what it was; empty where there was nothing"),
    field("after", "修订后的内容；没有时为空", "what it is; empty where there is nothing"),
    field("old_passages", "修订前的内容，按是否删去分段", "what it was, in passages: those that were deleted and the others",
          _PASSAGES),
    field("new_passages", "修订后的内容，按是否新写分段", "what it is, in passages: those that are new and the others",
          _PASSAGES),
)  # fmt: skip
_SUBJECT = group(
    field("about", "类别：岗位、部门或设置", "what it is: position, unit or settings"),
    field("title", "岗位或部门的名称", "title of the position or unit"),
    field("code", "岗位或部门的编号", "code of the position or unit"),
    field("id", "标识", "the id"),
    field("change", "新增、撤销、修改或调整部门", "added, abolished, changed or moved"),
    field("version", "版本，有变化时写明前后", "the version, before and after where it changed"),
    field("remarks", "改名、划入其他部门等说明", "remarks: renamed, moved to another unit", TEXTS),
    field("reason", "修订原因：本次新增的修订记录", "the reason: the entry that is new among the revisions"),
    field("rows", "各处改动", "what changed", Many(_ROW)),
)  # fmt: skip
CHANGES = group(
    HEADING,
    labels(("compared", "对照版本", "compared"), ("date", "日期", "date"), ("scope", "改动范围", "changes"),
           ("number", "序号", "number"), ("item", "项目", "item"), ("before", "修订前", "before"),
           ("after", "修订后", "after"), ("reason", "修订原因", "reason")),
    field("old", "修订前的版本或文件夹", "the revision or folder before"),
    field("new", "修订后的版本或文件夹", "the revision or folder after"),
    field("date", "制表日期", "day of the table"),
    field("scope", "新增、撤销、改动各多少", "how many were added, removed and changed"),
    field("nothing", "没有任何改动时的一句话，否则为空", "a sentence where nothing differs, else empty"),
    field("subjects", "有改动的岗位、部门和设置", "the positions, units and settings that changed", Many(_SUBJECT)),
    field("approval", "签署栏：拟订、审核、批准", "the sign-off block: prepared, reviewed, approved", SIGNOFF),
)  # fmt: skip
