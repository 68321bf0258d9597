"""A work flow: its steps from the start to the end, who takes each, and where they branch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from posdoc.charts.graph import Box, Graph, Group, Line, Link
from posdoc.locales.words import Words
from posdoc.model import END, Branch, ChartOutput, Flow, Organization, Step

START_BOX, END_BOX = "start", "end"
MOST_LANES = 6

SUBJECT = "flow"


def draw(organization: Organization, words: Words, wish: ChartOutput) -> Graph:
    """A flow under its title: ``wish.position`` is an id of a position or unit, a slash and a flow's id.

    Without the slash, its first flow. A flow that there is not is drawn as an empty chart; ask :func:`find_flow` first.
    """
    flow = find_flow(organization, wish.position or "")
    if flow is None:
        return Graph(title="", language=words.language, boxes=(), arrangement="flow")
    graph = draw_in_lanes(words, flow) or draw_flow(words, flow)
    return replace(graph, title=words.text(flow.title), theme=wish.theme or "standard")


def find_flow(organization: Organization, focus: str) -> Flow | None:
    """The flow that ``focus`` names, as ``wish.position`` in :func:`draw`."""
    owner, _, wanted = focus.partition("/")
    flows = flows_of(organization, owner)
    return next((flow for flow in flows if not wanted or flow.id == wanted), None)


def flows_of(organization: Organization, owner: str) -> tuple[Flow, ...]:
    """The flows of a position or unit; none for an id that is neither."""
    found = organization.by_id.get(owner) or organization.units_by_id.get(owner)
    return found.flows if found else ()


def draw_flow(words: Words, flow: Flow) -> Graph:
    """The chart of one flow, without a title: where it stands in a document it has a heading."""
    if not flow.steps:
        return Graph(title="", language=words.language, boxes=(), arrangement="flow")
    boxes = [Box(START_BOX, (Line(words.phrase("flow_start"), "title"),), shape="rounded")]
    boxes += [_step_box(words, number, step) for number, step in enumerate(flow.steps, 1)]
    end = words.phrase("flow_end_box")
    boxes.append(Box(END_BOX, (Line(end, "title"),), shape="rounded", short=end))
    links = [Link(START_BOX, _name(1), style="flow"), *_links(words, flow.steps)]
    return Graph(title="", language=words.language, boxes=tuple(boxes), links=tuple(links), arrangement="flow")


def draw_in_lanes(words: Words, flow: Flow) -> Graph | None:
    """The same with a lane for each role, in the order in which they first appear; None for one role or too many.

    A step that names no role stands in the lane of the step before, as one writes a role once and then goes on; steps
    before the first role stand in that one's lane. The layout decides whether there is room for lanes.
    """
    roles = list(dict.fromkeys(str(step.role) for step in flow.steps if step.role))
    if not 1 < len(roles) <= MOST_LANES:
        return None
    plain = draw_flow(words, flow)
    lane, lanes = roles[0], []
    for step in flow.steps:
        lane = str(step.role or lane)
        lanes.append(lane)
    steps = [_step_box(words, number, step, in_lane=True) for number, step in enumerate(flow.steps, 1)]
    boxes = [plain.boxes[0], *steps, plain.boxes[-1]]
    grouped = zip(boxes, [lanes[0], *lanes, lanes[-1]], strict=True)
    return replace(
        plain,
        boxes=tuple(replace(box, group=role) for box, role in grouped),
        groups=tuple(Group(role, words.name(role)) for role in roles),
        otherwise=plain,
    )


def describe_flow(words: Words, flow: Flow, *, roles: bool = False) -> str:
    """What the chart of a flow shows, in a sentence: the text for those who cannot see it; with the roles, if it has lanes."""
    texts = [_told(words, step) if roles else words.text(step.text) for step in flow.steps]
    branching = [str(number) for number, step in enumerate(flow.steps, 1) if len(step.next) > 1]
    return words.phrase(
        "flow_chart_alt" if branching else "flow_chart_alt_straight",
        title=words.text(flow.title),
        count=len(texts),
        steps=words.phrase("arrow").join(texts) or words.phrase("none"),
        branching=words.join(branching),
    )


def _told(words: Words, step: Step) -> str:
    return words.bracketed(words.text(step.text), words.name(step.role) if step.role else "")


def _name(number: int) -> str:
    return f"step:{number}"


def _step_box(words: Words, number: int, step: Step, *, in_lane: bool = False) -> Box:
    """A step; ``in_lane`` says that its lane tells who takes it."""
    lines = [Line(f"{number}. {words.text(step.text)}", "step")]
    parts = [words.name(step.role)] if step.role and not in_lane else []
    if step.output:
        parts.append(words.labelled(words.label(Step, "output"), words.text(step.output)))
    if parts:
        lines.append(Line(" · ".join(parts), "muted"))
    return Box(
        _name(number),
        tuple(lines),
        style="decision" if len({branch.to for branch in step.next}) > 1 else "normal",
        short=str(number),
    )


def _links(words: Words, steps: Sequence[Step]) -> Iterator[Link]:
    """Where each step leads; several conditions for one way are written as one label."""
    places = {str(step.id): _name(number) for number, step in reversed(list(enumerate(steps, 1))) if step.id}
    for number, step in enumerate(steps, 1):
        if not step.next:
            yield Link(_name(number), _name(number + 1) if number < len(steps) else END_BOX, style="flow")
        ways: dict[str, list[Branch]] = {}
        for branch in step.next:
            target = END_BOX if branch.to == END else places.get(str(branch.to))
            if target:
                ways.setdefault(target, []).append(branch)
        for target, branches in ways.items():
            label = words.phrase("between").join(words.text(each.when) for each in branches if each.when)
            yield Link(_name(number), target, label, style="flow")
