"""A unit lists its posts, and one of its positions is not among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.rules._listed_posts import names_in, names_of
from posdoc.rules._own_place import own_place

KIND = Kind("POS506", "unlisted-position", Severity.WARNING)
WHAT = Phrase(
    "部门写了岗位一览（posts），本部门的某个岗位却不在其中。负责人，以及只作为上级（under）出现的岗位，不必再列。",
    "A unit lists its posts, and one of its own positions is not among them. The head, and whoever appears as the post "
    "that others are under, need not be listed.",
)
WHY = Phrase(
    "有说明书而图上没有的岗位，要么图没有更新，要么岗位其实已经不设。",
    "A position with a description that the chart leaves out: either the chart is old, or the position is gone.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
head: supervisor
posts:
  - {{title: 仓管员, position: keeper, under: 配件主管}}
  - 打单员
## positions/parts/supervisor.yaml
title: 配件主管
## positions/parts/keeper.yaml
title: 新件库仓管员
reports_to: supervisor
## positions/parts/clerk.yaml
title: {}
reports_to: supervisor
"""
PASSING = (
    _HEAD.format("打单员"),
    _HEAD.format("统计打单员\naliases: [打单员]"),
    _HEAD.format("售后内勤\nstatus: planned"),
)
FAILING = (_HEAD.format("«售后内勤»"),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current position that its own unit does not list."""
    for unit in organization.units:
        if unit.posts and all(post.title is not None or post.position is not None for post in unit.posts):
            for position in _unlisted(unit, organization.positions_in.get(unit.id, ())):
                yield _finding(unit, position)


def _unlisted(unit: Unit, positions: Iterable[Position]) -> list[Position]:
    """The current positions that are not listed, and do not bear the title of one that is."""
    ids = {unit.head, *(post.position for post in unit.posts)}
    names = {name for post in unit.posts for text in (post.title, post.under) for name in names_in(text)}
    unlisted: list[Position] = []
    titles: set[str] = set()
    for position in positions:
        if position.id in ids or not names.isdisjoint(names_of(position)):
            titles.update(names_in(position.title))
        elif position.is_current:
            unlisted.append(position)
    return [position for position in unlisted if titles.isdisjoint(names_in(position.title))]


def _finding(unit: Unit, position: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        own_place(position),
        Phrase(
            f"“{position.id}”不在部门“{unit.id}”的岗位一览中",
            f"'{position.id}' is not among the posts that its unit '{unit.id}' lists",
        ),
        Phrase(
            f"在 unit.yaml 的 posts 中补上 position: {position.id}；若已不设，改 status",
            f"add it to posts in unit.yaml with 'position: {position.id}', or give the position another status",
        ),
        (Related(unit.key_at("posts"), Phrase("岗位一览在此", "the posts are listed here")),),
    )
