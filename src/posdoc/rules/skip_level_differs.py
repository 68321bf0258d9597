"""The skip-level superior that is stated is not the superior's superior."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Organization, OutsidePosition, Position, PositionStatus, Ref
from posdoc.phrases import Phrase
from posdoc.rules._lines import anyone, nearest_place, taken_over

KIND = Kind("POS214", "skip-level-differs")
WHAT = Phrase(
    "写明的隔级上级不是直接上级的上级（上级有共管上级时，共管上级也可以）。",
    "The skip-level superior that is stated is not the superior's superior, nor one who co-manages the superior.",
)
WHY = Phrase(
    "隔级上级可由汇报关系得出；两处不一致，说明有一处没有随调整更新。不写则自动得出。",
    "It follows from the reporting lines. Where the two differ, one was not changed with the other; left out, it is "
    "derived.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions:
  - {id: general-manager, title: 总经理}
  - {id: deputy-general-manager, title: 副总经理, reports_to: general-manager}
  - {id: sales-director, title: 销售总监}
## positions/service/unit.yaml
title: 售后部
"""
_MANAGER = "## positions/service/manager.yaml\ntitle: 售后经理\n"
_CLERK = "## positions/service/clerk.yaml\ntitle: 售后内勤\n"
PASSING = (
    _HEAD + _MANAGER + "reports_to: deputy-general-manager\nskip_level: general-manager\n",
    _HEAD + _MANAGER + "reports_to: sales-director\nskip_level: general-manager\n",
    _HEAD + _MANAGER + "co_managed_by: [general-manager]\nreports_to: deputy-general-manager\n"
    + _CLERK + "reports_to: manager\nskip_level: general-manager\n",
)  # fmt: skip
FAILING = (
    _HEAD + _MANAGER + "reports_to: deputy-general-manager\n"
    + _CLERK + "reports_to: manager\nskip_level: «general-manager»\n",
    _HEAD + _MANAGER + _CLERK + "reports_to: manager\nskip_level: «general-manager»\n",
    _HEAD + _MANAGER + "skip_level: «general-manager»\n",
)  # fmt: skip


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each skip-level superior that the reporting lines contradict."""
    for position in organization.positions:
        stated = position.skip_level
        if stated is None or position.status is PositionStatus.ABOLISHED or anyone(organization, stated) is None:
            continue
        superior = organization.superior(position)
        if superior is None:
            if position.reports_to is None and not position.states("reports_to"):
                yield _without_superior(stated)
        elif stated not in _accepted(organization, position, superior):
            yield from _contradicted(organization, position, stated, superior)


def _accepted(organization: Organization, position: Position, superior: Position | OutsidePosition) -> set[str]:
    """Whoever leads the superior, or a co-manager."""
    above: set[str] = {superior.reports_to} if superior.reports_to else set()
    if isinstance(superior, Position):
        above.update(superior.co_managed_by)
    leaders = (anyone(organization, name) for name in position.co_managed_by)
    above.update(leader.reports_to for leader in leaders if leader is not None and leader.reports_to)
    return above


def _contradicted(
    organization: Organization, position: Position, stated: Ref, superior: Position | OutsidePosition
) -> Iterator[Diagnostic]:
    actual = superior.reports_to
    if actual is not None and anyone(organization, actual) is not None and actual != superior.id:
        yield _finding(
            position,
            stated,
            Phrase(
                f"隔级上级写的是“{stated}”，而直接上级“{superior.id}”的上级是“{actual}”",
                f"the skip-level superior is given as '{stated}', but '{superior.id}' reports to '{actual}'",
            ),
            Phrase(f"改为 {actual}，或删去 skip_level", f"make it '{actual}', or leave skip_level out"),
            Related(superior.at("reports_to"), Phrase(f"{superior.id} 的上级", f"whom '{superior.id}' reports to")),
        )
    elif isinstance(superior, Position) and not superior.states("reports_to"):
        yield _finding(
            position,
            stated,
            Phrase(
                f"隔级上级写的是“{stated}”，而直接上级“{superior.id}”没有上级",
                f"the skip-level superior is given as '{stated}', but '{superior.id}' has no superior",
            ),
            Phrase(
                f"给 {superior.id} 补上 reports_to: {stated}，或删去 skip_level",
                f"add 'reports_to: {stated}' to '{superior.id}', or leave skip_level out",
            ),
            Related(superior.at("title"), Phrase(f"{superior.id} 在此", f"'{superior.id}' is here")),
        )


def _finding(position: Position, stated: Ref, message: Phrase, hint: Phrase, above: Related) -> Diagnostic:
    place = nearest_place(position, stated.span, position.at("reports_to"))
    return Diagnostic(KIND, place, message, hint, (above, *taken_over(stated.span, place)))


def _without_superior(stated: Ref) -> Diagnostic:
    return Diagnostic(
        KIND,
        stated.span,
        Phrase(
            f"写了隔级上级“{stated}”，却没有直接上级", f"there is a skip-level superior '{stated}' but no direct one"
        ),
        Phrase("补上 reports_to，或删去 skip_level", "add reports_to, or leave skip_level out"),
    )
