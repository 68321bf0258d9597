"""A unit in which there is no position at all."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization, Unit
from posdoc.phrases import Phrase

KIND = Kind("POS503", "unit-without-positions", Severity.WARNING)
WHAT = Phrase(
    "部门及其下级部门都没有任何岗位。岗位都是拟设或已撤销的、另有岗位一览的、与别的部门合署的，不算。",
    "A unit has no position in it, nor in any unit below it. Units whose positions are all planned or abolished, that "
    "list posts of their own, or share the staff of another unit are passed over.",
)
WHY = Phrase(
    "没有岗位的部门在组织架构图和手册里只是一个空框，多半是忘了建岗位文件，或文件放错了文件夹。",
    "It is an empty box in charts and an empty chapter in the handbook; usually a file is missing or lies elsewhere.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/parts/unit.yaml
title: {}
"""
PASSING = (
    _HEAD.format("配件组") + "## positions/service/parts/keeper.yaml\ntitle: 仓管员\nreports_to: manager\n"
    "status: planned\n",
    _HEAD.format("配件组") + "posts: [{title: 仓管员, headcount: 1}]\n",
)
FAILING = (_HEAD.format("«配件组»"),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each unit without positions, but not the empty units below it."""
    if not organization.positions:
        return
    staffed = _staffed(organization)
    for unit in organization.units:
        is_below_empty = unit.parent in organization.units_by_id and unit.parent not in staffed
        if unit.id not in staffed and not is_below_empty and unit.states("title"):
            yield _finding(unit)


def _staffed(organization: Organization) -> set[str]:
    """The units in which somebody works, or in units below them; a file that was not read counts as well."""
    found = set(organization.positions_in)
    found.update(duplicate.path.rpartition("/")[0].rpartition("/")[2] for duplicate in organization.duplicates)
    for unit in reversed(organization.units):
        if unit.id in found or unit.posts or unit.co_located_with:
            found.update((unit.id, unit.parent))
    return found


def _finding(unit: Unit) -> Diagnostic:
    return Diagnostic(
        KIND,
        unit.at("title"),
        Phrase(f"部门“{unit.id}”没有任何岗位", f"the unit '{unit.id}' has no positions"),
        Phrase(
            "在它的文件夹里新建岗位文件（posdoc new）；若已不设这个部门，删去文件夹",
            "add positions to its folder (posdoc new), or delete the folder if there is no such unit any more",
        ),
    )
