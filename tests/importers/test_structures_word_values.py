"""Word files as departments have them: boxes, shares, odd characters, changes and signatures (structures 11 to 14)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.structures import Case, cell, check, down, form, on
from tests.importers.word_files import p, r, read, sdt

FULL, EMPTY = '<w:sym w:font="Wingdings 2" w:char="F052"/>', '<w:sym w:font="Wingdings 2" w:char="F0A3"/>'


def lines(*texts: str) -> str:
    return "".join(map(p, texts))


def control(*, ticked: bool) -> str:
    """A box of Word to click on."""
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return sdt(r("☒" if ticked else "☐"), state)


SPELLINGS = {
    "brackets and space": "舒适（ ）  一般（ √ ）  较恶劣（ ）",
    "half-width brackets": "舒适( ) 一般(√) 较恶劣( )",
    "brackets before": "( )舒适 (√)一般 ( )较恶劣",
    "square brackets": "舒适[ ] 一般[√] 较恶劣[ ]",
    "boxes before": "□舒适 ☑一般 □较恶劣",
    "boxes with space": "□ 舒适　☑ 一般　□ 较恶劣",
    "boxes behind": "舒适□ 一般☑ 较恶劣□",
    "a full box": "□舒适 ■一般 □较恶劣",
    "a tick for a box": "□舒适 √一般 □较恶劣",
    "circles": "○舒适 ●一般 ○较恶劣",
    "an x in a box": "☐舒适 ☒一般 ☐较恶劣",
    "the letter x": "( )舒适 (x)一般 ( )较恶劣",
    "with slashes": "舒适□／一般☑／较恶劣□",
    "symbols": p(r(EMPTY) + r("舒适 ") + r(FULL) + r("一般 ") + r(EMPTY) + r("较恶劣")),
    "controls": p(control(ticked=False) + r("舒适 ") + control(ticked=True) + r("一般 ") + control(ticked=False) + r("较恶劣")),
    "lines": "□舒适\n☑一般\n□较恶劣",
    "one word": "一般",
}  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_the_box_that_is_ticked(spelling: str, tmp_path: Path) -> None:
    file = read(form(("岗位名称", "旧件管理员"), ("工作环境", cell(spelling)), columns=2))
    check(Case(file, {"旧件管理员": {"conditions": {"environment": "fair"}}}), tmp_path)


ENGLISH = {
    "brackets": "Comfortable ( )  Fair ( √ )  Harsh ( )",
    "brackets before": "( ) Comfortable  (x) Fair  ( ) Harsh",
    "boxes": "□ Comfortable  ☑ Fair  □ Harsh",
    "behind": "Comfortable ☐ Fair ☒ Harsh ☐",
    "controls": p(control(ticked=False) + r(" Comfortable ") + control(ticked=True) + r(" Fair ") + control(ticked=False)
                  + r(" Harsh")),
}  # fmt: skip


@pytest.mark.parametrize("spelling", ENGLISH.values(), ids=ENGLISH)
def test_the_box_that_is_ticked_in_english(spelling: str, tmp_path: Path) -> None:
    file = read(form(("Job title", "Returns Clerk"), ("Work environment", cell(spelling)), columns=2))
    check(Case(file, {"Returns Clerk": {"conditions": {"environment": "fair"}}}), tmp_path)


NOT_ONE = {
    "none": "舒适( ) 一般( ) 较恶劣( )", "two": "舒适(√) 一般(√) 较恶劣( )", "another word": "□舒适 □一般 ☑露天",
}  # fmt: skip


@pytest.mark.parametrize("boxes", NOT_ONE.values(), ids=NOT_ONE)
def test_boxes_of_which_not_one_is_ticked_are_kept(boxes: str, tmp_path: Path) -> None:
    file = read(form(("岗位名称", "旧件管理员"), ("危险性", "一定危险(√)"), ("工作环境", boxes), columns=2))
    case = Case(
        file, {"旧件管理员": {"conditions": {"hazard": "some"}}}, kept=[boxes], findings=["value-not-understood"]
    )
    check(case, tmp_path)


CHANGES = (
    p(r("岗位目的：保证旧件") + '<w:ins w:id="1" w:author="HR">' + r("分区") + '</w:ins><w:del w:id="2" w:author="HR">'
      '<w:r><w:delText>随意</w:delText></w:r></w:del>' + r("存放。"))
)  # fmt: skip
COMMENTED = p(
    '<w:commentRangeStart w:id="0"/>' + r("直接上级：三包主管")
    + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)  # fmt: skip
COMMENT = '<w:comment w:id="0" w:author="Li">' + p("三包组是否并入备件部？") + "</w:comment>"
MARGINS = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
)
CASES = {
    # --- 11: boxes in other fields
    "11 all options are kept": Case(
        read(form(
            ("岗位名称", "旧件管理员"), ("危险性", "无危险（ ）一定危险（√）较大危险（ ）"), ("学历", "□高中 ☑大专 □本科"),
            ("薪酬类型", "□年薪制 ☑月薪制 □计件制"),
            columns=2,
        )),
        {"旧件管理员": {
            "conditions": {"hazard": "some"}, "pay_type": "□年薪制 ☑月薪制 □计件制",
            "qualifications": [{"item": "education", "required": "□高中 ☑大专 □本科"}],
        }},
    ),
    "11 every option in a cell of its own": Case(
        read(form(
            ("岗位名称", cell("旧件管理员", 3)), ("工作环境", "舒适( )", "一般(√)", "较恶劣( )"),
            ("危险性", "□无危险", "□一定危险", "☑较大危险"),
            columns=4,
        )),
        {"旧件管理员": {"conditions": {"environment": "fair", "hazard": "considerable"}}},
    ),
    # --- 12: shares
    "12 shares in a column before the text": Case(
        read(form(
            ("岗位名称", cell("三包审核员", 2)),
            (down("工作职责"), "45 %", "审核服务站的索赔单。"),
            (on(), "35%", "核对换下的旧件。"),
            (on(), "约 20％", "向服务站解释拒赔原因。"),
            ("直接上级", cell("三包主管", 2)),
            columns=3,
        )),
        {"三包审核员": {
            "reports_to": "三包主管",
            "duties": [
                {"text": "审核服务站的索赔单。", "time": "45%"}, {"text": "核对换下的旧件。", "time": "35%"},
                {"text": "向服务站解释拒赔原因。", "time": "20%"},
            ],
        }},
        findings=["title-unknown"], outside=["三包主管"],
    ),
    "12 shares in headings, one bracket missing": Case(
        read(lines(
            "岗位名称：三包审核员", "岗位职责", "1、审核索赔（50%）", "（1）核对三包期限和照片；",
            "（2）退回资料不全的索赔单。",
            "2、核对旧件（30%", "（1）旧件与索赔单逐件核对。", "3、解释拒赔原因(20%)", "（1）三天内答复服务站。",
        )),
        {"三包审核员": {"duties": [
            {"area": "审核索赔", "time": "50%", "tasks": ["核对三包期限和照片", "退回资料不全的索赔单。"]},
            {"area": "核对旧件", "time": "30%", "tasks": ["旧件与索赔单逐件核对。"]},
            {"area": "解释拒赔原因", "time": "20%", "tasks": ["三天内答复服务站。"]},
        ]}},
    ),
    "12 shares in lines of their own": Case(
        read(lines(
            "岗位名称：三包审核员", "职责一：审核索赔单", "工作时间百分比:60%", "工作任务", "1、核对三包期限；",
            "2、退回资料不全的索赔单。",
            "职责二：核对旧件", "工作时间百分比：４０％", "工作任务", "1、旧件与索赔单逐件核对。",
        )),
        {"三包审核员": {"duties": [
            {"area": "审核索赔单", "time": "60%", "tasks": ["核对三包期限", "退回资料不全的索赔单。"]},
            {"area": "核对旧件", "time": "40%", "tasks": ["旧件与索赔单逐件核对。"]},
        ]}},
    ),
    "12 sums that are not 100": Case(
        read(form(
            ("岗位名称", cell("三包审核员", 2)), "岗位职责", ("序号", "职责", "时间"),
            ("1", "审核索赔单。", "60%"), ("2", "核对旧件。", "30%"),
            columns=3,
        )),
        {"三包审核员": {"duties": [{"text": "审核索赔单。", "time": "60%"}, {"text": "核对旧件。", "time": "30%"}]}},
        findings=["sum-of-source"],
    ),
    "12 English": Case(
        read(form(
            ("Job title", cell("Warranty Clerk", 2)),
            (down("Duties"), "60 %", "Check warranty claims."),
            (on(), "40%", "Match returned parts to claims."),
            columns=3,
        )),
        {"Warranty Clerk": {"duties": [
            {"text": "Check warranty claims.", "time": "60%"}, {"text": "Match returned parts to claims.", "time": "40%"},
        ]}},
    ),
    # --- 13: odd characters, and nothing
    "13 tabs, wide digits, no-break space, soft line ends": Case(
        read(
            p(r("<w:tab/>") + r("岗位名称：\u00a0热线坐席")) + p(r("<w:tab/>") + r("<w:tab/>") + r("定员：\u3000６人"))
            + p("工作时间：每周５＋１天") + p("出差时间：约１０％")
            + p(r("岗位目的：") + r("<w:br/>") + r("让每一个来电") + r("<w:br/>") + r("都有下文。"))
            + p("\u3000\u3000年龄：２０～４０岁"),
        ),
        {"热线坐席": {
            "headcount": 6, "purpose": "让每一个来电\n都有下文。", "conditions": {"hours": "每周５＋１天", "travel": "10%"},
            "qualifications": [{"item": "age", "required": "２０～４０岁"}],
        }},
    ),
    "13 signs for nothing": Case(
        read(form(
            ("岗位名称", "热线坐席", "岗位编号", "——"), ("直接上级", "热线班长", "直接下级", "/"),
            ("间接下级", "无", "可轮调职位", "／"), ("工资等级", "-", "兼任岗位", "　"), ("使用工具", "N/A", "临时替代",
            "暂无"),
            columns=4,
        )),
        {"热线坐席": {"reports_to": "热线班长"}},
        findings=["title-unknown"], outside=["热线班长"],
    ),
    "13 English": Case(
        read(
            p(r("<w:tab/>") + r("Job title:\u00a0Hotline Agent")) + p("Reports to:\tTeam Leader") + p("Grade: n/a")
            + p("Rotation: —") + p("Substitute: None") + p(r("Purpose: Answer every call,") + r("<w:br/>") + r("every day.")),
        ),
        {"Hotline Agent": {"reports_to": "team-leader", "purpose": "Answer every call,\nevery day."}},
        findings=["title-unknown"], outside=["Team Leader"],
    ),
    # --- 14: changes, comments, margins, signatures
    "14 changes, comments, heads and feet": Case(
        read(
            p("旧件管理员岗位说明书") + COMMENTED + CHANGES + lines("任职资格", "学历：高中") + MARGINS,
            comments=COMMENT, header=p(r("远岚公司") + r("<w:tab/>") + r("旧件管理员岗位说明书")), footer=p("第 1 页 共 2 页"),
        ),
        {"旧件管理员": {
            "reports_to": "三包主管", "purpose": "保证旧件分区存放。",
            "qualifications": [{"item": "education", "required": "高中"}],
        }},
        kept=["远岚公司", "三包组是否并入备件部？"], findings=["deleted-text", "title-unknown"], outside=["三包主管"],
    ),
    "14 rows for signatures": Case(
        read(form(
            (cell("岗位名称"), cell("旧件管理员", 5)),
            (cell("编制"), cell("王立"), cell("审核"), cell(""), cell("批准"), cell("")),
            (cell("日期"), cell("2024年3月5日"), cell("日期"), cell(""), cell("日期"), cell("")),
            columns=6,
        )),
        {"旧件管理员": {"document": {"signers": [{"role": "author", "name": "王立", "date": "2024-03-05"}, "reviewer",
        "approver"]}}},
    ),
    "14 a table of approvals within the table": Case(
        read(form(
            ("岗位名称", "旧件管理员"),
            ("签署", cell(form(("角色", "姓名", "签名", "日期"), ("撰写人", "王立", "", "2024-03-05"), ("批准人", "",
            "", ""), columns=4)
                          + p(""))),
            ("使用工具", "扫码枪"),
            columns=2,
        )),
        {"旧件管理员": {
            "tools": ["扫码枪"],
            "document": {"signers": [{"role": "author", "name": "王立", "date": "2024-03-05"}, "approver"]},
        }},
    ),
    "14 a line for signatures": Case(
        read(lines(
            "岗位名称：旧件管理员", "岗位目的：保证账物相符。", "本人已阅读并同意以上内容。",
            "任职人签字：__________    日期：____年__月__日", "编制：王立　　审核：　　　批准：",
        )),
        {"旧件管理员": {
            "purpose": "保证账物相符。",
            "document": {
                "statement": "本人已阅读并同意以上内容。",
                "signers": ["incumbent", {"role": "author", "name": "王立"}, "reviewer", "approver"],
            },
        }},
    ),
    "14 English": Case(
        read(
            p("Job Description: Returns Clerk")
            + form(("Prepared by", "J. Stone", "Date", "5 March 2024"), ("Approved by", "", "Date", ""), columns=4) + MARGINS,
            header=p("Job Description: Returns Clerk"), footer=p("Page 1 of 2"),
        ),
        {"Returns Clerk": {"document": {"signers": [{"role": "author", "name": "J. Stone", "date": "2024-03-05"},
        "approver"]}}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_read_as_stated(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)
