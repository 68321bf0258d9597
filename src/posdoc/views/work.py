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
    Step,
    fields_of,
)
from posdoc.template.marks import marked, path_of, under
from posdoc.views.blocks import Block, Cell, Cells, block, group_cells, listed, marked_texts
from posdoc.views.printer import Printer

PLACES = ("first", "second")
FACTS, FACT_PLACES = ("time", "weight", "responsibility"), ("first", "second", "third")
NOTHING = "—"
_CHINESE_DIGITS = frozenset("〇零一二三四五六七八九十百")
_IN_ROW = ("item", "label", "required", "preferred", "minimum", "preferred_minimum", "maximum")
Numbered = Iterable[tuple[int, Any]]
"""Entries of a list of the position, each with its place in it, from 0."""


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
        _duty(printer, duty, place, shares, categories[place] if place in begins else "", grouped)
        for place, duty in enumerate(duties)
    ]


def _duty(printer: Printer, duty: Duty, place: int, shares: list[str], category: str, grouped: bool) -> dict[str, Any]:
    words, number, at = printer.words, str(place + 1), printer.path(f"duties.{place}")
    covered = ("category",) if grouped else ()
    details = printer.details(duty, "number", "area", "text", "tasks", "time", "weight", "measures", *covered, at=at)
    area = marked(words.text(duty.area), under(at, "area"))
    percents = [_share(printer, getattr(duty, name), under(at, name)) for name in shares]
    return {
        "group": category if grouped else "",
        "number": marked(duty.number, under(at, "number")) if duty.number else number,
        "numeral": _numeral(duty.number or number),
        "area": area,
        "in_line": area,
        "text": marked(words.text(duty.text), under(at, "text")),
        "tasks": marked_texts(printer, duty.tasks, under(at, "tasks")),
        "measures_label": words.label(Duty, "measures"),
        "measures": _measures(printer, duty, under(at, "measures")),
        "details": details,
        "particulars": [*_shares(words, shares, percents), *details],
        **dict.fromkeys((f"{column}_share" for column in PLACES), ""),
        **{f"{column}_share": percent for column, percent in zip(PLACES, percents, strict=False)},
        "block": _duty_block(printer, duty, place, details),
    }


def _measures(printer: Printer, duty: Duty, at: str) -> str:
    """The standards that a duty is measured by, in one line."""
    texts = map(printer.words.text, duty.measures)
    return marked(printer.words.sequence(texts), printer.path_of_row(duty.measures, at))


def _share(printer: Printer, value: Percent | None, at: str) -> str:
    return marked(printer.words.percent(value) if value else "", at)


def _duty_block(printer: Printer, duty: Duty, place: int, details: list[dict[str, str]]) -> dict[str, Any]:
    """A duty as a block of its own: a heading, up to three facts beside one another, measures as a list, and the rest.

    A degree of responsibility with no share beside it comes last, as forms without shares have it.
    """
    words, number, at = printer.words, place + 1, printer.path(f"duties.{place}")
    facts = printer.details(duty, *(info.name for info in fields_of(Duty) if info.name not in FACTS), at=at)
    alone = facts.pop() if [fact["field"] for fact in facts] == ["responsibility"] else None
    counted = words.phrase("duty_number", number=number, chinese=words.chinese(number))
    return {
        "heading": marked(duty.number, under(at, "number")) if duty.number else counted,
        "facts": len(facts),
        "last_fact": alone,
        **{f"{column}_fact": fact for column, fact in zip(FACT_PLACES, facts, strict=False)},
        "measures": marked_texts(printer, duty.measures, under(at, "measures")),
        "details": [detail for detail in details if detail["field"] not in FACTS],
    }


def _shares(words: Words, names: list[str], percents: list[str]) -> list[dict[str, str]]:
    """The shares of a duty as label and value, for forms that have no columns for them."""
    return [
        {"label": words.label(Duty, name), "value": percent, "field": name}
        for name, percent in zip(names, percents, strict=True)
        if percent
    ]


def _numeral(number: str) -> str:
    """A number as it stands before a text: ``1.`` and ``一、``, but ``1.1``, ``(1)`` and ``1、`` as they are."""
    if number.isascii() and number.isalnum():
        return f"{number}."
    return f"{number}、" if set(number) <= _CHINESE_DIGITS else number


def duty_cells(printer: Printer, duties: Numbered) -> Iterator[Cell]:
    """The duties as one list: area and text of each."""
    words, at = printer.words, printer.path("duties")
    texts = [duty_line(words, duty, under(at, place)) for place, duty in duties]
    label = words.label(Position, "duties")
    yield Cell(marked("duties", at), label, *([(), texts] if len(texts) > 1 else [texts]))


