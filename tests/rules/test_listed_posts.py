"""The posts that the chart of a unit lists, against the positions that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.phrases import Phrase
from posdoc.rules import listed_headcount_differs, undescribed_post, unknown_reference, unlisted_position
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: boss, title: 总经理, aliases: [老总]}]
## positions/parts/unit.yaml
title: 配件组
posts:
%s
## positions/parts/keeper.yaml
title: 新件库仓管员
aliases: [仓管员, Store Keeper]
"""
FINANCE = "## positions/finance/unit.yaml\ntitle: 财务组\n## positions/finance/clerk.yaml\ntitle: 财务统计员\n"


def listing(*posts: str) -> str:
    """A unit that lists ``posts`` and has a keeper."""
    return HEAD % "\n".join(f"  - {post}" for post in posts)


# The chart of S1-B: posts in the chart, and the posts that are described.
S1_B_CHART = listing(
    "售后经理", "%s", "%s", "三包技术员", "旧件仓管员", "{title: 新件仓管员, position: keeper}", "%s", "客户主管"
) + "".join(
    f"## positions/parts/{name}.yaml\ntitle: {title}\n"
    for name, title in {
        "manager": "售后经理", "customers": "客户主管", "warranty": "三包技术员", "old-parts": "旧件仓管员",
    }.items()
)  # fmt: skip
S1_B_MISSING = ("«统计打单员»", "«配件发货员»", "«客服助理/文员»")
UNDESCRIBED = {
    "by title": listing("新件库仓管员"),
    "by alias": listing("仓管员"),
    "by position": listing("{title: 库管, position: keeper}"),
    "by nothing": listing("«打单员»"),
    "in the long form": listing("{title: «打单员», headcount: 1}"),
    "by a position outside": listing("总经理", "老总", "{title: 领导, position: boss}"),
    "by a position of another unit": listing("财务统计员") + FINANCE,
    "by a planned position": listing("打单员") + "## positions/parts/clerk.yaml\ntitle: 打单员\nstatus: planned\n",
    "by an abolished position": listing("«打单员»") + "## positions/parts/clerk.yaml\ntitle: 打单员\nstatus: abolished\n",
    "one name of two": listing("仓管员/文员", "文员／仓管员"),
    "neither name of two": listing("«打单员/文员»"),
    "spaces and capitals do not matter": listing("新件库 仓管员", "ＳＴＯＲＥ keeper", "storekeeper"),
    "not a post but a unit": listing("配件组", "财务组", "«三包组»") + FINANCE,
    "not a post but a unit by its alias": listing("新件 库").replace("title: 配件组", "title: 配件组\naliases: [新件库]"),
    "no list": listing("仓管员").replace("posts:\n  - 仓管员\n", ""),
    "forms 3.17 S1-B: posts of the chart without a description": S1_B_CHART % S1_B_MISSING,
    "forms 3.18 S1-F: four of six posts": "## posdoc.yaml\norganization: 公司\n## positions/cs/unit.yaml\n"
    "title: 客服中心\nposts: [客服主管, 客服班长, «前台», «大堂助理», «顶岗», «吧台»]\n"
    "## positions/cs/supervisor.yaml\ntitle: 客服主管\n## positions/cs/leader.yaml\ntitle: 客服班长\n",
}  # fmt: skip


@pytest.mark.parametrize("example", UNDESCRIBED.values(), ids=UNDESCRIBED)
def test_posts_without_a_position(tmp_path: Path, example: str) -> None:
    check_marks(undescribed_post, tmp_path, example)


def test_a_position_that_does_not_exist_is_another_rule(tmp_path: Path) -> None:
    example = listing("{title: 打单员, position: «nobody»}")
    check_marks(undescribed_post, tmp_path / "a", example.replace("«", "").replace("»", ""))
    check_marks(unknown_reference, tmp_path / "b", example)


