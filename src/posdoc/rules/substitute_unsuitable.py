"""A position's substitute is nobody who could stand in."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.model import Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._lines import nearest_place, take_out, taken_over, whole_lines
from posdoc.rules._own_place import own_place

KIND = Kind("POS216", "substitute-unsuitable", Severity.WARNING)
WHAT = Phrase(
    "临时替代岗位写成了岗位自己、上级的上级或更高，或同一岗位写了两次。定员多人的岗位可由同岗位同事互相替代。",
    "A substitute is the position itself, the superior's superior or somebody higher, or named twice. "
    "Where several people hold a position they may stand in for each other. Abolished "
    "substitutes are the matter of reference-to-abolished.",
)
WHY = Phrase(
    "替代人要能在任职人缺席时当天接手。写自己等于没有写；隔级以上的领导不会去顶班。",
    "A substitute has to take over on the day the incumbent is away. Naming the position itself says nothing, and "
    "nobody two levels up will do the work.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: general-manager, title: 总经理}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
reports_to: general-manager
## positions/service/clerk.yaml
title: 售后内勤
reports_to: manager
headcount: 1
"""
PASSING = (
    _HEAD + "substitute: [manager]\n",
    _HEAD.replace("headcount: 1", "headcount: 2") + "substitute: [clerk]\n",
)
FAILING = (
    _HEAD + "substitute: [«clerk»]\n",
    _HEAD + "substitute: [«general-manager»]\n",
    _HEAD + "substitute: [manager, «manager»]\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each substitute of a current position that cannot stand in."""
    for position in organization.positions:
        if position.substitute and position.is_current:
            yield from _of(organization, position)


def _of(organization: Organization, position: Position) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for target in position.substitute:
        if target in seen:
            message = Phrase(f"替代岗位“{target}”写了两次", f"the substitute '{target}' is named twice")
            yield _finding(
                target, target.span, message, (Related(seen[target], Phrase("前一次在此", "the first time")),)
            )
        elif target == position.id:
            if not _has_colleagues(position):
                message = Phrase(f"“{target}”的替代岗位是它自己", f"'{target}' is its own substitute")
                yield _taken_over(
                    target, nearest_place(position, target.span, own_place(position, "based_on")), message
                )
        elif position.reports_to and whole_lines(organization).is_above(target, position.reports_to):
            message = Phrase(
                f"替代岗位“{target}”在直接上级之上", f"the substitute '{target}' is above the direct superior"
            )
            yield _taken_over(target, nearest_place(position, target.span, position.at("reports_to")), message)
        seen.setdefault(target, target.span)


def _has_colleagues(position: Position) -> bool:
    """Whether several people hold the position, or so many as only words say."""
    count = position.headcount
    return count is not None and (count.high is None or count.high > 1)


def _taken_over(target: Ref, place: Span, message: Phrase) -> Diagnostic:
    return _finding(target, place, message, taken_over(target.span, place))


def _finding(target: Ref, place: Span, message: Phrase, related: tuple[Related, ...]) -> Diagnostic:
    way_out = take_out("substitute", target.span, place)
    return Diagnostic(
        KIND,
        place,
        message,
        Phrase(f"{way_out.zh}，改由同级、下级或直接上级替代", f"{way_out.en}; name a peer, a report or the superior"),
        related,
    )
