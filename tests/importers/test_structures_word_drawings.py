"""Word files as departments have them: org charts and flow charts (structures 9 and 10)."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.importers.pieces import Foreign
from posdoc.importers.word import read_word
from tests.importers.structures import Case, cell, check, form
from tests.importers.test_word_drawings import PICTURE, both, drawing, line, old_shape, point, shape
from tests.importers.word_files import NAMESPACES, TYPES, p, part, r, read, relations, zipped


def with_smart_art(points: str, relation: str, *around: str) -> Foreign:
    """A file with a diagram that Word has drawn, between two texts."""
    model = f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{relation}</dgm:cxnLst></dgm:dataModel>"
    before, after = around
    body = before + p(r(drawing('<dgm:relIds r:dm="r1" r:lo="r2"/>', ""))) + after
    return read_word(zipped({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations([("diagramData", "diagrams/data1.xml")]),
        "word/diagrams/data1.xml": model,
    }), "架构.docx")  # fmt: skip


def lines(*texts: str) -> str:
    return "".join(map(p, texts))


MANAGER_ABOVE_TWO = line("0", "1", 0) + line("1", "2", 0) + line("1", "3", 1) + line("3", "4", 0) + line("4", "5", 0)
CHART = shape(p("售后经理")) + shape(p("备件主管")) + shape(p("热线班长"))
CASES = {
    # --- 9: org charts
    "9 SmartArt": Case(
        with_smart_art(
            point("0", kind="doc") + point("1", "售后经理") + point("2", "备件主管\n2人") + point("3", "热线班长")
            + point("4", "")
            + point("5", "热线坐席（6 人）"),
            MANAGER_ABOVE_TWO, lines("售后服务部组织架构图"), lines("部门职能", "1、受理报修。", "2、供应备件。"),
        ),
        {},
        unit={
            "posts": [
                "售后经理", {"title": "备件主管", "headcount": "2", "under": "售后经理"}, {"title": "热线班长",
                "under": "售后经理"},
                {"title": "热线坐席", "headcount": "6", "under": "热线班长"},
            ],
            "functions": ["受理报修。", "供应备件。"],
        },
        units=["售后服务部"],
    ),
    "9 SmartArt in English, in a cell of a post": Case(
        with_smart_art(
            point("0", kind="doc") + point("1", "Service Manager") + point("2", "Parts Supervisor") + point("3", "Hotline Lead")
            + point("4", "") + point("5", "Hotline Agent"),
            MANAGER_ABOVE_TWO, lines("Job title: Hotline Lead", "Reports to: Service Manager", "Organization chart"),
            lines("Purpose: Keeps the hotline staffed."),
        ),
        {"Hotline Lead": {"reports_to": "service-manager", "purpose": "Keeps the hotline staffed."}},
        unit={"posts": [
            "Service Manager", {"title": "Parts Supervisor", "under": "Service Manager"},
            {"title": "Hotline Lead", "under": "Service Manager"}, {"title": "Hotline Agent", "under": "Hotline Lead"},
        ]},
        findings=["title-unknown"], outside=["Service Manager"],
    ),
    "9 text boxes are kept, and reported": Case(
        read(lines("售后服务部组织架构图") + p(r(drawing(f"<wpg:wgp>{CHART}</wpg:wgp>"))) + lines("部门职能",
        "1、受理报修。", "2、供应备件。")),
        {}, unit={"functions": ["受理报修。", "供应备件。"]},
        kept=["售后经理", "备件主管", "热线班长"], findings=["drawing-without-lines"], units=["售后服务部"],
    ),
    "9 text boxes with their copy for older programs stand once": Case(
        read(
            lines("岗位名称：备件主管", "岗位在组织中的位置")
            + p(r(both(p("售后经理"))) + r(both(p("备件主管"))) + r(both(p("备件计划员"))))
            + lines("直接上级：售后经理", "岗位目的：让常用件不断货。"),
        ),
        {"备件主管": {"reports_to": "售后经理", "purpose": "让常用件不断货。"}},
        kept=["备件计划员"], findings=["drawing-without-lines", "title-unknown"], outside=["售后经理"],
    ),
    "9 old text boxes in a cell": Case(
        read(form(
            ("岗位名称", "备件主管"),
            ("组织结构图", cell(p(r(old_shape(p("售后经理"))) + r(old_shape(p("备件主管"))) + r(old_shape(p("备件计划员")))))),
            ("直接上级", "售后经理"),
            columns=2,
        )),
        {"备件主管": {"reports_to": "售后经理"}},
        kept=["售后经理", "备件主管", "备件计划员"], findings=["drawing-without-lines", "title-unknown"], outside=["售后经理"],
    ),
    "9 a picture only": Case(
        read(lines("岗位名称：备件主管", "组织架构图") + p(r(drawing(PICTURE, "售后部组织架构图，2024 年版")))
             + lines("岗位目的：让常用件不断货。")),
        {"备件主管": {"purpose": "让常用件不断货。"}},
        kept=["售后部组织架构图，2024 年版"], findings=["picture-not-read"],
    ),
    "9 a picture in English, in a cell": Case(
        read(form(
            ("Job title", "Parts Supervisor"), ("Organization chart", cell(p(r(drawing(PICTURE,
            "Chart of the service team"))))),
            ("Purpose", "Keeps parts in stock."),
            columns=2,
        )),
        {"Parts Supervisor": {"purpose": "Keeps parts in stock."}},
        kept=["Chart of the service team"], findings=["picture-not-read"],
    ),
    "9 the texts of a chart run together": Case(
        read(lines(
            "一、售后服务部组织架构图", "售后经理备件组三包组客服组备件计划员旧件管理员三包审核员客服班长客服文员",
            "二、部门职能", "1、受理报修。", "2、供应备件。",
        )),
        {}, unit={"functions": ["受理报修。", "供应备件。"]},
        kept=["售后经理备件组三包组客服组备件计划员旧件管理员三包审核员客服班长客服文员"], findings=["drawing-without-lines"],
        units=["售后服务部"],
    ),
    # --- 10: flow charts
    "10 arrows": Case(
        read(lines("岗位名称：热线坐席", "作业流程", "总体流程：接听来电→核对客户资料→登记报修→派工→回访。")),
        {"热线坐席": {"flows": [
            {"title": "总体流程", "scope": "overall", "steps": ["接听来电", "核对客户资料", "登记报修", "派工", "回访"]},
        ]}},
    ),
    "10 dashes as arrows, under titles": Case(
        read(lines(
            "岗位名称：热线坐席", "作业流程图", "总体流程图", "接听来电------登记报修------派工------回访",
            "分项作业流程图", "1、投诉处理流程", "受理投诉——查明原因——答复客户", "2、催单流程",
            "查询进度-->联系工程师-->答复客户",
        )),
        {"热线坐席": {"flows": [
            {"title": "总体流程图", "scope": "overall", "steps": ["接听来电", "登记报修", "派工", "回访"]},
            {"title": "投诉处理流程", "scope": "partial", "steps": ["受理投诉", "查明原因", "答复客户"]},
            {"title": "催单流程", "scope": "partial", "steps": ["查询进度", "联系工程师", "答复客户"]},
        ]}},
    ),
    "10 a flow in a cell": Case(
        read(form(
            ("岗位名称", "热线坐席"), ("工作流程", cell("报修受理流程：\n接听来电 → 登记报修 → 派工 → 回访")), columns=2,
        )),
        {"热线坐席": {"flows": [{"title": "报修受理流程", "steps": ["接听来电", "登记报修", "派工", "回访"]}]}},
    ),
    "10 a flow in text boxes": Case(
        read(
            lines("岗位名称：热线坐席", "工作流程")
            + p(r(drawing(f"<wpg:wgp>{shape(p('接听来电'))}{shape(p('登记报修'))}{shape(p('派工'))}</wpg:wgp>")))
            + lines("任职资格", "学历：高中"),
        ),
        {"热线坐席": {"qualifications": [{"item": "education", "required": "高中"}]}},
        kept=["接听来电", "登记报修", "派工"], findings=["drawing-without-lines"],
    ),
    "10 English": Case(
        read(lines(
            "Job title: Hotline Agent", "Workflow",
            "Fault report: take the call -> log the fault -> dispatch an engineer -> call back",
        )),
        {"Hotline Agent": {"flows": [{
            "title": "Fault report", "steps": ["take the call", "log the fault", "dispatch an engineer", "call back"],
        }]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_read_as_stated(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)
