"""A work flow: its steps from the start to the end, who takes each, and where they branch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from posdoc.charts.graph import Box, Graph, Line, Link
from posdoc.locales.words import Words
from posdoc.model import END, Branch, Flow, Organization, Step

START_BOX, END_BOX = "start", "end"


def draw(organization: Organization, words: Words, focus: str = "") -> Graph:
    """The flow ``focus`` under its title: an id of a position or unit, a slash and a flow's id; or its first flow.

    A flow that there is not is drawn as an empty chart; ask :func:`find_flow` first.
    """
    flow = find_flow(organization, focus)
    if flow is None:
        return Graph(title="", language=words.language, boxes=(), arrangement="flow")
    return replace(draw_flow(organization, words, flow), title=words.text(flow.title))


def find_flow(organization: Organization, focus: str) -> Flow | None:
    """The flow that ``focus`` names, as in :func:`draw`."""
    owner, _, wanted = focus.partition("/")
    flows = flows_of(organization, owner)
    return next((flow for flow in flows if not wanted or flow.id == wanted), None)


def flows_of(organization: Organization, owner: str) -> tuple[Flow, ...]:
    """The flows of a position or unit; none for an id that is neither."""
    found = organization.by_id.get(owner) or organization.units_by_id.get(owner)
    return found.flows if found else ()


def draw_flow(organization: Organization, words: Words, flow: Flow) -> Graph:  # noqa: ARG001
    """The chart of one flow, without a title: where it stands in a document it has a heading."""
    if not flow.steps:
        return Graph(title="", language=words.language, boxes=(), arrangement="flow")
    boxes = [Box(START_BOX, (Line(words.phrase("flow_start"), "title"),), shape="rounded")]
    boxes += [_step_box(words, number, step) for number, step in enumerate(flow.steps, 1)]
    end = words.phrase("flow_end_box")
    boxes.append(Box(END_BOX, (Line(end, "title"),), shape="rounded", short=end))
    links = [Link(START_BOX, _name(1), style="flow"), *_links(words, flow.steps)]
    return Graph(title="", language=words.language, boxes=tuple(boxes), links=tuple(links), arrangement="flow")


def describe_flow(words: Words, flow: Flow) -> str:
    """What the chart of a flow shows, in a sentence: the text for those who cannot see it."""
    texts = [words.text(step.text) for step in flow.steps]
    branching = [str(number) for number, step in enumerate(flow.steps, 1) if len(step.next) > 1]
    return words.phrase(
        "flow_chart_alt" if branching else "flow_chart_alt_straight",
        title=words.text(flow.title),
        count=len(texts),
        steps=words.phrase("arrow").join(texts) or words.phrase("none"),
        branching=words.join(branching),
    )


def _name(number: int) -> str:
    return f"step:{number}"


def _step_box(words: Words, number: int, step: Step) -> Box:
    lines = [Line(f"{number}. {words.text(step.text)}", "step")]
    parts = [words.name(step.role)] if step.role else []
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
