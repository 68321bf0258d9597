"""People with more posts than time, and staff numbers that two entries have."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.phrases import Phrase
from posdoc.rules import duplicate_staff_number, person_over_occupied
from tests.example_files import write_files
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: boss, title: 总经理}]
## positions/a.yaml
title: 甲
## positions/b.yaml
title: 乙
%s## people.yaml
people:
"""


def person(posts: str, more: str = "") -> str:
    """One person with ``posts``; ``more`` is about the second position."""
    name = "«张伟»" if posts.startswith("!") else "张伟"
    return HEAD % more + f"  - {{name: {name}, posts: [{posts.removeprefix('!')}]}}\n"


OCCUPIED = {
    "one post": person("a"),
    "one whole and one half": person("!a, {position: b, share: 50%}"),
    "two whole ones": person("!a, b"),
    "exactly whole": person("{position: a, share: 60%}, {position: b, share: 40%}"),
    "a little more": person("!{position: a, share: 60%}, {position: b, share: 40.5%}"),
    "less": person("{position: a, share: 60%}, {position: b, share: 30%}"),
    "ranges that may be whole": person("{position: a, share: 60-70%}, {position: b, share: 40-50%}"),
    "ranges that cannot": person("!{position: a, share: 60-70%}, {position: b, share: 41-50%}"),
    "a post outside": person("!a, boss"),
    "acting": person("a, {position: b, acting: true}"),
    "acting in both": person("{position: a, acting: true}, {position: b, acting: true}"),
    "left": person("a, {position: b, until: 2026-06-29}"),
    "leaves today": person("!a, {position: b, until: 2026-06-30}"),
    "not yet begun": person("a, {position: b, since: 2026-07-01}"),
    "begun": person("!a, {position: b, since: 2026-06-30}"),
    "a planned position": person("a, b", "status: planned\n"),
    "an abolished position": person("a, b", "status: abolished\n"),
    "a frozen position": person("!a, b", "status: frozen\n"),
    "a position that includes the other": person("a, b", "concurrent_posts: [a]\n"),
    "an included position with a share": person("!{position: a, share: 10%}, b", "concurrent_posts: [a]\n"),
    "a position that includes another": person("!a, b", "concurrent_posts: [boss]\n"),
    "a shared post without a share": person("a, {position: b, job_share: true}"),
    "a shared post with a share": person("!a, {position: b, job_share: true, share: 50%}"),
    "a post that takes no time": person("a, {position: b, share: 0%}"),
}  # fmt: skip


@pytest.mark.parametrize("example", OCCUPIED.values(), ids=OCCUPIED)
def test_time_of_posts(tmp_path: Path, example: str) -> None:
    check_marks(person_over_occupied, tmp_path, example)


def test_it_says_how_much_and_what_was_left_out(tmp_path: Path) -> None:
    example = person("!a, {position: b, share: 50%}, {position: boss, acting: true}")
    (finding,) = check_marks(person_over_occupied, tmp_path, example)
    assert finding.message == Phrase("各任职合计占 150% 的时间", "the posts of this person take 150% of the time")
    assert finding.hint
    assert finding.hint.en == "give each post a share (100% when left out), and an until to one that was left"
    assert [(related.span.column, related.message.en) for related in finding.related] == [(24, "100%"), (48, "50%")]


def test_it_says_so_where_all_shares_are_written(tmp_path: Path) -> None:
    example = person("!{position: a, share: 60%}, {position: b, share: 50.5%}")
    (finding,) = check_marks(person_over_occupied, tmp_path, example)
    assert finding.message.en == "the posts of this person take 110.5% of the time"
    assert finding.hint
    assert finding.hint.en == "correct the shares, and give an until to a post that was left"


@pytest.mark.parametrize("posts", ["a, {position: b, share: viel}", "a, {position: [b]}"])
def test_what_cannot_be_read_takes_no_time(tmp_path: Path, posts: str) -> None:
    organization, findings = load(write_files(tmp_path, person(posts)))
    assert findings
    assert list(person_over_occupied.check(organization)) == []


def people(*entries: str) -> str:
    """Entries, each with its name and number."""
    return HEAD % "" + "".join(f"  - {{{entry}, posts: [a]}}\n" for entry in entries)


NUMBERS = {
    "different": people("name: 张伟, number: 1024", "name: 张伟, number: 1025"),
    "the same": people("name: 张伟, number: 1024", "name: 王芳, number: «1024»"),
    "of three": people("name: 张伟, number: 7", "name: 王芳, number: «7»", "name: 李娜, number: «7»"),
    "the same in another width, case or spacing": people("name: 张伟, number: YL 12", "name: 王芳, number: «ｙｌ12»"),
    "leading zeros make a difference": people("name: 张伟, number: 012", "name: 王芳, number: 12"),
    "none": people("name: 张伟", "name: 张伟"),
    "words for none": people("name: 张伟, number: 待定", "name: 王芳, number: 待定"),
    "a dash for none": people("name: 张伟, number: '-'", "name: 王芳, number: '-'"),
    "zeros for none": people("name: 张伟, number: '000'", "name: 王芳, number: '000'"),
    "a one is a number": people("name: 张伟, number: 1", "name: 王芳, number: «1»"),
    "a nine is a number": people("name: 张伟, number: 9", "name: 王芳, number: «9»"),
}  # fmt: skip


@pytest.mark.parametrize("example", NUMBERS.values(), ids=NUMBERS)
def test_staff_numbers(tmp_path: Path, example: str) -> None:
    check_marks(duplicate_staff_number, tmp_path, example)


@pytest.mark.parametrize(
    ("second", "hint"),
    [("张伟", "make one entry of the two, with all posts in it"), ("王芳", "correct one of the two numbers")],
)
def test_the_way_out_depends_on_the_names(tmp_path: Path, second: str, hint: str) -> None:
    example = people("name: 张伟, number: YL7", f"name: {second}, number: «yl7»")
    (finding,) = check_marks(duplicate_staff_number, tmp_path, example)
    assert finding.message == Phrase("工号“yl7”重复", "the staff number 'yl7' is used twice")
    assert finding.hint
    assert finding.hint.en == hint
    assert [(related.span.path, related.span.line) for related in finding.related] == [("people.yaml", 2)]
