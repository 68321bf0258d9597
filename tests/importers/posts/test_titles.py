"""Which texts begin a post, and what of them is its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.titles import (
    Titles,
    counted_title,
    document_title,
    holder_title,
    same_title,
    title_of_file,
    without_unit,
    written,
)
from tests.importers.posts.texts import bit

TITLES = [
    ("维修工程师岗位说明书", "维修工程师", "", ""),
    ("维修工程师--岗位说明书", "维修工程师", "", ""),
    ("维修工程师职位说明书(1)", "维修工程师", "", ""),
    ("网络服务部网络工程师职务讲明书", "网络服务部网络工程师", "", ""),
    ("一、报修客服岗位职责及考核标准", "报修客服", "", ""),
    ("第四条报修客服岗位职责:", "报修客服", "duties", "岗位职责:"),
    ("1.0服务主管岗位职责", "服务主管", "duties", "岗位职责"),
    ("售后岗位职责", "售后岗位", "duties", "职责"),
    ("维修部经理关键业绩指标考核表", "维修部经理", "kpi_sets", "关键业绩指标考核表"),
    ("三包技术员岗位说明书", "三包技术员", "", ""),
    ("138. 维修工程师岗位说明书", "维修工程师", "", ""),
    ("维修工程师岗位说明书模板", "维修工程师", "", ""),
    ("热 线 坐 席 岗 位 说 明 书", "热线坐席", "", ""),
    ("Job description: Field Engineer", "Field Engineer", "", ""),
    ("Field Engineer Job Description", "Field Engineer", "", ""),
]
NO_TITLES = [
    "岗位职责", "一、岗位职责", "二、任职资格", "岗位说明书", "服务部组织架构图及岗位职责", "客服部岗位职责", "服务部机构设置",
    "或适当加以拓展!虽然是《思品与社会》维修工程师考核指标说明书", "请认真阅读，本页是维修工程师岗位说明书",
    "负责编写岗位说明书。",
    "参与制订部门的工作目标：维修工程师岗位职责", "第七条公司定期培训", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "path", "rest"), TITLES, ids=[one[0] for one in TITLES])
def test_titles_of_documents(text: str, title: str, path: str, rest: str) -> None:
    found = document_title(bit(text), standard_labels())
    assert found is not None
    assert (written(found[0]), found[2]) == (title, path)
    assert rest in found[1].text


@pytest.mark.parametrize("text", NO_TITLES)
def test_what_is_no_title(text: str) -> None:
    assert document_title(bit(text), standard_labels()) is None


@pytest.mark.parametrize(
    ("text", "title", "count"),
    [
        ("服务经理（1人）", "服务经理", "1"),
        ("服务经理(1 人)", "服务经理", "1"),
        ("维修技师 数名", "维修技师", "数"),
        ("仓管员（二名）", "仓管员", "二"),
    ],
)
def test_titles_with_a_number_of_people(text: str, title: str, count: str) -> None:
    found = counted_title(bit(text))
    assert found is not None
    assert (found[0].text, found[1].text) == (title, count)


@pytest.mark.parametrize("text", ["本部门（12人）", "培训3人", "服务经理", "服务经理（1人）负责全面工作", "每班次2人"])
def test_no_titles_with_a_number_of_people(text: str) -> None:
    assert counted_title(bit(text)) is None


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("旧件仓库员", "1、整理旧件库", True),
        ("财务统计", " 1. 核对账目", True),
        ("旧件仓库员", "2、登记账卡", False),
        ("保持现场整洁", "1、整理旧件库", False),
    ],
)
def test_titles_before_a_list(text: str, after: str, expected: bool) -> None:
    assert holder_title(bit(text), after) is expected


@pytest.mark.parametrize(
    ("text", "unit", "title"),
    [
        ("北方通达公司网络服务部网络工程师", "网络服务部", "网络工程师"),
        ("网络服务部网络工程师", "网络服务部", "网络工程师"),
        ("客服部-售后工程师", "客服部", "售后工程师"),
        ("客服中心客服班长", "客服中心", "客服班长"),
        ("配件组仓管员", "配件组", "仓管员"),
    ],
)
def test_titles_with_their_unit(text: str, unit: str, title: str) -> None:
    found = without_unit(text)
    assert found is not None
    assert (text[slice(*found.unit)], text[slice(*found.title)]) == (unit, title)


@pytest.mark.parametrize(
    "text",
    [
        "维修工程师", "售后服务部经理", "技术支持组主管", "客服中心主任", "部门经理", "外部协调专员",
        "内部审计员", "总部前台文员",
        "小组组长", "项目组长", "处理专员", "干部管理专员", "组织专员",
    ],
)  # fmt: skip
def test_titles_that_stay_whole(text: str) -> None:
    assert without_unit(text) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("维修工程师", "维修工程师", True),
        ("维修工程师", "北方公司维修工程师", True),
        ("热线坐席", "热 线 坐 席", True),
        ("", "维修工程师", True),
        ("维修工程师", "维修主管", False),
    ],
)
def test_same_titles(one: str, other: str, expected: bool) -> None:
    assert same_title(one, other) is expected


@pytest.mark.parametrize(
    ("titles", "title", "expected"),
    [
        (["北方公司维修工程师"], "维修工程师", True),
        (["维修工程师（北方）"], "维修工程师", True),
        (["工程师", "主管"], "维修主管", True),
        (["维修工程师"], "工程", False),
        ([], "维修工程师", False),
    ],
)
def test_one_of_many_titles_is_the_same(titles: list[str], title: str, expected: bool) -> None:
    assert Titles(titles).has_same(title) is expected


@given(st.lists(st.text("甲乙 a", max_size=5), max_size=6), st.text("甲乙 a", max_size=5))
def test_one_of_many_titles_is_the_same_where_a_look_at_each_says_so(titles: list[str], title: str) -> None:
    assert Titles(titles).has_same(title) is any(same_title(title, other) for other in titles)


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("售后经理岗位说明书", "售后经理"),
        ("02-售后经理岗位说明书V2.1", "售后经理"),
        ("SS-03 售后经理岗位说明书（终稿）20240301修订", "售后经理"),
        ("1.2.3 售后经理岗位说明书_v1.2024（最终版）", "售后经理"),
        ("售后经理岗位说明书 (1) 副本", "售后经理"),
        ("客服 2 组组长岗位说明书", "客服 2 组组长"),
        ("售后经理V2.1", "售后经理V2.1"),
        ("1." * 60 + "x", "1." * 60 + "x"),
        ("售后经理" + "1." * 60 + "x", "售后经理" + "1." * 60 + "x"),
    ],
)
def test_what_a_file_is_named_after(stem: str, title: str) -> None:
    assert title_of_file(stem) == title
