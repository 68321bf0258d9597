"""A position's superior is at home in a unit that has nothing to do with its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, Unit, UnitKind
from posdoc.phrases import Phrase
from posdoc.rules._homes import Homes
from posdoc.rules._lines import nearest_place
from posdoc.rules._own_place import own_place

KIND = Kind("POS215", "superior-in-unrelated-unit", Severity.WARNING)
WHAT = Phrase(
    "直接上级所在的部门与岗位所在的部门无关：既不是本部门及其上下级部门，也不是合署部门，上级又不领导本部门负责人。"
    "助理，以及由本部门岗位共管或业务指导的岗位除外。",
    "The superior is at home in a unit that is neither the position's own, nor above or below it, nor co-located with "
    "it, and does not lead the head of the position's unit either. Assistants are left out, and positions that somebody "
    "of their own unit co-manages or guides by a dotted line.",
)
WHY = Phrase(
    "岗位放在一个部门、却归另一个部门的人领导：不是放错了文件夹，就是上级写错了。",
    "A position that lies in one unit and is led from another either lies in the wrong folder or names the wrong "
    "superior.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
## positions/service/parts/unit.yaml
title: 配件组
## positions/service/parts/parts-supervisor.yaml
title: 配件主管
reports_to: manager
## positions/service/east/unit.yaml
title: 华东办事处
head: east-supervisor
## positions/service/east/east-supervisor.yaml
title: 华东办事处主管
reports_to: manager
## positions/service/east/east-engineer.yaml
title: 现场工程师
"""
PASSING = (
    _HEAD + "reports_to: east-supervisor\n",
    _HEAD + "reports_to: parts-supervisor\nco_managed_by: [east-supervisor]\n",
    _HEAD.replace("head: east-supervisor\n", "head: east-supervisor\nco_located_with: [parts]\n")
    + "reports_to: parts-supervisor\n",
)
FAILING = (_HEAD + "reports_to: «parts-supervisor»\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each current position whose superior in the department is led by nobody and nothing of its own unit."""
    homes = _Relations(organization)
    for position in organization.positions:
        superior = organization.by_id.get(position.reports_to or "")
        if superior is None or superior.unit == position.unit or not position.is_current or position.assistant:
            continue
        if homes.is_unrelated(position, superior):
            yield _finding(organization, position, superior)


class _Relations(Homes):
    """Which units have to do with one another."""

    def __init__(self, organization: Organization) -> None:
        super().__init__(organization)
        self.line = cache(self._line)
        self.related = cache(self._related)
        self.ways_out = cache(self._ways_out)

    def is_unrelated(self, position: Position, superior: Position) -> bool:
        """Whether nothing explains why ``superior`` leads ``position`` from another unit."""
        units = self.organization.units_by_id
        if position.unit not in units or superior.unit not in units:
            return False
        if UnitKind.LEVEL in (units[position.unit].kind, units[superior.unit].kind) or not self.lines.has_place(
            position.id
        ):
            return False
        if superior.unit in self.related(position.unit) or position.unit in self.related(superior.unit):
            return False
        if self.organization.lines.depth(superior.id) == 1:
            return False
        return not self._leads(superior, position.unit) and not self._guided_at_home(position)

    def _line(self, unit: str) -> frozenset[str]:
        return frozenset(above.id for above in self._units_above(unit))

    def _units_above(self, unit: str) -> tuple[Unit, ...]:
        return tuple(self.organization.line_of(self.organization.units_by_id[unit]))

    def _related(self, unit: str) -> frozenset[str]:
        """The unit, those above it, and what shares premises and staff with any of them."""
        above = self._units_above(unit)
        return frozenset(name for one in above for name in (one.id, *map(str, one.co_located_with)))

    def _leads(self, superior: Position, unit: str) -> bool:
        """Whether ``superior`` heads the unit or one above it, leads such a head, or leads whoever it has."""
        for one in self._units_above(unit):
            head = self.organization.by_id.get(one.head or "")
            if head is None:
                continue
            if superior.id in (head.id, *head.co_managed_by) or self.lines.is_above(superior.id, head.id):
                return True
        has_head = self.organization.units_by_id[unit].head is not None
        ways = self.ways_out(unit)
        return not has_head and (len(ways) == 1 or ways.count(superior.id) > 1)

    def _ways_out(self, unit: str) -> tuple[str, ...]:
        """The superiors in other units of the positions of a unit."""
        here = self.organization.positions_in.get(unit, ())
        names = {position.id for position in here}
        return tuple(p.reports_to for p in here if p.is_current and p.reports_to and p.reports_to not in names)

    def _guided_at_home(self, position: Position) -> bool:
        """Whether somebody of the position's unit, or of one above it, leads it as well."""
        leaders = (*position.co_managed_by, *(line.position for line in position.dotted_to))
        found = (self.organization.by_id.get(leader or "") for leader in leaders)
        return any(leader.unit in self.line(position.unit) for leader in found if leader is not None)


def _finding(organization: Organization, position: Position, superior: Position) -> Diagnostic:
    unit, other = organization.units_by_id[position.unit], organization.units_by_id[superior.unit]
    head = f"“{unit.head}”" if unit.head else "本部门的上级"
    head_en = f"'{unit.head}'" if unit.head else "a superior of its own unit"
    return Diagnostic(
        KIND,
        nearest_place(position, position.at("reports_to"), own_place(position, "based_on")),
        Phrase(
            f"“{position.id}”在“{unit.id}”，直接上级“{superior.id}”却在无关的“{other.id}”",
            f"'{position.id}' is in '{unit.id}', but its superior '{superior.id}' is in '{other.id}'",
        ),
        Phrase(
            f"改为{head}，或把文件移到 {other.id}；若是两地共管，写明 co_managed_by",
            f"make it {head_en}, move the file to '{other.id}', or say co_managed_by if both lead it",
        ),
        (Related(superior.at("title"), Phrase("直接上级在此", "the superior is here")),),
    )
