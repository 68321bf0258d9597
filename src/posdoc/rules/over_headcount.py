"""More people hold a position than it has heads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Person, Position, Post
from posdoc.phrases import Phrase
from posdoc.rules._heads import MOST_PARTS, heads_of, with_posts_held
from posdoc.rules._own_place import own_place

KIND = Kind("POS502", "over-headcount", Severity.WARNING)
WHAT = Phrase(
    "任职人数超过岗位定员（写成范围时超过上限）。两人分担一个定员（job_share）按时间比例折算；代理的、已离任的和尚未到任的不计。",
    "More people hold a position than its headcount, or than its upper end. People who share one head (job_share) count "
    "by their shares; those who are acting, have left, or have not begun do not count.",
)
WHY = Phrase(
    "超编要么是定员没有更新，要么是离任的人没有写离任日期；编制表和组织架构图会照错数印出来。",
    "Either the headcount was not brought up to date, or somebody who left has no end date; tables and charts print the "
    "wrong numbers.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
headcount: {}
## people.yaml
people:
  - {{name: 张伟, posts: [{{position: engineer}}]}}
  - {{name: 王芳, posts: [{{position: engineer{}}}]}}
"""
PASSING = (
    _HEAD.format("1-2", ""),
    _HEAD.format("1", ", until: 2025-12-31"),
    _HEAD.format("1", ", acting: true"),
    _HEAD.format("1", "").replace("{position: engineer}", "{position: engineer, share: 50%, job_share: true}"),
)
FAILING = (_HEAD.format("«1»", ""),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current position with more incumbents than heads."""
    if not organization.people:
        return
    holding = with_posts_held(organization)
    for position in organization.positions:
        if position.is_current and position.id in holding.incumbents:
            most = heads_of(position.headcount).high
            filled = holding.filled(position)
            if most is not None and filled > most:
                yield _finding(position, filled, holding.incumbents[position.id])


def _finding(position: Position, filled: int, holders: tuple[tuple[Person, Post], ...]) -> Diagnostic:
    return Diagnostic(
        KIND,
        own_place(position, "headcount"),
        Phrase(
            f"“{position.id}”定员 {position.headcount} 人，在岗 {filled} 人",
            f"'{position.id}' has a headcount of {position.headcount}, but {filled} incumbents",
        ),
        Phrase(
            "改定员，给已离任的人写上 until；两人分担一个定员时写 job_share: true 和 share",
            "correct the headcount, or give those who left an until; two who share one head have job_share and share",
        ),
        tuple(Related(post.at("position"), _name(person)) for person, post in islice(holders, MOST_PARTS)),
    )


def _name(person: Person) -> Phrase:
    return Phrase(person.name.in_("zh"), person.name.in_("en")) if person.name else Phrase("在此任职", "held here")
