"""How a text file is parted into posts, and what is left unread and reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posdoc.importers.markdown import read_markdown
from posdoc.importers.pieces import Cell, Paragraph, Table
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.file_read import FileRead
from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.whole_file import read_posts
from tests.importers.posts.texts import foreign


def read(*texts: str) -> FileRead:
    return read_posts(foreign(*texts), standard_labels())


def only(*texts: str) -> Draft:
    (draft,) = read(*texts).drafts
    return draft


def reported(draft: Draft) -> list[str]:
    return [f"{one.span.line} {one.kind.name}" for one in draft.findings]


def unread(draft: Draft) -> list[str]:
    return [line.unread() for line in draft.lines if line.unread()]


@pytest.mark.parametrize(
    ("texts", "titles"),
    [
        (("维修员岗位说明书", "岗位职责", "1、巡检"), ["维修员"]),
        (("维修员岗位说明书", "维修员岗位说明书", "岗位职责", "1、巡检"), ["维修员"]),
        (("维修员岗位说明书", "岗位职责", "1、巡检", "客服员岗位说明书", "岗位职责", "1、接听"), ["维修员", "客服员"]),
        (("岗位名称：维修员", "岗位职责", "1、巡检", "岗位名称：客服员", "岗位职责", "1、接听"), ["维修员", "客服员"]),
        (("服务经理(1人)1、总体安排;2、审查。客户主管(2人)1、受理投诉;2、宣传。",), ["服务经理", "客户主管"]),
        (("维修员岗位职责", "1、巡检", "维修员绩效考核表", "好评率：90%"), ["维修员"]),
        (("部门职能", "1、编制计划"), []),
    ],
)
def test_posts_of_a_file(texts: tuple[str, ...], titles: list[str]) -> None:
    assert [draft.title for draft in read(*texts).drafts] == titles


def test_the_unit_before_a_title_is_a_guess() -> None:
    draft = only("北方公司网络部网络工程师岗位说明书", "岗位职责", "1、巡检")
    assert (draft.title, draft.unit) == ("网络工程师", "网络部")
    assert [trace.path for trace in draft.traces if trace.confidence is Confidence.GUESSED] == ["title", "unit"]
    assert unread(draft) == ["北方公司"]


def test_a_label_outweighs_the_unit_before_a_title() -> None:
    draft = only("网络部网络工程师岗位说明书", "岗位名称：网络工程师", "所属部门：运维部", "岗位职责", "1、巡检")
    assert (draft.title, draft.unit) == ("网络工程师", "运维部")
    assert unread(draft) == ["网络部"]


def test_titles_that_only_the_unit_tells_apart_stay_whole() -> None:
    source = read("一中心维修员岗位职责", "1、巡检", "二中心维修员岗位职责", "1、接单")
    assert [draft.title for draft in source.drafts] == ["一中心维修员", "二中心维修员"]


def test_the_name_of_a_page_is_no_post() -> None:
    source = read(
        "维修员岗位说明书",
        "北方公司规章制度",
        "北方公司规章制度",
        "一、总则",
        "客服主管岗位说明书",
        "维修员岗位说明书",
        "岗位职责",
        "1、巡检",
    )
    assert [(draft.title, "duties" in draft.data) for draft in source.drafts] == [("客服主管", False), ("维修员", True)]


def test_another_page_ends_a_post() -> None:
    source = read("维修员岗位说明书", "岗位职责", "1、巡检", "北方公司考核制度", "北方公司考核制度", "2、按季度发放。")
    (draft,) = source.drafts
    assert [duty["text"] for duty in draft.data["duties"]] == ["巡检"]
    assert any("按季度发放" in line.unread() for line in source.unit.lines)


def test_an_article_ends_a_list() -> None:
    draft = only("第一条维修员岗位职责:", "-巡检设备", "-填写记录", "第二条工作纪律", "-不得迟到")
    assert [duty["text"] for duty in draft.data["duties"]] == ["巡检设备", "填写记录"]
    assert unread(draft) == ["第二条工作纪律", "不得迟到"]


def test_a_list_goes_on_behind_the_number_of_a_page() -> None:
    draft = only("维修员岗位职责", "1、巡检", "- 2 -", "2、接单")
    assert [duty["text"] for duty in draft.data["duties"]] == ["巡检", "接单"]


def test_numbered_lines_below_no_heading() -> None:
    draft = only("维修员岗位说明书", "(2)填写记录;", "(3)上报异常;", "岗位职责", "1、巡检")
    assert reported(draft) == ["2 row-out-of-place"]
    assert unread(draft) == ["填写记录;", "上报异常;"]


def test_duties_that_belong_to_no_post() -> None:
    draft = read("服务经理(1人)1、总体安排;2、审查。", "财务统计(1人)", "3、审查退换;", "4、接收旧件;").drafts[1]
    assert draft.data == {"title": "财务统计", "headcount": "1"}
    assert unread(draft) == ["审查退换;", "接收旧件;"]


def test_blocks_with_marks_out_of_order() -> None:
    draft = only(
        "维修员岗位说明书",
        "工作任务",
        "1.巡检",
        "职责六",
        "职责描述:接单",
        "工作时间百分比:10%",
        "职责二",
        "职责描述:记录",
        "工作时间百分比:20%",
    )
    assert draft.data["duties"] == [
        {"tasks": ["巡检"]}, {"text": "接单", "time": "10%", "number": "6"}, {"text": "记录", "time": "20%", "number": "2"},
    ]  # fmt: skip
    assert reported(draft) == [
        "3 row-out-of-place", "3 sum-of-source", "4 numbering-of-source", "7 numbering-of-source",
    ]  # fmt: skip


def test_blocks_with_marks_in_order_have_no_numbers() -> None:
    draft = only("维修员岗位说明书", "职责一", "职责描述:接单", "职责二", "职责描述:记录")
    assert draft.data["duties"] == [{"text": "接单"}, {"text": "记录"}]
    assert reported(draft) == []


def test_garbled_text_is_reported_wherever_it_stands() -> None:
    draft = only("维修员岗位说明书", "岗位职责", "1、巡检设备Байду номын сангаас", "2、接单", "岗位人数", "1பைடு நூலகம்")
    assert reported(draft) == ["3 garbled-text", "6 garbled-text"]
    assert draft.data["headcount"] == "1"


def test_a_value_on_the_line_of_its_label_is_whole() -> None:
    draft = only("维修员岗位说明书", "任职资格", "本岗位工龄:1年", "低于10%", "全面、准确")
    assert draft.data["qualifications"] == [{"item": "post_experience", "required": "1年"}]
    assert unread(draft) == ["低于10%", "全面、准确"]


def test_a_label_without_a_number_before_it() -> None:
    draft = only("维修员岗位说明书", "工作环境:", "一般工作环境")
    assert draft.data["conditions"] == {"environment": "fair"}


def test_tasks_that_were_run_together() -> None:
    draft = only(
        "维修员职位说明书职责与工作任务:职责一职责表述:管理档案工作任务登记报修;登记地址(含乘车路线;电话);管理档案;职责二职责表述:其他工作。"
    )
    assert draft.data["duties"] == [
        {"text": "管理档案", "tasks": ["登记报修", "登记地址(含乘车路线;电话)", "管理档案"]}, {"text": "其他工作。"},
    ]  # fmt: skip


MARKDOWN = """# {title}

