"""Tables whose cells stand line by line: rows are taken whole, and what cannot be told apart is left and reported."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts.file_read import FileRead
from posdoc.importers.posts.flat import Row, flat_rows, stray_shares
from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.whole_file import read_posts
from tests.importers.posts.texts import foreign, lines

DUTY_HEADS = ("序号", "关键成果领域", "职责", "权重", "时间")
FIRST = ("1", "流程改进", "改进服务流程。", "5%", "10%")
SECOND = ("2", "投诉处理", "处理投诉。", "15%", "20%")


def rows_of(*texts: str) -> list[Row]:
    return flat_rows(lines(*texts), standard_labels())[1]


def cells(row: Row) -> dict[str, Any]:
    return {name: [bit.text for bit in bits] for name, bits in row.cells.items()}


def read(*texts: str) -> FileRead:
    return read_posts(foreign("维修主管岗位说明书", *texts), standard_labels())


def reported(source: FileRead) -> list[str]:
    (draft,) = source.drafts
    return [f"{finding.span.line} {finding.kind.name}" for finding in draft.findings]


def test_rows_of_duties() -> None:
    first, second = rows_of(*DUTY_HEADS, *FIRST, *SECOND)
    assert cells(first) == {
        "number": ["1"], "area": ["流程改进"], "text": ["改进服务流程。"], "weight": ["5%"], "time": ["10%"],
    }  # fmt: skip
    assert cells(second)["time"] == ["20%"]
    assert not any(row.missing or row.is_out_of_place or row.behind is not None for row in (first, second))


def test_without_heads_there_are_no_rows() -> None:
    assert flat_rows(lines(*FIRST, *SECOND), standard_labels()) == ([], [])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((*SECOND, *DUTY_HEADS, *FIRST), [(True, None), (False, None)]),
        ((*DUTY_HEADS, *SECOND, *FIRST), [(True, None), (True, None)]),
        ((*DUTY_HEADS, *FIRST, "3", "安全", "检查安全。", "5%", "5%"), [(False, None), (True, 1)]),
        ((*DUTY_HEADS, *FIRST, "1", "安全", "检查安全。", "5%", "5%"), [(False, None), (False, 1)]),
    ],
)
def test_rows_out_of_order(texts: tuple[str, ...], expected: list[tuple[bool, int | None]]) -> None:
    assert [(row.is_out_of_place, row.behind) for row in rows_of(*texts)] == expected


def test_one_share_for_two_columns_is_not_guessed() -> None:
    texts = (*DUTY_HEADS, *FIRST, *SECOND[:4])
    first, second = rows_of(*texts)
    assert (first.missing, second.missing) == ((), ("weight", "time"))
    assert "weight" not in second.cells


def test_shares_without_a_row() -> None:
    texts = lines("30%", *DUTY_HEADS, *FIRST, "5%")
    heads, rows = flat_rows(texts, standard_labels())
    assert stray_shares(texts, heads, rows) == [0, len(texts) - 1]
    assert stray_shares(texts, [], rows) == []


def test_a_duty_called_other_is_no_label() -> None:
    (row,) = rows_of(*DUTY_HEADS, "1", "其他", "上级交办的事项。", "5%", "5%")
    assert cells(row)["area"] == ["其他"]


def test_a_row_that_has_run_together_with_the_one_before() -> None:
    first, second = rows_of("序号", "主要工作", "1", "填写记录。2上报异常。")
    assert (cells(first)["text"], cells(second)["text"], cells(second)["number"]) == (
        ["填写记录。"],
        ["上报异常。"],
        ["2"],
    )
    assert (first.run_on, second.run_on) == (False, True)


def test_rows_of_qualifications() -> None:
    rows = rows_of(
        "项目", "必备条件", "理想条件", "学历要求", "大专", "本科", "专业要求", "机械类", "————",
        "综合能力要求", "沟通,", "带队", "决断,", "说服",
        "培训要求", "派工", "专业知识/专业技能", "懂电气", "精通电气", *DUTY_HEADS,
    )  # fmt: skip
    assert [cells(row) for row in rows] == [
        {"item": ["学历要求"], "required": ["大专"], "preferred": ["本科"]},
        {"item": ["专业要求"], "required": ["机械类"], "preferred": ["————"]},
        {"item": ["综合能力要求"], "required": ["沟通,", "带队"], "preferred": ["决断,", "说服"]},
        {"item": ["培训要求"]},
        {"item": ["专业知识/专业技能"], "required": ["懂电气"], "preferred": ["精通电气"]},
    ]
    assert [row.missing for row in rows] == [(), (), (), ("required", "preferred"), ()]


def test_rows_of_contacts() -> None:
    rows = rows_of("联系对象", "联系内容", "公司内", "财务部", "报销", "公司外", "客户", "回访", "五、工作特征")
    assert [cells(row) for row in rows] == [
        {"scope": ["公司内"]}, {"party": ["财务部"], "content": ["报销"]},
        {"scope": ["公司外"]}, {"party": ["客户"], "content": ["回访"]},
    ]  # fmt: skip


def test_rows_of_indicators_by_period() -> None:
    heads = ("关键业绩指标", "权重", "月度", "季度", "半年", "年度")
    rows = rows_of(*heads, "及时率", "95%", "95%", "95%", "96%", "15%", "好评率", "99%", "99%", "10%")
    assert cells(rows[0]) == {
        "name": ["及时率"], "targets.month": ["95%"], "targets.quarter": ["95%"], "targets.half_year": ["95%"],
        "targets.year": ["96%"], "weight": ["15%"],
    }  # fmt: skip
    assert cells(rows[1]) == {"name": ["好评率"]}
    assert rows[1].missing == ("targets.month", "targets.quarter", "targets.half_year", "targets.year", "weight")


def test_rows_of_indicators_with_numbers() -> None:
    heads = ("指标编号", "KPI", "权重", "考核结果设定", "信息来源")
    rows = rows_of("3", "填写质量", "10%", "主管监控", *heads, "1", "合格率", "60%", "抽查", "主管监控")
    assert [cells(row) for row in rows] == [
        {"number": ["3"], "name": ["填写质量"], "weight": ["10%"]},
        {"number": ["1"], "name": ["合格率"], "weight": ["60%"], "criteria": ["抽查"], "source": ["主管监控"]},
    ]
    assert [(row.missing, row.is_out_of_place) for row in rows] == [(("criteria", "source"), True), ((), False)]


# --- what is reported


def test_a_whole_table_is_read_without_findings() -> None:
    source = read("三、职责", *DUTY_HEADS, *FIRST[:3], "60%", "50%", *SECOND[:3], "40%", "50%")
    assert source.drafts[0].data["duties"] == [
        {"area": "流程改进", "text": "改进服务流程。", "weight": "60%", "time": "50%"},
        {"area": "投诉处理", "text": "处理投诉。", "weight": "40%", "time": "50%"},
    ]
    assert reported(source) == []


def test_what_lacks_is_named() -> None:
    source = read("三、职责", *DUTY_HEADS, *FIRST, *SECOND[:4])
    assert "duties" in source.drafts[0].data
    (row,) = (one for one in source.drafts[0].findings if one.kind.name == "row-out-of-place")
    assert (row.message.zh, row.message.en) == (
        "“投诉处理”这一行缺了：权重、时间；读不准的格没有读入",
        "the row of '投诉处理' lacks: weight, time; cells that are not certain were not read",
    )
    assert [line.unread() for line in source.drafts[0].lines if line.unread()] == ["15%"]


def test_shuffled_rows_come_in_the_order_of_their_numbers() -> None:
    source = read("三、职责", "3", "安全", "检查安全。", "10%", "10%", *DUTY_HEADS, *FIRST, *SECOND)
    assert [duty["area"] for duty in source.drafts[0].data["duties"]] == ["流程改进", "投诉处理", "安全"]
    assert reported(source) == ["4 row-out-of-place", "14 sum-of-source", "14 sum-of-source"]


def test_gaps_are_reported() -> None:
    source = read("三、职责", *DUTY_HEADS, *FIRST[:3], "60%", "50%", "4", *SECOND[1:3], "40%", "50%")
    assert [duty["number"] for duty in source.drafts[0].data["duties"]] == ["1", "4"]
    assert reported(source) == ["13 numbering-of-source", "14 row-out-of-place"]


def test_cells_without_their_row_are_reported_once() -> None:
    heads = ("指标编号", "KPI", "权重", "考核结果设定", "信息来源")
    source = read("一、考核指标", *heads, "1", "合格率", "100%", "抽查", "主管监控", "3", "是否虚心", "4", "是否守时")
    assert reported(source) == ["14 row-out-of-place"]
    assert [line.unread() for line in source.drafts[0].lines if line.unread()] == ["3", "是否虚心", "4", "是否守时"]
