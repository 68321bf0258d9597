"""An organizational unit: department, group or level, with its functions and regulations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posdoc.model.document import Attachment, Document
from posdoc.model.flow import Flow
from posdoc.model.record import Option, Record, declare, record, supplied
from posdoc.model.relations import Points
from posdoc.model.values import HeadCount, Ref, Text


class UnitKind(Option):
    """What sort of unit it is."""

    COMPANY = "company", "公司", "Company"
    DEPARTMENT = "department", "部门", "Department"
    SECTION = "section", "科室", "Section"
    GROUP = "group", "组", "Group"
    OFFICE = "office", "办事处", "Office"
    LEVEL = "level", "层级", "Level of management"


@record
class PositionDefaults(Record):
    """Values for the positions below that do not state them; any field of a position may stand here."""

    values: Mapping[str, Any] = supplied(default=None)


@record
class UnitFunction(Record):
    """What a unit is there for; functions may hold further functions."""

    shorthand = "text"

    number: str | None = declare("序号", "No.", "序号；不写则自动编号。", "Number; counted when left out.", "1")
    title: Text | None = declare("职能", "Function", "职能名称。", "Name of the function.", {"zh": "项目管理", "en": "Projects"})
    text: Text | None = declare("说明", "Description", "职能说明。", "What it consists of.",
                                {"zh": "负责售后政策的制定。", "en": "Sets after-sales policy."})
    functions: tuple[UnitFunction, ...] = declare(
        "分项职能", "Sub-functions", "下一级职能。", "Functions within it.", ["组织项目实施"], default=())


@record
class Article(Record):
    """One article of a regulation (第一条)."""

    shorthand = "text"

    id: Ref | None = declare("标识", "Id", "供引用的标识。", "An id to refer to.", "confidentiality", printed=False)
    number: str | None = declare("条号", "No.", "条号；不写则自动编号。", "Number; counted when left out.", "第一条")
    text: Text | None = declare("条文", "Article", "条文。", "The article.",
                                {"zh": "售后人员应当守时。", "en": "Service staff are on time."}, required=True)
    items: tuple[Text, ...] = declare("各款", "Items", "条下各款。", "Its items.", [{"zh": "着工装", "en": "Wear work clothes"}],
                                      default=())


@record
class Chapter(Record):
    """One chapter of a regulation (第一章)."""

    title: Text | None = declare("章名", "Chapter", "章名。", "Title of the chapter.", {"zh": "总则", "en": "General"})
    number: str | None = declare("章号", "No.", "章号；不写则自动编号。", "Number; counted when left out.", "第一章")
    articles: tuple[Article, ...] = declare("条", "Articles", "本章各条。", "The articles.", ["售后人员应当守时。"], default=())


@record
class Regulation(Record):
    """A set of rules in chapters and articles."""

    id: Ref | None = declare("标识", "Id", "供引用的标识。", "An id to refer to.", "conduct", printed=False)
    title: Text | None = declare("制度名称", "Regulation", "制度名称。", "Name of the regulation.",
                                 {"zh": "售后人员管理制度", "en": "Rules for service staff"}, required=True)
    chapters: tuple[Chapter, ...] = declare("章", "Chapters", "各章。", "The chapters.",
                                            [{"title": "总则", "articles": ["售后人员应当守时。"]}], default=())
    document: Document | None = declare("文件信息", "Document", "制度的文件信息。", "Number, version and dates.",
                                        {"number": "SH-RG-01"})


@record
class Term(Record):
    """A word and what it means here."""

    term: Text | None = declare("名词", "Term", "名词。", "The term.", {"zh": "三包", "en": "Warranty"}, required=True)
    definition: Text | None = declare("解释", "Definition", "解释。", "What it means.",
                                      {"zh": "包修、包换、包退", "en": "repair, replacement, refund"}, required=True)


@record
class ListedPost(Record):
    """A post as the unit's own chart or staffing list shows it, whether or not a position describes it."""

    shorthand = "title"

    title: Text | None = declare("岗位", "Post", "图或表中的岗位名称。", "Name of the post in the chart or list.",
                                 {"zh": "配件发货员", "en": "Parts dispatch clerk"}, required=True)
    position: Ref | None = declare("对应岗位", "Described by", "描述它的岗位。", "The position that describes it.",
                                   "parts-dispatch-clerk", refers_to="position outside")
    headcount: HeadCount | None = declare("人数", "People", "图或表中的人数。", "People in the chart or list.", 2)
    under: Text | None = declare("上级岗位", "Under", "图中位于其上方的岗位或组的名称。",
                                 "Name of the post or group above it in the chart.", {"zh": "配件组", "en": "Parts group"})


