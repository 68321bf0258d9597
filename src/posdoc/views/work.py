"""Duties, authority, contacts, qualifications and work flows, ready to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from posdoc.model import (
    END,
    Authority,
    Contact,
    Duty,
    Flow,
    Option,
    Position,
    Qualification,
    Step,
)
from posdoc.views.blocks import Block, Cell, block, group_cells, listed
from posdoc.views.printer import Printer

PLACES = ("first", "second")


def view_duties(printer: Printer, position: Position) -> Block | None:
    """The duties, with which columns they need: ``area``, and shares in ``columns`` (0, 1 or 2)."""
    if not position.duties:
        return None
    words, duties = printer.words, position.duties
    shares = [name for name in ("weight", "time") if any(getattr(duty, name) for duty in duties)]
    return {
        "title": words.section("duties"),
        "has_area": any(duty.area for duty in duties),
        "columns": len(shares),
        "number_label": words.label(Duty, "number"),
        "area_label": words.label(Duty, "area"),
        "text_label": words.label(Duty, "text"),
        "tasks_label": words.label(Duty, "tasks"),
        **{f"{place}_share_label": words.label(Duty, name) for place, name in zip(PLACES, shares, strict=False)},
        "duties": [_duty(printer, duty, number, shares) for number, duty in enumerate(duties, 1)],
    }


def _duty(printer: Printer, duty: Duty, number: int, shares: list[str]) -> dict[str, Any]:
    words = printer.words
    values = [getattr(duty, name) for name in shares]
    return {
        "number": duty.number or str(number),
        "area": words.text(duty.area),
        "text": words.text(duty.text),
        "tasks": [words.text(task) for task in duty.tasks],
        "measures_label": words.label(Duty, "measures"),
        "measures": words.phrase("between").join(words.text(measure) for measure in duty.measures),
        "details": printer.details(duty, "number", "area", "text", "tasks", "time", "weight", "measures"),
        **{f"{place}_share": words.percent(v) if v else "" for place, v in zip(PLACES, values, strict=False)},
    }


def view_authority(printer: Printer, position: Position) -> Block | None:
    """What the incumbent may do, by kind."""
    words = printer.words
    cells = []
    for kind, entries in _grouped(position.authority, lambda entry: entry.kind):
        label = words.option(kind) if kind else words.label(Authority, "text")
        lines = [printer.authority(entry) for entry in entries]
        cells.append(listed(printer, "authority", label, lines))
    return block(words.section("authority"), cells)


def view_contacts(printer: Printer, position: Position) -> Block | None:
    """Whom the incumbent deals with, by side; and how supervision is received and given."""
    words = printer.words
    contacts = [
        {
            "first": place == 0,
            "scope": words.option(scope) if scope else "",
            "party": words.name(contact.party) if contact.party else "",
            "content": words.text(contact.content),
        }
        for scope, entries in _grouped(position.contacts, lambda contact: contact.scope)
        for place, contact in enumerate(entries)
    ]
    return block(
        words.section("contacts"),
        group_cells(printer, position, "contacts", "contacts"),
        contacts=contacts,
        scope_label=words.label(Contact, "scope") if contacts else "",
        party_label=words.label(Contact, "party") if contacts else "",
        content_label=words.label(Contact, "content") if contacts else "",
    )


def view_qualifications(printer: Printer, position: Position) -> Block | None:
    """What is required and what is preferred, side by side where anything is preferred."""
    if not position.qualifications:
        return None
    words = printer.words
    rows = [
        {
            "item": words.text(entry.label) or (words.option(entry.item) if entry.item else ""),
            "required": words.text(entry.required) or str(entry.minimum or "") or "—",
            "preferred": words.text(entry.preferred) or str(entry.preferred_minimum or "") or "—",
        }
        for entry in position.qualifications
    ]
    return {
        "title": words.section("qualifications"),
        "has_preferred": any(entry.preferred or entry.preferred_minimum for entry in position.qualifications),
        "item_label": words.label(Qualification, "item"),
        "required_label": words.label(Qualification, "required"),
        "preferred_label": words.label(Qualification, "preferred"),
        "qualifications": rows,
    }


def view_flows(printer: Printer, flows: tuple[Flow, ...]) -> Block | None:
    """The work flows as numbered steps."""
    words = printer.words
    cells = [
        Cell("flows", words.text(flow.title), items=[_step(printer, flow, step) for step in flow.steps])
        for flow in flows
    ]
    return block(words.section("flows"), cells)


def _step(printer: Printer, flow: Flow, step: Step) -> str:
    words = printer.words
    marks = [words.name(step.role) if step.role else ""]
    if step.output:
        marks.append(words.labelled(words.label(Step, "output"), words.text(step.output)))
    text = words.bracketed(words.text(step.text), words.phrase("between").join(mark for mark in marks if mark))
    numbers = {str(other.id): place for place, other in enumerate(flow.steps, 1) if other.id}
    leads = [_lead(printer, words.text(branch.when), str(branch.to), numbers) for branch in step.next]
    return text + ("" if not leads else " → " + words.phrase("between").join(leads))


def _lead(printer: Printer, when: str, to: str, numbers: dict[str, int]) -> str:
    words = printer.words
    if to == END:
        return words.phrase("step_end", when=when) if when else words.phrase("flow_end")
    step = numbers.get(to, to)
    return words.phrase("step_when", when=when, step=step) if when else words.phrase("step_always", step=step)


def _grouped(entries: Iterable[Any], key: Callable[[Any], Any]) -> list[tuple[Any, list[Any]]]:
    """Entries by kind, kinds in the order of the model, those without one last."""

    def place(entry: Any) -> int:
        kind: Option | None = key(entry)
        return [*type(kind)].index(kind) if kind else 99

    return [(key(group[0]), group) for group in (list(g) for _, g in groupby(sorted(entries, key=place), place))]