def duty_line(words: Words, duty: Duty, at: str) -> str:
    """Area and text of a duty in one line."""
    area, text = marked(words.text(duty.area), under(at, "area")), marked(words.text(duty.text), under(at, "text"))
    return marked(words.labelled(area, text), at) if area and text else area or text


def exactly(text: str, of: str, at: str, field: str) -> str:
    """A text that is made of the record at ``at``, with the path of ``field`` if it says just what that holds."""
    return marked(text, under(at, field) if text == of else at)


def authority_cells(printer: Printer, entries: Numbered) -> Iterator[Cell]:
    """What the incumbent may do, a cell for each kind."""
    words, at = printer.words, printer.path("authority")
    for kind, group in _grouped(entries, lambda entry: entry.kind):
        label = words.option(kind) if kind else words.label(Authority, "text")
        lines = [
            exactly(printer.authority(entry), words.text(entry.text), under(at, place), "text")
            for place, entry in group
        ]
        field = all_of_kind("authority", at, kind)
        yield Cell(field, label, items=lines) if len(lines) > 1 else Cell(field, label, lines)


def all_of_kind(field: str, at: str, kind: Option | None) -> str:
    """The field of a list, with the path of all its entries of one kind, such as ``contacts.internal``."""
    return marked(field, under(at, kind.value) if kind else "")


def view_authority(printer: Printer, position: Position) -> Block | None:
    """What the incumbent may do, by kind."""
    cells = authority_cells(printer, enumerate(position.authority))
    return block(
        printer.words.section("authority"), [*cells, *group_cells(printer, position, "authority", "authority")]
    )


def contact_cells(printer: Printer, contacts: Numbered) -> Iterator[Cell]:
    """Whom the incumbent deals with, a cell for each side: only names, or what each contact is about."""
    words, at = printer.words, printer.path("contacts")
    for scope, group in _grouped(contacts, lambda contact: contact.scope):
        label, field = (
            words.option(scope) if scope else words.label(Contact, "party"),
            all_of_kind("contacts", at, scope),
        )
        pairs = [_contact(printer, place, contact) for place, contact in group]
        if any(content for _, content in pairs):
            yield listed(field, label, [_contact_line(words, party, content) for party, content in pairs])
        else:
            path = path_of(pairs[0][0]) if len(pairs) == 1 else path_of(field)
            yield Cell(field, label, [marked(words.join(party for party, _ in pairs), path)])


def _contact(printer: Printer, place: int, contact: Contact) -> tuple[str, str]:
    """Whom with, and what about."""
    words, at = printer.words, printer.path(f"contacts.{place}")
    content = printer.with_rest(words.text(contact.content), contact, "scope", "party", "content")
    party = words.name(contact.party) if contact.party else ""
    return marked(party, under(at, "party")), exactly(content, words.text(contact.content), at, "content")


def _contact_line(words: Words, party: str, content: str) -> str:
    whole = path_of(party).rpartition(".")[0]
    return marked(words.labelled(party, content), whole) if party and content else party or content


def view_contacts(printer: Printer, position: Position) -> Block | None:
    """Whom the incumbent deals with, by side; and how supervision is received and given."""
    words = printer.words
    numbered = enumerate(position.contacts)
    shown = [(place, one) for place, one in numbered if f"contacts.{one.scope}" not in printer.claimed]
    about = any(contact.content for _, contact in shown)
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


def _contacts(printer: Printer, contacts: Numbered) -> list[dict[str, Any]]:
    found = []
    for scope, entries in _grouped(contacts, lambda contact: contact.scope):
        for number, (place, contact) in enumerate(entries):
            party, content = _contact(printer, place, contact)
            side = printer.words.option(scope) if scope else ""
            found.append({"first": number == 0, "scope": side, "party": party, "in_line": party, "content": content})
    return found


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
        "qualifications": [
            _qualification(printer, entry, printer.path(f"qualifications.{place}"))
            for place, entry in enumerate(position.qualifications)
        ],
        "rows": Cells(group_cells(printer, position, "qualifications", "qualifications")),
    }


