"""Two positions disagree on whether one is promoted to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._careers import bases

KIND = Kind("POS603", "promotion-not-confirmed", Severity.WARNING)
WHAT = Phrase(
    "两个岗位对晋升的说法不一致：甲写可晋升到乙，乙的 promotes_from 却没有甲；或者乙写可由甲晋升，甲的晋升路径第一步却没有乙。",
    "Two positions disagree: one promotes to the other, whose promotes_from does not name it; or one names the other in "
    "promotes_from, whose promotion leads elsewhere first.",
)
WHY = Phrase(
    "同一条晋升路径印在两份说明书里，两份应当一致。另一方没有写该项时不作比较；沿用（based_on）同一岗位的各岗位视为一个岗位。",
    "The same step is printed in two job descriptions, which have to agree. Where the other one does not state the field "
    "there is nothing to compare; positions based on the same one count as that one.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
promotes_to: [[supervisor, manager]]
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD
    + """\
## positions/service/north-engineer.yaml
title: 北方办事处工程师
based_on: engineer
## positions/service/supervisor.yaml
title: 售后主管
promotes_to: [[manager]]
promotes_from: [engineer]
""",
    _HEAD + "## positions/service/supervisor.yaml\ntitle: 售后主管\n",
)
FAILING = (
    _HEAD.replace("[[supervisor,", "[[«supervisor»,")
    + """\
## positions/service/clerk.yaml
title: 内勤
## positions/service/supervisor.yaml
title: 售后主管
promotes_from: [clerk]
""",
    _HEAD
    + """\
## positions/service/expert.yaml
title: 技术专家
promotes_from: [«engineer»]
## positions/service/supervisor.yaml
title: 售后主管
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each step that the other end states otherwise."""
    base = bases(organization)
    for position in organization.positions:
        if position.is_current:
            for chain in position.promotes_to:
                target = _current(organization, chain[0]) if chain else None
                if target and target.promotes_from and not _names(target.promotes_from, position, base):
                    yield _not_from(position, chain[0], target, base)
            for ref in position.promotes_from:
                source = _current(organization, ref)
                firsts = tuple(chain[0] for chain in source.promotes_to if chain) if source else ()
                if source and firsts and not _names(firsts, position, base):
                    yield _not_to(position, ref, source, base)


def _current(organization: Organization, name: str) -> Position | None:
    found = organization.by_id.get(name)
    return found if found is not None and found.is_current else None


def _names(refs: tuple[Ref, ...], position: Position, base: Mapping[str, str]) -> bool:
    """Whether the position, or another copy of the same one, is among ``refs``."""
    wanted = base[position.id]
    return any(base.get(ref) == wanted for ref in refs)


def _not_from(position: Position, ref: Ref, target: Position, base: Mapping[str, str]) -> Diagnostic:
    return Diagnostic(
        KIND,
        ref.span,
        Phrase(
            f"“{ref}”的 promotes_from 没有写可由此岗位晋升", f"promotes_from of '{ref}' does not name this position"
        ),
        Phrase(
            f"在那里补上 {base[position.id]}，或删去此处的晋升",
            f"add '{base[position.id]}' there, or take the promotion out here",
        ),
        (Related(target.at("promotes_from"), Phrase("那里写的晋升来源", "promotion to it comes from here")),),
    )


def _not_to(position: Position, ref: Ref, source: Position, base: Mapping[str, str]) -> Diagnostic:
    return Diagnostic(
        KIND,
        ref.span,
        Phrase(f"“{ref}”的晋升路径第一步不是此岗位", f"the promotion of '{ref}' does not lead to this position first"),
        Phrase(
            f"在那里补上 [{base[position.id]}]，或从此处删去",
            f"add '[{base[position.id]}]' there, or take it out here",
        ),
        (Related(source.at("promotes_to"), Phrase("那里写的晋升路径", "its promotion leads here")),),
    )
