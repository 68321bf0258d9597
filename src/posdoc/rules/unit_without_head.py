"""A unit whose head is not named, or belongs to some other unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, Unit, UnitKind
from posdoc.phrases import Phrase
from posdoc.rules._listed_posts import is_within
from posdoc.rules._own_place import own_place

KIND = Kind("POS504", "unit-without-head", Severity.WARNING)
WHAT = Phrase(
    "部门没有写负责人岗位（head）；或负责人属于不相干的部门，又不是本部门任何岗位的上级。只有一个岗位的部门可以不写。",
    "A unit names no head, or its head belongs to an unrelated unit and is above none of its positions. A unit of a "
    "single position needs none.",
)
WHY = Phrase(
    "负责人决定部门在组织架构图中挂在哪里，也决定谁对部门职能负责。",
    "The head decides where the unit hangs in charts, and who answers for its functions.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: director, title: 总监}]
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
## positions/quality/unit.yaml
title: 质量部
head: director
## positions/quality/inspector.yaml
title: 质检员
## positions/service/parts/unit.yaml
"""
_KEEPERS = """\
## positions/service/parts/keeper.yaml
title: 仓管员
reports_to: manager
## positions/service/parts/clerk.yaml
title: 打单员
reports_to: keeper
"""
PASSING = (
    _HEAD + "title: 配件组\nhead: manager\n" + _KEEPERS,
    _HEAD + "title: 配件组\n",
    _HEAD + "title: 配件组\nhead: keeper\n" + _KEEPERS,
)
FAILING = (
    _HEAD + "title: «配件组»\n" + _KEEPERS,
    _HEAD + "title: 配件组\nhead: «inspector»\n" + _KEEPERS,
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each unit of at least two current positions that has no head, or one from elsewhere; a level needs none."""
    staff = _staff(organization)
    for unit in organization.units:
        if len(staff[unit.id]) > 1 and unit.kind is not UnitKind.LEVEL:
            head = organization.by_id.get(unit.head or "")
            if not unit.states("head") and unit.states("title"):
                yield _no_head(unit, organization)
            elif head is not None and _is_stranger(organization, head, unit, staff[unit.id]):
                yield _stranger(unit, head)


def _staff(organization: Organization) -> Mapping[str, list[Position]]:
    """The current positions of each unit and the units below it; of many only some."""
    found: defaultdict[str, list[Position]] = defaultdict(list)
    for home, positions in organization.positions_in.items():
        found[home] += [position for position in positions if position.is_current]
    for unit in reversed(organization.units):
        found[unit.parent] += found[unit.id][:ENOUGH]
    return found


ENOUGH = 50


def _is_stranger(organization: Organization, head: Position, unit: Unit, staff: list[Position]) -> bool:
    home = organization.units_by_id.get(head.unit)
    if home is None or is_within(organization, head, unit):
        return False
    if any(above.id == home.id for above in organization.line_of(unit)):
        return False
    if home.id in unit.co_located_with or unit.id in home.co_located_with:
        return False
    return not any(organization.lines.is_above(head.id, position.id) for position in staff)


def _no_head(unit: Unit, organization: Organization) -> Diagnostic:
    own = [position for position in organization.positions_in.get(unit.id, ()) if position.is_current]
    ids = {position.id for position in own}
    tops = [position.id for position in own if not position.assistant and position.reports_to not in ids]
    likely = tops[0] if len(tops) == 1 else None
    return Diagnostic(
        KIND,
        unit.at("title"),
        Phrase(f"部门“{unit.id}”没有写负责人", f"the unit '{unit.id}' names no head"),
        Phrase(f"补上一行，可能是 head: {likely}", f"add a line, probably 'head: {likely}'")
        if likely
        else Phrase("补上 head: 和负责人岗位的标识", "add 'head:' with the id of the position that leads it"),
    )


def _stranger(unit: Unit, head: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        unit.at("head"),
        Phrase(
            f"负责人“{head.id}”不属于部门“{unit.id}”，也不是其中任何岗位的上级",
            f"the head '{head.id}' does not belong to the unit '{unit.id}' and is above nobody in it",
        ),
        Phrase(
            "写本部门或上级部门的岗位；若确由它负责，让部门的岗位向它汇报",
            "name a position of the unit or of one above, or have the positions of the unit report to this one",
        ),
        (Related(own_place(head), Phrase(f"它属于“{head.unit}”", f"it belongs to '{head.unit}'")),),
    )