HINTS = {
    "much like a title": ("«新件仓管员»", "if 'keeper' describes it, add 'position: keeper'"),
    "much like an alias": ("«stor keeper»", "if 'keeper' describes it, add 'position: keeper'"),
    "like nothing": (
        "«大堂助理»", "make a file for it (posdoc new), or name the position that describes it under position"
    ),
    "like the position of another unit": (
        "«财务统计»", "make a file for it (posdoc new), or name the position that describes it under position"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("post", "hint"), HINTS.values(), ids=HINTS)
def test_what_may_describe_a_post(tmp_path: Path, post: str, hint: str) -> None:
    (finding,) = check_marks(undescribed_post, tmp_path, listing(post) + FINANCE)
    name = post.strip("«»")
    assert finding.message == Phrase(
        f"岗位一览中的“{name}”没有岗位说明书", f"no position describes the listed post '{name}'"
    )
    assert finding.hint
    assert finding.hint.en == hint


CLERK = "## positions/parts/clerk.yaml\ntitle: %s\n"
UNLISTED = {
    "all listed": listing("仓管员"),
    "one not": listing("仓管员") + CLERK % "«打单员»",
    "by position": listing("仓管员", "{title: 单据, position: clerk}") + CLERK % "打单员",
    "by alias": listing("仓管员", "打单") + CLERK % "打单员\naliases: [打单]",
    "one name of two": listing("仓管员/打单员") + CLERK % "打单员",
    "the head": listing("仓管员").replace("配件组\n", "配件组\nhead: clerk\n") + CLERK % "配件主管",
    "over others": listing("{title: 仓管员, under: 配件主管}") + CLERK % "配件主管",
    "planned": listing("仓管员") + CLERK % "打单员\nstatus: planned",
    "abolished": listing("仓管员") + CLERK % "打单员\nstatus: abolished",
    "frozen": listing("仓管员") + CLERK % "«打单员»\nstatus: frozen",
    "of another unit": listing("仓管员") + FINANCE,
    "of a unit below": listing("仓管员") + "## positions/parts/old/unit.yaml\ntitle: 旧件库\n"
    "## positions/parts/old/old.yaml\ntitle: 旧件库仓管员\n",
    "the same post in another place": listing("仓管员") + "## positions/parts/second.yaml\nbased_on: keeper\n",
    "a copy of its own name": listing("仓管员") + "## positions/parts/second.yaml\nbased_on: keeper\ntitle: «旧件库仓管员»\n",
    "the same post under another name": listing("{title: 库管, position: keeper}")
    + "## positions/parts/second.yaml\nbased_on: keeper\n",
    "no list": listing("仓管员").replace("posts:\n  - 仓管员\n", "") + CLERK % "打单员",
    "forms 3.17 S1-B: the indoor clerk is described but not in the chart": S1_B_CHART % tuple(
        missing.strip("«»") for missing in S1_B_MISSING
    ) + CLERK % "«售后内勤»",
}  # fmt: skip


@pytest.mark.parametrize("example", UNLISTED.values(), ids=UNLISTED)
def test_positions_that_are_not_listed(tmp_path: Path, example: str) -> None:
    check_marks(unlisted_position, tmp_path, example)


def test_it_shows_the_list(tmp_path: Path) -> None:
    (finding,) = check_marks(unlisted_position, tmp_path, UNLISTED["one not"])
    assert finding.message == Phrase(
        "“clerk”不在部门“parts”的岗位一览中", "'clerk' is not among the posts that its unit 'parts' lists"
    )
    assert finding.hint
    assert "'position: clerk'" in finding.hint.en
    assert [(related.span.path, related.span.line) for related in finding.related] == [("positions/parts/unit.yaml", 2)]


@pytest.mark.parametrize(
    ("post", "number"), [("{title: [打单员]}", 0), ("{title: [仓管员], position: keeper}", 1), ("仓管员", 1)]
)
def test_a_post_that_cannot_be_read_may_be_the_one(tmp_path: Path, post: str, number: int) -> None:
    organization, _ = load(write_files(tmp_path, listing(post, "仓管员") + CLERK % "打单员"))
    assert len(list(unlisted_position.check(organization))) == number


OFFICES = "".join(
    f"## positions/parts/{name}/unit.yaml\ntitle: {name}办事处\n"
    f"## positions/parts/{name}/{name}-keeper.yaml\nbased_on: keeper\n"
    for name in ("east", "west")
)
KEEPERS = "headcount: %s\n"
DIFFERENT = {
    "the same": listing("{title: 仓管员, headcount: 2}") + KEEPERS % 2,
    "one more": listing("{title: 仓管员, headcount: «3»}") + KEEPERS % 2,
    "one fewer": listing("{title: 仓管员, headcount: «1»}") + KEEPERS % 2,
    "by position": listing("{title: 库管, position: keeper, headcount: «1»}") + KEEPERS % 2,
    "ranges that meet": listing("{title: 仓管员, headcount: 2-3}") + KEEPERS % "3-4",
    "ranges that do not": listing("{title: 仓管员, headcount: «1-2»}") + KEEPERS % "3-4",
    "listed in words": listing("{title: 仓管员, headcount: 数名}") + KEEPERS % 2,
    "not listed": listing("仓管员") + KEEPERS % 2,
    "planned in words": listing("{title: 仓管员, headcount: 2}") + KEEPERS % "数名",
    "not planned": listing("{title: 仓管员, headcount: 2}"),
    "not described": listing("{title: 打单员, headcount: 2}") + KEEPERS % 1,
    "listed twice": listing("{title: 仓管员, headcount: 1}", "{title: 仓管员, headcount: 2}") + KEEPERS % 3,
    "listed twice, and wrong": listing("{title: 仓管员, headcount: «1»}", "{title: 仓管员, headcount: 1}") + KEEPERS % 3,
    "listed twice, once without a number": listing("{title: 仓管员, headcount: 4}", "仓管员") + KEEPERS % 3,
    "one for each office": listing("{title: 仓管员, headcount: 6}") + KEEPERS % 2 + OFFICES,
    "one for each office, and wrong": listing("{title: 仓管员, headcount: «5»}") + KEEPERS % 2 + OFFICES,
    "all offices under one position": listing("{title: 仓管员, position: keeper, headcount: 6}") + KEEPERS % 2 + OFFICES,
    "that of one office": listing("{title: 仓管员, position: keeper, headcount: 2}") + KEEPERS % 2 + OFFICES,
    "neither one office nor all": listing("{title: 仓管员, position: keeper, headcount: «4»}") + KEEPERS % 2 + OFFICES,
    "of another unit": listing("{title: 财务统计员, headcount: 2}") + FINANCE + "headcount: 1\n",
    "planned position": listing("{title: 仓管员, headcount: 2}") + KEEPERS % "1\nstatus: planned",
    "outside": listing("{title: 总经理, headcount: 2}"),
}  # fmt: skip


@pytest.mark.parametrize("example", DIFFERENT.values(), ids=DIFFERENT)
def test_listed_numbers(tmp_path: Path, example: str) -> None:
    check_marks(listed_headcount_differs, tmp_path, example)


def test_it_shows_both_numbers(tmp_path: Path) -> None:
    (finding,) = check_marks(listed_headcount_differs, tmp_path, DIFFERENT["listed twice, and wrong"])
    assert finding.message == Phrase(
        "岗位一览写 2 人，岗位定员为 3 人", "2 listed here, but the headcount of the position is 3"
    )
    assert finding.hint
    assert finding.hint.en == "find out which is right and correct the other"
    assert [(r.span.path.rpartition("/")[2], r.span.line, r.message.en) for r in finding.related] == [
        ("keeper.yaml", 3, "keeper: 3"), ("unit.yaml", 4, "another one: 1"),
    ]  # fmt: skip
