"""The posts of a person take more than all of the time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Person, Post, plain
from posdoc.phrases import Phrase
from posdoc.rules._heads import with_posts_held

KIND = Kind("POS512", "person-over-occupied", Severity.WARNING)
WHAT = Phrase(
    "一个人各任职的时间比例合计超过 100%；不写比例即 100%。代理的、已离任的、尚未到任的任职不计，岗位固定兼任"
    "（concurrent_posts）而没有写比例的也不计。",
    "The shares of time of a person's posts make more than 100 %; a post without a share takes 100 %. Posts that are "
    "acting, have ended or have not begun do not count, nor does one without a share that another of the person's "
    "positions always includes (concurrent_posts).",
)
WHY = Phrase(
    "一个人没有两份时间：要么比例没有写，要么已离任的岗位没有写离任日期。",
    "Nobody has more time than there is: either shares were not written, or a post that was left has no end date.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/supervisor.yaml
title: 客服主管
## positions/service/trainer.yaml
title: 服务培训师
reports_to: supervisor
## people.yaml
people:
"""
PASSING = (
    _HEAD + "  - {name: 张伟, posts: [{position: supervisor, share: 70%}, {position: trainer, share: 30%}]}\n",
    _HEAD + "  - {name: 张伟, posts: [supervisor, {position: trainer, acting: true}]}\n",
    _HEAD + "  - {name: 张伟, posts: [supervisor, {position: trainer, until: 2025-12-31}]}\n",
    _HEAD.replace("客服主管\n", "客服主管\nconcurrent_posts: [trainer]\n")
    + "  - {name: 张伟, posts: [supervisor, trainer]}\n",
)
FAILING = (
    _HEAD + "  - {name: «张伟», posts: [{position: supervisor, share: 80%}, {position: trainer, share: 30-40%}]}\n",
    _HEAD + "  - {name: «张伟», posts: [supervisor, {position: trainer, share: 20%}]}\n",
)
WHOLE = Decimal(100)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each person whose posts of today take more than the whole time."""
    if not any(len(person.posts) > 1 for person in organization.people):
        return
    for person in with_posts_held(organization).people:
        if len(person.posts) > 1:
            shares = [(post, _share(organization, post, person)) for post in person.posts]
            taken = [(post, share) for post, share in shares if share]
            if sum(share for _, share in taken) > WHOLE:
                yield _finding(person, taken)


def _share(organization: Organization, post: Post, person: Person) -> Decimal:
    """The least that a post takes; nothing where it is not known, or not a matter of today."""
    position = organization.by_id.get(post.position or "")
    if post.position is None or (position is not None and not position.is_current):
        return Decimal(0)
    if post.share is not None:
        return post.share.low
    is_open = post.states("share") or post.job_share or _is_included(organization, post.position, person)
    return Decimal(0) if is_open else WHOLE


def _is_included(organization: Organization, position: str, person: Person) -> bool:
    """Whether another position of the person always includes this one."""
    others = (organization.by_id.get(post.position or "") for post in person.posts)
    return any(other is not None and position in other.concurrent_posts for other in others)


def _finding(person: Person, taken: list[tuple[Post, Decimal]]) -> Diagnostic:
    whole = plain(sum((share for _, share in taken), Decimal(0)))
    unwritten = any(post.share is None for post, _ in taken)
    return Diagnostic(
        KIND,
        person.at("name"),
        Phrase(f"各任职合计占 {whole}% 的时间", f"the posts of this person take {whole}% of the time"),
        Phrase(
            "给每个任职写上 share（不写即 100%），已离任的写 until",
            "give each post a share (100% when left out), and an until to one that was left",
        )
        if unwritten
        else Phrase(
            "改正各任职的 share，已离任的写 until", "correct the shares, and give an until to a post that was left"
        ),
        tuple(Related(post.at("share"), Phrase(f"{plain(share)}%", f"{plain(share)}%")) for post, share in taken),
    )
