"""What the positions of a unit make, against the headcount of the unit and of the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.phrases import Phrase
from posdoc.rules import headcount_sum_differs
from tests.rules.marked import check_marks

SETTINGS = "## posdoc.yaml\norganization: 公司\n"
AS_WELL = "headcount: 1\nconcurrent_posts: [p1]"
UNIT = "## positions/u/unit.yaml\ntitle: 售后部\n"
POST = "## positions/u/%s.yaml\ntitle: 岗位%s\n"
SUB = "## positions/u/s/unit.yaml\ntitle: 配件组\n"
SUB_POST = "## positions/u/s/%s.yaml\ntitle: 岗位%s\n"


def unit(says: str, *posts: str, below: str = "", settings: str = "") -> str:
    """A unit that ``says`` something, and one position for each of ``posts``, which says more of it."""
    members = "".join(POST % (f"p{i}", i) + f"{more}\n" * bool(more) for i, more in enumerate(posts))
    return SETTINGS + settings + UNIT + says + "\n" * bool(says) + members + below


def sub(says: str, *posts: str) -> str:
    """A unit below it."""
    members = "".join(SUB_POST % (f"s{i}", f"下{i}") + f"{more}\n" * bool(more) for i, more in enumerate(posts))
    return SUB + says + "\n" * bool(says) + members


CASES = {
    "equal": unit("headcount: 3", "headcount: 1", "headcount: 2"),
    "one too many": unit("headcount: «2»", "headcount: 1", "headcount: 2"),
    "one short": unit("headcount: «4»", "headcount: 1", "headcount: 2"),
    "a range that contains it": unit("headcount: 3", "headcount: 1", "headcount: 1-3"),
    "a range that ends with it": unit("headcount: 3", "headcount: 1", "headcount: 1-2"),
    "a range that begins with it": unit("headcount: 3", "headcount: 1", "headcount: 2-4"),
    "a range below it": unit("headcount: «5»", "headcount: 1", "headcount: 2-3"),
    "a range above it": unit("headcount: «2»", "headcount: 1", "headcount: 2-3"),
    "ranges that meet": unit("headcount: 4-6", "headcount: 1", "headcount: 2-3"),
    "ranges that do not meet": unit("headcount: «5-6»", "headcount: 1", "headcount: 2-3"),
    "words": unit("headcount: 9", "headcount: 1", "headcount: 数名"),
    "words, and still too many": unit("headcount: «2»", "headcount: 3", "headcount: 数名"),
    "words, and just enough": unit("headcount: 3", "headcount: 3", "headcount: 数名"),
    "nothing said": unit("headcount: 9", "headcount: 1", ""),
    "nothing said, and still too many": unit("headcount: «2»", "headcount: 3", ""),
    "no head counts at all": unit("headcount: 9", "", ""),
    "the unit has words": unit("headcount: 若干", "headcount: 3"),
    "the unit has none": unit("", "headcount: 3"),
    "planned ones do not count": unit("headcount: 1", "headcount: 1", "headcount: 2\nstatus: planned"),
    "abolished ones do not count": unit("headcount: 1", "headcount: 1", "headcount: 2\nstatus: abolished"),
    "frozen ones count": unit("headcount: 3", "headcount: 1", "headcount: 2\nstatus: frozen"),
    "only planned ones": unit("headcount: 3", "headcount: 1\nstatus: planned"),
    "no positions": unit("headcount: 3"),
    "taken over": unit("headcount: 4", "headcount: 2", "based_on: p0"),
    "taken over, and too many": unit("headcount: «2»", "headcount: 2", "based_on: p0"),
    "below it": unit("headcount: 3", "headcount: 1", below=sub("", "headcount: 2")),
    "below it, one short": unit("headcount: «4»", "headcount: 1", below=sub("", "headcount: 2")),
    "each unit by itself": unit("headcount: «4»", "headcount: 1", below=sub("headcount: «3»", "headcount: 2")),
    "only the unit below": unit("headcount: 3", "headcount: 1", below=sub("headcount: «3»", "headcount: 2")),
    "a unit that is bigger than the one above": unit("headcount: «2»", "", below=sub("headcount: 3", "")),
    "what a unit says counts where its positions say nothing": unit(
        "headcount: «9»", "headcount: 1", below=sub("headcount: 3", "")
    ),
    "and makes the sum": unit("headcount: 4", "headcount: 1", below=sub("headcount: 3", "headcount: 2", "")),
    "a unit without positions counts as it says": unit("headcount: 4", "headcount: 1", below=sub("headcount: 3")),
    "a unit without positions that says too much": unit("headcount: «3»", "headcount: 1", below=sub("headcount: 3")),
    "a unit without positions that says nothing": unit(
        "headcount: 9", "headcount: 1", below=sub("") + "posts: [{title: 仓管员}]\n"
    ),
    "a unit of planned positions may count": unit(
        "headcount: 4", "headcount: 1", below=sub("headcount: 3", "headcount: 3\nstatus: planned")
    ),
    "a unit of planned positions need not count": unit(
        "headcount: 1", "headcount: 1", below=sub("headcount: 3", "headcount: 3\nstatus: planned")
    ),
    "a unit of planned positions without a number": unit(
        "headcount: «2»", "headcount: 1", below=sub("", "headcount: 3\nstatus: planned")
    ),
    "two units below": unit(
        "headcount: «5»", "headcount: 1",
        below=sub("headcount: 2", "headcount: 2") + "## positions/u/t/unit.yaml\ntitle: 三包组\n"
        "## positions/u/t/t.yaml\ntitle: 三包技术员\nheadcount: 3\n",
    ),
    "a post held as well": unit("headcount: 3", AS_WELL, "headcount: 1", "headcount: 2"),
    "a post held as well, counted": unit("headcount: 4", AS_WELL, "headcount: 1", "headcount: 2"),
    "a post held as well, and too many": unit("headcount: «2»", AS_WELL, "headcount: 1", "headcount: 2"),
    "a post held as well, with more heads": unit("headcount: «2»", AS_WELL, "headcount: 3"),
    "a post held as well by so many": unit("headcount: 2", "headcount: 2\nconcurrent_posts: [p1]", "headcount: 1"),
    "a post held as well by several": unit("headcount: 3", "headcount: 数名\nconcurrent_posts: [p1]", "headcount: 3"),
    "a post held as well by somebody planned": unit(
        "headcount: «1»", "headcount: 1", "headcount: 1", "status: planned\nheadcount: 1\nconcurrent_posts: [p1]"
    ),
    "a listed post may count": unit("headcount: 3\nposts: [{title: 打单员, headcount: 2}]", "headcount: 1"),
    "a listed post need not count": unit("headcount: 1\nposts: [{title: 打单员, headcount: 2}]", "headcount: 1"),
    "a listed post that is not enough": unit("headcount: «4»\nposts: [{title: 打单员, headcount: 2}]", "headcount: 1"),
    "a listed post of any number": unit("headcount: 9\nposts: [打单员]", "headcount: 1"),
    "a listed post that is described": unit("headcount: «3»\nposts: [{title: 岗位0, headcount: 2}]", "headcount: 1"),
    "a listed post that names its position": unit(
        "headcount: «3»\nposts: [{title: 主管, position: p0, headcount: 2}]", "headcount: 1"
    ),
    "the workspace": unit("", "headcount: 1", "headcount: 2", settings="headcount: 3\n"),
    "the workspace, one short": unit("", "headcount: 1", "headcount: 2", settings="headcount: «4»\n"),
    "the workspace, one too many": unit("", "headcount: 1", "headcount: 2", settings="headcount: «2»\n"),
    "the workspace and a position outside of units": unit(
        "", "headcount: 1", below="## positions/top.yaml\ntitle: 经理\nheadcount: 1\n", settings="headcount: 2\n"
    ),
    "the workspace and what units say": unit("headcount: 3", "", settings="headcount: «9»\n"),
    "the workspace without positions": SETTINGS + "headcount: 3\n",
    "the workspace of planned positions": unit("", "headcount: 1\nstatus: planned", settings="headcount: 3\n"),
    "forms 3.18 S1-F: the chart has sixteen": SETTINGS
    + "## positions/cs/unit.yaml\ntitle: 客服中心\nheadcount: 16\nposts:\n"
    "  - {title: 客服主管, headcount: 1}\n  - {title: 客服班长, headcount: 1}\n  - {title: 前台, headcount: 2}\n"
    "  - {title: 大堂助理, headcount: 7}\n  - {title: 顶岗, headcount: 3}\n  - {title: 吧台, headcount: 2}\n"
    "## positions/cs/supervisor.yaml\ntitle: 客服主管\nheadcount: 1\n"
    "## positions/cs/leader.yaml\ntitle: 客服班长\nheadcount: 1\n",
    "forms 3.18 S1-F: and would not make seventeen": SETTINGS
    + "## positions/cs/unit.yaml\ntitle: 客服中心\nheadcount: «17»\nposts:\n"
    "  - {title: 前台, headcount: 2}\n  - {title: 大堂助理, headcount: 7}\n  - {title: 顶岗, headcount: 3}\n"
    "  - {title: 吧台, headcount: 2}\n"
    "## positions/cs/supervisor.yaml\ntitle: 客服主管\nheadcount: 1\n"
    "## positions/cs/leader.yaml\ntitle: 客服班长\nheadcount: 1\n",
    "forms S1-D: one assistant who also heads the service centre": unit(
        "headcount: 2", "headcount: 1", "headcount: 1\nconcurrent_posts: [s0]", below=sub("", "headcount: 1")
    ),
    "forms S1-D: several maintenance engineers": unit("headcount: 12", "headcount: 1", "headcount: 数名"),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_sums(tmp_path: Path, example: str) -> None:
    check_marks(headcount_sum_differs, tmp_path, example)


MESSAGES = {
    "short": (
        unit("headcount: «9»", "headcount: 1", "headcount: 2"),
        Phrase("编制为 9 人，各岗位定员合计 3 人", "the headcount is 9, but the positions make 3"),
        Phrase(
            "还差 6 人：补上缺少的岗位或定员，或改这里的编制；拟设和已撤销的岗位不计",
            "6 short: add what is missing or correct this; planned and abolished positions do not count",
        ),
    ),
    "a range short": (
        unit("headcount: «9-10»", "headcount: 1", "headcount: 2-3"),
        Phrase("编制为 9-10 人，各岗位定员合计 3-4 人", "the headcount is 9-10, but the positions make 3-4"),
        Phrase(
            "还差 5 人：补上缺少的岗位或定员，或改这里的编制；拟设和已撤销的岗位不计",
            "5 short: add what is missing or correct this; planned and abolished positions do not count",
        ),
    ),
    "too many": (
        unit("headcount: «1-2»", "headcount: 1", "headcount: 4-5"),
        Phrase("编制为 1-2 人，各岗位定员合计 5-6 人", "the headcount is 1-2, but the positions make 5-6"),
        Phrase(
            "多出 3 人：改正各岗位的定员，或改这里的编制",
            "3 too many: correct the head counts of the positions, or this one",
        ),
    ),
    "at least": (
        unit("headcount: «1»", "headcount: 4", ""),
        Phrase("编制为 1 人，各岗位定员合计至少 4 人", "the headcount is 1, but the positions make at least 4"),
        Phrase(
            "多出 3 人：改正各岗位的定员，或改这里的编制",
            "3 too many: correct the head counts of the positions, or this one",
        ),
    ),
}


@pytest.mark.parametrize(("example", "message", "hint"), MESSAGES.values(), ids=MESSAGES)
def test_messages(tmp_path: Path, example: str, message: Phrase, hint: Phrase) -> None:
    (finding,) = check_marks(headcount_sum_differs, tmp_path, example)
    assert (finding.message, finding.hint) == (message, hint)


@pytest.mark.parametrize(("stated", "planned", "hint"), [("2", "0", "2 short"), ("0", "2", "2 too many")])
def test_nothing_is_a_number(tmp_path: Path, stated: str, planned: str, hint: str) -> None:
    (finding,) = check_marks(headcount_sum_differs, tmp_path, unit(f"headcount: «{stated}»", f"headcount: {planned}"))
    assert finding.hint
    assert finding.hint.en.startswith(hint)


def related(tmp_path: Path, example: str) -> list[tuple[str, int, str]]:
    (finding,) = check_marks(headcount_sum_differs, tmp_path, example)
    return [(r.span.path.removeprefix("positions/u/"), r.span.line, r.message.zh) for r in finding.related]


def test_it_shows_the_head_counts(tmp_path: Path) -> None:
    posts = ("headcount: 1", "headcount: 数名", "", "based_on: p0\ntitle: 又一个", "headcount: 1\nstatus: planned")
    example = unit("headcount: «1»", *posts).replace("title: 岗位3\n", "")
    assert related(tmp_path, example) == [
        ("p0.yaml", 2, "p0：1"), ("p1.yaml", 2, "p1：数名"), ("p3.yaml", 1, "p3：1"),
    ]  # fmt: skip


def test_it_shows_ten_of_them(tmp_path: Path) -> None:
    example = unit("headcount: «1»", *["headcount: 1"] * 8, below=sub("", *["headcount: 1"] * 4))
    shown = [path for path, _, _ in related(tmp_path, example)]
    assert shown == [*(f"p{i}.yaml" for i in range(8)), "s/s0.yaml", "s/s1.yaml"]


def test_it_shows_what_a_unit_says_where_that_was_counted(tmp_path: Path) -> None:
    example = unit("headcount: «1»", "headcount: 1", below=sub("headcount: 3", "headcount: 2", ""))
    assert related(tmp_path, example) == [("p0.yaml", 2, "p0：1"), ("s/unit.yaml", 2, "s：3")]


def test_it_shows_the_positions_where_a_unit_says_the_same(tmp_path: Path) -> None:
    example = unit("headcount: «1»", "headcount: 1", below=sub("headcount: 3", "headcount: 3"))
    assert related(tmp_path, example) == [("p0.yaml", 2, "p0：1"), ("s/s0.yaml", 2, "s0：3")]


def test_it_does_not_show_a_unit_that_says_nothing(tmp_path: Path) -> None:
    below = sub("") + "posts: [{title: 仓管员}]\n"
    assert related(tmp_path, unit("headcount: «1»", "headcount: 3", below=below)) == [("p0.yaml", 2, "p0：3")]
