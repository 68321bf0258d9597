"""Duties, authority, contacts, qualifications and work flows, ready to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    END,
    Authority,
    Branch,
    Contact,
    Duty,
    Flow,
    Option,
    Percent,
    Position,
    Qualification,
    Quantity,
    Step,
    fields_of,
)
from posdoc.views.blocks import Block, Cell, Cells, block, group_cells, listed
from posdoc.views.printer import Printer

PLACES = ("first", "second")
FACTS, FACT_PLACES = ("time", "weight", "responsibility"), ("first", "second", "third")
NOTHING = "—"
_CHINESE_DIGITS = frozenset("〇零一二三四五六七八九十百")
_IN_ROW = ("item", "label", "required", "preferred", "minimum", "preferred_minimum", "maximum")


def view_duties(printer: Printer, position: Position) -> Block | None:
    """The duties, with which columns they need: ``area``, and shares in ``columns`` (0, 1 or 2)."""
    if not position.duties and not group_cells(printer, position, "duties"):
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
        **{f"{place}_share_field": name for place, name in zip(PLACES, shares, strict=False)},
        "duties": _duty_list(printer, duties, shares),
        "rows": Cells(group_cells(printer, position, "duties", "duties")),
    }


def _duty_list(printer: Printer, duties: Sequence[Duty], shares: list[str]) -> list[dict[str, Any]]:
    """The duties; ``group`` is the category that begins with one, where duties are put together by categories."""
    categories = [printer.words.text(duty.category) for duty in duties]
    begins = [place for place, name in enumerate(categories) if name and (place == 0 or categories[place - 1] != name)]
    grouped = all(categories) and len(begins) == len(set(categories)) and len(duties) > len(begins) > 1
    return [
        _duty(printer, duty, place + 1, shares, categories[place] if place in begins else "", grouped)
        for place, duty in enumerate(duties)
    ]


def _duty(printer: Printer, duty: Duty, number: int, shares: list[str], category: str, grouped: bool) -> dict[str, Any]:
    words = printer.words
    values = [getattr(duty, name) for name in shares]
    covered = ("category",) if grouped else ()
    details = printer.details(duty, "number", "area", "text", "tasks", "time", "weight", "measures", *covered)
    return {
        "group": category if grouped else "",
        "number": duty.number or str(number),
        "numeral": _numeral(duty.number or str(number)),
        "area": words.text(duty.area),
        "in_line": words.text(duty.area),
        "text": words.text(duty.text),
        "tasks": [words.text(task) for task in duty.tasks],
        "measures_label": words.label(Duty, "measures"),
        "measures": words.sequence(words.text(measure) for measure in duty.measures),
        "details": details,
        "particulars": [*_shares(words, shares, values), *details],
        **{f"{place}_share": "" for place in PLACES},
        **{f"{place}_share": words.percent(v) if v else "" for place, v in zip(PLACES, values, strict=False)},
        "block": _duty_block(printer, duty, number, details),
    }


def _duty_block(printer: Printer, duty: Duty, number: int, details: list[dict[str, str]]) -> dict[str, Any]:
    """A duty as a block of its own: a heading, up to three facts beside one another, measures as a list, and the rest.

    A degree of responsibility with no share beside it comes last, as forms without shares have it.
    """
    words = printer.words
    facts = printer.details(duty, *(info.name for info in fields_of(Duty) if info.name not in FACTS))
    alone = facts.pop() if [fact["field"] for fact in facts] == ["responsibility"] else None
    counted = words.phrase("duty_number", number=number, chinese=words.chinese(number))
    return {
        "heading": duty.number or counted,
        "facts": len(facts),
        "last_fact": alone,
        **{f"{place}_fact": fact for place, fact in zip(FACT_PLACES, facts, strict=False)},
        "measures": [words.text(measure) for measure in duty.measures],
        "details": [detail for detail in details if detail["field"] not in FACTS],
    }


def _shares(words: Words, names: list[str], values: list[Percent | None]) -> list[dict[str, str]]:
    """The shares of a duty as label and value, for forms that have no columns for them."""
    return [
        {"label": words.label(Duty, name), "value": words.percent(value), "field": name}
        for name, value in zip(names, values, strict=True)
        if value
    ]


def _numeral(number: str) -> str:
    """A number as it stands before a text: ``1.`` and ``一、``, but ``1.1``, ``(1)`` and ``1、`` as they are."""
    if number.isascii() and number.isalnum():
        return f"{number}."
    return f"{number}、" if set(number) <= _CHINESE_DIGITS else number


def duty_cells(printer: Printer, duties: Iterable[Duty]) -> Iterator[Cell]:
    """The duties as one list: area and text of each."""
    words = printer.words
    lines = [(words.text(duty.area), words.text(duty.text)) for duty in duties]
    texts = [words.labelled(area, text) if area and text else area or text for area, text in lines]
    yield Cell("duties", words.label(Position, "duties"), *([(), texts] if len(texts) > 1 else [texts]))


def authority_cells(printer: Printer, entries: Iterable[Authority]) -> Iterator[Cell]:
    """What the incumbent may do, a cell for each kind."""
    words = printer.words
    for kind, group in _grouped(entries, lambda entry: entry.kind):
        label = words.option(kind) if kind else words.label(Authority, "text")
        yield listed("authority", label, [printer.authority(entry) for entry in group])


def view_authority(printer: Printer, position: Position) -> Block | None:
    """What the incumbent may do, by kind."""
    cells = authority_cells(printer, position.authority)
    return block(
        printer.words.section("authority"), [*cells, *group_cells(printer, position, "authority", "authority")]
    )


def contact_cells(printer: Printer, contacts: Iterable[Contact]) -> Iterator[Cell]:
    """Whom the incumbent deals with, a cell for each side: only names, or what each contact is about."""
    words = printer.words
    for scope, group in _grouped(contacts, lambda contact: contact.scope):
        label = words.option(scope) if scope else words.label(Contact, "party")
        names = [words.name(contact.party) if contact.party else "" for contact in group]
        contents = [printer.with_rest(words.text(c.content), c, "scope", "party", "content") for c in group]
        if any(contents):
            pairs = zip(names, contents, strict=True)
            yield listed("contacts", label, [words.labelled(n, c) if n and c else n or c for n, c in pairs])
        else:
            yield Cell("contacts", label, [words.join(names)])


def view_contacts(printer: Printer, position: Position) -> Block | None:
    """Whom the incumbent deals with, by side; and how supervision is received and given."""
    words = printer.words
    shown = [contact for contact in position.contacts if f"contacts.{contact.scope}" not in printer.claimed]
    about = any(contact.content for contact in shown)
    contacts = _contacts(printer, shown) if about else []
    named = () if about else contact_cells(printer, shown)
    return block(
        words.section("contacts"),
        [*named, *group_cells(printer, position, "contacts", "contacts")],
        contacts=contacts,
        scope_label=words.label(Contact, "scope") if contacts else "",
        party_label=words.label(Contact, "party") if contacts else "",
        content_label=words.label(Contact, "content") if contacts else "",
    )


def _contacts(printer: Printer, contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    words = printer.words
    return [
        {
            "first": place == 0,
            "scope": words.option(scope) if scope else "",
            "party": words.name(contact.party) if contact.party else "",
            "in_line": words.name(contact.party) if contact.party else "",
            "content": printer.with_rest(words.text(contact.content), contact, "scope", "party", "content"),
        }
        for scope, entries in _grouped(contacts, lambda contact: contact.scope)
        for place, contact in enumerate(entries)
    ]


def view_qualifications(printer: Printer, position: Position) -> Block | None:
    """What is required and what is preferred, side by side where anything is preferred."""
    if not position.qualifications:
        return None
    words = printer.words
    return {
        "title": words.section("qualifications"),
        "has_preferred": any(entry.preferred or entry.preferred_minimum for entry in position.qualifications),
        "item_label": words.label(Qualification, "item"),
        "required_label": words.label(Qualification, "required"),
        "preferred_label": words.label(Qualification, "preferred"),
        "qualifications": [_qualification(printer, entry) for entry in position.qualifications],
        "rows": Cells(group_cells(printer, position, "qualifications", "qualifications")),
    }


def _qualification(printer: Printer, entry: Qualification) -> dict[str, str]:
    """One item. A figure is printed where there are no words for it."""
    words = printer.words
    required = words.text(entry.required) or _figures(words, entry.minimum, entry.maximum)
    preferred = words.text(entry.preferred) or _figures(words, entry.preferred_minimum, None)
    item = words.text(entry.label) or (words.option(entry.item) if entry.item else "")
    return {
        "number": entry.number or "",
        "numeral": _numeral(entry.number) if entry.number else "",
        "item": item,
        "in_line": item,
        "required": printer.with_rest(required, entry, *_IN_ROW) or NOTHING,
        "preferred": preferred or NOTHING,
    }


def qualification_cells(printer: Printer, entries: Iterable[Qualification]) -> Iterator[Cell]:
    """A cell for each item: what is required, and below it what is preferred."""
    words = printer.words
    for entry in entries:
        written = _qualification(printer, entry)
        preferred = words.labelled(words.label(Qualification, "preferred"), written["preferred"])
        lines = [written["required"]] if written["required"] != NOTHING else []
        lines += [preferred] if written["preferred"] != NOTHING else []
        yield Cell("qualifications", written["item"], lines)


def _figures(words: Words, low: Quantity | None, high: Quantity | None) -> str:
    return words.join([
        words.phrase("at_least", value=low) if low else "",
        words.phrase("at_most", value=high) if high else "",
    ])  # fmt: skip


def view_flows(printer: Printer, position: Position) -> Block | None:
    """The work flows: what is said of each, and its numbered steps."""
    cells = group_cells(printer, position, "flows", "flows")
    return block(printer.words.section("flows"), cells, flows=view_flow_list(printer, position.flows))


def view_flow_list(printer: Printer, flows: Sequence[Flow]) -> list[dict[str, Any]]:
    """Work flows; ``group`` is their scope where a flow of another scope comes before, ``drawing`` its place."""
    found, scope = [], None
    for flow in flows:
        begins = flow.scope is not None and flow.scope is not scope
        scope = flow.scope
        found.append({
            "group": printer.words.option(flow.scope) if flow.scope and begins else "",
            "title": printer.words.text(flow.title),
            "about": printer.with_rest("", flow, "title", "scope", "steps"),
            "steps": [_step(printer, flow, step) for step in flow.steps],
            "drawing": "",
        })  # fmt: skip
    return found


def _step(printer: Printer, flow: Flow, step: Step) -> str:
    words = printer.words
    marks = [words.name(step.role) if step.role else ""]
    if step.output:
        marks.append(words.labelled(words.label(Step, "output"), words.text(step.output)))
    text = words.bracketed(words.text(step.text), words.sequence(marks))
    text = printer.with_rest(text, step, "text", "role", "output", "next")
    numbers = {str(other.id): place for place, other in enumerate(flow.steps, 1) if other.id}
    leads = [printer.with_rest(_lead(words, branch, numbers), branch, "to", "when") for branch in step.next]
    return words.phrase("arrow").join([text, words.sequence(leads)] if leads else [text])


def _lead(words: Words, branch: Branch, numbers: dict[str, int]) -> str:
    when, to = words.text(branch.when), str(branch.to)
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
