"""Where a section ends: at a heading that nobody knows, by its style or by its number, and at rows that belong to no field."""

from __future__ import annotations

from typing import Any

from posdoc.importers.markdown import read_markdown
from posdoc.importers.posts import read_posts, standard_labels
from tests.importers.posts.texts import foreign


def _data(*lines: str) -> dict[str, Any]:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", *lines), standard_labels()).drafts
    return draft.data


def test_the_next_number_begins_another_section() -> None:
    data = _data("1 目的", "明确职责。", "2 适用范围", "适用于售后部。", "3 岗位职责", "1、接听热线", "2、派工")
    assert data["purpose"] == "明确职责。"
    assert data["duties"] == [{"text": "接听热线"}, {"text": "派工"}]


def test_the_numbers_of_a_list_begin_no_section() -> None:
    data = _data("3、工作权限", "1、领用配件", "2、拒收旧件", "3、停机检修", "4、报废建议")
    assert data["authority"] == ["领用配件", "拒收旧件", "停机检修", "报废建议"]


def test_a_heading_of_the_same_level_ends_any_section() -> None:
    text = "# 维修工程师岗位说明书\n\n## 岗位目的\n\n答复用户。\n\n## 团队文化\n\n快乐工作。\n\n## 工作环境\n\n室内\n"
    (draft,) = read_posts(read_markdown(text.encode(), "a.md"), standard_labels()).drafts
    assert draft.data["purpose"] == "答复用户。"
    assert "快乐工作。" in [line.unread() for line in draft.lines]


def test_rows_that_nobody_knows_are_no_part_of_the_field_above() -> None:
    rows = ("| 工作时间 | 37 小时 |", "|---|---|", "| 工位号 | A-12 |", "| 工作地点 | 上海 |", "| 团队文化 | 快乐 |")
    text = "\n".join(["岗位名称：客服代表", "", *rows, ""])
    (draft,) = read_posts(read_markdown(text.encode(), "a.md"), standard_labels()).drafts
    assert (draft.data["conditions"], draft.data["location"]) == ({"hours": "37 小时"}, "上海")
    assert [line.unread() for line in draft.lines if line.unread()] == ["工位号", "A-12", "团队文化", "快乐"]


def test_an_amount_of_time_is_no_label_with_a_number() -> None:
    text = "Job title: Clerk\n\n| Hours: | 37 hours |\n|---|---|\n| Responsible to: | Team Leader |\n"
    (draft,) = read_posts(read_markdown(text.encode(), "a.md"), standard_labels()).drafts
    assert (draft.data["conditions"], draft.data["reports_to"]) == ({"hours": "37 hours"}, "Team Leader")


def test_headings_in_brackets_or_behind_a_sign() -> None:
    data = _data("【岗位目的】", "答复用户。", "【工作时间】五天八小时", "■ 岗位权限", "A. 有拒收权", "B. 有建议权")
    assert data["purpose"] == "答复用户。"
    assert data["conditions"] == {"hours": "五天八小时"}
    assert data["authority"] == ["有拒收权", "有建议权"]


def test_words_before_duties_that_name_no_post() -> None:
    assert _data("主要工作职责：", "1、接听热线")["duties"] == [{"text": "接听热线"}]


def test_a_post_whose_name_begins_with_such_a_word() -> None:
    for title in ("关键客户经理", "日常维护工程师", "核心备件主管"):
        drafts = read_posts(foreign(f"{title}岗位职责", "1、接听热线"), standard_labels()).drafts
        assert [draft.title for draft in drafts] == [title]
