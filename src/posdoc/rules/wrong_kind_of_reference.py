"""A reference names something that exists but cannot stand there."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset
from posdoc.model import DeclaredReports, Organization
from posdoc.phrases import Phrase
from posdoc.rules._references import Dangling, Ids, Name, known_ids, looked_up, words_for

KIND = Kind("POS208", "wrong-kind-of-reference", preset=Preset.LEGACY)
WHAT = Phrase(
    "引用的对象存在，但不能用在这里：如上级写成部门，下级写成其他部门，沿用岗位写成部门外岗位。",
    "A reference names something that cannot stand there: a department as superior or as a report, a position outside "
    "the department where one of its own belongs.",
)
WHY = Phrase(
    "人向岗位汇报，不向部门汇报。下级写成“质检部、生产部”，多半是把工作联系填进了下级一栏。",
    "People report to positions, not to departments. Departments among the reports are mostly contacts that got into "
    "the wrong box of the form.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: general-manager, title: 总经理}]
parties: [{id: quality, title: 质量部, aliases: [质检部]}]
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
reports_to: general-manager
"""
PASSING = (_HEAD + "contacts: [{scope: internal, party: quality}, {scope: internal, party: service}]\n",)
FAILING = (
    _HEAD + "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: «service»\n",
    _HEAD + "indirect_reports: {positions: [«质检部»]}\n",
    _HEAD + "substitute: [«quality»]\n",
    _HEAD + "## positions/service/engineer.yaml\ntitle: 工程师\nbased_on: «general-manager»\nreports_to: manager\n",
    _HEAD.replace("head: manager\n", "head: manager\nco_located_with: [«manager»]\n"),
)
_IS = {
    "unit": Phrase("部门", "a unit"),
    "party": Phrase("往来单位", "a party"),
    "outside": Phrase("部门外岗位", "a position outside the department"),
    "position": Phrase("岗位", "a position"),
    "family": Phrase("岗位序列", "a job family"),
    "grade": Phrase("职等", "a grade"),
    "level": Phrase("层级", "a level"),
    "kpi": Phrase("共享指标", "a shared indicator"),
}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Every reference to something that may not stand there."""
    ids, dangling = looked_up(organization)
    for found in dangling:
        if not found.meant and found.other is not None:
            yield _finding(organization, ids, found, found.other)


def _finding(organization: Organization, ids: Ids, found: Dangling, other: Name) -> Diagnostic:
    target, kinds = str(found.reference.target), found.reference.field.refers_to
    what, word = _IS[other.kind], words_for(kinds)
    called_zh, called_en = (f"（{other.id}）", f" ({other.id})") if other.id != target else ("", "")
    within_zh, within_en = ("本部门", " of this department") if kinds == ("position",) else ("", "")
    return Diagnostic(
        KIND,
        found.reference.target.span,
        Phrase(
            f"“{target}”是{what.zh}{called_zh}，此处应为{within_zh}{word.zh}",
            f"'{target}' is {what.en}{called_en}, but a {word.en}{within_en} belongs here",
        ),
        _hint(organization, found, other) or known_ids(ids.fitting(found.reference)),
    )


def _hint(organization: Organization, found: Dangling, other: Name) -> Phrase | None:
    kinds = found.reference.field.refers_to
    if other.kind == "unit" and "position" in kinds:
        return _head_of_unit(organization, other.id, kinds)
    if isinstance(found.reference.holders[-1], DeclaredReports):
        return Phrase(
            "下级只写岗位；与其他部门的往来写在 contacts 中",
            "reports are positions; dealings with other departments stand under contacts",
        )
    if other.kind == "party" and "outside" in kinds:
        return Phrase(
            f"写“{other.id}”中的岗位，并在 posdoc.yaml 的 outside_positions 中声明",
            f"name a position there, declared under outside_positions in posdoc.yaml, not '{other.id}' as a whole",
        )
    if other.kind == "outside" and kinds == ("position",):
        return Phrase("部门外岗位没有说明书；写本部门的岗位", "name a position that has a file under positions")
    if other.kind == "position" and "unit" in kinds:
        unit = organization.by_id[other.id].unit
        return Phrase(f"写它所在的部门：{unit}", f"write the unit that it is in: '{unit}'") if unit else None
    return None


def _head_of_unit(organization: Organization, unit: str, kinds: tuple[str, ...]) -> Phrase:
    head = organization.units_by_id[unit].head
    fits = head is not None and (
        head in organization.by_id or ("outside" in kinds and head in organization.outside_by_id)
    )
    if fits:
        return Phrase(f"写其负责人岗位：{head}", f"write the position that heads it: '{head}'")
    return Phrase("写该部门中具体的岗位", "name the position in that unit")
