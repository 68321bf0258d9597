"""Two positions have titles that are nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Organization, Text
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._kin import kin
from posdoc.rules._names import name_of, place_of, slips, title_key

KIND = Kind("POS507", "nearly-the-same-title", Severity.WARNING, Preset.DEFAULT)
WHAT = Phrase(
    "两个名称（岗位名称、别名、部门外岗位、部门岗位一览）只差可以互换的字词（仓库员与仓管员、人员与员、售后服务与售后、"
    "支持与服务、有无末尾的“员”、主管或经理前有无“部”“组”）、形近或同音的字，或中间多一个字、两个字颠倒。"
    "级别、正副、数字、地区不同的不算。",
    "Two names (titles, aliases, outside positions, posts that a unit lists) differ only in words that are used for "
    "one another (仓库员 and 仓管员, 售后服务 and 售后, Dept. and Department), in characters that are easily mistaken, "
    "or in one character too many or two the wrong way round. Levels, deputies, numbers and regions tell apart.",
)
WHY = Phrase(
    "多半是同一岗位的两种写法：架构图、说明书和报表各写各的，统计人数时就成了两个岗位。",
    "Mostly it is one position written in two ways: the chart, the job description and the lists no longer agree, and "
    "whoever counts finds two positions.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
posts: [{title: 旧件仓管员}]
## positions/parts/storekeeper.yaml
"""
PASSING = (
    _HEAD + "title: 旧件仓库员\naliases: [旧件仓管员]\n",
    """\
## posdoc.yaml
organization: 公司
roots: [a, b, c, d]
## positions/service/unit.yaml
title: 售后部
## positions/service/a.yaml
title: 空调维修组长
## positions/service/b.yaml
title: 空调维修副组长
## positions/service/c.yaml
title: 新件仓管员
## positions/service/d.yaml
title: 旧件仓管员
""",
    _HEAD.replace("公司\n", "公司\nrules: {options: {nearly-the-same-title: {except: [旧件仓管员]}}}\n")
    + "title: 旧件仓库员\n",
)
FAILING = (
    _HEAD.replace("旧件仓管员", "«旧件仓管员»") + "title: 旧件仓库员\n",
    """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: regional, title: «现场服务务主管»}]
## positions/service/unit.yaml
title: 现场服务组
## positions/service/supervisor.yaml
title: 现场服务主管
reports_to: regional
""",
    """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
posts: [财务统计员, «财务统计»]
""",
)


@record
class TitleOptions(Options):
    """Which titles are to be left alone."""

    except_: tuple[str, ...] = declare(
        "例外", "Except",
        "确实是另一个岗位的名称，不与其他名称比较。",
        "Titles that do mean another position, not to be compared with others.",
        ["旧件仓管员"], default=(),
    )  # fmt: skip


OPTIONS = TitleOptions
COMPARED = 4
"""With how many of the posts that use one name each other one is compared."""


class _Post(NamedTuple):
    """Somebody with names: a position, an outside position, a post that a unit lists."""

    names: tuple[Text, ...]
    id: str = ""
    kin: str | None = None
    """What only positions that are based on one another have in common."""


class _Use(NamedTuple):
    """One name of one post."""

    place: int
    """The place of the post among all."""
    text: Text
    unit: str
    """The kind of unit that the name mentions."""


def check(organization: Organization, options: TitleOptions) -> Iterator[Diagnostic]:
    """A finding for each post one of whose names is nearly that of an earlier one."""
    exceptions = frozenset(options.except_)
    posts = list(_posts(organization))
    uses: dict[str, list[_Use]] = defaultdict(list)
    for place, post in enumerate(posts):
        for text in post.names:
            if name_of(text) and name_of(text) not in exceptions:
                key, unit = title_key(name_of(text))
                uses[key].append(_Use(place, text, unit))
    reported = set()
    for later, earlier in sorted(_pairs(uses), key=lambda pair: (pair[0].place, pair[1].place)):
        if later.place not in reported and _are_strangers(posts[later.place], posts[earlier.place]):
            reported.add(later.place)
            yield _finding(later, earlier, posts[earlier.place].id or posts[later.place].id)


def _posts(organization: Organization) -> Iterator[_Post]:
    """Every post that is there now: positions first, then outside positions, then those that units list."""
    bases = kin(organization)
    for position in organization.positions:
        if position.title is not None and position.is_current:
            yield _Post((position.title, *position.aliases), position.id, bases[position.id])
    for outside in organization.workspace.outside_positions:
        if outside.title is not None:
            yield _Post((outside.title, *outside.aliases), outside.id or "")
    for unit in organization.units:
        for listed in unit.posts:
            if listed.title is not None:
                yield _Post((listed.title,))


def _pairs(uses: Mapping[str, list[_Use]]) -> Iterator[tuple[_Use, _Use]]:
    """Uses of names that are nearly the same, the later first; many uses of one name are compared with a few only."""
    for key, own in uses.items():
        for place, later in enumerate(own[1:], 1):
            yield from ((later, earlier) for earlier in own[: min(place, COMPARED)] if _may_be_one(later, earlier))
        for slip in slips(key):
            if slip in uses:
                for one, other in product(own[:COMPARED], uses[slip][:COMPARED]):
                    yield (one, other) if one.place > other.place else (other, one)


def _may_be_one(later: _Use, earlier: _Use) -> bool:
    """Whether they do not name units of different kinds: 客服部主管 and 客服组主管 are two."""
    return later.unit == earlier.unit or not later.unit or not earlier.unit


def _are_strangers(later: _Post, earlier: _Post) -> bool:
    """Whether they are two posts, and nothing says that they are one: neither a common name nor ``based_on``."""
    if later is earlier or (later.kin is not None and later.kin == earlier.kin):
        return False
    return {name_of(text) for text in later.names}.isdisjoint(name_of(text) for text in earlier.names)


def _finding(later: _Use, earlier: _Use, reference: str) -> Diagnostic:
    name, other = name_of(later.text), name_of(earlier.text)
    alias_zh = f"，或在 {reference} 的 aliases 中写上另一个名称" if reference else ""
    alias_en = f", or give the other name under aliases of '{reference}'" if reference else ""
    return Diagnostic(
        KIND,
        place_of(later.text),
        Phrase(
            f"“{name}”与“{other}”几乎相同，像是同一岗位的两种写法",
            f"'{name}' is nearly the same as '{other}', as if one position were written in two ways",
        ),
        Phrase(
            f"若是同一岗位，统一写法{alias_zh}；若是两个岗位，写入 posdoc.yaml 的 rules: options: {KIND.name}: except",
            f"if they are one position, write it in one way{alias_en}; "
            f"if they are two, name one under rules: options: {KIND.name}: except in posdoc.yaml",
        ),
        (Related(place_of(earlier.text), Phrase(f"“{other}”在此", f"'{other}' is here")),),
    )
