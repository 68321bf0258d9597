"""What a recruiting advertisement says of a position beside its sections: nothing that is only the company's business."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posdoc.model import Position, Text, WorkConditions, field_of
from posdoc.template.marks import marked
from posdoc.views.blocks import Block, Cells, group_cells, points_cells
from posdoc.views.printer import Printer
from posdoc.views.sections import unit_cell

Fact = dict[str, str]


def view_posting(printer: Printer, position: Position, *, chosen: bool) -> Block:
    """The key facts, ``overview``, ``prospects`` and how to apply, each empty where there is nothing.

    ``chosen`` says whether the workspace has listed the sections itself.
    """
    career = group_cells(printer, position, "career", "development")
    prospects = [*(cell for cell in career if cell.field == "promotes_to"), *points_cells(printer, "development")]
    purpose = (_unclaimed(printer, name, getattr(position, name)) for name in ("overview", "purpose"))
    return {
        "chosen": chosen,
        "facts": _paired(list(_facts(printer))) + _paired(list(_hours(printer))),
        "overview": next(filter(None, purpose), ""),
        "prospects": {"rows": Cells(prospects)},
        "application": _unclaimed(printer, "application", position.application),
    }


def _unclaimed(printer: Printer, name: str, text: Text | None) -> str:
    return "" if name in printer.claimed else marked(printer.words.text(text), printer.path(name))


def _facts(printer: Printer) -> Iterator[Fact]:
    """Where the position is, how many are sought, on what terms."""
    words, position = printer.words, printer.position
    unit = unit_cell(printer)
    if unit.lines:
        yield {"label": unit.label, "value": unit.lines[0], "field": unit.field}
    yield from _stated(printer, position, "location", printer.path("location"))
    openings = _openings(printer)
    if openings:
        yield {"label": words.phrase("posting_openings"), "value": openings, "field": "headcount"}
    yield from _stated(printer, position, "employment", printer.path("employment"))
    yield from _stated(printer, position, "pay_type", printer.path("pay_type"))


def _hours(printer: Printer) -> Iterator[Fact]:
    if printer.position.conditions:
        yield from _stated(printer, printer.position.conditions, "hours", printer.path("conditions.hours"))


def _stated(printer: Printer, record: Position | WorkConditions, name: str, at: str) -> Iterator[Fact]:
    info = field_of(type(record), name)
    assert info is not None, name
    value = getattr(record, info.attribute)
    if value is not None:
        shown = printer.in_one_line(info, value, at)
        yield {"label": printer.words.label(type(record), info), "value": shown, "field": name}


def _paired(facts: list[Fact]) -> list[dict[str, Any]]:
    """Two facts in a row; the last may be alone."""
    return [
        {"left": left, "right": right[0] if right else None}
        for left, *right in (facts[place : place + 2] for place in range(0, len(facts), 2))
    ]


def _openings(printer: Printer) -> str:
    """How many are sought: the vacancies where it is known who is there, else the planned number."""
    organization, words, planned = printer.organization, printer.words, printer.position.headcount
    if planned is None:
        return ""
    if not organization.people or planned.low is None:
        return marked(words.headcount(planned), printer.path("headcount"))
    vacant = organization.vacancies(printer.position)
    return words.phrase("people", count=vacant) if vacant else ""
