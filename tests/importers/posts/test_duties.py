"""Duties as people write them in running text: numbers of every sort, short titles, and shares in every spelling."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.markdown import read_markdown
from posdoc.importers.posts import read_posts, standard_labels
from tests.importers.posts.texts import foreign

Duties = list[dict[str, Any]]
REPAIR, INSTALL = {"area": "故障处理", "text": "受理用户报修。"}, {"area": "安装调试", "text": "完成整机安装。"}
BOTH: Duties = [{**REPAIR, "time": "25%"}, {**INSTALL, "time": "75%"}]


def _read(*lines: str) -> tuple[Duties, list[str]]:
    """The duties, and what of the lines was not understood."""
    (draft,) = read_posts(foreign("岗位名称：维修工程师", "岗位职责：", *lines), standard_labels()).drafts
    unread = [text for line in draft.lines if (text := line.unread())]
    return draft.data["duties"], unread


SHARES = {
    "in brackets behind the title": ("1、故障处理（25%）：受理用户报修。", "2、安装调试（75%）：完成整机安装。"),
    "with words": ("1、故障处理（占25%）：受理用户报修。", "2、安装调试（约占工作时间75％）：完成整机安装。"),
    "with a colon in the brackets": (
        "1、故障处理（时间占比：25%）：受理用户报修。",
        "2、安装调试【75%】：完成整机安装。",
    ),
    "before the title": ("1、（25%）故障处理：受理用户报修。", "2、【75 %】安装调试：完成整机安装。"),
    "before the title without brackets": ("1、25%：故障处理：受理用户报修。", "2、75% 安装调试：完成整机安装。"),
    "behind the text": ("1、故障处理：受理用户报修。（25%）", "2、安装调试：完成整机安装。75%"),
    "behind the text with words": ("1、故障处理：受理用户报修。占25%", "2、安装调试：完成整机安装。时间：75%"),
    "behind the title without brackets": ("1、故障处理 25%：受理用户报修。", "2、安装调试75%：完成整机安装。"),
    "a bracket that is lost": ("1、故障处理：受理用户报修。（25%", "2、安装调试：完成整机安装。(75%"),
    "on the line above the text": ("1、故障处理 25%", "受理用户报修。", "2、安装调试（75%）", "完成整机安装。"),
    "behind a number and a space": ("1 故障处理（25%）：受理用户报修。", "2 安装调试（75%）：完成整机安装。"),
    "in a title without a number": ("故障处理（25%）", "受理用户报修。", "安装调试（75%）", "完成整机安装。"),
}


@pytest.mark.parametrize("lines", SHARES.values(), ids=SHARES)
def test_shares_of_time_in_every_spelling(lines: tuple[str, ...]) -> None:
    assert _read(*lines) == (BOTH, [])


def test_a_share_in_the_middle_of_a_text() -> None:
    assert _read("1、受理用户报修（25%），并安排上门。", "2、完成整机安装。") == (
        [{"text": "受理用户报修，并安排上门。", "time": "25%"}, {"text": "完成整机安装。"}],
        [],
    )


def test_a_number_that_belongs_to_the_text_stays_there() -> None:
    assert _read("24 小时值班（25%）")[0] == [{"text": "24 小时值班", "time": "25%"}]


def test_a_duty_with_its_share_is_one_whatever_label_it_begins_with() -> None:
    assert _read("（一）故障处理（90%）", "受理用户报修。", "（二）其他（10%）", "完成交办的工作。")[0] == [
        {**REPAIR, "time": "90%"},
        {"area": "其他", "text": "完成交办的工作。", "time": "10%"},
    ]


def test_a_range_is_a_share() -> None:
    assert _read("1、故障处理（20%-30%）：受理用户报修。")[0] == [{**REPAIR, "time": "20%-30%"}]


def test_a_weight_is_no_share_of_time() -> None:
    assert _read("1、故障处理（权重25%）：受理用户报修。")[0] == [{**REPAIR, "weight": "25%"}]


NO_SHARES = (
    "使客户满意度达到95%",
    "使客户满意度不低于 95%",
    "配件周转率提高 10%",
    "故障率≤3%",
    "95%以上的用户两小时内得到答复",
    "80% of complaints are closed within a day",
    "费用每年降10%，不影响质量",
    "按合同收回尾款（合同额的5%）",
    "抽查工单（不少于10%），并记录结果",
)


@pytest.mark.parametrize("text", NO_SHARES)
def test_other_percentages_stay_in_the_text(text: str) -> None:
    assert _read(f"1、{text}", "2、完成整机安装。") == ([{"text": text}, {"text": "完成整机安装。"}], [])


TASKS: Duties = [
    {"area": "故障处理", "tasks": ["受理用户报修", "安排上门"]},
    {"area": "安装调试", "tasks": ["完成整机安装"]},
]
NUMBERS = {
    "a bracket behind the number": ("1、故障处理", "1）受理用户报修", "2）安排上门", "2、安装调试", "1）完成整机安装"),
    "a bracket behind the number above": ("1）故障处理", "1、受理用户报修", "2、安排上门", "2）安装调试", "1、完成整机安装"),
    "brackets": ("1、故障处理", "（1）受理用户报修", "（2）安排上门", "2、安装调试", "（1）完成整机安装"),
    "below Chinese numbers": ("一、故障处理", "1、受理用户报修", "2、安排上门", "二、安装调试", "1、完成整机安装"),
    "below Chinese numbers in brackets": (
        "（一）故障处理", "1、受理用户报修", "2、安排上门", "（二）安装调试", "1、完成整机安装",
    ),
    "two numbers": ("1. 故障处理", "1.1 受理用户报修", "1.2 安排上门", "2. 安装调试", "2.1 完成整机安装"),
    "dashes": ("1、故障处理", "- 受理用户报修", "- 安排上门", "2、安装调试", "- 完成整机安装"),
}  # fmt: skip


@pytest.mark.parametrize("lines", NUMBERS.values(), ids=NUMBERS)
def test_tasks_below_duties_by_their_numbers(lines: tuple[str, ...]) -> None:
    assert _read(*lines) == (TASKS, [])


@pytest.mark.parametrize("sign", ["1、", "-", "1）", "（1）"])
def test_tasks_below_a_title_with_its_share(sign: str) -> None:
    lines = (
        "故障处理（25%）",
        f"{sign}受理用户报修",
        f"{sign.replace('1', '2')}安排上门",
        "安装调试（75%）：",
        f"{sign}完成整机安装",
    )
    expected = [{**TASKS[0], "time": "25%"}, {**TASKS[1], "time": "75%"}]
    assert _read(*lines) == (expected, [])


MAIN = {
    "a bracket behind the number": ("1）受理用户报修。", "2）安排上门。", "3）回访用户。"),
    "brackets": ("（1）受理用户报修。", "（2）安排上门。", "（3）回访用户。"),
    "another sign halfway": ("1、受理用户报修。", "2）安排上门。", "3、回访用户。"),
    "two numbers": ("3.1 受理用户报修。", "3.2 安排上门。", "3.3 回访用户。"),
    "dashes": ("- 受理用户报修。", "- 安排上门。", "- 回访用户。"),
}


@pytest.mark.parametrize("lines", MAIN.values(), ids=MAIN)
def test_numbers_of_any_sort_are_those_of_duties_where_there_is_no_other(lines: tuple[str, ...]) -> None:
    assert _read(*lines) == ([{"text": "受理用户报修。"}, {"text": "安排上门。"}, {"text": "回访用户。"}], [])


def test_shares_in_english() -> None:
    (draft,) = read_posts(
        foreign(
            "Job title: Service Engineer",
            "Duties:",
            "1. Fault handling (about 25% of time): Take service calls.",
            "a) Note the fault.",
            "2. 25% - Train customers on site.",
            "3. Installation, 50%",
            "- Install units",
            "Qualifications:",
            "Education: College",
        ),  # fmt: skip
        standard_labels(),
    ).drafts
    assert draft.data["duties"] == [
        {"area": "Fault handling", "text": "Take service calls.", "time": "25%", "tasks": ["Note the fault."]},
        {"text": "Train customers on site.", "time": "25%"},
        {"area": "Installation", "time": "50%", "tasks": ["Install units"]},
    ]


def _table(*rows: tuple[str, ...]) -> Duties:
    """The duties of a table below a heading."""
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    text = "\n".join(["岗位名称：维修工程师", "", "## 岗位职责", "", first, "|" + "---|" * len(rows[0]), *others, ""])
    (draft,) = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    duties: Duties = draft.data["duties"]
    return duties


def test_shares_in_the_cells_of_a_table_that_has_no_column_for_them() -> None:
    heads = ("序号", "关键成果领域", "职责")
    assert _table(heads, ("1", "故障处理（25%）", "受理用户报修。"), ("2", "安装调试", "完成整机安装。（75%）")) == BOTH
    assert (
        _table(("序号", "职责"), ("1", "故障处理：受理用户报修。占25%"), ("2", "安装调试：完成整机安装。(75%)")) == BOTH
    )


def test_where_there_is_a_column_for_shares_other_percentages_stay() -> None:
    heads = ("序号", "关键成果领域", "职责", "时间")
    row = ("1", "故障处理", "受理用户报修（80%）", "25%")
    assert _table(heads, row) == [{"area": "故障处理", "text": "受理用户报修（80%）", "time": "25%"}]


def test_tasks_with_a_cell_beside_them_that_says_more_of_the_duty() -> None:
    rows = (
        "| 职责一 | 职责表述：设备安装调试 | 工作时间百分比：30% |", "|---|---|---|", "| 工作任务 | 1.审核布置图 | 频次：每台 |",
        "| | 2.现场开箱点件 | 频次：每台 |", "| | 3.试运行 | 频次：每周 |",
    )  # fmt: skip
    text = "\n".join(["岗位名称：维修工程师", "", "## 岗位职责", "", *rows, ""])
    (draft,) = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    (duty,) = draft.data["duties"]
    assert {name: value for name, value in duty.items() if name != "number"} == {
        "text": "设备安装调试", "time": "30%", "tasks": ["审核布置图", "现场开箱点件", "试运行"], "frequency": "每台",
    }  # fmt: skip
    assert [line.unread() for line in draft.lines if line.unread()] == ["频次：每周"]


@pytest.mark.parametrize(
    ("word", "degree"), [("负责", "full"), ("全责", "full"), ("配合", "assist"), ("参与", "partial")]
)
def test_words_for_degrees_of_responsibility(word: str, degree: str) -> None:
    duties = _table(("序号", "职责", "职责性质"), ("1", "受理来电", word))
    assert duties == [{"text": "受理来电", "responsibility": degree}]


def test_a_value_that_cannot_be_read_is_told_by_the_label_of_its_field() -> None:
    rows = ("| 序号 | 职责 | 责任程度 |", "|---|---|---|", "| 1 | 受理来电 | 随缘 |")
    text = "\n".join(["岗位名称：维修工程师", "", "## 岗位职责", "", *rows, ""])
    (draft,) = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    (finding,) = draft.findings
    assert finding.message.zh == "“随缘”读不成职责的“责任程度”"
    assert finding.message.en == "'随缘' cannot be read as the responsibility of a duty"
