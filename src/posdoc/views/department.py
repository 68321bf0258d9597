"""The department as a form prints it: the handbook, and the lists of its people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import Organization, Position, PositionStatus, Unit
from posdoc.template.marks import marked, of_position
from posdoc.views.arrange import View
from posdoc.views.assessment import view_assessment
from posdoc.views.blocks import Block, Cell, Cells
from posdoc.views.position import PLAIN, content_of_position, heading_of
from posdoc.views.printer import Printer
from posdoc.views.sections import Builders, Presentation
from posdoc.views.staffing import view_staffing
from posdoc.views.unit import (
    chosen_parts,
    fields_of_unit,
    paths_of,
    unit_builders,
    view_regulations,
    view_unit_flows,
)

CHAPTERS = (
    "background", "functions", "unit_chart", "staffing", "jobs", "scorecards", "unit_flows", "regulations",
    "resources", "unit_sections", "glossary", "attachments", "unit_notes", "unit_revisions",
)  # fmt: skip
"""The chapters of a handbook, in the order in which they are printed."""


def root_unit(organization: Organization) -> Unit:
    """The unit that is the department: the first without one above it."""
    return next((unit for unit in organization.units if unit.parent not in organization.units_by_id), Unit())


def content_of_department(
    organization: Organization, words: Words, presentation: Presentation = PLAIN, jobs: Presentation = PLAIN
) -> View:
    """Everything that a form about the department can print; ``jobs`` is how its job descriptions are set."""
    unit = root_unit(organization)
    printer = Printer(organization, words)
    described = current_positions(organization)
    return {
        **heading_of(organization, words, unit.document, presentation),
        "fields": fields_of_unit(printer, unit),
        "cover": {"rows": Cells(_cover(printer, unit))},
        "contents": "",
        "contents_title": words.phrase("contents"),
        "parts": chosen_parts(words, _builders(printer, unit, described, presentation), CHAPTERS, presentation),
        "sections_known": list(CHAPTERS),
        "job_descriptions": [
            content_of_position(organization, words, position, jobs, of_position(position.id)) for position in described
        ],
        "acknowledgement": _acknowledgement(printer),
    }


def current_positions(organization: Organization) -> list[Position]:
    """The positions that a handbook describes, in reading order."""
    return [p for p in organization.positions if p.status is not PositionStatus.ABOLISHED]


def _cover(printer: Printer, unit: Unit) -> list[Cell]:
    words, document = printer.words, unit.document
    if document is None:
        return []
    pairs = (
        ("number", document.number or ""),
        ("version", document.version or ""),
        ("status", words.option(document.status) if document.status else ""),
        ("effective", words.date(document.effective) if document.effective else ""),
    )
    return [
        Cell(name, words.label(type(document), name), [marked(value, printer.path(f"document.{name}"))])
        for name, value in pairs
        if value
    ]


def _builders(printer: Printer, unit: Unit, positions: Sequence[Position], presentation: Presentation) -> Builders:
    organization = printer.organization
    return {
        **unit_builders(printer, unit, presentation),
        "unit_chart": lambda: {"kind": "department_chart", "drawing": ""} if positions else None,
        "staffing": lambda: view_staffing(printer, organization.units),
        "jobs": lambda: {"kind": "jobs_chapter"} if positions else None,
        "scorecards": lambda: _scorecards(printer, positions),
        "unit_flows": lambda: view_unit_flows(
            printer, [flow for one in organization.units for flow in one.flows], _paths(printer, unit, "flows")
        ),
        "regulations": lambda: view_regulations(
            printer, [r for one in organization.units for r in one.regulations], _paths(printer, unit, "regulations")
        ),
    }


def _paths(printer: Printer, about: Unit, field: str) -> list[str]:
    """The paths of what the lists of all units hold, in a document about one of them."""
    units = printer.organization.units
    return [path for unit in units for path in paths_of(printer, unit, field, owned=unit.id != about.id)]


def _scorecards(printer: Printer, positions: Sequence[Position]) -> Block | None:
    """The indicators of every position that has some."""
    cards = []
    for position in positions:
        owner = of_position(position.id)
        of_one = Printer(printer.organization, printer.words, position, owner=owner)
        made = view_assessment(of_one, position)
        if made and made["sheets"]:
            title = marked(printer.words.text(position.title), f"{owner}title")
            cards.append({"position": title, "sheets": made["sheets"]})
    return {"cards": cards} if cards else None


def _acknowledgement(printer: Printer) -> dict[str, Any]:
    """One row for each person and post: to sign for the description received."""
    words, organization = printer.words, printer.organization
    rows: list[dict[str, str]] = []
    for position in current_positions(organization):
        document = position.document
        for person, _ in organization.incumbents.get(position.id, ()):
            rows.append({
                "number": str(len(rows) + 1),
                "name": words.text(person.name),
                "staff_number": person.number or "",
                "unit": words.name(position.unit) if position.unit else "",
                "position": words.text(position.title),
                "code": position.code or "",
                "version": (document.version or "") if document else "",
            })  # fmt: skip
    return {
        "people": rows,
        "statement": words.phrase("acknowledgement_statement"),
        **{f"{name}_label": words.phrase(f"acknowledgement_{name}") for name in _ASKED},
    }


_ASKED = ("number", "unit", "position", "name", "staff_number", "version", "signature", "date")
