"""The head counts of the positions do not make that of their unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import HeadCount, ListedPost, Organization, Position, Unit, Workspace
from posdoc.phrases import Phrase
from posdoc.rules._heads import ANY_HEADS, NO_HEADS, Heads, heads_in, heads_of, shown, total
from posdoc.rules._listed_posts import descriptions_in, lists_posts

KIND = Kind("POS501", "headcount-sum-differs")
WHAT = Phrase(
    "各岗位定员之和与部门（含下级部门）的编制或整个工作区的编制不符：冻结的岗位计入，拟设和已撤销的不计。"
    "写成范围时有交集即可；写“数名”或没有写定员的岗位使合计没有上限，因此只查超出。"
    "由另一岗位固定兼任（concurrent_posts）的岗位，以及只在岗位一览中列出的岗位，可计可不计。",
    "The head counts of the positions do not make the headcount of their unit, with the units below it, or that of the "
    "whole workspace; frozen positions count, planned and abolished ones do not. Ranges only have to meet, and positions "
    "with words or nothing for a head count leave the sum open, so that only too many can be found. A position that "
    "another one always holds as well (concurrent_posts), and a post that is only listed, may be counted or not.",
)
WHY = Phrase(
    "编制表、组织架构图和岗位说明书引用同一组数字，对不上就无法据此招聘和核编。",
    "Staffing tables, charts and job descriptions show the same numbers; if they do not agree, nobody can recruit by them.",
)
LOCAL = False
_HEAD = "## posdoc.yaml\norganization: 公司\n{}"
_UNIT = """\
## positions/service/unit.yaml
title: 售后部
{}
## positions/service/manager.yaml
title: 售后经理
headcount: 1
## positions/service/engineer.yaml
title: 售后工程师
reports_to: manager
headcount: {}
"""
PASSING = (
    _HEAD.format("headcount: 6\n") + _UNIT.format("headcount: 6", "5"),
    _HEAD.format("headcount: 5-6\n") + _UNIT.format("headcount: 6", "4-5"),
    _HEAD.format("headcount: 6\n") + _UNIT.format("headcount: 6", "数名"),
)
FAILING = (
    _HEAD.format("") + _UNIT.format("headcount: «8»", "5"),
    _HEAD.format("") + _UNIT.format("headcount: «4»", "5-6"),
    _HEAD.format("") + _UNIT.format("headcount: «4»", "5")
    + "## positions/service/clerk.yaml\ntitle: 售后内勤\nreports_to: manager\n",
    _HEAD.format("headcount: «7»\n") + _UNIT.format("headcount: 6", "5"),
)  # fmt: skip


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each unit, and the workspace, whose headcount the positions cannot make."""
    workspace = organization.workspace
    if not workspace.headcount and not any(unit.headcount for unit in organization.units):
        return
    sums = _Sums(organization)
    yield from _findings(workspace, sums.of_workspace)
    for unit in organization.units:
        if unit.id in sums.staffed:
            yield from _findings(unit, sums.of[unit.id])


def _findings(record: Unit | Workspace, made: Heads) -> Iterator[Diagnostic]:
    if record.headcount is not None and made.differs(heads_of(record.headcount)):
        yield _finding(record, record.headcount, made)


class _Sums:
    """What the positions of each unit make, with those of the units below it."""

    def __init__(self, organization: Organization) -> None:
        self.of: dict[str, Heads] = {}
        self.staffed: set[str] = set()
        """Units with a current position in them or below them."""
        self._with_files: set[str] = set()
        self._held = _held_as_well(organization)
        self._descriptions = descriptions_in(organization) if lists_posts(organization) else None
        below: Mapping[str, list[Heads]] = self._own_positions(organization)
        for unit in reversed(organization.units):
            below[unit.id].extend(self._may_be_there(post) for post in unit.posts)
            self.of[unit.id] = total(below[unit.id])
            below[unit.parent].append(self._seen_from_above(unit))
            for kept in (self.staffed, self._with_files):
                if unit.id in kept:
                    kept.add(unit.parent)
        self.of_workspace = total(below[""]) if "" in self.staffed else ANY_HEADS

    def _own_positions(self, organization: Organization) -> defaultdict[str, list[Heads]]:
        found: defaultdict[str, list[Heads]] = defaultdict(list)
        for position in organization.positions:
            self._with_files.add(position.unit)
            if position.is_current:
                self.staffed.add(position.unit)
                found[position.unit].append(self._of_position(position))
        return found

    def _of_position(self, position: Position) -> Heads:
        heads = heads_in(position)
        held = self._held[position.id]
        return Heads(max(0, heads.low - held), heads.high, heads.parts) if held else heads

    def _may_be_there(self, post: ListedPost) -> Heads:
        """The heads of a post that is listed: they may be in the unit's headcount, if no position has them."""
        is_missing = self._descriptions is not None and self._descriptions.are_missing(post)
        return Heads(0, heads_of(post.headcount).high) if is_missing else NO_HEADS

    def _seen_from_above(self, unit: Unit) -> Heads:
        """What a unit adds to the one above: what its positions make, and what it says itself where that is less open."""
        said = heads_of(unit.headcount)
        stated = Heads(said.low, said.high, (unit,))
        if unit.id in self.staffed:
            return self.of[unit.id].narrowed(stated)
        if unit.id in self._with_files:
            return Heads(0, stated.high or 0)
        return stated if unit.headcount else ANY_HEADS


def _held_as_well(organization: Organization) -> Counter[str]:
    """How many heads of each position may be those who hold another one in the first place."""
    found: Counter[str] = Counter()
    for position in organization.positions:
        if position.concurrent_posts and position.is_current:
            most = heads_of(position.headcount).high
            for post in position.concurrent_posts:
                found[post] += EVERYBODY if most is None else most
    return found


EVERYBODY = 10**9


def _finding(record: Unit | Workspace, stated: HeadCount, made: Heads) -> Diagnostic:
    said = made.said()
    return Diagnostic(
        KIND,
        record.at("headcount"),
        Phrase(
            f"编制为 {stated} 人，各岗位定员合计{said.zh} 人",
            f"the headcount is {stated}, but the positions make {said.en}",
        ),
        _hint(heads_of(stated), made),
        shown(made.parts),
    )


def _hint(stated: Heads, made: Heads) -> Phrase:
    if made.exceeds(stated):
        over = made.low - (stated.high or 0)
        return Phrase(
            f"多出 {over} 人：改正各岗位的定员，或改这里的编制",
            f"{over} too many: correct the head counts of the positions, or this one",
        )
    short = stated.low - (made.high or 0)
    return Phrase(
        f"还差 {short} 人：补上缺少的岗位或定员，或改这里的编制；拟设和已撤销的岗位不计",
        f"{short} short: add what is missing or correct this; planned and abolished positions do not count",
    )
