"""Whether what is asked of a chart can be drawn; if not, what could."""

from __future__ import annotations

from posdoc.build.asked import LEVEL, POSITION, POSITION_OR_UNIT, UNIT, check_id
from posdoc.charts import needs_names, needs_subject, subject_of
from posdoc.charts.career import has_career
from posdoc.charts.flow import find_flow, flows_of
from posdoc.charts.graph import Graph
from posdoc.drawing.theme import theme_of
from posdoc.errors import UsageError
from posdoc.model import ChartOutput, Organization, Position, Unit
from posdoc.phrases import Phrase

DPI_RANGE = (24, 1200)
_MOVES = Phrase(
    "写在 promotes_to、promotes_from、rotates_to 或 demotes_to 中",
    "state it under promotes_to, promotes_from, rotates_to or demotes_to",
)
_OF_PART = ("root", "unit", "levels", "focus", "depth", "collapse")
_OF_BOXES = ("show", "colour_by")
_OPTIONS = {"levels": "level", "colour_by": "colour-by"}
_EXAMPLE = Phrase("例如 --position after-sales-manager", "such as --position after-sales-manager")


def check_wish(organization: Organization, wish: ChartOutput) -> None:
    """Raise for a position, unit, level, flow or theme that there is not, and where there is nothing to draw."""
    theme_of(wish.theme or "standard")
    _check_dpi(wish)
    kind, focus = wish.kind or "org", wish.position or ""
    subject = subject_of(kind) if focus or needs_subject(kind) else ""
    _check_known(organization, wish)
    _check_fitting(kind, subject, wish)
    if needs_names(kind):
        _check_people(organization, wish)
    if subject == "flow":
        _check_flow(organization, focus)
    elif subject:
        _check_position(organization, focus)
        if kind == "career":
            _check_career(organization, focus)
    else:
        _check_none(kind, focus)
        _check_depth(wish)
        if kind == "career":
            _check_ladders(organization)


def _check_fitting(kind: str, subject: str, wish: ChartOutput) -> None:
    """Raise for what a chart of one position or flow has no use for: nobody should wait for an effect that never comes."""
    needless: tuple[str, ...] = _OF_PART if subject else ()
    if subject == "flow" or (kind == "career" and subject):
        needless += _OF_BOXES
    for name in needless:
        if getattr(wish, name):
            option = f"--{_OPTIONS.get(name, name)}"
            raise UsageError(
                Phrase(f"{option} 不能用于这张 {kind} 图", f"{option} has no meaning in this chart of the kind {kind}"),
                Phrase(f"去掉 {option}", f"leave out {option}"),
            )


def _check_none(kind: str, focus: str) -> None:
    if focus:
        raise UsageError(
            Phrase(
                f"{kind} 图画的是整个部门，不能用 --position",
                f"a chart of the kind {kind} is of the whole department, not of a position",
            ),
            Phrase(
                f"用 posdoc chart position --position {focus}，或 posdoc chart {kind} --focus {focus}",
                f"use: posdoc chart position --position {focus}, or posdoc chart {kind} --focus {focus}",
            ),
        )


def _check_known(organization: Organization, wish: ChartOutput) -> None:
    positions, units = organization.by_id.keys(), organization.units_by_id.keys()
    levels = [str(level.id) for level in organization.workspace.levels]
    check_id(wish.root or "", positions, POSITION, option="--root")
    check_id(wish.focus or "", positions, POSITION, option="--focus")
    check_id(wish.unit or "", units, UNIT, option="--unit")
    for name in wish.levels:
        check_id(name, levels, LEVEL, option="--level")
    for name in wish.collapse:
        check_id(name, [*positions, *units], POSITION_OR_UNIT, option="--collapse")


def check_graph(organization: Organization, graph: Graph) -> None:
    """Raise where an organization has positions, but none of them is left in the chart."""
    if organization.positions and not graph.boxes:
        raise UsageError(
            Phrase("这样选择后没有什么可画", "nothing is left to draw by this choice"),
            Phrase(
                "请减少 --unit、--root、--level、--focus、--as-of 等条件",
                "use fewer of --unit, --root, --level, --focus, --as-of",
            ),
        )


def _check_dpi(wish: ChartOutput) -> None:
    low, high = DPI_RANGE
    if wish.dpi is not None and not low <= wish.dpi <= high:
        raise UsageError(
            Phrase(
                f"分辨率应在 {low} 与 {high} 之间", f"the resolution has to lie between {low} and {high} dots per inch"
            )
        )


def _check_depth(wish: ChartOutput) -> None:
    if wish.depth is not None and wish.depth < 1:
        raise UsageError(Phrase("层数至少为 1", "the depth has to be at least 1"))


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
            _MOVES,
        )  # fmt: skip


def _check_ladders(organization: Organization) -> None:
    if not any(has_career(position) for position in organization.positions):
        raise UsageError(
            Phrase("没有岗位写明晋升、轮调或降任", "no position states a promotion, rotation or demotion"), _MOVES
        )


def _check_people(organization: Organization, wish: ChartOutput) -> None:
    kind = wish.kind or ""
    if wish.names is False:
        raise UsageError(
            Phrase(
                f"{kind} 图画的就是人，不能略去人名",
                f"a chart of the kind {kind} is of people and cannot leave out names",
            ),
            Phrase("不印人名时请用 posdoc chart org --no-names", "without names, use: posdoc chart org --no-names"),
        )
    if not organization.people:
        raise UsageError(
            Phrase("没有在岗人员可画", "there are no people to draw"),
            Phrase("在岗人员写在 people.yaml 中", "who holds which position stands in people.yaml"),
        )


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
