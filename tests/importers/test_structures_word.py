"""Word files as departments have them: what their tables, cells and lists mean (structures 1 to 6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.structures import Case, cell, check, down, form, numbered, on, section
from tests.importers.word_files import p, read, tbl, tr

NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


CASES = {
    # --- 1: one table for a post, sections in rows across it
    "1 sections are rows across the table": Case(
        read(form(
            "备件计划员岗位说明书",
            "一、基本信息",
            (cell("岗位名称"), cell("备件计划员", 2), cell("所属部门"), cell("备件部", 2)),
            (cell("直接上级"), cell("备件主管", 2), cell("岗位定员"), cell("2人", 2)),
            "二、岗位概述",
            (cell("按装机量和故障率安排备件的采购与库存，让常用件不断货。", 6),),
            "三、岗位职责",
            (cell("1"), cell("每月汇总各办事处的备件消耗，编制采购计划。", 5)),
            (cell("2"), cell("跟踪到货，超期三天的报备件主管。", 5)),
            "四、任职资格",
            (cell("学历"), cell("大专及以上", 2), cell("专业"), cell("机械或物流", 2)),
            (cell("工作经验"), cell("两年以上备件或物料计划经验", 5)),
            columns=6,
        )),
        {"备件计划员": {
            "headcount": 2, "reports_to": "备件主管", "overview": "按装机量和故障率安排备件的采购与库存，让常用件不断货。",
            "duties": [
                {"text": "每月汇总各办事处的备件消耗，编制采购计划。"},
                {"text": "跟踪到货，超期三天的报备件主管。"},
            ],
            "qualifications": [
                {"item": "education", "required": "大专及以上"},
                {"item": "major", "required": "机械或物流"},
                {"item": "work_experience", "required": "两年以上备件或物料计划经验"},
            ],
        }},
        findings=["title-unknown"], units=["备件部"], outside=["备件主管"],
    ),
    "1 merged columns, and rows that begin further right": Case(
        read(tbl(
            section("基本资料", 5),
            tr(cell("职位名称"), cell("上门服务工程师", 2), cell("职位编号"), cell("FS-03")),
            tr(cell("职位目的"), cell("在客户现场恢复设备运行。", 4)),
            section("工作职责", 5),
            tr(down("现场\n维修"), cell("接到派工单后两小时内联系客户。", 4)),
            tr(cell("修复后请客户签字，当天交回服务报告。", 4),
               properties='<w:gridBefore w:val="1"/>'),
            section("工作联系", 5),
            tr(down("公司内"), cell("备件部", 2), cell("领用和退回备件", 2)),
            tr(on(), cell("呼叫中心", 2), cell("接受派工，反馈进度", 2)),
            tr(down("公司外"), cell("客户", 2), cell("现场维修与培训", 2)),
            columns=5,
        )),
        {"上门服务工程师": {
            "code": "FS-03", "purpose": "在客户现场恢复设备运行。",
            "duties": [{"area": "现场维修", "tasks": ["接到派工单后两小时内联系客户。",
            "修复后请客户签字，当天交回服务报告。"]}],
            "contacts": [
                {"scope": "internal", "party": "备件部", "content": "领用和退回备件"},
                {"scope": "internal", "party": "呼叫中心", "content": "接受派工，反馈进度"},
                {"scope": "external", "party": "客户", "content": "现场维修与培训"},
            ],
        }},
        outside=["备件部", "呼叫中心", "客户"],
    ),
    "1 English": Case(
        read(form(
            "JOB DESCRIPTION",
            "1. Basic Information",
            (cell("Job title"), cell("Spare Parts Planner"), cell("Department"), cell("Parts")),
            (cell("Reports to"), cell("Parts Supervisor"), cell("Headcount"), cell("2")),
            "2. Job Summary",
            (cell("Keeps fast-moving parts in stock at the lowest cost.", 4),),
            "3. Key Responsibilities",
            (cell("1"), cell("Plan monthly purchases from the consumption of all branches.", 3)),
            (cell("2"), cell("Chase late deliveries and report those over three days.", 3)),
            "4. Qualifications",
            (cell("Education"), cell("College diploma"), cell("Experience"), cell("Two years in planning")),
            columns=4,
        )),
        {"Spare Parts Planner": {
            "headcount": 2, "reports_to": "parts-supervisor",
            "overview": "Keeps fast-moving parts in stock at the lowest cost.",
            "duties": [
                {"text": "Plan monthly purchases from the consumption of all branches."},
                {"text": "Chase late deliveries and report those over three days."},
            ],
            "qualifications": [
                {"item": "education", "required": "College diploma"},
                {"item": "work_experience", "required": "Two years in planning"},
            ],
        }},
        findings=["title-unknown"], units=["Parts"], outside=["Parts Supervisor"],
    ),
    # --- 2: two pairs in a row, grids of two to eight columns
    "2 two columns": Case(
        read(form(
            ("岗位名称", "配件库管员"), ("岗位编号", "PJ-02"), ("所在部门", "配件部"), ("直接上级", "配件主管"),
            ("工作地点", "总部配件库"), ("本职", "保证配件账物相符。"),
            columns=2,
        )),
        {"配件库管员": {
            "code": "PJ-02", "reports_to": "配件主管", "location": "总部配件库", "purpose": "保证配件账物相符。",
        }},
        findings=["title-unknown"], units=["配件部"], outside=["配件主管"],
    ),
    "2 eight columns": Case(
        read(form(
            (cell("岗位名称"), cell("配件库管员"), cell("岗位编号"), cell("PJ-02"), cell("所在部门"), cell("配件部"),
             cell("职等"), cell("三等")),
            (cell("直接上级", 2), cell("配件主管", 2), cell("编制人数", 2), cell("3", 2)),
            (cell("直接下级"), cell("无", 3), cell("可晋升岗位"), cell("配件主管", 3)),
            columns=8,
        )),
        {"配件库管员": {
            "code": "PJ-02", "grade": "三等", "headcount": 3, "reports_to": "配件主管", "promotes_to": [["配件主管"]],
        }},
        findings=["title-unknown"], units=["配件部"], outside=["配件主管"],
    ),
    "2 empty values move nothing": Case(
        read(form(
            (cell("岗位名称"), cell("客户回访员"), cell("岗位编号"), cell("")),
            (cell("所属部门"), cell(""), cell("直接上级"), cell("客服主管")),
            (cell("直接下级"), cell(""), cell("岗位定员"), cell("1")),
            columns=4,
        )),
        {"客户回访员": {"headcount": 1, "reports_to": "客服主管"}},
        findings=["title-unknown"], outside=["客服主管"],
    ),
    "2 English, six columns": Case(
        read(form(
            ("Position", "Field Service Engineer", "Job code", "FSE-2", "Department", "Field Service"),
            (cell("Reports to"), cell("Service Supervisor"), cell("Location"), cell("North region"), cell("Grade"), cell("G5")),
            columns=6,
        )),
        {"Field Service Engineer": {
            "code": "FSE-2", "grade": "g5", "reports_to": "service-supervisor", "location": "North region",
        }},
        findings=["title-unknown"], units=["Field Service"], outside=["Service Supervisor"],
    ),
    # --- 3: labels inside cells and lines
    "3 label and value in one cell": Case(
        read(form(
            (cell("岗位名称：热线坐席"), cell("所属部门：呼叫中心")),
            (cell("直接上级：热线班长"), cell("定员：6 人")),
            (cell("岗位综述：\n受理客户来电，登记报修并派工。", 2),),
            columns=2,
        )),
        {"热线坐席": {"headcount": 6, "reports_to": "热线班长", "overview": "受理客户来电，登记报修并派工。"}},
        findings=["title-unknown"], units=["呼叫中心"], outside=["热线班长"],
    ),
    "3 several labels in a line": Case(
        read(
            p("热 线 坐 席 岗 位 说 明 书")
            + p("岗位名称：热线坐席\u3000\u3000所属部门：呼叫中心\u3000\u3000职级：初级")
            + p("直接上级：热线班长   直接下级：/   岗位人数：6")
        ),
        {"热线坐席": {"headcount": 6, "grade": "初级", "reports_to": "热线班长"}},
        findings=["title-unknown"], units=["呼叫中心"], outside=["热线班长"],
    ),
    "3 labels without colons, over two paragraphs, and spaced": Case(
        read(form(
            (cell("岗\u3000位\u3000名\u3000称"), cell("热线坐席"), cell("部    门"), cell("呼叫中心")),
            "任 职 资 格",
            (cell("专业\n经验"), cell("一年以上呼叫中心经验", 3)),
            (cell("性    别"), cell("不限"), cell("年  龄"), cell("20 至 40 岁")),
            "工作联系",
            (cell("平级"), cell("备件计划员、上门服务工程师", 3)),
            columns=4,
        )),
        {"热线坐席": {
            "qualifications": [
                {"item": "professional_experience", "required": "一年以上呼叫中心经验"},
                {"item": "sex", "required": "不限"},
                {"item": "age", "required": "20 至 40 岁"},
            ],
            "contacts": [
                {"scope": "peer", "party": "备件计划员"},
                {"scope": "peer", "party": "上门服务工程师"},
            ],
        }},
        units=["呼叫中心"], outside=["备件计划员", "上门服务工程师"],
    ),
    "3 English": Case(
        read(form(
            (cell("Job title: Hotline Agent"), cell("Department: Call Centre")),
            (cell("Reports to: Team Leader    Headcount: 6", 2),),
            (cell("Purpose:\nTakes calls, logs faults and dispatches engineers.", 2),),
            columns=2,
        )),
        {"Hotline Agent": {
            "headcount": 6, "reports_to": "team-leader", "purpose": "Takes calls, logs faults and dispatches engineers.",
        }},
        findings=["title-unknown"], units=["Call Centre"], outside=["Team Leader"],
    ),
    # --- 4: tables of duties within the table
    "4 duties in the same table": Case(
        read(form(
            ("岗位名称", cell("旧件管理员", 3)),
            "岗位职责",
            ("序号", "主要内容", "占用时间", "衡量标准"),
            ("1", "接收各服务站返回的旧件，逐件核对标签。", "40%", "当天核对完毕"),
            ("2", "旧件分区存放，满三个月报废。", "35%", "账物一致"),
            ("2", "每月向三包主管报送旧件清单。", "25％", ""),
            ("", "", "", ""),
            "任职资格",
            ("学历", cell("高中及以上", 3)),
            columns=4,
        )),
        {"旧件管理员": {
            "duties": [
                {"text": "接收各服务站返回的旧件，逐件核对标签。", "time": "40%", "measures": ["当天核对完毕"]},
                {"text": "旧件分区存放，满三个月报废。", "time": "35%", "measures": ["账物一致"]},
                {"number": "2", "text": "每月向三包主管报送旧件清单。", "time": "25%"},
            ],
            "qualifications": [{"item": "education", "required": "高中及以上"}],
        }},
    ),
    "4 duties in a table within a cell": Case(
        read(form(
            ("岗位名称", "旧件管理员"),
            ("岗位职责", cell(form(
                ("重要性", "职责描述", "权重"),
                ("1", "接收各服务站返回的旧件。", "60"),
                ("2", "旧件分区存放。", "40"),
                columns=3) + p(""))),
            ("使用工具", "扫码枪、叉车"),
            columns=2,
        )),
        {"旧件管理员": {
            "duties": [
                {"rank": 1, "text": "接收各服务站返回的旧件。", "weight": "60%"},
                {"rank": 2, "text": "旧件分区存放。", "weight": "40%"},
            ],
            "tools": ["扫码枪", "叉车"],
        }},
    ),
    "4 two lists in a row": Case(
        read(form(
            ("岗位名称", cell("旧件管理员", 3)),
            "岗位职责",
            ("序号", "主要内容", "序号", "主要内容"),
            ("1", "接收旧件。", "3", "报送旧件清单。"),
            ("2", "分区存放旧件。", "", ""),
            columns=4,
        )),
        {"旧件管理员": {"duties": [{"text": "接收旧件。"}, {"text": "分区存放旧件。"}, {"text": "报送旧件清单。"}]}},
    ),
    "4 English": Case(
        read(form(
            ("Job title", cell("Returns Clerk", 2)),
            "Duties",
            ("No.", "Description", "Time"),
            ("1", "Check returned parts against their labels.", "60%"),
            ("3", "Store returned parts by zone.", "40%"),
            ("", "", ""),
            columns=3,
        )),
        {"Returns Clerk": {"duties": [
            {"text": "Check returned parts against their labels.", "time": "60%"},
            {"number": "3", "text": "Store returned parts by zone.", "time": "40%"},
        ]}},
    ),
    # --- 5: several paragraphs in a cell
    "5 paragraphs in a cell are entries": Case(
        read(form(
            ("岗位名称", "三包审核员"),
            ("知识要求", cell("熟悉三包规定\n了解整车结构\n会看故障照片")),
            ("权限", cell(numbered("有权退回资料不全的索赔单。") + numbered("有权要求服务站补交照片。"))),
            ("使用设备", cell("电脑\n扫描仪")),
            columns=2,
        ), numbering=NUMBERS),
        {"三包审核员": {
            "qualifications": [{"item": "knowledge", "required": "熟悉三包规定\n了解整车结构\n会看故障照片"}],
            "authority": ["有权退回资料不全的索赔单。", "有权要求服务站补交照片。"],
            "tools": ["电脑", "扫描仪"],
        }},
    ),
    "5 a list of duties in one cell": Case(
        read(form(
            ("职位名称", "三包审核员"),
            ("主要职责", cell(numbered("审核索赔单。") + numbered("核对换下的旧件。") + numbered("解释拒赔原因。"))),
            columns=2,
        ), numbering=NUMBERS),
        {"三包审核员": {"duties": [{"text": "审核索赔单。"}, {"text": "核对换下的旧件。"}, {"text": "解释拒赔原因。"}]}},
    ),
    "5 English": Case(
        read(form(
            ("Job title", "Warranty Clerk"),
            ("Responsibilities", cell(numbered("Check warranty claims.") + numbered("Match returned parts to claims."))),
            ("Knowledge", cell("Warranty terms\nVehicle structure")),
            columns=2,
        ), numbering=NUMBERS),
        {"Warranty Clerk": {
            "duties": [{"text": "Check warranty claims."}, {"text": "Match returned parts to claims."}],
            "qualifications": [{"item": "knowledge", "required": "Warranty terms\nVehicle structure"}],
        }},
    ),
    # --- 6: automatic and typed numbers
    "6 automatic numbers on three levels": Case(
        read(
            p("岗位名称：培训专员")
            + numbered("岗位职责", 2)
            + numbered("培训计划") + numbered("每季度收集各组的培训需求。", level=1) + numbered("编制季度计划。", level=1)
            + numbered("培训实施") + numbered("安排讲师和场地。", level=1)
            + numbered("任职资格", 2)
            + numbered("大专及以上学历", 3) + numbered("两年以上培训经验", 3),
            numbering=NUMBERS,
        ),
        {"培训专员": {
            "duties": [
                {"area": "培训计划", "tasks": ["每季度收集各组的培训需求。", "编制季度计划。"]},
                {"area": "培训实施", "tasks": ["安排讲师和场地。"]},
            ],
            "qualifications": [
                {"item": "education", "required": "大专及以上学历"},
                {"item": "work_experience", "required": "两年以上培训经验"},
            ],
        }},
    ),
    "6 typed numbers of every sort": Case(
        read("".join(map(p, [
            "岗位名称：培训专员", "一、岗位职责", "1、收集培训需求；", "2. 编制培训计划；", "3．安排讲师；",
            "（4）登记学时；", "⑤评估效果。",
            "二、任用条件", "（一）学历：大专", "(二)经验：两年", "三、权限", "1-1 选择讲师", "1-2 调换场地",
            "四、使用工具", "1.0 投影仪", "2.0 学习系统",
        ]))),
        {"培训专员": {
            "duties": [
                {"text": "收集培训需求"}, {"text": "编制培训计划"}, {"text": "安排讲师"}, {"text": "登记学时"},
                {"text": "评估效果。"},
            ],
            "qualifications": [
                {"item": "education", "required": "大专"}, {"item": "work_experience", "required": "两年"},
            ],
            "authority": ["选择讲师", "调换场地"],
            "tools": ["投影仪", "学习系统"],
        }},
    ),
    "6 typed and automatic numbers in one list": Case(
        read(
            p("岗位名称：培训专员") + p("岗位职责") + numbered("收集培训需求。") + p("2、编制培训计划。")
            + numbered("安排讲师和场地。") + p("4. 评估效果。"),
            numbering=NUMBERS,
        ),
        {"培训专员": {"duties": [
            {"text": "收集培训需求。"}, {"text": "编制培训计划。"}, {"text": "安排讲师和场地。"}, {"text": "评估效果。"},
        ]}},
        findings=["numbering-of-source", "numbering-of-source"],
    ),
    "6 English": Case(
        read(
            p("Job title: Training Officer") + p("Duties")
            + numbered("Collect training needs.") + p("2) Draw up the plan.") + p("(3) Book trainers.")
            + p("Requirements") + p("a. College diploma") + p("• Two years of experience in training"),
            numbering=NUMBERS,
        ),
        {"Training Officer": {
            "duties": [{"text": "Collect training needs."}, {"text": "Draw up the plan."}, {"text": "Book trainers."}],
            "qualifications": [
                {"item": "education", "required": "College diploma"},
                {"item": "work_experience", "required": "Two years of experience in training"},
            ],
        }},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_read_as_stated(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)
