"""Whether what ``--position`` names fits the kind of chart that is asked for; if not, what would."""

from __future__ import annotations

from posdoc.charts.career import has_career
from posdoc.charts.flow import find_flow, flows_of
from posdoc.errors import UsageError
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase

_EXAMPLE = Phrase("例如 --position after-sales-manager", "such as --position after-sales-manager")


def check_focus(organization: Organization, kind: str, focus: str) -> None:
    """Raise for a position, unit or flow that there is not, or that has nothing of the kind to draw."""
    if kind == "org":
        _check_none(focus)
    elif kind == "flow":
        _check_flow(organization, focus)
    else:
        _check_position(organization, focus)
        if kind == "career":
            _check_career(organization, focus)


def _check_none(focus: str) -> None:
    if focus:
        raise UsageError(
            Phrase(
                "org 图画的是整个部门，不能用 --position", "an org chart is of the whole department, not of a position"
            ),
            Phrase(
                f"用 posdoc chart position --position {focus}",
                f"use: posdoc chart position --position {focus}",
            ),
        )


def _check_position(organization: Organization, focus: str) -> None:
    if not focus:
        raise UsageError(Phrase("请用 --position 指明岗位", "say which position with --position"), _EXAMPLE)
    if focus not in organization.by_id:
        raise UsageError(
            Phrase(f"没有标识为“{focus}”的岗位", f"there is no position with the id '{focus}'"),
            _EXAMPLE,
        )


def _check_career(organization: Organization, focus: str) -> None:
    if not has_career(organization.by_id[focus]):
        raise UsageError(
            Phrase(f"岗位“{focus}”没有写明晋升、轮调或降任", f"the position '{focus}' states no promotion, rotation or demotion"),
            Phrase(
                "写在 promotes_to、promotes_from、rotates_to 或 demotes_to 中",
                "state it under promotes_to, promotes_from, rotates_to or demotes_to",
            ),
        )  # fmt: skip


def _check_flow(organization: Organization, focus: str) -> None:
    owner, _, wanted = focus.partition("/")
    if not owner:
        raise UsageError(
            Phrase("请用 --position 指明岗位或流程", "say which position or flow with --position"),
            Phrase("例如 --position 岗位标识/流程标识", "such as --position POSITION/FLOW"),
        )
    if owner not in organization.by_id and owner not in organization.units_by_id:
        raise UsageError(
            Phrase(f"没有标识为“{owner}”的岗位或部门", f"there is no position or unit with the id '{owner}'"), _EXAMPLE
        )
    known = [flow.id for flow in flows_of(organization, owner) if flow.id]
    flow = find_flow(organization, focus)
    if flow is None and wanted:
        raise UsageError(
            Phrase(f"“{owner}”没有标识为“{wanted}”的流程", f"'{owner}' has no flow with the id '{wanted}'"),
            Phrase(f"它的流程：{'、'.join(known) or '无'}", f"its flows: {', '.join(known) or 'none'}"),
        )
    if flow is None or not flow.steps:
        raise UsageError(Phrase(f"“{focus}”没有作业流程", f"'{focus}' has no work flow"), _others(organization))


def _others(organization: Organization) -> Phrase:
    """A handful of the positions and units that do have a flow to draw."""
    owners: tuple[Position | Unit, ...] = (*organization.positions, *organization.units)
    names = [str(owner.id) for owner in owners if any(flow.steps for flow in owner.flows)][:5]
    if not names:
        return Phrase("流程写在 flows 中", "state flows under flows")
    return Phrase(f"有流程的例如：{'、'.join(names)}", f"these have one, for example: {', '.join(names)}")
