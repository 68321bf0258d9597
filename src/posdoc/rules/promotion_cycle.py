"""Promotion goes round in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.rules._careers import Move, promotions
from posdoc.rules._circles import circles

KIND = Kind("POS601", "promotion-cycle")
WHAT = Phrase(
    "沿晋升路径走下去又回到原岗位（promotes_to 与 promotes_from 一并计算）。",
    "Promotion, step after step, leads back to where it began; promotes_to and promotes_from both count.",
)
WHY = Phrase(
    "晋升只能向上：绕成一圈的晋升路径画不出职业发展图，也没有人能据此晋升。同级之间的双向流动请写成轮调（rotates_to）。",
    "Promotion leads upward. Nobody can be promoted round a circle, nor can a career chart show one. Moves to and fro "
    "between equals are rotation (rotates_to).",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
"""
PASSING = (
    _HEAD
    + """\
## positions/service/engineer.yaml
title: 售后工程师
promotes_to: [[senior-engineer, manager], [manager]]
## positions/service/manager.yaml
title: 售后经理
promotes_from: [engineer, senior-engineer]
## positions/service/senior-engineer.yaml
title: 高级售后工程师
promotes_to: [[manager]]
""",
)
FAILING = (
    _HEAD
    + """\
## positions/service/engineer.yaml
title: 售后工程师
promotes_to: [[«senior-engineer», manager]]
## positions/service/manager.yaml
title: 售后经理
## positions/service/senior-engineer.yaml
title: 高级售后工程师
promotes_to: [[engineer]]
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """One circle for each group of positions that promote to one another."""
    graph: dict[str, dict[str, Move]] = {position.id: {} for position in organization.positions}
    for move in promotions(organization):
        if move.start != move.end:
            graph.setdefault(move.start, {}).setdefault(move.end, move)
    for circle in circles(graph):
        yield _finding([graph[start][end] for start, end in zip(circle, [*circle[1:], circle[0]], strict=True)])


def _finding(moves: list[Move]) -> Diagnostic:
    path = " → ".join([*(move.start for move in moves), moves[0].start])
    return Diagnostic(
        KIND,
        moves[0].ref.span,
        Phrase(f"晋升绕成一圈：{path}", f"promotion goes round in a circle: {path}"),
        Phrase(
            "删去其中向下的一步；同级互换请写成 rotates_to",
            "take out the step that leads down; a move between equals is rotates_to",
        ),
        tuple(
            Related(
                move.ref.span,
                Phrase(f"从“{move.start}”晋升到“{move.end}”", f"promotion from '{move.start}' to '{move.end}'"),
            )
            for move in moves[1:]
        ),
    )
