"""The department has no top position, or several."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related, Span
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase
from posdoc.rules._lines import superior_is_unclear

KIND = Kind("POS204", "not-one-root", preset=Preset.LEGACY)
WHAT = Phrase(
    "部门没有最高岗位，或有多个而未在 posdoc.yaml 的 roots 中声明。",
    "The department has no top position, or several that are not declared under roots in posdoc.yaml.",
)
WHY = Phrase(
    "没有写直接上级的岗位会成为另一张图的顶端，多半是漏写了 reports_to。",
    "A position without a superior becomes the top of a chart of its own; mostly its reports_to was forgotten.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
roots: [manager, quality]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/quality.yaml
title: 质量经理
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
«title: 工程师»
## positions/service/manager.yaml
title: 售后经理
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each undeclared root where there are several; one finding where there is none."""
    if not organization.positions and not any(_says_something(unit) for unit in organization.units):
        yield _nobody(organization)
    unclear = {p.id for p in organization.positions if superior_is_unclear(organization, p)}
    current = [p for p in organization.roots if p.is_current and p.id not in unclear]
    declared = set(organization.workspace.roots)
    roots = {position.id for position in organization.roots}
    if not current and not unclear and organization.positions:
        yield _none(organization)
    for position in organization.positions:
        if position.id in declared and position.id not in roots:
            yield _declared_in_vain(organization, position)
    undeclared = [position for position in current if position.id not in declared]
    if len(current) > 1 and undeclared:
        for position in undeclared:
            yield _several(position, [other for other in current[:6] if other is not position][:5])


def _says_something(unit: Unit) -> bool:
    """Whether a unit is worth a document even without positions."""
    return bool(unit.functions or unit.regulations or unit.flows or unit.posts)


def _nobody(organization: Organization) -> Diagnostic:
    return Diagnostic(
        KIND,
        organization.workspace.key_at("organization"),
        Phrase("这里还没有任何岗位", "there are no positions yet"),
        Phrase("用 posdoc new 新建岗位", "make one with: posdoc new ID"),
    )


def _none(organization: Organization) -> Diagnostic:
    first = organization.positions[0]
    return Diagnostic(
        KIND,
        first.at("reports_to"),
        Phrase(
            "部门没有最高岗位：每个岗位都有部门内的上级", "there is no top position: every position has a superior here"
        ),
        Phrase(
            "最高岗位不写 reports_to，或写部门外的上级",
            "leave out reports_to in the top position, or name a superior outside the department",
        ),
    )


def _declared_in_vain(organization: Organization, position: Position) -> Diagnostic:
    roots = organization.workspace.roots
    place = next(root.span for root in roots if root == position.id)
    return Diagnostic(
        KIND,
        place,
        Phrase(
            f"“{position.id}”有部门内的上级，不是最高岗位", f"'{position.id}' has a superior here, so it is no root"
        ),
        Phrase("从 roots 中删去，或删去它的 reports_to", "take it out of roots, or remove its reports_to"),
        (Related(position.at("reports_to"), Phrase("它的上级在此", "its superior is given here")),),
    )


def _several(position: Position, others: list[Position]) -> Diagnostic:
    names = "、".join(other.id for other in others)
    is_below_somebody = position.states("reports_to")
    first = (
        Phrase("改向部门内的岗位汇报", "name a superior in the department")
        if is_below_somebody
        else Phrase("补上 reports_to", "add reports_to")
    )
    return Diagnostic(
        KIND,
        position.at("reports_to") if is_below_somebody else _first_line(position),
        Phrase(
            f"“{position.id}”没有部门内的上级，而部门另有最高岗位：{names}",
            f"'{position.id}' has no superior in the department, which has another top position: {names}",
        ),
        Phrase(
            f"{first.zh}；若确有多个最高岗位，请在 posdoc.yaml 的 roots 中列出",
            f"{first.en}; if there really are several tops, list them under roots in posdoc.yaml",
        ),
        tuple(Related(_first_line(other), Phrase("另一个最高岗位", "another top position")) for other in others),
    )


def _first_line(position: Position) -> Span:
    """From the key of the title to the end of its value."""
    if not position.states("title"):
        return position.span
    key, value = position.key_at("title"), position.at("title")
    return Span(key.path, key.line, key.column, value.end_line, value.end_column)