def _qualification(printer: Printer, entry: Qualification, at: str) -> dict[str, str]:
    """One item. A figure is printed where there are no words for it."""
    words = printer.words
    required = _words_or_figures(words, entry, at, "required", ("minimum", "maximum"))
    preferred = _words_or_figures(words, entry, at, "preferred", ("preferred_minimum",))
    rest = printer.with_rest(required, entry, *_IN_ROW)
    item = words.text(entry.label) or (words.option(entry.item) if entry.item else "")
    item = marked(item, under(at, "label" if entry.label else "item"))
    return {
        "number": entry.number or "",
        "numeral": _numeral(entry.number) if entry.number else "",
        "item": item,
        "in_line": item,
        "required": marked(rest or NOTHING, path_of(required) if rest == required else at),
        "preferred": marked(preferred or NOTHING, path_of(preferred)),
    }


def _words_or_figures(words: Words, entry: Qualification, at: str, name: str, figures: Sequence[str]) -> str:
    """A condition in words, else the figures that are stated for it; where there are several it is of the whole item."""
    text = words.text(getattr(entry, name))
    stated = [figure for figure in figures if getattr(entry, figure)]
    if text or not stated:
        return marked(text, under(at, name))
    phrases = (
        words.phrase("at_most" if figure == "maximum" else "at_least", value=getattr(entry, figure))
        for figure in stated
    )
    return marked(words.join(phrases), under(at, stated[0]) if len(stated) == 1 else at)


def qualification_cells(printer: Printer, entries: Numbered) -> Iterator[Cell]:
    """A cell for each item: what is required, and below it what is preferred."""
    words, at = printer.words, printer.path("qualifications")
    for place, entry in entries:
        written = _qualification(printer, entry, under(at, place))
        preferred = words.labelled(words.label(Qualification, "preferred"), written["preferred"])
        lines = [written["required"]] if written["required"] != NOTHING else []
        lines += [marked(preferred, path_of(written["preferred"]))] if written["preferred"] != NOTHING else []
        yield Cell("qualifications", written["item"], lines)


def view_flows(printer: Printer, position: Position) -> Block | None:
    """The work flows: what is said of each, and its numbered steps."""
    cells = group_cells(printer, position, "flows", "flows")
    return block(printer.words.section("flows"), cells, flows=view_flow_list(printer, position.flows))


def view_flow_list(printer: Printer, flows: Sequence[Flow], paths: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Work flows; ``group`` is their scope where a flow of another scope comes before, ``drawing`` its place.

    ``paths`` are theirs, where they are not all flows of the one position or unit.
    """
    found, scope = [], None
    paths = paths or [printer.path(f"flows.{place}") for place in range(len(flows))]
    for flow, at in zip(flows, paths, strict=True):
        begins = flow.scope is not None and flow.scope is not scope
        scope = flow.scope
        found.append({
            "group": printer.words.option(flow.scope) if flow.scope and begins else "",
            "title": marked(printer.words.text(flow.title), under(at, "title")),
            "about": printer.with_rest("", flow, "title", "scope", "steps"),
            "steps": [_step(printer, flow, step, f"{at}.steps.{place}") for place, step in enumerate(flow.steps)],
            "drawing": "",
        })  # fmt: skip
    return found


def _step(printer: Printer, flow: Flow, step: Step, at: str) -> str:
    words = printer.words
    marks = [words.name(step.role) if step.role else ""]
    if step.output:
        marks.append(words.labelled(words.label(Step, "output"), words.text(step.output)))
    text = words.bracketed(words.text(step.text), words.sequence(marks))
    text = printer.with_rest(text, step, "text", "role", "output", "next")
    numbers = {str(other.id): place for place, other in enumerate(flow.steps, 1) if other.id}
    leads = [printer.with_rest(_lead(words, branch, numbers), branch, "to", "when") for branch in step.next]
    line = words.phrase("arrow").join([text, words.sequence(leads)] if leads else [text])
    return exactly(line, words.text(step.text), at, "text")


def _lead(words: Words, branch: Branch, numbers: dict[str, int]) -> str:
    when, to = words.text(branch.when), str(branch.to)
    if to == END:
        return words.phrase("step_end", when=when) if when else words.phrase("flow_end")
    step = numbers.get(to, to)
    return words.phrase("step_when", when=when, step=step) if when else words.phrase("step_always", step=step)


def _grouped(entries: Numbered, key: Callable[[Any], Any]) -> list[tuple[Any, list[tuple[int, Any]]]]:
    """Entries by kind, kinds in the order of the model, those without one last."""

    def place(entry: tuple[int, Any]) -> int:
        kind: Option | None = key(entry[1])
        return [*type(kind)].index(kind) if kind else 99

    return [(key(group[0][1]), group) for group in (list(g) for _, g in groupby(sorted(entries, key=place), place))]
