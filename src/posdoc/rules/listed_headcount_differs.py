"""The chart of a unit gives a post another number of people than the position does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import ListedPost, Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.rules._heads import MOST_PARTS, Heads, heads_in, heads_of, shown, total
from posdoc.rules._listed_posts import Descriptions, descriptions_in, is_within, lists_posts

KIND = Kind("POS511", "listed-headcount-differs")
WHAT = Phrase(
    "部门岗位一览（posts）中的人数与岗位自己的定员不符。同一岗位列了几处的，几处相加；"
    "几个岗位同名（如各办事处的工程师）的，几个岗位的定员相加也可以。范围有交集即可，没有数字的不查。",
    "A unit lists a post with another number of people than the position's own headcount. Where a post is listed in "
    "several places they are added up, and where several positions bear its name, such as the engineers of several "
    "offices, their sum will do as well. Ranges only have to meet; what has no number is passed over.",
)
WHY = Phrase(
    "同一个岗位在架构图和说明书上人数不同，编制就有两个版本。",
    "With different numbers in the chart and in the description there are two versions of the staffing plan.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
posts:
  - {{title: 仓管员, position: keeper, headcount: {}}}
## positions/parts/keeper.yaml
title: 新件库仓管员
headcount: {}
"""
PASSING = (
    _HEAD.format("2", "2"),
    _HEAD.format("2-3", "3-4"),
    _HEAD.format("2", "数名"),
)
FAILING = (_HEAD.format("«3»", "2"),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each listed number of people that the positions do not have."""
    if lists_posts(organization):
        descriptions = descriptions_in(organization)
        for unit in organization.units:
            for posts, positions in _described(organization, unit, descriptions):
                listed = total(heads_of(post.headcount) for post in posts)
                own = total(heads_in(position) for position in positions)
                if listed.differs(own) and listed.high is not None and own.high is not None:
                    every = [p for p in descriptions.alike(positions[0]) if _counts(organization, p, unit)]
                    if listed.differs(total(heads_in(position) for position in every)):
                        yield _finding(posts, listed, own)


def _described(
    organization: Organization, unit: Unit, descriptions: Descriptions
) -> Iterator[tuple[list[ListedPost], list[Position]]]:
    """The posts of a unit, together where the same positions of the unit describe them, and those positions."""
    found: dict[tuple[str, ...], tuple[list[ListedPost], list[Position]]] = {}
    for post in unit.posts:
        positions = [position for position in descriptions.of(post) if _counts(organization, position, unit)]
        if positions:
            found.setdefault(tuple(position.id for position in positions), ([], positions))[0].append(post)
    yield from found.values()


def _counts(organization: Organization, position: Position, unit: Unit) -> bool:
    return position.is_current and is_within(organization, position, unit)


def _finding(posts: Sequence[ListedPost], listed: Heads, own: Heads) -> Diagnostic:
    others = (
        Related(post.at("headcount"), Phrase(f"另一处：{post.headcount}", f"another one: {post.headcount}"))
        for post in posts[1:]
    )
    return Diagnostic(
        KIND,
        posts[0].at("headcount"),
        Phrase(
            f"岗位一览写{listed.said().zh} 人，岗位定员为{own.said().zh} 人",
            f"{listed.said().en} listed here, but the headcount of the position is {own.said().en}",
        ),
        Phrase("核实后改成一致", "find out which is right and correct the other"),
        tuple(islice((*shown(own.parts), *others), MOST_PARTS)),
    )