@record
class Unit(Record):
    """One unit. ``id`` is the name of its folder, ``parent`` the unit of the folder above."""

    id: str = supplied("")
    parent: str = supplied("")
    path: str = supplied("")

    title: Text | None = declare("部门名称", "Unit", "部门或组的名称。", "Name of the unit.",
                                 {"zh": "客户服务组", "en": "Customer Service Group"}, required=True)
    aliases: tuple[Text, ...] = declare("别名", "Also known as", "其他叫法。", "Other names in use.", [{"zh": "客服组"}],
                                        default=())
    former_ids: tuple[Ref, ...] = declare("曾用标识", "Former ids", "改名前的标识。", "Ids it had before.", ["cs"], default=())
    code: str | None = declare("部门编号", "Unit code", "部门编号。", "Code of the unit.", "SH-KF")
    kind: UnitKind | None = declare("类型", "Kind", "公司、部门、科室、组、办事处，或只是层级。",
                                    "Company, department, section, group, office, or only a level.", "group")
    level: Ref | None = declare("层级", "Level", "所属管理层级。", "Level of management.", "management", refers_to="level")
    order: int | None = declare("排列次序", "Order", "在图和表中的次序，小的在前。", "Place in charts and tables, low first.", 1)
    head: Ref | None = declare("负责人岗位", "Head", "部门负责人岗位。", "The position that heads the unit.",
                               "customer-service-supervisor", refers_to="position outside")
    headcount: HeadCount | None = declare("编制", "Headcount", "部门编制人数。", "Planned number of people.", 12)
    location: Text | None = declare("地点", "Location", "所在地。", "Where it is.", {"zh": "总部", "en": "Headquarters"})
    co_located_with: tuple[Ref, ...] = declare("合署部门", "Co-located with", "合署办公的部门。",
                                               "Units that share its premises and staff.", ["quality"], default=(),
                                               refers_to="unit party")
    background: Text | None = declare("背景及目的", "Background and aim", "设立部门的背景与目的。", "Why the unit exists.",
                                      {"zh": "为明确职责而设立。", "en": "Set up to make duties clear."})
    value_proposition: Text | None = declare("价值定位", "Value proposition", "部门为公司和客户创造的价值。",
                                             "What it is worth to company and customers.",
                                             {"zh": "让客户放心用", "en": "Products customers can rely on"})
    functions: tuple[UnitFunction, ...] = declare("部门职能", "Functions", "部门职能，可分级。", "Functions, nested if need be.",
                                                  ["受理客户咨询与投诉"], default=())
    posts: tuple[ListedPost, ...] = declare(
        "岗位一览", "Posts as listed", "部门架构图或编制表中列出的岗位，不论是否另有说明书。",
        "Posts that the unit's own chart or staffing list shows, described elsewhere or not.",
        [{"title": {"zh": "配件发货员", "en": "Parts dispatch clerk"}, "headcount": 2}], default=())
    staffing_principles: tuple[Text, ...] = declare(
        "人员配置原则", "Staffing principles", "岗位设置与人员配置的原则。", "Principles by which it is staffed.",
        [{"zh": "权责对等", "en": "Authority matches responsibility"}], default=())
    resources: tuple[Points, ...] = declare("资源", "Resources", "设备、知识库等资源。", "Equipment, knowledge base and the like.",
                                            [{"title": "知识库", "text": "常见问题解决方案"}], default=())
    flows: tuple[Flow, ...] = declare("工作流程", "Workflows", "部门工作流程。", "Workflows of the unit.",
                                      [{"title": "报修流程", "steps": ["受理", "派工", "回访"]}], default=())
    regulations: tuple[Regulation, ...] = declare("管理制度", "Regulations", "按章、条编写的管理制度。",
                                                  "Regulations in chapters and articles.",
                                                  [{"title": "售后人员管理制度"}], default=())
    sections: tuple[Points, ...] = declare(
        "其他事项", "Additional information", "以上各项之外的其他内容。", "Anything that has no field of its own.",
        [{"title": {"zh": "值班安排", "en": "Duty roster"}, "points": ["每日安排一人值班"]}], default=())
    glossary: tuple[Term, ...] = declare("名词解释", "Glossary", "名词解释。", "Terms and what they mean.",
                                         [{"term": "三包", "definition": "包修、包换、包退"}], default=())
    attachments: tuple[Attachment, ...] = declare("附件", "Attachments", "附件。", "Attachments.", ["服务流程图"], default=())
    notes: tuple[Text, ...] = declare("备注", "Notes", "备注。", "Remarks.", ["每年复核一次。"], default=())
    document: Document | None = declare("文件信息", "Document", "文件编号、版本与日期。", "Number, version and dates.",
                                        {"number": "SH-OM-01"})
    defaults: PositionDefaults | None = declare(
        "下属岗位默认值", "Defaults", "本部门（含下级部门）各岗位未写明时采用的值。",
        "Values for positions in this unit and below that do not state them.", {"location": "总部"}, printed=False)