{unit}
{superior}

## {duties}

1. {first}

## {asked}

{education}

## {unknown}

{words}
"""
ZH = {
    "title": "坐席", "unit": "所属部门：客服组", "superior": "直接上级：班长", "duties": "岗位职责", "first": "接听电话。",
    "asked": "任职要求", "education": "- 学历：中专", "unknown": "其他杂项", "words": "没有归类的话。",
}  # fmt: skip
EN = {
    "title": "Call Centre Agent", "unit": "**Department:** Customer Service Group", "superior": "**Reports to:** Leader",
    "duties": "Duties", "first": "Answers calls.", "asked": "Qualifications", "education": "- Education: school",
    "unknown": "Odds and ends", "words": "Some words that fit nothing.",
}  # fmt: skip


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_a_section_that_nobody_knows_is_not_part_of_the_one_before(words: dict[str, str]) -> None:
    (draft,) = read_posts(read_markdown(MARKDOWN.format(**words).encode(), "a.md"), standard_labels()).drafts
    assert unread(draft) == [words["unknown"], words["words"]]
    (asked,) = draft.data["qualifications"]
    assert (asked["item"], asked["required"]) == (
        "education",
        words["education"].partition("：" if words is ZH else ": ")[2],
    )


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_lines_of_one_paragraph_with_labels_of_their_own(words: dict[str, str]) -> None:
    (draft,) = read_posts(read_markdown(MARKDOWN.format(**words).encode(), "a.md"), standard_labels()).drafts
    assert (draft.unit, draft.data["reports_to"]) == (
        ("客服组", "班长") if words is ZH else ("Customer Service Group", "Leader")
    )


def test_of_many_files_not_every_text_is_kept_in_mind() -> None:
    """A program that reads one file after the other needs no more and more memory."""
    labels = standard_labels()
    for file in range(60):
        read_posts(
            foreign("岗位名称：客服", "岗位职责：", *(f"{n}、处理第 {file} 批第 {n} 件。" for n in range(1, 100))),
            labels,
        )
    assert 0 < len(labels.cuts) < 4000


def test_a_category_whose_cell_reaches_over_rows() -> None:
    """In the second row that it covers no cell begins, as where Word merges cells downwards."""
    before = foreign("维修员岗位说明书")
    place = before.pieces[0].place

    def cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> Cell:
        return Cell(row, column, (Paragraph(text, place),), rows, columns)

    duties = (cell(3, 0, "1"), cell(3, 1, "巡检机组并登记参数"), cell(4, 0, "2"), cell(4, 1, "处理报修并填写工单"))
    table = Table((cell(0, 0, "岗位职责", columns=2), cell(1, 0, "日常工作", 2, 2), *duties), 2, place)
    (draft,) = read_posts(replace(before, pieces=(*before.pieces, table)), standard_labels()).drafts
    assert table.rows[2] == []
    assert [duty.get("category") for duty in draft.data["duties"]] == ["日常工作", "日常工作"]
