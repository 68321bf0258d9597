"""The table of changes as a form sees it: which changes stand in it, their reason, and what came and went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from posdoc.diff import compare
from posdoc.diff.table_view import view_changes
from posdoc.load import load
from tests.diff.test_cases import BASE, CHIEF, ENGINEER, SETTINGS, UNIT, engineer, written

Changes = dict[str, str | None]
View = dict[str, Any]
Seen = Callable[..., View]
DAY = date(2026, 12, 1)
PAPERS = """document:
  version: "1.0"
  number: A-1
  signers: [{role: author, name: 张三}]
  statement: {zh: 本人已读。, en: Read.}
  revisions: [{version: "1.0", date: 2026-03-01, text: {zh: 首次发布, en: First edition}}]
"""
REVISED = PAPERS.replace('"1.0"\n', '"1.1"\n', 1).replace(
    "}}]", '}}, {version: "1.1", date: 2026-12-01, text: {zh: 增设夜班, en: Night shift}}]'
)


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    """The view of a change of one small department."""

    def see(changes: Changes, language: str = "zh", before: Changes | None = None) -> View:
        old = {**BASE, **(before or {})}
        states = [{name: text for name, text in files.items() if text} for files in (old, {**old, **changes})]
        sides = [load(written(tmp_path / name, files))[0] for name, files in zip("ab", states, strict=True)]
        return view_changes(compare(*sides), ("v1", ""), language, DAY)

    return see


def rows(view: View) -> list[tuple[str, str, str]]:
    return [(row["item"], row["before"], row["after"]) for one in view["subjects"] for row in one["rows"]]


def with_papers(old: str, new: str, text: str = ENGINEER) -> dict[str, Changes]:
    return {
        "changes": {"positions/s/engineer.yaml": text + new},
        "before": {"positions/s/engineer.yaml": ENGINEER + old},
    }


def test_what_the_table_says_of_itself(seen: Seen) -> None:
    view = seen(engineer("headcount: 2", "headcount: 3"))
    assert (view["form_title"], view["company"], view["date"]) == ("修订对照表", "公司", "2026年12月1日")
    assert (view["old"], view["new"], view["nothing"]) == ("v1", "当前文件", "")
    assert view["scope"] == "0 个新增，0 个撤销，1 个有改动"
    assert [signer["role"] for signer in view["approval"]["signers"]] == ["拟订", "审核", "批准"]
    english = seen(engineer("headcount: 2", "headcount: 3"), "en")
    assert (english["form_title"], english["new"]) == ("Table of Changes", "working tree")


def test_a_subject_with_its_rows(seen: Seen) -> None:
    changes = engineer("headcount: 2", "headcount: 3", "上门修理报修的机组。", "上门修理客户报修的机组。")
    (subject,) = seen(changes)["subjects"]
    about = {name: subject[name] for name in ("about", "title", "id", "code", "change", "version", "remarks")}
    assert about == {"about": "岗位", "title": "工程师", "id": "engineer", "code": "", "change": "修改", "version": "",
                     "remarks": []}  # fmt: skip
    first, second = subject["rows"]
    assert (first["number"], first["first"], second["number"], second["first"]) == ("1", True, "2", False)
    assert (second["item"], second["before"]) == ("岗位职责第1项“维修” · 职责描述", "上门修理报修的机组。")
    assert second["new_passages"] == [
        {"text": "上门修理", "is_changed": False},
        {"text": "客户", "is_changed": True},
        {"text": "报修的机组。", "is_changed": False},
    ]


def test_nothing_is_told_apart_where_nothing_stayed(seen: Seen) -> None:
    (subject,) = seen(engineer("tools: [万用表, 扳手]", "tools: [万用表, 锤子]"))["subjects"]
    sides = [row[name] for row in subject["rows"] for name in ("old_passages", "new_passages")]
    assert sides
    assert not any(passage["is_changed"] for side in sides for passage in side)


CASES: dict[str, tuple[Changes, list[tuple[str, str, str]]]] = {
    "a position that came": (
        {"positions/s/night/guard.yaml": "title: 值班员\nheadcount: 3\nreports_to: chief\npurpose: 守夜。\n"},
        [("新增岗位", "", "值班员\n所属部门：夜班\n岗位定员：3 人\n直接上级：主管\n岗位目的：守夜。")],
    ),
    "a position that went": (
        {"positions/s/clerk.yaml": None},
        [("撤销岗位", "文员\n所属部门：售后部\n岗位定员：1 人\n直接上级：主管", "")],
    ),
    "a unit that came": (
        {"positions/s/day/unit.yaml": "title: 白班\nheadcount: 4\n"},
        [("新增部门", "", "白班\n所属部门：售后部\n编制：4 人")],
    ),
    "an entry that passed another": (
        engineer("tools: [万用表, 扳手]", "tools: [扳手, 万用表]"),
        [("使用工具设备第1项", "第2位", "第1位")],
    ),
    "settings that print": (
        {"posdoc.yaml": SETTINGS.replace("title: 财务部", "title: 财务中心")},
        [("往来单位第2项“财务中心” · 名称", "财务部", "财务中心")],
    ),
    "settings that do not": ({"posdoc.yaml": SETTINGS + "outputs: {folder: out}\n"}, []),
    "ids that nobody prints": (engineer("id: monthly", "id: month"), [("条文没有改动", "", "")]),
    "people are no definitions": ({"people.yaml": "people: [{name: 王芳, posts: [engineer]}]\n"}, []),
    "nothing": ({}, []),
}


@pytest.mark.parametrize("name", CASES)
def test_rows(name: str, seen: Seen) -> None:
    changes, expected = CASES[name]
    view = seen(changes)
    assert rows(view) == expected
    assert view["nothing"] == ("" if expected else "没有不同。")


def test_the_new_revision_is_the_reason_and_papers_are_no_rows(seen: Seen) -> None:
    (subject,) = seen(**with_papers(PAPERS, REVISED, ENGINEER.replace("headcount: 2", "headcount: 3")))["subjects"]
    assert (subject["reason"], subject["version"]) == ("增设夜班", "版本 1.0 → 1.1")
    assert [row["item"] for row in subject["rows"]] == ["岗位定员"]


def test_where_only_papers_changed_the_table_says_so(seen: Seen) -> None:
    (subject,) = seen(**with_papers(PAPERS, REVISED))["subjects"]
    assert [(row["item"], row["after"]) for row in subject["rows"]] == [("条文没有改动", "")]


def test_what_a_document_prints_is_a_row(seen: Seen) -> None:
    view = seen(**with_papers(PAPERS, PAPERS.replace("本人已读。", "本人已读并理解。")))
    assert rows(view) == [("文件信息 · 声明", "本人已读。", "本人已读并理解。")]
    assert view["subjects"][0]["reason"] == ""


def test_without_a_new_revision_the_reason_is_left_blank(seen: Seen) -> None:
    (subject,) = seen(**with_papers(PAPERS, PAPERS, ENGINEER.replace("headcount: 2", "headcount: 3")))["subjects"]
    assert (subject["reason"], subject["version"]) == ("", "版本 1.0")


def test_moved_and_renamed_positions_say_so(seen: Seen) -> None:
    moved: Changes = {"positions/s/engineer.yaml": None, "positions/s/night/engineer.yaml": ENGINEER}
    (subject,) = seen(moved)["subjects"]
    assert (subject["change"], subject["remarks"]) == ("调整部门", ["由“售后部”划入“夜班”"])
    assert [row["item"] for row in subject["rows"]] == ["条文没有改动"]


def test_what_is_taken_over_is_one_row(seen: Seen) -> None:
    base = "title: 甲\nreports_to: chief\nheadcount: 1\npurpose: 一。\n"
    before: Changes = {"positions/s/one.yaml": base, "positions/s/two.yaml": "title: 乙\nbased_on: one\n"}
    view = seen({"positions/s/one.yaml": base.replace("一。", "二。")}, before=before)
    assert rows(view) == [("岗位目的", "一。", "二。"), ("沿用“甲”", "", "随之改动 1 处，见该岗位")]


def test_both_languages_in_one_table(seen: Seen) -> None:
    view = seen(
        {
            "positions/s/engineer.yaml": ENGINEER.replace("修好机组。", "修好全部机组。").replace(
                "Mend the", "Mend all"
            ),
            "positions/s/clerk.yaml": None,
            "positions/s/chief.yaml": CHIEF.replace("headcount: 1", "headcount: 2"),
            "positions/s/unit.yaml": UNIT + "headcount: 3\n",
        },
        "zh+en",
    )
    assert view["form_title"] == "修订对照表 Table of Changes"
    purpose = next(row for row in view["subjects"][2]["rows"] if "岗位目的" in row["item"])
    assert (purpose["before"], purpose["after"]) == ("修好机组。\nMend the units.", "修好全部机组。\nMend all units.")
    changed = [passage["text"] for passage in purpose["new_passages"] if passage["is_changed"]]
    assert changed == ["全部", "all"]
