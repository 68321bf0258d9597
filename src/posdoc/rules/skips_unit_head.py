"""A position reports past the head of its own unit."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase
from posdoc.rules._homes import Homes
from posdoc.rules._lines import nearest_place
from posdoc.rules._own_place import own_place

KIND = Kind("POS223", "skips-unit-head", Severity.WARNING)
WHAT = Phrase(
    "岗位越过本部门负责人，直接向更高的领导汇报。助理、由负责人共管的岗位，以及业务上向负责人汇报的岗位除外。",
    "A position reports past the head of its own unit to somebody above the head. Assistants are left out, and those "
    "that the head co-manages or to whom they have a dotted line.",
)
WHY = Phrase(
    "部门负责人对本部门的人和事负责，却管不到该岗位。多半是上级没有随部门设立而改，或岗位放错了部门。",
    "The head answers for the unit but does not lead this position. Mostly the superior was not changed when the unit "
    "was set up, or the position lies in the wrong unit.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: deputy-general-manager, title: 分管副总经理}]
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
reports_to: deputy-general-manager
## positions/service/clerk.yaml
title: 售后内勤
"""
PASSING = (
    _HEAD + "reports_to: manager\n",
    _HEAD + "reports_to: deputy-general-manager\nassistant: true\n",
    _HEAD + "reports_to: deputy-general-manager\nco_managed_by: [manager]\n",
)
FAILING = (_HEAD + "reports_to: «deputy-general-manager»\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current position that reports past the head of its unit."""
    homes = Homes(organization)
    if not homes.heads:
        return
    for position in organization.positions:
        head = homes.passed_over(position)
        if head is not None and position.is_current and not position.assistant and not _led_by(position, head.id):
            yield _finding(organization, position, head)


def _led_by(position: Position, head: str) -> bool:
    return head in position.co_managed_by or any(line.position == head for line in position.dotted_to)


def _finding(organization: Organization, position: Position, head: Position) -> Diagnostic:
    unit = organization.units_by_id[position.unit]
    return Diagnostic(
        KIND,
        nearest_place(position, position.at("reports_to"), own_place(position, "based_on")),
        Phrase(
            f"“{position.reports_to}”在本部门负责人“{head.id}”之上，“{position.id}”越过了负责人",
            f"'{position.id}' reports to '{position.reports_to}', past '{head.id}', the head of its unit",
        ),
        Phrase(
            f"改为 {head.id}；若由其共管，写明 co_managed_by: [{head.id}]",
            f"make it '{head.id}', or say co_managed_by: [{head.id}] if the two lead it together",
        ),
        (Related(unit.at("head"), Phrase("部门负责人在此写明", "the head of the unit")),),
    )
