"""Work flows as graphs: where each step leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from posdoc.diagnostics import Span
from posdoc.model import END, Flow, Organization, Position, Step, Unit
from posdoc.rules._unread import is_unread


class Course(NamedTuple):
    """Where each step of a flow leads, by the index of the step."""

    leads: Sequence[Sequence[int]]
    ends: frozenset[int]
    """The steps after which the flow is, or may be, over."""
    is_clear: bool
    """Whether every step that is led to could be found."""


def flows(organization: Organization) -> Iterator[Flow]:
    """Every work flow of units and positions once; copies of a position share theirs."""
    seen: set[int] = set()
    owners: tuple[Unit | Position, ...] = (*organization.units, *organization.positions)
    for owner in owners:
        if owner.flows and id(owner.flows) not in seen:
            seen.add(id(owner.flows))
            yield from owner.flows


def course_of(flow: Flow) -> Course:
    """The graph of a flow. A step without ``next`` leads to the following one, the last one ends the flow."""
    by_id: dict[str, list[int]] = defaultdict(list)
    for index, step in enumerate(flow.steps):
        if step.id is not None:
            by_id[step.id].append(index)
    leads: list[list[int]] = []
    ends: set[int] = set()
    is_clear = True
    for index, step in enumerate(flow.steps):
        targets: list[int] = []
        if not step.next and not is_unread(step, "next"):
            targets = [index + 1] if index + 1 < len(flow.steps) else []
            ends |= set() if targets else {index}
        known = [by_id.get(branch.to or "") for branch in step.next if branch.to != END]
        if is_unread(step, "next") or not all(known):
            is_clear = False
            ends.add(index)
        if any(branch.to == END for branch in step.next):
            ends.add(index)
        leads.append(targets + [target for group in known if group for target in group])
    return Course(leads, frozenset(ends), is_clear)


def reached(leads: Sequence[Iterable[int]], starts: Iterable[int]) -> set[int]:
    """Everything that can be reached from ``starts``, themselves included."""
    waiting = [start for start in starts if start < len(leads)]
    found = set(waiting)
    while waiting:
        for target in leads[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def reversed_leads(leads: Sequence[Iterable[int]]) -> list[list[int]]:
    """From where each step is led to."""
    found: list[list[int]] = [[] for _ in leads]
    for index, targets in enumerate(leads):
        for target in targets:
            found[target].append(index)
    return found


def place_of(step: Step) -> Span:
    """Where a step says what it is: its id, else its text."""
    return step.at("id") if step.id is not None else step.at("text")


def name_of(step: Step) -> str:
    """What a step is called in a message: its id, else its text."""
    if step.id is not None:
        return step.id
    return step.text.in_() if step.text else ""
