"""The chart of a unit lists a post that no position describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import ListedPost, Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.rules._listed_posts import descriptions_in, lists_posts, names_in, names_of

KIND = Kind("POS505", "undescribed-post", Severity.WARNING)
WHAT = Phrase(
    "部门的岗位一览（posts）列出的岗位没有岗位文件：既没有写明对应岗位，也没有岗位以它为名称或别名。列出的若是部门或组，不在此列。",
    "A unit lists a post that has no file: it does not name the position that describes it, and no position has its "
    "name as title or alias. A unit or group that the list shows among the posts is left alone.",
)
WHY = Phrase(
    "架构图上有人、说明书里没有，这个岗位的职责就没有写下来。",
    "Somebody stands in the chart whose duties are written down nowhere.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
posts:
  - {}
## positions/parts/keeper.yaml
title: 新件库仓管员
aliases: [仓管员]
"""
PASSING = (
    _HEAD.format("{title: 新件管理员, position: keeper}"),
    _HEAD.format("{title: 仓管员, headcount: 2}"),
    _HEAD.format("仓管员/库管"),
)
FAILING = (
    _HEAD.format("{title: «统计打单员», headcount: 1}"),
    _HEAD.format("«新件仓管员»"),
)
MOST_CANDIDATES = 100


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each listed post without a position."""
    if lists_posts(organization):
        descriptions = descriptions_in(organization)
        for unit in organization.units:
            for post in unit.posts:
                if descriptions.are_missing(post):
                    yield _finding(organization, unit, post)


def _finding(organization: Organization, unit: Unit, post: ListedPost) -> Diagnostic:
    zh, en = (post.title.in_(language) for language in ("zh", "en")) if post.title else ("", "")
    near = _near(post, organization.positions_in.get(unit.id, ())[:MOST_CANDIDATES])
    return Diagnostic(
        KIND,
        post.at("title"),
        Phrase(f"岗位一览中的“{zh}”没有岗位说明书", f"no position describes the listed post '{en}'"),
        Phrase(f"若由“{near}”描述，写上 position: {near}", f"if '{near}' describes it, add 'position: {near}'")
        if near
        else Phrase(
            "为它新建岗位文件（posdoc new），或用 position 写明由哪个岗位描述",
            "make a file for it (posdoc new), or name the position that describes it under position",
        ),
    )


def _near(post: ListedPost, positions: Sequence[Position]) -> str | None:
    """The id of the position whose name is most like that of the post, if one is."""
    bearers = {name: position.id for position in positions for name in names_of(position)}
    for name in names_in(post.title):
        for found in get_close_matches(name, bearers, 1, 0.7):
            return bearers[found]
    return None
