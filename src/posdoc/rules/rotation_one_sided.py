"""A position rotates to another that does not rotate back."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Severity
from posdoc.model import Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._careers import bases
from posdoc.rules._rotation import rotations, suits

KIND = Kind("POS605", "rotation-one-sided", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "甲可轮调到乙，乙的可轮调岗位却没有甲。",
    "A position rotates to another of the department, which does not rotate back.",
)
WHY = Phrase(
    "轮调通常是相互的：一方出去，另一方要有人进来。只准单向调动时，可在说明（note）中写明并忽略本规则。",
    "Rotation mostly goes both ways: whoever leaves has to be replaced. Where one direction only is meant, say so in the "
    "note and suppress this finding.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/parts/unit.yaml
title: 配件组
## positions/parts/dispatcher.yaml
title: 配件发货员
"""
PASSING = (
    _HEAD
    + """\
rotates_to: [keeper]
## positions/parts/keeper.yaml
title: 新件仓管员
rotates_to: [{position: dispatcher, note: 满两年后}]
""",
)
FAILING = (
    _HEAD
    + """\
## positions/parts/keeper.yaml
title: 新件仓管员
rotates_to: [«dispatcher»]
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each rotation between equals that the other end does not state; copies of one post count as that one."""
    base = bases(organization)
    for position, ref in rotations(organization):
        target = organization.by_id.get(ref)
        if target is not None and suits(organization, position, ref):
            back = {base.get(rotation.position or "") for rotation in target.rotates_to}
            if base[position.id] not in back and base[target.id] != base[position.id]:
                yield _finding(ref, target, base[position.id])


def _finding(ref: Ref, target: Position, name: str) -> Diagnostic:
    place = target.key_at("rotates_to") if target.states("rotates_to") else target.at("title")
    return Diagnostic(
        KIND,
        ref.span,
        Phrase(f"“{ref}”没有轮调回来", f"'{ref}' does not rotate back"),
        Phrase(
            f"在“{ref}”的 rotates_to 中补上 {name}，或删去此处",
            f"add '{name}' to rotates_to of '{ref}', or take it out here",
        ),
        (Related(place, Phrase("对方岗位", "the other position")),),
    )
