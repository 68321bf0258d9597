"""Something still names a position that has been abolished."""

from __future__ import annotations

from collections.abc import Iterator, Set

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Position, PositionStatus, Post, Record, Reference, references
from posdoc.model.days import is_past
from posdoc.phrases import Phrase

KIND = Kind("POS221", "reference-to-abolished", Severity.WARNING)
WHAT = Phrase(
    "仍在引用已撤销的岗位：晋升、轮调、临时替代、工作联系、流程执行者、指标监控、部门负责人、人员任职等。"
    "直接上级由另一条规则检查；沿用（based_on）不算。",
    "Something still names an abolished position: promotion, rotation, substitute, contacts, roles in flows, who "
    "supplies or monitors an indicator, the head of a unit, a person's post. The direct superior is another rule's "
    "matter, and based_on is allowed.",
)
WHY = Phrase(
    "岗位撤销后，说明书上仍写着找它办事、向它晋升，照着做的人会扑空。",
    "Whoever follows the document looks for somebody who is no longer there.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/clerk.yaml
title: 售后内勤
{}
## positions/service/dispatcher.yaml
title: 派工员
status: abolished
reports_to: clerk
"""
PASSING = (
    _HEAD.format("status: planned\nsubstitute: [dispatcher]"),
    _HEAD.format("based_on: dispatcher"),
    _HEAD.format("purpose: 派工员撤销后接替其工作") + "## people.yaml\npeople:\n"
    "  - {name: 张伟, posts: [{position: dispatcher, until: 2025-12}, {position: clerk, since: 2026-01}]}\n",
)
FAILING = (
    _HEAD.format("substitute: [«dispatcher»]"),
    _HEAD.format("flows: [{title: 派工, steps: [{text: 派工, role: «dispatcher»}]}]"),
    _HEAD.format("purpose: 内勤") + "## people.yaml\npeople: [{name: 张伟, posts: [«dispatcher»]}]\n",
)
OTHER_RULES = frozenset(["reports_to", "based_on"])


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Every reference to an abolished position from something that is in force."""
    abolished = {p.id for p in organization.positions if p.status is PositionStatus.ABOLISHED}
    if not abolished:
        return
    abolished -= organization.units_by_id.keys() | organization.parties_by_id.keys()
    current = (position for position in organization.positions if position.is_current)
    for record in (organization.workspace, *organization.units, *current, *organization.people):
        yield from _findings(organization, record, abolished)


def _findings(organization: Organization, record: Record, abolished: Set[str]) -> Iterator[Diagnostic]:
    for reference in references(record):
        if reference.target in abolished and "position" in reference.field.refers_to:
            of_other_rule = isinstance(record, Position) and reference.field.name in OTHER_RULES
            if not of_other_rule and not _is_history(organization, reference):
                yield _finding(reference, organization.by_id[reference.target])


def _is_history(organization: Organization, reference: Reference) -> bool:
    """Whether it is a post that somebody has left."""
    post = reference.holders[-1]
    return isinstance(post, Post) and post.until is not None and is_past(post.until, organization.as_of)


def _finding(reference: Reference, gone: Position) -> Diagnostic:
    label = reference.field.label
    return Diagnostic(
        KIND,
        reference.target.span,
        Phrase(f"{label.zh}“{gone.id}”已撤销", f"{label.en.lower()}: '{gone.id}' is abolished"),
        Phrase("改为接替它的岗位，或删去这一项", "name the position that took over from it, or leave this out"),
        (Related(gone.at("status"), Phrase("在此注明已撤销", "it is abolished here")),),
    )
